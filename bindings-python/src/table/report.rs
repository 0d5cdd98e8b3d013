//! The report on a table.

use std::sync::Arc;

use arrow_array::builder::{StringBuilder, UInt64Builder};
use arrow_array::{ArrayRef, RecordBatch, RecordBatchIterator};
use arrow_schema::{DataType, Field, Schema};
use chanjiao::table::Note;
use chanjiao::{Conclusion, Language, Verdict};
use pyo3::exceptions::{PyIndexError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict};

use super::changes::changes;
use super::findings::{Findings, Wanted};
use super::part::{Part, Setting, Words};
use super::{faults, pick, schemas};
use crate::answer::Answer;
use crate::arrow::{broken, export};
use crate::frame::{Table, to_arrow, to_polars};

/// The report on a table. As an Arrow table it is the wide table: one row per record, in order, with
/// the `conclusion` and one column per rule.
#[pyclass(frozen, module = "chanjiao")]
pub(crate) struct TableReport {
    setting: Arc<Setting>,
    parts: Vec<Part>,
}

impl TableReport {
    pub(super) fn of(setting: Arc<Setting>, parts: Vec<Part>) -> Self {
        Self { setting, parts }
    }

    fn conclusion_columns(&self) -> impl Iterator<Item = Words<'_>> {
        self.parts.iter().filter_map(Part::conclusions)
    }

    fn count(&self, conclusion: Conclusion) -> u64 {
        self.conclusion_columns().map(|it| it.count(conclusion.as_str())).sum()
    }

    /// The part with this row of the table, and the row in that part.
    fn at(&self, row: u64) -> Option<(&Part, usize)> {
        let part = self.parts.iter().rev().find(|part| part.first <= row)?;
        let row = usize::try_from(row - part.first).ok()?;
        (row < part.rows()).then_some((part, row))
    }
}

