//! The service as its clients meet it: the program itself, over TCP.
#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "that is how a test fails")]

mod batches;
mod documents;
mod hostile;
mod records;
mod running;
mod stopping;
mod vectors;
