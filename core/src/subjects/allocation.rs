//! 经费分配: article 26.

use crate::facts::{facts, subject};
use crate::policy::statement;
use crate::rule::{Rule, Test, Tests};
use crate::words::words;

facts! {
    /// 经费分配: one allocation of vocational-education funds by a local government.
    Allocation;
    has_performance_factors: bool = "涉及办学绩效因素", "performance factors are used";
    uses_internship: bool = "参考顶岗实习", "internships are a factor";
    uses_employment: bool = "参考就业", "employment is a factor";
}

const IT: Tests = Tests(FIELDS);

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[Rule::new(
    "allocation.internship_and_employment",
    statement("26.4a"),
    Test::All(&[IT.flag("uses_internship"), IT.flag("uses_employment")]),
)
.only(
    IT.flag("has_performance_factors"),
    words!("涉及办学绩效因素的经费分配", "allocations with performance factors"),
)
.titled(words!("参考顶岗实习和就业", "internships and employment as factors"))
.asking(&[words!(
    "需以顶岗实习和就业为重要参考依据",
    "internships and employment as important factors",
)])
.reading(words!("两项都须参考，权重不作判断", "both are due; their weight is not tested"))];

subject! {
    Allocation "allocation" "经费分配", "allocation";
    one record is "地方政府的一项职业教育经费分配", "one allocation of vocational-education funds by a local government";
}
