//! Inspections as JSON, for programs.

use super::{Fit, Fits, InspectedColumn, Inspection, LackingRule, SeenValue};
use crate::field::Field;
use crate::json::{Node, push_text};
use crate::table::note::Note;
use crate::text::Language;

/// Appends members of an object, with commas between them.
struct Members<'a> {
    out: &'a mut String,
    any: bool,
}

impl Members<'_> {
    fn key(&mut self, key: &str) -> &mut String {
        self.out.push_str(if self.any { "," } else { "" });
        self.any = true;
        push_text(self.out, key);
        self.out.push(':');
        self.out
    }

    fn text(&mut self, key: &str, text: Option<&str>) {
        let out = self.key(key);
        match text {
            Some(text) => push_text(out, text),
            None => out.push_str("null"),
        }
    }

    fn number(&mut self, key: &str, number: impl TryInto<i64>) {
        let number = number.try_into().unwrap_or(i64::MAX).to_string();
        self.key(key).push_str(&number);
    }

    fn list<T>(
        &mut self,
        key: &str,
        items: impl IntoIterator<Item = T>,
        each: impl Fn(&mut String, T),
    ) {
        let out = self.key(key);
        out.push('[');
        for (index, item) in items.into_iter().enumerate() {
            out.push_str(if index == 0 { "" } else { "," });
            each(out, item);
        }
        out.push(']');
    }
}

fn object(out: &mut String, write: impl FnOnce(&mut Members<'_>)) {
    out.push('{');
    write(&mut Members { out, any: false });
    out.push('}');
}

/// Both languages, as members of an object.
fn both(members: &mut Members<'_>, say: impl Fn(Language) -> String) {
    for language in Language::ALL {
        members.text(language.tag(), Some(&say(language)));
    }
}

impl Inspection {
    /// Appends the members of a JSON object: `subject`, `columns`, `absent`, `rules`, `records`,
    /// `faulty`, `passed`, `notes`.
    pub fn push_members(&self, out: &mut String) {
        let mut members = Members { out, any: false };
        members.text("subject", Some(self.subject.name));
        members.number("records", self.records);
        members.number("faulty", self.faulty);
        members.number("passed", self.passed);
        members.list("columns", &self.columns, push_column);
        members.list("absent", self.absent.iter().copied().map(Field::key), push_text);
        members.list("rules", &self.lacking, push_rule);
        members.list("notes", &self.notes, push_note);
    }

    /// Returns it as a JSON object.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut out = String::from("{");
        self.push_members(&mut out);
        out.push('}');
        out
    }
}

impl Fits {
    /// Appends the subjects as a JSON list: `subject`, `facts`, `own`.
    pub fn push_list(&self, out: &mut String) {
        let mut list = String::new();
        let fit = |out: &mut String, fit: &Fit| {
            object(out, |it| {
                it.text("subject", Some(fit.subject.name));
                it.number("facts", fit.facts);
                it.number("own", fit.own);
            });
        };
        Members { out: &mut list, any: false }.list("", self.best(), fit);
        out.push_str(list.strip_prefix("\"\":").unwrap_or_default());
    }
}

fn push_column(out: &mut String, column: &InspectedColumn) {
    object(out, |it| {
        it.number("index", column.index);
        it.text("header", Some(&column.header));
        it.text("fact", column.fact);
        it.text("matched_by", column.matched_by.map(|by| by.as_str()));
        it.text("unit", Some(column.unit.as_str()).filter(|unit| !unit.is_empty()));
        it.text("unit_from", column.unit_from.map(|from| from.as_str()));
        it.number("power", column.power);
        it.text("proposal", column.proposal.as_ref().map(|(name, _)| name.as_str()));
        it.text("proposed_fact", column.proposal.as_ref().map(|(_, key)| *key));
        it.list("values", &column.values, push_value);
    });
}

fn push_value(out: &mut String, seen: &SeenValue) {
    object(out, |it| {
        it.number("line", seen.line);
        it.text("given", Some(&seen.given));
        push_node(it.key("value"), seen.value.as_ref().unwrap_or(&Node::Null));
        let out = it.key("fault");
        match &seen.fault {
            Some(fault) => object(out, |it| {
                it.text("code", Some(fault.code.as_str()));
                both(it, |language| fault.message(language));
            }),
            None => out.push_str("null"),
        }
    });
}

fn push_rule(out: &mut String, lacking: &LackingRule) {
    object(out, |it| {
        it.text("rule", Some(lacking.rule.id));
        it.key("never").push_str(if lacking.never { "true" } else { "false" });
        it.list("absent", lacking.facts.iter().copied(), push_text);
    });
}

/// Appends a note as a JSON object: what it is about, and its words.
fn push_note(out: &mut String, note: &Note) {
    object(out, |it| {
        it.text("code", Some(note.kind()));
        let columns = note.columns().join("、");
        it.text("column", Some(columns.as_str()).filter(|it| !it.is_empty()));
        match note.line() {
            Some(line) => it.number("line", line),
            None => it.text("line", None),
        }
        it.number("count", note.count());
        let lines = note.rows().map_or(&[][..], |rows| &rows.lines);
        it.list("lines", lines, |out, line| out.push_str(&line.to_string()));
        both(it, |language| note.message(language));
    });
}

fn push_node(out: &mut String, node: &Node<'_>) {
    match node {
        Node::Null => out.push_str("null"),
        Node::Bool(flag) => out.push_str(if *flag { "true" } else { "false" }),
        Node::Number(number) => out.push_str(number),
        Node::Text(text) => push_text(out, text),
        Node::List(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                out.push_str(if index == 0 { "" } else { "," });
                push_node(out, item);
            }
            out.push(']');
        }
        Node::Map(members) => object(out, |it| {
            for (key, node) in members {
                push_node(it.key(key), node);
            }
        }),
    }
}
