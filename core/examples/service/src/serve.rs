//! Connections: limit, timeouts and graceful shutdown.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio_io_timeout::TimeoutStream;
use tracing::{debug, info, warn};

use crate::limits::Limits;

/// Serves until `stop` completes. Then it accepts no new connections and finishes requests in flight,
/// for at most [`Limits::drain_seconds`].
///
/// HTTP/1.1 without TLS: use a reverse proxy for other protocols.
pub async fn serve(listener: TcpListener, limits: Limits, stop: impl Future<Output = ()>) {
    let app = TowerToHyperService::new(crate::app(limits));
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(limits.header()).max_buf_size(BUFFER);
    let permits = Arc::new(Semaphore::new(limits.connections));
    let graceful = GracefulShutdown::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        let accepted = async {
            let permit = Arc::clone(&permits).acquire_owned().await;
            (listener.accept().await, permit)
        };
        let (accepted, permit) = tokio::select! {
            accepted = accepted => accepted,
            () = &mut stop => break,
        };
        let stream = match accepted.and_then(|(stream, _)| with_write_timeout(stream, &limits)) {
            Ok(stream) => TokioIo::new(Box::pin(stream)),
            Err(error) => {
                // Usually out of file descriptors: wait until other connections end.
                warn!(%error, "not accepted");
                tokio::time::sleep(Duration::from_millis(100)).await;
                continue;
            }
        };
        let connection = graceful.watch(http.serve_connection(stream, app.clone()));
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                debug!(%error, "connection ended");
            }
            drop(permit);
        });
    }
    drop(listener);
    info!(connections = graceful.count(), "stopping");
    if tokio::time::timeout(limits.drain(), graceful.shutdown()).await.is_err() {
        warn!("stopped before every request was finished");
    }
}

/// Maximum size of the headers, and of the read buffer.
const BUFFER: usize = 64 << 10;

fn with_write_timeout(stream: TcpStream, limits: &Limits) -> io::Result<TimeoutStream<TcpStream>> {
    stream.set_nodelay(true)?;
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(limits.write()));
    Ok(stream)
}
