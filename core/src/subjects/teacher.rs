//! 教师: article 15, practice in enterprises.

use super::prelude::*;

choices! {
    /// 教师类别.
    TeacherRole {
        Specialist "specialist" "专业课教师" | "专业教师", "specialist teacher";
        InternshipInstructor "internship_instructor" "实习指导教师", "internship instructor";
        General "general" "公共基础课教师" | "公共课教师", "teacher of general subjects";
    }
}

subject! {
    /// 教师: one teacher, as of a given day.
    ///
    /// ```
    /// use chanjiao::{Date, Parameters, Practice, SchoolKind, Teacher, TeacherRole, Verdict, check};
    /// let summer = Practice {
    ///     start: Date::new(2023, 7, 1)?,
    ///     end: Some(Date::new(2023, 8, 31)?),
    ///     in_enterprise: Some(true),
    /// };
    /// let teacher = Teacher::given()
    ///     .as_of(Date::new(2024, 12, 31)?)
    ///     .school_kind(SchoolKind::SecondaryVocational)
    ///     .role(TeacherRole::Specialist)
    ///     .hired_on(Date::new(2010, 9, 1)?)
    ///     .practice([summer])
    ///     .build()?;
    /// let report = check(&teacher, &Parameters::default());
    /// // Two months within two years are enough.
    /// let practice = report.finding("teacher.periodic_practice").expect("a rule of teachers");
    /// assert_eq!(practice.verdict, Verdict::Met);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    Teacher = "teacher", "教师", "teacher";
    one record is "一名教师在某一日的情况", "one teacher, judged on a day";
    facts {
        name: String = "姓名" | "教师姓名", "name of the teacher";
        as_of: Date = "评价日期" | "截至日期", "day of judgement" as required;
        school_kind: SchoolKind = "学校类别", "kind of school";
        role: TeacherRole = "教师类别", "role of the teacher";
        hired_on: Date = "入职日期", "day of hiring";
        practice: Vec<Practice> = "实践经历" | "企业实践", "periods of practice";
    }
    date hired_on before as_of, blame hired_on;
}

const SPECIALIST: Condition = all(&[
    FACTS.one_of("role", &["specialist", "internship_instructor"]),
    FACTS.one_of("school_kind", VOCATIONAL),
]);

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[
    Rule::new(
        "teacher.periodic_practice",
        statement("15.2c"),
        FACTS.grace(
            &any(&[
                FACTS.practised("practice", "periodic_long_years", "periodic_long_months"),
                FACTS.practised("practice", "periodic_short_years", "periodic_short_months"),
            ]),
            "hired_on",
            "periodic_long_years",
        ),
    )
    .applies_to(
        SPECIALIST,
        text!(
            "职业学校专业课教师（含实习指导教师）",
            "specialist teachers and internship instructors of vocational schools"
        ),
    )
    .title(text!("定期到企业实践", "periodic practice in enterprises"))
    .demands(&[
        text!(
            "近{years}年需累计实践{months}个月",
            "{months} months of practice in the last {years} years"
        ),
        text!(
            "近{years}年需累计实践{months}个月",
            "{months} months of practice in the last {years} years"
        ),
    ])
    .reading(text!(
        "按评价日倒推的窗口，两项满足其一即可；累计计算，重叠只计一次；一段满6个月（2个月）日历月\
        或合计满180天（60天）均可；入职未满5年的为期限未到",
        "windows that end on the day of judgement, either is enough; added up, overlaps once; \
        one block of so many calendar months or 30 days a month in all; pending while hired for \
        less than the long window"
    )),
    Rule::new(
        "teacher.induction_practice",
        statement("15.2d"),
        FACTS.inducted("practice", "induction_years", "induction_months"),
    )
    .applies_to(
        all(&[SPECIALIST, FACTS.since("hired_on", "induction_applies_from")]),
        text!(
            "2019年起新入职的职业学校专业教师",
            "specialist teachers of vocational schools hired since the policy applies"
        ),
    )
    .title(text!("新入职集中实践", "practice of new teachers"))
    .demands(&[text!(
        "入职前{years}年内需在企业集中实践{months}个月",
        "{months} months of practice in an enterprise in one block within the first {years} years"
    )])
    .reading(text!(
        "专业教师即专业课教师（含实习指导教师）；集中指连续一段；半年指6个日历月；入职满3年之日计\
        入；适用于参数所定日期及以后入职者",
        "specialist teachers as in 15.2c; in one block; six calendar months; the third \
        anniversary included; for those hired on or after the day the parameter sets"
    )),
];
