//! Child tables: `--child practice=periods.csv --key 教师编号` reads the items of a list fact from the
//! rows of another file or sheet.

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, PoisonError};

use super::batches::Batches;
use super::console::clean;
use super::faulty::{Faulty, reason};
use super::groups;
use super::notes::{FileNote, Noted};
use super::output::Form;
use super::row::{BatchResult, RowLabel};
use super::source::{Opened, Opening};
use super::worker::{Input, Task};
use crate::fault::{Fault, Faults};
use crate::intake::batch::{Batch, Cell, Mark, Problem, Row, Source};
use crate::intake::layout::{self, Layout, Lines, Refusal};
use crate::json::Node;
use crate::parameters::Parameters;
use crate::record::Record;
use crate::subjects::Subject;
use crate::table::{
    self, ChildError, ChildFact, ChildPlace, Children, Found, NO_RECORD, Note, NoteCounts,
    NotedRows, ParentRow, RowKind, column_named, join_messages,
};
use crate::text::{Language, sentence};

/// A child table, as an option names it.
#[derive(Debug, Clone)]
pub(super) struct ChildFile {
    fact: String,
    file: String,
}

impl ChildFile {
    pub(super) fn parse(text: &str) -> Result<Self, &'static str> {
        let (fact, file) = text
            .split_once('=')
            .filter(|(_, file)| !file.is_empty())
            .ok_or("应为 事实=文件 / expected FACT=FILE, e.g. practice=periods.csv")?;
        Ok(Self { fact: fact.trim().to_owned(), file: file.to_owned() })
    }

    /// The file, and the sheet behind its last `#`; a file whose whole name this is goes first.
    pub(super) fn place(&self) -> (PathBuf, Option<&str>) {
        match self.file.rsplit_once('#') {
            Some((file, sheet)) if !Path::new(&self.file).exists() => {
                (PathBuf::from(file), Some(sheet))
            }
            Some(_) | None => (PathBuf::from(&self.file), None),
        }
    }
}

/// The headers of the columns of keys, in the parent and in the child tables.
#[derive(Debug, Clone)]
pub(super) struct Key {
    pub(super) parent: String,
    child: String,
}

impl Key {
    pub(super) fn parse(text: &str) -> Result<Self, &'static str> {
        let (parent, child) = text.split_once('=').unwrap_or((text, text));
        let [parent, child] = [parent, child].map(|it| it.trim().to_owned());
        if parent.is_empty() || child.is_empty() {
            return Err("应为列名 / expected a header, e.g. 教师编号");
        }
        Ok(Self { parent, child })
    }
}

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
    ) -> Result<Vec<Arc<Children>>, String> {
        let mut all: Vec<Arc<Children>> = Vec::new();
        for file in files {
            let language = self.language;
            let said = |error: &ChildError| format!("--child: {}", error.message(language));
            let fact = ChildFact::of(self.subject, &file.fact).map_err(|it| said(&it))?;
            if all.iter().any(|it| it.fact().key() == fact.key()) {
                return Err(said(&ChildError::Twice { fact: fact.key() }));
            }
            all.push(Arc::new(self.read(fact, file, notes)?));
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
        let children = Mutex::new(Children::new(fact, &self.key.parent, self.complete));
        let opening = Opening { format: None, encoding: None, separator: None, sheet, language };
        opening.open(&path, |opened| {
            let Opened { source, note, .. } = opened.map_err(|it| named(&path, &it))?;
            let table = match source.sheet() {
                Some(sheet) => format!("{}#{sheet}", path.display()),
                None => path.display().to_string(),
            };
            let sink = Sink { children: &children, key: 0, table: table.as_str().into() };
            let found = self.input(fact, &options, sink, source);
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
        let mut children = children.into_inner().unwrap_or_else(PoisonError::into_inner);
        children.finish();
        if children.is_empty() {
            return Err(named(&path, NO_RECORD.get(language)));
        }
        Ok(children)
    }

    /// Reads one file or sheet; returns the notes on it.
    fn input(
        &self,
        fact: ChildFact,
        options: &table::Options,
        sink: Sink<'_>,
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
        let (subject, skip) = (fact.rows(), Lines::default());
        let of_sheets = source.notes();
        let wanted = layout::Options { subject, table: options, header: None, skip: &skip };
        let mut layout = Layout::read(source, &wanted).map_err(|it| refused(it, fact, language))?;
        let headers: Vec<&str> = layout.headers.iter().map(String::as_str).collect();
        let key = column_named(&self.key.child, &headers);
        let key = key.map_err(|error| error.message(language))?;
        let sink = Sink { key, ..sink };
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
            sink: Some(sink),
            first: layout.first,
            base: 0,
        };
        let mut notes: Vec<Note> = of_sheets;
        notes.extend(without_key(&layout, key));
        let mut counts = Vec::new();
        let mut batches = Batches::new(source, 1024, ahead);
        while let Some(read) = batches.next() {
            let result = input.judge(&read.rows.into_batch());
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
            let keys: Vec<&str> = fact.rows().fields().iter().map(|it| it.key()).collect();
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

/// Where the rows of a child table go.
pub(super) struct Sink<'a> {
    children: &'a Mutex<Children>,
    /// The column of keys.
    key: usize,
    table: Arc<str>,
}

impl Sink<'_> {
    pub(super) fn add<'b>(
        &self,
        row: Row,
        mut cells: impl Iterator<Item = Cell<'b>>,
        parsed: Result<Record, Faults>,
    ) {
        let place = ChildPlace { table: self.table.clone(), line: row.line };
        let key = cells.nth(self.key).map_or("", |cell| text_of(&cell));
        let mut children = self.children.lock().unwrap_or_else(PoisonError::into_inner);
        match row.problem {
            Some(problem) => {
                let said = [Language::Chinese, Language::English].map(|it| reason(problem, it));
                children.add_unreadable(key, place, said);
            }
            None => children.add(key, place, parsed),
        }
    }
}

/// The text of a key; blank if the cell has no certain value.
fn text_of<'a>(cell: &Cell<'a>) -> &'a str {
    if matches!(cell.mark, Some(Mark::Problem(_))) { "" } else { cell.text }
}

