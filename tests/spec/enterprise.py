"""`enterprise`: one legal entity in one calendar year."""

from __future__ import annotations

from dataclasses import replace
from math import ceil, floor

from .subject import (
    DIRECTIVE, ELIGIBILITY, ENCOURAGED, FLAG, IN_PRINCIPLE, MANDATORY, MONEY, PERSONS, POSTS, TEXT,
    YEAR, Subject, choice,
)  # fmt: skip
from .truth import (
    ALWAYS, MET, NOT_APPLICABLE, SILENT, UNDETERMINED, UNMET, Truth, all_of, any_bound, at_least,
    at_least_share, half_up, is_one_of, missing, needed, of_nothing, one_bound, reaches, rule_of,
    yes,
)  # fmt: skip

# 国统字〔2017〕213号: minimum persons (X), revenue (Y) and assets (Z) of large and of medium firms; Y
# and Z in 万元. A firm belongs to a class if it reaches every bound of the class.
SIZES = {  # industry: (large, medium)
    "agriculture": (dict(Y=20000), dict(Y=500)),
    "industry": (dict(X=1000, Y=40000), dict(X=300, Y=2000)),
    "construction": (dict(Y=80000, Z=80000), dict(Y=6000, Z=5000)),
    "wholesale": (dict(X=200, Y=40000), dict(X=20, Y=5000)),
    "retail": (dict(X=300, Y=20000), dict(X=50, Y=500)),
    "transport": (dict(X=1000, Y=30000), dict(X=300, Y=3000)),
    "storage": (dict(X=200, Y=30000), dict(X=100, Y=1000)),
    "post": (dict(X=1000, Y=30000), dict(X=300, Y=2000)),
    "accommodation": (dict(X=300, Y=10000), dict(X=100, Y=2000)),
    "catering": (dict(X=300, Y=10000), dict(X=100, Y=2000)),
    "information_transmission": (dict(X=2000, Y=100000), dict(X=100, Y=1000)),
    "software_it": (dict(X=300, Y=10000), dict(X=100, Y=1000)),
    "real_estate": (dict(Y=200000, Z=10000), dict(Y=1000, Z=5000)),
    "property_management": (dict(X=1000, Y=5000), dict(X=300, Y=1000)),
    "leasing_business": (dict(X=300, Z=120000), dict(X=100, Z=8000)),
    "other": (dict(X=300), dict(X=100)),
}
WAN_YUAN = 10_000 * 100  # fen

ENTERPRISE = Subject(
    "enterprise",
    facts=dict(
        name=TEXT,
        year=YEAR,
        industry=choice(" ".join([*SIZES, "not_in_table"])),
        size_class=choice("large medium small micro"),
        employed_persons=PERSONS,  # 从业人员
        operating_revenue_yuan=MONEY,
        total_assets_yuan=MONEY,
        sales_revenue_yuan=MONEY,  # 销售收入
        above_designated_size=FLAG,  # 规模以上
        joint_schooling=FLAG,  # 承担合作办学任务
        staff_total=PERSONS,  # 职工总数
        staff_in_service=PERSONS,  # 在职员工数
        technical_posts=POSTS,
        internship_posts=POSTS,
        hosts_teacher_base=FLAG,  # 教师顶岗实践基地
        teacher_posts=POSTS,  # 每年提供的顶岗实践岗位数
        teacher_posts_technical=POSTS,
        teacher_posts_mentored=POSTS,
        teacher_practice_plan=FLAG,
        total_wages_yuan=MONEY,
        training_fund_category=choice("general high_demand"),
        training_fund_set_aside_yuan=MONEY,
        training_fund_spent_yuan=MONEY,
        training_fund_frontline_yuan=MONEY,
        trained_staff=PERSONS,
        training_system=FLAG,
        training_services_bought=FLAG,
        skill_contest_held=FLAG,
        staff_congress_report=FLAG,
        social_report_covers_vocational_education=FLAG,
        skill_upgraded_staff=PERSONS,  # 参加培训提升技能等级的职工
        skill_upgrade_rewarded=FLAG,
        correction_refused=FLAG,
        other_misuse=FLAG,  # 其他不按规定提取使用
        leading_enterprise=FLAG,  # 龙头骨干
        state_owned=FLAG,
        runs_vocational_school=FLAG,
        has_conditions=FLAG,  # 有条件的
        demonstration_enterprise=FLAG,
    ),
    parts=dict(
        teacher_posts_technical="teacher_posts",
        teacher_posts_mentored="teacher_posts",
        training_fund_frontline_yuan="training_fund_spent_yuan",
    ),
)


def large_or_medium(firm) -> Truth:
    """大、中型企业: by the declared class if there is one, else by the table."""
    industry, declared = firm.industry, firm.size_class
    facts = dict(X=firm.employed_persons, Y=firm.operating_revenue_yuan, Z=firm.total_assets_yuan)
    if declared.value is not None:
        return is_one_of(declared, "large", "medium")
    if industry.value in (None, "not_in_table"):
        return Truth(None, missing(declared, industry))

    def of_class(bounds):
        unit = dict(X=1, Y=WAN_YUAN, Z=WAN_YUAN)
        return all_of(*(reaches(facts[key], least * unit[key]) for key, least in bounds.items()))

    large, medium = SIZES[industry.value]
    by_table = of_class(large) | of_class(medium)
    return (
        by_table
        if by_table.value is not None
        else Truth(None, needed([by_table]) | missing(declared))
    )


