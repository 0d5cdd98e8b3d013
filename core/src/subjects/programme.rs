//! 专业人才培养方案: articles 6 and 14.

use super::prelude::*;

subject! {
    /// 专业人才培养方案: one training programme of one cohort.
    ///
    /// ```
    /// use chanjiao::{Parameters, Programme, SchoolKind, check};
    /// let programme = Programme::given()
    ///     .school_kind(SchoolKind::SecondaryVocational)
    ///     .practical_hours(1_599)
    ///     .total_hours(3_200)
    ///     .build()?;
    /// let report = check(&programme, &Parameters::default());
    /// let hours = report.finding("programme.practical_hours").expect("a rule of programmes");
    /// assert_eq!(hours.bounds[0].gap.as_deref(), Some("1"));
    /// # Ok::<(), chanjiao::Faults>(())
    /// ```
    Programme = "programme", "专业人才培养方案", "programme";
    one record is "一个专业的一届人才培养方案", "one training programme of one cohort";
    facts {
        name: String = "专业名称" | "方案名称", "name of the programme";
        school_kind: SchoolKind = "学校类别", "kind of school";
        practical_hours: Count = "实践性教学课时", "practical class hours", in ClassHour;
        total_hours: Count = "总课时", "class hours in all", in ClassHour;
        new_programme: bool = "属于新设专业" | "新设专业", "the programme is newly set up";
        industry_participants: Count = "参与的行业企业数" | "行业企业参与", "industry bodies and enterprises taking part", in Participant;
    }
    part practical_hours of total_hours;
}

const VOCATIONAL_SCHOOL: Condition = FACTS.one_of("school_kind", VOCATIONAL);

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[
    Rule::new(
        "programme.industry_participation",
        statement("6.2a"),
        FACTS.at_least_one("industry_participants"),
    )
    .applies_to(
        all(&[
            FACTS.flag("new_programme"),
            any(&[VOCATIONAL_SCHOOL, FACTS.one_of("school_kind", &["applied_undergraduate"])]),
        ]),
        text!(
            "应用型本科高校、职业学校的新设专业",
            "new programmes of applied undergraduate universities and vocational schools"
        ),
    )
    .title(text!("新设专业有行业企业参与", "industry takes part in new programmes"))
    .demands(&[text!(
        "原则上应有相关行业企业参与（{} 家以上）",
        "at least {} relevant industry body or enterprise taking part",
    )])
    .reading(text!(
        "有一家相关行业组织或企业参与即可；是否相关由学校认定；职业学校含技工院校、技师学院、高职院校和\
        职业本科学校",
        "one relevant industry body or enterprise is enough; relevance is the school's to state; \
        vocational schools include technical institutions, higher vocational colleges and \
        vocational universities"
    )),
    Rule::new(
        "programme.practical_hours",
        statement("14.3a"),
        FACTS.share_at_least("practical_hours", "total_hours", "practical_hours_share"),
    )
    .applies_to(VOCATIONAL_SCHOOL, VOCATIONAL_SCHOOLS)
    .title(text!("实践性教学课时", "practical class hours"))
    .demands(&[text!(
        "实践性教学课时应达到 {} 课时以上",
        "at least {} class hours of practical teaching",
    )])
    .reading(text!(
        "“不少于”为强制，含本数；按专业人才培养方案计，不按学校或学年计；顶岗实习按计划课时计入；职业学校\
        含技工院校、技师学院、高职院校和职业本科学校",
        "mandatory, the bound included; by programme and cohort, not by school or year; internships \
        count with their scheduled hours; vocational schools include technical institutions, \
        higher vocational colleges and vocational universities"
    )),
];
