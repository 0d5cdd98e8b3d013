//! Rows of text tables with quotes.

use memchr::{memchr, memchr_iter, memchr3, memmem};

use super::separator::Separator;
use crate::json::{MAX_TEXT, MAX_VALUES};

/// The current row, fed in pieces.
#[derive(Default)]
pub(super) struct Quoted {
    /// The separator in UTF-8.
    separator: Vec<u8>,
    /// The cells, joined, and where each ends.
    record: Vec<u8>,
    ends: Vec<usize>,
    at: At,
    /// Where the text after a closing quote begins.
    tail: Option<usize>,
    text_after_quote: bool,
    line_breaks: u64,
    after_return: bool,
    too_long: bool,
    /// The last quoted cell with line breaks.
    long: Option<LongCell>,
}

/// Where in a cell the row was left.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum At {
    /// Before the first character that is not a blank.
    #[default]
    Start,
    /// In a cell without quotes, or behind its closing quote.
    Plain,
    Quoted,
    /// After a quote in a quoted cell, which ends it or is one of two.
    Quote,
}

/// The separators in a quoted cell with line breaks, and where it stands.
#[derive(Clone, Copy)]
struct LongCell {
    /// The number of cells before it.
    before: usize,
    in_all: usize,
    in_first_line: usize,
    in_last_line: usize,
}

impl Quoted {
    pub(super) fn begin(&mut self, separator: Separator) {
        let (mut record, mut ends) =
            (std::mem::take(&mut self.record), std::mem::take(&mut self.ends));
        record.clear();
        ends.clear();
        let separator = separator.0.to_string().into_bytes();
        *self = Self { separator, record, ends, ..Self::default() };
    }

    /// Reads up to the line break that ends the row. Returns the number of bytes read, and whether
    /// the row has ended.
    pub(super) fn feed(&mut self, input: &[u8]) -> (usize, bool) {
        let mut at = 0;
        while let Some(rest) = input.get(at..).filter(|rest| !rest.is_empty()) {
            match self.at {
                At::Quoted => {
                    let end = memchr(b'"', rest);
                    let part = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
                    self.count_lines(part);
                    self.keep(part);
                    at += part.len();
                    if end.is_some() {
                        at += 1;
                        self.at = At::Quote;
                    }
                }
                At::Quote if rest.first() == Some(&b'"') => {
                    self.keep(b"\"");
                    self.at = At::Quoted;
                    at += 1;
                }
                At::Quote => {
                    self.end_quotes();
                    self.at = At::Plain;
                }
                At::Start if rest.first() == Some(&b'"') => {
                    let start = self.start();
                    self.record.truncate(start);
                    self.at = At::Quoted;
                    at += 1;
                }
                At::Start
                    if matches!(rest.first(), Some(b' ' | b'\t')) && self.separator != b"\t" =>
                {
                    self.keep(rest.get(..1).unwrap_or_default());
                    at += 1;
                }
                At::Start | At::Plain => {
                    self.at = At::Plain;
                    let last = self.separator.last().copied().unwrap_or(b',');
                    let Some(end) = memchr3(last, b'\n', b'\r', rest) else {
                        self.keep(rest);
                        return (input.len(), false);
                    };
                    at += end;
                    self.keep(rest.get(..end).unwrap_or_default());
                    if let Some(b'\n' | b'\r') = rest.get(end) {
                        return (at, true);
                    }
                    self.keep(&[last]);
                    at += 1;
                    self.separate();
                }
            }
        }
        (at, false)
    }

    /// Ends the last cell; returns whether a quote is open.
    pub(super) fn finish(&mut self) -> bool {
        if self.at == At::Quote {
            self.end_quotes();
        }
        self.end_cell();
        self.at == At::Quoted
    }

    /// Ends the cell if the text ends with the separator.
    fn separate(&mut self) {
        let start = self.tail.unwrap_or_else(|| self.start());
        let cell = self.record.get(start..).unwrap_or_default();
        // The last byte of a row that is too long is not kept, and need not be.
        if !self.too_long && !cell.ends_with(&self.separator) {
            return;
        }
        let end = self.record.len().saturating_sub(self.separator.len()).max(start);
        self.record.truncate(end);
        self.end_cell();
        self.at = At::Start;
    }

