//! Findings in a long table: one row per finding.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::Arc;

use arrow_array::builder::{
    Decimal128Builder, StringBuilder, StringDictionaryBuilder, UInt64Builder,
};
use arrow_array::cast::AsArray;
use arrow_array::types::{Decimal128Type, Int16Type, Int64Type};
use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_schema::{ArrowError, SchemaRef};
use chanjiao::columns::{AMOUNT, Plan};
use chanjiao::table::{Content, FindingColumn, WideColumn};
use chanjiao::{Finding, Language, Rule, Verdict};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use super::part::{Part, Setting};
use super::schemas;
use crate::frame::Table;

/// Findings per batch. Their texts are far smaller than the 2 GiB that a batch can hold.
const BATCH: usize = 1 << 16;

/// Rows between two checks for interrupts.
const ROWS: usize = 1 << 14;

/// Which findings are wanted.
#[derive(Default)]
pub(super) struct Wanted {
    rules: Vec<&'static Rule>,
    /// The verdicts, as words; `None` is all.
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
            let unknown = || PyValueError::new_err(format!("unknown verdict `{word}`"));
            verdict.map(Verdict::as_str).ok_or_else(unknown)
        };
        let rule = |id: &String| {
            let rule = plan.rules().find(|rule| rule.id == id);
            rule.ok_or_else(|| PyValueError::new_err(format!("rule `{id}` was not applied")))
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

/// Collects findings.
pub(super) struct Findings<'a> {
    setting: &'a Setting,
    wanted: Wanted,
    /// The language of headers and words, for people; `None` is the names and keys.
    words: Option<Language>,
    /// How many more findings are wanted.
    left: usize,
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
    /// The findings of the next batch, and their rows in the current part.
    numbers: UInt64Builder,
    columns: Vec<Builder>,
    rows: Vec<usize>,
}

/// Builds a column of findings.
enum Builder {
    Words(StringDictionaryBuilder<Int16Type>),
    Amounts(Decimal128Builder),
    Sentences(StringBuilder),
}

impl<'a> Findings<'a> {
    pub(super) fn new(
        setting: &'a Setting,
        wanted: Wanted,
        limit: Option<usize>,
        words: Option<Language>,
    ) -> Self {
        let schema = match words {
            None => schemas::findings(setting.key_fields()),
            Some(language) => schemas::findings_in_words(setting.fields_beside(), language),
        };
        Self {
            setting,
            wanted,
            words,
            left: limit.unwrap_or(usize::MAX),
            schema,
            batches: Vec::new(),
            numbers: UInt64Builder::new(),
            columns: FindingColumn::ALL.iter().copied().map(Builder::of).collect(),
            rows: Vec::new(),
        }
    }

    pub(super) fn is_full(&self) -> bool {
        self.left == 0
    }

    /// Collects the findings of a range of rows that begins at `start`; returns its end.
    pub(super) fn collect(&mut self, part: &Part, start: usize) -> Result<usize, ArrowError> {
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

    /// Collects the findings with the greatest shortfalls or excesses of a rule.
    pub(super) fn worst(
        &mut self,
        parts: &[Part],
        rule: &'static Rule,
        limit: usize,
    ) -> Result<(), ArrowError> {
        let mut columns = self.setting.plan.output_columns();
        let gaps = columns.position(|it| matches!(it, WideColumn::Gap(of) if of.id == rule.id));
        let Some(gaps) = gaps else { return Ok(()) };
        // The least of the greatest is on top, and replaced first; of equal ones the first row stays.
        let mut greatest = BinaryHeap::new();
        for (index, part) in parts.iter().enumerate() {
            let Some(column) = part.output.columns().get(gaps) else { continue };
            for row in 0..part.rows() {
                if let Some(gap) = gap(column, row).filter(|gap| 0 < *gap) {
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
        let report = record
            .check_by(&self.setting.parameters, |rule| rules.iter().any(|it| it.id == rule.id));
        for rule in rules {
            if let Some(finding) = report.finding(rule.id) {
                self.rows.push(row);
                self.push(part.number(row), finding)?;
            }
        }
        if BATCH <= self.rows.len() { self.flush(part) } else { Ok(()) }
    }

    fn push(&mut self, row: u64, finding: &Finding) -> Result<(), ArrowError> {
        // People count from 1.
        self.numbers.append_value(row + u64::from(self.words.is_some()));
        // A finding with several bounds has its amounts in the message only.
        let bound = match finding.bounds.as_slice() {
            [bound] => Some(bound),
            _ => None,
        };
        for (column, builder) in FindingColumn::ALL.iter().zip(&mut self.columns) {
            let cell = match self.words {
                None => column.cell(finding, bound, self.setting.language),
                Some(language) => column.cell_in_words(finding, bound, language),
            };
            builder.append(cell.as_deref())?;
        }
        Ok(())
    }

    /// Makes a batch of the collected findings, which all belong to one part.
    fn flush(&mut self, part: &Part) -> Result<(), ArrowError> {
        if !self.rows.is_empty() {
            let mut columns: Vec<ArrayRef> = vec![Arc::new(self.numbers.finish())];
            columns.extend(part.key(self.setting, &self.rows)?);
            columns.extend(self.columns.iter_mut().map(Builder::finish));
            self.batches.push(RecordBatch::try_new(self.schema.clone(), columns)?);
            self.rows.clear();
        }
        Ok(())
    }

    pub(super) fn finish(self) -> Table {
        Table::of(self.schema, self.batches)
    }
}

impl Builder {
    fn of(column: FindingColumn) -> Self {
        match column.content() {
            Content::Word => Self::Words(StringDictionaryBuilder::new()),
            Content::Amount => Self::Amounts(Decimal128Builder::new().with_data_type(AMOUNT)),
            Content::Sentence => Self::Sentences(StringBuilder::new()),
        }
    }

    fn append(&mut self, cell: Option<&str>) -> Result<(), ArrowError> {
        match self {
            Self::Words(words) => match cell {
                Some(word) => drop(words.append(word)?),
                None => words.append_null(),
            },
            Self::Amounts(amounts) => amounts.append_option(cell.and_then(hundredths)),
            Self::Sentences(sentences) => sentences.append_option(cell),
        }
        Ok(())
    }

    fn finish(&mut self) -> ArrayRef {
        match self {
            Self::Words(words) => Arc::new(words.finish()),
            Self::Amounts(amounts) => Arc::new(amounts.finish()),
            Self::Sentences(sentences) => Arc::new(sentences.finish()),
        }
    }
}

/// The shortfall or excess in a row, in whole units or in fen.
fn gap(column: &ArrayRef, row: usize) -> Option<i128> {
    if column.is_null(row) {
        return None;
    }
    match column.as_primitive_opt::<Decimal128Type>() {
        Some(fen) => Some(fen.value(row)),
        None => Some(column.as_primitive_opt::<Int64Type>()?.value(row).into()),
    }
}

/// An amount with at most two decimals, in hundredths.
pub(super) fn hundredths(text: &str) -> Option<i128> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    format!("{whole}{decimals:0<2}").parse().ok()
}
