//! 科研项目: article 10.

use super::prelude::*;

choices! {
    /// 牵头单位类别.
    LeadKind {
        University "university" "高校" | "高等学校", "university";
        ResearchInstitute "research_institute" "科研机构" | "科研院所", "research institute";
        Enterprise "enterprise" "企业", "enterprise";
        Other "other" "其他", "other";
    }
}

choices! {
    /// 项目类型.
    ProjectType {
        Applied "applied" "应用型" | "应用研究", "applied research";
        Engineering "engineering" "工程技术研究" | "工程技术", "engineering research";
        Basic "basic" "基础研究", "basic research";
        Other "other" "其他", "other";
    }
}

subject! {
    /// 科研项目: one research project.
    ResearchProject = "research_project", "科研项目", "research project";
    one record is "一个科研项目", "one research project";
    facts {
        publicly_funded: bool = "属于财政科技计划项目" | "财政科技计划项目", "the project is publicly funded";
        lead_kind: LeadKind = "牵头单位类别", "kind of lead";
        project_type: ProjectType = "项目类型", "type of project";
        industry_participants: Count = "参与的行业企业数" | "行业企业参与", "industry bodies and enterprises taking part", in Participant;
        transfer_plan: bool = "已制订成果转化方案" | "成果转化方案", "a plan for the commercialisation (transfer) of results is made";
    }
}

const APPLIED: Condition = all(&[
    FACTS.flag("publicly_funded"),
    FACTS.one_of("lead_kind", &["university", "research_institute"]),
    FACTS.one_of("project_type", &["applied", "engineering"]),
]);

const APPLIED_PROJECTS: Text = text!(
    "高校、科研机构牵头申请的财政科技计划应用型、工程技术研究项目",
    "publicly funded applied and engineering projects led by universities or research institutes"
);

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[
    Rule::new(
        "research_project.industry_participation",
        statement("10.2b"),
        FACTS.at_least_one("industry_participants"),
    )
    .applies_to(APPLIED, APPLIED_PROJECTS)
    .title(text!("行业企业参与", "industry takes part"))
    .demands(&[text!(
        "原则上应有行业企业参与（{} 家以上）",
        "at least {} industry body or enterprise taking part",
    )])
    .reading(text!("有一家行业组织或企业参与即可", "one industry body or enterprise is enough")),
    Rule::new("research_project.transfer_plan", statement("10.2c"), FACTS.flag("transfer_plan"))
        .applies_to(APPLIED, APPLIED_PROJECTS)
        .title(text!("成果转化方案", "transfer plan"))
        .demands(&[text!(
            "原则上应制订成果转化方案",
            "a plan for the commercialisation (transfer) of results",
        )]),
];
