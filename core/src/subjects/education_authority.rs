//! 教育部门: article 13.

use super::prelude::*;

subject! {
    /// 教育部门: one education authority in one year.
    ///
    /// Without a `year`, the record is taken to lie in the time in which the policy is applied.
    EducationAuthority = "education_authority", "教育部门", "education authority";
    one record is "一个教育部门的一个年度", "one education authority in one year";
    facts {
        name: String = "部门名称", "name of the authority";
        year: Year = "年度", "calendar year";
        vocational_education_week: bool = "组织开展“职业教育宣传活动周”" | "职业教育宣传活动周" | "职业教育活动周", "the vocational education week is held";
        craftsmen_on_campus: bool = "组织开展“湖湘工匠进校园”活动" | "湖湘工匠进校园", "Huxiang Craftsmen on Campus is held";
        visits_to_the_front_line: bool = "组织开展走近生产一线系列活动" | "走近生产一线", "activities at the production front line are held";
    }
    dated by year;
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
    "应组织开展“职业教育宣传活动周”“湖湘工匠进校园”和走近生产一线系列活动",
    "the vocational education week, Huxiang Craftsmen on Campus and activities at the production \
    front line",
)])
.reading(text!(
    "正文以“和”并列三项，均须开展；“职业教育宣传活动周”2022年起法定名称为职业教育活动周",
    "the body joins three activities by \"and\"; all are due; since 2022 the statutory name of the \
    first is Vocational Education Week, without \"publicity\""
))];
