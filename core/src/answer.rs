//! Answers: text in, text out. Both bindings call this, so the bytes are the same everywhere.

use crate::fault::{Code, Fault, Faults, Input};
use crate::field::Kind;
use crate::input::nearest;
use crate::json::push_text;
use crate::measure::Measurement;
use crate::parameters::Parameters;
use crate::policy::DOCUMENT;
use crate::quantity::push_place;
use crate::questions::{Question, questions};
use crate::record::Record;
use crate::report::{Finding, Report, report};
use crate::rule::Verdict;
use crate::subjects::{Subject, subject, subjects};
use crate::text::put;
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
    checked(subject, record, parameters, Report::answer_json)
}

/// Checks likewise, and answers with no more than differs from record to record of a subject: for
/// those who keep the rest of an answer and make its messages when they are read.
///
/// Where [`check_json`] answers with faults, so does this. Else there are pieces with commas
/// between them: the conclusion, before each parameter overridden a blank; then for each finding
/// the place of its verdict among them all, five more if it is explained, before each pointer
/// missing a blank; and after it, for each of its bounds, what is measured, required and between
/// them, or nothing, and the place of its verdict.
#[must_use]
pub fn brief_json(subject: &str, record: &str, parameters: Option<&str>) -> String {
    checked(subject, record, parameters, Report::to_brief)
}

/// The messages that [`brief_json`] leaves out, as a list of what [`check_json`] says under
/// `message` of each finding.
#[must_use]
pub fn messages_json(subject: &str, record: &str, parameters: Option<&str>) -> String {
    checked(subject, record, parameters, Report::to_messages)
}

fn checked(
    subject: &str,
    record: &str,
    parameters: Option<&str>,
    write: fn(&Report) -> String,
) -> String {
    match inputs(subject, record, parameters) {
        Ok((subject, record, parameters)) => write(&report(subject, &record, &parameters)),
        Err(faults) => faults.answer_json(),
    }
}

/// Asks for the facts that a record of a subject still lacks, as JSON:
/// `{"faults": […], "questions": […] or null}`, the most decisive first.
#[must_use]
pub fn questions_json(subject: &str, record: &str, parameters: Option<&str>) -> String {
    let mut out = String::new();
    let mut object = Object::open(&mut out);
    match inputs(subject, record, parameters) {
        Ok((subject, record, parameters)) => {
            put(object.member("faults"), "[]");
            let out = object.member("questions");
            put(out, "[");
            for question in questions(subject, &record, &parameters) {
                next(out);
                question.push_json(out);
            }
            put(out, "]");
        }
        Err(faults) => {
            faults.push_json(object.member("faults"));
            put(object.member("questions"), "null");
        }
    }
    object.close();
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
    // Nothing given, as most often, is not worth reading.
    let overrides = overrides.filter(|text| *text != "{}");
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
    /// Returns the answer for a record that could not be read, as [`check_json`] does.
    #[must_use]
    pub fn answer_json(&self) -> String {
        let mut out = String::new();
        self.push_answer(&mut out);
        out
    }

    pub(crate) fn push_answer(&self, out: &mut String) {
        let mut object = Object::open(out);
        self.push_json(object.member("faults"));
        put(object.member("report"), "null");
        object.close();
    }

    pub(crate) fn push_json(&self, out: &mut String) {
        put(out, "[");
        for fault in &self.0 {
            next(out);
            fault.push_json(out);
        }
        put(out, "]");
    }
}

impl Fault {
    pub(crate) fn push_json(&self, out: &mut String) {
        let mut object = Object::open(out);
        object.text("in", self.input.word());
        object.text("pointer", &self.pointer);
        object.text("code", self.code.word());
        object.text("given", &self.given);
        let [zh, en] = BOTH.map(|language| self.message(language));
        push_both(object.member("message"), &zh, &en);
        let out = object.member("help");
        match BOTH.map(|language| self.help(language)) {
            [Some(zh), Some(en)] => push_both(out, &zh, &en),
            _ => put(out, "null"),
        }
        object.close();
    }
}

impl Report {
    /// Returns the answer for this report, as [`check_json`] does.
    #[must_use]
    pub fn answer_json(&self) -> String {
        let mut out = String::with_capacity(24 * 1024);
        self.push_answer(&mut out);
        out
    }

    fn to_messages(&self) -> String {
        let mut text = String::with_capacity(8 * 1024);
        let out = &mut text;
        put(out, "[");
        for finding in &self.findings {
            next(out);
            finding.push_message_json(out);
        }
        put(out, "]");
        text
    }

    fn to_brief(&self) -> String {
        let mut text = String::with_capacity(1024);
        let out = &mut text;
        put(out, self.conclusion.word());
        for name in &self.overridden {
            put(out, " ");
            put(out, name);
        }
        for finding in &self.findings {
            push_verdict(out, finding.verdict, finding.explained);
            for missing in &finding.missing {
                put(out, " ");
                put(out, &missing.pointer());
            }
            for bound in &finding.bounds {
                for figure in [&bound.measured, &bound.required, &bound.gap] {
                    put(out, ",");
                    put(out, figure.as_deref().unwrap_or_default());
                }
                push_verdict(out, bound.verdict, false);
            }
        }
        text
    }

    pub(crate) fn push_answer(&self, out: &mut String) {
        let mut object = Object::open(out);
        put(object.member("faults"), "[]");
        self.push_json(object.member("report"));
        object.close();
    }