@ENTERPRISE.rule("5.1a", ENCOURAGED, "支持龙头骨干企业参与公办职业学校办学", ELIGIBILITY)
def public_school_partner(firm, _):
    return rule_of(yes(firm.leading_enterprise))


def large_partner(firm, numbers):
    """销售收入亿元以上或从业人员达到1000人以上企业."""
    sales = at_least(firm.sales_revenue_yuan, numbers.cooperation_sales_revenue_yuan)
    persons = at_least(firm.employed_persons, numbers.cooperation_employed_persons)
    return sales, persons


@ENTERPRISE.rule(
    "7.2a", ENCOURAGED, "鼓励和支持销售收入亿元以上或从业人员达到1000人以上企业", ELIGIBILITY
)
def cooperation_partner(firm, numbers):
    return any_bound(*large_partner(firm, numbers))


@ENTERPRISE.rule("7.2b", ENCOURAGED, "承担合作办学任务")
def joint_schooling(firm, numbers):
    sales, persons = large_partner(firm, numbers)
    return rule_of(yes(firm.joint_schooling), when=sales.truth | persons.truth)


@ENTERPRISE.rule(
    "7.3a",
    ENCOURAGED,
    "鼓励大、中型企业按照企业员工培训需要和行业特点建立实习实训基地",
    ELIGIBILITY,
)
def training_base_host(firm, _):
    return rule_of(large_or_medium(firm))


@ENTERPRISE.rule("8.2a", ENCOURAGED, "按照职工总数和技术岗位数的一定比例安排学生实习岗位")
def internship_posts(firm, numbers):
    # The text sets no ratio. Every ratio that a parameter sets is required; a share of zero is not.
    posts = firm.internship_posts
    by_staff = numbers.internship_posts_per_staff
    by_posts = numbers.internship_posts_per_technical_post
    bounds = (
        at_least_share(posts, firm.staff_total, by_staff),
        at_least_share(posts, firm.technical_posts, by_posts),
    )
    due = [bound for bound, ratio in zip(bounds, (by_staff, by_posts)) if ratio is not None]
    left = [bound for bound in due if bound.verdict != NOT_APPLICABLE]
    if not due:
        return rule_of(SILENT, bounds=bounds)
    bounds = tuple(it if it in due else replace(it, verdict=NOT_APPLICABLE) for it in bounds)
    if not left:
        return of_nothing(ALWAYS, bounds)
    return rule_of(all_of(*(bound.truth for bound in left)), bounds=bounds)


@ENTERPRISE.rule("8.3a", DIRECTIVE, "规模以上企业把开展职业教育情况纳入社会责任报告制度")
def social_report(firm, numbers):
    everyone = numbers.social_report_scope == "all_enterprises"
    addressed = ALWAYS if everyone else yes(firm.above_designated_size)
    return rule_of(yes(firm.social_report_covers_vocational_education), when=addressed)


def bound_to_offer(firm, numbers) -> Truth:
    """The enterprises that 9.1b addresses. The sentence begins "在大中型企业……建立……基地"."""
    match numbers.teacher_posts_scope:
        case "large_and_medium":
            return large_or_medium(firm)
        case "base_hosts":
            return yes(firm.hosts_teacher_base)
        case "all_enterprises":
            return ALWAYS


@ENTERPRISE.rule("9.1b", IN_PRINCIPLE, "企业原则上每年提供的顶岗实践岗位数不低于在职员工数0.5%")
def teacher_posts(firm, numbers):
    share = numbers.teacher_posts_share
    rounded = dict(up=ceil, half_up=half_up, down=floor)[numbers.teacher_posts_rounding]
    posts = at_least_share(firm.teacher_posts, firm.staff_in_service, share, rounded)
    return one_bound(posts, when=bound_to_offer(firm, numbers))


@ENTERPRISE.rule("9.2a", MANDATORY, "企业应做好具体规划")
def teacher_practice_plan(firm, numbers):
    addressed = reaches(firm.teacher_posts, 1)
    if numbers.practice_plan_scope == "bound_or_offering":
        addressed |= bound_to_offer(firm, numbers)
    return rule_of(yes(firm.teacher_practice_plan), when=addressed)


@ENTERPRISE.rule("9.2b", MANDATORY, "落实顶岗实践的技术性工作岗位")
def teacher_posts_technical(firm, _):
    every = at_least_share(firm.teacher_posts_technical, firm.teacher_posts, share=1)
    return one_bound(every, when=reaches(firm.teacher_posts, 1))


@ENTERPRISE.rule("9.2c", MANDATORY, "并安排专人指导")
def teacher_posts_mentored(firm, _):
    every = at_least_share(firm.teacher_posts_mentored, firm.teacher_posts, share=1)
    return one_bound(every, when=reaches(firm.teacher_posts, 1))


