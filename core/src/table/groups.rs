//! Groups: records counted by the values of columns.

use std::collections::HashMap;
use std::fmt::Write as _;

use super::cell::trimmed;
use super::fold::{compact, fold};
use super::gate::ConclusionCounts;
use super::note::{Note, NotedHeaders};
use super::rows::is_blank;
use crate::field::Unit;
use crate::parameters::Parameters;
use crate::quantity::decimal;
use crate::rule::Rule;
use crate::subjects::Subject;
use crate::text::{Language, Text, sentence, text};
use crate::verdict::Verdict;

/// The most groups of a table.
pub const MOST_GROUPS: usize = 10_000;

/// The most characters of the value of a group.
const MOST_CHARACTERS: usize = 500;

/// The name of a group without a value.
pub const BLANK_GROUP: Text = text!("（空白）", "(blank)");

/// Records counted by the values of columns: how many reached each conclusion, how many are faulty,
/// and for each rule the verdicts and the sum of its shortfalls.
///
/// Two records are in one group if their values are the same texts, without blanks around them. Groups
/// are in the order of their first records. Without columns, all records are in one group.
#[derive(Debug, Clone)]
pub struct Groups {
    columns: Vec<String>,
    rules: Vec<&'static Rule>,
    /// The place of each group, by its values.
    places: HashMap<String, usize>,
    found: Vec<Group>,
    error: Option<GroupError>,
}

/// The records with the same values.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Group {
    /// The value in each of the columns; empty if it is blank.
    pub values: Vec<String>,
    /// How many records reached each conclusion.
    pub conclusions: ConclusionCounts,
    /// How many rows are faulty.
    pub faulty: u64,
    /// The counts for each rule.
    pub rules: Vec<RuleCounts>,
}

/// The verdicts of a rule, and by how much it is missed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct RuleCounts {
    /// How often each verdict was reached, in the order of [`Verdict::ALL`].
    pub verdicts: [u64; Verdict::ALL.len()],
    /// How many records have a shortfall, or an excess.
    pub gaps: u64,
    /// Their sum, in fen if the unit is the yuan.
    pub sum: i128,
}

/// Why records cannot be grouped by columns.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum GroupError {
    /// The columns have more different values than [`MOST_GROUPS`].
    TooMany {
        /// The names of the columns.
        columns: Vec<String>,
    },
    /// A value is too long to be that of a group.
    TooLong {
        /// The names of the columns.
        columns: Vec<String>,
    },
}

impl GroupError {
    /// Returns what is wrong, and what to do.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let (Self::TooMany { columns } | Self::TooLong { columns }) = self;
        let columns = columns.join(text!("、", ", ").get(language));
        match self {
            Self::TooMany { .. } => sentence!(
                language,
                "不能按 `{columns}` 汇总：不同的值超过 {MOST_GROUPS} 个。请改用值较少的列，或用逐条结果自行汇总。",
                "cannot group by `{columns}`: more than {MOST_GROUPS} different values. Choose a column \
                 with fewer, or group the results of the records yourself.",
            ),
            Self::TooLong { .. } => sentence!(
                language,
                "不能按 `{columns}` 汇总：有的值超过 {MOST_CHARACTERS} 个字符。请改用其他列。",
                "cannot group by `{columns}`: a value has more than {MOST_CHARACTERS} characters. Choose \
                 another column.",
            ),
        }
    }
}

impl core::fmt::Display for GroupError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(&self.message(Language::English))
    }
}

impl core::error::Error for GroupError {}

impl Groups {
    /// No groups yet, by columns with these names, of records that are judged by these rules.
    pub fn new(columns: Vec<String>, rules: impl Iterator<Item = &'static Rule>) -> Self {
        let (places, found) = (HashMap::new(), Vec::new());
        Self { columns, rules: rules.collect(), places, found, error: None }
    }

    /// The same columns and rules without any group.
    #[cfg(feature = "cli")]
    pub(crate) fn emptied(&self) -> Self {
        Self::new(self.columns.clone(), self.rules.iter().copied())
    }

    /// Returns the names of the columns.
    #[must_use]
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// Returns the rules, in the order of [`Group::rules`].
    #[must_use]
    pub fn rules(&self) -> &[&'static Rule] {
        &self.rules
    }

    /// Returns the groups, in the order of their first records.
    ///
    /// # Errors
    /// The records cannot be grouped by these columns.
    pub fn groups(&self) -> Result<&[Group], GroupError> {
        self.error.as_ref().map_or(Ok(&self.found), |error| Err(error.clone()))
    }

