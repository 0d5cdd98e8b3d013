//! Fields: what one given value is called, which kind of quantity it is, and in what unit.

use crate::string_enum::string_enum;
use crate::text::{Name, Text};

/// One value that can be given: a fact of a subject, or a parameter.
#[derive(Clone, Copy)]
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

    /// Returns the choices, if its value is one of a closed list.
    #[must_use]
    pub const fn choices(&self) -> Option<&'static [Choice]> {
        match self.kind {
            Kind::Choice(choices) => Some(choices),
            Kind::Text
            | Kind::Year
            | Kind::Count(_)
            | Kind::Money
            | Kind::Share
            | Kind::Flag
            | Kind::Date
            | Kind::Dates
            | Kind::Periods => None,
        }
    }

    /// Returns further Chinese words of the policy for the same thing.
    pub fn also(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.name.also()
    }
}

/// Fields are equal by their key, kind and unit.
impl PartialEq for Field {
    fn eq(&self, other: &Self) -> bool {
        let kinds = (self.kind.as_str(), other.kind.as_str());
        self.key() == other.key() && kinds.0 == kinds.1 && self.unit == other.unit
    }
}

impl Eq for Field {}

/// Fails the build where an amount has no unit.
#[expect(clippy::indexing_slicing, reason = "only evaluated while compiling")]
pub(crate) const fn assert_units(fields: &[Field]) {
    let mut at = 0;
    while at < fields.len() {
        let is_amount = matches!(fields[at].kind, Kind::Count(_) | Kind::Money | Kind::Share);
        assert!(!is_amount || fields[at].unit.is_some(), "an amount without a unit");
        at += 1;
    }
}

/// The kinds of values.
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

/// The most characters a text may have.
pub const TEXT_LIMIT: usize = 500;
/// The most characters an explanation may have.
pub const EXPLANATION_LIMIT: usize = 2_000;

/// One word of a closed list.
#[derive(Clone, Copy)]
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
            Self::Count(_) => "count",
            Self::Money => "money",
            Self::Share => "share",
            Self::Flag => "flag",
            Self::Choice(_) => "choice",
            Self::Date => "date",
            Self::Dates => "dates",
            Self::Periods => "periods",
        }
    }

    /// Returns how many decimals an amount of the kind has.
    pub(crate) const fn decimals(self) -> u32 {
        match self {
            Self::Money => 2,
            Self::Share => 4,
            Self::Text
            | Self::Year
            | Self::Count(_)
            | Self::Flag
            | Self::Choice(_)
            | Self::Date
            | Self::Dates
            | Self::Periods => 0,
        }
    }
}

string_enum! {
    /// The unit of a number. The label is the measure word that follows a number.
    #[non_exhaustive]
    Unit {
        /// 人.
        Person = "person", "人", "persons";
        /// 岗位.
        Post = "post", "个", "posts";
        /// 元.
        Yuan = "yuan", "元", "yuan";
        /// 课时.
        ClassHour = "class_hour", "课时", "class hours";
        /// 天.
        Day = "day", "天", "days";
        /// 月.
        Month = "month", "个月", "months";
        /// 年.
        Year = "year", "年", "years";
        /// 家.
        Enterprise = "enterprise", "家", "enterprises";
        /// 参与方.
        Participant = "participant", "家", "participants";
        /// 百分之.
        Percent = "percent", "%", "%";
    }
}
