//! Texts of cells: shared strings, and rich text.

use std::io::BufRead;

use super::xml::{Piece, Xml, attribute, flag, unescape};
use crate::intake::error::Error;

/// The texts that the cells of a workbook share, in one buffer.
#[derive(Default)]
pub(super) struct Strings {
    text: String,
    /// Where each ends in the text.
    ends: Vec<usize>,
    /// The indices of those with raised or struck characters, in ascending order.
    marked: Vec<usize>,
}

impl Strings {
    pub(super) fn read(part: impl BufRead) -> Result<Self, Error> {
        let (mut xml, mut strings) = (Xml::new(part), Self::default());
        let mut claimed = 0;
        loop {
            match xml.next()? {
                Piece::Start(element) | Piece::Empty(element)
                    if element.local_name().as_ref() == "sst" =>
                {
                    // A number with too many digits is greater than any number of strings.
                    let count = attribute(&element, "uniqueCount").unwrap_or_default();
                    claimed =
                        count.trim().parse().unwrap_or(if count.is_empty() { 0 } else { u64::MAX });
                }
                Piece::Start(element) if element.local_name().as_ref() == "si" => {
                    if rich_text(&mut xml, &mut strings.text)? {
                        strings.marked.push(strings.ends.len());
                    }
                    strings.ends.push(strings.text.len());
                }
                Piece::Empty(element) if element.local_name().as_ref() == "si" => {
                    strings.ends.push(strings.text.len());
                }
                Piece::Eof => break,
                Piece::Start(_) | Piece::Empty(_) | Piece::End(_) | Piece::Between => {}
            }
        }
        // Programs do count wrongly, but not by that much.
        let found = u64::try_from(strings.ends.len()).unwrap_or(u64::MAX);
        if found.saturating_add(SLACK) < claimed { Err(Error::Damaged) } else { Ok(strings) }
    }

    /// Adds a text; `marked` is whether it has raised, lowered or struck characters.
    pub(super) fn push(&mut self, text: &str, marked: bool) {
        if marked {
            self.marked.push(self.ends.len());
        }
        self.text.push_str(text);
        self.ends.push(self.text.len());
    }

    /// The text with this index, and whether it has raised or struck characters.
    pub(super) fn get(&self, index: usize) -> Option<(&str, bool)> {
        let end = *self.ends.get(index)?;
        let start = index.checked_sub(1).and_then(|it| self.ends.get(it)).copied();
        let text = self.text.get(start.unwrap_or_default()..end)?;
        let marked = !self.marked.is_empty() && self.marked.binary_search(&index).is_ok();
        Some((text, marked))
    }
}

/// How many strings a table of shared strings may lack.
const SLACK: u64 = 1 << 20;

/// Appends the text of the element that has just begun, without phonetic guides. Returns whether it
/// has raised, lowered or struck characters, which are no part of a number: 200¹ is not 2001.
pub(super) fn rich_text<R: BufRead>(xml: &mut Xml<R>, out: &mut String) -> Result<bool, Error> {
    let (mut depth, mut marked) = (0_usize, false);
    let (mut digits, mut struck) = (None, false);
    loop {
        match xml.next()? {
            Piece::Start(element) => match element.local_name().as_ref() {
                "t" => {
                    let start = out.len();
                    xml.text(out)?;
                    unescape(out, start);
                    let seen = out.get(start..).is_some_and(|it| !it.trim().is_empty());
                    marked |= seen && (struck || digits.is_some());
                    if let Some(digits) = digits {
                        small(out, start, digits);
                    }
                }
                "rPh" => xml.skip()?,
                "r" => {
                    (digits, struck) = (None, false);
                    depth += 1;
                }
                name => {
                    mark(name, &element, &mut digits, &mut struck);
                    depth += 1;
                }
            },
            Piece::Empty(element) => {
                mark(element.local_name().as_ref(), &element, &mut digits, &mut struck);
            }
            Piece::End(_) if depth == 0 => return Ok(marked),
            Piece::End(_) => depth -= 1,
            Piece::Eof => return Err(Error::Damaged),
            Piece::Between => {}
        }
    }
}

/// Takes note of a property of a run.
fn mark(
    name: &str,
    element: &quick_xml::events::BytesStart<'_>,
    digits: &mut Option<&'static str>,
    struck: &mut bool,
) {
    match name {
        "vertAlign" => match attribute(element, "val").as_deref() {
            Some("superscript") => *digits = Some(SUPERSCRIPT),
            Some("subscript") => *digits = Some(SUBSCRIPT),
            Some(_) | None => *digits = None,
        },
        "strike" => *struck = flag(element, "val", true),
        _ => {}
    }
}

pub(super) const SUPERSCRIPT: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
pub(super) const SUBSCRIPT: &str = "₀₁₂₃₄₅₆₇₈₉";

/// Writes the digits of a text from `start` on as small ones, as the sheet shows them.
pub(super) fn small(text: &mut String, start: usize, digits: &str) {
    let tail = text.split_off(start);
    text.extend(tail.chars().map(|character| {
        let index = character.to_digit(10).and_then(|digit| usize::try_from(digit).ok());
        index.and_then(|index| digits.chars().nth(index)).unwrap_or(character)
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_read_as_the_sheet_shows_them() {
        let part = concat!(
            "<x:sst xmlns:x='a'><x:si><x:t>甲</x:t></x:si><si/><si><t/></si>",
            "<si><r><t>20</t></r><r><rPr><b/></rPr><t xml:space='preserve'>0 </t></r>",
            "<rPh sb='0' eb='1'><t>er bai</t></rPh></si>",
            "<si><r><t>200</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>1)</t></r></si>",
            "<si><r><rPr><strike/></rPr><t>100</t></r><r><rPr><strike val='0'/></rPr><t>200</t></r></si>",
            "<si><r><t>CO</t></r><r><rPr><vertAlign val='subscript'></vertAlign></rPr><t>2</t></r>",
            "<r><t>3</t></r></si><si><t>a_x000D_b</t></si></x:sst>",
        );
        let strings = Strings::read(part.as_bytes()).unwrap();
        let expected = [
            ("甲", false),
            ("", false),
            ("", false),
            ("200 ", false),
            ("200¹)", true),
            ("100200", true),
            ("CO₂3", true),
            ("a\rb", false),
        ];
        for (index, expected) in expected.into_iter().enumerate() {
            assert_eq!(strings.get(index), Some(expected));
        }
        assert_eq!(strings.get(8), None);
    }

    #[test]
    fn a_number_of_strings_that_cannot_be_is_an_error() {
        let read = |count| Strings::read(format!("<sst uniqueCount='{count}'/>").as_bytes());
        for count in ["99999999999", "99999999999999999999999", "x"] {
            assert_eq!(read(count).err(), Some(Error::Damaged), "{count}");
        }
        assert!(read("7").is_ok());
        assert!(Strings::read(&b"<sst><si><t>a"[..]).is_err());
    }
}
