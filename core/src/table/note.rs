//! Notes on how a table was read.

mod about;
mod counts;
mod message;

use core::mem::discriminant;
use core::slice;

pub(crate) use self::about::brief;
pub use self::about::{NotedCells, NotedHeaders, NotedRows, Repeat};
pub(crate) use self::counts::NoteCounts;
#[cfg(any(feature = "arrow", feature = "cli"))]
pub(crate) use self::message::round_money_help;
use super::passed::Passed;
#[cfg(any(feature = "arrow", feature = "cli"))]
use crate::field::Field;
#[cfg(any(feature = "arrow", feature = "cli"))]
use crate::index::Index;
#[cfg(any(feature = "arrow", feature = "cli"))]
use crate::subjects::Subject;
use crate::text::{Language, Text};

/// A note on how a table was read: what a reader of the results should know, but not a fault.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Note {
    /// The sheet with this name was read, because those before it are empty.
    LaterSheet(String),
    /// Sheets with these names were not read.
    UnreadSheets(Vec<String>),
    /// A row below others was found to be the header, which is on this line.
    HeaderFound(NotedRows),
    /// A column that is not used has a header like the name of a fact.
    NearMiss(NotedHeaders),
    /// Neither the headers nor anything else says in which unit these amounts of money are: they were
    /// read in yuan.
    NoUnit(NotedHeaders),
    /// The numbers of these columns were read in a unit that stands outside their headers.
    OutsideUnit(NotedHeaders),
    /// The numbers of these columns were read in the unit of their headers, and not in another one
    /// that stands outside them, or was replaced by an option.
    OwnUnit(NotedHeaders),
    /// Remarks in these headers do not change how the numbers were read: `2023年`, `不含税`.
    Remark(NotedHeaders),
    /// Columns hold no fact.
    UnusedColumns(NotedHeaders),
    /// A column without a header has values, which are not used.
    NoHeader(NotedCells),
    /// Rows were passed over, because they are no records.
    Passed(Passed, NotedRows),
    /// Records have no row in a child table, so that its fact is not known.
    NoChildRows(NotedRows),
    /// The first figure of these records exceeds the second, of which it should be a part: perhaps
    /// people were counted each time that they attended, or the units differ.
    OverWhole([Text; 2], NotedRows),
    /// Records have no name, but were judged.
    NoName(NotedRows),
    /// Records have the name of another one.
    Repeated(Repeat, NotedRows),
    /// Numbers were read with fifteen significant digits, as spreadsheets show them. The floats have
    /// more: 0.1 + 0.2 is read as 0.3, not as 0.30000000000000004.
    FifteenDigits(NotedCells),
    /// Amounts of money were rounded to whole fen, because the option `round_money` is set.
    RoundedMoney(NotedCells),
    /// Marks such as `—` and `N/A` were read as values that are not known.
    Missing(NotedCells),
    /// Numbers in scientific notation were read as they are written.
    Exponent(NotedCells),
    /// Cells got the value of the merged cell that covers them.
    MergedCells(NotedCells),
    /// The saved results of formulas may be old, because the workbook asks for them to be calculated.
    StaleFormulas(NotedRows),
    /// Rows that a filter hides, or a person, were judged like the others.
    HiddenRows(NotedRows),
    /// Columns that a sheet does not show are used.
    HiddenColumns(NotedHeaders),
    /// Two groups by these columns have values that differ only in blanks or in the width of characters.
    SimilarGroups(NotedHeaders),
}

