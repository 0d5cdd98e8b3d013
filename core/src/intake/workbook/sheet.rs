//! The rows of a sheet.

use std::io::BufRead;

use quick_xml::events::BytesStart;

use super::cell::{Kind, Value, push_value};
use super::merges::Merges;
use super::plain::{self, PlainCell};
use super::position::{self, MAX_ROWS};
use super::row::CurrentRow;
use super::strings::{Strings, rich_text};
use super::styles::Styles;
use super::xml::{Piece, Xml, attribute, flag};
use crate::fault::CellProblem;
use crate::intake::batch::{Batch, Mark, Merged, Source};
use crate::intake::error::Error;
use crate::table::{Note, NotedRows};

/// What the cells of all sheets of a workbook have in common.
#[derive(Default)]
pub(super) struct Shared {
    pub(super) strings: Strings,
    pub(super) styles: Styles,
    /// Whether days are counted from 1904.
    pub(super) is_1904: bool,
    /// Whether saved results of formulas are to be calculated anew, as after a program that does not
    /// calculate: such a program saves nought.
    pub(super) is_stale: bool,
}

/// A sheet whose rows are read one after the other.
pub(super) struct Sheet<'a, R> {
    xml: Xml<R>,
    shared: &'a Shared,
    name: &'a str,
    merges: Merges,
    /// The columns that are not shown.
    hidden_columns: Vec<(usize, usize)>,
    notes: Vec<Note>,
    /// The formulas whose saved results may be old: how many, and the first row with one.
    stale: (u64, u64),
    /// The number of the last row that was read, and whether it is hidden.
    line: u32,
    hidden: bool,
    row: CurrentRow,
    /// The value and the formula of the current cell.
    value: String,
    formula: String,
    state: State,
}

/// The most ranges of hidden columns that are kept.
pub(super) const MOST_RANGES: usize = 1_024;

/// The columns that an element of the list of columns hides.
fn hidden_range(element: &BytesStart<'_>) -> Option<(usize, usize)> {
    let number = |name| attribute(element, name)?.parse::<usize>().ok()?.checked_sub(1);
    flag(element, "hidden", false).then_some((number("min")?, number("max")?))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Before,
    Rows,
    Ended,
}

/// What the attributes of a cell say.
#[derive(Default)]
struct Attributes {
    column: Option<usize>,
    row: Option<u32>,
    style: usize,
    kind: Kind,
}

impl<'a, R: BufRead> Sheet<'a, R> {
    pub(super) fn new(
        part: R,
        shared: &'a Shared,
        name: &'a str,
        ranges: Vec<Merged>,
        notes: Vec<Note>,
    ) -> Self {
        Self {
            xml: Xml::new(part),
            shared,
            name,
            merges: Merges::of(ranges),
            hidden_columns: Vec::new(),
            notes,
            stale: (0, 0),
            line: 0,
            hidden: false,
            row: CurrentRow::default(),
            value: String::new(),
            formula: String::new(),
            state: State::Before,
        }
    }

    /// Reads the next row that is not blank; returns whether there is one.
    pub(super) fn read(&mut self) -> Result<bool, Error> {
        while self.state == State::Before {
            match self.xml.next()? {
                Piece::Start(element) | Piece::Empty(element) if named(&element, "col") => {
                    if self.hidden_columns.len() < MOST_RANGES {
                        self.hidden_columns.extend(hidden_range(&element));
                    }
                }
                Piece::Start(element) if named(&element, "sheetData") => self.state = State::Rows,
                Piece::Empty(element) if named(&element, "sheetData") => self.state = State::Ended,
                // A sheet without rows.
                Piece::End(element) if element.local_name().as_ref() == "worksheet" => {
                    self.state = State::Ended;
                }
                Piece::Eof => return Err(Error::Damaged),
                Piece::Start(_) | Piece::Empty(_) | Piece::End(_) | Piece::Between => {}
            }
        }
        while self.state == State::Rows {
            match self.xml.next()? {
                Piece::Start(element) if named(&element, "row") => {
                    (self.line, self.hidden) = row_attributes(&element, self.line)?;
                    self.row.clear();
                    self.cells()?;
                    if !self.row.is_blank() {
                        self.merges.apply(&mut self.row, self.line.into())?;
                        return Ok(true);
                    }
                }
                Piece::Empty(element) if named(&element, "row") => {
                    (self.line, self.hidden) = row_attributes(&element, self.line)?;
                }
                Piece::End(element) if element.local_name().as_ref() == "sheetData" => {
                    self.state = State::Ended;
                }
                Piece::Start(_) => self.xml.skip()?,
                Piece::End(_) | Piece::Eof => return Err(Error::Damaged),
                Piece::Empty(_) | Piece::Between => {}
            }
        }
        Ok(false)
    }

