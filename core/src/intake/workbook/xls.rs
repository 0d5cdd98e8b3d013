//! Workbooks of Excel 97 to 2003 (XLS) and of WPS (ET), as far as their rows go.

use std::collections::{BTreeSet, HashMap};

use super::biff::{Data, HEAD, Record, Records};
use super::format::Format;
use super::sheet::{MOST_RANGES, Shared};
use super::strings::{SUBSCRIPT, SUPERSCRIPT, Strings, small};
use super::styles::Styles;
use crate::intake::batch::Merged;
use crate::intake::error::Error;
use crate::intake::format::Foreign;
use crate::quantity::decimal;
use crate::table::{self, Float};

/// What a workbook says of its sheets: the name of each, whether it is visible, where it begins.
pub(super) type Sheets = Vec<(String, bool, usize)>;

/// The kinds of records.
mod kind {
    pub(super) const COLUMNS: u16 = 0x7d;
    pub(super) const FORMULA: u16 = 0x06;
    pub(super) const END: u16 = 0x0a;
    pub(super) const DATE_MODE: u16 = 0x22;
    pub(super) const PASSWORD: u16 = 0x2f;
    pub(super) const FONT: u16 = 0x31;
    pub(super) const SHEET: u16 = 0x85;
    pub(super) const NUMBERS: u16 = 0xbd;
    pub(super) const RICH_TEXT: u16 = 0xd6;
    pub(super) const STYLE: u16 = 0xe0;
    pub(super) const MERGED: u16 = 0xe5;
    pub(super) const STRINGS: u16 = 0xfc;
    pub(super) const SHARED_TEXT: u16 = 0xfd;
    pub(super) const NUMBER: u16 = 0x203;
    pub(super) const TEXT: u16 = 0x204;
    pub(super) const FLAG: u16 = 0x205;
    pub(super) const RESULT: u16 = 0x207;
    pub(super) const ROW: u16 = 0x208;
    pub(super) const SHORT_NUMBER: u16 = 0x27e;
    pub(super) const FORMAT: u16 = 0x41e;
    pub(super) const BEGIN: u16 = 0x809;
}

/// The version of the records that are read.
const BIFF8: u16 = 0x600;

/// Reads what the sheets of a workbook have in common, and the list of these.
pub(super) fn read(stream: &[u8]) -> Result<(Shared, Sheets), Error> {
    let mut records = Records::new(stream);
    let begins = |it: &Record<'_>| it.kind == kind::BEGIN && it.u16(0) == Some(BIFF8);
    records.next().filter(begins).ok_or(Error::OldWorkbook)?;
    let mut shared = Shared {
        strings: Strings::default(),
        styles: Styles::default(),
        is_1904: false,
        is_stale: false,
    };
    let (mut sheets, mut fonts) = (Vec::new(), Vec::new());
    let (mut formats, mut styles) = (HashMap::new(), Vec::new());
    for record in records {
        let read = match record.kind {
            kind::END => {
                let format = |id: &u16| formats.get(id).copied();
                let built_in = |id: u16| Format::built_in(id.into());
                let all = styles.iter().map(|id| format(id).unwrap_or_else(|| built_in(*id)));
                shared.styles = Styles::of(all.collect());
                return Ok((shared, sheets));
            }
            kind::PASSWORD => return Err(Error::Foreign(Foreign::Encrypted)),
            kind::DATE_MODE => record.u16(0).map(|it| shared.is_1904 = it == 1),
            kind::FONT => digits(&record).map(|it| fonts.push(it)),
            kind::STYLE => record.u16(2).map(|it| styles.push(it)),
            kind::FORMAT => format(&record).map(|it| formats.extend([it])),
            kind::SHEET => list(&record, &mut sheets),
            kind::STRINGS => strings(&record, &fonts).map(|it| shared.strings = it),
            _ => Some(()),
        };
        read.ok_or(Error::OldWorkbook)?;
    }
    Err(Error::OldWorkbook)
}

/// The small digits in which a font writes, if it does; blank if it strikes characters.
type Digits = Option<&'static str>;

fn digits(record: &Record<'_>) -> Option<Digits> {
    let struck = record.u16(2)? & 8 > 0;
    Some(match record.u16(8)? {
        1 => Some(SUPERSCRIPT),
        2 => Some(SUBSCRIPT),
        _ => struck.then_some(""),
    })
}

