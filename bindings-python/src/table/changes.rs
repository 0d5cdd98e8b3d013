//! The changes between two reports on a register, matched by the keys of their rows.

use std::sync::Arc;

use arrow_array::builder::{StringDictionaryBuilder, UInt64Builder};
use arrow_array::types::Int16Type;
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{ArrowError, DataType, Field, Schema};
use chanjiao::table::{
    Change, ChangeColumn, ChangeKind, Changes, Content, Outcome, Register, RuleChange, Standing,
    WideColumn, column_named,
};
use chanjiao::{Language, Rule};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyDict;

use super::part::Setting;
use super::report::TableReport;
use super::rows::{Rows, word};
use crate::arrow::broken;
use crate::frame::Table;

/// What has changed between two reports on a register, for example of two years: `old.changes(new)`.
/// Records are matched by their keys, never by their position.
#[pyclass(frozen, module = "chanjiao")]
pub(crate) struct TableChanges {
    changes: Changes,
    language: Language,
    new: Table,
    gone: Table,
    changed: Table,
    not_comparable: Table,
}

#[pymethods]
impl TableChanges {
    /// The subject of the records.
    #[getter]
    fn subject(&self) -> &'static str {
        self.changes.subject.name
    }

    /// The language of the reports: `zh` or `en`.
    #[getter]
    fn language(&self) -> &'static str {
        match self.language {
            Language::Chinese => "zh",
            Language::English => "en",
        }
    }

    #[expect(
        clippy::wrong_self_convention,
        clippy::new_ret_no_self,
        reason = "it is an attribute in Python"
    )]
    /// The records that only the new report has: its `row` there, the key columns, and `result`, the
    /// conclusion or `faulty`.
    #[getter]
    fn new(&self) -> Table {
        self.new.clone()
    }

    /// The records that only the old report has, likewise.
    #[getter]
    fn gone(&self) -> Table {
        self.gone.clone()
    }

    /// The records with other results: for each a row whose `rule` is `conclusion`, with the
    /// conclusions `before` and `after`, then a row for each rule whose verdict or shortfall has
    /// changed, with both. `change` is `better`, `worse` or `other`, `row_before` and `row_after` are
    /// the rows, `difference` is by how much more is missing, negative for less.
    #[getter]
    fn changed(&self) -> Table {
        self.changed.clone()
    }

    /// The records that are invalid, or no record, in one of the reports: `before` and `after` are the
    /// conclusion, `faulty` or `passed_over`.
    #[getter]
    fn not_comparable(&self) -> Table {
        self.not_comparable.clone()
    }

    /// Return the number of records that are `new`, `gone`, `better`, `worse`, `other` (changed, but
    /// neither better nor worse), `not_comparable` and `unchanged`.
    fn counts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let counts = PyDict::new(py);
        for (kind, count) in self.changes.counts() {
            counts.set_item(kind.as_str(), count)?;
        }
        counts.set_item("unchanged", self.changes.unchanged)?;
        Ok(counts)
    }

    /// The counts in words, for HTML.
    fn _counted(&self) -> Vec<(&'static str, u64)> {
        let counts = self.changes.counts().map(|(kind, count)| (kind.label(), count));
        let unchanged = (Changes::UNCHANGED, self.changes.unchanged);
        counts.chain([unchanged]).map(|(label, count)| (label.get(self.language), count)).collect()
    }

    /// Return the rules that have changed, those with the most changes first: for how many records each
    /// is met `better` or `worse`, or has an `other` result.
    fn rules(&self) -> PyResult<Table> {
        let mut words: [StringDictionaryBuilder<Int16Type>; 2] = Default::default();
        let mut counts: [UInt64Builder; 3] = Default::default();
        for it in self.changes.by_rule() {
            let texts = words.iter_mut().zip([it.rule.id, it.rule.statement.id]);
            texts.for_each(|(column, text)| column.append_value(text));
            let numbers = counts.iter_mut().zip([it.better, it.worse, it.other]);
            numbers.for_each(|(column, count)| column.append_value(count));
        }
        let field = |name: &str, data_type| Field::new(name, data_type, false);
        let fields = ["rule", "statement"].map(|it| field(it, word()));
        let of_counts = ["better", "worse", "other"].map(|it| field(it, DataType::UInt64));
        let words = words.iter_mut().map(|it| -> ArrayRef { Arc::new(it.finish()) });
        let counts = counts.iter_mut().map(|it| -> ArrayRef { Arc::new(it.finish()) });
        let columns = words.chain(counts).collect();
        let fields: Vec<Field> = fields.into_iter().chain(of_counts).collect();
        let schema = Arc::new(Schema::new(fields));
        let batch = RecordBatch::try_new(schema.clone(), columns).map_err(broken)?;
        Ok(Table::of(schema, vec![batch]))
    }

    /// The number of records that are not the same in both reports.
    fn __len__(&self) -> usize {
        self.changes.list.len()
    }

    fn __repr__(&self) -> String {
        let mut text = format!("<TableChanges {}:", self.subject());
        for (kind, count) in self.changes.counts().filter(|(_, count)| 0 < *count) {
            text = format!("{text} {count} {},", kind.as_str());
        }
        format!("{text} {} unchanged>", self.changes.unchanged)
    }

    fn _repr_html_<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        slf.py().import("chanjiao._html")?.call_method1("changes", (slf,))
    }
}

