//! Reading the wide table.

use arrow_array::cast::AsArray;
use arrow_array::types::{Decimal128Type, Int8Type, Int64Type};
use arrow_array::{Array, ArrayRef};
use arrow_schema::DataType;

/// A cell of the wide table, as text.
pub fn cell(array: &ArrayRef, row: usize) -> Option<String> {
    if array.is_null(row) {
        return None;
    }
    Some(match array.data_type() {
        DataType::Int64 => array.as_primitive::<Int64Type>().value(row).to_string(),
        DataType::Decimal128(..) => array.as_primitive::<Decimal128Type>().value_as_string(row),
        _ => {
            let words = array.as_dictionary::<Int8Type>();
            words.values().as_string::<i32>().value(words.key(row)?).to_owned()
        }
    })
}
