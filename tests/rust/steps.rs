//! Changes every default of a parameter and lists the vectors that then fail.

use chanjiao::{
    Conclusion, Date, Field, FieldKind, Measurement, Parameters, Record, Report, Subject, Verdict,
};
use serde_json::{Map, Value};

use crate::{Case, Vectors};

/// By how much a default changes.
#[derive(Debug, Clone, Copy)]
pub enum Size {
    /// One unit of its last place; for a date, one day; for a reading, each other choice.
    Unit,
    /// A quarter, at least one unit; for a date, a year; not for a reading.
    Quarter,
}

/// A parameter at another value than its default.
#[derive(Debug)]
pub struct Step<'a> {
    /// The parameter.
    pub parameter: &'static str,
    /// Its default; `None` if the source sets no number.
    pub default: Option<&'static str>,
    /// The value given instead.
    pub value: Value,
    /// The vectors that fail.
    pub failing: Vec<(&'static Subject, &'a Case)>,
}

/// A vector with a valid record, parsed once, and its result with the defaults.
struct Judged<'a> {
    subject: &'static Subject,
    case: &'a Case,
    expected: Case,
    record: Record,
    found: Found,
}

/// A report without its sentences.
type Found = (Conclusion, Vec<(Verdict, Vec<Measurement>)>);

/// Steps every parameter one step down and one step up from its default. A parameter without a
/// default is set to one unit; a day without a default, to the day next to where it has no effect.
///
/// # Panics
/// If a value is rejected.
#[must_use]
pub fn steps(files: &[Vectors], size: Size) -> Vec<Step<'_>> {
    let cases = files.iter().flat_map(|file| {
        let subject = chanjiao::subject(&file.subject).expect("a subject");
        file.cases.iter().filter_map(move |case| {
            let record = subject.parse(&case.record_text()).ok()?;
            let parameters = with(case, None)?;
            let found = found(&record.check(&parameters));
            // These name every parameter that is given.
            let expected = Case { overridden: None, says: None, ..case.clone() };
            Some(Judged { subject, case, expected, record, found })
        })
    });
    let cases: Vec<Judged<'_>> = cases.collect();
    let fields = chanjiao::parameters().iter();
    let steps = fields
        .flat_map(|field| values(field, size).into_iter().map(|value| step(field, value, &cases)));
    steps.collect()
}

fn step<'a>(field: &'static Field, value: Value, cases: &[Judged<'a>]) -> Step<'a> {
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
        found(&report) != it.found && it.expected.holds(&report.answer_json()).is_err()
    });
    let failing = failing.map(|it| (it.subject, it.case)).collect();
    Step { parameter: key, default, value, failing }
}

/// The parameters of a case and one more. `None` if the case sets that one itself or its parameters
/// are invalid.
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

fn values(field: &Field, size: Size) -> Vec<Value> {
    let default = Parameters::origin(field.key()).expect("a parameter").default;
    let decimals = decimals(field);
    let value = |units: i64| match decimals {
        0 => units.into(),
        _ => scaled(units, decimals).into(),
    };
    if let FieldKind::Choice(choices) = field.kind {
        let others = choices.iter().map(chanjiao::Choice::key).filter(|it| Some(*it) != default);
        return match size {
            Size::Unit => others.map(Value::from).collect(),
            Size::Quarter => Vec::new(),
        };
    }
    let Some(default) = default else {
        return match (field.key(), size) {
            // Unset, it is unlimited.
            ("policy_applies_to", Size::Unit) => vec!["2999-12-30".into()],
            // Unset, it is the first day of the policy, 2019-01-01.
            ("induction_applies_from", Size::Unit) => vec!["2019-01-02".into()],
            ("induction_applies_from", Size::Quarter) => vec!["2020-01-01".into()],
            ("policy_applies_to", Size::Quarter) => Vec::new(),
            _ => vec![value(1)],
        };
    };
    if let FieldKind::Date = field.kind {
        let day = default.parse::<Date>().expect("a date").day_number();
        let step = match size {
            Size::Unit => 1,
            Size::Quarter => 365,
        };
        let text = |day| Date::from_day_number(day).expect("a date").to_string();
        return [day - step, day + step].map(|day| text(day).into()).into();
    }
    let (whole, fraction) = default.split_once('.').unwrap_or((default, ""));
    let units: i64 = format!("{whole}{fraction:0<decimals$}").parse().expect("digits");
    let step = match size {
        Size::Unit => 1,
        Size::Quarter => (units / 4).max(1),
    };
    [units - step, units + step].map(value).into()
}

/// The number of decimals of a parameter.
fn decimals(field: &Field) -> usize {
    match field.kind {
        FieldKind::Money => 2,
        FieldKind::Share => 4,
        FieldKind::Count(_) | FieldKind::Date | FieldKind::Choice(_) => 0,
        other @ (FieldKind::Text
        | FieldKind::Year
        | FieldKind::Flag
        | FieldKind::Dates
        | FieldKind::Periods
        | _) => panic!("no parameter of {other:?}"),
    }
}

fn scaled(units: i64, decimals: usize) -> String {
    let digits = format!("{units:0>width$}", width = decimals + 1);
    let (whole, fraction) = digits.split_at(digits.len() - decimals);
    format!("{whole}.{fraction}")
}
