//! serde reads and writes what the reader and the writer of answers do.

use chanjiao::{
    Code, Count, Date, Enterprise, Faults, IndustryForecast, Money, Parameters, Share, SizeClass,
    Teacher, Visit, check,
};
use chanjiao_tests::vectors;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

fn typed<T>(
    subject: &str,
    from_json: fn(&str) -> Result<T, Faults>,
    report: fn(&T) -> chanjiao::Report,
) where
    T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug,
{
    let mut read = 0;
    for case in vectors().iter().filter(|file| file.subject == subject).flat_map(|file| &file.cases)
    {
        let Ok(value) = serde_json::from_str::<Value>(&case.record_text()) else { continue };
        let by_reader = from_json(&value.to_string());
        let by_serde = serde_json::from_value::<T>(value);
        match (by_reader, by_serde) {
            (Ok(record), Ok(same)) => {
                assert_eq!(record, same, "{}", case.title);
                let written = serde_json::to_string(&record).expect("a record is written");
                assert_eq!(
                    from_json(&written).as_ref().ok(),
                    Some(&record),
                    "{}: {written}",
                    case.title
                );
                let answer: Value =
                    serde_json::from_str(&report(&record).to_json()).expect("an answer is JSON");
                let report = serde_json::to_value(report(&record)).expect("a report is written");
                assert_eq!(answer["report"], report, "{}", case.title);
                read += 1;
            }
            // A tree has no line and column.
            (Err(faults), Err(error)) if faults.iter().any(|it| it.code == Code::TooDeep) => {
                assert!(error.to_string().contains("nested too deep"), "{error}");
            }
            (Err(faults), Err(error)) => assert_eq!(faults.to_string(), error.to_string()),
            (reader, serde) => panic!("{}: {reader:?} but {serde:?}", case.title),
        }
    }
    assert!(read > 5, "{subject}: {read} records");
}

#[test]
fn records_and_reports_go_through_serde_unchanged() {
    typed("enterprise", Enterprise::from_json, |it| check(it, &Parameters::default()));
    typed("teacher", Teacher::from_json, |it| check(it, &Parameters::default()));
    typed("visit", Visit::from_json, |it| check(it, &Parameters::default()));
    typed("industry_forecast", IndustryForecast::from_json, |it| check(it, &Parameters::default()));
}

#[test]
fn quantities_are_read_by_value_and_written_exactly() {
    fn both<T: Serialize + DeserializeOwned>(given: Value) -> Option<Value> {
        let value: T = serde_json::from_value(given).ok()?;
        serde_json::to_value(value).ok()
    }
    assert_eq!(both::<Count>(json!(3.0)), Some(json!(3)));
    assert_eq!(both::<Count>(json!(1.5)), None);
    assert_eq!(both::<Money>(json!(1234.5)), Some(json!("1234.50")));
    assert_eq!(both::<Money>(json!("0.07")), Some(json!("0.07")));
    assert_eq!(both::<Money>(json!(1.005)), None);
    assert_eq!(both::<Share>(json!("0.5")), Some(json!("0.5000")));
    assert_eq!(both::<Date>(json!("2024-02-29")), Some(json!("2024-02-29")));
    assert_eq!(both::<Date>(json!("2023-02-29")), None);
    assert_eq!(both::<SizeClass>(json!("medium")), Some(json!("medium")));
    assert_eq!(both::<SizeClass>(json!("Medium")), None);
}
