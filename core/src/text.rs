//! Writing text: the few steps that every sentence and every answer is made of.

use crate::words::{Language, Words};

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
pub(crate) struct Speech<'a> {
    pub(crate) out: &'a mut String,
    pub(crate) language: Language,
}

impl Speech<'_> {
    /// Appends the words of the language.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub(crate) fn say(&mut self, words: &Words) {
        put(self.out, words.get(self.language));
    }

    /// Appends what is the same in every language.
    pub(crate) fn put(&mut self, text: &str) {
        put(self.out, text);
    }
}
