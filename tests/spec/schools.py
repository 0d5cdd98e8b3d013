"""Schools and programmes: `programme`, `school`, `basic_school`, `major`, `postgraduate_quota`."""

from __future__ import annotations

from .subject import (
    DIRECTIVE, ELIGIBILITY, ENCOURAGED, FLAG, HOURS, IN_PRINCIPLE, MANDATORY, PARTICIPANTS, TEXT,
    YEAR, Subject, choice,
)  # fmt: skip
from .truth import (
    Fact, Truth, all_of, at_least, at_least_share, is_one_of, one_bound, rule_of, yes,
)  # fmt: skip

# 职业学校（含技工院校，下同） are the first five.
VOCATIONAL = (
    "secondary_vocational",
    "technician",
    "technician_college",
    "higher_vocational",
    "vocational_university",
)
SCHOOLS = choice(" ".join([*VOCATIONAL, "applied_undergraduate", "other_university"]))


def vocational(kind: Fact) -> Truth:
    """2.2d: a vocational school, technician schools included."""
    return is_one_of(kind, *VOCATIONAL)


PROGRAMME = Subject(
    "programme",
    facts=dict(
        name=TEXT,
        school_kind=SCHOOLS,
        practical_hours=HOURS,
        total_hours=HOURS,
        new_programme=FLAG,
        industry_participants=PARTICIPANTS,
    ),
    parts=dict(practical_hours="total_hours"),
)


@PROGRAMME.rule("6.2a", IN_PRINCIPLE, "新设专业原则上应有相关行业企业参与")
def industry_participation(programme, _):
    # 应用型本科高校、职业学校新设专业
    school = is_one_of(programme.school_kind, *VOCATIONAL, "applied_undergraduate")
    new = yes(programme.new_programme)
    return one_bound(at_least(programme.industry_participants, 1), when=new & school)


@PROGRAMME.rule("14.3a", MANDATORY, "职业学校实践性教学课时不少于总课时的50%")
def practical_hours(programme, numbers):
    share = numbers.practical_hours_share
    hours = at_least_share(programme.practical_hours, programme.total_hours, share)
    return one_bound(hours, when=vocational(programme.school_kind))


SCHOOL = Subject(
    "school",
    facts=dict(
        name=TEXT,
        year=YEAR,
        school_kind=SCHOOLS,
        employment_report_published=FLAG,
        quality_report_published=FLAG,
        adjustment_mechanism=FLAG,
        runs_joint_majors=FLAG,
        joint_governance_body=FLAG,
        charter=FLAG,
        council=FLAG,
        council_has_outside_parties=FLAG,
        bodies_with_industry=FLAG,
        demonstration_school=FLAG,
        pairs_with_weak_school=FLAG,
        foreign_programme_by_national_rules=FLAG,
    ),
)


@SCHOOL.rule("4.1b", DIRECTIVE, "高校毕业生就业质量")
def employment_report(school, _):
    # Reading: 高校 includes the higher vocational colleges.
    kinds = "higher_vocational vocational_university applied_undergraduate other_university"
    higher = is_one_of(school.school_kind, *kinds.split())
    return rule_of(yes(school.employment_report_published), when=higher)


@SCHOOL.rule("4.1c", DIRECTIVE, "职业教育人才培养质量年度报告发布制度")
def quality_report(school, _):
    return rule_of(yes(school.quality_report_published), when=vocational(school.school_kind))


@SCHOOL.rule("4.2d", DIRECTIVE, "建立健全学科专业建设动态调整机制")
def adjustment_mechanism(school, _):
    return rule_of(yes(school.adjustment_mechanism))


@SCHOOL.rule("12.4b", ENCOURAGED, "通过董事会、理事会、专业建设委员会、校企合作委员会等共建共管")
def joint_governance(school, _):
    # 支持校企合作开办建设相关专业，并……共建共管
    return rule_of(yes(school.joint_governance_body), when=yes(school.runs_joint_majors))


@SCHOOL.rule("17.1b", DIRECTIVE, "完善学校章程")
def charter(school, _):
    return rule_of(yes(school.charter))


@SCHOOL.rule("17.1c", DIRECTIVE, "健全理事会制度")
def council(school, _):
    return rule_of(yes(school.council))


@SCHOOL.rule("17.1d", ENCOURAGED, "鼓励引入行业企业、科研院所、社会组织等多方参与")
def outside_parties(school, _):
    return rule_of(yes(school.council_has_outside_parties), when=yes(school.council))


@SCHOOL.rule("17.1e", ENCOURAGED, "院校董事会、理事会、专业建设委员会、校企合作委员会")
def bodies_with_industry(school, _):
    return rule_of(yes(school.bodies_with_industry))


@SCHOOL.rule("20.1d", ENCOURAGED, "对口帮扶农村和贫困地区薄弱职业学校")
def pairing(school, _):
    # 国家和省示范、卓越职业学校
    model = vocational(school.school_kind) & yes(school.demonstration_school)
    return rule_of(yes(school.pairs_with_weak_school), when=model)


@SCHOOL.rule("27.1a", ENCOURAGED, "按国家有关规定与国（境）外教育机构合作办学", ELIGIBILITY)
def foreign_cooperation(school, _):
    return rule_of(yes(school.foreign_programme_by_national_rules))


BASIC_SCHOOL = Subject(
    "basic_school",
    facts=dict(name=TEXT, hands_on_in_curriculum=FLAG, hands_on_in_evaluation=FLAG),
)


@BASIC_SCHOOL.rule("13.1a", DIRECTIVE, "将动手实践内容纳入全省中小学相关课程")
def curriculum(school, _):
    return rule_of(yes(school.hands_on_in_curriculum))


@BASIC_SCHOOL.rule("13.1b", DIRECTIVE, "学生综合素质评价")
def evaluation(school, _):
    return rule_of(yes(school.hands_on_in_evaluation))


MAJOR = Subject(
    "major",
    facts=dict(
        name=TEXT,
        set_or_adjusted=FLAG,
        cites_market=FLAG,
        cites_training_quality=FLAG,
        cites_employment_quality=FLAG,
        warned=FLAG,
        warning_acted_on=FLAG,
    ),
)


@MAJOR.rule("4.2c", DIRECTIVE, "作为学校设置调整学科专业的重要依据")
def grounds(major, _):
    # 把市场供求、人才培养质量、就业质量作为……依据
    all_three = all_of(
        yes(major.cites_market),
        yes(major.cites_training_quality),
        yes(major.cites_employment_quality),
    )
    return rule_of(all_three, when=yes(major.set_or_adjusted))


@MAJOR.rule("4.2f", MANDATORY, "严格实行专业预警和退出机制")
def warning_and_exit(major, _):
    return rule_of(yes(major.warning_acted_on), when=yes(major.warned))


POSTGRADUATE_QUOTA = Subject(
    "postgraduate_quota",
    facts=dict(unit=TEXT, national_strategic_task=FLAG, school_enterprise_training=FLAG),
)


@POSTGRADUATE_QUOTA.rule("4.3a", DIRECTIVE, "新增研究生招生计划向承担国家重大战略任务", ELIGIBILITY)
def preference(unit, _):
    # Reading: the 、 between the two conditions is an "or".
    return rule_of(yes(unit.national_strategic_task) | yes(unit.school_enterprise_training))
