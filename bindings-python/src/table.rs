//! Tables: they are checked batch by batch.

mod changes;
mod children;
mod faults;
mod findings;
mod frame;
mod gate;
mod groups;
pub(crate) mod inspect;
mod part;
mod pick;
mod report;
mod rows;
mod schemas;
mod turned;

use std::collections::{BTreeSet, VecDeque};
use std::sync::{Arc, Mutex};
use std::thread::available_parallelism;

use arrow_array::{RecordBatch, RecordBatchReader};
use arrow_schema::{ArrowError, Schema, SchemaRef};
use chanjiao::columns::{HEAD_ROWS, Plan, PlanErrors};
use chanjiao::table::{Claims, Options, column_named};
use chanjiao::{Parameters, Subject};
use pyo3::exceptions::{PyRuntimeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyTuple};

use crate::answer::{self, named_subject, overrides};
use crate::arrow::{Source, broken, dictionary, export, words};
pub(crate) use changes::TableChanges;
use frame::Frame;
pub(crate) use frame::Taken;
use part::{Part, Setting, part_of};
pub(crate) use report::TableReport;

/// The most rows per piece. Interrupts are checked and progress is reported between pieces.
const PIECE: usize = 1 << 22;

/// How many columns an error lists.
const MAX_NAMES: usize = 20;

/// Threads per processor; more would not be faster.
const MAX_THREADS: usize = 4;

/// What is asked for beside the table, as `_table.py` passes it.
#[derive(FromPyObject)]
struct Arguments<'py> {
    rules: Option<Vec<String>>,
    shortfalls: Option<Vec<String>>,
    /// Pairs of a header and a fact.
    columns: Vec<(String, String)>,
    /// Pairs of a fact and a unit.
    units: Vec<(String, String)>,
    missing: Option<Vec<String>>,
    /// The headers of columns that identify rows.
    key: Vec<String>,
    /// Those of columns that are kept beside them.
    by: Vec<String>,
    /// Child tables, and whether they are complete.
    children: (Vec<children::Given<'py>>, bool),
    threads: Option<usize>,
    round_money: bool,
    contested: bool,
    language: String,
}

/// An iterator that checks a table batch by batch, as reports are asked for.
#[pyclass(module = "chanjiao._chanjiao")]
pub(crate) struct Checker {
    setting: Arc<Setting>,
    left: Left,
}

/// The rest of a table, shared by the checker and the streams made from it. A reader takes it out
/// while it reads, so nobody ever waits for the lock.
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

/// The batches of a table; large ones are split into pieces.
struct Pieces {
    source: Source,
    /// Batches that were read, but not returned yet.
    rest: VecDeque<RecordBatch>,
    /// The number of the next row.
    row: u64,
    /// The rows so far that have those of child tables.
    claims: Vec<Claims>,
}

impl Pieces {
    /// The next piece, joined with the child tables.
    fn next_joined(&mut self, plan: &Plan) -> Option<Result<(u64, RecordBatch), ArrowError>> {
        let piece = self.next()?;
        if self.claims.is_empty() {
            return Some(piece);
        }
        Some(piece.and_then(|(first, batch)| {
            let joined = plan.join(&batch, first, &mut self.claims);
            let joined = joined.map_err(|error| ArrowError::ExternalError(Box::new(error)))?;
            Ok((first, joined))
        }))
    }
}

impl Iterator for Pieces {
    type Item = Result<(u64, RecordBatch), ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        let batch = match self.rest.pop_front() {
            Some(rest) => rest,
            None => match self.source.next()? {
                Ok(batch) => batch,
                Err(error) => return Some(Err(error)),
            },
        };
        let count = batch.num_rows().min(PIECE);
        if count < batch.num_rows() {
            self.rest.push_front(batch.slice(count, batch.num_rows() - count));
        }
        let first = self.row;
        self.row += u64::try_from(count).unwrap_or_default();
        Some(Ok((first, part_of(&batch, 0, count))))
    }
}

