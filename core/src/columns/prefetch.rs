//! Asking the memory for what is read and written next, while a block is judged: else judging waits
//! for the memory, and the memory for judging.

use std::cell::Cell;
use std::mem::MaybeUninit;

use arrow_array::cast::AsArray as _;
use arrow_array::{Array as _, ArrayRef};
use arrow_buffer::Buffer;

use super::block::BLOCK;

/// How many lines are asked for at once: more than the memory takes in that time would be waited
/// for.
const AT_ONCE: usize = 8;
/// The bytes of a line, as the caches hold it.
const LINE: usize = 64;

/// What the next block reads of each column, as far as its place is known beforehand.
#[derive(Default)]
pub(super) struct Ahead {
    columns: Vec<Column>,
    /// The first row of the next block.
    row: usize,
    /// The column and the line that are next.
    next: Cell<(usize, usize)>,
}

/// Equally many bits a row.
struct Column {
    buffer: Buffer,
    first_bit: usize,
    bits: usize,
}

impl Ahead {
    /// Of numbers, keys and which of them are null.
    pub(super) fn of<'a>(arrays: impl Iterator<Item = &'a ArrayRef>) -> Self {
        let columns = arrays.flat_map(|array| {
            let nulls = array.nulls().map(|nulls| Column {
                buffer: nulls.buffer().clone(),
                first_bit: nulls.offset(),
                bits: 1,
            });
            let data = array.to_data();
            let width = data
                .data_type()
                .primitive_width()
                .or_else(|| array.as_any_dictionary_opt()?.keys().data_type().primitive_width());
            let values = width.zip(data.buffers().first());
            let values = values.map(|(width, buffer)| Column {
                buffer: buffer.clone(),
                first_bit: data.offset() * width * 8,
                bits: width * 8,
            });
            values.into_iter().chain(nulls)
        });
        Self { columns: columns.collect(), ..Self::default() }
    }

    /// Begins with the block that has this first row.
    pub(super) fn turn_to(&mut self, row: usize) {
        self.row = row;
        self.next.set((0, 0));
    }

    /// Asks for a little more.
    pub(super) fn ask(&self) {
        let (index, line) = self.next.get();
        let Some(column) = self.columns.get(index) else { return };
        let first = (column.first_bit + self.row * column.bits) / 8;
        let (lines, _) = column.buffer.get(first..).unwrap_or_default().as_chunks::<LINE>();
        lines.get(line..line + AT_ONCE).unwrap_or_default().iter().for_each(fetch);
        let next = line + AT_ONCE;
        let done = BLOCK * column.bits / 8 <= next * LINE;
        self.next.set(if done { (index + 1, 0) } else { (index, next) });
    }
}

/// Asks for the room that a block is written to next.
pub(super) fn ask_for<T>(room: &[MaybeUninit<T>]) {
    for index in room.iter().take(BLOCK).step_by(LINE.div_ceil(size_of::<T>().max(1))) {
        fetch(index);
    }
}

/// Into the second cache: the first one is full of the block that is judged.
#[cfg(target_arch = "x86_64")]
fn fetch<T>(index: &T) {
    safe_arch::prefetch_t1(index);
}

/// Other machines look ahead by themselves, as far as they do.
#[cfg(not(target_arch = "x86_64"))]
fn fetch<T>(_: &T) {}
