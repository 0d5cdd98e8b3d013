//! The report on a table.

use std::path::PathBuf;
use std::sync::Arc;

use arrow_array::builder::{StringBuilder, UInt64Builder};
use arrow_array::{ArrayRef, RecordBatch, RecordBatchIterator};
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use chanjiao::cli::TableBook;
use chanjiao::table::{ChildPlace, InspectedColumn, Note, Outside};
use chanjiao::{Conclusion, Fault, Language, Verdict};
use pyo3::exceptions::{PyIndexError, PyOSError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict, PyTuple};

use super::changes::{TableChanges, changes};
use super::findings::{Findings, Wanted};
use super::part::{Part, Setting, Words, part_of};
use super::turned::turned;
use super::{faults, gate, groups, pick, schemas};
use crate::answer::{self, Answer, Judged};
use crate::arrow::{broken, export};
use crate::frame::{Table, to_arrow, to_polars};
use crate::objects::build;
use crate::record::column::returned_field;

/// Rows of a workbook between two checks for interrupts.
const WRITTEN: usize = 1 << 12;

/// The report on a table. As an Arrow table it is the wide table: one row per record, in order, with
/// the `conclusion` and one column per rule.
#[pyclass(frozen, module = "chanjiao")]
pub(crate) struct TableReport {
    pub(super) setting: Arc<Setting>,
    pub(super) parts: Vec<Part>,
    /// The rows of child tables that belong to no record, as faults.
    orphans: Arc<[(ChildPlace, Fault)]>,
}

impl TableReport {
    pub(super) fn of(
        setting: Arc<Setting>,
        parts: Vec<Part>,
        orphans: Vec<(ChildPlace, Fault)>,
    ) -> Self {
        Self { setting, parts, orphans: orphans.into() }
    }

