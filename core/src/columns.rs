//! Columns: Arrow record batches in, the wide table of verdicts out.
//!
//! The rules are those of [`check`](crate::check), applied to whole columns: every row gets the same
//! verdicts, the same shortfalls and the same conclusion as if it were checked as a single record, and
//! an invalid row gets the same faults.
//!
//! A row that is a total, a remark, a repeated header, blank or nothing but a name is no record: it is
//! null, without a fault, and a [note](Checked::notes) names it. So are the first rows of a table that
//! belong to its header, if the plan is one [of a whole table](Plan::of_table).
//!
//! A float is read as spreadsheets show it, as the decimal of fifteen significant digits, if its
//! amount, in the unit of the fact, is below 10<sup>13</sup>: 0.1 + 0.2 is 0.3. A
//! [note](Checked::notes) says for each column in how many cells that differs from the shortest decimal
//! that parses to the same float. A greater float is read as that shortest decimal, and so is every
//! 32-bit float, whose shortest decimal has at most nine digits: 0.1 in 32 bits is 0.1.
//!
//! ```
//! use std::sync::Arc;
//! use arrow_array::{ArrayRef, Int64Array, RecordBatch, StringArray, cast::AsArray};
//! use chanjiao::{Parameters, columns::check_batch, subject};
//!
//! let batch = RecordBatch::try_from_iter([
//!     ("企业规模", Arc::new(StringArray::from(vec!["中型", "中型"])) as ArrayRef),
//!     ("在职员工", Arc::new(Int64Array::from(vec![Some(3200), Some(-1)]))),
//!     ("顶岗实践岗位数", Arc::new(Int64Array::from(vec![Some(14), None]))),
//! ])?;
//! let enterprise = subject("enterprise").expect("a subject");
//! let checked = check_batch(enterprise, &batch, &Parameters::default())?;
//!
//! let table = checked.to_batch();
//! let short = table.column_by_name("enterprise.teacher_posts.shortfall").expect("a column");
//! assert_eq!(short.as_primitive::<arrow_array::types::Int64Type>().value(0), 2);
//! let [fault] = checked.faults() else { panic!("one bad cell") };
//! assert_eq!((fault.row, fault.column.as_str()), (1, "在职员工"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod batch;
mod cell;
mod changes;
mod children;
mod error;
mod float;
mod groups;
mod inspect;
mod load;
mod output;
mod passed;
mod plan;
mod prefetch;
mod results;
#[cfg(test)]
mod tests;
mod types;

use arrow_array::RecordBatch;

use crate::fault::Fault;
use crate::parameters::Parameters;
use crate::subjects::Subject;
use crate::table::{self, Note, Outside, round_money_help};
use crate::text::Language;

pub use children::ChildReader;
pub use error::{PlanError, PlanErrors};
pub use output::AMOUNT;
pub use passed::HEAD_ROWS;
pub use plan::{Dictionary, Plan};

/// Checks a batch by every rule of a subject. To check several batches of one schema, make a [`Plan`]
/// once.
///
/// # Errors
/// Every column that has no or more than one meaning, or a type that cannot hold its fact; see
/// [`Plan::new`].
pub fn check_batch(
    subject: &'static Subject,
    batch: &RecordBatch,
    parameters: &Parameters,
) -> Result<Checked, PlanErrors> {
    Plan::new(subject, batch.schema_ref(), &table::Options::default(), None)?
        .check(batch, parameters)
}

/// The result of checking a batch: the wide table, and the faults of invalid rows.
#[derive(Debug, Clone)]
pub struct Checked {
    batch: RecordBatch,
    faults: Vec<RowFault>,
    notes: Vec<Note>,
    outside: Outside,
    outside_rows: usize,
    passed: usize,
}

/// A fault in one row.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct RowFault {
    /// The row in the batch, counted from 0.
    pub row: usize,
    /// The header of the column; the key of the fact if no column holds it; empty if the fault does
    /// not concern a single fact.
    pub column: String,
    /// The fault, the same as that of the row as a single record.
    pub fault: Fault,
    /// The fen that `round_money` rounds the amount to.
    fen: Option<i64>,
}

impl RowFault {
    /// Returns a question that suggests a known name, or the option that accepts the value; `None` if
    /// there is neither.
    #[must_use]
    pub fn help(&self, language: Language) -> Option<String> {
        let round = |fen| round_money_help("round_money", fen, language);
        self.fault.help(language).or_else(|| self.fen.map(round))
    }
}

impl Checked {
    /// Returns the wide table: one row for each of the batch, in its order; invalid rows are null, and
    /// so are those that are no records.
    /// Its schema is [`Plan::output_schema`].
    #[must_use]
    pub fn to_batch(&self) -> RecordBatch {
        self.batch.clone()
    }

    /// Returns the number of rows.
    #[must_use]
    pub fn num_rows(&self) -> usize {
        self.batch.num_rows()
    }

    /// Returns all faults, in the order of the rows.
    #[must_use]
    pub fn faults(&self) -> &[RowFault] {
        &self.faults
    }

    /// Returns the number of rows that are no records, such as totals. A [note](Self::notes) names the
    /// first of them.
    #[must_use]
    pub fn passed(&self) -> usize {
        self.passed
    }

    /// Returns the notes, sorted: on rows that are no records, and on columns whose floats were not
    /// read as their shortest decimal. Lines are rows, counted from 1. [`Note::merge`] joins the notes
    /// of several slices or batches of a table, after [`Note::below`].
    #[must_use]
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// Returns whether all valid rows lie outside the time to which the policy is applied.
    /// [`Outside::merge`] joins those of several slices or batches of a table.
    #[must_use]
    pub fn outside(&self) -> Outside {
        self.outside
    }

    /// Returns the number of valid rows outside the time to which the policy is applied.
    #[must_use]
    pub fn outside_rows(&self) -> usize {
        self.outside_rows
    }

    /// Returns the wide table and the faults.
    #[must_use]
    pub fn into_parts(self) -> (RecordBatch, Vec<RowFault>) {
        (self.batch, self.faults)
    }
}
