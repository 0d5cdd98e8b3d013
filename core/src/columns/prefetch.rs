//! Prefetching: while one block is judged, the input of the next block and the space for its results
//! are brought into the cache, so that neither the processor nor the memory bus has to wait.

use std::cell::Cell;
use std::mem::MaybeUninit;

use arrow_array::cast::AsArray as _;
use arrow_array::{Array as _, ArrayRef};
use arrow_buffer::Buffer;

use crate::block::bits::BLOCK;

/// Cache lines requested in one step. If a step requests more than the memory delivers before the
/// next step, the processor stalls.
const LINES_PER_STEP: usize = 8;
/// Bytes per cache line.
const LINE: usize = 64;

/// Prefetches the next block's input: the buffers that have a fixed number of bits per row, because
/// their addresses are known in advance.
#[derive(Default)]
pub(super) struct Prefetch {
    buffers: Vec<FixedWidth>,
    /// The first row of the next block.
    row: Cell<usize>,
    /// The buffer and the cache line where the next step begins.
    next: Cell<(usize, usize)>,
}

/// A buffer with a fixed number of bits per row.
struct FixedWidth {
    buffer: Buffer,
    first_bit: usize,
    bits: usize,
}

impl Prefetch {
    /// Covers the values (or dictionary keys) and the null bitmaps of these arrays.
    pub(super) fn of<'a>(arrays: impl Iterator<Item = &'a ArrayRef>) -> Self {
        let buffers = arrays.flat_map(|array| {
            let nulls = array.nulls().map(|nulls| FixedWidth {
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
            let values = values.map(|(width, buffer)| FixedWidth {
                buffer: buffer.clone(),
                first_bit: data.offset() * width * 8,
                bits: width * 8,
            });
            values.into_iter().chain(nulls)
        });
        Self { buffers: buffers.collect(), ..Self::default() }
    }

    /// Starts over with the block that begins at `row`.
    pub(super) fn start_at(&self, row: usize) {
        self.row.set(row);
        self.next.set((0, 0));
    }

    /// Prefetches the next few cache lines.
    pub(super) fn step(&self) {
        let (index, line) = self.next.get();
        let Some(FixedWidth { buffer, first_bit, bits }) = self.buffers.get(index) else { return };
        let first = (first_bit + self.row.get() * bits) / 8;
        let (lines, _) = buffer.get(first..).unwrap_or_default().as_chunks::<LINE>();
        lines.get(line..line + LINES_PER_STEP).unwrap_or_default().iter().for_each(fetch);
        let next = line + LINES_PER_STEP;
        let done = BLOCK * bits / 8 <= next * LINE;
        self.next.set(if done { (index + 1, 0) } else { (index, next) });
    }
}

/// Prefetches the space that the next block's results are written to.
pub(super) fn prefetch_space<T>(space: &[MaybeUninit<T>]) {
    for item in space.iter().take(BLOCK).step_by(LINE.div_ceil(size_of::<T>().max(1))) {
        fetch(item);
    }
}

/// Prefetches into the second-level cache: the block being judged fills the first level.
#[cfg(target_arch = "x86_64")]
fn fetch<T>(index: &T) {
    safe_arch::prefetch_t1(index);
}

/// Elsewhere the hardware prefetcher has to do: stable Rust has no prefetch instruction there.
#[cfg(not(target_arch = "x86_64"))]
fn fetch<T>(_: &T) {}
