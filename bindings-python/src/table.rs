//! Tables: checked batch by batch, and what was found in them.

mod faults;
mod findings;
mod part;
mod pick;
mod report;
mod turns;

use std::sync::{Arc, Mutex};
use std::thread::available_parallelism;

use arrow_array::{RecordBatch, RecordBatchReader};
use arrow_schema::{ArrowError, SchemaRef};
use chanjiao::columns::{Plan, PlanErrors};
use chanjiao::{Language, Parameters};
use pyo3::exceptions::{PyRuntimeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

use crate::answer::{named_subject, overrides};
use crate::arrow::{Source, broken, dictionary, hand_on};
use part::{Part, Setting, part_of};
pub(crate) use report::TableReport;

/// The most rows judged at once: between these pieces an interrupt is heard and progress told.
const PIECE: usize = 1 << 22;

/// The most names of columns that an error says.
const MOST_NAMES: usize = 20;

/// More threads a processor than these gain nothing.
const MOST_THREADS: usize = 4;

/// Checks a table batch by batch, as they are asked for.
#[pyclass(module = "chanjiao._chanjiao")]
pub(crate) struct Checker {
    setting: Arc<Setting>,
    left: Left,
}

/// What is left of a table, shared with the streams that it was handed on as. Whoever reads takes
/// it out, so nobody ever waits for it.
#[derive(Clone)]
struct Left(Arc<Mutex<Option<Pieces>>>);

impl Left {
    fn take(&self) -> Option<Pieces> {
        self.0.lock().ok()?.take()
    }

    fn put_back(&self, pieces: Pieces) {
        if let Ok(mut left) = self.0.lock() {
            *left = Some(pieces);
        }
    }

    fn is_taken(&self) -> bool {
        self.0.lock().is_ok_and(|left| left.is_none())
    }
}

/// The batches of a table, large ones in pieces.
struct Pieces {
    source: Source,
    /// What is left of the last batch.
    rest: Option<RecordBatch>,
    /// The number of the next row.
    row: u64,
}

impl Iterator for Pieces {
    type Item = Result<(u64, RecordBatch), ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        let batch = match self.rest.take() {
            Some(rest) => rest,
            None => match self.source.next()? {
                Ok(batch) => batch,
                Err(error) => return Some(Err(error)),
            },
        };
        let count = batch.num_rows().min(PIECE);
        if count < batch.num_rows() {
            self.rest = Some(batch.slice(count, batch.num_rows() - count));
        }
        let first = self.row;
        self.row += u64::try_from(count).unwrap_or_default();
        Some(Ok((first, part_of(&batch, 0, count))))
    }
}

#[pymethods]
impl Checker {
    /// Opens a table; `columns` pairs headers with facts, `key` names columns to tell rows by.
    #[new]
    #[expect(clippy::too_many_arguments, reason = "they are named where this is called from")]
    #[expect(clippy::needless_pass_by_value, reason = "lists come across owned")]
    fn new(
        py: Python<'_>,
        subject: &str,
        table: &Bound<'_, PyAny>,
        parameters: Option<&Bound<'_, PyAny>>,
        rules: Option<Vec<String>>,
        shortfalls: Option<Vec<String>>,
        columns: Vec<(String, String)>,
        key: Vec<String>,
        threads: Option<usize>,
        nan_is_null: bool,
        language: &str,
    ) -> PyResult<Self> {
        let subject = named_subject(py, subject)?;
        let parameters = self::parameters(parameters)?;
        let language = self::language(language)?;
        let source = Source::open(table)?;
        let schema = source.schema();
        let (rules, shortfalls) = (ids(rules.as_ref()), ids(shortfalls.as_ref()));
        let mut plan = Plan::new(subject, &schema, &columns, rules.as_deref()).map_err(misuse)?;
        if let Some(shortfalls) = shortfalls {
            plan = plan.shortfalls(&shortfalls).map_err(misuse)?;
        }
        if plan.columns().next().is_none() {
            let names = schema.fields().iter().map(|it| it.name().as_str());
            let names: Vec<&str> = names.take(MOST_NAMES).collect();
            let all = schema.fields().len();
            let more =
                if MOST_NAMES < all { format!(", … ({all} in all)") } else { String::new() };
            return Err(PyValueError::new_err(format!(
                "no column stands for a fact of {} (columns: {}{more}); name them with `columns`",
                subject.name,
                names.join(", ")
            )));
        }
        let key = key.iter().map(|name| {
            schema
                .index_of(name)
                .map_err(|_| PyValueError::new_err(format!("the table has no column `{name}`")))
        });
        let key = key.collect::<PyResult<_>>()?;
        let faults_only = Plan::new(subject, &schema, &columns, Some(&[])).map_err(misuse)?;
        let processors = available_parallelism().map_or(1, std::num::NonZero::get);
        let threads = threads.unwrap_or(processors).min(MOST_THREADS * processors);
        let setting = Setting {
            plan: plan.nan_is_null(nan_is_null).dictionary_by(dictionary),
            faults_only: faults_only.nan_is_null(nan_is_null),
            parameters,
            input: schema,
            key,
            threads,
            language,
        };
        let pieces = Pieces { source, rest: None, row: 0 };
        Ok(Self { setting: Arc::new(setting), left: Left(Arc::new(Mutex::new(Some(pieces)))) })
    }

