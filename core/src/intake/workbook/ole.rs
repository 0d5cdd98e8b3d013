//! Compound files (OLE), in which Excel 97 to 2003 keeps workbooks, and its successors those with a
//! password. They hold named streams, as chains of sectors.

/// The first bytes of a compound file.
pub(super) const SIGNATURE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Sector numbers from here on mean no sector.
const NO_SECTOR: u32 = 0xffff_fffa;

/// The bytes of the header, and of an entry of the directory.
const HEADER: usize = 512;
const ENTRY: usize = 128;

/// The size of a sector within the stream of short streams, as a power of two.
const SHORT: u32 = 6;

pub(super) struct Compound<'a> {
    data: &'a [u8],
    /// The size of a sector, as a power of two.
    sector: u32,
    /// The sector that follows each.
    next: Vec<u32>,
    /// The same for the sectors of short streams, and the stream that holds these.
    next_short: Vec<u32>,
    short: Vec<u8>,
    /// Streams shorter than this are short ones.
    cutoff: usize,
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    first: u32,
    size: usize,
}

impl<'a> Compound<'a> {
    /// Reads the directory of a compound file; `None` if it is damaged.
    pub(super) fn read(data: &'a [u8]) -> Option<Self> {
        let sector = u32::from(u16_at(data, 30)?);
        if !data.starts_with(SIGNATURE) || ![9, 12].contains(&sector) {
            return None;
        }
        let mut file = Self {
            data,
            sector,
            next: Vec::new(),
            next_short: Vec::new(),
            short: Vec::new(),
            cutoff: usize::try_from(u32_at(data, 56)?).ok()?,
            entries: Vec::new(),
        };
        for number in file.table_sectors()? {
            let table = file.sector(number)?;
            file.next.extend(numbers(table));
        }
        let directory = file.chain(u32_at(data, 48)?)?;
        file.entries = directory.chunks_exact(ENTRY).filter_map(Entry::read).collect();
        let root = file.entries.first()?;
        (file.short, file.next_short) = if u32_at(data, 60)? < NO_SECTOR {
            let table = file.chain(u32_at(data, 60)?)?;
            (file.chain(root.first)?, numbers(&table).collect())
        } else {
            (Vec::new(), Vec::new())
        };
        Some(file)
    }

    /// The stream with this name; `None` if there is none, or it is damaged.
    pub(super) fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.entries.iter().find(|it| it.name.eq_ignore_ascii_case(name))?;
        let mut stream = if entry.size < self.cutoff {
            let sector = |number: u32| sector_of(&self.short, u64::from(number), SHORT);
            chain(&self.next_short, entry.first, sector)?
        } else {
            self.chain(entry.first)?
        };
        if stream.len() < entry.size {
            return None;
        }
        stream.truncate(entry.size);
        Some(stream)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|it| it.name.eq_ignore_ascii_case(name))
    }

    /// The sectors with the table of what follows what. The header has the first 109 of their numbers; a
    /// chain of sectors has the rest, each with the number of the next at its end.
    fn table_sectors(&self) -> Option<Vec<u32>> {
        let mut found: Vec<u32> = numbers(self.data.get(76..HEADER)?).collect();
        let most = self.data.len() >> self.sector;
        let (mut at, mut steps) = (u32_at(self.data, 68)?, 0);
        while at < NO_SECTOR {
            steps += 1;
            if most < steps {
                return None;
            }
            found.extend(numbers(self.sector(at)?));
            at = found.pop()?;
        }
        found.retain(|it| *it < NO_SECTOR);
        // A file has no more sectors in its table than in all.
        (found.len() <= most).then_some(found)
    }

    fn sector(&self, number: u32) -> Option<&'a [u8]> {
        // The header takes the place of the first sector.
        sector_of(self.data, u64::from(number) + 1, self.sector)
    }

    fn chain(&self, first: u32) -> Option<Vec<u8>> {
        chain(&self.next, first, |number| self.sector(number))
    }
}

impl Entry {
    fn read(bytes: &[u8]) -> Option<Self> {
        let length = usize::from(u16_at(bytes, 64)?).checked_sub(2)?;
        let units = bytes.get(..length.min(64))?.chunks_exact(2);
        let units: Vec<u16> = units.filter_map(|it| u16_at(it, 0)).collect();
        let (first, size) = (u32_at(bytes, 116)?, usize::try_from(u32_at(bytes, 120)?).ok()?);
        Some(Self { name: String::from_utf16_lossy(&units), first, size })
    }
}

/// The bytes of a chain of sectors. A chain that comes back to itself is damaged.
fn chain<'a>(
    next: &[u32],
    first: u32,
    sector: impl Fn(u32) -> Option<&'a [u8]>,
) -> Option<Vec<u8>> {
    let (mut bytes, mut at, mut steps) = (Vec::new(), first, 0);
    while at < NO_SECTOR {
        steps += 1;
        if next.len() < steps {
            return None;
        }
        bytes.extend_from_slice(sector(at)?);
        at = *next.get(usize::try_from(at).ok()?)?;
    }
    Some(bytes)
}

/// A sector; the last one of a file may be cut.
fn sector_of(data: &[u8], number: u64, sector: u32) -> Option<&[u8]> {
    let start = usize::try_from(number << sector).ok()?;
    let end = start.saturating_add(1 << sector).min(data.len());
    data.get(start..end).filter(|it| !it.is_empty())
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).filter_map(|it| u32_at(it, 0))
}

pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().map(|it| u16::from_le_bytes(*it))
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|it| u32::from_le_bytes(*it))
}
