//! Dictionary columns: each value of the dictionary is parsed once, and the keys are looked up.

use arrow_array::cast::AsArray;
use arrow_array::types::ArrowPrimitiveType;
use arrow_array::{AnyDictionaryArray, Array, PrimitiveArray, downcast_integer};

use super::FastPath;
use crate::block::bits::{BLOCK, Bits};
use crate::block::simd::each;
use crate::columns::cell;
use crate::columns::plan::Reading;
use crate::field::Kind;
use crate::input::{Shape, parse_cell};
use crate::record::Cell;
use crate::table::{NoteCounts, Target};

/// A parsed value: its number, whether it is known, and whether it is faulty.
type Entry = (i64, [u8; 2]);

/// The fast path for a dictionary, unless the fact is a list, the dictionary has so many more values
/// than the array has rows that parsing them all would take longer, or cells have to be counted for
/// notes.
pub(super) fn fast_path<'a>(
    shape: &Shape,
    target: Target,
    array: &'a dyn AnyDictionaryArray,
    reading: Reading<'_>,
) -> Option<FastPath<'a>> {
    let Target::Fact { field, .. } = target else { return None };
    let values = array.values();
    if matches!(field.kind, Kind::Dates | Kind::Periods) || array.len() < values.len() / 4 {
        return None;
    }
    let mut counts = NoteCounts::NONE;
    let entry = |row| match cell::node(target, values, row, reading, &mut counts) {
        None => Entry::default(),
        Some(node) => match parse_cell(shape, field, &node) {
            Some(Cell::Number(number)) => (number, [1, 0]),
            Some(Cell::Unknown | Cell::Text(_) | Cell::Intervals(_)) => Entry::default(),
            None => (0, [0, 1]),
        },
    };
    let entries: Vec<Entry> = (0..values.len()).map(entry).collect();
    if counts != NoteCounts::NONE {
        return None;
    }
    let keys = array.keys();
    macro_rules! by_keys {
        ($type:ty) => {
            Some(by_keys(keys.as_primitive::<$type>(), entries))
        };
    }
    downcast_integer! {
        keys.data_type() => (by_keys),
        _ => None,
    }
}

fn by_keys<K: ArrowPrimitiveType<Native: TryInto<usize> + TryInto<u8>>>(
    keys: &PrimitiveArray<K>,
    entries: Vec<Entry>,
) -> FastPath<'_> {
    match codes(&entries) {
        Some(codes) => compare(keys, codes),
        None => look_up(keys, entries),
    }
}

/// Codes for the entries of a short dictionary: small numbers, and these two.
const UNKNOWN: u8 = 254;
const FAULTY: u8 = 255;
/// Up to this many values, comparing a key with each of them is faster than looking it up.
const SHORT: usize = 32;

/// The codes of the entries, if they are few and their numbers small.
fn codes(entries: &[Entry]) -> Option<Vec<u8>> {
    let code = |entry: &Entry| match *entry {
        (_, [_, 1]) => Some(FAULTY),
        (_, [0, _]) => Some(UNKNOWN),
        (number, _) => u8::try_from(number).ok().filter(|it| *it < UNKNOWN),
    };
    (entries.len() <= SHORT).then(|| entries.iter().map(code).collect())?
}

/// Compares all keys with each index of a short dictionary in turn, many rows at once.
fn compare<K: ArrowPrimitiveType<Native: TryInto<u8>>>(
    keys: &PrimitiveArray<K>,
    codes: Vec<u8>,
) -> FastPath<'_> {
    Box::new(move |rows, vector| {
        let not_null = Bits::not_null(keys.nulls(), rows.clone());
        let keys = keys.values().get(rows).unwrap_or_default();
        // The key under a null may be out of range.
        let (mut indices, mut found) = ([u8::MAX; BLOCK], [UNKNOWN; BLOCK]);
        let (mut known, mut faulty) = ([0; BLOCK], [0; BLOCK]);
        each(&mut indices, keys, |_, key| key.try_into().unwrap_or(u8::MAX));
        for (index, code) in (0_u8..).zip(&codes) {
            let code = *code;
            each(&mut found, &indices, move |found, key| if key == index { code } else { found });
        }
        each(&mut known, &found, |_, found| u8::from(found < UNKNOWN));
        each(&mut faulty, &found, |_, found| u8::from(found == FAULTY));
        each(&mut vector.values, &found, |_, found| if found < UNKNOWN { found.into() } else { 0 });
        vector.known = Bits::packed(&known).and(&not_null);
        Bits::packed(&faulty).and(&not_null)
    })
}

/// Looks up every key.
fn look_up<K: ArrowPrimitiveType<Native: TryInto<usize>>>(
    keys: &PrimitiveArray<K>,
    entries: Vec<Entry>,
) -> FastPath<'_> {
    Box::new(move |rows, vector| {
        let not_null = Bits::not_null(keys.nulls(), rows.clone());
        let keys = keys.values().get(rows).unwrap_or_default();
        let (mut known, mut faulty) = ([0; BLOCK], [0; BLOCK]);
        let cells = vector.values.iter_mut().zip(known.iter_mut().zip(&mut faulty)).zip(keys);
        for ((value, (known, faulty)), key) in cells {
            let key = (*key).try_into().unwrap_or(usize::MAX);
            (*value, [*known, *faulty]) = entries.get(key).copied().unwrap_or_default();
        }
        vector.known = Bits::packed(&known).and(&not_null);
        Bits::packed(&faulty).and(&not_null)
    })
}
