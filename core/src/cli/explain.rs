//! `chanjiao explain`: all that is known of one rule, with a worked example.

use std::fmt::Write as _;

use anstyle::Style;

use super::console::{Stop, print};
use super::example::{OPEN_SHARE, examples, parameters_of};
use super::summary::padded;
use super::unknown;
use crate::field::{Authority, Field, Kind, Unit};
use crate::input::nearest;
use crate::parameters::{self, Origin, Parameters};
use crate::policy::{VALIDITY, policy};
use crate::readings::{ReadingChoice, reading_choices};
use crate::rule::{Bound, Condition, Group, NumberCondition, Rule};
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
                meant(&self.rule),
                language,
            )));
        }
        let mut texts: Vec<String> = found.iter().map(|rule| explained(rule, language)).collect();
        texts.push(on_the_policy(language));
        print(&texts.join("\n"))
    }
}

/// The rule that was probably meant: one of this name without its subject, or one spelt nearly so.
fn meant(name: &str) -> Option<&'static str> {
    let own = |id: &&'static str| id.split_once('.').is_some_and(|(_, own)| own == name);
    let ids = || rules().map(|rule| rule.id);
    let by_own_name = ids().find(own);
    by_own_name.or_else(|| nearest(name, &mut ids()))
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
    let mut part = |name: Text, text: &str| {
        if !text.is_empty() {
            let _ = writeln!(out, "  {FAINT}{}{FAINT:#}{text}", padded(say(name), MARGIN));
        }
    };
    let index = match language {
        Language::Chinese => {
            format!(
                "{}（第 {} 条第 {} 句）",
                rule.statement.id, rule.statement.article, rule.statement.sentence
            )
        }
        Language::English => {
            format!(
                "{} (article {}, sentence {})",
                rule.statement.id, rule.statement.article, rule.statement.sentence
            )
        }
    };
    part(text!("条款", "clause"), &index);
    part(text!("原文", "quote"), &["“", rule.statement.phrase, "”"].concat());
    let nature = [say(rule.kind.label()), say(rule.force.label())].join(" · ");
    part(text!("性质", "type"), &nature);
    let all = rule.subject().map_or("", |subject| say(subject.label));
    part(text!("适用对象", "applies to"), rule.scope.map_or(all, say));

    let bounds = rule.bounds(&Parameters::default());
    for (index, demand) in rule.demands.iter().enumerate() {
        let name = if index == 0 { text!("要求", "requirement") } else { text!("", "") };
        part(name, &requirement(rule, say(*demand), bounds.get(index), language));
    }
    let mut name = text!("标准", "threshold");
    for parameter in parameters(rule, &bounds) {
        part(name, &parameter_line(parameter, language));
        name = text!("", "");
    }
    part(text!("解读", "reading"), rule.reading.map_or("", say));
    let mut name = text!("口径", "choices");
    for (parameter, choice) in readings(rule) {
        let holder = choice.holder.label().get(language);
        let words = choice.words.get(language);
        part(name, &format!("{parameter} = {}: {words} ({holder})", choice.value));
        name = text!("", "");
    }
    let mut name = text!("相关规定", "see also");
    for note in rule.law() {
        part(name, &note.line(language));
        name = text!("", "");
    }
    let units = rule.statement.units.join(say(text!("、", ", ")));
    part(text!("责任单位", "responsible"), &units);
    let mut name = text!("事实", "facts");
    for field in rule.fields() {
        part(name, &fact(field, language));
        name = text!("", "");
    }
    push_examples(&mut out, rule, language);
    out
}

/// The choices of the readings that the rule depends on, each with its parameter.
fn readings(rule: &Rule) -> impl Iterator<Item = (&'static str, &'static ReadingChoice)> {
    let fields = (0..).zip(parameters::parameters());
    let depends = rule.readings_and_force();
    fields.filter(move |(index, _)| depends.has(*index)).flat_map(|(_, field)| {
        reading_choices(field.key()).iter().map(|choice| (field.key(), choice))
    })
}

/// The requirement, with the figures of the default parameters.
fn requirement(rule: &Rule, demand: &str, bound: Option<&Bound>, language: Language) -> String {
    let label = |key: &str| {
        let field = rule.subject().and_then(|it| it.fields().iter().find(|it| it.key() == key));
        field.map_or("", |field| field.label().get(language))
    };
    let parameter = |is: fn(&Field) -> bool| bound?.parameters.iter().copied().find(|it| is(it));
    let default = |parameter: Option<&Field>| Parameters::origin(parameter?.key())?.default;
    let figure = || {
        let bound = bound?;
        if let Some(number) = bound.number {
            return Some(number.to_string());
        }
        let share = parameter(|it| matches!(it.kind, Kind::Share));
        match (bound.of.map(label), share) {
            (Some(whole), None) => Some(format!("[{whole}]")),
            (Some(whole), Some(share)) => Some(match default(Some(share)) {
                Some(default) => format!("[{whole} × {default}%]"),
                // A share that is not set is named.
                None => format!("[{whole} × {}]", share.label().get(language)),
            }),
            (None, _) => default(parameter(|_| true)).map(str::to_owned),
        }
    };
    let days = |unit: fn(&Field) -> bool| default(parameter(unit)).unwrap_or_default();
    demand
        .replace("{years}", days(|it| it.unit == Some(Unit::Year)))
        .replace("{months}", days(|it| it.unit == Some(Unit::Month)))
        .replace("{}", &figure().unwrap_or_default())
}

/// The parameters of all bounds and of the scope, each once.
fn parameters(rule: &Rule, bounds: &[Bound]) -> Vec<&'static Field> {
    let mut scope = Vec::new();
    rule.applies.iter().for_each(|applies| push_days(applies, &mut scope));
    let mut parameters: Vec<&'static Field> = Vec::new();
    for parameter in bounds.iter().flat_map(|bound| &bound.parameters).copied().chain(scope) {
        if parameters.iter().all(|it| it.key() != parameter.key()) {
            parameters.push(parameter);
        }
    }
    parameters
}

/// The parameters that set a first day.
fn push_days(condition: &Condition, out: &mut Vec<&'static Field>) {
    match *condition {
        Condition::Number(
            NumberCondition::Since { parameters: [parameter, _], fact: _ }
            | NumberCondition::Before { parameter, fact: _ },
        ) => {
            out.extend(parameters::parameters().get(usize::from(parameter)));
        }
        Condition::Group(
            Group::All(conditions)
            | Group::Any(conditions)
            | Group::Reading { conditions, reading: _ },
        ) => {
            for condition in conditions {
                push_days(condition, out);
            }
        }
        Condition::Group(
            Group::Not(condition)
            | Group::Grace { condition, .. }
            | Group::OnceSet { condition, .. },
        ) => push_days(condition, out),
        Condition::Group(Group::Always | Group::Breached(_))
        | Condition::Number(_)
        | Condition::List(_) => {}
    }
}

/// A bound: the parameter, its default, its source and how far that was verified.
fn parameter_line(parameter: &Field, language: Language) -> String {
    let Some(Origin { default, source }) = Parameters::origin(parameter.key()) else {
        return String::new();
    };
    let default = default.map_or(text!("未设", "unset").get(language).to_owned(), |default| {
        let unit = parameter.unit.map(|unit| [" ", unit.label().get(language)].concat());
        [default, unit.unwrap_or_default().as_str()].concat()
    });
    let (key, words, status) =
        (parameter.key(), source.words.get(language), source.status.label().get(language));
    match language {
        Language::Chinese => format!("{key} = {default}；{words}（{status}）"),
        Language::English => format!("{key} = {default}; {words} ({status})"),
    }
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
