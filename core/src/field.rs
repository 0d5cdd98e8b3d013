//! Fields: what one given value is called, which kind of quantity it is, and in what unit.

use crate::text::{Name, Text, displayed, text};

/// One value that can be given: a fact of a subject, or a parameter.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Field {
    pub(crate) name: Name,
    /// The kind of value.
    pub kind: Kind,
    /// What is counted, where something is.
    pub unit: Option<Unit>,
    /// Whether a record without it is a fault.
    pub required: bool,
}

impl Field {
    /// Returns the key in JSON, in Python and in columns.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        self.name.key()
    }

    /// Returns the policy's word, and its English gloss.
    #[must_use]
    pub const fn label(&self) -> Text {
        self.name.label()
    }

    /// Returns further Chinese words of the policy for the same thing.
    pub fn also(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.name.also()
    }
}

/// The kinds of values, as they are read.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Kind {
    /// Text of at most [`TEXT_LIMIT`] characters.
    Text,
    /// A calendar year, 1900 … 2999.
    Year,
    /// A whole number between the two bounds, both included.
    Count(&'static (i64, i64)),
    /// Yuan with at most two decimals, kept as fen.
    Money,
    /// Percent with at most four decimals, 0 … 100.
    Share,
    /// Yes or no.
    Flag,
    /// One of these words.
    Choice(&'static [Choice]),
    /// A date.
    Date,
    /// A list of dates.
    Dates,
    /// A list of practice periods: `{start, end, in_enterprise}`.
    Periods,
}

displayed!(Unit);

/// The most characters a text may have.
pub const TEXT_LIMIT: usize = 500;
/// The most characters an explanation may have.
pub const EXPLANATION_LIMIT: usize = 2_000;

/// One word of a closed list.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Choice {
    pub(crate) name: Name,
}

impl Choice {
    pub(crate) const fn new(name: Name) -> Self {
        Self { name }
    }

    /// Returns the word in data.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        self.name.key()
    }

    /// Returns the policy's word, and its English gloss.
    #[must_use]
    pub const fn label(&self) -> Text {
        self.name.label()
    }

    /// Returns further Chinese words accepted in tables.
    pub fn also(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.name.also()
    }
}

impl Kind {
    /// Returns the word for the kind in schemas, questions and catalogues.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Year => "year",
            Self::Count(..) => "count",
            Self::Money => "money",
            Self::Share => "share",
            Self::Flag => "flag",
            Self::Choice(_) => "choice",
            Self::Date => "date",
            Self::Dates => "dates",
            Self::Periods => "periods",
        }
    }

    /// Returns how many decimals the smallest unit of the kind has.
    pub(crate) const fn decimals(self) -> u32 {
        match self {
            Self::Money => 2,
            Self::Share => 4,
            _ => 0,
        }
    }
}

/// What a number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unit {
    /// 人.
    Person,
    /// 岗位.
    Post,
    /// 元.
    Yuan,
    /// 课时.
    ClassHour,
    /// 天.
    Day,
    /// 月.
    Month,
    /// 年.
    Year,
    /// 家.
    Enterprise,
    /// 参与方.
    Participant,
    /// 百分之.
    Percent,
}

impl Unit {
    /// Returns the word for the unit in reports and schemas.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Post => "post",
            Self::Yuan => "yuan",
            Self::ClassHour => "class_hour",
            Self::Day => "day",
            Self::Month => "month",
            Self::Year => "year",
            Self::Enterprise => "enterprise",
            Self::Participant => "participant",
            Self::Percent => "percent",
        }
    }

    /// Returns the measure word that follows a number.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Person => text!("人", "persons"),
            Self::Post => text!("个", "posts"),
            Self::Yuan => text!("元", "yuan"),
            Self::ClassHour => text!("课时", "class hours"),
            Self::Day => text!("天", "days"),
            Self::Month => text!("个月", "months"),
            Self::Year => text!("年", "years"),
            Self::Enterprise => text!("家", "enterprises"),
            Self::Participant => text!("家", "participants"),
            Self::Percent => text!("%", "%"),
        }
    }
}
