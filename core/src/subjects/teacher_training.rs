//! 贫困地区师资培训: article 20.

use super::prelude::*;

subject! {
    /// 贫困地区师资培训: one training of vocational school teachers.
    TeacherTraining = "teacher_training", "贫困地区师资培训", "teacher training";
    one record is "一期职业学校师资培训", "one training of vocational school teachers";
    facts {
        name: String = "培训名称", "name of the training";
        for_poor_area: bool = "面向贫困地区", "the training is for teachers of poor areas";
        fee_yuan: Money = "培训收费", "fee charged per teacher", in Yuan;
    }
}

/// The rules, in the order of the policy.
const RULES: &[Rule] =
    &[Rule::new("teacher_training.free_of_charge", statement("20.1e"), FACTS.nothing("fee_yuan"))
        .applies_to(
            FACTS.flag("for_poor_area"),
            text!(
                "贫困地区职业学校师资培训",
                "training of vocational school teachers of poor areas"
            ),
        )
        .title(text!("免费培训", "free of charge"))
        .demands(&[text!("不得向教师收取培训费用", "free of charge")])
        .reading(text!("免费指不向教师收取费用", "free: nothing is charged to the teacher"))];
