//! Workbooks: XLSX and ODS, read part by part, without a copy of the whole in memory if that is large;
//! and XLS of Excel 97 to 2003, which are never large.

mod biff;
mod cell;
mod date;
mod format;
mod merges;
mod ods;
mod old;
mod ole;
mod package;
mod plain;
mod position;
mod row;
mod sheet;
mod strings;
mod styles;
mod xls;
mod xml;

use std::io::{Cursor, Read};

use self::merges::read as read_merges;
use self::ods::Tables;
use self::old::OldSheet;
use self::ole::Compound;
pub(crate) use self::package::File;
use self::package::{Package, Relation};
use self::sheet::{Shared, Sheet};
use self::strings::Strings;
use self::styles::Styles;
use self::xls::Cells;
use self::xml::{Piece, Xml, attribute, flag};
use super::batch::Source;
use super::error::Error;
use super::format::Foreign;
use crate::table::Note;

/// What is given in place of the name of a sheet to read all. No sheet has this name.
pub(crate) const ALL: &str = "*";

/// A workbook whose sheets can be read.
pub(crate) struct Workbook {
    content: Content,
    shared: Shared,
    sheets: Vec<Listed>,
}

/// Where the rows of a workbook are.
enum Content {
    /// In parts of an archive.
    Package(Package),
    /// In one stream, of which so many bytes may still be read.
    Stream { stream: Vec<u8>, left: usize },
    /// In one part of an archive.
    Tables(Box<Tables>),
}

/// Where the rows of a sheet are.
enum Place {
    /// In the part with this name.
    Part(String),
    /// In the stream, or in the part with all sheets, from here on.
    From(usize),
}

/// The most bytes that a workbook of Excel 97 to 2003 may have.
const MOST_OLD: u64 = 64 * 1024 * 1024;

/// How many times as many bytes may be read of it: sheets that lie within each other are no sheets.
const TIMES: usize = 8;

/// A sheet in the list of a workbook.
struct Listed {
    name: String,
    visible: bool,
    place: Place,
}

/// A sheet that was chosen to be read.
pub(crate) struct Choice {
    index: usize,
    /// What there is to say of the choice.
    notes: Vec<Note>,
}

/// What the main part of a workbook says of it.
#[derive(Default)]
struct Main {
    /// The name of each sheet, whether it is visible, and the identifier of its relation.
    sheets: Vec<(String, bool, String)>,
    is_1904: bool,
    is_stale: bool,
}

impl Workbook {
    /// Opens a workbook.
    pub(crate) fn open(mut file: Box<dyn File>) -> Result<Self, Error> {
        let mut head = Vec::new();
        file.as_mut().take(8).read_to_end(&mut head)?;
        file.rewind()?;
        if head == ole::SIGNATURE {
            return Self::open_old(file);
        }
        if !head.starts_with(b"PK") {
            return Err(Error::NoWorkbook);
        }
        let mut package = Package::open(file)?;
        let roots = package.relations("")?;
        let main = part_of(&roots, "officeDocument").unwrap_or("xl/workbook.xml").to_owned();
        if !package.has(&main) || package.has("xl/workbook.bin") {
            return Self::open_other(package);
        }
        let Main { sheets, is_1904, is_stale } = Main::read(&mut package, &main)?;
        if sheets.is_empty() {
            return Err(Error::Damaged);
        }
        let relations = package.relations(&main)?;
        let sheets = sheets.into_iter().filter_map(|(name, visible, id)| {
            // Sheets of charts and macros have no rows.
            let found = relations.iter().find(|it| it.id == id && it.kind == "worksheet")?;
            Some(Listed { name, visible, place: Place::Part(found.target.clone()) })
        });
        let sheets: Vec<Listed> = sheets.collect();
        if sheets.is_empty() {
            return Err(Error::NoWorksheet);
        }
        // Programs that forget the relation use the usual name.
        let folder = main.rsplit_once('/').map_or("", |it| it.0);
        let part = |kind| match part_of(&relations, kind) {
            Some(name) => name.to_owned(),
            None => [folder, "/", kind, ".xml"].concat(),
        };
        let strings = match package.part(&part("sharedStrings"))? {
            Some(part) => Strings::read(part)?,
            None => Strings::default(),
        };
        let styles = match package.part(&part("styles"))? {
            Some(part) => Styles::read(part)?,
            None => Styles::default(),
        };
        let shared = Shared { strings, styles, is_1904, is_stale };
        Ok(Self { content: Content::Package(package), shared, sheets })
    }

