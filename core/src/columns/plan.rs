//! Plans: the columns of a schema matched with the facts of a subject, once for all batches.

use core::ops::Range;
use core::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Arc;

use arrow_array::types::Int8Type;
use arrow_array::{ArrayRef, DictionaryArray, Int8Array, RecordBatch};
use arrow_schema::{ArrowError, DataType, Schema, SchemaRef};

use super::batch::Job;
use super::children::Joining;
use super::load::{self, Source};
use super::output;
use super::passed::{Head, Passing};
use super::{Checked, PlanError, PlanErrors, RowFault, cell, types};
use crate::block::Block;
use crate::block::judging::Selected;
use crate::fault::{Code, Fault, Faults};
use crate::index::Index;
use crate::json::Node;
use crate::parameters::Parameters;
use crate::record::Record;
use crate::rule::{Rule, meant};
use crate::subjects::Subject;
use crate::table::{
    self, Columns, Found, Missing, Note, NoteCounts, Target, WideColumn, with_faults,
};

/// Rows per unit of work of a thread: few enough that all threads finish at about the same time, and
/// enough that distributing the work takes no noticeable time.
const RUN: usize = 1 << 17;

/// How to check tables of one schema: the fact that each column holds, and the rules to apply.
///
/// ```
/// use std::sync::Arc;
/// use arrow_array::{Int64Array, RecordBatch};
/// use chanjiao::{Parameters, columns::Plan, subject, table::Options};
///
/// let staff = Arc::new(Int64Array::from(vec![100, 200]));
/// let trained = Arc::new(Int64Array::from(vec![30, 50]));
/// let batch = RecordBatch::try_from_iter([("staff_total", staff as _), ("受训", trained as _)])?;
/// let mut options = Options::default();
/// options.map = vec![("受训".to_owned(), "trained_staff".to_owned())];
/// let plan = Plan::new(
///     subject("enterprise").expect("a subject"),
///     batch.schema_ref(),
///     &options,
///     Some(&["enterprise.training_coverage"]),
/// )?;
/// let table = plan.check(&batch, &Parameters::default())?.to_batch();
/// assert_eq!(table.schema().field(1).name(), "enterprise.training_coverage");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Plan {
    pub(super) subject: &'static Subject,
    columns: Vec<Column>,
    ignored: Vec<String>,
    pub(super) rules: Vec<Selected>,
    pub(super) schema: SchemaRef,
    pub(super) options: Options,
    pub(super) missing: Missing,
    /// Notes on the headers.
    notes: Vec<Note>,
    pub(super) contested: bool,
    pub(super) dictionary: Dictionary,
    pub(super) passing: Passing,
    pub(super) children: Vec<Joining>,
    /// The columns as their headers were matched.
    pub(super) matched: table::Columns,
}

/// How cells are read.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Options {
    pub(super) nan_is_null: bool,
    pub(super) round_money: bool,
}

/// The same, with the texts that mean that a value is not known.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading<'a> {
    pub(super) options: Options,
    pub(super) missing: &'a Missing,
}

/// Builds a dictionary column from its keys and its values.
pub type Dictionary = fn(Int8Array, ArrayRef) -> Result<DictionaryArray<Int8Type>, ArrowError>;

/// A column of the input that holds a fact or the explanations.
#[derive(Debug, Clone)]
struct Column {
    /// Its index in a batch.
    index: usize,
    header: String,
    data_type: DataType,
    target: Target,
    /// The index of the fact; `None` for the explanations.
    fact: Option<Index>,
    /// Why its type cannot hold the target, which matters only if it has a value.
    unfit: Option<PlanError>,
}

