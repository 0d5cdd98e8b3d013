//! Loading behind a dictionary: each of its values is read once.

#![expect(clippy::indexing_slicing, reason = "a byte lies within 256 entries")]

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
use crate::field::Kind;
use crate::input::{Shape, read_cell};
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
        Some(node) => match read_cell(shape, field, &node) {
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
    // Whatever stands under a null may be no key.
    if let Ok(none) = u8::try_from(entries.len()) {
        // Of few values each byte finds its entry, so that the loop has no way out.
        let (mut numbers, mut states) = ([0; 256], [[0; 2]; 256]);
        let all = numbers.iter_mut().zip(&mut states).zip(entries);
        all.for_each(|((number, state), entry)| (*number, *state) = entry);
        over(keys, move |key| {
            let key = usize::from(key.try_into().unwrap_or(none));
            (numbers[key], states[key])
        })
    } else {
        over(keys, move |key| {
            let key = key.try_into().unwrap_or(usize::MAX);
            entries.get(key).copied().unwrap_or_default()
        })
    }
}

fn over<K: ArrowPrimitiveType>(
    keys: &PrimitiveArray<K>,
    entry: impl Fn(K::Native) -> Entry + Send + Sync + 'static,
) -> Pass<'_> {
    Box::new(move |rows, lane| {
        let not_null = Bits::not_null(keys.nulls(), rows.clone());
        let keys = keys.values().get(rows).unwrap_or_default();
        let (mut known, mut faulty) = ([0; BLOCK], [0; BLOCK]);
        let cells = lane.values.iter_mut().zip(known.iter_mut().zip(&mut faulty)).zip(keys);
        for ((value, (known, faulty)), key) in cells {
            (*value, [*known, *faulty]) = entry(*key);
        }
        lane.known = Bits::packed(&known).and(&not_null);
        Bits::packed(&faulty).and(&not_null)
    })
}
