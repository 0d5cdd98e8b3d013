//! The ZIP archive of a workbook, its parts, and how they refer to each other.
//!
//! A part can decompress to a thousand times its size, so there is a limit to that.

use std::io::{self, BufRead, BufReader, ErrorKind, Read, Seek, SeekFrom};

use zip::ZipArchive;
use zip::read::ZipFile;

use super::xml::{self, Piece, Xml, attribute};
use crate::intake::error::Error;

/// A workbook file, or a buffer that holds one.
pub(crate) trait File: Read + Seek + Send {}

impl<T: Read + Seek + Send> File for T {}

type Input = BufReader<Box<dyn File>>;

/// The number of bytes that may be decompressed of every workbook, plus [`RATIO`] times the size of its
/// file.
const BASE: u64 = 64 * 1024 * 1024;

/// Workbooks that people make decompress to about twenty times their size, and no part of them is
/// decompressed more than four times.
const RATIO: u64 = 100;

/// A part up to this size is kept in memory if it is read twice, rather than decompressed twice.
const SMALL: u64 = 64 * 1024 * 1024;

/// Bytes decompressed in one step.
const BLOCK: usize = 128 * 1024;

pub(super) struct Package {
    archive: ZipArchive<Input>,
    /// The number of bytes that may still be decompressed.
    left: u64,
}

/// A part that is being decompressed.
pub(super) struct Part<'a> {
    file: ZipFile<'a, Input>,
    /// How many bytes of it follow, by its entry in the archive.
    rest: u64,
    left: &'a mut u64,
}

/// A relation of a part to another one.
pub(super) struct Relation {
    pub(super) id: String,
    /// The last word of its type, which is the same in all editions of the standard.
    pub(super) kind: String,
    /// The name of the other part.
    pub(super) target: String,
}

impl Package {
    pub(super) fn open(file: Box<dyn File>) -> Result<Self, Error> {
        let mut file = BufReader::new(file);
        let length = file.seek(SeekFrom::End(0)).map_err(|error| failed(&error))?;
        file.rewind().map_err(|error| failed(&error))?;
        let archive = ZipArchive::new(file).map_err(|_| Error::Incomplete)?;
        Ok(Self { archive, left: length.saturating_mul(RATIO).saturating_add(BASE) })
    }

    /// The number of bytes that may still be decompressed.
    pub(super) fn left(&self) -> u64 {
        self.left
    }

    /// Allows more bytes to be decompressed: of a part that is known to be no bomb.
    pub(super) fn allow(&mut self, bytes: u64) {
        self.left = self.left.saturating_add(bytes);
    }

    /// Whether there is a part with this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.index(name).is_some()
    }

    /// The index of a part. Names of parts do not differ by case.
    fn index(&self, name: &str) -> Option<usize> {
        self.archive.index_for_name(name).or_else(|| {
            let same = |index: &usize| {
                let found = self.archive.name_for_index(*index).and_then(Result::ok);
                found.is_some_and(|it| it.replace('\\', "/").eq_ignore_ascii_case(name))
            };
            (0..self.archive.len()).find(same)
        })
    }

    /// Opens a part; `None` if there is none with this name.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<BufReader<Part<'_>>>, Error> {
        let Some(index) = self.index(name) else { return Ok(None) };
        let file = self.archive.by_index(index).map_err(|_| Error::Damaged)?;
        let rest = file.size();
        // A part that is too large is refused before anything of it is kept.
        if self.left < rest {
            return Err(Error::TooLarge);
        }
        Ok(Some(BufReader::with_capacity(BLOCK, Part { file, rest, left: &mut self.left })))
    }

    /// Reads a part into memory, if it is not larger than most are; `None` if it is.
    pub(super) fn small(&mut self, name: &str) -> Result<Option<Vec<u8>>, Error> {
        let part = self.part(name)?.ok_or(Error::Damaged)?.into_inner();
        // What the archive says of the size may be wrong.
        let size = part.rest.min(SMALL);
        let mut all = Vec::with_capacity(usize::try_from(size).unwrap_or_default() + 1);
        part.take(SMALL + 1).read_to_end(&mut all).map_err(|error| failed(&error))?;
        let length = u64::try_from(all.len()).unwrap_or(u64::MAX);
        Ok((length <= SMALL).then_some(all))
    }

    /// The relations of a part; none if it has no list of them.
    pub(super) fn relations(&mut self, of: &str) -> Result<Vec<Relation>, Error> {
        let (folder, file) = of.rsplit_once('/').unwrap_or(("", of));
        let list = ["_rels/", file, ".rels"].concat();
        let list = if folder.is_empty() { list } else { [folder, "/", &list].concat() };
        let Some(part) = self.part(&list)? else { return Ok(Vec::new()) };
        let (mut xml, mut relations) = (Xml::new(part), Vec::new());
        loop {
            match xml.next()? {
                Piece::Start(element) | Piece::Empty(element)
                    if xml::is(&element, "Relationship") =>
                {
                    let text = |name| attribute(&element, name);
                    let kind = text("Type").unwrap_or_default();
                    relations.push(Relation {
                        id: text("Id").unwrap_or_default(),
                        kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                        target: resolved(folder, &text("Target").unwrap_or_default()),
                    });
                }
                Piece::Eof => return Ok(relations),
                Piece::Start(_) | Piece::Empty(_) | Piece::End(_) | Piece::Between => {}
            }
        }
    }
}

