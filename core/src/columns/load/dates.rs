//! Dates: days, or timestamps at midnight, become day numbers.

use arrow_array::ArrayRef;
use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, Date32Type, Date64Type, TimestampMicrosecondType, TimestampMillisecondType,
    TimestampNanosecondType, TimestampSecondType,
};
use arrow_schema::{DataType, TimeUnit};

use super::FastPath;
use super::numbers::{ToUnits, exact_quotient, whole};
use crate::quantity::date::{FIRST_YEAR, LAST_YEAR, day_number};

/// The fast path for dates.
pub(super) fn fast_path(array: &ArrayRef) -> Option<FastPath<'_>> {
    fn timestamps<T: ArrowPrimitiveType<Native = i64>>(
        array: &ArrayRef,
        per_day: i64,
    ) -> FastPath<'_> {
        whole(array.as_primitive::<T>(), day_range(), move |ticks| exact_quotient(ticks, per_day))
    }
    #[expect(clippy::wildcard_enum_match_arm, reason = "other types of Arrow hold no date")]
    Some(match array.data_type() {
        DataType::Date32 => whole(array.as_primitive::<Date32Type>(), day_range(), i64::from),
        DataType::Date64 => timestamps::<Date64Type>(array, 86_400_000),
        DataType::Timestamp(TimeUnit::Second, _) => {
            timestamps::<TimestampSecondType>(array, 86_400)
        }
        DataType::Timestamp(TimeUnit::Millisecond, _) => {
            timestamps::<TimestampMillisecondType>(array, 86_400_000)
        }
        DataType::Timestamp(TimeUnit::Microsecond, _) => {
            timestamps::<TimestampMicrosecondType>(array, 86_400_000_000)
        }
        DataType::Timestamp(TimeUnit::Nanosecond, _) => {
            timestamps::<TimestampNanosecondType>(array, 86_400_000_000_000)
        }
        _ => return None,
    })
}

/// The day numbers that dates may have.
pub(super) fn day_range() -> ToUnits {
    ToUnits::of((day_number(FIRST_YEAR, 1, 1), day_number(LAST_YEAR, 12, 31)), 1)
}
