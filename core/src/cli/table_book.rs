//! The report on a table in memory as a workbook, as `check -o results.xlsx` writes it for a file.

use std::io::Write as _;
use std::path::Path;

use arrow_array::RecordBatch;
use arrow_schema::Schema;

use super::console::{Stop, clean};
use super::draft;
use super::faulty::{Faulty, Place};
use super::row::Cell;
use super::tally::Tally;
use super::wide_table::{self, Judged};
use super::workbook::{self, Book, WorkbookError};
use crate::columns::{Plan, RowFault};
use crate::fault::{Fault, Faults};
use crate::judge::Time;
use crate::parameters::Parameters;
use crate::rule::Rule;
use crate::table::{ChildPlace, WideColumn, name_field};
use crate::text::{Language, text};
use crate::verdict::Verdict;

/// Writes the report on a table in memory as a workbook: the conclusions, what is unmet, missing or
/// invalid, the counts with the notes, and the keys of what is written in words. Rows are counted from
/// 1.
///
/// ```
/// use std::sync::Arc;
/// use arrow_array::{ArrayRef, Int32Array, RecordBatch};
/// use chanjiao::{Language, Parameters, cli::TableBook, columns::Plan, subject, table::Options};
///
/// let staff = Arc::new(Int32Array::from(vec![100, -1])) as ArrayRef;
/// let batch = RecordBatch::try_from_iter([("staff_total", staff)])?;
/// let enterprise = subject("enterprise").expect("a subject");
/// let plan = Plan::new(enterprise, batch.schema_ref(), &Options::default(), None)?;
/// let parameters = Parameters::default();
///
/// let mut book = TableBook::new(&plan, &parameters, batch.schema_ref(), &[], Language::Chinese)?;
/// book.add(&batch, 0)?;
/// let path = std::env::temp_dir().join("chanjiao-table-book.xlsx");
/// book.save(&[], &path)?;
/// assert!(std::fs::read(path)?.starts_with(b"PK"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct TableBook<'a> {
    plan: &'a Plan,
    parameters: &'a Parameters,
    /// The columns of the table that identify rows.
    beside: Vec<usize>,
    columns: Vec<WideColumn>,
    contested: bool,
    language: Language,
    book: Book,
    tally: Tally,
}

impl<'a> TableBook<'a> {
    /// Begins a workbook. `schema` is that of the table, and `beside` are the indices of its columns that
    /// stand beside the results; without any, it is the column with the name of the record.
    ///
    /// # Errors
    /// The workbook cannot be written, in words.
    pub fn new(
        plan: &'a Plan,
        parameters: &'a Parameters,
        schema: &Schema,
        beside: &[usize],
        language: Language,
    ) -> Result<Self, String> {
        let columns: Vec<WideColumn> = plan.output_columns().collect();
        let mut labels = vec![("row".to_owned(), text!("序号", "row").get(language).to_owned())];
        let headers = beside.iter().filter_map(|it| schema.fields().get(*it));
        labels.extend(headers.map(|it| (it.name().clone(), it.name().clone())));
        let mut beside = beside.to_vec();
        if beside.is_empty()
            && let Some(name) = name_field(plan.subject())
            && let Some((index, _)) = plan.columns().find(|(_, key)| *key == name.key())
        {
            beside.push(index);
            labels.push((name.key().to_owned(), name.label().get(language).to_owned()));
        }
        let book = Book::new(&labels, &columns, language);
        Ok(Self {
            plan,
            parameters,
            contested: columns.iter().any(|it| matches!(it, WideColumn::Contested(_))),
            columns,
            beside,
            language,
            book: book.map_err(|error| error.message(language))?,
            tally: Tally::of(plan.rules().count()),
        })
    }

    /// Adds the rows of a batch, whose first row has this number in the table. Rows that are no records
    /// are left out.
    ///
    /// # Errors
    /// A sheet is full, or cannot be written.
    pub fn add(&mut self, batch: &RecordBatch, first: u64) -> Result<(), String> {
        for (row, number) in (0..batch.num_rows()).zip(first + 1..) {
            if self.plan.passes(batch, row) {
                self.tally.passed += 1;
                continue;
            }
            let texts = self.beside.iter().map(|index| self.plan.text(batch, *index, row));
            let label: Vec<Cell<String>> = [Cell::Figure(number.to_string())]
                .into_iter()
                .chain(texts.map(Cell::Text))
                .collect();
            self.add_row(batch, row, &label).map_err(|error| error.message(self.language))?;
        }
        Ok(())
    }

