//! What is wrong with the headers of a table, in words.

use super::unit::accepted;
use crate::field::Field;
use crate::text::{Language, Text, text};

/// What is wrong with the headers of a table, or with what was said about them.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum HeaderError {
    /// What stands in brackets is no unit of the fact.
    Unit {
        /// The header, as given.
        header: String,
        /// What stands in its brackets.
        unit: String,
        /// The fact it was matched with.
        fact: &'static Field,
    },
    /// Two columns stand for one fact.
    SameFact {
        /// The header of the first column.
        first: String,
        /// The header of the second one.
        second: String,
        /// The key of the fact.
        fact: &'static str,
    },
    /// No column has the header that was named.
    NoSuchHeader {
        /// The header that was named.
        header: String,
        /// A header spelt nearly so.
        suggestion: Option<String>,
    },
    /// The subject has no such fact.
    NoSuchFact {
        /// The header that was to stand for it.
        header: String,
        /// The fact that was named.
        fact: String,
        /// The fact that was probably meant.
        suggestion: Option<&'static str>,
    },
    /// One header, or one fact, was named twice.
    NamedTwice {
        /// The header or the fact.
        name: String,
    },
}

impl HeaderError {
    /// Returns what is wrong, in one sentence.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let say = |words: Text| words.get(language);
        let meant = |name: Option<&str>| match name {
            Some(name) => {
                [say(text!("是否指 `", " Did you mean `")), name, say(text!("`？", "`?"))].concat()
            }
            None => String::new(),
        };
        match self {
            Self::Unit { header, unit, fact } => [
                say(text!("列 `", "column `")),
                header,
                say(text!("`：`", "`: `")),
                unit,
                say(text!("` 不是", "` is no unit of ")),
                fact.label().get(language),
                say(text!("的单位；接受：", "; accepted: ")),
                &accepted(fact),
                say(text!("。", ".")),
            ]
            .concat(),
            Self::SameFact { first, second, fact } => [
                say(text!("列 `", "columns `")),
                first,
                say(text!("` 与 `", "` and `")),
                second,
                say(text!("` 都对应 `", "` both stand for `")),
                fact,
                say(text!("`；请指定其中一列。", "`; map one of them.")),
            ]
            .concat(),
            Self::NoSuchHeader { header, suggestion } => [
                say(text!("表中没有列 `", "the table has no column `")),
                header,
                say(text!("`。", "`.")),
                &meant(suggestion.as_deref()),
            ]
            .concat(),
            Self::NoSuchFact { header, fact, suggestion } => [
                say(text!("列 `", "column `")),
                header,
                say(text!("`：没有事实 `", "`: there is no fact `")),
                fact,
                say(text!("`。", "`.")),
                &meant(*suggestion),
            ]
            .concat(),
            Self::NamedTwice { name } => {
                [say(text!("`", "`")), name, say(text!("` 指定了两次。", "` was named twice."))]
                    .concat()
            }
        }
    }
}

impl core::fmt::Display for HeaderError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(&self.message(Language::English))
    }
}

impl core::error::Error for HeaderError {}

/// Everything about the headers of a table that does not allow only one meaning.
#[derive(Debug, Clone)]
pub struct HeaderErrors(pub(super) Vec<HeaderError>);

impl HeaderErrors {
    /// Returns the faults one by one.
    pub fn iter(&self) -> core::slice::Iter<'_, HeaderError> {
        self.0.iter()
    }

    /// Returns what is wrong, one sentence a line; of many faults the first twenty, and how many
    /// more there are.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        told(self.iter().map(|it| it.message(language)), language)
    }
}

impl<'a> IntoIterator for &'a HeaderErrors {
    type Item = &'a HeaderError;
    type IntoIter = core::slice::Iter<'a, HeaderError>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for HeaderErrors {
    type Item = HeaderError;
    type IntoIter = std::vec::IntoIter<HeaderError>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl core::fmt::Display for HeaderErrors {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(&self.message(Language::English))
    }
}

impl core::error::Error for HeaderErrors {}

/// How many faults of a table a message tells.
pub(crate) const MOST_TOLD: usize = 20;

/// Messages one a line: of many the first, and how many more there are.
pub(crate) fn told(messages: impl ExactSizeIterator<Item = String>, language: Language) -> String {
    let more = messages.len().saturating_sub(MOST_TOLD);
    let mut told: Vec<String> = messages.take(MOST_TOLD).collect();
    if 0 < more {
        let say = |words: Text| words.get(language);
        let more = more.to_string();
        told.push([say(text!("另有 ", "and ")), &more, say(text!(" 处。", " more."))].concat());
    }
    told.join("\n")
}
