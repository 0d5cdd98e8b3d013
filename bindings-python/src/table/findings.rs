//! Findings in the long form.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::Arc;

use arrow_array::builder::{
    Decimal128Builder, StringBuilder, StringDictionaryBuilder, UInt64Builder,
};
use arrow_array::cast::AsArray;
use arrow_array::types::{Decimal128Type, Int16Type, Int64Type};
use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use chanjiao::columns::Plan;
use chanjiao::{Finding, Rule, Verdict};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use super::part::{Part, Setting};
use crate::frame::Table;

/// So many findings are one batch: their texts then stay far below what a batch can hold.
const BATCH: usize = 1 << 16;

/// So many rows are looked at between two looks at interrupts.
const ROWS: usize = 1 << 14;

/// Which findings are wanted.
#[derive(Default)]
pub(super) struct Wanted {
    rules: Vec<&'static Rule>,
    /// The words of the verdicts; none is any.
    verdicts: Option<Vec<&'static str>>,
}

impl Wanted {
    pub(super) fn of(
        plan: &Plan,
        verdicts: Option<&[String]>,
        rules: Option<&[String]>,
    ) -> PyResult<Self> {
        let verdict = |word: &String| {
            let verdict = word.parse::<Verdict>().ok();
            let missing = || PyValueError::new_err(format!("there is no verdict `{word}`"));
            verdict.map(Verdict::as_str).ok_or_else(missing)
        };
        let rule = |id: &String| {
            let rule = plan.rules().find(|rule| rule.id == id);
            rule.ok_or_else(|| PyValueError::new_err(format!("no rule `{id}` was applied")))
        };
        Ok(Self {
            rules: match rules {
                Some(ids) => ids.iter().map(rule).collect::<PyResult<_>>()?,
                None => plan.rules().collect(),
            },
            verdicts: verdicts.map(|it| it.iter().map(verdict).collect()).transpose()?,
        })
    }

    fn holds(&self, verdict: &str) -> bool {
        self.verdicts.as_ref().is_none_or(|it| it.contains(&verdict))
    }
}

/// Findings being collected.
pub(super) struct Findings<'a> {
    setting: &'a Setting,
    wanted: Wanted,
    left: usize,
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
    now: Columns,
    /// The rows, in the part at hand, of the findings that are no batch yet.
    rows: Vec<usize>,
}

#[derive(Default)]
struct Columns {
    numbers: UInt64Builder,
    /// Those of [`WORDS`].
    words: [StringDictionaryBuilder<Int16Type>; 5],
    /// Those of [`AMOUNTS`].
    amounts: [Decimal128Builder; 4],
    units: StringDictionaryBuilder<Int16Type>,
    messages: StringBuilder,
}

const WORDS: [&str; 5] = ["rule", "statement", "kind", "force", "verdict"];

const AMOUNTS: [&str; 4] = ["measured", "required", "shortfall", "excess"];

/// Counts to 2⁵³ and yuan to the fen: eighteen digits, two of them decimals.
const AMOUNT: DataType = DataType::Decimal128(18, 2);

impl<'a> Findings<'a> {
    pub(super) fn new(setting: &'a Setting, wanted: Wanted, limit: Option<usize>) -> Self {
        let words = || DataType::Dictionary(Box::new(DataType::Int16), Box::new(DataType::Utf8));
        let mut fields = vec![Field::new("row", DataType::UInt64, false)];
        fields.extend(setting.key_fields());
        fields.extend(WORDS.map(|name| Field::new(name, words(), false)));
        fields.extend(AMOUNTS.map(|name| Field::new(name, AMOUNT, true)));
        fields.push(Field::new("unit", words(), true));
        fields.push(Field::new("message", DataType::Utf8, false));
        Self {
            setting,
            wanted,
            left: limit.unwrap_or(usize::MAX),
            schema: Arc::new(Schema::new(fields)),
            batches: Vec::new(),
            now: Columns::default(),
            rows: Vec::new(),
        }
    }

    pub(super) fn is_full(&self) -> bool {
        self.left == 0
    }

    /// Collects what was found in some rows from `start` on; returns the row after them.
    pub(super) fn some(&mut self, part: &Part, start: usize) -> Result<usize, ArrowError> {
        let column = |rule: &&'static Rule| Some((*rule, part.words(rule.id)?));
        let columns: Vec<_> = self.wanted.rules.iter().filter_map(column).collect();
        let end = part.rows().min(start + ROWS);
        for row in start..end {
            let found = columns.iter().filter(|(_, column)| {
                column.get(row).is_some_and(|verdict| self.wanted.holds(verdict))
            });
            let rules: Vec<&Rule> = found.map(|(rule, _)| *rule).take(self.left).collect();
            if !rules.is_empty() {
                self.left -= rules.len();
                self.explain(part, row, &rules)?;
            }
        }
        self.flush(part)?;
        Ok(end)
    }

