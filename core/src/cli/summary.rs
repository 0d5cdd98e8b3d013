//! The summary for people: counts by conclusion and by rule, then what fails, then what is faulty.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr;

use super::console::{brief, clean};
use super::rows::Problem;
use super::tally::Tally;
use super::worker::At;
use crate::fault::Faults;
use crate::missing::Missing;
use crate::report::{Conclusion, Finding, Report};
use crate::subjects::Subject;
use crate::text::{Language, Text, text};
use crate::verdict::Verdict;

const BOLD: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();

/// The most faults of one row that are shown.
const MOST_FAULTS: usize = 5;

/// The most missing facts of one record that are shown.
const MOST_MISSING: usize = 8;

fn colour(conclusion: Conclusion) -> Style {
    let colour = match conclusion {
        Conclusion::NonCompliant => AnsiColor::Red,
        Conclusion::Incomplete | Conclusion::ExplanationDue => AnsiColor::Yellow,
        Conclusion::NotAssessed => return Style::new(),
        Conclusion::Compliant => AnsiColor::Green,
    };
    Style::new().fg_color(Some(colour.into()))
}

/// The counts.
pub(super) fn counts(subject: &Subject, tally: &Tally, language: Language) -> String {
    let say = |words: Text| words.get(language);
    let mut out = String::new();
    let rows = tally.judged() + tally.faulty;
    let _ = match language {
        Language::Chinese => writeln!(out, "{BOLD}{}{BOLD:#}：{rows} 条记录", subject.label.zh()),
        Language::English => writeln!(out, "{BOLD}{}{BOLD:#}: {rows} records", subject.label.en()),
    };
    out.push('\n');

    let faulty = say(text!("有误，未判断", "faulty, not judged"));
    let labels = Conclusion::ALL.iter().map(|it| say(it.label()));
    let width = labels.chain([faulty]).map(UnicodeWidthStr::width).max().unwrap_or_default();
    for (conclusion, count) in tally.conclusions() {
        let style = if count == 0 { FAINT } else { colour(conclusion) };
        let label = padded(say(conclusion.label()), width);
        let _ = writeln!(out, "  {style}{label}  {count:>8}{style:#}");
    }
    if tally.faulty > 0 {
        let style = colour(Conclusion::NonCompliant);
        let _ = writeln!(out, "  {style}{}  {:>8}{style:#}", padded(faulty, width), tally.faulty);
    }
    out.push('\n');
    push_rules(&mut out, subject, tally, language);
    out
}

/// One line a rule.
fn push_rules(out: &mut String, subject: &Subject, tally: &Tally, language: Language) {
    let say = |words: Text| words.get(language);
    let titles = subject.rules().iter().map(|rule| say(rule.title).width());
    let title = say(text!("规则", "rule"));
    let width = titles.max().unwrap_or_default().max(title.width());
    let _ =
        write!(out, "{BOLD}  {}  {}", padded(say(text!("条款", "place")), 6), padded(title, width));
    for verdict in Verdict::ALL {
        let _ = write!(out, "  {}", right(say(verdict.label()), 8));
    }
    let _ = writeln!(out, "{BOLD:#}");
    for (rule, counts) in subject.rules().iter().zip(tally.rules()) {
        let _ = write!(out, "  {:<6}  {}", rule.statement.id, padded(say(rule.title), width));
        for (verdict, count) in Verdict::ALL.iter().zip(counts) {
            let columns = say(verdict.label()).width().max(8);
            let style = match (verdict, count) {
                (_, 0) => FAINT,
                (Verdict::Unmet, _) => colour(Conclusion::NonCompliant),
                (Verdict::Undetermined, _) => colour(Conclusion::Incomplete),
                _ => Style::new(),
            };
            let _ = write!(out, "  {style}{count:>columns$}{style:#}");
        }
        let _ = writeln!(out, "  {FAINT}{}{FAINT:#}", rule.id);
    }
}

/// The heading of a list that shows the first of many; nothing where there are none.
pub(super) fn heading(what: Text, shown: usize, all: u64, language: Language) -> String {
    let what = what.get(language);
    let some = u64::try_from(shown).unwrap_or(u64::MAX) < all;
    match (all, language) {
        (0, _) => String::new(),
        (_, Language::Chinese) if some => {
            format!("\n{BOLD}{what}{BOLD:#}：{all} 条，列出前 {shown} 条\n")
        }
        (_, Language::Chinese) => format!("\n{BOLD}{what}{BOLD:#}：{all} 条\n"),
        (_, Language::English) if some => {
            format!("\n{BOLD}{what}{BOLD:#}: {all}, the first {shown} are shown\n")
        }
        (_, Language::English) => format!("\n{BOLD}{what}{BOLD:#}: {all}\n"),
    }
}

/// A record that is not compliant: what it fails, what it lacks.
pub(super) fn failing(at: &At<'_>, report: &Report, language: Language) -> String {
    let say = |words: Text| words.get(language);
    let mut out = String::new();
    let style = colour(report.conclusion);
    push_index(&mut out, at, language);
    let _ = writeln!(out, "  {style}{}{style:#}", say(report.conclusion.label()));

    let mut missing: Vec<Missing> = Vec::new();
    for finding in report.findings.iter().filter(|finding| decides(finding)) {
        match finding.verdict {
            Verdict::Undetermined if !finding.missing.is_empty() => {
                missing.extend(finding.missing.iter().copied());
            }
            Verdict::Undetermined => push_finding(&mut out, finding, language),
            Verdict::Unmet if !finding.explained => push_finding(&mut out, finding, language),
            _ => {}
        }
    }
    missing.sort_by_key(|it| (it.fact, it.item));
    missing.dedup();
    push_missing(&mut out, &missing, report.subject, language);
    out
}

