//! 学徒制试点: article 14.

use crate::facts::{facts, subject};
use crate::policy::statement;
use crate::rule::{Rule, Test, Tests};
use crate::words::words;

facts! {
    /// 学徒制试点: one apprenticeship pilot.
    Apprenticeship;
    name: String = "试点名称", "name of the pilot";
    school_terms: bool = "明晰学校责权利", "the school's duties, rights and interests are set out";
    enterprise_terms: bool = "明晰企业责权利", "the enterprise's duties, rights and interests are set out";
    student_terms: bool = "明晰学生责权利", "the student's duties, rights and interests are set out";
}

const IT: Tests = Tests(FIELDS);

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[Rule::new(
    "apprenticeship.three_parties",
    statement("14.2e"),
    Test::All(&[IT.flag("school_terms"), IT.flag("enterprise_terms"), IT.flag("student_terms")]),
)
.titled(words!("明晰三方责权利", "terms of the three parties"))
.asking(&[words!(
    "需明晰学校、企业和学生三方责权利",
    "the duties, rights and interests of school, enterprise and student set out",
)])];

subject! {
    Apprenticeship "apprenticeship" "学徒制试点", "apprenticeship";
    one record is "一个学徒制试点", "one apprenticeship pilot";
}
