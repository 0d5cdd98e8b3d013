//! Roll-ups: the counts of groups as text, as rows of a table, and as JSON.

use std::fmt::Write as _;
use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anstyle::Style;

use super::console::{Stop, brief, clean};
use super::draft::{Draft, destination, failed};
use super::row::Cell;
use super::summary::INVALID;
use super::wide_table::{self, CONCLUSION};
use crate::json::push_text;
use crate::report::Conclusion;
use crate::rule::Rule;
use crate::subjects::Subject;
use crate::table::{Gap, Group, GroupError, Groups, Note, RuleCounts};
use crate::text::{Language, Text, sentence, text};
use crate::verdict::Verdict;

const BOLD: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();

/// A file of roll-ups.
#[derive(Clone, Copy, PartialEq, Eq)]
enum SummaryForm {
    Csv,
    Json,
}

impl SummaryForm {
    /// The form that the extension of the file says.
    fn of(path: &Path, language: Language) -> Result<Self, Stop> {
        let extension = path.extension().and_then(|it| it.to_str()).unwrap_or_default();
        match extension.to_ascii_lowercase().as_str() {
            "csv" => Ok(Self::Csv),
            "json" => Ok(Self::Json),
            _ => {
                let path = path.display();
                Err(Stop::Said(sentence!(
                    language,
                    "--summary {path}：扩展名应为 .csv 或 .json",
                    "--summary {path}: the extension must be .csv or .json",
                )))
            }
        }
    }

    /// The roll-ups in this form.
    fn text(
        self,
        all: &[Groups],
        subject: &Subject,
        language: Language,
    ) -> Result<String, GroupError> {
        match self {
            Self::Csv => csv(all, subject, language),
            Self::Json => json(all, subject),
        }
    }
}

/// The roll-ups of all inputs, and the file that they are written to.
pub(super) struct RollUps {
    pub(super) groups: Vec<Groups>,
    file: Option<SummaryFile>,
}

struct SummaryFile {
    path: PathBuf,
    form: SummaryForm,
    /// What a CSV file begins with.
    mark: &'static str,
    file: File,
    draft: Option<Draft>,
}

impl RollUps {
    /// `bom` is whether a CSV file begins with a byte order mark.
    pub(super) fn open(
        groups: Vec<Groups>,
        path: Option<&Path>,
        bom: bool,
        language: Language,
    ) -> Result<Self, Stop> {
        let file = path.map(|path| {
            let form = SummaryForm::of(path, language)?;
            let (file, draft) = destination(path, language)?;
            let mark = if bom && form == SummaryForm::Csv { "\u{feff}" } else { "" };
            Ok::<_, Stop>(SummaryFile { path: path.to_owned(), form, mark, file, draft })
        });
        Ok(Self { groups, file: file.transpose()? })
    }

    /// Adds the groups of a batch.
    pub(super) fn merge(&mut self, more: Vec<Groups>, language: Language) -> Result<(), Stop> {
        for (groups, more) in self.groups.iter_mut().zip(more) {
            groups.merge(more);
            if let Err(error) = groups.groups() {
                return Err(Stop::Said(clean(&error.message(language)).into_owned()));
            }
        }
        Ok(())
    }

