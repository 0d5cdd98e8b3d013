//! The parser: recursive descent, in one pass.

use std::borrow::Cow;

use super::{MAX_DEPTH, MAX_TEXT, MAX_VALUES, Node, Reason, is_plain};
use crate::quantity::decimal;

pub(super) struct Parser<'a> {
    text: &'a str,
    /// The position of the next byte, always at the start of a character; after an error, the
    /// position of the error.
    pub(super) at: usize,
    values_left: usize,
}

impl<'a> Parser<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0, values_left: MAX_VALUES }
    }

    pub(super) fn document(&mut self) -> Result<Node<'a>, Reason> {
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

    /// Parses a value; `depth_left` is how much deeper lists and maps may be nested.
    fn value(&mut self, depth_left: usize) -> Result<Node<'a>, Reason> {
        self.skip_space();
        let first = self.peek()?;
        self.values_left = self.values_left.checked_sub(1).ok_or(Reason::TooLarge)?;
        Ok(match first {
            b'{' => Node::Map(self.map(depth_left)?),
            b'[' => Node::List(self.list(depth_left)?),
            b'"' => Node::Text(self.string()?),
            b'-' | b'+' | b'.' | b'0'..=b'9' => Node::Number(Cow::Borrowed(self.number()?)),
            b'N' => Node::Number(Cow::Borrowed(self.literal("NaN")?)),
            b'I' => Node::Number(Cow::Borrowed(self.literal("Infinity")?)),
            b't' => self.literal("true").map(|_| Node::Bool(true))?,
            b'f' => self.literal("false").map(|_| Node::Bool(false))?,
            b'n' => self.literal("null").map(|_| Node::Null)?,
            _ => return Err(Reason::Unexpected),
        })
    }

    fn map(&mut self, depth_left: usize) -> Result<Vec<(Cow<'a, str>, Node<'a>)>, Reason> {
        // Enough capacity for a record; the objects inside a record are small.
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

    /// Skips the opening bracket, and the closing one if it follows. Returns whether an item
    /// follows.
    fn open(&mut self, close: u8) -> Result<bool, Reason> {
        self.at += 1;
        self.skip_space();
        let empty = self.peek()? == close;
        if empty {
            self.at += 1;
        }
        Ok(!empty)
    }

    /// Skips the comma or the closing bracket after an item. Returns whether another item follows.
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
        self.take_while(is_plain)
    }

    /// Parses an escape. An invalid one is reported at its backslash, an incomplete one at the end.
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

    /// Parses the digits of `\uXXXX`, and a second escape if the first is a high surrogate.
    fn escaped_unicode(&mut self) -> Result<char, Reason> {
        let unit = self.code_unit()?;
        if let Some(character) = char::from_u32(unit) {
            return Ok(character);
        }
        // Not a character, so it is a surrogate. The first of a pair is the high one.
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

    /// Takes all characters that can be part of a number before it validates them, so that `01` is
    /// one error.
    fn number(&mut self) -> Result<&'a str, Reason> {
        let start = self.at;
        let number =
            self.take_while(|byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E'));
        if decimal::is_number(number) {
            return Ok(number);
        }
        if number == "-" && self.peek() == Ok(b'I') {
            self.literal("Infinity")?;
            return Ok("-Infinity");
        }
        self.at = start;
        Err(Reason::Number)
    }

    fn literal(&mut self, literal: &'static str) -> Result<&'static str, Reason> {
        for byte in literal.bytes() {
            self.expect(byte)?;
        }
        Ok(literal)
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Ok(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    /// Takes the bytes that match. The first byte that does not match must be an ASCII character.
    fn take_while(&mut self, matches: impl Fn(u8) -> bool) -> &'a str {
        let bytes = self.text.as_bytes();
        let mut end = self.at;
        while let Some(&byte) = bytes.get(end)
            && matches(byte)
        {
            end += 1;
        }
        let taken = self.text.get(self.at..end).unwrap_or_default();
        self.at = end;
        taken
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

    // Called several times per byte. The WebAssembly build inlines little (`-inline-threshold=0`),
    // and calls of this function would take a third of the time of parsing.
    #[cfg_attr(target_family = "wasm", inline(always))]
    fn peek(&self) -> Result<u8, Reason> {
        self.text.as_bytes().get(self.at).copied().ok_or(Reason::Ended)
    }
}

/// A surrogate is six bits that tell the high from the low one, and ten bits of a character.
const LOW_SURROGATE: u32 = 0xdc00;
const SURROGATE_KIND: u32 = 0xfc00;
const SURROGATE_BITS: u32 = 0x03ff;
