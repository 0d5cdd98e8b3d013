//! Decoding: text of any length in UTF-8, GB18030 or UTF-16 becomes blocks of UTF-8.

use std::io::{self, Read};

use encoding_rs::{Decoder, GB18030, UTF_16BE, UTF_16LE};

use super::encoding::{Encoding, bad_gb18030, bad_utf8, detect, utf16};
use super::note::InputNote;

/// Bytes per block.
const BLOCK: usize = 256 * 1024;

/// What some systems write behind the end of a text: zeros, and the end mark of DOS.
const PADDING: [u8; 2] = [0, 0x1a];

/// A byte order mark in UTF-8, and the same in GB18030.
const MARKS: [&[u8]; 2] = [b"\xef\xbb\xbf", b"\x84\x31\x95\x33"];

/// Reads an input as blocks of UTF-8. Invalid UTF-8 is passed on unchanged; what is invalid in
/// another encoding becomes replacement characters.
pub(crate) struct TextReader {
    from: Box<dyn Read + Send>,
    /// The encoding that the caller asked for.
    asked: Option<Encoding>,
    /// `None` while all bytes were ASCII, which is the same in UTF-8 and GB18030.
    encoding: Option<Encoding>,
    decoder: Option<Decoder>,
    raw: Vec<u8>,
    /// The first bytes of a character at the end of a block, if the encoding was not yet known.
    held: Vec<u8>,
    /// The current block, and how many bytes of it were consumed.
    block: Vec<u8>,
    at: usize,
    /// What may be padding, unless more text follows.
    padding: Vec<u8>,
    /// Whether the text begins with a mark of UTF-8.
    marked: bool,
    position: u64,
    state: State,
    note: Option<InputNote>,
}

/// How far an input was read.
#[derive(PartialEq, Eq)]
enum State {
    New,
    Begun,
    Ended,
}

impl TextReader {
    pub(crate) fn new(from: Box<dyn Read + Send>, encoding: Option<Encoding>) -> Self {
        Self {
            from,
            asked: encoding,
            encoding: None,
            decoder: None,
            raw: Vec::new(),
            held: Vec::new(),
            block: Vec::new(),
            at: 0,
            padding: Vec::new(),
            marked: false,
            position: 0,
            state: State::New,
            note: None,
        }
    }

    /// Whether bytes that could not be decoded become replacement characters.
    pub(crate) fn replaces(&self) -> bool {
        self.decoder.is_some()
    }

    /// The encoding, once it is known.
    pub(crate) fn encoding(&self) -> Option<Encoding> {
        self.encoding
    }

    /// The number of bytes read so far.
    pub(crate) fn position(&self) -> u64 {
        self.position
    }

    /// What should be known about the encoding.
    pub(crate) fn note(&self) -> Option<InputNote> {
        self.note.clone()
    }

    /// Returns the rest of the current block, or the next block; it is empty at the end of the input.
    pub(crate) fn block(&mut self) -> io::Result<&[u8]> {
        while self.block.len() <= self.at && (self.state != State::Ended || !self.block.is_empty())
        {
            self.fill()?;
        }
        Ok(self.block.get(self.at..).unwrap_or_default())
    }

    /// Consumes bytes of the block.
    pub(crate) fn consume(&mut self, bytes: usize) {
        self.at += bytes;
    }

    /// Adds the next block to the rest of the current one.
    pub(crate) fn extend_block(&mut self) -> io::Result<()> {
        let mut rest = self.block.split_off(self.at.min(self.block.len()));
        self.fill()?;
        if !rest.is_empty() {
            rest.append(&mut self.block);
            self.block = rest;
        }
        Ok(())
    }

    /// Whether all of the input was read.
    pub(crate) fn has_ended(&self) -> bool {
        self.state == State::Ended
    }

