//! 学科专业: article 4.

use super::prelude::*;

subject! {
    /// 学科专业: the setting, adjusting or closing of one major.
    Major = "major", "学科专业", "major";
    one record is "一个学科专业的设置、调整或退出", "the setting, adjusting or closing of one major";
    facts {
        name: String = "专业名称", "name of the major";
        set_or_adjusted: bool = "设置或调整该专业" | "设置或调整", "the major was set up or adjusted";
        cites_market: bool = "以市场供求为重要依据" | "依据市场供求", "market supply and demand is a key basis";
        cites_training_quality: bool = "以人才培养质量为重要依据" | "依据人才培养质量", "training quality is a key basis";
        cites_employment_quality: bool = "以就业质量为重要依据" | "依据就业质量", "employment quality is a key basis";
        warned: bool = "列入预警", "the major is under a warning";
        warning_acted_on: bool = "落实预警和退出机制" | "落实预警和退出", "the warning and exit mechanism was applied";
    }
}

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[
    Rule::new(
        "major.grounds",
        statement("4.2c"),
        all(&[
            FACTS.flag("cites_market"),
            FACTS.flag("cites_training_quality"),
            FACTS.flag("cites_employment_quality"),
        ]),
    )
    .applies_to(
        FACTS.flag("set_or_adjusted"),
        text!("设置或调整的专业", "majors that are set up or adjusted"),
    )
    .title(text!("设置调整依据", "basis of the decision"))
    .demands(&[text!(
        "应以市场供求、人才培养质量、就业质量为设置调整学科专业的重要依据",
        "market supply and demand, training quality and employment quality as key grounds",
    )])
    .reading(text!("三项依据均须具备", "all three are due")),
    Rule::new("major.warning_and_exit", statement("4.2f"), FACTS.flag("warning_acted_on"))
        .applies_to(FACTS.flag("warned"), text!("列入预警的专业", "majors under a warning"))
        .title(text!("专业预警和退出", "warning and exit"))
        .demands(&[text!("应严格实行专业预警和退出机制", "the warning and exit mechanism applied")])
        .reading(text!(
            "原文无退出标准，只判断对列入预警的专业是否执行；“严格”不表示强制",
            "the text has no criteria; only whether the mechanism was applied to a major under a \
            warning is tested; \"strictly\" does not make it mandatory"
        )),
];