    /// Opens an archive that holds no XLSX workbook.
    fn open_other(package: Package) -> Result<Self, Error> {
        let has = |part| package.has(part);
        if has("xl/workbook.bin") {
            return Err(Error::Foreign(Foreign::Xlsb));
        }
        if has("Index/Document.iwa") || has("Index.zip") {
            return Err(Error::Foreign(Foreign::Numbers));
        }
        if !has(ods::CONTENT) {
            return Err(Error::NoWorkbook);
        }
        let (tables, sheets) = Tables::open(package)?;
        Ok(Self { content: Content::Tables(Box::new(tables)), shared: Shared::default(), sheets })
    }

    /// Opens a compound file: an old workbook, or one with a password.
    fn open_old(mut file: Box<dyn File>) -> Result<Self, Error> {
        let mut data = Vec::new();
        file.as_mut().take(MOST_OLD + 1).read_to_end(&mut data)?;
        if MOST_OLD < u64::try_from(data.len()).unwrap_or(u64::MAX) {
            return Err(Error::OldWorkbook);
        }
        let compound = Compound::read(&data).ok_or(Error::OldWorkbook)?;
        if compound.has("EncryptedPackage") {
            return Err(Error::Foreign(Foreign::Encrypted));
        }
        let stream = compound.stream("Workbook").ok_or(Error::OldWorkbook)?;
        let (shared, sheets) = xls::read(&stream)?;
        let listed = |(name, visible, at)| Listed { name, visible, place: Place::From(at) };
        let sheets = sheets.into_iter().map(listed).collect();
        let left = stream.len().saturating_mul(TIMES);
        Ok(Self { content: Content::Stream { stream, left }, shared, sheets })
    }

    /// Chooses the sheet with this name, by default the first that is visible and not empty; [`ALL`]
    /// are all of these.
    pub(crate) fn choose(&mut self, name: Option<&str>) -> Result<Vec<Choice>, Error> {
        let named = |name| self.sheets.iter().position(|it| it.name == name);
        if let Some(index) = name.and_then(named) {
            return Ok(vec![Choice { index, notes: Vec::new() }]);
        }
        if name.is_some_and(|name| name != ALL) {
            return Err(Error::NoSuchSheet { sheets: self.names() });
        }
        let filled = self.filled()?;
        let Some((&index, others)) = filled.split_first() else {
            return Err(Error::NoFilledSheet { sheets: self.names() });
        };
        if name.is_some() {
            let all = filled.into_iter();
            return Ok(all.map(|index| Choice { index, notes: Vec::new() }).collect());
        }
        let name = |index: usize| self.sheets.get(index).map(|it| it.name.clone());
        let mut notes = Vec::new();
        if self.sheets.iter().take(index).any(|it| it.visible) {
            notes.extend(name(index).map(Note::LaterSheet));
        }
        let unread: Vec<String> = others.iter().filter_map(|index| name(*index)).collect();
        if !unread.is_empty() {
            notes.push(Note::UnreadSheets(unread));
        }
        Ok(vec![Choice { index, notes }])
    }

    /// The name of a sheet that was chosen.
    pub(crate) fn name(&self, choice: &Choice) -> String {
        self.sheets.get(choice.index).map(|it| it.name.clone()).unwrap_or_default()
    }

