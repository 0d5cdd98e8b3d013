"""The numbers of the policy and the readings of its text. Each can be overridden.

Shares are in percent. `OPEN` is a number that the policy leaves open, or a day that is not set.
A reading chooses between two or more meanings of the text; its default is the first choice.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

OPEN = None
YUAN = 100  # fen
MONEY_LIMIT = 9_007_199_254_740_991
COUNT_LIMIT = 9_007_199_254_740_991


class Parameter(NamedTuple):
    kind: str  # money, count, share, date, reading
    default: Any
    least: Any = None
    most: Any = None
    choices: tuple[str, ...] = ()


def money(yuan: int) -> Parameter:
    return Parameter("money", yuan * YUAN, 0, MONEY_LIMIT)


def count(number: int, least: int = 0, most: int = COUNT_LIMIT) -> Parameter:
    return Parameter("count", number, least, most)


def share(percent: str | None) -> Parameter:
    return Parameter("share", percent and Fraction(Decimal(percent)) / 100, 0, 100)


def day(*parts: int) -> Parameter:
    return Parameter("date", date(*parts) if parts else OPEN)


def reading(*choices: str) -> Parameter:
    return Parameter("reading", choices[0], choices=choices)


PARAMETERS = {
    # The text gives the year 2018 alone; the day is set by the library.
    "policy_applies_from": day(2019, 1, 1),
    "policy_applies_to": day(),
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
    "periodic_grace_years": count(5, 0, 10),  # set by the library
    "induction_years": count(3, 1, 100),  # 15.2d
    "induction_months": count(6, 1, 1200),  # 15.2d 半年
    "induction_gap_days": count(10, 0, 60),  # 15.2d 集中; set by the library
    "induction_applies_from": day(),  # if not set, policy_applies_from
    "visit_months": count(12, 1, 1200),  # 9.4c 1年
    "forecast_interval_years": count(3, 1, 100),  # 21.4a
    "funding_secondary_yuan": money(10_000),  # 26.1c
    "funding_higher_vocational_yuan": money(12_000),  # 26.1d
    "target_demonstration_enterprises": count(500),  # 25.4b
    "target_leading_talents": count(100),  # 25.5b
    "target_industry_professors": count(1000),  # 25.5c
    "target_craftsmen_and_experts": count(10_000),  # 25.5d
    # 8.1a: from this day on the rules of 教职成〔2021〕4号; the day is set by the library.
    "internship_rules_2021_from": day(2022, 1, 1),
    "internship_host_cap_share": share("10"),  # 湖南省实施细则 2019
    "internship_post_cap_share": share("20"),
    "internship_pay_floor_share": share("80"),
    # Readings.
    "teacher_posts_scope": reading("large_and_medium", "base_hosts", "all_enterprises"),  # 9.1b
    "teacher_posts_rounding": reading("up", "half_up", "down"),  # 9.1b
    "practice_plan_scope": reading("bound_or_offering", "offering"),  # 9.2a
    "social_report_scope": reading("above_designated_size", "all_enterprises"),  # 8.3a
    "training_fund_high_rate": reading("option", "obligation"),  # 11.1b 可按2.5%
    "frontline_share_base": reading("spent", "set_aside"),  # 11.1c
    "credit_record_breach": reading("either", "both"),  # 11.5a
    "periodic_practice_limbs": reading("either", "long_only"),  # 15.2c
    "periodic_practice_place": reading("anywhere", "enterprise"),  # 15.2c
    "periodic_practice_before_hiring": reading("excluded", "included"),  # 15.2c
    "practice_month": reading("calendar_or_30_days", "calendar", "thirty_days"),  # 15.2c, 15.2d
    "induction_continuity": reading("one_block", "cumulative"),  # 15.2d 集中
    "induction_schools": reading("vocational", "vocational_and_applied_undergraduate"),  # 15.2d
    "forecast_gaps": reading("present_only", "every_gap"),  # 21.4a
    "technician_college_as": reading("open", "secondary", "higher"),  # 26.1c, 26.1d
    "vocational_university_as": reading("open", "higher"),  # 26.1d
    "postgraduate_quota_conditions": reading("both", "either"),  # 4.3a
    "supported_unit_conditions": reading("any", "all"),  # 25.6a
    "pilot_conditions": reading("all", "any"),  # 25.7a
    "priority_support_scope": reading("demonstration", "demonstration_or_leading"),  # 25.4c
    "authority_services": reading("any", "all"),  # 21.3b 等
    "integration_park_level": reading("provincial_and_above", "all_levels"),  # 25.3b
    "information_platform_force": reading("encouraged", "directive"),  # 23.1b
}

DEFAULTS = {name: it.default for name, it in PARAMETERS.items()}
READINGS = {name: it.choices for name, it in PARAMETERS.items() if it.kind == "reading"}


class Numbers:
    """The parameters in force. Records which readings are read."""

    def __init__(self, values: dict[str, Any]):
        self.values = {**DEFAULTS, **values}
        self.choices = tuple(self.values[name] for name in READINGS)
        self.read: set[str] = set()

    def __getattr__(self, name: str) -> Any:
        value = self.values[name]
        if name in READINGS:
            self.read.add(name)
        return value

    def but(self, name: str, choice: str) -> Numbers:
        """These parameters with one other reading."""
        return Numbers({**self.values, name: choice})

    def overridden(self) -> dict[str, Any]:
        """The parameters that differ from their defaults, in the notation of an answer."""
        return {
            name: written(self.values[name], it.kind)
            for name, it in PARAMETERS.items()
            if self.values[name] != it.default
        }


def written(value: Any, kind: str) -> Any:
    """Money with two decimals, shares as the shortest percentage, days as YYYY-MM-DD."""
    match kind:
        case "money":
            return f"{value // YUAN}.{value % YUAN:02}"
        case "share":
            percent, rest = divmod(int(value * 1_000_000), 10_000)
            return f"{percent}.{rest:04}".rstrip("0").rstrip(".")
        case "date":
            return value.isoformat()
    return value
