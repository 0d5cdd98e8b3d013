//! The rows of a sheet.

use std::io::BufRead;

use quick_xml::events::BytesStart;

use super::cell::{Cell, count};
use super::paragraph;
use super::styles::Styles;
use crate::intake::batch::{Batch, MAX_COLUMNS, Merged, Source};
use crate::intake::error::Error;
use crate::intake::workbook::merges::Merges;
use crate::intake::workbook::position::MAX_ROWS;
use crate::intake::workbook::row::CurrentRow;
use crate::intake::workbook::sheet::MOST_RANGES;
use crate::intake::workbook::xml::{Piece, Xml, attribute, is};
use crate::table::Note;

/// What a repeated row or cell costs besides its text, in bytes.
const COST: usize = 32;

/// A sheet whose rows are read one after the other.
pub(super) struct Sheet<'a, R> {
    xml: Xml<R>,
    styles: &'a Styles,
    /// What may still be repeated, in bytes.
    left: &'a mut u64,
    name: &'a str,
    notes: Vec<Note>,
    merges: Merges,
    /// The default styles of columns: the number of the first column behind them, and the style.
    columns: Vec<(usize, String)>,
    /// The first and the last column of each range that is hidden.
    hidden_columns: Vec<(usize, usize)>,
    /// Whether each of the groups of rows or columns that have begun is hidden.
    groups: Vec<bool>,
    state: State,
    /// The number of the last row that was read, and whether it is hidden.
    line: u64,
    hidden: bool,
    row: CurrentRow,
    repeated: Repeated,
}

/// A row that stands several times.
#[derive(Default)]
struct Repeated {
    left: u64,
    row: CurrentRow,
    /// The merged cells that begin in it: the column, and how many columns and rows.
    spans: Vec<(usize, (usize, u64))>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Before,
    Rows,
    Ended,
}

impl<'a, R: BufRead> Sheet<'a, R> {
    pub(super) fn new(
        content: R,
        styles: &'a Styles,
        left: &'a mut u64,
        name: &'a str,
        notes: Vec<Note>,
    ) -> Self {
        Self {
            xml: Xml::new(content),
            styles,
            left,
            name,
            notes,
            merges: Merges::default(),
            columns: Vec::new(),
            hidden_columns: Vec::new(),
            groups: Vec::new(),
            state: State::Before,
            line: 0,
            hidden: false,
            row: CurrentRow::default(),
            repeated: Repeated::default(),
        }
    }

    /// Reads the next row that is not blank; returns whether there is one.
    pub(super) fn read(&mut self) -> Result<bool, Error> {
        if self.repeated.left > 0 {
            self.charge(self.repeated.row.text.len())?;
            self.repeated.left -= 1;
            self.row.clone_from(&self.repeated.row);
            return self.finish().map(|()| true);
        }
        while self.state != State::Ended {
            match self.xml.next()? {
                Piece::Start(element) => match element.local_name().as_ref() {
                    "table" if self.state == State::Before => self.state = State::Rows,
                    "table-row" => {
                        let element = element.into_owned();
                        if self.read_row(&element)? {
                            return Ok(true);
                        }
                    }
                    "table-column" => {
                        let element = element.into_owned();
                        self.column(&element)?;
                        self.xml.skip()?;
                    }
                    "table-row-group" | "table-column-group" => {
                        let display = attribute(&element, "display");
                        self.groups.push(display.is_some_and(|it| it == "false"));
                    }
                    "table-rows"
                    | "table-header-rows"
                    | "table-columns"
                    | "table-header-columns" => self.groups.push(false),
                    _ => self.xml.skip()?,
                },
                Piece::Empty(element) => match element.local_name().as_ref() {
                    "table" if self.state == State::Before => self.state = State::Ended,
                    "table-column" => {
                        let element = element.into_owned();
                        self.column(&element)?;
                    }
                    "table-row" => self.line = self.line.saturating_add(rows(&element)?),
                    _ => {}
                },
                Piece::End(_) => {
                    if self.groups.pop().is_none() {
                        self.state = State::Ended;
                    }
                }
                Piece::Eof => return Err(Error::Damaged),
                Piece::Between => {}
            }
        }
        Ok(false)
    }

    /// Whether a row or a column is hidden, or in a group that is.
    fn is_hidden(&self, element: &BytesStart<'_>) -> bool {
        let visibility = attribute(element, "visibility").unwrap_or_default();
        visibility == "collapse"
            || visibility == "filter"
            || self.groups.iter().any(|is_hidden| *is_hidden)
    }

    /// Adds columns: their default style, and whether they are hidden.
    fn column(&mut self, element: &BytesStart<'_>) -> Result<(), Error> {
        let repeated = attribute(element, "number-columns-repeated");
        let repeated = repeated.map_or(Ok(1), |it| count(&it))?;
        let first = self.columns.last().map_or(0, |it| it.0);
        if first < MAX_COLUMNS {
            let style = attribute(element, "default-cell-style-name").unwrap_or_default();
            let end = first.saturating_add(repeated);
            if self.is_hidden(element) && self.hidden_columns.len() < MOST_RANGES {
                self.hidden_columns.push((first, end.saturating_sub(1)));
            }
            self.columns.push((end, style));
        }
        Ok(())
    }

