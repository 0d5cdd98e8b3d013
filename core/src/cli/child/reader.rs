//! Reading child tables.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use super::options::{ChildFile, Key};
use crate::cli::batches::Batches;
use crate::cli::console::clean;
use crate::cli::groups;
use crate::cli::notes::{FileNote, Noted};
use crate::cli::output::Form;
use crate::cli::source::{Opened, Opening};
use crate::cli::worker::{Input, Task};
use crate::field::Field;
use crate::intake::batch::Source;
use crate::intake::layout::{self, Layout, Lines, Refusal};
use crate::parameters::Parameters;
use crate::subjects::Subject;
use crate::table::{
    self, ChildError, ChildFact, Children, NO_RECORD, Note, NoteCounts, column_named, join_messages,
};
use crate::text::{Language, sentence};

/// How child tables are read.
pub(super) struct Reader<'a> {
    pub(super) subject: &'static Subject,
    pub(super) parameters: &'a Parameters,
    /// The options for the parent, from which the entries for child tables are taken.
    pub(super) table: &'a mut table::Options,
    pub(super) key: &'a Key,
    pub(super) complete: bool,
    pub(super) language: Language,
}

impl Reader<'_> {
    /// Reads child tables one after the other, with notes on how they were read.
    pub(super) fn all(
        &mut self,
        files: &[ChildFile],
        notes: &mut Vec<FileNote>,
    ) -> Result<Vec<Children>, String> {
        let mut all: Vec<Children> = Vec::new();
        for file in files {
            let language = self.language;
            let said = |error: &ChildError| format!("--child: {}", error.message(language));
            let fact = ChildFact::of(self.subject, &file.fact).map_err(|it| said(&it))?;
            if all.iter().any(|it| it.fact().key() == fact.key()) {
                return Err(said(&ChildError::Twice { fact: fact.key() }));
            }
            all.push(self.read(fact, file, notes)?);
        }
        Ok(all)
    }

    fn read(
        &mut self,
        fact: ChildFact,
        file: &ChildFile,
        notes: &mut Vec<FileNote>,
    ) -> Result<Children, String> {
        let language = self.language;
        let (own, rest) = fact.split_map(std::mem::take(&mut self.table.map));
        let mut options = self.table.clone();
        (options.map, options.units, self.table.map) = (own, Vec::new(), rest);
        let (path, sheet) = file.place();
        let mut children = Children::new(fact, &self.key.parent, self.complete);
        let opening = Opening { format: None, encoding: None, separator: None, sheet, language };
        opening.open(&path, |opened| {
            let Opened { source, note, .. } = opened.map_err(|it| named(&path, &it))?;
            let table = match source.sheet() {
                Some(sheet) => format!("{}#{sheet}", path.display()),
                None => path.display().to_string(),
            };
            let found = self.input(&mut children, &options, &table.as_str().into(), source);
            let found = found.map_err(|it| named(Path::new(&table), &it))?;
            let input_notes = note.into_iter().chain(source.input_notes());
            let all = input_notes.map(Noted::Input).chain(found.into_iter().map(Noted::Table));
            notes.extend(all.map(|note| FileNote {
                file: table.clone(),
                sheet: None,
                several_sheets: false,
                note,
            }));
            Ok::<(), String>(())
        })?;
        children.finish();
        if children.is_empty() {
            return Err(named(&path, NO_RECORD.get(language)));
        }
        Ok(children)
    }

    /// Reads one file or sheet; returns the notes on it.
    fn input(
        &self,
        children: &mut Children,
        options: &table::Options,
        table: &Arc<str>,
        source: &mut dyn Source,
    ) -> Result<Vec<Note>, String> {
        let language = self.language;
        if !source.is_table() {
            return Err(sentence!(
                language,
                "子表应为带表头的表（CSV 或工作簿），不能是 JSON",
                "a child table must be a table with headers (CSV or a workbook), not JSON",
            ));
        }
        let fact = children.fact();
        let (subject, skip) = (fact.rows(), Lines::default());
        let of_sheets = source.notes();
        let wanted = layout::Options { subject, table: options, header: None, skip: &skip };
        let mut layout = Layout::read(source, &wanted).map_err(|it| refused(it, fact, language))?;
        let headers: Vec<&str> = layout.headers.iter().map(String::as_str).collect();
        let key = column_named(&self.key.child, &headers);
        let key = key.map_err(|error| error.message(language))?;
        let ahead = Some(std::mem::take(&mut layout.ahead));
        let task = Task {
            subject,
            parameters: self.parameters,
            form: Form::Text,
            language,
            limit: 0,
            columns: Vec::new(),
            contested: false,
            accept_explained: false,
            groups: Vec::new(),
            children: Vec::new(),
            key: None,
            enough: AtomicBool::new(true),
            several: false,
            table: options.clone(),
        };
        let input = Input {
            task: &task,
            layout: Some(&layout),
            skip: &skip,
            name: None,
            round_money: false,
            by: Vec::new(),
            keys: Vec::new(),
            child_key: Some(key),
            first: layout.first,
            base: 0,
        };
        let mut notes: Vec<Note> = of_sheets;
        notes.extend(without_key(&layout, key));
        let mut counts = Vec::new();
        let mut batches = Batches::new(source, 1024, ahead);
        while let Some(read) = batches.next() {
            let result = input.judge(&read.rows.into_batch(), &[]);
            for row in result.child_rows {
                row.push(children, table);
            }
            NoteCounts::merge(&mut counts, &result.counts);
            Note::merge(&mut notes, result.notes);
            if let Some(error) = result.error.or(read.error) {
                return Err(error.message(language));
            }
        }
        let cells = layout.headers.iter().zip(counts).enumerate();
        let missing = layout.columns.missing();
        let cells = cells.flat_map(|(at, (header, counts))| counts.notes(at, header, missing));
        Note::merge(&mut notes, cells.chain(source.notes()));
        Ok(notes)
    }
}

/// The notes on a child table, in which the column of keys is used.
fn without_key(layout: &Layout, key: usize) -> Vec<Note> {
    groups::notes(layout, &[groups::Place::Column(key)])
}

fn named(path: &Path, message: &str) -> String {
    format!("{}: {}", path.display(), clean(message))
}

fn refused(refusal: Refusal, fact: ChildFact, language: Language) -> String {
    match refusal {
        Refusal::Input(error) => error.message(language),
        Refusal::Headers(errors) => {
            join_messages(errors.iter().map(|it| it.message(language)), language)
        }
        Refusal::NoFact { headers } => {
            let headers = headers.join(if language == Language::Chinese { "、" } else { ", " });
            let key = fact.key();
            let keys: Vec<&str> = fact.rows().fields().iter().map(Field::key).collect();
            let keys = keys.join(", ");
            sentence!(
                language,
                "子表没有一列对应 {keys}（列：{headers}）；请用 --map 表头={key}.字段 指定",
                "no column of the child table matches {keys} (columns: {headers}); map columns with \
                 --map HEADER={key}.FIELD",
            )
        }
    }
}
