//! `chanjiao explain`: all that is known of one rule, with a worked example.

use std::fmt::Write as _;

use anstyle::Style;

use super::catalogue::choice_lines;
use super::console::{Stop, print};
use super::example::{OPEN_SHARE, examples, parameters_of};
use super::summary::padded;
use super::unknown;
use crate::field::{Authority, Field, Unit};
use crate::parameters::{self, Parameters};
use crate::policy::{VALIDITY, policy};
use crate::rule::{Citation, Rule, meant};
use crate::subjects::{rule, rules};
use crate::text::{Language, Text, sentence, text};

const BOLD: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();

/// How wide the names of the parts are.
const MARGIN: usize = 13;

/// 说明一条规则 / explain a rule
#[derive(Debug, clap::Args)]
pub(super) struct Explain {
    /// 规则，如 `enterprise.teacher_posts`，或条款，如 `9.1b` / a rule or a statement
    rule: String,
}

impl Explain {
    pub(super) fn run(&self, language: Language) -> Result<(), Stop> {
        let by_statement = rules().filter(|rule| rule.statement.id == self.rule);
        let found: Vec<&'static Rule> =
            rule(&self.rule).map_or_else(|| by_statement.collect(), |rule| vec![rule]);
        if found.is_empty() {
            return Err(Stop::Said(unknown(
                text!("规则", "rule"),
                &self.rule,
                meant(&self.rule, rules),
                language,
            )));
        }
        let mut texts: Vec<String> = found.iter().map(|rule| explained(rule, language)).collect();
        texts.push(on_the_policy(language));
        print(&texts.join("\n"))
    }
}

/// What concerns the whole policy: its validity, and other law.
fn on_the_policy(language: Language) -> String {
    let mut out = format!("{FAINT}{}{FAINT:#}\n", VALIDITY.get(language));
    for note in policy().law {
        let _ = writeln!(out, "{FAINT}{}{FAINT:#}", note.line(language));
    }
    out
}

fn explained(rule: &'static Rule, language: Language) -> String {
    let say = |words: Text| words.get(language);
    let mut out = format!("{BOLD}{}{BOLD:#}  {}\n", rule.id, say(rule.title));
    let mut part = |mut name: Text, lines: Vec<String>| {
        for line in lines {
            let _ = writeln!(out, "  {FAINT}{}{FAINT:#}{line}", padded(say(name), MARGIN));
            name = text!("", "");
        }
    };
    let Citation { id, phrase, units, .. } = rule.statement;
    let place = rule.statement.place(language);
    part(text!("条款", "clause"), vec![sentence!(language, "{id}（{place}）", "{id} ({place})")]);
    part(text!("原文", "quote"), vec![["“", phrase, "”"].concat()]);
    let nature = [say(rule.kind.label()), say(rule.force.label())].join(" · ");
    part(text!("性质", "type"), vec![nature]);
    let all = || rule.subject().map_or("", |subject| say(subject.label)).to_owned();
    let scope = rule.scope_words(language).unwrap_or_else(all);
    part(text!("适用对象", "applies to"), vec![scope]);
    part(text!("要求", "requirement"), rule.requirement_words(language));
    let parameters = rule.parameters().into_iter();
    let parameters = parameters.map(|it| parameter_line(rule, it, language)).collect();
    part(text!("标准", "threshold"), parameters);
    part(text!("解读", "reading"), rule.reading.iter().map(|it| say(*it).to_owned()).collect());
    let readings = rule.reading_parameters().flat_map(|it| reading_lines(it, language)).collect();
    part(text!("口径", "choices"), readings);
    part(text!("相关规定", "see also"), rule.law().map(|note| note.line(language)).collect());
    part(text!("责任单位", "responsible"), vec![units.join(say(text!("、", ", ")))]);
    part(text!("事实", "facts"), rule.fields().map(|field| fact(field, language)).collect());
    push_examples(&mut out, rule, language);
    out
}

/// A reading, and its choices, each on its own line.
fn reading_lines(reading: &Field, language: Language) -> Vec<String> {
    let (key, label) = (reading.key(), parameters::label(reading).get(language));
    let title = sentence!(language, "{key}：{label}", "{key}: {label}");
    let lines = choice_lines(reading, language).map(|line| ["  ", &line].concat());
    std::iter::once(title).chain(lines).collect()
}

/// A parameter: its default, its source and how far that was verified.
fn parameter_line(rule: &Rule, parameter: &Field, language: Language) -> String {
    let say = |words: Text| words.get(language);
    let key = parameter.key();
    let default = Parameters::origin(key).and_then(|origin| origin.default);
    let unit = parameter.unit.map(|unit| [" ", say(unit.label())].concat()).unwrap_or_default();
    let default =
        default.map_or(say(text!("未设", "unset")).to_owned(), |it| it.to_owned() + &unit);
    let Some(source) = rule.source_of(key) else { return default };
    let (words, status) = (say(source.words), say(source.status.label()));
    sentence!(
        language,
        "{key} = {default}；{words}（{status}）",
        "{key} = {default}; {words} ({status})",
    )
}

/// A fact: its label, its unit, the authority that decides it, its key.
fn fact(field: &Field, language: Language) -> String {
    let say = |words: Text| words.get(language);
    let (label, key) = (say(field.label()), field.key());
    let given = [field.unit.map(Unit::label), field.determined_by.map(Authority::label)];
    let given: String = given
        .into_iter()
        .flatten()
        .map(|it| {
            let words = say(it);
            sentence!(language, "（{words}）", " ({words})")
        })
        .collect();
    format!("{label}{given}  {key}")
}

/// A record that just misses the rule and one that just meets it, with what is said of each.
fn push_examples(out: &mut String, rule: &'static Rule, language: Language) {
    let Some(examples) = examples(rule) else { return };
    let given: Vec<&str> = parameters_of(rule)
        .iter()
        .flat_map(Parameters::overridden)
        .map(|overridden| overridden.parameter)
        .collect();
    let mut name = text!("示例", "example");
    for example in &examples {
        let label = padded(name.get(language), MARGIN);
        let _ = write!(out, "  {FAINT}{label}{FAINT:#}{}", example.record);
        for parameter in &given {
            let _ = write!(out, "  {FAINT}{parameter} = {OPEN_SHARE} %{FAINT:#}");
        }
        let message = example.report.finding(rule.id).map(|finding| finding.message(language));
        let (space, message) = (" ".repeat(MARGIN), message.unwrap_or_default());
        let _ = writeln!(out, "\n  {space}{BOLD}→{BOLD:#} {message}");
        name = text!("", "");
    }
}
