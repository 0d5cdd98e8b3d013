//! How much of everything a client may have.

use std::time::Duration;

/// What a client may send and how long it may take. Times are in seconds, sizes in bytes.
#[derive(Debug, Clone, Copy, clap::Args)]
pub struct Limits {
    /// The longest record, alone or as a line of a batch.
    #[arg(long, env, default_value_t = 1 << 20)]
    pub record_bytes: usize,
    /// The longest batch.
    #[arg(long, env, default_value_t = 1 << 30)]
    pub batch_bytes: u64,
    /// How long the head of a request may take, which is also how long an idle connection stays.
    #[arg(long, env, default_value_t = 10)]
    pub header_seconds: u64,
    /// How long a record may take to arrive, and each piece of a batch.
    #[arg(long, env, default_value_t = 20)]
    pub body_seconds: u64,
    /// How long an answer may take from the end of the head on; of a batch, its beginning.
    #[arg(long, env, default_value_t = 40)]
    pub handler_seconds: u64,
    /// How long a client may leave what is written to it.
    #[arg(long, env, default_value_t = 20)]
    pub write_seconds: u64,
    /// How long requests may go on once the service is told to stop.
    #[arg(long, env, default_value_t = 30)]
    pub drain_seconds: u64,
    /// The most connections at a time; others wait until one ends.
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
