//! Inspections in words: pairs, a table of columns, lists and notes. How they are laid out is left to
//! the command line and to HTML.

use super::{Fits, InspectedColumn, Inspection, LackingRule, SeenValue};
use crate::field::Kind;
use crate::table::note::{Note, brief};
use crate::table::origin::{MatchedBy, UnitFrom};
use crate::text::{Language, Text, sentence, text};

/// How many facts and headers, and how many rules, a list names.
const MOST_NAMES: usize = 12;
const MOST_RULES: usize = 8;

/// What is known of a table, in words.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Sections {
    /// What is known of the whole, each with the word for it.
    pub pairs: Vec<(&'static str, String)>,
    /// The header of the table of columns.
    pub head: Vec<&'static str>,
    /// The columns that are used, or are nearly the name of a fact; for each whether it is the latter.
    pub columns: Vec<(bool, Vec<String>)>,
    /// How to use a column that is nearly the name of a fact.
    pub hint: Option<String>,
    /// Lists: a heading, and names, the last of which may say how many more there are.
    pub lists: Vec<(String, Vec<String>)>,
    /// How the table was read.
    pub notes: Vec<String>,
}

impl Inspection {
    /// Returns what is known of a table in words.
    #[must_use]
    pub fn sections(&self, language: Language) -> Sections {
        let say = |words: Text| words.get(language);
        let (label, name) = (say(self.subject.label), self.subject.name);
        let (used, all) = (self.used(), self.columns.len());
        let pairs = vec![
            (
                say(text!("对象", "subject")),
                sentence!(language, "{label}（{name}）", "{label} ({name})"),
            ),
            (say(text!("行", "rows")), counted(self.records, self.faulty, self.passed, language)),
            (
                say(text!("列", "columns")),
                sentence!(language, "共 {all} 列，使用 {used} 列", "{used} of {all} used"),
            ),
        ];
        let head = [
            text!("列", "no."),
            text!("表头", "header"),
            text!("事实", "fact"),
            text!("依据", "matched by"),
            text!("单位", "unit"),
            text!("第一个值", "first value"),
        ];
        let shown = self.columns.iter().filter(|it| it.fact.is_some() || it.proposal.is_some());
        let columns = shown.map(|it| (it.proposal.is_some(), cells(it, language)));
        Sections {
            pairs,
            head: head.map(say).to_vec(),
            columns: columns.collect(),
            hint: self.hint(language),
            lists: [self.unused(language), self.without_column(language)]
                .into_iter()
                .flatten()
                .chain(self.undecided(language))
                .collect(),
            notes: self.said(language),
        }
    }

    fn hint(&self, language: Language) -> Option<String> {
        let near = self.columns.iter().find_map(|it| Some((&it.header, it.proposal.as_ref()?)));
        let (header, (_, key)) = near?;
        let header = brief(header);
        Some(sentence!(
            language,
            "“?”的列没有使用；如果猜对了，请指定：{header}={key}",
            "columns with \"?\" are not used; if the guess is right, map them: {header}={key}",
        ))
    }

    /// The columns that are not used, but for those that are nearly the name of a fact.
    fn unused(&self, language: Language) -> Option<(String, Vec<String>)> {
        let unused = self.columns.iter().filter(|it| it.fact.is_none() && it.proposal.is_none());
        let blank = text!("（空表头）", "(no header)").get(language);
        let names = unused.map(|it| {
            let header = brief(&it.header);
            let header = if header.is_empty() { blank.to_owned() } else { header };
            match it.matched_by {
                Some(_) => sentence!(language, "{header}（按指定忽略）", "{header} (as told)"),
                None => header,
            }
        });
        let names: Vec<String> = names.collect();
        let count = names.len();
        let heading = sentence!(language, "未使用的列（{count}）：", "unused columns ({count}): ");
        (0 < count).then(|| (heading, first(names, MOST_NAMES, language)))
    }

    /// The facts that no column holds.
    fn without_column(&self, language: Language) -> Option<(String, Vec<String>)> {
        let (count, all) = (self.absent.len(), self.subject.fields().len());
        let labels = self.absent.iter().map(|it| it.label().get(language).to_owned());
        let heading = sentence!(
            language,
            "没有列的事实（{all} 项中的 {count} 项）：",
            "facts without a column ({count} of {all}): ",
        );
        (0 < count).then(|| (heading, first(labels.collect(), MOST_NAMES, language)))
    }

    /// The rules that cannot be decided without these facts.
    fn undecided(&self, language: Language) -> Vec<(String, Vec<String>)> {
        let rules = self.subject.rules().len();
        let (never, some): (Vec<_>, Vec<_>) = self.lacking.iter().partition(|it| it.never);
        let title =
            |it: &&LackingRule| [it.rule.statement.id, " ", it.rule.title.get(language)].concat();
        let lists = [
            (
                never,
                text!("因此对任何记录都无法判断的规则", "rules that no record can be judged by"),
            ),
            (
                some,
                text!(
                    "缺部分事实、对有的记录无法判断的规则",
                    "rules that lack some of their facts"
                ),
            ),
        ];
        let lists = lists.into_iter().filter(|(lacking, _)| !lacking.is_empty());
        let list = |(lacking, words): (Vec<&LackingRule>, Text)| {
            let (count, words) = (lacking.len(), words.get(language));
            let heading = sentence!(
                language,
                "{words}（{rules} 条中的 {count} 条）：",
                "{words} ({count} of {rules}): ",
            );
            (heading, first(lacking.iter().map(title).collect(), MOST_RULES, language))
        };
        lists.map(list).collect()
    }

