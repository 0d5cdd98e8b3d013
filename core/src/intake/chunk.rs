//! Many rows of a text table without quotes, as one text: only their ends were looked for. They are
//! split into cells later, by another thread.

use std::borrow::Cow;
use std::ops::Range;

use memchr::{memchr, memmem, memrchr};

use super::batch::{Batch, Problem};
use super::separator::Separator;
use crate::input::value::blank;
use crate::json::{MAX_TEXT, MAX_VALUES};

/// Rows that follow each other, each on a line of its own. None is empty.
#[derive(Debug)]
pub(crate) struct Chunk {
    /// The lines, each with its end: a line feed, perhaps with a carriage return before it.
    pub(crate) text: Vec<u8>,
    /// The number and the line of the first row.
    pub(crate) number: u64,
    pub(crate) line: u64,
    /// The number of rows.
    pub(crate) rows: u64,
    pub(crate) separator: Separator,
    /// Whether bytes that could not be decoded were replaced.
    pub(crate) replaces: bool,
}

/// The lines of a chunk.
pub(crate) struct Lines {
    /// The number of bytes.
    pub(crate) length: usize,
    pub(crate) count: u64,
}

impl Lines {
    /// The lines at the beginning of a text, up to a quote, to a carriage return that does not precede a
    /// line feed, or to a line that is empty. There are none if they have fewer bytes than `least`,
    /// unless the text ends with them.
    pub(crate) fn of(text: &[u8], least: usize) -> Option<Self> {
        let all = text.len();
        let text = whole(text.get(..memchr(b'"', text).unwrap_or(all))?)?;
        let lines = Self::count(text).or_else(|| {
            let odd = |it: &[u8]| match *it {
                [before, after] => {
                    before == b'\n' && matches!(after, b'\n' | b'\r')
                        || before == b'\r' && after != b'\n'
                }
                _ => false,
            };
            let at = text.windows(2).position(odd)?;
            Self::count(whole(text.get(..=at)?)?)
        })?;
        (least <= lines.length || lines.length == all).then_some(lines)
    }

    /// Counts the lines of a text, unless something in it is odd.
    fn count(text: &[u8]) -> Option<Self> {
        let (mut ends, mut returns, mut pairs, mut empty) = (0_u64, 0_u64, 0_u64, 0_u64);
        // What is before the text is the end of a line.
        let mut before = b'\n';
        // So many at once that a byte can count them: then the loop runs over many bytes at once.
        for part in text.chunks(usize::from(u8::MAX)) {
            let mut counts = [0_u8; 4];
            let mut count = |before: u8, byte: u8| {
                let [is_end, is_return] = [byte == b'\n', byte == b'\r'].map(u8::from);
                let [after_end, after_return] = [before == b'\n', before == b'\r'].map(u8::from);
                let found =
                    [is_end, is_return, is_end & after_return, (is_end | is_return) & after_end];
                for (count, found) in counts.iter_mut().zip(found) {
                    *count = count.wrapping_add(found);
                }
            };
            let (first, rest) = part.split_first()?;
            count(before, *first);
            part.iter().zip(rest).for_each(|(before, byte)| count(*before, *byte));
            before = *part.last()?;
            let [some, other, both, none] = counts.map(u64::from);
            ends += some;
            returns += other;
            pairs += both;
            empty += none;
        }
        (returns == pairs && empty == 0).then_some(Self { length: text.len(), count: ends })
    }
}

/// The lines of a text that have an end.
fn whole(text: &[u8]) -> Option<&[u8]> {
    text.get(..=memrchr(b'\n', text)?)
}

impl Chunk {
    /// The text, if it is text as a whole.
    #[cfg(feature = "cli")]
    pub(crate) fn as_text(&self) -> Option<&str> {
        let text = simdutf8::basic::from_utf8(&self.text).ok()?;
        (!self.replaces || !text.contains('\u{fffd}')).then_some(text)
    }

