//! 省级制度、机制和平台: articles 4, 8, 14, 15, 21, 23, 24, 25 and 28.

use crate::facts::{facts, subject};
use crate::policy::statement;
use crate::rule::{Rule, Test, Tests};
use crate::words::words;

facts! {
    /// 省级制度建设: what the province has issued and set up.
    ProvincialMeasures;
    major_setting_measures: bool = "专业设置管理和评价办法", "measures on setting and evaluating majors issued";
    internship_rules: bool = "学生实习管理实施细则", "implementing rules for internships issued";
    national_apprenticeships: bool = "国家级学徒制试点", "national apprenticeship pilots run";
    provincial_apprenticeships: bool = "省级学徒制试点", "provincial apprenticeship pilots run";
    city_apprenticeships: bool = "市级学徒制试点", "city apprenticeship pilots run";
    school_apprenticeships: bool = "校级学徒制试点", "school apprenticeship pilots run";
    apprenticeship_platform: bool = "学徒制省级管理服务平台", "provincial apprenticeship platform built";
    dual_qualified_standards: bool = "双师型教师认定标准和办法", "standards for dual-qualified teachers issued";
    cooperation_measures: bool = "校企合作促进实施办法", "measures to carry out the cooperation rules issued";
    information_platform: bool = "产教融合信息服务平台", "integration information platform built";
    coordination_mechanism: bool = "工作协调机制", "coordination mechanism set up";
    mechanism_has_development_reform: bool = "发展改革部门参加", "development and reform takes part";
    mechanism_has_education: bool = "教育部门参加", "education takes part";
    mechanism_has_human_resources: bool = "人力资源社会保障部门参加", "human resources takes part";
    mechanism_has_finance: bool = "财政部门参加", "finance takes part";
    mechanism_has_industry: bool = "工业和信息化部门参加", "industry and information technology takes part";
    integration_project: bool = "湖南省产教融合发展工程", "Hunan integration project launched";
    appraisal_mechanism: bool = "绩效考核与督查机制", "appraisal and supervision mechanism set up";
}

const IT: Tests = Tests(FIELDS);

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[
    Rule::new(
        "provincial_measures.major_setting_measures",
        statement("4.2a"),
        IT.flag("major_setting_measures"),
    )
    .titled(words!("专业设置管理和评价办法", "measures on setting majors"))
    .asking(&[words!(
        "需制定职业学校专业设置管理和评价办法",
        "measures on setting and evaluating majors",
    )]),
    Rule::new(
        "provincial_measures.internship_rules",
        statement("8.1b"),
        IT.flag("internship_rules"),
    )
    .titled(words!("学生实习管理实施细则", "implementing rules for internships"))
    .asking(&[words!("需制定学生实习管理实施细则", "implementing rules for internships")]),
    Rule::new(
        "provincial_measures.apprenticeship_levels",
        statement("14.2b"),
        Test::All(&[
            IT.flag("national_apprenticeships"),
            IT.flag("provincial_apprenticeships"),
            IT.flag("city_apprenticeships"),
            IT.flag("school_apprenticeships"),
        ]),
    )
    .titled(words!("四级学徒制试点", "apprenticeship pilots on four levels"))
    .asking(&[words!(
        "需在国家、省、市、校四级推进学徒制试点",
        "apprenticeship pilots on the national, provincial, city and school level",
    )])
    .reading(words!("四级均有试点", "pilots on each of the four levels")),
    Rule::new(
        "provincial_measures.apprenticeship_platform",
        statement("14.2c"),
        IT.flag("apprenticeship_platform"),
    )
    .titled(words!("学徒制管理服务平台", "apprenticeship platform"))
    .asking(&[words!("需开发学徒制省级管理服务平台", "a provincial apprenticeship platform")]),
    Rule::new(
        "provincial_measures.dual_qualified_standards",
        statement("15.1c"),
        IT.flag("dual_qualified_standards"),
    )
    .titled(words!("双师型教师认定标准", "standards for dual-qualified teachers"))
    .asking(&[words!("需建立双师型教师认定标准和办法", "standards for dual-qualified teachers")]),
    Rule::new(
        "provincial_measures.cooperation_measures",
        statement("21.1b"),
        IT.flag("cooperation_measures"),
    )
    .titled(words!("校企合作实施办法", "cooperation measures"))
    .asking(&[words!("需制定校企合作促进实施办法", "measures to carry out the cooperation rules")]),
    Rule::new(
        "provincial_measures.information_platform",
        statement("23.1b"),
        IT.flag("information_platform"),
    )
    .titled(words!("信息服务平台", "information platform"))
    .asking(&[words!(
        "建设开放共享的产教融合信息服务平台",
        "an open integration information platform",
    )]),
    Rule::new(
        "provincial_measures.coordination_mechanism",
        statement("24.1a"),
        Test::All(&[
            IT.flag("coordination_mechanism"),
            IT.flag("mechanism_has_development_reform"),
            IT.flag("mechanism_has_education"),
            IT.flag("mechanism_has_human_resources"),
            IT.flag("mechanism_has_finance"),
            IT.flag("mechanism_has_industry"),
        ]),
    )
    .titled(words!("工作协调机制", "coordination mechanism"))
    .asking(&[words!(
        "需建立发展改革、教育、人社、财政、工信等部门参加的工作协调机制",
        "a coordination mechanism with the five departments named",
    )])
    .reading(words!("点名的五个部门都须参加", "all five departments named take part")),
    Rule::new(
        "provincial_measures.integration_project",
        statement("25.2a"),
        IT.flag("integration_project"),
    )
    .titled(words!("湖南省产教融合发展工程", "Hunan integration project"))
    .asking(&[words!("需实施湖南省产教融合发展工程", "the Hunan integration project launched")]),
    Rule::new(
        "provincial_measures.appraisal_mechanism",
        statement("28.1a"),
        IT.flag("appraisal_mechanism"),
    )
    .titled(words!("考核与督查机制", "appraisal and supervision"))
    .asking(&[words!("需建立绩效考核与督查机制", "an appraisal and supervision mechanism")]),
];

subject! {
    ProvincialMeasures "provincial_measures" "省级制度建设", "provincial measures";
    one record is "省级出台的制度、机制和平台", "what the province has issued and set up";
}
