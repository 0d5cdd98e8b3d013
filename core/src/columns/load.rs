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
use arrow_schema::{DataType, TimeUnit};

use super::bits::Bits;
use super::block::{BLOCK, Block, Vector};
use super::float::{Float, Units};
use super::simd::widely;
use super::{cell, choices, dictionary, lists};
use crate::field::{Field, Kind, TEXT_LIMIT};
use crate::index::Index;
use crate::input::{Shape, parse_cell, parse_explanations};
use crate::quantity::date::{FIRST_YEAR, LAST_YEAR, day_number};
use crate::quantity::{GREATEST, MILLION};
use crate::record::Cell;
use crate::table::Target;

/// A column of a batch on its way into blocks.
pub(super) struct Source<'a> {
    pub(super) target: Target,
    /// The place of the fact that it holds.
    pub(super) fact: Option<Index>,
    pub(super) array: &'a ArrayRef,
    pub(super) nan_is_null: bool,
    /// How its rows are read in one pass, if they can be.
    pub(super) load: Option<Pass<'a>>,
}

/// Reads some rows of a column into a lane; returns the rows that are to be read by themselves.
pub(super) type Pass<'a> = Box<dyn Fn(Range<usize>, &mut Vector<'a>) -> Bits + Send + Sync + 'a>;

/// Loads these rows of a column.
pub(super) fn load<'a>(
    shape: &Shape,
    source: &Source<'a>,
    rows: Range<usize>,
    block: &mut Block<'a>,
) {
    let Block { vectors, faulty, .. } = block;
    let (Target::Fact { field, .. }, Some(fact)) = (source.target, source.fact) else {
        return explanations(shape, source, rows, block);
    };
    let Some(vector) = vectors.get_mut(usize::from(fact)) else { return };
    let vector = vector.get_or_insert_default();
    vector.lent = None;
    vector.intervals.clear();
    let unsure = if let Some(pass) = &source.load {
        pass(rows.clone(), vector)
    } else {
        vector.known = Bits::NONE;
        Bits::first(rows.len())
    };
    if unsure.any() {
        settle(shape, source, field, &rows, &unsure, vector, faulty);
    }
    if field.required {
        *faulty = faulty.or(&vector.known.not().and(&Bits::first(rows.len())));
    }
}

/// Reads cells by themselves, as a single record is read.
fn settle(
    shape: &Shape,
    source: &Source<'_>,
    field: &'static Field,
    rows: &Range<usize>,
    unsure: &Bits,
    vector: &mut Vector<'_>,
    faulty: &mut Bits,
) {
    vector.known = vector.known.and(&unsure.not());
    unsure.each(|at| {
        let row = rows.start + at;
        let node = cell::node(source.target, source.array, row, source.nan_is_null);
        match node.map(|node| parse_cell(shape, field, &node)) {
            Some(Some(Cell::Number(number))) => {
                if let Some(value) = vector.values.get_mut(at) {
                    *value = number;
                    vector.known.add(at);
                }
            }
            Some(Some(Cell::Intervals(list))) => {
                let start = vector.intervals.len();
                vector.intervals.extend_from_slice(&list);
                vector.lists.resize(BLOCK, (0, 0));
                if let Some(span) = vector.lists.get_mut(at) {
                    *span = (start, vector.intervals.len());
                    vector.known.add(at);
                }
            }
            Some(None) => faulty.add(at),
            _ => {}
        }
    });
}