    /// Reads the cells of a row that has just begun.
    fn cells(&mut self) -> Result<(), Error> {
        // A block begins where a piece ends, unless that is a text: then it begins within an element.
        let mut between = false;
        loop {
            if !between {
                self.plain_cells()?;
            }
            between = false;
            match self.xml.next()? {
                Piece::Start(element) if named(&element, "c") => {
                    let attributes = Attributes::of(&element)?;
                    reach(&mut self.row, &attributes, self.line)?;
                    self.cell(&attributes)?;
                }
                Piece::Empty(element) if named(&element, "c") => {
                    let attributes = Attributes::of(&element)?;
                    reach(&mut self.row, &attributes, self.line)?;
                    self.row.end_cell(None);
                }
                Piece::Start(_) => self.xml.skip()?,
                Piece::End(element) if element.local_name().as_ref() == "row" => return Ok(()),
                Piece::End(_) | Piece::Eof => return Err(Error::Damaged),
                Piece::Between => between = true,
                Piece::Empty(_) => {}
            }
        }
    }

    /// Reads the plain cells that come next, and the blanks between them.
    fn plain_cells(&mut self) -> Result<(), Error> {
        let block = self.xml.block()?;
        let mut rest = block.trim_ascii_start();
        while let Some(cell) = plain::cell(rest) {
            let attributes = Attributes::of_plain(&cell)?;
            reach(&mut self.row, &attributes, self.line)?;
            let mut mark = None;
            if let Some(value) = cell.value.filter(|value| !value.is_empty()) {
                let text = std::str::from_utf8(value).map_err(|_| Error::Damaged)?;
                let Attributes { kind, style, .. } = attributes;
                let format = self.shared.styles.format(style);
                let value = Value { text, kind, format, small: false };
                mark = push_value(&mut self.row.text, &value, self.shared)?;
            }
            self.row.end_cell(mark);
            rest = rest.get(cell.length..).unwrap_or_default().trim_ascii_start();
        }
        let read = block.len() - rest.len();
        self.xml.consume(read);
        Ok(())
    }

    /// Reads the content of a cell.
    fn cell(&mut self, attributes: &Attributes) -> Result<(), Error> {
        self.value.clear();
        let (mut has_formula, mut small) = (false, false);
        loop {
            match self.xml.next()? {
                Piece::Start(element) => match element.local_name().as_ref() {
                    "v" => self.xml.text(&mut self.value)?,
                    "is" => small |= rich_text(&mut self.xml, &mut self.value)?,
                    "f" => {
                        has_formula = true;
                        self.formula.clear();
                        self.xml.text(&mut self.formula)?;
                    }
                    _ => self.xml.skip()?,
                },
                Piece::Empty(element) if named(&element, "f") => {
                    has_formula = true;
                    self.formula.clear();
                }
                Piece::End(_) => break,
                Piece::Eof => return Err(Error::Damaged),
                Piece::Empty(_) | Piece::Between => {}
            }
        }
        if has_formula && self.is_without_result(attributes.kind) {
            self.row.text.push('=');
            self.row.text.push_str(&self.formula);
            self.row.end_cell(Some(Mark::Problem(CellProblem::Formula)));
            return Ok(());
        }
        if self.value.is_empty() {
            self.row.end_cell(None);
            return Ok(());
        }
        let format = self.shared.styles.format(attributes.style);
        let value = Value { text: &self.value, kind: attributes.kind, format, small };
        let mark = push_value(&mut self.row.text, &value, self.shared)?;
        self.row.end_cell(mark);
        Ok(())
    }

