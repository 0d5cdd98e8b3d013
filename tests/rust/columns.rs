//! Tables: each row has the same answer as its record, byte for byte.

#[path = "columns/cells.rs"]
mod cells;
#[path = "columns/edges.rs"]
mod edges;
#[path = "columns/output.rs"]
mod output;

use std::collections::BTreeMap;
use std::sync::Arc;

use arrow_array::types::Int32Type;
use arrow_array::{
    Array, ArrayRef, BooleanArray, Decimal128Array, DictionaryArray, Float32Array, Float64Array,
    Int32Array, Int64Array, NullArray, PrimitiveArray, RecordBatch, RecordBatchOptions,
    StringArray, make_array, new_null_array,
};
use arrow_schema::{DataType, Field as Column, Schema};
use chanjiao::columns::{Checked, Plan, PlanErrors, RowFault, check_batch};
use chanjiao::json::{self, Node};
use chanjiao::table::{Note, Options, Outside, WideColumn};
use chanjiao::{Field, FieldKind, Language, Parameters, Subject, check_json, subject, subjects};
use chanjiao_tests::{Draw, vectors};
use output::cell;
use serde_json::Value;

/// A table, and each row of it as a record in JSON text.
struct Rows {
    batch: RecordBatch,
    records: Vec<String>,
}

impl Rows {
    fn of(columns: Vec<(String, cells::Cells)>, rows: usize) -> Self {
        let fields: Vec<Column> = columns
            .iter()
            .map(|(name, (array, _))| Column::new(name, array.data_type().clone(), true))
            .collect();
        let records = (0..rows)
            .map(|row| {
                let cells = columns.iter().filter_map(|(name, (_, json))| {
                    Some(format!("\"{name}\":{}", json[row].as_ref()?))
                });
                format!("{{{}}}", cells.collect::<Vec<_>>().join(","))
            })
            .collect();
        let arrays = columns.into_iter().map(|(_, (array, _))| array).collect();
        let options = RecordBatchOptions::new().with_row_count(Some(rows));
        let schema = Arc::new(Schema::new(fields));
        let batch = RecordBatch::try_new_with_options(schema, arrays, &options).expect("a batch");
        Self { batch, records }
    }

    /// A random table without about one column in `share`.
    fn random(draw: &mut Draw, subject: &Subject, rows: usize, share: usize) -> Self {
        let mut columns: Vec<(String, cells::Cells)> = Vec::new();
        for field in subject.fields() {
            if field.required || !draw.one_in(share) {
                columns.push((field.key().to_owned(), cells::cells(draw, field, rows)));
            }
        }
        if draw.one_in(2) && !subject.rules().is_empty() {
            let explanations = cells::explanations(draw, subject.rules(), rows);
            columns.push(("explanations".to_owned(), explanations));
        }
        Self::of(columns, rows)
    }
}

/// Compares each row of the table with the answer to its record.
fn compare(subject: &'static Subject, rows: &Rows, parameters: Option<&str>) {
    let plan =
        Plan::new(subject, rows.batch.schema_ref(), &Options::default(), None).expect("a plan");
    let plan = plan.contested(true);
    let given =
        parameters.map_or(Parameters::default(), |it| Parameters::from_json(it).expect("ok"));
    let checked = plan.check(&rows.batch, &given).expect("the batch of the plan");
    let table = checked.to_batch();
    assert_eq!(table.schema(), plan.output_schema());
    assert_eq!(table.num_rows(), rows.records.len());
    // No null buffer is allocated if every row is valid.
    let unanswered = !checked.faults().is_empty() || 0 < checked.passed();
    assert_eq!(table.column(0).nulls().is_some(), unanswered);
    let mut faults: BTreeMap<usize, Vec<Value>> = BTreeMap::new();
    for fault in checked.faults() {
        faults.entry(fault.row).or_default().push(serde_json::json!({
            "pointer": fault.fault.pointer,
            "code": fault.fault.code.as_str(),
            "given": fault.fault.given,
            "message": {
                "zh": fault.fault.message(Language::Chinese),
                "en": fault.fault.message(Language::English),
            },
        }));
    }
    let mut passed = 0;
    for (row, record) in rows.records.iter().enumerate() {
        assert_eq!(plan.passes(&rows.batch, row), !is_record(&plan, record), "row {row}: {record}");
        if plan.passes(&rows.batch, row) {
            passed += 1;
            assert!(!faults.contains_key(&row), "row {row}: {record}");
            assert!(row_of(&table, row).iter().all(|(_, it)| it.is_none()), "row {row}: {record}");
            continue;
        }
        let answer = check_json(subject.name, record, parameters);
        // A row converted to a record has the same answer.
        let single = match plan.record(&rows.batch, row) {
            Ok(record) => record.check(&given).answer_json(),
            Err(faults) => faults.answer_json(),
        };
        assert_eq!(single, answer, "row {row}: {record}");
        let answer: Value = serde_json::from_str(&answer).expect("JSON");
        let mut expected = answer["faults"].as_array().expect("a list").clone();
        let mut found = faults.remove(&row).unwrap_or_default();
        for fault in &mut expected {
            let fault = fault.as_object_mut().expect("a fault");
            fault.remove("in");
            fault.remove("help");
        }
        for (found, expected) in found.iter_mut().zip(&mut expected) {
            // A string is given as it stands: 2024/02/29, not the date that it is read as.
            let [found, expected] =
                [found, expected].map(|it| it.as_object_mut().expect("a fault"));
            if found["given"] != expected["given"] {
                assert!(is_text(&plan, &rows.batch, &found["pointer"]), "row {row}: {record}");
                expected["given"] = found["given"].clone();
            }
        }
        assert_eq!(found, expected, "row {row}: {record}");
        for (column, found) in row_of(&table, row) {
            assert_eq!(found, expected_cell(&answer, &column), "{column} of row {row}: {record}");
        }
    }
    assert_eq!(checked.passed(), passed);
}

