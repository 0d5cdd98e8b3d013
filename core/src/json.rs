//! JSON text: a reader that keeps what was written, and a writer of the compact form.
//!
//! The grammar is that of RFC 8259, with one exception: `NaN`, `Infinity` and `-Infinity` are read
//! as numbers, so that the caller can say which value is wrong instead of refusing the whole text.

use std::borrow::Cow;

use crate::quantity::decimal;

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
pub struct Mistake {
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
/// The first [`Mistake`] in the text, if it is not JSON or passes one of the limits.
pub fn parse(text: &str) -> Result<Node<'_>, Mistake> {
    let mut reader = Reader { text, at: 0, values_left: MAX_VALUES };
    reader.document().map_err(|reason| {
        let (mut line, mut column) = (1, 1);
        for character in text.get(..reader.at).unwrap_or_default().chars() {
            if character == '\n' {
                line += 1;
                column = 1;
            } else {
                column += 1;
            }
        }
        Mistake { reason, line, column }
    })
}

struct Reader<'a> {
    text: &'a str,
    /// Where the next byte stands, always at the beginning of a character; after a mistake, where
    /// the mistake is.
    at: usize,
    values_left: usize,
}

impl<'a> Reader<'a> {
    fn document(&mut self) -> Result<Node<'a>, Reason> {
        if self.text.len() > MAX_TEXT {
            return Err(Reason::TooLarge);
        }
        let node = self.value(MAX_DEPTH)?;
        self.skip_space();
        match self.peek() {
            Ok(_) => Err(Reason::Trailing),
            Err(_) => Ok(node),
        }
    }

    /// Reads a value; `depth_left` more containers may stand inside one another.
    fn value(&mut self, depth_left: usize) -> Result<Node<'a>, Reason> {
        self.skip_space();
        let first = self.peek()?;
        self.values_left = self.values_left.checked_sub(1).ok_or(Reason::TooLarge)?;
        Ok(match first {
            b'{' => Node::Map(self.map(depth_left)?),
            b'[' => Node::List(self.list(depth_left)?),
            b'"' => Node::Text(self.string()?),
            b'-' | b'+' | b'.' | b'0'..=b'9' => Node::Number(Cow::Borrowed(self.number()?)),
            b'N' => Node::Number(Cow::Borrowed(self.word("NaN")?)),
            b'I' => Node::Number(Cow::Borrowed(self.word("Infinity")?)),
            b't' => self.word("true").map(|_| Node::Bool(true))?,
            b'f' => self.word("false").map(|_| Node::Bool(false))?,
            b'n' => self.word("null").map(|_| Node::Null)?,
            _ => return Err(Reason::Unexpected),
        })
    }

    fn map(&mut self, depth_left: usize) -> Result<Vec<(Cow<'a, str>, Node<'a>)>, Reason> {
        // Room for a record at once; what stands inside of one is small.
        let mut members = Vec::with_capacity(if depth_left == MAX_DEPTH { 32 } else { 0 });
        let depth_left = depth_left.checked_sub(1).ok_or(Reason::TooDeep)?;
        let mut more = self.open(b'}')?;
        while more {
            self.skip_space();
            let name = self.string()?;
            self.skip_space();
            self.expect(b':')?;
            members.push((name, self.value(depth_left)?));
            more = self.more(b'}')?;
        }
        Ok(members)
    }

    fn list(&mut self, depth_left: usize) -> Result<Vec<Node<'a>>, Reason> {
        let depth_left = depth_left.checked_sub(1).ok_or(Reason::TooDeep)?;
        let mut items = Vec::new();
        let mut more = self.open(b']')?;
        while more {
            items.push(self.value(depth_left)?);
            more = self.more(b']')?;
        }
        Ok(items)
    }

    /// Passes the opening bracket, and the closing one if it follows at once; says whether an item
    /// comes instead.
    fn open(&mut self, close: u8) -> Result<bool, Reason> {
        self.at += 1;
        self.skip_space();
        let empty = self.peek()? == close;
        if empty {
            self.at += 1;
        }
        Ok(!empty)
    }

    /// Passes what follows an item: a comma, if there is one more, or else the closing bracket.
    fn more(&mut self, close: u8) -> Result<bool, Reason> {
        self.skip_space();
        let more = self.peek()? == b',';
        self.expect(if more { b',' } else { close })?;
        Ok(more)
    }

    fn string(&mut self) -> Result<Cow<'a, str>, Reason> {
        self.expect(b'"')?;
        let plain = self.plain();
        if self.peek()? == b'"' {
            self.at += 1;
            return Ok(Cow::Borrowed(plain));
        }
        let mut string = plain.to_owned();
        loop {
            match self.peek()? {
                b'"' => break,
                b'\\' => string.push(self.escape()?),
                _ => return Err(Reason::ControlCharacter),
            }
            string.push_str(self.plain());
        }
        self.at += 1;
        Ok(Cow::Owned(string))
    }

    fn plain(&mut self) -> &'a str {
        self.run(is_plain)
    }

    /// Reads an escape. A malformed one is reported at its backslash, one cut short at the end.
    fn escape(&mut self) -> Result<char, Reason> {
        let start = self.at;
        let escape = self.escaped();
        if matches!(escape, Err(Reason::Escape | Reason::LoneSurrogate)) {
            self.at = start;
        }
        escape
    }

    fn escaped(&mut self) -> Result<char, Reason> {
        self.at += 1;
        Ok(match self.next()? {
            byte @ (b'"' | b'\\' | b'/') => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.escaped_unicode(),
            _ => return Err(Reason::Escape),
        })
    }

    /// Reads the digits of `\uXXXX`, and the whole of a second escape if the first is half of a
    /// surrogate pair.
    fn escaped_unicode(&mut self) -> Result<char, Reason> {
        let unit = self.code_unit()?;
        if let Some(character) = char::from_u32(unit) {
            return Ok(character);
        }
        // Not a character, hence a surrogate: the high one comes first.
        if unit < LOW_SURROGATE && self.next()? == b'\\' && self.next()? == b'u' {
            let low = self.code_unit()?;
            if low & SURROGATE_KIND == LOW_SURROGATE {
                let bits = (unit & SURROGATE_BITS) << 10 | (low & SURROGATE_BITS);
                return char::from_u32(0x1_0000 + bits).ok_or(Reason::LoneSurrogate);
            }
        }
        Err(Reason::LoneSurrogate)
    }

    fn code_unit(&mut self) -> Result<u32, Reason> {
        let mut unit = 0;
        for _ in 0..4 {
            let digit = char::from(self.next()?).to_digit(16).ok_or(Reason::Escape)?;
            unit = unit << 4 | digit;
        }
        Ok(unit)
    }

    /// Takes all that could belong to a number before judging it, so that `01` is one mistake.
    fn number(&mut self) -> Result<&'a str, Reason> {
        let start = self.at;
        let number =
            self.run(|byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E'));
        if decimal::is_number(number) {
            return Ok(number);
        }
        if number == "-" && self.peek() == Ok(b'I') {
            self.word("Infinity")?;
            return Ok("-Infinity");
        }
        self.at = start;
        Err(Reason::Number)
    }

    fn word(&mut self, word: &'static str) -> Result<&'static str, Reason> {
        for byte in word.bytes() {
            self.expect(byte)?;
        }
        Ok(word)
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Ok(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    /// Passes the bytes from here on that belong, up to an ASCII character that does not.
    fn run(&mut self, belongs: impl Fn(u8) -> bool) -> &'a str {
        let bytes = self.text.as_bytes();
        let mut end = self.at;
        while let Some(&byte) = bytes.get(end)
            && belongs(byte)
        {
            end += 1;
        }
        let run = self.text.get(self.at..end).unwrap_or_default();
        self.at = end;
        run
    }

    fn expect(&mut self, expected: u8) -> Result<(), Reason> {
        if self.peek()? != expected {
            return Err(Reason::Unexpected);
        }
        self.at += 1;
        Ok(())
    }

    fn next(&mut self) -> Result<u8, Reason> {
        let byte = self.peek()?;
        self.at += 1;
        Ok(byte)
    }

    // Asked for several times a byte: in the browser, where little is inlined, a third of reading.
    #[cfg_attr(target_family = "wasm", inline(always))]
    fn peek(&self) -> Result<u8, Reason> {
        self.text.as_bytes().get(self.at).copied().ok_or(Reason::Ended)
    }
}

/// A surrogate is a kind, high or low, and ten bits of a character.
const LOW_SURROGATE: u32 = 0xdc00;
const SURROGATE_KIND: u32 = 0xfc00;
const SURROGATE_BITS: u32 = 0x03ff;

/// Whether a byte stands in a string as it is.
fn is_plain(byte: u8) -> bool {
    byte >= 0x20 && byte != b'"' && byte != b'\\'
}

/// Appends `text` as a JSON string, with no more escapes than JSON demands.
pub fn push_text(out: &mut String, text: &str) {
    out.push('"');
    // Most texts need no escape; asking that of all bytes at once, without leaving early, is what
    // the compiler turns into a few wide instructions.
    if text.bytes().fold(true, |plain, byte| plain & is_plain(byte)) {
        out.push_str(text);
        out.push('"');
        return;
    }
    // What needs no escape is copied in runs.
    let mut copied = 0;
    for (at, byte) in text.bytes().enumerate() {
        if is_plain(byte) {
            continue;
        }
        out.push_str(text.get(copied..at).unwrap_or_default());
        copied = at + 1;
        out.push('\\');
        let letter = match byte {
            0x08 => 'b',
            0x0c => 'f',
            b'\n' => 'n',
            b'\r' => 'r',
            b'\t' => 't',
            0..0x20 => {
                out.push_str(if byte < 0x10 { "u000" } else { "u001" });
                char::from_digit(u32::from(byte & 0x0f), 16).unwrap_or_default()
            }
            itself => char::from(itself),
        };
        out.push(letter);
    }
    out.push_str(text.get(copied..).unwrap_or_default());
    out.push('"');
}

impl Node<'_> {
    /// Appends the JSON text of this value without white space, its numbers as they were read.
    pub fn push_json(&self, out: &mut String) {
        self.push_until(out, usize::MAX);
    }

    /// The JSON text of this value without white space. If it is longer than [`MAX_EXCERPT`], it is
    /// cut to that length and its last character is `…`. The work done is bounded, however large
    /// the value.
    #[must_use]
    pub fn excerpt(&self) -> String {
        let mut excerpt = String::new();
        self.push_until(&mut excerpt, EXCERPT_BYTES);
        let mut starts = (0..excerpt.len()).filter(|&at| excerpt.is_char_boundary(at));
        if let (Some(last), Some(_)) = (starts.nth(MAX_EXCERPT - 1), starts.next()) {
            excerpt.truncate(last);
            excerpt.push('…');
        }
        excerpt
    }

    /// Appends the JSON text of this value, but may leave out anything once `out` is longer than
    /// `enough` bytes, and of a single text whatever stands beyond that many bytes.
    fn push_until(&self, out: &mut String, enough: usize) {
        match self {
            Node::Null => out.push_str("null"),
            Node::Bool(false) => out.push_str("false"),
            Node::Bool(true) => out.push_str("true"),
            Node::Number(number) => out.push_str(head(number, enough)),
            Node::Text(text) => push_text(out, head(text, enough)),
            Node::List(items) => {
                out.push('[');
                for (index, item) in items.iter().enumerate() {
                    if out.len() > enough {
                        break;
                    }
                    if index > 0 {
                        out.push(',');
                    }
                    item.push_until(out, enough);
                }
                out.push(']');
            }
            Node::Map(members) => {
                out.push('{');
                for (index, (name, value)) in members.iter().enumerate() {
                    if out.len() > enough {
                        break;
                    }
                    if index > 0 {
                        out.push(',');
                    }
                    push_text(out, head(name, enough));
                    out.push(':');
                    value.push_until(out, enough);
                }
                out.push('}');
            }
        }
    }
}

