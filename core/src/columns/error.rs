//! Why a table cannot be checked.

use core::fmt;

use arrow_schema::{ArrowError, DataType, Field};

use super::types::{accepted, extension, way_out};
use crate::table::{ChildError, HeaderError, NotedHeaders, Target, join_messages};
use crate::text::{Language, Text, sentence, text};

/// All reasons why a table cannot be checked as asked.
#[derive(Debug, Clone)]
pub struct PlanErrors(pub(super) Vec<PlanError>);

/// One reason why a table cannot be checked as asked.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum PlanError {
    /// A header has no meaning or more than one.
    Header(HeaderError),
    /// The type of a column cannot hold its fact.
    Type {
        /// The header of the column.
        column: String,
        /// The key of the fact.
        fact: &'static str,
        /// The type of the column.
        data_type: DataType,
        /// The extension type of the column, if it has one.
        extension: Option<String>,
        /// The types that are accepted, in words.
        accepted: Text,
    },
    /// The subject has no rule with this id.
    NoSuchRule {
        /// The id, as given.
        rule: String,
        /// The most similar id.
        suggestion: Option<&'static str>,
    },
    /// A batch has another schema than the plan.
    OtherSchema {
        /// The header of the column that the batch lacks.
        column: String,
        /// The type of that column.
        data_type: DataType,
    },
    /// A row says a unit of money, but columns without one were read in yuan.
    UnitBelow {
        /// What the row says.
        text: String,
        /// The headers of these columns.
        columns: NotedHeaders,
    },
    /// A child table cannot be used.
    Child(ChildError),
    /// Arrow refused to build an output column.
    Arrow {
        /// The message of Arrow.
        message: String,
    },
}

impl PlanErrors {
    pub(super) fn of(error: &ArrowError) -> Self {
        Self(vec![PlanError::Arrow { message: error.to_string() }])
    }

    /// Iterates over the errors.
    pub fn iter(&self) -> core::slice::Iter<'_, PlanError> {
        self.0.iter()
    }

    /// Returns the messages of the first twenty errors, one per line, and the number of the others.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        join_messages(self.0.iter().map(|it| it.message(language)), language)
    }
}

impl PlanError {
    pub(super) fn of_type(column: &Field, target: Target) -> Self {
        Self::Type {
            column: column.name().clone(),
            fact: target.key(),
            data_type: column.data_type().clone(),
            extension: extension(column).map(str::to_owned),
            accepted: accepted(target),
        }
    }

    /// How to convert a column of a type whose meaning is not certain.
    fn way_out(&self) -> Option<Text> {
        match self {
            Self::Type { extension: Some(_), .. } => Some(text!(
                "这种类型的数是内部编号；请先把该列转换为文本。",
                " The numbers of this type are codes of its own; convert the column to strings first.",
            )),
            Self::Type { data_type, .. } => way_out(data_type),
            Self::Header(_)
            | Self::NoSuchRule { .. }
            | Self::OtherSchema { .. }
            | Self::UnitBelow { .. }
            | Self::Child(_)
            | Self::Arrow { .. } => None,
        }
    }

    /// Returns the error in one sentence, and how to convert the column if that is not obvious.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        match self {
            Self::Header(error) => error.message(language),
            Self::Child(error) => error.message(language),
            Self::Arrow { message } => message.clone(),
            Self::Type { column, fact, data_type, extension, accepted } => {
                let accepted = accepted.get(language);
                let data_type = extension.clone().unwrap_or_else(|| data_type.to_string());
                let way_out = self.way_out().map_or("", |it| it.get(language));
                sentence!(
                    language,
                    "列 `{column}` 的类型 `{data_type}` 不能表示 `{fact}`；接受：{accepted}。{way_out}",
                    "column `{column}`: type `{data_type}` cannot hold `{fact}`; \
                     accepted: {accepted}.{way_out}",
                )
            }
            Self::NoSuchRule { rule, suggestion: Some(suggestion) } => sentence!(
                language,
                "没有规则 `{rule}`。是否指 `{suggestion}`？",
                "unknown rule `{rule}`. Did you mean `{suggestion}`?",
            ),
            Self::NoSuchRule { rule, suggestion: None } => {
                sentence!(language, "没有规则 `{rule}`。", "unknown rule `{rule}`.")
            }
            Self::UnitBelow { text, columns } => {
                let columns = columns.listed(language);
                sentence!(
                    language,
                    "有一行写有“{text}”，但 {columns} 没有单位，按元读取；请指定单位。",
                    "a row says `{text}`, but {columns} has no unit and is read in yuan; give the unit.",
                )
            }
            Self::OtherSchema { column, data_type } => sentence!(
                language,
                "这批数据缺少列 `{column}`（类型 `{data_type}`）。",
                "the batch has no column `{column}` of type `{data_type}`.",
            ),
        }
    }
}

impl fmt::Display for PlanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Language::English))
    }
}

impl core::error::Error for PlanError {}

impl<'a> IntoIterator for &'a PlanErrors {
    type Item = &'a PlanError;
    type IntoIter = core::slice::Iter<'a, PlanError>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for PlanErrors {
    type Item = PlanError;
    type IntoIter = std::vec::IntoIter<PlanError>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl fmt::Display for PlanErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Language::English))
    }
}

impl core::error::Error for PlanErrors {}
