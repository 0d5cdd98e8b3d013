//! 学校: articles 4, 12, 17, 20 and 27.

use super::prelude::*;

subject! {
    /// 学校: one school in one year.
    School = "school", "学校", "school";
    one record is "一所学校的一个年度", "one school in one year";
    facts {
        name: String = "学校名称", "name of the school";
        year: Year = "年度", "calendar year";
        school_kind: SchoolKind = "学校类别", "kind of school";
        employment_report_published: bool = "毕业生就业质量年度报告", "annual report on graduate employment published";
        quality_report_published: bool = "人才培养质量年度报告", "annual report on training quality published";
        adjustment_mechanism: bool = "学科专业动态调整机制", "mechanism to adjust majors";
        runs_joint_majors: bool = "校企合作开办专业", "runs majors with enterprises";
        joint_governance_body: bool = "校企共建共管机构", "a board or committee governs them jointly";
        charter: bool = "学校章程", "charter";
        council: bool = "理事会", "council";
        council_has_outside_parties: bool = "理事会有多方参与", "industry, institutes or social bodies sit on the council";
        bodies_with_industry: bool = "行业组织、企业参加的治理机构", "a governing body with industry members";
        demonstration_school: bool = "国家和省示范、卓越职业学校" | "示范、卓越职业学校", "national or provincial model or excellent vocational school";
        pairs_with_weak_school: bool = "对口帮扶薄弱学校", "pairs with a weak rural school";
        foreign_programme_by_national_rules: bool = "中外合作办学符合国家规定", "schooling with foreign bodies follows the national rules";
    }
}

const VOCATIONAL_SCHOOL: Condition = FACTS.one_of("school_kind", VOCATIONAL);
const UNIVERSITY: Condition = FACTS.one_of(
    "school_kind",
    &["higher_vocational", "vocational_university", "applied_undergraduate", "other_university"],
);

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[
    Rule::new(
        "school.employment_report",
        statement("4.1b"),
        FACTS.flag("employment_report_published"),
    )
    .applies_to(UNIVERSITY, text!("高校", "universities and colleges"))
    .title(text!("就业质量年度报告", "report on graduate employment"))
    .demands(&[text!("需发布毕业生就业质量年度报告", "an annual report on graduate employment")])
    .reading(text!("高校含高等职业学校", "higher vocational colleges are universities here")),
    Rule::new("school.quality_report", statement("4.1c"), FACTS.flag("quality_report_published"))
        .applies_to(
            VOCATIONAL_SCHOOL,
            text!("职业学校（含技工院校）", "vocational schools, technician schools included"),
        )
        .title(text!("人才培养质量年度报告", "report on training quality"))
        .demands(&[text!(
            "需发布职业教育人才培养质量年度报告",
            "an annual report on training quality",
        )]),
    Rule::new("school.adjustment_mechanism", statement("4.2d"), FACTS.flag("adjustment_mechanism"))
        .title(text!("专业动态调整机制", "mechanism to adjust majors"))
        .demands(&[text!("需建立学科专业建设动态调整机制", "a mechanism to adjust majors")]),
    Rule::new("school.joint_governance", statement("12.4b"), FACTS.flag("joint_governance_body"))
        .applies_to(
            FACTS.flag("runs_joint_majors"),
            text!("校企合作开办专业的学校", "schools that run majors with enterprises"),
        )
        .title(text!("校企共建共管", "joint governance"))
        .demands(&[text!(
            "通过董事会、理事会、专业建设委员会或校企合作委员会共建共管",
            "a board, council or committee that governs jointly",
        )])
        .reading(text!("四种机构有其一即可", "one of the four bodies is enough")),
    Rule::new("school.charter", statement("17.1b"), FACTS.flag("charter"))
        .title(text!("学校章程", "charter"))
        .demands(&[text!("需完善学校章程", "a charter")]),
    Rule::new("school.council", statement("17.1c"), FACTS.flag("council"))
        .title(text!("理事会制度", "council"))
        .demands(&[text!("需健全理事会制度", "a council")]),
    Rule::new(
        "school.outside_parties",
        statement("17.1d"),
        FACTS.flag("council_has_outside_parties"),
    )
    .applies_to(FACTS.flag("council"), text!("设有理事会的学校", "schools that have a council"))
    .title(text!("多方参与", "outside parties on the council"))
    .demands(&[text!(
        "引入行业企业、科研院所、社会组织等多方参与",
        "industry, institutes or social bodies on the council",
    )]),
    Rule::new(
        "school.bodies_with_industry",
        statement("17.1e"),
        FACTS.flag("bodies_with_industry"),
    )
    .title(text!("行业企业参加治理机构", "governing bodies with industry members"))
    .demands(&[text!(
        "组建由行业组织、企业参加的治理机构",
        "a governing body with industry members",
    )])
    .reading(text!("四种机构有其一即可", "one of the four bodies is enough")),
    Rule::new("school.pairing", statement("20.1d"), FACTS.flag("pairs_with_weak_school"))
        .applies_to(
            all(&[VOCATIONAL_SCHOOL, FACTS.flag("demonstration_school")]),
            text!(
                "国家和省示范、卓越职业学校",
                "national and provincial model and excellent vocational schools"
            ),
        )
        .title(text!("对口帮扶", "pairing with a weak school"))
        .demands(&[text!(
            "对口帮扶农村和贫困地区薄弱职业学校",
            "pairing with a weak vocational school of a rural or poor area",
        )]),
    Rule::new(
        "school.foreign_cooperation",
        statement("27.1a"),
        FACTS.flag("foreign_programme_by_national_rules"),
    )
    .eligibility()
    .title(text!("中外合作办学", "schooling with foreign bodies"))
    .demands(&[text!("需符合国家有关规定", "to follow the national rules")]),
];
