//! Generates the guide "The rules" from the catalogues.

use std::fmt::Write as _;

use chanjiao::schema::{self, Draft};
use chanjiao::{Bound, Language, Origin, Parameters, Rule, Subject, Text, Unit, subjects};
use serde_json::Value;

/// The headings and labels in one language.
struct Phrases {
    title: &'static str,
    made: &'static str,
    record: &'static str,
    kind: &'static str,
    concerns: &'static str,
    asks: &'static str,
    bound: &'static str,
    reading: &'static str,
    law: &'static str,
    needs: &'static str,
    units: &'static str,
    /// The header of the table of facts.
    facts: &'static str,
    required: &'static str,
    not_rules: &'static str,
    /// The separator of list items, and the colon after a label.
    mark: &'static str,
    colon: &'static str,
}

const CHINESE: Phrases = Phrases {
    title: "规则一览",
    made: "由规则目录生成，请勿手改。每类对象列出事实及其所据条文，每条规则给出所据的原文、标准、读法和相关规定；如何读报告见《写给政策工作者》。",
    record: "一条记录是",
    kind: "性质",
    concerns: "仅针对",
    asks: "要求",
    bound: "标准",
    reading: "读法",
    law: "相关规定",
    needs: "需要的事实",
    units: "责任单位",
    facts: "事实 | 键 | 类型与单位 | 条文",
    required: "必填",
    not_rules: "可核对而未写成规则的条文",
    mark: "；",
    colon: "：",
};

const ENGLISH: Phrases = Phrases {
    title: "The rules",
    made: "Generated from the catalogue of rules; not to be edited. Each subject has its facts, with the statements that they are for; each rule the phrase it rests on, its bound, its reading and other law on the same matter. For how a report is read see the guide for a policy officer.",
    record: "One record is",
    kind: "Kind",
    concerns: "Only for",
    asks: "Asks for",
    bound: "Bound",
    reading: "Reading",
    law: "See also",
    needs: "Facts it reads",
    units: "Responsible",
    facts: "fact | key | kind and unit | statements",
    required: "required",
    not_rules: "Checkable statements that are no rules",
    mark: "; ",
    colon: ": ",
};

/// The guide in one language, as Markdown.
pub fn rules(language: Language) -> String {
    let phrases = if language == Language::Chinese { &CHINESE } else { &ENGLISH };
    let catalogue = schema::rules();
    let mut out = format!("# {}\n\n{}\n", phrases.title, phrases.made);
    let policy = chanjiao::policy();
    let _ = write!(out, "\n{}\n", policy.validity.get(language));
    let law = joined(policy.law.iter().map(|note| note.line(language)), phrases.mark);
    let _ = write!(out, "\n{}{}{law}\n", phrases.law, phrases.colon);
    for subject in subjects() {
        let (label, note) = (subject.label.get(language), subject.note.get(language));
        let name = subject.name;
        let _ = write!(out, "\n## {label} `{name}`\n\n{}{}{note}\n", phrases.record, phrases.colon);
        push_facts(subject, phrases, language, &mut out);
        for rule in subject.rules() {
            push_rule(rule, subject, &catalogue, phrases, language, &mut out);
        }
    }
    let _ = write!(out, "\n## {}\n\n", phrases.not_rules);
    for statement in list(&catalogue["not_encoded"]) {
        let reason = &statement["reason"][language.tag()];
        let _ =
            writeln!(out, "- {}{}{}", text(&statement["statement"]), phrases.colon, text(reason));
    }
    out
}

/// The facts, with the statements of the rules that read them.
fn push_facts(subject: &Subject, phrases: &Phrases, language: Language, out: &mut String) {
    let schema = schema::subject(subject, Draft::Draft2020);
    let _ = write!(out, "\n| {} |\n|---|---|---|---|\n", phrases.facts);
    for field in subject.fields() {
        let label = field.label().get(language);
        let statements = list(&schema["properties"][field.key()]["x-statements"]);
        let statements = joined(statements.iter().map(|it| text(it).to_owned()), ", ");
        let unit = field.unit.map(|it| it.label().get(language));
        let required = field.required.then_some(phrases.required);
        let authority = field.determined_by.map(|it| it.label().get(language));
        let given = [Some(field.kind.as_str()), unit, required, authority].into_iter().flatten();
        let given = joined(given.map(str::to_owned), phrases.mark);
        let _ = writeln!(out, "| {label} | `{}` | {given} | {statements} |", field.key());
    }
}

