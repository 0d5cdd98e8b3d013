//! From a tree to the text, all of it or the beginning.

use super::{MAX_EXCERPT, Node, is_plain};

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
