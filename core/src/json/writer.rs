//! The writer of compact JSON, and of excerpts.

use super::{MAX_EXCERPT, Node, is_plain};

/// Appends `text` as a JSON string. Only characters that need an escape are escaped.
pub fn push_text(out: &mut String, text: &str) {
    out.push('"');
    // Most texts need no escape. A fold without an early exit is vectorized by the compiler.
    if text.bytes().fold(true, |plain, byte| plain & is_plain(byte)) {
        out.push_str(text);
        out.push('"');
        return;
    }
    // Bytes that need no escape are copied in runs.
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
            byte => char::from(byte),
        };
        out.push(letter);
    }
    out.push_str(text.get(copied..).unwrap_or_default());
    out.push('"');
}

impl Node<'_> {
    /// Appends this value as compact JSON. Numbers keep the text that was parsed.
    pub fn push_json(&self, out: &mut String) {
        self.push_until(out, usize::MAX);
    }

    /// Returns this value as compact JSON. A text longer than [`MAX_EXCERPT`] is cut to that
    /// length, and its last character is `…`. The time is bounded, however large the value is.
    #[must_use]
    pub fn excerpt(&self) -> String {
        let mut excerpt = String::new();
        self.push_until(&mut excerpt, EXCERPT_BYTES);
        let (mut characters, mut last) = (0, 0);
        for at in 0..excerpt.len() {
            if excerpt.is_char_boundary(at) {
                characters += 1;
                if characters == MAX_EXCERPT {
                    last = at;
                }
            }
        }
        if characters > MAX_EXCERPT {
            excerpt.truncate(last);
            excerpt.push('…');
        }
        excerpt
    }

    /// Appends this value as compact JSON, but may stop once `out` is longer than `limit` bytes. Of
    /// a single text it writes at most `limit` bytes.
    fn push_until(&self, out: &mut String, limit: usize) {
        match self {
            Node::Null => out.push_str("null"),
            Node::Bool(false) => out.push_str("false"),
            Node::Bool(true) => out.push_str("true"),
            Node::Number(number) => out.push_str(head(number, limit)),
            Node::Text(text) => push_text(out, head(text, limit)),
            Node::List(items) => {
                out.push('[');
                for (index, item) in items.iter().enumerate() {
                    if out.len() > limit {
                        break;
                    }
                    if index > 0 {
                        out.push(',');
                    }
                    item.push_until(out, limit);
                }
                out.push(']');
            }
            Node::Map(members) => {
                out.push('{');
                for (index, (name, value)) in members.iter().enumerate() {
                    if out.len() > limit {
                        break;
                    }
                    if index > 0 {
                        out.push(',');
                    }
                    push_text(out, head(name, limit));
                    out.push(':');
                    value.push_until(out, limit);
                }
                out.push('}');
            }
        }
    }
}

/// A character has at most 4 bytes, and [`head`] drops at most 3, so this many bytes hold more than
/// [`MAX_EXCERPT`] characters.
const EXCERPT_BYTES: usize = 4 * (MAX_EXCERPT + 1);

/// Returns the complete characters in the first `limit` bytes.
fn head(text: &str, limit: usize) -> &str {
    // Of four consecutive positions, one is a character boundary, unless the text is shorter.
    (0..4).find_map(|back| text.get(..limit.checked_sub(back)?)).unwrap_or(text)
}