fn explanations(shape: &Shape, source: &Source<'_>, rows: Range<usize>, block: &mut Block<'_>) {
    for (at, row) in rows.enumerate() {
        let node = cell::node(source.target, source.array, row, source.nan_is_null);
        let Some(node) = node else { continue };
        match parse_explanations(shape, &node) {
            Some(explanations) => {
                block.explained.extend(explanations.iter().map(|(rule, _)| (at, *rule)));
            }
            None => block.faulty.add(at),
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
    let numbers = |range, decimals| numbers(array, range, power + decimals, nan_is_null);
    match field.kind {
        Kind::Count(&range) => numbers(range, 0),
        Kind::Year => numbers((FIRST_YEAR, LAST_YEAR), 0),
        Kind::Money => numbers((0, GREATEST), 2),
        Kind::Share => numbers((0, MILLION), 4),
        Kind::Flag => array.as_boolean_opt().map(flags).or_else(|| {
            let words = ["true", "false", "True", "False", "是", "否", "有", "无", "1", "0"];
            choices::pass(shape, target, &mut words.into_iter(), array)
        }),
        Kind::Choice(choices) => {
            let words = choices.iter().flat_map(|choice| {
                [choice.key(), choice.label().zh()].into_iter().chain(choice.also())
            });
            choices::pass(shape, target, &mut words.into_iter(), array)
        }
        Kind::Date => days(array),
        Kind::Text => texts(array),
        Kind::Dates | Kind::Periods => lists::pass(array),
    }
}

/// A pass over numbers that are kept as so many units of 10^-`places`, in a range of units.
fn numbers(
    array: &ArrayRef,
    range: (i64, i64),
    decimals: i32,
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
        DataType::Int8 => of::<Int8Type>(array, range, decimals),
        DataType::Int16 => of::<Int16Type>(array, range, decimals),
        DataType::Int32 => of::<Int32Type>(array, range, decimals),
        DataType::Int64 if decimals == 0 => Some(units(array.as_primitive(), range)),
        DataType::Int64 => of::<Int64Type>(array, range, decimals),
        DataType::UInt8 => of::<UInt8Type>(array, range, decimals),
        DataType::UInt16 => of::<UInt16Type>(array, range, decimals),
        DataType::UInt32 => of::<UInt32Type>(array, range, decimals),
        DataType::UInt64 => of::<UInt64Type>(array, range, decimals),
        DataType::Decimal32(_, scale) => {
            of::<Decimal32Type>(array, range, decimals - i32::from(*scale))
        }
        DataType::Decimal64(_, scale) => {
            of::<Decimal64Type>(array, range, decimals - i32::from(*scale))
        }
        DataType::Decimal128(_, scale) => {
            of::<Decimal128Type>(array, range, decimals - i32::from(*scale))
        }
        DataType::Float32 => {
            let units = (Units::OF_SINGLE, 10_i64.checked_pow(u32::try_from(decimals).ok()?)?);
            Some(floats(array.as_primitive::<Float32Type>(), units, range, nan_is_null))
        }
        DataType::Float64 => {
            let units = (Units::of_double(decimals), 1);
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
pub(super) struct ToUnits {
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

    pub(super) fn contains(self, number: i64) -> bool {
        (self.least..=self.most).contains(&number)
    }

    /// Negative if the number passes either bound: many numbers are asked with one `|`.
    #[expect(clippy::inline_always, reason = "the loop around it is compiled anew")]
    #[inline(always)]
    fn outside(self, number: i64) -> i64 {
        number.wrapping_sub(self.least) | self.most.wrapping_sub(number)
    }
}

/// A pass over whole numbers.
fn whole<T: ArrowPrimitiveType>(
    array: &PrimitiveArray<T>,
    units @ ToUnits { factor, least, .. }: ToUnits,
    widen: impl Fn(T::Native) -> i64 + Copy + Send + Sync + 'static,
) -> Pass<'_> {
    Box::new(move |rows, vector| {
        vector.known = Bits::not_null(array.nulls(), rows.clone());
        let numbers = array.values().get(rows).unwrap_or_default();
        let values = &mut vector.values;
        let outside = widely(
            #[inline(always)]
            || to_units(values, numbers, units, widen),
        );
        let mut unsure = Bits::NONE;
        if outside < 0 {
            for (row, (value, number)) in vector.values.iter_mut().zip(numbers).enumerate() {
                if !units.contains(widen(*number)) {
                    *value = least * factor;
                    unsure.add(row);
                }
            }
        }
        unsure.and(&vector.known)
    })
}

/// A pass over numbers that are units already: nothing is copied unless one is out of range.
fn units(array: &PrimitiveArray<Int64Type>, range: (i64, i64)) -> Pass<'_> {
    let units = ToUnits::of(range, 1);
    let copied = whole(array, units, |number| number);
    Box::new(move |rows, vector| {
        let numbers = array.values().get(rows.clone()).and_then(<[i64]>::first_chunk::<BLOCK>);
        let within = widely(
            #[inline(always)]
            || numbers.filter(|it| 0 <= it.iter().fold(0, |sum, it| sum | units.outside(*it))),
        );
        let Some(numbers) = within else { return copied(rows, vector) };
        vector.known = Bits::not_null(array.nulls(), rows);
        vector.lent = Some(numbers);
        Bits::NONE
    })
}

/// Returns a negative number if either bound is passed, by whatever stands under a null too.
#[expect(clippy::inline_always, reason = "the loop has to be inlined to be compiled anew")]
#[inline(always)]
fn to_units<T: Copy>(
    to: &mut [i64; BLOCK],
    from: &[T],
    units: ToUnits,
    widen: impl Fn(T) -> i64,
) -> i64 {
    let mut outside = 0;
    for (to, from) in to.iter_mut().zip(from) {
        let number = widen(*from);
        outside |= units.outside(number);
        *to = number.wrapping_mul(units.factor);
    }
    outside
}

/// A pass over floats; the units are multiplied by a factor of their own.
fn floats<T: ArrowPrimitiveType<Native: Into<Float>>>(
    array: &PrimitiveArray<T>,
    (units, factor): (Units, i64),
    (least, most): (i64, i64),
    nan_is_null: bool,
) -> Pass<'_> {
    Box::new(move |rows, vector| {
        let not_null = Bits::not_null(array.nulls(), rows.clone());
        let floats = array.values().get(rows).unwrap_or_default();
        let (mut sure, mut nan) = ([0; BLOCK], [0; BLOCK]);
        let cells = vector.values.iter_mut().zip(floats).zip(sure.iter_mut().zip(&mut nan));
        widely(
            #[inline(always)]
            || {
                for ((value, float), (sure, nan)) in cells {
                    let float = (*float).into();
                    let (number, exact) = units.read(float);
                    let number = number.wrapping_mul(factor);
                    let held = exact && (least..=most).contains(&number);
                    *value = if held { number } else { least };
                    *sure = u8::from(held);
                    *nan = u8::from(float.is_nan());
                }
            },
        );
        vector.known = Bits::packed(&sure).and(&not_null);
        let unsure = not_null.and(&vector.known.not());
        if nan_is_null { unsure.and(&Bits::packed(&nan).not()) } else { unsure }
    })
}

/// A pass over texts, of which only the length matters.
fn texts(array: &ArrayRef) -> Option<Pass<'_>> {
    fn over<'a>(length: impl Fn(usize) -> usize + Send + Sync + 'a) -> Pass<'a> {
        Box::new(move |rows, vector| {
            vector.known = Bits::NONE;
            let mut long = Bits::NONE;
            for (at, row) in rows.enumerate() {
                // There are no more characters than bytes.
                if TEXT_LIMIT < length(row) {
                    long.add(at);
                }
            }
            long
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
    Box::new(move |rows, vector| {
        vector.known = Bits::not_null(array.nulls(), rows.clone());
        let flags = Bits::of(array.values(), rows);
        widely(
            #[inline(always)]
            || {
                let (by_word, _) = vector.values.as_chunks_mut::<64>();
                for (values, flags) in by_word.iter_mut().zip(flags.0) {
                    for (bit, value) in values.iter_mut().enumerate() {
                        *value = (flags >> bit & 1).cast_signed();
                    }
                }
            },
        );
        Bits::NONE
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

pub(super) fn days_held() -> ToUnits {
    ToUnits::of((day_number(FIRST_YEAR, 1, 1), day_number(LAST_YEAR, 12, 31)), 1)
}
