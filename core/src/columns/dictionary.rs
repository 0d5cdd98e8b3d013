//! Loading behind a dictionary: each of its values is read once.

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type, UInt16Type,
    UInt32Type, UInt64Type,
};
use arrow_array::{AnyDictionaryArray, Array, PrimitiveArray};
use arrow_schema::DataType;

use super::bits::Bits;
use super::block::BLOCK;
use super::cell;
use super::load::Pass;
use super::simd::each;
use crate::field::Kind;
use crate::input::{Shape, parse_cell};
use crate::record::Cell;
use crate::table::Target;

/// A value of the dictionary: its number; whether it is known, and whether it is no such number.
type Entry = (i64, [u8; 2]);

/// A pass over the keys, unless the fact is a list or there are many more values than keys.
pub(super) fn pass<'a>(
    shape: &Shape,
    target: Target,
    array: &'a dyn AnyDictionaryArray,
    nan_is_null: bool,
) -> Option<Pass<'a>> {
    let Target::Fact { field, .. } = target else { return None };
    let values = array.values();
    if matches!(field.kind, Kind::Dates | Kind::Periods) || array.len() < values.len() / 4 {
        return None;
    }
    let entry = |row| match cell::node(target, values, row, nan_is_null) {
        None => Entry::default(),
        Some(node) => match parse_cell(shape, field, &node) {
            Some(Cell::Number(number)) => (number, [1, 0]),
            Some(_) => Entry::default(),
            None => (0, [0, 1]),
        },
    };
    let entries: Vec<Entry> = (0..values.len()).map(entry).collect();
    let keys = array.keys();
    Some(match keys.data_type() {
        DataType::Int8 => of(keys.as_primitive::<Int8Type>(), entries),
        DataType::Int16 => of(keys.as_primitive::<Int16Type>(), entries),
        DataType::Int32 => of(keys.as_primitive::<Int32Type>(), entries),
        DataType::Int64 => of(keys.as_primitive::<Int64Type>(), entries),
        DataType::UInt8 => of(keys.as_primitive::<UInt8Type>(), entries),
        DataType::UInt16 => of(keys.as_primitive::<UInt16Type>(), entries),
        DataType::UInt32 => of(keys.as_primitive::<UInt32Type>(), entries),
        DataType::UInt64 => of(keys.as_primitive::<UInt64Type>(), entries),
        _ => return None,
    })
}

fn of<K: ArrowPrimitiveType<Native: TryInto<usize> + TryInto<u8>>>(
    keys: &PrimitiveArray<K>,
    entries: Vec<Entry>,
) -> Pass<'_> {
    match few(&entries) {
        Some(codes) => over_few(keys, codes),
        None => over_many(keys, entries),
    }
}

/// The codes of a short dictionary: small numbers, and beside them:
const UNKNOWN: u8 = 254;
const FAULTY: u8 = 255;
/// As many values as are compared with a key faster than they are looked up.
const FEW: usize = 32;

/// The codes of the entries, where those are few and their numbers small.
fn few(entries: &[Entry]) -> Option<Vec<u8>> {
    let code = |entry: &Entry| match *entry {
        (_, [_, 1]) => Some(FAULTY),
        (_, [0, _]) => Some(UNKNOWN),
        (number, _) => u8::try_from(number).ok().filter(|it| *it < UNKNOWN),
    };
    (entries.len() <= FEW).then(|| entries.iter().map(code).collect())?
}

/// Compares each key with every place of a short dictionary, many rows at once.
fn over_few<K: ArrowPrimitiveType<Native: TryInto<u8>>>(
    keys: &PrimitiveArray<K>,
    codes: Vec<u8>,
) -> Pass<'_> {
    Box::new(move |rows, vector| {
        let not_null = Bits::not_null(keys.nulls(), rows.clone());
        let keys = keys.values().get(rows).unwrap_or_default();
        // Whatever stands under a null may be no key.
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

/// Looks up each key.
fn over_many<K: ArrowPrimitiveType<Native: TryInto<usize>>>(
    keys: &PrimitiveArray<K>,
    entries: Vec<Entry>,
) -> Pass<'_> {
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
