//! 人才: articles 9, 13 and 15.

use super::prelude::*;

choices! {
    /// 入股形式.
    Contribution {
        Capital "capital" "资本入股" | "资本", "capital";
        Technology "technology" "技术入股" | "技术", "technology";
        Other "other" "其他入股形式", "another share";
        None "none" "未入股" | "无", "none";
    }
}

subject! {
    /// 人才: one person who teaches or sets up a studio at a school.
    Person = "person", "人才", "person";
    one record is "一名到学校任教或设工作室的人员", "one person who teaches or sets up a studio at a school";
    facts {
        name: String = "姓名", "name";
        outstanding_technical_talent: bool = "经主管部门认定为优秀专业技术人才" | "优秀专业技术人才", "the person is an outstanding professional or technical talent, as determined by the competent authority" determined by Competent;
        studio_in_school: bool = "在学校建立工作室", "the studio is at a school";
        contribution: Contribution = "入股形式", "form of contribution";
        model_worker: bool = "属于劳动模范" | "劳动模范", "the person is a model worker";
        highly_skilled: bool = "属于高技能人才" | "高技能人才", "the person is a highly skilled person";
        part_time: bool = "兼职授课", "the person teaches part-time";
        enterprise_technical_talent: bool = "属于企业技术人才" | "企业技术人才", "the person is a technical talent of an enterprise";
        enterprise_management_talent: bool = "属于企业管理人才" | "企业管理人才", "the person is a management talent of an enterprise";
    }
}

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[
    Rule::new("person.studio", statement("9.5a"), FACTS.flag("outstanding_technical_talent"))
        .eligibility()
        .title(text!("在校建立工作室", "studio at a school"))
        .demands(&[text!(
            "须为优秀专业技术人才",
            "to be an outstanding professional or technical talent"
        )])
        .reading(text!(
            "“在学校”和“入股等形式”是所支持的做法，不是条件；“优秀”以主管部门认定为准",
            "the place and the form of the studio are what is supported, not conditions; the \
        authority's finding on \"outstanding\" is taken"
        )),
    Rule::new(
        "person.part_time_teacher",
        statement("13.2d"),
        all(&[
            any(&[FACTS.flag("model_worker"), FACTS.flag("highly_skilled")]),
            FACTS.flag("part_time"),
        ]),
    )
    .eligibility()
    .title(text!("兼职授课", "part-time teaching"))
    .demands(&[text!(
        "须为劳动模范或高技能人才并兼职授课",
        "to be a model worker or highly skilled, and to teach part-time"
    )]),
    Rule::new(
        "person.enterprise_teacher",
        statement("15.1d"),
        any(&[
            FACTS.flag("enterprise_technical_talent"),
            FACTS.flag("enterprise_management_talent"),
        ]),
    )
    .eligibility()
    .title(text!("到学校任教", "teaching at a school"))
    .demands(&[text!(
        "须为企业技术人才或管理人才",
        "to be a technical or management talent of an enterprise"
    )]),
];