fn format(record: &Record<'_>) -> Option<(u16, Format)> {
    let length = record.u16(2)?;
    let code = record.data(4)?.text(length.into())?;
    Some((record.u16(0)?, Format::of(&code)))
}

/// Adds a sheet to the list, unless it has no rows, as a chart.
fn list(record: &Record<'_>, sheets: &mut Sheets) -> Option<()> {
    let (hidden, is_other) = (record.data.get(4)? & 3 > 0, *record.data.get(5)? > 0);
    let name = record.data(7)?.text((*record.data.get(6)?).into())?;
    let at = usize::try_from(record.u32(0)?).ok()?;
    if !is_other {
        sheets.push((name, !hidden, at));
    }
    Some(())
}

fn strings(record: &Record<'_>, fonts: &[Digits]) -> Option<Strings> {
    let mut strings = Strings::default();
    let mut data = record.data(8)?;
    for _ in 0..record.u32(4)? {
        let (text, marked) = rich_text(&mut data, fonts)?;
        strings.push(&text, marked);
    }
    Some(strings)
}

/// Reads a text with its formats; returns whether it has raised, lowered or struck characters.
fn rich_text(data: &mut Data<'_>, fonts: &[Digits]) -> Option<(String, bool)> {
    let (length, flags) = (data.u16()?, data.u8()?);
    let runs = if flags & 8 > 0 { data.u16()? } else { 0 };
    let phonetic = if flags & 4 > 0 { data.u32()? } else { 0 };
    let units = data.characters(length.into(), flags & 1 > 0)?;
    // Each run is the index of its first character, and that of its font.
    let mut begins = Vec::new();
    for _ in 0..runs {
        begins.push((usize::from(data.u16()?), data.u16()?));
    }
    data.skip(usize::try_from(phonetic).ok()?)?;
    let (mut text, mut marked, mut at) = (String::new(), false, 0);
    let mut digits = None;
    for (next, font) in begins.into_iter().chain([(units.len(), 0)]) {
        let start = text.len();
        text.push_str(&String::from_utf16_lossy(units.get(at..next).unwrap_or_default()));
        if let Some(digits) = digits {
            marked |= text.get(start..).is_some_and(|it| !it.trim().is_empty());
            small(&mut text, start, digits);
        }
        // There is no font 4.
        let index = usize::from(if font > 4 { font - 1 } else { font });
        (at, digits) = (next.max(at), fonts.get(index).copied().flatten());
    }
    Some((text, marked))
}

/// A cell of a sheet.
pub(super) struct OldCell {
    pub(super) row: u16,
    pub(super) column: u16,
    pub(super) style: u16,
    pub(super) value: OldValue,
}

pub(super) enum OldValue {
    /// A number, by the bits of a float.
    Number(u64),
    /// A number in four bytes.
    Short(u32),
    /// The index of a text that cells share.
    Shared(u32),
    Text(String),
    Flag(bool),
    Error(&'static str),
}

/// The cells of a sheet, in their order, and what else there is to know of it.
#[derive(Default)]
pub(super) struct Cells {
    pub(super) all: Vec<OldCell>,
    pub(super) ranges: Vec<Merged>,
    pub(super) hidden: BTreeSet<u16>,
    /// The first and the last column of each range that is hidden.
    pub(super) hidden_columns: Vec<(usize, usize)>,
    /// The number of bytes that were read.
    pub(super) length: usize,
}

impl Cells {
    /// Reads the sheet that begins at the beginning of a stream.
    pub(super) fn read(stream: &[u8]) -> Result<Self, Error> {
        let (mut found, mut depth) = (Self::default(), 0_usize);
        for record in Records::new(stream) {
            found.length += record.data.len() + HEAD;
            match record.kind {
                // Charts have streams of their own within the sheet.
                kind::BEGIN => depth += 1,
                kind::END if depth <= 1 => {
                    found.all.sort_by_key(|it| (it.row, it.column));
                    found.ranges.sort_by_key(|it| (it.rows.0, it.columns.0));
                    return Ok(found);
                }
                kind::END => depth -= 1,
                _ if depth == 0 => return Err(Error::OldWorkbook),
                _ if depth == 1 => found.take(&record).ok_or(Error::OldWorkbook)?,
                _ => {}
            }
        }
        Err(Error::OldWorkbook)
    }