    /// Whether a formula has no result that could be right.
    fn is_without_result(&mut self, kind: Kind) -> bool {
        // A text may be blank.
        if self.value.is_empty() {
            return kind != Kind::Text;
        }
        if self.shared.is_stale {
            if self.value == "0" {
                return true;
            }
            let (count, first) = self.stale;
            self.stale = (count + 1, if count == 0 { self.line.into() } else { first });
        }
        false
    }
}

impl Attributes {
    fn of(element: &BytesStart<'_>) -> Result<Self, Error> {
        let mut found = Self::default();
        for attribute in element.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| Error::Damaged)?;
            let value = attribute.value.as_bytes();
            match attribute.key.as_ref() {
                "r" => found.at(value)?,
                "s" => found.style = style(value)?,
                "t" => found.kind = Kind::of(value),
                _ => {}
            }
        }
        Ok(found)
    }

    fn of_plain(cell: &PlainCell<'_>) -> Result<Self, Error> {
        let mut found = Self::default();
        if let Some(position) = cell.position {
            found.at(position)?;
        }
        if let Some(value) = cell.style {
            found.style = style(value)?;
        }
        if let Some(kind) = cell.kind {
            found.kind = Kind::of(kind);
        }
        Ok(found)
    }

    fn at(&mut self, position: &[u8]) -> Result<(), Error> {
        let position = position::read(position).ok_or(Error::Damaged)?;
        (self.column, self.row) = (Some(position.column), Some(position.row));
        Ok(())
    }
}

/// The index of a style, which has few digits.
fn style(digits: &[u8]) -> Result<usize, Error> {
    let digit = |byte: &u8| byte.is_ascii_digit().then(|| usize::from(byte - b'0'));
    let style = digits.iter().try_fold(0, |style, byte| Some(style * 10 + digit(byte)?));
    style.filter(|_| (1..=7).contains(&digits.len())).ok_or(Error::Damaged)
}

/// Fills the row with blank cells up to a cell, which has to follow those before it.
fn reach(row: &mut CurrentRow, cell: &Attributes, line: u32) -> Result<(), Error> {
    if cell.row.is_some_and(|row| row != line) {
        return Err(Error::Disordered { line: line.into() });
    }
    row.reach(cell.column, line.into())
}

/// The number of a row after `last`, and whether it is hidden.
fn row_attributes(element: &BytesStart<'_>, last: u32) -> Result<(u32, bool), Error> {
    let line = match attribute(element, "r") {
        Some(row) => position::row(row.as_bytes()).ok_or(Error::Damaged)?,
        None => last + 1,
    };
    if MAX_ROWS < line {
        return Err(Error::Damaged);
    }
    if line <= last {
        return Err(Error::Disordered { line: line.into() });
    }
    Ok((line, flag(element, "hidden", false)))
}

fn named(element: &BytesStart<'_>, name: &str) -> bool {
    element.local_name().as_ref() == name
}

impl<R: BufRead + Send> Source for Sheet<'_, R> {
    fn is_table(&self) -> bool {
        true
    }

    fn next(&mut self, batch: &mut Batch) -> Result<bool, Error> {
        if !self.read()? {
            let (count, line) = std::mem::take(&mut self.stale);
            if count > 0 {
                self.notes.push(Note::StaleFormulas(NotedRows {
                    line,
                    count,
                    text: String::new(),
                    lines: vec![line],
                }));
            }
            return Ok(false);
        }
        self.row.push_to(batch, self.line.into(), self.hidden);
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
