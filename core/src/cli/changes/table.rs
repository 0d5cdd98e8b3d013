//! The long table: for each changed record a row of its result, then a row for each rule that has
//! changed.

use super::output::Compared;
use crate::cli::row::{Cell, name_key};
use crate::cli::wide_table::push_line;
use crate::subjects::Subject;
use crate::table::{Change, ChangeColumn, Content, RuleChange};
use crate::text::{Language, text};

/// The keys of the columns, and their labels.
pub(super) fn headers(it: &Compared<'_>) -> Vec<(String, String)> {
    let language = it.language;
    // A key column with the name of another one is renamed, as in data frames.
    let clashes = |name: &str| {
        let mut own = ChangeColumn::ALL.iter().map(|it| it.as_str());
        own.any(|it| it == name) || ["name", "line_before", "line_after"].contains(&name)
    };
    let of_key = |name: &String| {
        let key = if clashes(name) { format!("key.{name}") } else { name.clone() };
        (key, name.clone())
    };
    let name = name_key(it.changes.subject).map(|_| ("name", text!("名称", "name")));
    let lines = [
        ("line_before", text!("旧表行号", "line, old")),
        ("line_after", text!("新表行号", "line, new")),
    ];
    let own = ChangeColumn::ALL.iter().map(|it| (it.as_str(), it.label()));
    let rest = name.into_iter().chain(lines).chain(own);
    let rest = rest.map(|(key, label)| (key.to_owned(), label.get(language).to_owned()));
    it.key.iter().map(of_key).chain(rest).collect()
}

pub(super) fn push_headers(out: &mut String, it: &Compared<'_>) {
    let headers = headers(it).into_iter().map(|(key, _)| Cell::Text(key));
    push_line(out, &headers.collect::<Vec<_>>());
}

/// Appends the rows of a record as lines of CSV.
pub(super) fn push_lines(out: &mut String, change: &Change, subject: &Subject) {
    rows(change, subject, None).for_each(|row| push_line(out, &row));
}

/// The rows of a record; with words in a language, or else with their keys.
pub(super) fn rows<'a>(
    change: &'a Change,
    subject: &'a Subject,
    words: Option<Language>,
) -> impl Iterator<Item = Vec<Cell<String>>> + 'a {
    let rules = change.rules.iter().map(Some);
    core::iter::once(None).chain(rules).map(move |rule| row(change, rule, subject, words))
}

fn row(
    change: &Change,
    rule: Option<&RuleChange>,
    subject: &Subject,
    words: Option<Language>,
) -> Vec<Cell<String>> {
    let line = |line: Option<u64>| Cell::Figure(line.map(|it| it.to_string()).unwrap_or_default());
    let key = change.key.iter().map(|text| Cell::Text(text.to_string()));
    let name = name_key(subject).map(|_| Cell::Text(change.name.to_string()));
    let own = ChangeColumn::ALL.iter().map(|column| {
        let text = column.cell(change, rule).unwrap_or_default().into_owned();
        match (column.content(), words) {
            (Content::Amount, _) => Cell::Figure(text),
            (Content::Word | Content::Sentence, None) => Cell::Text(text),
            (Content::Word | Content::Sentence, Some(language)) => {
                let label = column.word(change, rule).map(|it| it.get(language).to_owned());
                Cell::Text(label.unwrap_or(text))
            }
        }
    });
    let lines = [line(change.rows.0), line(change.rows.1)];
    key.chain(name).chain(lines).chain(own).collect()
}
