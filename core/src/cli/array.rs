//! Records of one JSON text: a list of them, taken apart item by item, or a single one.
//!
//! Only where items begin and end is looked for here; each is then read by itself, so that a
//! mistake costs one record and a list may be of any length.

use memchr::memchr_iter;

use super::csv::unreadable;
use super::lines::push_json;
use super::rows::{Batch, Source};
use super::text::Text;
use crate::json::MAX_TEXT;
use crate::text::{Language, text};

pub(super) struct Array {
    text: Text,
    place: Place,
    item: Vec<u8>,
    line: u64,
    next: u64,
    language: Language,
}

/// Where in the text the reader stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Before anything but white space.
    Before,
    /// Before an item of the list; whether there is one before it.
    Item(bool),
    /// In the only record.
    Single,
    /// After the list or the only record.
    After,
}

impl Array {
    pub(super) fn new(text: Text, language: Language) -> Self {
        Self { text, place: Place::Before, item: Vec::new(), line: 1, next: 0, language }
    }

    fn peek(&mut self) -> Result<Option<u8>, String> {
        let block = self.text.block().map_err(|error| unreadable(&error, self.language))?;
        Ok(block.first().copied())
    }

    /// Passes one byte, and counts lines.
    fn pass(&mut self, byte: u8) {
        self.line += u64::from(byte == b'\n');
        self.text.pass(1);
    }

    fn skip_space(&mut self) -> Result<Option<u8>, String> {
        loop {
            match self.peek()? {
                Some(byte @ (b' ' | b'\n' | b'\r' | b'\t')) => self.pass(byte),
                other => return Ok(other),
            }
        }
    }

    /// Reads up to the comma or bracket that ends the item (or all there is, of the only record),
    /// and adds it.
    fn read_item(&mut self, batch: &mut Batch) -> Result<bool, String> {
        self.item.clear();
        self.skip_space()?;
        let (line, mut depth, mut quoted, mut escaped) = (self.line, 0_usize, false, false);
        let (mut too_long, mut found) = (false, None);
        let single = self.place == Place::Single;
        while found.is_none() {
            let block = self.text.block().map_err(|error| unreadable(&error, self.language))?;
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
            self.text.pass(length + usize::from(found.is_some()));
        }
        // Nothing but the end of an unfinished list is no item.
        let is_item = found.is_some() || !self.item.is_empty();
        if is_item {
            push_json(batch, self.next, line, too_long, self.item.trim_ascii());
            self.next += 1;
        }
        self.place = match (self.place, found) {
            (Place::Single, _) | (_, Some(b']')) => Place::After,
            _ => Place::Item(true),
        };
        Ok(is_item)
    }

    fn fault(&self, text: crate::text::Text) -> String {
        match self.language {
            Language::Chinese => format!("第 {} 行：{}", self.line, text.zh()),
            Language::English => format!("line {}: {}", self.line, text.en()),
        }
    }
}

impl Source for Array {
    fn headers(&mut self) -> Result<Option<Vec<String>>, String> {
        Ok(None)
    }

    fn next(&mut self, batch: &mut Batch) -> Result<bool, String> {
        loop {
            match (self.place, self.skip_space()?) {
                (Place::Before, Some(b'[')) => {
                    self.pass(b'[');
                    self.place = Place::Item(false);
                }
                (Place::Before, _) => self.place = Place::Single,
                (Place::Item(false), Some(b']')) => {
                    self.pass(b']');
                    self.place = Place::After;
                }
                (Place::Item(_), None) => {
                    return Err(self.fault(text!("列表没有结束", "the list is not closed")));
                }
                (Place::After, None) => return Ok(false),
                (Place::After, Some(_)) => {
                    return Err(self.fault(text!(
                        "列表之后还有内容",
                        "something follows the end of the list",
                    )));
                }
                (Place::Single | Place::Item(_), _) => return self.read_item(batch),
            }
        }
    }

    fn position(&self) -> u64 {
        self.text.position()
    }
}
