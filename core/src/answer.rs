//! Answers: JSON text in, JSON text out. All bindings call these functions, so every language gets
//! the same bytes.

use crate::fault::{Code, Fault, Faults, Input};
use crate::field::Kind;
use crate::input::nearest;
use crate::json::Node;
use crate::measure::Measurement;
use crate::parameters::{Override, Parameters};
use crate::policy::DOCUMENT;
use crate::quantity::date::push_date;
use crate::questions::Question;
use crate::record::Record;
use crate::report::{Contested, Finding, Reason, Report};
use crate::rule::Annex;
use crate::sink::Sink;
use crate::subjects::{subject, subjects};
use crate::text::{Language, Text};
use crate::verdict::Verdict;
use crate::{DIGEST, VERSION};

/// Checks a record of a subject, both given as text.
///
/// `subject` is the name of a subject, such as `enterprise`. `record` is a JSON object.
/// `parameters` is a JSON object that overrides parameters; `None` and `{}` override nothing.
///
/// Returns the answer as JSON: `{"faults": […], "report": {…} or null}`. The report is null if and
/// only if there are faults. An unknown subject and text that is not JSON are faults, too.
///
/// ```
/// let answer = chanjiao::check_json("enterprise", r#"{"employed_person": 1200}"#, None);
/// assert!(answer.contains("did you mean `employed_persons`?"));
/// ```
#[must_use]
pub fn check_json(subject: &str, record: &str, parameters: Option<&str>) -> String {
    check_and_write(subject, record, parameters, Report::answer_json)
}

/// Checks a record as [`check_json`] does, and returns only what differs between the answers about
/// a subject, for callers that keep the rest of an answer and ask for its messages when they are
/// read.
///
/// Faults are answered as by [`check_json`]. A report is written by this grammar (EBNF):
///
/// ```text
/// brief     = conclusion, { " ", contested }, { ",", finding };
/// finding   = code, reason, [ " ", date ], { " ", pointer }, { " ", contested }, { ",", bound };
/// bound     = [ measured ], ",", [ required ], ",", [ gap ], ",", code;
/// contested = parameter, ":", choice, ":", result;
/// ```
///
/// A code is one digit: the index of the verdict, in the order in which [`Verdict`] declares them,
/// plus their number if the finding is explained. A reason is a letter: `a` is the first
/// [`Reason`], and so on. The date is the last day of the running period. Pointers are those of
/// missing facts. What depends on the parameters alone is left out: a caller compares answers with
/// the same parameters.
#[must_use]
pub fn brief_json(subject: &str, record: &str, parameters: Option<&str>) -> String {
    check_and_write(subject, record, parameters, Report::to_brief)
}

/// Returns the messages that [`brief_json`] leaves out: a list of the `message` of each finding.
#[must_use]
pub fn messages_json(subject: &str, record: &str, parameters: Option<&str>) -> String {
    check_and_write(subject, record, parameters, Report::to_messages)
}

fn check_and_write(
    subject: &str,
    record: &str,
    parameters: Option<&str>,
    write: fn(&Report) -> String,
) -> String {
    match parse_inputs(subject, record, parameters) {
        Ok((record, parameters)) => write(&record.check(&parameters)),
        Err(faults) => faults.answer_json(),
    }
}

/// Lists the missing facts of a record, the most decisive first; see
/// [`questions`](crate::questions()).
///
/// The arguments are those of [`check_json`]. Returns JSON:
/// `{"faults": […], "questions": […] or null}`.
///
/// ```
/// let answer = chanjiao::questions_json("visit", r#"{"start": "2023-09-01"}"#, None);
/// assert!(answer.starts_with(r#"{"faults":[],"questions":[{"fact":"/end","#));
/// ```
#[must_use]
pub fn questions_json(subject: &str, record: &str, parameters: Option<&str>) -> String {
    let mut out = String::new();
    let mut object = Object::open(&mut out);
    match parse_inputs(subject, record, parameters) {
        Ok((record, parameters)) => {
            list(object.member("faults"), [], |(), _| {});
            let questions = record.questions(&parameters);
            list(object.member("questions"), &questions, Question::push);
        }
        Err(faults) => {
            faults.push(object.member("faults"));
            object.member("questions").null();
        }
    }
    object.close();
    out
}

