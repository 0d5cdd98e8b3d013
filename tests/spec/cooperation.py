"""Cooperation of schools and enterprises: `internship`, `insurer`, `practice_base`,
`enterprise_schooling`, `person`, `apprenticeship`, `research_project`, `transfer_reward`,
`service_purchase`, `teacher_training`, `credit_entry`."""

from __future__ import annotations

from .subject import (
    DATE, DIRECTIVE, ELIGIBILITY, ENCOURAGED, FLAG, IN_PRINCIPLE, MANDATORY, MONEY, PARTICIPANTS,
    PERMITTED, PERSONS, TEXT, Subject, choice,
)  # fmt: skip
from .truth import (
    Truth, all_of, any_bound, any_of, at_least, at_least_share, at_most, at_most_share, is_one_of,
    no, not_later, one_bound, rule_of, yes,
)  # fmt: skip

INTERNSHIP = Subject(
    "internship",
    facts=dict(
        host_staff_on_post=PERSONS,
        host_interns=PERSONS,
        post_staff=PERSONS,
        post_interns=PERSONS,
        intern_pay_yuan=MONEY,
        probation_wage_yuan=MONEY,  # 相同岗位试用期工资标准
        post_wage_yuan=MONEY,  # 相同岗位工资标准
        lowest_grade_wage_yuan=MONEY,  # 最低档工资标准
        works_independently=FLAG,  # 初步具备实践岗位独立工作能力
        starts_on=DATE,
        ends_on=DATE,
        liability_insured_from=DATE,
        liability_insured_to=DATE,
        accident_insurance_bought=FLAG,
        accident_insurance_voluntary=FLAG,
    ),
    order=(
        ("starts_on", "ends_on", "ends_on"),
        ("liability_insured_from", "liability_insured_to", "liability_insured_to"),
    ),
)

# 8.1a refers to the rules of the ministries without a year. By the first day of the internship
# these are 《湖南省职业学校学生实习管理实施细则》 (2019) or 教职成〔2021〕4号; if it is not known, the
# latter.
BY_REFERENCE = "落实教育部等部委学生实习管理规定"


def by_the_old_rules(host, numbers) -> Truth:
    day = host.starts_on.value
    return Truth(day is not None and day < numbers.internship_rules_2021_from)


def cap_of_host(host, numbers, when: Truth):
    share = numbers.internship_host_cap_share
    return one_bound(at_most_share(host.host_interns, host.host_staff_on_post, share), when)


def cap_of_post(host, numbers, when: Truth):
    share = numbers.internship_post_cap_share
    return one_bound(at_most_share(host.post_interns, host.post_staff, share), when)


@INTERNSHIP.rule("8.1a", DIRECTIVE, BY_REFERENCE)
def host_cap(host, numbers):
    # 不超过
    return cap_of_host(host, numbers, when=by_the_old_rules(host, numbers))


@INTERNSHIP.rule("8.1a", IN_PRINCIPLE, BY_REFERENCE)
def host_cap_general(host, numbers):
    # 一般不超过
    return cap_of_host(host, numbers, when=~by_the_old_rules(host, numbers))


@INTERNSHIP.rule("8.1a", DIRECTIVE, BY_REFERENCE)
def post_cap(host, numbers):
    # 不高于
    return cap_of_post(host, numbers, when=by_the_old_rules(host, numbers))


@INTERNSHIP.rule("8.1a", IN_PRINCIPLE, BY_REFERENCE)
def post_cap_general(host, numbers):
    # 一般不高于
    return cap_of_post(host, numbers, when=~by_the_old_rules(host, numbers))


@INTERNSHIP.rule("8.1a", IN_PRINCIPLE, BY_REFERENCE)
def pay_floor(host, numbers):
    # 原则上不低于本单位相同岗位试用期工资标准的80%
    share = numbers.internship_pay_floor_share
    floor = at_least_share(host.intern_pay_yuan, host.probation_wage_yuan, share)
    return one_bound(floor, when=by_the_old_rules(host, numbers))


@INTERNSHIP.rule("8.1a", IN_PRINCIPLE, BY_REFERENCE)
def post_wage_floor(host, numbers):
    # 原则上应不低于本单位相同岗位工资标准的80%或最低档工资标准
    pay, share = host.intern_pay_yuan, numbers.internship_pay_floor_share
    of_the_post = at_least_share(pay, host.post_wage_yuan, share)
    lowest = at_least_share(pay, host.lowest_grade_wage_yuan, share=1)
    applies = ~by_the_old_rules(host, numbers) & yes(host.works_independently)
    return any_bound(of_the_post, lowest, when=applies)


