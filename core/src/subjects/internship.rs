//! 学生实习: article 8 and the implementing rules that it refers to.

use super::prelude::*;

subject! {
    /// 学生实习: interns of vocational schools at one host at one time.
    ///
    /// Without `starts_on`, the internship is taken to lie in the time in which the policy is applied,
    /// and is judged by the internship rules of 2021.
    Internship = "internship", "学生实习", "internship";
    one record is "一个单位同期接收的职业学校实习生", "interns of vocational schools at one host at one time";
    facts {
        host_staff_on_post: Count = "实习单位在岗职工总数" | "在岗职工总数", "staff on post at the host", in Person;
        host_interns: Count = "同期顶岗（岗位）实习学生数" | "同期顶岗实习学生数" | "同期岗位实习学生数", "students on post internships at the same time", in Person;
        post_staff: Count = "同类岗位在岗职工数", "staff on the same kind of post", in Person;
        post_interns: Count = "同类岗位同期顶岗（岗位）实习学生数" | "同类岗位同期顶岗实习学生数" | "同类岗位同期岗位实习学生数", "students on post internships on the same kind of post at the same time", in Person;
        intern_pay_yuan: Money = "实习报酬", "intern pay a month", in Yuan;
        probation_wage_yuan: Money = "相同岗位试用期工资" | "试用期工资", "probation wage of the same post a month", in Yuan;
        post_wage_yuan: Money = "相同岗位工资标准" | "岗位工资标准", "wage standard of the same post a month", in Yuan;
        lowest_grade_wage_yuan: Money = "最低档工资标准", "lowest grade of the host's wage standard a month", in Yuan;
        works_independently: bool = "相对独立参与实际工作、初步具备实践岗位独立工作能力" | "相对独立参与实际工作", "the students take part in real work fairly independently, with a first ability to work alone on the post";
        starts_on: Date = "实习开始日期", "first day of the internship";
        ends_on: Date = "实习结束日期", "last day of the internship";
        liability_insured_from: Date = "实习责任保险起始日期", "first day of the liability insurance";
        liability_insured_to: Date = "实习责任保险终止日期", "last day of the liability insurance";
        accident_insurance_bought: bool = "购买意外伤害保险等商业保险" | "购买意外伤害保险", "accident or other commercial insurance was bought";
        accident_insurance_voluntary: bool = "出于自愿购买意外伤害保险" | "意外伤害保险系自愿购买" | "自愿购买意外伤害保险", "the accident insurance was bought voluntarily";
    }
    dated by starts_on;
    date starts_on before ends_on, blame ends_on;
    date liability_insured_from before liability_insured_to, blame liability_insured_to;
}

/// The internship starts before the day from which the rules of 2021 are used. Without that day it
/// does not.
const BEFORE_2021: Condition = FACTS.before("starts_on", "internship_rules_2021_from");