#[pymethods]
impl Checker {
    /// Open a table; `frame` is the same table if its columns can be taken one by one. `whole` is whether
    /// its first rows may belong to the header, which those of a stream do not, and `first` is the number
    /// of its first row.
    #[new]
    #[expect(clippy::too_many_arguments, reason = "the caller, `_table.py`, passes all of them")]
    fn new(
        py: Python<'_>,
        subject: &str,
        table: &Bound<'_, PyAny>,
        frame: Option<&Bound<'_, PyAny>>,
        whole: bool,
        first: u64,
        parameters: Option<&Bound<'_, PyAny>>,
        arguments: &Bound<'_, PyTuple>,
    ) -> PyResult<Self> {
        let given = arguments.clone().unbind();
        let Arguments {
            rules,
            shortfalls,
            columns,
            units,
            missing,
            key,
            by,
            children,
            threads,
            round_money,
            contested,
            language,
        } = arguments.extract()?;
        let subject = named_subject(py, subject)?;
        let parameters = self::parameters(parameters)?;
        let language = answer::language(&language)?;
        let mut options = Options::default();
        (options.map, options.units, options.missing) = (columns, units, missing);
        let children = children::read(py, subject, children, &mut options, language)?;
        let frame = frame.map(Frame::of).transpose()?.map(Arc::new);
        let nan_is_null = frame.as_ref().is_some_and(|it| it.nan_is_null());
        let mut source = match &frame {
            Some(frame) => {
                let of_children = children.tables.iter().map(|it| it.key().to_owned());
                let kept = key.iter().chain(&by).cloned().chain(of_children);
                let kept: Vec<String> = kept.collect();
                let (used, labelled) = used(&frame.headers(py)?, subject, &options.map, &kept);
                frame.take(py, &used, &labelled)?
            }
            None => Source::open(table)?,
        };
        let schema = source.schema();
        let (rules, shortfalls) = (ids(rules.as_ref()), ids(shortfalls.as_ref()));
        let ahead = if whole { first_batches(&mut source)? } else { Vec::new() };
        let plan_of = |rules: Option<&[&str]>| {
            let plan = Plan::of_table(subject, &schema, &ahead, &options, rules);
            plan.map_err(value_error)
        };
        let mut plan = plan_of(rules.as_deref())?;
        if let Some(shortfalls) = shortfalls {
            plan = plan.shortfalls(&shortfalls).map_err(value_error)?;
        }
        if plan.columns().next().is_none() && children.tables.is_empty() {
            let names = schema.fields().iter().map(|it| it.name().as_str());
            let names: Vec<&str> = names.take(MAX_NAMES).collect();
            let all = schema.fields().len();
            let more =
                if MAX_NAMES < all { format!(", … ({all} in total)") } else { String::new() };
            return Err(PyValueError::new_err(format!(
                "no column matches a fact of {} (columns: {}{more}); map columns with `columns`",
                subject.name,
                names.join(", ")
            )));
        }
        let headers: Vec<&str> = schema.fields().iter().map(|it| it.name().as_str()).collect();
        let place = |name: &String| {
            let place = column_named(name, &headers);
            place.map_err(|error| PyValueError::new_err(error.to_string()))
        };
        let key = key.iter().map(place).collect::<PyResult<Vec<_>>>()?;
        let by = by.iter().map(place).collect::<PyResult<_>>()?;
        let faults_only = plan_of(Some(&[]))?.identified_by(&key);
        let processors = available_parallelism().map_or(1, std::num::NonZero::get);
        let threads = threads.unwrap_or(processors).min(MAX_THREADS * processors);
        let joined = |plan: Plan| {
            let plan = plan.nan_is_null(nan_is_null).round_money(round_money);
            plan.with_children(&schema, children.tables.iter().cloned()).map_err(value_error)
        };
        let plan = joined(plan.identified_by(&key))?.contested(contested).dictionary_by(dictionary);
        let pieces = Pieces { source, rest: ahead.into(), row: first, claims: plan.claims() };
        let setting = Setting {
            plan,
            faults_only: joined(faults_only)?,
            parameters,
            input: schema,
            frame,
            key,
            by,
            child_notes: children.notes,
            whole,
            arguments: Arc::new(given),
            threads,
            language,
        };
        Ok(Self { setting: Arc::new(setting), left: Left(Arc::new(Mutex::new(Some(pieces)))) })
    }

