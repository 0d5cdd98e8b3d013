//! Rows that are no records: a worker passes over them, with a note, or ends the input at them.

use super::child::Twice;
use super::console::brief;
use super::row::{BatchResult, RowLabel};
use super::worker::Input;
use crate::input::Pair;
use crate::intake::Error;
use crate::intake::batch::{Cell, Row};
use crate::intake::layout::Layout;
use crate::record::Record;
use crate::table::{
    MAX_LISTED, Note, NotedCells, NotedRows, Passed, RowKind, is_blank, is_numbering, is_units,
    says_money, squeezed,
};
use crate::verdict::Verdict;

/// What is known of the rows of a batch that were read so far.
pub(super) struct State<'a> {
    /// The rows with the key of an earlier row.
    pub(super) twice: &'a [Twice],
    /// Room for the verdicts on a record.
    pub(super) verdicts: Vec<Verdict>,
    /// For each column without a header, the line of the first value, and their number.
    blanks: Vec<Option<(u64, u64)>>,
    /// Whether the last row repeated the header, or what belongs to it. It is not known before the
    /// first row.
    in_header: Option<bool>,
}

impl<'a> State<'a> {
    pub(super) fn of(layout: Option<&Layout>, twice: &'a [Twice]) -> Self {
        let blanks = vec![None; layout.map_or(0, |it| it.rows.blank_headers().count())];
        Self { twice, verdicts: Vec::new(), blanks, in_header: None }
    }

    /// Whether the last row repeated the header, or belongs to it, or whether that is not known.
    pub(super) fn in_header(&self) -> bool {
        self.in_header != Some(false)
    }

    /// The last row was a record.
    pub(super) fn set_record(&mut self) {
        self.in_header = Some(false);
    }

    /// Counts the values below blank headers.
    fn count_blanks<'b>(
        &mut self,
        layout: &Layout,
        line: u64,
        mut cells: impl Iterator<Item = Cell<'b>>,
    ) {
        let mut next = 0;
        for (index, found) in layout.rows.blank_headers().zip(&mut self.blanks) {
            let Some(cell) = cells.nth(index - next) else { return };
            next = index + 1;
            if !is_blank(cell.text) {
                let (_, count) = found.get_or_insert((line, 0));
                *count += 1;
            }
        }
    }

    /// Adds the notes on values below blank headers.
    pub(super) fn push_notes(self, layout: Option<&Layout>, result: &mut BatchResult) {
        let headers = layout.into_iter().flat_map(|it| it.rows.blank_headers());
        for (index, found) in headers.zip(self.blanks) {
            if let Some((line, count)) = found {
                let column = String::new();
                let cells =
                    NotedCells { index, column, count, line: Some(line), example: String::new() };
                result.notes.push(Note::NoHeader(cells));
            }
        }
    }
}

impl Input<'_> {
    /// Whether a row is no record: it is passed over, or ends the input.
    pub(super) fn is_no_record<'b>(
        &self,
        row: Row,
        cells: impl Iterator<Item = Cell<'b>> + Clone,
        state: &mut State<'_>,
        result: &mut BatchResult,
    ) -> bool {
        let Some(layout) = self.layout else { return false };
        let texts = cells.clone().map(|cell| cell.text);
        let kind = if self.skip.contain(row.line) {
            RowKind::Passed(Passed::Skipped)
        } else if row.problem.is_some() {
            RowKind::Record
        } else if let Some(passed) = of_header(layout, row.line, texts.clone(), state.in_header) {
            RowKind::Passed(passed)
        } else {
            layout.rows.kind(texts.clone())
        };
        state.in_header = Some(matches!(
            kind,
            RowKind::Passed(Passed::Header | Passed::Units | Passed::Numbering)
        ));
        match kind {
            RowKind::Record => {
                if row.problem.is_none() && layout.rows.lacks_name(texts) {
                    result.note(Note::NoName(NotedRows::one(row.line, "")));
                }
                if !state.blanks.is_empty() {
                    state.count_blanks(layout, row.line, cells);
                }
                false
            }
            RowKind::Passed(passed) => {
                if !passed.is_of_header() {
                    result.error = unit_below(layout, row.line, texts.clone());
                }
                result.pass(passed, row.line, &said(texts));
                true
            }
            RowKind::OtherHeader => {
                result.error = Some(Error::SecondTable { line: row.line, text: said(texts) });
                true
            }
        }
    }

    /// Whether a row with faults is a header: it is passed over, or ends the input.
    pub(super) fn is_header<'b>(
        &self,
        row: Row,
        texts: impl Iterator<Item = &'b str> + Clone,
        result: &mut BatchResult,
    ) -> bool {
        let Some(layout) = self.layout else { return false };
        match layout.rows.faulty(&layout.names, texts.clone()) {
            RowKind::Record => return false,
            RowKind::Passed(passed) => result.pass(passed, row.line, &said(texts)),
            RowKind::OtherHeader => {
                result.error = Some(Error::SecondTable { line: row.line, text: said(texts) });
            }
        }
        true
    }

    /// Keeps what tells that two records are of the same name.
    pub(super) fn named(&self, label: &RowLabel<'_>, record: &Record, result: &mut BatchResult) {
        if let Some(name) = label.name.filter(|name| self.layout.is_some() && !name.is_empty()) {
            let dated_by = self.task.subject.shape.dated_by;
            let day = dated_by.and_then(|it| record.number(it));
            result.names.push(label.line, name, day);
        }
        for pair in self.task.subject.shape.pairs {
            let Pair::Doubtful { part, whole } = *pair else { continue };
            let both = record.number(part).zip(record.number(whole));
            let note = Note::over_whole(self.task.subject, part, whole, label.line);
            if let Some(note) = note.filter(|_| both.is_some_and(|(part, whole)| whole < part)) {
                result.note(note);
            }
        }
    }
}

/// What a row is that belongs to the header, or to one that is repeated. `in_header` is whether the
/// row above does, if that is known.
fn of_header<'b>(
    layout: &Layout,
    line: u64,
    texts: impl Iterator<Item = &'b str>,
    in_header: Option<bool>,
) -> Option<Passed> {
    if let Some(row) = layout.head.iter().find(|it| it.line == line) {
        return Some(row.passed);
    }
    let texts: Vec<&str> = match in_header {
        Some(false) => return None,
        Some(true) | None => texts.collect(),
    };
    let folded = squeezed(&texts.concat());
    let same = layout.head.iter().find(|it| it.text == folded).map(|it| it.passed);
    let below = || {
        let units = is_units(&texts).then_some(Passed::Units);
        units.or_else(|| is_numbering(&texts, None).then_some(Passed::Numbering))
    };
    same.or_else(|| in_header.and_then(|_| below()))
}

/// The error of a unit that is said below records which were read without one.
fn unit_below<'b>(
    layout: &Layout,
    line: u64,
    mut texts: impl Iterator<Item = &'b str>,
) -> Option<Error> {
    let bare = layout.rows.bare_money();
    if bare.is_empty() {
        return None;
    }
    let text = brief(texts.find(|it| says_money(it))?).into_owned();
    let columns = bare.iter().take(MAX_LISTED).cloned().collect();
    Some(Error::UnitBelow { line, text, columns })
}

/// The first texts of a row.
fn said<'b>(texts: impl Iterator<Item = &'b str>) -> String {
    texts.filter(|it| !is_blank(it)).take(3).map(brief).collect::<Vec<_>>().join(" ")
}
