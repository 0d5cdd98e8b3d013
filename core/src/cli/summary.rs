//! The summary for people: counts by conclusion and by rule, failing records, invalid rows.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr;

use super::console::{brief, clean};
use super::faulty::Faulty;
use super::row::RowLabel;
use super::tally::Tally;
use crate::field::Kind;
use crate::missing::Missing;
use crate::notice::Notice;
use crate::policy::VALIDITY;
use crate::readings::reading_choices;
use crate::report::{Conclusion, Contested, Finding, Reason, Report};
use crate::rule::Duty;
use crate::subjects::Subject;
use crate::table::counted;
use crate::text::{Language, Text, sentence, text};
use crate::verdict::Verdict;

const BOLD: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();

/// How many faults of a row are shown.
const MAX_FAULTS: usize = 5;

/// How many missing facts of a record are shown.
const MAX_MISSING: usize = 8;

/// The label of the number of invalid rows.
pub(super) const INVALID: Text = text!("有误，未判断", "invalid, not judged");

/// The label of the number of rows of child tables that belong to no record.
pub(super) const ORPHANS: Text =
    text!("子表中没有对应记录的行", "rows of child tables without a record");

fn colour(conclusion: Conclusion) -> Style {
    let colour = match conclusion {
        Conclusion::NonCompliant => AnsiColor::Red,
        Conclusion::Incomplete
        | Conclusion::NotImplemented
        | Conclusion::ExplanationDue
        | Conclusion::Explained => AnsiColor::Yellow,
        Conclusion::NotAssessed => return Style::new(),
        Conclusion::Compliant | Conclusion::NotYetDue => AnsiColor::Green,
    };
    Style::new().fg_color(Some(colour.into()))
}

/// The first line: the subject, and how many records were read.
pub(super) fn title(subject: &Subject, tally: &Tally, language: Language) -> String {
    let (rows, label) = (tally.judged() + tally.faulty, subject.label.get(language));
    let records = if rows == 1 { "record" } else { "records" };
    sentence!(
        language,
        "{BOLD}{label}{BOLD:#}：{rows} 条记录\n\n",
        "{BOLD}{label}{BOLD:#}: {rows} {records}\n\n",
    )
}

/// How an input was read, in short.
pub(super) struct InputSummary {
    /// Its name, if there are several.
    pub(super) name: Option<String>,
    /// The sheet of a workbook.
    pub(super) sheet: Option<String>,
    /// Of a table: the first and the last line of its header, and how many of its columns are used.
    pub(super) table: Option<((u64, u64), usize, usize)>,
    /// The number of records, how many of them are invalid, and the number of other rows.
    pub(super) records: u64,
    pub(super) faulty: u64,
    pub(super) passed: u64,
}

/// How many inputs are summed up one by one.
const MAX_INPUTS: usize = 10;

