//! 学徒制试点: article 14.

use super::prelude::*;

subject! {
    /// 学徒制试点: one apprenticeship pilot.
    Apprenticeship = "apprenticeship", "学徒制试点", "apprenticeship";
    one record is "一个学徒制试点", "one apprenticeship pilot";
    facts {
        name: String = "试点名称", "name of the pilot";
        school_terms: bool = "明晰学校责权利", "the school's duties, rights and interests are set out";
        enterprise_terms: bool = "明晰企业责权利", "the enterprise's duties, rights and interests are set out";
        student_terms: bool = "明晰学生责权利", "the student's duties, rights and interests are set out";
    }
}

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[Rule::new(
    "apprenticeship.three_parties",
    statement("14.2e"),
    all(&[FACTS.flag("school_terms"), FACTS.flag("enterprise_terms"), FACTS.flag("student_terms")]),
)
.title(text!("明晰三方责权利", "terms of the three parties"))
.demands(&[text!(
    "应明晰学校、企业和学生三方责权利",
    "the duties, rights and interests of school, enterprise and student set out",
)])];