    fn fill(&mut self) -> io::Result<()> {
        self.block.clear();
        self.at = 0;
        if self.state == State::Ended {
            return Ok(());
        }
        self.raw.clear();
        self.raw.append(&mut self.held);
        let limit = u64::try_from(BLOCK).unwrap_or(u64::MAX);
        let read = Read::take(&mut self.from, limit).read_to_end(&mut self.raw)?;
        self.position += u64::try_from(read).unwrap_or_default();
        let is_new = self.state == State::New;
        self.state = if read < BLOCK { State::Ended } else { State::Begun };
        if is_new {
            self.begin();
        }
        if self.encoding.is_none() && !self.raw.is_ascii() {
            self.detect();
        }
        self.decode();
        self.hold_padding();
        Ok(())
    }

    /// Skips marks at the beginning of the text, and starts with the encoding that the caller, or
    /// the text, says.
    fn begin(&mut self) {
        if self.asked.is_none_or(|it| it == Encoding::Utf16)
            && let Some(found) = utf16(&self.raw)
        {
            self.encoding = Some(Encoding::Utf16);
            let encoding = if found.big_endian { UTF_16BE } else { UTF_16LE };
            self.decoder = Some(encoding.new_decoder_with_bom_removal());
            self.note = Some(InputNote::Utf16 { marked: found.marked });
            return;
        }
        // Some programs add a mark to a text that has one.
        while let Some(mark) = MARKS.iter().find(|mark| self.raw.starts_with(mark)) {
            self.marked |= mark.len() == 3;
            self.raw.drain(..mark.len());
        }
        match self.asked {
            Some(Encoding::Utf16) => {
                self.encoding = Some(Encoding::Utf16);
                self.decoder = Some(UTF_16LE.new_decoder_without_bom_handling());
            }
            Some(asked) => self.settle(asked),
            None => {}
        }
    }

    fn settle(&mut self, encoding: Encoding) {
        self.encoding = Some(encoding);
        if encoding == Encoding::Gb18030 {
            self.decoder = Some(GB18030.new_decoder_without_bom_handling());
        }
    }

    /// Detects the encoding from a block that is not ASCII.
    fn detect(&mut self) {
        if let Err(error) = std::str::from_utf8(&self.raw)
            && error.error_len().is_none()
            && self.state == State::Begun
            && self.raw.iter().take(error.valid_up_to()).all(u8::is_ascii)
        {
            // The only character that is not ASCII is cut off. The encoding can be detected only
            // with the next block.
            self.held = self.raw.split_off(error.valid_up_to());
            return;
        }
        let encoding = detect(&self.raw);
        self.note = match encoding {
            Encoding::Gb18030 if self.marked => Some(InputNote::WrongMark),
            Encoding::Gb18030 => (0 < bad_gb18030(&self.raw)).then(|| doubt(encoding)),
            Encoding::Utf8 => (0 < bad_utf8(&self.raw)).then(|| doubt(encoding)),
            Encoding::Utf16 => None,
        };
        self.settle(encoding);
    }

    /// Makes a block of what was read.
    fn decode(&mut self) {
        let Some(decoder) = &mut self.decoder else {
            std::mem::swap(&mut self.raw, &mut self.block);
            return;
        };
        let size = decoder.max_utf8_buffer_length(self.raw.len()).unwrap_or_default();
        self.block.resize(size, 0);
        let last = self.state == State::Ended;
        let (_, _, written, _) = decoder.decode_to_utf8(&self.raw, &mut self.block, last);
        self.block.truncate(written);
    }

    /// Takes padding off the end of the block. It is put back if more text follows.
    fn hold_padding(&mut self) {
        let text = self.block.iter().rposition(|byte| !PADDING.contains(byte));
        let text = text.map_or(0, |at| at + 1);
        let mut found = self.block.split_off(text);
        if !self.block.is_empty() && !self.padding.is_empty() {
            self.padding.append(&mut self.block);
            std::mem::swap(&mut self.padding, &mut self.block);
            self.padding.clear();
        }
        // As much as this is no text, wherever it stands.
        found.truncate(BLOCK.saturating_sub(self.padding.len()));
        self.padding.append(&mut found);
    }
}

