//! Child tables: the items of list facts, from the rows of other tables.

use std::sync::Arc;

use chanjiao::columns::ChildReader;
use chanjiao::table::{ChildError, ChildFact, Children, NO_RECORD, Note, Options};
use chanjiao::{Language, Subject};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use super::frame::Frame;
use super::{first_batches, value_error};
use crate::arrow::{Source, broken};

/// A child table as `_table.py` has it: the fact, the table, the same as a frame if its columns can be
/// taken one by one, and its key.
pub(super) type Given<'py> = (String, Bound<'py, PyAny>, Option<Bound<'py, PyAny>>, String);

/// The child tables of a table.
#[derive(Default)]
pub(super) struct ChildTables {
    pub(super) tables: Vec<Arc<Children>>,
    /// The notes on them, each with the key of its fact.
    pub(super) notes: Vec<(&'static str, Note)>,
}

/// Reads child tables. Their columns are taken out of the map of `options`.
pub(super) fn read(
    py: Python<'_>,
    subject: &Subject,
    (given, complete): (Vec<Given<'_>>, bool),
    options: &mut Options,
    language: Language,
) -> PyResult<ChildTables> {
    let mut all = ChildTables::default();
    for (fact, table, frame, key) in given {
        let refused = |error: &ChildError| PyValueError::new_err(error.message(language));
        let fact = ChildFact::of(subject, &fact).map_err(|it| refused(&it))?;
        let (own, rest) = fact.split_map(std::mem::take(&mut options.map));
        options.map = rest;
        let mut of_child = options.clone();
        (of_child.map, of_child.units) = (own, Vec::new());
        // The headers of the keys in both tables, if they differ.
        let (parent, child) = key.split_once('=').unwrap_or((&key, &key));
        let frame = frame.as_ref().map(Frame::of).transpose()?;
        let mut source = match &frame {
            Some(frame) => {
                let columns: Vec<usize> = (0..frame.headers(py)?.fields().len()).collect();
                frame.take(py, &columns, &[])?
            }
            None => Source::open(&table)?,
        };
        let schema = source.schema();
        let first = first_batches(&mut source)?;
        let named = |message: String| PyValueError::new_err(format!("{}: {message}", fact.key()));
        let reader = ChildReader::new(
            Children::new(fact, parent.trim(), complete),
            &schema,
            &first,
            &of_child,
            child.trim(),
            fact.key(),
        );
        let reader = reader.map_err(|error| named(error.to_string()))?;
        let mut reader = reader.nan_is_null(frame.is_some_and(|it| it.nan_is_null()));
        for batch in first.into_iter().map(Ok).chain(source) {
            py.check_signals()?;
            reader.add(&batch.map_err(broken)?).map_err(value_error)?;
        }
        let (children, notes) = reader.finish();
        if children.is_empty() {
            return Err(named(NO_RECORD.get(language).to_owned()));
        }
        all.tables.push(Arc::new(children));
        all.notes.extend(notes.into_iter().map(|note| (fact.key(), note)));
    }
    Ok(all)
}
