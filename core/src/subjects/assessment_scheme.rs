//! 考核评价办法: articles 10 and 28.

use super::prelude::*;

choices! {
    /// 办法类别.
    SchemeKind {
        ProjectEvaluation "project_evaluation" "科研项目评价", "evaluation of research projects";
        TalentEvaluation "talent_evaluation" "科研人才评价", "evaluation of research talents";
        PerformanceAppraisal "performance_appraisal" "绩效考核", "performance appraisal";
        PublicFundsAndProjects "public_funds_and_projects" "财政性资金和项目", "public funds and projects";
        Awards "awards" "表彰奖励", "awards";
        SchoolEvaluation "school_evaluation" "办学水平评估", "evaluation of schools";
        LeadershipAppraisal "leadership_appraisal" "领导班子考核", "appraisal of leadership";
        DisciplineAdjustment "discipline_adjustment" "学科专业评价调整", "evaluation and adjustment of majors";
        Other "other" "其他", "other";
    }
}

subject! {
    /// 考核评价办法: one scheme of appraisal, funding or awards.
    AssessmentScheme = "assessment_scheme", "考核评价办法", "assessment scheme";
    one record is "一项考核、评价、资金项目或表彰办法", "one scheme of appraisal, funding or awards";
    facts {
        name: String = "办法名称", "name of the scheme";
        scheme_kind: SchemeKind = "办法类别", "kind of scheme";
        transfer_is_important: bool = "将成果转化作为重要内容" | "成果转化为重要内容", "the transfer of results is an important item";
        integration_is_criterion: bool = "将产教融合情况作为内容或条件" | "产教融合为内容或条件", "industry-education integration is content or condition";
        integration_is_indicator: bool = "将产教融合纳入重要指标" | "产教融合为重要指标", "industry-education integration is an important indicator";
    }
}

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[
    Rule::new(
        "assessment_scheme.transfer",
        statement("10.3b"),
        FACTS.flag("transfer_is_important"),
    )
    .applies_to(
        FACTS.one_of("scheme_kind", &["project_evaluation", "talent_evaluation"]),
        text!(
            "高校科研项目和人才评价办法",
            "schemes that evaluate research projects and researchers at universities"
        ),
    )
    .title(text!("成果转化纳入评价", "transfer of results in the evaluation"))
    .demands(&[text!("应将成果转化作为重要内容", "the transfer of results as an important item")]),
    Rule::new(
        "assessment_scheme.criterion",
        statement("28.1b"),
        FACTS.flag("integration_is_criterion"),
    )
    .applies_to(
        FACTS.one_of(
            "scheme_kind",
            &["performance_appraisal", "public_funds_and_projects", "awards"],
        ),
        text!(
            "地方、行业企业和学校的绩效考核、财政性资金和项目、表彰奖励办法",
            "schemes of appraisal, public funds and projects, and awards for localities, \
            enterprises and schools"
        ),
    )
    .title(text!(
        "产教融合作为内容或条件",
        "industry-education integration as content or condition"
    ))
    .demands(&[text!(
        "应将产教融合情况作为内容或条件",
        "industry-education integration as content or condition"
    )]),
    Rule::new(
        "assessment_scheme.indicator",
        statement("28.2a"),
        FACTS.flag("integration_is_indicator"),
    )
    .applies_to(
        FACTS.one_of(
            "scheme_kind",
            &["school_evaluation", "leadership_appraisal", "discipline_adjustment"],
        ),
        text!(
            "教育部门对职业学校、高等学校的评估考核办法",
            "the education authorities' schemes for vocational schools and universities"
        ),
    )
    .title(text!(
        "产教融合作为重要指标",
        "industry-education integration as an important indicator"
    ))
    .demands(&[text!(
        "应将产教融合纳入重要指标",
        "industry-education integration as an important indicator"
    )]),
];