/// Parses both inputs. The faults of the record come before those of the parameters.
fn parse_inputs(
    name: &str,
    record: &str,
    overrides: Option<&str>,
) -> Result<(Record, Parameters), Faults> {
    let subject = subject(name).ok_or_else(|| unknown_subject(name))?;
    let record = subject.parse(record);
    // The common case: parsing it would only cost time.
    let overrides = overrides.filter(|text| *text != "{}");
    let parameters = overrides.map_or(Ok(Parameters::default()), Parameters::from_json);
    match (record, parameters) {
        (Ok(record), Ok(parameters)) => Ok((record, parameters)),
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
        other_first: false,
        suggestion: nearest(name, &mut subjects().iter().map(|subject| subject.name)),
        #[cfg(feature = "intake")]
        cell: None,
        at: (0, 0),
        #[cfg(feature = "table")]
        why: None,
        #[cfg(any(feature = "arrow", feature = "cli"))]
        child: None,
    }])
}

impl Faults {
    /// Returns the answer for an input with these faults, as [`check_json`] returns it.
    #[must_use]
    pub fn answer_json(&self) -> String {
        let mut out = String::new();
        self.write_answer(&mut out);
        out
    }

    /// Writes the answer that [`answer_json`](Self::answer_json) returns.
    pub fn write_answer(&self, to: &mut impl Sink) {
        let mut object = Object::open(to);
        self.push(object.member("faults"));
        object.member("report").null();
        object.close();
    }

    pub(crate) fn push(&self, to: &mut impl Sink) {
        list(to, &self.0, Fault::push);
    }
}

impl Fault {
    pub(crate) fn push(&self, to: &mut impl Sink) {
        let mut object = Object::open(to);
        object.word("in", self.input.as_str());
        object.text("pointer", &self.pointer);
        object.word("code", self.code.as_str());
        object.text("given", &self.given);
        let [zh, en] = Language::ALL.map(|language| self.message(language));
        push_translations(object.member("message"), &zh, &en);
        let to = object.member("help");
        match Language::ALL.map(|language| self.help(language)) {
            [Some(zh), Some(en)] => push_translations(to, &zh, &en),
            _ => to.null(),
        }
        object.close();
    }
}

impl Report {
    /// Returns the answer for this report, as [`check_json`] returns it.
    #[must_use]
    pub fn answer_json(&self) -> String {
        let mut out = String::with_capacity(24 * 1024);
        self.write_answer(&mut out);
        out
    }

    fn to_messages(&self) -> String {
        let mut out = String::with_capacity(8 * 1024);
        list(&mut out, &self.findings, Finding::push_messages);
        out
    }

    fn to_brief(&self) -> String {
        let mut text = String::with_capacity(1024);
        let out = &mut text;
        out.push_str(self.conclusion.as_str());
        for contested in &self.contested {
            push_contested(out, contested, contested.result.as_str());
        }
        for finding in &self.findings {
            push_verdict(out, finding.verdict, finding.explained);
            push_reason(out, finding.reason);
            if let Some(until) = finding.until {
                out.push(' ');
                push_date(out, until.day_number());
            }
            for missing in &finding.missing {
                out.push(' ');
                out.push_str(&missing.pointer());
            }
            for contested in &finding.contested {
                push_contested(out, contested, contested.result.as_str());
            }
            for bound in &finding.bounds {
                for figure in [&bound.measured, &bound.required, &bound.gap] {
                    out.push(',');
                    out.push_str(figure.as_deref().unwrap_or_default());
                }
                push_verdict(out, bound.verdict, false);
            }
        }
        text
    }

    /// Writes the answer that [`answer_json`](Self::answer_json) returns.
    pub fn write_answer(&self, to: &mut impl Sink) {
        let mut object = Object::open(to);
        list(object.member("faults"), [], |(), _| {});
        self.push(object.member("report"));
        object.close();
    }

