//! Counts, years, money and shares: every number becomes a whole number of the fact's smallest unit.

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, Decimal32Type, Decimal64Type, Decimal128Type, Float32Type, Float64Type,
    Int64Type,
};
use arrow_array::{Array, ArrayRef, PrimitiveArray, downcast_integer};
use arrow_schema::DataType;

use super::FastPath;
use crate::block::Vector;
use crate::block::bits::{BLOCK, Bits};
use crate::block::simd::vectorize;
use crate::columns::float::Units;
use crate::table::Float;

/// The fast path for numbers. The unit of the fact is the 10^`decimals`th part of that of the column;
/// `range` is in units of the fact, both ends included.
pub(super) fn fast_path(
    array: &ArrayRef,
    range: (i64, i64),
    decimals: i32,
    nan_is_null: bool,
) -> Option<FastPath<'_>> {
    if decimals == 0
        && let Some(array) = array.as_primitive_opt::<Int64Type>()
    {
        return Some(units(array, range));
    }
    macro_rules! integers {
        ($type:ty) => {
            integers::<$type>(array, range, decimals)
        };
    }
    downcast_integer! {
        array.data_type() => (integers),
        DataType::Decimal32(_, scale) => {
            integers::<Decimal32Type>(array, range, decimals - i32::from(*scale))
        },
        DataType::Decimal64(_, scale) => {
            integers::<Decimal64Type>(array, range, decimals - i32::from(*scale))
        },
        DataType::Decimal128(_, scale) => {
            integers::<Decimal128Type>(array, range, decimals - i32::from(*scale))
        },
        DataType::Float32 => {
            let units = (Units::OF_SINGLE, 10_i64.checked_pow(u32::try_from(decimals).ok()?)?);
            Some(floats(array.as_primitive::<Float32Type>(), units, range, nan_is_null))
        },
        DataType::Float64 => {
            let units = (Units::of_double(decimals), 1);
            Some(floats(array.as_primitive::<Float64Type>(), units, range, nan_is_null))
        },
        _ => None,
    }
}

/// Integers, or the digits of decimals: multiplied by 10^`power`, or divided by 10^-`power` if
/// nothing remains.
fn integers<T: ArrowPrimitiveType<Native: TryInto<i64>>>(
    array: &ArrayRef,
    range: (i64, i64),
    power: i32,
) -> Option<FastPath<'_>> {
    // What does not fit is below every range.
    let fitting = |it: T::Native| it.try_into().unwrap_or(i64::MIN);
    let array = array.as_primitive::<T>();
    let factor = 10_i64.checked_pow(power.unsigned_abs())?;
    Some(if power < 0 {
        whole(array, ToUnits::of(range, 1), move |it| exact_quotient(fitting(it), factor))
    } else {
        whole(array, ToUnits::of(range, factor), fitting)
    })
}

/// The quotient if nothing remains; otherwise a number below every range.
pub(super) fn exact_quotient(number: i64, by: i64) -> i64 {
    if number % by == 0 { number / by } else { i64::MIN }
}

/// The factor that converts numbers of a column to units of the fact, and the range of numbers whose
/// product is within the range of the fact.
#[derive(Clone, Copy)]
pub(super) struct ToUnits {
    factor: i64,
    least: i64,
    most: i64,
}

impl ToUnits {
    pub(super) fn of((least, most): (i64, i64), factor: i64) -> Self {
        // Ranges begin at zero or above, except that of days, whose factor is 1.
        let least = if factor == 1 { least } else { (least + factor - 1) / factor };
        Self { factor, least, most: most / factor }
    }

    pub(super) fn contains(self, number: i64) -> bool {
        (self.least..=self.most).contains(&number)
    }

    /// Negative if the number is out of range. The results for many numbers can be joined by `|` and
    /// tested once.
    #[expect(
        clippy::inline_always,
        reason = "the loop must be inlined to be compiled for each set"
    )]
    #[inline(always)]
    fn outside(self, number: i64) -> i64 {
        number.wrapping_sub(self.least) | self.most.wrapping_sub(number)
    }
}

/// The fast path for values that `widen` makes whole numbers of.
pub(super) fn whole<T: ArrowPrimitiveType>(
    array: &PrimitiveArray<T>,
    units @ ToUnits { factor, least, .. }: ToUnits,
    widen: impl Fn(T::Native) -> i64 + Copy + Send + Sync + 'static,
) -> FastPath<'_> {
    Box::new(move |rows, vector| {
        vector.known = Bits::not_null(array.nulls(), rows.clone());
        let numbers = array.values().get(rows).unwrap_or_default();
        let values = &mut vector.values;
        let outside = vectorize(
            #[inline(always)]
            || to_units(values, numbers, units, widen),
        );
        let mut left = Bits::NONE;
        if outside < 0 {
            for (row, (value, number)) in vector.values.iter_mut().zip(numbers).enumerate() {
                if !units.contains(widen(*number)) {
                    *value = least * factor;
                    left.add(row);
                }
            }
        }
        left.and(&vector.known)
    })
}

/// The fast path for numbers that are units already: a full block within the range is not copied.
fn units(array: &PrimitiveArray<Int64Type>, range: (i64, i64)) -> FastPath<'_> {
    let units = ToUnits::of(range, 1);
    let copied = whole(array, units, |number| number);
    Box::new(move |rows, vector| {
        let numbers = array.values().get(rows.clone()).and_then(<[i64]>::first_chunk::<BLOCK>);
        let within = vectorize(
            #[inline(always)]
            || numbers.filter(|it| 0 <= it.iter().fold(0, |sum, it| sum | units.outside(*it))),
        );
        let Some(numbers) = within else { return copied(rows, vector) };
        vector.known = Bits::not_null(array.nulls(), rows);
        vector.lent = Some(numbers);
        Bits::NONE
    })
}

/// Converts numbers to units. Returns a negative number if any of them is out of range, even one
/// under a null.
#[expect(clippy::inline_always, reason = "the loop must be inlined to be compiled for each set")]
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

/// The fast path for floats: read as units, then multiplied by the factor beside these.
fn floats<T: ArrowPrimitiveType<Native: Into<Float>>>(
    array: &PrimitiveArray<T>,
    (units, factor): (Units, i64),
    (least, most): (i64, i64),
    nan_is_null: bool,
) -> FastPath<'_> {
    Box::new(move |rows, vector: &mut Vector<'_>| {
        let not_null = Bits::not_null(array.nulls(), rows.clone());
        let floats = array.values().get(rows).unwrap_or_default();
        let (mut sure, mut nan) = ([0; BLOCK], [0; BLOCK]);
        let cells = vector.values.iter_mut().zip(floats).zip(sure.iter_mut().zip(&mut nan));
        vectorize(
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
        let left = not_null.and(&vector.known.not());
        if nan_is_null { left.and(&Bits::packed(&nan).not()) } else { left }
    })
}
