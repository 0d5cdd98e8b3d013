//! The catalogues: rules, statements, subjects and parameters as JSON.

use serde_json::{Map, Value, json};

use super::words;
use crate::field::{Field, Kind};
use crate::parameters::{self as table, Origin, Parameters};
use crate::policy as document;
use crate::quantity::date::{FIRST_YEAR, LAST_YEAR};
use crate::quantity::{GREATEST, MILLION, decimal::push_scaled};
use crate::rule::{Bound, Rule};
use crate::subjects::{self, NOT_ENCODED, Subject};
use crate::{DIGEST, VERSION};

/// Returns the catalogue of rules: each with its citation, kind, force, words, facts and bounds;
/// and the checkable statements that no rule executes, with the reason.
#[must_use]
pub fn rules() -> Value {
    let rules: Vec<Value> = subjects::rules().map(rule).collect();
    let others: Vec<Value> = NOT_ENCODED
        .iter()
        .map(|it| json!({"statement": it.statement, "reason": words(it.reason)}))
        .collect();
    json!({
        "ruleset": {"version": VERSION, "digest": DIGEST},
        "rules": rules,
        "not_encoded": others,
    })
}

fn rule(rule: &'static Rule) -> Value {
    let facts: Vec<String> = rule.fields().map(|field| ["/", field.key()].concat()).collect();
    json!({
        "rule": rule.id,
        "subject": rule.subject().map(|subject| subject.name),
        "statement": rule.statement.id,
        "citation": {
            "document": document::DOCUMENT,
            "article": rule.statement.article,
            "sentence": rule.statement.sentence,
            "phrase": rule.statement.phrase,
            "units": rule.statement.units,
        },
        "kind": rule.kind.as_str(),
        "force": rule.force.as_str(),
        "title": words(rule.title),
        "scope": rule.scope.map(words),
        "demands": rule.demands.iter().map(|demand| words(*demand)).collect::<Vec<_>>(),
        "reading": rule.reading.map(words),
        "facts": facts,
        "bounds": rule.bounds().iter().map(bound).collect::<Vec<_>>(),
    })
}

fn bound(limb: &Bound) -> Value {
    let pointer = |key: &str| ["/", key].concat();
    let parameters: Vec<Value> = limb
        .parameters
        .iter()
        .filter_map(|field| {
            let Origin { default, source } = Parameters::origin(field.key())?;
            Some(json!({
                "parameter": field.key(),
                "default": default,
                "unit": field.unit.map(crate::field::Unit::as_str),
                "source": words(source.words),
                "status": source.status.as_str(),
            }))
        })
        .collect();
    json!({
        "fact": pointer(limb.fact),
        "of": limb.of.map(pointer),
        "sense": if limb.at_most { "at_most" } else { "at_least" },
        "number": limb.number,
        "parameters": parameters,
    })
}

/// Returns the whole document: its 239 statements, each with the rules that execute it or the
/// reason why none does, and its 24 tasks.
#[must_use]
pub fn policy() -> Value {
    let statements: Vec<Value> = document::STATEMENTS
        .iter()
        .map(|it| {
            let rules: Vec<&str> = subjects::rules()
                .filter(|rule| rule.statement.id == it.id)
                .map(|rule| rule.id)
                .collect();
            let other = NOT_ENCODED.iter().find(|other| other.statement == it.id);
            json!({
                "id": it.id,
                "article": it.article,
                "sentence": it.sentence,
                "phrase": it.phrase,
                "gloss": it.gloss,
                "subject": words(it.subject),
                "force": it.force.map(document::Force::as_str),
                "nature": it.nature.as_str(),
                "units": it.units,
                "rules": rules,
                "not_encoded": other.map(|other| words(other.reason)),
            })
        })
        .collect();
    let tasks: Vec<Value> = document::TASKS
        .iter()
        .map(|it| {
            json!({
                "row": it.row,
                "category": it.category,
                "articles": it.articles,
                "units": it.units,
                "joint": it.joint,
            })
        })
        .collect();
    json!({
        "document": document::DOCUMENT,
        "text_sha256": document::TEXT_SHA256,
        "statements": statements,
        "tasks": tasks,
    })
}

/// Returns the subjects with their facts.
#[must_use]
pub fn subjects() -> Value {
    let one = |subject: &&Subject| {
        json!({
            "subject": subject.name,
            "label": words(subject.label),
            "note": words(subject.note),
            "facts": subject.fields().iter().map(field).collect::<Vec<_>>(),
            "rules": subject.rules().iter().map(|rule| rule.id).collect::<Vec<_>>(),
        })
    };
    subjects::subjects().iter().map(one).collect()
}

fn field(field: &Field) -> Value {
    let mut value = Map::new();
    value.insert("fact".to_owned(), ["/", field.key()].concat().into());
    value.insert("label".to_owned(), words(field.label()));
    value.insert("also".to_owned(), json!(field.also().collect::<Vec<_>>()));
    value.insert("type".to_owned(), field.kind.as_str().into());
    value.insert("unit".to_owned(), json!(field.unit.map(crate::field::Unit::as_str)));
    value.insert("required".to_owned(), field.required.into());
    if let Kind::Choice(choices) = field.kind {
        let choices: Vec<Value> = choices
            .iter()
            .map(|it| json!({"value": it.key(), "label": words(it.label()), "also": it.also().collect::<Vec<_>>()}))
            .collect();
        value.insert("choices".to_owned(), choices.into());
    }
    value.into()
}

/// Returns the parameters with their defaults and sources.
#[must_use]
pub fn parameters() -> Value {
    let one = |field: &Field| {
        let origin = Parameters::origin(field.key());
        json!({
            "parameter": field.key(),
            "label": words(field.label()),
            "type": field.kind.as_str(),
            "unit": field.unit.map(crate::field::Unit::as_str),
            "range": range(field.kind),
            "default": origin.and_then(|it| it.default),
            "statements": origin.map(|it| it.source.statements),
            "source": origin.map(|it| words(it.source.words)),
            "status": origin.map(|it| it.source.status.as_str()),
        })
    };
    table::parameters().iter().map(one).collect()
}

/// The least and the greatest value, as text.
fn range(kind: Kind) -> Value {
    let (least, most) = match kind {
        Kind::Count(&(least, most)) => (least, most),
        Kind::Money => (0, GREATEST),
        Kind::Share => (0, MILLION),
        Kind::Date => {
            let first = [&FIRST_YEAR.to_string(), "-01-01"].concat();
            let last = [&LAST_YEAR.to_string(), "-12-31"].concat();
            return json!({"least": first, "most": last});
        }
        _ => return Value::Null,
    };
    let text = |number| {
        let mut text = String::new();
        push_scaled(&mut text, number, kind.decimals());
        text
    };
    json!({"least": text(least), "most": text(most)})
}
