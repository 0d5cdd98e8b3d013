//! Loading: from the columns of a batch to the lanes of a block, known cells beside known bits.

use std::ops::Range;

use arrow_array::ArrayRef;

use super::block::{BLOCK, Block, Lane};
use super::cell;
use crate::facts::Place;
use crate::field::Field;
use crate::input::{Shape, read_cell, read_explanations};
use crate::record::{Cell, Record};
use crate::table::Target;

/// A column of a batch on its way into blocks.
pub(super) struct Source<'a> {
    pub(super) target: Target,
    /// The place of the fact that it holds.
    pub(super) place: Option<Place>,
    pub(super) array: &'a ArrayRef,
    pub(super) nan_is_null: bool,
}

/// Loads these rows of a column.
pub(super) fn load(shape: &Shape, source: &Source<'_>, rows: Range<usize>, block: &mut Block) {
    match (source.target, source.place) {
        (Target::Fact { field, .. }, Some(place)) => {
            let lane = block.lanes.get_mut(usize::from(place)).map(|it| it.get_or_insert_default());
            if let Some(lane) = lane {
                cells(shape, source, field, rows, lane, &mut block.faulty);
            }
        }
        _ => explanations(shape, source, rows, block),
    }
}

/// Loads cell by cell, as a single record is read.
fn cells(
    shape: &Shape,
    source: &Source<'_>,
    field: &'static Field,
    rows: Range<usize>,
    lane: &mut Lane,
    faulty: &mut [bool; BLOCK],
) {
    lane.clear();
    let cells = lane.values.iter_mut().zip(&mut lane.known).zip(&mut lane.list_ends).zip(faulty);
    for ((((value, known), ends), faulty), row) in cells.zip(rows) {
        if let Some(node) = cell::node(source.target, source.array, row, source.nan_is_null) {
            match read_cell(shape, field, &node) {
                Some(Cell::Number(number)) => (*value, *known) = (number, 1),
                Some(Cell::Intervals(intervals)) => {
                    lane.intervals.extend_from_slice(&intervals);
                    *known = 1;
                }
                Some(_) => {}
                None => *faulty = true,
            }
        } else if field.required {
            *faulty = true;
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
            *faulty = true;
        }
    }
}
