//! The time to which the policy is applied: a record of an earlier or a later year or day is not
//! judged by it. A record without a year or day is taken to lie within.

use crate::field::Kind;
use crate::index::Index;
use crate::parameters::{self, Parameters};
use crate::quantity::date::year_of;
use crate::record::Record;
use crate::subjects::Subject;

const APPLIES_FROM: Index = parameters::date("policy_applies_from");
const APPLIES_TO: Index = parameters::date("policy_applies_to");

/// Where a record lies: within the time to which the policy is applied, or on which side of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    Within,
    /// Before this day.
    Before(i64),
    /// After this day.
    After(i64),
}

/// The time to which the policy is applied, in the unit of the year or day of a subject.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Time {
    pub(crate) fact: Index,
    least: i64,
    most: i64,
}

impl Time {
    /// Returns `None` if records of the subject have no year or day, so that they always lie within.
    pub(crate) fn of(subject: &Subject, parameters: &Parameters) -> Option<Self> {
        let fact = subject.shape.dated_by?;
        let by_year = by_year(subject);
        let limit = |parameter| {
            parameters.at(parameter).map(|day| if by_year { year_of(day) } else { day })
        };
        Some(Self {
            fact,
            least: limit(APPLIES_FROM).unwrap_or(i64::MIN),
            most: limit(APPLIES_TO).unwrap_or(i64::MAX),
        })
    }

    /// Whether a year or day lies within.
    #[cfg(feature = "_block")]
    pub(crate) fn has(self, given: Option<i64>) -> bool {
        given.is_none_or(|given| self.least <= given && given <= self.most)
    }

    /// Returns the year of a record of the subject that does not lie within.
    #[cfg(feature = "_block")]
    pub(crate) fn year_outside(self, subject: &Subject, given: Option<i64>) -> Option<i64> {
        let given = given.filter(|_| !self.has(given))?;
        Some(if by_year(subject) { given } else { year_of(given) })
    }
}

/// Whether records of the subject have a year, not a day.
fn by_year(subject: &Subject) -> bool {
    subject.dated_by().is_some_and(|field| matches!(field.kind, Kind::Year))
}

impl Side {
    pub(crate) fn of(record: &Record, parameters: &Parameters) -> Self {
        let time = Time::of(record.subject(), parameters);
        let given = time.and_then(|time| Some((time, record.number(time.fact)?)));
        let day = |parameter| parameters.at(parameter).unwrap_or_default();
        match given {
            Some((time, given)) if given < time.least => Self::Before(day(APPLIES_FROM)),
            Some((time, given)) if time.most < given => Self::After(day(APPLIES_TO)),
            Some(_) | None => Self::Within,
        }
    }
}
