//! The layout of a table: its titles, its header, the rows of units and numbers below it, and its
//! records.
//!
//! The first rows are read ahead. [`search`] finds the header among them, [`header`] joins a header
//! of several rows and refuses one that goes on where it should not. What stands above the header is
//! read for units.

mod header;
mod search;

use super::batch::{Batch, MAX_COLUMNS, Mark, Source};
use super::error::Error;
use crate::fault::CellProblem;
use crate::subjects::Subject;
use crate::table::{
    self, Columns, FitNames, Fits, HeaderErrors, HeaderNames, Note, NotedHeaders, NotedRows,
    Passed, Rows, Said, UnitsOutside, is_blank, squeezed,
};

/// How many rows are read ahead.
const AHEAD: usize = 64;

/// Reading ahead ends with the row in which it reaches this many bytes.
const AHEAD_BYTES: usize = 1024 * 1024;

/// How many cells of a row above the header are read.
const ABOVE_CELLS: usize = 256;

/// The mark of a formula without a saved result.
const FORMULA: Option<Mark> = Some(Mark::Problem(CellProblem::Formula));

/// What is said about the layout of a table.
pub(crate) struct Options<'a> {
    pub(crate) subject: &'static Subject,
    /// What is said about the headers and the cells.
    pub(crate) table: &'a table::Options,
    /// The first and the last line of the header; `None` searches it.
    pub(crate) header: Option<(u64, u64)>,
    /// Lines that are passed over.
    pub(crate) skip: &'a Lines,
}

/// Line numbers, as ranges.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Lines(pub(crate) Vec<(u64, u64)>);

impl Lines {
    pub(crate) fn contain(&self, line: u64) -> bool {
        self.0.iter().any(|(first, last)| (*first..=*last).contains(&line))
    }

    /// Parses `12,40-44`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        text.split([',', '，', '、']).map(range).collect::<Option<_>>().map(Self)
    }
}

/// Parses `3` or `3-4`.
pub(crate) fn range(text: &str) -> Option<(u64, u64)> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let (first, last) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
    (0 < first && first <= last).then_some((first, last))
}

/// A table whose header was read.
pub(crate) struct Layout {
    /// The texts of the header.
    pub(crate) headers: Vec<String>,
    /// The number of the first row below it.
    pub(crate) first: u64,
    /// The first and the last line of the header.
    pub(crate) header: (u64, u64),
    pub(crate) columns: Columns,
    /// Which rows are records.
    pub(crate) rows: Rows,
    pub(crate) names: HeaderNames,
    /// The rows below the header that belong to it.
    pub(crate) head: Vec<HeadRow>,
    pub(crate) notes: Vec<Note>,
    /// The rows below the header that were read ahead.
    pub(crate) ahead: Ahead,
}

/// A row below the header that belongs to it.
pub(crate) struct HeadRow {
    pub(crate) line: u64,
    pub(crate) passed: Passed,
    /// Its texts, joined and folded.
    pub(crate) text: String,
}

impl HeadRow {
    fn of(row: &Line<'_>, passed: Passed) -> Self {
        Self { line: row.at, passed, text: squeezed(&row.cells.concat()) }
    }
}

/// Rows that were read ahead.
#[derive(Default)]
pub(crate) struct Ahead {
    pub(crate) batch: Batch,
    /// Whether the input ends with them.
    pub(crate) ended: bool,
    /// The error that ends the input.
    pub(crate) error: Option<Error>,
}

/// Why a table cannot be read.
#[derive(Debug)]
pub(crate) enum Refusal {
    Input(Error),
    Headers(HeaderErrors),
    /// No column holds a fact.
    NoFact {
        headers: Vec<String>,
    },
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self::Input(error)
    }
}

/// A row that was read ahead.
struct Line<'a> {
    at: u64,
    number: u64,
    /// Its index among the rows that were read ahead.
    index: usize,
    /// What its cells show; those below a merged cell are blank.
    cells: Vec<&'a str>,
    /// Whether a cell is a formula without a saved result.
    formula: bool,
}

