//! Counting the cells that notes are about.

#[cfg(any(feature = "arrow", feature = "intake"))]
use super::{Note, NotedCells, brief};
#[cfg(any(feature = "arrow", feature = "intake"))]
use crate::table::float::Number;
#[cfg(any(feature = "arrow", feature = "intake"))]
use crate::table::missing::Missing;

/// How many cells of a column a note of each kind is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NoteCounts {
    fifteen_digits: u64,
    rounded_money: u64,
    missing: u64,
    /// The first mark of a missing value, by its index.
    mark: usize,
    exponent: u64,
    /// The lines of the first missing value and of the first exponent.
    lines: [Option<u64>; 2],
    /// The number of cells with the value of a merged cell above, and the line of the first.
    merged: (u64, Option<u64>),
}

impl NoteCounts {
    pub(crate) const NONE: Self = Self {
        fifteen_digits: 0,
        rounded_money: 0,
        missing: 0,
        mark: 0,
        exponent: 0,
        lines: [None, None],
        merged: (0, None),
    };

    /// Counts a cell that was read as this number.
    #[cfg(any(feature = "arrow", feature = "intake"))]
    pub(crate) fn add(&mut self, number: &Number, round_money: bool) {
        self.fifteen_digits += u64::from(number.shortened);
        self.rounded_money += u64::from(round_money && number.fen.is_some());
    }

    /// Counts a mark for a value that is not known.
    pub(in crate::table) const fn add_missing(&mut self, mark: usize, line: Option<u64>) {
        if self.missing == 0 {
            self.mark = mark;
            self.lines[0] = line;
        }
        self.missing += 1;
    }

    /// Counts a number in scientific notation.
    pub(in crate::table) const fn add_exponent(&mut self, line: Option<u64>) {
        if self.exponent == 0 {
            self.lines[1] = line;
        }
        self.exponent += 1;
    }

    /// Counts a cell on this line that has the value of a merged cell above.
    #[cfg(feature = "intake")]
    pub(crate) fn add_merged(&mut self, line: u64) {
        let (count, first) = self.merged;
        self.merged = (count + 1, first.or(Some(line)));
    }

    /// Adds the counts of the rows that follow, column by column.
    #[cfg(feature = "intake")]
    pub(crate) fn merge(columns: &mut Vec<Self>, more: &[Self]) {
        columns.resize(columns.len().max(more.len()), Self::NONE);
        for (column, more) in columns.iter_mut().zip(more) {
            column.fifteen_digits += more.fifteen_digits;
            column.rounded_money += more.rounded_money;
            if column.missing == 0 {
                (column.mark, column.lines[0]) = (more.mark, more.lines[0]);
            }
            if column.exponent == 0 {
                column.lines[1] = more.lines[1];
            }
            column.missing += more.missing;
            column.exponent += more.exponent;
            column.merged.0 += more.merged.0;
            column.merged.1 = column.merged.1.or(more.merged.1);
        }
    }

    /// The notes on the column with this index and header.
    #[cfg(any(feature = "arrow", feature = "intake"))]
    pub(crate) fn notes(
        self,
        index: usize,
        column: &str,
        missing: &Missing,
    ) -> impl Iterator<Item = Note> + use<> {
        let cells = |count, line, example: &str| NotedCells {
            index,
            column: brief(column),
            count,
            line,
            example: example.to_owned(),
        };
        let [first_mark, first_exponent] = self.lines;
        let all = [
            Note::FifteenDigits(cells(self.fifteen_digits, None, "")),
            Note::RoundedMoney(cells(self.rounded_money, None, "")),
            Note::Missing(cells(self.missing, first_mark, missing.mark(self.mark))),
            Note::Exponent(cells(self.exponent, first_exponent, "")),
            Note::MergedCells(cells(self.merged.0, self.merged.1, "")),
        ];
        all.into_iter().filter(|note| note.cells().is_some_and(|it| 0 < it.count))
    }
}
