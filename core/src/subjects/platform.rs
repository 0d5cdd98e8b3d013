//! 信息服务平台: article 23.

use super::prelude::*;

subject! {
    /// 信息服务平台: one integration information platform.
    Platform = "platform", "信息服务平台", "information platform";
    one record is "一个产教融合信息服务平台", "one integration information platform";
    facts {
        name: String = "平台名称", "name of the platform";
        has_talent_information: bool = "人才供需信息", "supply and demand of talent";
        has_cooperation_information: bool = "校企合作信息", "school-enterprise cooperation";
        has_project_information: bool = "项目研发信息", "research and development projects";
        has_service_information: bool = "技术服务信息", "technical services";
    }
}

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[Rule::new(
    "platform.contents",
    statement("23.2a"),
    all(&[
        FACTS.flag("has_talent_information"),
        FACTS.flag("has_cooperation_information"),
        FACTS.flag("has_project_information"),
        FACTS.flag("has_service_information"),
    ]),
)
.title(text!("汇聚四类供求信息", "four kinds of information"))
.demands(&[text!(
    "需汇聚人才供需、校企合作、项目研发、技术服务信息",
    "talent, cooperation, project and service information",
)])
.reading(text!("点名的四类都须具备", "all four kinds named are due"))];
