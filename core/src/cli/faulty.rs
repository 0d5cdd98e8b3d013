//! What is wrong with a row, in the same words in every output.

use super::console::brief;
use crate::fault::{Fault, Faults};
use crate::intake::batch::Problem;
use crate::json::push_text;
use crate::text::{Language, sentence};

/// A row that is not judged.
pub(super) struct Faulty<'a> {
    pub(super) faults: &'a Faults,
    /// Why the row is not a record, if it is none.
    pub(super) problem: Option<Problem>,
    /// For each fault of a row of a table, where it is; empty if rows are JSON.
    pub(super) places: Vec<Place<'a>>,
    /// For each fault, what else helps.
    pub(super) helps: Vec<Option<String>>,
}

/// A cell of a table.
#[derive(Clone, Copy, Default)]
pub(super) struct Place<'a> {
    /// The header of its column.
    pub(super) column: Option<&'a str>,
    /// Its text as it stands, before its unit is applied.
    pub(super) cell: Option<&'a str>,
}

/// One thing that is wrong.
pub(super) struct Part {
    /// The header of the column or the pointer of the fact, if it is one of these.
    pub(super) place: String,
    pub(super) message: String,
    /// What was given, shortened.
    pub(super) given: String,
    pub(super) help: Option<String>,
}

impl Part {
    /// Everything in one sentence.
    pub(super) fn sentence(&self, language: Language) -> String {
        let Self { place, message, given, help } = self;
        let gap = if place.is_empty() { "" } else { "  " };
        let given = match given.as_str() {
            "" => String::new(),
            given => sentence!(language, "给出：{given}", " Given: {given}"),
        };
        let help = help.as_ref().map(|help| format!("  {help}")).unwrap_or_default();
        [place, gap, message, &given, &help].concat()
    }
}

impl Faulty<'_> {
    /// Whether the row is one of a table that could not be read as a record: its only fault says
    /// less than the problem.
    fn is_no_record(&self) -> bool {
        self.problem.is_some() && !self.places.is_empty()
    }

    /// Everything that is wrong.
    pub(super) fn parts(&self, language: Language) -> impl Iterator<Item = Part> {
        let problem = self.problem.map(|problem| Part {
            place: String::new(),
            message: reason(problem, language),
            given: if self.is_no_record() { self.given(problem) } else { String::new() },
            help: None,
        });
        let faults = self.faults.iter().filter(|_| !self.is_no_record()).enumerate();
        problem.into_iter().chain(faults.map(move |(index, fault)| {
            let place = self.places.get(index).copied().unwrap_or_default();
            let pointer = fault.pointer.trim_start_matches('/');
            let help = self.helps.get(index).cloned().flatten();
            Part {
                place: place.column.map_or(pointer.into(), brief).into_owned(),
                message: fault.message(language),
                given: place.cell.map_or(fault.given.as_str().into(), brief).into_owned(),
                help: fault.help(language).or(help),
            }
        }))
    }

    /// The beginning of the row. Its cells need not be shown if only their number is wrong.
    fn given(&self, problem: Problem) -> String {
        if matches!(problem, Problem::Cells { .. }) {
            return String::new();
        }
        self.faults.iter().map(|fault| fault.given.as_str()).collect()
    }

    /// Writes the answer of the library; the faults of a table also have the column and the cell.
    pub(super) fn push_answer(&self, out: &mut String) {
        if self.places.is_empty() {
            self.faults.write_answer(out);
            return;
        }
        out.push_str("{\"faults\":[");
        for (index, fault) in self.faults.iter().enumerate() {
            out.push_str(if index > 0 { "," } else { "" });
            self.push_fault(fault, self.places.get(index).copied().unwrap_or_default(), out);
        }
        out.push_str("],\"report\":null}");
    }

    fn push_fault(&self, fault: &Fault, place: Place<'_>, out: &mut String) {
        if let Some(problem) = self.problem {
            out.push_str("{\"in\":\"record\",\"pointer\":\"\",\"code\":");
            push_text(out, fault.code.as_str());
            out.push_str(",\"given\":");
            push_text(out, &fault.given);
            let messages =
                [(",\"message\":{\"zh\":", Language::Chinese), (",\"en\":", Language::English)];
            for (key, language) in messages {
                out.push_str(key);
                push_text(out, &reason(problem, language));
            }
            out.push_str("},\"help\":null");
        } else {
            fault.push(out);
            out.pop();
        }
        for (key, value) in [(",\"column\":", place.column), (",\"cell\":", place.cell)] {
            out.push_str(key);
            match value {
                Some(text) => push_text(out, &brief(text)),
                None => out.push_str("null"),
            }
        }
        out.push('}');
    }
}

/// Why a row is not a record.
pub(super) fn reason(problem: Problem, language: Language) -> String {
    match problem {
        Problem::TooLong => sentence!(
            language,
            "这一行太长，最多 16 MiB、10 万个单元格。",
            "the row is too long: at most 16 MiB and 100 000 cells.",
        ),
        Problem::NotText => {
            sentence!(language, "这一行有不是文本的字节。", "the row has bytes that are not text.")
        }
        Problem::Cells { given, expected } => sentence!(
            language,
            "这一行有 {given} 个单元格，表头有 {expected} 个。",
            "the row has {given} cells, the header has {expected}.",
        ),
        Problem::Quote { last } => sentence!(
            language,
            "引号有误：结束的引号之后还有文字（这一行到第 {last} 行为止）。",
            "misplaced quote: text follows a closing quote (the row ends on line {last}).",
        ),
        Problem::RowsInQuote { last } => sentence!(
            language,
            "引号有误：引号内含有其他行（到第 {last} 行为止）；确为一个单元格的，请改用 XLSX。",
            "misplaced quote: it holds other rows (up to line {last}); if it is one cell, use XLSX.",
        ),
    }
}
