//! 企业办学: article 5.

use super::prelude::*;

subject! {
    /// 企业办学: one enterprise founding or joining a school.
    EnterpriseSchooling = "enterprise_schooling", "企业办学", "schooling by an enterprise";
    one record is "一个企业的一次办学或参与办学", "one enterprise founding or joining a school";
    facts {
        name: String = "企业名称", "name of the enterprise";
        has_conditions: bool = "经主管部门认定具备条件" | "有条件", "the enterprise meets the requisite conditions, as determined by the competent authority" determined by Competent;
        by_capital: bool = "以资本参与", "the enterprise takes part with capital";
        by_technology: bool = "以技术参与", "the enterprise takes part with technology";
        by_management: bool = "以管理参与", "the enterprise takes part with management";
        by_other_means: bool = "以其他要素参与", "the enterprise takes part with other means";
        lawful: bool = "依法参与办学" | "依法", "the enterprise takes part lawfully";
    }
}

const LAWFULLY_JOINED: Condition = all(&[
    any(&[
        FACTS.flag("by_capital"),
        FACTS.flag("by_technology"),
        FACTS.flag("by_management"),
        FACTS.flag("by_other_means"),
    ]),
    FACTS.flag("lawful"),
]);

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[
    Rule::new("enterprise_schooling.founder", statement("5.1b"), FACTS.flag("has_conditions"))
        .eligibility()
        .title(text!("举办高校和职业学校", "founder of a school"))
        .demands(&[text!("须为具备条件的企业", "to meet the requisite conditions")])
        .reading(AS_THE_AUTHORITY_FINDS),
    Rule::new("enterprise_schooling.participation", statement("5.1d"), LAWFULLY_JOINED)
        .eligibility()
        .title(text!("依法参与办学", "lawful participation"))
        .demands(&[text!(
            "须以资本、技术、管理等要素依法参与办学",
            "to take part lawfully with capital, technology, management or other means",
        )])
        .reading(text!("“等”字未封闭，其他要素亦可", "the list is open; other means count")),
    Rule::new("enterprise_schooling.rights", statement("5.1e"), LAWFULLY_JOINED)
        .eligibility()
        .title(text!("享有相应权利", "corresponding rights"))
        .demands(&[text!("须依法参与办学", "to take part lawfully")])
        .reading(text!("权利随依法参与而生", "the rights follow from lawful participation")),
];
