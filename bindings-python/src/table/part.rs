//! One piece of a table, and what was found in it.

use arrow_array::cast::AsArray;
use arrow_array::types::Int8Type;
use arrow_array::{Array, ArrayRef, DictionaryArray, RecordBatch, StringArray};
use arrow_schema::{ArrowError, Field, FieldRef, SchemaRef};
use chanjiao::columns::Plan;
use chanjiao::{Language, Parameters};

use super::pick;

/// By what a table is checked.
#[derive(Clone)]
pub(super) struct Setting {
    pub(super) plan: Plan,
    /// The same columns, and no rule: what finds the faults again.
    pub(super) faults_only: Plan,
    pub(super) parameters: Parameters,
    pub(super) input: SchemaRef,
    /// The columns that tell rows apart, by their places.
    pub(super) key: Vec<usize>,
    pub(super) threads: usize,
    pub(super) language: Language,
}

/// The names of the columns of findings, faults and turns.
const OWN: &[&str] = &[
    "row",
    "rule",
    "statement",
    "kind",
    "force",
    "verdict",
    "measured",
    "required",
    "shortfall",
    "excess",
    "unit",
    "message",
    "column",
    "pointer",
    "code",
    "given",
    "help",
    "before",
    "after",
];

impl Setting {
    /// Checks a piece; threads make parts of it.
    pub(super) fn check(&self, piece: (u64, RecordBatch)) -> Result<Vec<Part>, ArrowError> {
        let (first, input) = piece;
        let checked = self.plan.check_threads(&input, &self.parameters, self.threads);
        let checked = checked.map_err(|error| ArrowError::SchemaError(error.to_string()))?;
        let (mut parts, mut row) = (Vec::with_capacity(checked.len()), 0);
        for checked in checked {
            let (rows, (output, _)) = (checked.num_rows(), checked.into_parts());
            parts.push(Part {
                first: first + u64::try_from(row).unwrap_or_default(),
                input: part_of(&input, row, rows),
                output,
            });
            row += rows;
        }
        Ok(parts)
    }

    /// The columns that tell rows apart; one of a name that results have themselves is `key.name`.
    pub(super) fn key_fields(&self) -> Vec<Field> {
        let fields = self.key.iter().filter_map(|index| self.input.fields().get(*index));
        let named = |field: &FieldRef| match field.name() {
            name if OWN.contains(&name.as_str()) => {
                field.as_ref().clone().with_name(format!("key.{name}"))
            }
            _ => field.as_ref().clone(),
        };
        fields.map(named).collect()
    }
}

/// Some rows of a batch. To slice one is to count its nulls anew, so all of it is not sliced.
pub(super) fn part_of(batch: &RecordBatch, first: usize, rows: usize) -> RecordBatch {
    if rows == batch.num_rows() { batch.clone() } else { batch.slice(first, rows) }
}

/// A piece. Its faults are not kept: they are found again when they are asked for, so that a table
/// of nothing but faults takes no more room than another.
pub(super) struct Part {
    /// The number of its first row.
    pub(super) first: u64,
    pub(super) input: RecordBatch,
    pub(super) output: RecordBatch,
}

impl Part {
    pub(super) fn rows(&self) -> usize {
        self.input.num_rows()
    }

    /// The number of a row in the table.
    pub(super) fn number(&self, row: usize) -> u64 {
        self.first + u64::try_from(row).unwrap_or_default()
    }

    /// The cells of the key columns in these rows.
    pub(super) fn key(
        &self,
        setting: &Setting,
        rows: &[usize],
    ) -> Result<Vec<ArrayRef>, ArrowError> {
        let columns = setting.key.iter().filter_map(|index| self.input.columns().get(*index));
        columns.map(|column| pick::column(column, rows)).collect()
    }

    /// A column of the output that holds words.
    pub(super) fn words(&self, name: &str) -> Option<Text<'_>> {
        let array = self.output.column_by_name(name)?.as_dictionary_opt::<Int8Type>()?;
        Some(Text { array, words: array.values().as_string_opt::<i32>()? })
    }
}

/// A column of few words.
#[derive(Clone, Copy)]
pub(super) struct Text<'a> {
    array: &'a DictionaryArray<Int8Type>,
    words: &'a StringArray,
}

impl<'a> Text<'a> {
    pub(super) fn get(self, row: usize) -> Option<&'a str> {
        self.array.key(row).map(|key| self.words.value(key))
    }

    /// How often this word stands there.
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

    /// In how many rows there is none.
    pub(super) fn missing(self) -> u64 {
        u64::try_from(self.array.keys().null_count()).unwrap_or_default()
    }
}