    fn __iter__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    /// Check the next batch.
    fn __next__(&mut self, py: Python<'_>) -> PyResult<Option<TableReport>> {
        let parts = self.parts(py)?;
        Ok(parts.map(|parts| TableReport::of(self.setting.clone(), parts, Vec::new())))
    }

    /// Check all remaining batches. `progress` is called after each piece with the number of its rows.
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
        let pieces = self.left.take();
        let orphans = pieces.as_ref().map(|it| self.setting.plan.orphans(&it.claims));
        if let Some(pieces) = pieces {
            self.left.put_back(pieces);
        }
        Ok(TableReport::of(self.setting.clone(), all, orphans.unwrap_or_default()))
    }

    /// Export the wide table as an Arrow stream, in which each batch is checked when it is read. The
    /// stream can be read once; some libraries ask for it twice, the first time for its schema only.
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
        export(py, Verdicts { setting, left, pieces: None, ready: Vec::new().into_iter() })
    }
}

impl Checker {
    /// The parts of the next piece.
    fn parts(&mut self, py: Python<'_>) -> PyResult<Option<Vec<Part>>> {
        py.check_signals()?;
        let setting = self.setting.clone();
        let mut pieces = self.left.take().ok_or_else(|| PyRuntimeError::new_err(TAKEN))?;
        let parts = py.detach(|| {
            pieces.next_joined(&setting.plan).map(|piece| setting.check(piece?)).transpose()
        });
        self.left.put_back(pieces);
        parts.map_err(broken)
    }
}

const TAKEN: &str = "this table was exported as a stream";

/// A stream of the wide table, which is checked as it is read.
struct Verdicts {
    setting: Arc<Setting>,
    left: Left,
    /// The rest of the table; `None` until the stream is first read.
    pieces: Option<Pieces>,
    /// The parts of the last piece that were not read yet.
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
            let piece = pieces.next_joined(&self.setting.plan)?;
            match piece.and_then(|piece| self.setting.check(piece)) {
                Ok(parts) => self.ready = parts.into_iter(),
                // The error crosses the interface as a C string, which ends at a zero.
                Err(error) => {
                    let text = words(&error).replace('\0', "\u{fffd}");
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

/// The batches at the beginning of a table that tell which of its rows belong to the header.
fn first_batches(source: &mut Source) -> PyResult<Vec<RecordBatch>> {
    let mut first: Vec<RecordBatch> = Vec::new();
    while first.iter().map(RecordBatch::num_rows).sum::<usize>() < HEAD_ROWS {
        let Some(batch) = source.next() else { break };
        first.push(batch.map_err(broken)?);
    }
    Ok(first)
}

/// The indices of the columns of a frame that are used, and of those whose texts may say that a row
/// is no record. If its headers have an error, which is reported later, there are none.
fn used(
    headers: &Schema,
    subject: &'static Subject,
    columns: &[(String, String)],
    key: &[String],
) -> (Vec<usize>, Vec<usize>) {
    let mut options = Options::default();
    options.map = columns.to_vec();
    let plan = Plan::new(subject, headers, &options, Some(&[])).ok();
    let facts = plan.iter().flat_map(|plan| plan.columns().map(|(index, _)| index));
    let names: Vec<&str> = headers.fields().iter().map(|it| it.name().as_str()).collect();
    let keys = key.iter().filter_map(|name| column_named(name, &names).ok());
    let used: BTreeSet<usize> = facts.chain(keys).collect();
    let labelled = plan.iter().flat_map(Plan::labelled).filter(|it| !used.contains(it)).collect();
    (used.iter().copied().collect(), labelled)
}

fn ids(rules: Option<&Vec<String>>) -> Option<Vec<&str>> {
    rules.map(|rules| rules.iter().map(String::as_str).collect())
}

fn parameters(given: Option<&Bound<'_, PyAny>>) -> PyResult<Parameters> {
    let read = overrides(given)?.as_deref().map(Parameters::from_json).transpose();
    Ok(read.map_err(|faults| PyValueError::new_err(faults.to_string()))?.unwrap_or_default())
}

#[expect(clippy::needless_pass_by_value, reason = "`map_err` passes it by value")]
fn value_error(error: PlanErrors) -> PyErr {
    PyValueError::new_err(error.to_string())
}
