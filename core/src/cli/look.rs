//! `chanjiao look`: what `check` would do with a table, before it judges the records.

mod looked;
mod recorded;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::AtomicBool;

use super::console::{Stop, print, say};
use super::judging::Before;
use super::named_subject;
use super::notes::{FileNote, Noted};
use super::output::{Form, Sink};
use super::reading::Reading;
use super::row::BatchResult;
use super::source::Opened;
use super::wide_table;
use super::worker::Task;
use crate::intake::inspect;
use crate::intake::layout::{Layout, Lines};
use crate::intake::note::InputNote;
use crate::parameters::Parameters;
use crate::subjects::Subject;
use crate::table::{Inspection, Note};
use crate::text::Language;
use looked::{Found, Looked};
use recorded::Recorded;

/// 查看表格将怎样读取：工作表、表头、单位、各列对应的事实、跳过的行 / Show how a table would be read: sheet, header, units, the fact of each column, rows passed over
#[derive(Debug, clap::Args)]
pub(super) struct Look {
    /// 记录的对象，如 enterprise；不指定则列出最合适的三种 / Subject of the records, e.g. enterprise; without it, the three that fit best are named
    #[arg(long, short, value_name = "SUBJECT")]
    subject: Option<String>,
    #[command(flatten)]
    reading: Reading,
    /// 输出格式 / Output format
    #[arg(long, short, value_enum, default_value_t = LookForm::Text)]
    format: LookForm,
    /// 输入文件；`-` 表示标准输入 / Input files; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// The formats of what is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum LookForm {
    /// 供人阅读 / For people
    Text,
    /// 列表，每个输入一项，供程序读取 / A list with an item per input, for programs
    Json,
}

/// How many invalid rows are shown.
const MOST_FAULTY: usize = 3;

/// Takes what is known of one input while its rows are read.
struct Looking<'a> {
    subject: &'static Subject,
    reading: &'a Reading,
    skip: &'a Lines,
    inspection: Option<Inspection>,
    header: Option<(u64, u64)>,
    notes: Vec<Note>,
    input_notes: Vec<InputNote>,
    faulty: Vec<String>,
    counts: [u64; 3],
}

impl Look {
    pub(super) fn run(&self, language: Language) -> Result<ExitCode, Stop> {
        let named = self.subject.as_deref();
        let subject = named.map(|name| named_subject(name, language)).transpose()?;
        let no_lines = Lines::default();
        let skip = self.reading.skip_lines.as_ref().unwrap_or(&no_lines);
        let (mut items, mut no_errors, mut before) = (0, true, Before::default());
        let json = self.format == LookForm::Json;
        for file in &self.files {
            self.reading.opening(language).open(file, |opened| {
                let looked = self.look(file, subject, skip, opened, &mut before, language)?;
                if let Found::Error(message) = &looked.found {
                    no_errors = false;
                    say(&format!("{}: {message}", looked.name()));
                }
                let text = if json { looked.json() } else { looked.text(language) };
                let before = match (json, items) {
                    (true, 0) => "[\n",
                    (true, _) => ",\n",
                    (false, 0) => "",
                    (false, _) => "\n",
                };
                items += 1;
                print(&[before, &text].concat())
            })?;
        }
        if json {
            print(if items == 0 { "[]\n" } else { "\n]\n" })?;
        }
        Ok(if no_errors { ExitCode::SUCCESS } else { ExitCode::from(2) })
    }

