//! Decoding of the two streams of texts; `encode` describes them.

use super::encode::{FIRST_WORD, WORDS};

/// Decodes the English stream.
pub(super) fn english(coded: &[u8]) -> String {
    let mut texts = String::new();
    for &byte in coded {
        match WORDS.get(usize::from(byte.wrapping_sub(FIRST_WORD))) {
            Some(word) => texts.push_str(word),
            None => texts.push(char::from(byte)),
        }
    }
    texts
}

/// Decodes the Chinese stream. The characters of the alphabet are given by the low and the high
/// bytes of their differences; the first `frequent` ones are written in one byte.
pub(super) fn chinese(coded: &[u8], low: &[u8], high: &[u8], frequent: usize) -> String {
    let mut alphabet = Vec::new();
    let mut unit = 0_u16;
    for (&low, &high) in low.iter().zip(high) {
        unit = unit.wrapping_add(u16::from_le_bytes([low, high]));
        alphabet.push(unit);
    }
    let mut texts = String::new();
    // One more than the difference of a first byte of two to `frequent`; 0 before a character.
    let mut rare = 0;
    for &byte in coded {
        let code = usize::from(byte);
        if rare == 0 && frequent <= code {
            rare = 1 + code - frequent;
            continue;
        }
        let index = if rare == 0 { code } else { frequent + ((rare - 1) << 8 | code) };
        rare = 0;
        let unit = alphabet.get(index).copied().unwrap_or_default();
        texts.push(char::from_u32(unit.into()).unwrap_or_default());
    }
    texts
}
