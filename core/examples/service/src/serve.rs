//! Connections: how many, how long, and how they end.

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

/// Serves until `stop` comes; then no connection is accepted any more, and what is in flight is
/// finished, but for what takes longer than [`Limits::drain_seconds`].
///
/// HTTP/1.1 without TLS: a proxy before the service speaks other protocols with the world.
pub async fn serve(listener: TcpListener, limits: Limits, stop: impl Future<Output = ()>) {
    let app = TowerToHyperService::new(crate::app(limits));
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(limits.header()).max_buf_size(BUFFER);
    let places = Arc::new(Semaphore::new(limits.connections));
    let graceful = GracefulShutdown::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        let accepted = async {
            let place = Arc::clone(&places).acquire_owned().await;
            (listener.accept().await, place)
        };
        let (accepted, place) = tokio::select! {
            accepted = accepted => accepted,
            () = &mut stop => break,
        };
        let stream = match accepted.and_then(|(stream, _)| timed(stream, &limits)) {
            Ok(stream) => TokioIo::new(Box::pin(stream)),
            Err(error) => {
                // Out of descriptors, mostly: others have to end first.
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
            drop(place);
        });
    }
    drop(listener);
    info!(connections = graceful.count(), "stopping");
    if tokio::time::timeout(limits.drain(), graceful.shutdown()).await.is_err() {
        warn!("stopped before every request was finished");
    }
}

/// The most bytes of a head, and of a body that wait to be taken up.
const BUFFER: usize = 64 << 10;

fn timed(stream: TcpStream, limits: &Limits) -> io::Result<TimeoutStream<TcpStream>> {
    stream.set_nodelay(true)?;
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(limits.write()));
    Ok(stream)
}
