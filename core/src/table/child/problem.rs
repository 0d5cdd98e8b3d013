//! What is wrong with rows of child tables, in words.

use super::{ChildPlace, ParentRow};
use crate::fault::Fault;
use crate::text::{Language, sentence};

/// What is wrong with the rows that belong to a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ChildProblem {
    /// A row has this fault.
    Row(ChildPlace, Box<Fault>),
    /// A row could not be read, for this reason in Chinese and in English.
    #[cfg(feature = "cli")]
    Unreadable(ChildPlace, [String; 2]),
    /// A row repeats an earlier one.
    Repeated(ChildPlace, ChildPlace),
    /// No record has the key of a row.
    Orphan(ChildPlace),
    /// A row has no key.
    NoKey(ChildPlace),
    /// An earlier row of the parent has the same key.
    KeyTwice(ParentRow),
    /// The record has no key.
    NoParentKey,
}

impl ChildPlace {
    fn words(&self, language: Language) -> String {
        let Self { table, line } = self;
        sentence!(language, "{table} 第 {line} 行", "{table} line {line}")
    }
}

impl ChildProblem {
    pub(crate) fn message(&self, language: Language) -> String {
        match self {
            Self::Row(place, fault) => {
                let (place, message) = (place.words(language), fault.message(language));
                sentence!(language, "{place}：{message}", "{place}: {message}")
            }
            #[cfg(feature = "cli")]
            Self::Unreadable(place, [zh, en]) => {
                let place = place.words(language);
                sentence!(language, "{place}：{zh}", "{place}: {en}")
            }
            Self::Repeated(place, first) => {
                let (place, line) = (place.words(language), first.line);
                sentence!(
                    language,
                    "{place}：与第 {line} 行的键和日期相同。",
                    "{place}: it has the key and the days of line {line}.",
                )
            }
            Self::Orphan(place) => {
                let place = place.words(language);
                sentence!(
                    language,
                    "{place}：主表中没有这个键的记录。",
                    "{place}: no record of the main table has this key.",
                )
            }
            Self::NoKey(place) => {
                let place = place.words(language);
                sentence!(language, "{place}：键为空。", "{place}: the key is blank.")
            }
            Self::KeyTwice(ParentRow { table, line, .. }) => {
                let zh = table.as_ref().map(|it| format!(" {it} ")).unwrap_or_default();
                let en = table.as_ref().map(|it| format!("{it} ")).unwrap_or_default();
                sentence!(
                    language,
                    "键与{zh}第 {line} 行相同；子表的行只归第一条记录。",
                    "the key is that of {en}line {line}; rows of the child table belong to the first record \
                     only.",
                )
            }
            Self::NoParentKey => sentence!(
                language,
                "键为空，不能查找子表中的行。",
                "the key is blank, so the rows of the child table cannot be found.",
            ),
        }
    }

    pub(crate) fn help(&self, language: Language) -> Option<String> {
        if let Self::Row(_, fault) = self { fault.help(language) } else { None }
    }
}
