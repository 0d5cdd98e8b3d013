//! A part of a table, and its results.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::Int8Type;
use arrow_array::{Array, ArrayRef, DictionaryArray, RecordBatch, StringArray};
use arrow_schema::{ArrowError, Field, SchemaRef};
use chanjiao::columns::Plan;
use chanjiao::table::{Note, Outside, WideColumn};
use chanjiao::{Language, Parameters};
use pyo3::Py;
use pyo3::types::PyTuple;

use super::frame::Frame;
use super::{pick, schemas};
use crate::record::column::{returned, returned_field};

/// How a table is checked.
#[derive(Clone)]
pub(super) struct Setting {
    pub(super) plan: Plan,
    /// The same columns without any rule, to find the faults again.
    pub(super) faults_only: Plan,
    pub(super) parameters: Parameters,
    pub(super) input: SchemaRef,
    /// The table, if its columns can be taken one by one; only those that are used were.
    pub(super) frame: Option<Arc<Frame>>,
    /// The indices of the key columns, which identify rows.
    pub(super) key: Vec<usize>,
    /// The indices of the columns that are kept beside the keys, to count results by their values.
    pub(super) by: Vec<usize>,
    /// The notes on child tables, each with the key of its fact.
    pub(super) child_notes: Vec<(&'static str, Note)>,
    /// Whether the report is on a whole table, not on a batch of a stream.
    pub(super) whole: bool,
    /// What was asked for, as [`Checker`](super::Checker) was given it.
    pub(super) arguments: Arc<Py<PyTuple>>,
    pub(super) threads: usize,
    pub(super) language: Language,
}

impl Setting {
    /// Checks a piece of a table: its first row and the rows. The threads make parts of it.
    pub(super) fn check(&self, piece: (u64, RecordBatch)) -> Result<Vec<Part>, ArrowError> {
        let (first, input) = piece;
        let checked = self.plan.check_threads(&input, &self.parameters, self.threads);
        let checked = checked.map_err(|error| ArrowError::ExternalError(Box::new(error)))?;
        let (mut parts, mut row) = (Vec::with_capacity(checked.len()), 0);
        for checked in checked {
            let rows = checked.num_rows();
            let first = first + u64::try_from(row).unwrap_or_default();
            parts.push(Part {
                first,
                input: part_of(&input, row, rows),
                output: checked.to_batch(),
                notes: checked.notes().iter().cloned().map(|note| note.below(first)).collect(),
                passed: u64::try_from(checked.passed()).unwrap_or_default(),
                outside: checked.outside(),
                outside_rows: u64::try_from(checked.outside_rows()).unwrap_or_default(),
            });
            row += rows;
        }
        Ok(parts)
    }

    /// The indices of the columns that are kept beside each result: the keys, then the others.
    pub(super) fn beside(&self) -> impl Iterator<Item = usize> + '_ {
        let others = self.by.iter().filter(|it| !self.key.contains(it));
        self.key.iter().chain(others).copied()
    }

    /// The header of a column.
    pub(super) fn header(&self, index: usize) -> &str {
        self.input.fields().get(index).map_or("", |it| it.name())
    }

    /// The columns that are kept beside each result.
    pub(super) fn key_fields(&self) -> Vec<Field> {
        schemas::key(&self.input, &self.beside().collect::<Vec<_>>())
    }

    /// The same with their own names.
    pub(super) fn fields_beside(&self) -> Vec<Field> {
        let fields = self.beside().filter_map(|index| self.input.fields().get(index));
        fields.map(|it| returned_field(it)).collect()
    }
}

/// A range of rows of a batch. Slicing counts the nulls of every column, so the whole batch is not
/// sliced.
pub(super) fn part_of(batch: &RecordBatch, first: usize, rows: usize) -> RecordBatch {
    if rows == batch.num_rows() { batch.clone() } else { batch.slice(first, rows) }
}

/// Rows of a table, and their results. Faults are not kept but found again when they are asked for,
/// so a table in which every row is invalid takes no more memory than any other.
pub(super) struct Part {
    /// The number of its first row in the table.
    pub(super) first: u64,
    pub(super) input: RecordBatch,
    pub(super) output: RecordBatch,
    pub(super) notes: Vec<Note>,
    pub(super) outside: Outside,
    /// The number of its records outside the time to which the policy is applied.
    pub(super) outside_rows: u64,
    /// The number of its rows that are no records.
    pub(super) passed: u64,
}

impl Part {
    pub(super) fn rows(&self) -> usize {
        self.input.num_rows()
    }

    /// The number in the table of a row of this part.
    pub(super) fn number(&self, row: usize) -> u64 {
        self.first + u64::try_from(row).unwrap_or_default()
    }

    /// The columns that are kept beside these rows.
    pub(super) fn key(
        &self,
        setting: &Setting,
        rows: &[usize],
    ) -> Result<Vec<ArrayRef>, ArrowError> {
        self.columns(&setting.beside().collect::<Vec<_>>(), rows)
    }

    /// These rows of the columns of the table with these indices.
    pub(super) fn columns(
        &self,
        indices: &[usize],
        rows: &[usize],
    ) -> Result<Vec<ArrayRef>, ArrowError> {
        let columns = indices.iter().filter_map(|index| self.input.columns().get(*index));
        columns.map(|column| Ok(returned(pick::column(column, rows)?))).collect()
    }

    /// The conclusions.
    pub(super) fn conclusions(&self) -> Option<Words<'_>> {
        self.words(&WideColumn::Conclusion.name())
    }

    /// The conclusions, or the verdicts of a rule, by the name of the column.
    pub(super) fn words(&self, name: &str) -> Option<Words<'_>> {
        let array = self.output.column_by_name(name)?.as_dictionary_opt::<Int8Type>()?;
        Some(Words { array, words: array.values().as_string_opt::<i32>()? })
    }
}

/// A column of words from a dictionary.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    array: &'a DictionaryArray<Int8Type>,
    words: &'a StringArray,
}

impl<'a> Words<'a> {
    pub(super) fn get(self, row: usize) -> Option<&'a str> {
        self.array.key(row).map(|key| self.words.value(key))
    }

    /// The number of rows with this word.
    pub(super) fn count(self, word: &str) -> u64 {
        let Some(code) = self.words.iter().position(|it| it == Some(word)) else { return 0 };
        let keys = self.array.keys();
        let is_word = |key: i8| usize::try_from(key) == Ok(code);
        let count = match keys.nulls() {
            Some(nulls) if 0 < nulls.null_count() => {
                nulls.valid_indices().filter(|row| is_word(keys.value(*row))).count()
            }
            _ => keys.values().iter().filter(|key| is_word(**key)).count(),
        };
        u64::try_from(count).unwrap_or_default()
    }

    /// The number of rows without a word.
    pub(super) fn missing(self) -> u64 {
        u64::try_from(self.array.keys().null_count()).unwrap_or_default()
    }
}
