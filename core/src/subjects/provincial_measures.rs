//! 省级制度、机制和平台: articles 4, 8, 9, 14, 15, 21, 23, 24, 25 and 28.

use super::prelude::*;

subject! {
    /// 省级制度建设: the documents and institutions of the province.
    ///
    /// Without a `year`, the record is taken to lie in the time in which the policy is applied.
    ProvincialMeasures = "provincial_measures", "省级制度建设", "provincial measures";
    one record is "省级出台的制度、机制和平台", "what the province has issued and set up";
    facts {
        year: Year = "年度", "calendar year";
        skill_spot_check: bool = "已完善职业学校学生技能抽查制度" | "学生技能抽查制度", "the system of spot checks of vocational students' skills is in place";
        teaching_diagnosis: bool = "已完善教学工作诊断与改进制度" | "教学工作诊断与改进制度", "the system for the diagnosis and improvement of teaching is in place";
        skill_appraisal: bool = "已完善技能鉴定和评价制度" | "技能鉴定和评价制度", "the system of skill appraisal and evaluation is in place";
        major_setting_measures_issued: bool = "已制定职业学校专业设置管理和评价办法" | "专业设置管理和评价办法", "measures on the setting and evaluation of majors are issued";
        major_setting_measures_in_operation: bool = "已实施职业学校专业设置管理和评价办法", "measures on the setting and evaluation of majors are in operation";
        internship_rules: bool = "已制定学生实习管理实施细则" | "学生实习管理实施细则", "implementing rules for internships are issued";
        master_apprentice_system: bool = "在行业企业推行名师带徒制度" | "名师带徒制度", "the master-apprentice system is in use in industries and enterprises";
        skill_master_studios: bool = "已创建“技能大师工作室”" | "技能大师工作室", "skill masters' studios are set up";
        model_worker_studios: bool = "已创建“劳模和工匠人才创新工作室”" | "劳模和工匠人才创新工作室", "innovation studios of model workers and craftsmen are set up";
        national_apprenticeships: bool = "开展国家级学徒制试点" | "国家级学徒制试点", "national apprenticeship pilots are run";
        provincial_apprenticeships: bool = "开展省级学徒制试点" | "省级学徒制试点", "provincial apprenticeship pilots are run";
        city_apprenticeships: bool = "开展市级学徒制试点" | "市级学徒制试点", "city apprenticeship pilots are run";
        school_apprenticeships: bool = "开展校级学徒制试点" | "校级学徒制试点", "school apprenticeship pilots are run";
        apprenticeship_platform: bool = "已开发学徒制省级管理服务平台" | "学徒制省级管理服务平台", "the provincial management and service platform for apprenticeships is built";
        apprenticeship_work_norms: bool = "已研制推广学徒制工作规范" | "学徒制工作规范", "working norms for apprenticeships are developed and in use";
        apprenticeship_teaching_standards: bool = "已研制推广学徒制教学标准" | "学徒制教学标准", "teaching standards for apprenticeships are developed and in use";
        dual_qualified_training: bool = "已建立校企合作培养“双师型”教师机制" | "校企合作培养双师型教师机制", "a mechanism by which schools and enterprises train dual-qualified teachers together is set up";
        dual_qualified_standards: bool = "已建立“双师型”教师认定标准和办法" | "双师型教师认定标准和办法", "standards and procedures for recognising dual-qualified teachers are issued";
        cooperation_measures: bool = "已制定《职业学校校企合作促进办法》的实施办法" | "校企合作促进实施办法", "measures implementing the Measures for Promoting School-Enterprise Cooperation are issued";
        information_platform: bool = "已建设产教融合信息服务平台" | "产教融合信息服务平台", "the information service platform for industry-education integration is built";
        coordination_mechanism: bool = "已建立工作协调机制" | "工作协调机制", "the coordination mechanism is set up";
        mechanism_has_development_reform: bool = "有发展改革部门参加" | "发展改革部门参加", "the development and reform department takes part in the mechanism";
        mechanism_has_education: bool = "有教育部门参加" | "教育部门参加", "the education department takes part in the mechanism";
        mechanism_has_human_resources: bool = "有人力资源社会保障部门参加" | "人力资源社会保障部门参加", "the human resources department takes part in the mechanism";
        mechanism_has_finance: bool = "有财政部门参加" | "财政部门参加", "the finance department takes part in the mechanism";
        mechanism_has_industry: bool = "有工业和信息化部门参加" | "工业和信息化部门参加", "the industry and information technology department takes part in the mechanism";
        mechanism_has_state_assets: bool = "有国有资产监督管理部门参加" | "国有资产监督管理部门参加", "the state assets department takes part in the mechanism";
        mechanism_has_industry_authorities: bool = "有行业主管部门参加" | "有关行业主管部门参加" | "行业主管部门参加", "industry authorities take part in the mechanism";
        integration_project: bool = "已实施“湖南省产教融合发展工程”" | "湖南省产教融合发展工程", "the Hunan Industry-Education Integration Development Project is carried out";
        vocational_funding_yuan: Money = "省级财政职业教育投入", "provincial spending on vocational education in the year", in Yuan;
        vocational_funding_last_year_yuan: Money = "上年省级财政职业教育投入", "provincial spending on vocational education in the year before", in Yuan;
        appraisal_mechanism: bool = "已建立健全产教融合绩效考核与督查机制" | "绩效考核与督查机制", "the appraisal and supervision mechanism is set up";
    }
    dated by year;
}

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[
    Rule::new(
        "provincial_measures.skill_spot_check",
        statement("4.1d"),
        FACTS.flag("skill_spot_check"),
    )
    .title(text!("学生技能抽查制度", "spot checks of skills"))
    .demands(&[text!(
        "应完善职业学校学生技能抽查制度",
        "a system of spot checks of vocational students' skills",
    )]),
    Rule::new(
        "provincial_measures.teaching_diagnosis",
        statement("4.1e"),
        FACTS.flag("teaching_diagnosis"),
    )
    .title(text!("教学工作诊断与改进制度", "diagnosis of teaching"))
    .demands(&[text!(
        "应完善职业学校教学工作诊断与改进制度",
        "a system for the diagnosis and improvement of teaching",
    )]),
    Rule::new(
        "provincial_measures.skill_appraisal",
        statement("4.1f"),
        FACTS.flag("skill_appraisal"),
    )
    .title(text!("技能鉴定和评价制度", "skill appraisal"))
    .demands(&[text!(
        "应完善职业学校学生技能鉴定和评价制度",
        "a system of skill appraisal and evaluation",
    )]),
    Rule::new(
        "provincial_measures.major_setting_measures",
        statement("4.2a"),
        all(&[
            FACTS.flag("major_setting_measures_issued"),
            FACTS.flag("major_setting_measures_in_operation"),
        ]),
    )
    .title(text!("专业设置管理和评价办法", "measures on the setting of majors"))
    .demands(&[text!(
        "应制定实施职业学校专业设置管理和评价办法",
        "measures on the setting and evaluation of majors, issued and in operation",
    )]),
    Rule::new(
        "provincial_measures.internship_rules",
        statement("8.1b"),
        FACTS.flag("internship_rules"),
    )
    .title(text!("学生实习管理实施细则", "implementing rules for internships"))
    .demands(&[text!("应制定学生实习管理实施细则", "implementing rules for internships")])
    .reading(text!(
        "指依当时有效的部委规定制定的细则；部委规定修订的，应重新制定",
        "under the ministries' rules in force at the time; to be made anew where these change"
    )),
    Rule::new(
        "provincial_measures.master_apprentice_system",
        statement("9.3a"),
        FACTS.flag("master_apprentice_system"),
    )
    .title(text!("名师带徒制度", "master-apprentice system"))
    .demands(&[text!(
        "应在行业企业推行名师带徒制度",
        "the master-apprentice system in industries and enterprises",
    )]),
    Rule::new(
        "provincial_measures.craft_studios",
        statement("9.3b"),
        all(&[FACTS.flag("skill_master_studios"), FACTS.flag("model_worker_studios")]),
    )
    .title(text!("创建工作室", "studios of craftsmen"))
    .demands(&[text!(
        "应创建“技能大师工作室”“劳模和工匠人才创新工作室”",
        "skill masters' studios, and innovation studios of model workers and craftsmen",
    )])
    .reading(text!("两类工作室均须创建，数量原文未定", "both kinds are due; the text sets no number")),
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
    .title(text!("四级学徒制试点", "apprenticeship pilots at four levels"))
    .demands(&[text!(
        "应推进国家、省、市、校四级学徒制试点",
        "apprenticeship pilots at national, provincial, city and school level",
    )])
    .reading(text!("四级均有试点", "pilots at each of the four levels")),
    Rule::new(
        "provincial_measures.apprenticeship_platform",
        statement("14.2c"),
        FACTS.flag("apprenticeship_platform"),
    )
    .title(text!("学徒制管理服务平台", "apprenticeship platform"))
    .demands(&[text!(
        "应开发现代学徒制、企业新型学徒制省级管理服务平台",
        "a provincial management and service platform for apprenticeships",
    )]),
    Rule::new(
        "provincial_measures.apprenticeship_norms",
        statement("14.2d"),
        all(&[
            FACTS.flag("apprenticeship_work_norms"),
            FACTS.flag("apprenticeship_teaching_standards"),
        ]),
    )
    .title(text!("学徒制工作规范和教学标准", "apprenticeship norms and standards"))
    .demands(&[text!(
        "应研制推广学徒制工作规范和教学标准",
        "working norms and teaching standards for apprenticeships, developed and in use",
    )]),
    Rule::new(
        "provincial_measures.dual_qualified_standards",
        statement("15.1c"),
        FACTS.flag("dual_qualified_standards"),
    )
    .title(text!(
        "“双师型”教师认定标准和办法",
        "standards and procedures for dual-qualified teachers"
    ))
    .demands(&[text!(
        "应建立职业学校“双师型”教师认定标准和办法",
        "standards and procedures for recognising dual-qualified teachers",
    )]),
    Rule::new(
        "provincial_measures.dual_qualified_training",
        statement("15.2b"),
        FACTS.flag("dual_qualified_training"),
    )
    .title(text!("培养“双师型”教师机制", "training of dual-qualified teachers"))
    .demands(&[text!(
        "应建立校企合作培养“双师型”教师机制",
        "a mechanism by which schools and enterprises train dual-qualified teachers together",
    )]),
    Rule::new(
        "provincial_measures.cooperation_measures",
        statement("21.1b"),
        FACTS.flag("cooperation_measures"),
    )
    .title(text!("校企合作实施办法", "cooperation measures"))
    .demands(&[text!(
        "应制定《职业学校校企合作促进办法》的实施办法",
        "measures implementing the Measures for Promoting School-Enterprise Cooperation",
    )]),
    Rule::new(
        "provincial_measures.information_platform",
        statement("23.1b"),
        FACTS.flag("information_platform"),
    )
    .force_by_reading(
        "information_platform_force",
        &[Force::Encouraged, Force::Directive],
    )
    .title(text!("信息服务平台", "information platform"))
    .demands_by_reading(&[
        &[text!(
            "建设开放共享的产教融合信息服务平台",
            "an open and shared information service platform for industry-education integration",
        )],
        &[text!(
            "应建设开放共享的产教融合信息服务平台",
            "an open and shared information service platform for industry-education integration",
        )],
    ])
    .reading(text!(
        "“鼓励”可以只统领“运用……信息技术”；标题和附件第19项的“打造”为部署",
        "\"encourage\" may govern the use of information technology only; the caption and row 19 of \
        the annex direct that the platform be built"
    )),
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
            FACTS.flag("mechanism_has_state_assets"),
            FACTS.flag("mechanism_has_industry_authorities"),
        ]),
    )
    .title(text!("工作协调机制", "coordination mechanism"))
    .demands(&[text!(
        "应建立发展改革、教育、人力资源社会保障、财政、工业和信息化等部门密切配合，有关行业主管部门、国有\
        资产监督管理部门积极参与的工作协调机制",
        "a coordination mechanism of the five departments named, with industry authorities and \
        the state assets department taking part",
    )])
    .reading(text!(
        "点名的六个部门和有关行业主管部门均须参加",
        "all six departments named and industry authorities take part"
    )),
    Rule::new(
        "provincial_measures.integration_project",
        statement("25.2a"),
        FACTS.flag("integration_project"),
    )
    .title(text!(
        "湖南省产教融合发展工程",
        "Hunan Industry-Education Integration Development Project"
    ))
    .demands(&[text!(
        "应实施“湖南省产教融合发展工程”",
        "the Hunan Industry-Education Integration Development Project carried out"
    )]),
    Rule::new(
        "provincial_measures.vocational_funding",
        statement("25.2b"),
        FACTS.more_than("vocational_funding_yuan", "vocational_funding_last_year_yuan", None),
    )
    .target()
    .title(text!("省级财政职业教育投入", "provincial spending on vocational education"))
    .demands(&[text!(
        "省级财政职业教育投入高于上年，即达到{}以上",
        "provincial spending on vocational education above last year's: at least {}"
    )])
    .reading(text!(
        "“加大投入力度”按高于上年判断；原文未定期限和幅度",
        "to put in more is taken as more than in the year before; the text sets no period and no \
        measure"
    )),
    Rule::new(
        "provincial_measures.appraisal_mechanism",
        statement("28.1a"),
        FACTS.flag("appraisal_mechanism"),
    )
    .title(text!("考核与督查机制", "appraisal and supervision"))
    .demands(&[text!(
        "应建立健全产教融合绩效考核与督查机制",
        "an appraisal and supervision mechanism of industry-education integration"
    )]),
];
