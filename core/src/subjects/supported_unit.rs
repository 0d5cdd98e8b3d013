//! 项目单位: article 25.

use crate::facts::{facts, subject};
use crate::policy::statement;
use crate::rule::{Rule, Test, Tests};
use crate::words::words;

facts! {
    /// 项目单位: one unit on a project list.
    SupportedUnit;
    name: String = "单位名称", "name of the unit";
    on_double_first_class_list: bool = "入围双一流项目", "on the national or provincial Double First-Class list";
    on_integration_list: bool = "入围产教融合项目", "on the national or provincial integration list";
}

const IT: Tests = Tests(FIELDS);

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[Rule::new(
    "supported_unit.support",
    statement("25.6a"),
    Test::Any(&[IT.flag("on_double_first_class_list"), IT.flag("on_integration_list")]),
)
.eligibility()
.titled(words!("支持入围项目单位", "support of listed units"))
.asking(&[words!(
    "需入围国家和省双一流或产教融合项目",
    "to be on a Double First-Class or integration list",
)])
.reading(words!(
    "“与”连接两类项目，入围其一即可",
    "the two lists are joined by \"and\"; being on either is enough"
))];

subject! {
    SupportedUnit "supported_unit" "项目单位", "supported unit";
    one record is "一个入围项目单位", "one unit on a project list";
}