impl Plan {
    /// Matches the columns of a schema with the facts of a subject: by the key of the fact or the
    /// policy's word for it, with an optional unit; see [`Columns::of`]. `table` overrides the matching
    /// and the units.
    ///
    /// `rules` selects rules by their ids, `None` all. Their order remains that of the policy, and the
    /// conclusion is drawn from the selected rules alone.
    ///
    /// A column whose type cannot hold its fact is an error of the first batch in which it has a value:
    /// without any, as an empty column of floats in pandas, it is unknown in every row.
    ///
    /// # Errors
    /// Every header that has no or more than one meaning, every unknown rule.
    pub fn new(
        subject: &'static Subject,
        schema: &Schema,
        table: &table::Options,
        rules: Option<&[&str]>,
    ) -> Result<Self, PlanErrors> {
        let mut faults = Vec::new();
        let headers: Vec<&str> = schema.fields().iter().map(|it| it.name().as_str()).collect();
        let matched = Columns::of(subject, &headers, table);
        let matched =
            matched.map_err(|found| faults.extend(found.into_iter().map(PlanError::Header))).ok();
        let ignored = matched.as_ref().map_or(Vec::new(), |it| it.ignored().to_vec());
        let mut columns = Vec::new();
        for (index, target) in matched.iter().flat_map(Columns::targets) {
            let Some(field) = schema.fields().get(index) else { continue };
            let unfit =
                (!types::column_holds(target, field)).then(|| PlanError::of_type(field, target));
            let fact = subject.fields().iter().position(|it| it.key() == target.key());
            columns.push(Column {
                index,
                header: field.name().clone(),
                data_type: field.data_type().clone(),
                target,
                fact: fact.and_then(|fact| Index::try_from(fact).ok()),
                unfit,
            });
        }
        let missing =
            matched.as_ref().map_or_else(|| Missing::NONE.clone(), |it| it.missing().clone());
        let notes = matched.as_ref().map_or(Vec::new(), |it| it.notes().to_vec());
        faults.extend(unknown_rules(subject, rules.unwrap_or_default()));
        let matched = matched.filter(|_| faults.is_empty()).ok_or(PlanErrors(faults))?;
        let passing = Passing::of(subject, &matched, &headers);
        let selected = subject.rules().iter().enumerate();
        let selected = selected.filter(|(_, rule)| rules.is_none_or(|it| it.contains(&rule.id)));
        let rules: Vec<Selected> =
            selected.map(|(index, rule)| Selected::of(index, rule, subject)).collect();
        let schema = Arc::new(output::schema(&rules, false));
        Ok(Self {
            subject,
            columns,
            ignored,
            rules,
            schema,
            options: Options::default(),
            missing,
            notes,
            contested: false,
            dictionary: DictionaryArray::try_new,
            passing,
            children: Vec::new(),
            matched,
        })
    }

    /// Makes a plan as [`new`](Self::new) does, for a whole table that begins with these batches, of at
    /// least [`HEAD_ROWS`](super::HEAD_ROWS) rows if it has as many. Its first rows may belong to its
    /// header: a row of units and a row of numbers of the columns. These are passed over, and so is every
    /// row that repeats them. The units are those of the columns whose headers name none.
    ///
    /// ```
    /// use std::sync::Arc;
    /// use arrow_array::{RecordBatch, StringArray};
    /// use chanjiao::{Parameters, columns::Plan, subject, table::Options};
    ///
    /// let staff = Arc::new(StringArray::from(vec!["人", "200"]));
    /// let sales = Arc::new(StringArray::from(vec!["万元", "12000"]));
    /// let batch = RecordBatch::try_from_iter([("从业人员", staff as _), ("销售收入", sales as _)])?;
    /// let enterprise = subject("enterprise").expect("a subject");
    /// let plan = Plan::of_table(
    ///     enterprise, batch.schema_ref(), std::slice::from_ref(&batch), &Options::default(), None,
    /// )?;
    /// assert_eq!(plan.check(&batch, &Parameters::default())?.passed(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// Those of [`new`](Self::new).
    pub fn of_table(
        subject: &'static Subject,
        schema: &Schema,
        first: &[RecordBatch],
        table: &table::Options,
        rules: Option<&[&str]>,
    ) -> Result<Self, PlanErrors> {
        let head = Head::of(first);
        let mut table = table.clone();
        if !head.units.is_empty() {
            table.outside.below.clone_from(&head.units);
        }
        let mut plan = Self::new(subject, schema, &table, rules)?;
        plan.passing.set_head(head);
        Ok(plan)
    }

