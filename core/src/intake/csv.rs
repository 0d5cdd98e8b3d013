//! CSV input: cells separated by commas, and quoted if they contain commas, quotes or line breaks.

use std::borrow::Cow;
use std::ops::Range;

use csv_core::{ReadRecordResult, Reader};

use super::batch::{Batch, Problem, Source};
use super::decode::TextReader;
use super::error::Error;
use crate::input::value::blank;
use crate::json::{MAX_TEXT, MAX_VALUES};

pub(crate) struct Csv {
    text: TextReader,
    reader: Reader,
    /// The cells of the current row, joined, and where each ends.
    record: Vec<u8>,
    ends: Vec<usize>,
    next: u64,
}

/// The extent of the current row.
struct Extent {
    line: u64,
    bytes: usize,
    cells: usize,
    too_long: bool,
}

impl Csv {
    pub(crate) fn new(text: TextReader) -> Self {
        Self {
            text,
            reader: Reader::new(),
            record: vec![0; 64 * 1024],
            ends: vec![0; 1024],
            next: 0,
        }
    }

    /// Reads one row.
    fn read(&mut self) -> Result<Option<Extent>, Error> {
        let Some(line) = self.skip_line_breaks()? else {
            return Ok(None);
        };
        let mut extent = Extent { line, bytes: 0, cells: 0, too_long: false };
        loop {
            let block = self.text.block()?;
            let ended = block.is_empty();
            // At the end of the input, a line break completes the row, unless a quote is open.
            let input = if ended { b"\n" } else { block };
            let (result, read, written, cells) = self.reader.read_record(
                input,
                self.record.get_mut(extent.bytes..).unwrap_or_default(),
                self.ends.get_mut(extent.cells..).unwrap_or_default(),
            );
            extent.bytes += written;
            extent.cells += cells;
            if !ended {
                self.text.consume(read);
            }
            match result {
                ReadRecordResult::Record => return Ok(Some(extent)),
                ReadRecordResult::OutputFull if self.record.len() < MAX_TEXT => {
                    self.record.resize(2 * self.record.len(), 0);
                }
                ReadRecordResult::OutputEndsFull if self.ends.len() < MAX_VALUES => {
                    self.ends.resize(2 * self.ends.len(), 0);
                }
                // A row that is too long is read to its end, but not kept.
                ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull => {
                    extent = Extent { bytes: 0, cells: 0, too_long: true, ..extent };
                }
                ReadRecordResult::InputEmpty if ended => return Err(Error::OpenQuote { line }),
                ReadRecordResult::InputEmpty | ReadRecordResult::End => {}
            }
        }
    }

    /// Skips empty lines; returns the number of the next line.
    fn skip_line_breaks(&mut self) -> Result<Option<u64>, Error> {
        loop {
            let block = self.text.block()?;
            match block.first() {
                None => return Ok(None),
                Some(b'\n') => self.reader.set_line(self.reader.line() + 1),
                Some(b'\r') => {}
                Some(_) => return Ok(Some(self.reader.line())),
            }
            self.text.consume(1);
        }
    }

    /// The current row as text; `None` if it was not decoded without errors.
    fn row_text(&self, extent: &Extent) -> Option<&str> {
        let text = std::str::from_utf8(self.record.get(..extent.bytes)?).ok()?;
        (!self.text.replaces() || !text.contains('\u{fffd}')).then_some(text)
    }

    /// The range of each cell of the current row.
    fn ranges(&self, extent: &Extent) -> impl Iterator<Item = Range<usize>> {
        let mut start = 0;
        self.ends.iter().take(extent.cells).map(move |&end| {
            let cell = start..end;
            start = end;
            cell
        })
    }

    /// The cells of the current row, with replacement characters for bytes that are not text.
    fn lossy(&self, extent: &Extent) -> impl Iterator<Item = Cow<'_, str>> {
        let bytes = self.ranges(extent).map(|cell| self.record.get(cell).unwrap_or_default());
        bytes.map(String::from_utf8_lossy)
    }

    fn push(&self, number: u64, extent: &Extent, batch: &mut Batch) -> bool {
        let Extent { line, cells: count, .. } = *extent;
        let Some(text) = self.row_text(extent) else {
            let cells: Vec<_> = self.lossy(extent).collect();
            let cells = cells.iter().map(AsRef::as_ref);
            batch.push(number, line, Some(Problem::NotText), cells);
            return true;
        };
        if text.chars().all(blank) {
            return false;
        }
        let ends = self.ends.get(..count).unwrap_or_default();
        batch.push_joined(number, line, None, text, ends);
        true
    }
}

impl Source for Csv {
    fn is_table(&self) -> bool {
        true
    }

    fn next(&mut self, batch: &mut Batch) -> Result<bool, Error> {
        loop {
            let Some(extent) = self.read()? else {
                return Ok(false);
            };
            let number = self.next;
            self.next += 1;
            if extent.too_long {
                batch.push(number, extent.line, Some(Problem::TooLong), [].into_iter());
                return Ok(true);
            }
            if self.push(number, &extent, batch) {
                return Ok(true);
            }
        }
    }

    fn position(&self) -> u64 {
        self.text.position()
    }
}
