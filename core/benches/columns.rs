//! How long a row of a table takes: a million enterprises, or as many as `CHANJIAO_ROWS` says, by
//! seven rules over twelve columns with 5 % nulls, and by all twenty rules over the same columns.
//! Each figure is the median of several runs, Arrow in and Arrow out.

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

const SEVEN: [&str; 7] = [
    "enterprise.cooperation_partner",
    "enterprise.social_report",
    "enterprise.teacher_posts",
    "enterprise.training_fund",
    "enterprise.frontline_share",
    "enterprise.training_coverage",
    "enterprise.staff_congress_report",
];

/// How the amounts of yuan are held.
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

/// Enterprises of all sizes whose figures lie on both sides of the bounds.
#[expect(clippy::expect_used, reason = "a column that does not fit is a mistake in this file")]
fn table(rows: usize, yuan: Yuan) -> RecordBatch {
    let draw = &mut Draw(82);
    let mut counts: [Vec<Option<i64>>; 5] = Default::default();
    let mut fen: [Vec<Option<i64>>; 4] = Default::default();
    let (mut classes, mut reported, mut sales) = (Vec::new(), Vec::new(), Vec::new());
    let mut push = |at: usize, value: Option<i64>, of: &mut [Vec<Option<i64>>]| {
        if let Some(column) = of.get_mut(at) {
            column.push(value);
        }
    };
    for _ in 0..rows {
        let staff = 20 + draw.below(5_000);
        let wages = staff * (5_000_000 + draw.below(10_000_000));
        let spent = wages / 80;
        let of = |draw: &mut Draw, whole: i64, percent: u64| whole * draw.below(percent) / 100;
        push(0, draw.known(staff), &mut counts);
        push(1, draw.known(staff * 9 / 10), &mut counts);
        let posts = draw.below(u64::try_from(staff / 100 + 1).unwrap_or(1));
        push(2, draw.known(posts), &mut counts);
        let trained = of(draw, staff, 60);
        push(3, draw.known(trained), &mut counts);
        push(4, draw.known(staff + 3), &mut counts);
        push(0, draw.known(wages), &mut fen);
        let set_aside = of(draw, wages, 3) + 7;
        push(1, draw.known(set_aside), &mut fen);
        push(2, draw.known(spent), &mut fen);
        let frontline = of(draw, spent, 100);
        push(3, draw.known(frontline), &mut fen);
        let revenue = staff * draw.below(20_000_000);
        sales.push(draw.known(revenue));
        let class = i8::try_from(draw.below(4)).unwrap_or_default();
        classes.push(draw.known(class));
        let yes = draw.below(2) == 0;
        reported.push(draw.known(yes));
    }
    let amounts = |fen: Vec<Option<i64>>| -> ArrayRef {
        match yuan {
            Yuan::Whole => {
                Arc::new(fen.into_iter().map(|it| it.map(|it| it / 100)).collect::<Int64Array>())
            }
            Yuan::Decimal => {
                let fen = fen.into_iter().map(|it| it.map(i128::from)).collect::<Decimal128Array>();
                Arc::new(fen.with_precision_and_scale(18, 2).expect("fits"))
            }
            Yuan::Float => Arc::new(fen.into_iter().map(float).collect::<Float64Array>()),
        }
    };
    let [total, in_service, posts, trained, employed] =
        counts.map(|it| Arc::new(Int64Array::from(it)) as ArrayRef);
    let [wages, set_aside, spent, frontline] = fen.map(amounts);
    let words = StringArray::from(vec!["large", "medium", "small", "micro"]);
    let classes =
        DictionaryArray::<Int8Type>::try_new(classes.into(), Arc::new(words)).expect("fits");
    RecordBatch::try_from_iter([
        ("staff_total", total),
        ("staff_in_service", in_service),
        ("teacher_posts", posts),
        ("trained_staff", trained),
        ("employed_persons", employed),
        ("total_wages_yuan", wages),
        ("training_fund_set_aside_yuan", set_aside),
        ("training_fund_spent_yuan", spent),
        ("training_fund_frontline_yuan", frontline),
        ("sales_revenue_yuan", amounts(sales)),
        ("size_class", Arc::new(classes)),
        ("staff_congress_report", Arc::new(BooleanArray::from(reported))),
    ])
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
            let plan = Plan::new(subject, batch.schema_ref(), &[], selection).expect("a plan");
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
