//! The change of a rule in words.

use super::RuleChange;
use crate::text::{Language, sentence};
use crate::verdict::Verdict;

impl RuleChange {
    /// Returns the change in words: both verdicts, with the shortfalls if there are any.
    #[must_use]
    pub fn words(&self, language: Language) -> String {
        let say = |verdict: Verdict, amount: Option<i64>| {
            let verdict = verdict.label().get(language);
            let (Some(gap), Some(amount)) = (self.gap, amount) else { return verdict.to_owned() };
            let (amount, unit) = (gap.text(amount.into()), gap.unit.label().get(language));
            // The English unit is the plural, which loses its `s` after 1.
            let is_one = amount == "1" && language == Language::English;
            let unit = unit.strip_suffix('s').filter(|_| is_one).unwrap_or(unit);
            // Per cent have no space before them in Chinese.
            let space = if unit == "%" { "" } else { " " };
            if gap.is_excess {
                sentence!(
                    language,
                    "{verdict}（超 {amount}{space}{unit}）",
                    "{verdict} (over by {amount}{space}{unit})",
                )
            } else {
                sentence!(
                    language,
                    "{verdict}（差 {amount}{space}{unit}）",
                    "{verdict} (short by {amount}{space}{unit})",
                )
            }
        };
        let (old, new) = (say(self.verdicts.0, self.gaps.0), say(self.verdicts.1, self.gaps.1));
        [old.as_str(), " → ", new.as_str()].concat()
    }
}
