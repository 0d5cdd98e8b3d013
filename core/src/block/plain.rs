//! Cells of text that are plain: digits with or without a point, dates as `2024-05-01`, the words of
//! flags and choices, and texts.
//!
//! Every other cell is left to the reader of single cells, which also finds the faults. So nothing
//! here decides what an odd cell means.

use super::bits::{BLOCK, Bits};
use super::words::Words;
use crate::field::{Choice, Kind, TEXT_LIMIT};
use crate::input::{Shape, parse_cell};
use crate::quantity::date::{FIRST_YEAR, LAST_YEAR};
use crate::quantity::{Date, GREATEST, MILLION};
use crate::table::{Missing, NoteCounts, Reading, Target};

/// The plain cells of a column.
#[derive(Debug, Clone)]
pub(crate) enum Plain {
    Number(Units),
    Date,
    Word(Words),
    /// No rule reads a text, so it is only checked for its length.
    Text,
}

/// What numbers become: whole numbers of the fact's smallest unit, which is the 10^`decimals`th part
/// of that of the column, from `least` to `most`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Units {
    decimals: i32,
    least: i64,
    most: i64,
}

/// A cell: a range of a text. What is before it in the text does not matter, but saves time.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cell<'t> {
    pub(crate) text: &'t [u8],
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// What a cell is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Found {
    Blank,
    Number(i64),
    /// To be read by the reader of single cells.
    Odd,
}

impl Plain {
    /// The plain cells of a column with this target; `None` if it has none.
    pub(crate) fn of(shape: &Shape, target: Target) -> Option<Self> {
        let Target::Fact { field, power, .. } = target else { return None };
        let number = |(least, most), decimals| {
            Self::Number(Units { decimals: power + decimals, least, most })
        };
        Some(match field.kind {
            Kind::Count(&range) => number(range, 0),
            Kind::Year => number((FIRST_YEAR, LAST_YEAR), 0),
            Kind::Money => number((0, GREATEST), 2),
            Kind::Share => number((0, MILLION), 4),
            Kind::Flag => Self::Word(words(shape, target, FLAGS.into_iter())),
            Kind::Choice(choices) => {
                let all = |choice: &'static Choice| {
                    [choice.key(), choice.label().zh()].into_iter().chain(choice.also())
                };
                Self::Word(words(shape, target, choices.iter().flat_map(all)))
            }
            Kind::Date => Self::Date,
            Kind::Text => Self::Text,
            Kind::Dates | Kind::Periods => return None,
        })
    }

    /// Reads the cells of up to [`BLOCK`] rows; returns those that are odd.
    pub(crate) fn load<'t>(
        &self,
        cells: impl Iterator<Item = Cell<'t>>,
        values: &mut [i64; BLOCK],
        known: &mut Bits,
    ) -> Bits {
        match self {
            Self::Number(units) => load(cells, values, known, |cell| units.read(cell)),
            Self::Date => load(cells, values, known, date),
            Self::Word(words) => {
                load(cells, values, known, |cell| match words.find(cell.bytes()) {
                    Some(number) => Found::Number(number),
                    None if cell.length() == 0 => Found::Blank,
                    None => Found::Odd,
                })
            }
            Self::Text => load(cells, values, known, |cell| {
                // A text of no more bytes than the limit has no more characters either.
                if cell.length() <= TEXT_LIMIT { Found::Blank } else { Found::Odd }
            }),
        }
    }
}

impl<'t> Cell<'t> {
    /// A cell that is a text of its own.
    pub(crate) fn alone(text: &'t [u8]) -> Self {
        Self { text, start: 0, end: text.len() }
    }

    const fn length(self) -> usize {
        self.end - self.start
    }

    fn bytes(self) -> &'t [u8] {
        self.text.get(self.start..self.end).unwrap_or_default()
    }
}

/// Words for flags, as tables have them.
const FLAGS: [&str; 16] = [
    "是", "否", "有", "无", "1", "0", "true", "false", "True", "False", "TRUE", "FALSE", "yes",
    "no", "Yes", "No",
];

