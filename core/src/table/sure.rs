//! Rows that are records for sure, told from their first texts in little time. All others are left to
//! [`Rows::kind`].

use super::label::{Quick, label};
use super::rows::{is_blank, is_example, is_number};
use super::{Rows, folded};

/// Longer texts are not looked at quickly.
const LONG: usize = 200;

/// Tells most records.
#[derive(Debug)]
pub(crate) struct Sure<'a> {
    rows: &'a Rows,
    quick: Quick,
    /// The first characters of the words for a name.
    names: Vec<char>,
}

impl<'a> Sure<'a> {
    pub(crate) fn of(rows: &'a Rows) -> Self {
        let names = rows.names().filter_map(|name| name.chars().next()).collect();
        Self { rows, quick: Quick::new(), names }
    }

    /// Whether a row is a record, if it has a value in a column that is used and is not the name. The
    /// name must not be blank if there is a column of names.
    pub(crate) fn is_record<'t>(&self, cells: impl Iterator<Item = &'t str>) -> bool {
        let (name, before) = self.rows.labels();
        let mut first = true;
        for (index, cell) in cells.enumerate() {
            let is_name = name == Some(index);
            if index > before && !first {
                return true;
            }
            if cell.is_empty() || is_blank(cell) {
                if is_name {
                    return false;
                }
                continue;
            }
            if !(is_name || first || index < before) || is_number(cell) {
                continue;
            }
            if first && index < before && is_example(cell) {
                return false;
            }
            first = false;
            let may_be_label = self.quick.may_be(cell) || LONG < cell.len();
            if may_be_label && label(cell).is_some() || is_name && self.is_header(cell) {
                return false;
            }
        }
        true
    }

    /// Whether a name is a word for a name.
    fn is_header(&self, name: &str) -> bool {
        let Some(first) = name.chars().next() else { return false };
        // No character between these is changed by folding.
        let plain = ('\u{4000}'..='\u{9fff}').contains(&first);
        (!plain || self.names.contains(&first)) && self.rows.is_name(&folded(name))
    }
}