    /// Looks at one input.
    fn look(
        &self,
        file: &Path,
        subject: Option<&'static Subject>,
        skip: &Lines,
        opened: Result<Opened<'_>, String>,
        before: &mut Before,
        language: Language,
    ) -> Result<Looked, Stop> {
        let mut looked = Looked {
            file: file.display().to_string(),
            format: None,
            sheet: None,
            encoding: None,
            separator: None,
            header: None,
            found: Found::Error(String::new()),
            input_notes: Vec::new(),
            faulty: Vec::new(),
        };
        let Opened { source, length, format, note } = match opened {
            Ok(opened) => opened,
            Err(message) => {
                looked.found = Found::Error(message);
                return Ok(looked);
            }
        };
        looked.format = Some(format);
        looked.sheet = source.sheet().map(str::to_owned);
        looked.input_notes.extend(note);
        match subject {
            Some(subject) => {
                let mut source = Recorded { source, texts: Vec::new() };
                self.read(subject, file, skip, &mut source, length, before, &mut looked, language)?;
            }
            None => looked.fit(&self.reading, skip, source, language),
        }
        (looked.encoding, looked.separator) = (source.encoding(), source.separator());
        looked.input_notes.extend(source.input_notes());
        Ok(looked)
    }

    /// Reads an input as `check` does.
    #[expect(clippy::too_many_arguments, reason = "what an input is read with")]
    fn read(
        &self,
        subject: &'static Subject,
        file: &Path,
        skip: &Lines,
        source: &mut Recorded<'_>,
        length: Option<u64>,
        before: &mut Before,
        looked: &mut Looked,
        language: Language,
    ) -> Result<(), Stop> {
        let parameters = Parameters::default();
        let task = Task {
            subject,
            parameters: &parameters,
            form: Form::Text,
            language,
            limit: MOST_FAULTY,
            columns: wide_table::columns(subject, false),
            contested: false,
            accept_explained: false,
            // No record is shown for its verdicts.
            enough: AtomicBool::new(true),
            several: false,
            table: self.reading.table_options(),
            groups: Vec::new(),
            children: Vec::new(),
            key: None,
        };
        let mut looking = Looking {
            subject,
            reading: &self.reading,
            skip,
            inspection: None,
            header: None,
            notes: Vec::new(),
            input_notes: Vec::new(),
            faulty: Vec::new(),
            counts: [0; 3],
        };
        let judged = self.reading.judge(&task, file, skip, source, length, before, &mut looking)?;
        looked.found = match judged {
            Ok(_) => looking.inspection(&source.texts, language),
            Err(message) => Found::Error(message),
        };
        looked.header = looking.header;
        looked.input_notes.append(&mut looking.input_notes);
        looked.faulty = looking.faulty;
        Ok(())
    }
}

impl Looking<'_> {
    /// What the rows say, once all are read. `texts` are the first records of a list in JSON.
    fn inspection(&mut self, texts: &[(u64, String)], language: Language) -> Found {
        let records = || texts.iter().map(|(line, text)| (*line, text.as_str()));
        let found =
            self.inspection.take().map_or_else(|| inspect::of_records(self.subject, records()), Ok);
        let mut inspection = match found {
            Ok(inspection) => inspection,
            Err(errors) => return Found::Error(errors.message(language)),
        };
        [inspection.records, inspection.faulty, inspection.passed] = self.counts;
        inspection.notes = std::mem::take(&mut self.notes);
        Found::Records(Box::new(inspection))
    }
}

impl Sink for Looking<'_> {
    fn begin(&mut self, _: &str, layout: Option<&Layout>, _: Option<&str>) {
        let Some(layout) = layout else { return };
        let round_money = self.reading.round_money;
        self.inspection = Some(inspect::of_table(self.subject, layout, self.skip, round_money));
        self.header = Some(layout.header);
    }

    fn note(&mut self, note: FileNote) {
        match note.note {
            Noted::Table(note) => self.notes.push(note),
            Noted::Input(note) => self.input_notes.push(note),
        }
    }

    fn add(&mut self, result: BatchResult) -> Result<(), Stop> {
        let [records, faulty, passed] = &mut self.counts;
        *records += result.tally.judged() + result.tally.faulty;
        *faulty += result.tally.faulty;
        *passed += result.tally.passed;
        let left = MOST_FAULTY.saturating_sub(self.faulty.len());
        self.faulty.extend(result.faulty.into_iter().take(left));
        Ok(())
    }

    fn has_enough(&self) -> bool {
        true
    }

    fn is_file(&self) -> bool {
        false
    }
}
