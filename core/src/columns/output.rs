//! What comes out: the columns of the wide verdict table, written block by block.

use std::sync::Arc;

use arrow_array::{
    ArrayRef, Decimal128Array, Int8Array, Int64Array, RecordBatch, RecordBatchOptions, StringArray,
};
use arrow_buffer::{BooleanBuffer, Buffer, NullBuffer};
use arrow_schema::{ArrowError, DataType, SchemaRef};

use super::bits::Bits;
use super::block::{BLOCK, CODED, Gaps, code};
use super::prefetch::ask_for;
use super::simd::widely;
use super::{Dictionary, Selected};
use crate::report::Conclusion;
use crate::verdict::Verdict;

/// Digits and decimals of an amount of yuan: eighteen hold any of them, and more than eighteen cost
/// other systems a wider number.
pub(super) const YUAN: DataType = DataType::Decimal128(YUAN_DIGITS.0, YUAN_DIGITS.1);
const YUAN_DIGITS: (u8, i8) = (18, 2);

/// The columns of some rows, as far as they are written. A column takes its rows one block after
/// the other, so that nothing of it is written twice.
#[derive(Debug)]
pub(super) struct Table {
    rows: usize,
    conclusions: Vec<i8>,
    /// A bit a row: whether it is without faults.
    sound: Vec<u64>,
    rules: Vec<Column>,
}

#[derive(Debug)]
struct Column {
    verdicts: Vec<i8>,
    /// The amounts, and a bit a row: whether there is one.
    gaps: Option<(Amounts, Vec<u64>)>,
}

#[derive(Debug)]
enum Amounts {
    Whole(Vec<i64>),
    Fen(Vec<i128>),
}

/// The words of conclusions in the order of their codes, which are their weights.
const CONCLUSIONS: [Conclusion; 5] = [
    Conclusion::NonCompliant,
    Conclusion::Incomplete,
    Conclusion::ExplanationDue,
    Conclusion::Compliant,
    Conclusion::NotAssessed,
];

impl Table {
    /// A table with room for so many rows.
    pub(super) fn of(rows: usize, rules: &[Selected]) -> Self {
        let bits = || Vec::with_capacity(rows.div_ceil(64));
        let column = |rule: &Selected| Column {
            verdicts: Vec::with_capacity(rows),
            gaps: rule.gap.as_ref().map(|gap| {
                let amounts = if gap.data_type == YUAN {
                    Amounts::Fen(Vec::with_capacity(rows))
                } else {
                    Amounts::Whole(Vec::with_capacity(rows))
                };
                (amounts, bits())
            }),
        };
        Self {
            rows: 0,
            conclusions: Vec::with_capacity(rows),
            sound: bits(),
            rules: rules.iter().map(column).collect(),
        }
    }

    /// Writes the first rows of a block, as far as all rules find the same; blocks are full, but for
    /// the last one.
    pub(super) fn push(&mut self, rows: usize, faulty: &Bits, conclusions: &[u8; BLOCK]) {
        self.rows += rows;
        push_bits(&mut self.sound, rows, &faulty.not());
        extend(&mut self.conclusions, rows, conclusions, u8::cast_signed);
    }

    /// Asks the memory for the room that what a rule finds is written to next. Amounts of fen take
    /// so much of it that asking for all at once was measured to cost more than it saves.
    pub(super) fn ask_for(&mut self, rule: usize) {
        let Some(column) = self.rules.get_mut(rule) else { return };
        ask_for(column.verdicts.spare_capacity_mut());
        if let Some((Amounts::Whole(values), _)) = &mut column.gaps {
            ask_for(values.spare_capacity_mut());
        }
    }

    /// Writes what one rule finds in them. Rows with faults have neither verdict nor gap.
    pub(super) fn push_found(
        &mut self,
        rule: usize,
        rows: usize,
        faulty: &Bits,
        verdicts: &[Verdict; BLOCK],
        gaps: Option<&Gaps>,
    ) {
        let Some(column) = self.rules.get_mut(rule) else { return };
        extend(&mut column.verdicts, rows, verdicts, |it| code(it).cast_signed());
        if let (Some((amounts, bits)), Some(gaps)) = (&mut column.gaps, gaps) {
            push_bits(bits, rows, &gaps.rows.and(&faulty.not()));
            match amounts {
                Amounts::Whole(values) => extend(values, rows, &gaps.values, |it| it),
                Amounts::Fen(values) => extend(values, rows, &gaps.values, i128::from),
            }
        }
    }

    /// Makes a batch of the columns.
    pub(super) fn batch(
        self,
        schema: SchemaRef,
        dictionary: Dictionary,
    ) -> Result<RecordBatch, ArrowError> {
        let rows = self.rows;
        let bits = |bits| NullBuffer::new(BooleanBuffer::new(Buffer::from_vec(bits), 0, rows));
        let sound = Some(bits(self.sound)).filter(|it| it.null_count() > 0);
        let words = |words: &[&str]| -> ArrayRef { Arc::new(StringArray::from_iter_values(words)) };
        let coded = |codes: Vec<i8>, words: &ArrayRef| {
            let keys = Int8Array::new(codes.into(), sound.clone());
            Ok::<ArrayRef, ArrowError>(Arc::new(dictionary(keys, words.clone())?))
        };
        let verdicts = words(&CODED.map(Verdict::as_str));
        let mut columns =
            vec![coded(self.conclusions, &words(&CONCLUSIONS.map(Conclusion::as_str)))?];
        for column in self.rules {
            columns.push(coded(column.verdicts, &verdicts)?);
            if let Some((amounts, some)) = column.gaps {
                let some = Some(bits(some));
                columns.push(match amounts {
                    Amounts::Whole(values) => Arc::new(Int64Array::new(values.into(), some)),
                    Amounts::Fen(values) => {
                        let values = Decimal128Array::new(values.into(), some);
                        Arc::new(values.with_precision_and_scale(YUAN_DIGITS.0, YUAN_DIGITS.1)?)
                    }
                });
            }
        }
        let options = RecordBatchOptions::new().with_row_count(Some(rows));
        RecordBatch::try_new_with_options(schema, columns, &options)
    }
}

fn extend<T: Copy, U>(to: &mut Vec<U>, rows: usize, from: &[T; BLOCK], of: impl Fn(T) -> U + Copy) {
    let from = from.get(..rows).unwrap_or(from);
    widely(
        #[inline(always)]
        || to.extend(from.iter().map(|it| of(*it))),
    );
}

fn push_bits(to: &mut Vec<u64>, rows: usize, bits: &Bits) {
    to.extend(bits.0.iter().take(rows.div_ceil(64)).map(|word| word.to_le()));
}
