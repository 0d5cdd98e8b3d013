//! Text tables: cells separated by commas or another character, and quoted if they contain
//! separators, quotes or line breaks.
//!
//! Rows without quotes, which most are, are found and split by searching for single bytes. Rows with
//! quotes go through [`Quoted`].

use std::borrow::Cow;

use memchr::{memchr, memchr3};

use super::batch::{Batch, Problem, Source};
use super::chunk::{self, Chunk};
use super::decode::TextReader;
use super::encoding::Encoding;
use super::error::Error;
use super::note::InputNote;
use super::quoted::Quoted;
use super::separator::{self, Separator};
use crate::input::value::blank;
use crate::json::MAX_TEXT;

pub(crate) struct Csv {
    text: TextReader,
    /// The separator; `None` until the first row, which tells it.
    separator: Option<Separator>,
    detected: bool,
    /// The current row, if it is longer than a block.
    carried: Vec<u8>,
    quoted: Quoted,
    /// The line of the next byte, counted from 1, and whether a carriage return precedes it.
    line: u64,
    after_return: bool,
    /// The number of the next row.
    next: u64,
    /// A chunk has at least as many bytes, unless something odd or the end of the input follows.
    pub(crate) least_chunk: usize,
    /// How many cells the last row in one line had.
    usual: usize,
    /// Quoted cells that may hold rows: the line of the first, and their number.
    long_quotes: Option<(u64, u64)>,
}

/// Where the bytes of the current row are.
enum Row {
    /// At the beginning of the block: so many of them.
    InBlock(usize),
    Carried,
    /// The row has quotes.
    Quoted,
    TooLong,
}

impl Csv {
    pub(crate) fn new(text: TextReader, separator: Option<Separator>) -> Self {
        Self {
            text,
            separator,
            detected: false,
            carried: Vec::new(),
            quoted: Quoted::default(),
            line: 1,
            after_return: false,
            next: 0,
            least_chunk: CHUNK,
            usual: 0,
            long_quotes: None,
        }
    }

    /// The separator, which the beginning of the text tells unless it was given.
    fn separator(&mut self) -> Result<Separator, Error> {
        if let Some(separator) = self.separator {
            return Ok(separator);
        }
        let block = self.text.block()?;
        let head = block.get(..HEAD.min(block.len())).unwrap_or_default();
        let head = String::from_utf8_lossy(head);
        let line = head.lines().next().unwrap_or_default();
        let named = separator::named(line);
        let found = named.unwrap_or_else(|| separator::detect(&head));
        if named.is_some() {
            // The line break that is left is skipped as those of other rows.
            let length = line.len();
            self.text.consume(length);
        } else {
            self.detected = found != Separator::COMMA;
        }
        self.separator = Some(found);
        Ok(found)
    }

    /// Skips line breaks; returns the line that follows, or `None` at the end of the input.
    fn skip_line_breaks(&mut self) -> Result<Option<u64>, Error> {
        loop {
            let block = self.text.block()?;
            match block.first() {
                None => return Ok(None),
                // A line break may be one of two characters, or both.
                Some(b'\n') => self.line += u64::from(!self.after_return),
                Some(b'\r') => self.line += 1,
                Some(_) => {
                    self.after_return = false;
                    return Ok(Some(self.line));
                }
            }
            self.after_return = block.first() == Some(&b'\r');
            self.text.consume(1);
        }
    }

    /// Finds the end of the current row, and reads it unless it lies in the block as a whole.
    fn find(&mut self, separator: Separator) -> Result<Row, Error> {
        self.carried.clear();
        let mut too_long = false;
        loop {
            let block = self.text.block()?;
            let at = memchr3(b'\n', b'\r', b'"', block);
            let end = at.unwrap_or(block.len());
            if at.is_some_and(|at| block.get(at) == Some(&b'"')) && !too_long {
                return self.find_quoted(separator);
            }
            let (ended, whole) = (at.is_some() || block.is_empty(), self.carried.is_empty());
            if at.is_some() && whole && !too_long {
                return Ok(if end <= MAX_TEXT { Row::InBlock(end) } else { Row::TooLong });
            }
            too_long |= MAX_TEXT < self.carried.len() + end;
            if !too_long {
                self.carried.extend(block.get(..end).unwrap_or_default());
            }
            // A quote in a row that is too long is a byte as others.
            let quote = usize::from(at.is_some_and(|at| block.get(at) == Some(&b'"')));
            self.text.consume(end + quote);
            if ended && quote == 0 {
                return Ok(if too_long { Row::TooLong } else { Row::Carried });
            }
        }
    }

    /// The same for a row with quotes.
    fn find_quoted(&mut self, separator: Separator) -> Result<Row, Error> {
        self.quoted.begin(separator);
        self.quoted.feed(&self.carried);
        loop {
            let block = self.text.block()?;
            if block.is_empty() {
                break;
            }
            let (read, ended) = self.quoted.feed(block);
            self.text.consume(read);
            if ended {
                break;
            }
        }
        if self.quoted.finish() {
            return Err(Error::OpenQuote { line: self.line });
        }
        Ok(if self.quoted.too_long() { Row::TooLong } else { Row::Quoted })
    }

