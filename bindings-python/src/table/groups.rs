//! The results of a report, counted by the values of columns.

use std::sync::Arc;

use arrow_array::builder::{Decimal128Builder, StringBuilder, UInt64Builder};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Schema};
use chanjiao::table::{Gap, Group, Groups, WideColumn, column_named};
use chanjiao::{Conclusion, Verdict};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use super::part::{Part, Setting};
use crate::arrow::broken;
use crate::frame::Table;

/// The sums of shortfalls, which are greater than those of single rows.
const SUM: DataType = DataType::Decimal128(38, 2);

/// Counts the rows of a report by columns, which are among those that it keeps.
pub(super) fn groups(
    py: Python<'_>,
    setting: &Setting,
    parts: &[Part],
    by: &[String],
) -> PyResult<Groups> {
    let kept: Vec<usize> = setting.beside().collect();
    let headers: Vec<&str> = kept.iter().map(|it| setting.header(*it)).collect();
    let mut columns = Vec::with_capacity(by.len());
    for name in by {
        let place = column_named(name, &headers).map_err(|error| {
            let kept = headers.join(", ");
            let error = error.message(setting.language);
            PyValueError::new_err(format!("{error} (check_table(by=…, key=…): {kept})"))
        })?;
        columns.extend(kept.get(place));
    }
    let mut groups = Groups::new(by.to_vec(), setting.plan.rules());
    for part in parts {
        py.check_signals()?;
        py.detach(|| {
            setting.plan.count_groups(&mut groups, &part.input, &columns, &part.output);
        });
    }
    let error = groups.groups().err();
    error.map_or(Ok(groups), |it| Err(PyValueError::new_err(it.message(setting.language))))
}

/// For each group a row of its conclusions, then a row of the verdicts of each rule.
pub(super) fn counts(groups: &Groups) -> PyResult<Table> {
    let mut table = Rows::new(groups);
    let names = ["records", "faulty"].into_iter();
    let names = names.chain(Conclusion::ALL.iter().map(|it| it.as_str()));
    let mut own: Vec<_> = names.map(|it| (it, UInt64Builder::new())).collect();
    let verdicts = Verdict::ALL.iter().map(|it| (it.as_str(), UInt64Builder::new()));
    let mut verdicts: Vec<_> = verdicts.collect();
    for group in groups.groups().unwrap_or_default() {
        table.push(group, "conclusion", None);
        let conclusions = group.conclusions.iter().map(|(_, count)| count);
        let counts = [group.records(), group.faulty].into_iter().chain(conclusions);
        own.iter_mut().zip(counts).for_each(|((_, it), count)| it.append_value(count));
        append_nulls(&mut verdicts);
        for (rule, counts) in groups.rules().iter().zip(&group.rules) {
            table.push(group, rule.id, Some(rule.statement.id));
            append_nulls(&mut own);
            let counts = verdicts.iter_mut().zip(counts.verdicts);
            counts.for_each(|((_, it), count)| it.append_value(count));
        }
    }
    let more = own.into_iter().chain(verdicts);
    table.finish(more.map(|(name, mut it)| {
        let column: ArrayRef = Arc::new(it.finish());
        (name, DataType::UInt64, column)
    }))
}

fn append_nulls(columns: &mut [(&'static str, UInt64Builder)]) {
    for (_, column) in columns {
        column.append_null();
    }
}

/// For each group a row for each rule whose shortfalls or excesses the report has.
pub(super) fn shortfalls(setting: &Setting, groups: &Groups) -> PyResult<Table> {
    let mut table = Rows::new(groups);
    let sum = || Decimal128Builder::new().with_data_type(SUM);
    let (mut records, mut shortfalls, mut excesses) = (UInt64Builder::new(), sum(), sum());
    let mut units = StringBuilder::new();
    let kept = groups.rules().iter().map(|rule| {
        let mut columns = setting.plan.output_columns();
        columns.any(|it| matches!(it, WideColumn::Gap(of) if of.id == rule.id))
    });
    let kept: Vec<bool> = kept.collect();
    for group in groups.groups().unwrap_or_default() {
        let rules = groups.rules().iter().zip(&group.rules).zip(&kept);
        for ((rule, counts), _) in rules.filter(|(_, kept)| **kept) {
            let Some(gap) = Gap::of(setting.plan.subject(), rule) else { continue };
            table.push(group, rule.id, Some(rule.statement.id));
            records.append_value(counts.gaps);
            let hundredths = if gap.decimals() == 0 { counts.sum * 100 } else { counts.sum };
            let of = |excess| (gap.is_excess == excess).then_some(hundredths);
            shortfalls.append_option(of(false));
            excesses.append_option(of(true));
            units.append_value(gap.unit.as_str());
        }
    }
    let columns: [(&str, DataType, ArrayRef); 4] = [
        ("records", DataType::UInt64, Arc::new(records.finish())),
        ("shortfall", SUM, Arc::new(shortfalls.finish())),
        ("excess", SUM, Arc::new(excesses.finish())),
        ("unit", DataType::Utf8, Arc::new(units.finish())),
    ];
    table.finish(columns.into_iter())
}

/// The columns that say which rows these are: the values of the group, the rule and its statement.
struct Rows<'a> {
    names: &'a [String],
    values: Vec<StringBuilder>,
    rules: StringBuilder,
    statements: StringBuilder,
}

impl<'a> Rows<'a> {
    fn new(groups: &'a Groups) -> Self {
        let names = groups.columns();
        let values = names.iter().map(|_| StringBuilder::new()).collect();
        Self { names, values, rules: StringBuilder::new(), statements: StringBuilder::new() }
    }

    /// A blank value is null.
    fn push(&mut self, group: &Group, rule: &str, statement: Option<&str>) {
        for (column, value) in self.values.iter_mut().zip(&group.values) {
            column.append_option(Some(value).filter(|it| !it.is_empty()));
        }
        self.rules.append_value(rule);
        self.statements.append_option(statement);
    }

    /// A column of values with the name of another one is renamed to `key.name`, as keys are.
    fn finish<'n>(
        mut self,
        more: impl Iterator<Item = (&'n str, DataType, ArrayRef)>,
    ) -> PyResult<Table> {
        let rules: ArrayRef = Arc::new(self.rules.finish());
        let statements: ArrayRef = Arc::new(self.statements.finish());
        let text = DataType::Utf8;
        let own = [("rule", text.clone(), rules), ("statement", text.clone(), statements)];
        let own: Vec<_> = own.into_iter().chain(more).collect();
        let (mut fields, mut columns) = (Vec::new(), Vec::new());
        for (name, values) in self.names.iter().zip(&mut self.values) {
            let clashes = own.iter().any(|(it, ..)| it == name);
            let name = if clashes { format!("key.{name}") } else { name.clone() };
            fields.push(Field::new(name, text.clone(), true));
            let values: ArrayRef = Arc::new(values.finish());
            columns.push(values);
        }
        for (name, data_type, column) in own {
            fields.push(Field::new(name, data_type, name != "rule"));
            columns.push(column);
        }
        let schema = Arc::new(Schema::new(fields));
        let batch = RecordBatch::try_new(schema.clone(), columns).map_err(broken)?;
        Ok(Table::of(schema, vec![batch]))
    }
}
