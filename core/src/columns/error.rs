//! What does not allow a plan, in words.

use core::fmt;

use arrow_schema::{ArrowError, DataType};

use super::types::accepted;
use crate::table::{HeaderFault, Target, told};
use crate::words::{Language, Words, words};

/// Everything about a table, or about what was asked of it, that does not allow a check.
#[derive(Debug, Clone)]
pub struct PlanError(pub(super) Vec<PlanFault>);

/// One thing about a table that does not allow a check.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum PlanFault {
    /// A header does not have only one meaning.
    Header(HeaderFault),
    /// A column has a type that can never hold its fact.
    Type {
        /// The header of the column.
        column: String,
        /// The key of the fact.
        fact: &'static str,
        /// Its type.
        data_type: DataType,
        /// What is accepted, in words.
        accepted: Words,
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

impl PlanError {
    pub(super) fn of(error: &ArrowError) -> Self {
        Self(vec![PlanFault::Arrow { message: error.to_string() }])
    }

    /// Returns every fault, one by one.
    #[must_use]
    pub fn faults(&self) -> &[PlanFault] {
        &self.0
    }

    /// Returns what is wrong, one sentence a line; of many faults the first twenty, and how many
    /// more there are.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        told(self.0.iter().map(|it| it.message(language)), language)
    }
}

impl PlanFault {
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
        let say = |words: Words| words.get(language);
        match self {
            Self::Header(fault) => fault.message(language),
            Self::Arrow { message } => message.clone(),
            Self::Type { column, fact, data_type, accepted } => [
                say(words!("列 `", "column `")),
                column,
                say(words!("` 的类型 `", "`: its type `")),
                &data_type.to_string(),
                say(words!("` 不能表示 `", "` cannot hold `")),
                fact,
                say(words!("`；接受：", "`; accepted: ")),
                say(*accepted),
                say(words!("。", ".")),
            ]
            .concat(),
            Self::NoSuchRule { rule, suggestion } => {
                let meant = suggestion.map(|it| {
                    [say(words!("是否指 `", " Did you mean `")), it, say(words!("`？", "`?"))]
                        .concat()
                });
                [
                    say(words!("没有规则 `", "there is no rule `")),
                    rule,
                    say(words!("`。", "`.")),
                    meant.as_deref().unwrap_or_default(),
                ]
                .concat()
            }
            Self::OtherSchema { column, data_type } => [
                say(words!("这批数据缺少列 `", "the batch lacks the column `")),
                column,
                say(words!("`（类型 `", "` of type `")),
                &data_type.to_string(),
                say(words!("`）。", "`.")),
            ]
            .concat(),
        }
    }
}

impl fmt::Display for PlanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Language::English))
    }
}

impl core::error::Error for PlanError {}