    /// Appends the current row to the batch, unless it is blank.
    fn push(
        &mut self,
        row: &Row,
        line: u64,
        separator: Separator,
        batch: &mut Batch,
    ) -> Result<bool, Error> {
        let (number, replaces) = (self.next, self.text.replaces());
        let bytes = match row {
            Row::TooLong => {
                batch.push(number, line, Some(Problem::TooLong), [].into_iter());
                return Ok(true);
            }
            Row::Quoted => return Ok(self.push_quoted(line, batch)),
            Row::Carried => &self.carried,
            Row::InBlock(length) => self.text.block()?.get(..*length).unwrap_or_default(),
        };
        let (cells, pushed) = chunk::push(bytes, replaces, separator, (number, line), batch);
        self.usual = cells.unwrap_or(self.usual);
        Ok(pushed)
    }

    fn push_quoted(&mut self, line: u64, batch: &mut Batch) -> bool {
        let (number, replaces) = (self.next, self.text.replaces());
        let quoted = &self.quoted;
        let last = line + quoted.line_breaks();
        let mut problem = None;
        if quoted.text_after_quote() {
            problem = Some(Problem::Quote { last });
        } else if quoted.holds_rows(self.usual) {
            problem = Some(Problem::RowsInQuote { last });
        } else if quoted.is_long(self.usual) {
            let (_, count) = self.long_quotes.get_or_insert((line, 0));
            *count += 1;
        }
        let (text, not_text) = chunk::text_of(quoted.text(), replaces);
        if let (Cow::Borrowed(text), None) = (&text, not_text) {
            if problem.is_none() && text.chars().all(blank) {
                return false;
            }
            batch.push_joined(number, line, problem, text, quoted.ends());
        } else {
            let cells: Vec<_> = quoted.cells().map(String::from_utf8_lossy).collect();
            let cells = cells.iter().map(AsRef::as_ref);
            batch.push(number, line, problem.or(not_text), cells);
        }
        if quoted.line_breaks() == 0 && problem.is_none() {
            self.usual = quoted.ends().len();
        }
        true
    }
}

/// How many bytes a chunk has at least. It has at most twice as many.
const CHUNK: usize = 512 * 1024;

/// A chunk that ends before a row with quotes, or before an empty line, has at least this part of that.
const PART: usize = 32;

/// How much of the beginning tells the separator.
const HEAD: usize = 64 * 1024;

impl Source for Csv {
    fn is_table(&self) -> bool {
        true
    }

    fn next(&mut self, batch: &mut Batch) -> Result<bool, Error> {
        let separator = self.separator()?;
        loop {
            let Some(line) = self.skip_line_breaks()? else {
                return Ok(false);
            };
            let row = self.find(separator)?;
            let pushed = self.push(&row, line, separator, batch)?;
            self.next += 1;
            if let Row::InBlock(length) = row {
                self.text.consume(length);
            }
            if matches!(row, Row::Quoted | Row::TooLong) {
                self.line += self.quoted.take_line_breaks();
            }
            if pushed {
                return Ok(true);
            }
        }
    }

    fn next_chunk(&mut self) -> Result<Option<Chunk>, Error> {
        let separator = self.separator()?;
        let Some(line) = self.skip_line_breaks()? else { return Ok(None) };
        let least = self.least_chunk;
        // Where many rows have quotes, it is not worth while to look at more.
        let shortest = least / PART;
        let block = self.text.block()?;
        if memchr(b'"', block.get(..block.len().min(shortest)).unwrap_or_default()).is_some() {
            return Ok(None);
        }
        while self.text.block()?.len() < least && !self.text.has_ended() {
            self.text.extend_block()?;
        }
        let block = self.text.block()?;
        let block = block.get(..block.len().min(2 * least)).unwrap_or_default();
        let Some(lines) = chunk::Lines::of(block, shortest) else { return Ok(None) };
        let text = block.get(..lines.length).unwrap_or_default().to_vec();
        let replaces = self.text.replaces();
        let chunk = Chunk { text, number: self.next, line, rows: lines.count, separator, replaces };
        self.text.consume(lines.length);
        self.line += lines.count;
        self.next += lines.count;
        self.usual = chunk.usual().unwrap_or(self.usual);
        Ok(Some(chunk))
    }

    fn position(&self) -> u64 {
        self.text.position()
    }

    fn encoding(&self) -> Option<Encoding> {
        self.text.encoding()
    }

    fn separator(&self) -> Option<Separator> {
        self.separator
    }

