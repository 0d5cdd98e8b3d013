//! Output: the columns of the wide table, written block by block.

use std::sync::Arc;

use arrow_array::{
    ArrayRef, BooleanArray, Decimal128Array, Int8Array, Int64Array, RecordBatch,
    RecordBatchOptions, StringArray,
};
use arrow_buffer::{BooleanBuffer, Buffer, NullBuffer};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};

use super::plan::Dictionary;
use super::prefetch::prefetch_space;
use crate::block::bits::{BLOCK, Bits};
use crate::block::judging::{BY_WEIGHT, Selected, Sink};
use crate::block::simd::vectorize;
use crate::block::{BY_CODE, Gaps, code};
use crate::report::Conclusion;
use crate::table::WideColumn;
use crate::verdict::Verdict;

/// The type of amounts with decimals, which are yuan: 18 digits, two of them decimals. All amounts
/// fit, and many systems need a wider type for more digits.
pub const AMOUNT: DataType = DataType::Decimal128(AMOUNT_DIGITS.0, AMOUNT_DIGITS.1);
const AMOUNT_DIGITS: (u8, i8) = (18, 2);

/// The schema of the wide table for these rules.
pub(super) fn schema(rules: &[Selected], contested: bool) -> Schema {
    let words = || DataType::Dictionary(Box::new(DataType::Int8), Box::new(DataType::Utf8));
    let mut gaps = rules.iter().filter_map(|it| it.gap.as_ref());
    let fields = columns(rules, contested).map(|column| {
        let data_type = match column {
            WideColumn::Conclusion | WideColumn::Verdict(_) => words(),
            WideColumn::Contested(_) => DataType::Boolean,
            WideColumn::Gap(_) if gaps.next().is_some_and(|it| it.is_money) => AMOUNT,
            WideColumn::Gap(_) => DataType::Int64,
        };
        Field::new(column.name(), data_type, true)
    });
    Schema::new(fields.collect::<Vec<_>>())
}

/// The columns of the wide table for these rules.
pub(super) fn columns(rules: &[Selected], contested: bool) -> impl Iterator<Item = WideColumn> {
    WideColumn::of(rules.iter().map(|it| (it.rule, it.gap.is_some())), contested)
}

/// The wide table for a range of rows, filled column by column and block by block. Memory is
/// reserved for all rows at the start and written once.
#[derive(Debug)]
pub(super) struct Table {
    rows: usize,
    conclusions: Vec<i8>,
    /// One bit per row: whether it has an answer.
    valid: Vec<u64>,
    /// One bit per row: whether the conclusion is contested. `None` if that is not asked for.
    contested: Option<Vec<u64>>,
    rules: Vec<Column>,
}

#[derive(Debug)]
struct Column {
    verdicts: Vec<i8>,
    /// The amounts, and one bit per row: whether there is an amount.
    gaps: Option<(Amounts, Vec<u64>)>,
    /// One bit per row: whether the verdict is contested.
    contested: Vec<u64>,
}

#[derive(Debug)]
enum Amounts {
    Whole(Vec<i64>),
    Fen(Vec<i128>),
}

impl Table {
    /// An empty table with space for this many rows.
    pub(super) fn of(rows: usize, rules: &[Selected], contested: bool) -> Self {
        let bits = || Vec::with_capacity(rows.div_ceil(64));
        let column = |rule: &Selected| Column {
            verdicts: Vec::with_capacity(rows),
            gaps: rule.gap.as_ref().map(|gap| {
                let amounts = if gap.is_money {
                    Amounts::Fen(Vec::with_capacity(rows))
                } else {
                    Amounts::Whole(Vec::with_capacity(rows))
                };
                (amounts, bits())
            }),
            contested: Vec::new(),
        };
        Self {
            rows: 0,
            conclusions: Vec::with_capacity(rows),
            valid: bits(),
            contested: contested.then(bits),
            rules: rules.iter().map(column).collect(),
        }
    }

