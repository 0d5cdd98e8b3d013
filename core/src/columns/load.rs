//! Loading: the columns of a batch become the vectors of a block.
//!
//! Most columns have a fast path, a loop over whole ranges of rows that converts the common cases. It
//! never guesses: every cell that it cannot convert with certainty goes through the slow path, the
//! same reader that a single record goes through, which also finds the faults.

mod dates;
mod dictionary;
mod flags;
mod lists;
mod numbers;
mod texts;

use std::ops::Range;

use arrow_array::ArrayRef;
use arrow_array::cast::AsArray as _;

use super::cell;
use super::plan::Reading;
use crate::block::bits::Bits;
use crate::block::{Block, Vector};
use crate::field::{Field, Kind};
use crate::index::Index;
use crate::input::{Shape, parse_cell, parse_explanations};
use crate::quantity::date::{FIRST_YEAR, LAST_YEAR};
use crate::quantity::{GREATEST, MILLION};
use crate::table::{NoteCounts, Target};

/// A column of a batch that holds a fact or the explanations.
pub(super) struct Source<'a> {
    pub(super) target: Target,
    /// The index of the fact; `None` for the explanations.
    pub(super) fact: Option<Index>,
    pub(super) array: &'a ArrayRef,
    pub(super) reading: Reading<'a>,
    pub(super) fast_path: Option<FastPath<'a>>,
}

/// Reads a range of rows into a vector; returns the rows that are left to the slow path.
pub(super) type FastPath<'a> =
    Box<dyn Fn(Range<usize>, &mut Vector<'a>) -> Bits + Send + Sync + 'a>;

/// Loads a range of rows of one column into a block.
pub(super) fn load<'a>(
    shape: &Shape,
    source: &Source<'a>,
    rows: Range<usize>,
    block: &mut Block<'a>,
) {
    let Block { vectors, faulty, .. } = block;
    let (Target::Fact { field, .. }, Some(fact)) = (source.target, source.fact) else {
        return load_explanations(shape, source, rows, block);
    };
    let Some(vector) = vectors.get_mut(usize::from(fact)) else { return };
    let vector = vector.get_or_insert_default();
    vector.lent = None;
    vector.intervals.clear();
    let left = if let Some(fast_path) = &source.fast_path {
        fast_path(rows.clone(), vector)
    } else {
        vector.known = Bits::NONE;
        Bits::first(rows.len())
    };
    if left.any() {
        slow_path(shape, source, field, &rows, &left, vector, faulty);
    }
    if field.required {
        *faulty = faulty.or(&vector.known.not().and(&Bits::first(rows.len())));
    }
}

/// Reads the cells of these rows one by one, as those of a single record are read.
fn slow_path(
    shape: &Shape,
    source: &Source<'_>,
    field: &'static Field,
    rows: &Range<usize>,
    left: &Bits,
    vector: &mut Vector<'_>,
    faulty: &mut Bits,
) {
    vector.known = vector.known.and(&left.not());
    left.each(|at| {
        let row = rows.start + at;
        let Source { target, array, reading, .. } = *source;
        let node = cell::node(target, array, row, reading, &mut vector.counts);
        let Some(node) = node else { return };
        match parse_cell(shape, field, &node) {
            Some(cell) => vector.set(at, cell),
            None => faulty.add(at),
        }
    });
}

fn load_explanations(
    shape: &Shape,
    source: &Source<'_>,
    rows: Range<usize>,
    block: &mut Block<'_>,
) {
    let mut counts = NoteCounts::NONE;
    for (at, row) in rows.enumerate() {
        let Source { target, array, reading, .. } = *source;
        let node = cell::node(target, array, row, reading, &mut counts);
        let Some(node) = node else { continue };
        match parse_explanations(shape, &node) {
            Some(explanations) => {
                block.explained.extend(explanations.iter().map(|(rule, _)| (at, *rule)));
            }
            None => block.faulty.add(at),
        }
    }
}

/// The fast path for a column, if its type has one.
pub(super) fn fast_path<'a>(
    shape: &Shape,
    target: Target,
    array: &'a ArrayRef,
    reading: Reading<'_>,
) -> Option<FastPath<'a>> {
    let Target::Fact { field, power, .. } = target else { return None };
    if let Some(dictionary) = array.as_any_dictionary_opt() {
        return dictionary::fast_path(shape, target, dictionary, reading);
    }
    if let Some(texts) = texts::fast_path(shape, target, array) {
        return Some(texts);
    }
    let numbers = |range, decimals| {
        numbers::fast_path(array, range, power + decimals, reading.options.nan_is_null)
    };
    match field.kind {
        Kind::Count(&range) => numbers(range, 0),
        Kind::Year => numbers((FIRST_YEAR, LAST_YEAR), 0),
        Kind::Money => numbers((0, GREATEST), 2),
        Kind::Share => numbers((0, MILLION), 4),
        Kind::Flag if array.data_type().is_numeric() => numbers((0, 1), 0),
        Kind::Flag => array.as_boolean_opt().map(flags::fast_path),
        Kind::Choice(_) | Kind::Text => None,
        Kind::Date => dates::fast_path(array),
        Kind::Dates | Kind::Periods => lists::fast_path(array),
    }
}