    pub(crate) fn push(&self, to: &mut impl Sink) {
        let mut object = Object::open(to);
        object.word("subject", self.subject.name);
        object.word("conclusion", self.conclusion.as_str());
        list(object.member("contested"), &self.contested, |it, to| {
            it.push("conclusion", it.result.as_str(), to);
        });
        let mut ruleset = Object::open(object.member("ruleset"));
        ruleset.word("version", VERSION);
        ruleset.word("digest", DIGEST);
        push_overridden(self.overridden.iter(), ruleset.member("overridden"));
        ruleset.close();
        list(object.member("findings"), &self.findings, Finding::push);
        object.close();
    }
}

impl Parameters {
    /// Returns the parameters that differ from their defaults as JSON text, an object that
    /// [`from_json`](Self::from_json) takes.
    ///
    /// ```
    /// use chanjiao::Parameters;
    ///
    /// let text = r#"{"frontline_share":"65","visit_months":6}"#;
    /// assert_eq!(Parameters::from_json(text)?.to_json(), text);
    /// assert_eq!(Parameters::default().to_json(), "{}");
    /// # Ok::<(), chanjiao::Faults>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut json = String::new();
        self.write(&mut json);
        json
    }

    /// Writes what [`to_json`](Self::to_json) returns.
    pub fn write(&self, to: &mut impl Sink) {
        let overridden: Vec<Override> = self.overridden().collect();
        push_overridden(overridden.iter(), to);
    }
}

fn push_overridden<'a>(overridden: impl Iterator<Item = &'a Override>, to: &mut impl Sink) {
    let mut object = Object::open(to);
    for it in overridden {
        match &it.value {
            Node::Number(number) => {
                object.member(it.parameter).number(number.parse().unwrap_or_default())
            }
            Node::Null | Node::Bool(_) | Node::Text(_) | Node::List(_) | Node::Map(_) => {
                object.text(it.parameter, it.value());
            }
        }
    }
    object.close();
}

impl Finding {
    pub(crate) fn push(&self, to: &mut impl Sink) {
        let statement = &self.rule.statement;
        let mut object = Object::open(to);
        object.word("rule", self.rule.id);
        object.word("verdict", self.verdict.as_str());
        object.word("reason", self.reason.as_str());
        let mut until = String::new();
        self.until.into_iter().for_each(|day| push_date(&mut until, day.day_number()));
        object.optional("until", Some(until.as_str()).filter(|day| !day.is_empty()));
        object.word("kind", self.rule.kind.as_str());
        object.word("force", self.force.as_str());
        object.word("statement", statement.id);
        let mut citation = Object::open(object.member("citation"));
        citation.word("document", DOCUMENT);
        citation.member("article").number(statement.article.into());
        citation.member("sentence").number(statement.sentence.into());
        citation.word("phrase", statement.phrase);
        list(citation.member("units"), statement.units, push_word);
        match statement.annex {
            Some(Annex { row, phrase }) => {
                let mut annex = Object::open(citation.member("annex"));
                annex.member("row").number(row.into());
                annex.word("phrase", phrase);
                annex.close();
            }
            None => citation.member("annex").null(),
        }
        citation.close();
        list(object.member("facts"), self.facts.of(self.subject.fields()), |field, to| {
            to.pointer(field.key());
        });
        list(object.member("missing"), &self.missing, |missing, to| to.text(&missing.pointer()));
        list(object.member("bounds"), &self.bounds, Measurement::push);
        object.member("explained").flag(self.explained);
        list(object.member("contested"), &self.contested, |it, to| {
            it.push("verdict", it.result.as_str(), to);
        });
        self.push_messages(object.member("message"));
        object.close();
    }

    fn push_messages(&self, to: &mut impl Sink) {
        let mut message = Object::open(to);
        let mut text = String::with_capacity(256);
        for language in Language::ALL {
            text.clear();
            self.push_message(language, &mut text);
            message.text(language.tag(), &text);
        }
        message.close();
    }
}

impl<T> Contested<T> {
    fn push(&self, key: &'static str, result: &'static str, to: &mut impl Sink) {
        let mut object = Object::open(to);
        object.word("parameter", self.parameter);
        object.word("choice", self.choice);
        object.word(key, result);
        object.close();
    }
}

