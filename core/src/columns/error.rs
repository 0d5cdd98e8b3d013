//! Why a table cannot be checked.

use core::fmt;

use arrow_schema::{ArrowError, DataType};

use super::types::accepted;
use crate::table::{HeaderError, Target, join_messages};
use crate::text::{Language, Text, sentence};

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
    pub(super) fn of_type(column: &str, target: Target, data_type: &DataType) -> Self {
        Self::Type {
            column: column.to_owned(),
            fact: target.key(),
            data_type: data_type.clone(),
            accepted: accepted(target),
        }
    }

    /// Returns the error in one sentence.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        match self {
            Self::Header(error) => error.message(language),
            Self::Arrow { message } => message.clone(),
            Self::Type { column, fact, data_type, accepted } => {
                let accepted = accepted.get(language);
                sentence!(
                    language,
                    "列 `{column}` 的类型 `{data_type}` 不能表示 `{fact}`；接受：{accepted}。",
                    "column `{column}`: type `{data_type}` cannot hold `{fact}`; \
                     accepted: {accepted}.",
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
