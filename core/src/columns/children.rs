//! Child tables: the items of list facts from the rows of another table.
//!
//! A child table is read first. Then each batch of the parent is [joined](Plan::join): a column beside
//! its own says of every row which earlier row has the same key, so that rows of the batch can be
//! judged in any order.

use std::sync::Arc;

use arrow_array::cast::AsArray as _;
use arrow_array::types::UInt64Type;
use arrow_array::{Array as _, ArrayRef, RecordBatch, UInt64Array};
use arrow_schema::{DataType, Field, Schema};

use super::{Plan, PlanError, PlanErrors, cell};
use crate::block::Block;
use crate::block::bits::{BLOCK, Bits};
use crate::fault::Fault;
use crate::index::Index;
use crate::parameters::Parameters;
use crate::table::{
    ChildError, ChildFact, ChildPlace, Children, Claims, Found, Note, NotedRows, Options,
    ParentRow, column_named,
};

/// Reads the rows of a child table, batch by batch.
#[derive(Debug)]
pub struct ChildReader {
    plan: Plan,
    key: usize,
    children: Children,
    table: Arc<str>,
    rows: u64,
    notes: Vec<Note>,
}

impl ChildReader {
    /// `table` is the name of the child table, `key` the column of keys in it, `first` the batches that
    /// it begins with, as for [`Plan::of_table`], and `children` are those without a row. Columns are
    /// matched with the fields of a row as those of other tables are.
    ///
    /// # Errors
    /// Every header that has no or more than one meaning; no column of keys.
    pub fn new(
        children: Children,
        schema: &Schema,
        first: &[RecordBatch],
        options: &Options,
        key: &str,
        table: &str,
    ) -> Result<Self, PlanErrors> {
        let plan = Plan::of_table(children.fact().rows(), schema, first, options, Some(&[]))?;
        let headers: Vec<&str> = schema.fields().iter().map(|it| it.name().as_str()).collect();
        let key = column_named(key, &headers);
        let key = key.map_err(|error| PlanErrors(vec![PlanError::Header(error)]))?;
        let plan = plan.identified_by(&[key]);
        Ok(Self { plan, key, children, table: table.into(), rows: 0, notes: Vec::new() })
    }

    /// Sets whether NaN is a missing value, as in pandas.
    #[must_use]
    pub fn nan_is_null(mut self, nan_is_null: bool) -> Self {
        self.plan = self.plan.nan_is_null(nan_is_null);
        self
    }

    /// Adds the rows of a batch.
    ///
    /// # Errors
    /// Every column whose type cannot hold its field and that has a value; another schema.
    pub fn add(&mut self, batch: &RecordBatch) -> Result<(), PlanErrors> {
        let checked = self.plan.check(batch, &Parameters::default())?;
        let notes = checked.notes().iter().cloned();
        Note::merge(&mut self.notes, notes.map(|it| it.below(self.rows)));
        for row in 0..batch.num_rows() {
            self.rows += 1;
            if self.plan.passes(batch, row) {
                continue;
            }
            let key = batch.columns().get(self.key);
            let key = key.map(|it| cell::shown(it, row, self.plan.options.nan_is_null));
            let place = ChildPlace { table: self.table.clone(), line: self.rows };
            let parsed = self.plan.record(batch, row);
            self.children.add(&key.unwrap_or_default(), place, parsed);
        }
        Ok(())
    }

    /// Ends the reading; returns the child table, and the notes on it.
    #[must_use]
    pub fn finish(mut self) -> (Children, Vec<Note>) {
        self.children.finish();
        (self.children, self.notes)
    }
}

/// A child table of a plan.
#[derive(Debug, Clone)]
pub(super) struct Joining {
    children: Arc<Children>,
    fact: Index,
    /// The column of keys.
    key: usize,
    /// The column that says which earlier row has the same key.
    earlier: usize,
    nan_is_null: bool,
}

impl Joining {
    pub(super) fn fact(&self) -> ChildFact {
        self.children.fact()
    }