    fn __iter__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    /// The report of the next batch.
    fn __next__(&mut self, py: Python<'_>) -> PyResult<Option<TableReport>> {
        let parts = self.parts(py)?;
        Ok(parts.map(|parts| TableReport::of(self.setting.clone(), parts)))
    }

    /// The report of all that is left. After each piece `progress` is called with the number of
    /// its rows.
    fn rest(
        &mut self,
        py: Python<'_>,
        progress: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<TableReport> {
        let mut all = Vec::new();
        while let Some(parts) = self.parts(py)? {
            if let Some(progress) = progress {
                progress.call1((parts.iter().map(Part::rows).sum::<usize>(),))?;
            }
            all.extend(parts);
        }
        Ok(TableReport::of(self.setting.clone(), all))
    }

    /// The wide verdict table as a stream: each batch is judged when it is asked for. It can be
    /// read once; some libraries take it twice, the first time for its schema alone.
    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &mut self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        if self.left.is_taken() {
            return Err(PyRuntimeError::new_err(TAKEN));
        }
        let (setting, left) = (self.setting.clone(), self.left.clone());
        hand_on(py, Verdicts { setting, left, pieces: None, ready: Vec::new().into_iter() })
    }
}

impl Checker {
    /// The parts of the next piece.
    fn parts(&mut self, py: Python<'_>) -> PyResult<Option<Vec<Part>>> {
        py.check_signals()?;
        let setting = self.setting.clone();
        let mut pieces = self.left.take().ok_or_else(|| PyRuntimeError::new_err(TAKEN))?;
        let parts = py.detach(|| pieces.next().map(|piece| setting.check(piece?)).transpose());
        self.left.put_back(pieces);
        parts.map_err(broken)
    }
}

const TAKEN: &str = "this table was handed on as a stream";

/// The verdicts of a table, judged as they are read.
struct Verdicts {
    setting: Arc<Setting>,
    left: Left,
    /// What was left, once anything of it was asked for.
    pieces: Option<Pieces>,
    /// What is left of the last piece.
    ready: std::vec::IntoIter<Part>,
}

impl Iterator for Verdicts {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(part) = self.ready.next() {
                return Some(Ok(part.output));
            }
            self.pieces = self.pieces.take().or_else(|| self.left.take());
            let Some(pieces) = &mut self.pieces else {
                return Some(Err(ArrowError::ExternalError(TAKEN.into())));
            };
            match pieces.next()?.and_then(|piece| self.setting.check(piece)) {
                Ok(parts) => self.ready = parts.into_iter(),
                // The reader on the other side takes the error as a text of C, which ends at a
                // zero.
                Err(error) => {
                    let text = error.to_string().replace('\0', "\u{fffd}");
                    return Some(Err(ArrowError::ExternalError(text.into())));
                }
            }
        }
    }
}

impl RecordBatchReader for Verdicts {
    fn schema(&self) -> SchemaRef {
        self.setting.plan.output_schema()
    }
}

fn ids(rules: Option<&Vec<String>>) -> Option<Vec<&str>> {
    rules.map(|rules| rules.iter().map(String::as_str).collect())
}

fn parameters(given: Option<&Bound<'_, PyAny>>) -> PyResult<Parameters> {
    let read = overrides(given)?.as_deref().map(Parameters::from_json).transpose();
    Ok(read.map_err(|faults| PyValueError::new_err(faults.to_string()))?.unwrap_or_default())
}

fn language(tag: &str) -> PyResult<Language> {
    let none = |_| PyValueError::new_err(format!("there is no language `{tag}`: zh or en"));
    tag.parse().map_err(none)
}

#[expect(clippy::needless_pass_by_value, reason = "it is what `map_err` hands over")]
fn misuse(error: PlanErrors) -> PyErr {
    PyValueError::new_err(error.to_string())
}