    /// Reads a row that has just begun; returns whether it is not blank.
    fn read_row(&mut self, element: &BytesStart<'_>) -> Result<bool, Error> {
        let count = rows(element)?;
        self.hidden = self.is_hidden(element);
        self.row.clear();
        self.repeated.spans.clear();
        let default = attribute(element, "default-cell-style-name");
        self.cells(default.as_deref())?;
        let is_blank = self.row.is_blank();
        if is_blank && self.repeated.spans.is_empty() {
            self.line = self.line.saturating_add(count);
            return Ok(false);
        }
        if u64::from(MAX_ROWS) < self.line.saturating_add(count) {
            return Err(Error::Damaged);
        }
        if is_blank {
            // Merged cells without a text, in rows that need not be read.
            self.merge_spans(self.line + 1)?;
            self.line += count;
            return Ok(false);
        }
        self.repeated.left = count - 1;
        if count > 1 {
            self.repeated.row.clone_from(&self.row);
        }
        self.finish()?;
        Ok(true)
    }

    /// Gives the row its number, and merged cells their values.
    fn finish(&mut self) -> Result<(), Error> {
        self.line += 1;
        self.merge_spans(self.line)?;
        self.merges.apply(&mut self.row, self.line)
    }

    /// Adds the merged cells that begin in a row.
    fn merge_spans(&mut self, line: u64) -> Result<(), Error> {
        for &(column, (columns, rows)) in &self.repeated.spans {
            let last = (column.saturating_add(columns - 1), line.saturating_add(rows - 1));
            if MAX_COLUMNS <= last.0 || u64::from(MAX_ROWS) < last.1 {
                return Err(Error::Damaged);
            }
            self.merges.add(Merged { rows: (line, last.1), columns: (column, last.0) });
        }
        Ok(())
    }

    /// Reads the cells of a row that has just begun; `default` is their style.
    fn cells(&mut self, default: Option<&str>) -> Result<(), Error> {
        let mut column = 0_usize;
        loop {
            let (mut cell, is_filled) = match self.xml.next()? {
                Piece::Start(element) if is_cell(&element) => (Cell::of(&element)?, true),
                Piece::Empty(element) if is_cell(&element) => (Cell::of(&element)?, false),
                Piece::Start(_) => {
                    self.xml.skip()?;
                    continue;
                }
                Piece::End(_) => return Ok(()),
                Piece::Eof => return Err(Error::Damaged),
                Piece::Empty(_) | Piece::Between => continue,
            };
            if is_filled {
                self.content(&mut cell)?;
            }
            if cell.span != (1, 1) {
                // No program repeats merged cells.
                if cell.repeated > 1 {
                    return Err(Error::Damaged);
                }
                self.repeated.spans.push((column, cell.span));
            }
            let end = column.saturating_add(cell.repeated);
            if !cell.is_blank() {
                self.push(&cell, column, default)?;
            }
            column = end;
        }
    }

    /// Appends a cell to the row, as often as it is repeated.
    fn push(&mut self, cell: &Cell, first: usize, default: Option<&str>) -> Result<(), Error> {
        for index in 0..cell.repeated {
            if index > 0 {
                self.charge(cell.length())?;
            }
            let column = first.saturating_add(index);
            self.row.reach(Some(column), self.line + 1)?;
            let of_column = || {
                let at = self.columns.partition_point(|(end, _)| *end <= column);
                self.columns.get(at).map_or("", |(_, style)| style.as_str())
            };
            let default = default.unwrap_or_else(of_column);
            let mark = cell.push(&mut self.row.text, self.styles, default);
            self.row.end_cell(mark);
        }
        Ok(())
    }

    /// Reads the content of a cell: its paragraphs, without comments and drawings.
    fn content(&mut self, cell: &mut Cell) -> Result<(), Error> {
        let mut depth = 0_usize;
        loop {
            match self.xml.next()? {
                Piece::Start(element) => match element.local_name().as_ref() {
                    "p" | "h" => {
                        let shown = cell.shown.get_or_insert_default();
                        if !shown.is_empty() {
                            shown.push('\n');
                        }
                        cell.small |= paragraph::push(&mut self.xml, self.styles, shown)?;
                    }
                    "list" | "list-item" | "list-header" | "section" => depth += 1,
                    // A table within a cell.
                    "table" | "sub-table" => return Err(Error::Damaged),
                    _ => self.xml.skip()?,
                },
                Piece::Empty(element) if is(&element, "p") => {
                    cell.shown.get_or_insert_default();
                }
                Piece::End(_) if depth == 0 => return Ok(()),
                Piece::End(_) => depth -= 1,
                Piece::Eof => return Err(Error::Damaged),
                Piece::Empty(_) | Piece::Between => {}
            }
        }
    }

    /// Counts something of this length that is repeated.
    fn charge(&mut self, length: usize) -> Result<(), Error> {
        let cost = u64::try_from(length.saturating_add(COST)).unwrap_or(u64::MAX);
        *self.left = self.left.checked_sub(cost).ok_or(Error::TooLarge)?;
        Ok(())
    }
}

fn is_cell(element: &BytesStart<'_>) -> bool {
    is(element, "table-cell") || is(element, "covered-table-cell")
}

/// How many rows an element stands for.
fn rows(element: &BytesStart<'_>) -> Result<u64, Error> {
    let repeated = attribute(element, "number-rows-repeated");
    let repeated = repeated.map_or(Ok(1), |it| count(&it))?;
    Ok(u64::try_from(repeated).unwrap_or(u64::MAX))
}

impl<R: BufRead + Send> Source for Sheet<'_, R> {
    fn is_table(&self) -> bool {
        true
    }

    fn next(&mut self, batch: &mut Batch) -> Result<bool, Error> {
        let found = self.read()?;
        if found {
            self.row.push_to(batch, self.line, self.hidden);
        }
        Ok(found)
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