/// The facts that are still needed; of many, the first.
fn push_missing(out: &mut String, missing: &[Missing], subject: &Subject, language: Language) {
    let (count, say) = (missing.len(), |words: Text| words.get(language));
    if count == 0 {
        return;
    }
    let labels = missing.iter().take(MOST_MISSING).map(|it| label(it, subject, language));
    let labels = labels.collect::<Vec<_>>().join(say(text!("、", ", ")));
    let more = if MOST_MISSING < count { say(text!(" 等", ", …")) } else { "" };
    let _ = match language {
        Language::Chinese => writeln!(out, "  还缺 {count} 项：{labels}{more}"),
        Language::English => writeln!(out, "  still needed ({count}): {labels}{more}"),
    };
}

/// Whether a finding has a say in the conclusion.
pub(super) fn decides(finding: &Finding) -> bool {
    use crate::policy::Force;
    use crate::rule::Kind;
    let mandatory = finding.rule.force == Force::Mandatory;
    finding.rule.kind == Kind::Obligation && (mandatory || finding.rule.explainable())
}

fn push_finding(out: &mut String, finding: &Finding, language: Language) {
    let _ =
        writeln!(out, "  {:<6}{}", finding.rule.statement.id, clean(&finding.message(language)));
}

/// What a missing fact is called.
fn label(missing: &Missing, subject: &Subject, language: Language) -> String {
    let label =
        subject.fields().get(usize::from(missing.fact)).map_or("", |it| it.label().get(language));
    match (missing.item, language) {
        (None, _) => label.to_owned(),
        (Some(item), Language::Chinese) => format!("{label}第 {} 段是否在企业", item + 1),
        (Some(item), Language::English) => {
            format!("{label}, period {}: whether in an enterprise", item + 1)
        }
    }
}

/// A row that could not be read: every fault, with what was given.
pub(super) fn faulty(
    at: &At<'_>,
    problem: Option<Problem>,
    faults: &Faults,
    language: Language,
) -> String {
    let say = |words: Text| words.get(language);
    let mut out = String::new();
    push_index(&mut out, at, language);
    out.push('\n');
    if let Some(problem) = problem {
        let _ = writeln!(out, "  {}", reason(problem, language));
        if matches!(problem, Problem::Cells(..)) {
            return out;
        }
    }
    for fault in faults.iter().take(MOST_FAULTS) {
        let pointer = fault.pointer.trim_start_matches('/');
        let gap = if pointer.is_empty() { "" } else { "  " };
        let _ = write!(out, "  {}{gap}{}", clean(pointer), clean(&fault.message(language)));
        if !fault.given.is_empty() {
            let _ = write!(out, "{}{}", say(text!("给出：", " Given: ")), clean(&fault.given));
        }
        if let Some(help) = fault.help(language) {
            let _ = write!(out, "  {}", clean(&help));
        }
        out.push('\n');
    }
    if MOST_FAULTS < faults.len() {
        let more = faults.len() - MOST_FAULTS;
        let _ = match language {
            Language::Chinese => writeln!(out, "  另有 {more} 处"),
            Language::English => writeln!(out, "  and {more} more"),
        };
    }
    out
}

/// Why a row is no record.
fn reason(problem: Problem, language: Language) -> String {
    let say = |words: Text| words.get(language).to_owned();
    match (problem, language) {
        (Problem::TooLong, _) => say(text!("这一行太长", "the row is too long")),
        (Problem::NotText, _) => {
            say(text!("这一行有不是文本的字节", "the row holds bytes that are not text"))
        }
        (Problem::Cells(given, due), Language::Chinese) => {
            format!("这一行有 {given} 个单元格，表头有 {due} 个")
        }
        (Problem::Cells(given, due), Language::English) => {
            format!("the row has {given} cells, the header has {due}")
        }
    }
}

/// Where a record stands and what it is called.
fn push_index(out: &mut String, at: &At<'_>, language: Language) {
    let name = brief(at.name);
    let space = if name.is_empty() { "" } else { "  " };
    if let Some(input) = at.input {
        let _ = write!(out, "{FAINT}{}{FAINT:#} ", clean(input));
    }
    let _ = match language {
        Language::Chinese => write!(out, "{BOLD}第 {} 行{space}{name}{BOLD:#}", at.line),
        Language::English => write!(out, "{BOLD}line {}{space}{name}{BOLD:#}", at.line),
    };
}

/// Text filled up with spaces to so many columns of a terminal.
pub(super) fn padded(text: &str, width: usize) -> String {
    let mut out = text.to_owned();
    out.extend(std::iter::repeat_n(' ', width.saturating_sub(text.width())));
    out
}

/// The same, but the spaces come first.
fn right(text: &str, width: usize) -> String {
    let mut out = " ".repeat(width.saturating_sub(text.width()));
    out.push_str(text);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_counted_as_a_terminal_shows_them() {
        assert_eq!(padded("规则a", 7), "规则a  ");
        assert_eq!(right("符合", 8), "    符合");
        assert_eq!(padded("太长了", 2), "太长了");
    }
}