fn push_rule(
    rule: &'static Rule,
    subject: &Subject,
    catalogue: &Value,
    phrases: &Phrases,
    language: Language,
    out: &mut String,
) {
    let statement = rule.statement;
    let (title, phrase) = (rule.title.get(language), statement.phrase);
    let _ = write!(out, "\n### {} {title}\n\n`{}`\n\n> {phrase}\n\n", statement.id, rule.id);
    let entry = list(&catalogue["rules"]).iter().find(|it| it["rule"] == rule.id);
    let entry = entry.expect("every rule stands in the catalogue");
    let bounds = rule.bounds(&Parameters::default());
    let demands = rule.demands.iter().enumerate().map(|(index, it)| {
        let terms = bounds.get(index).map_or(&[][..], |bound| &bound.parameters);
        terms.iter().fold(it.get(language).replace("{}", "…"), |said, term| {
            let name = format!("{{{}s}}", term.unit.map_or("", Unit::as_str));
            said.replace(
                &name,
                Parameters::origin(term.key()).and_then(|it| it.default).unwrap_or("…"),
            )
        })
    });
    let label = |key: &str| {
        let field = subject.fields().iter().find(|it| it.key() == key);
        field.map_or(key.to_owned(), |it| it.label().get(language).to_owned())
    };
    let facts = list(&entry["facts"]).iter().map(|it| label(text(it).trim_start_matches('/')));
    let kind = [rule.kind.label(), rule.force.label()].map(|it| it.get(language).to_owned());
    let optional = |words: Option<Text>| words.map_or("", |it| it.get(language)).to_owned();
    for (name, what) in [
        (phrases.kind, joined(kind, phrases.mark)),
        (phrases.concerns, optional(rule.scope)),
        (phrases.asks, joined(demands, phrases.mark)),
        (phrases.bound, joined(bounds.iter().map(|it| bound(it, &label, language)), phrases.mark)),
        (phrases.reading, optional(rule.reading)),
        (phrases.law, joined(rule.law().map(|note| note.line(language)), phrases.mark)),
        (phrases.needs, joined(facts, phrases.mark)),
        (phrases.units, joined(statement.units.iter().map(|it| (*it).to_owned()), phrases.mark)),
    ] {
        if !what.is_empty() {
            // "Guofa [2002]" is not a link.
            let what = what.replace('[', "\\[");
            let _ = writeln!(out, "- {name}{}{what}", phrases.colon);
        }
    }
}

/// A bound and the source of its number: 顶岗实践岗位数 ≥ 在职员工 × 0.5 %.
fn bound(bound: &Bound, label: &dyn Fn(&str) -> String, language: Language) -> String {
    let sense = if bound.at_most { "≤" } else { "≥" };
    let whole = bound.of.map(label);
    let number = bound.number.map(|it| it.to_string());
    let numbers = bound.parameters.iter().map(|parameter| {
        let Origin { default, source, .. } =
            Parameters::origin(parameter.key()).expect("every parameter has an origin");
        let unit = parameter.unit.map_or("", |it| it.label().get(language));
        let number = default.map_or("…".to_owned(), |it| format!("{it} {unit}"));
        let (words, status) = (source.words.get(language), source.status.label().get(language));
        format!("{number} (`{}`; {words}, {status})", parameter.key())
    });
    let numbers = (!bound.parameters.is_empty()).then(|| numbers.collect::<Vec<_>>().join(" / "));
    let parts: Vec<String> = [whole, number, numbers].into_iter().flatten().collect();
    format!("{} {sense} {}", label(bound.fact), parts.join(" × "))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn joined(parts: impl IntoIterator<Item = String>, mark: &str) -> String {
    parts.into_iter().collect::<Vec<_>>().join(mark)
}
