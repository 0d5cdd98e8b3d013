//! Encoding of the two streams of texts, at compile time.
//!
//! Gzip finds what repeats, but it writes the first occurrence of a character, and every short
//! repetition, as it is. One byte for a frequent Chinese character or a frequent part of English
//! words makes the module 0.8 KB smaller, compressed.

#![expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::indexing_slicing,
    clippy::large_stack_arrays,
    reason = "only evaluated while compiling, where an error fails the build"
)]

use super::pack::Stream;

/// The byte that stands for the first of [`WORDS`]. The bytes before it are ASCII, and the letters
/// of ISO 8859-1 come after the words.
pub(super) const FIRST_WORD: u8 = 0x80;
const FIRST_LETTER: u8 = 0xc0;

/// Frequent parts of English texts. The first one that fits is taken, so the order matters; any list
/// is correct, but one that suits the texts makes them smaller.
#[rustfmt::skip]
pub(super) const WORDS: &[&str] = &[
    " and ", "the ", " of ", "enterprise", "school", "ation", " or ", "industry", "ing",
    "internship", "ent", " is ", "provincial", "mechanism", "in ", "for", "niversit", "per",
    "teach", "year", "practice", "service", "standard", "other", "post", "app", "on ", "an ", "ate",
    "secondary", "tra", "ame", "skill", "par", "technical", "major", " conditions", " with ",
    "stud", "iceship", "to ", "ast", "college", "voc", " are ", "employ", "ity", "policy", "report",
    "month", "project", "technology", "not ", "ance", "at ", " by ",
];

const _: () = assert!(WORDS.len() <= (FIRST_LETTER - FIRST_WORD) as usize, "too many words");

/// Encodes the English stream: a byte stands for each of the words.
pub(super) const fn english<const N: usize>(texts: &[u8]) -> Stream<N> {
    let mut coded = Stream::new();
    let mut rest = texts;
    while let [first, tail @ ..] = rest {
        let (code, after) = if let Some(found) = word_at(rest) {
            found
        } else {
            assert!(*first < FIRST_WORD || FIRST_LETTER <= *first, "a sign of ISO 8859-1");
            (*first, tail)
        };
        coded.byte(code);
        rest = after;
    }
    coded
}

/// For each byte, the set of words that start with it, so that few words are compared.
const STARTS: [u64; 256] = {
    let mut starts = [0; 256];
    let mut index = 0;
    while index < WORDS.len() {
        starts[WORDS[index].as_bytes()[0] as usize] |= 1 << index;
        index += 1;
    }
    starts
};

/// Returns the byte for the word at the start of a text, and the text after it.
const fn word_at(text: &[u8]) -> Option<(u8, &[u8])> {
    let mut words = STARTS[text[0] as usize];
    while words != 0 {
        let index = words.trailing_zeros() as u8;
        if let Some(after) = strip(text, WORDS[index as usize].as_bytes()) {
            return Some((FIRST_WORD + index, after));
        }
        words &= words - 1;
    }
    None
}

const fn strip<'a>(text: &'a [u8], word: &[u8]) -> Option<&'a [u8]> {
    let (mut text, mut word) = (text, word);
    while let [expected, tail @ ..] = word {
        match text {
            [first, after @ ..] if *first == *expected => text = after,
            _ => return None,
        }
        word = tail;
    }
    Some(text)
}

/// The characters of the Chinese stream, each as the difference to the one before: the low bytes,
/// and the high bytes, most of which are 0. The frequent ones come first; both parts are sorted.
pub(super) struct Alphabet<const N: usize> {
    pub(super) low: [u8; N],
    pub(super) high: [u8; N],
    /// The number of characters, and the last one.
    length: usize,
    last: u16,
    /// The number of frequent characters.
    pub(super) frequent: usize,
    /// The index of each UTF-16 code unit.
    indices: [u16; 0x1_0000],
}

/// How often a character occurs; more often is the same.
const OFTEN: u8 = 255;

/// Returns the alphabet of a text in UTF-16.
pub(super) const fn alphabet<const N: usize>(utf16: &[u8]) -> Alphabet<N> {
    let mut counts = [0; 0x1_0000];
    // How many characters occur so often.
    let mut with_count = [0; 256];
    let (mut rest, mut rare) = (utf16, 0_usize);
    while let [low, high, tail @ ..] = rest {
        let count: &mut u8 = &mut counts[u16::from_le_bytes([*low, *high]) as usize];
        if *count == 0 {
            rare += 1;
        } else {
            with_count[*count as usize] -= 1;
        }
        *count = if *count == OFTEN { OFTEN } else { *count + 1 };
        with_count[*count as usize] += 1;
        rest = tail;
    }
    // As many characters are frequent as leave enough first bytes for the others.
    let (mut least, mut frequent) = (OFTEN, with_count[OFTEN as usize]);
    rare -= frequent;
    while least > 1 {
        let next = with_count[least as usize - 1];
        if frequent + next + (rare - next).div_ceil(256) > 256 {
            break;
        }
        (least, frequent, rare) = (least - 1, frequent + next, rare - next);
    }
    let (low, high, indices) = ([0; N], [0; N], [0; 0x1_0000]);
    let mut alphabet = Alphabet { low, high, length: 0, last: 0, frequent, indices };
    alphabet.add(&counts, least, OFTEN);
    alphabet.add(&counts, 1, least - 1);
    alphabet
}

impl<const N: usize> Alphabet<N> {
    /// Adds the characters that occur from `least` to `most` times.
    const fn add(&mut self, counts: &[u8; 0x1_0000], least: u8, most: u8) {
        let mut unit = 0;
        while unit < counts.len() {
            if least <= counts[unit] && counts[unit] <= most {
                if self.length < N {
                    let difference = (unit as u16).wrapping_sub(self.last);
                    [self.low[self.length], self.high[self.length]] = difference.to_le_bytes();
                }
                self.indices[unit] = self.length as u16;
                self.length += 1;
                self.last = unit as u16;
            }
            unit += 1;
        }
    }

    /// Returns the number of characters.
    pub(super) const fn length(&self) -> usize {
        self.length
    }

    /// Returns the code of the character at an index: its first value is the byte, or the first of
    /// two bytes if the character is not frequent.
    const fn code(&self, index: usize) -> [usize; 2] {
        if index < self.frequent {
            return [index, 0];
        }
        let rare = index - self.frequent;
        [self.frequent + (rare >> 8), rare & 0xff]
    }

    /// Encodes a text in UTF-16.
    pub(super) const fn chinese<const L: usize>(&self, utf16: &[u8]) -> Stream<L> {
        let mut coded = Stream::new();
        let mut rest = utf16;
        while let [low, high, tail @ ..] = rest {
            let [first, second] =
                self.code(self.indices[u16::from_le_bytes([*low, *high]) as usize] as usize);
            coded.byte(first as u8);
            if self.frequent <= first {
                coded.byte(second as u8);
            }
            rest = tail;
        }
        coded
    }
}
