//! Text of any length in UTF-8 or GB18030, block by block.

use std::io::{self, Read};

use encoding_rs::{Decoder, DecoderResult, GB18030};

/// How text is written in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Encoding {
    /// UTF-8, with or without a byte order mark.
    #[value(name = "utf-8")]
    Utf8,
    /// GB18030, and so GBK and GB 2312.
    #[value(name = "gb18030", alias = "gbk", alias = "gb2312")]
    Gb18030,
}

/// What is read at once.
const BLOCK: usize = 256 * 1024;

/// An input as blocks of UTF-8. Bytes that are no UTF-8 stay as they are; of GB18030, they become
/// replacement characters.
pub(super) struct Text {
    from: Box<dyn Read + Send>,
    /// `None` while all was ASCII, which is the same in both.
    encoding: Option<Encoding>,
    decoder: Decoder,
    raw: Vec<u8>,
    /// The beginning of a character that a block ended with before the encoding was known.
    held: Vec<u8>,
    decoded: Vec<u8>,
    /// What of the block was passed.
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

impl Text {
    pub(super) fn new(from: Box<dyn Read + Send>, encoding: Option<Encoding>) -> Self {
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

    /// Whether a replacement character stands for bytes that could not be decoded.
    pub(super) fn replaces(&self) -> bool {
        self.encoding == Some(Encoding::Gb18030)
    }

    /// How many bytes were read.
    pub(super) fn position(&self) -> u64 {
        self.position
    }

    /// Returns what is at hand, reading on where nothing is; nothing at all is the end.
    pub(super) fn block(&mut self) -> io::Result<&[u8]> {
        if self.rest().is_empty() {
            self.fill()?;
        }
        Ok(self.rest())
    }

    /// Passes so many bytes of the block.
    pub(super) fn pass(&mut self, bytes: usize) {
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
            self.tell();
        }
        if self.replaces() {
            self.decode();
        }
        Ok(())
    }

    /// Passes a byte order mark, which settles the encoding.
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

    /// Tells the encoding of a block that is not ASCII: UTF-8 wherever it is valid, which text in
    /// GB18030 hardly ever is.
    fn tell(&mut self) {
        self.encoding = match std::str::from_utf8(&self.raw) {
            Err(error) if error.error_len().is_none() => {
                // Its last character is cut. If that is all there is to tell by, the next block
                // has to help.
                let sound = error.valid_up_to();
                if self.state == State::Begun && self.raw.iter().take(sound).all(u8::is_ascii) {
                    self.held = self.raw.split_off(sound);
                    return;
                }
                Some(Encoding::Utf8)
            }
            Err(_) if decodes(&self.raw) => Some(Encoding::Gb18030),
            _ => Some(Encoding::Utf8),
        };
    }

    fn decode(&mut self) {
        let room = self.decoder.max_utf8_buffer_length(self.raw.len()).unwrap_or_default();
        self.decoded.resize(room, 0);
        let last = self.state == State::Ended;
        let (_, _, written, _) = self.decoder.decode_to_utf8(&self.raw, &mut self.decoded, last);
        self.decoded.truncate(written);
    }
}

/// Whether a block is GB18030 as far as it goes.
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
        let mut text = Text::new(Box::new(io::Cursor::new(bytes.to_vec())), encoding);
        let mut all = Vec::new();
        loop {
            let block = text.block().unwrap().to_vec();
            if block.is_empty() {
                return all;
            }
            text.pass(block.len());
            all.extend(block);
        }
    }

    #[test]
    fn both_encodings_are_told_apart() {
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
        assert!(Text::new(Box::new(&b"\xff\xfea\0"[..]), None).block().is_err());
    }
}