    /// The notes on groups.
    pub(super) fn notes(&self) -> impl Iterator<Item = Note> + '_ {
        self.groups.iter().filter_map(Groups::note)
    }

    /// The sections of the summary, each with the first `limit` groups.
    pub(super) fn sections(&self, subject: &Subject, limit: usize, language: Language) -> String {
        let of_columns = self.groups.iter().filter(|it| !it.columns().is_empty());
        // A roll-up that cannot be made ended the command when its groups were added.
        of_columns.filter_map(|it| section(it, subject, limit, language).ok()).collect()
    }

    /// The table of the roll-ups by columns, in words; `None` if there is none.
    pub(super) fn table(&self, subject: &Subject, language: Language) -> Option<GroupTable> {
        let is_empty = self.groups.iter().all(|it| it.columns().is_empty());
        let table = || GroupTable::of(&self.groups, subject, true, language).ok();
        if is_empty { None } else { table() }
    }

    /// Writes the file.
    pub(super) fn write(self, subject: &Subject, language: Language) -> Result<(), Stop> {
        let Some(SummaryFile { path, form, mark, mut file, draft }) = self.file else {
            return Ok(());
        };
        let text = form.text(&self.groups, subject, language);
        let text = text.map_err(|error| Stop::Said(error.message(language)))?;
        let written = file.write_all([mark, &text].concat().as_bytes()).and_then(|()| file.flush());
        written.map_err(|error| failed(&path, &error, language))?;
        drop(file);
        draft.map_or(Ok(()), |draft| draft.keep(language))
    }
}

/// The section of a roll-up in the summary, with the first `limit` groups.
fn section(
    groups: &Groups,
    subject: &Subject,
    limit: usize,
    language: Language,
) -> Result<String, GroupError> {
    let names: Vec<_> = groups.columns().iter().map(|it| clean(it)).collect();
    let names = names.join(text!("、", ", ").get(language));
    let (found, mut out) = (groups.groups()?, String::new());
    let (all, shown) = (found.len(), found.len().min(limit));
    out.push_str(&if shown < all {
        sentence!(
            language,
            "\n{BOLD}按 {names} 汇总{BOLD:#}：{all} 组，列出前 {shown} 组\n",
            "\n{BOLD}by {names}{BOLD:#}: {all} groups (first {shown} shown)\n",
        )
    } else {
        sentence!(
            language,
            "\n{BOLD}按 {names} 汇总{BOLD:#}：{all} 组\n",
            "\n{BOLD}by {names}{BOLD:#}: {all} groups\n",
        )
    });
    for group in found.iter().take(shown) {
        push_group(&mut out, group, groups.rules(), subject, language);
    }
    Ok(out)
}

