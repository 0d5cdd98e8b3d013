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
    /// 试点: one integration pilot or comprehensive high school pilot.
    Pilot = "pilot", "试点", "pilot";
    one record is "一个产教融合试点或综合高中试点", "one integration pilot or comprehensive high school pilot";
    facts {
        name: String = "试点名称", "name of the pilot";
        pilot_kind: PilotKind = "试点类别", "kind of pilot";
        place_has_conditions: bool = "有条件的地方", "the place has the conditions, as the authority finds" determined by Competent;
        near_large_enterprise: bool = "大型企业周边", "near a large enterprise";
        near_park: bool = "产业园区周边", "near an industrial park";
        representative: bool = "有较强代表性", "strongly representative";
        influential: bool = "有较强影响力", "strongly influential";
        willing_to_reform: bool = "有较强改革意愿", "strongly willing to reform";
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
        "需为有条件的地方，在大型企业或产业园区周边",
        "to be in a place that has the conditions, near a large enterprise or a park",
    )]),
    Rule::new(
        "pilot.integration",
        statement("25.7a"),
        all(&[
            FACTS.flag("representative"),
            FACTS.flag("influential"),
            FACTS.flag("willing_to_reform"),
        ]),
    )
    .eligibility()
    .applies_to(
        FACTS.one_of("pilot_kind", &["city", "industry", "enterprise"]),
        text!(
            "城市、行业、企业的产教融合试点",
            "integration pilots of cities, industries and enterprises"
        ),
    )
    .title(text!("产教融合试点", "integration pilot"))
    .demands(&[text!(
        "需有较强代表性、影响力和改革意愿",
        "to be representative, influential and willing to reform",
    )])
    .reading(text!("三项以“和”并列，都须具备", "the three are joined by \"and\"; all are due")),
];