@ENTERPRISE.rule("9.4a", ENCOURAGED, "鼓励大中型企业设立“名师工作站”", ELIGIBILITY)
def master_teacher_station(firm, _):
    return rule_of(large_or_medium(firm))


@ENTERPRISE.rule("9.4b", ENCOURAGED, "实施企业访问学者项目", ELIGIBILITY)
def visiting_scholars(firm, _):
    return rule_of(large_or_medium(firm))


@ENTERPRISE.rule("11.1a", DIRECTIVE, "落实企业职工培训制度")
def training_system(firm, _):
    return rule_of(yes(firm.training_system))


@ENTERPRISE.rule("11.1b", MANDATORY, "足额提取教育培训经费")
def training_fund(firm, numbers):
    # "In full" is measured by the rates of 国发〔2002〕16号: 1.5%, some "可按2.5%".
    wages, set_aside = firm.total_wages_yuan, firm.training_fund_set_aside_yuan
    general = at_least_share(set_aside, wages, numbers.training_fund_share_general)
    if numbers.training_fund_high_rate == "option":
        return one_bound(general)
    category = firm.training_fund_category
    high = at_least_share(set_aside, wages, numbers.training_fund_share_high_demand)
    if category.value == "general" or general.verdict == NOT_APPLICABLE:
        return one_bound(general)
    if category.value == "high_demand":
        return one_bound(high)
    # The rate is unknown: the rule is decided only if both rates are met or both are missed.
    if general.verdict == high.verdict == UNMET:
        return one_bound(general)
    if general.verdict == high.verdict == MET:
        return one_bound(replace(general, required=None))
    needs = needed([general.truth, high.truth]) | missing(category)
    return one_bound(replace(general, required=None, verdict=UNDETERMINED, needs=needs))


@ENTERPRISE.rule("11.1c", MANDATORY, "确保教育培训经费60%以上用于一线职工")
def frontline_share(firm, numbers):
    if numbers.frontline_share_base == "spent":
        base = firm.training_fund_spent_yuan
    else:
        base = firm.training_fund_set_aside_yuan
    frontline = firm.training_fund_frontline_yuan
    return one_bound(at_least_share(frontline, base, numbers.frontline_share))


@ENTERPRISE.rule("11.1d", MANDATORY, "年培训比例不少于企业职工总人数30%")
def training_coverage(firm, numbers):
    share = numbers.training_coverage_share
    return one_bound(at_least_share(firm.trained_staff, firm.staff_total, share))


@ENTERPRISE.rule("11.2b", ENCOURAGED, "主动购买培训服务")
def training_purchased(firm, _):
    return rule_of(yes(firm.training_services_bought))


@ENTERPRISE.rule("11.3a", ENCOURAGED, "鼓励有条件的企业开展职工技能竞赛")
def skill_contests(firm, _):
    return rule_of(yes(firm.skill_contest_held))


@ENTERPRISE.rule("11.3b", ENCOURAGED, "对参加培训提升技能等级的职工予以奖励或补贴")
def skill_reward(firm, _):
    return rule_of(yes(firm.skill_upgrade_rewarded), when=reaches(firm.skill_upgraded_staff, 1))


@ENTERPRISE.rule("11.4c", MANDATORY, "培训经费使用情况向职工代表大会报告")
def staff_congress_report(firm, _):
    return rule_of(yes(firm.staff_congress_report))


@ENTERPRISE.rule(
    "11.5a", MANDATORY, "将不按规定提取使用教育培训经费并拒不改正的行为，记入企业信用记录"
)
def credit_record(firm, numbers):
    def missed(outcome):
        known = {MET: False, UNMET: True, NOT_APPLICABLE: False}
        return Truth(known.get(outcome.verdict), outcome.needs, figures=True)

    not_set_aside = missed(training_fund(firm, numbers))
    misused = missed(frontline_share(firm, numbers)) | yes(firm.other_misuse)
    if numbers.credit_record_breach == "either":
        breach = not_set_aside | misused
    else:
        breach = not_set_aside & misused
    return rule_of(~(breach & yes(firm.correction_refused)))


@ENTERPRISE.rule("12.1a", ENCOURAGED, "共同组建产教融合集团（联盟）或职教集团", ELIGIBILITY)
def education_group_founder(firm, _):
    return rule_of(yes(firm.leading_enterprise))


@ENTERPRISE.rule("12.3a", ENCOURAGED, "支持有条件的国有企业继续办好职业学校", ELIGIBILITY)
def state_school_operator(firm, _):
    runs_one = yes(firm.state_owned) & yes(firm.runs_vocational_school)
    return rule_of(runs_one & yes(firm.has_conditions))


@ENTERPRISE.rule("25.4c", DIRECTIVE, "项目建设上予以优先支持", ELIGIBILITY)
def priority_support(firm, numbers):
    supported = yes(firm.demonstration_enterprise)
    if numbers.priority_support_scope == "demonstration_or_leading":
        supported |= yes(firm.leading_enterprise)
    return rule_of(supported)