/// What a note is about.
enum About<'a> {
    /// Cells of one column.
    Cells(&'a NotedCells),
    Rows(&'a NotedRows),
    Headers(&'a NotedHeaders),
    /// The names of sheets.
    Sheets(&'a [String]),
}

/// What a note counts.
enum Counted<'a> {
    Cells(&'a mut NotedCells),
    Rows(&'a mut NotedRows),
}

impl Note {
    /// A note on the record on this line, whose part exceeds its whole.
    #[cfg(any(feature = "arrow", feature = "cli"))]
    pub(crate) fn over_whole(
        subject: &Subject,
        part: Index,
        whole: Index,
        line: u64,
    ) -> Option<Self> {
        let label = |fact: Index| subject.fields().get(usize::from(fact)).map(Field::label);
        Some(Self::OverWhole([label(part)?, label(whole)?], NotedRows::one(line, "")))
    }

    /// Returns the kind of the note, for example `rounded_money`.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::HeaderFound(_) => "header_found",
            Self::NearMiss(_) => "near_miss",
            Self::NoUnit(_) => "no_unit",
            Self::OutsideUnit(_) => "outside_unit",
            Self::OwnUnit(_) => "own_unit",
            Self::Remark(_) => "remark",
            Self::UnusedColumns(_) => "unused_columns",
            Self::SimilarGroups(_) => "similar_groups",
            Self::NoHeader(_) => "no_header",
            Self::Passed(passed, _) => passed.code(),
            Self::OverWhole(..) => "over_whole",
            Self::NoName(_) => "no_name",
            Self::NoChildRows(_) => "no_child_rows",
            Self::Repeated(..) => "repeated_name",
            Self::FifteenDigits(_) => "fifteen_digits",
            Self::RoundedMoney(_) => "rounded_money",
            Self::Missing(_) => "missing",
            Self::Exponent(_) => "exponent",
            Self::MergedCells(_) => "merged_cells",
            Self::StaleFormulas(_) => "stale_formulas",
            Self::HiddenRows(_) => "hidden_rows",
            Self::HiddenColumns(_) => "hidden_columns",
            Self::LaterSheet(_) => "later_sheet",
            Self::UnreadSheets(_) => "unread_sheets",
        }
    }

    /// What the note is about.
    const fn about(&self) -> About<'_> {
        match self {
            Self::NoHeader(cells)
            | Self::FifteenDigits(cells)
            | Self::RoundedMoney(cells)
            | Self::Missing(cells)
            | Self::Exponent(cells)
            | Self::MergedCells(cells) => About::Cells(cells),
            Self::HeaderFound(rows)
            | Self::Passed(_, rows)
            | Self::OverWhole(_, rows)
            | Self::NoName(rows)
            | Self::NoChildRows(rows)
            | Self::Repeated(_, rows)
            | Self::StaleFormulas(rows)
            | Self::HiddenRows(rows) => About::Rows(rows),
            Self::NearMiss(headers)
            | Self::NoUnit(headers)
            | Self::OutsideUnit(headers)
            | Self::OwnUnit(headers)
            | Self::Remark(headers)
            | Self::HiddenColumns(headers)
            | Self::SimilarGroups(headers)
            | Self::UnusedColumns(headers) => About::Headers(headers),
            Self::LaterSheet(name) => About::Sheets(slice::from_ref(name)),
            Self::UnreadSheets(names) => About::Sheets(names.as_slice()),
        }
    }

    /// Returns the cells that the note is about, if it is about cells of one column.
    #[must_use]
    pub const fn cells(&self) -> Option<&NotedCells> {
        if let About::Cells(cells) = self.about() { Some(cells) } else { None }
    }

    /// Returns the rows that the note is about, if it is about rows.
    #[must_use]
    pub const fn rows(&self) -> Option<&NotedRows> {
        if let About::Rows(rows) = self.about() { Some(rows) } else { None }
    }

    /// Returns the headers of the columns that the note is about; none if it is about rows or sheets.
    #[must_use]
    pub fn columns(&self) -> Vec<&str> {
        match self.about() {
            About::Cells(cells) => vec![&cells.column],
            About::Headers(headers) => headers.columns.iter().map(String::as_str).collect(),
            About::Rows(_) | About::Sheets(_) => Vec::new(),
        }
    }

    /// Returns the note with its lines counted from `rows` rows further up.
    #[must_use]
    pub fn below(mut self, rows: u64) -> Self {
        match self.counted() {
            Some(Counted::Cells(cells)) => {
                if let Some(line) = &mut cells.line {
                    *line += rows;
                }
            }
            Some(Counted::Rows(noted)) => noted.move_down(rows),
            None => {}
        }
        self
    }

    /// Returns the first line that the note is about.
    #[must_use]
    pub fn line(&self) -> Option<u64> {
        self.rows().map(|rows| rows.line).or_else(|| self.cells()?.line)
    }

    /// Returns the number of cells, rows, columns or sheets that the note is about.
    #[must_use]
    pub fn count(&self) -> u64 {
        let number = |length| u64::try_from(length).unwrap_or(u64::MAX);
        match self.about() {
            About::Cells(cells) => cells.count,
            About::Rows(rows) => rows.count,
            About::Headers(headers) => number(headers.columns.len()),
            About::Sheets(names) => number(names.len()),
        }
    }

    /// The cells or rows that the note counts, if it counts any.
    const fn counted(&mut self) -> Option<Counted<'_>> {
        Some(match self {
            Self::NoHeader(cells)
            | Self::FifteenDigits(cells)
            | Self::RoundedMoney(cells)
            | Self::Missing(cells)
            | Self::Exponent(cells)
            | Self::MergedCells(cells) => Counted::Cells(cells),
            Self::HeaderFound(rows)
            | Self::Passed(_, rows)
            | Self::OverWhole(_, rows)
            | Self::NoName(rows)
            | Self::NoChildRows(rows)
            | Self::Repeated(_, rows)
            | Self::StaleFormulas(rows)
            | Self::HiddenRows(rows) => Counted::Rows(rows),
            Self::NearMiss(_)
            | Self::NoUnit(_)
            | Self::OutsideUnit(_)
            | Self::OwnUnit(_)
            | Self::Remark(_)
            | Self::HiddenColumns(_)
            | Self::SimilarGroups(_)
            | Self::UnusedColumns(_)
            | Self::LaterSheet(_)
            | Self::UnreadSheets(_) => return None,
        })
    }

    /// Adds notes on other rows of the same table: one note remains for each kind and column. The
    /// notes are sorted by their kind, then by their column.
    pub fn merge(notes: &mut Vec<Self>, more: impl IntoIterator<Item = Self>) {
        for note in more {
            match notes.iter_mut().find(|it| it.is_like(&note)) {
                Some(found) => found.add(&note),
                None => notes.push(note),
            }
        }
        notes.sort();
    }

    /// Whether the note is of the same kind, and about the same column.
    fn is_like(&self, other: &Self) -> bool {
        let index = |note: &Self| note.cells().map(|cells| cells.index);
        let passed = |note: &Self| if let Self::Passed(why, _) = note { Some(*why) } else { None };
        let facts = |note: &Self| if let Self::OverWhole(it, _) = note { Some(*it) } else { None };
        let same = discriminant(self) == discriminant(other) && index(self) == index(other);
        // A note on the whole table is the same in all its parts, or another one.
        let whole = self.rows().is_none() && self.cells().is_none();
        let same = same && facts(self) == facts(other);
        same && passed(self) == passed(other) && (!whole || self == other)
    }

    /// Adds what a note of the same kind counts. There is nothing to add to one on the whole table.
    fn add(&mut self, more: &Self) {
        match (self.counted(), more.about()) {
            (Some(Counted::Cells(cells)), About::Cells(more)) => cells.add(more),
            (Some(Counted::Rows(rows)), About::Rows(more)) => rows.add(more),
            // `is_like` compared the kinds.
            (Some(Counted::Cells(_) | Counted::Rows(_)) | None, _) => {}
        }
        if let (Self::Repeated(repeat, _), Self::Repeated(other, _)) = (self, more) {
            repeat.more |= other.more;
        }
    }
}

impl core::fmt::Display for Note {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(&self.message(Language::English))
    }
}
