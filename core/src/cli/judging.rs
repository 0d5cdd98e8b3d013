//! Judging one input: its layout is found, its rows are judged by workers, and what they found is put
//! together in order.

use std::path::Path;
use std::sync::atomic::Ordering;

use indicatif::{ProgressBar, ProgressStyle};

use super::batches::Batches;
use super::child::{self, Claiming};
use super::console::{Stop, brief, clean};
use super::groups::{self, Place};
use super::lanes::{self, Lanes};
use super::notes::{FileNote, Noted};
use super::output::{Form, Sink};
use super::pool;
use super::reading::Reading;
use super::row::BatchResult;
use super::worker::{Input, Task};
use crate::block::bits::BLOCK;
use crate::field::{Field, Kind};
use crate::intake::Error;
use crate::intake::batch::Source;
use crate::intake::layout::{self, Layout, Lines, Refusal};
use crate::intake::note::InputNote;
use crate::intake::repeats::Repeats;
use crate::subjects::Subject;
use crate::table::{
    Claims, Columns, Groups, Missing, Note, NoteCounts, NotedHeaders, join_messages,
};
use crate::text::{Language, sentence};

/// Inputs of at least this many bytes have a progress bar.
const LONG: u64 = 32 * 1024 * 1024;

/// What the inputs before the current one had.
#[derive(Default)]
pub(super) struct Before {
    /// The number of their rows.
    pub(super) rows: u64,
    /// The rows of child tables that belong to their records, for each child table.
    pub(super) claims: Vec<Claims>,
}

impl Reading {
    /// Checks one input. The outer error ends the command, the inner one only this input.
    #[expect(
        clippy::too_many_arguments,
        reason = "what an input is read with, and what is written"
    )]
    pub(super) fn judge(
        &self,
        task: &Task<'_>,
        file: &Path,
        skip: &Lines,
        source: &mut dyn Source,
        length: Option<u64>,
        before: &mut Before,
        output: &mut impl Sink,
    ) -> Result<Result<Records, String>, Stop> {
        let (name, sheet) = (self.name(file, source), source.sheet().map(str::to_owned));
        let several_sheets = self.all_sheets();
        let file_note = |note| FileNote {
            file: file.display().to_string(),
            sheet: sheet.clone(),
            several_sheets,
            note: Noted::Table(note),
        };
        // Which sheets there are also helps if no header is found.
        for note in source.notes() {
            output.note(file_note(note));
        }
        let mut layout = match self.layout(task, skip, source) {
            Ok(found) => found,
            Err(message) => return Ok(Err(message)),
        };
        output.begin(&name, layout.as_ref(), source.sheet());
        let names = task.groups.iter().map(Groups::columns).chain(task.key.as_deref());
        let by = match groups::places(names, task.subject, layout.as_ref()) {
            Ok(places) => places,
            Err(error) => return Ok(Err(clean(&error.message(task.language)).into_owned())),
        };
        let keys = match child::keys(&task.children, layout.as_ref(), task.language) {
            Ok(keys) => keys,
            Err(message) => return Ok(Err(clean(&message).into_owned())),
        };
        if let Some(layout) = &mut layout {
            for key in &keys {
                layout.rows.identify_by(*key);
            }
        }
        let ahead = layout.as_mut().map(|it| std::mem::take(&mut it.ahead));
        let used = by.iter().flatten().copied().chain(keys.iter().copied().map(Place::Column));
        let used: Vec<Place> = used.collect();
        let mut notes = layout.as_ref().map_or_else(Vec::new, |it| groups::notes(it, &used));
        let Before { rows: base, claims } = before;
        let input = Input {
            task,
            layout: layout.as_ref(),
            skip,
            round_money: self.round_money,
            by,
            keys,
            child_key: None,
            first: layout.as_ref().map_or(0, |layout| layout.first),
            name: task.several.then_some(name.as_str()),
            base: *base,
        };
        let bar = progress(length, task.form, output.is_file());
        let (mut error, mut counts, mut records, mut wrapped) = (None, Vec::new(), 0, None);
        let mut repeats = layout.as_ref().map(|it| repeats(task.subject, it));
        let lanes = Lanes::of(task, layout.as_ref());
        let mut reader = Batches::new(source, batch_rows(task.form, lanes.is_some()), ahead);
        reader.chunks = lanes.is_some();
        reader.claims = Some(Claiming::of(claims, &input));
        let judged = pool::run(
            || reader.next(),
            |read| {
                let result = lanes::judge(lanes.as_ref(), &input, read.rows);
                let error = result.error.or(read.error);
                BatchResult { position: read.position, error, ..result }
            },
            |mut result| {
                *base = result.next.max(*base);
                error = result.error.take();
                wrapped = wrapped.take().or(result.wrapped.take());
                records += result.tally.judged() + result.tally.faulty;
                NoteCounts::merge(&mut counts, &result.counts);
                Note::merge(&mut notes, std::mem::take(&mut result.notes));
                if let Some(repeats) = &mut repeats {
                    repeats.add(&result.names);
                }
                if let Some(bar) = &bar {
                    bar.set_position(result.position);
                }
                output.add(result)?;
                task.enough.store(output.has_enough(), Ordering::Relaxed);
                // Nothing is read after an error.
                if error.is_some() { Err(End::Input) } else { Ok(()) }
            },
        );
        match judged {
            Ok(()) | Err(End::Input) => {}
            Err(End::Command(stop)) => return Err(stop),
        }
        bar.iter().for_each(ProgressBar::finish_and_clear);
        let wrapped = wrapped.map(|key| InputNote::Wrapped { key: brief(&key).into_owned() });
        output.input_notes(file, wrapped.into_iter());
        let missing = layout.as_ref().map_or(Missing::NONE, |it| it.columns.missing());
        let headers = layout.iter().flat_map(|layout| &layout.headers);
        let cells = headers.zip(counts).enumerate();
        let cells =
            cells.flat_map(|(index, (header, counts))| counts.notes(index, header, missing));
        let of_source = reader.source.notes();
        Note::merge(&mut notes, cells.chain(repeats.and_then(Repeats::note)).chain(of_source));
        for note in notes {
            output.note(file_note(note));
        }
        let found = if layout.is_some() && records == 0 { Records::None } else { Records::Some };
        Ok(error.map_or(Ok(found), |error: Error| Err(error.message(task.language))))
    }

    /// Finds the header of a table, and matches its columns with facts; `None` if rows are JSON.
    fn layout(
        &self,
        task: &Task<'_>,
        skip: &Lines,
        source: &mut dyn Source,
    ) -> Result<Option<Layout>, String> {
        let Task { subject, language, .. } = *task;
        if !source.is_table() {
            return Ok(None);
        }
        let options =
            layout::Options { subject, table: &task.table, header: self.header_row, skip };
        match Layout::read(source, &options) {
            Ok(layout) => Ok(Some(layout)),
            Err(Refusal::Input(error)) => Err(clean(&error.message(language)).into_owned()),
            Err(Refusal::Headers(errors)) => {
                let messages = errors.iter().map(|it| clean(&it.message(language)).into_owned());
                Err(join_messages(messages, language))
            }
            Err(Refusal::NoFact { headers }) => {
                // Near misses tell what the headers might have meant.
                let texts: Vec<&str> = headers.iter().map(String::as_str).collect();
                let columns = Columns::of(subject, &texts, &task.table);
                let near = columns.iter().flat_map(Columns::notes);
                let near = near.map(|note| clean(&note.message(language)).into_owned());
                let first = no_fact(subject, &listed(&headers, language), language);
                Err(core::iter::once(first).chain(near).collect::<Vec<_>>().join("\n"))
            }
        }
    }
}