impl Layout {
    /// Reads the rows up to the header, and some below it.
    pub(crate) fn read(source: &mut dyn Source, options: &Options<'_>) -> Result<Self, Refusal> {
        let mut ahead = Ahead::default();
        let mut above = Vec::new();
        let least = options.header.map_or(0, |(first, _)| first);
        ahead.skip_to(source, least, options.skip, &mut above)?;
        ahead.fill(source);
        let found = Self::of(&ahead.batch, options, above, source)?;
        let (mut layout, rows) = found;
        ahead.batch.drop_first(rows);
        layout.ahead = ahead;
        Ok(layout)
    }

    /// Says which subjects fit a table, by the row of its first ones that names the most facts of a
    /// subject, and which line that is.
    pub(crate) fn fits(
        source: &mut dyn Source,
        header: Option<(u64, u64)>,
        skip: &Lines,
        map: &[(String, String)],
    ) -> Result<(Fits, Option<u64>), Error> {
        let mut ahead = Ahead::default();
        ahead.skip_to(source, header.map_or(0, |(first, _)| first), skip, &mut Vec::new())?;
        ahead.fill(source);
        let names = FitNames::of(map);
        let (mut best, mut found) = (Fits::default(), None);
        for (row, cells) in ahead.batch.rows() {
            let is_given = header.is_none_or(|(first, last)| (first..=last).contains(&row.line));
            if skip.contain(row.line) || !is_given {
                continue;
            }
            let fits = names.fits(cells.map(|cell| cell.own_text()));
            if best.rank() < fits.rank() {
                (best, found) = (fits, Some(row.line));
            }
        }
        Ok((best, found))
    }

    /// The layout of a table that begins with these rows, and the number of rows up to its header.
    /// `above` are the texts of the rows above them; `source` tells of the whole sheet.
    fn of(
        batch: &Batch,
        options: &Options<'_>,
        mut above: Vec<Vec<String>>,
        source: &dyn Source,
    ) -> Result<(Self, usize), Refusal> {
        let Options { subject, table, .. } = *options;
        let names = HeaderNames::of(subject, &table.map);
        let all = batch.rows().enumerate().map(|(index, (row, cells))| Line {
            at: row.line,
            number: row.number,
            index,
            formula: cells.clone().any(|cell| cell.mark == FORMULA),
            cells: cells.map(|cell| cell.own_text()).collect(),
        });
        let lines: Vec<Line<'_>> = all.filter(|it| !options.skip.contain(it.at)).collect();
        if lines.first().is_some_and(|it| it.cells.is_empty() || MAX_COLUMNS < it.cells.len()) {
            return Err(Error::TooManyColumns.into());
        }
        let header = match options.header {
            Some((_, last)) => {
                let count = lines.iter().take_while(|it| it.at <= last).count();
                search::Found { first: 0, count: count.max(1), noted: false }
            }
            None => search::search(&lines, &names)?,
        };
        let (titles, rest) = lines.split_at_checked(header.first).unwrap_or_default();
        let (rows, below) = rest.split_at_checked(header.count).unwrap_or_default();
        let Some(last) = rows.last() else { return Err(Error::NoHeader.into()) };
        if last.cells.is_empty() || rows.iter().any(|it| MAX_COLUMNS < it.cells.len()) {
            return Err(Error::TooManyColumns.into());
        }
        if let Some(row) = rows.iter().find(|it| it.formula) {
            return Err(Error::FormulaInHeader { line: row.at }.into());
        }
        above.extend(
            titles
                .iter()
                .map(|it| it.cells.iter().take(ABOVE_CELLS).map(|it| (*it).to_owned()).collect()),
        );

        let mut headers = header::joined(rows, source.merged());
        // Blank cells at the end are not in every format. A value below them is one too many.
        headers.truncate(headers.iter().rposition(|it| !is_blank(it)).map_or(0, |last| last + 1));
        let mut outside = UnitsOutside::default();
        for text in above.iter().flatten().map(String::as_str).chain(source.sheet()) {
            outside.said.extend(Said::find(text));
        }
        let head = head(below, &mut outside);
        let below = below.get(head.len()..).unwrap_or_default();

        header::refuse_on_its_side(rows, below, &names)?;
        if let Some(row) = above.last() {
            header::refuse_group_units(row, rows)?;
        }
        let texts: Vec<&str> = headers.iter().map(String::as_str).collect();
        let options = table::Options { outside, ..table.clone() };
        let columns = Columns::of(subject, &texts, &options).map_err(Refusal::Headers)?;
        if columns.facts().next().is_none() {
            return Err(Refusal::NoFact { headers });
        }
        header::refuse_unit_column(&headers, below, &columns, &table.map)?;
        let table_rows = Rows::of(subject, &columns, &headers);
        if let Some(next) = below.first() {
            header::refuse_second_row(rows, next, below.get(1), &columns, &table_rows, &names)?;
        }

        let mut notes = Vec::new();
        if header.noted {
            notes.push(Note::HeaderFound(NotedRows::one(last.at, "")));
        }
        notes.extend(columns.notes().iter().cloned());
        let hidden = hidden(&columns, &headers, source.hidden_columns());
        if !hidden.is_empty() {
            notes.push(Note::HiddenColumns(NotedHeaders::of(hidden, "")));
        }
        if !columns.ignored().is_empty() {
            let ignored = NotedHeaders::of(columns.ignored().iter().map(String::as_str), "");
            notes.push(Note::UnusedColumns(ignored));
        }
        let layout = Self {
            first: last.number + 1,
            header: (rows.first().map_or(last.at, |it| it.at), last.at),
            rows: table_rows,
            headers,
            columns,
            names,
            head,
            notes,
            ahead: Ahead::default(),
        };
        Ok((layout, last.index + 1))
    }
}

