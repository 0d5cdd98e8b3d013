//! Loading: from the columns of a batch to the lanes of a block.
//!
//! Most cells are read in passes over whole columns. Such a pass only takes what it is sure of; any
//! other cell is read by itself, as a single record is, and has its fault from there.

use std::ops::Range;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, Date32Type, Date64Type, Decimal32Type, Decimal64Type, Decimal128Type,
    Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type, TimestampMicrosecondType,
    TimestampMillisecondType, TimestampNanosecondType, TimestampSecondType, UInt8Type, UInt16Type,
    UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef, BooleanArray, OffsetSizeTrait, PrimitiveArray};
use arrow_buffer::{BooleanBuffer, NullBuffer};
use arrow_schema::{DataType, TimeUnit};

use super::block::{BLOCK, Block, Lane};
use super::float::{Float, Units};
use super::{cell, dictionary};
use crate::facts::Place;
use crate::field::{Field, Kind, TEXT_LIMIT};
use crate::input::{Shape, read_cell, read_explanations};
use crate::quantity::date::{FIRST_YEAR, LAST_YEAR, day_number};
use crate::quantity::{GREATEST, MILLION};
use crate::record::{Cell, Record};
use crate::table::Target;

/// A column of a batch on its way into blocks.
pub(super) struct Source<'a> {
    pub(super) target: Target,
    /// The place of the fact that it holds.
    pub(super) place: Option<Place>,
    pub(super) array: &'a ArrayRef,
    pub(super) nan_is_null: bool,
    /// How its rows are read in one pass, if they can be.
    pub(super) load: Option<Pass<'a>>,
}

/// Reads some rows of a column into a lane; says whether it is unsure of some of them.
pub(super) type Pass<'a> = Box<dyn Fn(Range<usize>, &mut Lane) -> bool + Send + Sync + 'a>;

/// Loads these rows of a column.
pub(super) fn load(shape: &Shape, source: &Source<'_>, rows: Range<usize>, block: &mut Block) {
    let Block { lanes, faulty, .. } = block;
    match (source.target, source.place) {
        (Target::Fact { field, .. }, Some(place)) => {
            let Some(lane) = lanes.get_mut(usize::from(place)) else { return };
            let lane = lane.get_or_insert_default();
            match &source.load {
                Some(pass) => {
                    lane.clear();
                    if pass(rows.clone(), lane) {
                        settle(shape, source, field, rows, lane, faulty);
                    } else if field.required {
                        for (faulty, known) in faulty.iter_mut().zip(&lane.known) {
                            *faulty |= known ^ 1;
                        }
                    }
                }
                None => {
                    lane.clear();
                    lane.known.fill(UNSURE);
                    settle(shape, source, field, rows, lane, faulty);
                }
            }
        }
        _ => explanations(shape, source, rows, block),
    }
}

/// Stands in a lane where a cell has to be read by itself.
pub(super) const UNSURE: u8 = 2;

/// Reads cells by themselves, as a single record is read, where a pass was not sure.
fn settle(
    shape: &Shape,
    source: &Source<'_>,
    field: &'static Field,
    rows: Range<usize>,
    lane: &mut Lane,
    faulty: &mut [u8; BLOCK],
) {
    let cells = lane.values.iter_mut().zip(&mut lane.known).zip(&mut lane.list_ends).zip(faulty);
    for ((((value, known), ends), faulty), row) in cells.zip(rows) {
        if *known == UNSURE {
            *known = 0;
            if let Some(node) = cell::node(source.target, source.array, row, source.nan_is_null) {
                match read_cell(shape, field, &node) {
                    Some(Cell::Number(number)) => (*value, *known) = (number, 1),
                    Some(Cell::Intervals(intervals)) => {
                        lane.intervals.extend_from_slice(&intervals);
                        *known = 1;
                    }
                    Some(_) => {}
                    None => *faulty = 1,
                }
            }
        }
        if field.required && *known == 0 {
            *faulty = 1;
        }
        *ends = lane.intervals.len();
    }
}

fn explanations(shape: &Shape, source: &Source<'_>, rows: Range<usize>, block: &mut Block) {
    for (at, (row, faulty)) in rows.zip(&mut block.faulty).enumerate() {
        let node = cell::node(source.target, source.array, row, source.nan_is_null);
        let Some(node) = node else { continue };
        let mut record = Record::default();
        if read_explanations(shape, &node, &mut record) {
            let rules = record.explanations.iter().map(|(rule, _)| (at, *rule));
            block.explained.extend(rules);
        } else {
            *faulty = 1;
        }
    }
}

/// The pass over a column, where its type has one.
pub(super) fn pass<'a>(
    shape: &Shape,
    target: Target,
    array: &'a ArrayRef,
    nan_is_null: bool,
) -> Option<Pass<'a>> {
    let Target::Fact { field, power } = target else { return None };
    if let Some(dictionary) = array.as_any_dictionary_opt() {
        return dictionary::pass(shape, target, dictionary, nan_is_null);
    }
    let numbers = |range, places| numbers(array, range, power + places, nan_is_null);
    match field.kind {
        Kind::Count(&range) => numbers(range, 0),
        Kind::Year => numbers((FIRST_YEAR, LAST_YEAR), 0),
        Kind::Money => numbers((0, GREATEST), 2),
        Kind::Share => numbers((0, MILLION), 4),
        Kind::Flag => Some(flags(array.as_boolean_opt()?)),
        Kind::Date => days(array),
        Kind::Text => texts(array),
        _ => None,
    }
}