/// Whether a row of a table with this record is one: it has a value beside the name, unless the table
/// has only names.
fn is_record(plan: &Plan, record: &str) -> bool {
    let fields = plan.subject().fields().iter();
    let name = fields.clone().find(|it| matches!(it.kind, FieldKind::Text)).map(Field::key);
    let only_name = plan.columns().all(|(_, key)| Some(key) == name);
    let Ok(Node::Map(members)) = json::parse(record) else { panic!("no record: {record}") };
    members.iter().any(|(key, node)| {
        let filled = match node {
            Node::Null => false,
            Node::Text(text) => !text.trim().is_empty(),
            Node::Bool(_) | Node::Number(_) | Node::List(_) | Node::Map(_) => true,
        };
        filled && (only_name || Some(key.as_ref()) != name)
    })
}

/// The cells of a row of the result table, as text.
fn row_of(table: &RecordBatch, row: usize) -> Vec<(String, Option<String>)> {
    let cells = table.schema_ref().fields().iter().zip(table.columns());
    cells.map(|(field, array)| (field.name().clone(), cell(array, row))).collect()
}

/// The value in an answer that corresponds to a column.
fn expected_cell(answer: &Value, column: &str) -> Option<String> {
    let report = &answer["report"];
    let is_contested = |of: &Value| of["contested"].as_array().map(|it| !it.is_empty());
    if column == "conclusion.contested" {
        return is_contested(report).map(|it| it.to_string());
    }
    if column == "conclusion" {
        return report["conclusion"].as_str().map(str::to_owned);
    }
    let gap = ["shortfall", "excess"].into_iter().find(|it| column.ends_with(it));
    let rule = gap.map_or(column, |gap| &column[..column.len() - gap.len() - 1]);
    let contested = column.strip_suffix(".contested");
    let rule = contested.unwrap_or(rule);
    let finding = report["findings"].as_array()?.iter().find(|it| it["rule"] == rule)?;
    if contested.is_some() {
        return is_contested(finding).map(|it| it.to_string());
    }
    let cell = match gap {
        Some(gap) => {
            assert_eq!(finding["bounds"].as_array().map(Vec::len), Some(1), "{rule}");
            &finding["bounds"][0][gap]
        }
        None => &finding["verdict"],
    };
    cell.as_str().map(str::to_owned)
}

/// Random choices of all readings, and other parameters.
fn parameters(draw: &mut Draw) -> String {
    let mut parameters = serde_json::json!({
        "internship_posts_per_staff": 1,
        "frontline_share": 55.5,
        "visit_months": 3,
        "policy_applies_from": draw.of(&["2018-06-30", "2019-01-01", "2021-03-01"]),
        "policy_applies_to": draw.of(&["2024-02-29", "2025-01-01", "2999-12-31"]),
    });
    for field in chanjiao::parameters() {
        if let Some(choices) = field.choices() {
            parameters[field.key()] = choices[draw.below(choices.len())].key().into();
        }
    }
    parameters.to_string()
}

#[test]
fn random_tables_equal_their_records() {
    for subject in subjects() {
        let mut draw = Draw::new(subject.name);
        for round in 0..12 {
            let rows = Rows::random(&mut draw, subject, [0, 1, 17, 40][round % 4], 8);
            let parameters = parameters(&mut draw);
            compare(subject, &rows, [None, None, Some(parameters.as_str())][round % 3]);
        }
    }
}

