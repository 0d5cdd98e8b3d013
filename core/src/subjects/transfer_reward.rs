//! 科技成果转化奖励收入: article 26.

use super::prelude::*;

subject! {
    /// 科技成果转化奖励: one reward for transferring research results.
    TransferReward = "transfer_reward", "科技成果转化奖励", "transfer reward";
    one record is "一笔科技成果转化奖励收入", "one reward for transferring research results";
    facts {
        payee_is_school_researcher: bool = "由职业学校、高等学校科研人员取得" | "学校科研人员", "the payee is a researcher of a vocational school or university";
        lawfully_obtained: bool = "依法取得", "the reward was lawfully obtained";
        counted_in_performance_pay: bool = "计入绩效工资" | "纳入绩效工资", "the reward is counted in performance pay";
        counted_in_wage_base: bool = "计入单位工资总额基数" | "纳入单位工资总额基数", "the reward is counted in the base of the total wages";
    }
}

const RESEARCHER: Condition =
    all(&[FACTS.flag("payee_is_school_researcher"), FACTS.flag("lawfully_obtained")]);

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[
    Rule::new(
        "transfer_reward.outside_performance_pay",
        statement("26.2a"),
        not(&FACTS.flag("counted_in_performance_pay")),
    )
    .applies_to(
        RESEARCHER,
        text!(
            "职业学校、高等学校科研人员依法取得的奖励收入",
            "rewards lawfully obtained by researchers of vocational schools and universities"
        ),
    )
    .title(text!("不纳入绩效工资", "not counted in performance pay"))
    .demands(&[text!("不纳入绩效工资", "the reward is not counted in performance pay")])
    .unmet(text!("已计入绩效工资", "the reward is counted in performance pay")),
    Rule::new(
        "transfer_reward.outside_wage_base",
        statement("26.2b"),
        not(&FACTS.flag("counted_in_wage_base")),
    )
    .applies_to(
        RESEARCHER,
        text!(
            "职业学校、高等学校科研人员依法取得的奖励收入",
            "rewards lawfully obtained by researchers of vocational schools and universities"
        ),
    )
    .title(text!("不纳入工资总额基数", "not counted in the wage base"))
    .demands(&[text!(
        "不纳入单位工资总额基数",
        "the reward is not counted in the base of the total wages",
    )])
    .unmet(text!("已计入单位工资总额基数", "the reward is counted in the base of the total wages"))
    .reading(text!(
        "只判断是否计入基数；依法律仍计入当年工资总额",
        "only the base is tested; by law the payment still counts in the year's total wages"
    )),
];
