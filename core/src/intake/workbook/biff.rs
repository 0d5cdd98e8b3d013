//! Records of Excel 97 to 2003 (BIFF8): a number that says what it is, a length, and data. Data that are
//! too long for a record continue in the next ones.

use super::ole::{u16_at, u32_at};

/// The record in which the data of another one continue.
const CONTINUE: u16 = 0x3c;

/// The bytes before the data of a record.
pub(super) const HEAD: usize = 4;

/// The records of a stream.
pub(super) struct Records<'a> {
    rest: &'a [u8],
}

#[derive(Clone, Copy)]
pub(super) struct Record<'a> {
    pub(super) kind: u16,
    pub(super) data: &'a [u8],
    /// The stream behind the record.
    rest: &'a [u8],
}

impl<'a> Records<'a> {
    pub(super) fn new(stream: &'a [u8]) -> Self {
        Self { rest: stream }
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let kind = u16_at(self.rest, 0)?;
        let end = HEAD + usize::from(u16_at(self.rest, 2)?);
        let (data, rest) = (self.rest.get(HEAD..end)?, self.rest.get(end..)?);
        self.rest = rest;
        Some(Record { kind, data, rest })
    }
}

impl<'a> Record<'a> {
    pub(super) fn u16(&self, at: usize) -> Option<u16> {
        u16_at(self.data, at)
    }

    pub(super) fn u32(&self, at: usize) -> Option<u32> {
        u32_at(self.data, at)
    }

    /// The data from here on, and those of the records in which they continue.
    pub(super) fn data(&self, at: usize) -> Option<Data<'a>> {
        Some(Data { data: self.data.get(at..)?, rest: self.rest })
    }
}

/// Data that are read from their beginning.
pub(super) struct Data<'a> {
    data: &'a [u8],
    rest: &'a [u8],
}

impl Data<'_> {
    /// Goes on to the record in which the data continue.
    fn go_on(&mut self) -> Option<()> {
        let next = Records::new(self.rest).next().filter(|it| it.kind == CONTINUE)?;
        (self.data, self.rest) = (next.data, next.rest);
        Some(())
    }

    pub(super) fn u8(&mut self) -> Option<u8> {
        while self.data.is_empty() {
            self.go_on()?;
        }
        let (first, data) = self.data.split_first()?;
        self.data = data;
        Some(*first)
    }

    pub(super) fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.u8()?, self.u8()?]))
    }

    pub(super) fn u32(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes([self.u8()?, self.u8()?, self.u8()?, self.u8()?]))
    }

    pub(super) fn skip(&mut self, mut count: usize) -> Option<()> {
        while self.data.len() < count {
            count -= self.data.len();
            self.go_on()?;
        }
        self.data = self.data.get(count..)?;
        Some(())
    }

    /// Reads so many characters, with one byte each or two, as UTF-16. Where they continue in another
    /// record, that says anew how many bytes they have.
    pub(super) fn characters(&mut self, count: usize, mut wide: bool) -> Option<Vec<u16>> {
        let mut units = Vec::with_capacity(count.min(self.data.len()));
        while units.len() < count {
            if self.data.is_empty() {
                self.go_on()?;
                wide = self.u8()? & 1 == 1;
                continue;
            }
            units.push(if wide { self.u16()? } else { self.u8()?.into() });
        }
        Some(units)
    }

    /// Reads a text whose length was read, without formats.
    pub(super) fn text(&mut self, length: usize) -> Option<String> {
        let wide = self.u8()? & 1 == 1;
        Some(String::from_utf16_lossy(&self.characters(length, wide)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_continue_in_other_records() {
        let stream = b"\xfc\0\x06\0\x04\0\0abc\x3c\0\x03\0\x01\x2d\x4e\x3c\0\0\0\x0a\0\0\0";
        let mut records = Records::new(stream);
        let record = records.next().unwrap();
        let mut data = record.data(0).unwrap();
        let length = data.u16().unwrap();
        assert_eq!(data.text(length.into()).as_deref(), Some("abc中"));
        assert_eq!(data.u8(), None);
        assert_eq!(records.map(|it| it.kind).collect::<Vec<_>>(), [CONTINUE, CONTINUE, 10]);
        let mut data = record.data(2).unwrap();
        assert_eq!((data.skip(5), data.u16()), (Some(()), Some(0x4e2d)));
        assert_eq!(record.data(2).unwrap().skip(99), None);
        assert!(Records::new(b"\xfc\0\x09\0a").next().is_none());
    }
}