/// Whether an input has records.
pub(super) enum Records {
    Some,
    /// It is a table without any.
    None,
}

/// Why the judging of an input ends.
enum End {
    /// The input has an error.
    Input,
    /// The command cannot go on.
    Command(Stop),
}

impl From<Stop> for End {
    fn from(stop: Stop) -> Self {
        Self::Command(stop)
    }
}

/// What compares the names of the records.
fn repeats(subject: &Subject, layout: &Layout) -> Repeats {
    let uses = |field: &Field| layout.columns.facts().any(|(_, it, _)| it.key() == field.key());
    let dated = subject.dated_by().is_some_and(uses);
    let periods = subject.fields().iter().any(|it| matches!(it.kind, Kind::Periods));
    Repeats::new(dated, periods)
}

/// The headers of a table; if there are many, the first of them.
fn listed(headers: &[String], language: Language) -> String {
    NotedHeaders::of(headers.iter().map(String::as_str), "").listed(language)
}

fn no_fact(subject: &Subject, ignored: &str, language: Language) -> String {
    let name = subject.name;
    sentence!(
        language,
        "没有一列对应 {name} 的事实（列：{ignored}）；\
         请用 --map 表头=事实 指定，或检查 --header-row 和 --encoding",
        "no column matches a fact of {name} (columns: {ignored}); \
         map columns with --map HEADER=FACT, or check --header-row and --encoding",
    )
}

/// The number of rows per batch; fewer if the output of each is long.
fn batch_rows(form: Form, in_blocks: bool) -> usize {
    match form {
        Form::Json | Form::Ndjson => 64,
        Form::Text | Form::Csv | Form::Xlsx if in_blocks => BLOCK,
        Form::Text | Form::Csv | Form::Xlsx => 1024,
    }
}

/// A progress bar for a long input, unless answers are printed on the same terminal.
fn progress(length: Option<u64>, form: Form, to_file: bool) -> Option<ProgressBar> {
    use std::io::IsTerminal;
    let quiet = form == Form::Text || to_file || !std::io::stdout().is_terminal();
    let length = length.filter(|length| LONG <= *length)?;
    if !quiet || !std::io::stderr().is_terminal() {
        return None;
    }
    let style =
        ProgressStyle::with_template("{bar:30} {percent:>3}% {bytes_per_sec} {eta}").ok()?;
    Some(ProgressBar::new(length).with_style(style))
}