    /// Adds columns, by their indices, whose values identify records: a row that has one is a record,
    /// even if it has no other value.
    #[must_use]
    pub fn identified_by(mut self, columns: &[usize]) -> Self {
        self.passing.identify_by(columns);
        self
    }

    /// Keeps the shortfall (or excess) columns of these rules only. By default, every rule with
    /// exactly one bound has such a column; other rules never have one.
    ///
    /// # Errors
    /// Every rule that the subject does not have.
    pub fn shortfalls(mut self, rules: &[&str]) -> Result<Self, PlanErrors> {
        let faults: Vec<PlanError> = unknown_rules(self.subject, rules).collect();
        if !faults.is_empty() {
            return Err(PlanErrors(faults));
        }
        for selected in self.rules.iter_mut().filter(|it| !rules.contains(&it.rule.id)) {
            selected.gap = None;
        }
        self.schema = Arc::new(output::schema(&self.rules, self.contested));
        Ok(self)
    }

    /// Sets whether the wide table says which verdicts and conclusions would be other ones under
    /// another choice of a reading: with a column `<rule>.contested` for each rule and
    /// `conclusion.contested`. It takes the time of judging the rules again for each choice.
    #[must_use]
    pub fn contested(mut self, contested: bool) -> Self {
        self.contested = contested;
        self.schema = Arc::new(output::schema(&self.rules, contested));
        self
    }

    /// Sets whether NaN is a missing value, as in pandas. By default it is a fault.
    #[must_use]
    pub fn nan_is_null(mut self, nan_is_null: bool) -> Self {
        self.options.nan_is_null = nan_is_null;
        self
    }

