//! Reading the rows of an input in batches.

use super::child::{Claiming, Twice};
use crate::intake::Error;
use crate::intake::batch::{Batch, Source};
use crate::intake::chunk::Chunk;
use crate::intake::layout::Ahead;

/// A batch ends with the row in which it reaches this many bytes.
const BATCH_BYTES: usize = 1024 * 1024;

/// Reads the rows of an input in batches.
pub(super) struct Batches<'a> {
    pub(super) source: &'a mut dyn Source,
    rows: usize,
    /// Whether chunks may be read, none of whose rows are claimed.
    pub(super) chunks: bool,
    /// The rows that were read to find the header.
    ahead: Option<Ahead>,
    ended: bool,
    /// What claims the rows of child tables.
    pub(super) claims: Option<Claiming<'a>>,
}

/// Rows, the number of bytes read so far, and the error that ends the input.
pub(super) struct ReadRows {
    pub(super) rows: Rows,
    pub(super) position: u64,
    pub(super) error: Option<Error>,
}

/// Some rows of an input.
pub(super) enum Rows {
    /// With those that have the key of an earlier row.
    Batch(Batch, Vec<Twice>),
    Chunk(Chunk),
}

impl Rows {
    /// The rows, split into cells.
    pub(super) fn into_batch(self) -> Batch {
        match self {
            Self::Batch(batch, _) => batch,
            Self::Chunk(chunk) => chunk.whole(),
        }
    }
}

impl<'a> Batches<'a> {
    /// `rows` is the most rows of a batch.
    pub(super) fn new(source: &'a mut dyn Source, rows: usize, ahead: Option<Ahead>) -> Self {
        Self { source, rows, chunks: false, ahead, ended: false, claims: None }
    }

    pub(super) fn next(&mut self) -> Option<ReadRows> {
        if self.ended {
            return None;
        }
        // What was read ahead comes first.
        if self.chunks && self.ahead.is_none() {
            match self.source.next_chunk() {
                Ok(None) => {}
                Ok(Some(chunk)) => return Some(self.read(Rows::Chunk(chunk), None)),
                Err(error) => {
                    self.ended = true;
                    return Some(self.read(Rows::Batch(Batch::default(), Vec::new()), Some(error)));
                }
            }
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
        Some(self.read(Rows::Batch(batch, twice), error))
    }

    fn read(&self, rows: Rows, error: Option<Error>) -> ReadRows {
        ReadRows { rows, position: self.source.position(), error }
    }
}
