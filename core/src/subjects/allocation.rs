//! 经费分配: article 26.

use super::prelude::*;

subject! {
    /// 经费分配: one allocation of vocational-education funds by a local government.
    Allocation = "allocation", "经费分配", "allocation";
    one record is "地方政府的一项职业教育经费分配", "one allocation of vocational-education funds by a local government";
    facts {
        has_performance_factors: bool = "涉及办学绩效因素", "performance factors are used";
        uses_internship: bool = "把顶岗实习作为重要参考依据" | "参考顶岗实习", "on-post internships are a key reference";
        uses_employment: bool = "把就业作为重要参考依据" | "参考就业", "graduate employment is a key reference";
    }
}

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[Rule::new(
    "allocation.internship_and_employment",
    statement("26.4a"),
    all(&[FACTS.flag("uses_internship"), FACTS.flag("uses_employment")]),
)
.applies_to(
    FACTS.flag("has_performance_factors"),
    text!("涉及办学绩效因素的经费分配", "allocations with performance factors"),
)
.title(text!("参考顶岗实习和就业", "internships and employment as key references"))
.demands(&[text!(
    "应把顶岗实习和就业作为重要参考依据",
    "on-post internships and graduate employment as key references",
)])
.reading(text!(
    "两项均须参考，权重不作判断；2021年起“顶岗实习”称“岗位实习”",
    "both are due; their weight is not tested"
))];
