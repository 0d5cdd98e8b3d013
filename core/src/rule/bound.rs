//! Bounds: what a condition measures, and what is required. Figures, columns, messages and
//! catalogues are derived from this description.

use super::condition::{
    Condition, Group, Inducted, ListCondition, NumberCondition, Practised, Published, Sense,
};
use crate::field::{Field, Unit};
use crate::index::Index;
use crate::parameters::{self, Parameters};

/// One bound of a rule, independent of any record.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Bound {
    /// The key of the measured fact.
    pub fact: &'static str,
    /// The key of the whole, if the bound is a share of it or the whole itself.
    pub of: Option<&'static str>,
    /// The key of the figure of the year before, if the bound is a trend: the figure, or its share of
    /// the whole, is to be no less than that year, or more.
    pub before: Option<&'static str>,
    /// Whether the bound is an upper one. Bounds are inclusive.
    pub at_most: bool,
    /// The number, if the wording implies it: 有 is 1, 免费 is 0.
    pub number: Option<i64>,
    /// The parameters that determine the bound.
    pub parameters: Vec<&'static Field>,
}

/// What a condition measures; facts and parameters are given by index.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Measured {
    /// The measured fact. For a period with two dates it is the end.
    pub(crate) fact: Index,
    pub(crate) sense: Sense,
    pub(crate) required: Required,
}

/// What the measured fact must reach or must not exceed.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Required {
    /// A parameter.
    Parameter(Index),
    /// A number that the wording implies.
    Literal(u8),
    /// The whole.
    Whole(Index),
    /// A share of the whole, rounded as a reading says if there is one.
    Share { whole: Index, share: Index, rounding: Option<Index> },
    /// A share of the whole that depends on a category.
    ShareByCategory { whole: Index, category: Index, shares: [Index; 2] },
    /// The share of the year before, of the whole of this year.
    Trend { whole: Index, before: [Index; 2], strict: bool },
    /// More than the year before, within the limit.
    More { before: Index, limit: Option<Index> },
    /// The days from the start that span the months.
    Span { start: Index, months: Index },
    /// Months of practice within the last years.
    Practice(Practised),
    /// Months of full-time practice within the first years of service.
    Induction(Inducted),
    /// The maximum number of years between two reports.
    Interval(Published),
}

impl Required {
    /// Returns the parameters that determine it: none, one or two.
    pub(crate) const fn parameters(self) -> [Option<Index>; 2] {
        match self {
            Self::Literal(_) | Self::Whole(_) | Self::Trend { .. } | Self::More { .. } => {
                [None, None]
            }
            Self::Parameter(parameter) => [Some(parameter), None],
            Self::Share { share, whole: _, rounding: _ } => [Some(share), None],
            Self::ShareByCategory { shares: [one, other], whole: _, category: _ } => {
                [Some(one), Some(other)]
            }
            Self::Span { months, start: _ } => [Some(months), None],
            Self::Practice(Practised { years, months, .. })
            | Self::Induction(Inducted { years, months, .. }) => [Some(years), Some(months)],
            Self::Interval(Published { years, .. }) => [Some(years), None],
        }
    }

    /// Returns the whole that the measured fact is compared with, or with a share of.
    pub(crate) const fn whole(self) -> Option<Index> {
        match self {
            Self::Whole(whole)
            | Self::Share { whole, share: _, rounding: _ }
            | Self::ShareByCategory { whole, category: _, shares: _ }
            | Self::Trend { whole, before: _, strict: _ } => Some(whole),
            Self::Parameter(_)
            | Self::Literal(_)
            | Self::More { .. }
            | Self::Span { .. }
            | Self::Practice(_)
            | Self::Induction(_)
            | Self::Interval(_) => None,
        }
    }

    /// Returns the figure of the year before that the measured fact is compared with.
    const fn before(self) -> Option<Index> {
        match self {
            Self::Trend { before: [before, _], whole: _, strict: _ }
            | Self::More { before, limit: _ } => Some(before),
            Self::Parameter(_)
            | Self::Literal(_)
            | Self::Whole(_)
            | Self::Share { .. }
            | Self::ShareByCategory { .. }
            | Self::Span { .. }
            | Self::Practice(_)
            | Self::Induction(_)
            | Self::Interval(_) => None,
        }
    }

    /// Returns the whole if the measured fact is compared with a share of it.
    pub(crate) const fn share_of(self) -> Option<Index> {
        match self {
            Self::Share { whole, share: _, rounding: _ }
            | Self::ShareByCategory { whole, category: _, shares: _ }
            | Self::Trend { whole, before: _, strict: _ } => Some(whole),
            Self::Parameter(_)
            | Self::Literal(_)
            | Self::Whole(_)
            | Self::More { .. }
            | Self::Span { .. }
            | Self::Practice(_)
            | Self::Induction(_)
            | Self::Interval(_) => None,
        }
    }

    /// Returns the parameters for the years and the months of a period.
    pub(crate) const fn period(self) -> (Option<Index>, Option<Index>) {
        match self {
            Self::Span { months, start: _ } => (None, Some(months)),
            Self::Practice(Practised { years, months, .. })
            | Self::Induction(Inducted { years, months, .. }) => (Some(years), Some(months)),
            Self::Interval(Published { years, .. }) => (Some(years), None),
            Self::Parameter(_)
            | Self::Literal(_)
            | Self::Whole(_)
            | Self::Trend { .. }
            | Self::More { .. }
            | Self::Share { .. }
            | Self::ShareByCategory { .. } => (None, None),
        }
    }

