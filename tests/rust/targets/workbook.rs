//! Workbooks, damaged and whole.

use chanjiao::subjects;

use super::command::{archive, check, ods, xlsx};

/// Two bytes select the subject and the format. What follows are the parts of a workbook, separated by
/// zero bytes, the stream of an XLS workbook, or a whole file. The command must exit with one of its
/// codes and write complete output.
///
/// # Panics
/// If not.
pub fn workbook(data: &[u8]) {
    let [subject, kind, content @ ..] = data else { return };
    let subject = subjects()[usize::from(*subject) % subjects().len()].name;
    let mut parts = content.splitn(3, |byte| *byte == 0);
    let mut part = |default| parts.next().unwrap_or(default);
    let file = match kind % 6 {
        0 => ods(part(b""), b"<document-styles/>"),
        1 => ods(part(b""), part(b"")),
        2 => archive(&[("content.xml", part(b"")), ("META-INF/manifest.xml", part(b""))]),
        3 => xlsx(part(b""), part(b"<sst/>"), part(b"<styleSheet/>")),
        4 => compound(content),
        _ => content.to_vec(),
    };
    let all: &[&str] = if kind & 0x40 > 0 { &["--sheet", "*"] } else { &[] };
    check(subject, "ndjson", all, &file);
}

const SECTOR: usize = 512;

/// Marks the end of a chain of sectors.
const END: u32 = 0xffff_fffe;

/// A compound file with one stream.
fn compound(stream: &[u8]) -> Vec<u8> {
    let mut stream = stream.to_vec();
    // Shorter streams would be kept elsewhere.
    stream.resize(stream.len().max(4096).next_multiple_of(SECTOR), 0);
    stream.truncate(126 * SECTOR);
    let sectors = u32::try_from(stream.len() / SECTOR).expect("a number of sectors");
    // Sector 0 is the table, 1 the directory, and the stream follows.
    let mut table: Vec<u32> = vec![0xffff_fffd, END];
    table.extend((0..sectors).map(|it| if it + 1 < sectors { it + 3 } else { END }));
    table.resize(128, u32::MAX);
    let entry = |name: &str, kind: u8, first: u32, size: u32| {
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let length = u16::try_from(entry.len() + 2).expect("a length");
        entry.resize(64, 0);
        entry.extend([&length.to_le_bytes()[..], &[kind]].concat());
        entry.resize(116, 0);
        entry.extend([first.to_le_bytes(), size.to_le_bytes(), [0; 4]].concat());
        entry
    };
    let size = u32::try_from(stream.len()).expect("a length");
    let mut directory = [entry("Root Entry", 5, END, 0), entry("Workbook", 2, 2, size)].concat();
    directory.resize(SECTOR, 0);
    let mut head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    head.resize(24, 0);
    head.extend([0x3e_u16, 3, 0xfffe, 9, 6].into_iter().flat_map(u16::to_le_bytes));
    head.resize(44, 0);
    head.extend([1, 1, 0, 4096, END, 0, END, 0, 0].into_iter().flat_map(u32::to_le_bytes));
    head.resize(SECTOR, 0xff);
    let table: Vec<u8> = table.into_iter().flat_map(u32::to_le_bytes).collect();
    [head, table, directory, stream].concat()
}