    fn input_notes(&self) -> Vec<InputNote> {
        let separator = self.separator.filter(|_| self.detected);
        let separator = separator.map(|separator| InputNote::Separator { separator });
        let quotes = self.long_quotes.map(|(line, count)| InputNote::LongQuote { line, count });
        self.text.note().into_iter().chain(separator).chain(quotes).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;
    use crate::text::Language;

    /// The rows of a table: the line of each, its cells, and its problem.
    fn rows(text: &[u8]) -> Vec<String> {
        let text = TextReader::new(Box::new(Cursor::new(text.to_vec())), None);
        let (mut csv, mut batch) = (Csv::new(text, None), Batch::default());
        let end = loop {
            match csv.next(&mut batch) {
                Ok(true) => {}
                Ok(false) => break None,
                Err(error) => break Some(error.message(Language::English)),
            }
        };
        let rows = batch.rows().map(|(row, cells)| {
            let cells = cells.map(|cell| cell.text).collect::<Vec<_>>().join("/");
            let problem = row.problem.map(|it| format!(" {it:?}")).unwrap_or_default();
            format!("{} {cells}{problem}", row.line)
        });
        let notes = csv.input_notes().into_iter().map(|note| note.kind().to_owned());
        rows.chain(notes).chain(end).collect()
    }

    #[test]
    fn rows_are_split_into_cells() {
        for (text, expected) in [
            ("a,b\n1,2\n", &["1 a/b", "2 1/2"][..]),
            ("a,b\r\n1,2\r\n\r\n3,4", &["1 a/b", "2 1/2", "4 3/4"]),
            ("a,b\r1,2\r\r3,4\r", &["1 a/b", "2 1/2", "4 3/4"]),
            ("\n\n,,\na,b,c\n", &["4 a/b/c"]),
            ("a,b\n\"1,\"\"x\",2\n3,4\n", &["1 a/b", "2 1,\"x/2", "3 3/4"]),
            ("a,b\n\"1\r\n2\n3\",4\n5,6", &["1 a/b", "2 1\r\n2\n3/4", "5 5/6"]),
            ("a,b\n \"1,2\" ,3\n", &["1 a/b", "2 1,2/3"]),
            ("a,b\n5\" pipe,3\n", &["1 a/b", "2 5\" pipe/3"]),
            ("a,b\n\"\",\"\"\n1,\n", &["1 a/b", "3 1/"]),
            ("sep=;\na;b\n1;2,3\n", &["2 a/b", "3 1/2,3"]),
            ("a；b\n甲；\"乙；丙\"\n", &["1 a/b", "2 甲/乙；丙", "separator"]),
            ("a\tb\n1\t2\n", &["1 a/b", "2 1/2", "separator"]),
            ("a\n\"1", &["1 a", "line 2: unclosed quote"]),
        ] {
            assert_eq!(rows(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn rows_in_quotes_do_not_go_unnoticed() {
        for (text, expected) in [
            ("a,b,c\n\"1,2,3\n4\"x,5,6\n7,8,9\n", "2 1,2,3\n4x/5/6 Quote { last: 3 }"),
            ("a,b,c\n\"1\"x,2,3\n7,8,9\n", "2 1x/2/3 Quote { last: 2 }"),
            ("a,b,c\n\"1,2,3\n4\",5,6\n7,8,9\n", "2 1,2,3\n4/5/6 RowsInQuote { last: 3 }"),
            ("a,b,c\n1,\"2,3\n4,5\",6\n7,8,9\n", "2 1/2,3\n4,5/6 RowsInQuote { last: 3 }"),
            ("a,b,c\n1,2,\"x,y\nz,w\"\n7,8,9\n", "2 1/2/x,y\nz,w"),
            ("a,b,c\n1,2,\"x\ny\"\n7,8,9\n", "2 1/2/x\ny"),
        ] {
            let rows = rows(text.as_bytes());
            assert_eq!((rows[1].as_str(), rows.len() >= 3), (expected, true), "{text}");
        }
        assert_eq!(rows(b"a,b,c\n1,2,\"x,y\nz,w\"\n7,8,9\n").last().unwrap(), "long_quote");
    }

    #[test]
    fn bytes_that_are_no_text_are_a_problem_of_their_row() {
        let bytes = [b"a,b\n".as_slice(), "甲乙".as_bytes(), b"\xe4\xb8,1\n\"\xff\",2\n"].concat();
        let expected =
            ["1 a/b", "2 甲乙\u{fffd}/1 NotText", "3 \u{fffd}/2 NotText", "mixed_encoding"];
        assert_eq!(rows(&bytes), expected);
    }

    #[test]
    fn blocks_may_end_anywhere() {
        let row = "甲乙,\"丙\n\"\"丁\",1\r\n戊；,2,3\r";
        for start in [0, 1, 2, 3, 5, 7, 11, 13, 17] {
            let text = ["a,b,c\n", &"x".repeat(start), "\n", &row.repeat(20_000)].concat();
            let rows = rows(text.as_bytes());
            assert_eq!(rows.len(), 40_001 + usize::from(start > 0), "{start}");
            let last = rows.last().unwrap();
            assert!(last.ends_with(" 戊；/2/3"), "{last}");
            assert!(rows.iter().filter(|it| it.ends_with(" 甲乙/丙\n\"丁/1")).count() == 20_000);
        }
    }
}
