//! 行业市场人才需求预测报告: article 21.

use super::prelude::*;

subject! {
    /// 行业人才需求预测: the talent-demand forecasts published for one industry.
    IndustryForecast = "industry_forecast", "行业人才需求预测", "industry forecast";
    one record is "一个行业的人才需求预测报告发布情况", "the talent-demand forecasts published for one industry";
    facts {
        industry_name: String = "行业名称", "name of the industry";
        as_of: Date = "评价日期" | "截至日期", "day of judgement" as required;
        base_date: Date = "起算日期", "day from which the duty runs";
        published: Vec<Date> = "发布日期" | "报告发布日期", "days on which a report was published";
    }
    date base_date before as_of, blame base_date;
}

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[Rule::new(
    "industry_forecast.interval",
    statement("21.4a"),
    FACTS.published("published", "forecast_interval_years"),
)
.title(text!("每3年发布预测报告", "a forecast every three years"))
.demands(&[text!(
    "距上次报告不得超过{years}年",
    "no more than {years} years since the last report"
)])
.reading(text!(
    "相邻两次发布之间、末次发布至评价日均不超过3年；有起算日期的自该日起算，此前的报告不计；任一\
    主体发布即可",
    "no gap of more than three years between reports, nor since the last one; counted from the \
    base date where one is given, earlier reports ignored; either body may publish"
))];
