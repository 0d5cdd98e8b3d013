//! Styles, of which these matter: what the numbers of cells look like, which characters are raised,
//! lowered or struck, and which sheets are hidden.

use std::collections::{HashMap, HashSet};
use std::io::BufRead;

use quick_xml::events::BytesStart;

use crate::intake::error::Error;
use crate::intake::workbook::format::Format;
use crate::intake::workbook::strings::{SUBSCRIPT, SUPERSCRIPT};
use crate::intake::workbook::xml::{Piece, Xml, attribute};

/// How many styles a style is based on, one on the other.
const DEPTH: usize = 32;

#[derive(Default)]
pub(super) struct Styles {
    /// The codes of number formats, as an XLSX workbook has them.
    codes: HashMap<String, Code>,
    /// The styles of cells whose formats are not known yet: the format, and the style that each is based
    /// on.
    cells: HashMap<String, (Option<String>, Option<String>)>,
    formats: HashMap<String, Format>,
    /// The styles of raised, lowered and struck characters, with the small digits.
    small: HashMap<String, &'static str>,
    hidden: HashSet<String>,
}

/// The code of a number format.
#[derive(Default)]
struct Code {
    code: String,
    /// The formats that are used in its place if a condition holds, in their order.
    others: Vec<String>,
}

impl Styles {
    /// Reads the styles that all documents of an office have in common.
    pub(super) fn read_common(&mut self, part: impl BufRead) -> Result<(), Error> {
        let mut xml = Xml::new(part);
        loop {
            match xml.next()? {
                Piece::Start(element) => match element.local_name().as_ref() {
                    "document-styles" => {}
                    "styles" => self.read(&mut xml)?,
                    _ => xml.skip()?,
                },
                Piece::Eof => return Ok(()),
                Piece::Empty(_) | Piece::End(_) | Piece::Between => {}
            }
        }
    }

    /// Reads the styles of the element that has just begun. They may be based on those read before.
    pub(super) fn read<R: BufRead>(&mut self, xml: &mut Xml<R>) -> Result<(), Error> {
        loop {
            match xml.next()? {
                Piece::Start(element) => {
                    let kind = element.local_name().as_ref().to_owned();
                    let name = attribute(&element, "name").unwrap_or_default();
                    if kind == "style" {
                        let family = attribute(&element, "family").unwrap_or_default();
                        self.begin(&element, &family, &name);
                        self.properties(xml, &family, &name)?;
                    } else if let Some(format) = Part::of(&kind) {
                        let code = format.read(&element.into_owned(), xml)?;
                        self.codes.insert(name, code);
                    } else {
                        xml.skip()?;
                    }
                }
                Piece::Empty(element) if element.local_name().as_ref() == "style" => {
                    let family = attribute(&element, "family").unwrap_or_default();
                    let name = attribute(&element, "name").unwrap_or_default();
                    self.begin(&element, &family, &name);
                }
                Piece::End(_) => break,
                Piece::Eof => return Err(Error::Damaged),
                Piece::Empty(_) | Piece::Between => {}
            }
        }
        self.resolve();
        Ok(())
    }

    fn begin(&mut self, element: &BytesStart<'_>, family: &str, name: &str) {
        if family == "table-cell" {
            let format = attribute(element, "data-style-name");
            let base = attribute(element, "parent-style-name");
            self.cells.insert(name.to_owned(), (format, base));
        }
    }

    /// Reads the properties of the style that has just begun.
    fn properties<R: BufRead>(
        &mut self,
        xml: &mut Xml<R>,
        family: &str,
        name: &str,
    ) -> Result<(), Error> {
        let mut depth = 0_usize;
        loop {
            match xml.next()? {
                Piece::Start(element) => {
                    self.property(&element, family, name);
                    depth += 1;
                }
                Piece::Empty(element) => self.property(&element, family, name),
                Piece::End(_) if depth == 0 => return Ok(()),
                Piece::End(_) => depth -= 1,
                Piece::Eof => return Err(Error::Damaged),
                Piece::Between => {}
            }
        }
    }

