//! Reading the rows of an input in batches.

use super::child::{Claiming, Twice};
use crate::intake::Error;
use crate::intake::batch::{Batch, Source};
use crate::intake::layout::Ahead;

/// A batch ends with the row in which it reaches this many bytes.
const BATCH_BYTES: usize = 1024 * 1024;

/// Reads the rows of an input in batches.
pub(super) struct Batches<'a> {
    pub(super) source: &'a mut dyn Source,
    rows: usize,
    /// The rows that were read to find the header.
    ahead: Option<Ahead>,
    ended: bool,
    /// What claims the rows of child tables.
    pub(super) claims: Option<Claiming<'a>>,
}

/// A batch of rows, the number of bytes read so far, and the error that ends the input.
pub(super) struct ReadBatch {
    pub(super) batch: Batch,
    /// The rows with the key of an earlier row.
    pub(super) twice: Vec<Twice>,
    pub(super) position: u64,
    pub(super) error: Option<Error>,
}

impl<'a> Batches<'a> {
    /// `rows` is the most rows of a batch.
    pub(super) fn new(source: &'a mut dyn Source, rows: usize, ahead: Option<Ahead>) -> Self {
        Self { source, rows, ahead, ended: false, claims: None }
    }

    pub(super) fn next(&mut self) -> Option<ReadBatch> {
        if self.ended {
            return None;
        }
        let Ahead { mut batch, ended, mut error } = self.ahead.take().unwrap_or_default();
        self.ended = ended;
        while !ended && batch.len() < self.rows && batch.bytes() < BATCH_BYTES {
            match self.source.next(&mut batch) {
                Ok(true) => {}
                Ok(false) => self.ended = true,
                Err(message) => {
                    self.ended = true;
                    error = Some(message);
                }
            }
            if self.ended {
                break;
            }
        }
        let twice = self.claims.as_mut().map_or_else(Vec::new, |it| it.claim(&batch));
        Some(ReadBatch { batch, twice, position: self.source.position(), error })
    }
}
