//! The schemas of the tables that a report returns. Each has the row first, then the key columns,
//! then its own columns.

use std::sync::Arc;

use arrow_schema::{DataType, Field, FieldRef, Schema, SchemaRef};
use chanjiao::Language;
use chanjiao::columns::AMOUNT;
use chanjiao::table::{ChangeColumn, Content, FindingColumn};

use crate::record::column::returned_field;

/// The schema of findings.
pub(super) fn findings(key: Vec<Field>) -> SchemaRef {
    with_key(key, FindingColumn::ALL.iter().map(|column| finding(*column, column.as_str())))
}

/// The schema of findings for people. A key with the name of a column is renamed as one of the other
/// tables is.
pub(super) fn findings_in_words(key: Vec<Field>, language: Language) -> SchemaRef {
    let number = match language {
        Language::Chinese => "序号",
        Language::English => "number",
    };
    let own: Vec<Field> =
        FindingColumn::ALL.iter().map(|it| finding(*it, it.label().get(language))).collect();
    let clashes = |name: &String| name == number || own.iter().any(|it| it.name() == name);
    let renamed = |field: Field| {
        let name = format!("key.{}", field.name());
        if clashes(field.name()) { field.with_name(name) } else { field }
    };
    let key: Vec<Field> = key.into_iter().map(renamed).collect();
    let number = Field::new(number, DataType::UInt64, false);
    Arc::new(Schema::new([number].into_iter().chain(key).chain(own).collect::<Vec<_>>()))
}

fn finding(column: FindingColumn, name: &str) -> Field {
    let data_type = match column.content() {
        Content::Word => words(DataType::Int16),
        Content::Amount => AMOUNT,
        Content::Sentence => DataType::Utf8,
    };
    Field::new(name, data_type, column.is_nullable())
}

/// The schema of faults, among which are those of rows of child tables that belong to no row.
pub(super) fn faults_with_orphans(key: Vec<Field>) -> SchemaRef {
    let own = key.len() + 1;
    let schema = faults(key);
    let fields = schema.fields().iter().enumerate();
    let fields = fields
        .map(|(at, field)| field.as_ref().clone().with_nullable(at < own || field.is_nullable()));
    Arc::new(Schema::new(fields.collect::<Vec<_>>()))
}

/// The schema of faults.
pub(super) fn faults(key: Vec<Field>) -> SchemaRef {
    let text = |name| Field::new(name, DataType::Utf8, false);
    with_key(
        key,
        [
            Field::new("column", words(DataType::Int32), false),
            text("pointer"),
            text("code"),
            text("given"),
            text("message"),
            text("help").with_nullable(true),
        ],
    )
}

/// The schema of changes.
pub(super) fn changes(key: Vec<Field>) -> SchemaRef {
    let word = |name| Field::new(name, words(DataType::Int16), true);
    with_key(key, [word("rule").with_nullable(false), word("before"), word("after")])
}

/// The names of the columns of changes between two tables, beside those of [`ChangeColumn`].
const OF_CHANGES: [&str; 3] = ["row_before", "row_after", "result"];

/// The key columns among the fields of a table, by their indices. One with the name of a column of
/// any of these tables is renamed to `key.name`.
pub(super) fn key(input: &Schema, indices: &[usize]) -> Vec<Field> {
    let results = [findings, faults, changes].map(|it| it(Vec::new()));
    let of_changes = ChangeColumn::ALL.iter().map(|it| it.as_str()).chain(OF_CHANGES);
    let of_changes: Vec<&str> = of_changes.collect();
    let clashes = |name: &str| {
        results.iter().any(|it| it.index_of(name).is_ok()) || of_changes.contains(&name)
    };
    let renamed = |field: &FieldRef| {
        let (name, field) = (field.name(), returned_field(field));
        if clashes(name) { field.with_name(format!("key.{name}")) } else { field }
    };
    indices.iter().filter_map(|index| input.fields().get(*index)).map(renamed).collect()
}

fn words(keys: DataType) -> DataType {
    DataType::Dictionary(Box::new(keys), Box::new(DataType::Utf8))
}

fn with_key(key: Vec<Field>, own: impl IntoIterator<Item = Field>) -> SchemaRef {
    let row = Field::new("row", DataType::UInt64, false);
    Arc::new(Schema::new([row].into_iter().chain(key).chain(own).collect::<Vec<_>>()))
}
