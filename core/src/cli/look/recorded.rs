//! Lists of records in JSON, whose first records are kept to be shown.

use crate::intake::batch::{Batch, Merged, Source};
use crate::intake::{Error, inspect};
use crate::table::{Fits, Note};

/// How many records of a list in JSON are shown.
const MOST_RECORDS: usize = 16;

/// The subjects that fit the records of a list in JSON, by their keys.
pub(super) fn fits_of_records(source: &mut dyn Source) -> Result<Fits, Error> {
    let mut recorded = Recorded { source, texts: Vec::new() };
    let mut batch = Batch::default();
    while recorded.texts.len() < MOST_RECORDS && recorded.next(&mut batch)? {}
    let texts = recorded.texts.iter().map(|(_, text)| text.as_str());
    let keys = inspect::keys(texts);
    Ok(Fits::of(keys.iter().map(String::as_str), &[]))
}

/// A source that keeps the first records of a list in JSON.
pub(super) struct Recorded<'a> {
    pub(super) source: &'a mut dyn Source,
    /// Each with its line.
    pub(super) texts: Vec<(u64, String)>,
}

impl Source for Recorded<'_> {
    fn is_table(&self) -> bool {
        self.source.is_table()
    }

    fn next(&mut self, batch: &mut Batch) -> Result<bool, Error> {
        let found = self.source.next(batch)?;
        if found && !self.source.is_table() && self.texts.len() < MOST_RECORDS {
            let last = batch
                .rows()
                .last()
                .and_then(|(row, mut cells)| Some((row.line, cells.next()?.text.to_owned())));
            self.texts.extend(last);
        }
        Ok(found)
    }

    fn position(&self) -> u64 {
        self.source.position()
    }

    fn sheet(&self) -> Option<&str> {
        self.source.sheet()
    }

    fn hidden_columns(&self) -> &[(usize, usize)] {
        self.source.hidden_columns()
    }

    fn merged(&self) -> &[Merged] {
        self.source.merged()
    }

    fn notes(&mut self) -> Vec<Note> {
        self.source.notes()
    }
}
