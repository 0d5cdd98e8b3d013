//! ODS workbooks. All sheets are in one part, after the styles of their cells.

mod cell;
mod paragraph;
mod sheet;
mod styles;

use std::io::{self, BufRead, Read};

use quick_xml::events::BytesStart;

use self::sheet::Sheet;
use self::styles::Styles;
use super::package::{Package, failed};
use super::xml::{Piece, Xml, attribute};
use super::{Listed, Place, TIMES};
use crate::intake::batch::Source;
use crate::intake::error::Error;
use crate::intake::format::Foreign;
use crate::table::Note;

/// The part that holds the sheets.
pub(super) const CONTENT: &str = "content.xml";

/// The sheets of a workbook.
pub(super) struct Tables {
    package: Package,
    /// The content, unless it is large; then it is decompressed anew for each sheet.
    content: Option<Vec<u8>>,
    styles: Styles,
    /// What may still be repeated, in bytes: a cell and a row can say how often they stand in a sheet.
    left: u64,
}

impl Tables {
    /// Reads the styles and the list of the sheets.
    pub(super) fn open(mut package: Package) -> Result<(Self, Vec<Listed>), Error> {
        if is_encrypted(&mut package)? {
            return Err(Error::Foreign(Foreign::Encrypted));
        }
        let left = package.left();
        let mut styles = Styles::default();
        if let Some(part) = package.part("styles.xml")? {
            styles.read_common(part)?;
        }
        let content = package.small(CONTENT)?;
        let sheets = if let Some(content) = &content {
            list(content.as_slice(), &mut styles)?.0
        } else {
            let part = package.part(CONTENT)?.ok_or(Error::Damaged)?;
            let (sheets, length) = list(part, &mut styles)?;
            let times = u64::try_from(TIMES).unwrap_or_default();
            package.allow(length.saturating_mul(times));
            sheets
        };
        Ok((Self { package, content, styles, left }, sheets))
    }

    /// Whether the sheet that begins here has a row that is not blank.
    pub(super) fn is_filled(&mut self, at: usize, name: &str) -> Result<bool, Error> {
        let (styles, left) = (&self.styles, &mut self.left);
        if let Some(content) = &self.content {
            let content = content.get(at..).unwrap_or_default();
            return Sheet::new(content, styles, left, name, Vec::new()).read();
        }
        let content = from(&mut self.package, at)?;
        Sheet::new(content, styles, left, name, Vec::new()).read()
    }

    /// Begins to read the sheet that begins here.
    pub(super) fn sheet<'a>(
        &'a mut self,
        at: usize,
        name: &'a str,
        notes: Vec<Note>,
    ) -> Result<Box<dyn Source + 'a>, Error> {
        let (styles, left) = (&self.styles, &mut self.left);
        if let Some(content) = &self.content {
            let content = content.get(at..).unwrap_or_default();
            return Ok(Box::new(Sheet::new(content, styles, left, name, notes)));
        }
        let content = from(&mut self.package, at)?;
        Ok(Box::new(Sheet::new(content, styles, left, name, notes)))
    }
}

/// The content from here on.
fn from(package: &mut Package, at: usize) -> Result<impl BufRead + Send, Error> {
    let mut part = package.part(CONTENT)?.ok_or(Error::Damaged)?;
    let at = u64::try_from(at).unwrap_or(u64::MAX);
    io::copy(&mut part.by_ref().take(at), &mut io::sink()).map_err(|error| failed(&error))?;
    Ok(part)
}

/// Whether a password protects the content.
fn is_encrypted(package: &mut Package) -> Result<bool, Error> {
    if package.has("encrypted-package") {
        return Ok(true);
    }
    let Some(part) = package.part("META-INF/manifest.xml")? else { return Ok(false) };
    let mut xml = Xml::new(part);
    loop {
        match xml.next()? {
            Piece::Start(element) | Piece::Empty(element)
                if element.local_name().as_ref() == "encryption-data" =>
            {
                return Ok(true);
            }
            Piece::Eof => return Ok(false),
            Piece::Start(_) | Piece::Empty(_) | Piece::End(_) | Piece::Between => {}
        }
    }
}

/// Reads the styles of the content, the list of its sheets, and its length.
fn list(content: impl BufRead, styles: &mut Styles) -> Result<(Vec<Listed>, u64), Error> {
    let (mut xml, mut sheets, mut is_workbook) = (Xml::new(content), Vec::new(), false);
    loop {
        let at = xml.position();
        match xml.next()? {
            Piece::Start(element) => match element.local_name().as_ref() {
                "document-content" | "body" => {}
                "spreadsheet" => is_workbook = true,
                "automatic-styles" => styles.read(&mut xml)?,
                "table" => {
                    sheets.extend(sheet(&element, styles, at)?);
                    xml.skip()?;
                }
                _ => xml.skip()?,
            },
            Piece::Empty(element) if element.local_name().as_ref() == "table" => {
                sheets.extend(sheet(&element, styles, at)?);
            }
            Piece::Eof if !is_workbook => return Err(Error::Foreign(Foreign::Office)),
            Piece::Eof => return Ok((sheets, xml.position())),
            Piece::Empty(_) | Piece::End(_) | Piece::Between => {}
        }
    }
}

/// The sheet that begins here; `None` if it only remembers cells of another file.
fn sheet(element: &BytesStart<'_>, styles: &Styles, at: u64) -> Result<Option<Listed>, Error> {
    let name = attribute(element, "name").unwrap_or_default();
    if name.starts_with("'file:") && name.contains("'#$") {
        return Ok(None);
    }
    let style = attribute(element, "style-name");
    let visible = !style.is_some_and(|style| styles.hides(&style));
    let at = usize::try_from(at).map_err(|_| Error::TooLarge)?;
    Ok(Some(Listed { name, visible, place: Place::From(at) }))
}
