//! Choices, and flags written as words: each word is parsed once, and then looked up.

use std::collections::HashMap;

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayAccessor, ArrayRef};
use arrow_schema::DataType;

use super::FastPath;
use crate::columns::bits::Bits;
use crate::input::{Shape, parse_cell};
use crate::table::{Missing, NoteCounts, Reading, Target};

/// The fast path for texts, most of which are one of these words.
pub(super) fn fast_path<'a>(
    shape: &Shape,
    target: Target,
    words: &mut dyn Iterator<Item = &'static str>,
    array: &'a ArrayRef,
) -> Option<FastPath<'a>> {
    let Target::Fact { field, .. } = target else { return None };
    let reading = Reading { missing: Missing::NONE, line: None };
    let number = |word| {
        let node = target.cell(word, reading, &mut NoteCounts::NONE.clone())?;
        let cell = parse_cell(shape, field, &node)?;
        Some((word, cell.number()?))
    };
    let numbers: HashMap<&'static str, i64> = words.filter_map(number).collect();
    #[expect(clippy::wildcard_enum_match_arm, reason = "other types of Arrow hold no text")]
    match array.data_type() {
        DataType::Utf8 => Some(look_up(array.as_string::<i32>(), numbers)),
        DataType::LargeUtf8 => Some(look_up(array.as_string::<i64>(), numbers)),
        DataType::Utf8View => Some(look_up(array.as_string_view(), numbers)),
        _ => None,
    }
}

fn look_up<'a>(
    texts: impl ArrayAccessor<Item = &'a str> + Send + Sync + 'a,
    numbers: HashMap<&'static str, i64>,
) -> FastPath<'a> {
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
