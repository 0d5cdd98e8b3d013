//! Reading result tables.

use arrow_array::cast::AsArray;
use arrow_array::types::{Decimal128Type, Int8Type, Int64Type};
use arrow_array::{Array, ArrayRef};

/// A cell of a result table as text.
pub fn cell(array: &ArrayRef, row: usize) -> Option<String> {
    if array.is_null(row) {
        return None;
    }
    if let Some(flags) = array.as_boolean_opt() {
        return Some(flags.value(row).to_string());
    }
    Some(if let Some(numbers) = array.as_primitive_opt::<Int64Type>() {
        numbers.value(row).to_string()
    } else if let Some(amounts) = array.as_primitive_opt::<Decimal128Type>() {
        amounts.value_as_string(row)
    } else {
        let verdicts = array.as_dictionary::<Int8Type>();
        verdicts.values().as_string::<i32>().value(verdicts.key(row)?).to_owned()
    })
}