    /// Whether the measured number is in days.
    pub(crate) const fn is_in_days(self) -> bool {
        match self {
            Self::Span { .. } | Self::Practice(_) | Self::Induction(_) | Self::Interval(_) => true,
            Self::Parameter(_)
            | Self::Literal(_)
            | Self::Whole(_)
            | Self::Trend { .. }
            | Self::More { .. }
            | Self::Share { .. }
            | Self::ShareByCategory { .. } => false,
        }
    }
}

impl Measured {
    /// Returns the field of the measured fact.
    pub(crate) fn field(self, fields: &'static [Field]) -> Option<&'static Field> {
        fields.get(usize::from(self.fact))
    }

    /// Returns the unit of the measured number. `Conditions` asserts that every amount has one.
    pub(crate) fn unit(self, field: &Field) -> Option<Unit> {
        if self.required.is_in_days() { Some(Unit::Day) } else { field.unit }
    }

    /// Replaces indices by names.
    pub(super) fn named(self, fields: &'static [Field]) -> Option<Bound> {
        let key = |fact: Index| fields.get(usize::from(fact)).map(Field::key);
        let table = parameters::parameters();
        Some(Bound {
            fact: key(self.fact)?,
            of: self.required.whole().and_then(key),
            before: self.required.before().and_then(key),
            at_most: self.sense == Sense::AtMost,
            number: match self.required {
                Required::Literal(number) => Some(number.into()),
                Required::Parameter(_)
                | Required::Whole(_)
                | Required::Share { .. }
                | Required::ShareByCategory { .. }
                | Required::Trend { .. }
                | Required::More { .. }
                | Required::Span { .. }
                | Required::Practice(_)
                | Required::Induction(_)
                | Required::Interval(_) => None,
            },
            parameters: self
                .required
                .parameters()
                .into_iter()
                .flatten()
                .filter_map(|parameter| table.get(usize::from(parameter)))
                .collect(),
        })
    }
}

impl Condition {
    /// Returns what the condition itself measures, without the conditions that it consists of.
    pub(crate) const fn measured(&self) -> Option<Measured> {
        match self {
            Self::Number(number) => number.measured(),
            Self::List(list) => Some(list.measured()),
            Self::Group(_) => None,
        }
    }

    /// Calls `each` with the bounds of the condition and those it consists of, in order, under the
    /// readings in force.
    pub(crate) fn bounds(&self, parameters: &Parameters, each: &mut dyn FnMut(Measured)) {
        match self {
            Self::Number(_) | Self::List(_) => self.measured().into_iter().for_each(each),
            Self::Group(Group::Reading { reading, conditions }) => {
                if let Some(chosen) = conditions.get(parameters.choice(*reading)) {
                    chosen.bounds(parameters, each);
                }
            }
            Self::Group(Group::All(conditions) | Group::Any(conditions)) => {
                for condition in *conditions {
                    condition.bounds(parameters, each);
                }
            }
            Self::Group(Group::Grace { condition, .. } | Group::OnceSet { condition, .. }) => {
                condition.bounds(parameters, each);
            }
            // A negation has no figures, and the other rule reports its own.
            Self::Group(Group::Always | Group::Not(_) | Group::Breached(_)) => {}
        }
    }
}

impl NumberCondition {
    /// Returns what the condition measures; `None` if it has a yes-or-no answer.
    const fn measured(&self) -> Option<Measured> {
        let (fact, sense, required) = match *self {
            Self::AtLeast { fact, parameter } => {
                (fact, Sense::AtLeast, Required::Parameter(parameter))
            }
            Self::Literal { fact, sense, number } => (fact, sense, Required::Literal(number)),
            Self::Share { part, whole, sense, share, rounding } => {
                (part, sense, Required::Share { whole, share, rounding })
            }
            Self::ShareByCategory { part, whole, category, shares } => {
                (part, Sense::AtLeast, Required::ShareByCategory { whole, category, shares })
            }
            Self::Whole { part, whole } => (part, Sense::AtLeast, Required::Whole(whole)),
            Self::Trend { now: [part, whole], before, strict } => {
                (part, Sense::AtLeast, Required::Trend { whole, before, strict })
            }
            Self::More { now, before, limit } => {
                (now, Sense::AtLeast, Required::More { before, limit })
            }
            Self::Spans { start, end, months } => {
                (end, Sense::AtLeast, Required::Span { start, months })
            }
            Self::Flag(_)
            | Self::Choice { .. }
            | Self::InOrder { .. }
            | Self::Since { .. }
            | Self::Before { .. }
            | Self::LargeOrMedium { .. } => return None,
        };
        Some(Measured { fact, sense, required })
    }
}

impl ListCondition {
    const fn measured(self) -> Measured {
        match self {
            Self::Practised(practised) => Measured {
                fact: practised.periods,
                sense: Sense::AtLeast,
                required: Required::Practice(practised),
            },
            Self::Inducted(inducted) => Measured {
                fact: inducted.periods,
                sense: Sense::AtLeast,
                required: Required::Induction(inducted),
            },
            Self::Published(published) => Measured {
                fact: published.reports,
                sense: Sense::AtMost,
                required: Required::Interval(published),
            },
        }
    }
}
