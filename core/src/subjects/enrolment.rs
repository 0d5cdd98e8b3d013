//! 招生与培养: articles 4, 16 and 18.

use super::prelude::*;

subject! {
    /// 招生与培养: the admissions and students of one school in one year.
    ///
    /// Without a `year`, the record is taken to lie in the time in which the policy is applied.
    Enrolment = "enrolment", "招生与培养", "enrolment";
    one record is "一所学校一个年度的招生与培养情况", "the admissions and students of one school in one year";
    facts {
        name: String = "学校名称", "name of the school";
        year: Year = "年度", "calendar year";
        university: bool = "属于高等学校" | "高等学校", "the school is a university or college";
        admitted: Count = "招生总数" | "本年招生总数", "students admitted in the year", in Person;
        admitted_last_year: Count = "上年招生总数", "students admitted in the year before", in Person;
        students: Count = "在校生总数" | "本年在校生总数", "students in the year", in Person;
        students_last_year: Count = "上年在校生总数", "students in the year before", in Person;
        vocational_graduates_admitted: Count = "招收的职业教育毕业生人数" | "本年招收的职业教育毕业生人数", "graduates of vocational education admitted in the year", in Person;
        vocational_graduates_admitted_last_year: Count = "上年招收的职业教育毕业生人数", "graduates of vocational education admitted in the year before", in Person;
        experienced_admitted: Count = "招收的有工作实践经历人员人数" | "本年招收的有工作实践经历人员人数", "persons with work experience admitted in the year", in Person;
        experienced_admitted_last_year: Count = "上年招收的有工作实践经历人员人数", "persons with work experience admitted in the year before", in Person;
        applied_students: Count = "应用型人才培养在校生人数" | "本年应用型人才培养在校生人数", "students trained as applied talent in the year", in Person;
        applied_students_last_year: Count = "上年应用型人才培养在校生人数", "students trained as applied talent in the year before", in Person;
        shortage_major_students: Count = "紧缺专业在校生人数" | "本年紧缺专业在校生人数", "students of shortage majors in the year", in Person;
        shortage_major_students_last_year: Count = "上年紧缺专业在校生人数", "students of shortage majors in the year before", in Person;
    }
    dated by year;
    part vocational_graduates_admitted of admitted;
    part vocational_graduates_admitted_last_year of admitted_last_year;
    part experienced_admitted of admitted;
    part experienced_admitted_last_year of admitted_last_year;
    part applied_students of students;
    part applied_students_last_year of students_last_year;
    part shortage_major_students of students;
    part shortage_major_students_last_year of students_last_year;
}

const UNIVERSITY: Condition = FACTS.flag("university");
const UNIVERSITIES: Text = text!("高等学校", "universities and colleges");

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[
    Rule::new(
        "enrolment.shortage_majors",
        statement("4.2e"),
        FACTS.more_than(
            "shortage_major_students",
            "shortage_major_students_last_year",
            Some("students"),
        ),
    )
    .target()
    .title(text!("紧缺专业人才培养规模", "students of shortage majors"))
    .demands(&[text!(
        "紧缺专业在校生多于上年，即达到 {} 人以上",
        "more students of shortage majors than in the year before: at least {} persons"
    )])
    .reading(text!(
        "“扩大”按在校生人数多于上年判断；原文未定期限和幅度",
        "to enlarge is taken as more students than in the year before; the text sets no period and \
        no measure"
    )),
    Rule::new(
        "enrolment.vocational_graduates",
        statement("16.2a"),
        FACTS.trend_at_least(
            "vocational_graduates_admitted",
            "admitted",
            "vocational_graduates_admitted_last_year",
            "admitted_last_year",
        ),
    )
    .target()
    .applies_to(UNIVERSITY, UNIVERSITIES)
    .title(text!("招收职业教育毕业生比例", "share of vocational graduates admitted"))
    .demands(&[text!(
        "招收职业教育毕业生的比例不低于上年，即达到 {} 人以上",
        "a share of vocational graduates admitted no lower than in the year before: at least {} \
        persons"
    )])
    .reading(text!(
        "“适度提高”按占招生总数的比例不低于上年判断；原文未定期限和幅度",
        "to raise moderately is taken as a share of all admitted no lower than in the year before; \
        the text sets no period and no measure"
    )),
    Rule::new(
        "enrolment.work_experience",
        statement("16.3a"),
        FACTS.trend_at_least(
            "experienced_admitted",
            "admitted",
            "experienced_admitted_last_year",
            "admitted_last_year",
        ),
    )
    .target()
    .applies_to(UNIVERSITY, UNIVERSITIES)
    .title(text!(
        "招收有工作实践经历人员比例",
        "share of persons with work experience admitted"
    ))
    .demands(&[text!(
        "招收有工作实践经历人员的比例不低于上年，即达到 {} 人以上",
        "a share of persons with work experience admitted no lower than in the year before: at \
        least {} persons"
    )])
    .reading(text!(
        "“逐步提高”按占招生总数的比例不低于上年判断；原文未定期限和幅度",
        "to raise gradually is taken as a share of all admitted no lower than in the year before; \
        the text sets no period and no measure"
    )),
    Rule::new(
        "enrolment.applied",
        statement("18.1b"),
        FACTS.trend_more(
            "applied_students",
            "students",
            "applied_students_last_year",
            "students_last_year",
        ),
    )
    .target()
    .applies_to(UNIVERSITY, UNIVERSITIES)
    .title(text!("应用型人才培养比重", "share of students trained as applied talent"))
    .demands(&[text!(
        "应用型人才培养比重高于上年，即达到 {} 人以上",
        "a share of students trained as applied talent higher than in the year before: at least {} \
        persons"
    )])
    .reading(text!(
        "“提高”按占在校生总数的比重高于上年判断；原文未定期限和幅度",
        "to raise is taken as a share of all students higher than in the year before; the text sets \
        no period and no measure"
    )),
];
