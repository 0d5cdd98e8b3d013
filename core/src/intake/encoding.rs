//! Which encoding a text is in.

use encoding_rs::{DecoderResult, GB18030};
use memchr::{memchr, memchr2};

/// The encoding of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    Utf8,
    Gb18030,
    Utf16,
}

impl Encoding {
    /// Its name.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Gb18030 => "GB18030",
            Self::Utf16 => "UTF-16",
        }
    }
}

/// How well a text fits UTF-8.
#[derive(Default)]
struct Score {
    /// Characters of two bytes. A fourth of the Chinese characters in GB18030 looks like one.
    short: usize,
    /// Characters of three or four bytes, which text in GB18030 hardly ever looks like.
    long: usize,
    /// Sequences that are invalid.
    bad: usize,
}

impl Score {
    fn of(bytes: &[u8]) -> Self {
        let mut score = Self::default();
        let mut chunks = bytes.utf8_chunks().peekable();
        while let Some(chunk) = chunks.next() {
            for character in chunk.valid().chars().filter(|it| !it.is_ascii()) {
                if character.len_utf8() == 2 {
                    score.short += 1;
                } else {
                    score.long += 1;
                }
            }
            // The last character of a block may be cut off.
            let cut = chunks.peek().is_none()
                && std::str::from_utf8(chunk.invalid()).is_err_and(|it| it.error_len().is_none());
            score.bad += usize::from(!chunk.invalid().is_empty() && !cut);
        }
        score
    }
}

/// The number of sequences that are invalid in UTF-8, but for a character that is cut off at the end.
pub(super) fn bad_utf8(bytes: &[u8]) -> usize {
    Score::of(bytes).bad
}

/// The same for GB18030.
pub(super) fn bad_gb18030(mut bytes: &[u8]) -> usize {
    let mut decoder = GB18030.new_decoder_without_bom_handling();
    let mut out = vec![0; decoder.max_utf8_buffer_length(bytes.len()).unwrap_or_default()];
    let mut bad = 0;
    loop {
        let (result, read, _) = decoder.decode_to_utf8_without_replacement(bytes, &mut out, false);
        bytes = bytes.get(read..).unwrap_or_default();
        match result {
            DecoderResult::Malformed(..) => bad += 1,
            DecoderResult::InputEmpty | DecoderResult::OutputFull => return bad,
        }
    }
}

/// Detects the encoding from a block that is not ASCII: UTF-8 or GB18030.
///
/// UTF-8 that has some bad bytes is mostly valid GB18030, so numbers of bad sequences do not tell
/// the two apart; characters of three bytes do. The first line that is not ASCII, usually the
/// header, decides if it is clear: rows below may have been appended in another encoding.
pub(super) fn detect(block: &[u8]) -> Encoding {
    let whole = Score::of(block);
    if whole.bad == 0 {
        return Encoding::Utf8;
    }
    let line = first_line(block);
    let first = Score::of(line);
    if first.bad == 0 && 2 <= first.long {
        return Encoding::Utf8;
    }
    if 2 <= first.bad && first.long == 0 && bad_gb18030(line) == 0 {
        return Encoding::Gb18030;
    }
    let mostly_valid = 4 * whole.bad <= 4 * whole.long + whole.short;
    if mostly_valid || whole.bad <= bad_gb18030(block) { Encoding::Utf8 } else { Encoding::Gb18030 }
}

/// The first line that is not ASCII.
fn first_line(block: &[u8]) -> &[u8] {
    let mut rest = block;
    loop {
        let end = memchr2(b'\n', b'\r', rest);
        let line = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
        match end {
            Some(end) if line.is_ascii() => rest = rest.get(end + 1..).unwrap_or_default(),
            Some(_) | None => return line,
        }
    }
}

/// What is known of a text in UTF-16.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Utf16 {
    pub(super) big_endian: bool,
    pub(super) marked: bool,
}

/// How many bytes are looked at to detect UTF-16.
const SAMPLE: usize = 4096;

/// Detects UTF-16: by its mark, or by the zeros of ASCII characters such as commas and digits, which
/// stand on one side only.
pub(super) fn utf16(bytes: &[u8]) -> Option<Utf16> {
    match bytes {
        [0xff, 0xfe, ..] => return Some(Utf16 { big_endian: false, marked: true }),
        [0xfe, 0xff, ..] => return Some(Utf16 { big_endian: true, marked: true }),
        _ => {}
    }
    let sample = bytes.get(..SAMPLE.min(bytes.len())).unwrap_or_default();
    // Text in another encoding has no zeros, or only as padding at its end.
    memchr(0, sample)?;
    let mut zeros = [0_usize; 2];
    for pair in sample.chunks_exact(2) {
        for (count, byte) in zeros.iter_mut().zip(pair) {
            *count += usize::from(*byte == 0);
        }
    }
    // Some Chinese characters, such as 一, have a zero on the other side.
    let [first, second] = zeros;
    let big_endian = second < first;
    if first.max(second) < 2 * first.min(second).max(1) {
        return None;
    }
    let pairs = sample.len() / 2;
    let enough = pairs <= 50 * zeros.iter().sum::<usize>();
    let mut units: Vec<u16> = sample
        .chunks_exact(2)
        .filter_map(|pair| <[u8; 2]>::try_from(pair).ok())
        .map(|pair| if big_endian { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) })
        .collect();
    // The sample may end within a pair of surrogates.
    if units.last().is_some_and(|it| (0xd800..0xdc00).contains(it)) {
        units.pop();
    }
    let is_text = |character: char| !character.is_control() || "\t\r\n".contains(character);
    let text = char::decode_utf16(units).all(|it| it.is_ok_and(is_text));
    (enough && text).then_some(Utf16 { big_endian, marked: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_decides_between_two_encodings() {
        let gb = |text: &str| GB18030.encode(text).0.into_owned();
        let utf8 = |text: &str| text.as_bytes().to_vec();
        let rows = "示例公司,大型\n".repeat(50);
        let cut = "示例公司,大型\n".as_bytes();
        for (parts, expected) in [
            ([utf8("企业名称,规模\n"), gb(&rows)], Encoding::Utf8),
            ([gb("企业名称,规模\n"), utf8(&rows)], Encoding::Gb18030),
            ([utf8("name,size\n"), gb(&rows)], Encoding::Gb18030),
            ([gb(&rows), b"\xff\xff".to_vec()], Encoding::Gb18030),
            ([utf8("name\n"), [&cut[..10], b",\n", rows.as_bytes()].concat()], Encoding::Utf8),
            ([utf8("name\n"), gb("甲")], Encoding::Gb18030),
            (
                [
                    utf8("name\n"),
                    utf8("é\u{e8}\u{e9}à\n\u{ea}").into_iter().chain([0xff]).collect(),
                ],
                Encoding::Utf8,
            ),
        ] {
            assert_eq!(detect(&parts.concat()), expected, "{parts:?}");
        }
    }

    #[test]
    fn utf_16_is_told_from_other_bytes() {
        let found = |big_endian| Some(Utf16 { big_endian, marked: false });
        let table = "名称,人数\n一甲,12\n";
        let little: Vec<u8> = table.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = table.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for (bytes, expected) in [
            (&little[..], found(false)),
            (&big, found(true)),
            (table.as_bytes(), None),
            (b"a,b\n1,2\n\0\0\0\0", None),
            (b"a\0\x01\0", None),
            (b"", None),
        ] {
            assert_eq!(utf16(bytes), expected, "{bytes:?}");
        }
    }
}
