//! 学校: articles 4, 12, 13, 17, 20 and 27.

use super::prelude::*;

subject! {
    /// 学校: one school in one year.
    ///
    /// Without a `year`, the record is taken to lie in the time in which the policy is applied.
    School = "school", "学校", "school";
    one record is "一所学校的一个年度", "one school in one year";
    facts {
        name: String = "学校名称", "name of the school";
        year: Year = "年度", "calendar year";
        school_kind: SchoolKind = "学校类别", "kind of school";
        employment_report_published: bool = "已发布高校毕业生就业质量年度报告" | "毕业生就业质量年度报告", "the annual report on graduate employment is published";
        quality_report_published: bool = "已发布职业教育人才培养质量年度报告" | "人才培养质量年度报告", "the annual report on the quality of vocational education is published";
        adjustment_mechanism: bool = "已建立健全学科专业建设动态调整机制" | "学科专业动态调整机制", "a mechanism to adjust majors is in place";
        warning_mechanism: bool = "已建立专业预警和退出机制" | "专业预警和退出机制", "a warning and exit mechanism for majors is in place";
        runs_joint_majors: bool = "校企合作开办专业", "the school runs majors with enterprises";
        joint_governance_body: bool = "设有校企共建共管机构" | "校企共建共管机构", "a board, council or committee governs them jointly";
        charter: bool = "已完善学校章程" | "学校章程", "the school has a charter";
        council: bool = "设有理事会" | "理事会", "the school has a council";
        council_has_outside_parties: bool = "已引入多方参与理事会" | "理事会有多方参与", "industry, institutes or social bodies sit on the council";
        bodies_with_industry: bool = "设有行业组织、企业参加的治理机构" | "行业组织、企业参加的治理机构", "a governing body has industry bodies and enterprises as members";
        demonstration_school: bool = "属于国家和省示范、卓越职业学校" | "国家和省示范、卓越职业学校" | "示范、卓越职业学校", "the school is a national or provincial model or excellent vocational school";
        pairs_with_weak_school: bool = "对口帮扶农村和贫困地区薄弱职业学校" | "对口帮扶薄弱学校", "the school is paired with a weak one of a rural or poor area";
        foreign_programme_by_national_rules: bool = "按国家有关规定与国（境）外教育机构合作办学" | "中外合作办学符合国家规定", "schooling with foreign bodies follows the national rules";
        has_training_base: bool = "设有实训基地" | "实训基地", "the school has a training base";
        base_open_to_secondary: bool = "将实训基地向普通中学开放" | "实训基地向普通中学开放", "the training base is open to general secondary schools";
    }
    dated by year;
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
    .demands(&[text!(
        "应发布高校毕业生就业质量年度报告",
        "an annual report on graduate employment",
    )])
    .reading(text!(
        "高校含高等职业学校",
        "the Chinese term for universities includes higher vocational colleges"
    )),
    Rule::new("school.quality_report", statement("4.1c"), FACTS.flag("quality_report_published"))
        .applies_to(VOCATIONAL_SCHOOL, VOCATIONAL_SCHOOLS)
        .title(text!("人才培养质量年度报告", "report on the quality of vocational education"))
        .demands(&[text!(
            "应发布职业教育人才培养质量年度报告",
            "an annual report on the quality of vocational education",
        )])
        .reading(VOCATIONAL_READING),
    Rule::new("school.adjustment_mechanism", statement("4.2d"), FACTS.flag("adjustment_mechanism"))
        .title(text!("专业动态调整机制", "mechanism to adjust majors"))
        .demands(&[text!("应建立健全学科专业建设动态调整机制", "a mechanism to adjust majors",)]),
    Rule::new("school.warning_mechanism", statement("4.2f"), FACTS.flag("warning_mechanism"))
        .title(text!("专业预警和退出机制", "warning and exit mechanism for majors"))
        .demands(&[text!(
            "应建立并严格实行专业预警和退出机制",
            "a warning and exit mechanism for majors",
        )])
        .reading(text!(
            "“严格实行”以建有机制为前提，没有预警专业的学校亦同；“严格”不表示强制",
            "to apply a mechanism is to have one, also where no major is under a warning; \
            \"strictly\" does not make it mandatory"
        )),
    Rule::new("school.joint_governance", statement("12.4b"), FACTS.flag("joint_governance_body"))
        .applies_to(
            FACTS.flag("runs_joint_majors"),
            text!("校企合作开办专业的学校", "schools that run majors with enterprises"),
        )
        .title(text!("校企共建共管", "joint governance"))
        .demands(&[text!(
            "通过董事会、理事会、专业建设委员会、校企合作委员会等共建共管",
            "joint governance through boards, councils, committees and the like",
        )])
        .reading(text!("“等”字未封闭，有一种机构即可", "the list is open; one body is enough")),
    Rule::new("school.base_open", statement("13.4b"), FACTS.flag("base_open_to_secondary"))
        .applies_to(
            FACTS.flag("has_training_base"),
            text!("设有实训基地的学校", "schools that have a training base"),
        )
        .title(text!("实训基地开放", "training base open to secondary schools"))
        .demands(&[text!(
            "将实训基地向普通中学开放",
            "the training base open to general secondary schools",
        )]),
    Rule::new("school.charter", statement("17.1b"), FACTS.flag("charter"))
        .title(text!("学校章程", "charter"))
        .demands(&[text!("应完善学校章程", "a charter")]),
    Rule::new("school.council", statement("17.1c"), FACTS.flag("council"))
        .title(text!("理事会制度", "council"))
        .demands(&[text!("应健全理事会制度", "a council")]),
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
        "组建由行业组织、企业参加的董事会、理事会、专业建设委员会、校企合作委员会",
        "a board, council or committee in which industry bodies and enterprises take part",
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
        )])
        .reading(VOCATIONAL_READING),
    Rule::new(
        "school.foreign_cooperation",
        statement("27.1a"),
        FACTS.flag("foreign_programme_by_national_rules"),
    )
    .eligibility()
    .title(text!("中外合作办学", "schooling with foreign bodies"))
    .demands(&[text!("须符合国家有关规定", "to follow the national rules")]),
];