@INTERNSHIP.rule("8.4b", DIRECTIVE, "统一实施职业学校学生实习责任保险")
def liability_insurance(host, _):
    from_the_start = not_later(host.liability_insured_from, host.starts_on)
    to_the_end = not_later(host.ends_on, host.liability_insured_to)
    return rule_of(from_the_start & to_the_end)


VOLUNTARY = "鼓励职业学校、实习单位、实习学生或学生家长本着自愿原则购买意外伤害保险等商业保险"


@INTERNSHIP.rule("8.4c", ENCOURAGED, VOLUNTARY)
def accident_insurance(host, _):
    return rule_of(yes(host.accident_insurance_bought))


@INTERNSHIP.rule("8.4c", DIRECTIVE, VOLUNTARY)
def voluntary_accident_insurance(host, _):
    bought = yes(host.accident_insurance_bought)
    return rule_of(yes(host.accident_insurance_voluntary), when=bought)


INSURER = Subject(
    "insurer",
    facts=dict(name=TEXT, modern_apprenticeship_rate=FLAG, new_apprenticeship_rate=FLAG),
)


@INSURER.rule("8.5a", ENCOURAGED, "鼓励保险公司对现代学徒制、企业新型学徒制保险专门确定费率")
def apprenticeship_rates(insurer, _):
    return rule_of(yes(insurer.modern_apprenticeship_rate) & yes(insurer.new_apprenticeship_rate))


PRACTICE_BASE = Subject(
    "practice_base",
    facts=dict(
        name=TEXT,
        base_kind=choice("student_training teacher_practice national_training provincial_training"),
        host_large_or_medium=FLAG,
        takes_students=FLAG,  # 相关专业学生
    ),
)


@PRACTICE_BASE.rule("7.3b", ENCOURAGED, "接收相关专业学生实习实训")
def student_training(base, _):
    # 大、中型企业……建立实习实训基地
    addressed = is_one_of(base.base_kind, "student_training") & yes(base.host_large_or_medium)
    return rule_of(yes(base.takes_students), when=addressed)


@PRACTICE_BASE.rule(
    "9.1a", DIRECTIVE, "在大中型企业分批建立教师顶岗实践基地、国培和省培基地", ELIGIBILITY
)
def teacher_practice(base, _):
    # Where bases are to be set up; a base elsewhere is no breach.
    kinds = ("teacher_practice", "national_training", "provincial_training")
    return rule_of(yes(base.host_large_or_medium), when=is_one_of(base.base_kind, *kinds))


ENTERPRISE_SCHOOLING = Subject(
    "enterprise_schooling",
    facts=dict(
        name=TEXT,
        has_conditions=FLAG,
        by_capital=FLAG,
        by_technology=FLAG,
        by_management=FLAG,
        by_other_means=FLAG,
        lawful=FLAG,
    ),
)


def takes_part(firm):
    """以资本、技术、管理等要素依法参与办学; 等 leaves the list open."""
    by_some_means = any_of(
        yes(firm.by_capital),
        yes(firm.by_technology),
        yes(firm.by_management),
        yes(firm.by_other_means),
    )
    return by_some_means & yes(firm.lawful)


@ENTERPRISE_SCHOOLING.rule("5.1b", ENCOURAGED, "支持有条件的企业举办高校和职业学校", ELIGIBILITY)
def founder(firm, _):
    return rule_of(yes(firm.has_conditions))


@ENTERPRISE_SCHOOLING.rule(
    "5.1d", PERMITTED, "允许企业以资本、技术、管理等要素依法参与办学", ELIGIBILITY
)
def participation(firm, _):
    return rule_of(takes_part(firm))


@ENTERPRISE_SCHOOLING.rule("5.1e", PERMITTED, "并享有相应权利", ELIGIBILITY)
def rights(firm, _):
    return rule_of(takes_part(firm))


PERSON = Subject(
    "person",
    facts=dict(
        name=TEXT,
        outstanding_technical_talent=FLAG,
        studio_in_school=FLAG,
        contribution=choice("capital technology other none"),
        model_worker=FLAG,
        highly_skilled=FLAG,
        part_time=FLAG,
        enterprise_technical_talent=FLAG,
        enterprise_management_talent=FLAG,
    ),
)


@PERSON.rule(
    "9.5a",
    ENCOURAGED,
    "支持优秀专业技术人才在学校以资本、技术入股等形式建立工作室",
    ELIGIBILITY,
)
def studio(person, _):
    # Place and form of the studio describe what is supported, not who.
    return rule_of(yes(person.outstanding_technical_talent))


@PERSON.rule("13.2d", ENCOURAGED, "支持学校聘请劳动模范和高技能人才兼职授课", ELIGIBILITY)
def part_time_teacher(person, _):
    # Reading: 和 lists who may be hired; either is enough.
    return rule_of((yes(person.model_worker) | yes(person.highly_skilled)) & yes(person.part_time))


