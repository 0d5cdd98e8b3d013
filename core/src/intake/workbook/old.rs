//! The rows of a sheet of an old workbook.

use std::collections::BTreeSet;
use std::iter::Peekable;
use std::vec::IntoIter;

use super::cell::push_number;
use super::merges::Merges;
use super::row::CurrentRow;
use super::sheet::Shared;
use super::xls::{Cells, OldCell, OldValue, short_number};
use crate::fault::CellProblem;
use crate::intake::batch::{Batch, Mark, Merged, Source};
use crate::intake::error::Error;
use crate::table::{self, Float, Note};

pub(super) struct OldSheet<'a> {
    shared: &'a Shared,
    name: &'a str,
    cells: Peekable<IntoIter<OldCell>>,
    hidden: BTreeSet<u16>,
    hidden_columns: Vec<(usize, usize)>,
    merges: Merges,
    notes: Vec<Note>,
    row: CurrentRow,
}

impl<'a> OldSheet<'a> {
    pub(super) fn new(cells: Cells, shared: &'a Shared, name: &'a str, notes: Vec<Note>) -> Self {
        let Cells { all, ranges, hidden, hidden_columns, .. } = cells;
        let (cells, merges) = (all.into_iter().peekable(), Merges::of(ranges));
        let row = CurrentRow::default();
        Self { shared, name, cells, hidden, hidden_columns, merges, notes, row }
    }

    /// Reads the next row that is not blank; returns its index.
    pub(super) fn read(&mut self) -> Result<Option<u16>, Error> {
        while let Some(row) = self.cells.peek().map(|it| it.row) {
            let line = u64::from(row) + 1;
            self.row.clear();
            while let Some(cell) = self.cells.next_if(|it| it.row == row) {
                self.row.reach(Some(cell.column.into()), line)?;
                let mark = self.push(&cell)?;
                self.row.end_cell(mark);
            }
            if !self.row.is_blank() {
                self.merges.apply(&mut self.row, line)?;
                return Ok(Some(row));
            }
        }
        Ok(None)
    }

    /// Appends the value of a cell.
    fn push(&mut self, cell: &OldCell) -> Result<Option<Mark>, Error> {
        let out = &mut self.row.text;
        match &cell.value {
            OldValue::Number(bits) => {
                return Ok(self.push_number(&table::text(Float::of_bits(*bits)), cell.style));
            }
            OldValue::Short(bits) => {
                let text = short_number(*bits).ok_or(Error::OldWorkbook)?;
                return Ok(self.push_number(&text, cell.style));
            }
            OldValue::Shared(index) => {
                let found = usize::try_from(*index).ok();
                let found = found.and_then(|index| self.shared.strings.get(index));
                let (text, small) = found.ok_or(Error::OldWorkbook)?;
                out.push_str(text);
                return Ok(small.then_some(Mark::SmallCharacters));
            }
            OldValue::Text(text) => out.push_str(text),
            OldValue::Flag(flag) => out.push_str(if *flag { "true" } else { "false" }),
            OldValue::Error(error) => {
                out.push_str(error);
                return Ok(Some(Mark::Problem(CellProblem::Error)));
            }
        }
        Ok(None)
    }

    fn push_number(&mut self, text: &str, style: u16) -> Option<Mark> {
        let format = self.shared.styles.format(style.into());
        push_number(&mut self.row.text, text, format, self.shared.is_1904)
    }
}

impl Source for OldSheet<'_> {
    fn is_table(&self) -> bool {
        true
    }

    fn next(&mut self, batch: &mut Batch) -> Result<bool, Error> {
        let Some(row) = self.read()? else { return Ok(false) };
        self.row.push_to(batch, u64::from(row) + 1, self.hidden.contains(&row));
        Ok(true)
    }

    fn position(&self) -> u64 {
        0
    }

    fn sheet(&self) -> Option<&str> {
        Some(self.name)
    }

    fn hidden_columns(&self) -> &[(usize, usize)] {
        &self.hidden_columns
    }

    fn merged(&self) -> &[Merged] {
        self.merges.ranges()
    }

    fn notes(&mut self) -> Vec<Note> {
        std::mem::take(&mut self.notes)
    }
}