/// The headers of the columns that are used, but not shown.
fn hidden<'a>(columns: &Columns, headers: &'a [String], ranges: &[(usize, usize)]) -> Vec<&'a str> {
    let is_hidden =
        |column: usize| ranges.iter().any(|(first, last)| (*first..=*last).contains(&column));
    let used = columns.targets().filter(|(index, _)| is_hidden(*index));
    used.filter_map(|(index, _)| headers.get(index)).map(String::as_str).collect()
}

/// The rows below the header that belong to it.
fn head(below: &[Line<'_>], outside: &mut UnitsOutside) -> Vec<HeadRow> {
    let cells: Vec<&[&str]> = below.iter().take(3).map(|it| it.cells.as_slice()).collect();
    let (head, units) = table::head(&cells);
    outside.below = units;
    below.iter().zip(head).map(|(row, passed)| HeadRow::of(row, passed)).collect()
}

impl Ahead {
    /// Reads up to the first row that is on this line or below it. The texts of the rows above are
    /// added to `above`.
    fn skip_to(
        &mut self,
        source: &mut dyn Source,
        line: u64,
        skip: &Lines,
        above: &mut Vec<Vec<String>>,
    ) -> Result<(), Error> {
        loop {
            let mut batch = Batch::default();
            if !source.next(&mut batch)? {
                return Err(Error::NoHeader);
            }
            let mut is_above = false;
            if let Some((row, cells)) = batch.rows().next() {
                is_above = row.line < line;
                if is_above && !skip.contain(row.line) {
                    if above.len() == AHEAD {
                        above.remove(0);
                    }
                    above
                        .push(cells.take(ABOVE_CELLS).map(|it| it.own_text().to_owned()).collect());
                }
            }
            if !is_above {
                self.batch = batch;
                return Ok(());
            }
        }
    }

    /// Reads more rows.
    fn fill(&mut self, source: &mut dyn Source) {
        while self.batch.len() < AHEAD && self.batch.bytes() < AHEAD_BYTES && !self.ended {
            match source.next(&mut self.batch) {
                Ok(true) => {}
                Ok(false) => self.ended = true,
                Err(error) => (self.ended, self.error) = (true, Some(error)),
            }
        }
    }
}

#[cfg(test)]
mod tests;
