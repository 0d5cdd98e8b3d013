//! 学生实习: article 8 and the implementing rules that it refers to.

use super::prelude::*;

subject! {
    /// 学生实习: interns of vocational schools at one host at one time.
    Internship = "internship", "学生实习", "internship";
    one record is "一个单位同期接收的职业学校实习生", "interns of vocational schools at one host at one time";
    facts {
        host_staff_on_post: Count = "实习单位在岗职工总数" | "在岗职工总数", "staff on post at the host", in Person;
        host_interns: Count = "实习单位实习生数" | "实习生总数", "interns at the host", in Person;
        post_staff: Count = "同类岗位在岗职工数", "staff on the like post", in Person;
        post_interns: Count = "同类岗位实习生数", "interns on the like post", in Person;
        intern_pay_yuan: Money = "实习报酬", "intern pay a month", in Yuan;
        probation_wage_yuan: Money = "试用期工资", "probation wage of the post a month", in Yuan;
        starts_on: Date = "实习开始日期", "first day of the internship";
        ends_on: Date = "实习结束日期", "last day of the internship";
        liability_insured_from: Date = "实习责任保险起始日期", "first day of the liability insurance";
        liability_insured_to: Date = "实习责任保险终止日期", "last day of the liability insurance";
        accident_insurance_voluntary: bool = "自愿购买意外伤害保险", "accident insurance was bought by free will, or not at all";
    }
    date starts_on before ends_on, blame ends_on;
    date liability_insured_from before liability_insured_to, blame liability_insured_to;
}

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[
    Rule::new(
        "internship.host_cap",
        statement("8.1a"),
        FACTS.share_at_most("host_interns", "host_staff_on_post", "internship_host_cap_share"),
    )
    .title(text!("实习单位实习生比例", "interns at the host"))
    .demands(&[text!("实习生不得超过 {} 人", "no more than {} interns")])
    .reading(text!(
        "按湖南省实施细则，同期在岗人数的10%",
        "by Hunan's implementing rules, 10 % of the staff on post at the same time"
    )),
    Rule::new(
        "internship.post_cap",
        statement("8.1a"),
        FACTS.share_at_most("post_interns", "post_staff", "internship_post_cap_share"),
    )
    .title(text!("同类岗位实习生比例", "interns on the like post"))
    .demands(&[text!("同类岗位实习生不得超过 {} 人", "no more than {} interns on the like post")])
    .reading(text!(
        "按湖南省实施细则，同类岗位同期在岗人数的20%",
        "by Hunan's implementing rules, 20 % of the staff on the like post at the same time"
    )),
    Rule::new(
        "internship.pay_floor",
        statement("8.1a"),
        FACTS.share_at_least(
            "intern_pay_yuan",
            "probation_wage_yuan",
            "internship_pay_floor_share",
        ),
    )
    .title(text!("实习报酬", "intern pay"))
    .demands(&[text!("实习报酬需达到 {} 元", "intern pay of {} yuan a month")])
    .reading(text!(
        "按湖南省实施细则，不低于相同岗位试用期工资的80%",
        "by Hunan's implementing rules, 80 % of the probation wage of the post"
    )),
    Rule::new(
        "internship.liability_insurance",
        statement("8.4b"),
        all(&[
            FACTS.in_order("liability_insured_from", "starts_on"),
            FACTS.in_order("ends_on", "liability_insured_to"),
        ]),
    )
    .title(text!("实习责任保险", "liability insurance"))
    .demands(&[text!(
        "实习责任保险需覆盖整个实习期",
        "liability insurance over the whole internship",
    )])
    .reading(text!(
        "学校或实习单位投保均可，须覆盖实习的每一天",
        "of the school or the host; every day of the internship is covered"
    )),
    Rule::new(
        "internship.voluntary_accident_insurance",
        statement("8.4c"),
        FACTS.flag("accident_insurance_voluntary"),
    )
    .title(text!("自愿购买意外伤害保险", "voluntary accident insurance"))
    .demands(&[text!(
        "购买意外伤害保险等商业保险应出于自愿",
        "accident and other commercial insurance bought by free will",
    )]),
];
