//! 新增研究生招生计划: article 4.

use super::prelude::*;

subject! {
    /// 新增研究生招生计划: the new quota of one university or discipline.
    PostgraduateQuota = "postgraduate_quota", "新增研究生招生计划", "postgraduate quota";
    one record is "一个高校或学科", "one university or discipline";
    facts {
        unit: String = "高校或学科", "university or discipline";
        national_strategic_task: bool = "承担国家重大战略任务", "the university or discipline undertakes major national strategic tasks";
        school_enterprise_training: bool = "积极推行校企协同育人", "the university or discipline actively trains together with enterprises";
    }
}

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[Rule::new(
    "postgraduate_quota.preference",
    statement("4.3a"),
    by_reading(
        "postgraduate_quota_conditions",
        &[
            all(&[FACTS.flag("national_strategic_task"), FACTS.flag("school_enterprise_training")]),
            any(&[FACTS.flag("national_strategic_task"), FACTS.flag("school_enterprise_training")]),
        ],
    ),
)
.eligibility()
.title(text!("招生计划倾斜", "preference in the quota"))
.demands_by_reading(&[
    &[text!(
        "须承担国家重大战略任务，并积极推行校企协同育人",
        "to undertake major national strategic tasks and actively train together with enterprises",
    )],
    &[text!(
        "须承担国家重大战略任务，或者积极推行校企协同育人",
        "to undertake major national strategic tasks or actively train together with enterprises",
    )],
])];