@PERSON.rule("15.1d", ENCOURAGED, "支持企业技术人才和管理人才到学校任教", ELIGIBILITY)
def enterprise_teacher(person, _):
    technical, management = person.enterprise_technical_talent, person.enterprise_management_talent
    return rule_of(yes(technical) | yes(management))


APPRENTICESHIP = Subject(
    "apprenticeship",
    facts=dict(name=TEXT, school_terms=FLAG, enterprise_terms=FLAG, student_terms=FLAG),
)


@APPRENTICESHIP.rule("14.2e", DIRECTIVE, "明晰学校、企业和学生三方责权利")
def three_parties(pilot, _):
    return rule_of(
        all_of(yes(pilot.school_terms), yes(pilot.enterprise_terms), yes(pilot.student_terms))
    )


RESEARCH_PROJECT = Subject(
    "research_project",
    facts=dict(
        publicly_funded=FLAG,
        lead_kind=choice("university research_institute enterprise other"),
        project_type=choice("applied engineering basic other"),
        industry_participants=PARTICIPANTS,
        transfer_plan=FLAG,
    ),
)


def in_scope(project):
    """财政科技计划……高校、科研机构牵头申请的应用型、工程技术研究项目."""
    return all_of(
        yes(project.publicly_funded),
        is_one_of(project.lead_kind, "university", "research_institute"),
        is_one_of(project.project_type, "applied", "engineering"),
    )


@RESEARCH_PROJECT.rule("10.2b", IN_PRINCIPLE, "应用型、工程技术研究项目原则上应有行业企业参与")
def industry_participation(project, _):
    return one_bound(at_least(project.industry_participants, 1), when=in_scope(project))


@RESEARCH_PROJECT.rule("10.2c", IN_PRINCIPLE, "并制订成果转化方案")
def transfer_plan(project, _):
    return rule_of(yes(project.transfer_plan), when=in_scope(project))


TRANSFER_REWARD = Subject(
    "transfer_reward",
    facts=dict(
        payee_is_school_researcher=FLAG,
        lawfully_obtained=FLAG,
        counted_in_performance_pay=FLAG,
        counted_in_wage_base=FLAG,
    ),
)


def protected(reward):
    """职业学校、高等学校科研人员依法取得的……奖励收入."""
    return yes(reward.payee_is_school_researcher) & yes(reward.lawfully_obtained)


@TRANSFER_REWARD.rule("26.2a", MANDATORY, "依法取得的科技成果转化奖励收入不纳入绩效工资")
def outside_performance_pay(reward, _):
    return rule_of(no(reward.counted_in_performance_pay), when=protected(reward))


@TRANSFER_REWARD.rule("26.2b", MANDATORY, "不纳入单位工资总额基数")
def outside_wage_base(reward, _):
    return rule_of(no(reward.counted_in_wage_base), when=protected(reward))


SERVICE_PURCHASE = Subject(
    "service_purchase",
    facts=dict(
        name=TEXT,
        seller=choice("industry_or_enterprise training_institution other"),
        service=choice("innovation_course frontier_course similar other"),
        procurement_rules_followed=FLAG,
    ),
)


@SERVICE_PURCHASE.rule(
    "19.2b",
    PERMITTED,
    "允许并规范学校向行业企业和社会培训机构购买创新创业、前沿技术课程等服务",
    ELIGIBILITY,
)
def permission(purchase, _):
    # 规范: by the procurement rules
    holds = all_of(
        is_one_of(purchase.seller, "industry_or_enterprise", "training_institution"),
        is_one_of(purchase.service, "innovation_course", "frontier_course", "similar"),
        yes(purchase.procurement_rules_followed),
    )
    return rule_of(holds)


TEACHER_TRAINING = Subject(
    "teacher_training",
    facts=dict(name=TEXT, for_poor_area=FLAG, fee_yuan=MONEY),
)


@TEACHER_TRAINING.rule("20.1e", DIRECTIVE, "对贫困地区职业学校师资队伍开展免费培训和对口支持")
def free_of_charge(training, _):
    return one_bound(at_most(training.fee_yuan, 0), when=yes(training.for_poor_area))


CREDIT_ENTRY = Subject(
    "credit_entry",
    facts=dict(enterprise=TEXT, breach_found=FLAG, correction_refused=FLAG, recorded=FLAG),
)


@CREDIT_ENTRY.rule(
    "11.5b", MANDATORY, "将不按规定提取使用教育培训经费并拒不改正的行为，记入企业信用记录"
)
def recorded(entry, _):
    # 不按规定提取使用教育培训经费并拒不改正
    applies = yes(entry.breach_found) & yes(entry.correction_refused)
    return rule_of(yes(entry.recorded), when=applies)
