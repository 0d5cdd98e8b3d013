//! Merged cells. A sheet shows the value of the first cell of a range for all of them.

use std::io::BufRead;

use memchr::memmem;

use super::package::after;
use super::position::{self, Position};
use super::row::CurrentRow;
use super::xml::{Piece, Xml, attribute};
use crate::fault::CellProblem;
use crate::intake::batch::{MAX_COLUMNS, Mark, Merged};
use crate::intake::error::Error;

/// The ranges of merged cells of a sheet, in the order of their first rows. They stand behind the rows.
pub(super) fn read(part: impl BufRead) -> Result<Vec<Merged>, Error> {
    let Some(tail) = after(part, end_of_rows)? else { return Ok(Vec::new()) };
    let (mut xml, mut ranges) = (Xml::new(tail), Vec::new());
    loop {
        match xml.next()? {
            Piece::Start(element) | Piece::Empty(element)
                if element.local_name().as_ref() == "mergeCell" =>
            {
                let range = attribute(&element, "ref").ok_or(Error::Damaged)?;
                ranges.push(range_of(&range).ok_or(Error::Damaged)?);
            }
            Piece::End(element) if element.local_name().as_ref() == "mergeCells" => break,
            Piece::Eof => break,
            Piece::Start(_) | Piece::Empty(_) | Piece::End(_) | Piece::Between => {}
        }
    }
    ranges.sort_by_key(|it: &Merged| (it.rows.0, it.columns.0));
    Ok(ranges)
}

/// Where the rows of a sheet end in a block.
fn end_of_rows(block: &[u8]) -> Option<usize> {
    const END: &[u8] = b"sheetData>";
    memmem::find_iter(block, END).find_map(|at| {
        // Before the name stand a slash and perhaps a prefix.
        let name = block.get(..at)?.rsplit(|byte| *byte == b'<').next()?;
        let prefix = name.strip_prefix(b"/")?;
        let plain = prefix.is_empty() || prefix.ends_with(b":");
        plain.then_some(at + END.len())
    })
}

fn range_of(text: &str) -> Option<Merged> {
    let (first, last) = text.split_once(':').unwrap_or((text, text));
    let at = |text: &str| position::read(text.as_bytes());
    let (first, last): (Position, Position) = (at(first)?, at(last)?);
    let inside = first.row <= last.row
        && first.column <= last.column
        && last.row <= position::MAX_ROWS
        && last.column < MAX_COLUMNS;
    let rows = (u64::from(first.row), u64::from(last.row));
    inside.then_some(Merged { rows, columns: (first.column, last.column) })
}

/// The merged cells of a sheet.
#[derive(Default)]
pub(super) struct Merges {
    ranges: Vec<Merged>,
    /// The first of the ranges that were not reached yet.
    next: usize,
    /// Those that cover the current row.
    open: Vec<Open>,
}

/// A range whose first row was reached, with the value of its first cell.
struct Open {
    range: Merged,
    text: String,
    mark: Option<Mark>,
}

/// What merged cells make of a row.
#[derive(Default)]
struct Changes {
    filled: Vec<Filled>,
    /// The columns with a value that the sheet does not show.
    covered: Vec<usize>,
}

/// A cell that has the value of a merged cell above.
pub(super) struct Filled {
    pub(super) column: usize,
    pub(super) text: String,
    pub(super) mark: Option<Mark>,
    /// The row of the merged cell.
    pub(super) from: u64,
}

impl Merges {
    /// `ranges` are in the order of their first rows.
    pub(super) fn of(ranges: Vec<Merged>) -> Self {
        Self { ranges, next: 0, open: Vec::new() }
    }

    /// Adds a range that begins in a row below those of all others, or in the same row.
    pub(super) fn add(&mut self, range: Merged) {
        self.ranges.push(range);
    }

    pub(super) fn ranges(&self) -> &[Merged] {
        &self.ranges
    }

    /// Gives the cells of a row the values that the sheet shows. Rows come in ascending order. Ranges
    /// that overlap are an error, because no program makes them.
    pub(super) fn apply(&mut self, row: &mut CurrentRow, line: u64) -> Result<(), Error> {
        if self.ranges.is_empty() {
            return Ok(());
        }
        let changes = self.changes(line, |column| row.cell(column))?;
        for column in changes.covered {
            row.set_mark(column, Mark::Problem(CellProblem::Covered));
        }
        if !changes.filled.is_empty() {
            row.fill(changes.filled);
        }
        Ok(())
    }