/// The note that neither encoding fits all bytes.
fn doubt(encoding: Encoding) -> InputNote {
    InputNote::MixedEncoding { encoding }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8], encoding: Option<Encoding>) -> (Vec<u8>, Option<InputNote>) {
        let mut text = TextReader::new(Box::new(io::Cursor::new(bytes.to_vec())), encoding);
        let mut all = Vec::new();
        loop {
            let block = text.block().unwrap().to_vec();
            if block.is_empty() {
                return (all, text.note());
            }
            text.consume(block.len());
            all.extend(block);
        }
    }

    fn all(bytes: &[u8], encoding: Option<Encoding>) -> Vec<u8> {
        read(bytes, encoding).0
    }

    fn little(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }

    #[test]
    fn the_encodings_are_detected() {
        let long = ["a".repeat(BLOCK - 1), "企业名称，".repeat(BLOCK / 4)].concat();
        for text in
            ["", "a,b", "企业名称,营业收入（万元）", "\u{feff}企业", "\u{feff}\u{feff}企业", &long]
        {
            let plain = text.trim_start_matches('\u{feff}');
            let gb18030 = GB18030.encode(plain).0;
            assert!(all(text.as_bytes(), None) == plain.as_bytes());
            assert!(all(&gb18030, None) == plain.as_bytes());
            assert!(all(&gb18030, Some(Encoding::Gb18030)) == plain.as_bytes());
            assert!(all(&GB18030.encode(text).0, None) == plain.as_bytes());
            for bytes in [text.as_bytes(), &gb18030] {
                assert_eq!(read(bytes, None).1, None);
            }
        }
        let table = "企业名称,从业人员\n甲,12\n乙,3\n".repeat(BLOCK / 16);
        let big: Vec<u8> = table.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let marked = little(&["\u{feff}", &table].concat());
        for (bytes, marked) in [(little(&table), false), (big, false), (marked, true)] {
            let (text, note) = read(&bytes, None);
            assert!(text == table.as_bytes());
            assert_eq!(note, Some(InputNote::Utf16 { marked }));
            assert!(all(&bytes, Some(Encoding::Utf16)) == table.as_bytes());
        }
    }

    #[test]
    fn stray_bytes_do_not_make_utf_8_another_encoding() {
        let cut = ["name,size\n".as_bytes(), &"示例公".as_bytes()[..8], ",大\n".as_bytes()];
        for bytes in [["企业".as_bytes(), b"\xff\n"].concat(), cut.concat()] {
            let (text, note) = read(&bytes, None);
            assert_eq!(text, bytes);
            assert_eq!(note, Some(doubt(Encoding::Utf8)));
        }
        let (chinese, _, _) = GB18030.encode("企业名称,规模\n示例公司,大\n");
        let (text, note) = read(&[b"\xef\xbb\xbf", &chinese[..]].concat(), None);
        assert!(text.starts_with("企业名称".as_bytes()));
        assert_eq!(note, Some(InputNote::WrongMark));
        let (text, note) = read(&[&chinese[..], b"a\xff\n"].concat(), None);
        assert!(text.starts_with("企业名称".as_bytes()));
        assert_eq!(note, Some(doubt(Encoding::Gb18030)));
    }

    #[test]
    fn padding_is_no_text() {
        for (bytes, expected) in [
            (&b"a\n\0\0\0"[..], &b"a\n"[..]),
            (b"a\x1a", b"a"),
            (b"\0\0", b""),
            (b"a\0bc\0", b"a\0bc"),
        ] {
            assert_eq!(all(bytes, None), expected);
        }
        let zeros = vec![0; 3 * BLOCK];
        assert_eq!(all(&[b"a", &zeros[..]].concat(), None), b"a");
        let held = all(&[b"a", &zeros[..], b"b"].concat(), None);
        assert!(held.starts_with(b"a\0") && held.ends_with(b"\0b"));
    }
}
