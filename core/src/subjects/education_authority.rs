//! 教育部门: article 13.

use super::prelude::*;

subject! {
    /// 教育部门: one education authority in one year.
    EducationAuthority = "education_authority", "教育部门", "education authority";
    one record is "一个教育部门的一个年度", "one education authority in one year";
    facts {
        name: String = "部门名称", "name of the authority";
        year: Year = "年度", "calendar year";
        vocational_education_week: bool = "职业教育宣传活动周", "vocational education week held";
        craftsmen_on_campus: bool = "湖湘工匠进校园", "craftsmen on campus held";
        visits_to_the_front_line: bool = "走近生产一线", "visits to the production front line held";
    }
}

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[Rule::new(
    "education_authority.campaigns",
    statement("13.3a"),
    all(&[
        FACTS.flag("vocational_education_week"),
        FACTS.flag("craftsmen_on_campus"),
        FACTS.flag("visits_to_the_front_line"),
    ]),
)
.title(text!("组织开展系列活动", "campaigns"))
.demands(&[text!(
    "需组织开展职业教育宣传活动周、湖湘工匠进校园和走近生产一线活动",
    "the vocational education week, craftsmen on campus and visits to the front line",
)])
.reading(text!(
    "正文以“和”并列三项，都须开展",
    "the body joins three activities by \"and\"; all are due"
))];