/// So many bytes, even less the few that [`head`] gives up, hold more than [`MAX_EXCERPT`]
/// characters of any kind. Whatever is left out after them is therefore beyond the cut.
const EXCERPT_BYTES: usize = 4 * (MAX_EXCERPT + 1);

/// The whole characters in the first `enough` bytes.
fn head(text: &str, enough: usize) -> &str {
    // Of four neighbouring places, one lies between two characters; none does beyond the end.
    (0..4).find_map(|back| text.get(..enough.checked_sub(back)?)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::Reason::{
        ControlCharacter, Ended, Escape, LoneSurrogate, Number, TooDeep, TooLarge, Trailing,
        Unexpected,
    };
    use super::{MAX_DEPTH, MAX_TEXT, MAX_VALUES, Mistake, Node, Reason, parse, push_text};

    /// Texts that are JSON, and their compact form, by the sections of RFC 8259.
    const ACCEPTED: &[(&str, &str)] = &[
        // 2 and 3: any value is a text; white space around each of the six structural characters.
        ("null", "null"),
        ("true", "true"),
        ("false", "false"),
        (" \t\r\n null \t\r\n ", "null"),
        ("\n[\r{\t\"a\"\n:\r1\t}\n,\r2\t]\n", "[{\"a\":1},2]"),
        // 6: numbers keep their text.
        ("0", "0"),
        ("-0", "-0"),
        ("-0.0e-0", "-0.0e-0"),
        ("7", "7"),
        ("10", "10"),
        ("1.50", "1.50"),
        ("0.001", "0.001"),
        ("-1.5E+07", "-1.5E+07"),
        ("1e00", "1e00"),
        ("0e1", "0e1"),
        ("0E+1", "0E+1"),
        ("20e1", "20e1"),
        ("1E-2", "1E-2"),
        ("-0.0", "-0.0"),
        ("123456789012345678901234567890.123456789", "123456789012345678901234567890.123456789"),
        ("1e999999999999999999999", "1e999999999999999999999"),
        // 6 permits no such numbers; here they are read, to be named as faults.
        ("NaN", "NaN"),
        ("[Infinity,-Infinity , NaN]", "[Infinity,-Infinity,NaN]"),
        // 7 and 8: strings.
        (r#""""#, r#""""#),
        (r#""a""#, r#""a""#),
        (r#""餐饮 😀""#, r#""餐饮 😀""#),
        (r#""\"\\\/\b\f\n\r\t""#, r#""\"\\/\b\f\n\r\t""#),
        (r#""\u0041\u00e9\u4E2d\uFFFF""#, "\"Aé中\u{ffff}\""),
        (r#""\uD83D\uDE00\uD800\uDC00\uDBFF\uDFFF""#, "\"😀\u{10000}\u{10ffff}\""),
        (r#""\u0000\u001F\u000a""#, r#""\u0000\u001f\n""#),
        (r#""\ud7ff\ue000""#, "\"\u{d7ff}\u{e000}\""),
        ("\"\u{7f}\u{80}\u{2028}\u{2029}\u{feff}\"", "\"\u{7f}\u{80}\u{2028}\u{2029}\u{feff}\""),
        (r#""\"\u0022\\\u005C\/\u002f""#, r#""\"\"\\\\//""#),
        (
            "\"\u{20}\u{21}\u{23}\u{5b}\u{5d}\u{10ffff}\"",
            "\"\u{20}\u{21}\u{23}\u{5b}\u{5d}\u{10ffff}\"",
        ),
        (r#""\uFDD0\uFFFE\uDBFF\uDFFE""#, "\"\u{fdd0}\u{fffe}\u{10fffe}\""),
        (r#""// no /* comment */""#, r#""// no /* comment */""#),
        // 5: arrays of any values.
        ("[]", "[]"),
        ("[ ]", "[]"),
        ("[[]   ]", "[[]]"),
        ("[1 , 2\n,\t3]", "[1,2,3]"),
        ("[null,true,false,0,\"\",[],{}]", "[null,true,false,0,\"\",[],{}]"),
        // 4: objects; the same name twice is grammar, and named as a fault by who reads a record.
        ("{}", "{}"),
        ("{ }", "{}"),
        (r#"{"":0}"#, r#"{"":0}"#),
        (r#" { "a" : 1 , "b" : [ { } ] } "#, r#"{"a":1,"b":[{}]}"#),
        (r#"{"a":1,"a":2,"A":3}"#, r#"{"a":1,"a":2,"A":3}"#),
        (r#"{"b":1,"a":2}"#, r#"{"b":1,"a":2}"#),
        (r#"{"\u0061\n":1}"#, r#"{"a\n":1}"#),
        (r#"{"a\u0000b":{"":[{}]}}"#, r#"{"a\u0000b":{"":[{}]}}"#),
    ];

    /// Texts that are not, why not, and the line and column where it shows.
    const REJECTED: &[(&str, Reason, usize, usize)] = &[
        // Nothing, or not everything.
        ("", Ended, 1, 1),
        (" \n\t", Ended, 2, 2),
        ("[", Ended, 1, 2),
        ("[1", Ended, 1, 3),
        ("[1,", Ended, 1, 4),
        ("{", Ended, 1, 2),
        (r#"{"a""#, Ended, 1, 5),
        (r#"{"a":"#, Ended, 1, 6),
        (r#"{"a":1"#, Ended, 1, 7),
        (r#"{"a":1,"#, Ended, 1, 8),
        ("\"", Ended, 1, 2),
        (r#""中"#, Ended, 1, 3),
        (r#""\"#, Ended, 1, 3),
        (r#""\u12"#, Ended, 1, 6),
        (r#""\ud83d"#, Ended, 1, 8),
        (r#""\ud83d\"#, Ended, 1, 9),
        (r#""\ud83d\ude0"#, Ended, 1, 13),
        ("tru", Ended, 1, 4),
        ("-Inf", Ended, 1, 5),
        // Words.
        ("True", Unexpected, 1, 1),
        ("nul1", Unexpected, 1, 4),
        ("[nan]", Unexpected, 1, 3),
        ("[-Info]", Unexpected, 1, 6),
        ("NULL", Unexpected, 1, 2),
        ("TRUE", Unexpected, 1, 1),
        ("truefalse", Trailing, 1, 5),
        ("undefined", Unexpected, 1, 1),
        ("é", Unexpected, 1, 1),
        // Numbers.
        ("01", Number, 1, 1),
        ("-01", Number, 1, 1),
        ("[1, 00]", Number, 1, 5),
        ("1.", Number, 1, 1),
        ("[1.]", Number, 1, 2),
        (".5", Number, 1, 1),
        ("-.5", Number, 1, 1),
        ("+1", Number, 1, 1),
        ("1e", Number, 1, 1),
        ("1e+", Number, 1, 1),
        ("1.e5", Number, 1, 1),
        ("1e5.5", Number, 1, 1),
        ("1ee2", Number, 1, 1),
        ("1eE2", Number, 1, 1),
        ("1e+-2", Number, 1, 1),
        ("0e", Number, 1, 1),
        ("0.3e+", Number, 1, 1),
        ("0.e1", Number, 1, 1),
        ("-0.", Number, 1, 1),
        ("-e1", Number, 1, 1),
        ("1+2", Number, 1, 1),
        (".", Number, 1, 1),
        ("1.2.3", Number, 1, 1),
        ("1-2", Number, 1, 1),
        ("-", Number, 1, 1),
        ("--1", Number, 1, 1),
        ("-NaN", Number, 1, 1),
        ("--Infinity", Number, 1, 1),
        ("1.Infinity", Number, 1, 1),
        ("+Infinity", Number, 1, 1),
        ("[0x10]", Unexpected, 1, 3),
        ("[1a]", Unexpected, 1, 3),
        ("[1 000]", Unexpected, 1, 4),
        ("1,5", Trailing, 1, 2),
        ("[Inf]", Unexpected, 1, 5),
        ("[1_000]", Unexpected, 1, 3),
        ("[１]", Unexpected, 1, 2),
        // Strings.
        ("'a'", Unexpected, 1, 1),
        ("[“a”]", Unexpected, 1, 2),
        ("\"a\tb\"", ControlCharacter, 1, 3),
        ("\"中\n\"", ControlCharacter, 1, 3),
        ("\"\u{0}\"", ControlCharacter, 1, 2),
        ("\"\u{1f}\"", ControlCharacter, 1, 2),
        (r#""a\x41""#, Escape, 1, 3),
        (r#""\a""#, Escape, 1, 2),
        (r#""\0""#, Escape, 1, 2),
        ("\"\\\n\"", Escape, 1, 2),
        (r#""\u{41}""#, Escape, 1, 2),
        (r#""a"b""#, Trailing, 1, 4),
        (r#""\'""#, Escape, 1, 2),
        (r#""\U0041""#, Escape, 1, 2),
        (r#""\é""#, Escape, 1, 2),
        (r#""\u12G4""#, Escape, 1, 2),
        (r#""\u+123""#, Escape, 1, 2),
        (r#""\u123""#, Escape, 1, 2),
        (r#""\u123中""#, Escape, 1, 2),
        (r#""\ud83d\u12""#, Escape, 1, 2),
        (r#""a\ud83d""#, LoneSurrogate, 1, 3),
        (r#""\ude00""#, LoneSurrogate, 1, 2),
        (r#""\ude00\ud83d""#, LoneSurrogate, 1, 2),
        (r#""\ud83d\ud83d\ude00""#, LoneSurrogate, 1, 2),
        (r#""\ude00\ude00""#, LoneSurrogate, 1, 2),
        (r#""\ud83d\u0041""#, LoneSurrogate, 1, 2),
        (r#""\ud83d\ue000""#, LoneSurrogate, 1, 2),
        (r#""\ud83d\n""#, LoneSurrogate, 1, 2),
        (r#""\ud83dde00""#, LoneSurrogate, 1, 2),
        // Lists and maps.
        ("[1,]", Unexpected, 1, 4),
        ("[,1]", Unexpected, 1, 2),
        ("[1,,2]", Unexpected, 1, 4),
        ("[1 2]", Unexpected, 1, 4),
        ("[1}", Unexpected, 1, 3),
        ("[1;2]", Unexpected, 1, 3),
        ("[,]", Unexpected, 1, 2),
        ("[\"a\",\n4\n,1,", Ended, 3, 4),
        ("]", Unexpected, 1, 1),
        (r#"{"a":1,}"#, Unexpected, 1, 8),
        ("{,}", Unexpected, 1, 2),
        (r#"{"a"}"#, Unexpected, 1, 5),
        (r#"{"a",1}"#, Unexpected, 1, 5),
        (r#"{"a"::1}"#, Unexpected, 1, 6),
        (r#"{"a":}"#, Unexpected, 1, 6),
        (r#"{"a":1 "b":2}"#, Unexpected, 1, 8),
        (r#"{"a":1]"#, Unexpected, 1, 7),
        ("{a:1}", Unexpected, 1, 2),
        ("{'a':1}", Unexpected, 1, 2),
        ("{[]:1}", Unexpected, 1, 2),
        (r#"{"a" b}"#, Unexpected, 1, 6),
        (r#"{"a":1,,"b":2}"#, Unexpected, 1, 8),
        ("{1:1}", Unexpected, 1, 2),
        ("{null:1}", Unexpected, 1, 2),
        // Around the value.
        ("\u{feff}{}", Unexpected, 1, 1),
        ("[\u{a0}1]", Unexpected, 1, 2),
        ("[\u{b}1]", Unexpected, 1, 2),
        ("[\u{85}1]", Unexpected, 1, 2),
        ("[\u{2028}1]", Unexpected, 1, 2),
        ("[\u{2060}1]", Unexpected, 1, 2),
        ("# a\n1", Unexpected, 1, 1),
        ("[\u{c}1]", Unexpected, 1, 2),
        ("[\u{3000}1]", Unexpected, 1, 2),
        ("// a\n1", Unexpected, 1, 1),
        ("[1 /* a */]", Unexpected, 1, 4),
        ("1 2", Trailing, 1, 3),
        ("{}{}", Trailing, 1, 3),
        ("[]]", Trailing, 1, 3),
        ("nulll", Trailing, 1, 5),
        ("NaN1", Trailing, 1, 4),
        ("\"\"中", Trailing, 1, 3),
        ("1\u{0}", Trailing, 1, 2),
        ("1\u{feff}", Trailing, 1, 2),
        // Where: columns count characters, and a carriage return ends no line.
        ("{\n  \"金额\": 1,\n  \"税率\": ?\n}", Unexpected, 3, 9),
        ("[\r\n1,\r\n\r\n?]", Unexpected, 4, 1),
        ("[\r?]", Unexpected, 1, 3),
        ("[\"😀é\", ?]", Unexpected, 1, 8),
    ];

    fn compact(node: &Node<'_>) -> String {
        let mut out = String::new();
        node.push_json(&mut out);
        out
    }

    fn refused(text: &str) -> Option<Reason> {
        parse(text).err().map(|mistake| mistake.reason)
    }

    fn nested(depth: usize) -> String {
        "[".repeat(depth) + &"]".repeat(depth)
    }

    #[test]
    fn json_is_accepted() {
        for (text, expected) in ACCEPTED {
            assert_eq!(parse(text).as_ref().map(compact).as_deref(), Ok(*expected), "{text:?}");
        }
    }

    #[test]
    fn other_text_is_rejected_with_reason_and_place() {
        for (text, reason, line, column) in REJECTED {
            let mistake = Mistake { reason: *reason, line: *line, column: *column };
            assert_eq!(parse(text), Err(mistake), "{text:?}");
        }
    }

    #[test]
    fn every_control_character_is_escaped_or_refused() {
        for code in 0..0x20_u8 {
            let raw = char::from(code).to_string();
            assert_eq!(refused(&format!("\"{raw}\"")), Some(ControlCharacter));
            let mut written = String::new();
            push_text(&mut written, &raw);
            assert_eq!(parse(&written), Ok(Node::Text(Cow::Owned(raw.clone()))));
            assert_eq!(parse(&format!("\"\\u{code:04X}\"")), Ok(Node::Text(Cow::Owned(raw))));
        }
    }

    #[test]
    fn what_needs_no_change_is_borrowed() {
        let node = parse(r#"{"名称":["餐饮",1.50,"a\nb"],"\u0061":0}"#);
        let Ok(Node::Map(members)) = &node else {
            panic!("{node:?}");
        };
        let [(plain, Node::List(items)), (escaped, _)] = members.as_slice() else {
            panic!("{node:?}");
        };
        assert!(matches!(plain, Cow::Borrowed("名称")));
        assert!(matches!(escaped, Cow::Owned(_)));
        assert!(matches!(
            items.as_slice(),
            [
                Node::Text(Cow::Borrowed("餐饮")),
                Node::Number(Cow::Borrowed("1.50")),
                Node::Text(Cow::Owned(_)),
            ]
        ));
    }

    #[test]
    fn the_limits_are_exact() {
        assert_eq!(refused(&nested(MAX_DEPTH)), None);
        assert_eq!(refused(&format!("[1,{}]", nested(MAX_DEPTH - 1))), None);
        let too_deep = Mistake { reason: TooDeep, line: 1, column: MAX_DEPTH + 1 };
        assert_eq!(parse(&nested(MAX_DEPTH + 1)), Err(too_deep));
        assert_eq!(parse(&"[".repeat(MAX_TEXT)), Err(too_deep));
        assert_eq!(refused(&"{\"\":".repeat(MAX_DEPTH + 1)), Some(TooDeep));
        // Containers side by side are not inside one another.
        assert_eq!(refused(&format!("[{}[]]", "[],".repeat(1000))), None);

        assert_eq!(refused(&format!("[{}1]", "1,".repeat(MAX_VALUES - 2))), None);
        assert_eq!(refused(&format!("[{}1]", "1,".repeat(MAX_VALUES - 1))), Some(TooLarge));
        assert_eq!(refused(&format!("[{}[]]", "[],".repeat(MAX_VALUES - 1))), Some(TooLarge));

        let longest = format!("\"{}\"", "a".repeat(MAX_TEXT - 2));
        assert_eq!(refused(&longest), None);
        let too_large = Mistake { reason: TooLarge, line: 1, column: 1 };
        assert_eq!(parse(&format!(" {longest}")), Err(too_large));
    }

    #[test]
    fn an_excerpt_is_cut_at_eighty_characters() {
        for (text, expected) in [
            ("[1, 2]".to_owned(), "[1,2]".to_owned()),
            (format!("\"{}\"", "好".repeat(78)), format!("\"{}\"", "好".repeat(78))),
            (format!("\"{}\"", "好".repeat(79)), format!("\"{}…", "好".repeat(78))),
            ("9".repeat(80), "9".repeat(80)),
            ("9".repeat(81), format!("{}…", "9".repeat(79))),
            ("9".repeat(1_000_000), format!("{}…", "9".repeat(79))),
            (format!("\"{}\"", "😀".repeat(1_000_000)), format!("\"{}…", "😀".repeat(78))),
            (format!("[\"a{}\"]", "中".repeat(1_000_000)), format!("[\"a{}…", "中".repeat(76))),
            (format!("{{\"{}\":1}}", "a".repeat(1_000_000)), format!("{{\"{}…", "a".repeat(77))),
            (format!("[{}1]", "1,".repeat(90_000)), format!("[{}…", "1,".repeat(39))),
            (nested(MAX_DEPTH), nested(MAX_DEPTH)),
        ] {
            assert_eq!(parse(&text).map(|node| node.excerpt()), Ok(expected));
        }
    }
}
