//! 试点: articles 13 and 25.

use super::prelude::*;

choices! {
    /// 试点类别.
    PilotKind {
        ComprehensiveHighSchool "comprehensive_high_school" "综合高中", "comprehensive high school";
        City "city" "城市", "city";
        Industry "industry" "行业", "industry";
        Enterprise "enterprise" "企业", "enterprise";
    }
}

subject! {
    /// 试点: one pilot of industry-education integration or of a comprehensive high school.
    Pilot = "pilot", "试点", "pilot";
    one record is "一个产教融合试点或综合高中试点", "one pilot of industry-education integration or of a comprehensive high school";
    facts {
        name: String = "试点名称", "name of the pilot";
        pilot_kind: PilotKind = "试点类别", "kind of pilot";
        place_has_conditions: bool = "经主管部门认定具备条件" | "有条件的地方", "the place meets the requisite conditions, as determined by the competent authority" determined by Competent;
        near_large_enterprise: bool = "位于大型企业周边" | "大型企业周边", "the place is near a large enterprise";
        near_park: bool = "位于产业园区周边" | "产业园区周边", "the place is near an industrial park";
        representative: bool = "有较强代表性", "the city, industry or enterprise is strongly representative";
        influential: bool = "有较强影响力", "the city, industry or enterprise is strongly influential";
        willing_to_reform: bool = "有较强改革意愿", "the city, industry or enterprise is strongly willing to reform";
    }
}

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[
    Rule::new(
        "pilot.comprehensive_high_school",
        statement("13.4c"),
        all(&[
            FACTS.flag("place_has_conditions"),
            any(&[FACTS.flag("near_large_enterprise"), FACTS.flag("near_park")]),
        ]),
    )
    .eligibility()
    .applies_to(
        FACTS.one_of("pilot_kind", &["comprehensive_high_school"]),
        text!("普职融通的综合高中试点", "pilots of comprehensive high schools"),
    )
    .title(text!("综合高中试点", "comprehensive high school"))
    .demands(&[text!(
        "须位于有条件的地方，且在大型企业或产业园区周边",
        "to be in a place that meets the requisite conditions, near a large enterprise or a park",
    )])
    .reading(AS_THE_AUTHORITY_FINDS),
    Rule::new(
        "pilot.integration",
        statement("25.7a"),
        by_reading(
            "pilot_conditions",
            &[
                all(&[
                    FACTS.flag("representative"),
                    FACTS.flag("influential"),
                    FACTS.flag("willing_to_reform"),
                ]),
                any(&[
                    FACTS.flag("representative"),
                    FACTS.flag("influential"),
                    FACTS.flag("willing_to_reform"),
                ]),
            ],
        ),
    )
    .eligibility()
    .applies_to(
        FACTS.one_of("pilot_kind", &["city", "industry", "enterprise"]),
        text!(
            "城市、行业、企业的产教融合试点",
            "pilots of industry-education integration of cities, industries and enterprises"
        ),
    )
    .title(text!("产教融合试点", "pilot of industry-education integration"))
    .demands_by_reading(&[
        &[text!(
            "须有较强代表性、影响力和改革意愿",
            "to be representative, influential and willing to reform",
        )],
        &[text!(
            "须有较强代表性、影响力或者改革意愿",
            "to be representative, influential or willing to reform",
        )],
    ]),
];