fn push_group(
    out: &mut String,
    group: &Group,
    rules: &[&'static Rule],
    subject: &Subject,
    language: Language,
) {
    let say = |words: Text| words.get(language);
    let names: Vec<_> = group.names(language).map(brief).collect();
    let (names, records) = (clean(&names.join(" / ")).into_owned(), group.records());
    out.push_str(&sentence!(
        language,
        "  {BOLD}{names}{BOLD:#}：{records} 条记录\n",
        "  {BOLD}{names}{BOLD:#}: {records} records\n",
    ));
    let conclusions = group.conclusions.iter().map(|(it, count)| (it.label(), count));
    for (label, count) in conclusions.chain([(INVALID, group.faulty)]).filter(|it| 0 < it.1) {
        let _ = writeln!(out, "    {}  {count}", say(label));
    }
    for (rule, counts) in rules.iter().zip(&group.rules) {
        let unmet = counts.verdict(Verdict::Unmet);
        if unmet == 0 && counts.gaps == 0 {
            continue;
        }
        let (statement, title) = (rule.statement.id, say(rule.title));
        let word = say(Verdict::Unmet.label());
        let _ = write!(out, "    {statement:<6}{title}  {word} {unmet}");
        if let Some(gap) = Gap::of(subject, rule).filter(|_| 0 < counts.gaps) {
            let (sum, unit) = (gap.text(counts.sum), say(gap.unit.label()));
            out.push_str(&if gap.is_excess {
                sentence!(language, "，共超 {sum} {unit}", ", {sum} {unit} over in total")
            } else {
                sentence!(language, "，共差 {sum} {unit}", ", short by {sum} {unit} in total")
            });
        }
        let _ = writeln!(out, "  {FAINT}{}{FAINT:#}", rule.id);
    }
}

/// The table of roll-ups: a row for the conclusions of each group, then one for each rule.
pub(super) struct GroupTable {
    /// The keys of the columns, and their labels.
    pub(super) headers: Vec<(String, String)>,
    pub(super) rows: Vec<Vec<Cell<String>>>,
}

impl GroupTable {
    /// The words are those of the language, or keys if `words` is false.
    fn of(
        all: &[Groups],
        subject: &Subject,
        words: bool,
        language: Language,
    ) -> Result<Self, GroupError> {
        let say = |label: Text| label.get(language).to_owned();
        // Roll-ups by other columns share the table.
        let mut columns: Vec<&String> = Vec::new();
        for name in all.iter().flat_map(Groups::columns) {
            if !columns.contains(&name) {
                columns.push(name);
            }
        }
        let own = own_columns();
        let is_own = |name: &str| name == "by" || own.iter().any(|(key, _)| *key == name);
        let by = ("by".to_owned(), say(text!("汇总依据", "grouped by")));
        let values = columns.iter().map(|name| {
            let key = if is_own(name) { format!("key.{name}") } else { (*name).clone() };
            (key, (*name).clone())
        });
        let rest = own.iter().map(|(key, label)| ((*key).to_owned(), say(*label)));
        let headers = core::iter::once(by).chain(values).chain(rest).collect();
        let mut rows = Vec::new();
        for groups in all {
            for group in groups.groups()? {
                let row = Row { columns: &columns, groups, group, words, language };
                rows.push(row.conclusions());
                for (rule, counts) in groups.rules().iter().zip(&group.rules) {
                    rows.push(row.rule(rule, counts, Gap::of(subject, rule)));
                }
            }
        }
        Ok(Self { headers, rows })
    }
}

/// The columns after the values of a group.
fn own_columns() -> Vec<(&'static str, Text)> {
    let first = [
        ("rule", text!("规则", "rule")),
        ("statement", text!("条款", "clause")),
        ("records", text!("记录数", "records")),
        ("faulty", INVALID),
    ];
    let conclusions = Conclusion::ALL.iter().map(|it| (it.as_str(), it.label()));
    let verdicts = Verdict::ALL.iter().map(|it| (it.as_str(), it.label()));
    let last = [
        ("shortfall", text!("差", "shortfall")),
        ("excess", text!("超", "excess")),
        ("unit", text!("单位", "unit")),
    ];
    first.into_iter().chain(conclusions).chain(verdicts).chain(last).collect()
}

/// What the rows of a group have in common.
struct Row<'a> {
    columns: &'a [&'a String],
    groups: &'a Groups,
    group: &'a Group,
    words: bool,
    language: Language,
}

impl Row<'_> {
    /// The cells that identify a row: the names of the columns, and the values in them.
    fn first(&self, rule: &str, statement: &str) -> Vec<Cell<String>> {
        let names = self.groups.columns();
        let values = self.columns.iter().map(|column| {
            let mut own = names.iter().zip(self.group.names(self.language));
            own.find(|(name, _)| name == column).map_or("", |(_, value)| value)
        });
        let by = names.join(",");
        let cells = core::iter::once(by.as_str()).chain(values).chain([rule, statement]);
        cells.map(|it| Cell::Text(it.to_owned())).collect()
    }

    fn conclusions(&self) -> Vec<Cell<String>> {
        let rule = if self.words { CONCLUSION.get(self.language) } else { "conclusion" };
        let mut row = self.first(rule, "");
        let counts = self.group.conclusions.iter().map(|(_, count)| count);
        let counts = [self.group.records(), self.group.faulty].into_iter().chain(counts);
        row.extend(counts.map(|count| Cell::Figure(count.to_string())));
        row.extend((0..Verdict::ALL.len() + 3).map(|_| blank()));
        row
    }

    fn rule(&self, rule: &Rule, counts: &RuleCounts, gap: Option<Gap>) -> Vec<Cell<String>> {
        let title = if self.words { rule.title.get(self.language) } else { rule.id };
        let mut row = self.first(title, rule.statement.id);
        row.extend((0..Conclusion::ALL.len() + 2).map(|_| blank()));
        row.extend(counts.verdicts.iter().map(|count| Cell::Figure(count.to_string())));
        let sum = |excess| {
            let gap = gap.filter(|gap| gap.is_excess == excess);
            gap.map_or_else(blank, |gap| Cell::Figure(gap.text(counts.sum)))
        };
        let unit = gap.map(|gap| {
            if self.words { gap.unit.label().get(self.language) } else { gap.unit.as_str() }
        });
        row.extend([sum(false), sum(true), Cell::Text(unit.unwrap_or_default().to_owned())]);
        row
    }
}

