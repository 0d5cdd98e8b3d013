//! Groups: the records of inputs counted by the values of columns.

use std::path::PathBuf;

use super::console::Stop;
use super::output::Form;
use super::roll_up::RollUps;
use super::row::BatchResult;
use super::worker::Input;
use crate::field::Field;
use crate::intake::batch::{Cell, Mark};
use crate::intake::layout::Layout;
use crate::json::Node;
use crate::parameters::Parameters;
use crate::record::Record;
use crate::report::Conclusion;
use crate::subjects::Subject;
use crate::table::{Groups, HeaderError, Note, NotedHeaders, column_named, with_gaps};
use crate::text::{Language, text};
use crate::verdict::Verdict;

/// How records are counted by groups.
#[derive(Debug, clap::Args)]
pub(super) struct GroupOptions {
    /// 按这一列的值汇总，可多次使用；用逗号分隔的几列合在一起 / Count by the values of this column (repeatable); columns with commas between them are used together
    #[arg(long, value_name = "HEADER")]
    by: Vec<String>,
    /// 把汇总写入文件：.csv 或 .json / Write the counts to a file: .csv or .json
    #[arg(long, value_name = "FILE")]
    summary: Option<PathBuf>,
}

impl GroupOptions {
    /// The ways to group records, and the file of the counts.
    pub(super) fn roll_ups(
        &self,
        subject: &'static Subject,
        form: Form,
        bom: bool,
        language: Language,
    ) -> Result<RollUps, Stop> {
        let has_place = matches!(form, Form::Text | Form::Xlsx) || self.summary.is_some();
        if !self.by.is_empty() && !has_place {
            let text = text!(
                "这种输出格式没有汇总的位置，请用 --summary FILE 指定 .csv 或 .json 文件",
                "this output format has no place for counts; name a .csv or .json file with --summary",
            );
            return Err(Stop::Said(["--by: ", text.get(language)].concat()));
        }
        let mut columns = names(&self.by);
        if columns.is_empty() && self.summary.is_some() {
            columns.push(Vec::new());
        }
        let rules = || subject.rules().iter();
        let groups = columns.into_iter().map(|columns| Groups::new(columns, rules())).collect();
        RollUps::open(groups, self.summary.as_deref(), bom, language)
    }

    /// The file of the counts.
    pub(super) const fn file(&self) -> Option<&PathBuf> {
        self.summary.as_ref()
    }
}

/// Where a row holds the value by which it is grouped.
#[derive(Debug, Clone, Copy)]
pub(super) enum Place {
    /// In the column with this index.
    Column(usize),
    /// In the member with this key.
    Member(&'static str),
}

/// For each `--by`, its names; with commas between them, they are used together.
pub(super) fn names(by: &[String]) -> Vec<Vec<String>> {
    let split = |it: &String| it.split([',', '，']).map(|it| it.trim().to_owned()).collect();
    by.iter().map(split).collect()
}

/// Where an input has the values of these names: a table in the column with that header or with that
/// fact, JSON in the member of that fact.
pub(super) fn places<'a>(
    names: impl Iterator<Item = &'a [String]>,
    subject: &'static Subject,
    layout: Option<&Layout>,
) -> Result<Vec<Vec<Place>>, HeaderError> {
    let place = |name: &String| match layout {
        Some(layout) => column(name, subject, layout).map(Place::Column),
        None => member(name, subject).map(Place::Member),
    };
    names.map(|names| names.iter().map(place).collect()).collect()
}

/// The notes on a table whose columns at these places are used besides those of facts.
pub(super) fn notes(layout: &Layout, used: &[Place]) -> Vec<Note> {
    let is_used = |index: usize| {
        let mut places = used.iter();
        places.any(|it| matches!(it, Place::Column(column) if *column == index))
    };
    let unused = layout
        .headers
        .iter()
        .enumerate()
        .filter(|(index, _)| layout.columns.target(*index).is_none() && !is_used(*index));
    let unused = NotedHeaders::of(unused.map(|(_, header)| header.as_str()), "");
    let notes = layout.notes.iter().cloned().filter_map(|note| {
        if !matches!(note, Note::UnusedColumns(_)) {
            return Some(note);
        }
        (!unused.columns.is_empty()).then(|| Note::UnusedColumns(unused.clone()))
    });
    notes.collect()
}

