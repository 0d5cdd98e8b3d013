//! What is wrong with the headers of a table.

use super::unit::accepted;
use crate::field::Field;
use crate::text::{Language, sentence};

/// What is wrong with a header, or with an entry of the map from headers to facts.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum HeaderError {
    /// The text in brackets is not a unit of the fact.
    Unit {
        /// The header, as given.
        header: String,
        /// The text in its brackets.
        unit: String,
        /// The fact that the header matches.
        fact: &'static Field,
    },
    /// Two units are said for the column: in its header, in a row of units, or above the header.
    TwoUnits {
        /// The header, as given.
        header: String,
        /// The first unit.
        first: String,
        /// The second unit.
        second: String,
    },
    /// Two columns hold the same fact.
    SameFact {
        /// The header of the first column.
        first: String,
        /// The header of the second column.
        second: String,
        /// The key of the fact.
        fact: &'static str,
    },
    /// No column has a header that the map names.
    NoSuchHeader {
        /// The header, as given in the map.
        header: String,
        /// The most similar header of the table.
        suggestion: Option<String>,
    },
    /// The subject does not have a fact that the map names.
    NoSuchFact {
        /// The header that the fact was given for.
        header: String,
        /// The fact, as given in the map.
        fact: String,
        /// The most similar fact of the subject.
        suggestion: Option<&'static str>,
    },
    /// The map names a header or a fact twice.
    NamedTwice {
        /// The header or the fact.
        name: String,
    },
}

impl HeaderError {
    /// Returns the error in one sentence, followed by a suggestion if there is one.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let did_you_mean = |name: Option<&str>| {
            let ask = |name| sentence!(language, "是否指 `{name}`？", " Did you mean `{name}`?");
            name.map(ask).unwrap_or_default()
        };
        match self {
            Self::Unit { header, unit, fact } => {
                let (name, accepted) = (fact.label().get(language), accepted(fact));
                sentence!(
                    language,
                    "列 `{header}`：`{unit}` 不是{name}的单位；接受：{accepted}。",
                    "column `{header}`: `{unit}` is not a unit of {name}; accepted: {accepted}.",
                )
            }
            Self::TwoUnits { header, first, second } => sentence!(
                language,
                "列 `{header}`：表中写有两个单位 `{first}` 和 `{second}`；请在表头写明其中一个。",
                "column `{header}`: the table says two units, `{first}` and `{second}`; name one of them in the header.",
            ),
            Self::SameFact { first, second, fact } => sentence!(
                language,
                "列 `{first}` 与 `{second}` 都对应 `{fact}`；请指定其中一列。",
                "columns `{first}` and `{second}` both match `{fact}`; map one of them.",
            ),
            Self::NoSuchHeader { header, suggestion } => {
                let help = did_you_mean(suggestion.as_deref());
                sentence!(
                    language,
                    "表中没有列 `{header}`。{help}",
                    "the table has no column `{header}`.{help}",
                )
            }
            Self::NoSuchFact { header, fact, suggestion } => {
                let help = did_you_mean(*suggestion);
                sentence!(
                    language,
                    "列 `{header}`：没有事实 `{fact}`。{help}",
                    "column `{header}`: unknown fact `{fact}`.{help}",
                )
            }
            Self::NamedTwice { name } => {
                sentence!(language, "`{name}` 指定了两次。", "`{name}` is mapped twice.")
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

/// Everything that is wrong with the headers of a table.
#[derive(Debug, Clone)]
pub struct HeaderErrors(pub(super) Vec<HeaderError>);

impl HeaderErrors {
    /// Iterates over the errors.
    pub fn iter(&self) -> core::slice::Iter<'_, HeaderError> {
        self.0.iter()
    }

    /// Returns the messages of the first twenty errors, one per line, and the number of the others.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        join_messages(self.iter().map(|it| it.message(language)), language)
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

/// How many errors, or how many columns, a message lists.
pub(crate) const MAX_LISTED: usize = 20;

/// Joins messages, one per line: the first [`MAX_LISTED`] of them, and the number of the others.
pub(crate) fn join_messages(
    messages: impl ExactSizeIterator<Item = String>,
    language: Language,
) -> String {
    let more = messages.len().saturating_sub(MAX_LISTED);
    let mut listed: Vec<String> = messages.take(MAX_LISTED).collect();
    if 0 < more {
        listed.push(sentence!(language, "另有 {more} 处。", "and {more} more."));
    }
    listed.join("\n")
}
