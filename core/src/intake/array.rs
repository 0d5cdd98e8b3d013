//! JSON input: a list of records, which is split into its items, or a single record.
//!
//! Only the ends of the items are looked for here, and each item is then parsed by itself. So a
//! mistake invalidates one record only, and the list may have any length.

use memchr::memchr_iter;

use super::batch::{Batch, Source};
use super::decode::TextReader;
use super::encoding::Encoding;
use super::error::Error;
use super::lines::{encoding_notes, push_json};
use super::note::InputNote;
use crate::json::MAX_TEXT;

pub(crate) struct Array {
    text: TextReader,
    state: State,
    item: Vec<u8>,
    line: u64,
    next: u64,
}

/// The position in the text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// At the beginning.
    Before,
    /// Before an item of the list; whether it follows another item.
    Item(bool),
    /// In the only record.
    Single,
    /// After the list or the only record.
    After,
}

impl Array {
    pub(crate) fn new(text: TextReader) -> Self {
        Self { text, state: State::Before, item: Vec::new(), line: 1, next: 0 }
    }

    fn peek(&mut self) -> Result<Option<u8>, Error> {
        let block = self.text.block()?;
        Ok(block.first().copied())
    }

    /// Consumes one byte, and counts lines.
    fn consume(&mut self, byte: u8) {
        self.line += u64::from(byte == b'\n');
        self.text.consume(1);
    }

    fn skip_space(&mut self) -> Result<Option<u8>, Error> {
        loop {
            match self.peek()? {
                Some(byte @ (b' ' | b'\n' | b'\r' | b'\t')) => self.consume(byte),
                other => return Ok(other),
            }
        }
    }

    /// Appends the item up to the comma or bracket that ends it, or the single record up to the end of
    /// the text.
    fn read_item(&mut self, batch: &mut Batch) -> Result<bool, Error> {
        self.item.clear();
        self.skip_space()?;
        let (line, mut depth, mut quoted, mut escaped) = (self.line, 0_usize, false, false);
        let (mut too_long, mut found) = (false, None);
        let single = self.state == State::Single;
        while found.is_none() {
            let block = self.text.block()?;
            if block.is_empty() {
                break;
            }
            let mut length = 0;
            for &byte in block {
                match byte {
                    _ if escaped => escaped = false,
                    b'\\' => escaped = quoted,
                    b'"' => quoted = !quoted,
                    _ if quoted => {}
                    b'[' | b'{' => depth += 1,
                    b',' | b']' if depth == 0 && !single => {
                        found = Some(byte);
                        break;
                    }
                    b']' | b'}' => depth = depth.saturating_sub(1),
                    _ => {}
                }
                length += 1;
            }
            let part = block.get(..length).unwrap_or_default();
            self.line += u64::try_from(memchr_iter(b'\n', part).count()).unwrap_or_default();
            too_long |= MAX_TEXT < self.item.len() + part.len();
            if !too_long {
                self.item.extend_from_slice(part);
            }
            self.text.consume(length + usize::from(found.is_some()));
        }
        // An unclosed list may end after a comma, where no item follows.
        let is_item = found.is_some() || !self.item.is_empty();
        if is_item {
            let replaces = self.text.replaces();
            push_json(batch, self.next, line, too_long, self.item.trim_ascii(), replaces);
            self.next += 1;
        }
        let ended = single || found == Some(b']');
        self.state = if ended { State::After } else { State::Item(true) };
        Ok(is_item)
    }
}

impl Source for Array {
    fn is_table(&self) -> bool {
        false
    }

    fn next(&mut self, batch: &mut Batch) -> Result<bool, Error> {
        loop {
            match (self.state, self.skip_space()?) {
                (State::Before, Some(b'[')) => {
                    self.consume(b'[');
                    self.state = State::Item(false);
                }
                (State::Before, _) => self.state = State::Single,
                (State::Item(false), Some(b']')) => {
                    self.consume(b']');
                    self.state = State::After;
                }
                (State::Item(_), None) => {
                    return Err(Error::OpenList { line: self.line });
                }
                (State::After, None) => return Ok(false),
                (State::After, Some(_)) => {
                    return Err(Error::AfterList { line: self.line });
                }
                (State::Single | State::Item(_), _) => return self.read_item(batch),
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
