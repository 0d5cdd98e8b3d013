//! Writing to the terminal, and removing what could harm it from texts of the input.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, Write};

use crate::intake::io_message;
use crate::json::MAX_EXCERPT;
use crate::text::Language;

/// Why a command ends early.
#[derive(Debug)]
pub(super) enum Stop {
    /// The reader of its output has closed the pipe, which is not an error.
    Closed,
    /// An error, with its message.
    Said(String),
}

impl Stop {
    /// An error of writing the output, in words.
    pub(super) fn of(error: &io::Error, language: Language) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self::Closed;
        }
        Self::Said(io_message(error.kind(), &error.to_string(), language))
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Self::Closed
        } else {
            Self::Said(error.to_string())
        }
    }
}

/// Writes to standard output, without styles if it is not a terminal that supports them.
pub(super) fn print(text: &str) -> Result<(), Stop> {
    let mut out = anstream::stdout();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(())
}

/// Writes a message to standard error; an error in doing so cannot be reported anywhere.
pub(super) fn say(text: &str) {
    let _ = writeln!(anstream::stderr(), "{}", clean_lines(text));
}

/// Whether a character can change how a terminal shows others: a control character, a change of the
/// writing direction, or a character of no width.
fn is_harmful(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{61c}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{e0000}'..='\u{e007f}')
}

/// Whether a text can be shown on a terminal unchanged.
pub(super) fn is_harmless(text: &str) -> bool {
    !text.chars().any(is_harmful)
}

/// A text of an input, with harmful characters replaced.
pub(crate) fn clean(text: &str) -> Cow<'_, str> {
    if text.chars().any(is_harmful) {
        text.chars().map(|it| if is_harmful(it) { '\u{fffd}' } else { it }).collect()
    } else {
        Cow::Borrowed(text)
    }
}

/// The same, shortened if it is long.
pub(super) fn brief(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(MAX_EXCERPT) {
        Some((end, _)) => [&clean(text.get(..end).unwrap_or_default()), "…"].concat().into(),
        None => clean(text),
    }
}

/// Lines of text, with harmful characters replaced.
pub(super) fn clean_lines(text: &str) -> Cow<'_, str> {
    let harmful = |it: char| is_harmful(it) && it != '\n';
    if text.chars().any(harmful) {
        text.chars().map(|it| if harmful(it) { '\u{fffd}' } else { it }).collect()
    } else {
        Cow::Borrowed(text)
    }
}

/// Lines of JSON, with harmful characters escaped. These occur in strings only, so the value stays
/// the same.
pub(super) fn clean_json(text: &str) -> Cow<'_, str> {
    let harmful = |it: char| is_harmful(it) && it != '\n';
    if !text.chars().any(harmful) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if harmful(character) {
            for unit in character.encode_utf16(&mut [0; 2]) {
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(character);
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_that_control_a_terminal_are_removed() {
        for (text, expected) in [
            ("中联重科", "中联重科"),
            ("a\u{1b}[31mb", "a\u{fffd}[31mb"),
            ("a\u{9b}2Jb\u{7f}", "a\u{fffd}2Jb\u{fffd}"),
            ("a\u{202e}b\u{2066}\u{200f}", "a\u{fffd}b\u{fffd}\u{fffd}"),
            ("a\r\nb\tc", "a\u{fffd}\u{fffd}b\u{fffd}c"),
        ] {
            assert_eq!(clean(text), expected);
        }
        assert_eq!(clean_lines("a\u{9b},b\nc"), "a\u{fffd},b\nc");
        assert_eq!(
            clean_json("{\"a\":\"\u{9b}\u{e0001}\"}\n"),
            "{\"a\":\"\\u009b\\udb40\\udc01\"}\n"
        );
    }
}
