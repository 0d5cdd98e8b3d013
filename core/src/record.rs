//! Records: the facts of one subject, field by field.

use crate::index::{FactSet, Index};
use crate::parameters::Parameters;
use crate::quantity::span::Interval;
use crate::questions::{self, Question};
use crate::report::{self, Report};
use crate::rule::Rule;
use crate::subjects::Subject;
use crate::verdict::Verdict;

/// The value of one field of a record.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub(crate) enum Cell {
    /// The value is not known.
    #[default]
    Unknown,
    /// A number in the smallest unit: a count, fen, millionths, a day number, a flag as 0 or 1, or
    /// the index of a choice.
    Number(i64),
    /// Text.
    Text(Box<str>),
    /// A list of periods, or of dates as intervals of one day.
    Intervals(Box<[Interval]>),
}

impl Cell {
    pub(crate) const fn number(&self) -> Option<i64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Unknown | Self::Text(_) | Self::Intervals(_) => None,
        }
    }
}

/// The cells of a record, one per field.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Cells {
    pub(crate) cells: Vec<Cell>,
    /// The fields that were given a value, as opposed to a default.
    pub(crate) given: FactSet,
}

impl Cells {
    pub(crate) fn unknown(fields: usize) -> Self {
        Self { cells: vec![Cell::Unknown; fields], given: FactSet::default() }
    }

    pub(crate) fn cell(&self, field: Index) -> &Cell {
        const UNKNOWN: &Cell = &Cell::Unknown;
        self.cells.get(usize::from(field)).unwrap_or(UNKNOWN)
    }

    pub(crate) fn number(&self, field: Index) -> Option<i64> {
        self.cell(field).number()
    }

    pub(crate) fn set(&mut self, field: Index, cell: Cell) {
        if let Some(slot) = self.cells.get_mut(usize::from(field)) {
            *slot = cell;
            self.given.add(field);
        }
    }
}

/// The result of parsing an input. Each cell has the kind of its field and is in range, and all
/// constraints on pairs of facts hold.
#[derive(Debug, Clone)]
pub struct Parsed {
    pub(crate) cells: Cells,
    /// The explanations, each with the index of its rule in the subject's list.
    pub(crate) explanations: Vec<(usize, Box<str>)>,
}

/// A record of a subject that is known only at run time. It is created by parsing, so it is valid.
///
/// A record knows its subject, so it cannot be checked against the rules of another one. Typed
/// records, such as [`Enterprise`](crate::Enterprise), convert from and to it.
///
/// ```
/// use chanjiao::{Conclusion, Parameters, Teacher, Visit, subject};
/// let visits = subject("visit").expect("a subject");
/// let record = visits.parse(r#"{"start": "2023-09-01", "end": "2024-08-31"}"#)?;
/// let report = record.check(&Parameters::default());
/// assert_eq!(report.subject.name, "visit");
///
/// // It becomes a typed record of its own subject only.
/// assert!(Teacher::try_from(record.clone()).is_err());
/// assert!(Visit::try_from(record).is_ok());
/// # Ok::<(), chanjiao::Faults>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Record {
    subject: &'static Subject,
    pub(crate) cells: Cells,
    pub(crate) explanations: Vec<(usize, Box<str>)>,
}

impl Record {
    pub(crate) fn new(subject: &'static Subject, Parsed { cells, explanations }: Parsed) -> Self {
        Self { subject, cells, explanations }
    }

    /// Returns the subject of the record.
    #[must_use]
    pub const fn subject(&self) -> &'static Subject {
        self.subject
    }

    /// Checks the record against every rule of its subject; see [`check`](crate::check).
    #[must_use]
    pub fn check(&self, parameters: &Parameters) -> Report {
        report::report(self, parameters, |_| true)
    }

    /// Checks the record by the selected rules only. The conclusion is drawn from these alone.
    ///
    /// ```
    /// use chanjiao::{Parameters, Record, Visit};
    ///
    /// let record = Record::from(Visit::from_json(r#"{"start": "2024-05-01"}"#)?);
    /// let report = record.check_by(&Parameters::default(), |rule| rule.id == "visit.duration");
    /// assert_eq!(report.findings.len(), 1);
    /// # Ok::<(), chanjiao::Faults>(())
    /// ```
    #[must_use]
    pub fn check_by(&self, parameters: &Parameters, selected: impl Fn(&Rule) -> bool) -> Report {
        report::report(self, parameters, selected)
    }

    /// Returns the verdict of every rule of the subject, without figures or messages; see
    /// [`verdicts`](crate::verdicts).
    pub fn verdicts<'a>(
        &'a self,
        parameters: &'a Parameters,
    ) -> impl Iterator<Item = (&'static Rule, Verdict)> + 'a {
        report::verdicts_of(self, parameters)
    }

    /// Returns the facts that undetermined rules need; see [`questions`](crate::questions()).
    #[must_use]
    pub fn questions(&self, parameters: &Parameters) -> Vec<Question> {
        questions::of_record(self, parameters)
    }

    pub(crate) fn cell(&self, fact: Index) -> &Cell {
        self.cells.cell(fact)
    }

    pub(crate) fn number(&self, fact: Index) -> Option<i64> {
        self.cells.number(fact)
    }

    pub(crate) fn intervals(&self, fact: Index) -> Option<&[Interval]> {
        match self.cell(fact) {
            Cell::Intervals(intervals) => Some(intervals),
            Cell::Unknown | Cell::Number(_) | Cell::Text(_) => None,
        }
    }

    /// Whether an explanation was given for the rule at this index of the subject's list.
    pub(crate) fn explains(&self, rule: usize) -> bool {
        self.explanations.iter().any(|(index, _)| *index == rule)
    }
}

/// The error of converting a record to the typed record of another subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a record of `{found}`, not of `{expected}`")]
#[non_exhaustive]
pub struct SubjectError {
    /// The name of the subject of the typed record.
    pub expected: &'static str,
    /// The name of the subject of the record.
    pub found: &'static str,
}