/// How the tables were read, in two lines each; empty for JSON.
pub(super) fn inputs(inputs: &[InputSummary], language: Language) -> String {
    let mut out = String::new();
    let tables = inputs.iter().filter_map(|it| Some((it, it.table?)));
    for (input, ((first, last), used, all)) in tables.clone().take(MAX_INPUTS) {
        let &InputSummary { records, faulty, passed, .. } = input;
        if let Some(name) = &input.name {
            let _ = writeln!(out, "  {}", clean(name));
        }
        if let Some(sheet) = &input.sheet {
            let sheet = clean(sheet);
            out.push_str(&sentence!(language, "  工作表“{sheet}”，", "  sheet \"{sheet}\", "));
        } else {
            out.push_str("  ");
        }
        let lines = lines(first, last, language);
        out.push_str(&sentence!(
            language,
            "表头在{lines}；共 {all} 列，使用 {used} 列\n",
            "header on {lines}; {used} of {all} columns used\n",
        ));
        let _ = writeln!(out, "  {}", counted(records, faulty, passed, language));
    }
    let left = tables.count().saturating_sub(MAX_INPUTS);
    if 0 < left {
        out.push_str(&sentence!(language, "  另有 {left} 个表\n", "  and {left} more tables\n"));
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

/// The counts.
pub(super) fn counts(subject: &Subject, tally: &Tally, language: Language) -> String {
    let say = |words: Text| words.get(language);
    let mut out = String::new();
    let labels = Conclusion::ALL.iter().map(|it| it.label()).chain([INVALID]);
    let widths = labels.map(|it| say(it).width());
    let width = widths.max().unwrap_or_default();
    for (conclusion, count) in tally.conclusions() {
        let style = if count == 0 { FAINT } else { colour(conclusion) };
        let label = padded(say(conclusion.label()), width);
        let _ = writeln!(out, "  {style}{label}  {count:>8}{style:#}");
    }
    if tally.faulty > 0 {
        let style = colour(Conclusion::NonCompliant);
        let label = padded(say(INVALID), width);
        let _ = writeln!(out, "  {style}{label}  {:>8}{style:#}", tally.faulty);
    }
    if tally.orphans > 0 {
        let style = colour(Conclusion::NonCompliant);
        let label = padded(say(ORPHANS), width);
        let _ = writeln!(out, "  {style}{label}  {:>8}{style:#}", tally.orphans);
    }
    out.push('\n');
    out.push_str(&undated(subject, tally, language));
    push_rules(&mut out, subject, tally, language);
    out
}

/// How many records have no year or day; empty if none.
pub(super) fn undated(subject: &Subject, tally: &Tally, language: Language) -> String {
    let Some(field) = subject.dated_by().filter(|_| tally.undated > 0) else {
        return String::new();
    };
    let notice = Notice::Undated.label().get(language);
    let notice = notice.replace("{fact}", field.label().get(language));
    let undated = tally.undated;
    let records = if undated == 1 { "record" } else { "records" };
    sentence!(language, "  {undated} 条记录{notice}\n\n", "  {undated} {records} {notice}\n\n")
}

/// One line per rule.
fn push_rules(out: &mut String, subject: &Subject, tally: &Tally, language: Language) {
    let say = |words: Text| words.get(language);
    let titles = subject.rules().iter().map(|rule| say(rule.title).width());
    let title = say(text!("规则", "rule"));
    let width = titles.max().unwrap_or_default().max(title.width());
    let _ = write!(
        out,
        "{BOLD}  {}  {}",
        padded(say(text!("条款", "clause")), 6),
        padded(title, width)
    );
    for verdict in Verdict::ALL {
        let _ = write!(out, "  {}", padded_left(say(verdict.label()), 8));
    }
    let _ = writeln!(out, "{BOLD:#}");
    for (rule, counts) in subject.rules().iter().zip(tally.rules()) {
        let _ = write!(out, "  {:<6}  {}", rule.statement.id, padded(say(rule.title), width));
        for (verdict, count) in Verdict::ALL.iter().zip(counts) {
            let columns = say(verdict.label()).width().max(8);
            let style = match verdict {
                _ if *count == 0 => FAINT,
                Verdict::Unmet => colour(Conclusion::NonCompliant),
                Verdict::Undetermined => colour(Conclusion::Incomplete),
                Verdict::Met | Verdict::NotApplicable | Verdict::Pending => Style::new(),
            };
            let _ = write!(out, "  {style}{count:>columns$}{style:#}");
        }
        let _ = writeln!(out, "  {FAINT}{}{FAINT:#}", rule.id);
    }
}

/// A line, or the first and the last of several.
pub(super) fn lines(first: u64, last: u64, language: Language) -> String {
    if first == last {
        sentence!(language, "第 {first} 行", "line {first}")
    } else {
        sentence!(language, "第 {first}–{last} 行", "lines {first}–{last}")
    }
}

/// What the summary cannot say, as its last line.
pub(super) fn validity(language: Language) -> String {
    format!("\n{FAINT}{}{FAINT:#}\n", VALIDITY.get(language))
}

/// The heading of a list, of which only the first items may be shown; empty if the list is.
pub(super) fn heading(what: Text, shown: usize, all: u64, language: Language) -> String {
    let what = what.get(language);
    if all == 0 {
        String::new()
    } else if u64::try_from(shown).unwrap_or(u64::MAX) < all {
        sentence!(
            language,
            "\n{BOLD}{what}{BOLD:#}：{all} 条，列出前 {shown} 条\n",
            "\n{BOLD}{what}{BOLD:#}: {all} (first {shown} shown)\n",
        )
    } else {
        sentence!(language, "\n{BOLD}{what}{BOLD:#}：{all} 条\n", "\n{BOLD}{what}{BOLD:#}: {all}\n",)
    }
}

/// The label of the notes on how tables were read.
pub(super) const NOTES: Text = text!("读取说明", "notes on reading");

/// The notes on how tables were read, if there are any.
pub(super) fn notes(notes: &[String], language: Language) -> String {
    let count = u64::try_from(notes.len()).unwrap_or(u64::MAX);
    let mut out = heading(NOTES, notes.len(), count, language);
    for note in notes {
        let _ = writeln!(out, "  {note}");
    }
    out
}

/// A record that is not compliant: the findings that fail, and the facts that are missing.
pub(super) fn failing(label: &RowLabel<'_>, report: &Report, language: Language) -> String {
    let mut out = String::new();
    push_heading(&mut out, label, report, language);
    if push_outside(&mut out, report, language) {
        return out;
    }
    for finding in report.findings.iter().filter(|finding| decides(finding)) {
        let shown = match finding.verdict {
            // The missing facts are listed below.
            Verdict::Undetermined => finding.missing.is_empty(),
            Verdict::Unmet => true,
            Verdict::Met | Verdict::NotApplicable | Verdict::Pending => false,
        };
        if shown {
            let (statement, message) = (finding.rule.statement.id, finding.message(language));
            let _ = writeln!(out, "  {statement:<6}{}", clean(&message));
        }
        if let Some(contested) = contested(finding, language) {
            let (statement, title) = (finding.rule.statement.id, finding.rule.title.get(language));
            let verdict = finding.verdict.label().get(language);
            out.push_str(&sentence!(
                language,
                "  {statement:<6}{title}：{verdict}；{contested}\n",
                "  {statement:<6}{title}: {verdict}; {contested}\n",
            ));
        }
    }
    push_missing(&mut out, report, language);
    push_known(&mut out, report, language);
    out
}

/// The only record of the input: its findings in full.
pub(super) fn only(label: &RowLabel<'_>, report: &Report, language: Language) -> String {
    let mut out = String::new();
    push_heading(&mut out, label, report, language);
    if push_outside(&mut out, report, language) {
        return out;
    }
    push_missing(&mut out, report, language);
    push_known(&mut out, report, language);
    if let Some(contested) = conclusion_contested(report, language) {
        let _ = writeln!(out, "  {contested}");
    }
    for finding in &report.findings {
        let (statement, title) = (finding.rule.statement.id, finding.rule.title.get(language));
        let message = finding.message(language);
        let _ = writeln!(out, "\n  {statement:<6}{title}\n        {}", clean(&message));
        if let Some(contested) = contested(finding, language) {
            let _ = writeln!(out, "        {contested}");
        }
    }
    out
}

/// The label of a record, and its conclusion.
fn push_heading(out: &mut String, label: &RowLabel<'_>, report: &Report, language: Language) {
    let style = colour(report.conclusion);
    push_label(out, label, language);
    let _ = writeln!(out, "  {style}{}{style:#}", report.conclusion.label().get(language));
}

/// Says that the record lies outside the time to which the policy is applied, if it does: every
/// finding says the same.
fn push_outside(out: &mut String, report: &Report, language: Language) -> bool {
    let Some(finding) = report.findings.first().filter(|it| is_outside(it)) else { return false };
    let _ = writeln!(out, "  {}", finding.message(language));
    true
}

/// Whether the record lies outside the time to which the policy is applied.
const fn is_outside(finding: &Finding) -> bool {
    matches!(finding.reason, Reason::BeforePolicy | Reason::AfterPolicy)
}

/// What is known already of a record whose conclusion is open: 已知未落实 n 项，未达“原则上”要求 m 项.
fn push_known(out: &mut String, report: &Report, language: Language) {
    let (directive, in_principle) = report.known_so_far();
    if report.conclusion != Conclusion::Incomplete || directive + in_principle == 0 {
        return;
    }
    let say = |notice: Notice| notice.label().get(language);
    let counts = [(directive, Notice::NotImplemented), (in_principle, Notice::InPrinciple)];
    let parts = counts.into_iter().filter(|(count, _)| *count > 0);
    let parts = parts.map(|(count, notice)| say(notice).replace("{}", &count.to_string()));
    let parts = parts.collect::<Vec<_>>().join(text!("，", ", ").get(language));
    let _ = writeln!(out, "  {}{parts}", say(Notice::KnownSoFar));
}

/// The facts that are missing for the conclusion; if there are many, the first of them.
fn push_missing(out: &mut String, report: &Report, language: Language) {
    let open = report.findings.iter().filter(|finding| decides(finding));
    let mut missing: Vec<Missing> = open.flat_map(|it| it.missing.iter().copied()).collect();
    missing.sort_by_key(|it| (it.fact, it.item));
    missing.dedup();
    let (count, say) = (missing.len(), |words: Text| words.get(language));
    if count == 0 {
        return;
    }
    let shown = missing.iter().take(MAX_MISSING);
    let labels: Vec<String> = shown.map(|it| fact_label(it, report.subject, language)).collect();
    // English labels may have commas.
    let labels = labels.join(say(text!("、", "; ")));
    let more = if MAX_MISSING < count { say(text!(" 等", "; …")) } else { "" };
    out.push_str(&sentence!(
        language,
        "  尚缺事实 {count} 项：{labels}{more}\n",
        "  facts still needed ({count}): {labels}{more}\n",
    ));
}

/// Whether the conclusion depends on a finding.
pub(super) fn decides(finding: &Finding) -> bool {
    finding.rule.duty(finding.force) != Duty::None
}

/// The readings under which a finding would have another verdict. Those that would merely ask for
/// more facts are left out.
fn contested(finding: &Finding, language: Language) -> Option<String> {
    let decided = finding.contested.iter().filter(|it| it.result != Verdict::Undetermined);
    named(decided.map(|it| alternative(it, it.result.label(), language)), language)
}

/// The readings under which a record would have another conclusion, likewise.
fn conclusion_contested(report: &Report, language: Language) -> Option<String> {
    let decided = report.contested.iter().filter(|it| it.result != Conclusion::Incomplete);
    named(decided.map(|it| alternative(it, it.result.label(), language)), language)
}

/// The notice that names readings, if there are any.
fn named(readings: impl Iterator<Item = String>, language: Language) -> Option<String> {
    let say = |words: Text| words.get(language);
    let readings = readings.collect::<Vec<_>>().join(say(text!("；", "; ")));
    let notice = [say(Notice::Contested.label()), say(text!("：", ": ")), &readings].concat();
    (!readings.is_empty()).then_some(notice)
}

/// The result under another choice of a reading, and what the choice means.
fn alternative<T>(contested: &Contested<T>, result: Text, language: Language) -> String {
    let &Contested { parameter, choice, .. } = contested;
    let words = reading_choices(parameter).iter().find(|it| it.value == choice);
    let words = words.map_or("", |it| it.words.get(language)).trim_end_matches('.');
    let result = result.get(language);
    sentence!(
        language,
        "{result}（{parameter}={choice}：{words}）",
        "{result} ({parameter}={choice}: {words})",
    )
}

/// The label of a missing fact; a flag is a question.
fn fact_label(missing: &Missing, subject: &Subject, language: Language) -> String {
    let field = subject.fields().get(usize::from(missing.fact));
    let label = field.map_or("", |it| it.label().get(language));
    let Some(item) = missing.item else {
        let is_flag = field.is_some_and(|it| matches!(it.kind, Kind::Flag));
        let whether = if is_flag { text!("是否", "whether ") } else { text!("", "") };
        return [whether.get(language), label].concat();
    };
    let number = item + 1;
    sentence!(
        language,
        "{label}第 {number} 段是否在企业",
        "{label}, period {number}: whether in an enterprise",
    )
}

/// An invalid row: its faults, with the given values and what helps.
pub(super) fn faulty(label: &RowLabel<'_>, faulty: &Faulty<'_>, language: Language) -> String {
    let mut out = String::new();
    push_label(&mut out, label, language);
    out.push('\n');
    let mut parts = faulty.parts(language);
    for part in parts.by_ref().take(MAX_FAULTS) {
        let _ = writeln!(out, "  {}", clean(&part.sentence(language)));
    }
    let more = parts.count();
    if 0 < more {
        out.push_str(&sentence!(language, "  另有 {more} 处\n", "  and {more} more\n"));
    }
    out
}

/// The input, line and name of a record.
fn push_label(out: &mut String, label: &RowLabel<'_>, language: Language) {
    let (line, name) = (label.line, brief(label.name.unwrap_or_default()));
    let space = if name.is_empty() { "" } else { "  " };
    if let Some(input) = label.input {
        let _ = write!(out, "{FAINT}{}{FAINT:#} ", clean(input));
    }
    out.push_str(&sentence!(
        language,
        "{BOLD}第 {line} 行{space}{name}{BOLD:#}",
        "{BOLD}line {line}{space}{name}{BOLD:#}",
    ));
}

/// A text padded with spaces on the right to a width in terminal columns.
pub(super) fn padded(text: &str, width: usize) -> String {
    let mut out = text.to_owned();
    out.extend(std::iter::repeat_n(' ', width.saturating_sub(text.width())));
    out
}

/// The same, padded on the left.
pub(super) fn padded_left(text: &str, width: usize) -> String {
    let mut out = " ".repeat(width.saturating_sub(text.width()));
    out.push_str(text);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_those_on_a_terminal() {
        assert_eq!(padded("规则a", 7), "规则a  ");
        assert_eq!(padded_left("符合", 8), "    符合");
        assert_eq!(padded("太长了", 2), "太长了");
    }
}