    fn take(&mut self, record: &Record<'_>) -> Option<()> {
        let value = match record.kind {
            kind::SHORT_NUMBER => OldValue::Short(record.u32(6)?),
            kind::NUMBERS => return self.numbers(record),
            kind::SHARED_TEXT => OldValue::Shared(record.u32(6)?),
            kind::TEXT | kind::RICH_TEXT => {
                OldValue::Text(record.data(8)?.text(record.u16(6)?.into())?)
            }
            kind::FLAG => flag(*record.data.get(6)?, *record.data.get(7)? > 0),
            kind::FORMULA if record.u16(12)? == u16::MAX => match record.data.get(6)? {
                1 => flag(*record.data.get(8)?, false),
                2 => flag(*record.data.get(8)?, true),
                // A text follows, if it is not blank.
                _ => OldValue::Text(String::new()),
            },
            kind::NUMBER | kind::FORMULA => number(record, 6)?,
            kind::RESULT => {
                let result = record.data(2)?.text(record.u16(0)?.into())?;
                self.all.last_mut()?.value = OldValue::Text(result);
                return Some(());
            }
            kind::MERGED => return self.merged(record),
            kind::COLUMNS => {
                let is_hidden = record.u16(8).is_some_and(|it| it & 1 > 0);
                if is_hidden && self.hidden_columns.len() < MOST_RANGES {
                    self.hidden_columns.push((record.u16(0)?.into(), record.u16(2)?.into()));
                }
                return Some(());
            }
            kind::ROW => {
                if record.u32(12)? & 0x20 > 0 {
                    self.hidden.insert(record.u16(0)?);
                }
                return Some(());
            }
            _ => return Some(()),
        };
        let (row, column, style) = (record.u16(0)?, record.u16(2)?, record.u16(4)?);
        self.all.push(OldCell { row, column, style, value });
        Some(())
    }

    /// Takes the numbers of several cells beside each other.
    fn numbers(&mut self, record: &Record<'_>) -> Option<()> {
        let (row, first) = (record.u16(0)?, record.u16(2)?);
        let count = record.data.len().checked_sub(6)? / 6;
        for (index, column) in (0..count).zip(first..) {
            let (style, bits) = (record.u16(4 + 6 * index)?, record.u32(6 + 6 * index)?);
            let value = OldValue::Short(bits);
            self.all.push(OldCell { row, column, style, value });
        }
        Some(())
    }

    fn merged(&mut self, record: &Record<'_>) -> Option<()> {
        for index in 0..usize::from(record.u16(0)?) {
            let at = |field: usize| record.u16(2 + 8 * index + 2 * field);
            let rows = (u64::from(at(0)?) + 1, u64::from(at(1)?) + 1);
            let columns = (usize::from(at(2)?), usize::from(at(3)?));
            self.ranges.push(Merged { rows, columns });
        }
        Some(())
    }
}

fn number(record: &Record<'_>, at: usize) -> Option<OldValue> {
    let bits = record.data.get(at..)?.first_chunk()?;
    Some(OldValue::Number(u64::from_le_bytes(*bits)))
}

/// A number in four bytes: the upper bits of a float, or an integer; perhaps divided by a hundred.
pub(super) fn short_number(bits: u32) -> Option<String> {
    let text = if bits & 2 > 0 {
        (bits.cast_signed() >> 2).to_string()
    } else {
        table::text(Float::of_bits(u64::from(bits & !3) << 32))
    };
    if bits & 1 > 0 { decimal::shift(&text, -2) } else { Some(text) }
}

fn flag(value: u8, is_error: bool) -> OldValue {
    if !is_error {
        return OldValue::Flag(value > 0);
    }
    OldValue::Error(match value {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0f => "#VALUE!",
        0x17 => "#REF!",
        0x1d => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_numbers_are_read() {
        for (bits, expected) in [
            (0x0000_0002, "0"),
            ((1200 << 2) | 2, "1200"),
            ((123_456 << 2) | 3, "1234.56"),
            (u32::MAX - 1, "-1"),
            (0x3ff0_0000, "1"),
            (0x3ff8_0001, "0.015"),
        ] {
            assert_eq!(short_number(bits).as_deref(), Some(expected), "{bits:x}");
        }
    }
}
