//! Texts in Chinese and English, and the languages.

use crate::phrases::Phrase;
use crate::string_enum::UnknownValueError;

/// A text in Chinese and English.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Text {
    zh: &'static str,
    en: &'static str,
}

/// Creates a [`Text`] from Chinese and English.
macro_rules! text {
    ($zh:literal, $en:literal $(,)?) => {
        const { $crate::text::Text::new($zh, $en) }
    };
}
pub(crate) use text;

impl Text {
    pub(crate) const fn new(zh: &'static str, en: &'static str) -> Self {
        Self { zh, en }
    }

    /// Returns the Chinese text.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        self.zh
    }

    /// Returns the English text.
    #[must_use]
    pub const fn en(self) -> &'static str {
        self.en
    }

    /// Returns the text in `language`.
    #[must_use]
    pub const fn get(self, language: Language) -> &'static str {
        match language {
            Language::Chinese => self.zh(),
            Language::English => self.en(),
        }
    }
}

/// Formats a message in one language, with the placeholders of [`format!`].
// Not used for messages of the WebAssembly module, where `MessageWriter` is smaller than the code of
// `format!`.
#[cfg(any(feature = "catalogue", feature = "table"))]
macro_rules! sentence {
    ($language:expr, $zh:literal, $en:literal $(,)?) => {
        match $language {
            $crate::text::Language::Chinese => format!($zh),
            $crate::text::Language::English => format!($en),
        }
    };
}
#[cfg(any(feature = "catalogue", feature = "table"))]
pub(crate) use sentence;

/// The key of a field or a choice, its label, and further Chinese names.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Name {
    key: &'static str,
    label: Text,
    /// The further names, each after a `|`.
    aliases: &'static str,
}

/// Creates a [`Name`] from a key, a Chinese and an English label, and further Chinese names.
macro_rules! name {
    ($key:expr, $zh:literal, $en:literal $(, $also:literal)* $(,)?) => {
        const {
            $crate::text::Name::new(
                $key,
                $crate::text::Text::new($zh, $en),
                concat!($("|", $also),*),
            )
        }
    };
}
pub(crate) use name;

impl Name {
    pub(crate) const fn new(key: &'static str, label: Text, aliases: &'static str) -> Self {
        Self { key, label, aliases }
    }

    pub(crate) const fn key(self) -> &'static str {
        self.key
    }

    pub(crate) const fn label(self) -> Text {
        self.label
    }

    /// Returns the further Chinese names.
    pub(crate) fn also(self) -> impl Iterator<Item = &'static str> {
        let mut rest = self.aliases;
        core::iter::from_fn(move || {
            (_, rest) = split_once_at(rest, b'|')?;
            Some(split_once_at(rest, b'|').map_or(rest, |(name, _)| name))
        })
    }
}

/// The language of a message.
///
/// ```
/// use chanjiao::Language;
/// assert_eq!("en-GB".parse(), Ok(Language::English));
/// assert_eq!(Language::Chinese.to_string(), "zh");
/// assert!("fr".parse::<Language>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Chinese (中文), the language of the policy.
    Chinese,
    /// English.
    English,
}

impl Language {
    /// Both languages, in the order of answers.
    pub const ALL: [Self; 2] = [Self::Chinese, Self::English];

    /// Returns the BCP 47 tag, which is also the key in answers: `zh` or `en`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Chinese => "zh",
            Self::English => "en",
        }
    }
}

impl core::fmt::Display for Language {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.pad(self.tag())
    }
}

/// Parses a BCP 47 tag by its first part, ignoring case: `zh`, `zh-CN`, `EN-us`.
impl core::str::FromStr for Language {
    type Err = UnknownValueError;

    fn from_str(tag: &str) -> Result<Self, UnknownValueError> {
        let primary = tag.split('-').next().unwrap_or_default();
        let named = |language: &Self| language.tag().eq_ignore_ascii_case(primary);
        Self::ALL.into_iter().find(named).ok_or(UnknownValueError)
    }
}

/// Splits `text` at the first `separator`, an ASCII character, like [`str::split_once`].
// `str::split_once` supports every kind of pattern: this saves 214 bytes gz of WebAssembly,
// 2026-11.
pub(crate) fn split_once_at(text: &str, separator: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == separator)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// Writes a message in one language.
pub(crate) struct MessageWriter<'a> {
    pub(crate) text: &'a mut String,
    pub(crate) language: Language,
}

impl MessageWriter<'_> {
    /// Appends `text` in the language of the message.
    pub(crate) fn push(&mut self, text: &Text) {
        self.text.push_str(text.get(self.language));
    }

    /// Appends a phrase in the language of the message.
    pub(crate) fn phrase(&mut self, phrase: Phrase) {
        self.push(&phrase.text());
    }

    /// Appends text that is the same in both languages.
    pub(crate) fn push_str(&mut self, text: &str) {
        self.text.push_str(text);
    }
}
