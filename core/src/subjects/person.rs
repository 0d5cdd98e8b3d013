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
        outstanding_technical_talent: bool = "优秀专业技术人才", "outstanding technical talent, as the authority finds";
        studio_in_school: bool = "在学校建立工作室", "the studio is at a school";
        contribution: Contribution = "入股形式", "form of contribution";
        model_worker: bool = "劳动模范", "model worker";
        highly_skilled: bool = "高技能人才", "highly skilled person";
        part_time: bool = "兼职授课", "teaches part-time";
        enterprise_technical_talent: bool = "企业技术人才", "technical talent of an enterprise";
        enterprise_management_talent: bool = "企业管理人才", "management talent of an enterprise";
    }
}

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[
    Rule::new(
        "person.studio",
        statement("9.5a"),
        all(&[
            FACTS.flag("outstanding_technical_talent"),
            FACTS.flag("studio_in_school"),
            FACTS.one_of("contribution", &["capital", "technology", "other"]),
        ]),
    )
    .eligibility()
    .title(text!("在校建立工作室", "studio at a school"))
    .demands(&[text!(
        "需为优秀专业技术人才，在学校以资本、技术入股等形式建立工作室",
        "to be an outstanding technical talent with a studio at a school by capital, technology \
        or the like"
    )])
    .reading(text!("“等形式”未封闭，其他入股形式亦可", "the list of forms is open")),
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
        "需为劳动模范或高技能人才并兼职授课",
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
        "需为企业技术人才或管理人才",
        "to be technical or management talent of an enterprise"
    )]),
];
