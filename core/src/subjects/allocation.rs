//! 经费分配: article 26.

use super::prelude::*;

subject! {
    /// 经费分配: one allocation of vocational-education funds by a local government.
    Allocation = "allocation", "经费分配", "allocation";
    one record is "地方政府的一项职业教育经费分配", "one allocation of vocational-education funds by a local government";
    facts {
        has_performance_factors: bool = "涉及办学绩效因素", "performance factors are used";
        uses_internship: bool = "参考顶岗实习", "internships are a factor";
        uses_employment: bool = "参考就业", "employment is a factor";
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
.title(text!("参考顶岗实习和就业", "internships and employment as factors"))
.demands(&[text!(
    "需以顶岗实习和就业为重要参考依据",
    "internships and employment as important factors",
)])
.reading(text!("两项都须参考，权重不作判断", "both are due; their weight is not tested"))];
