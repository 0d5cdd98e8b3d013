//! Generates the guide "The rules" from the catalogues.

use std::fmt::Write as _;

use chanjiao::schema::{self, Draft};
use chanjiao::{Bound, Field, Language, Parameters, Rule, Subject, Unit, subjects};
use serde_json::Value;

/// The headings and labels in one language.
struct Phrases {
    title: &'static str,
    made: &'static str,
    record: &'static str,
    /// What the year or day does: a required one, an optional one, none.
    dated: &'static str,
    dated_or_not: &'static str,
    undated: &'static str,
    kind: &'static str,
    concerns: &'static str,
    asks: &'static str,
    bound: &'static str,
    reading: &'static str,
    choices: &'static str,
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
    made: "由规则目录生成，请勿手改。每类对象列出事实及其所据条文，每条规则给出所据的原文、要求、标准、解读、口径和相关规定；方括号内的数随记录而定。条文以“点、句、分句”编号：9.1b 即第9点第1句第2分句。口径的取值和示例见《口径》，如何阅读报告见《政策工作者指南》。",
    record: "一条记录是",
    dated: "“{}”早于适用起始日的，各条规则均不适用。",
    dated_or_not: "“{}”早于适用起始日的，各条规则均不适用；未填的，按在适用期内判断。",
    undated: "没有年度或日期，一律按在适用期内判断。",
    kind: "性质",
    concerns: "仅针对",
    asks: "要求",
    bound: "标准",
    reading: "解读",
    choices: "口径",
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
    made: "Generated from the catalogue of rules; not to be edited. Each subject has its facts, with the statements that they are for; each rule the phrase it rests on, what it requires, its bounds, how it is read and other law on the same matter. A figure in square brackets depends on the record. Statements are numbered by point, sentence and clause: 9.1b is point 9, sentence 1, clause 2. The guide of readings has the choices of the readings, with examples; the guide for policy officers explains reports.",
    record: "One record is",
    dated: "If “{}” is before the time to which the policy is applied, no rule applies.",
    dated_or_not: "If “{}” is before the time to which the policy is applied, no rule applies; without it, the record is taken to lie within the time.",
    undated: "Without a year or day, records always lie within the time to which the policy is applied.",
    kind: "Kind",
    concerns: "Only for",
    asks: "Requires",
    bound: "Bounds",
    reading: "How it is read",
    choices: "Readings to choose from",
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
        let time = match subject.dated_by() {
            None => phrases.undated.to_owned(),
            Some(field) => {
                let words = if field.required { phrases.dated } else { phrases.dated_or_not };
                words.replace("{}", field.label().get(language))
            }
        };
        let _ = write!(out, "\n{time}\n");
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
        let given = [Some(kind(field, language)), unit, required, authority].into_iter().flatten();
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
    let label = |key: &str| {
        let field = subject.fields().iter().find(|it| it.key() == key);
        field.map_or(key.to_owned(), |it| it.label().get(language).to_owned())
    };
    let facts = list(&entry["facts"]).iter().map(|it| label(text(it).trim_start_matches('/')));
    let kind = [rule.kind.label(), rule.force.label()].map(|it| it.get(language).to_owned());
    let reading = rule.reading.map_or("", |it| it.get(language)).to_owned();
    // What a trend requires is in its words.
    let bounds = bounds.iter().filter(|it| it.before.is_none());
    let bounds = bounds.map(|it| bound(rule, it, subject, language));
    let choices = rule.reading_parameters().map(|it| format!("`{}`", it.key()));
    for (name, what) in [
        (phrases.kind, joined(kind, phrases.mark)),
        (phrases.concerns, rule.scope_words(language).unwrap_or_default()),
        (phrases.asks, joined(rule.requirement_words(language), phrases.mark)),
        (phrases.bound, joined(bounds, phrases.mark)),
        (phrases.reading, reading),
        (phrases.choices, joined(choices, phrases.mark)),
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

/// The kind of a field: in English as in the schemas.
fn kind(field: &Field, language: Language) -> &'static str {
    let english = field.kind.as_str();
    let chinese = match english {
        "text" => "文字",
        "year" => "年份",
        "count" => "整数",
        "flag" => "是否",
        "choice" => "选项",
        "money" => "金额",
        "date" => "日期",
        "dates" => "日期列表",
        "periods" => "时段列表",
        other => panic!("no word for {other}"),
    };
    if language == Language::Chinese { chinese } else { english }
}

/// What a bound on a period measures, by its last parameter; `{}` is the number of years before it.
const PERIODS: [(&str, &str, &str); 5] = [
    ("periodic_long_months", "近{}年顶岗实践、挂职锻炼时间", "practice in the last {} years"),
    ("periodic_short_months", "近{}年顶岗实践、挂职锻炼时间", "practice in the last {} years"),
    (
        "induction_months",
        "入职后前{}年赴企业集中实践锻炼时间",
        "full-time practice in an enterprise within the first {} years of service",
    ),
    ("visit_months", "访学时间", "length of the visit"),
    ("forecast_interval_years", "两次报告的间隔", "interval between reports"),
];

/// A bound and the sources of its numbers: 每年提供的顶岗实践岗位数 ≥ 在职员工数 × 0.5 %.
fn bound(rule: &Rule, bound: &Bound, subject: &Subject, language: Language) -> String {
    let field = |key: &str| subject.fields().iter().find(|it| it.key() == key).expect("a fact");
    let label = |key: &str| field(key).label().get(language);
    let with_unit = |number: &str, unit: Option<Unit>| match unit {
        Some(unit) => format!("{number} {}", unit.label().get(language)),
        None => number.to_owned(),
    };
    let default = |parameter: &Field| {
        let origin = Parameters::origin(parameter.key()).expect("an origin");
        origin.default.map_or("…".to_owned(), |it| with_unit(it, parameter.unit))
    };
    let defaults: Vec<String> = bound.parameters.iter().map(|it| default(it)).collect();
    let last = bound.parameters.last().map(|it| it.key());
    let period = PERIODS.iter().find(|(parameter, ..)| Some(*parameter) == last);
    let (measured, required) = if let Some((_, zh, en)) = period {
        let words = if language == Language::Chinese { zh } else { en };
        let (limit, years) = defaults.split_last().expect("a limit");
        let years = years.first().map_or("", |it| it.split(' ').next().expect("a number"));
        (words.replace("{}", years), limit.clone())
    } else {
        let whole = bound.of.map(|it| label(it).to_owned());
        let number = bound.number.map(|it| with_unit(&it.to_string(), field(bound.fact).unit));
        let parameters = (!defaults.is_empty()).then(|| defaults.join(" / "));
        let parts: Vec<String> = [whole, number, parameters].into_iter().flatten().collect();
        (label(bound.fact).to_owned(), parts.join(" × "))
    };
    let sources = bound.parameters.iter().map(|parameter| {
        let source = rule.source_of(parameter.key()).expect("a source");
        let (words, status) = (source.words.get(language), source.status.label().get(language));
        let key = parameter.key();
        match language {
            Language::Chinese => format!("`{key}`：{words}，{status}"),
            Language::English => format!("`{key}`: {words}, {status}"),
        }
    });
    let sources = match (language, sources.collect::<Vec<_>>()) {
        (_, none) if none.is_empty() => String::new(),
        (Language::Chinese, sources) => format!("（{}）", sources.join("；")),
        (Language::English, sources) => format!(" ({})", sources.join("; ")),
    };
    let sense = if bound.at_most { "≤" } else { "≥" };
    format!("{measured} {sense} {required}{sources}")
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
