//! Which rows of the parent have the rows of a child table.

use super::{Children, ParentRow};

/// For each key of a child table, the first row of the parent that has it.
#[derive(Debug)]
pub struct Claims(Vec<Option<ParentRow>>);

impl Claims {
    /// No row of the parent has a key yet.
    pub(crate) fn of(children: &Children) -> Self {
        Self(vec![None; children.entries.len()])
    }

    /// Says that a row of the parent has this key; rows come in their order. Returns the earlier row
    /// that has the rows of this key, if there is one.
    pub(crate) fn claim(
        &mut self,
        children: &Children,
        key: &str,
        row: impl FnOnce() -> ParentRow,
    ) -> Option<ParentRow> {
        let claim = self.0.get_mut(children.place(key)?)?;
        if claim.is_none() {
            *claim = Some(row());
            return None;
        }
        claim.clone()
    }

    /// Whether no row of the parent has the key at this place.
    pub(super) fn is_free(&self, place: usize) -> bool {
        self.0.get(place).is_none_or(Option::is_none)
    }
}
