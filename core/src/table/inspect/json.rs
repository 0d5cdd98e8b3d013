//! Inspections as JSON, for programs.

use super::{Fit, Fits, InspectedColumn, Inspection, LackingRule, SeenValue};
use crate::field::Field;
use crate::json::{Members, Node, list, object, push_text};
use crate::table::note::Note;
use crate::table::origin::{MatchedBy, UnitFrom};
use crate::text::Language;

/// Both languages, as members of an object.
fn both(members: &mut Members<'_>, say: impl Fn(Language) -> String) {
    for language in Language::ALL {
        members.text(language.tag(), Some(&say(language)));
    }
}

impl Inspection {
    /// Appends the members of a JSON object: `subject`, `records`, `faulty`, `passed`, `columns`,
    /// `absent`, `rules`, `notes`.
    pub(crate) fn push_members(&self, members: &mut Members<'_>) {
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
        let mut out = String::new();
        object(&mut out, |it| self.push_members(it));
        out
    }
}

impl Fits {
    /// Appends the members of a JSON object: `subject`, which is null, and `subjects`, each with
    /// `subject`, `facts`, `own`.
    pub(crate) fn push_members(&self, members: &mut Members<'_>) {
        members.text("subject", None);
        members.list("subjects", self.best(), |out, fit: &Fit| {
            object(out, |it| {
                it.text("subject", Some(fit.subject.name));
                it.number("facts", fit.facts);
                it.number("own", fit.own);
            });
        });
    }

    /// Returns it as a JSON object.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut out = String::new();
        object(&mut out, |it| self.push_members(it));
        out
    }
}

fn push_column(out: &mut String, column: &InspectedColumn) {
    object(out, |it| {
        it.number("index", column.index);
        it.text("header", Some(&column.header));
        it.text("fact", column.fact);
        it.text("matched_by", column.matched_by.map(MatchedBy::as_str));
        it.text("unit", Some(column.unit.as_str()).filter(|unit| !unit.is_empty()));
        it.text("unit_from", column.unit_from.map(UnitFrom::as_str));
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
        Node::List(items) => list(out, items, push_node),
        Node::Map(members) => object(out, |it| {
            for (key, node) in members {
                push_node(it.key(key), node);
            }
        }),
    }
}
