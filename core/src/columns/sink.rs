//! What comes out: the columns of the wide verdict table, written block by block.

use std::sync::Arc;

use arrow_array::{
    ArrayRef, Decimal128Array, Int8Array, Int64Array, RecordBatch, RecordBatchOptions, StringArray,
};
use arrow_buffer::{BooleanBuffer, Buffer, NullBuffer};
use arrow_schema::{ArrowError, DataType, SchemaRef};

use super::bits::Bits;
use super::block::{BLOCK, CODED, Gaps, code};
use super::{Dictionary, Selected};
use crate::report::Conclusion;
use crate::rule::Verdict;

/// Digits and decimals of an amount of yuan: eighteen hold any of them, and more than eighteen cost
/// other systems a wider number.
pub(super) const YUAN: DataType = DataType::Decimal128(YUAN_DIGITS.0, YUAN_DIGITS.1);
const YUAN_DIGITS: (u8, i8) = (18, 2);

/// How many bytes hold a bit for each row of a block.
const BITS: usize = BLOCK / 8;

/// The columns of some rows.
#[derive(Debug)]
pub(super) struct Table {
    rows: usize,
    conclusions: Vec<i8>,
    /// A bit a row: whether it is without faults.
    sound: Vec<u8>,
    rules: Vec<Column>,
}

#[derive(Debug)]
struct Column {
    verdicts: Vec<i8>,
    gaps: Option<(Amount, Vec<u8>)>,
}

#[derive(Debug)]
enum Amount {
    Whole(Vec<i64>),
    Fen(Vec<i128>),
}

/// The same rows, to be written by one worker.
pub(super) struct Part<'a> {
    conclusions: &'a mut [i8],
    sound: &'a mut [u8],
    rules: Vec<PartColumn<'a>>,
}

struct PartColumn<'a> {
    verdicts: &'a mut [i8],
    gaps: Option<(PartAmount<'a>, &'a mut [u8])>,
}