/// The numbers of words, as the reader of single cells reads them.
fn words(shape: &Shape, target: Target, words: impl Iterator<Item = &'static str>) -> Words {
    let Target::Fact { field, .. } = target else { return Words::default() };
    let reading = Reading { missing: Missing::NONE, line: None };
    Words::of(words.filter_map(|word| {
        let node = target.cell(word, reading, &mut NoteCounts::NONE.clone())?;
        Some((word, parse_cell(shape, field, &node)?.number()?))
    }))
}

fn load<'t>(
    mut cells: impl Iterator<Item = Cell<'t>>,
    values: &mut [i64; BLOCK],
    known: &mut Bits,
    read: impl Fn(Cell<'t>) -> Found,
) -> Bits {
    let mut odd = Bits::NONE;
    *known = Bits::NONE;
    let (words, _) = values.as_chunks_mut::<64>();
    for ((values, known), odd) in words.iter_mut().zip(&mut known.0).zip(&mut odd.0) {
        let (mut known_here, mut odd_here, mut bit) = (0_u64, 0_u64, 1_u64);
        for (value, cell) in values.iter_mut().zip(&mut cells) {
            match read(cell) {
                Found::Number(number) => {
                    *value = number;
                    known_here |= bit;
                }
                Found::Blank => {}
                Found::Odd => odd_here |= bit,
            }
            bit = bit.wrapping_shl(1);
        }
        (*known, *odd) = (known_here, odd_here);
    }
    odd
}

/// How many characters a plain number has at most.
const MOST: usize = 16;

/// The same byte sixteen times.
const fn all(byte: u8) -> u128 {
    u128::from_le_bytes([byte; MOST])
}

impl Units {
    fn read(self, cell: Cell<'_>) -> Found {
        if cell.length() == 0 {
            return Found::Blank;
        }
        self.number(cell).map_or(Found::Odd, Found::Number)
    }

    /// Reads a number of up to sixteen characters, all of which fit into one word.
    fn number(self, cell: Cell<'_>) -> Option<i64> {
        let (Cell { text, start, end }, length) = (cell, cell.length());
        if MOST < length {
            return None;
        }
        let before = end.checked_sub(MOST).and_then(|from| text.get(from..end)?.first_chunk());
        let bytes = before.copied().or_else(|| {
            let mut bytes = [0; MOST];
            bytes.get_mut(MOST - length..)?.copy_from_slice(cell.bytes());
            Some(bytes)
        })?;
        // The last character is in the highest byte. What is before the number becomes zeros.
        let unused = 8 * u32::try_from(MOST - length).ok()?;
        let mut digits = (u128::from_le_bytes(bytes) ^ all(b'0')) >> unused << unused;
        let other = digits ^ all(b'.' ^ b'0');
        let points = !((other & all(0x7f)).wrapping_add(all(0x7f)) | other | all(0x7f));
        let mut whole = length;
        let mut after = 0;
        if points != 0 {
            let at = points.trailing_zeros() & !7;
            let before = digits & !(u128::MAX << at);
            digits = digits & (u128::MAX << at << 8) | before << 8;
            after = 15 - (at >> 3);
            whole = length - 1 - usize::try_from(after).ok()?;
            if after == 0 {
                return None;
            }
        }
        let odd = ((digits & all(0x7f)).wrapping_add(all(0x80 - 10)) | digits) & all(0x80);
        if odd != 0 || whole == 0 || whole != 1 && text.get(start) == Some(&b'0') {
            return None;
        }
        let [high, low] = [digits, digits >> 64].map(|it| eight(it & u128::from(u64::MAX)));
        self.scaled((high * 100_000_000 + low).cast_signed(), after)
    }

    /// A number in the smallest unit, from its digits and how many of them are behind the point.
    fn scaled(self, digits: i64, after: u32) -> Option<i64> {
        let by = self.decimals - after.cast_signed();
        let power = *POWERS.get(usize::try_from(by.unsigned_abs()).ok()?)?;
        let number = if by < 0 {
            (digits % power == 0).then_some(digits / power)?
        } else {
            digits.checked_mul(power)?
        };
        (self.least..=self.most).contains(&number).then_some(number)
    }
}