const UNDER_HUNAN: Text = text!(
    "{internship_rules_2021_from}前开始的实习",
    "internships that start before {internship_rules_2021_from}"
);
const UNDER_2021: Text = text!(
    "{internship_rules_2021_from}及以后开始（或未填开始日期）的实习",
    "internships that start on or after {internship_rules_2021_from}, or without a first day"
);
const HUNAN: Text = text!(
    "按湖南省2019年实施细则；“不超过”“不高于”含本数，为部署，不属于“原则上”；认识实习、跟岗实习的学生不计",
    "by Hunan's implementing rules of 2019; the bound is included and holds without \"in \
    principle\"; students who only observe or assist do not count"
);
const GENERAL: Text = text!(
    "按教职成〔2021〕4号；“一般”按“原则上”判断；跟岗实习并入岗位实习，认识实习的学生不计",
    "by the ministries' rules of 2021; \"in general\" is judged as \"in principle\"; students who \
    only observe do not count"
);

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[
    Rule::new(
        "internship.host_cap",
        statement("8.1a"),
        FACTS.share_at_most("host_interns", "host_staff_on_post", "internship_host_cap_share"),
    )
    .applies_to(BEFORE_2021, UNDER_HUNAN)
    .title(text!(
        "实习单位顶岗实习学生比例",
        "students on post internships at the host"
    ))
    .demands(&[text!(
        "同期顶岗实习学生应不超过 {} 人",
        "no more than {} students on post internships at the same time"
    )])
    .reading(HUNAN),
    Rule::new(
        "internship.host_cap_general",
        statement("8.1a"),
        FACTS.share_at_most("host_interns", "host_staff_on_post", "internship_host_cap_share"),
    )
    .force(Force::InPrinciple)
    .norm(Norm::InternshipRules2021)
    .applies_to(not(&BEFORE_2021), UNDER_2021)
    .title(text!(
        "实习单位岗位实习学生比例（一般）",
        "students on post internships at the host, in general"
    ))
    .demands(&[text!(
        "同期岗位实习学生一般应不超过 {} 人",
        "in general, no more than {} students on post internships at the same time"
    )])
    .reading(GENERAL),
    Rule::new(
        "internship.post_cap",
        statement("8.1a"),
        FACTS.share_at_most("post_interns", "post_staff", "internship_post_cap_share"),
    )
    .applies_to(BEFORE_2021, UNDER_HUNAN)
    .title(text!(
        "同类岗位顶岗实习学生比例",
        "students on post internships on the same kind of post"
    ))
    .demands(&[text!(
        "同类岗位同期顶岗实习学生应不超过 {} 人",
        "no more than {} students on post internships on the same kind of post at the same time"
    )])
    .reading(HUNAN),
    Rule::new(
        "internship.post_cap_general",
        statement("8.1a"),
        FACTS.share_at_most("post_interns", "post_staff", "internship_post_cap_share"),
    )
    .force(Force::InPrinciple)
    .norm(Norm::InternshipRules2021)
    .applies_to(not(&BEFORE_2021), UNDER_2021)
    .title(text!(
        "同类岗位岗位实习学生比例（一般）",
        "students on post internships on the same kind of post, in general"
    ))
    .demands(&[text!(
        "同类岗位同期岗位实习学生一般应不高于 {} 人",
        "in general, no more than {} students on post internships on the same kind of post at the \
        same time"
    )])
    .reading(GENERAL),
    Rule::new(
        "internship.pay_floor",
        statement("8.1a"),
        FACTS.share_at_least(
            "intern_pay_yuan",
            "probation_wage_yuan",
            "internship_pay_floor_share",
        ),
    )
    .force(Force::InPrinciple)
    .applies_to(BEFORE_2021, UNDER_HUNAN)
    .title(text!("实习报酬（按试用期工资）", "intern pay, by the probation wage"))
    .demands(&[text!(
        "实习报酬原则上应不低于每月{}",
        "in principle, intern pay of at least {} a month"
    )])
    .reading(text!(
        "按湖南省2019年实施细则，以相同岗位试用期工资为基数，“原则上”不低于",
        "by Hunan's implementing rules of 2019: a share of the probation wage of the same post, in \
        principle"
    )),
    Rule::new(
        "internship.post_wage_floor",
        statement("8.1a"),
        any(&[
            FACTS.share_at_least(
                "intern_pay_yuan",
                "post_wage_yuan",
                "internship_pay_floor_share",
            ),
            FACTS.whole("intern_pay_yuan", "lowest_grade_wage_yuan"),
        ]),
    )
    .force(Force::InPrinciple)
    .norm(Norm::InternshipRules2021)
    .applies_to(
        all(&[not(&BEFORE_2021), FACTS.flag("works_independently")]),
        text!(
            "{internship_rules_2021_from}及以后开始（或未填开始日期）、学生相对独立参与实际工作的实习；\
            其他学生应给予适当的实习报酬，规定未定比例",
            "internships that start on or after {internship_rules_2021_from}, or without a first \
            day, in which the students work fairly independently; others are due suitable pay, for \
            which the rules set no share"
        ),
    )
    .title(text!("实习报酬（按岗位工资标准）", "intern pay, by the wage standard of the post"))
    .demands(&[
        text!(
            "实习报酬原则上应不低于每月{}（相同岗位工资标准的规定比例）",
            "in principle, intern pay of at least {} a month, by the wage standard of the same post"
        ),
        text!(
            "实习报酬原则上应不低于每月{}（最低档工资标准）",
            "in principle, intern pay of at least {} a month, by the lowest grade of the wage \
            standard"
        ),
    ])
    .reading(text!(
        "按教职成〔2021〕4号第十八条；两项基数满足其一即可；不相对独立参与实际工作的学生，应给予适当的\
        实习报酬，规定未定比例",
        "by article 18 of the ministries' rules of 2021; either base is enough; students who do \
        not work fairly independently are due suitable pay, for which the rules set no share"
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
        "实习责任保险应覆盖整个实习期间",
        "liability insurance for the whole internship",
    )])
    .reading(text!(
        "学校或实习单位投保均可，须覆盖实习的每一日；由谁付费不作判断",
        "of the school or the host; every day of the internship is covered; who pays is not tested"
    )),
    Rule::new(
        "internship.accident_insurance",
        statement("8.4c"),
        FACTS.flag("accident_insurance_bought"),
    )
    .title(text!("意外伤害保险等商业保险", "accident insurance"))
    .demands(&[text!(
        "购买意外伤害保险等商业保险",
        "accident or other commercial insurance bought",
    )]),
    Rule::new(
        "internship.voluntary_accident_insurance",
        statement("8.4c"),
        FACTS.flag("accident_insurance_voluntary"),
    )
    .force(Force::Directive)
    .applies_to(
        FACTS.flag("accident_insurance_bought"),
        text!(
            "已购买意外伤害保险等商业保险的实习",
            "internships for which accident or other commercial insurance was bought"
        ),
    )
    .title(text!("自愿购买意外伤害保险", "voluntary accident insurance"))
    .demands(&[text!(
        "购买意外伤害保险等商业保险应出于自愿",
        "accident and other commercial insurance bought voluntarily",
    )])
    .unmet(text!("不符合“自愿原则”", "the insurance was not bought voluntarily"))
    .reading(text!(
        "鼓励的是购买；“本着自愿原则”是购买的限度，按部署判断",
        "the purchase is encouraged; that it is voluntary limits it, and is judged as a directive"
    )),
];
