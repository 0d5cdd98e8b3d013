//! Positions of cells, such as B2.

/// The most rows of a sheet.
pub(super) const MAX_ROWS: u32 = 1_048_576;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Position {
    /// Counted from 0.
    pub(super) column: usize,
    /// Counted from 1.
    pub(super) row: u32,
}

/// Reads a position; `None` if it is none. It may be beyond the last column or row.
pub(super) fn read(text: &[u8]) -> Option<Position> {
    let text = text.strip_prefix(b"$").unwrap_or(text);
    let letters = text.iter().position(|byte| !byte.is_ascii_alphabetic())?;
    let (letters, digits) = text.split_at_checked(letters)?;
    let digits = digits.strip_prefix(b"$").unwrap_or(digits);
    if !(1..=3).contains(&letters.len()) {
        return None;
    }
    let letter = |byte: &u8| usize::from(byte.to_ascii_uppercase() - b'A') + 1;
    let column = letters.iter().fold(0, |column, byte| column * 26 + letter(byte)) - 1;
    Some(Position { column, row: row(digits)? })
}

/// Reads the number of a row, counted from 1.
pub(super) fn row(digits: &[u8]) -> Option<u32> {
    if !(1..=7).contains(&digits.len()) {
        return None;
    }
    let digit = |byte: &u8| byte.is_ascii_digit().then(|| u32::from(byte - b'0'));
    let row = digits.iter().try_fold(0, |row, byte| Some(row * 10 + digit(byte)?))?;
    (0 < row).then_some(row)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_read() {
        for (text, expected) in [
            ("A1", Some((0, 1))),
            ("$B$2", Some((1, 2))),
            ("xfd1048576", Some((16_383, 1_048_576))),
            ("ZZZ9999999", Some((18_277, 9_999_999))),
            ("AAAA1", None),
            ("A10000000", None),
            ("A0", None),
            ("A", None),
            ("1", None),
            ("", None),
            ("A1B", None),
            ("甲1", None),
        ] {
            let found = read(text.as_bytes()).map(|it| (it.column, it.row));
            assert_eq!(found, expected, "{text}");
        }
    }
}
