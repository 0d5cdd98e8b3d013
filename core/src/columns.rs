//! Columns: record batches of Arrow in, the wide verdict table out.
//!
//! The rules are those of [`check`](crate::check), applied to blocks of columns instead of single
//! records: a row comes to the same verdicts, the same amounts that are short and the same
//! conclusion as the record that it stands for, and a row that cannot be read has the same faults.
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

mod bits;
mod block;
mod cell;
mod choices;
mod dictionary;
mod error;
mod float;
mod lists;
mod load;
mod output;
mod prefetch;
mod simd;
#[cfg(test)]
mod tests;
mod types;
mod work;

use core::ops::Range;
use core::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Arc;

use arrow_array::types::Int8Type;
use arrow_array::{ArrayRef, DictionaryArray, Int8Array, RecordBatch};
use arrow_schema::{ArrowError, DataType, Field as Column, Schema, SchemaRef};

use self::load::Source;
use self::output::YUAN;
use self::work::Work;
use crate::fault::{Fault, Faults};
use crate::field::Unit;
use crate::index::Index;
use crate::input::nearest;
use crate::json::Node;
use crate::parameters::Parameters;
use crate::record::Record;
use crate::rule::{Measured, Rule};
use crate::subjects::Subject;
use crate::table::{Columns, Target};

pub use error::{PlanError, PlanErrors};

/// The rows that a thread takes at once: so few that no thread is left waiting for long, so many that
/// taking them costs nothing.
const RUN: usize = 1 << 17;

/// How tables of one schema are checked: what each column stands for, and by which rules.
#[derive(Debug, Clone)]
pub struct Plan {
    subject: &'static Subject,
    columns: Vec<Planned>,
    ignored: Vec<String>,
    rules: Vec<Selected>,
    schema: SchemaRef,
    nan_is_null: bool,
    dictionary: Dictionary,
}

/// Makes a column of the places of words, and the words.
pub type Dictionary = fn(Int8Array, ArrayRef) -> Result<DictionaryArray<Int8Type>, ArrowError>;

/// A column that stands for something.
#[derive(Debug, Clone)]
struct Planned {
    /// Its place in a batch.
    index: usize,
    header: String,
    data_type: DataType,
    target: Target,
    /// The index of the fact.
    fact: Option<Index>,
}

/// A rule of the plan.
#[derive(Debug, Clone)]
struct Selected {
    /// Its place in the subject's list.
    index: usize,
    rule: &'static Rule,
    gap: Option<Gap>,
}

/// The column beside a rule.
#[derive(Debug, Clone)]
struct Gap {
    bound: Measured,
    suffix: &'static str,
    data_type: DataType,
}

/// What was found in a batch.
#[derive(Debug, Clone)]
pub struct Checked {
    batch: RecordBatch,
    faults: Vec<RowFault>,
}

/// A fault of one row.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct RowFault {
    /// The row within the batch, from 0.
    pub row: usize,
    /// The header of the column, or the key of the fact where no column holds it; empty where the
    /// fault is no single fact's.
    pub column: String,
    /// The fault, as reading the row as a single record gives it.
    pub fault: Fault,
}

/// Checks a batch by every rule of a subject: a [`Plan`] made for it alone.
///
/// # Errors
/// Everything about the columns that does not allow only one meaning, or none.
pub fn check_batch(
    subject: &'static Subject,
    batch: &RecordBatch,
    parameters: &Parameters,
) -> Result<Checked, PlanErrors> {
    Plan::new(subject, batch.schema_ref(), &[], None)?.check(batch, parameters)
}

impl Plan {
    /// Matches the columns of a schema with the facts of a subject, as the command line does: by
    /// the key of a fact or the policy's word for it, with a unit in brackets; see
    /// [`Columns::of`]. `map` names columns and the facts that they stand for.
    ///
    /// `rules` selects rules by their ids; they stay in the order of the policy. The conclusion is
    /// drawn from the selected rules alone.
    ///
    /// # Errors
    /// Every header without only one meaning, every column of a type that can never hold its fact,
    /// every rule that the subject does not have.
    pub fn new(
        subject: &'static Subject,
        schema: &Schema,
        map: &[(String, String)],
        rules: Option<&[&str]>,
    ) -> Result<Self, PlanErrors> {
        let mut faults = Vec::new();
        let headers: Vec<&str> = schema.fields().iter().map(|it| it.name().as_str()).collect();
        let matched = Columns::of(subject, &headers, map);
        let matched =
            matched.map_err(|found| faults.extend(found.into_iter().map(PlanError::Header))).ok();
        let mut ignored = matched.as_ref().map_or(Vec::new(), |it| it.ignored().to_vec());
        let mut columns = Vec::new();
        for (index, target) in matched.iter().flat_map(Columns::targets) {
            let Some(field) = schema.fields().get(index) else { continue };
            if !types::holds(target, field.data_type()) {
                faults.push(PlanError::of_type(field.name(), target, field.data_type()));
            }
            ignored.extend(types::ignored(target, field.data_type()));
            let fact = subject.fields().iter().position(|it| it.key() == target.key());
            columns.push(Planned {
                index,
                header: field.name().clone(),
                data_type: field.data_type().clone(),
                target,
                fact: fact.and_then(|fact| Index::try_from(fact).ok()),
            });
        }
        faults.extend(unknown(subject, rules.unwrap_or_default()));
        if !faults.is_empty() {
            return Err(PlanErrors(faults));
        }
        let selected = subject.rules().iter().enumerate();
        let selected = selected.filter(|(_, rule)| rules.is_none_or(|it| it.contains(&rule.id)));
        let rules: Vec<Selected> =
            selected.map(|(index, rule)| Selected::of(index, rule, subject)).collect();
        let schema = Arc::new(output_schema(&rules));
        Ok(Self {
            subject,
            columns,
            ignored,
            rules,
            schema,
            nan_is_null: false,
            dictionary: DictionaryArray::try_new,
        })
    }

