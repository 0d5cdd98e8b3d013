//! The layout of a table: where its header is.

use super::batch::{Batch, MAX_COLUMNS, Mark, Source};
use super::error::Error;
use crate::fault::CellProblem;

/// The header of a table.
pub(crate) struct Head {
    /// The texts of its cells.
    pub(crate) headers: Vec<String>,
    /// The number of the first row below it.
    pub(crate) first: u64,
}

impl Head {
    /// Reads the rows up to the header, which is on `header_row` or, if that row is blank, the next one
    /// that is not.
    pub(crate) fn read(source: &mut dyn Source, header_row: u64) -> Result<Self, Error> {
        loop {
            let mut batch = Batch::default();
            if !source.next(&mut batch)? {
                return Err(Error::NoHeader);
            }
            let Some((row, cells)) = batch.rows().next() else { continue };
            if row.line < header_row {
                continue;
            }
            let formula = Some(Mark::Problem(CellProblem::Formula));
            if cells.clone().any(|cell| cell.mark == formula) {
                return Err(Error::FormulaInHeader { line: row.line });
            }
            let headers: Vec<String> = cells.map(|cell| cell.own_text().to_owned()).collect();
            if row.problem.is_some() && headers.is_empty() || MAX_COLUMNS < headers.len() {
                return Err(Error::TooManyColumns);
            }
            return Ok(Self { headers, first: row.number + 1 });
        }
    }
}
