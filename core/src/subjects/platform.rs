//! 信息服务平台: article 23.

use super::prelude::*;

subject! {
    /// 信息服务平台: one information service platform of industry-education integration.
    Platform = "platform", "信息服务平台", "information platform";
    one record is "一个产教融合信息服务平台", "one information service platform of industry-education integration";
    facts {
        name: String = "平台名称", "name of the platform";
        has_talent_information: bool = "汇聚人才供需信息" | "人才供需信息", "the platform has information on the supply and demand of talent";
        has_cooperation_information: bool = "汇聚校企合作信息" | "校企合作信息", "the platform has information on school-enterprise cooperation";
        has_project_information: bool = "汇聚项目研发信息" | "项目研发信息", "the platform has information on R&D projects";
        has_service_information: bool = "汇聚技术服务信息" | "技术服务信息", "the platform has information on technical services";
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
    "应汇聚人才供需、校企合作、项目研发、技术服务等供求信息",
    "supply-and-demand information on talent, cooperation, R&D projects and technical services",
)])
.reading(text!("列名的四类均须具备", "all four kinds named are due"))];
