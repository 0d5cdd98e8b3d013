//! Answers: text in, text out. Both bindings call this, so the bytes are the same everywhere.

use crate::fault::{Code, Fault, Faults, Input};
use crate::field::Kind;
use crate::input::nearest;
use crate::json::push_text;
use crate::measure::Measurement;
use crate::parameters::Parameters;
use crate::policy::DOCUMENT;
use crate::questions::{Question, questions};
use crate::record::Record;
use crate::report::{Finding, Report, report};
use crate::subjects::{Subject, subject, subjects};
use crate::words::{Language, Words};
use crate::{DIGEST, VERSION};

/// Checks a record of a subject, both as JSON text, with overrides of parameters as a JSON object.
///
/// The answer is JSON: `{"faults": […], "report": {…} or null}`. There is a report exactly where
/// there are no faults. An unknown subject, and text that is not JSON, are faults too.
///
/// ```
/// let answer = chanjiao::check_json("enterprise", r#"{"employed_person": 1200}"#, None);
/// assert!(answer.contains("did you mean `employed_persons`?"));
/// ```
#[must_use]
pub fn check_json(subject: &str, record: &str, parameters: Option<&str>) -> String {
    let mut out = String::with_capacity(24 * 1024);
    match inputs(subject, record, parameters) {
        Ok((subject, record, parameters)) => {
            report(subject, &record, &parameters).push_answer(&mut out);
        }
        Err(faults) => {
            faults.push_answer(&mut out);
        }
    }
    out
}

