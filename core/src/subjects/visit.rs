//! 企业访学: article 9, the one-year visit.

use super::prelude::*;

subject! {
    /// 企业访学: one visit of a teacher to an enterprise.
    ///
    /// Without a `start`, the visit is taken to lie in the time in which the policy is applied.
    ///
    /// ```
    /// use chanjiao::{Date, Parameters, Verdict, Visit, check};
    /// let visit = Visit::given().start(Date::new(2023, 9, 1)?).end(Date::new(2024, 8, 31)?).build()?;
    /// assert_eq!(check(&visit, &Parameters::default()).findings[0].verdict, Verdict::Met);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    Visit = "visit", "企业访学", "enterprise visit";
    one record is "一名教师的一次企业访学", "one visit of a teacher to an enterprise";
    facts {
        start: Date = "开始日期" | "访学开始", "first day";
        end: Date = "结束日期" | "访学结束", "last day";
    }
    dated by start;
    date start before end, blame end;
}

/// The rules, in the order of the policy.
const RULES: &[Rule] =
    &[Rule::new("visit.duration", statement("9.4c"), FACTS.spans("start", "end", "visit_months"))
        .title(text!("为期1年的访学", "visit of one year"))
        .demands(&[text!("访学满{months}个月", "a visit of {months} months")])
        .reading(text!(
            "1年按12个月计，须连续，超过的亦可；年龄与骨干身份不作判断",
            "one year is 12 months in one run, and more is no harm; age and standing are not tested"
        ))];
