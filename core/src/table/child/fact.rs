//! The list facts that child tables are for, and the rows of these tables.

use super::{ChildError, ChildProblem};
use crate::fault::{Code, Fault};
use crate::field::{Field, Kind};
use crate::input::parser::{END, IN_ENTERPRISE, START};
use crate::input::{Pair, Shape, nearest};
use crate::quantity::span::Interval;
use crate::record::Record;
use crate::subjects::Subject;
use crate::text::name;
#[cfg(feature = "catalogue")]
use crate::text::text;

/// A list fact whose items are the rows of a child table.
#[derive(Debug, Clone, Copy)]
pub struct ChildFact {
    pub(crate) field: &'static Field,
    rows: &'static Subject,
}

/// Entries of a map from headers to facts.
pub type Mapped = Vec<(String, String)>;

impl ChildFact {
    /// The list fact of a subject with this key, or this name in Chinese.
    ///
    /// # Errors
    /// The subject has no such fact, or it is no list.
    pub fn of(subject: &Subject, fact: &str) -> Result<Self, ChildError> {
        let lists = || subject.fields().iter().filter(|it| rows_of(it.kind).is_some());
        let is = |field: &&Field| {
            field.key() == fact || field.label().zh() == fact || field.also().any(|it| it == fact)
        };
        if let Some(field) = lists().find(is)
            && let Some(rows) = rows_of(field.kind)
        {
            return Ok(Self { field, rows });
        }
        let accepted: Vec<&'static str> = lists().map(Field::key).collect();
        let near = nearest(fact, &mut accepted.iter().copied());
        let suggestion = accepted.iter().copied().find(|it| Some(*it) == near);
        Err(ChildError::Fact { fact: fact.to_owned(), accepted, suggestion })
    }

    /// Returns the key of the fact.
    #[must_use]
    pub const fn key(self) -> &'static str {
        self.field.key()
    }

    /// Returns the description of one row, whose fields are matched with the columns of the child table.
    #[must_use]
    pub const fn rows(self) -> &'static Subject {
        self.rows
    }

    /// Splits a map from headers to facts: the entries for `fact.field` are those of the child table,
    /// all others are those of the parent.
    #[must_use]
    pub fn split_map(self, map: Mapped) -> (Mapped, Mapped) {
        let (mut own, mut rest) = (Vec::new(), Vec::new());
        for (header, fact) in map {
            let field = fact.strip_prefix(self.key()).and_then(|it| it.strip_prefix('.'));
            match field {
                Some(field) => own.push((header, field.to_owned())),
                None => rest.push((header, fact)),
            }
        }
        (own, rest)
    }

    /// The item of a row; `None` if it has no first day, which is a fault of the row.
    pub(super) fn item(self, row: &Record) -> Option<Interval> {
        let start = row.number(0)?;
        if matches!(self.field.kind, Kind::Dates) {
            return Some(Interval { start, end: Some(start), in_enterprise: None });
        }
        let in_enterprise = row.number(2).map(|flag| flag != 0);
        Some(Interval { start, end: row.number(1), in_enterprise })
    }

    pub(super) fn fault(self, problem: ChildProblem) -> Fault {
        let given = match &problem {
            ChildProblem::Row(_, fault) => fault.given.clone(),
            #[cfg(feature = "cli")]
            ChildProblem::Unreadable(..) => String::new(),
            ChildProblem::Repeated(..)
            | ChildProblem::Orphan(_)
            | ChildProblem::NoKey(_)
            | ChildProblem::KeyTwice(_)
            | ChildProblem::NoParentKey => String::new(),
        };
        let pointer = ["/", self.key()].concat();
        let child = Some(Box::new(problem));
        Fault { pointer, code: Code::ChildRow, given, child, ..Fault::default() }
    }
}

/// The description of a row of a child table.
const fn rows_of(kind: Kind) -> Option<&'static Subject> {
    match kind {
        Kind::Periods => Some(&PERIODS),
        Kind::Dates => Some(&DATES),
        Kind::Text
        | Kind::Year
        | Kind::Count(_)
        | Kind::Money
        | Kind::Share
        | Kind::Flag
        | Kind::Choice(_)
        | Kind::Date => None,
    }
}

macro_rules! rows {
    ($subject:ident, $shape:ident, $name:literal, $zh:literal, $en:literal, $fields:expr, $pairs:expr) => {
        static $shape: Shape =
            Shape { fields: $fields, pairs: $pairs, rules: &[], dated_by: None, parameters: false };
        static $subject: Subject = Subject {
            name: $name,
            #[cfg(feature = "catalogue")]
            label: text!($zh, $en),
            #[cfg(feature = "catalogue")]
            note: text!($zh, $en),
            shape: &$shape,
        };
    };
}

rows!(
    PERIODS,
    PERIODS_SHAPE,
    "period",
    "经历",
    "period",
    &[
        Field {
            name: name!(
                "start",
                "开始日期",
                "first day",
                "起始日期",
                "开始时间",
                "起始时间",
                "起始",
                "开始"
            ),
            ..START
        },
        Field {
            name: name!(
                "end",
                "结束日期",
                "last day (absent: still running)",
                "截止日期",
                "终止日期",
                "结束时间",
                "截止时间",
                "结束",
                "截止"
            ),
            ..END
        },
        Field {
            name: name!(
                "in_enterprise",
                "是否在企业",
                "held in an enterprise",
                "在企业",
                "企业实践",
                "是否企业实践",
                "是否在企业实践"
            ),
            ..IN_ENTERPRISE
        },
    ],
    &[Pair::Dates { first: 0, second: 1, at: 1 }]
);

rows!(
    DATES,
    DATES_SHAPE,
    "date",
    "日期",
    "date",
    &[Field {
        name: name!("date", "日期", "date", "发布日期", "报告发布日期", "时间", "发布时间"),
        ..START
    }],
    &[]
);
