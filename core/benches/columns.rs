//! Time per row of a table, from Arrow to Arrow: a million enterprises (or `CHANJIAO_ROWS`) with
//! twelve columns and 5 % nulls, checked by seven rules and by all twenty. Each figure is the median
//! of several runs.

use std::hint::black_box;
use std::io::{self, Write as _};
use std::sync::Arc;
use std::time::Instant;

use arrow_array::types::Int8Type;
use arrow_array::{
    ArrayRef, BooleanArray, Decimal128Array, DictionaryArray, Float64Array, Int64Array,
    RecordBatch, StringArray,
};
use chanjiao::Parameters;
use chanjiao::columns::Plan;
use chanjiao::table::Options;

const SEVEN: [&str; 7] = [
    "enterprise.cooperation_partner",
    "enterprise.social_report",
    "enterprise.teacher_posts",
    "enterprise.training_fund",
    "enterprise.frontline_share",
    "enterprise.training_coverage",
    "enterprise.staff_congress_report",
];

/// The type of the columns with amounts.
#[derive(Clone, Copy)]
enum Yuan {
    Whole,
    Decimal,
    Float,
}

struct Draw(u64);

impl Draw {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) >> 11
    }

    fn below(&mut self, bound: u64) -> i64 {
        (self.next() % bound).cast_signed()
    }

    fn known<T>(&mut self, value: T) -> Option<T> {
        (!self.next().is_multiple_of(20)).then_some(value)
    }
}

/// The columns of numbers: counts, then amounts of money.
const COUNTS: [&str; 5] =
    ["staff_total", "staff_in_service", "teacher_posts", "trained_staff", "employed_persons"];
const AMOUNTS: [&str; 5] = [
    "total_wages_yuan",
    "training_fund_set_aside_yuan",
    "training_fund_spent_yuan",
    "training_fund_frontline_yuan",
    "sales_revenue_yuan",
];

/// Enterprises of all sizes, with figures on both sides of the bounds.
#[expect(clippy::expect_used, reason = "a column that does not fit is a mistake in this file")]
fn table(rows: usize, yuan: Yuan) -> RecordBatch {
    let draw = &mut Draw(82);
    let mut counts: [Vec<Option<i64>>; 5] = Default::default();
    let mut fen: [Vec<Option<i64>>; 5] = Default::default();
    let (mut classes, mut reported) = (Vec::new(), Vec::new());
    for _ in 0..rows {
        let staff = 20 + draw.below(5_000);
        let posts = staff * draw.below(10) / 1_000;
        let trained = staff * draw.below(60) / 100;
        for (column, count) in
            counts.iter_mut().zip([staff, staff * 9 / 10, posts, trained, staff + 3])
        {
            column.push(draw.known(count));
        }
        let wages = staff * (5_000_000 + draw.below(10_000_000));
        let (set_aside, spent) = (wages * draw.below(30) / 1_000 + 7, wages / 80);
        let (frontline, sales) = (spent * draw.below(100) / 100, staff * draw.below(20_000_000));
        for (column, amount) in fen.iter_mut().zip([wages, set_aside, spent, frontline, sales]) {
            column.push(draw.known(amount));
        }
        let (class, yes) = (i8::try_from(draw.below(4)).unwrap_or_default(), draw.below(2) == 0);
        classes.push(draw.known(class));
        reported.push(draw.known(yes));
    }
    let amounts = |fen: Vec<Option<i64>>| -> ArrayRef {
        let fen = fen.into_iter();
        match yuan {
            Yuan::Whole => Arc::new(fen.map(|it| it.map(|it| it / 100)).collect::<Int64Array>()),
            Yuan::Decimal => {
                let fen: Decimal128Array = fen.map(|it| it.map(i128::from)).collect();
                Arc::new(fen.with_precision_and_scale(18, 2).expect("fits"))
            }
            Yuan::Float => Arc::new(fen.map(float).collect::<Float64Array>()),
        }
    };
    let words = StringArray::from(vec!["large", "medium", "small", "micro"]);
    let classes = DictionaryArray::<Int8Type>::try_new(classes.into(), Arc::new(words));
    let classes: ArrayRef = Arc::new(classes.expect("fits"));
    let reported: ArrayRef = Arc::new(BooleanArray::from(reported));
    let counts = counts.map(|it| -> ArrayRef { Arc::new(Int64Array::from(it)) });
    let columns = COUNTS.into_iter().zip(counts).chain(AMOUNTS.into_iter().zip(fen.map(amounts)));
    RecordBatch::try_from_iter(
        columns.chain([("size_class", classes), ("staff_congress_report", reported)]),
    )
    .expect("columns of one length")
}

#[expect(
    clippy::disallowed_types,
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    clippy::as_conversions,
    reason = "a column of floats"
)]
fn float(fen: Option<i64>) -> Option<f64> {
    fen.map(|fen| fen as f64 / 100.0)
}

#[expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    reason = "a benchmark reads the clock, and a plan that fails is a mistake in this file"
)]
fn main() -> io::Result<()> {
    let rows = std::env::var("CHANJIAO_ROWS").ok().and_then(|it| it.parse().ok());
    let rows: usize = rows.unwrap_or(1_000_000);
    let subject = chanjiao::subject("enterprise").expect("a subject");
    let mut out = io::stdout();
    for (name, yuan) in
        [("whole yuan", Yuan::Whole), ("decimals", Yuan::Decimal), ("floats", Yuan::Float)]
    {
        let batch = table(rows, yuan);
        for (rules, selection) in [("seven", Some(&SEVEN[..])), ("twenty", None)] {
            let plan = Plan::new(subject, batch.schema_ref(), &Options::default(), selection)
                .expect("a plan");
            for threads in [1, 2] {
                let mut runs: Vec<u128> = (0..15)
                    .map(|_| {
                        let start = Instant::now();
                        let checked =
                            plan.check_threads(black_box(&batch), &Parameters::default(), threads);
                        black_box(checked.expect("the batch of the plan"));
                        start.elapsed().as_nanos()
                    })
                    .collect();
                runs.sort_unstable();
                let tenths = |nanos: u128| nanos * 10 / u128::try_from(rows).unwrap_or(1).max(1);
                let [best, median] = [0, 7].map(|at| tenths(runs.get(at).copied().unwrap_or(0)));
                writeln!(
                    out,
                    "{rules} rules, {name}, {threads} threads: {}.{} ns a row (best {}.{})",
                    median / 10,
                    median % 10,
                    best / 10,
                    best % 10
                )?;
            }
        }
    }
    Ok(())
}
