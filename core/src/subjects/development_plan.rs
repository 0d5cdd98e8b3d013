//! 发展规划: article 2.

use super::prelude::*;

choices! {
    /// 制定单位类别.
    PlanIssuer {
        Locality "locality" "地方" | "各地", "locality";
        Department "department" "有关部门" | "部门", "department";
        Other "other" "其他", "other";
    }
}

choices! {
    /// 规划类别.
    PlanKind {
        EconomicSocial "economic_social" "经济社会发展规划", "economic and social development plan";
        Industrial "industrial" "产业发展规划", "industrial development plan";
        Urban "urban" "城镇建设规划", "urban construction plan";
        OtherSpecial "other_special" "其他专项规划", "other special plan";
        Other "other" "其他", "other";
    }
}

subject! {
    /// 发展规划: one economic-social or special plan.
    DevelopmentPlan = "development_plan", "发展规划", "development plan";
    one record is "一份经济社会发展规划或专项规划", "one economic-social or special plan";
    facts {
        name: String = "规划名称", "name of the plan";
        issuer: PlanIssuer = "制定单位类别", "kind of issuer";
        plan_kind: PlanKind = "规划类别", "kind of plan";
        states_requirements: bool = "明确产教融合发展要求", "the plan states the requirements of industry-education integration";
        plans_measures: bool = "同步规划产教融合发展政策措施", "the measures for industry-education integration are planned at the same time";
    }
}

const CONCERNED: Condition = all(&[
    FACTS.one_of("issuer", &["locality", "department"]),
    FACTS.one_of("plan_kind", &["economic_social", "industrial", "urban", "other_special"]),
]);

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[
    Rule::new(
        "development_plan.requirements",
        statement("2.1a"),
        FACTS.flag("states_requirements"),
    )
    .applies_to(
        CONCERNED,
        text!(
            "各地各有关部门的经济社会发展规划和专项规划",
            "economic-social and special plans of localities and departments"
        ),
    )
    .title(text!("明确产教融合要求", "requirements of industry-education integration stated"))
    .demands(&[text!(
        "规划应明确产教融合发展要求",
        "the requirements of industry-education integration stated in the plan",
    )])
    .reading(text!(
        "“等专项规划”取各类专项规划",
        "\"and other special plans\" is taken as every special plan"
    )),
    Rule::new("development_plan.measures", statement("2.1d"), FACTS.flag("plans_measures"))
        .applies_to(
            CONCERNED,
            text!(
                "各地各有关部门的经济社会发展规划和专项规划",
                "economic-social and special plans of localities and departments"
            ),
        )
        .title(text!("同步规划政策措施", "measures planned at the same time"))
        .demands(&[text!(
            "应同步规划产教融合发展政策措施",
            "the measures for industry-education integration planned at the same time",
        )]),
];
