//! 行业主管部门: article 21.

use super::prelude::*;

subject! {
    /// 行业主管部门: one industry authority.
    IndustryAuthority = "industry_authority", "行业主管部门", "industry authority";
    one record is "一个行业主管部门", "one industry authority";
    facts {
        name: String = "部门名称", "name of the authority";
        main_field: bool = "主要领域", "the industry is a main field, as the authority finds" determined by Competent;
        steering_committee: bool = "行业职业教育教学指导委员会", "steering committee set up";
        supports_work_plans: bool = "支持行业社会组织制定工作计划", "supports industry bodies in making work plans";
    }
}

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[
    Rule::new(
        "industry_authority.steering_committee",
        statement("21.2b"),
        FACTS.flag("steering_committee"),
    )
    .applies_to(FACTS.flag("main_field"), text!("主要领域的行业", "main fields"))
    .title(text!("教学指导委员会", "steering committee"))
    .demands(&[text!("需成立行业职业教育教学指导委员会", "a steering committee")])
    .reading(text!(
        "“主要领域”原文未界定，以主管部门认定为准",
        "the text does not say which fields are main; the authority's finding is taken"
    )),
    Rule::new(
        "industry_authority.work_plans",
        statement("21.3a"),
        FACTS.flag("supports_work_plans"),
    )
    .title(text!("支持制定工作计划", "support for work plans"))
    .demands(&[text!(
        "需积极支持行业社会组织制定深化产教融合工作计划",
        "support for industry bodies in making work plans",
    )]),
];
