//! 地方政府: articles 2, 13 and 24.

use super::prelude::*;

choices! {
    /// 行政层级.
    LocalityLevel {
        Prefecture "prefecture" "市州" | "市（州）", "city or autonomous prefecture";
        County "county" "县市区" | "县", "county";
    }
}

subject! {
    /// 地方政府: one city, autonomous prefecture or county.
    Locality = "locality", "地方政府", "local government";
    one record is "一个市州或县市区", "one city, autonomous prefecture or county";
    facts {
        name: String = "地区", "name of the place";
        level: LocalityLevel = "行政层级", "administrative level";
        park_plan: bool = "制定实施教育科技产业园区建设规划" | "教育科技产业园区建设规划", "a construction plan for an education, science and technology industrial park is made and carried out";
        own_policy: bool = "已出台专门政策措施" | "专门政策措施", "dedicated policy measures of its own are issued";
        coordination_body: bool = "已建立协调机构" | "协调机构", "a coordination body is set up";
        body_plans: bool = "由协调机构负责规划" | "协调机构负责规划", "the body is in charge of planning";
        body_coordinates: bool = "由协调机构负责协调" | "协调机构负责协调", "the body is in charge of coordination";
        body_serves: bool = "由协调机构负责服务" | "协调机构负责服务", "the body is in charge of services";
    }
}

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[
    Rule::new("locality.park_plan", statement("2.2b"), FACTS.flag("park_plan"))
        .applies_to(
            FACTS.one_of("level", &["prefecture"]),
            text!("市州", "cities and the autonomous prefecture"),
        )
        .title(text!("园区建设规划", "park plan"))
        .demands(&[text!(
            "制定实施教育科技产业园区建设规划",
            "a construction plan for an education, science and technology industrial park",
        )]),
    Rule::new("locality.own_policy", statement("24.2a"), FACTS.flag("own_policy"))
        .title(text!("出台专门政策措施", "dedicated policy measures"))
        .demands(&[text!("应结合本地实际出台专门政策措施", "dedicated policy measures of its own")])
        .reading(text!(
            "“各地”取市州和县市区",
            "\"localities\" is taken as cities, the autonomous prefecture and counties"
        )),
    Rule::new("locality.coordination_body", statement("24.2b"), FACTS.flag("coordination_body"))
        .title(text!("建立协调机构", "coordination body"))
        .demands(&[text!("应建立相应协调机构", "a coordination body")]),
    Rule::new(
        "locality.coordination_mandate",
        statement("24.2c"),
        all(&[FACTS.flag("body_plans"), FACTS.flag("body_coordinates"), FACTS.flag("body_serves")]),
    )
    .applies_to(
        FACTS.flag("coordination_body"),
        text!("已建立协调机构的地方", "localities that have a coordination body"),
    )
    .title(text!("协调机构职责", "mandate of the coordination body"))
    .demands(&[text!(
        "协调机构应负责产教融合规划、协调和服务",
        "planning, coordination and services for industry-education integration in the mandate of \
        the body",
    )]),
];