impl Measurement {
    pub(crate) fn push(&self, to: &mut impl Sink) {
        let mut object = Object::open(to);
        object.member("fact").pointer(self.fact);
        object.optional("measured", self.measured.as_deref());
        object.optional("required", self.required.as_deref());
        object.optional(if self.at_most { "excess" } else { "shortfall" }, self.gap.as_deref());
        object.word("unit", self.unit.as_str());
        object.word("verdict", self.verdict.as_str());
        object.close();
    }
}

impl Question {
    pub(crate) fn push(&self, to: &mut impl Sink) {
        let mut object = Object::open(to);
        object.text("fact", &self.fact);
        push_text(object.member("label"), self.field.label());
        object.word("type", self.value_kind().as_str());
        object.optional("unit", self.field.unit.map(crate::field::Unit::as_str));
        let to = object.member("choices");
        match self.field.choices() {
            Some(choices) => list(to, choices, |choice, to| {
                let mut object = Object::open(to);
                object.word("value", choice.key());
                push_text(object.member("label"), choice.label());
                object.close();
            }),
            None => to.null(),
        }
        let to = object.member("determined_by");
        match self.field.determined_by {
            Some(authority) => push_text(to, authority.label()),
            None => to.null(),
        }
        let rules: Vec<&str> = self.rules.iter().map(|rule| rule.id).collect();
        list(object.member("rules"), &rules, push_word);
        let mut statements: Vec<&str> = Vec::new();
        for rule in &self.rules {
            if statements.last() != Some(&rule.statement.id) {
                statements.push(rule.statement.id);
            }
        }
        list(object.member("statements"), &statements, push_word);
        object.close();
    }

    /// The kind of the value: a flag if one item of a list is asked for.
    fn value_kind(&self) -> Kind {
        if self.item.is_some() { Kind::Flag } else { self.field.kind }
    }
}

fn push_text(to: &mut impl Sink, text: Text) {
    push_translations(to, text.zh(), text.en());
}

/// Writes `{"zh": …, "en": …}`.
fn push_translations(to: &mut impl Sink, zh: &str, en: &str) {
    let mut object = Object::open(to);
    object.text("zh", zh);
    object.text("en", en);
    object.close();
}

fn push_word<S: Sink>(word: &&'static str, to: &mut S) {
    to.word(word);
}

fn list<S: Sink, I>(to: &mut S, items: impl IntoIterator<Item = I>, push: impl Fn(I, &mut S)) {
    to.begin_list();
    for item in items {
        to.item();
        push(item, to);
    }
    to.end_list();
}

/// Appends the code of a verdict in a brief answer.
#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "the index and the number of variants"
)]
fn push_verdict(out: &mut String, verdict: Verdict, explained: bool) {
    const VERDICTS: u8 = Verdict::ALL.len() as u8;
    out.push(',');
    out.push(char::from(b'0' + verdict as u8 + if explained { VERDICTS } else { 0 }));
}

/// Appends the letter of a reason in a brief answer.
#[expect(clippy::as_conversions, reason = "the index of a variant")]
fn push_reason(out: &mut String, reason: Reason) {
    out.push(char::from(b'a' + reason as u8));
}

fn push_contested<T>(out: &mut String, contested: &Contested<T>, result: &str) {
    for (before, text) in [(' ', contested.parameter), (':', contested.choice), (':', result)] {
        out.push(before);
        out.push_str(text);
    }
}

/// An object being written.
struct Object<'a, S>(&'a mut S);

impl<'a, S: Sink> Object<'a, S> {
    fn open(to: &'a mut S) -> Self {
        to.begin_object();
        Self(to)
    }

    /// Writes the key of a member, and returns the sink that its value must be written to.
    fn member(&mut self, key: &'static str) -> &mut S {
        self.0.key(key);
        self.0
    }

    fn text(&mut self, key: &'static str, text: &str) {
        self.member(key).text(text);
    }

    fn word(&mut self, key: &'static str, word: &'static str) {
        self.member(key).word(word);
    }

    fn optional(&mut self, key: &'static str, text: Option<&str>) {
        match text {
            Some(text) => self.text(key, text),
            None => self.member(key).null(),
        }
    }

    fn close(self) {
        self.0.end_object();
    }
}
