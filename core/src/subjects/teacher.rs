//! 教师: article 15, practice of teachers.

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
    /// A practice without an `end` still runs on that day. Without `hired_on`, a verdict that depends
    /// on it is undetermined, also if every day of hiring would leave it pending.
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
        hired_on: Date = "入职日期（首次受聘为职业学校教师之日）" | "入职日期", "day of hiring (first appointment as a teacher of a vocational school)";
        practice: Vec<Practice> = "实践经历" | "企业实践", "periods of practice";
    }
    dated by as_of;
    date hired_on before as_of, blame hired_on;
}

const SPECIALIST: Condition = FACTS.one_of("role", &["specialist", "internship_instructor"]);
const AT_VOCATIONAL_SCHOOL: Condition = FACTS.one_of("school_kind", VOCATIONAL);
const AT_VOCATIONAL_SCHOOL_OR_APPLIED_UNIVERSITY: Condition =
    any(&[AT_VOCATIONAL_SCHOOL, FACTS.one_of("school_kind", &["applied_undergraduate"])]);
const NEWLY_HIRED: Condition =
    FACTS.since("hired_on", "induction_applies_from", "policy_applies_from");

const LONG: Condition = FACTS.practised("practice", "periodic_long_years", "periodic_long_months");
const SHORT: Condition =
    FACTS.practised("practice", "periodic_short_years", "periodic_short_months");

const PERIODIC: Text = text!(
    "近{years}年顶岗实践、挂职锻炼累计应达到{months}个月以上",
    "at least {months} months of on-post practice or secondment in the last {years} years"
);

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[
    Rule::new(
        "teacher.periodic_practice",
        statement("15.2c"),
        FACTS.grace(
            &by_reading("periodic_practice_limbs", &[any(&[LONG, SHORT]), LONG]),
            "hired_on",
            "periodic_grace_years",
        ),
    )
    .applies_to(
        all(&[SPECIALIST, AT_VOCATIONAL_SCHOOL]),
        text!(
            "职业学校专业课教师（含实习指导教师）",
            "specialist teachers and internship instructors of vocational schools"
        ),
    )
    .title(text!("教师顶岗实践、挂职锻炼时间", "on-post practice and secondment of teachers"))
    .demands_by_reading(&[&[PERIODIC, PERIODIC], &[PERIODIC]])
    .reading(text!(
        "自评价日倒推，不按固定周期；累计计算，重叠只计一次；“不少于”含本数；期限末日为节假日的不顺延；\
        职业学校含技工院校、技师学院、高职院校和职业本科学校",
        "windows end on the day of judgement and are no fixed cycles; practice adds up, overlaps \
        count once; the bounds are included; a last day that is a holiday is not moved; vocational \
        schools include technical institutions, higher vocational colleges and vocational \
        universities"
    )),
    Rule::new(
        "teacher.induction_practice",
        statement("15.2d"),
        FACTS.inducted("practice", "induction_years", "induction_months"),
    )
    .applies_by_reading(
        by_reading(
            "induction_schools",
            &[
                all(&[SPECIALIST, AT_VOCATIONAL_SCHOOL, NEWLY_HIRED]),
                all(&[SPECIALIST, AT_VOCATIONAL_SCHOOL_OR_APPLIED_UNIVERSITY, NEWLY_HIRED]),
            ],
        ),
        &[
            text!(
                "{induction_applies_from}起新入职的职业学校专业教师",
                "specialist teachers of vocational schools hired on or after \
                {induction_applies_from}"
            ),
            text!(
                "{induction_applies_from}起新入职的职业学校和应用型本科高校专业教师",
                "specialist teachers of vocational schools and applied universities hired on or \
                after {induction_applies_from}"
            ),
        ],
    )
    .title(text!(
        "新入职教师赴企业集中实践锻炼",
        "full-time enterprise practice of newly hired teachers"
    ))
    .demands(&[text!(
        "入职后前{years}年内应赴企业集中实践锻炼{months}个月以上",
        "at least {months} months of full-time practice in an enterprise within the first {years} \
        years of service"
    )])
    .reading(text!(
        "专业教师即专业课教师（含实习指导教师），有企业工作经历的亦同；“须”为强制，不受前句“原则上”限制；\
        半年按6个月计；自入职之日起算，不按学年计，期满之日计入，为节假日的不顺延",
        "specialist teachers as in 15.2c, also those who worked in industry before; mandatory, \
        since \"in principle\" of the first half does not govern it; half a year is 6 months; \
        counted from the day of hiring, not by school years; the last day is included and is not \
        moved if it is a holiday"
    )),
];
