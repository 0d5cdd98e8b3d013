//! What was found in a table.

use std::sync::Arc;

use arrow_array::builder::{StringBuilder, UInt64Builder};
use arrow_array::{ArrayRef, RecordBatch, RecordBatchIterator};
use arrow_schema::{DataType, Field, Schema};
use chanjiao::{Conclusion, Language, Verdict};
use pyo3::exceptions::{PyIndexError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict};

use super::faults;
use super::findings::{Findings, Wanted};
use super::part::{Part, Setting, Text};
use super::pick;
use super::turns::turns;
use crate::answer::Answer;
use crate::arrow::{broken, hand_on};
use crate::frame::{Table, to_arrow, to_polars};

/// What was found in a table. It speaks Arrow itself: one row a record, in their order, with
/// `conclusion` and one column a rule.
#[pyclass(frozen, module = "chanjiao")]
pub(crate) struct TableReport {
    setting: Arc<Setting>,
    parts: Vec<Part>,
}

/// The column of conclusions.
pub(super) const CONCLUSION: &str = "conclusion";

impl TableReport {
    pub(super) fn of(setting: Arc<Setting>, parts: Vec<Part>) -> Self {
        Self { setting, parts }
    }

    fn conclusions_of(&self) -> impl Iterator<Item = Text<'_>> {
        self.parts.iter().filter_map(|part| part.words(CONCLUSION))
    }

    fn count(&self, conclusion: Conclusion) -> u64 {
        self.conclusions_of().map(|it| it.count(conclusion.as_str())).sum()
    }

    /// The part that a row stands in, and its place there.
    fn at(&self, row: u64) -> Option<(&Part, usize)> {
        let part = self.parts.iter().rev().find(|part| part.first <= row)?;
        let row = usize::try_from(row - part.first).ok()?;
        (row < part.rows()).then_some((part, row))
    }
}

