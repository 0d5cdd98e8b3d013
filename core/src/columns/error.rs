//! What does not allow a plan, in words.

use core::fmt;

use arrow_schema::{ArrowError, DataType};

use super::types::accepted;
use crate::table::{HeaderError, Target, told};
use crate::text::{Language, Text, text};

/// Everything about a table, or about what was asked of it, that does not allow a check.
#[derive(Debug, Clone)]
pub struct PlanErrors(pub(super) Vec<PlanError>);

/// One thing about a table that does not allow a check.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum PlanError {
    /// A header does not have only one meaning.
    Header(HeaderError),
    /// A column has a type that can never hold its fact.
    Type {
        /// The header of the column.
        column: String,
        /// The key of the fact.
        fact: &'static str,
        /// Its type.
        data_type: DataType,
        /// What is accepted, in words.
        accepted: Text,
    },
    /// The subject has no rule of this id.
    NoSuchRule {
        /// The id that was named.
        rule: String,
        /// The id that was probably meant.
        suggestion: Option<&'static str>,
    },
    /// A batch does not have a column that the plan was made for.
    OtherSchema {
        /// The header of the column.
        column: String,
        /// The type that it should have.
        data_type: DataType,
    },
    /// The columns could not be made.
    Arrow {
        /// What Arrow says.
        message: String,
    },
}

impl PlanErrors {
    pub(super) fn of(error: &ArrowError) -> Self {
        Self(vec![PlanError::Arrow { message: error.to_string() }])
    }

    /// Returns every fault, one by one.
    #[must_use]
    pub fn faults(&self) -> &[PlanError] {
        &self.0
    }

    /// Returns what is wrong, one sentence a line; of many faults the first twenty, and how many
    /// more there are.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        told(self.0.iter().map(|it| it.message(language)), language)
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

    /// Returns what is wrong, in one sentence.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let say = |words: Text| words.get(language);
        match self {
            Self::Header(fault) => fault.message(language),
            Self::Arrow { message } => message.clone(),
            Self::Type { column, fact, data_type, accepted } => [
                say(text!("列 `", "column `")),
                column,
                say(text!("` 的类型 `", "`: its type `")),
                &data_type.to_string(),
                say(text!("` 不能表示 `", "` cannot hold `")),
                fact,
                say(text!("`；接受：", "`; accepted: ")),
                say(*accepted),
                say(text!("。", ".")),
            ]
            .concat(),
            Self::NoSuchRule { rule, suggestion } => {
                let meant = suggestion.map(|it| {
                    [say(text!("是否指 `", " Did you mean `")), it, say(text!("`？", "`?"))]
                        .concat()
                });
                [
                    say(text!("没有规则 `", "there is no rule `")),
                    rule,
                    say(text!("`。", "`.")),
                    meant.as_deref().unwrap_or_default(),
                ]
                .concat()
            }
            Self::OtherSchema { column, data_type } => [
                say(text!("这批数据缺少列 `", "the batch lacks the column `")),
                column,
                say(text!("`（类型 `", "` of type `")),
                &data_type.to_string(),
                say(text!("`）。", "`.")),
            ]
            .concat(),
        }
    }
}

impl fmt::Display for PlanErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Language::English))
    }
}

impl core::error::Error for PlanErrors {}