    /// The group of a record with these values; `None` if there is none, for which
    /// [`groups`](Self::groups) has the reason.
    pub(crate) fn group<T: AsRef<str>>(&mut self, values: &[T]) -> Option<&mut Group> {
        if self.error.is_some() {
            return None;
        }
        let value = |text: &'_ T| {
            let text = text.as_ref();
            if is_blank(text) { String::new() } else { trimmed(text).to_owned() }
        };
        let values: Vec<String> = values.iter().map(value).collect();
        let key = key(&values);
        let place = self.places.get(&key).copied().or_else(|| self.add(key, values))?;
        self.found.get_mut(place)
    }

    /// Adds a group; returns its place.
    fn add(&mut self, key: String, values: Vec<String>) -> Option<usize> {
        let columns = || self.columns.clone();
        if values.iter().any(|it| it.chars().nth(MOST_CHARACTERS).is_some()) {
            self.error = Some(GroupError::TooLong { columns: columns() });
            return None;
        }
        if self.found.len() == MOST_GROUPS {
            self.error = Some(GroupError::TooMany { columns: columns() });
            return None;
        }
        let place = self.found.len();
        let rules = vec![RuleCounts::default(); self.rules.len()];
        let conclusions = ConclusionCounts::default();
        self.found.push(Group { values, conclusions, faulty: 0, rules });
        self.places.insert(key, place);
        Some(place)
    }

    /// Adds the groups of further records.
    pub fn merge(&mut self, more: Self) {
        self.error = self.error.take().or(more.error);
        for group in more.found {
            let Some(own) = self.group(&group.values) else { return };
            own.faulty += group.faulty;
            for (conclusion, count) in group.conclusions.iter() {
                own.conclusions[conclusion] += count;
            }
            for (own, more) in own.rules.iter_mut().zip(&group.rules) {
                own.merge(more);
            }
        }
    }

    /// A note on groups whose values differ only in blanks or in the width of characters.
    #[must_use]
    pub fn note(&self) -> Option<Note> {
        let mut seen: HashMap<String, &Group> = HashMap::new();
        for group in &self.found {
            let folded: Vec<String> = group.values.iter().map(|it| compact(&fold(it))).collect();
            if let Some(other) = seen.insert(key(&folded), group) {
                let pair = [other, group].map(|it| it.values.join(","));
                let columns = self.columns.iter().map(String::as_str);
                return Some(Note::SimilarGroups(NotedHeaders::of(columns, &pair.join("`、`"))));
            }
        }
        None
    }
}

/// A text that is the same for the same values only.
fn key(values: &[String]) -> String {
    let mut key = String::new();
    for value in values {
        let _ = write!(key, "{}:{value}", value.len());
    }
    key
}

impl Group {
    /// Returns the number of records, faulty ones included.
    #[must_use]
    pub fn records(&self) -> u64 {
        self.conclusions.total() + self.faulty
    }

    /// Returns the values, with a name for blank ones.
    pub fn names(&self, language: Language) -> impl Iterator<Item = &str> {
        let name = move |value: &String| value.is_empty().then(|| BLANK_GROUP.get(language));
        self.values.iter().map(move |value| name(value).unwrap_or(value))
    }

    #[cfg(feature = "cli")]
    /// Counts a record. `verdicts` are those of the rules, each with its shortfall or excess.
    pub(crate) fn count(
        &mut self,
        conclusion: crate::report::Conclusion,
        verdicts: impl Iterator<Item = (Verdict, Option<i64>)>,
    ) {
        self.conclusions[conclusion] += 1;
        for (counts, (verdict, gap)) in self.rules.iter_mut().zip(verdicts) {
            counts.add(verdict);
            counts.add_gap(gap.map(Into::into));
        }
    }
}

impl RuleCounts {
    pub(crate) fn add(&mut self, verdict: Verdict) {
        let place = Verdict::ALL.iter().position(|it| *it == verdict);
        if let Some(count) = place.and_then(|place| self.verdicts.get_mut(place)) {
            *count += 1;
        }
    }

    pub(crate) fn add_gap(&mut self, gap: Option<i128>) {
        // A sum of 2^64 amounts of 64 bits fits.
        self.gaps += u64::from(gap.is_some());
        self.sum = self.sum.saturating_add(gap.unwrap_or(0));
    }

    fn merge(&mut self, more: &Self) {
        for (count, more) in self.verdicts.iter_mut().zip(&more.verdicts) {
            *count += more;
        }
        self.gaps += more.gaps;
        self.sum = self.sum.saturating_add(more.sum);
    }

    /// Returns the number of records with this verdict.
    #[must_use]
    pub fn verdict(&self, verdict: Verdict) -> u64 {
        let mut all = Verdict::ALL.iter().zip(self.verdicts);
        all.find(|(it, _)| **it == verdict).map_or(0, |(_, count)| count)
    }
}

/// What the shortfalls of a rule are: their unit, and whether they are excesses over an upper bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Gap {
    /// The unit of the sum.
    pub unit: Unit,
    /// Whether the bound is an upper one.
    pub is_excess: bool,
}

