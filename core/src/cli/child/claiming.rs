//! Which records have the rows of child tables: the first with their key.

use std::sync::Arc;

use super::text_of;
use crate::cli::worker::Input;
use crate::intake::batch::Batch;
use crate::intake::layout::{Layout, Lines};
use crate::table::{Children, Claims, ParentRow, RowKind};

/// A row with the key of an earlier row.
pub(in crate::cli) struct Twice {
    /// Its number among all rows.
    pub(super) number: u64,
    /// The index of the child table.
    pub(super) child: usize,
    pub(super) first: ParentRow,
}

/// What claims rows for their keys as they are read, in their order.
pub(in crate::cli) struct Claiming<'a> {
    /// The rows of the records before, for each child table.
    claims: &'a mut [Claims],
    children: &'a [Children],
    /// The column of keys, for each of them.
    keys: &'a [usize],
    layout: Option<&'a Layout>,
    skip: &'a Lines,
    /// The name of the input, if there are several.
    name: Option<Arc<str>>,
    /// The number of its first row below the header, and the number of the rows of inputs before it.
    first: u64,
    base: u64,
}

impl<'a> Claiming<'a> {
    pub(in crate::cli) fn of(claims: &'a mut [Claims], input: &'a Input<'_>) -> Self {
        Self {
            claims,
            children: &input.task.children,
            keys: &input.keys,
            layout: input.layout,
            skip: input.skip,
            name: input.name.map(Into::into),
            first: input.first,
            base: input.base,
        }
    }

    pub(in crate::cli) fn claim(&mut self, batch: &Batch) -> Vec<Twice> {
        let mut twice = Vec::new();
        let Some(layout) = self.layout.filter(|_| !self.children.is_empty()) else { return twice };
        for (row, cells) in batch.rows() {
            let no_record = self.skip.contain(row.line)
                || layout.head.iter().any(|it| it.line == row.line)
                || layout.rows.kind(cells.clone().map(|cell| cell.text)) != RowKind::Record;
            if no_record {
                continue;
            }
            let number = self.base + row.number.saturating_sub(self.first);
            let tables = self.children.iter().zip(self.claims.iter_mut()).zip(self.keys);
            for (child, ((children, claims), key)) in tables.enumerate() {
                let key = cells.clone().nth(*key).map_or("", |cell| text_of(&cell));
                let parent = || ParentRow { number, table: self.name.clone(), line: row.line };
                let first = claims.claim(children, key, parent);
                twice.extend(first.map(|first| Twice { number, child, first }));
            }
        }
        twice
    }
}
