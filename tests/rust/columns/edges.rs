//! Cells at the boundary between the fast loops and the single-cell reader.

use std::sync::Arc;

use arrow_array::{
    Array, ArrayRef, BooleanArray, Date32Array, Decimal128Array, FixedSizeListArray, ListArray,
    StringArray, StructArray, TimestampMicrosecondArray, TimestampMillisecondArray,
    TimestampNanosecondArray, TimestampSecondArray,
};
use arrow_buffer::OffsetBuffer;
use arrow_schema::{DataType, Field as Column};
use chanjiao::subject;

use super::{Rows, compare};

/// Compares a column with the same cells as JSON.
fn same(of: &str, key: &str, array: ArrayRef, json: &[&str]) {
    let cells = json.iter().map(|it| Some((*it).to_owned())).collect();
    let rows = Rows::of(vec![(key.to_owned(), (array, cells))], json.len());
    compare(subject(of).expect("a subject"), &rows, None);
}

#[test]
fn a_time_of_day_is_in_the_fault() {
    // The first days of 1970, and the last one of 1969.
    let (noon, late) = (43_200, 2 * 86_400 - 1);
    let at = |a_second: i64, more: i64| vec![noon * a_second, late * a_second + more, -more];
    let columns: [(ArrayRef, &str, &str); 4] = [
        (Arc::new(TimestampSecondArray::from(at(1, 0))), "", "1970-01-01"),
        (
            Arc::new(TimestampMillisecondArray::from(at(1_000, 250))),
            ".250",
            "1969-12-31T23:59:59.750",
        ),
        (
            Arc::new(TimestampMicrosecondArray::from(at(1_000_000, 5))),
            ".000005",
            "1969-12-31T23:59:59.999995",
        ),
        (
            Arc::new(TimestampNanosecondArray::from(at(1_000_000_000, 120_000))),
            ".000120000",
            "1969-12-31T23:59:59.999880000",
        ),
    ];
    for (array, fraction, before) in columns {
        let json = [
            "\"1970-01-01T12:00:00\"".to_owned(),
            format!("\"1970-01-02T23:59:59{fraction}\""),
            format!("\"{before}\""),
        ];
        same("internship", "starts_on", array, &json.each_ref().map(String::as_str));
    }
}

#[test]
fn decimals_with_a_negative_scale_have_the_same_range() {
    let tens = Decimal128Array::from(vec![189, 190, 299, 300]).with_precision_and_scale(9, -1);
    let json = ["1890", "1900", "2990", "3000"];
    same("enterprise", "year", Arc::new(tens.expect("fits")), &json);
}

#[test]
fn fixed_size_lists_are_lists() {
    let days = StringArray::from(vec!["a", "b", "c", "2024-01-05", "2024-07-01", "f"]);
    let item = Arc::new(Column::new_list_field(DataType::Utf8, true));
    let lists = FixedSizeListArray::new(item, 2, Arc::new(days), None);
    let json = [r#"["a","b"]"#, r#"["c","2024-01-05"]"#, r#"["2024-07-01","f"]"#];
    same("industry_forecast", "published", Arc::new(lists.clone()), &json);
    same("industry_forecast", "published", Arc::new(lists.slice(1, 2)), &json[1..]);
}

#[test]
fn a_duplicate_field_of_a_period_is_a_fault() {
    let day = |day: i32| -> ArrayRef { Arc::new(Date32Array::from(vec![day])) };
    let flag: ArrayRef = Arc::new(BooleanArray::from(vec![true]));
    let (start, end) = (("start", "\"1970-01-02\"", day(1)), ("end", "\"1970-02-01\"", day(31)));
    let inside = ("in_enterprise", "true", flag);
    for again in [None, Some(&start), Some(&end), Some(&inside)] {
        let fields: Vec<_> = [&start, &end, &inside].into_iter().chain(again).collect();
        let columns = fields.iter().map(|(name, _, column)| {
            (Arc::new(Column::new(*name, column.data_type().clone(), true)), column.clone())
        });
        let items = StructArray::from(columns.collect::<Vec<_>>());
        let item = Arc::new(Column::new_list_field(items.data_type().clone(), true));
        let offsets = OffsetBuffer::from_lengths([1]);
        let list: ArrayRef = Arc::new(ListArray::new(item, offsets, Arc::new(items), None));
        let members = fields.iter().map(|(name, json, _)| format!("\"{name}\":{json}"));
        let json = format!("[{{{}}}]", members.collect::<Vec<_>>().join(","));
        let as_of: ArrayRef = day(60);
        let columns = [("as_of", as_of, "\"1970-03-02\""), ("practice", list, &json)];
        let columns = columns
            .map(|(key, array, json)| (key.to_owned(), (array, vec![Some(json.to_owned())])));
        compare(subject("teacher").expect("a subject"), &Rows::of(columns.into(), 1), None);
    }
}

#[test]
fn explanations_may_be_structs() {
    let rules = ["enterprise.teacher_posts", "enterprise.training_coverage"];
    let columns = rules.into_iter().zip([[Some("a"), None], [Some("b"), Some("c")]]);
    let columns = columns.map(|(rule, texts)| {
        let column: ArrayRef = Arc::new(StringArray::from(texts.to_vec()));
        (Arc::new(Column::new(rule, DataType::Utf8, true)), column)
    });
    let structs = StructArray::from(columns.collect::<Vec<_>>());
    let json = [
        r#"{"enterprise.teacher_posts":"a","enterprise.training_coverage":"b"}"#,
        r#"{"enterprise.training_coverage":"c"}"#,
    ];
    same("enterprise", "explanations", Arc::new(structs), &json);
}
