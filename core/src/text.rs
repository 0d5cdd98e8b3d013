//! Texts in Chinese and English, the languages, and the steps that sentences are written with.

use crate::string_enum::UnknownValueError;

/// One text in Chinese and in English.
// Both stand in one string: the tables of this library hold hundreds of pairs, and a second
// pointer and length for each would be a fifth of what a browser fetches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text {
    text: &'static str,
    /// How many bytes of it are Chinese.
    chinese: u16,
}

/// Pairs a Chinese text with its English one.
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
        let mut object = serializer.serialize_struct("Words", 2)?;
        object.serialize_field("zh", self.zh())?;
        object.serialize_field("en", self.en())?;
        object.end()
    }
}

/// A key, its words and further Chinese words for the same thing, all in one string likewise.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Name {
    text: &'static str,
    key: u16,
    chinese: u16,
    english: u16,
}

/// Names something: its key, its words, then other Chinese words, each after a `|`.
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

    /// Whether the key is this one.
    pub(crate) fn is(&self, key: &str) -> bool {
        key.len() == usize::from(self.key) && self.text.starts_with(key)
    }

    pub(crate) const fn label(self) -> Text {
        let (text, _) = split(split(self.text, self.key).1, self.chinese + self.english);
        Text { text, chinese: self.chinese }
    }

    /// The further Chinese words, each after a `|`.
    pub(crate) const fn aliases(self) -> &'static str {
        split(self.text, self.key + self.chinese + self.english).1
    }

    /// The further Chinese words.
    pub(crate) fn also(self) -> impl Iterator<Item = &'static str> {
        let mut rest = self.aliases();
        core::iter::from_fn(move || {
            (_, rest) = cut(rest, b'|')?;
            Some(cut(rest, b'|').map_or(rest, |(word, _)| word))
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

/// A language that messages are written in.
///
/// ```
/// use chanjiao::Language;
/// assert_eq!("en-GB".parse(), Ok(Language::English));
/// assert_eq!(Language::Chinese.to_string(), "zh");
/// assert!("fr".parse::<Language>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// 中文, the policy's own language.
    Chinese,
    /// English.
    English,
}

impl Language {
    /// Both, in the order of an answer.
    pub const ALL: [Self; 2] = [Self::Chinese, Self::English];

    /// Returns its tag (BCP 47), which is its key in answers: `zh` or `en`.
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

/// From a tag, of whose parts the first one counts: `zh`, `zh-CN`, `EN-us`.
impl core::str::FromStr for Language {
    type Err = UnknownValueError;

    fn from_str(tag: &str) -> Result<Self, UnknownValueError> {
        let primary = tag.split('-').next().unwrap_or_default();
        let named = |language: &Self| language.tag().eq_ignore_ascii_case(primary);
        Self::ALL.into_iter().find(named).ok_or(UnknownValueError)
    }
}

/// Appends `text`.
// In the browser one call is smaller than what it stands for, and there are hundreds of them.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(crate) fn put(out: &mut String, text: &str) {
    out.push_str(text);
}

/// What stands before and after the first `mark`, an ASCII character.
// What the library has for this knows every kind of pattern, and costs a browser ten times as much.
pub(crate) fn cut(text: &str, mark: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == mark)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// A text being written in one language.
pub(crate) struct Writer<'a> {
    pub(crate) out: &'a mut String,
    pub(crate) language: Language,
}

impl Writer<'_> {
    /// Appends the words of the language.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub(crate) fn say(&mut self, words: &Text) {
        put(self.out, words.get(self.language));
    }

    /// Appends what is the same in every language.
    pub(crate) fn put(&mut self, text: &str) {
        put(self.out, text);
    }
}
