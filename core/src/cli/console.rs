//! What is written to the outside, and how it is kept from doing harm there.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, Write};

use crate::json::MAX_EXCERPT;

/// Why a command ends before it is done.
#[derive(Debug)]
pub(super) enum Stop {
    /// Nobody reads its output any more.
    Closed,
    /// This is to be said on standard error.
    Said(String),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Closed,
            _ => Self::Said(error.to_string()),
        }
    }
}

/// Writes to standard output; styles only reach a terminal that wants them.
pub(super) fn print(text: &str) -> Result<(), Stop> {
    let mut out = anstream::stdout();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(())
}

/// Says something on standard error. If nobody listens there, nothing can be done.
pub(super) fn say(text: &str) {
    let _ = writeln!(anstream::stderr(), "{}", clean_lines(text));
}

/// Whether a character may change how a terminal shows what surrounds it: a control character,
/// an override of the direction of writing, or one that takes no room.
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

/// Whether a terminal may show a text as it is.
pub(super) fn is_harmless(text: &str) -> bool {
    !text.chars().any(is_harmful)
}

/// Text of an input as a terminal may show it.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    if text.chars().any(is_harmful) {
        text.chars().map(|it| if is_harmful(it) { '\u{fffd}' } else { it }).collect()
    } else {
        Cow::Borrowed(text)
    }
}

/// The beginning of such a text, if it is long.
pub(super) fn brief(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(MAX_EXCERPT) {
        Some((end, _)) => [&clean(text.get(..end).unwrap_or_default()), "…"].concat().into(),
        None => clean(text),
    }
}

/// Lines as a terminal may show them.
pub(super) fn clean_lines(text: &str) -> Cow<'_, str> {
    let harmful = |it: char| is_harmful(it) && it != '\n';
    if text.chars().any(harmful) {
        text.chars().map(|it| if harmful(it) { '\u{fffd}' } else { it }).collect()
    } else {
        Cow::Borrowed(text)
    }
}

/// Lines of JSON as a terminal may show them: of the same value, with more escapes. Characters
/// that need one stand inside strings only.
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
    fn what_could_steer_a_terminal_is_taken_out() {
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
