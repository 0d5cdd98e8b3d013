//! Why a child table cannot be used.

use crate::text::{Language, sentence, text};

/// Why a child table cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ChildError {
    /// The subject has no such fact, or it is no list.
    Fact {
        /// As given.
        fact: String,
        /// The list facts of the subject.
        accepted: Vec<&'static str>,
        /// The most similar of them.
        suggestion: Option<&'static str>,
    },
    /// A column of the parent holds the fact, too.
    InParent {
        /// The key of the fact.
        fact: &'static str,
        /// The header of the column.
        header: String,
    },
    /// The fact has two child tables.
    Twice {
        /// The key of the fact.
        fact: &'static str,
    },
}

impl ChildError {
    /// Returns what is wrong, and what to do.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        match self {
            Self::Fact { fact, accepted, .. } if accepted.is_empty() => sentence!(
                language,
                "`{fact}`：这一对象没有列表类的事实，不能用子表。",
                "`{fact}`: the subject has no list fact, so it has no child tables.",
            ),
            Self::Fact { fact, accepted, suggestion } => {
                let accepted = accepted.join(text!("、", ", ").get(language));
                let meant = suggestion
                    .map(|it| sentence!(language, "是否指 `{it}`？", " Did you mean `{it}`?"));
                let meant = meant.unwrap_or_default();
                sentence!(
                    language,
                    "`{fact}` 不是列表类的事实。{meant}子表可用于：{accepted}。",
                    "`{fact}` is no list fact.{meant} Child tables are for: {accepted}.",
                )
            }
            Self::InParent { fact, header } => sentence!(
                language,
                "列 `{header}` 与子表都对应 `{fact}`；请去掉子表，或指明不用列 `{header}`。",
                "column `{header}` and the child table both match `{fact}`: leave out the child table, \
                 or map `{header}` to nothing.",
            ),
            Self::Twice { fact } => {
                sentence!(language, "`{fact}` 的子表指定了两次。", "`{fact}` has two child tables.",)
            }
        }
    }
}

impl core::fmt::Display for ChildError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(&self.message(Language::English))
    }
}

impl core::error::Error for ChildError {}