impl Gap {
    /// What the shortfalls of a rule are; `None` if it does not have exactly one bound, and so has
    /// none.
    #[must_use]
    pub fn of(subject: &Subject, rule: &Rule) -> Option<Self> {
        let bound = rule.only_bound(&Parameters::default())?;
        let unit = bound.unit(bound.field(subject.fields())?)?;
        Some(Self { unit, is_excess: rule.gap_suffix() == Some(".excess") })
    }

    /// Returns the number of decimals of the sum: two for yuan, none for other units.
    #[must_use]
    pub const fn decimals(self) -> u32 {
        if matches!(self.unit, Unit::Yuan) { 2 } else { 0 }
    }

    /// Returns a sum as decimal text, exactly: `1234.50`.
    #[must_use]
    pub fn text(self, sum: i128) -> String {
        let mut text = String::new();
        if let Ok(sum) = i64::try_from(sum) {
            decimal::push_scaled(&mut text, sum, self.decimals());
            return text;
        }
        let (scale, places) = if self.decimals() == 0 { (1, 0) } else { (100, 2) };
        let _ = write!(text, "{}", sum / scale);
        if 0 < places {
            let _ = write!(text, ".{:02}", (sum % scale).unsigned_abs());
        }
        text
    }
}

/// The verdicts of a record, each with the shortfall or excess of its rule.
#[cfg(feature = "cli")]
pub(crate) fn with_gaps<'a>(
    record: &'a crate::record::Record,
    parameters: &'a Parameters,
    verdicts: &'a [Verdict],
) -> impl Iterator<Item = (Verdict, Option<i64>)> + 'a {
    let rules = record.subject().rules().iter();
    rules.zip(verdicts).map(move |(rule, verdict)| match verdict {
        Verdict::Met | Verdict::NotApplicable => (*verdict, None),
        Verdict::Unmet | Verdict::Undetermined | Verdict::Pending => {
            (*verdict, crate::measure::only_gap(rule, record, parameters))
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::subjects::subject;

    fn groups(columns: &[&str]) -> Groups {
        let rules = subject("enterprise").unwrap().rules().iter();
        Groups::new(columns.iter().map(|it| (*it).to_owned()).collect(), rules)
    }

    #[test]
    fn values_are_the_same_text_without_blanks_around_it() {
        let mut found = groups(&["市州"]);
        for value in ["株洲市", " 长沙市", "长沙市　", "", " \u{200b}", "长沙 市", "株洲市"]
        {
            found.group(&[value]).unwrap().faulty += 1;
        }
        let listed: Vec<(&str, u64)> = found
            .groups()
            .unwrap()
            .iter()
            .map(|it| (it.names(Language::Chinese).next().unwrap(), it.faulty))
            .collect();
        assert_eq!(listed, [("株洲市", 2), ("长沙市", 2), ("（空白）", 2), ("长沙 市", 1)]);
        let note = found.note().unwrap();
        assert_eq!(note.kind(), "similar_groups");
        assert!(note.message(Language::English).contains("`长沙市`、`长沙 市`"), "{note}");
    }

    #[test]
    fn the_values_of_several_columns_are_not_run_together() {
        let mut found = groups(&["a", "b"]);
        for values in [["x", "yz"], ["xy", "z"], ["", "xyz"], ["1:x", ""]] {
            found.group(&values).unwrap().faulty += 1;
        }
        assert_eq!(found.groups().unwrap().len(), 4);
        assert_eq!(found.note(), None);
    }

    #[test]
    fn there_are_at_most_so_many_groups() {
        let mut found = groups(&["编号"]);
        for number in 0..MOST_GROUPS {
            assert!(found.group(&[number.to_string()]).is_some());
        }
        assert!(found.group(&["0"]).is_some());
        assert_eq!(found.groups().unwrap().len(), MOST_GROUPS);
        assert!(found.group(&["one more"]).is_none());
        let error = found.groups().unwrap_err();
        assert!(error.message(Language::Chinese).contains("不同的值超过 10000 个"), "{error}");
        let mut merged = groups(&["编号"]);
        merged.merge(found);
        assert_eq!(merged.groups().unwrap_err(), error);

        let mut long = groups(&["备注"]);
        assert!(long.group(&["字".repeat(MOST_CHARACTERS)]).is_some());
        assert!(long.group(&["字".repeat(MOST_CHARACTERS + 1)]).is_none());
        assert!(long.groups().unwrap_err().to_string().contains("more than 500 characters"));
    }

    #[test]
    fn sums_are_exact() {
        let yuan = Gap { unit: Unit::Yuan, is_excess: false };
        let posts = Gap { unit: Unit::Post, is_excess: false };
        for (gap, sum, text) in [
            (yuan, 0, "0.00"),
            (yuan, 123, "1.23"),
            (yuan, i128::from(i64::MAX) + 1, "92233720368547758.08"),
            (yuan, 10_i128.pow(20) + 5, "1000000000000000000.05"),
            (posts, 14, "14"),
            (posts, 10_i128.pow(20), "100000000000000000000"),
        ] {
            assert_eq!(gap.text(sum), text);
        }
    }
}
