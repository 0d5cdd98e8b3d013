//! NDJSON input: one JSON text per line.

use memchr::memchr;

use super::batch::{Batch, Problem, Source};
use super::decode::TextReader;
use super::encoding::Encoding;
use super::error::Error;
use super::note::InputNote;
use crate::json::MAX_TEXT;

pub(crate) struct Lines {
    text: TextReader,
    /// The current line, as far as it was read.
    current: Vec<u8>,
    line: u64,
    next: u64,
}

impl Lines {
    pub(crate) fn new(text: TextReader) -> Self {
        Self { text, current: Vec::new(), line: 0, next: 0 }
    }

    /// Appends the current line, unless it is empty.
    fn push(&mut self, too_long: bool, batch: &mut Batch) -> bool {
        let line = self.current.trim_ascii();
        if line.is_empty() {
            return false;
        }
        push_json(batch, self.next, self.line, too_long, line, self.text.replaces());
        self.next += 1;
        true
    }
}

/// What should be known about the encoding of JSON.
pub(crate) fn encoding_notes(text: &TextReader) -> Vec<InputNote> {
    let is_utf8 = text.encoding() != Some(Encoding::Gb18030);
    let note = if is_utf8 { text.note() } else { Some(InputNote::JsonInGb18030) };
    note.into_iter().collect()
}

/// Appends a JSON text, which may be too long or no text. `replaces` is whether bytes that are no text
/// were replaced.
pub(crate) fn push_json(
    batch: &mut Batch,
    number: u64,
    line: u64,
    too_long: bool,
    json: &[u8],
    replaces: bool,
) {
    if too_long {
        batch.push(number, line, Some(Problem::TooLong), [].into_iter());
        return;
    }
    let is_text =
        std::str::from_utf8(json).is_ok_and(|text| !replaces || !text.contains('\u{fffd}'));
    let problem = (!is_text).then_some(Problem::NotText);
    batch.push(number, line, problem, [String::from_utf8_lossy(json).as_ref()].into_iter());
}

impl Source for Lines {
    fn is_table(&self) -> bool {
        false
    }

    fn next(&mut self, batch: &mut Batch) -> Result<bool, Error> {
        loop {
            self.current.clear();
            self.line += 1;
            let mut too_long = false;
            let ended = loop {
                let block = self.text.block()?;
                let end = memchr(b'\n', block);
                let part = block.get(..end.unwrap_or(block.len())).unwrap_or_default();
                too_long |= MAX_TEXT < self.current.len() + part.len();
                if !too_long {
                    self.current.extend_from_slice(part);
                }
                let (length, ended) = (part.len(), block.is_empty());
                self.text.consume(length + usize::from(end.is_some()));
                if ended || end.is_some() {
                    break ended;
                }
            };
            if self.push(too_long, batch) {
                return Ok(true);
            }
            if ended {
                return Ok(false);
            }
        }
    }

    fn position(&self) -> u64 {
        self.text.position()
    }

    fn encoding(&self) -> Option<Encoding> {
        self.text.encoding()
    }

    fn input_notes(&self) -> Vec<InputNote> {
        encoding_notes(&self.text)
    }
}
