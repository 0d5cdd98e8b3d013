//! The worker pool for CPU-bound work, so that it does not block the threads of connections.

use std::panic::resume_unwind;
use std::sync::Arc;
use std::thread::available_parallelism;

use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

/// A text of up to this many bytes is checked in tens of microseconds. Handing it to a worker would
/// take as long.
const INLINE_BYTES: usize = 16 << 10;

/// One worker per processor, and one queue.
#[derive(Debug)]
pub(crate) struct Pool(Arc<Semaphore>);

impl Pool {
    pub(crate) fn new() -> Self {
        let processors = available_parallelism().map_or(1, usize::from);
        Self(Arc::new(Semaphore::new(processors)))
    }

    /// Runs work on a text of this many bytes, in a worker if the text is long.
    pub(crate) async fn work<T: Send + 'static>(
        &self,
        bytes: usize,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> T {
        if bytes <= INLINE_BYTES { work() } else { self.hand_over(work).await }
    }

    /// Runs work in a worker.
    pub(crate) async fn hand_over<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> T {
        // The permit is held until the work is done, even if the request is cancelled.
        let permit = Arc::clone(&self.0).acquire_owned().await;
        let done = spawn_blocking(move || {
            let _permit = permit;
            work()
        });
        match done.await {
            Ok(made) => made,
            Err(failed) => resume_unwind(failed.into_panic()),
        }
    }
}
