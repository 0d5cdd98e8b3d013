//! 项目单位: article 25.

use super::prelude::*;

subject! {
    /// 项目单位: one unit on a project list.
    SupportedUnit = "supported_unit", "项目单位", "supported unit";
    one record is "一个入围项目单位", "one unit on a project list";
    facts {
        name: String = "单位名称", "name of the unit";
        on_double_first_class_list: bool = "入围双一流项目", "on the national or provincial Double First-Class list";
        on_integration_list: bool = "入围产教融合项目", "on the national or provincial integration list";
    }
}

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[Rule::new(
    "supported_unit.support",
    statement("25.6a"),
    any(&[FACTS.flag("on_double_first_class_list"), FACTS.flag("on_integration_list")]),
)
.eligibility()
.title(text!("支持入围项目单位", "support of listed units"))
.demands(&[text!(
    "需入围国家和省双一流或产教融合项目",
    "to be on a Double First-Class or integration list",
)])
.reading(text!(
    "“与”连接两类项目，入围其一即可",
    "the two lists are joined by \"and\"; being on either is enough"
))];