    /// Leaves out the columns of what is short, or in excess, but for those of some rules; a rule
    /// that has more than one bound, or none, has no such column anyway. Otherwise each has its own.
    ///
    /// # Errors
    /// Every rule that the subject does not have.
    pub fn shortfalls(mut self, rules: &[&str]) -> Result<Self, PlanErrors> {
        let faults: Vec<PlanError> = unknown(self.subject, rules).collect();
        if !faults.is_empty() {
            return Err(PlanErrors(faults));
        }
        for selected in self.rules.iter_mut().filter(|it| !rules.contains(&it.rule.id)) {
            selected.gap = None;
        }
        self.schema = Arc::new(output_schema(&self.rules));
        Ok(self)
    }

    /// Says that a float which is no number stands for what is not known, as in pandas. Otherwise
    /// it is a fault.
    #[must_use]
    pub fn nan_is_null(mut self, nan_is_null: bool) -> Self {
        self.nan_is_null = nan_is_null;
        self
    }

    /// Says how a column is made of the places of words and the words, in place of
    /// [`DictionaryArray::try_new`], which looks once more at every place. Each of them is that of
    /// a word.
    #[must_use]
    pub fn dictionary_by(mut self, dictionary: Dictionary) -> Self {
        self.dictionary = dictionary;
        self
    }

