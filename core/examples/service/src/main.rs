//! Runs the service until it receives a signal to stop.

use std::io::IsTerminal;
use std::net::SocketAddr;

use chanjiao_service::{Limits, serve};
use clap::Parser;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tracing::{Level, info};

/// Checks records over HTTP against Hunan Province's policy on industry-education integration.
#[derive(Debug, Parser)]
#[command(version)]
struct Settings {
    /// Address to listen on.
    #[arg(long, env, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Log level: error, warn, info, debug or trace. The log is on standard error.
    #[arg(long, env, default_value_t = Level::INFO)]
    log: Level,
    #[command(flatten)]
    limits: Limits,
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let settings = Settings::parse();
    let errors = std::io::stderr;
    let ansi = errors().is_terminal();
    tracing_subscriber::fmt()
        .with_max_level(settings.log)
        .with_writer(errors)
        .with_ansi(ansi)
        .init();
    let mut terminated = signal(SignalKind::terminate())?;
    let mut interrupted = signal(SignalKind::interrupt())?;
    let listener = TcpListener::bind(settings.listen).await?;
    info!(address = %listener.local_addr()?, "listening");
    let stop = async {
        tokio::select! {
            _ = terminated.recv() => {}
            _ = interrupted.recv() => {}
        }
    };
    serve(listener, settings.limits, stop).await;
    Ok(())
}
