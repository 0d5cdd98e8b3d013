//! Limits per client.

use std::time::Duration;

/// Sizes in bytes, times in seconds.
#[derive(Debug, Clone, Copy, clap::Args)]
pub struct Limits {
    /// Maximum size of a record, alone or as a line of a batch.
    #[arg(long, env, default_value_t = 1 << 20)]
    pub record_bytes: usize,
    /// Maximum size of a batch.
    #[arg(long, env, default_value_t = 1 << 30)]
    pub batch_bytes: u64,
    /// Timeout for receiving the headers of a request; also closes idle connections.
    #[arg(long, env, default_value_t = 10)]
    pub header_seconds: u64,
    /// Timeout for receiving a record, and for each piece of a batch.
    #[arg(long, env, default_value_t = 20)]
    pub body_seconds: u64,
    /// Timeout for the response, counted from the end of the headers; for a batch, until it starts.
    #[arg(long, env, default_value_t = 40)]
    pub handler_seconds: u64,
    /// Timeout for a client that does not read its response.
    #[arg(long, env, default_value_t = 20)]
    pub write_seconds: u64,
    /// How long requests in flight may continue after a signal to stop.
    #[arg(long, env, default_value_t = 30)]
    pub drain_seconds: u64,
    /// Maximum number of connections; others wait.
    #[arg(long, env, default_value_t = 1_024)]
    pub connections: usize,
}

impl Limits {
    pub(crate) fn header(&self) -> Duration {
        Duration::from_secs(self.header_seconds)
    }

    pub(crate) fn body(&self) -> Duration {
        Duration::from_secs(self.body_seconds)
    }

    pub(crate) fn handler(&self) -> Duration {
        Duration::from_secs(self.handler_seconds)
    }

    pub(crate) fn write(&self) -> Duration {
        Duration::from_secs(self.write_seconds)
    }

    pub(crate) fn drain(&self) -> Duration {
        Duration::from_secs(self.drain_seconds)
    }
}