#[test]
fn tables_may_have_any_number_of_rows() {
    for name in ["enterprise", "teacher", "industry_forecast"] {
        let subject = subject(name).expect("a subject");
        for rows in [1_023, 1_025, 2_047, 2_048, 2_049, 4_100] {
            let mut draw = Draw::new(&format!("{name} {rows}"));
            compare(subject, &Rows::random(&mut draw, subject, rows, 20), None);
        }
    }
}

#[test]
fn every_vector_gives_the_same_as_a_row() {
    for file in vectors() {
        let subject = subject(&file.subject).expect("a subject");
        for case in file.cases.iter().filter(|case| case.tests != "fault") {
            let text = case.record_text();
            let parameters = case.parameters.as_ref().map(Value::to_string);
            let Ok(Node::Map(record)) = json::parse(&text) else { continue };
            let columns = record.iter().map(|(key, node)| {
                let array: ArrayRef = match node {
                    Node::Null => Arc::new(NullArray::new(1)),
                    Node::Bool(flag) => Arc::new(BooleanArray::from(vec![*flag])),
                    Node::Text(text) => Arc::new(StringArray::from(vec![text.as_ref()])),
                    Node::Number(text) => match text.parse::<i64>() {
                        Ok(number) => Arc::new(Int64Array::from(vec![number])),
                        Err(_) => Arc::new(StringArray::from(vec![text.as_ref()])),
                    },
                    // Lists and explanations are given as JSON text.
                    other @ (Node::List(_) | Node::Map(_)) => {
                        let mut text = String::new();
                        other.push_json(&mut text);
                        Arc::new(StringArray::from(vec![text]))
                    }
                };
                (key.to_string(), (array, vec![None]))
            });
            let rows = Rows::of(columns.collect(), 1);
            let plan = Plan::new(subject, rows.batch.schema_ref(), &Options::default(), None);
            let plan = plan.unwrap_or_else(|error| panic!("{}: {error}", case.title));
            let plan = plan.contested(true);
            let given =
                parameters.as_deref().map_or(Ok(Parameters::default()), Parameters::from_json);
            let Ok(given) = given else { continue };
            let table = plan.check(&rows.batch, &given).expect("a batch of the plan").to_batch();
            if !is_record(&plan, &text) {
                assert!(row_of(&table, 0).iter().all(|(_, it)| it.is_none()), "{}", case.title);
                continue;
            }
            let answer: Value =
                serde_json::from_str(&check_json(subject.name, &text, parameters.as_deref()))
                    .expect("JSON");
            for (column, found) in row_of(&table, 0) {
                assert_eq!(found, expected_cell(&answer, &column), "{column}: {}", case.title);
            }
        }
    }
}

#[test]
fn results_do_not_depend_on_the_number_of_threads() {
    let enterprise = subject("enterprise").expect("a subject");
    let few = Rows::random(&mut Draw::new("threads"), enterprise, 2_049, 20).batch;
    for rows in [0, 1, 2_048, 2_049] {
        compare_threads(&few.slice(0, rows), None);
    }
    // Enough rows for several blocks per thread, some of them invalid.
    let count = |of: fn(i64) -> i64| -> ArrayRef {
        Arc::new((0..400_000).map(|row| (row % 19 != 0).then(|| of(row))).collect::<Int64Array>())
    };
    // Only the last rows have wages, and numbers to be noted.
    let wages: Float64Array =
        (0..400_000).map(|row| (390_000 < row).then_some(0.1 + 0.2)).collect();
    let columns = [
        ("total_wages_yuan", Arc::new(wages) as ArrayRef),
        ("staff_total", count(|row| row % 1_000 - 30)),
        ("trained_staff", count(|row| row % 301)),
    ];
    let many = RecordBatch::try_from_iter(columns).expect("a batch");
    let faults = compare_threads(&many, Some(&["enterprise.training_coverage"]));
    assert!(10_000 < faults, "{faults} faults");
    let plan = Plan::new(enterprise, many.schema_ref(), &Options::default(), None).expect("a plan");
    let checked = plan.check(&many, &Parameters::default()).expect("a table");
    assert_eq!(noted(checked.notes()), [("fifteen_digits", 0, "total_wages_yuan", 9_999)]);
}