#[pymethods]
impl TableReport {
    /// The `PyCapsule` interface of Arrow: the wide verdict table.
    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        let batches: Vec<RecordBatch> = self.parts.iter().map(|it| it.output.clone()).collect();
        let schema = self.setting.plan.output_schema();
        hand_on(py, RecordBatchIterator::new(batches.into_iter().map(Ok), schema))
    }

    fn __len__(&self) -> usize {
        self.parts.iter().map(Part::rows).sum()
    }

    fn __repr__(&self) -> String {
        let mut said = format!("<TableReport {}: {} rows", self.subject(), self.__len__());
        for &conclusion in Conclusion::ALL {
            match self.count(conclusion) {
                0 => {}
                count => said = format!("{said}, {count} {}", conclusion.as_str()),
            }
        }
        match self.faulty() {
            0 => said + ">",
            faulty => format!("{said}, {faulty} faulty>"),
        }
    }

    /// The subject of the records.
    #[getter]
    fn subject(&self) -> &'static str {
        self.setting.plan.subject().name
    }

    /// The rules that were applied, by their ids.
    #[getter]
    fn rules(&self) -> Vec<&'static str> {
        self.setting.plan.rules().map(|rule| rule.id).collect()
    }

    /// The headers of the columns that stand for no fact.
    #[getter]
    fn ignored(&self) -> Vec<String> {
        self.setting.plan.ignored().to_vec()
    }

    /// The language of the messages: `zh` or `en`.
    #[getter]
    fn language(&self) -> &'static str {
        match self.setting.language {
            Language::Chinese => "zh",
            Language::English => "en",
        }
    }

    /// How many rows came to each conclusion.
    #[getter]
    fn conclusions<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let counts = PyDict::new(py);
        for &conclusion in Conclusion::ALL {
            counts.set_item(conclusion.as_str(), self.count(conclusion))?;
        }
        Ok(counts)
    }

    /// How many rows have faults; they have neither verdicts nor a conclusion.
    #[getter]
    fn faulty(&self) -> u64 {
        self.conclusions_of().map(Text::missing).sum()
    }

    /// How often each rule came to each verdict: a row a rule, a column a verdict.
    fn counts(&self) -> PyResult<Table> {
        let mut rules = StringBuilder::new();
        let mut statements = StringBuilder::new();
        let counts = Verdict::ALL.iter().map(|verdict| (verdict.as_str(), UInt64Builder::new()));
        let mut counts: Vec<_> = counts.collect();
        for rule in self.setting.plan.rules() {
            rules.append_value(rule.id);
            statements.append_value(rule.statement.id);
            for (word, count) in &mut counts {
                let columns = self.parts.iter().filter_map(|part| part.words(rule.id));
                count.append_value(columns.map(|it| it.count(word)).sum());
            }
        }
        let text = |name| Field::new(name, DataType::Utf8, false);
        let mut fields = vec![text("rule"), text("statement")];
        let mut columns: Vec<ArrayRef> =
            vec![Arc::new(rules.finish()), Arc::new(statements.finish())];
        for (word, mut count) in counts {
            fields.push(Field::new(word, DataType::UInt64, false));
            columns.push(Arc::new(count.finish()));
        }
        let schema = Arc::new(Schema::new(fields));
        let batch = RecordBatch::try_new(schema.clone(), columns).map_err(broken)?;
        Ok(Table::of(schema, vec![batch]))
    }

    /// The findings of these verdicts in words, a row a finding; `None` is any verdict.
    #[pyo3(signature = (verdicts = Some(vec!["unmet".to_owned()]), *, rules = None, limit = None))]
    #[expect(clippy::needless_pass_by_value, reason = "lists come across owned")]
    fn findings(
        &self,
        py: Python<'_>,
        verdicts: Option<Vec<String>>,
        rules: Option<Vec<String>>,
        limit: Option<usize>,
    ) -> PyResult<Table> {
        let wanted = Wanted::of(&self.setting.plan, verdicts.as_deref(), rules.as_deref())?;
        let mut findings = Findings::new(&self.setting, wanted, limit);
        for part in &self.parts {
            let mut row = 0;
            while row < part.rows() && !findings.is_full() {
                py.check_signals()?;
                row = py.detach(|| findings.some(part, row)).map_err(broken)?;
            }
        }
        Ok(findings.finish())
    }

    /// For each rule that has a column of shortfalls or excesses, the findings with the greatest,
    /// so many each.
    #[pyo3(signature = (limit = 5))]
    fn worst(&self, py: Python<'_>, limit: usize) -> PyResult<Table> {
        let mut findings = Findings::new(&self.setting, Wanted::default(), None);
        for rule in self.setting.plan.rules() {
            py.check_signals()?;
            py.detach(|| findings.worst(&self.parts, rule, limit)).map_err(broken)?;
        }
        Ok(findings.finish())
    }

    /// Every fault, by row and column.
    #[getter]
    fn faults(&self, py: Python<'_>) -> PyResult<Table> {
        let schema = faults::schema(&self.setting);
        let mut batches = Vec::new();
        for part in &self.parts {
            py.check_signals()?;
            if part.words(CONCLUSION).is_none_or(|it| 0 < it.missing()) {
                let found = py.detach(|| faults::faults(&self.setting, part, &schema));
                batches.push(found.map_err(broken)?);
            }
        }
        Ok(Table::of(schema, batches))
    }

    /// The given rows in three tables: those that are compliant; those that are not, or owe an
    /// explanation; and those of which that cannot be told, because facts are missing or faulty or
    /// because no obligation was assessed.
    fn split(&self, py: Python<'_>) -> PyResult<(Table, Table, Table)> {
        let mut split: [Vec<RecordBatch>; 3] = Default::default();
        for part in &self.parts {
            py.check_signals()?;
            let mut rows: [Vec<usize>; 3] = Default::default();
            let [compliant, not, untold] = &mut rows;
            let words = part.words(CONCLUSION);
            for row in 0..part.rows() {
                match words.and_then(|it| it.get(row)) {
                    Some("compliant") => compliant.push(row),
                    Some("non_compliant" | "explanation_due") => not.push(row),
                    _ => untold.push(row),
                }
            }
            for (batches, rows) in split.iter_mut().zip(rows) {
                batches.push(pick::rows(&part.input, &rows).map_err(broken)?);
            }
        }
        let [compliant, not, untold] =
            split.map(|batches| Table::of(self.setting.input.clone(), batches));
        Ok((compliant, not, untold))
    }

    /// The answer on one row, counted from 0, as `check` gives it.
    fn answer(&self, row: u64) -> PyResult<Answer> {
        let (part, index) =
            self.at(row).ok_or_else(|| PyIndexError::new_err(format!("there is no row {row}")))?;
        let plan = &self.setting.plan;
        let record = plan.record(&part.input, index).map_err(|faults| faults.answer_json());
        Ok(Answer::of(record, Some(self.setting.parameters.clone())))
    }

    /// The report on the same rows by other numbers of the policy.
    #[pyo3(signature = (parameters))]
    fn under(&self, py: Python<'_>, parameters: Option<&Bound<'_, PyAny>>) -> PyResult<Self> {
        let parameters = super::parameters(parameters)?;
        let setting = Arc::new(Setting { parameters, ..(*self.setting).clone() });
        let mut parts = Vec::with_capacity(self.parts.len());
        for part in &self.parts {
            py.check_signals()?;
            let piece = (part.first, part.input.clone());
            parts.extend(py.detach(|| setting.check(piece)).map_err(broken)?);
        }
        Ok(Self { setting, parts })
    }

    /// The verdicts and conclusions that are others in another report on the same rows.
    fn turns(&self, py: Python<'_>, other: &Self) -> PyResult<Table> {
        let parts = || self.parts.iter().zip(&other.parts);
        if self.parts.len() != other.parts.len() || parts().any(|(a, b)| a.rows() != b.rows()) {
            return Err(PyValueError::new_err("the two reports are not on the same rows"));
        }
        py.detach(|| turns(&self.setting, &mut parts())).map_err(broken)
    }

    /// The wide verdict table as `pyarrow.Table`.
    fn to_arrow<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        to_arrow(slf)
    }

    /// The wide verdict table as `pandas.DataFrame`; words become categories.
    fn to_pandas<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        to_arrow(slf)?.call_method0("to_pandas")
    }

    /// The wide verdict table as `polars.DataFrame`.
    fn to_polars<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        to_polars(slf)
    }

    /// A page by itself: bars a rule, the greatest amounts that are short, the first faults.
    fn to_html<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        slf.py().import("chanjiao._html")?.call_method1("page", (slf,))
    }

    fn _repr_html_<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        slf.py().import("chanjiao._html")?.call_method1("report", (slf,))
    }
}