    /// The notes, but for those that only say what the table and the lists say.
    fn said(&self, language: Language) -> Vec<String> {
        let is_shown = |note: &&Note| !matches!(note, Note::UnusedColumns(_) | Note::NearMiss(_));
        self.notes.iter().filter(is_shown).map(|note| with_lines(note, language)).collect()
    }
}

impl Fits {
    /// Returns the subjects in words: the name of each, its label, and how many columns match.
    #[must_use]
    pub fn rows(&self, language: Language) -> Vec<Vec<String>> {
        let row = |fit: &super::Fit| {
            let (facts, label) = (fit.facts, fit.subject.label.get(language));
            let columns = if facts == 1 { "column matches" } else { "columns match" };
            let count = sentence!(language, "{facts} 列对得上", "{facts} {columns}");
            vec![fit.subject.name.to_owned(), label.to_owned(), count]
        };
        self.best().iter().map(row).collect()
    }
}

/// How many records there are, how many of them have a fault, and how many rows are none.
pub(crate) fn counted(records: u64, faulty: u64, passed: u64, language: Language) -> String {
    let s = if records == 1 { "" } else { "s" };
    let mut said = sentence!(language, "{records} 条记录", "{records} record{s}");
    if 0 < faulty {
        said += &sentence!(language, "，其中 {faulty} 条有误", ", {faulty} of them invalid");
    }
    if 0 < passed {
        let rows = if passed == 1 { "row is no record" } else { "rows are no records" };
        said += &sentence!(language, "；另有 {passed} 行不是记录", "; {passed} more {rows}");
    }
    said
}

/// The first of many names, and how many more there are.
fn first(mut names: Vec<String>, most: usize, language: Language) -> Vec<String> {
    let left = names.len().saturating_sub(most);
    if 0 < left {
        names.truncate(most);
        names.push(sentence!(language, "另有 {left} 项", "and {left} more"));
    }
    names
}

/// A note, with the lines of the rows that it is about.
fn with_lines(note: &Note, language: Language) -> String {
    let message = note.message(language);
    let lines = note.rows().map_or(&[][..], |it| &it.lines);
    if lines.len() < 2 {
        return message;
    }
    let numbers: Vec<String> = lines.iter().map(u64::to_string).collect();
    let numbers = numbers.join(text!("、", ", ").get(language));
    let more = usize::try_from(note.count()).is_ok_and(|count| lines.len() < count);
    let more = if more { "…" } else { "" };
    sentence!(language, "{message}（第 {numbers}{more} 行）", "{message} (lines {numbers}{more})")
}

/// The cells of a column in the table of columns.
fn cells(column: &InspectedColumn, language: Language) -> Vec<String> {
    let (fact, by) = match (&column.proposal, column.fact) {
        (Some((name, _)), _) => {
            (["? ", name].concat(), text!("相近", "similar name").get(language))
        }
        (None, Some(fact)) => {
            let by = column.matched_by.map(MatchedBy::label);
            (fact.to_owned(), by.map_or("", |it| it.get(language)))
        }
        (None, None) => (String::new(), ""),
    };
    let value = match (column.values.first(), column.field) {
        (Some(seen), Some(field)) => match seen.words(field, language) {
            Some(words) => value(seen, words),
            None => faulty(seen, language),
        },
        (Some(seen), None) => seen.given.clone(),
        (None, _) if column.fact.is_some() => text!("（空）", "(none)").get(language).to_owned(),
        (None, _) => String::new(),
    };
    let (number, header) = ((column.index + 1).to_string(), brief(&column.header));
    vec![number, header, fact, by.to_owned(), unit(column, language), value]
}

/// A value as it stands, and as it is read if that is something else.
fn value(seen: &SeenValue, words: String) -> String {
    // A number without its unit is shown once.
    let is_same = words == seen.given || words.split(' ').next() == Some(&seen.given);
    if is_same { words } else { [&seen.given, " → ", &words].concat() }
}

fn faulty(seen: &SeenValue, language: Language) -> String {
    let (given, line) = (&seen.given, seen.line);
    sentence!(language, "{given}（有误，第 {line} 行）", "{given} (invalid, line {line})")
}

/// The unit of a column, and where it comes from.
fn unit(column: &InspectedColumn, language: Language) -> String {
    let Some(from) = column.unit_from else { return String::new() };
    let of_fact = column.field.and_then(|it| it.unit).map_or("", |it| it.label().get(language));
    let unit = if column.unit.is_empty() { of_fact.to_owned() } else { brief(&column.unit) };
    let is_money = column.field.is_some_and(|it| matches!(it.kind, Kind::Money));
    // Nobody has to name the unit of persons or days.
    let is_said = match from {
        UnitFrom::Default | UnitFrom::Key => is_money,
        UnitFrom::Option | UnitFrom::Header | UnitFrom::Row | UnitFrom::Above => true,
    };
    if !is_said {
        return unit;
    }
    let from = from.label().get(language);
    sentence!(language, "{unit}（{from}）", "{unit} ({from})")
}
