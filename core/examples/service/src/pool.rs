//! Work that keeps a processor busy, done beside the threads that speak with clients.

use std::panic::resume_unwind;
use std::sync::Arc;
use std::thread::available_parallelism;

use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

/// Text of up to this many bytes is read and judged in a few ten microseconds: to hand that over
/// would take as long.
const AT_ONCE: usize = 16 << 10;

/// As many workers as there are processors, and one queue for them.
#[derive(Debug)]
pub(crate) struct Pool(Arc<Semaphore>);

impl Pool {
    pub(crate) fn new() -> Self {
        let processors = available_parallelism().map_or(1, usize::from);
        Self(Arc::new(Semaphore::new(processors)))
    }

    /// Works on a text of so many bytes.
    pub(crate) async fn work<T: Send + 'static>(
        &self,
        bytes: usize,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> T {
        if bytes <= AT_ONCE { work() } else { self.hand_over(work).await }
    }

    /// Works beside the threads that speak with clients, whatever there is to do.
    pub(crate) async fn hand_over<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> T {
        // The place stays taken until the work is done, even if nobody waits for it any longer.
        let place = Arc::clone(&self.0).acquire_owned().await;
        let done = spawn_blocking(move || {
            let _place = place;
            work()
        });
        match done.await {
            Ok(made) => made,
            Err(failed) => resume_unwind(failed.into_panic()),
        }
    }
}
