//! Loading words of a closed list: the words themselves are read once, and looked up after that.

use std::collections::HashMap;

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayAccessor, ArrayRef};
use arrow_schema::DataType;

use super::bits::Bits;
use super::load::Pass;
use crate::input::{Shape, parse_cell};
use crate::record::Cell;
use crate::table::Target;

/// A pass over texts of which most are one of these words; any other is read by itself.
pub(super) fn pass<'a>(
    shape: &Shape,
    target: Target,
    words: &mut dyn Iterator<Item = &'static str>,
    array: &'a ArrayRef,
) -> Option<Pass<'a>> {
    let Target::Fact { field, .. } = target else { return None };
    let number = |word| match parse_cell(shape, field, &target.cell(word)?)? {
        Cell::Number(number) => Some((word, number)),
        _ => None,
    };
    let numbers: HashMap<&'static str, i64> = words.filter_map(number).collect();
    match array.data_type() {
        DataType::Utf8 => Some(over(array.as_string::<i32>(), numbers)),
        DataType::LargeUtf8 => Some(over(array.as_string::<i64>(), numbers)),
        DataType::Utf8View => Some(over(array.as_string_view(), numbers)),
        _ => None,
    }
}

fn over<'a>(
    texts: impl ArrayAccessor<Item = &'a str> + Send + Sync + 'a,
    numbers: HashMap<&'static str, i64>,
) -> Pass<'a> {
    Box::new(move |rows, vector| {
        let not_null = Bits::not_null(texts.nulls(), rows.clone());
        vector.known = Bits::NONE;
        for ((at, row), value) in rows.enumerate().zip(&mut vector.values) {
            if not_null.has(at)
                && let Some(number) = numbers.get(texts.value(row))
            {
                *value = *number;
                vector.known.add(at);
            }
        }
        not_null.and(&vector.known.not())
    })
}
