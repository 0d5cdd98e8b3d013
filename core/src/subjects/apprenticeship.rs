//! 学徒制试点: article 14.

use super::Subject;
use crate::facts::{Facts, facts};
use crate::input::Shape;
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
.titled("明晰三方责权利", "terms of the three parties")
.asking(&[words(
    "需明晰学校、企业和学生三方责权利",
    "the duties, rights and interests of school, enterprise and student set out",
)])];

pub(crate) static SHAPE: Shape =
    Shape { fields: FIELDS, pairs: &[], rules: RULES, parameters: false };

pub(crate) static SUBJECT: Subject = Subject {
    name: "apprenticeship",
    label: words("学徒制试点", "apprenticeship"),
    note: words("一个学徒制试点", "one apprenticeship pilot"),
    shape: &SHAPE,
};

impl Facts for Apprenticeship {
    const SUBJECT: &'static Subject = &SUBJECT;
}
