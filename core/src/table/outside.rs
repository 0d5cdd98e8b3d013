//! Whether all records of a table lie outside the time to which the policy is applied: then no rule
//! says anything of any of them, which is more often a wrong year than meant.

use crate::parameters::Parameters;
use crate::quantity::Date;
use crate::text::{Language, sentence, text};

/// The years of the records of a table, if all of them lie outside the time to which the policy is
/// applied. [`merge`](Self::merge) joins those of several slices or batches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Outside {
    /// Whether a record lies within, so that there is nothing to say.
    within: bool,
    /// The first and the last year of the records outside.
    years: Option<[i64; 2]>,
}

impl Outside {
    /// The kind of the note in words, beside those of [`Note::kind`](super::Note::kind).
    pub const KIND: &str = "outside_time";

    /// Adds a record: the year in which it lies outside; `None` if it lies within.
    pub(crate) fn add(&mut self, year: Option<i64>) {
        let record = Self { within: year.is_none(), years: year.map(|year| [year, year]) };
        self.merge(record);
    }

    /// Whether a record lies within, so that further records change nothing.
    #[cfg(feature = "arrow")]
    pub(crate) const fn is_settled(self) -> bool {
        self.within
    }

    /// Adds other rows of the same table.
    pub fn merge(&mut self, other: Self) {
        self.within |= other.within;
        self.years = match (self.years, other.years) {
            (Some([first, last]), Some([earliest, latest])) => {
                Some([first.min(earliest), last.max(latest)])
            }
            (one, another) => one.or(another),
        };
    }

    /// Returns the note in one sentence, with the days of the parameters by which the records were
    /// judged; `None` if a record lies within, or none was judged.
    #[must_use]
    pub fn message(self, parameters: &Parameters, language: Language) -> Option<String> {
        let [first, last] = self.years.filter(|_| !self.within)?;
        let years = match (first == last, language) {
            (true, _) => first.to_string(),
            (false, Language::Chinese) => format!("{first} 至 {last}"),
            (false, Language::English) => format!("{first} to {last}"),
        };
        let unlimited = text!("不限", "no limit").get(language);
        let day =
            |day: Option<Date>| day.map_or_else(|| unlimited.to_owned(), |day| day.to_string());
        let from = day(parameters.policy_applies_from());
        let to = day(parameters.policy_applies_to());
        Some(sentence!(
            language,
            "所有记录（{years} 年）都在设定的适用期（{from} 至 {to}）之外，均不适用；请核对年度或日期，或设定 \
             policy_applies_from、policy_applies_to。",
            "every record ({years}) lies outside the time to which the policy is applied ({from} \
             to {to}), so no rule applies; check the years or days, or set policy_applies_from and \
             policy_applies_to.",
        ))
    }
}
