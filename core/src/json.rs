//! JSON text: a reader that keeps what was written, and a writer of the compact form.
//!
//! The grammar is that of RFC 8259, with one exception: `NaN`, `Infinity` and `-Infinity` are read
//! as numbers, so that the caller can say which value is wrong instead of refusing the whole text.

mod parser;
#[cfg(test)]
mod tests;
mod writer;

use std::borrow::Cow;

use self::parser::Parser;

pub use writer::push_text;

/// The longest text read, in bytes.
pub const MAX_TEXT: usize = 16 * 1024 * 1024;

/// The most lists and maps standing inside one another.
pub const MAX_DEPTH: usize = 32;

/// The most values in one text, counting lists and maps as well as what they hold.
pub const MAX_VALUES: usize = 100_000;

/// The longest [`excerpt`](Node::excerpt), in characters.
pub const MAX_EXCERPT: usize = 80;

/// A value of JSON text; numbers keep their text.
#[derive(Debug, Clone, PartialEq)]
pub enum Node<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number as it was written, or `NaN`, `Infinity` or `-Infinity`.
    Number(Cow<'a, str>),
    /// A string, its escapes resolved; borrowed if it has none.
    Text(Cow<'a, str>),
    /// An array.
    List(Vec<Node<'a>>),
    /// An object: every member in the order of the text, members of the same name included.
    Map(Vec<(Cow<'a, str>, Node<'a>)>),
}

/// Why a text is not JSON, and where.
///
/// The place is that of the character named by the reason. It is the first character of a malformed
/// number, the backslash of a malformed escape, and the beginning of a text longer than
/// [`MAX_TEXT`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{reason} (line {line}, column {column})")]
#[non_exhaustive]
pub struct ParseError {
    /// What is wrong.
    pub reason: Reason,
    /// The line, from 1; lines end with a line feed.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
}

/// Why a text is not JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Reason {
    /// This character cannot stand here.
    #[error("this character cannot stand here")]
    Unexpected,
    /// The text ends too early.
    #[error("the text ends too early")]
    Ended,
    /// Not a number of JSON: `01`, `1.`, `.5`, `+1`, `1e`.
    #[error("not a number of JSON")]
    Number,
    /// Not an escape of JSON: `\x`, `\u12`.
    #[error("not an escape of JSON")]
    Escape,
    /// A control character inside a string has to be escaped.
    #[error("a control character has to be escaped")]
    ControlCharacter,
    /// Half of a surrogate pair without the other half.
    #[error("half of a surrogate pair")]
    LoneSurrogate,
    /// More than [`MAX_DEPTH`] lists and maps inside one another.
    #[error("nested too deep")]
    TooDeep,
    /// More than [`MAX_TEXT`] bytes or [`MAX_VALUES`] values.
    #[error("too large")]
    TooLarge,
    /// The value is complete, yet more follows.
    #[error("more follows a complete value")]
    Trailing,
}

/// Reads one JSON value with nothing but white space around it.
///
/// # Errors
///
/// The first [`ParseError`] in the text, if it is not JSON or passes one of the limits.
pub fn parse(text: &str) -> Result<Node<'_>, ParseError> {
    let mut parser = Parser::of(text);
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

/// Whether a byte stands in a string as it is.
fn is_plain(byte: u8) -> bool {
    byte >= 0x20 && byte != b'"' && byte != b'\\'
}
