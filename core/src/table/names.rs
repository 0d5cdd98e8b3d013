//! The names of facts: what a column may be called.

use std::collections::HashMap;

use super::beside::Beside;
use super::fold::{compact, fold};
use super::header::Header;
use super::matching::{allows, means};
use super::origin::MatchedBy;
use super::target::Target;
use crate::field::{Field, Kind};
use crate::input::{EXPLANATIONS, EXPLANATIONS_LABEL};
use crate::subjects::Subject;

/// The Chinese header of the explanations.
pub(super) const EXPLANATIONS_WORD: &str = "说明";

/// The names of the facts of a subject, as headers are compared.
pub(super) struct Names {
    /// Each name with what it stands for, and what kind of name it is.
    targets: HashMap<String, (Target, MatchedBy)>,
    /// The words of the policy as they are written, with the folded ones.
    words: Vec<(String, &'static str, Target)>,
}

impl Names {
    pub(super) fn of(subject: &Subject) -> Self {
        let mut names = Self { targets: HashMap::new(), words: Vec::new() };
        for field in subject.fields() {
            let target = Target::of(field);
            names.add(field.key(), target, MatchedBy::Key);
            let label = field.label();
            let words = [(label.zh(), MatchedBy::Label)].into_iter();
            for (word, by) in words.chain(field.also().map(|word| (word, MatchedBy::Alias))) {
                names.add(word, target, by);
                // As forms ask for it.
                if matches!(field.kind, Kind::Flag) {
                    names.insert(&["是否", word].concat(), target, by);
                }
            }
        }
        // Where no rule can be explained, a column of remarks may have such a header.
        if subject.rules().is_empty() {
            names.insert_labels(subject);
            return names;
        }
        for word in [EXPLANATIONS_WORD, EXPLANATIONS_LABEL.zh()] {
            names.add(word, Target::Explanations, MatchedBy::Label);
        }
        names.add(EXPLANATIONS, Target::Explanations, MatchedBy::Key);
        names.insert_labels(subject);
        names.insert(EXPLANATIONS_LABEL.en(), Target::Explanations, MatchedBy::Label);
        names
    }

    /// The labels in English give way to keys and to words in Chinese.
    fn insert_labels(&mut self, subject: &Subject) {
        for field in subject.fields() {
            self.insert(field.label().en(), Target::of(field), MatchedBy::Label);
        }
    }

    fn add(&mut self, name: &'static str, target: Target, by: MatchedBy) {
        self.words.push((compact(&fold(name)), name, target));
        self.insert(name, target, by);
    }

    fn insert(&mut self, name: &str, target: Target, by: MatchedBy) {
        // A bracket in a name, as 产业教授（导师）, is folded with it.
        let name = compact(&fold(name));
        self.targets.entry(name).or_insert((target, by));
    }

    /// What a folded name stands for, and what kind of name it is.
    pub(super) fn find(&self, name: &str) -> Option<(Target, MatchedBy)> {
        self.targets.get(name).copied()
    }

    /// The word that a folded name may have been meant for: one of which at most a third of the
    /// characters differ, or one of at least three characters that the name contains; and how many
    /// characters differ.
    pub(super) fn near(&self, name: &str) -> Option<(usize, &'static str, Target)> {
        if LONGEST < name.chars().count() {
            return None;
        }
        let mut nearest: Option<(usize, &(String, &'static str, Target))> = None;
        for candidate in &self.words {
            let length = candidate.0.chars().count();
            let distance = strsim::osa_distance(name, &candidate.0);
            let is_similar = distance * 3 <= length;
            let is_inside = 3 <= length && name.contains(&candidate.0);
            if (is_similar || is_inside) && nearest.is_none_or(|(least, _)| distance < least) {
                nearest = Some((distance, candidate));
            }
        }
        nearest.map(|(distance, &(_, word, target))| (distance, word, target))
    }
}

/// The headers that name facts: a quick look-up for the search of a header.
pub(crate) struct HeaderNames {
    names: Names,
    /// The headers of the map, as headers are compared, and the keys of their facts.
    mapped: Vec<(String, &'static str)>,
}

impl HeaderNames {
    pub(crate) fn of(subject: &Subject, map: &[(String, String)]) -> Self {
        let names = Names::of(subject);
        let mapped = map.iter().filter_map(|(header, fact)| {
            let fact = fact.split([':', '：']).next().unwrap_or_default();
            Some((Header::parse(header).whole(), given(&names, fact)?.key()))
        });
        let mapped = mapped.collect();
        Self { names, mapped }
    }

    /// The key of the fact that a column with this header holds.
    pub(crate) fn fact(&self, header: &str) -> Option<&'static str> {
        let is_value = |it: char| it.is_ascii_digit() || "+-.,% ".contains(it);
        let is_long = LONGEST_HEADER < header.len();
        if is_long && self.mapped.is_empty() || header.chars().all(is_value) {
            return None;
        }
        let header = Header::parse(header);
        let mut mapped = self.mapped.iter().filter(|(name, _)| means(name, &header));
        let mut mapped = || mapped.next().map(|(_, key)| *key);
        if is_long {
            return mapped();
        }
        let named = |(name, rest): (String, &str)| {
            let (target, _) = self.names.find(&name)?;
            allows(target, &Beside::of(rest)).then(|| target.key())
        };
        mapped().or_else(|| header.names().find_map(named))
    }
}

/// Longer texts are no headers that name facts.
const LONGEST_HEADER: usize = 600;

/// Longer names are not compared with others.
const LONGEST: usize = 40;

/// The facts that a key or a word names, as an option gives it.
pub(super) fn given(names: &Names, name: &str) -> Option<Target> {
    names.find(&compact(&fold(name))).map(|(target, _)| target)
}

/// The field of a target.
pub(super) const fn field(target: Target) -> Option<&'static Field> {
    match target {
        Target::Fact { field, .. } => Some(field),
        Target::Explanations => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::subjects::{subject, subjects};

    #[test]
    fn every_name_of_a_fact_finds_it() {
        for subject in subjects() {
            let names = Names::of(subject);
            for field in subject.fields() {
                let label = field.label();
                for word in [field.key(), label.zh(), label.en()].into_iter().chain(field.also()) {
                    let target = given(&names, word).unwrap();
                    assert_eq!(target.key(), field.key(), "{word} of {}", subject.name);
                }
            }
            for word in [EXPLANATIONS, EXPLANATIONS_WORD, "未达到要求的理由"] {
                assert_eq!(given(&names, word).unwrap().key(), EXPLANATIONS);
            }
        }
    }

    #[test]
    fn near_misses_differ_by_a_third_or_contain_the_word() {
        let names = Names::of(subject("enterprise").unwrap());
        for (name, expected) in [
            ("销售收人", Some("销售收入")),
            ("2023年销售收入", Some("销售收入")),
            ("资产总计", Some("资产总额")),
            ("employed_person", Some("employed_persons")),
            ("地区", None),
            ("备注", None),
            ("联系人", None),
            ("企业地址", None),
        ] {
            assert_eq!(names.near(name).map(|(_, word, _)| word), expected, "{name}");
        }
        assert!(names.near(&"销售收入".repeat(11)).is_none());
    }
}