#[pymethods]
impl TableReport {
    /// Export the wide table through the Arrow `PyCapsule` interface.
    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        let batches: Vec<RecordBatch> = self.parts.iter().map(|it| it.output.clone()).collect();
        let schema = self.setting.plan.output_schema();
        export(py, RecordBatchIterator::new(batches.into_iter().map(Ok), schema))
    }

    fn __len__(&self) -> usize {
        self.parts.iter().map(Part::rows).sum()
    }

    fn __repr__(&self) -> String {
        let mut text = format!("<TableReport {}: {} rows", self.subject(), self.__len__());
        for &conclusion in Conclusion::ALL {
            match self.count(conclusion) {
                0 => {}
                count => text = format!("{text}, {count} {}", conclusion.as_str()),
            }
        }
        match self.faulty() {
            0 => text + ">",
            faulty => format!("{text}, {faulty} faulty>"),
        }
    }

    /// The subject of the records.
    #[getter]
    fn subject(&self) -> &'static str {
        self.setting.plan.subject().name
    }

    /// The ids of the applied rules, in the order of the policy.
    #[getter]
    fn rules(&self) -> Vec<&'static str> {
        self.setting.plan.rules().map(|rule| rule.id).collect()
    }

    /// The headers of the columns that hold no fact.
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

    /// The number of rows for each conclusion.
    #[getter]
    fn conclusions<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let counts = PyDict::new(py);
        for &conclusion in Conclusion::ALL {
            counts.set_item(conclusion.as_str(), self.count(conclusion))?;
        }
        Ok(counts)
    }

    /// The number of invalid rows. They have neither verdicts nor a conclusion.
    #[getter]
    fn faulty(&self) -> u64 {
        self.conclusion_columns().map(Words::missing).sum()
    }

    /// Count the verdicts: one row per rule, one column per verdict.
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

    /// Return the findings with these verdicts, `None` for all, as a long table with one row per
    /// finding. `rules` selects rules by their ids, and `limit` is the maximum number of findings.
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
                row = py.detach(|| findings.collect(part, row)).map_err(broken)?;
            }
        }
        Ok(findings.finish())
    }

    /// Return the findings with the greatest shortfalls or excesses, up to `limit` for each rule that
    /// has a column of these.
    #[pyo3(signature = (limit = 5))]
    fn worst(&self, py: Python<'_>, limit: usize) -> PyResult<Table> {
        let mut findings = Findings::new(&self.setting, Wanted::default(), None);
        for rule in self.setting.plan.rules() {
            py.check_signals()?;
            py.detach(|| findings.worst(&self.parts, rule, limit)).map_err(broken)?;
        }
        Ok(findings.finish())
    }

    /// All faults, by row and column.
    #[getter]
    fn faults(&self, py: Python<'_>) -> PyResult<Table> {
        let schema = schemas::faults(self.setting.key_fields());
        let mut batches = Vec::new();
        for part in &self.parts {
            py.check_signals()?;
            if part.conclusions().is_none_or(|it| 0 < it.missing()) {
                let found = py.detach(|| faults::faults(&self.setting, part, &schema));
                batches.push(found.map_err(broken)?);
            }
        }
        Ok(Table::of(schema, batches))
    }

    /// How cells were read, where that is not obvious: one dictionary for each column and kind, with
    /// `kind`, `column` (the header), `cells` (their number) and `message`.
    #[getter]
    fn notes<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, PyDict>>> {
        let mut notes = Vec::new();
        for part in &self.parts {
            Note::merge(&mut notes, part.notes.iter().cloned());
        }
        let dict = |note: Note| {
            let dict = PyDict::new(py);
            dict.set_item("kind", note.kind())?;
            if let Some(cells) = note.cells() {
                dict.set_item("column", &cells.column)?;
                dict.set_item("cells", cells.count)?;
            }
            dict.set_item("message", note.message(self.setting.language))?;
            Ok(dict)
        };
        notes.into_iter().map(dict).collect()
    }

    /// Split the input into three tables: the rows in which nothing is unmet, some of it perhaps not
    /// yet due; those in which something is unmet, explained or not; and all others, which are
    /// incomplete, invalid or not assessed.
    fn split(&self, py: Python<'_>) -> PyResult<(Table, Table, Table)> {
        let mut split: [Vec<RecordBatch>; 3] = Default::default();
        for part in &self.parts {
            py.check_signals()?;
            let mut rows: [Vec<usize>; 3] = Default::default();
            let [compliant, non_compliant, other] = &mut rows;
            let words = part.conclusions();
            for row in 0..part.rows() {
                let word = words.and_then(|it| it.get(row));
                match word.and_then(|it| it.parse::<Conclusion>().ok()) {
                    Some(Conclusion::Compliant | Conclusion::NotYetDue) => compliant.push(row),
                    Some(
                        Conclusion::NonCompliant
                        | Conclusion::NotImplemented
                        | Conclusion::ExplanationDue
                        | Conclusion::Explained,
                    ) => non_compliant.push(row),
                    Some(Conclusion::Incomplete | Conclusion::NotAssessed) | None => {
                        other.push(row);
                    }
                }
            }
            for (batches, rows) in split.iter_mut().zip(rows) {
                batches.push(pick::rows(&part.input, &rows).map_err(broken)?);
            }
        }
        let [compliant, non_compliant, other] =
            split.map(|batches| Table::of(self.setting.input.clone(), batches));
        Ok((compliant, non_compliant, other))
    }

    /// Return the answer for one row, counted from 0, as `check` returns it.
    fn answer(&self, row: u64) -> PyResult<Answer> {
        let (part, index) = self
            .at(row)
            .ok_or_else(|| PyIndexError::new_err(format!("row {row} is out of range")))?;
        let plan = &self.setting.plan;
        let record = plan.record(&part.input, index).map_err(|faults| faults.answer_json());
        let parameters = Some(self.setting.parameters.clone());
        Ok(Answer::of(record, parameters, self.setting.language))
    }

    /// Check the same rows with other parameters; `None` is the numbers of the policy.
    #[pyo3(signature = (parameters))]
    fn with_parameters(
        &self,
        py: Python<'_>,
        parameters: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
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

    /// Compare with another report on the same rows: one row per verdict or conclusion that differs,
    /// with the columns `rule` (or `conclusion`), `before` and `after`.
    fn changes(&self, py: Python<'_>, other: &Self) -> PyResult<Table> {
        let parts = || self.parts.iter().zip(&other.parts);
        if self.parts.len() != other.parts.len() || parts().any(|(a, b)| a.rows() != b.rows()) {
            return Err(PyValueError::new_err("the two reports are not on the same rows"));
        }
        py.detach(|| changes(&self.setting, &mut parts())).map_err(broken)
    }

    /// Convert the wide table to a `pyarrow.Table`.
    fn to_arrow<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        to_arrow(slf)
    }

    /// Convert the wide table to a `pandas.DataFrame`; verdicts and conclusions are categorical.
    fn to_pandas<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        to_arrow(slf)?.call_method0("to_pandas")
    }

    /// Convert the wide table to a `polars.DataFrame`.
    fn to_polars<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        to_polars(slf)
    }

    /// Return the report as an HTML page: verdicts per rule, the greatest shortfalls and excesses, the
    /// first faults.
    fn to_html<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        slf.py().import("chanjiao._html")?.call_method1("page", (slf,))
    }

    fn _repr_html_<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        slf.py().import("chanjiao._html")?.call_method1("report", (slf,))
    }
}
