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
        for_school: bool = "用于职业学校或高等学校", "the land is for a vocational school or university";
        science_education_class: bool = "按科教用地管理", "the land is managed as land for science and education";
        in_allocation_catalogue: bool = "符合《划拨用地目录》" | "符合划拨用地目录", "the land is in the Catalogue of Land for Allocation";
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
    .title(text!("按科教用地管理", "land for science and education"))
    .demands(&[text!("应按科教用地管理", "the land managed as land for science and education")])
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
        .title(text!("可通过划拨方式供地", "may be supplied by allocation"))
        .demands(&[text!(
            "须符合《划拨用地目录》",
            "to be in the Catalogue of Land for Allocation",
        )])
        .reading(text!(
            "“可”不产生当然的请求权；非营利性民办学校另依民办教育促进法第五十一条；企业仍可自愿以出让、租赁\
            方式取得土地",
            "\"may\" gives no claim of itself; for non-profit private schools see also article 51 \
            of the Law on the Promotion of Private Education; grant and lease stay open"
        )),
];
