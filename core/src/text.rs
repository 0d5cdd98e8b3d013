//! Texts in Chinese and English, and the languages.

use crate::string_enum::UnknownValueError;

/// A text in Chinese and English.
// Both stand in one string: the tables of this library hold hundreds of pairs, and a second
// pointer and length for each would be a fifth of what a browser fetches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text {
    text: &'static str,
    /// The length of the Chinese text in bytes.
    chinese: u16,
}

/// Creates a [`Text`] from Chinese and English.
macro_rules! text {
    ($zh:literal, $en:literal $(,)?) => {
        const { $crate::text::Text::joined(concat!($zh, $en), $zh.len()) }
    };
}
pub(crate) use text;

impl Text {
    #[expect(clippy::as_conversions, clippy::cast_possible_truncation, reason = "asserted")]
    pub(crate) const fn joined(text: &'static str, chinese: usize) -> Self {
        assert!(chinese <= 0xffff, "too long");
        Self { text, chinese: chinese as u16 }
    }

    /// Returns the Chinese text.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        split(self.text, self.chinese).0
    }

    /// Returns the English text.
    #[must_use]
    pub const fn en(self) -> &'static str {
        split(self.text, self.chinese).1
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

/// Writes a sentence in one language, with values in braces as [`format!`] has them.
// Not for what a browser fetches: there `Writer` takes less space than the machinery of `format!`.
macro_rules! sentence {
    ($language:expr, $zh:literal, $en:literal $(,)?) => {
        match $language {
            $crate::text::Language::Chinese => format!($zh),
            $crate::text::Language::English => format!($en),
        }
    };
}
pub(crate) use sentence;

#[cfg(feature = "serde")]
impl serde::Serialize for Text {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut object = serializer.serialize_struct("Text", 2)?;
        object.serialize_field("zh", self.zh())?;
        object.serialize_field("en", self.en())?;
        object.end()
    }
}

/// A key, its label and further Chinese names, in one string for the same reason.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Name {
    text: &'static str,
    key: u16,
    chinese: u16,
    english: u16,
}

/// Creates a [`Name`] from a key, a Chinese and an English label, and further Chinese names.
macro_rules! name {
    ($key:expr, $zh:literal, $en:literal $(, $also:literal)* $(,)?) => {
        const {
            $crate::text::Name::joined(
                concat!($key, $zh, $en $(, "|", $also)*),
                [$key.len(), $zh.len(), $en.len()],
            )
        }
    };
}
pub(crate) use name;

impl Name {
    #[expect(clippy::as_conversions, clippy::cast_possible_truncation, reason = "asserted")]
    pub(crate) const fn joined(text: &'static str, [key, chinese, english]: [usize; 3]) -> Self {
        assert!(text.len() <= 0xffff, "too long");
        Self { text, key: key as u16, chinese: chinese as u16, english: english as u16 }
    }

    pub(crate) const fn key(self) -> &'static str {
        split(self.text, self.key).0
    }

    /// Whether the key is equal to `key`.
    pub(crate) fn has_key(&self, key: &str) -> bool {
        key.len() == usize::from(self.key) && self.text.starts_with(key)
    }

    pub(crate) const fn label(self) -> Text {
        let (text, _) = split(split(self.text, self.key).1, self.chinese + self.english);
        Text { text, chinese: self.chinese }
    }

    /// Returns the further Chinese names, each after a `|`.
    pub(crate) const fn aliases(self) -> &'static str {
        split(self.text, self.key + self.chinese + self.english).1
    }

    /// Returns the further Chinese names.
    pub(crate) fn also(self) -> impl Iterator<Item = &'static str> {
        let mut rest = self.aliases();
        core::iter::from_fn(move || {
            (_, rest) = split_once_at(rest, b'|')?;
            Some(split_once_at(rest, b'|').map_or(rest, |(name, _)| name))
        })
    }
}

#[expect(clippy::as_conversions, reason = "widening, in a constant")]
const fn split(text: &'static str, at: u16) -> (&'static str, &'static str) {
    match text.split_at_checked(at as usize) {
        Some(parts) => parts,
        None => (text, ""),
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
// `str::split_once` supports every kind of pattern: this saves 214 bytes gz of WebAssembly, 2026-11.
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

    /// Appends text that is the same in both languages.
    pub(crate) fn push_str(&mut self, text: &str) {
        self.text.push_str(text);
    }
}