/// Compares numbers of threads and returns the number of faults.
fn compare_threads(batch: &RecordBatch, rules: Option<&[&str]>) -> usize {
    let enterprise = subject("enterprise").expect("a subject");
    let plan =
        Plan::new(enterprise, batch.schema_ref(), &Options::default(), rules).expect("a plan");
    let whole = plan.check(batch, &Parameters::default()).expect("the batch of the plan");
    let all_faults: Vec<String> = whole.faults().iter().map(|it| described(it, 0)).collect();
    for threads in [0, 1, 2, 5, 100] {
        let several = plan.check_threads(batch, &Parameters::default(), threads);
        let several = several.expect("the batch of the plan");
        assert!(!several.is_empty(), "{threads} threads");
        let (mut row, mut faults, mut notes) = (0, Vec::new(), Vec::new());
        for found in several {
            let count = found.num_rows();
            assert_eq!(found.to_batch(), whole.to_batch().slice(row, count), "{threads} threads");
            faults.extend(found.faults().iter().map(|it| described(it, row)));
            let below = u64::try_from(row).expect("a row");
            Note::merge(&mut notes, found.notes().iter().map(|it| it.clone().below(below)));
            row += count;
        }
        assert_eq!(row, batch.num_rows(), "{threads} threads");
        assert_eq!(notes, whole.notes(), "{threads} threads");
        assert_eq!(faults, all_faults, "{threads} threads");
    }
    all_faults.len()
}

/// Describes a fault, its row counted from the start of the table.
fn described(it: &RowFault, first: usize) -> String {
    format!("{} {} {}", first + it.row, it.column, it.fault)
}

#[test]
fn integers_of_every_width_are_read() {
    let subject = subject("enterprise").expect("a subject");
    for number in [0, 1, 127, 128, 255, 65_535, 2_147_483_648, 9_007_199_254_740_991] {
        for array in cells::widths(number) {
            let json = vec![Some(number.to_string())];
            compare(subject, &Rows::of(vec![("staff_total".to_owned(), (array, json))], 1), None);
        }
    }
}

#[test]
fn units_in_headers_are_applied() {
    let subject = subject("enterprise").expect("a subject");
    let arrays: Vec<(ArrayRef, &str)> = vec![
        (Arc::new(Int32Array::from(vec![10_000])), "100000000.00"),
        (Arc::new(Float64Array::from(vec![9_999.999_999])), "99999999.99"),
        (Arc::new(StringArray::from(vec!["9999.999999"])), "99999999.99"),
        (
            Arc::new(
                Decimal128Array::from(vec![9_999_999_999_i128])
                    .with_precision_and_scale(20, 6)
                    .expect("fits"),
            ),
            "99999999.99",
        ),
    ];
    for (array, yuan) in arrays {
        let batch = RecordBatch::try_from_iter([("销售收入（万元）", array)]).expect("a batch");
        let plan =
            Plan::new(subject, batch.schema_ref(), &Options::default(), None).expect("a plan");
        let record = plan.record(&batch, 0).expect("no faults");
        let report = record.check(&Parameters::default());
        let partner = report.finding("enterprise.cooperation_partner").expect("a rule");
        assert_eq!(partner.bounds[0].measured.as_deref(), Some(yuan));
        let table = plan.check(&batch, &Parameters::default()).expect("a table").to_batch();
        let verdict = cell(table.column_by_name(partner.rule.id).expect("a column"), 0);
        assert_eq!(verdict.as_deref(), Some(partner.verdict.as_str()));
    }
}

/// Whether the column of the fact at this pointer holds strings.
fn is_text(plan: &Plan, batch: &RecordBatch, pointer: &Value) -> bool {
    let key = pointer.as_str().and_then(|it| it.strip_prefix('/')).unwrap_or_default();
    let (index, _) = plan.columns().find(|(_, fact)| *fact == key).expect("a column");
    let data_type = batch.column(index).data_type();
    let values = if let DataType::Dictionary(_, values) = data_type { values } else { data_type };
    values.is_string()
}

/// The notes on a checked batch: kind, index and header of the column, number of cells.
fn noted(notes: &[Note]) -> Vec<(&'static str, usize, &str, u64)> {
    let cells = notes.iter().filter_map(|note| Some((note.kind(), note.cells()?)));
    cells.map(|(kind, it)| (kind, it.index, it.column.as_str(), it.count)).collect()
}

