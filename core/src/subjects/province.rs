//! 全省遴选目标: article 25.

use super::prelude::*;

subject! {
    /// 全省遴选情况: the selections of the province so far.
    Province = "province", "全省遴选情况", "province";
    one record is "全省累计遴选情况", "what the province has selected so far";
    facts {
        demonstration_enterprises: Count = "已遴选的产教融合示范企业数" | "产教融合示范企业", "demonstration enterprises selected", in Enterprise;
        leading_talents: Count = "已遴选的产教融合领军人才数" | "产教融合领军人才", "leading figures selected", in Person;
        industry_professors: Count = "已遴选的产业教授（导师）数" | "产业教授（导师）" | "产业教授", "industry professors (mentors) selected", in Person;
        craftsmen_and_experts: Count = "已遴选的湖湘工匠和技术能手数" | "湖湘工匠和技术能手", "Huxiang craftsmen and skilled technicians selected", in Person;
    }
}

const CUMULATIVE: Text = text!(
    "按累计、不同对象计；原文无期限，第1点“到2025年”不作为期限",
    "cumulative and distinct; the text sets no day, and the year 2025 of article 1 is not taken as \
    one"
);

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[
    Rule::new(
        "province.demonstration_enterprises",
        statement("25.4b"),
        FACTS.at_least("demonstration_enterprises", "target_demonstration_enterprises"),
    )
    .target()
    .title(text!("产教融合示范企业", "demonstration enterprises"))
    .demands(&[text!(
        "目标为培育遴选 {} 家产教融合示范企业（累计）",
        "{} demonstration enterprises selected",
    )])
    .reading(CUMULATIVE),
    Rule::new(
        "province.leading_talents",
        statement("25.5b"),
        FACTS.at_least("leading_talents", "target_leading_talents"),
    )
    .target()
    .title(text!("产教融合领军人才", "leading figures"))
    .demands(&[text!(
        "目标为培育遴选 {} 名产教融合领军人才（累计）",
        "{} leading figures selected",
    )])
    .reading(CUMULATIVE),
    Rule::new(
        "province.industry_professors",
        statement("25.5c"),
        FACTS.at_least("industry_professors", "target_industry_professors"),
    )
    .target()
    .title(text!("产业教授（导师）", "industry professors (mentors)"))
    .demands(&[text!(
        "目标为培育遴选 {} 名产业教授（导师）（累计）",
        "{} industry professors (mentors) selected",
    )])
    .reading(CUMULATIVE),
    Rule::new(
        "province.craftsmen_and_experts",
        statement("25.5d"),
        FACTS.at_least("craftsmen_and_experts", "target_craftsmen_and_experts"),
    )
    .target()
    .title(text!("湖湘工匠和技术能手", "Huxiang craftsmen and skilled technicians"))
    .demands(&[text!(
        "目标为培育遴选 {} 名湖湘工匠和技术能手（累计）",
        "{} Huxiang craftsmen and skilled technicians selected",
    )])
    .reading(CUMULATIVE),
];
