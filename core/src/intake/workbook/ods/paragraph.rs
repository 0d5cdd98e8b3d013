//! The text that a cell shows: its paragraphs, without comments and drawings.

use std::io::BufRead;

use super::styles::Styles;
use crate::intake::error::Error;
use crate::intake::workbook::strings::small;
use crate::intake::workbook::xml::{Piece, Xml, attribute};

/// The most blanks that are written out where one element stands for several.
const BLANKS: usize = 1024;

/// Appends the paragraph that has just begun. Returns whether it has raised, lowered or struck
/// characters.
pub(super) fn push<R: BufRead>(
    xml: &mut Xml<R>,
    styles: &Styles,
    out: &mut String,
) -> Result<bool, Error> {
    let (begin, mut marked) = (out.len(), false);
    // The small digits of each element that has begun and not ended.
    let mut digits: Vec<Option<&'static str>> = vec![None];
    loop {
        let start = out.len();
        match xml.next_with_text(out)? {
            Piece::Start(element) => match element.local_name().as_ref() {
                // A comment, a footnote, the reading of a word, and what lies over the cell.
                "annotation" | "annotation-end" | "note" | "ruby-text" | "frame" | "g"
                | "custom-shape" => xml.skip()?,
                name => {
                    blank(name, &element, out);
                    let outer = digits.last().copied().flatten();
                    let style = attribute(&element, "style-name");
                    let own = style.and_then(|it| styles.small(&it));
                    digits.push(if name == "span" { own.or(outer) } else { outer });
                }
            },
            Piece::Empty(element) => blank(element.local_name().as_ref(), &element, out),
            Piece::End(_) => {
                digits.pop();
                if digits.is_empty() {
                    return Ok(marked);
                }
            }
            Piece::Eof => return Err(Error::Damaged),
            Piece::Between => {
                collapse(out, start, begin);
                if let Some(digits) = digits.last().copied().flatten() {
                    marked |= out.get(start..).is_some_and(|it| !it.trim().is_empty());
                    small(out, start, digits);
                }
            }
        }
    }
}

/// Appends the blanks that an element stands for.
fn blank(name: &str, element: &quick_xml::events::BytesStart<'_>, out: &mut String) {
    match name {
        "s" => {
            let count = attribute(element, "c").and_then(|it| it.parse().ok()).unwrap_or(1);
            out.extend(std::iter::repeat_n(' ', BLANKS.min(count)));
        }
        "tab" => out.push('\t'),
        "line-break" => out.push('\n'),
        _ => {}
    }
}

/// Writes the white space of a text from `start` on as single blanks, and leaves it out at the beginning
/// of the paragraph.
fn collapse(text: &mut String, start: usize, begin: usize) {
    let is_space = |it: char| matches!(it, ' ' | '\t' | '\r' | '\n');
    if !text.get(start..).is_some_and(|it| it.contains(is_space)) {
        return;
    }
    let tail = text.split_off(start);
    for character in tail.chars() {
        if !is_space(character) {
            text.push(character);
        } else if begin < text.len() && !text.ends_with(' ') {
            text.push(' ');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_read_as_they_are_shown() {
        let styles = "<s><style name='up' family='text'><text-properties text-position='super 58%'/></style>\
                      <style name='down' family='text'><text-properties text-position='-33% 58%'/></style>\
                      <style name='out' family='text'><text-properties text-line-through-style='solid'/></style>\
                      <style name='bold' family='text'><text-properties text-position='0% 100%'/></style></s>";
        let (mut xml, mut read) = (Xml::new(styles.as_bytes()), Styles::default());
        xml.next().unwrap();
        read.read(&mut xml).unwrap();
        for (paragraph, text, marked) in [
            ("甲", "甲", false),
            ("  甲 \n 乙", "甲 乙", false),
            ("<s c='2'/>甲<s/><s c='x'/>乙", "  甲  乙", false),
            ("甲<tab/>乙<line-break/>丙", "甲\t乙\n丙", false),
            ("a&lt;&#x4e00;", "a<一", false),
            ("<a href='x'>链接</a>", "链接", false),
            ("200<span style-name='up'>1</span>", "200¹", true),
            ("H<span style-name='down'>2</span>O", "H₂O", true),
            ("<span style-name='out'>100</span>200", "100200", true),
            ("<span style-name='bold'>12</span><span style-name='x'>00</span>", "1200", false),
            ("<span style-name='up'> </span>12", "12", false),
            ("12<note><p>说明</p></note>", "12", false),
            (
                "<ruby><ruby-base>长沙</ruby-base><ruby-text>changsha</ruby-text></ruby>",
                "长沙",
                false,
            ),
        ] {
            let part = format!("<p>{paragraph}</p>");
            let (mut xml, mut out) = (Xml::new(part.as_bytes()), "x".to_owned());
            xml.next().unwrap();
            assert_eq!(push(&mut xml, &read, &mut out), Ok(marked), "{paragraph}");
            assert_eq!(out, format!("x{text}"));
        }
    }

    #[test]
    fn blanks_are_bounded() {
        let mut xml = Xml::new(&b"<p><s c='4000000000'/></p>"[..]);
        let mut out = String::new();
        xml.next().unwrap();
        push(&mut xml, &Styles::default(), &mut out).unwrap();
        assert_eq!(out.len(), BLANKS);
    }
}
