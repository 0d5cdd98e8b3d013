//! Decoding: text of any length in UTF-8 or GB18030 becomes blocks of UTF-8.

use std::io::{self, Read};

use encoding_rs::{Decoder, DecoderResult, GB18030};

/// The encoding of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Encoding {
    /// UTF-8，有无 BOM 均可 / UTF-8, with or without a byte order mark
    #[value(name = "utf-8")]
    Utf8,
    /// GB18030，包括 GBK 和 GB 2312 / GB18030, including GBK and GB 2312
    #[value(name = "gb18030", alias = "gbk", alias = "gb2312")]
    Gb18030,
}

/// Bytes per block.
const BLOCK: usize = 256 * 1024;

/// Reads an input as blocks of UTF-8. Invalid UTF-8 is passed on unchanged; invalid GB18030 becomes
/// replacement characters.
pub(crate) struct TextReader {
    from: Box<dyn Read + Send>,
    /// `None` while all bytes were ASCII, which is the same in both encodings.
    encoding: Option<Encoding>,
    decoder: Decoder,
    raw: Vec<u8>,
    /// The first bytes of a character at the end of a block, if the encoding was not yet known.
    held: Vec<u8>,
    decoded: Vec<u8>,
    /// How many bytes of the block were consumed.
    at: usize,
    position: u64,
    state: State,
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
            encoding,
            decoder: GB18030.new_decoder_without_bom_handling(),
            raw: Vec::new(),
            held: Vec::new(),
            decoded: Vec::new(),
            at: 0,
            position: 0,
            state: State::New,
        }
    }

    /// Whether bytes that could not be decoded become replacement characters.
    pub(crate) fn replaces(&self) -> bool {
        self.encoding == Some(Encoding::Gb18030)
    }

    /// The number of bytes read so far.
    pub(crate) fn position(&self) -> u64 {
        self.position
    }

    /// Returns the rest of the current block, or the next block; it is empty at the end of the input.
    pub(crate) fn block(&mut self) -> io::Result<&[u8]> {
        if self.rest().is_empty() {
            self.fill()?;
        }
        Ok(self.rest())
    }

    /// Consumes bytes of the block.
    pub(crate) fn consume(&mut self, bytes: usize) {
        self.at += bytes;
    }

    fn rest(&self) -> &[u8] {
        let block = if self.replaces() { &self.decoded } else { &self.raw };
        block.get(self.at..).unwrap_or_default()
    }

    fn fill(&mut self) -> io::Result<()> {
        self.raw.clear();
        self.raw.append(&mut self.held);
        self.decoded.clear();
        self.at = 0;
        if self.state == State::Ended {
            return Ok(());
        }
        let limit = u64::try_from(BLOCK).unwrap_or(u64::MAX);
        let read = Read::take(&mut self.from, limit).read_to_end(&mut self.raw)?;
        self.position += u64::try_from(read).unwrap_or_default();
        if self.state == State::New {
            self.skip_mark()?;
        }
        self.state = if read < BLOCK { State::Ended } else { State::Begun };
        if self.encoding.is_none() && !self.raw.is_ascii() {
            self.detect();
        }
        if self.replaces() {
            self.decode();
        }
        Ok(())
    }

    /// Skips a byte order mark, which determines the encoding.
    fn skip_mark(&mut self) -> io::Result<()> {
        match self.raw.get(..3).unwrap_or(&self.raw) {
            [0xef, 0xbb, 0xbf] => {
                self.encoding = Some(Encoding::Utf8);
                self.raw.drain(..3);
            }
            [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => {
                return Err(io::Error::new(io::ErrorKind::InvalidData, "UTF-16"));
            }
            _ => {}
        }
        Ok(())
    }

    /// Detects the encoding from a block that is not ASCII: UTF-8 if it is valid UTF-8, which text in
    /// GB18030 hardly ever is.
    fn detect(&mut self) {
        self.encoding = match std::str::from_utf8(&self.raw) {
            Err(error) if error.error_len().is_none() => {
                // The last character is cut off. If it is the only one that is not ASCII, the
                // encoding can be detected only with the next block.
                let valid = error.valid_up_to();
                if self.state == State::Begun && self.raw.iter().take(valid).all(u8::is_ascii) {
                    self.held = self.raw.split_off(valid);
                    return;
                }
                Some(Encoding::Utf8)
            }
            Err(_) if decodes(&self.raw) => Some(Encoding::Gb18030),
            _ => Some(Encoding::Utf8),
        };
    }

    fn decode(&mut self) {
        let size = self.decoder.max_utf8_buffer_length(self.raw.len()).unwrap_or_default();
        self.decoded.resize(size, 0);
        let last = self.state == State::Ended;
        let (_, _, written, _) = self.decoder.decode_to_utf8(&self.raw, &mut self.decoded, last);
        self.decoded.truncate(written);
    }
}

/// Whether a block is valid GB18030, except that its last character may be cut off.
fn decodes(block: &[u8]) -> bool {
    let mut decoder = GB18030.new_decoder_without_bom_handling();
    let mut out = vec![0; decoder.max_utf8_buffer_length(block.len()).unwrap_or_default()];
    let (result, ..) = decoder.decode_to_utf8_without_replacement(block, &mut out, false);
    !matches!(result, DecoderResult::Malformed(..))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(bytes: &[u8], encoding: Option<Encoding>) -> Vec<u8> {
        let mut text = TextReader::new(Box::new(io::Cursor::new(bytes.to_vec())), encoding);
        let mut all = Vec::new();
        loop {
            let block = text.block().unwrap().to_vec();
            if block.is_empty() {
                return all;
            }
            text.consume(block.len());
            all.extend(block);
        }
    }

    #[test]
    fn both_encodings_are_detected() {
        let long = ["a".repeat(BLOCK - 1), "企业名称，".repeat(BLOCK / 4)].concat();
        for text in ["", "a,b", "企业名称,营业收入（万元）", "\u{feff}企业", &long] {
            let plain = text.trim_start_matches('\u{feff}');
            let gb18030 = GB18030.encode(plain).0;
            assert!(all(text.as_bytes(), None) == plain.as_bytes());
            assert!(all(&gb18030, None) == plain.as_bytes());
            assert!(all(&gb18030, Some(Encoding::Gb18030)) == plain.as_bytes());
        }
    }

    #[test]
    fn a_stray_byte_does_not_make_utf_8_another_encoding() {
        let bytes = ["企业".as_bytes(), b"\xff\n"].concat();
        assert_eq!(all(&bytes, None), bytes);
        assert!(TextReader::new(Box::new(&b"\xff\xfea\0"[..]), None).block().is_err());
    }
}
