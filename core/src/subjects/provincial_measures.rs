//! 省级制度、机制和平台: articles 4, 8, 14, 15, 21, 23, 24, 25 and 28.

use super::prelude::*;

subject! {
    /// 省级制度建设: the documents and institutions of the province.
    ProvincialMeasures = "provincial_measures", "省级制度建设", "provincial measures";
    one record is "省级出台的制度、机制和平台", "what the province has issued and set up";
    facts {
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
}

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[
    Rule::new(
        "provincial_measures.major_setting_measures",
        statement("4.2a"),
        FACTS.flag("major_setting_measures"),
    )
    .title(text!("专业设置管理和评价办法", "measures on setting majors"))
    .demands(&[text!(
        "需制定职业学校专业设置管理和评价办法",
        "measures on setting and evaluating majors",
    )]),
    Rule::new(
        "provincial_measures.internship_rules",
        statement("8.1b"),
        FACTS.flag("internship_rules"),
    )
    .title(text!("学生实习管理实施细则", "implementing rules for internships"))
    .demands(&[text!("需制定学生实习管理实施细则", "implementing rules for internships")]),
    Rule::new(
        "provincial_measures.apprenticeship_levels",
        statement("14.2b"),
        all(&[
            FACTS.flag("national_apprenticeships"),
            FACTS.flag("provincial_apprenticeships"),
            FACTS.flag("city_apprenticeships"),
            FACTS.flag("school_apprenticeships"),
        ]),
    )
    .title(text!("四级学徒制试点", "apprenticeship pilots on four levels"))
    .demands(&[text!(
        "需在国家、省、市、校四级推进学徒制试点",
        "apprenticeship pilots on the national, provincial, city and school level",
    )])
    .reading(text!("四级均有试点", "pilots on each of the four levels")),
    Rule::new(
        "provincial_measures.apprenticeship_platform",
        statement("14.2c"),
        FACTS.flag("apprenticeship_platform"),
    )
    .title(text!("学徒制管理服务平台", "apprenticeship platform"))
    .demands(&[text!("需开发学徒制省级管理服务平台", "a provincial apprenticeship platform")]),
    Rule::new(
        "provincial_measures.dual_qualified_standards",
        statement("15.1c"),
        FACTS.flag("dual_qualified_standards"),
    )
    .title(text!("双师型教师认定标准", "standards for dual-qualified teachers"))
    .demands(&[text!("需建立双师型教师认定标准和办法", "standards for dual-qualified teachers")]),
    Rule::new(
        "provincial_measures.cooperation_measures",
        statement("21.1b"),
        FACTS.flag("cooperation_measures"),
    )
    .title(text!("校企合作实施办法", "cooperation measures"))
    .demands(&[text!("需制定校企合作促进实施办法", "measures to carry out the cooperation rules")]),
    Rule::new(
        "provincial_measures.information_platform",
        statement("23.1b"),
        FACTS.flag("information_platform"),
    )
    .title(text!("信息服务平台", "information platform"))
    .demands(&[text!(
        "建设开放共享的产教融合信息服务平台",
        "an open integration information platform",
    )]),
    Rule::new(
        "provincial_measures.coordination_mechanism",
        statement("24.1a"),
        all(&[
            FACTS.flag("coordination_mechanism"),
            FACTS.flag("mechanism_has_development_reform"),
            FACTS.flag("mechanism_has_education"),
            FACTS.flag("mechanism_has_human_resources"),
            FACTS.flag("mechanism_has_finance"),
            FACTS.flag("mechanism_has_industry"),
        ]),
    )
    .title(text!("工作协调机制", "coordination mechanism"))
    .demands(&[text!(
        "需建立发展改革、教育、人社、财政、工信等部门参加的工作协调机制",
        "a coordination mechanism with the five departments named",
    )])
    .reading(text!("点名的五个部门都须参加", "all five departments named take part")),
    Rule::new(
        "provincial_measures.integration_project",
        statement("25.2a"),
        FACTS.flag("integration_project"),
    )
    .title(text!("湖南省产教融合发展工程", "Hunan integration project"))
    .demands(&[text!("需实施湖南省产教融合发展工程", "the Hunan integration project launched")]),
    Rule::new(
        "provincial_measures.appraisal_mechanism",
        statement("28.1a"),
        FACTS.flag("appraisal_mechanism"),
    )
    .title(text!("考核与督查机制", "appraisal and supervision"))
    .demands(&[text!("需建立绩效考核与督查机制", "an appraisal and supervision mechanism")]),
];
