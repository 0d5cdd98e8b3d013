//! The form in which the cells of rows are compared with words: quick to make, and usually the text
//! itself. The names of facts are compared in the form of [`fold`](super::fold).

use std::borrow::Cow;

/// A text without white space and invisible characters, with narrow brackets, digits and letters,
/// these in lower case. Cells are compared in this form.
pub(crate) fn squeezed(text: &str) -> String {
    text.chars().filter(|it| !is_space(*it)).flat_map(|it| narrow(it).to_lowercase()).collect()
}

/// The same, without a copy if nothing changes.
pub(crate) fn folded(text: &str) -> Cow<'_, str> {
    // Most are of common Chinese characters, digits and small letters, which stay as they are.
    let stays = |it: u8| matches!(it, 0x80..=0xbf | 0xe4..=0xe9 | b'0'..=b'9' | b'a'..=b'z');
    if text.bytes().fold(true, |all, it| all & stays(it)) {
        return text.into();
    }
    let changes = |it: char| is_space(it) || narrow(it) != it || it.is_uppercase();
    if text.chars().any(changes) { squeezed(text).into() } else { text.into() }
}

/// Whether a character is white space or has no width.
pub(crate) fn is_space(character: char) -> bool {
    character.is_whitespace()
        || matches!(character,
            '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// The narrow form of a character, and round brackets for other brackets.
pub(crate) fn narrow(character: char) -> char {
    match character {
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(character) - 0xfee0).map_or(character, bracket)
        }
        '\u{3000}' => ' ',
        other => bracket(other),
    }
}

const fn bracket(character: char) -> char {
    match character {
        '【' | '〔' | '[' | '﹙' | '〖' | '「' | '{' => '(',
        '】' | '〕' | ']' | '﹚' | '〗' | '」' | '}' => ')',
        '﹕' | '∶' => ':',
        other => other,
    }
}
