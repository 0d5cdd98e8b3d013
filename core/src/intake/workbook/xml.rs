//! The XML of the parts of a workbook. Prefixes of names do not matter: no two namespaces in these parts
//! have elements of the same name that mean different things.

use std::io::BufRead;

use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesEnd, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::package::failed;
use crate::intake::error::Error;

/// A piece of a part.
pub(super) enum Piece<'a> {
    /// An element begins.
    Start(BytesStart<'a>),
    /// An element without content.
    Empty(BytesStart<'a>),
    End(BytesEnd<'a>),
    /// What stands between elements.
    Between,
    Eof,
}

/// A part that is read element by element.
pub(super) struct Xml<R> {
    reader: Reader<R>,
    buffer: Vec<u8>,
}

impl<R: BufRead> Xml<R> {
    pub(super) fn new(part: R) -> Self {
        let mut reader = Reader::from_reader(part);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        Self { reader, buffer: Vec::with_capacity(1024) }
    }

    /// The next piece.
    pub(super) fn next(&mut self) -> Result<Piece<'_>, Error> {
        self.event().map(piece)
    }

    /// As [`Self::next`]; a text that stands between elements is appended.
    pub(super) fn next_with_text(&mut self, out: &mut String) -> Result<Piece<'_>, Error> {
        let event = self.event()?;
        append(&event, out)?;
        Ok(piece(event))
    }

    /// The number of bytes up to the end of the last piece.
    pub(super) fn position(&self) -> u64 {
        self.reader.buffer_position()
    }

    /// The block of bytes that follow a piece that is not [`Piece::Between`].
    pub(super) fn block(&mut self) -> Result<&[u8], Error> {
        self.reader.get_mut().fill_buf().map_err(|error| failed(&error))
    }

    /// Passes over bytes of the block: whole elements.
    pub(super) fn consume(&mut self, bytes: usize) {
        self.reader.get_mut().consume(bytes);
    }

    fn event(&mut self) -> Result<Event<'_>, Error> {
        self.buffer.clear();
        self.reader.read_event_into(&mut self.buffer).map_err(|error| broken(&error))
    }

    /// Appends the text of the element that has just begun, up to its end.
    pub(super) fn text(&mut self, out: &mut String) -> Result<(), Error> {
        let mut depth = 0_usize;
        loop {
            match self.next_with_text(out)? {
                Piece::Start(_) => depth += 1,
                Piece::End(_) if depth == 0 => return Ok(()),
                Piece::End(_) => depth -= 1,
                Piece::Eof => return Err(Error::Damaged),
                Piece::Empty(_) | Piece::Between => {}
            }
        }
    }

    /// Passes over the element that has just begun, up to its end.
    pub(super) fn skip(&mut self) -> Result<(), Error> {
        let mut depth = 0_usize;
        loop {
            match self.next()? {
                Piece::Start(_) => depth += 1,
                Piece::End(_) if depth == 0 => return Ok(()),
                Piece::End(_) => depth -= 1,
                Piece::Eof => return Err(Error::Damaged),
                Piece::Empty(_) | Piece::Between => {}
            }
        }
    }
}

/// Appends a text that stands between elements.
fn append(event: &Event<'_>, out: &mut String) -> Result<(), Error> {
    match event {
        Event::Text(text) => out.push_str(&text.xml10_content()),
        Event::CData(text) => out.push_str(&text.xml10_content()),
        Event::GeneralRef(name) => match name.resolve_char_ref().map_err(|it| broken(&it))? {
            Some(character) => out.push(character),
            None => out.push_str(resolve_xml_entity(name).ok_or(Error::Damaged)?),
        },
        Event::Start(_)
        | Event::Empty(_)
        | Event::End(_)
        | Event::Eof
        | Event::Comment(_)
        | Event::Decl(_)
        | Event::PI(_)
        | Event::DocType(_) => {}
    }
    Ok(())
}

fn piece(event: Event<'_>) -> Piece<'_> {
    match event {
        Event::Start(element) => Piece::Start(element),
        Event::Empty(element) => Piece::Empty(element),
        Event::End(element) => Piece::End(element),
        Event::Eof => Piece::Eof,
        Event::Text(_)
        | Event::CData(_)
        | Event::GeneralRef(_)
        | Event::Comment(_)
        | Event::Decl(_)
        | Event::PI(_)
        | Event::DocType(_) => Piece::Between,
    }
}

fn broken(error: &quick_xml::Error) -> Error {
    if let quick_xml::Error::Io(error) = error { failed(error) } else { Error::Damaged }
}

/// Whether an element has this name.
pub(super) fn is(element: &BytesStart<'_>, name: &str) -> bool {
    element.local_name().as_ref() == name
}

/// The value of an attribute; blank if it is not well-formed.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut all = element.attributes();
    let found = all.with_checks(false).flatten().find(|it| it.key.local_name().as_ref() == name)?;
    Some(found.normalized_value(XmlVersion::Implicit1_0).unwrap_or_default().into_owned())
}

/// Whether an attribute is set; `true` also if the element has no such attribute and `absent` is.
pub(super) fn flag(element: &BytesStart<'_>, name: &str, absent: bool) -> bool {
    attribute(element, name).map_or(absent, |value| value != "0" && value != "false")
}

/// Resolves the escapes `_x000D_` of a text from `start` on.
pub(super) fn unescape(text: &mut String, start: usize) {
    let Some(tail) = text.get(start..).filter(|tail| tail.contains("_x")) else { return };
    let (mut rest, mut out) = (tail, String::with_capacity(tail.len()));
    while let Some((before, after)) = rest.split_once("_x") {
        out.push_str(before);
        let digits = after.get(..4).filter(|_| after.as_bytes().get(4) == Some(&b'_'));
        let digits = digits.filter(|it| it.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let found = digits.and_then(|it| u32::from_str_radix(it, 16).ok()).and_then(char::from_u32);
        if let Some(character) = found {
            out.push(character);
            rest = after.get(5..).unwrap_or_default();
        } else {
            out.push_str("_x");
            rest = after;
        }
    }
    out.push_str(rest);
    text.truncate(start);
    text.push_str(&out);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_resolved() {
        for (text, expected) in [
            ("甲_x000D_\n乙", "甲\r\n乙"),
            ("_x0041__x0042_", "AB"),
            ("_x005F_x0041_", "_x0041_"),
            ("_x000", "_x000"),
            ("_x00G0_", "_x00G0_"),
            ("_xD800_", "_xD800_"),
            ("_x0041", "_x0041"),
            ("_x甲甲", "_x甲甲"),
            ("a_b", "a_b"),
        ] {
            let mut found = ["_x0041_", text].concat();
            unescape(&mut found, 7);
            assert_eq!(found, ["_x0041_", expected].concat());
        }
    }

    #[test]
    fn texts_are_read_with_their_references() {
        let mut xml = Xml::new(&b"<t>a&lt;&#x4e00;<![CDATA[<b>]]><x>y</x>\r\n</t>c"[..]);
        let mut text = String::new();
        xml.next().unwrap();
        xml.text(&mut text).unwrap();
        assert_eq!(text, "a<一<b>y\n");
        for broken in ["<t>&unknown;</t>", "<t>a", "<t>&", "<t>&#xD800;</t>"] {
            let mut xml = Xml::new(broken.as_bytes());
            xml.next().unwrap();
            assert_eq!(xml.text(&mut String::new()), Err(Error::Damaged), "{broken}");
        }
    }
}
