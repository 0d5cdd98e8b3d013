//! Inspects the ZIP archive of a workbook before the library opens it.
//!
//! Its parts can decompress to a thousand times their size. The library reads some of them into
//! memory as a whole, and reserves as much memory as they say that they need.

use std::io::{BufReader, Read, Seek, SeekFrom};

use memchr::memmem;
use zip::ZipArchive;

use super::error::Error;

/// The decompressed size that every workbook may have, plus [`RATIO`] times the size of its file.
const BASE: u64 = 64 * 1024 * 1024;

/// Workbooks that people make decompress to about twenty times their size.
const RATIO: u64 = 100;

/// Bytes decompressed in one step.
const BLOCK: u64 = 64 * 1024;

/// The part with the shared strings, and the attribute with their number.
const STRINGS: &str = "sharedstrings.xml";
const COUNT: &[u8] = b"uniqueCount";

/// More bytes than the attribute with its value takes.
const OVERLAP: usize = 64;

/// Refuses an archive that decompresses to too much, or claims to hold more strings than bytes. An
/// archive that cannot be read is left to the library to report.
pub(crate) fn inspect<File: Read + Seek>(file: &mut BufReader<File>) -> Result<(), Error> {
    let length = file.seek(SeekFrom::End(0))?;
    let mut left = length.saturating_mul(RATIO).saturating_add(BASE);
    if let Ok(mut archive) = ZipArchive::new(&mut *file) {
        for index in 0..archive.len() {
            let Ok(part) = archive.by_index(index) else { continue };
            let has_strings = part.name().is_ok_and(|it| it.to_lowercase().ends_with(STRINGS));
            let found = decompress(part, left, has_strings);
            if left <= found.bytes {
                return Err(Error::TooLarge);
            }
            if found.bytes < found.strings {
                return Err(Error::Damaged);
            }
            left -= found.bytes;
        }
    }
    Ok(file.rewind()?)
}

/// What was found in a part.
struct Decompressed {
    bytes: u64,
    /// The number of strings that it claims to hold.
    strings: u64,
}

/// Decompresses a part until its end, an error, or more than `most` bytes.
fn decompress(mut part: impl Read, most: u64, has_strings: bool) -> Decompressed {
    let (mut found, mut block) = (Decompressed { bytes: 0, strings: 0 }, Vec::new());
    while found.bytes < most {
        let tail = block.len().saturating_sub(OVERLAP);
        block.drain(..tail);
        let read = Read::take(&mut part, BLOCK).read_to_end(&mut block).unwrap_or_default();
        if has_strings {
            found.strings = found.strings.max(count(&block));
        }
        found.bytes += u64::try_from(read).unwrap_or_default();
        if read == 0 {
            break;
        }
    }
    found
}

/// The greatest count in a block; the greatest possible number if a count has too many digits.
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
    fn counts_are_found_across_block_boundaries() {
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
            let found = decompress(text.as_bytes(), u64::MAX, true);
            assert_eq!(
                (found.bytes, found.strings),
                (u64::try_from(text.len()).unwrap(), 12),
                "{start}"
            );
            assert_eq!(decompress(text.as_bytes(), u64::MAX, false).strings, 0);
        }
    }

    #[test]
    fn decompression_stops_at_the_limit() {
        assert!(decompress(std::io::repeat(b'x'), 10 * BLOCK, false).bytes < 12 * BLOCK);
    }
}
