//! What a table would be read as, before its records are judged.

use std::sync::Arc;

use arrow_array::{Array, RecordBatch};
use arrow_schema::{Schema, SchemaRef};
use chanjiao::columns::Plan;
use chanjiao::table::{Fits, Inspection, Note, Options};
use chanjiao::{Language, Parameters, Subject};
use pyo3::prelude::*;

use super::frame::Frame;
use super::{first_batches, used, value_error};
use crate::answer::{self, named_subject};
use crate::arrow::{Source, broken};

/// What is said of a table: as a JSON text, as a text for people, and in parts for HTML.
type Said = (String, String, Parts);

/// What is known of the whole, the header and the rows of a table, a hint, lists with their headings,
/// and notes.
type Parts = (
    Vec<(&'static str, String)>,
    Vec<&'static str>,
    Vec<Vec<String>>,
    Option<String>,
    Vec<(String, Vec<String>)>,
    Vec<String>,
);

/// Inspect a table, for `inspect_table`; without a subject, find the three that fit best.
#[pyfunction]
#[expect(clippy::too_many_arguments, reason = "the caller, `_inspect.py`, passes all of them")]
pub(crate) fn inspect(
    py: Python<'_>,
    subject: Option<&str>,
    table: &Bound<'_, PyAny>,
    frame: Option<&Bound<'_, PyAny>>,
    columns: Vec<(String, String)>,
    units: Vec<(String, String)>,
    missing: Option<Vec<String>>,
    round_money: bool,
    language: &str,
) -> PyResult<Said> {
    let language = answer::language(language)?;
    let subject = subject.map(|name| named_subject(py, name)).transpose()?;
    let frame = frame.map(Frame::of).transpose()?;
    let nan_is_null = frame.as_ref().is_some_and(Frame::nan_is_null);
    let Some(subject) = subject else {
        let schema = match &frame {
            Some(frame) => Arc::new(frame.headers(py)?),
            None => Source::open(table)?.schema(),
        };
        let fits = Fits::of(headers(&schema).into_iter(), &columns);
        let parts = (
            Vec::new(),
            Vec::new(),
            fits.rows(language),
            Some(fits.message(language)),
            Vec::new(),
            Vec::new(),
        );
        return Ok((fits.to_json(), fits.to_text(language), parts));
    };
    let source = match &frame {
        Some(frame) => {
            let (used, labelled) = used(&frame.headers(py)?, subject, &columns, &[]);
            frame.take(py, &used, &labelled)?
        }
        None => Source::open(table)?,
    };
    let mut options = Options::default();
    (options.map, options.units, options.missing) = (columns, units, missing);
    let found = of_rows(py, subject, source, &options, (nan_is_null, round_money))?;
    Ok((found.to_json(), found.to_text(language), parts(&found, language)))
}

fn headers(schema: &Schema) -> Vec<&str> {
    schema.fields().iter().map(|it| it.name().as_str()).collect()
}

/// What the headers and the rows of a table say.
fn of_rows(
    py: Python<'_>,
    subject: &'static Subject,
    mut source: Source,
    options: &Options,
    (nan_is_null, round_money): (bool, bool),
) -> PyResult<Inspection> {
    let schema: SchemaRef = source.schema();
    // Without rules, only the faults of records are found.
    let ahead = first_batches(&mut source)?;
    let plan = Plan::of_table(subject, &schema, &ahead, options, Some(&[])).map_err(value_error)?;
    let plan = plan.nan_is_null(nan_is_null).round_money(round_money);
    let mut inspection = plan.inspection();
    let (mut first, parameters) = (0, Parameters::default());
    let mut notes: Vec<Note> = Vec::new();
    for batch in ahead.into_iter().map(Ok).chain(source) {
        py.check_signals()?;
        let batch: RecordBatch = batch.map_err(broken)?;
        let checked = py.detach(|| {
            plan.show(&mut inspection, &batch, first);
            plan.check(&batch, &parameters)
        });
        let checked = checked.map_err(value_error)?;
        let output = checked.to_batch();
        let unjudged = output.columns().first().map_or(0, Array::null_count);
        let count = |rows: usize| u64::try_from(rows).unwrap_or_default();
        inspection.passed += count(checked.passed());
        inspection.faulty += count(unjudged - checked.passed());
        inspection.records += count(checked.num_rows() - checked.passed());
        Note::merge(&mut notes, checked.notes().iter().cloned().map(|note| note.below(first)));
        first += count(checked.num_rows());
    }
    // Those on headers are in both.
    if 0 < first {
        inspection.notes = notes;
    }
    Ok(inspection)
}

fn parts(inspection: &Inspection, language: Language) -> Parts {
    let said = inspection.sections(language);
    let rows = said.columns.into_iter().map(|(_, row)| row).collect();
    (said.pairs, said.head, rows, said.hint, said.lists, said.notes)
}