    pub(crate) fn push_json(&self, out: &mut String) {
        let mut object = Object::open(out);
        object.text("subject", self.subject.name);
        object.text("conclusion", self.conclusion.word());
        let mut ruleset = Object::open(object.member("ruleset"));
        ruleset.text("version", VERSION);
        ruleset.text("digest", DIGEST);
        push_texts(ruleset.member("overridden"), &self.overridden);
        ruleset.close();
        let out = object.member("findings");
        put(out, "[");
        for finding in &self.findings {
            next(out);
            finding.push_json(out);
        }
        put(out, "]");
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
        let mut citation = Object::open(object.member("citation"));
        citation.text("document", DOCUMENT);
        push_place(citation.member("article"), statement.article.into());
        push_place(citation.member("sentence"), statement.sentence.into());
        citation.text("phrase", statement.phrase);
        push_texts(citation.member("units"), statement.units);
        citation.close();
        let out = object.member("facts");
        put(out, "[");
        for field in self.rule.facts().of(self.subject.fields()) {
            next(out);
            push_pointer(out, field.key());
        }
        put(out, "]");
        let out = object.member("missing");
        put(out, "[");
        for missing in &self.missing {
            next(out);
            push_text(out, &missing.pointer());
        }
        put(out, "]");
        let out = object.member("bounds");
        put(out, "[");
        for bound in &self.bounds {
            next(out);
            bound.push_json(out);
        }
        put(out, "]");
        put(object.member("explained"), if self.explained { "true" } else { "false" });
        self.push_message_json(object.member("message"));
        object.close();
    }

    fn push_message_json(&self, out: &mut String) {
        let mut message = Object::open(out);
        let mut text = String::with_capacity(256);
        for (key, language) in ["zh", "en"].into_iter().zip(BOTH) {
            text.clear();
            self.push_message(language, &mut text);
            message.text(key, &text);
        }
        message.close();
    }
}

impl Measurement {
    pub(crate) fn push_json(&self, out: &mut String) {
        let mut object = Object::open(out);
        push_pointer(object.member("fact"), self.fact);
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
        push_words(object.member("label"), self.field.label());
        object.text("type", self.asked().word());
        object.optional("unit", self.field.unit.map(crate::field::Unit::word));
        let out = object.member("choices");
        match self.field.kind {
            Kind::Choice(choices) => {
                put(out, "[");
                for choice in choices {
                    next(out);
                    let mut object = Object::open(out);
                    object.text("value", choice.key());
                    push_words(object.member("label"), choice.label());
                    object.close();
                }
                put(out, "]");
            }
            _ => put(out, "null"),
        }
        let rules: Vec<&str> = self.rules.iter().map(|rule| rule.id).collect();
        push_texts(object.member("rules"), &rules);
        let mut statements: Vec<&str> = self.rules.iter().map(|it| it.statement.id).collect();
        statements.dedup();
        push_texts(object.member("statements"), &statements);
        object.close();
    }

    /// The kind of the value asked for: one period's flag is asked for by itself.
    fn asked(&self) -> Kind {
        if self.fact.ends_with("/in_enterprise") { Kind::Flag } else { self.field.kind }
    }
}

/// The languages of every answer, in their order.
const BOTH: [Language; 2] = [Language::Chinese, Language::English];

fn push_pointer(out: &mut String, key: &str) {
    put(out, "\"/");
    put(out, key);
    put(out, "\"");
}

fn push_words(out: &mut String, words: Words) {
    push_both(out, words.zh(), words.en());
}

/// Writes `{"zh": …, "en": …}`.
fn push_both(out: &mut String, zh: &str, en: &str) {
    let mut object = Object::open(out);
    object.text("zh", zh);
    object.text("en", en);
    object.close();
}

fn push_texts(out: &mut String, texts: &[&str]) {
    put(out, "[");
    for text in texts {
        next(out);
        push_text(out, text);
    }
    put(out, "]");
}

/// The next piece: the place of a verdict among them all.
#[expect(clippy::as_conversions, reason = "the place of a variant")]
fn push_verdict(out: &mut String, verdict: Verdict, explained: bool) {
    put(out, ",");
    out.push(char::from(b'0' + verdict as u8 + if explained { 5 } else { 0 }));
}

/// Begins the next item of a list or an object: after its first one, with a comma.
fn next(out: &mut String) {
    if !matches!(out.as_bytes(), [.., b'[' | b'{']) {
        put(out, ",");
    }
}

/// A JSON object being written.
struct Object<'a>(&'a mut String);

impl<'a> Object<'a> {
    fn open(out: &'a mut String) -> Self {
        put(out, "{");
        Self(out)
    }

    /// Begins a member; its value is to be written to what is returned. Keys here never need
    /// escaping.
    fn member(&mut self, key: &str) -> &mut String {
        next(self.0);
        put(self.0, "\"");
        put(self.0, key);
        put(self.0, "\":");
        self.0
    }

    fn text(&mut self, key: &str, text: &str) {
        push_text(self.member(key), text);
    }

    fn optional(&mut self, key: &str, text: Option<&str>) {
        match text {
            Some(text) => self.text(key, text),
            None => put(self.member(key), "null"),
        }
    }

    fn close(self) {
        put(self.0, "}");
    }
}