    /// Begins to read a sheet.
    pub(crate) fn read(&mut self, choice: Choice) -> Result<Box<dyn Source + '_>, Error> {
        let Choice { index, notes } = choice;
        let Listed { name, place, .. } = self.sheets.get(index).ok_or(Error::Damaged)?;
        Ok(match (&mut self.content, place) {
            (Content::Package(package), Place::Part(part)) => {
                // Merged cells stand behind the rows to which they matter.
                if let Some(all) = package.small(part)? {
                    let ranges = read_merges(all.as_slice())?;
                    let all = Cursor::new(all);
                    return Ok(Box::new(Sheet::new(all, &self.shared, name, ranges, notes)));
                }
                let ranges = read_merges(package.part(part)?.ok_or(Error::Damaged)?)?;
                let part = package.part(part)?.ok_or(Error::Damaged)?;
                Box::new(Sheet::new(part, &self.shared, name, ranges, notes))
            }
            (Content::Stream { stream, left }, Place::From(at)) => {
                let cells = read_cells(stream, *at, left)?;
                Box::new(OldSheet::new(cells, &self.shared, name, notes))
            }
            (Content::Tables(tables), Place::From(at)) => tables.sheet(*at, name, notes)?,
            (Content::Package(_), Place::From(_))
            | (Content::Stream { .. } | Content::Tables(_), Place::Part(_)) => {
                return Err(Error::Damaged);
            }
        })
    }

    /// The names of all sheets.
    fn names(&self) -> Vec<String> {
        self.sheets.iter().map(|it| it.name.clone()).collect()
    }

    /// The indices of the sheets that are visible and not empty.
    fn filled(&mut self) -> Result<Vec<usize>, Error> {
        let mut filled = Vec::new();
        for (index, listed) in self.sheets.iter().enumerate() {
            if !listed.visible {
                continue;
            }
            let name = listed.name.as_str();
            let read = match (&mut self.content, &listed.place) {
                (Content::Package(package), Place::Part(part)) => {
                    let part = package.part(part)?.ok_or(Error::Damaged)?;
                    Sheet::new(part, &self.shared, name, Vec::new(), Vec::new()).read()
                }
                (Content::Stream { stream, left }, Place::From(at)) => {
                    let cells = read_cells(stream, *at, left)?;
                    OldSheet::new(cells, &self.shared, name, Vec::new())
                        .read()
                        .map(|it| it.is_some())
                }
                (Content::Tables(tables), Place::From(at)) => tables.is_filled(*at, name),
                (Content::Package(_), Place::From(_))
                | (Content::Stream { .. } | Content::Tables(_), Place::Part(_)) => {
                    Err(Error::Damaged)
                }
            };
            // A sheet that is damaged is not empty; reading it says so.
            if read.unwrap_or(true) {
                filled.push(index);
            }
        }
        Ok(filled)
    }
}

impl Main {
    fn read(package: &mut Package, name: &str) -> Result<Self, Error> {
        let part = package.part(name)?.ok_or(Error::Damaged)?;
        let (mut xml, mut main) = (Xml::new(part), Self::default());
        loop {
            match xml.next()? {
                Piece::Start(element) | Piece::Empty(element) => {
                    let text = |name| attribute(&element, name).unwrap_or_default();
                    match element.local_name().as_ref() {
                        "sheet" => {
                            let visible =
                                !["hidden", "veryHidden"].contains(&text("state").as_str());
                            main.sheets.push((text("name"), visible, text("id")));
                        }
                        "workbookPr" => main.is_1904 = flag(&element, "date1904", false),
                        "calcPr" => main.is_stale = flag(&element, "fullCalcOnLoad", false),
                        _ => {}
                    }
                }
                Piece::Eof => return Ok(main),
                Piece::End(_) | Piece::Between => {}
            }
        }
    }
}

/// Reads the cells of a sheet of an old workbook, of which `left` bytes may still be read.
fn read_cells(stream: &[u8], at: usize, left: &mut usize) -> Result<Cells, Error> {
    let cells = Cells::read(stream.get(at..).unwrap_or_default())?;
    *left = left.checked_sub(cells.length).ok_or(Error::OldWorkbook)?;
    Ok(cells)
}

/// The part to which a relation of this kind leads.
fn part_of<'a>(relations: &'a [Relation], kind: &str) -> Option<&'a str> {
    relations.iter().find(|it| it.kind == kind).map(|it| it.target.as_str())
}