    /// Returns the subject.
    #[must_use]
    pub fn subject(&self) -> &'static Subject {
        self.subject
    }

    /// Returns the rules, in the order of the policy.
    pub fn rules(&self) -> impl Iterator<Item = &'static Rule> + '_ {
        self.rules.iter().map(|selected| selected.rule)
    }

    /// Returns the headers that stand for no fact; of a list of structs, `fact.field`.
    #[must_use]
    pub fn ignored(&self) -> &[String] {
        &self.ignored
    }

    /// Returns the place of each column that stands for something, and the key of the fact.
    pub fn columns(&self) -> impl Iterator<Item = (usize, &'static str)> + '_ {
        self.columns.iter().map(|it| (it.index, it.target.key()))
    }

    /// Returns the schema of the wide verdict table: `conclusion`; then each rule by its id, and
    /// beside a rule with one bound `<rule>.shortfall` (or `<rule>.excess`), in yuan as decimals,
    /// in whole units else.
    #[must_use]
    pub fn output_schema(&self) -> SchemaRef {
        self.schema.clone()
    }

    /// Checks a batch of the schema that the plan was made for.
    ///
    /// # Errors
    /// A batch of another schema; whatever [`dictionary_by`](Self::dictionary_by) refuses.
    pub fn check(
        &self,
        batch: &RecordBatch,
        parameters: &Parameters,
    ) -> Result<Checked, PlanErrors> {
        let sources = self.sources(batch)?;
        let work = Work { plan: self, batch, sources: &sources, parameters };
        work.run(0..batch.num_rows())
    }

    /// Checks a batch on so many threads; each takes a run of rows after the other. What they find
    /// stands in the order of the rows, and is what [`check`](Self::check) finds in such slices of
    /// the batch.
    ///
    /// # Errors
    /// A batch of another schema; whatever [`dictionary_by`](Self::dictionary_by) refuses.
    pub fn check_threads(
        &self,
        batch: &RecordBatch,
        parameters: &Parameters,
        threads: usize,
    ) -> Result<Vec<Checked>, PlanErrors> {
        let sources = self.sources(batch)?;
        let work = Work { plan: self, batch, sources: &sources, parameters };
        let rows = batch.num_rows();
        if threads <= 1 || rows <= RUN {
            return Ok(vec![work.run(0..rows)?]);
        }
        let runs: Vec<Range<usize>> =
            (0..rows).step_by(RUN).map(|first| first..rows.min(first + RUN)).collect();
        let (runs, next) = (&runs, &AtomicUsize::new(0));
        let take = move || {
            let next = core::iter::from_fn(|| runs.get(next.fetch_add(1, Ordering::Relaxed)));
            next.map(|run| (run.start, work.run(run.clone()))).collect::<Vec<_>>()
        };
        let mut found = std::thread::scope(|scope| {
            let workers: Vec<_> = (0..threads.min(runs.len())).map(|_| scope.spawn(take)).collect();
            let found = workers.into_iter().map(|worker| {
                worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            });
            found.flatten().collect::<Vec<_>>()
        });
        found.sort_by_key(|(first, _)| *first);
        found.into_iter().map(|(_, checked)| checked).collect()
    }

    /// Reads a row as a single record.
    ///
    /// # Errors
    /// Every fault in it.
    pub fn record(&self, batch: &RecordBatch, row: usize) -> Result<Record, Faults> {
        let mut members = Vec::with_capacity(self.columns.len());
        for column in &self.columns {
            let Some(array) = batch.columns().get(column.index) else { continue };
            if let Some(node) = cell::node(column.target, array, row, self.nan_is_null) {
                members.push((column.target.key().into(), node));
            }
        }
        self.subject.parse_node(&Node::Map(members))
    }

    fn sources<'a>(&self, batch: &'a RecordBatch) -> Result<Vec<Source<'a>>, PlanErrors> {
        let (mut sources, mut faults) = (Vec::new(), Vec::new());
        for column in &self.columns {
            match batch.columns().get(column.index) {
                Some(array) if *array.data_type() == column.data_type => sources.push(Source {
                    target: column.target,
                    fact: column.fact,
                    array,
                    nan_is_null: self.nan_is_null,
                    load: load::pass(self.subject.shape, column.target, array, self.nan_is_null),
                }),
                _ => faults.push(PlanError::OtherSchema {
                    column: column.header.clone(),
                    data_type: column.data_type.clone(),
                }),
            }
        }
        if faults.is_empty() { Ok(sources) } else { Err(PlanErrors(faults)) }
    }

    /// The header of the column that a fault lies in.
    fn header(&self, fault: &Fault) -> String {
        let key = fault.pointer.split('/').nth(1).unwrap_or_default();
        let column = self.columns.iter().find(|it| it.target.key() == key);
        column.map_or(key, |it| it.header.as_str()).to_owned()
    }
}

impl Selected {
    fn of(index: usize, rule: &'static Rule, subject: &'static Subject) -> Self {
        let gap = rule.only_bound().zip(rule.gap_suffix()).map(|(bound, suffix)| {
            let field = bound.field(subject.fields());
            let yuan = field.and_then(|field| bound.unit(field)) == Some(Unit::Yuan);
            Gap { bound, suffix, data_type: if yuan { YUAN } else { DataType::Int64 } }
        });
        Self { index, rule, gap }
    }
}

/// A fault for each rule that a subject does not have.
fn unknown(subject: &'static Subject, rules: &[&str]) -> impl Iterator<Item = PlanError> {
    let ids = || subject.rules().iter().map(|rule| rule.id);
    rules.iter().filter(move |id| !ids().any(|known| known == **id)).map(move |id| {
        let suggestion = nearest(id, &mut ids());
        let suggestion = ids().find(|known| Some(*known) == suggestion);
        PlanError::NoSuchRule { rule: (*id).to_owned(), suggestion }
    })
}

fn output_schema(rules: &[Selected]) -> Schema {
    let words = || DataType::Dictionary(Box::new(DataType::Int8), Box::new(DataType::Utf8));
    let mut columns = vec![Column::new("conclusion", words(), true)];
    for Selected { rule, gap, .. } in rules {
        columns.push(Column::new(rule.id, words(), true));
        if let Some(gap) = gap {
            let name = [rule.id, gap.suffix].concat();
            columns.push(Column::new(name, gap.data_type.clone(), true));
        }
    }
    Schema::new(columns)
}

impl Checked {
    /// Returns the wide verdict table: one row a record, in the order of the batch; null in a row
    /// that has faults. Its schema is [`Plan::output_schema`].
    #[must_use]
    pub fn to_batch(&self) -> RecordBatch {
        self.batch.clone()
    }

    /// Returns how many rows there are.
    #[must_use]
    pub fn num_rows(&self) -> usize {
        self.batch.num_rows()
    }

    /// Returns every fault, row by row.
    #[must_use]
    pub fn faults(&self) -> &[RowFault] {
        &self.faults
    }

    /// Returns the table and the faults.
    #[must_use]
    pub fn into_parts(self) -> (RecordBatch, Vec<RowFault>) {
        (self.batch, self.faults)
    }
}