    /// What the ranges make of a row, whose cells `cell` returns: a text, blank if there is none, and a
    /// mark.
    fn changes<'a>(
        &mut self,
        row: u64,
        cell: impl Fn(usize) -> (&'a str, Option<Mark>),
    ) -> Result<Changes, Error> {
        let mut changes = Changes::default();
        self.open.retain(|it| row <= it.range.rows.1);
        while let Some(range) = self.ranges.get(self.next).copied().filter(|it| it.rows.0 <= row) {
            self.next += 1;
            if row <= range.rows.1 {
                self.open(range, row, &cell)?;
            }
        }
        for Open { range, text, mark } in &self.open {
            let ((first, last), begins) = (range.columns, range.rows.0 == row);
            let own = cell(first).0;
            if !begins && own.trim().is_empty() {
                if !text.is_empty() {
                    let (text, mark, from) = (text.clone(), *mark, range.rows.0);
                    changes.filled.push(Filled { column: first, text, mark, from });
                }
            } else if !begins && own != text {
                changes.covered.push(first);
            }
            let beside = (first + 1)..=last;
            changes.covered.extend(beside.filter(|column| !cell(*column).0.trim().is_empty()));
        }
        Ok(changes)
    }

    fn open<'a>(
        &mut self,
        range: Merged,
        row: u64,
        cell: impl Fn(usize) -> (&'a str, Option<Mark>),
    ) -> Result<(), Error> {
        let at = self.open.partition_point(|it| it.range.columns.0 < range.columns.0);
        let before = at.checked_sub(1).and_then(|it| self.open.get(it));
        let overlaps = before.is_some_and(|it| range.columns.0 <= it.range.columns.1)
            || self.open.get(at).is_some_and(|it| it.range.columns.0 <= range.columns.1);
        if overlaps {
            return Err(Error::Damaged);
        }
        let (text, mark) = if range.rows.0 == row { cell(range.columns.0) } else { ("", None) };
        self.open.insert(at, Open { range, text: text.to_owned(), mark });
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read_from_behind_the_rows() {
        let rows = "<x:worksheet><x:sheetData><c><v>&lt;/sheetData></v></c></x:sheetData>";
        let part = format!(
            "{rows}<mergeCells><mergeCell ref='B2:B3'/><mergeCell ref='$A$1:C1'/></mergeCells>"
        );
        let merged = |rows, columns| Merged { rows, columns };
        let expected = vec![merged((1, 1), (0, 2)), merged((2, 3), (1, 1))];
        assert_eq!(read(part.as_bytes()), Ok(expected));
        assert_eq!(read(&b"<worksheet><sheetData/></worksheet>"[..]), Ok(vec![]));
        for range in ["", "B2:A1", "A1:XFE1", "A1:A1048577", "A0:A1", "甲"] {
            let part = format!("{rows}<mergeCell ref='{range}'/>");
            assert_eq!(read(part.as_bytes()), Err(Error::Damaged), "{range}");
        }
    }

    #[test]
    fn a_range_shows_its_first_value() {
        let ranges = [
            Merged { rows: (1, 1), columns: (0, 1) },
            Merged { rows: (2, 4), columns: (0, 0) },
            Merged { rows: (2, 3), columns: (2, 3) },
        ];
        let mut merges = Merges::of(ranges.to_vec());
        for (row, cells, filled, covered) in [
            (1, ["title", "", "", ""], vec![], vec![]),
            (2, ["a", "1", "2", "x"], vec![], vec![3]),
            (3, ["", "1", "9", ""], vec![(0, "a")], vec![2]),
            (4, ["a", "1", "", ""], vec![], vec![]),
            (5, ["", "1", "", ""], vec![], vec![]),
        ] {
            let changes = merges.changes(row, |column| (cells[column], None)).unwrap();
            let found = changes.filled.iter().map(|it| (it.column, it.text.as_str()));
            let found = found.collect::<Vec<_>>();
            assert_eq!((found, changes.covered), (filled, covered), "{row}");
        }
        let overlapping =
            [Merged { rows: (1, 2), columns: (0, 1) }, Merged { rows: (2, 3), columns: (1, 1) }];
        let found = Merges::of(overlapping.to_vec()).changes(2, |_| ("", None));
        assert!(found.is_err());
    }
}
