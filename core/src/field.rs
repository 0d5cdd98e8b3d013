//! Fields: the name, kind and unit of a value.

use crate::string_enum::string_enum;
use crate::text::{Name, Text};

/// The description of one value in an input: a fact of a subject, or a parameter.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct Field {
    pub(crate) name: Name,
    /// The kind of value.
    pub kind: Kind,
    /// The unit of a number; `None` if the kind has none.
    pub unit: Option<Unit>,
    /// Whether a record must have it.
    pub required: bool,
    /// The authority that decides it; `None` if none does.
    pub determined_by: Option<Authority>,
}

impl Field {
    /// Returns the key in JSON, which is also the name of the column and of the method.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        self.name.key()
    }

    /// Returns the label: the term of the policy, and its English translation.
    #[must_use]
    pub const fn label(&self) -> Text {
        self.name.label()
    }

    /// Returns the allowed values if the kind is [`Kind::Choice`].
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

    /// Returns further Chinese names, which are accepted as headers of tables.
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

/// Fails the build if an amount has no unit.
#[expect(clippy::indexing_slicing, reason = "only evaluated while compiling")]
pub(crate) const fn assert_units(fields: &[Field]) {
    let mut at = 0;
    while at < fields.len() {
        let is_amount = matches!(fields[at].kind, Kind::Count(_) | Kind::Money | Kind::Share);
        assert!(
            !is_amount || fields[at].unit.is_some(),
            "a count, an amount of money or a share needs a unit: `, in Person`"
        );
        at += 1;
    }
}

/// The kind of a value: its type in JSON and its range.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Kind {
    /// Text of at most [`TEXT_LIMIT`] characters.
    Text,
    /// A calendar year, 1900 … 2999.
    Year,
    /// A whole number in a range, given as minimum and maximum, both included.
    Count(&'static (i64, i64)),
    /// An amount of money in yuan, with at most two decimals.
    Money,
    /// A percentage, 0 … 100, with at most four decimals.
    Share,
    /// True or false.
    Flag,
    /// One of these values.
    Choice(&'static [Choice]),
    /// A date.
    Date,
    /// A list of dates.
    Dates,
    /// A list of practice periods: `{start, end, in_enterprise}`.
    Periods,
}

/// The maximum length of a text, in characters.
pub const TEXT_LIMIT: usize = 500;
/// The maximum length of an explanation, in characters.
pub const EXPLANATION_LIMIT: usize = 2_000;

/// One allowed value of a field of the kind [`Kind::Choice`].
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct Choice {
    pub(crate) name: Name,
}

impl Choice {
    pub(crate) const fn new(name: Name) -> Self {
        Self { name }
    }

    /// Returns the value in JSON.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        self.name.key()
    }

    /// Returns the label: the term of the policy, and its English translation.
    #[must_use]
    pub const fn label(&self) -> Text {
        self.name.label()
    }

    /// Returns further Chinese names, which are accepted in tables.
    pub fn also(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.name.also()
    }
}

impl Kind {
    /// Returns the name of the kind in schemas, questions and catalogues.
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

    /// Returns the number of decimals of an amount of this kind.
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
    /// The unit of a number. The label is the word that follows the number in a message.
    #[non_exhaustive]
    Unit {
        /// 人.
        Person = "person", "人", "persons";
        /// 岗位.
        Post = "post", "个", "positions";
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

string_enum! {
    /// The authority that decides a fact, so that nobody certifies it for itself. The label follows
    /// the name of the fact.
    #[non_exhaustive]
    Authority {
        /// 主管部门: the policy does not say which authority.
        Competent = "competent", "由主管部门认定", "as determined by the competent authority";
        /// 统计部门.
        Statistics = "statistics", "由统计部门认定", "as determined by the statistics authority";
    }
}
