//! Each default of a parameter, one unit less and one unit more: which vectors notice.

use chanjiao::{Date, Field, FieldKind, Parameters, check_json};
use serde_json::{Map, Value};

use crate::{Vectors, vectors};

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

/// Every parameter, one unit of its last place below and above its default; where there is none,
/// at one unit.
///
/// # Panics
/// Where such a value is refused.
#[must_use]
pub fn steps() -> Vec<Step> {
    let files = vectors();
    let fields = chanjiao::parameters().iter();
    fields
        .flat_map(|field| values(field).into_iter().map(|value| step(field, value, &files)))
        .collect()
}

fn step(field: &'static Field, value: Value, files: &[Vectors]) -> Step {
    let key = field.key();
    let (default, _) = chanjiao::origin(key).expect("a parameter");
    let given = Value::from(Map::from_iter([(key.to_owned(), value.clone())]));
    assert!(Parameters::from_json(&given.to_string()).is_ok(), "{given} is no value");
    let mut failing = Vec::new();
    for file in files {
        for case in &file.cases {
            let mut parameters = case.parameters.clone().unwrap_or_default();
            if parameters.is_null() {
                parameters = Map::new().into();
            }
            // A vector that sets this parameter, or sets none as it should, says nothing of it.
            let Some(members) = parameters.as_object_mut().filter(|it| !it.contains_key(key))
            else {
                continue;
            };
            members.insert(key.to_owned(), value.clone());
            let given = parameters.to_string();
            let answer = check_json(&file.subject, &case.record_text(), Some(&given));
            if case.holds(&answer).is_err() {
                failing.push(format!("{}: {}", file.subject, case.title));
            }
        }
    }
    Step { parameter: key, default, value, failing }
}

fn values(field: &Field) -> Vec<Value> {
    let (default, _) = chanjiao::origin(field.key()).expect("a parameter");
    let Some(default) = default else {
        return vec![scaled(1, places(field)).into()];
    };
    if let FieldKind::Date = field.kind {
        let day = default.parse::<Date>().expect("a date").day_number();
        let days = (1_900..3_000).flat_map(|year| (1..=12).map(move |month| (year, month)));
        let days = days.flat_map(|(year, month)| {
            (1..=31).map(move |day| format!("{year:04}-{month:02}-{day:02}"))
        });
        let near =
            |text: &String| text.parse::<Date>().is_ok_and(|it| (it.day_number() - day).abs() == 1);
        return days.filter(near).map(Value::from).collect();
    }
    let places = places(field);
    let (whole, fraction) = default.split_once('.').unwrap_or((default, ""));
    let units: i64 = format!("{whole}{fraction:0<places$}").parse().expect("digits");
    let value = |units: i64| match places {
        0 => units.into(),
        _ => scaled(units, places).into(),
    };
    [units - 1, units + 1].map(value).into()
}

/// The decimals that a value of this kind may have.
fn places(field: &Field) -> usize {
    match field.kind {
        FieldKind::Money => 2,
        FieldKind::Share => 4,
        _ => 0,
    }
}

fn scaled(units: i64, places: usize) -> String {
    let digits = format!("{units:0>width$}", width = places + 1);
    let (whole, fraction) = digits.split_at(digits.len() - places);
    format!("{whole}.{fraction}")
}