    /// The lines without their ends.
    fn lines(&self) -> impl DoubleEndedIterator<Item = &[u8]> {
        let text = self.text.strip_suffix(b"\n").unwrap_or(&self.text);
        text.split(|byte| *byte == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line))
    }

    /// How many cells the last row has.
    pub(crate) fn usual(&self) -> Option<usize> {
        self.lines().rev().find_map(|line| cells(line, self.separator))
    }

    /// These rows, split into cells; those that are blank are left out. Rows are counted from 0, and
    /// `bytes` is where they are.
    pub(crate) fn batch(&self, rows: Range<u64>, bytes: Range<usize>) -> Batch {
        let mut batch = Batch::default();
        let part = self.text.get(bytes).unwrap_or_default();
        let part = part.strip_suffix(b"\n").unwrap_or(part);
        for (row, line) in rows.zip(part.split(|byte| *byte == b'\n')) {
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            let place = (self.number + row, self.line + row);
            push(line, self.replaces, self.separator, place, &mut batch);
        }
        batch
    }

    /// All rows.
    pub(crate) fn whole(&self) -> Batch {
        self.batch(0..self.rows, 0..self.text.len())
    }
}

/// Appends a row without quotes to a batch, unless it is blank. `place` is its number and its line.
/// Returns how many cells it has, unless they are too many, and whether it was appended.
pub(crate) fn push(
    bytes: &[u8],
    replaces: bool,
    separator: Separator,
    (number, line): (u64, u64),
    batch: &mut Batch,
) -> (Option<usize>, bool) {
    let Some(cells) = cells(bytes, separator) else {
        batch.push(number, line, Some(Problem::TooLong), [].into_iter());
        return (None, true);
    };
    let mark = separator.0;
    let (text, problem) = text_of(bytes, replaces);
    if problem.is_none() && text.chars().all(|it| blank(it) || it == mark) {
        return (Some(cells), false);
    }
    batch.push(number, line, problem, text.split(mark));
    (Some(cells), true)
}

/// The number of cells of a row, unless they are too many or the row is too long.
fn cells(bytes: &[u8], separator: Separator) -> Option<usize> {
    let mut utf8 = [0; 4];
    let cells = 1 + match separator.0.encode_utf8(&mut utf8).as_bytes() {
        [byte] => memchr::memchr_iter(*byte, bytes).count(),
        more => memmem::find_iter(bytes, more).count(),
    };
    (bytes.len() <= MAX_TEXT && cells <= MAX_VALUES).then_some(cells)
}

/// The text of a row; bytes that are not text are replaced, which is a problem.
pub(crate) fn text_of(bytes: &[u8], replaces: bool) -> (Cow<'_, str>, Option<Problem>) {
    match std::str::from_utf8(bytes) {
        Ok(text) if !replaces || !text.contains('\u{fffd}') => (text.into(), None),
        Ok(text) => (text.into(), Some(Problem::NotText)),
        Err(_) => (String::from_utf8_lossy(bytes), Some(Problem::NotText)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_where_rows_may_not_be_lines() {
        for (text, found) in [
            ("a,b\n1,2\n3", Some((8, 2))),
            ("a,b\r\n1,2\r\n", Some((10, 2))),
            ("a,b\n1,\"2\"\n", Some((4, 1))),
            ("a,b\n\n1,2\n", Some((4, 1))),
            ("a,b\r\n\r\n1,2\n", Some((5, 1))),
            ("a,b\n1\r2\n3\n", Some((4, 1))),
            ("a,b\n1\r\r\n3\n", Some((4, 1))),
            ("a,b\n1\r\n3\n", Some((9, 3))),
            ("a", None),
            ("a\rb\r", None),
            ("\"a\"\n", None),
            ("\na\n", None),
            ("\r\na\n", None),
            ("", None),
        ] {
            let lines = Lines::of(text.as_bytes(), 0);
            assert_eq!(lines.map(|it| (it.length, it.count)), found, "{text:?}");
        }
        assert!(Lines::of(b"a\n\nb\n", 3).is_none());
        assert!(Lines::of(b"a\n\nb\n", 2).is_some());
        assert!(Lines::of(b"a\nb\n", 9).is_some());
        let long = ["a,b\n".repeat(1000), "\n".into(), "c,d\n".repeat(1000)].concat();
        assert_eq!(Lines::of(long.as_bytes(), 0).map(|it| it.count), Some(1000));
    }
}