const fn blank() -> Cell<String> {
    Cell::Text(String::new())
}

fn csv(all: &[Groups], subject: &Subject, language: Language) -> Result<String, GroupError> {
    let GroupTable { headers, rows } = GroupTable::of(all, subject, false, language)?;
    let headers = headers.into_iter().map(|(key, _)| Cell::Text(key)).collect();
    let mut out = String::new();
    for row in core::iter::once(headers).chain(rows) {
        wide_table::push_line(&mut out, &row);
    }
    Ok(out)
}

/// The roll-ups as JSON: a list of groups, in which a blank value is null.
fn json(all: &[Groups], subject: &Subject) -> Result<String, GroupError> {
    let mut out = String::from("{\"subject\":");
    push_text(&mut out, subject.name);
    out.push_str(",\"groups\":[");
    let mut first = true;
    for groups in all {
        for group in groups.groups()? {
            out.push_str(if first { "\n" } else { ",\n" });
            first = false;
            push_json(&mut out, groups, group, subject);
        }
    }
    out.push_str("\n]}\n");
    Ok(out)
}

fn push_json(out: &mut String, groups: &Groups, group: &Group, subject: &Subject) {
    out.push_str("{\"by\":[");
    for (index, name) in groups.columns().iter().enumerate() {
        out.push_str(if index == 0 { "" } else { "," });
        push_text(out, name);
    }
    out.push_str("],\"values\":[");
    for (index, value) in group.values.iter().enumerate() {
        out.push_str(if index == 0 { "" } else { "," });
        push_or_null(out, Some(value.as_str()).filter(|it| !it.is_empty()));
    }
    let _ = write!(out, "],\"records\":{},\"faulty\":{}", group.records(), group.faulty);
    out.push_str(",\"conclusions\":{");
    let conclusions = group.conclusions.iter().map(|(it, count)| (it.as_str(), count));
    push_counts(out, conclusions);
    out.push_str("},\"rules\":[");
    for (index, (rule, counts)) in groups.rules().iter().zip(&group.rules).enumerate() {
        out.push_str(if index == 0 { "{\"rule\":" } else { ",{\"rule\":" });
        push_text(out, rule.id);
        out.push_str(",\"statement\":");
        push_text(out, rule.statement.id);
        out.push_str(",\"verdicts\":{");
        push_counts(out, Verdict::ALL.iter().map(|it| it.as_str()).zip(counts.verdicts));
        let gap = Gap::of(subject, rule);
        let sum = |excess| gap.filter(|it| it.is_excess == excess).map(|it| it.text(counts.sum));
        let unit = gap.map(|it| it.unit.as_str().to_owned());
        out.push('}');
        for (key, value) in [("shortfall", sum(false)), ("excess", sum(true)), ("unit", unit)] {
            let _ = write!(out, ",\"{key}\":");
            push_or_null(out, value.as_deref());
        }
        out.push('}');
    }
    out.push_str("]}");
}

fn push_counts(out: &mut String, counts: impl Iterator<Item = (&'static str, u64)>) {
    for (index, (key, count)) in counts.enumerate() {
        out.push_str(if index == 0 { "" } else { "," });
        push_text(out, key);
        let _ = write!(out, ":{count}");
    }
}

fn push_or_null(out: &mut String, text: Option<&str>) {
    match text {
        Some(text) => push_text(out, text),
        None => out.push_str("null"),
    }
}