/// The name of the part to which a reference from a folder leads.
fn resolved(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let base = if target.starts_with('/') { "" } else { folder };
    let mut names: Vec<&str> = Vec::new();
    for name in base.split('/').chain(target.split('/')) {
        match name {
            "" | "." => {}
            ".." => drop(names.pop()),
            name => names.push(name),
        }
    }
    names.join("/")
}

impl Read for Part<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(buffer)?;
        let used = u64::try_from(read).unwrap_or(u64::MAX);
        let rest = self.rest.checked_sub(used);
        self.rest = rest.ok_or_else(|| io::Error::from(ErrorKind::InvalidData))?;
        let left = self.left.checked_sub(used);
        *self.left = left.ok_or_else(|| io::Error::from(ErrorKind::FileTooLarge))?;
        Ok(read)
    }
}

/// Why a part cannot be read.
pub(super) fn failed(error: &io::Error) -> Error {
    if error.kind() == ErrorKind::FileTooLarge {
        Error::TooLarge
    } else if error.raw_os_error().is_some() {
        Error::Io { kind: error.kind(), text: error.to_string() }
    } else {
        Error::Damaged
    }
}

/// Reads to the end of a text, and returns what follows it; `None` if it does not occur.
pub(super) fn after<R: BufRead>(
    mut part: R,
    end: impl Fn(&[u8]) -> Option<usize>,
) -> Result<Option<impl BufRead>, Error> {
    let mut block: Vec<u8> = Vec::new();
    loop {
        let kept = block.len().saturating_sub(OVERLAP);
        block.drain(..kept);
        let available = part.fill_buf().map_err(|error| failed(&error))?;
        if available.is_empty() {
            return Ok(None);
        }
        block.extend_from_slice(available);
        let read = available.len();
        part.consume(read);
        if let Some(end) = end(&block) {
            block.drain(..end);
            return Ok(Some(io::Cursor::new(block).chain(part)));
        }
    }
}

/// More bytes than the texts take that [`after`] looks for.
const OVERLAP: usize = 64;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_lead_to_parts() {
        for (folder, target, expected) in [
            ("xl", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl", "/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl", "../sheet.xml", "sheet.xml"),
            ("xl", "..\\..\\sheet.xml", "sheet.xml"),
            ("", "xl/./workbook.xml", "xl/workbook.xml"),
        ] {
            assert_eq!(resolved(folder, target), expected);
        }
    }

    #[test]
    fn a_text_is_found_wherever_blocks_end() {
        let text = [&[b'x'; 100][..], b"<end>rest"].concat();
        let find = |block: &[u8]| memchr::memmem::find(block, b"<end>").map(|at| at + 5);
        for block in 1..110 {
            let part = BufReader::with_capacity(block, text.as_slice());
            let mut rest = String::new();
            after(part, find).unwrap().unwrap().read_to_string(&mut rest).unwrap();
            assert_eq!(rest, "rest", "{block}");
        }
        assert!(after(&b"<en"[..], find).unwrap().is_none());
    }
}
