//! Keys that cannot be matched.

use std::collections::BTreeMap;

use super::Key;
use crate::table::error::MAX_LISTED;
use crate::text::{Language, sentence, text};

/// The rows that cannot be matched with those of another report.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KeyErrors {
    /// The keys that stand more than once, each with its rows.
    duplicates: BTreeMap<Key, Vec<u64>>,
    /// How many rows with the key of another one are not among these.
    unlisted: u64,
    /// The first rows whose key is blank, and their number.
    blank: (Vec<u64>, u64),
}

impl KeyErrors {
    pub(super) fn is_empty(&self) -> bool {
        self.duplicates.is_empty() && self.blank.1 == 0
    }

    pub(super) fn add_blank(&mut self, at: u64) {
        if self.blank.0.len() < MAX_LISTED {
            self.blank.0.push(at);
        }
        self.blank.1 += 1;
    }

    pub(super) fn add_duplicate(&mut self, key: Key, first: u64, at: u64) {
        let is_known = self.duplicates.contains_key(&key);
        if !is_known && self.duplicates.len() == MAX_LISTED {
            self.unlisted += 1;
            return;
        }
        let rows = self.duplicates.entry(key).or_insert_with(|| vec![first]);
        if rows.len() < MAX_LISTED {
            rows.push(at);
        } else {
            self.unlisted += 1;
        }
    }

    /// Returns the keys that stand more than once, the first of many, each with its lines or rows.
    pub fn duplicates(&self) -> impl Iterator<Item = (&[Box<str>], &[u64])> {
        self.duplicates.iter().map(|(key, rows)| (key.as_ref(), rows.as_slice()))
    }

    /// Returns what cannot be matched, one line for each key, and what to do. `lines` is whether rows
    /// are lines of a file, not rows of a frame counted from 0.
    #[must_use]
    pub fn message(&self, lines: bool, language: Language) -> String {
        let place = |rows: &[u64]| {
            let numbers: Vec<String> = rows.iter().map(u64::to_string).collect();
            let numbers = numbers.join(text!("、", ", ").get(language));
            if lines {
                sentence!(language, "第 {numbers} 行", "lines {numbers}")
            } else {
                sentence!(language, "行 {numbers}（从 0 数起）", "rows {numbers} (counted from 0)")
            }
        };
        let mut said: Vec<String> = Vec::new();
        for (key, rows) in self.duplicates() {
            let (key, rows) = (key.join(" / "), place(rows));
            said.push(sentence!(
                language,
                "键 `{key}` 重复：{rows}。",
                "the key `{key}` stands more than once: {rows}.",
            ));
        }
        let more = self.unlisted;
        if 0 < more {
            said.push(sentence!(
                language,
                "另有 {more} 行的键重复。",
                "{more} more rows have the key of another one.",
            ));
        }
        if 0 < self.blank.1 {
            let (count, rows) = (self.blank.1, place(&self.blank.0));
            said.push(sentence!(
                language,
                "{count} 条记录没有键：{rows}。",
                "{count} records have no key: {rows}.",
            ));
        }
        let help = if lines {
            text!(
                "请更正，或再加一列作为键（如年度），使每条记录的键各不相同；不是记录的行可用 --skip-lines 跳过。",
                "correct them, or add another key column, such as the year, so that each record has a key \
                 of its own; --skip-lines passes over rows that are no records.",
            )
        } else {
            text!(
                "请更正，或再加一列作为键（如年度），使每条记录的键各不相同。",
                "correct them, or add another key column, such as the year, so that each record has a key \
                 of its own.",
            )
        };
        said.push(help.get(language).to_owned());
        said.join("\n")
    }
}
