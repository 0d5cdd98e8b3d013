//! 行业主管部门: article 21.

use super::prelude::*;

subject! {
    /// 行业主管部门: one industry authority.
    IndustryAuthority = "industry_authority", "行业主管部门", "industry authority";
    one record is "一个行业主管部门", "one industry authority";
    facts {
        name: String = "部门名称", "name of the authority";
        main_field: bool = "经主管部门认定属于主要领域" | "主要领域", "the industry is a main field, as determined by the competent authority" determined by Competent;
        steering_committee: bool = "已成立行业职业教育教学指导委员会" | "行业职业教育教学指导委员会", "an industry steering committee for vocational teaching is set up";
        supports_work_plans: bool = "支持行业社会组织制定工作计划", "the authority supports industry bodies in making work plans";
        supports_forecasts: bool = "支持行业社会组织开展人才需求预测", "the authority supports industry bodies in forecasting talent demand";
        supports_cooperation: bool = "支持行业社会组织开展校企合作服务", "the authority supports industry bodies in services for school-enterprise cooperation";
        supports_teaching_guidance: bool = "支持行业社会组织开展教学指导", "the authority supports industry bodies in teaching guidance";
        supports_skill_appraisal: bool = "支持行业社会组织开展技能鉴定", "the authority supports industry bodies in skill appraisal";
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
    .demands(&[text!(
        "应成立行业职业教育教学指导委员会",
        "an industry steering committee for vocational teaching",
    )])
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
        "应积极支持行业社会组织制定深化产教融合工作计划",
        "support for industry bodies in making work plans",
    )]),
    Rule::new(
        "industry_authority.services",
        statement("21.3b"),
        by_reading(
            "authority_services",
            &[
                any(&[
                    FACTS.flag("supports_forecasts"),
                    FACTS.flag("supports_cooperation"),
                    FACTS.flag("supports_teaching_guidance"),
                    FACTS.flag("supports_skill_appraisal"),
                ]),
                all(&[
                    FACTS.flag("supports_forecasts"),
                    FACTS.flag("supports_cooperation"),
                    FACTS.flag("supports_teaching_guidance"),
                    FACTS.flag("supports_skill_appraisal"),
                ]),
            ],
        ),
    )
    .names_unmet()
    .title(text!("支持行业社会组织开展服务", "support for services of industry bodies"))
    .demands(&[text!(
        "应积极支持行业社会组织开展人才需求预测、校企合作、教学指导、技能鉴定等服务",
        "support for industry bodies in forecasting talent demand, school-enterprise cooperation, \
        teaching guidance, skill appraisal and other services",
    )])
    .reading(text!("由21.3a的“要积极支持”统领", "\"must actively support\" of 21.3a governs it")),
];