    fn add_row(
        &mut self,
        batch: &RecordBatch,
        row: usize,
        label: &[Cell<String>],
    ) -> Result<(), WorkbookError> {
        let (plan, parameters, language) = (self.plan, self.parameters, self.language);
        let mut problems = Vec::new();
        let cells = match plan.record(batch, row) {
            Ok(record) => {
                let selected = |rule: &Rule| plan.rules().any(|it| it.id == rule.id);
                let report = record.check_by(parameters, selected);
                let verdicts: Vec<Verdict> = report.findings.iter().map(|it| it.verdict).collect();
                let time = Time::of(plan.subject(), parameters);
                let outside =
                    time.and_then(|it| it.year_outside(plan.subject(), record.number(it.fact)));
                self.tally.count(report.conclusion, outside, &verdicts);
                workbook::push_problems(label, &report, language, &mut problems);
                let judged = Judged {
                    parameters,
                    record: &record,
                    verdicts: &verdicts,
                    conclusion: report.conclusion,
                    columns: &self.columns,
                    contested: Some(&report).filter(|_| self.contested),
                    words: Some(language),
                };
                wide_table::judged(label, &judged)
            }
            Err(faults) => {
                self.tally.faulty += 1;
                let found = faults.into_iter().map(|it| plan.row_fault(it, batch, row));
                let found: Vec<RowFault> = found.collect();
                let faults = Faults(found.iter().map(|it| it.fault.clone()).collect());
                let given: Vec<Option<String>> =
                    found.iter().map(|it| self.given(it, batch, row)).collect();
                let places = found
                    .iter()
                    .zip(&given)
                    .map(|(it, given)| Place { column: Some(&it.column), cell: given.as_deref() });
                let invalid = Faulty {
                    faults: &faults,
                    problem: None,
                    places: places.collect(),
                    helps: found.iter().map(|it| it.help(language)).collect(),
                };
                workbook::push_faults(label, &invalid, language, &mut problems);
                wide_table::faulty(label, &self.columns, &invalid, language)
            }
        };
        self.book.push(0, &[cells])?;
        self.book.push(1, &problems)
    }

    /// The text of the cell that a fault is about, as it stands.
    fn given(&self, found: &RowFault, batch: &RecordBatch, row: usize) -> Option<String> {
        let key = found.fault.pointer.split('/').nth(1)?;
        let (index, _) = self.plan.columns().find(|(_, it)| *it == key)?;
        Some(self.plan.text(batch, index, row))
    }

    /// Adds the rows of child tables that belong to no record.
    ///
    /// # Errors
    /// A sheet is full, or cannot be written.
    pub fn add_orphans(&mut self, orphans: &[(ChildPlace, Fault)]) -> Result<(), String> {
        let blank = || Cell::Text(String::new());
        let label: Vec<Cell<String>> =
            std::iter::repeat_with(blank).take(1 + self.beside.len()).collect();
        for (_, fault) in orphans {
            self.tally.orphans += 1;
            let faults = Faults(vec![fault.clone()]);
            let invalid =
                Faulty { faults: &faults, problem: None, places: Vec::new(), helps: vec![None] };
            let mut problems = Vec::new();
            workbook::push_faults(&label, &invalid, self.language, &mut problems);
            self.book.push(1, &problems).map_err(|error| error.message(self.language))?;
        }
        Ok(())
    }

    /// Writes the workbook. An earlier file is replaced when the new one is complete.
    ///
    /// # Errors
    /// The file cannot be written, in words.
    pub fn save(self, notes: &[String], path: &Path) -> Result<(), String> {
        let language = self.language;
        let said = |stop: Stop| match stop {
            Stop::Said(message) => message,
            // Only the reader of a pipe closes it.
            Stop::Closed => String::new(),
        };
        let mut book = self.book;
        let left_out = book.note_left_out().map_err(|error| error.message(language))?;
        let notes: Vec<String> = notes.iter().cloned().chain(left_out).collect();
        let (file, draft) = draft::destination(path, language).map_err(said)?;
        let mut out = std::io::BufWriter::new(file);
        let written =
            book.finish(self.plan.subject(), self.plan.rules(), &self.tally, &notes, &mut out);
        written.map_err(|error| {
            [clean(&path.display().to_string()).as_ref(), ": ", &error.message(language)].concat()
        })?;
        out.flush().map_err(|error| said(draft::failed(path, &error, language)))?;
        drop(out);
        draft.map_or(Ok(()), |it| it.keep(language)).map_err(said)
    }
}
