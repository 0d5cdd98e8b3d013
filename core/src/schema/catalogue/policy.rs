//! The catalogue of the policy: statements and tasks.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Value, json};

use crate::policy::{self as document, Force, Nature};
use crate::schema::common::{Enum, LawNote, Text, Whole};
use crate::subjects::{self, NOT_ENCODED};

/// The policy document.
#[derive(JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
pub(super) struct Policy {
    /// The document number.
    document: &'static str,
    /// SHA-256 of the text that phrases are quoted from, in hexadecimal.
    #[schemars(regex(pattern = "^[0-9a-f]{64}$"))]
    text_sha256: &'static str,
    /// What a report on a record cannot say.
    validity: Text,
    /// Other law that concerns the whole policy.
    law: Vec<LawNote>,
    /// The statements, in the order of the text.
    statements: Vec<Statement>,
    /// The rows of the table of tasks.
    tasks: Vec<Task>,
}

/// One statement (clause) of the policy.
#[derive(JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
struct Statement {
    /// Its id: article, sentence and clause, such as `9.1b`.
    id: &'static str,
    /// The article (条).
    #[schemars(with = "Whole<1, 29>")]
    article: u8,
    /// The sentence; 0 is the caption.
    #[schemars(with = "Whole<0, 20>")]
    sentence: u8,
    /// The operative phrase.
    phrase: &'static str,
    /// What it says, in English.
    gloss: &'static str,
    /// Whom it addresses.
    subject: Text,
    /// How strongly it binds; null for a definition.
    force: Option<Enum<Force>>,
    /// What can be checked about it.
    nature: Enum<Nature>,
    /// The responsible units.
    units: &'static [&'static str],
    /// The rules that execute it.
    rules: Vec<&'static str>,
    /// Why no rule executes it, where it is checkable.
    not_encoded: Option<Text>,
}

/// One row of the table of tasks.
#[derive(JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
struct Task {
    /// The number of the row.
    #[schemars(with = "Whole<1, 24>")]
    row: u8,
    /// The part of the policy that it belongs to.
    category: &'static str,
    /// The articles that it covers.
    #[schemars(with = "Vec<Whole<1, 29>>")]
    articles: &'static [u8],
    /// The responsible units; the last item is 会同有关部门 if the row has it.
    units: &'static [&'static str],
    /// Whether the row has 会同有关部门 (together with the departments concerned).
    joint: bool,
}

/// Returns the whole document: its 239 statements, each with the rules that execute it or the
/// reason why none does, and its 24 tasks.
#[must_use]
pub fn policy() -> Value {
    let statements = document::STATEMENTS.iter().map(|it| Statement {
        id: it.id,
        article: it.article,
        sentence: it.sentence,
        phrase: it.phrase,
        gloss: it.gloss,
        subject: it.subject.into(),
        force: it.force.map(Enum),
        nature: Enum(it.nature),
        units: it.units,
        rules: subjects::rules()
            .filter(|rule| rule.statement.id == it.id)
            .map(|rule| rule.id)
            .collect(),
        not_encoded: NOT_ENCODED
            .iter()
            .find(|other| other.statement == it.id)
            .map(|other| other.reason.into()),
    });
    let tasks = document::TASKS.iter().map(|it| Task {
        row: it.row,
        category: it.category,
        articles: it.articles,
        units: it.units,
        joint: it.joint,
    });
    json!(Policy {
        document: document::DOCUMENT,
        text_sha256: document::TEXT_SHA256,
        validity: document::VALIDITY.into(),
        law: document::policy().law.iter().map(LawNote::from).collect(),
        statements: statements.collect(),
        tasks: tasks.collect(),
    })
}
