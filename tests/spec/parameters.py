"""The numbers of the policy. Each can be overridden for a what-if analysis.

Shares are in percent. `None` is a number that the policy leaves open.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

OPEN = None
YUAN = 100  # fen

# name: (type, default, least, greatest)
MONEY_LIMIT = 9_007_199_254_740_991
COUNT_LIMIT = 9_007_199_254_740_991


def money(yuan: int):
    return "money", yuan * YUAN, 0, MONEY_LIMIT


def count(number: int, least: int = 0, most: int = COUNT_LIMIT):
    return "count", number, least, most


def share(percent: str | None):
    return "share", percent and Fraction(Decimal(percent)) / 100, 0, 100


PARAMETERS = {
    "cooperation_sales_revenue_yuan": money(100_000_000),  # 7.2a 亿元
    "cooperation_employed_persons": count(1000),  # 7.2a
    "teacher_posts_share": share("0.5"),  # 9.1b
    "frontline_share": share("60"),  # 11.1c
    "training_coverage_share": share("30"),  # 11.1d
    "practical_hours_share": share("50"),  # 14.3a
    "training_fund_share_general": share("1.5"),  # 国发〔2002〕16号
    "training_fund_share_high_demand": share("2.5"),  # 国发〔2002〕16号
    "internship_posts_per_staff": share(OPEN),  # 8.2a 一定比例
    "internship_posts_per_technical_post": share(OPEN),  # 8.2a 一定比例
    "periodic_long_years": count(5, 1, 100),  # 15.2c
    "periodic_long_months": count(6, 1, 1200),
    "periodic_short_years": count(2, 1, 100),
    "periodic_short_months": count(2, 1, 1200),
    "induction_years": count(3, 1, 100),  # 15.2d
    "induction_months": count(6, 1, 1200),  # 15.2d 半年
    "induction_applies_from": ("date", date(2019, 1, 1), None, None),  # set by the library
    "visit_months": count(12, 1, 1200),  # 9.4c 1年
    "forecast_interval_years": count(3, 1, 100),  # 21.4a
    "funding_secondary_yuan": money(10_000),  # 26.1c
    "funding_higher_vocational_yuan": money(12_000),  # 26.1d
    "target_demonstration_enterprises": count(500),  # 25.4b
    "target_leading_talents": count(100),  # 25.5b
    "target_industry_professors": count(1000),  # 25.5c
    "target_craftsmen_and_experts": count(10_000),  # 25.5d
    "internship_host_cap_share": share("10"),  # 湖南省实施细则 2019
    "internship_post_cap_share": share("20"),
    "internship_pay_floor_share": share("80"),
}