/// Compares two reports.
pub(super) fn changes(
    py: Python<'_>,
    old: &TableReport,
    new: &TableReport,
) -> PyResult<TableChanges> {
    check(&old.setting, &new.setting)?;
    let language = new.setting.language;
    let has_gaps = |rule: &Rule| [old, new].iter().all(|it| has_gaps(&it.setting, rule));
    let mut register = Register::default();
    each(py, old, has_gaps, |key, row, outcome| {
        register.add(key.iter().copied(), "", row, outcome)
    })?;
    let named = |which: &str, message: String| PyValueError::new_err(format!("{which}: {message}"));
    let plan = &new.setting.plan;
    let comparison = register.compare(plan.subject(), plan.rules());
    let mut comparison =
        comparison.map_err(|it| named("the old report", it.message(false, language)))?;
    each(py, new, has_gaps, |key, row, outcome| {
        comparison.add(key.iter().copied(), "", row, &outcome);
    })?;
    let changes = comparison.finish();
    let changes = changes.map_err(|it| named("the new report", it.message(false, language)))?;
    py.detach(|| {
        let list = |is: fn(ChangeKind) -> bool| changes.list.iter().filter(move |it| is(it.kind));
        let new_ones =
            results(new, list(|it| it == ChangeKind::New), |it| (it.rows.1, it.standings.1));
        let gone =
            results(old, list(|it| it == ChangeKind::Gone), |it| (it.rows.0, it.standings.0));
        let columns = ChangeColumn::ALL;
        let others = both(new, list(ChangeKind::is_change), columns, true);
        let columns = [ChangeColumn::Before, ChangeColumn::After];
        let not_comparable = both(new, list(|it| it == ChangeKind::NotComparable), &columns, false);
        Ok(TableChanges {
            new: new_ones?,
            gone: gone?,
            changed: others?,
            not_comparable: not_comparable?,
            changes,
            language,
        })
    })
    .map_err(broken)
}

/// Whether a report has a column for the shortfalls of a rule.
fn has_gaps(setting: &Setting, rule: &Rule) -> bool {
    let mut columns = setting.plan.output_columns();
    columns.any(|it| matches!(it, WideColumn::Gap(of) if of.id == rule.id))
}

/// Refuses reports that cannot be compared.
fn check(old: &Setting, new: &Setting) -> PyResult<()> {
    let refused = |message: String| Err(PyValueError::new_err(message));
    let (subject, other) = (old.plan.subject().name, new.plan.subject().name);
    if subject != other {
        return refused(format!(
            "the reports are on other subjects, {subject} and {other}: check both tables with one"
        ));
    }
    if !old.plan.rules().map(|it| it.id).eq(new.plan.rules().map(|it| it.id)) {
        return refused(
            "the reports are on other rules: check both tables with the same `rules`".into(),
        );
    }
    let [keys, others] =
        [old, new].map(|it| it.key.iter().map(|key| it.header(*key)).collect::<Vec<_>>());
    if keys.is_empty() || others.is_empty() {
        let which = match (keys.is_empty(), others.is_empty()) {
            (true, true) => "neither report has",
            (true, false) => "the old report does not have",
            (false, _) => "the new report does not have",
        };
        return refused(format!(
            "{which} a key to match rows by: name the columns that identify records, \
             check_table(…, key=…), for both tables; `what_if` compares one table under other parameters"
        ));
    }
    let is_same = |(key, other): (&&str, &&str)| column_named(key, &[other]).is_ok();
    if keys.len() != others.len() || !keys.iter().zip(&others).all(is_same) {
        let [keys, others] = [keys, others].map(|it| it.join(", "));
        return refused(format!(
            "the reports have other keys, {keys} and {others}: check both tables with the same `key`"
        ));
    }
    Ok(())
}

/// Passes on what became of each row of a report.
fn each(
    py: Python<'_>,
    report: &TableReport,
    has_gaps: impl Fn(&Rule) -> bool + Sync,
    mut take: impl FnMut(&[&str], u64, Outcome) + Send,
) -> PyResult<()> {
    let setting = &report.setting;
    for part in &report.parts {
        py.check_signals()?;
        py.detach(|| {
            let each = |key: &[std::borrow::Cow<'_, str>], row, outcome| {
                let key: Vec<&str> = key.iter().map(AsRef::as_ref).collect();
                take(&key, part.number(row), outcome);
            };
            setting.plan.each_outcome(&part.input, &setting.key, &part.output, &has_gaps, each);
        });
    }
    Ok(())
}

/// Records that only one report has, with their rows and results there.
fn results<'a>(
    report: &TableReport,
    list: impl Iterator<Item = &'a Change>,
    place: impl Fn(&Change) -> (Option<u64>, Option<Standing>),
) -> Result<Table, ArrowError> {
    let mut rows = Rows::new(report, &["row"], &[("result", Content::Word)]);
    for change in list {
        let (row, standing) = place(change);
        if let Some(row) = row {
            rows.push(row, &[row], core::iter::once(standing.map(Standing::as_str)))?;
        }
    }
    rows.finish()
}

/// Records that both reports have, with their rows in both: a row for each record, and `with_rules` one
/// for each rule.
fn both<'a>(
    report: &TableReport,
    list: impl Iterator<Item = &'a Change>,
    columns: &[ChangeColumn],
    with_rules: bool,
) -> Result<Table, ArrowError> {
    let own: Vec<_> = columns.iter().map(|it| (it.as_str(), it.content())).collect();
    let mut rows = Rows::new(report, &["row_before", "row_after"], &own);
    for change in list {
        let (Some(before), Some(after)) = change.rows else { continue };
        let of_rules = change.rules.iter().filter(|_| with_rules).map(Some);
        for rule in core::iter::once(None::<&RuleChange>).chain(of_rules) {
            let cells = columns.iter().map(|it| it.cell(change, rule));
            rows.push(after, &[before, after], cells)?;
        }
    }
    rows.finish()
}
