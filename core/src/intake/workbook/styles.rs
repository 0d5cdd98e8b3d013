//! The styles of cells, of which only the number formats matter.

use std::collections::HashMap;
use std::io::BufRead;

use super::format::Format;
use super::xml::{Piece, Xml, attribute};
use crate::intake::error::Error;

/// The number formats by the index of the style.
#[derive(Default)]
pub(super) struct Styles(Vec<Format>);

impl Styles {
    /// Styles with these formats, in their order.
    pub(super) fn of(formats: Vec<Format>) -> Self {
        Self(formats)
    }

    pub(super) fn read(part: impl BufRead) -> Result<Self, Error> {
        let (mut xml, mut styles) = (Xml::new(part), Vec::new());
        let mut defined: HashMap<u32, Format> = HashMap::new();
        let mut in_cells = false;
        loop {
            match xml.next()? {
                Piece::Start(element) | Piece::Empty(element) => {
                    let id = || attribute(&element, "numFmtId").and_then(|it| it.parse().ok());
                    match element.local_name().as_ref() {
                        "numFmt" => {
                            let code = attribute(&element, "formatCode").unwrap_or_default();
                            defined.extend(id().map(|id| (id, Format::of(&code))));
                        }
                        "cellXfs" => in_cells = true,
                        "xf" if in_cells => {
                            let id = id().unwrap_or_default();
                            let format = defined.get(&id).copied();
                            styles.push(format.unwrap_or(Format::built_in(id)));
                        }
                        _ => {}
                    }
                }
                Piece::End(element) if element.local_name().as_ref() == "cellXfs" => break,
                Piece::Eof => break,
                Piece::End(_) | Piece::Between => {}
            }
        }
        Ok(Self(styles))
    }

    /// The format of a style.
    pub(super) fn format(&self, style: usize) -> Format {
        self.0.get(style).copied().unwrap_or(Format::Number)
    }
}
