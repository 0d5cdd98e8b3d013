//! 中小学: article 13.

use super::prelude::*;

subject! {
    /// 中小学: one primary or secondary school.
    BasicSchool = "basic_school", "中小学", "primary or secondary school";
    one record is "一所中小学", "one primary or secondary school";
    facts {
        name: String = "学校名称", "name of the school";
        hands_on_in_curriculum: bool = "动手实践纳入课程", "hands-on content in the curriculum";
        hands_on_in_evaluation: bool = "动手实践纳入综合素质评价", "hands-on content in the evaluation of students";
    }
}

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[
    Rule::new("basic_school.curriculum", statement("13.1a"), FACTS.flag("hands_on_in_curriculum"))
        .title(text!("动手实践纳入课程", "hands-on content in the curriculum"))
        .demands(&[text!("需将动手实践内容纳入相关课程", "hands-on content in the curriculum")]),
    Rule::new("basic_school.evaluation", statement("13.1b"), FACTS.flag("hands_on_in_evaluation"))
        .title(text!("动手实践纳入评价", "hands-on content in the evaluation"))
        .demands(&[text!(
            "需将动手实践内容纳入学生综合素质评价",
            "hands-on content in the evaluation of students",
        )]),
];