    /// What the child table has for a row of a joined batch.
    pub(super) fn find(&self, batch: &RecordBatch, row: usize) -> Found<'_> {
        let key = batch.columns().get(self.key).map(|it| cell::shown(it, row, self.nan_is_null));
        let earlier = batch.columns().get(self.earlier);
        let earlier = earlier.and_then(|it| it.as_primitive_opt::<UInt64Type>());
        let earlier = earlier.filter(|it| it.is_valid(row)).map(|it| parent(it.value(row)));
        self.children.find(&key.unwrap_or_default(), earlier.as_ref())
    }

    /// The items as a value of the fact.
    pub(super) fn children(&self) -> &Children {
        &self.children
    }

    /// Loads a range of rows of a joined batch into a block.
    pub(super) fn load(
        &self,
        batch: &RecordBatch,
        rows: core::ops::Range<usize>,
        block: &mut Block<'_>,
    ) {
        let Block { vectors, faulty, .. } = block;
        let Some(vector) = vectors.get_mut(usize::from(self.fact)) else { return };
        let vector = vector.get_or_insert_default();
        vector.lent = None;
        vector.known = Bits::NONE;
        vector.intervals.clear();
        vector.lists.resize(BLOCK, (0, 0));
        for ((at, row), span) in rows.enumerate().zip(&mut vector.lists) {
            match self.find(batch, row) {
                Found::Unknown => {}
                Found::Items(items) => {
                    let first = vector.intervals.len();
                    vector.intervals.extend_from_slice(items);
                    *span = (first, vector.intervals.len());
                    vector.known.add(at);
                }
                Found::Faults(_) | Found::Fault(_) => faulty.add(at),
            }
        }
    }

    /// The note on a record without rows, whose fact is not known.
    pub(super) fn note(&self, batch: &RecordBatch, row: usize, number: usize) -> Option<Note> {
        let line = u64::try_from(number).unwrap_or_default() + 1;
        let note = || Note::NoChildRows(NotedRows::one(line, self.fact().key()));
        matches!(self.find(batch, row), Found::Unknown).then(note)
    }
}

/// A row of a table in memory.
const fn parent(number: u64) -> ParentRow {
    ParentRow { number, table: None, line: number + 1 }
}

impl Plan {
    /// Takes the items of list facts from child tables. Batches have to be [joined](Self::join) before
    /// they are checked; `schema` is theirs before that. To be called after
    /// [`nan_is_null`](Self::nan_is_null).
    ///
    /// # Errors
    /// No column of keys; a column of the parent that holds the same fact; two child tables of a fact.
    pub fn with_children(
        mut self,
        schema: &Schema,
        children: impl IntoIterator<Item = Arc<Children>>,
    ) -> Result<Self, PlanErrors> {
        let headers: Vec<&str> = schema.fields().iter().map(|it| it.name().as_str()).collect();
        let mut errors = Vec::new();
        for children in children {
            let fact = children.fact().key();
            let column = self.columns().find(|(_, key)| *key == fact).map(|(index, _)| index);
            if let Some(header) = column.and_then(|index| headers.get(index)) {
                let header = (*header).to_owned();
                errors.push(PlanError::Child(ChildError::InParent { fact, header }));
            }
            if self.children.iter().any(|it| it.fact().key() == fact) {
                errors.push(PlanError::Child(ChildError::Twice { fact }));
            }
            let place = self.subject.fields().iter().position(|it| it.key() == fact);
            match (column_named(children.key(), &headers), place.map(Index::try_from)) {
                (Ok(key), Some(Ok(fact))) => {
                    let earlier = headers.len() + self.children.len();
                    let nan_is_null = self.options.nan_is_null;
                    self.passing.identify_by(&[key]);
                    self.children.push(Joining { children, fact, key, earlier, nan_is_null });
                }
                (Err(error), _) => errors.push(PlanError::Header(error)),
                // The fact of a child table is one of its subject.
                (Ok(_), None | Some(Err(_))) => {}
            }
        }
        if errors.is_empty() { Ok(self) } else { Err(PlanErrors(errors)) }
    }

    /// The claims of no row yet, one for each child table.
    #[must_use]
    pub fn claims(&self) -> Vec<Claims> {
        self.children.iter().map(|it| Claims::of(&it.children)).collect()
    }

    /// The rows of child tables that belong to no record, as faults, when all rows have made their
    /// claims.
    #[must_use]
    pub fn orphans(&self, claims: &[Claims]) -> Vec<(ChildPlace, Fault)> {
        let children = self.children.iter().zip(claims);
        children.flat_map(|(it, claims)| it.children.orphans(claims)).collect()
    }

    /// Joins a batch, whose first row has this number in its table, with the child tables. `claims` are
    /// those of the batches before, one for each child table.
    ///
    /// # Errors
    /// Arrow refuses to build the batch.
    pub fn join(
        &self,
        batch: &RecordBatch,
        first: u64,
        claims: &mut [Claims],
    ) -> Result<RecordBatch, PlanErrors> {
        let mut fields = batch.schema_ref().fields().to_vec();
        let mut columns = batch.columns().to_vec();
        for (joining, claims) in self.children.iter().zip(claims) {
            let keys = batch.columns().get(joining.key);
            let earlier = (0..batch.num_rows()).zip(first..).map(|(row, number)| {
                if self.passes(batch, row) {
                    return None;
                }
                let key = cell::shown(keys?, row, joining.nan_is_null);
                let earlier = claims.claim(&joining.children, &key, || parent(number));
                earlier.map(|it| it.number)
            });
            let earlier: ArrayRef = Arc::new(earlier.collect::<UInt64Array>());
            let name = format!("{}.earlier", joining.fact().key());
            fields.push(Arc::new(Field::new(name, DataType::UInt64, true)));
            columns.push(earlier);
        }
        let joined = RecordBatch::try_new(Arc::new(Schema::new(fields)), columns);
        joined.map_err(|error| PlanErrors::of(&error))
    }
}