    fn property(&mut self, element: &BytesStart<'_>, family: &str, name: &str) {
        match (family, element.local_name().as_ref()) {
            ("table", "table-properties")
                if attribute(element, "display").is_some_and(|it| it == "false") =>
            {
                self.hidden.insert(name.to_owned());
            }
            ("text", "text-properties") => {
                let position = attribute(element, "text-position").unwrap_or_default();
                let height = position.split_whitespace().next().unwrap_or_default();
                let is_set = |it: &str| attribute(element, it).is_some_and(|it| it != "none");
                let struck = is_set("text-line-through-style") || is_set("text-line-through-type");
                let small = match height {
                    "" | "0%" => struck.then_some(""),
                    "sub" => Some(SUBSCRIPT),
                    _ if height.starts_with('-') => Some(SUBSCRIPT),
                    _ => Some(SUPERSCRIPT),
                };
                self.small.extend(small.map(|digits| (name.to_owned(), digits)));
            }
            _ => {}
        }
    }

    /// Finds the formats of the styles that were read last.
    fn resolve(&mut self) {
        let cells = std::mem::take(&mut self.cells);
        let found = cells.keys().map(|name| {
            let mut name = name;
            for _ in 0..DEPTH {
                match cells.get(name) {
                    Some((Some(format), _)) => return self.format_of(format),
                    Some((None, Some(base))) => name = base,
                    Some((None, None)) => return Format::Number,
                    None => return self.format(name),
                }
            }
            Format::Number
        });
        let found: Vec<Format> = found.collect();
        self.formats.extend(cells.into_keys().zip(found));
    }

    /// The format with this name.
    fn format_of(&self, name: &str) -> Format {
        let Some(Code { code, others }) = self.codes.get(name) else { return Format::Number };
        let sections = others.iter().filter_map(|it| self.codes.get(it)).map(|it| it.code.as_str());
        let sections: Vec<&str> = sections.chain([code.as_str()]).collect();
        Format::of(&sections.join(";"))
    }

    /// The format of cells in this style.
    pub(super) fn format(&self, style: &str) -> Format {
        self.formats.get(style).copied().unwrap_or(Format::Number)
    }

    /// The small digits in which characters in this style are written, if they are; blank if they are
    /// struck.
    pub(super) fn small(&self, style: &str) -> Option<&'static str> {
        self.small.get(style).copied()
    }

    /// Whether sheets in this style are hidden.
    pub(super) fn hides(&self, style: &str) -> bool {
        self.hidden.contains(style)
    }
}

/// What a number format is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Number,
    Percent,
    Date,
    Time,
    Text,
}

impl Part {
    fn of(element: &str) -> Option<Self> {
        Some(match element {
            "number-style" | "currency-style" | "boolean-style" => Self::Number,
            "percentage-style" => Self::Percent,
            "date-style" => Self::Date,
            "time-style" => Self::Time,
            "text-style" => Self::Text,
            _ => return None,
        })
    }

    /// Reads the number format that has just begun.
    fn read<R: BufRead>(self, element: &BytesStart<'_>, xml: &mut Xml<R>) -> Result<Code, Error> {
        let mut code = Code::default();
        code.code.push_str(match self {
            Self::Number | Self::Percent => "",
            Self::Date => "yyyy",
            Self::Text => "@",
            Self::Time => {
                let overflows = attribute(element, "truncate-on-overflow");
                if overflows.is_some_and(|it| it == "false") { "[h]" } else { "h" }
            }
        });
        loop {
            match xml.next()? {
                Piece::Start(element) => {
                    let element = element.into_owned();
                    match element.local_name().as_ref() {
                        "text" | "currency-symbol" => {
                            let mut text = String::new();
                            xml.text(&mut text)?;
                            self.push_text(&text, &mut code);
                        }
                        "number" => {
                            self.push(&element, &mut code);
                            embedded(xml, &mut code.code)?;
                        }
                        _ => {
                            self.push(&element, &mut code);
                            xml.skip()?;
                        }
                    }
                }
                Piece::Empty(element) => self.push(&element, &mut code),
                Piece::End(_) => return Ok(code),
                Piece::Eof => return Err(Error::Damaged),
                Piece::Between => {}
            }
        }
    }

    /// Adds what an element of a format shows.
    fn push(self, element: &BytesStart<'_>, code: &mut Code) {
        let is_number = matches!(self, Self::Number | Self::Percent);
        match element.local_name().as_ref() {
            "number" if is_number => {
                code.code.push('0');
                // It shows a thousandth, a millionth …
                if attribute(element, "display-factor").is_some_and(|it| it != "1" && it != "1.0") {
                    code.code.push(',');
                }
            }
            "scientific-number" | "fraction" | "boolean" if is_number => code.code.push('0'),
            "text-content" if is_number => code.code.push('@'),
            "map" => code.others.extend(attribute(element, "apply-style-name")),
            _ => {}
        }
    }