    fn conclusion_columns(&self) -> impl Iterator<Item = Words<'_>> {
        self.parts.iter().filter_map(Part::conclusions)
    }

    fn count(&self, conclusion: Conclusion) -> u64 {
        self.conclusion_columns().map(|it| it.count(conclusion.as_str())).sum()
    }

    /// The number of each verdict of each rule.
    fn verdict_counts(&self) -> PyResult<Table> {
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

    /// Splits batches, each given with the number of its first row, as [`split`](Self::split) does.
    fn split_batches(
        &self,
        py: Python<'_>,
        given: impl Iterator<Item = PyResult<(u64, RecordBatch)>>,
        schema: &SchemaRef,
    ) -> PyResult<(Table, Table, Table)> {
        let fields = schema.fields().iter().map(|field| returned_field(field));
        let schema = Arc::new(Schema::new(fields.collect::<Vec<_>>()));
        let mut split: [Vec<RecordBatch>; 3] = Default::default();
        for given in given {
            py.check_signals()?;
            let (first, batch) = given?;
            let end = first + u64::try_from(batch.num_rows()).unwrap_or_default();
            let mut rows: [Vec<usize>; 3] = Default::default();
            let [compliant, non_compliant, other] = &mut rows;
            for part in &self.parts {
                let words = part.conclusions();
                for row in part.first.max(first)..part.number(part.rows()).min(end) {
                    let at = |first| usize::try_from(row - first).unwrap_or_default();
                    let word = words.and_then(|it| it.get(at(part.first)));
                    match word.and_then(|it| it.parse::<Conclusion>().ok()) {
                        Some(Conclusion::Compliant | Conclusion::NotYetDue) => {
                            compliant.push(at(first));
                        }
                        Some(
                            Conclusion::NonCompliant
                            | Conclusion::NotImplemented
                            | Conclusion::ExplanationDue
                            | Conclusion::Explained,
                        ) => non_compliant.push(at(first)),
                        Some(Conclusion::Incomplete | Conclusion::NotAssessed) | None => {
                            other.push(at(first));
                        }
                    }
                }
            }
            for (batches, rows) in split.iter_mut().zip(rows) {
                batches.push(pick::rows(&batch, &rows, &schema).map_err(broken)?);
            }
        }
        let [compliant, non_compliant, other] = split.map(|it| Table::of(schema.clone(), it));
        Ok((compliant, non_compliant, other))
    }

    /// The rows of the table that the report is on.
    fn given(&self, py: Python<'_>) -> PyResult<Table> {
        let first = self.parts.first().map_or(0, |part| part.first);
        let end = self.parts.last().map_or(0, |part| part.number(part.rows()));
        let mut batches = Vec::new();
        let mut schema = self.setting.input.clone();
        for given in self.given_batches(py, &mut schema)? {
            let (row, batch) = given?;
            let last = row + u64::try_from(batch.num_rows()).unwrap_or_default();
            let (from, to) = (row.max(first), last.min(end));
            if from < to {
                let at = |number: u64| usize::try_from(number - row).unwrap_or_default();
                batches.push(batch.slice(at(from), at(to) - at(from)));
            }
        }
        Ok(Table::of(schema, batches))
    }

    /// The batches of the table, each with the number of its first row; `schema` becomes theirs.
    fn given_batches<'a>(
        &'a self,
        py: Python<'_>,
        schema: &mut SchemaRef,
    ) -> PyResult<GivenBatches<'a>> {
        // Without the columns that were added to join child tables.
        let own: Vec<usize> = (0..self.setting.input.fields().len()).collect();
        let Some(frame) = &self.setting.frame else {
            return Ok(Box::new(
                self.parts
                    .iter()
                    .map(move |part| Ok((part.first, part.input.project(&own).map_err(broken)?))),
            ));
        };
        // Only the columns that are used were taken; now all are.
        let source = frame.take(py, &own, &[])?;
        *schema = source.schema();
        let mut row = 0;
        Ok(Box::new(source.map(move |batch| {
            let (first, batch) = (row, batch.map_err(broken)?);
            row += u64::try_from(batch.num_rows()).unwrap_or_default();
            Ok((first, batch))
        })))
    }

    /// The part with this row of the table, and the row in that part.
    pub(super) fn at(&self, row: u64) -> Option<(&Part, usize)> {
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
        for (count, what) in
            [(self.faulty(), "faulty"), (self.orphans(), "orphans"), (self.passed(), "passed over")]
        {
            if 0 < count {
                text = format!("{text}, {count} {what}");
            }
        }
        text + ">"
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

    /// The columns of the table, as dictionaries: `header`, `fact` (its key, `None` if it holds none) and
    /// `unit` (as it is written, `None` if that is not said).
    #[getter]
    fn columns<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, PyDict>>> {
        let inspection = self.setting.plan.inspection();
        let column = |it: &InspectedColumn| {
            let dict = PyDict::new(py);
            dict.set_item("header", &it.header)?;
            dict.set_item("fact", it.fact)?;
            dict.set_item("unit", Some(&it.unit).filter(|unit| !unit.is_empty()))?;
            Ok(dict)
        };
        inspection.columns.iter().map(column).collect()
    }

    /// The labels of the facts that no column holds.
    fn _absent(&self) -> Vec<&'static str> {
        let absent = self.setting.plan.inspection().absent;
        absent.into_iter().map(|field| field.label().get(self.setting.language)).collect()
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
        self.conclusion_columns().map(Words::missing).sum::<u64>() - self.passed()
    }

    /// The number of rows that are no records, such as totals and remarks. They have neither verdicts
    /// nor a conclusion; `notes` says which they are.
    #[getter]
    fn passed(&self) -> u64 {
        self.parts.iter().map(|part| part.passed).sum()
    }

    /// The number of rows of child tables that belong to no row of the table. They are among `faults`,
    /// without a row.
    #[getter]
    fn orphans(&self) -> u64 {
        u64::try_from(self.orphans.len()).unwrap_or_default()
    }

    /// Raise `GateError` if more records reach a conclusion, or more rows are `faulty`, than allowed:
    /// `require(non_compliant="1%", faulty=3)`. A limit is a number, or a share of all records, invalid
    /// ones included, such as `"1%"`; rows that are passed over are not counted; `faulty` are also orphans. What is not named may
    /// not occur, but for the conclusions `compliant`, `not_yet_due` and, within the time to which the
    /// policy is applied, `not_assessed`, and with `accept_explained` `explained`. A table without a
    /// record fails.
    #[pyo3(signature = (*, accept_explained = false, **allowed))]
    fn require(
        &self,
        py: Python<'_>,
        accept_explained: bool,
        allowed: Option<&Bound<'_, PyDict>>,
    ) -> PyResult<()> {
        let language = self.setting.language;
        let gate = gate::gate(accept_explained, allowed, language)?;
        let outside = self.parts.iter().map(|part| part.outside_rows).sum();
        let counts = gate::counts(|it| self.count(it), outside, self.faulty() + self.orphans());
        gate::require(py, &gate, &counts, language)
    }

    /// Count the verdicts: one row per rule, one column per verdict. `by` names columns that were kept
    /// by `check_table(…, by=…)`, or keys, one or several: then there are for each group of rows with the
    /// same values a row whose `rule` is `conclusion`, with the number of its `records`, of those that
    /// are `faulty`, and of each conclusion, and a row for each rule, with its verdicts. Values are the
    /// same if they are the same texts without blanks around them; a blank one is null. Groups are in the
    /// order of their first rows. More than 10 000 groups are a `ValueError`.
    #[pyo3(signature = (by = None))]
    fn counts(&self, py: Python<'_>, by: Option<&Bound<'_, PyAny>>) -> PyResult<Table> {
        let by = by.map(names).transpose()?.unwrap_or_default();
        if by.is_empty() {
            return self.verdict_counts();
        }
        groups::counts(&groups::groups(py, &self.setting, &self.parts, &by)?)
    }

    /// Sum the shortfalls and excesses: one row per rule that has a column of these, with the number of
    /// its `records` that have one, the sum, which is exact, and its unit. `by` is that of `counts`: then
    /// there is one row for each group and rule.
    #[pyo3(signature = (by = None))]
    fn shortfalls(&self, py: Python<'_>, by: Option<&Bound<'_, PyAny>>) -> PyResult<Table> {
        let by = by.map(names).transpose()?.unwrap_or_default();
        let groups = groups::groups(py, &self.setting, &self.parts, &by)?;
        groups::shortfalls(&self.setting, &groups)
    }

    /// Return the findings with these verdicts, `None` for all, as a long table with one row per
    /// finding. `rules` selects rules by their ids, and `limit` is the maximum number of findings.
    /// `language`, `"zh"` or `"en"`, makes it a table for people: with headers, titles of rules and words
    /// in that language, and rows counted from 1.
    #[pyo3(signature = (verdicts = Some(vec!["unmet".to_owned()]), *, rules = None, limit = None, language = None))]
    #[expect(clippy::needless_pass_by_value, reason = "lists come across owned")]
    fn findings(
        &self,
        py: Python<'_>,
        verdicts: Option<Vec<String>>,
        rules: Option<Vec<String>>,
        limit: Option<usize>,
        language: Option<&str>,
    ) -> PyResult<Table> {
        let wanted = Wanted::of(&self.setting.plan, verdicts.as_deref(), rules.as_deref())?;
        let words = language.map(answer::language).transpose()?;
        let mut findings = Findings::new(&self.setting, wanted, limit, words);
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
    /// has a column of these. `language` is that of `findings`.
    #[pyo3(signature = (limit = 5, *, language = None))]
    fn worst(&self, py: Python<'_>, limit: usize, language: Option<&str>) -> PyResult<Table> {
        let words = language.map(answer::language).transpose()?;
        let mut findings = Findings::new(&self.setting, Wanted::default(), None, words);
        for rule in self.setting.plan.rules() {
            py.check_signals()?;
            py.detach(|| findings.worst(&self.parts, rule, limit)).map_err(broken)?;
        }
        Ok(findings.finish())
    }

    /// All faults, by row and column. Rows of child tables that belong to no record are the last, and
    /// have no row.
    #[getter]
    fn faults(&self, py: Python<'_>) -> PyResult<Table> {
        let key = self.setting.key_fields();
        let no_orphans = self.orphans.is_empty();
        let schema =
            if no_orphans { schemas::faults(key) } else { schemas::faults_with_orphans(key) };
        let mut batches = Vec::new();
        for part in &self.parts {
            py.check_signals()?;
            if part.conclusions().is_none_or(|it| 0 < it.missing()) {
                let found = py.detach(|| faults::faults(&self.setting, part, &schema));
                batches.push(found.map_err(broken)?);
            }
        }
        if !no_orphans {
            let orphans = faults::orphans(&self.setting, &self.orphans, &schema);
            batches.push(orphans.map_err(broken)?);
        }
        Ok(Table::of(schema, batches))
    }

    /// What to know of the table beside its results, as dictionaries: one for each column and kind of
    /// cells that were read otherwise than they might seem, with `kind`, `column` (the header) and
    /// `cells` (their number); one for each reason to pass over rows, with `rows` (their number) and
    /// `row` (the first, from 0); one on headers, with `column`; one if all rows lie outside the time
    /// to which the policy is applied. `child` is the fact whose child table a note is about. `message` is the note in one sentence, in which rows are counted
    /// from 1.
    #[getter]
    fn notes<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, PyDict>>> {
        let (mut notes, mut outside) = (Vec::new(), Outside::default());
        for part in &self.parts {
            Note::merge(&mut notes, part.notes.iter().cloned());
            outside.merge(part.outside);
        }
        let Setting { parameters, language, .. } = &*self.setting;
        let dict = |kind: &str, note: Option<&Note>, message: String| -> PyResult<_> {
            let column = note.map(|it| it.columns().join("、")).filter(|it| !it.is_empty());
            let dict = PyDict::new(py);
            dict.set_item("kind", kind)?;
            dict.set_item("column", column)?;
            dict.set_item("cells", note.and_then(Note::cells).map(|cells| cells.count))?;
            dict.set_item("rows", note.and_then(Note::rows).map(|rows| rows.count))?;
            let row = note.and_then(Note::rows).map(|rows| rows.line.saturating_sub(1));
            dict.set_item("row", row)?;
            dict.set_item("child", py.None())?;
            dict.set_item("message", message)?;
            Ok(dict)
        };
        for by in &self.setting.by {
            let by = [self.setting.header(*by).to_owned()];
            let groups = groups::groups(py, &self.setting, &self.parts, &by).ok();
            notes.extend(groups.and_then(|it| it.note()));
        }
        let of_table = notes.iter().map(|it| dict(it.kind(), Some(it), it.message(*language)));
        let of_children = self.setting.child_notes.iter().map(|(fact, it)| {
            let message = sentence(*language, [fact, &it.message(*language)]);
            let dict = dict(it.kind(), Some(it), message)?;
            dict.set_item("child", fact)?;
            Ok(dict)
        });
        let of_time =
            outside.message(parameters, *language).map(|it| dict(Outside::KIND, None, it));
        of_table.chain(of_children).chain(of_time).collect()
    }

    /// Split the input into three tables: the rows in which nothing is unmet, some of it perhaps not
    /// yet due; those in which something is unmet, explained or not; and all others, which are
    /// incomplete, invalid or not assessed.
    fn split(&self, py: Python<'_>) -> PyResult<(Table, Table, Table)> {
        let mut schema = self.setting.input.clone();
        let given = self.given_batches(py, &mut schema)?;
        self.split_batches(py, given, &schema)
    }

    /// Return the answer for one row, counted from 0, as `check` returns it, by the rules of the report. For a row that is no
    /// record, such as a total, it has neither faults nor a report.
    fn answer(&self, row: u64) -> PyResult<Answer> {
        let (part, index) = self
            .at(row)
            .ok_or_else(|| PyIndexError::new_err(format!("row {row} is out of range")))?;
        let plan = &self.setting.plan;
        if plan.passes(&part.input, index) {
            return Ok(Answer::of_no_record(self.setting.language));
        }
        let record = plan.record(&part.input, index).map_err(|faults| faults.answer_json());
        let judged = record.map(|record| Judged {
            record,
            parameters: Some(self.setting.parameters.clone()),
            rules: Some(plan.rules().map(|rule| rule.id).collect()),
        });
        Ok(Answer::of(judged, self.setting.language))
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
        Ok(Self { setting, parts, orphans: self.orphans.clone() })
    }

    /// Compare with a newer report on a register, for example of the next year: which records are new
    /// or gone, and which verdicts and shortfalls have changed. Records are matched by the `key` with which
    /// both tables were checked, without blanks around its texts. A report without a key, or with another
    /// subject, other rules or another key, and a key that is blank or stands more than once, are a
    /// `ValueError`. Shortfalls are compared if both reports have their columns.
    fn changes(&self, py: Python<'_>, new: &Self) -> PyResult<TableChanges> {
        changes(py, self, new)
    }

    /// The parameters that differ from their defaults, with their values.
    #[getter]
    fn parameters<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        build(py, |objects| self.setting.parameters.write(objects))
    }

    /// A report never changes, so it is its own copy.
    fn __copy__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    #[expect(clippy::needless_pass_by_value, reason = "arguments from Python are owned")]
    fn __deepcopy__(slf: Py<Self>, memo: Bound<'_, PyAny>) -> Py<Self> {
        let _ = memo;
        slf
    }

    /// A report is pickled as its table, and checked again.
    fn __reduce__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let restore = py.import("chanjiao._pickle")?.getattr("report")?;
        let Setting { plan, frame, whole, arguments, .. } = &*self.setting;
        let arguments = (
            plan.subject().name,
            Bound::new(py, self.given(py)?)?,
            frame.as_ref().is_some_and(|it| it.nan_is_null()),
            *whole,
            self.parts.first().map_or(0, |part| part.first),
            self.parameters(py)?,
            arguments.bind(py),
        );
        Ok((restore, arguments.into_pyobject(py)?))
    }

    /// Compare with another report on the same rows of the same table, for `what_if`.
    fn _turned(&self, py: Python<'_>, other: &Self) -> PyResult<Table> {
        let parts = || self.parts.iter().zip(&other.parts);
        if self.parts.len() != other.parts.len() || parts().any(|(a, b)| a.rows() != b.rows()) {
            return Err(PyValueError::new_err("the two reports are not on the same rows"));
        }
        py.detach(|| turned(&self.setting, &mut parts())).map_err(broken)
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

    /// Write the report as a workbook, as the command line does: the conclusions, what is unmet, missing
    /// or invalid, the counts with the notes, and the keys of its words. Rows are counted from 1, and have
    /// the key columns. An earlier file is replaced when the new one is complete.
    #[expect(clippy::needless_pass_by_value, reason = "a path comes across owned")]
    fn to_excel(&self, py: Python<'_>, path: PathBuf) -> PyResult<()> {
        let Setting { plan, parameters, input, language, .. } = &*self.setting;
        let beside: Vec<usize> = self.setting.beside().collect();
        let refused = |message: String| PyOSError::new_err(message);
        let book = TableBook::new(plan, parameters, input, &beside, *language);
        let mut book = book.map_err(refused)?;
        for part in &self.parts {
            for first in (0..part.rows()).step_by(WRITTEN) {
                py.check_signals()?;
                let rows = part_of(&part.input, first, WRITTEN.min(part.rows() - first));
                py.detach(|| book.add(&rows, part.number(first))).map_err(refused)?;
            }
        }
        book.add_orphans(&self.orphans).map_err(refused)?;
        let notes = self.notes(py)?;
        let notes = notes
            .iter()
            .map(|it| it.get_item("message")?.map_or(Ok(String::new()), |it| it.extract()));
        let notes: Vec<String> = notes.collect::<PyResult<_>>()?;
        py.detach(|| book.save(&notes, &path)).map_err(refused)
    }

    /// Return the report as an HTML page that needs no other file: what was judged and by what, the
    /// conclusions in per cent, the verdicts of each rule, the greatest shortfalls and excesses, the first
    /// failing rows and faults, and how the columns were read. `source` and `date` say where the table
    /// comes from and of when it is. With `allowed`, the allowances of `require`, the page says whether the
    /// report passes; `by` is that of `counts`, and adds the conclusions of each group.
    #[pyo3(signature = (*, source = None, date = None, allowed = None, by = None))]
    fn to_html<'py>(
        slf: &Bound<'py, Self>,
        source: Option<&str>,
        date: Option<&Bound<'py, PyAny>>,
        allowed: Option<&Bound<'py, PyAny>>,
        by: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let page = slf.py().import("chanjiao._page")?;
        page.call_method1("page", (slf, source, date, allowed, by))
    }

    fn _repr_html_<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        slf.py().import("chanjiao._page")?.call_method1("report", (slf,))
    }
}

/// A note on the child table of a fact.
fn sentence(language: Language, [fact, note]: [&str; 2]) -> String {
    match language {
        Language::Chinese => format!("{fact}：{note}"),
        Language::English => format!("{fact}: {note}"),
    }
}

/// Batches of a table, each with the number of its first row.
type GivenBatches<'a> = Box<dyn Iterator<Item = PyResult<(u64, RecordBatch)>> + 'a>;

/// One name, or several.
fn names(given: &Bound<'_, PyAny>) -> PyResult<Vec<String>> {
    given.extract::<String>().map(|name| vec![name]).or_else(|_| given.extract())
}
