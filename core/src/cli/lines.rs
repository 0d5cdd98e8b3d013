//! Rows of NDJSON: one JSON text a line.

use memchr::memchr;

use super::csv::unreadable;
use super::rows::{Batch, Problem, Source};
use super::text::Text;
use crate::json::MAX_TEXT;
use crate::text::Language;

pub(super) struct Lines {
    text: Text,
    /// A line that began in an earlier block.
    begun: Vec<u8>,
    line: u64,
    next: u64,
    language: Language,
}

impl Lines {
    pub(super) fn new(text: Text, language: Language) -> Self {
        Self { text, begun: Vec::new(), line: 0, next: 0, language }
    }

    /// Adds a line, unless it is empty.
    fn push(&mut self, too_long: bool, batch: &mut Batch) -> bool {
        let line = self.begun.trim_ascii();
        if line.is_empty() {
            return false;
        }
        push_json(batch, self.next, self.line, too_long, line);
        self.next += 1;
        true
    }
}

/// Adds a JSON text that may be too long, or no text at all.
pub(super) fn push_json(batch: &mut Batch, number: u64, line: u64, too_long: bool, json: &[u8]) {
    if too_long {
        batch.push(number, line, Some(Problem::TooLong), [].into_iter());
        return;
    }
    let problem = std::str::from_utf8(json).is_err().then_some(Problem::NotText);
    batch.push(number, line, problem, [String::from_utf8_lossy(json).as_ref()].into_iter());
}

impl Source for Lines {
    fn headers(&mut self) -> Result<Option<Vec<String>>, String> {
        Ok(None)
    }

    fn next(&mut self, batch: &mut Batch) -> Result<bool, String> {
        loop {
            self.begun.clear();
            self.line += 1;
            let mut too_long = false;
            let ended = loop {
                let block = self.text.block().map_err(|it| unreadable(&it, self.language))?;
                let end = memchr(b'\n', block);
                let part = block.get(..end.unwrap_or(block.len())).unwrap_or_default();
                too_long |= MAX_TEXT < self.begun.len() + part.len();
                if !too_long {
                    self.begun.extend_from_slice(part);
                }
                let (length, ended) = (part.len(), block.is_empty());
                self.text.pass(length + usize::from(end.is_some()));
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
}