    /// Collects the findings of a rule with the greatest gaps.
    pub(super) fn worst(
        &mut self,
        parts: &[Part],
        rule: &'static Rule,
        limit: usize,
    ) -> Result<(), ArrowError> {
        // The least stands on top and falls out; of equal ones the first row stays.
        let mut greatest = BinaryHeap::new();
        for (index, part) in parts.iter().enumerate() {
            let names = ["shortfall", "excess"].map(|gap| format!("{}.{gap}", rule.id));
            let column = names.iter().find_map(|name| part.output.column_by_name(name));
            for row in 0..column.map_or(0, |_| part.rows()) {
                if let Some(gap) = column.and_then(|it| gap(it, row)).filter(|gap| 0 < *gap) {
                    greatest.push(Reverse((gap, Reverse((index, row)))));
                    if limit < greatest.len() {
                        greatest.pop();
                    }
                }
            }
        }
        for Reverse((_, Reverse((index, row)))) in greatest.into_sorted_vec() {
            if let Some(part) = parts.get(index) {
                self.explain(part, row, &[rule])?;
                self.flush(part)?;
            }
        }
        Ok(())
    }

    fn explain(&mut self, part: &Part, row: usize, rules: &[&Rule]) -> Result<(), ArrowError> {
        let plan = &self.setting.plan;
        let Ok(record) = plan.record(&part.input, row) else { return Ok(()) };
        let report = record.check(&self.setting.parameters);
        for rule in rules {
            if let Some(finding) = report.finding(rule.id) {
                self.rows.push(row);
                self.now.put(part.number(row), finding, self.setting)?;
            }
        }
        if BATCH <= self.rows.len() { self.flush(part) } else { Ok(()) }
    }

    /// Makes a batch of what was collected; all of it is of one part.
    fn flush(&mut self, part: &Part) -> Result<(), ArrowError> {
        if !self.rows.is_empty() {
            let key = part.key(self.setting, &self.rows)?;
            let columns = std::mem::take(&mut self.now).finish(key);
            self.batches.push(RecordBatch::try_new(self.schema.clone(), columns)?);
            self.rows.clear();
        }
        Ok(())
    }

    pub(super) fn finish(self) -> Table {
        Table::of(self.schema, self.batches)
    }
}

impl Columns {
    fn put(&mut self, row: u64, finding: &Finding, setting: &Setting) -> Result<(), ArrowError> {
        self.numbers.append_value(row);
        let Finding { rule, verdict, .. } = finding;
        let words =
            [rule.id, rule.statement.id, rule.kind.as_str(), rule.force.as_str(), verdict.as_str()];
        for (column, word) in self.words.iter_mut().zip(words) {
            column.append(word)?;
        }
        // The amounts of one limb have their columns; those of several are told in words.
        let bound = match finding.bounds.as_slice() {
            [bound] => Some(bound),
            _ => None,
        };
        let gap = |at_most| bound.filter(|it| it.at_most == at_most)?.gap.as_deref();
        let amounts = [
            bound.and_then(|it| it.measured.as_deref()),
            bound.and_then(|it| it.required.as_deref()),
            gap(false),
            gap(true),
        ];
        for (column, amount) in self.amounts.iter_mut().zip(amounts) {
            column.append_option(amount.and_then(hundredths));
        }
        self.units.append_option(bound.map(|it| it.unit.as_str()));
        self.messages.append_value(finding.message(setting.language));
        Ok(())
    }

    fn finish(mut self, key: Vec<ArrayRef>) -> Vec<ArrayRef> {
        let mut columns: Vec<ArrayRef> = vec![Arc::new(self.numbers.finish())];
        columns.extend(key);
        for mut words in self.words {
            columns.push(Arc::new(words.finish()));
        }
        for mut amount in self.amounts {
            columns.push(Arc::new(amount.finish().with_data_type(AMOUNT)));
        }
        columns.push(Arc::new(self.units.finish()));
        columns.push(Arc::new(self.messages.finish()));
        columns
    }
}

/// The gap in a row, in whole units or in fen.
fn gap(column: &ArrayRef, row: usize) -> Option<i128> {
    if column.is_null(row) {
        return None;
    }
    match column.as_primitive_opt::<Decimal128Type>() {
        Some(fen) => Some(fen.value(row)),
        None => Some(column.as_primitive_opt::<Int64Type>()?.value(row).into()),
    }
}

/// An amount of at most two decimals, in hundredths.
fn hundredths(text: &str) -> Option<i128> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    format!("{whole}{decimals:0<2}").parse().ok()
}
