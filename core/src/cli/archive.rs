//! The archive that a workbook is, looked through before it is opened.
//!
//! Its parts can unfold to a thousand times their size, and what opens it takes some of them whole
//! and believes what they say of themselves.

use std::io::{BufReader, Read, Seek, SeekFrom};

use memchr::memmem;
use zip::ZipArchive;

use crate::text::{Language, Text, text};

/// What the parts of any workbook may unfold to: 64 MiB.
const ROOM: u64 = 64 * 1024 * 1024;

/// How many times its size a larger one may unfold to. Those that people make come to about twenty.
const FOLDS: u64 = 100;

/// What is unfolded at once.
const BLOCK: u64 = 64 * 1024;

/// The part with the texts, and where it says how many there are.
const TEXTS: &str = "sharedstrings.xml";
const COUNT: &[u8] = b"uniqueCount";

/// More than a count and its quotes take.
const OVERLAP: usize = 64;

/// Whether an archive unfolds to what memory can hold. One that cannot be read is left to whoever
/// opens it.
pub(super) fn examine<File: Read + Seek>(
    file: &mut BufReader<File>,
    language: Language,
) -> Result<(), String> {
    let fault = |words: Text| Err(words.get(language).to_owned());
    let length = file.seek(SeekFrom::End(0)).map_err(|error| error.to_string())?;
    let mut left = length.saturating_mul(FOLDS).saturating_add(ROOM);
    if let Ok(mut archive) = ZipArchive::new(&mut *file) {
        for index in 0..archive.len() {
            let Ok(part) = archive.by_index(index) else { continue };
            let counts = part.name().is_ok_and(|it| it.to_lowercase().ends_with(TEXTS));
            let found = unfold(part, left, counts);
            if left <= found.bytes {
                return fault(text!(
                    "工作簿解压后过大（压缩炸弹？）",
                    "the workbook unfolds to too much (a zip bomb?)",
                ));
            }
            if found.bytes < found.count {
                return fault(text!("工作簿已损坏", "the workbook is damaged"));
            }
            left -= found.bytes;
        }
    }
    file.rewind().map_err(|error| error.to_string())
}

/// What a part unfolds to.
struct Unfolded {
    bytes: u64,
    /// How many texts it says it holds.
    count: u64,
}

/// Unfolds a part as far as it can be, and no further than `most` bytes.
fn unfold(mut part: impl Read, most: u64, counts: bool) -> Unfolded {
    let (mut found, mut block) = (Unfolded { bytes: 0, count: 0 }, Vec::new());
    while found.bytes < most {
        let tail = block.len().saturating_sub(OVERLAP);
        block.drain(..tail);
        let read = Read::take(&mut part, BLOCK).read_to_end(&mut block).unwrap_or_default();
        if counts {
            found.count = found.count.max(count(&block));
        }
        found.bytes += u64::try_from(read).unwrap_or_default();
        if read == 0 {
            break;
        }
    }
    found
}

/// The greatest count in a block; one of more digits than a number has is the greatest there is.
fn count(block: &[u8]) -> u64 {
    let counts = memmem::find_iter(block, COUNT).filter_map(|at| {
        let rest = block.get(at + COUNT.len()..)?.trim_ascii_start().strip_prefix(b"=")?;
        let digits = rest.trim_ascii_start().get(1..)?;
        let end = digits.iter().position(|byte| !byte.is_ascii_digit())?;
        let digits = std::str::from_utf8(digits.get(..end)?).ok()?;
        Some(digits.parse().unwrap_or(if digits.is_empty() { 0 } else { u64::MAX }))
    });
    counts.max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_found_wherever_blocks_are_cut() {
        let head = "<sst uniqueCount = \"12\" count='7'>";
        for (text, expected) in [
            (head, 12),
            ("uniqueCount='99999999999999999999999'", u64::MAX),
            ("<t>uniqueCount</t>", 0),
            ("uniqueCount=''", 0),
        ] {
            assert_eq!(count(text.as_bytes()), expected, "{text}");
        }
        let block = usize::try_from(BLOCK).unwrap();
        for start in block - head.len() - 1..=block {
            let text = [" ".repeat(start).as_str(), head, &" ".repeat(OVERLAP)].concat();
            let found = unfold(text.as_bytes(), u64::MAX, true);
            assert_eq!(
                (found.bytes, found.count),
                (u64::try_from(text.len()).unwrap(), 12),
                "{start}"
            );
            assert_eq!(unfold(text.as_bytes(), u64::MAX, false).count, 0);
        }
    }

    #[test]
    fn no_more_is_unfolded_than_is_asked_for() {
        assert!(unfold(std::io::repeat(b'x'), 10 * BLOCK, false).bytes < 12 * BLOCK);
    }
}
