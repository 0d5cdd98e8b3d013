//! 行业市场人才需求预测报告: article 21.

use super::prelude::*;

subject! {
    /// 行业人才需求预测: the talent-demand forecasts published for one industry.
    ///
    /// Without a `base_date`, the duty runs from the day from which the policy is applied.
    IndustryForecast = "industry_forecast", "行业人才需求预测", "industry forecast";
    one record is "一个行业的人才需求预测报告发布情况", "the talent-demand forecasts published for one industry";
    facts {
        industry_name: String = "行业名称", "name of the industry";
        as_of: Date = "评价日期" | "截至日期", "day of judgement" as required;
        base_date: Date = "起算日期", "day from which the duty runs";
        published: Vec<Date> = "发布日期" | "报告发布日期", "days on which a report was published";
    }
    dated by as_of;
    date base_date before as_of, blame base_date;
}

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[Rule::new(
    "industry_forecast.interval",
    statement("21.4a"),
    FACTS.published("published", "forecast_interval_years"),
)
.title(text!("定期发布预测报告", "talent-demand forecasts"))
.demands(&[text!(
    "行业市场人才需求预测报告应每{years}年发布一次",
    "a talent-demand forecast at least every {years} years"
)])
.reading(text!(
    "行业主管部门或行业社会组织任一发布即可；自起算日期起计，此前的报告不计；期满之日计入，为节假日的\
    不顺延",
    "an industry authority or an industry body may publish; counted from the day on which the duty \
    begins, earlier reports ignored; the last day is included and is not moved if it is a holiday"
))];
