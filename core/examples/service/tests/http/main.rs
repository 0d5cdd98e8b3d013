//! Tests of the running service over TCP.
#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "panics fail the test")]

mod batches;
mod documents;
mod hostile;
mod records;
mod running;
mod stopping;
mod vectors;
