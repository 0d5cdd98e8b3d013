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
    /// The header may name several units.
    Units {
        /// The header, as given.
        header: String,
        /// The units.
        units: Vec<String>,
    },
    /// A unit that stands outside the headers is not a unit of the fact, or not known.
    OutsideUnit {
        /// The text that says the unit.
        said: String,
        /// The header of the column.
        header: String,
        /// The fact that the header matches.
        fact: &'static Field,
    },
    /// The units of a column's numbers stand in another column.
    UnitColumn {
        /// The header of the other column.
        header: String,
        /// The header of the column.
        column: String,
        /// The key of the fact that the column holds.
        fact: &'static str,
    },
    /// An option names a unit that the fact does not have.
    GivenUnit {
        /// The unit, as given.
        unit: String,
        /// The fact; `None` if it is no fact with a unit.
        fact: Option<&'static Field>,
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
    /// Several columns have the name of one that is asked for.
    SeveralColumns {
        /// The name, as given.
        name: String,
        /// The headers of the columns.
        headers: Vec<String>,
    },
    /// The subject does not have a fact that the map names.
    NoSuchFact {
        /// The header that the fact was given for; empty if a unit was.
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
                let key = fact.key();
                sentence!(
                    language,
                    "列 `{header}`：`{unit}` 不是{name}的单位；接受：{accepted}；\
                     也可把该列对应到 `{key}:单位`。",
                    "column `{header}`: `{unit}` is not a unit of {name}; accepted: {accepted}; or map \
                     the column to `{key}:UNIT`.",
                )
            }
            Self::Units { header, units } => {
                let units = units.join("`、`");
                sentence!(
                    language,
                    "列 `{header}`：有多个单位 `{units}`；请指定单位。",
                    "column `{header}`: several units, `{units}`; give the unit.",
                )
            }
            Self::OutsideUnit { said, header, fact } => {
                let (name, key) = (fact.label().get(language), fact.key());
                sentence!(
                    language,
                    "列 `{header}`：表头之外写有“{said}”，不能确定{name}的单位；请把该列对应到 \
                     `{key}:单位`。",
                    "column `{header}`: `{said}` outside the header leaves the unit of {name} open; map \
                     the column to `{key}:UNIT`.",
                )
            }
            Self::UnitColumn { header, column, fact } => sentence!(
                language,
                "列 `{header}` 写的是 `{column}` 的单位，不读取；请把 `{column}` 对应到 `{fact}:单位`，\
                 或指明不用列 `{header}`。",
                "column `{header}` holds the units of `{column}` and is not read: map `{column}` to \
                 `{fact}:UNIT`, or map `{header}` to nothing.",
            ),
            Self::GivenUnit { unit, fact: Some(fact) } => {
                let (name, accepted) = (fact.label().get(language), accepted(fact));
                sentence!(
                    language,
                    "`{unit}` 不是{name}的单位；接受：{accepted}。",
                    "`{unit}` is not a unit of {name}; accepted: {accepted}.",
                )
            }
            Self::GivenUnit { unit, fact: None } => {
                sentence!(language, "`{unit}`：该事实没有单位。", "`{unit}`: the fact has no unit.")
            }
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
            Self::SeveralColumns { name, headers } => {
                let headers = headers.join("`、`");
                sentence!(
                    language,
                    "名为 `{name}` 的列不止一个：`{headers}`；请写出完整的表头，或修改表头。",
                    "several columns are called `{name}`: `{headers}`; give the whole header, or change \
                     the headers.",
                )
            }
            Self::NoSuchFact { header, fact, suggestion } if header.is_empty() => {
                let help = did_you_mean(*suggestion);
                sentence!(language, "没有事实 `{fact}`。{help}", "unknown fact `{fact}`.{help}")
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
    /// A column whose cells are the units of another one.
    #[cfg(feature = "intake")]
    pub(crate) fn unit_column(header: &str, column: &str, fact: &'static str) -> Self {
        let (header, column) = (header.to_owned(), column.to_owned());
        Self(vec![HeaderError::UnitColumn { header, column, fact }])
    }

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
