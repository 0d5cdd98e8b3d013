//! 建设用地: article 26.

use super::prelude::*;

choices! {
    /// 建设主体.
    LandBuilder {
        Enterprise "enterprise" "企业" | "企业投资", "enterprise";
        EnterpriseWithGovernment "enterprise_with_government" "企业与政府合作", "enterprise with government";
        Government "government" "政府", "government";
        Other "other" "其他", "other";
    }
}

subject! {
    /// 建设用地: one plot of land for a school.
    LandUse = "land_use", "建设用地", "land use";
    one record is "一宗学校建设用地", "one plot of land for a school";
    facts {
        builder: LandBuilder = "建设主体", "builder";
        for_school: bool = "用于职业学校或高等学校", "for a vocational school or university";
        science_education_class: bool = "按科教用地管理", "managed as science and education land";
        in_allocation_catalogue: bool = "符合划拨用地目录" | "符合《划拨用地目录》", "in the Allocation Catalogue";
    }
}

const SCHOOL_LAND: Condition = all(&[
    FACTS.one_of("builder", &["enterprise", "enterprise_with_government"]),
    FACTS.flag("for_school"),
]);

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[
    Rule::new(
        "land_use.science_education_class",
        statement("26.5a"),
        FACTS.flag("science_education_class"),
    )
    .applies_to(
        SCHOOL_LAND,
        text!(
            "企业投资或与政府合作建设的职业学校、高等学校用地",
            "land of vocational schools and universities built by enterprises, alone or with \
            government"
        ),
    )
    .title(text!("按科教用地管理", "science and education land"))
    .demands(&[text!("需按科教用地管理", "the land managed as science and education land")])
    .reading(text!("指用地类别，不指供地方式", "the class of land, not the way it is supplied")),
    Rule::new("land_use.allocation", statement("26.5b"), FACTS.flag("in_allocation_catalogue"))
        .eligibility()
        .applies_to(
            SCHOOL_LAND,
            text!(
                "企业投资或与政府合作建设的职业学校、高等学校用地",
                "land of vocational schools and universities built by enterprises, alone or with \
                government"
            ),
        )
        .title(text!("可划拨供地", "may be supplied by allocation"))
        .demands(&[text!("需符合《划拨用地目录》", "to be in the Allocation Catalogue")])
        .reading(text!(
            "“可”为政府裁量，不是权利；企业仍可自愿以出让、租赁方式取得土地",
            "\"may\" leaves it to the government; grant and lease stay open"
        )),
];
