//! Arrow batches: each row has the same answer as its record.

mod batch;
#[path = "../columns/output.rs"]
mod output;

use arbitrary::Unstructured;
use arrow_array::RecordBatch;
use chanjiao::columns::{Checked, Plan};
use chanjiao::table::Options;
use chanjiao::{Fault, Language, Parameters, Report, subjects};

use output::cell;

/// The bytes are a batch of a subject: column types, cells, slices. Either the plan rejects the
/// schema or the batch with a message, or every row has the same result as its record, or is none.
///
/// # Panics
/// If not.
pub fn columns(data: &[u8]) {
    let mut bytes = Unstructured::new(data);
    // The bytes may end too early for a batch.
    let _ = check(&mut bytes);
}

fn check(bytes: &mut Unstructured<'_>) -> arbitrary::Result<()> {
    let subject = *bytes.choose(subjects())?;
    let batch = batch::batch(bytes, subject)?;
    let parameters = Parameters::from_json(bytes.choose(PARAMETERS)?).expect("parameters");
    let (nan_is_null, round_money) = (bytes.arbitrary()?, bytes.arbitrary()?);
    let plan = Plan::new(subject, batch.schema_ref(), &Options::default(), None);
    let plan = plan.map(|plan| plan.nan_is_null(nan_is_null).round_money(round_money));
    let checked = plan.and_then(|plan| Ok((plan.check(&batch, &parameters)?, plan)));
    let (checked, plan) = match checked {
        Ok(checked) => checked,
        Err(error) => {
            assert!(!error.message(Language::English).is_empty());
            return Ok(());
        }
    };
    for row in 0..batch.num_rows() {
        same(&plan, &batch, row, &parameters, &checked);
    }
    Ok(())
}

const PARAMETERS: &[&str] = &[
    "{}",
    r#"{"internship_posts_per_staff": 1, "frontline_share": 55.5, "visit_months": 3}"#,
    r#"{"periodic_short_months": 1, "induction_years": 1}"#,
];

fn same(plan: &Plan, batch: &RecordBatch, row: usize, parameters: &Parameters, checked: &Checked) {
    let faults = checked.faults().iter().filter(|it| it.row == row);
    let faults: Vec<String> = faults.map(|it| described(&it.fault)).collect();
    let table = checked.to_batch();
    if plan.passes(batch, row) {
        assert!(faults.is_empty() && 0 < checked.passed(), "row {row}: {faults:?}");
        assert!(table.columns().iter().all(|array| array.is_null(row)));
        return;
    }
    match plan.record(batch, row) {
        Ok(record) => {
            assert!(faults.is_empty(), "row {row}: {faults:?}");
            let report = record.check(parameters);
            for (column, array) in table.schema_ref().fields().iter().zip(table.columns()) {
                let expected = expected(&report, column.name());
                assert_eq!(cell(array, row), expected, "{} of row {row}", column.name());
            }
        }
        Err(found) => {
            assert_eq!(faults, found.iter().map(described).collect::<Vec<_>>(), "row {row}");
            assert!(table.columns().iter().all(|array| array.is_null(row)));
        }
    }
}

fn described(fault: &Fault) -> String {
    [fault.pointer.as_str(), fault.code.as_str(), &fault.given, &fault.message(Language::English)]
        .join(" ")
}

/// The value in a report that corresponds to a column.
fn expected(report: &Report, column: &str) -> Option<String> {
    if column == "conclusion" {
        return Some(report.conclusion.as_str().to_owned());
    }
    if let Some(finding) = report.finding(column) {
        return Some(finding.verdict.as_str().to_owned());
    }
    let (rule, _) = column.rsplit_once('.').expect("a rule's own column");
    let [bound] = report.finding(rule).expect("a rule").bounds.as_slice() else {
        panic!("{rule} has one bound");
    };
    bound.gap.clone()
}