/// Asks for the facts that a record of a subject still lacks, as JSON:
/// `{"faults": […], "questions": […] or null}`, the most decisive first.
#[must_use]
pub fn questions_json(subject: &str, record: &str, parameters: Option<&str>) -> String {
    let mut out = String::new();
    match inputs(subject, record, parameters) {
        Ok((subject, record, parameters)) => {
            out.push_str(r#"{"faults":[],"questions":"#);
            let questions = questions(subject, &record, &parameters);
            list(&mut out, &questions, |out, question| question.push_json(out));
            out.push('}');
        }
        Err(faults) => {
            out.push_str(r#"{"faults":"#);
            faults.push_json(&mut out);
            out.push_str(r#","questions":null}"#);
        }
    }
    out
}

/// Reads both inputs; the faults of the record come before those of the parameters.
fn inputs(
    name: &str,
    record: &str,
    overrides: Option<&str>,
) -> Result<(&'static Subject, Record, Parameters), Faults> {
    let subject = subject(name).ok_or_else(|| unknown_subject(name))?;
    let record = subject.read(record);
    let parameters = overrides.map_or(Ok(Parameters::default()), Parameters::from_json);
    match (record, parameters) {
        (Ok(record), Ok(parameters)) => Ok((subject, record, parameters)),
        (record, parameters) => {
            let mut faults = record.err().unwrap_or_default();
            faults.0.extend(parameters.err().unwrap_or_default().0);
            Err(faults)
        }
    }
}

fn unknown_subject(name: &str) -> Faults {
    Faults(vec![Fault {
        input: Input::Record,
        pointer: String::new(),
        code: Code::UnknownSubject,
        given: crate::json::Node::Text(name.into()).excerpt(),
        field: None,
        other: None,
        suggestion: nearest(name, &mut subjects().iter().map(|subject| subject.name)),
        at: (0, 0),
    }])
}

impl Faults {
    /// Returns the answer for a record that could not be read.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut out = String::new();
        self.push_answer(&mut out);
        out
    }

    pub(crate) fn push_answer(&self, out: &mut String) {
        out.push_str(r#"{"faults":"#);
        self.push_json(out);
        out.push_str(r#","report":null}"#);
    }

    pub(crate) fn push_json(&self, out: &mut String) {
        list(out, &self.0, |out, fault| fault.push_json(out));
    }
}

impl Fault {
    pub(crate) fn push_json(&self, out: &mut String) {
        let mut object = Object::open(out);
        object.text("in", self.input.word());
        object.text("pointer", &self.pointer);
        object.text("code", self.code.word());
        object.text("given", &self.given);
        object.member("message", |out| both(out, |language| self.message(language)));
        object.member("help", |out| match self.help(Language::Chinese) {
            Some(_) => both(out, |language| self.help(language).unwrap_or_default()),
            None => out.push_str("null"),
        });
        object.close();
    }
}

impl Report {
    /// Returns the answer for this report, as [`check_json`] does.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut out = String::with_capacity(24 * 1024);
        self.push_answer(&mut out);
        out
    }

    pub(crate) fn push_answer(&self, out: &mut String) {
        out.push_str(r#"{"faults":[],"report":"#);
        self.push_json(out);
        out.push('}');
    }

    pub(crate) fn push_json(&self, out: &mut String) {
        let mut object = Object::open(out);
        object.text("subject", self.subject.name);
        object.text("conclusion", self.conclusion.word());
        object.member("ruleset", |out| {
            let mut object = Object::open(out);
            object.text("version", VERSION);
            object.text("digest", DIGEST);
            object.member("overridden", |out| {
                list(out, &self.overridden, |out, it| push_text(out, it))
            });
            object.close();
        });
        object.member("findings", |out| {
            list(out, &self.findings, |out, finding| finding.push_json(out));
        });
        object.close();
    }
}

impl Finding {
    pub(crate) fn push_json(&self, out: &mut String) {
        let statement = &self.rule.statement;
        let mut object = Object::open(out);
        object.text("rule", self.rule.id);
        object.text("verdict", self.verdict.word());
        object.text("kind", self.rule.kind.word());
        object.text("force", self.rule.force.word());
        object.text("statement", statement.id);
        object.member("citation", |out| {
            let mut object = Object::open(out);
            object.text("document", DOCUMENT);
            object.number("article", statement.article);
            object.number("sentence", statement.sentence);
            object.text("phrase", statement.phrase);
            object.member("units", |out| list(out, statement.units, |out, it| push_text(out, it)));
            object.close();
        });
        object.member("facts", |out| {
            let fields = self.rule.facts().of(self.subject.fields());
            items(out, fields, |out, field| push_pointer(out, field.key));
        });
        object.member("missing", |out| {
            list(out, &self.missing, |out, missing| push_text(out, &missing.pointer()));
        });
        object.member("bounds", |out| list(out, &self.bounds, |out, it| it.push_json(out)));
        object.flag("explained", self.explained);
        object.member("message", |out| {
            let mut text = String::with_capacity(256);
            let mut object = Object::open(out);
            for (key, language) in [("zh", Language::Chinese), ("en", Language::English)] {
                text.clear();
                self.push_message(language, &mut text);
                object.text(key, &text);
            }
            object.close();
        });
        object.close();
    }
}

impl Measurement {
    pub(crate) fn push_json(&self, out: &mut String) {
        let mut object = Object::open(out);
        object.member("fact", |out| push_pointer(out, self.fact));
        object.optional("measured", self.measured.as_deref());
        object.optional("required", self.required.as_deref());
        object.optional(if self.at_most { "excess" } else { "shortfall" }, self.gap.as_deref());
        object.text("unit", self.unit.word());
        object.text("verdict", self.verdict.word());
        object.close();
    }
}

impl Question {
    pub(crate) fn push_json(&self, out: &mut String) {
        let mut object = Object::open(out);
        object.text("fact", &self.fact);
        object.member("label", |out| push_words(out, self.field.label));
        object.text("type", self.asked().word());
        object.optional("unit", self.field.unit.map(crate::field::Unit::word));
        object.member("choices", |out| match self.field.kind {
            Kind::Choice(choices) => list(out, choices, |out, choice| {
                let mut object = Object::open(out);
                object.text("value", choice.key);
                object.member("label", |out| push_words(out, choice.label));
                object.close();
            }),
            _ => out.push_str("null"),
        });
        object.member("rules", |out| list(out, &self.rules, |out, rule| push_text(out, rule.id)));
        object.member("statements", |out| {
            let mut statements: Vec<&str> = self.rules.iter().map(|it| it.statement.id).collect();
            statements.dedup();
            list(out, &statements, |out, id| push_text(out, id));
        });
        object.close();
    }

    /// The kind of the value asked for: one period's flag is asked for by itself.
    fn asked(&self) -> Kind {
        if self.fact.ends_with("/in_enterprise") { Kind::Flag } else { self.field.kind }
    }
}

fn push_pointer(out: &mut String, key: &str) {
    out.push_str("\"/");
    out.push_str(key);
    out.push('"');
}

fn push_words(out: &mut String, words: Words) {
    both(out, |language| words.get(language));
}

/// Writes `{"zh": …, "en": …}`.
fn both<T: AsRef<str>>(out: &mut String, text: impl Fn(Language) -> T) {
    let mut object = Object::open(out);
    object.text("zh", text(Language::Chinese).as_ref());
    object.text("en", text(Language::English).as_ref());
    object.close();
}

fn list<T>(out: &mut String, of: &[T], each: impl Fn(&mut String, &T)) {
    items(out, of.iter(), each);
}

fn items<T>(out: &mut String, of: impl Iterator<Item = T>, each: impl Fn(&mut String, T)) {
    out.push('[');
    for (place, item) in of.enumerate() {
        if place > 0 {
            out.push(',');
        }
        each(out, item);
    }
    out.push(']');
}

/// A JSON object being written.
struct Object<'a> {
    out: &'a mut String,
    empty: bool,
}

impl<'a> Object<'a> {
    fn open(out: &'a mut String) -> Self {
        out.push('{');
        Self { out, empty: true }
    }

    /// Keys here never need escaping.
    fn member(&mut self, key: &str, value: impl FnOnce(&mut String)) {
        self.out.push_str(if self.empty { "\"" } else { ",\"" });
        self.empty = false;
        self.out.push_str(key);
        self.out.push_str("\":");
        value(self.out);
    }

    fn text(&mut self, key: &str, text: &str) {
        self.member(key, |out| push_text(out, text));
    }

    fn optional(&mut self, key: &str, text: Option<&str>) {
        self.member(key, |out| match text {
            Some(text) => push_text(out, text),
            None => out.push_str("null"),
        });
    }

    fn number(&mut self, key: &str, number: u8) {
        self.member(key, |out| crate::quantity::decimal::push_scaled(out, number.into(), 0));
    }

    fn flag(&mut self, key: &str, flag: bool) {
        self.member(key, |out| out.push_str(if flag { "true" } else { "false" }));
    }

    fn close(self) {
        self.out.push('}');
    }
}