/// A pass over numbers that are kept as so many units of 10^-`places`, in a range of units.
fn numbers(
    array: &ArrayRef,
    range: (i64, i64),
    places: i32,
    nan_is_null: bool,
) -> Option<Pass<'_>> {
    fn of<T: ArrowPrimitiveType<Native: TryInto<i64>>>(
        array: &ArrayRef,
        range: (i64, i64),
        power: i32,
    ) -> Option<Pass<'_>> {
        // What does not fit is below every range.
        let fitting = |it: T::Native| it.try_into().unwrap_or(i64::MIN);
        let array = array.as_primitive::<T>();
        let factor = 10_i64.checked_pow(power.unsigned_abs())?;
        Some(if power < 0 {
            whole(array, ToUnits::of(range, 1), move |it| exactly(fitting(it), factor))
        } else {
            whole(array, ToUnits::of(range, factor), fitting)
        })
    }
    match array.data_type() {
        DataType::Int8 => of::<Int8Type>(array, range, places),
        DataType::Int16 => of::<Int16Type>(array, range, places),
        DataType::Int32 => of::<Int32Type>(array, range, places),
        DataType::Int64 => of::<Int64Type>(array, range, places),
        DataType::UInt8 => of::<UInt8Type>(array, range, places),
        DataType::UInt16 => of::<UInt16Type>(array, range, places),
        DataType::UInt32 => of::<UInt32Type>(array, range, places),
        DataType::UInt64 => of::<UInt64Type>(array, range, places),
        DataType::Decimal32(_, scale) => {
            of::<Decimal32Type>(array, range, places - i32::from(*scale))
        }
        DataType::Decimal64(_, scale) => {
            of::<Decimal64Type>(array, range, places - i32::from(*scale))
        }
        DataType::Decimal128(_, scale) => {
            of::<Decimal128Type>(array, range, places - i32::from(*scale))
        }
        DataType::Float32 => {
            let units = (Units::OF_SINGLE, 10_i64.checked_pow(u32::try_from(places).ok()?)?);
            Some(floats(array.as_primitive::<Float32Type>(), units, range, nan_is_null))
        }
        DataType::Float64 => {
            let units = (Units::of_double(places), 1);
            Some(floats(array.as_primitive::<Float64Type>(), units, range, nan_is_null))
        }
        _ => None,
    }
}

/// The quotient where nothing is left over; else what is below every range.
fn exactly(number: i64, by: i64) -> i64 {
    if number % by == 0 { number / by } else { i64::MIN }
}

/// The factor that makes a number one of units, and the range of such numbers.
#[derive(Clone, Copy)]
struct ToUnits {
    factor: i64,
    least: i64,
    most: i64,
}

impl ToUnits {
    fn of((least, most): (i64, i64), factor: i64) -> Self {
        // No range begins below zero, but for days, which are units themselves.
        let least = if factor == 1 { least } else { (least + factor - 1) / factor };
        Self { factor, least, most: most / factor }
    }
}

/// A pass over whole numbers.
fn whole<T: ArrowPrimitiveType>(
    array: &PrimitiveArray<T>,
    ToUnits { factor, least, most }: ToUnits,
    widen: impl Fn(T::Native) -> i64 + Send + Sync + 'static,
) -> Pass<'_> {
    Box::new(move |rows, lane| {
        known(array.nulls(), rows.clone(), &mut lane.known);
        let numbers = array.values().get(rows).unwrap_or_default();
        let mut outside = 0;
        for (value, number) in lane.values.iter_mut().zip(numbers) {
            let number = widen(*number);
            // Negative if either bound is passed, by whatever stands under a null too.
            outside |= number.wrapping_sub(least) | most.wrapping_sub(number);
            *value = number.wrapping_mul(factor);
        }
        if 0 <= outside {
            return false;
        }
        for (known, number) in lane.known.iter_mut().zip(numbers) {
            if *known == 1 && !(least..=most).contains(&widen(*number)) {
                *known = UNSURE;
            }
        }
        lane.known.contains(&UNSURE)
    })
}

/// A pass over floats; the units are multiplied by a factor of their own.
fn floats<T: ArrowPrimitiveType<Native: Into<Float>>>(
    array: &PrimitiveArray<T>,
    (units, factor): (Units, i64),
    (least, most): (i64, i64),
    nan_is_null: bool,
) -> Pass<'_> {
    Box::new(move |rows, lane| {
        known(array.nulls(), rows.clone(), &mut lane.known);
        let floats = array.values().get(rows).unwrap_or_default();
        let mut unsure = 0;
        for ((value, known), float) in lane.values.iter_mut().zip(&mut lane.known).zip(floats) {
            let float = (*float).into();
            let (number, sure) = units.read(float);
            let number = number.wrapping_mul(factor);
            let sure = sure & (least <= number) & (number <= most);
            let null = nan_is_null & float.is_nan();
            *value = number;
            *known &= u8::from(!null);
            *known <<= u8::from(!sure);
            unsure |= *known;
        }
        UNSURE <= unsure
    })
}