enum PartAmount<'a> {
    Whole(&'a mut [i64]),
    Fen(&'a mut [i128]),
}

impl Table {
    pub(super) fn of(rows: usize, rules: &[Selected]) -> Self {
        let bits = || vec![0; rows.div_ceil(BLOCK) * BITS];
        let column = |rule: &Selected| Column {
            verdicts: vec![0; rows],
            gaps: rule.gap.as_ref().map(|gap| {
                let amounts = if gap.data_type == YUAN {
                    Amount::Fen(vec![0; rows])
                } else {
                    Amount::Whole(vec![0; rows])
                };
                (amounts, bits())
            }),
        };
        Self {
            rows,
            conclusions: vec![0; rows],
            sound: bits(),
            rules: rules.iter().map(column).collect(),
        }
    }

    pub(super) fn part(&mut self) -> Part<'_> {
        Part {
            conclusions: &mut self.conclusions,
            sound: &mut self.sound,
            rules: self.rules.iter_mut().map(Column::part).collect(),
        }
    }

    /// Makes a batch of the columns.
    pub(super) fn batch(
        self,
        schema: SchemaRef,
        dictionary: Dictionary,
    ) -> Result<RecordBatch, ArrowError> {
        let rows = self.rows;
        let bits =
            |bits| NullBuffer::new(BooleanBuffer::new(Buffer::from_vec::<u8>(bits), 0, rows));
        let sound = Some(bits(self.sound)).filter(|it| it.null_count() > 0);
        let words = |words: &[&str]| -> ArrayRef { Arc::new(StringArray::from_iter_values(words)) };
        let coded = |codes: Vec<i8>, words: &ArrayRef| {
            let keys = Int8Array::new(codes.into(), sound.clone());
            Ok::<ArrayRef, ArrowError>(Arc::new(dictionary(keys, words.clone())?))
        };
        let verdicts = words(&CODED.map(Verdict::word));
        let mut columns =
            vec![coded(self.conclusions, &words(&CONCLUSIONS.map(Conclusion::word)))?];
        for column in self.rules {
            columns.push(coded(column.verdicts, &verdicts)?);
            if let Some((amounts, some)) = column.gaps {
                let some = Some(bits(some));
                columns.push(match amounts {
                    Amount::Whole(values) => Arc::new(Int64Array::new(values.into(), some)),
                    Amount::Fen(values) => {
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

impl Column {
    fn part(&mut self) -> PartColumn<'_> {
        let gaps = self.gaps.as_mut().map(|(amount, some)| {
            let amount = match amount {
                Amount::Whole(values) => PartAmount::Whole(values),
                Amount::Fen(values) => PartAmount::Fen(values),
            };
            (amount, some.as_mut_slice())
        });
        PartColumn { verdicts: &mut self.verdicts, gaps }
    }
}

/// The words of conclusions in the order of their codes, which are their weights.
const CONCLUSIONS: [Conclusion; 5] = [
    Conclusion::NonCompliant,
    Conclusion::Incomplete,
    Conclusion::ExplanationDue,
    Conclusion::Compliant,
    Conclusion::NotAssessed,
];

impl Part<'_> {
    /// Takes off the first rows; those of a part that others follow are whole blocks.
    pub(super) fn split(self, rows: usize) -> (Self, Self) {
        let (conclusions, other_conclusions) = split(self.conclusions, rows);
        let (sound, other_sound) = split(self.sound, rows.div_ceil(BLOCK) * BITS);
        let (rules, others) = self.rules.into_iter().map(|it| it.split(rows)).unzip();
        (
            Self { conclusions, sound, rules },
            Self { conclusions: other_conclusions, sound: other_sound, rules: others },
        )
    }
}

impl PartColumn<'_> {
    fn split(self, rows: usize) -> (Self, Self) {
        let (verdicts, others) = split(self.verdicts, rows);
        let (gaps, other_gaps) = match self.gaps {
            Some((amount, some)) => {
                let (amount, other_amount) = amount.split(rows);
                let (some, other_some) = split(some, rows.div_ceil(BLOCK) * BITS);
                (Some((amount, some)), Some((other_amount, other_some)))
            }
            None => (None, None),
        };
        (Self { verdicts, gaps }, Self { verdicts: others, gaps: other_gaps })
    }
}

impl PartAmount<'_> {
    fn split(self, rows: usize) -> (Self, Self) {
        match self {
            Self::Whole(values) => {
                let (values, others) = split(values, rows);
                (Self::Whole(values), Self::Whole(others))
            }
            Self::Fen(values) => {
                let (values, others) = split(values, rows);
                (Self::Fen(values), Self::Fen(others))
            }
        }
    }
}

/// The first items and the others; all of them if there are fewer.
fn split<T>(items: &mut [T], at: usize) -> (&mut [T], &mut [T]) {
    items.split_at_mut(at.min(items.len()))
}

impl Part<'_> {
    /// Writes the rows of one block, of which those with faults have neither verdict nor gap.
    pub(super) fn write(&mut self, faulty: &Bits, conclusions: &[u8; BLOCK], found: &[Found]) {
        fill(self.conclusions, conclusions.iter().map(|it| it.cast_signed()));
        let sound = faulty.not();
        store(self.sound, &sound);
        for (column, found) in self.rules.iter_mut().zip(found) {
            fill(column.verdicts, found.verdicts.iter().map(|it| code(*it).cast_signed()));
            if let (Some((amount, bits)), Some(gaps)) = (&mut column.gaps, &found.gaps) {
                store(bits, &gaps.rows.and(&sound));
                match amount {
                    PartAmount::Whole(values) => place(values, gaps),
                    PartAmount::Fen(values) => place(values, gaps),
                }
            }
        }
    }
}

/// What a rule found in a block.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) verdicts: Box<[Verdict; BLOCK]>,
    pub(super) gaps: Option<Gaps>,
}

fn fill<T>(to: &mut [T], from: impl Iterator<Item = T>) {
    for (to, from) in to.iter_mut().zip(from) {
        *to = from;
    }
}

/// Writes the gaps of the rows that have one; the others stay zero.
fn place<T: From<i64>>(to: &mut [T], gaps: &Gaps) {
    let mut values = gaps.values.iter();
    gaps.rows.words(|place, word| {
        let Some(to) = to.get_mut(place * 64..) else { return };
        let count = to.len().min(64);
        let (to, _) = to.split_at_mut(count);
        word.each(|bit| {
            if let (Some(to), Some(value)) = (to.get_mut(bit), values.next()) {
                *to = (*value).into();
            }
        });
    });
}

fn store(to: &mut [u8], bits: &Bits) {
    let (words, _) = to.as_chunks_mut::<8>();
    fill(words, bits.0.iter().map(|word| word.to_le_bytes()));
}
