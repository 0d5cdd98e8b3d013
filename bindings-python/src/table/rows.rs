//! Tables whose rows are those of a report: their numbers, their keys, and further cells.

use std::sync::Arc;

use arrow_array::builder::{Decimal128Builder, StringDictionaryBuilder, UInt64Builder};
use arrow_array::types::Int16Type;
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use chanjiao::columns::AMOUNT;
use chanjiao::table::Content;

use super::findings::hundredths;
use super::part::Part;
use super::report::TableReport;
use super::schemas;
use crate::frame::Table;

/// The type of columns of words.
pub(super) fn word() -> DataType {
    DataType::Dictionary(Box::new(DataType::Int16), Box::new(DataType::Utf8))
}

/// Rows of a table of changes, which are those of parts of a report.
pub(super) struct Rows<'a> {
    report: &'a TableReport,
    schema: SchemaRef,
    /// The part of the rows that were added last, and those rows.
    part: Option<&'a Part>,
    places: Vec<usize>,
    numbers: Vec<UInt64Builder>,
    columns: Vec<Column>,
    batches: Vec<RecordBatch>,
}

enum Column {
    Words(StringDictionaryBuilder<Int16Type>),
    Amounts(Decimal128Builder),
}

impl Column {
    fn of(content: Content) -> Self {
        match content {
            Content::Amount => Self::Amounts(Decimal128Builder::new().with_data_type(AMOUNT)),
            Content::Word | Content::Sentence => Self::Words(StringDictionaryBuilder::new()),
        }
    }

    fn data_type(&self) -> DataType {
        match self {
            Self::Words(_) => word(),
            Self::Amounts(_) => AMOUNT,
        }
    }

    fn append(&mut self, cell: Option<&str>) {
        match self {
            Self::Words(words) => words.append_option(cell),
            Self::Amounts(amounts) => amounts.append_option(cell.and_then(hundredths)),
        }
    }

    fn finish(&mut self) -> ArrayRef {
        match self {
            Self::Words(words) => Arc::new(words.finish()),
            Self::Amounts(amounts) => Arc::new(amounts.finish()),
        }
    }
}

impl<'a> Rows<'a> {
    /// A table whose rows are numbered by these columns, with further columns behind the key.
    pub(super) fn new(report: &'a TableReport, numbers: &[&str], own: &[(&str, Content)]) -> Self {
        let columns: Vec<Column> = own.iter().map(|(_, content)| Column::of(*content)).collect();
        let own = own.iter().zip(&columns);
        let own = own.map(|((name, _), column)| Field::new(*name, column.data_type(), true));
        let fields = numbers.iter().map(|name| Field::new(*name, DataType::UInt64, false));
        let key = schemas::key(&report.setting.input, &report.setting.key);
        Self {
            report,
            schema: Arc::new(Schema::new(fields.chain(key).chain(own).collect::<Vec<_>>())),
            part: None,
            places: Vec::new(),
            numbers: numbers.iter().map(|_| UInt64Builder::new()).collect(),
            columns,
            batches: Vec::new(),
        }
    }

    /// Adds a row, whose key is that of this row of the report.
    pub(super) fn push<T: AsRef<str>>(
        &mut self,
        row: u64,
        numbers: &[u64],
        cells: impl Iterator<Item = Option<T>>,
    ) -> Result<(), ArrowError> {
        let Some((part, at)) = self.report.at(row) else { return Ok(()) };
        if self.part.is_some_and(|it| it.first != part.first) {
            self.flush()?;
        }
        self.part = Some(part);
        self.places.push(at);
        self.numbers.iter_mut().zip(numbers).for_each(|(it, number)| it.append_value(*number));
        for (column, cell) in self.columns.iter_mut().zip(cells) {
            column.append(cell.as_ref().map(AsRef::as_ref));
        }
        Ok(())
    }

    fn flush(&mut self) -> Result<(), ArrowError> {
        if let Some(part) = self.part.take() {
            let numbers = self.numbers.iter_mut().map(|it| -> ArrayRef { Arc::new(it.finish()) });
            let mut columns: Vec<ArrayRef> = numbers.collect();
            columns.extend(part.columns(&self.report.setting.key, &self.places)?);
            columns.extend(self.columns.iter_mut().map(Column::finish));
            self.batches.push(RecordBatch::try_new(self.schema.clone(), columns)?);
            self.places.clear();
        }
        Ok(())
    }

    pub(super) fn finish(mut self) -> Result<Table, ArrowError> {
        self.flush()?;
        Ok(Table::of(self.schema, self.batches))
    }
}
