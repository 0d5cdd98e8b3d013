//! Finding the texts that may be labels, of which there are few, in many.

use std::collections::BTreeMap;

use super::may_be_label;
use super::words::{
    ENDS, GROUPS, NOUNS, PAGES, REMARKS, SUMMARIES, SUMMARY_ENDS, TOTAL_ENDS, TOTALS,
};

/// Finds the texts that may be labels. It takes little time, and few names pass.
#[derive(Debug, Clone)]
pub(crate) struct Quick {
    /// The words with which a label may begin, by their first characters, sorted.
    starts: Vec<(char, Vec<&'static str>)>,
    /// The first letters of those that are English.
    english: Vec<&'static [u8]>,
    /// The first characters of those words, and the last of the words with which a label may end.
    first: Characters,
    last: Characters,
}

/// A set of characters, one bit for each of the first 65 536.
#[derive(Debug, Clone)]
struct Characters(Vec<u64>);

impl Characters {
    fn of(characters: impl Iterator<Item = char>) -> Self {
        let mut bits = vec![0; 1 << 10];
        for character in characters {
            let (word, bit) = Self::place(character);
            if let Some(word) = bits.get_mut(word) {
                *word |= bit;
            }
        }
        Self(bits)
    }

    fn has(&self, character: char) -> bool {
        let (word, bit) = Self::place(character);
        self.0.get(word).is_some_and(|word| word & bit != 0)
    }

    fn place(character: char) -> (usize, u64) {
        let code = u32::from(character);
        (usize::try_from(code >> 6).unwrap_or(usize::MAX), 1 << (code & 63))
    }
}

impl Quick {
    pub(crate) fn new() -> Self {
        let more = &["其中", "第", "共", "page"];
        let starts = [TOTALS, SUMMARIES, GROUPS, REMARKS, ENDS, PAGES, more];
        let starts: Vec<&str> = starts.into_iter().flatten().copied().collect();
        let english = starts.iter().filter(|word| word.is_ascii()).map(|word| word.as_bytes());
        let english = english.map(|word| word.get(..3).unwrap_or(word)).collect();
        let ends = [TOTALS, SUMMARIES, TOTAL_ENDS, SUMMARY_ENDS, NOUNS].into_iter().flatten();
        let mut by_first: BTreeMap<char, Vec<&str>> = BTreeMap::new();
        for word in &starts {
            by_first.entry(word.chars().next().unwrap_or_default()).or_default().push(word);
        }
        let first = Characters::of(by_first.keys().copied());
        let last = Characters::of(ends.filter_map(|word| word.chars().next_back()));
        Self { starts: by_first.into_iter().collect(), english, first, last }
    }

    /// Whether a text may be a label.
    pub(crate) fn may_be(&self, text: &str) -> bool {
        // Most names are of Chinese characters only, which begin with one of these bytes, or of letters
        // and digits, too.
        let plain = |byte: u8| matches!(byte, 0x80..=0xbf | 0xe4..=0xe9);
        let (all, inner) = text.bytes().fold((true, true), |(all, inner), byte| {
            let plain = plain(byte);
            (all & plain, inner & (plain | byte.is_ascii_alphanumeric()))
        });
        if all { self.plain_may_be(text) } else { self.mixed_may_be(text, inner) }
    }

    /// Whether a text, which has no blanks, digits, colons or marks, begins or ends as a label does.
    fn plain_may_be(&self, text: &str) -> bool {
        let (Some(first), Some(last)) = (text.chars().next(), text.chars().next_back()) else {
            return false;
        };
        if self.last.has(last) || !self.first.has(first) {
            return self.last.has(last);
        }
        let at = self.starts.binary_search_by_key(&first, |(first, _)| *first);
        let words = at.ok().and_then(|at| self.starts.get(at));
        words.is_some_and(|(_, words)| words.iter().any(|word| text.starts_with(word)))
    }

    /// `is_inner` is whether all characters are known to be such that may stand in a name.
    fn mixed_may_be(&self, text: &str, is_inner: bool) -> bool {
        if text.is_ascii() {
            return self.is_english(text) || text.trim_start().starts_with('*');
        }
        // Blanks, colons, and digits, marks or brackets around a text may all belong to a label.
        let plain = |it: char| matches!(it, '\u{3400}'..='\u{9fff}');
        let inner = |it: char| {
            plain(it) || it.is_ascii_alphanumeric() || matches!(it, '（' | '）' | '(' | ')')
        };
        let (Some(first), Some(last)) = (text.chars().next(), text.chars().next_back()) else {
            return false;
        };
        let around = (plain(first) || first.is_ascii_alphabetic()) && plain(last);
        if !around || !is_inner && !text.chars().all(inner) {
            return text.chars().any(may_be_label);
        }
        // A total ends with its word, or a number follows.
        let head = text.split(|it: char| it.is_ascii_digit()).next().unwrap_or(text);
        let sums = head.chars().next_back().is_some_and(|it| self.last.has(it));
        sums || self.plain_may_be(text) || first.is_ascii() && self.is_english(text)
    }

    /// Whether the letters of a text begin as an English label does.
    fn is_english(&self, text: &str) -> bool {
        let mut letters =
            text.bytes().filter(u8::is_ascii_alphabetic).map(|it| it.to_ascii_lowercase());
        let Some(first) = letters.next() else { return false };
        let mut words = self.english.iter().filter(|word| word.first() == Some(&first)).peekable();
        if words.peek().is_none() {
            return false;
        }
        let rest = [letters.next(), letters.next()];
        let same = |word: &[u8]| word.iter().skip(1).zip(rest).all(|(it, of)| Some(*it) == of);
        words.any(|word| same(word))
    }
}