/// What claims rows for their keys as they are read, in their order.
pub(super) struct Claims<'a> {
    pub(super) children: &'a [Arc<Children>],
    /// The column of keys, for each of them.
    pub(super) keys: &'a [usize],
    pub(super) layout: Option<&'a Layout>,
    pub(super) skip: &'a Lines,
    /// The name of the input, if there are several.
    pub(super) name: Option<Arc<str>>,
    /// The number of its first row below the header, and the number of the rows of inputs before it.
    pub(super) first: u64,
    pub(super) base: u64,
}

impl Claims<'_> {
    pub(super) fn claim(&self, batch: &Batch) {
        let Some(layout) = self.layout.filter(|_| !self.children.is_empty()) else { return };
        for (row, cells) in batch.rows() {
            let no_record = self.skip.contain(row.line)
                || layout.head.iter().any(|it| it.line == row.line)
                || layout.rows.kind(cells.clone().map(|cell| cell.text)) != RowKind::Record;
            if no_record {
                continue;
            }
            for (children, key) in self.children.iter().zip(self.keys) {
                let key = cells.clone().nth(*key).map_or("", |cell| text_of(&cell));
                let number = self.base + row.number.saturating_sub(self.first);
                let table = self.name.clone();
                children.claim(key, ParentRow { number, table, line: row.line });
            }
        }
    }
}

/// The columns of keys of a parent, one for each child table.
pub(super) fn keys(
    children: &[Arc<Children>],
    layout: Option<&Layout>,
    language: Language,
) -> Result<Vec<usize>, String> {
    let Some(layout) = layout else {
        if children.is_empty() {
            return Ok(Vec::new());
        }
        return Err(sentence!(
            language,
            "--child 只能用于带表头的表（CSV 或工作簿），不能用于 JSON",
            "--child needs a table with headers (CSV or a workbook), not JSON",
        ));
    };
    let headers: Vec<&str> = layout.headers.iter().map(String::as_str).collect();
    let key = |children: &Arc<Children>| {
        let fact = children.fact().key();
        if let Some((index, ..)) = layout.columns.facts().find(|(_, it, _)| it.key() == fact) {
            let header = layout.headers.get(index).cloned().unwrap_or_default();
            return Err(ChildError::InParent { fact, header }.message(language));
        }
        column_named(children.key(), &headers).map_err(|error| error.message(language))
    };
    children.iter().map(key).collect()
}

impl Input<'_> {
    /// Adds the items of child tables to a row; returns the faults of these.
    pub(super) fn join_children<'b>(
        &self,
        row: Row,
        cells: &(impl Iterator<Item = Cell<'b>> + Clone),
        node: &mut Node<'_>,
        result: &mut BatchResult,
    ) -> Vec<Fault> {
        let mut faults = Vec::new();
        let Node::Map(members) = node else { return faults };
        for (children, key) in self.task.children.iter().zip(&self.keys) {
            let key = cells.clone().nth(*key).map_or("", |cell| text_of(&cell));
            let fact = children.fact().key();
            match children.find(key, self.base + row.number.saturating_sub(self.first)) {
                Found::Unknown => {
                    result.note(Note::NoChildRows(NotedRows::one(row.line, fact)));
                }
                Found::Items(items) => members.push((fact.into(), children.node(items))),
                Found::Faults(found) => faults.extend(found.iter().cloned()),
                Found::Fault(found) => faults.push(*found),
            }
        }
        faults
    }
}

/// A record with the faults of its child tables.
pub(super) fn with_faults(
    parsed: Result<Record, Faults>,
    more: Vec<Fault>,
) -> Result<Record, Faults> {
    if more.is_empty() {
        return parsed;
    }
    let mut faults = parsed.err().unwrap_or_default();
    faults.extend(more);
    Err(faults)
}

/// The rows of child tables that belong to no record; `base` is the number of the rows of all inputs.
pub(super) fn orphans(task: &Task<'_>, base: u64) -> BatchResult {
    let skip = Lines::default();
    let mut result = BatchResult::of(task, 0);
    let orphans = task.children.iter().flat_map(|it| it.orphans());
    for (number, (place, fault)) in (base..).zip(orphans) {
        let input = Input {
            task,
            layout: None,
            skip: &skip,
            name: Some(&place.table),
            round_money: false,
            by: Vec::new(),
            keys: Vec::new(),
            sink: None,
            first: 0,
            base,
        };
        let name = super::row::name_key(task.subject).map(|_| "");
        let label = RowLabel { number, line: place.line, input: input.name, name };
        let faults = Faults(vec![fault]);
        let faulty = Faulty {
            faults: &faults,
            problem: None::<Problem>,
            places: Vec::new(),
            helps: vec![None],
        };
        input.faulty(&label, &faulty, &mut result);
    }
    (result.tally.orphans, result.tally.faulty) = (result.tally.faulty, 0);
    result
}
