//! 项目单位: article 25.

use super::prelude::*;

subject! {
    /// 项目单位: one unit on a project list.
    SupportedUnit = "supported_unit", "项目单位", "supported unit";
    one record is "一个入围项目单位", "one unit on a project list";
    facts {
        name: String = "单位名称", "name of the unit";
        on_double_first_class_list: bool = "入围国家或省“双一流”项目" | "入围双一流项目", "the unit is on the national or provincial Double First-Class list";
        on_integration_list: bool = "入围国家或省“产教融合”项目" | "入围产教融合项目", "the unit is on the national or provincial list of industry-education integration projects";
    }
}

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[Rule::new(
    "supported_unit.support",
    statement("25.6a"),
    by_reading(
        "supported_unit_conditions",
        &[
            any(&[FACTS.flag("on_double_first_class_list"), FACTS.flag("on_integration_list")]),
            all(&[FACTS.flag("on_double_first_class_list"), FACTS.flag("on_integration_list")]),
        ],
    ),
)
.eligibility()
.title(text!("支持入围项目单位", "support of listed units"))
.demands_by_reading(&[
    &[text!(
        "须入围国家或省“双一流”或“产教融合”项目",
        "to be on a national or provincial list of Double First-Class or of industry-education \
        integration projects",
    )],
    &[text!(
        "须同时入围国家或省“双一流”和“产教融合”项目",
        "to be on national or provincial lists of both Double First-Class and industry-education \
        integration projects",
    )],
])];
