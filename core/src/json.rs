//! A JSON parser that keeps numbers as text, and a writer of compact JSON.
//!
//! The grammar is that of RFC 8259, with one exception: `NaN`, `Infinity` and `-Infinity` are
//! parsed as numbers, so that the caller can report the value instead of rejecting the whole text.
//!
//! ```
//! use chanjiao::json::{Node, parse};
//!
//! let Ok(Node::Map(members)) = parse(r#"{"share": 1.50}"#) else { panic!("an object") };
//! assert_eq!(members[0], ("share".into(), Node::Number("1.50".into())));
//! ```

#[cfg(feature = "table")]
mod members;
mod parser;
#[cfg(test)]
mod tests;
mod writer;

use std::borrow::Cow;

use self::parser::Parser;

#[cfg(feature = "table")]
pub(crate) use members::{Members, list, object};
pub use writer::push_text;

/// The maximum length of a text, in bytes.
pub const MAX_TEXT: usize = 16 * 1024 * 1024;

/// The maximum nesting depth of lists and maps.
pub const MAX_DEPTH: usize = 32;

/// The maximum number of values in a text. Lists and maps count, and so do the values in them.
pub const MAX_VALUES: usize = 100_000;

/// The maximum length of an [`excerpt`](Node::excerpt), in characters.
pub const MAX_EXCERPT: usize = 80;

/// A JSON value. Numbers are kept as text.
#[derive(Debug, Clone, PartialEq)]
pub enum Node<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number as it was written, or `NaN`, `Infinity` or `-Infinity`.
    Number(Cow<'a, str>),
    /// A string after its escapes were replaced; borrowed if it has none.
    Text(Cow<'a, str>),
    /// An array.
    List(Vec<Node<'a>>),
    /// An object. The members are in the order of the text; duplicate names are kept.
    Map(Vec<(Cow<'a, str>, Node<'a>)>),
}

/// The error of a text that is not JSON.
///
/// The position is that of the offending character: the first one of an invalid number, the
/// backslash of an invalid escape, the start of a text longer than [`MAX_TEXT`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{reason} (line {line}, column {column})")]
#[non_exhaustive]
pub struct ParseError {
    /// The kind of error.
    pub reason: Reason,
    /// The line, starting at 1; lines end with a line feed.
    pub line: usize,
    /// The column in characters, starting at 1.
    pub column: usize,
}

/// The kind of a [`ParseError`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Reason {
    /// A character that the grammar does not allow at this position.
    #[error("unexpected character")]
    Unexpected,
    /// The text ends inside a value.
    #[error("unexpected end of text")]
    Ended,
    /// Not a number in JSON: `01`, `1.`, `.5`, `+1`, `1e`.
    #[error("invalid number")]
    Number,
    /// Not an escape in JSON: `\x`, `\u12`.
    #[error("invalid escape")]
    Escape,
    /// A control character in a string that is not escaped.
    #[error("unescaped control character")]
    ControlCharacter,
    /// An escaped surrogate without the other half of the pair.
    #[error("unpaired surrogate")]
    LoneSurrogate,
    /// Lists and maps nested deeper than [`MAX_DEPTH`].
    #[error("nested too deeply")]
    TooDeep,
    /// More than [`MAX_TEXT`] bytes or [`MAX_VALUES`] values.
    #[error("too large")]
    TooLarge,
    /// Text after the end of the value.
    #[error("unexpected text after the value")]
    Trailing,
}

/// Parses a text that is one JSON value, with optional white space around it.
///
/// # Errors
///
/// Returns the first [`ParseError`] if the text is not JSON or exceeds one of the limits.
pub fn parse(text: &str) -> Result<Node<'_>, ParseError> {
    let mut parser = Parser::new(text);
    parser.document().map_err(|reason| {
        let (mut line, mut column) = (1, 1);
        for character in text.get(..parser.at).unwrap_or_default().chars() {
            if character == '\n' {
                line += 1;
                column = 1;
            } else {
                column += 1;
            }
        }
        ParseError { reason, line, column }
    })
}

/// Whether a byte needs no escape in a string.
fn is_plain(byte: u8) -> bool {
    byte >= 0x20 && byte != b'"' && byte != b'\\'
}