#[test]
fn columns_whose_floats_are_not_their_shortest_decimal_are_noted() {
    let subject = subject("enterprise").expect("a subject");
    let floats = |floats: &[f64]| -> ArrayRef { Arc::new(Float64Array::from(floats.to_vec())) };
    let wages = floats(&[1_234_567.890_000_000_1, 0.1 + 0.2, 0.3, 1_234_567.891, 5e13]);
    let sales = floats(&[100.0 / 3.0, 1.5, 0.000_010_5, 2.0, f64::NAN]);
    let staff: ArrayRef = Arc::new(
        [Some(2_999.999_999_999_999_5), Some(3_000.0), None, Some(1.0), Some(3_000.000_001)]
            .into_iter()
            .collect::<Float64Array>(),
    );
    let single: ArrayRef = Arc::new(Float32Array::from(vec![0.1, 12_345.678, 0.2, 1e6, 0.0]));
    let other = floats(&[0.1 + 0.2; 5]);
    let batch = RecordBatch::try_from_iter([
        ("other", other),
        ("staff_total", staff),
        ("销售收入（万元）", sales),
        ("training_fund_spent_yuan", single),
        ("total_wages_yuan", wages),
    ])
    .expect("a batch");
    let plan = Plan::new(subject, batch.schema_ref(), &Options::default(), None).expect("a plan");
    let checked = plan.check(&batch, &Parameters::default()).expect("a table");
    let fifteen = [
        ("fifteen_digits", 1, "staff_total", 1),
        ("fifteen_digits", 2, "销售收入（万元）", 1),
        ("fifteen_digits", 4, "total_wages_yuan", 2),
    ];
    assert_eq!(noted(checked.notes()), fifteen);
    let faults = |checked: &Checked| -> Vec<(usize, String, String, Option<String>)> {
        let parts = |it: &RowFault| {
            (it.row, it.column.clone(), it.fault.given.clone(), it.help(Language::English))
        };
        let mut faults: Vec<_> = checked.faults().iter().map(parts).collect();
        faults.sort();
        faults
    };
    let fault = |row, column: &str, given: &str, help: Option<&str>| {
        let help = help.map(|yuan| format!("`round_money` rounds it to {yuan}"));
        (row, column.to_owned(), given.to_owned(), help)
    };
    let sales = "销售收入（万元）";
    let far = [
        fault(2, sales, "0.0000105", None),
        fault(4, "staff_total", "3000.000001", None),
        fault(4, sales, "NaN", None),
    ];
    let near = [
        fault(0, sales, "33.3333333333333", Some("333333.33")),
        fault(1, "training_fund_spent_yuan", "12345.678", Some("12345.68")),
        fault(3, "total_wages_yuan", "1234567.891", Some("1234567.89")),
    ];
    let mut all = [&far[..], &near].concat();
    all.sort();
    assert_eq!(faults(&checked), all);

    let rounding = plan.clone().round_money(true);
    let checked = rounding.check(&batch, &Parameters::default()).expect("a table");
    assert_eq!(faults(&checked), far);
    let rounded = [
        ("rounded_money", 2, sales, 1),
        ("rounded_money", 3, "training_fund_spent_yuan", 1),
        ("rounded_money", 4, "total_wages_yuan", 1),
    ];
    assert_eq!(noted(checked.notes()), [&fifteen[..], &rounded].concat());
    let record = rounding.record(&batch, 0).expect("no faults");
    let report = record.check(&Parameters::default());
    let partner = report.finding("enterprise.cooperation_partner").expect("a rule");
    assert_eq!(partner.bounds[0].measured.as_deref(), Some("333333.33"));
    // Counts of several parts are added, whatever their order.
    let mut notes = Vec::new();
    for rows in [4..5, 0..2, 2..4] {
        let slice = batch.slice(rows.start, rows.len());
        let part = rounding.check(&slice, &Parameters::default()).expect("a table");
        Note::merge(&mut notes, part.notes().iter().cloned());
    }
    assert_eq!(notes, checked.notes());

    let message = |note: usize, language| checked.notes()[note].message(language);
    assert_eq!(
        message(2, Language::English),
        "column `total_wages_yuan`: 2 numbers were read with fifteen significant digits, as \
         spreadsheets show them."
    );
    assert_eq!(
        message(5, Language::English),
        "column `total_wages_yuan`: 1 amount was rounded to whole fen."
    );
    assert_eq!(message(5, Language::Chinese), "列 `total_wages_yuan`：1 个金额四舍五入到分。");
}

