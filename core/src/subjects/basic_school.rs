//! 中小学: article 13.

use super::prelude::*;

subject! {
    /// 中小学: one primary or secondary school.
    BasicSchool = "basic_school", "中小学", "primary or secondary school";
    one record is "一所中小学", "one primary or secondary school";
    facts {
        name: String = "学校名称", "name of the school";
        general_secondary: bool = "属于普通中学" | "普通中学", "the school is a general secondary school";
        hands_on_in_curriculum: bool = "将动手实践内容纳入相关课程" | "动手实践纳入课程", "hands-on content is in the curriculum";
        hands_on_in_evaluation: bool = "将动手实践内容纳入学生综合素质评价" | "动手实践纳入综合素质评价", "hands-on content is in the evaluation of students";
        vocational_electives: bool = "开设职业类选修课程" | "职业类选修课程", "vocational electives are offered";
    }
}

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[
    Rule::new("basic_school.curriculum", statement("13.1a"), FACTS.flag("hands_on_in_curriculum"))
        .title(text!("动手实践纳入课程", "hands-on content in the curriculum"))
        .demands(&[text!("应将动手实践内容纳入相关课程", "hands-on content in the curriculum")]),
    Rule::new("basic_school.evaluation", statement("13.1b"), FACTS.flag("hands_on_in_evaluation"))
        .title(text!("动手实践纳入评价", "hands-on content in the evaluation"))
        .demands(&[text!(
            "应将动手实践内容纳入学生综合素质评价",
            "hands-on content in the evaluation of students",
        )]),
    Rule::new(
        "basic_school.vocational_electives",
        statement("13.4a"),
        FACTS.flag("vocational_electives"),
    )
    .applies_to(FACTS.flag("general_secondary"), text!("普通中学", "general secondary schools"))
    .title(text!("职业类选修课程", "vocational electives"))
    .demands(&[text!("开设职业类选修课程", "vocational electives")])
    .reading(text!(
        "“有条件的”原文未界定，不作判断",
        "the text does not say which schools are able to; this is not tested"
    )),
];