/// A pass over texts, of which only the length matters.
fn texts(array: &ArrayRef) -> Option<Pass<'_>> {
    fn over<'a>(length: impl Fn(usize) -> usize + Send + Sync + 'a) -> Pass<'a> {
        Box::new(move |rows, lane| {
            let mut unsure = false;
            for (row, known) in rows.zip(&mut lane.known) {
                // No more bytes than characters are allowed.
                *known = if length(row) <= TEXT_LIMIT { 0 } else { UNSURE };
                unsure |= *known == UNSURE;
            }
            unsure
        })
    }
    fn offsets<O: OffsetSizeTrait>(array: &ArrayRef) -> Pass<'_> {
        let offsets = array.as_string::<O>().value_offsets();
        over(move |row| match offsets.get(row..) {
            Some([start, end, ..]) => end.as_usize() - start.as_usize(),
            _ => 0,
        })
    }
    match array.data_type() {
        DataType::Utf8 => Some(offsets::<i32>(array)),
        DataType::LargeUtf8 => Some(offsets::<i64>(array)),
        _ => None,
    }
}

/// A pass over booleans.
fn flags(array: &BooleanArray) -> Pass<'_> {
    Box::new(move |rows, lane| {
        let mut flags = [0; BLOCK];
        expand(array.values(), rows.clone(), &mut flags);
        for (value, flag) in lane.values.iter_mut().zip(&flags) {
            *value = i64::from(*flag);
        }
        known(array.nulls(), rows, &mut lane.known);
        false
    })
}

/// A pass over days, or over moments at the beginning of days.
fn days(array: &ArrayRef) -> Option<Pass<'_>> {
    fn moments<T: ArrowPrimitiveType<Native = i64>>(array: &ArrayRef, a_day: i64) -> Pass<'_> {
        whole(array.as_primitive::<T>(), days_held(), move |ticks| exactly(ticks, a_day))
    }
    Some(match array.data_type() {
        DataType::Date32 => whole(array.as_primitive::<Date32Type>(), days_held(), i64::from),
        DataType::Date64 => moments::<Date64Type>(array, 86_400_000),
        DataType::Timestamp(TimeUnit::Second, _) => moments::<TimestampSecondType>(array, 86_400),
        DataType::Timestamp(TimeUnit::Millisecond, _) => {
            moments::<TimestampMillisecondType>(array, 86_400_000)
        }
        DataType::Timestamp(TimeUnit::Microsecond, _) => {
            moments::<TimestampMicrosecondType>(array, 86_400_000_000)
        }
        DataType::Timestamp(TimeUnit::Nanosecond, _) => {
            moments::<TimestampNanosecondType>(array, 86_400_000_000_000)
        }
        _ => return None,
    })
}

fn days_held() -> ToUnits {
    ToUnits::of((day_number(FIRST_YEAR, 1, 1), day_number(LAST_YEAR, 12, 31)), 1)
}

/// Notes which rows are not null.
pub(super) fn known(nulls: Option<&NullBuffer>, rows: Range<usize>, known: &mut [u8; BLOCK]) {
    match nulls {
        Some(nulls) => expand(nulls.inner(), rows, known),
        None => known.iter_mut().take(rows.len()).for_each(|known| *known = 1),
    }
}

/// Expands a bit a row into a byte a row, 0 or 1. Bytes beyond the rows stay.
fn expand(bits: &BooleanBuffer, rows: Range<usize>, to: &mut [u8; BLOCK]) {
    let bits = bits.slice(rows.start, rows.len());
    let chunks = bits.bit_chunks();
    let (words, _) = to.as_chunks_mut::<64>();
    for (word, bits) in words.iter_mut().zip(chunks.iter_padded()) {
        let (eights, _) = word.as_chunks_mut::<8>();
        for (eight, bits) in eights.iter_mut().zip(bits.to_le_bytes()) {
            *eight = spread(bits).to_le_bytes();
        }
    }
}

/// The bits of a byte as the lowest bits of eight bytes, the lowest first.
const fn spread(bits: u8) -> u64 {
    const BIT_EACH: u64 = 0x8040_2010_0804_0201;
    const LOW_SEVEN: u64 = 0x7f7f_7f7f_7f7f_7f7f;
    const HIGHEST: u64 = 0x8080_8080_8080_8080;
    // Each byte keeps its own bit; adding the low seven carries any of them into the highest.
    let kept = u64::from_le_bytes([bits; 8]) & BIT_EACH;
    (((kept & LOW_SEVEN) + LOW_SEVEN) | kept & HIGHEST) >> 7 & 0x0101_0101_0101_0101
}
