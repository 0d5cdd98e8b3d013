//! The changes for people: how many records have changed and how, the rules with the most changes, and
//! the first changed records.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr;

use super::output::Compared;
use super::side::ReadSide;
use crate::cli::console::{brief, clean};
use crate::cli::summary::{heading, inputs, notes, padded, padded_left, validity};
use crate::table::{Change, ChangeKind, Changes, Standing, counted};
use crate::text::{Language, Text, sentence, text};

const BOLD: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();

fn colour(kind: ChangeKind) -> Style {
    let colour = match kind {
        ChangeKind::Better => AnsiColor::Green,
        ChangeKind::Worse => AnsiColor::Red,
        ChangeKind::NotComparable => AnsiColor::Yellow,
        ChangeKind::New | ChangeKind::Gone | ChangeKind::Other => return Style::new(),
    };
    Style::new().fg_color(Some(colour.into()))
}

/// The name of the old (0) or the new (1) table.
fn name(side: usize) -> Text {
    if side == 0 { text!("旧表", "old table") } else { text!("新表", "new table") }
}

pub(super) fn text(compared: &Compared<'_>) -> String {
    let Compared { changes, language, .. } = *compared;
    let label = changes.subject.label.get(language);
    let mut out = sentence!(
        language,
        "{BOLD}{label}{BOLD:#}：两表的变化\n\n",
        "{BOLD}{label}{BOLD:#}: changes between two tables\n\n",
    );
    for (index, side) in compared.sides.into_iter().enumerate() {
        let (name, path) = (name(index).get(language), side.path.display().to_string());
        let path = clean(&path);
        let _ = writeln!(out, "  {BOLD}{name}{BOLD:#}  {path}");
        out.push_str(&summed_up(side, language));
    }
    push_counts(&mut out, compared);
    push_rules(&mut out, compared);
    push_records(&mut out, compared);
    out.push_str(&faults(compared));
    out.push_str(&notes(&compared.notes(), language));
    out.push_str(&validity(language));
    out
}

/// How a table was read. JSON has records, but no header.
fn summed_up(side: &ReadSide<'_>, language: Language) -> String {
    let said = inputs(&side.inputs, language);
    if !said.is_empty() {
        return said;
    }
    let counts = counted(side.records(), side.faulty(), side.passed(), language);
    format!("  {counts}\n\n")
}

fn push_counts(out: &mut String, compared: &Compared<'_>) {
    let say = |words: Text| words.get(compared.language);
    let unchanged = (Changes::UNCHANGED, FAINT, compared.changes.unchanged);
    let counts = compared.changes.counts().map(|(kind, count)| (kind.label(), colour(kind), count));
    let counts: Vec<_> = counts.chain([unchanged]).collect();
    let width = counts.iter().map(|(label, ..)| say(*label).width()).max().unwrap_or_default();
    for (label, style, count) in counts {
        let (label, style) = (padded(say(label), width), if count == 0 { FAINT } else { style });
        let _ = writeln!(out, "  {style}{label}  {count:>8}{style:#}");
    }
}

/// The rules with the most changes.
fn push_rules(out: &mut String, compared: &Compared<'_>) {
    let say = |words: Text| words.get(compared.language);
    let rules = compared.changes.by_rule();
    let shown = rules.len().min(compared.limit);
    if shown == 0 {
        return;
    }
    let shown = rules.iter().take(shown);
    let title = say(text!("变化最多的规则", "rules with the most changes"));
    let titles = shown.clone().map(|it| say(it.rule.title).width());
    let width = titles.max().unwrap_or_default().max(title.width());
    let clause = padded(say(text!("条款", "clause")), 6);
    let _ = write!(out, "\n{BOLD}  {clause}  {}", padded(title, width));
    let kinds = [ChangeKind::Better, ChangeKind::Worse, ChangeKind::Other];
    let labels = kinds.map(|it| say(it.label()));
    for label in labels {
        let _ = write!(out, "  {}", padded_left(label, 8));
    }
    let _ = writeln!(out, "{BOLD:#}");
    for counts in shown {
        let rule = counts.rule;
        let _ = write!(out, "  {:<6}  {}", rule.statement.id, padded(say(rule.title), width));
        for (label, count) in labels.iter().zip([counts.better, counts.worse, counts.other]) {
            let (columns, style) =
                (label.width().max(8), if count == 0 { FAINT } else { Style::new() });
            let _ = write!(out, "  {style}{count:>columns$}{style:#}");
        }
        let _ = writeln!(out, "  {FAINT}{}{FAINT:#}", rule.id);
    }
}

/// The first records that have changed.
fn push_records(out: &mut String, compared: &Compared<'_>) {
    let (list, language) = (&compared.changes.list, compared.language);
    let shown = list.len().min(compared.limit);
    let all = u64::try_from(list.len()).unwrap_or(u64::MAX);
    out.push_str(&heading(text!("变化的记录", "changed records"), shown, all, language));
    for change in list.iter().take(shown) {
        push_record(out, change, language);
    }
}

fn push_record(out: &mut String, change: &Change, language: Language) {
    let say = |words: Text| words.get(language);
    let key: Vec<_> = change.key.iter().map(|text| brief(text)).collect();
    let (key, name) = (key.join(" / "), brief(&change.name));
    // A record may be named by its key.
    let name = if name == key { "".into() } else { name };
    let gap = if name.is_empty() { "" } else { "  " };
    let (kind, style) = (say(change.kind.label()), colour(change.kind));
    let _ = write!(out, "{BOLD}{key}{gap}{name}{BOLD:#}  {style}{kind}{style:#}");
    let standing = |it: Option<Standing>| it.map(|it| say(it.label()));
    let results = [standing(change.standings.0), standing(change.standings.1)];
    let results: Vec<&str> = results.into_iter().flatten().collect();
    let is_same = change.standings.0 == change.standings.1;
    let results = results.get(usize::from(is_same)..).unwrap_or_default().join(" → ");
    let lines = match change.rows {
        (Some(old), Some(new)) => sentence!(
            language,
            "旧表第 {old} 行，新表第 {new} 行",
            "line {old} of the old, {new} of the new table",
        ),
        (Some(old), None) => {
            sentence!(language, "旧表第 {old} 行", "line {old} of the old table")
        }
        (None, Some(new)) => {
            sentence!(language, "新表第 {new} 行", "line {new} of the new table")
        }
        (None, None) => String::new(),
    };
    let _ = writeln!(out, "  {results}  {FAINT}{lines}{FAINT:#}");
    for change in &change.rules {
        let (statement, title) = (change.rule.statement.id, say(change.rule.title));
        let (words, colon) = (change.words(language), say(text!("：", ": ")));
        let _ = writeln!(out, "  {statement:<6}{title}{colon}{words}");
    }
}

/// The first invalid rows of both tables.
pub(super) fn faults(compared: &Compared<'_>) -> String {
    let mut out = String::new();
    let headings = [
        text!("旧表中有误的行", "invalid rows of the old table"),
        text!("新表中有误的行", "invalid rows of the new table"),
    ];
    for (side, what) in compared.sides.into_iter().zip(headings) {
        out.push_str(&heading(what, side.faults.len(), side.faulty(), compared.language));
        out.extend(side.faults.iter().map(String::as_str));
    }
    out
}