    fn end_cell(&mut self) {
        if let Some(tail) = self.tail.take() {
            let text = self.record.get(tail..).unwrap_or_default();
            if text.trim_ascii().is_empty() {
                self.record.truncate(tail);
            } else {
                self.text_after_quote = true;
            }
        }
        if self.ends.len() < MAX_VALUES {
            self.ends.push(self.record.len());
        } else {
            self.too_long = true;
        }
    }

    /// Looks at the cell whose quotes have ended.
    fn end_quotes(&mut self) {
        let cell = self.record.get(self.start()..).unwrap_or_default();
        let is_break = |byte: &u8| matches!(byte, b'\n' | b'\r');
        let first = cell.iter().position(is_break);
        let last = cell.iter().rposition(is_break);
        if let (Some(first), Some(last)) = (first, last) {
            let count = |part: Option<&[u8]>| {
                memmem::find_iter(part.unwrap_or_default(), &self.separator).count()
            };
            self.long = Some(LongCell {
                before: self.ends.len(),
                in_all: count(Some(cell)),
                in_first_line: count(cell.get(..first)),
                in_last_line: count(cell.get(last..)),
            });
        }
        self.tail = Some(self.record.len());
    }

    /// Where the current cell begins.
    fn start(&self) -> usize {
        self.ends.last().copied().unwrap_or_default()
    }

    fn keep(&mut self, part: &[u8]) {
        // A row that is too long is read to its end, but not kept.
        self.too_long |= MAX_TEXT < self.record.len() + part.len();
        if !self.too_long {
            self.record.extend_from_slice(part);
        }
    }

    fn count_lines(&mut self, part: &[u8]) {
        let Some(last) = part.last() else { return };
        let mut breaks = memchr_iter(b'\n', part).count();
        // Of a pair of both characters, only the first is counted.
        if memchr(b'\r', part).is_some() || self.after_return {
            breaks = 0;
            for byte in part {
                breaks += usize::from(*byte == b'\r' || *byte == b'\n' && !self.after_return);
                self.after_return = *byte == b'\r';
            }
        }
        self.after_return = *last == b'\r';
        self.line_breaks += u64::try_from(breaks).unwrap_or_default();
    }

    pub(super) fn text(&self) -> &[u8] {
        &self.record
    }

    pub(super) fn ends(&self) -> &[usize] {
        &self.ends
    }

    /// The cells of the row.
    pub(super) fn cells(&self) -> impl Iterator<Item = &[u8]> {
        let mut start = 0;
        self.ends.iter().map(move |&end| {
            let cell = self.record.get(start..end).unwrap_or_default();
            start = end;
            cell
        })
    }

    pub(super) const fn too_long(&self) -> bool {
        self.too_long
    }

    /// The number of line breaks within quotes.
    pub(super) const fn line_breaks(&self) -> u64 {
        self.line_breaks
    }

    /// The same, which is then forgotten.
    pub(super) fn take_line_breaks(&mut self) -> u64 {
        std::mem::take(&mut self.line_breaks)
    }

    /// Whether text follows a closing quote: one of them, or the opening one, is a mistake.
    pub(super) const fn text_after_quote(&self) -> bool {
        self.text_after_quote
    }

    /// Whether a quoted cell begins in the middle of one row of `usual` cells and ends in the middle
    /// of another: without the quotes, its first and its last line are such rows.
    pub(super) fn holds_rows(&self, usual: usize) -> bool {
        self.long.is_some_and(|it| {
            let after = self.ends.len().saturating_sub(it.before + 1);
            3 <= usual
                && it.before + it.in_first_line + 1 == usual
                && it.in_last_line + after + 1 == usual
        })
    }

    /// Whether a quoted cell with line breaks holds as many separators as a row of `usual` cells.
    pub(super) fn is_long(&self, usual: usize) -> bool {
        2 <= usual && self.long.is_some_and(|it| usual <= it.in_all + 1)
    }
}