/// The powers of ten that an `i64` holds.
const POWERS: [i64; 19] = {
    let mut powers = [1; 19];
    let mut at = 1;
    while at < powers.len() {
        powers[at] = 10 * powers[at - 1];
        at += 1;
    }
    powers
};

/// The number of eight digits, the first of which is in the lowest byte. Neighbours are added in three
/// steps: to numbers of two, of four and of eight digits.
fn eight(digits: u128) -> u64 {
    let digits = u64::try_from(digits).unwrap_or_default();
    let digits = digits.wrapping_mul(10 << 8 | 1) >> 8 & 0x00ff_00ff_00ff_00ff;
    let digits = digits.wrapping_mul(100 << 16 | 1) >> 16 & 0x0000_ffff_0000_ffff;
    digits.wrapping_mul(10_000 << 32 | 1) >> 32
}

fn date(cell: Cell<'_>) -> Found {
    if cell.length() == 0 {
        return Found::Blank;
    }
    Date::from_iso(cell.bytes()).map_or(Found::Odd, |date| Found::Number(date.day_number()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(units: Units, cell: &str) -> Found {
        // What is around a cell does not matter, nor whether it is at the beginning of the text.
        let found: Vec<Found> = ["", "7", ".", "9999999999999999,"]
            .into_iter()
            .map(|before| {
                let text = [before, cell, "77"].concat();
                let (start, end) = (before.len(), before.len() + cell.len());
                units.read(Cell { text: text.as_bytes(), start, end })
            })
            .collect();
        assert!(found.iter().all(|it| *it == found[0]), "{cell}: {found:?}");
        found[0]
    }

    #[test]
    fn plain_numbers_are_read() {
        let yuan = Units { decimals: 2, least: 0, most: GREATEST };
        for (cell, fen) in [
            ("0", 0),
            ("0.00", 0),
            ("0.01", 1),
            ("1", 100),
            ("1.5", 150),
            ("12.30", 1_230),
            ("12.3000", 1_230),
            ("123456789", 12_345_678_900),
            ("12345678.9", 1_234_567_890),
            ("9007199254740.99", 900_719_925_474_099),
            ("1.00000000000000", 100),
        ] {
            assert_eq!(read(yuan, cell), Found::Number(fen), "{cell}");
        }
        assert_eq!(read(yuan, ""), Found::Blank);
        for cell in [
            "01",
            "00.1",
            ".5",
            "5.",
            ".",
            "1..2",
            "1.2.3",
            "-1",
            "+1",
            "1,2",
            " 1",
            "1 ",
            "1e3",
            "1:",
            "1/",
            "１",
            "0.001",
            "12345678901234567",
            "1.000000000000000",
            "x",
            "是",
        ] {
            assert_eq!(read(yuan, cell), Found::Odd, "{cell}");
        }
    }

    #[test]
    fn numbers_are_read_up_to_their_bounds_and_in_their_units() {
        let years = Units { decimals: 0, least: FIRST_YEAR, most: LAST_YEAR };
        for (year, inside) in
            [(FIRST_YEAR - 1, false), (FIRST_YEAR, true), (LAST_YEAR, true), (LAST_YEAR + 1, false)]
        {
            let found = if inside { Found::Number(year) } else { Found::Odd };
            assert_eq!(read(years, &year.to_string()), found);
        }
        let fen = Units { decimals: 0, least: 0, most: GREATEST };
        assert_eq!(read(fen, &GREATEST.to_string()), Found::Number(GREATEST));
        assert_eq!(read(fen, &(GREATEST + 1).to_string()), Found::Odd);
        let units = |decimals| Units { decimals, least: 0, most: GREATEST };
        // 万元, and 元 as hundreds.
        assert_eq!(read(units(6), "1.234567"), Found::Number(1_234_567));
        assert_eq!(read(units(6), "1.2345678"), Found::Odd);
        assert_eq!(read(units(-2), "1200"), Found::Number(12));
        assert_eq!(read(units(-2), "1250"), Found::Odd);
    }
}