    /// Converts the table to a record batch.
    pub(super) fn batch(
        self,
        schema: SchemaRef,
        dictionary: Dictionary,
    ) -> Result<RecordBatch, ArrowError> {
        let rows = self.rows;
        let flags = |bits| BooleanBuffer::new(Buffer::from_vec(bits), 0, rows);
        let bits = |bits| NullBuffer::new(flags(bits));
        let valid = Some(bits(self.valid)).filter(|it| it.null_count() > 0);
        let words = |words: &[&str]| -> ArrayRef { Arc::new(StringArray::from_iter_values(words)) };
        let coded = |codes: Vec<i8>, words: &ArrayRef| {
            let keys = Int8Array::new(codes.into(), valid.clone());
            Ok::<ArrayRef, ArrowError>(Arc::new(dictionary(keys, words.clone())?))
        };
        let verdicts = words(&BY_CODE.map(Verdict::as_str));
        let mut columns =
            vec![coded(self.conclusions, &words(&BY_WEIGHT.map(Conclusion::as_str)))?];
        let is_contested = self.contested.is_some();
        let contested =
            |bits| -> ArrayRef { Arc::new(BooleanArray::new(flags(bits), valid.clone())) };
        columns.extend(self.contested.map(contested));
        for column in self.rules {
            columns.push(coded(column.verdicts, &verdicts)?);
            if let Some((amounts, known)) = column.gaps {
                let known = Some(bits(known));
                columns.push(match amounts {
                    Amounts::Whole(values) => Arc::new(Int64Array::new(values.into(), known)),
                    Amounts::Fen(values) => {
                        let values = Decimal128Array::new(values.into(), known);
                        let (digits, decimals) = AMOUNT_DIGITS;
                        Arc::new(values.with_precision_and_scale(digits, decimals)?)
                    }
                });
            }
            if is_contested {
                columns.push(contested(column.contested));
            }
        }
        let options = RecordBatchOptions::new().with_row_count(Some(rows));
        RecordBatch::try_new_with_options(schema, columns, &options)
    }
}

impl Sink for Table {
    /// Appends what is common to all rules of the first `rows` rows of a block. Every block except
    /// the last one is full.
    fn push(&mut self, rows: usize, unanswered: &Bits, conclusions: &[u8; BLOCK]) {
        self.rows += rows;
        push_bits(&mut self.valid, rows, &unanswered.not());
        extend(&mut self.conclusions, rows, conclusions, u8::cast_signed);
    }

    /// Prefetches the space for the results of a rule, except amounts in fen: these take so much
    /// space that prefetching all of it was measured to be slower.
    fn prepare(&mut self, rule: usize) {
        let Some(column) = self.rules.get_mut(rule) else { return };
        prefetch_space(column.verdicts.spare_capacity_mut());
        if let Some((Amounts::Whole(values), _)) = &mut column.gaps {
            prefetch_space(values.spare_capacity_mut());
        }
    }

    /// Appends the results of one rule. Rows without an answer have neither a verdict nor a gap.
    fn push_rule(
        &mut self,
        rule: usize,
        rows: usize,
        unanswered: &Bits,
        verdicts: &[Verdict; BLOCK],
        gaps: Option<&Gaps>,
    ) {
        let Some(column) = self.rules.get_mut(rule) else { return };
        extend(&mut column.verdicts, rows, verdicts, |it| code(it).cast_signed());
        if let (Some((amounts, bits)), Some(gaps)) = (&mut column.gaps, gaps) {
            push_bits(bits, rows, &gaps.rows.and(&unanswered.not()));
            match amounts {
                Amounts::Whole(values) => extend(values, rows, &gaps.values, |it| it),
                Amounts::Fen(values) => extend(values, rows, &gaps.values, i128::from),
            }
        }
    }

    /// Appends whether the conclusion and the verdict of each rule are contested.
    fn push_contested(&mut self, rows: usize, conclusion: &Bits, rules: &[Bits]) {
        if let Some(contested) = &mut self.contested {
            push_bits(contested, rows, conclusion);
        }
        for (column, contested) in self.rules.iter_mut().zip(rules) {
            push_bits(&mut column.contested, rows, contested);
        }
    }
}

fn extend<T: Copy, U>(to: &mut Vec<U>, rows: usize, from: &[T; BLOCK], of: impl Fn(T) -> U + Copy) {
    let from = from.get(..rows).unwrap_or(from);
    vectorize(
        #[inline(always)]
        || to.extend(from.iter().map(|it| of(*it))),
    );
}

fn push_bits(to: &mut Vec<u64>, rows: usize, bits: &Bits) {
    to.extend(bits.0.iter().take(rows.div_ceil(64)).map(|word| word.to_le()));
}