fn column(name: &str, subject: &'static Subject, layout: &Layout) -> Result<usize, HeaderError> {
    let headers: Vec<&str> = layout.headers.iter().map(String::as_str).collect();
    column_named(name, &headers).or_else(|error| {
        let fact = member(name, subject).ok();
        let mut targets = layout.columns.targets();
        let found = targets.find(|(_, target)| fact == Some(target.key()));
        found.map(|(index, _)| index).ok_or(error)
    })
}

fn member(name: &str, subject: &'static Subject) -> Result<&'static str, HeaderError> {
    let keys: Vec<&'static str> = subject.fields().iter().map(Field::key).collect();
    let labels: Vec<&'static str> = subject.fields().iter().map(|it| it.label().zh()).collect();
    let found = column_named(name, &keys).or_else(|error| {
        let near_key = matches!(error, HeaderError::NoSuchHeader { suggestion: Some(_), .. });
        column_named(name, &labels).map_err(|of_labels| if near_key { error } else { of_labels })
    });
    found.map(|index| keys.get(index).copied().unwrap_or_default())
}

impl Input<'_> {
    /// Keeps the values by which a row is grouped.
    pub(super) fn select_groups<'b>(
        &self,
        line: u64,
        node: &Node<'_>,
        cells: &(impl Iterator<Item = Cell<'b>> + Clone),
        result: &mut BatchResult,
    ) {
        result.selected.clear();
        for places in &self.by {
            let mut values = Vec::with_capacity(places.len());
            for place in places {
                values.push(match *place {
                    Place::Member(key) => text_of(node, key),
                    Place::Column(column) => {
                        let cell = cells.clone().nth(column);
                        if cell.is_some_and(|it| it.merged_from.is_some())
                            && let Some(counts) = result.counts.get_mut(column)
                            && self.is_unused(column)
                        {
                            counts.add_merged(line);
                        }
                        let has_value = |it: &Cell<'_>| !matches!(it.mark, Some(Mark::Problem(_)));
                        cell.filter(has_value).map_or("", |it| it.text).to_owned()
                    }
                });
            }
            result.selected.push(values);
        }
    }

    /// Whether a column holds no fact, so that its merged cells are counted nowhere else.
    fn is_unused(&self, column: usize) -> bool {
        self.layout.is_some_and(|it| it.columns.target(column).is_none())
    }
}

/// The value of a member as text.
fn text_of(node: &Node<'_>, key: &str) -> String {
    let Node::Map(members) = node else { return String::new() };
    match members.iter().find(|(name, _)| name == key) {
        Some((_, Node::Text(text) | Node::Number(text))) => text.clone().into_owned(),
        Some((_, Node::Bool(flag))) => flag.to_string(),
        Some((_, node @ (Node::List(_) | Node::Map(_)))) => node.excerpt(),
        Some((_, Node::Null)) | None => String::new(),
    }
}

impl BatchResult {
    /// Counts a record in its groups.
    pub(super) fn count_in_groups(
        &mut self,
        conclusion: Conclusion,
        record: &Record,
        parameters: &Parameters,
        verdicts: &[Verdict],
    ) {
        if self.groups.is_empty() {
            return;
        }
        let verdicts: Vec<_> = with_gaps(record, parameters, verdicts).collect();
        for (groups, values) in self.groups.iter_mut().zip(&self.selected) {
            if let Some(group) = groups.group(values) {
                group.count(conclusion, verdicts.iter().copied());
            }
        }
    }

    /// Counts a faulty row in its groups.
    pub(super) fn count_faulty_in_groups(&mut self) {
        for (groups, values) in self.groups.iter_mut().zip(&self.selected) {
            if let Some(group) = groups.group(values) {
                group.faulty += 1;
            }
        }
    }
}