#[test]
fn a_table_that_lies_outside_the_time_is_noted() {
    let found = |name: &str, dates: ArrayRef, parameters: &Parameters| {
        let subject = subject(name).expect("a subject");
        let header = subject.dated_by().expect("records with a year or day").key();
        let batch = RecordBatch::try_from_iter([(header, dates)]).expect("a batch");
        let plan =
            Plan::new(subject, batch.schema_ref(), &Options::default(), None).expect("a plan");
        let whole = plan.check(&batch, parameters).expect("a table").outside();
        let mut merged = Outside::default();
        for parts in (0..batch.num_rows()).map(|row| batch.slice(row, 1)) {
            merged.merge(plan.check(&parts, parameters).expect("a table").outside());
        }
        let message = whole.message(parameters, Language::Chinese);
        assert_eq!(merged.message(parameters, Language::Chinese), message);
        message
    };
    let years = |years: &[Option<i32>]| Arc::new(Int32Array::from(years.to_vec())) as ArrayRef;
    let note = |years: &str, from: &str, to: &str| {
        Some(format!(
            "所有记录（{years} 年）都在设定的适用期（{from} 至 {to}）之外，均不适用；请核对年度或日期，或设定 \
             policy_applies_from、policy_applies_to。"
        ))
    };
    let default = Parameters::default();
    let invalid = years(&[Some(2017), Some(1), Some(2015)]);
    let both = note("2015 至 2017", "2019-01-01", "不限");
    assert_eq!(found("enterprise", invalid, &default), both);
    let late = Parameters::from_json(r#"{"policy_applies_to": "2022-06-30"}"#).expect("parameters");
    let sides = years(&[Some(2018), Some(2023)]);
    assert_eq!(found("enterprise", sides, &late), note("2018 至 2023", "2019-01-01", "2022-06-30"));
    for within in [vec![Some(2018), None], vec![Some(2019), Some(2018)], vec![Some(1)], vec![]] {
        assert_eq!(found("enterprise", years(&within), &default), None, "{within:?}");
    }
    let days = |days: &[&str]| Arc::new(StringArray::from(days.to_vec())) as ArrayRef;
    let day = found("visit", days(&["2018-12-31"]), &default);
    assert_eq!(day, note("2018", "2019-01-01", "不限"));
    assert_eq!(found("visit", days(&["2018-12-31", "2019-01-01"]), &default), None);
}

#[test]
fn a_part_that_exceeds_its_whole_is_noted_where_that_may_be() {
    let subject = subject("enterprise").expect("a subject");
    let (rows, last) = (3000, 2999);
    let staff = Arc::new(Int32Array::from(vec![100; rows]));
    for (trained, expected) in [(100, None), (101, Some(last + 1)), (-1, None)] {
        let mut all = vec![100; rows];
        all[2999] = trained;
        let trained = Arc::new(Int32Array::from(all));
        let columns = [("staff_total", staff.clone() as _), ("trained_staff", trained as _)];
        let batch = RecordBatch::try_from_iter(columns).expect("a batch");
        let plan =
            Plan::new(subject, batch.schema_ref(), &Options::default(), None).expect("a plan");
        let checked = plan.check(&batch, &Parameters::default()).expect("a table");
        let found = checked.notes().iter().find(|it| it.kind() == "over_whole");
        assert_eq!(found.and_then(Note::line), expected);
    }
}

#[test]
fn every_cell_of_a_dictionary_is_noted() {
    let subject = subject("enterprise").expect("a subject");
    let values = Arc::new(Float64Array::from(vec![0.1 + 0.2, 1.0, 2.000_000_1]));
    let keys = (0..5_000).map(|row| (row % 4 < 3).then_some(row % 4));
    let keys: PrimitiveArray<Int32Type> = keys.collect();
    let column: ArrayRef = Arc::new(DictionaryArray::new(keys, values));
    let batch = RecordBatch::try_from_iter([("total_wages_yuan", column)]).expect("a batch");
    let plan = Plan::new(subject, batch.schema_ref(), &Options::default(), None).expect("a plan");
    let checked = plan.check(&batch, &Parameters::default()).expect("a table");
    let fifteen = ("fifteen_digits", 0, "total_wages_yuan", 1_250);
    assert_eq!(noted(checked.notes()), [fifteen]);
    assert_eq!(checked.faults().len(), 1_250);
    let checked = plan.round_money(true).check(&batch, &Parameters::default()).expect("a table");
    let rounded = ("rounded_money", 0, "total_wages_yuan", 1_250);
    assert_eq!(noted(checked.notes()), [fifteen, rounded]);
    assert_eq!(checked.faults().len(), 0);
}

#[test]
fn other_columns_than_those_of_floats_are_exact() {
    let subject = subject("enterprise").expect("a subject");
    let digits = Decimal128Array::from(vec![300_000_000_000_000_040_i128, 3_333_333_330_000]);
    let digits = digits.with_precision_and_scale(38, 18).expect("fits");
    let texts = StringArray::from(vec!["0.30000000000000004", "333333.333"]);
    for column in [Arc::new(digits) as ArrayRef, Arc::new(texts)] {
        let batch = RecordBatch::try_from_iter([("total_wages_yuan", column)]).expect("a batch");
        let plan =
            Plan::new(subject, batch.schema_ref(), &Options::default(), None).expect("a plan");
        let checked =
            plan.round_money(true).check(&batch, &Parameters::default()).expect("a table");
        assert_eq!((checked.faults().len(), checked.notes().len()), (2, 0));
        assert!(checked.faults().iter().all(|it| it.help(Language::English).is_none()));
    }
}

#[test]
fn an_invalid_cell_affects_only_its_row() {
    let subject = subject("enterprise").expect("a subject");
    let posts = Int64Array::from(vec![Some(10), Some(-5), None, Some(10)]);
    let mentored = Float64Array::from(vec![10.0, 10.0, f64::NAN, 9.0]);
    let batch = RecordBatch::try_from_iter([
        ("每年提供的顶岗实践岗位数", Arc::new(posts) as ArrayRef),
        ("专人指导", Arc::new(mentored)),
        ("国有", Arc::new(BooleanArray::from(vec![true; 4]))),
    ])
    .expect("a batch");
    let checked = check_batch(subject, &batch, &Parameters::default()).expect("a table");
    let faults: Vec<(usize, &str, &str, &str)> = checked
        .faults()
        .iter()
        .map(|it| (it.row, it.column.as_str(), it.fault.pointer.as_str(), it.fault.code.as_str()))
        .collect();
    assert_eq!(
        faults,
        [
            (1, "每年提供的顶岗实践岗位数", "/teacher_posts", "out_of_range"),
            (2, "专人指导", "/teacher_posts_mentored", "not_a_count"),
        ]
    );
    let cells = |table: &RecordBatch, column: &str| -> Vec<Option<String>> {
        let array = table.column_by_name(column).expect("a column");
        (0..table.num_rows()).map(|row| cell(array, row)).collect()
    };
    let words = |list: &[Option<&str>]| -> Vec<Option<String>> {
        list.iter().map(|it| it.map(str::to_owned)).collect()
    };
    let table = checked.to_batch();
    let rule = "enterprise.teacher_posts_mentored";
    assert_eq!(cells(&table, rule), words(&[Some("met"), None, None, Some("unmet")]));
    let shortfall = "enterprise.teacher_posts_mentored.shortfall";
    assert_eq!(cells(&table, shortfall), words(&[None, None, None, Some("1")]));

    let plan = Plan::new(subject, batch.schema_ref(), &Options::default(), None)
        .expect("a plan")
        .nan_is_null(true);
    let checked = plan.check(&batch, &Parameters::default()).expect("a table");
    assert_eq!(checked.faults().len(), 1);
    let undetermined = cells(&checked.to_batch(), rule);
    assert_eq!(undetermined, words(&[Some("met"), None, Some("undetermined"), Some("unmet")]));
}

#[test]
fn a_table_may_have_no_rows_or_no_columns() {
    for subject in subjects() {
        for rows in [0, 3] {
            let options = RecordBatchOptions::new().with_row_count(Some(rows));
            let schema = Arc::new(Schema::empty());
            let batch =
                RecordBatch::try_new_with_options(schema, Vec::new(), &options).expect("ok");
            let checked = check_batch(subject, &batch, &Parameters::default()).expect("a table");
            assert_eq!(checked.to_batch().num_rows(), rows);
            assert_eq!((checked.faults().len(), checked.passed()), (0, rows), "{}", subject.name);
        }
    }
}

/// The error of checking a batch of two rows with columns of these types, the first row null; `None`
/// if there is none. Without a value, no type is an error.
fn misfit(of: &str, columns: &[(&str, DataType)]) -> Option<PlanErrors> {
    let subject = subject(of).expect("a subject");
    let columns = columns.iter().map(|(name, of)| Column::new(*name, of.clone(), true));
    let schema = Arc::new(Schema::new(columns.collect::<Vec<_>>()));
    let plan = Plan::new(subject, &schema, &Options::default(), None).expect("a plan");
    let parameters = Parameters::default();
    let batch = |array: fn(&DataType) -> ArrayRef| {
        let arrays = schema.fields().iter().map(|it| array(it.data_type()));
        RecordBatch::try_new(schema.clone(), arrays.collect()).expect("a batch")
    };
    let empty = batch(|of| new_null_array(of, 2));
    plan.check(&empty, &parameters).expect("no value does not fit");
    // A value of zeros: whatever it means, it is not missing.
    let given = batch(|of| {
        let data = new_null_array(of, 2).to_data().into_builder();
        make_array(data.nulls(None).build().expect("zeros"))
    });
    plan.check(&given, &parameters).err()
}

#[test]
fn column_types_that_cannot_hold_a_fact_are_errors() {
    let error = misfit(
        "enterprise",
        &[
            ("name", DataType::Boolean),
            ("工资总额（万元）", DataType::Boolean),
            ("国有", DataType::Date32),
            ("企业规模", DataType::Int8),
            ("地区", DataType::Binary),
        ],
    )
    .expect("four errors");
    assert_eq!(error.iter().len(), 4);
    let message = error.message(Language::English);
    for part in [
        "column `name`: type `Boolean` cannot hold `name`; accepted: integers",
        "column `工资总额（万元）`: type `Boolean` cannot hold `total_wages_yuan`",
        "column `国有`: type `Date32` cannot hold `state_owned`; accepted: Booleans, 0 and 1, or strings.",
        "column `企业规模`: type `Int8` cannot hold `size_class`; accepted: strings.",
    ] {
        assert!(message.contains(part), "{message}");
    }
    let enterprise = subject("enterprise").expect("a subject");
    let error = Plan::new(
        enterprise,
        &Schema::empty(),
        &Options::default(),
        Some(&["enterprise.teacher_post"]),
    );
    let message = error.unwrap_err().message(Language::English);
    let expected =
        "unknown rule `enterprise.teacher_post`. Did you mean `enterprise.teacher_posts`?";
    assert_eq!(message, expected);
    let zoned = DataType::Timestamp(arrow_schema::TimeUnit::Second, Some("+08:00".into()));
    assert!(misfit("teacher", &[("as_of", zoned)]).is_some());
    assert!(misfit("enterprise", &[("name", DataType::Int64), ("国有", DataType::Int8)]).is_none());
}

#[test]
fn periods_are_structs_with_a_start() {
    let list = |fields: &[(&str, DataType)]| {
        let fields = fields.iter().map(|(name, of)| Column::new(*name, of.clone(), true));
        DataType::new_fixed_size_list(DataType::Struct(fields.collect()), 1, true)
    };
    let error = |fields: &[(&str, DataType)]| misfit("teacher", &[("practice", list(fields))]);
    let (day, number) = (DataType::Date32, DataType::Int64);
    let start = ("start", day.clone());
    assert!(error(&[start.clone(), ("note", number.clone()), ("end", day.clone())]).is_none());
    assert!(error(&[("end", day)]).is_some());
    assert!(error(&[("start", number.clone())]).is_some());
    assert!(error(&[start, ("end", number)]).is_some());
}

#[test]
fn rules_and_shortfalls_can_be_selected() {
    let enterprise = subject("enterprise").expect("a subject");
    let schema = Schema::new(vec![
        Column::new("地区", DataType::Binary, true),
        Column::new("人数", DataType::UInt16, true),
    ]);
    let mut options = Options::default();
    options.map = vec![("人数".to_owned(), "staff_total".to_owned())];
    let rules = ["enterprise.training_coverage", "enterprise.cooperation_partner"];
    let plan = Plan::new(enterprise, &schema, &options, Some(&rules)).expect("a plan");
    assert_eq!(plan.ignored(), ["地区"]);
    let fields = plan.output_schema();
    let names: Vec<&str> = fields.fields().iter().map(|it| it.name().as_str()).collect();
    assert_eq!(
        names,
        [
            "conclusion",
            "enterprise.cooperation_partner",
            "enterprise.training_coverage",
            "enterprise.training_coverage.shortfall",
        ]
    );
    assert!(plan.output_columns().map(WideColumn::name).eq(names));
    let chosen = |rules: &[&str]| {
        let plan = plan.clone().shortfalls(rules).expect("rules of the subject");
        plan.output_schema().fields().len()
    };
    // The other rule has more than one bound.
    assert_eq!(chosen(&rules), 4);
    assert_eq!(chosen(&rules[..1]), 4);
    assert_eq!(chosen(&rules[1..]), 3);
    assert_eq!(chosen(&["enterprise.teacher_posts"]), 3);
    let error = plan.clone().shortfalls(&["x", rules[0], "y"]).unwrap_err();
    assert_eq!(error.iter().len(), 2);
    let other = RecordBatch::try_from_iter([("人数", Arc::new(NullArray::new(1)) as ArrayRef)]);
    assert!(plan.check(&other.expect("a batch"), &Parameters::default()).is_err());
    let texts: ArrayRef = Arc::new(StringArray::from(vec!["1"]));
    let other = RecordBatch::try_from_iter([("地区", texts.clone()), ("人数", texts)]);
    let error = plan.check(&other.expect("a batch"), &Parameters::default()).unwrap_err();
    assert!(error.message(Language::English).contains("人数"), "{error}");
}

#[test]
fn an_error_lists_its_first_faults() {
    let subject = subject("enterprise").expect("a subject");
    let rules: Vec<String> = (0..25).map(|at| format!("none{at:02}")).collect();
    for (count, last) in [(20, "unknown rule `none19`."), (21, "and 1 more."), (25, "and 5 more.")]
    {
        let rules: Vec<&str> = rules[..count].iter().map(String::as_str).collect();
        let error = Plan::new(subject, &Schema::empty(), &Options::default(), Some(&rules))
            .expect_err("no rules");
        assert_eq!(error.iter().len(), count);
        let message = error.to_string();
        assert_eq!(message.lines().last(), Some(last));
        assert_eq!(message.lines().count(), count.min(21));
    }
}
