//! Time per record: for the verdicts only, and from JSON text to the answer in both languages.

use std::hint::black_box;

use chanjiao::{Enterprise, Parameters, check_json, verdicts};
use criterion::{Criterion, criterion_group, criterion_main};

/// An enterprise with all facts known.
const FULL: &str = r#"{
    "name": "示例企业", "year": 2024, "industry": "industry", "size_class": null,
    "employed_persons": 3300, "operating_revenue_yuan": "1234567890.12",
    "total_assets_yuan": "2345678901.23", "sales_revenue_yuan": "1200000000.00",
    "above_designated_size": true, "staff_total": 3250, "staff_in_service": 3200,
    "technical_posts": 400, "internship_posts": 120, "teacher_posts": 14,
    "teacher_posts_technical": 14, "teacher_posts_mentored": 13, "teacher_practice_plan": true,
    "total_wages_yuan": "260000000.00", "training_fund_category": "general",
    "training_fund_set_aside_yuan": "5200000.00", "training_fund_spent_yuan": "3000000.00",
    "training_fund_frontline_yuan": "1200000.00", "trained_staff": 1500, "training_system": true,
    "staff_congress_report": true, "social_report_covers_vocational_education": true,
    "skill_upgrade_rewarded": true, "correction_refused": false, "leading_enterprise": true,
    "state_owned": true, "runs_vocational_school": false, "demonstration_enterprise": true
}"#;

#[expect(clippy::expect_used, reason = "a faulty record is a mistake in this file")]
fn one_record(c: &mut Criterion) {
    let firm = Enterprise::from_json(FULL).expect("a record without faults");
    let parameters = Parameters::default();
    c.bench_function("verdicts of a full enterprise (20 rules)", |b| {
        b.iter(|| {
            verdicts(black_box(&firm), &parameters).map(|(_, verdict)| verdict).fold(
                0_u32,
                |sum, it| {
                    sum.wrapping_mul(31).wrapping_add(u32::from(it == chanjiao::Verdict::Met))
                },
            )
        });
    });
    c.bench_function("JSON text to typed record", |b| {
        b.iter(|| Enterprise::from_json(black_box(FULL)));
    });
    c.bench_function("typed record to report", |b| {
        b.iter(|| chanjiao::check(black_box(&firm), &parameters));
    });
    c.bench_function("JSON text to answer JSON, both languages", |b| {
        b.iter(|| check_json("enterprise", black_box(FULL), None));
    });
}

criterion_group!(benches, one_record);
criterion_main!(benches);
