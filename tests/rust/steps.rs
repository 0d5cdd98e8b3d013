//! Each default of a parameter, one unit less and one unit more: which vectors notice.

use chanjiao::{
    Conclusion, Date, Field, FieldKind, Measurement, Parameters, Record, Report, Subject, Verdict,
};
use serde_json::{Map, Value};

use crate::{Case, vectors};

/// A parameter at another value than its default.
#[derive(Debug)]
pub struct Step {
    /// The parameter.
    pub parameter: &'static str,
    /// Its default; none where the source sets no number.
    pub default: Option<&'static str>,
    /// The value that was given instead.
    pub value: Value,
    /// The titles of the vectors that then no longer hold.
    pub failing: Vec<String>,
}

/// A vector that judges, its record read once, and what it comes to with the defaults.
struct Judged<'a> {
    subject: &'static Subject,
    case: &'a Case,
    record: Record,
    found: Found,
}

/// What a report says but for its words.
type Found = (Conclusion, Vec<(Verdict, Vec<Measurement>)>);

/// Every parameter, one unit of its last place below and above its default; where there is none,
/// at one unit.
///
/// # Panics
/// Where such a value is refused.
#[must_use]
pub fn steps() -> Vec<Step> {
    let files = vectors();
    let cases = files.iter().flat_map(|file| {
        let subject = chanjiao::subject(&file.subject).expect("a subject");
        file.cases.iter().filter_map(move |case| {
            let record = subject.parse(&case.record_text()).ok()?;
            let parameters = with(case, None)?;
            let found = found(&record.check(&parameters));
            Some(Judged { subject, case, record, found })
        })
    });
    let cases: Vec<Judged<'_>> = cases.collect();
    let fields = chanjiao::parameters().iter();
    fields
        .flat_map(|field| values(field).into_iter().map(|value| step(field, value, &cases)))
        .collect()
}

fn step(field: &'static Field, value: Value, cases: &[Judged<'_>]) -> Step {
    let key = field.key();
    let default = Parameters::origin(key).expect("a parameter").default;
    let alone = Value::from(Map::from_iter([(key.to_owned(), value.clone())])).to_string();
    let alone = Parameters::from_json(&alone).expect("a value that is accepted");
    let failing = cases.iter().filter(|it| {
        let parameters = match &it.case.parameters {
            None => Some(alone.clone()),
            Some(_) => with(it.case, Some((key, &value))),
        };
        let Some(parameters) = parameters else { return false };
        let report = it.record.check(&parameters);
        found(&report) != it.found && it.case.holds(&report.answer_json()).is_err()
    });
    let title = |it: &Judged<'_>| format!("{}: {}", it.subject.name, it.case.title);
    let failing = failing.map(title).collect();
    Step { parameter: key, default, value, failing }
}

/// The parameters of a case, and one more; none if it sets that one itself, or none that is
/// accepted.
fn with(case: &Case, more: Option<(&str, &Value)>) -> Option<Parameters> {
    let mut members = match &case.parameters {
        None => Map::new(),
        Some(parameters) => parameters.as_object()?.clone(),
    };
    if let Some((key, value)) = more
        && members.insert(key.to_owned(), value.clone()).is_some()
    {
        return None;
    }
    Parameters::from_json(&Value::from(members).to_string()).ok()
}

fn found(report: &Report) -> Found {
    let findings = report.findings.iter().map(|it| (it.verdict, it.bounds.clone()));
    (report.conclusion, findings.collect())
}

fn values(field: &Field) -> Vec<Value> {
    let default = Parameters::origin(field.key()).expect("a parameter").default;
    let Some(default) = default else {
        return vec![scaled(1, decimals(field)).into()];
    };
    if let FieldKind::Date = field.kind {
        let day = default.parse::<Date>().expect("a date").day_number();
        let text = |day| Date::from_day_number(day).expect("a date").to_string();
        return [day - 1, day + 1].map(|day| text(day).into()).into();
    }
    let decimals = decimals(field);
    let (whole, fraction) = default.split_once('.').unwrap_or((default, ""));
    let units: i64 = format!("{whole}{fraction:0<decimals$}").parse().expect("digits");
    let value = |units: i64| match decimals {
        0 => units.into(),
        _ => scaled(units, decimals).into(),
    };
    [units - 1, units + 1].map(value).into()
}

/// The decimals that a value of this kind may have.
fn decimals(field: &Field) -> usize {
    match field.kind {
        FieldKind::Money => 2,
        FieldKind::Share => 4,
        _ => 0,
    }
}

fn scaled(units: i64, decimals: usize) -> String {
    let digits = format!("{units:0>width$}", width = decimals + 1);
    let (whole, fraction) = digits.split_at(digits.len() - decimals);
    format!("{whole}.{fraction}")
}