    fn push_text(self, text: &str, code: &mut Code) {
        match self {
            Self::Percent if text.contains('%') => code.code.push('%'),
            Self::Number | Self::Percent => {
                code.code.push('"');
                code.code.extend(text.chars().filter(|it| *it != '"'));
                code.code.push('"');
            }
            Self::Date | Self::Time | Self::Text => {}
        }
    }
}

/// Adds texts that stand between the digits of the number that has just begun: 1.2 for 12000.
fn embedded<R: BufRead>(xml: &mut Xml<R>, code: &mut String) -> Result<(), Error> {
    loop {
        match xml.next()? {
            Piece::Start(element) if element.local_name().as_ref() == "embedded-text" => {
                let mut text = String::new();
                xml.text(&mut text)?;
                code.push('"');
                code.extend(text.chars().filter(|it| *it != '"'));
                code.push_str("\"0");
            }
            Piece::Start(_) => xml.skip()?,
            Piece::End(_) => return Ok(()),
            Piece::Eof => return Err(Error::Damaged),
            Piece::Empty(_) | Piece::Between => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Shown, ShownUnit};

    #[test]
    fn formats_are_read_as_those_of_xlsx() {
        let number = |more: &str| format!("<number-style name='N'>{more}</number-style>");
        let digits = "<number decimal-places='2'/>";
        let unit = |word| Format::Shown(Shown::Unit(ShownUnit::of(word).unwrap()));
        let (percent, other) = (Format::Shown(Shown::Percent), Format::Shown(Shown::Other));
        let with = |before: &str, after: &str| format!("{before}{}", number(after));
        let positive = "<number-style name='P'><number display-factor='1000'/></number-style>";
        let map = "<map condition='value()&gt;=0' apply-style-name='P'/>";
        for (styles, expected) in [
            (number(digits), Format::Number),
            (number(""), Format::Number),
            (number("<number/><text>万元</text>"), unit("万元")),
            (number("<number/><text>人</text>"), unit("人")),
            (number("<number display-factor='1000'/>"), other),
            (number("<number display-factor='1'/>"), Format::Number),
            (number("<number display-factor='1000'/><text>千元</text>"), other),
            (
                number("<number><embedded-text position='4'>.</embedded-text></number><text>万</text>"),
                other,
            ),
            (number("<scientific-number/>"), Format::Number),
            (number("<text>是</text>"), other),
            (number("<number/><text>%</text>"), unit("%")),
            (with(positive, &format!("{digits}{map}")), other),
            (
                with(
                    "<number-style name='P'><number/></number-style>",
                    &format!("<text>-</text>{digits}{map}"),
                ),
                Format::Number,
            ),
            (
                "<percentage-style name='N'><number/><text>%</text></percentage-style>".to_owned(),
                percent,
            ),
            (
                "<currency-style name='N'><currency-symbol>￥</currency-symbol><number/></currency-style>"
                    .to_owned(),
                Format::Number,
            ),
            (
                "<currency-style name='N'><currency-symbol>US$</currency-symbol><number/></currency-style>"
                    .to_owned(),
                unit("US$"),
            ),
            ("<date-style name='N'><year/><text>年</text></date-style>".to_owned(), Format::Date),
            ("<time-style name='N'><hours/></time-style>".to_owned(), Format::Time),
            (
                "<time-style name='N' truncate-on-overflow='false'><hours/></time-style>".to_owned(),
                Format::Elapsed,
            ),
            ("<text-style name='N'><text-content/></text-style>".to_owned(), Format::Number),
        ] {
            let part = format!(
                "<s>{styles}<style name='b' family='table-cell' data-style-name='N'/>\
                 <style name='a' family='table-cell' parent-style-name='b'><x/></style></s>",
            );
            let (mut xml, mut read) = (Xml::new(part.as_bytes()), Styles::default());
            xml.next().unwrap();
            read.read(&mut xml).unwrap();
            assert_eq!((read.format("a"), read.format("x")), (expected, Format::Number), "{styles}");
        }
    }

    #[test]
    fn styles_based_on_each_other_have_no_format() {
        let part = "<s><style name='a' family='table-cell' parent-style-name='b'/>\
                    <style name='b' family='table-cell' parent-style-name='a'/></s>";
        let (mut xml, mut read) = (Xml::new(part.as_bytes()), Styles::default());
        xml.next().unwrap();
        read.read(&mut xml).unwrap();
        assert_eq!(read.format("a"), Format::Number);
    }
}
