//! Folding: texts that people see as one are compared as one.
//!
//! Characters without width go, and Unicode's compatibility forms (NFKC) become the plain ones:
//! full-width digits and letters, the radicals that PDF files hold in place of characters.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization as _;

use crate::input::value::blank;

/// The text in NFKC, without characters that are not shown.
pub(super) fn fold(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(|it| !is_ignorable(*it)).map(unified).nfkc().collect())
}

/// A digit that is raised, lowered, in a circle or part of a fraction, and that folding would make a
/// plain one. Behind a number it is a footnote mark: 200¹ is not 2001.
pub(super) fn small_digit(text: &str) -> Option<char> {
    let is_small = |it: &char| {
        let wide = ('０'..='９').contains(it);
        !it.is_ascii() && !wide && it.nfkc().any(|it| it.is_ascii_digit())
    };
    if text.is_ascii() { None } else { text.chars().find(is_small) }
}

/// The folded text without blanks, in small letters: what names are compared by.
pub(super) fn compact(folded: &str) -> String {
    folded.chars().filter(|it| !blank(*it)).flat_map(char::to_lowercase).collect()
}

/// Whether a character is never shown: Unicode's `Default_Ignorable_Code_Point`, and the mark that
/// may begin a file.
pub(super) const fn is_ignorable(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// The character for a radical of the CJK supplement, which NFKC leaves as it is. Those that look
/// like a character of today are listed; Unicode's `EquivalentUnifiedIdeograph` has them all.
const fn unified(character: char) -> char {
    match character {
        '⺠' => '民',
        '⻁' => '虎',
        '⻄' => '西',
        '⻅' => '见',
        '⻆' => '角',
        '⻉' => '贝',
        '⻋' => '车',
        '⻓' => '长',
        '⻔' => '门',
        '⻘' => '青',
        '⻙' => '韦',
        '⻚' => '页',
        '⻛' => '风',
        '⻜' => '飞',
        '⻝' => '食',
        '⻢' => '马',
        '⻣' => '骨',
        '⻥' => '鱼',
        '⻦' => '鸟',
        '⻨' => '麦',
        '⻩' => '黄',
        '⻬' => '齐',
        '⻮' => '齿',
        '⻰' => '龙',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_alike_is_folded() {
        for (text, expected) in [
            ("abc [x]", "abc [x]"),
            ("销售收⼊", "销售收入"),
            ("⼯资总额", "工资总额"),
            ("学习时⻓", "学习时长"),
            ("１２０，０００．５", "120,000.5"),
            ("（［｛％", "([{%"),
            ("12\u{200b}00\u{feff}", "1200"),
            ("软\u{ad}件\u{2060}", "软件"),
            ("a\u{a0}\u{3000}b", "a  b"),
            ("Ｎａｍｅ", "Name"),
        ] {
            assert_eq!(fold(text), expected, "{text}");
        }
        assert_eq!(compact("销 售\n收\t入 Name"), "销售收入name");
    }
}
