//! Writing text: the few steps that every sentence and every answer is made of.

use crate::words::{Language, Words};

/// Appends `text`.
// In the browser one call is smaller than what it stands for, and there are hundreds of them.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(crate) fn put(out: &mut String, text: &str) {
    out.push_str(text);
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