    /// Sets whether an amount of money in a column of floats that is not a whole number of fen is
    /// rounded to the nearest one, if it differs from that by at most a millionth of it. By default
    /// such an amount is a fault. Every column in which amounts were rounded has a
    /// [note](Checked::notes). Columns of other types are never rounded.
    ///
    /// ```
    /// use std::sync::Arc;
    /// use arrow_array::{Float64Array, RecordBatch};
    /// use chanjiao::{Language, Parameters, columns::Plan, subject, table::Options};
    ///
    /// let wages = Arc::new(Float64Array::from(vec![1_000_000.0 / 3.0]));
    /// let batch = RecordBatch::try_from_iter([("total_wages_yuan", wages as _)])?;
    /// let enterprise = subject("enterprise").expect("a subject");
    /// let plan = Plan::new(enterprise, batch.schema_ref(), &Options::default(), None)?;
    /// let checked = plan.check(&batch, &Parameters::default())?;
    /// let help = checked.faults()[0].help(Language::English);
    /// assert_eq!(help.as_deref(), Some("`round_money` rounds it to 333333.33"));
    ///
    /// let checked = plan.round_money(true).check(&batch, &Parameters::default())?;
    /// assert!(checked.faults().is_empty());
    /// assert!(checked.notes().iter().any(|note| note.kind() == "rounded_money"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn round_money(mut self, round_money: bool) -> Self {
        self.options.round_money = round_money;
        self
    }

    /// Sets the constructor of dictionary columns, for example to skip the check of all keys that
    /// [`DictionaryArray::try_new`] makes. The keys are always in range.
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

    /// Returns the rules to apply, in the order of the policy.
    pub fn rules(&self) -> impl Iterator<Item = &'static Rule> + '_ {
        self.rules.iter().map(|selected| selected.rule)
    }

    /// Returns the headers of the columns that hold no fact.
    #[must_use]
    pub fn ignored(&self) -> &[String] {
        &self.ignored
    }

    /// Returns the index of each column that is used, and the key of its fact.
    pub fn columns(&self) -> impl Iterator<Item = (usize, &'static str)> + '_ {
        self.columns.iter().map(|it| (it.index, it.target.key()))
    }

    /// The columns that are used: the index of each, and what it holds.
    pub(super) fn targets(&self) -> impl Iterator<Item = (usize, Target)> + '_ {
        self.columns.iter().map(|it| (it.index, it.target))
    }

    /// Returns the indices of the columns whose texts may say that a row is no record, such as 合计
    /// in place of a name. They need not hold a fact.
    pub fn labelled(&self) -> impl Iterator<Item = usize> + '_ {
        self.passing.labelled().iter().copied()
    }

    /// Whether a row is no record, but a total, a remark, a repeated header or nothing but a name. Such
    /// rows are passed over.
    #[must_use]
    pub fn passes(&self, batch: &RecordBatch, row: usize) -> bool {
        self.passing.why(batch, row, self.options.nan_is_null).is_some()
    }

    /// Returns the schema of the wide table. The conclusion and the verdicts are dictionaries of
    /// strings; shortfalls and excesses are [`AMOUNT`](super::AMOUNT)s of yuan or, for other units, `Int64`. All
    /// columns are nullable.
    #[must_use]
    pub fn output_schema(&self) -> SchemaRef {
        self.schema.clone()
    }

    /// Returns the columns of the wide table, in the order of [`output_schema`](Self::output_schema).
    pub fn output_columns(&self) -> impl Iterator<Item = WideColumn> + '_ {
        output::columns(&self.rules, self.contested)
    }

    /// Checks a batch.
    ///
    /// # Errors
    /// Every column whose type cannot hold its fact and that has a value; a batch whose columns are not
    /// those that the plan was made for; an error of the constructor set by
    /// [`dictionary_by`](Self::dictionary_by).
    pub fn check(
        &self,
        batch: &RecordBatch,
        parameters: &Parameters,
    ) -> Result<Checked, PlanErrors> {
        let sources = self.sources(batch)?;
        let job = Job { plan: self, batch, sources: &sources, parameters };
        job.run(0..batch.num_rows())
    }

    /// Checks a batch on several threads. The results are in the order of the rows, each for one slice
    /// of the batch, and equal to what [`check`](Self::check) returns for that slice.
    ///
    /// # Errors
    /// Those of [`check`](Self::check).
    pub fn check_threads(
        &self,
        batch: &RecordBatch,
        parameters: &Parameters,
        threads: usize,
    ) -> Result<Vec<Checked>, PlanErrors> {
        let sources = self.sources(batch)?;
        let job = Job { plan: self, batch, sources: &sources, parameters };
        let rows = batch.num_rows();
        if threads <= 1 || rows <= RUN {
            return Ok(vec![job.run(0..rows)?]);
        }
        let runs: Vec<Range<usize>> =
            (0..rows).step_by(RUN).map(|first| first..rows.min(first + RUN)).collect();
        let (runs, next) = (&runs, &AtomicUsize::new(0));
        let work = move || {
            let next = core::iter::from_fn(|| runs.get(next.fetch_add(1, Ordering::Relaxed)));
            next.map(|run| (run.start, job.run(run.clone()))).collect::<Vec<_>>()
        };
        let mut found = std::thread::scope(|scope| {
            let workers: Vec<_> = (0..threads.min(runs.len())).map(|_| scope.spawn(work)).collect();
            let found = workers.into_iter().map(|worker| {
                worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            });
            found.flatten().collect::<Vec<_>>()
        });
        found.sort_by_key(|(first, _)| *first);
        found.into_iter().map(|(_, checked)| checked).collect()
    }

    /// Parses a row as a single record.
    ///
    /// # Errors
    /// Every fault in the row.
    pub fn record(&self, batch: &RecordBatch, row: usize) -> Result<Record, Faults> {
        let mut members = Vec::with_capacity(self.columns.len());
        let mut counts = NoteCounts::NONE;
        for column in &self.columns {
            let Some(array) = batch.columns().get(column.index) else { continue };
            let reading = Reading { options: self.options, missing: &self.missing };
            if let Some(node) = cell::node(column.target, array, row, reading, &mut counts) {
                members.push((column.target.key().into(), node));
            }
        }
        let mut of_children = Vec::new();
        for joining in &self.children {
            match joining.find(batch, row) {
                Found::Unknown => {}
                Found::Items(items) => {
                    let node = joining.children().node(items);
                    members.push((joining.fact().key().into(), node));
                }
                Found::Faults(faults) => of_children.extend(faults.iter().cloned()),
                Found::Fault(fault) => of_children.push(*fault),
            }
        }
        with_faults(self.subject.parse_node(&Node::Map(members)), of_children)
    }

    pub(super) fn sources<'a>(
        &'a self,
        batch: &'a RecordBatch,
    ) -> Result<Vec<Source<'a>>, PlanErrors> {
        let (mut sources, mut faults) = (Vec::new(), Vec::new());
        for column in &self.columns {
            let Column { target, fact, .. } = *column;
            let array = batch.columns().get(column.index);
            if let Some(array) = array.filter(|it| *it.data_type() == column.data_type) {
                let reading = Reading { options: self.options, missing: &self.missing };
                if let Some(unfit) = &column.unfit {
                    if cell::has_value(array, self.options.nan_is_null) {
                        faults.push(unfit.clone());
                    }
                    continue;
                }
                let fast_path = load::fast_path(self.subject.shape, target, array, reading);
                sources.push(Source { target, fact, array, reading, fast_path });
            } else {
                faults.push(PlanError::OtherSchema {
                    column: column.header.clone(),
                    data_type: column.data_type.clone(),
                });
            }
        }
        if faults.is_empty() { Ok(sources) } else { Err(PlanErrors(faults)) }
    }

    /// A fault that a row of a batch has as a single record.
    pub(crate) fn row_fault(&self, mut fault: Fault, batch: &RecordBatch, row: usize) -> RowFault {
        let key = fault.pointer.split('/').nth(1).unwrap_or_default().to_owned();
        let column = self.columns.iter().find(|it| it.target.key() == key);
        let header = column.map_or(key, |it| it.header.clone());
        let fen = column.filter(|_| fault.code == Code::NotMoney).and_then(|column| {
            cell::near_fen(column.target, batch.columns().get(column.index)?, row)
        });
        if let Some(column) = column
            && let Some(array) = batch.columns().get(column.index)
            && let Some(text) = cell::as_it_stands(column.target, array, row)
        {
            table::explain(&mut fault, column.target, &column.header, &text);
        }
        RowFault { row, column: header, fault, fen }
    }

    /// The text of a cell of a batch, as it is shown.
    #[cfg(feature = "cli")]
    pub(crate) fn text(&self, batch: &RecordBatch, column: usize, row: usize) -> String {
        let column = batch.columns().get(column);
        column.map_or_else(String::new, |it| {
            cell::shown(it, row, self.options.nan_is_null).into_owned()
        })
    }

    /// The notes on columns, whose cells a block has counted.
    pub(super) fn notes(&self, block: &Block<'_>) -> Vec<Note> {
        let mut notes = self.notes.clone();
        for column in &self.columns {
            let Some(vector) = column.fact.and_then(|fact| block.vector(fact)) else { continue };
            notes.extend(vector.counts.notes(column.index, &column.header, &self.missing));
        }
        notes.sort();
        notes
    }
}

/// An error for each of these rules that the subject does not have.
fn unknown_rules(subject: &'static Subject, rules: &[&str]) -> impl Iterator<Item = PlanError> {
    let known = |id: &str| subject.rules().iter().any(|rule| rule.id == id);
    rules.iter().filter(move |id| !known(id)).map(|id| {
        let suggestion = meant(id, || subject.rules().iter());
        PlanError::NoSuchRule { rule: (*id).to_owned(), suggestion }
    })
}
