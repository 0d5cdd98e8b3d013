"""Schools and programmes: `programme`, `school`, `basic_school`, `enrolment`, `major`,
`postgraduate_quota`."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from .parameters import COUNT_LIMIT
from .subject import (
    DIRECTIVE, ELIGIBILITY, ENCOURAGED, FLAG, HOURS, IN_PRINCIPLE, MANDATORY, PARTICIPANTS, PERSONS,
    TARGET, TEXT, YEAR, Subject, choice,
)  # fmt: skip
from .truth import (
    NOT_APPLICABLE, UNDETERMINED, Bound, Fact, Outcome, Truth, all_of, any_of, at_least,
    at_least_share, is_one_of, missing, of_nothing, one_bound, possible, rule_of, yes,
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
        warning_mechanism=FLAG,
        runs_joint_majors=FLAG,
        joint_governance_body=FLAG,
        charter=FLAG,
        council=FLAG,
        council_has_outside_parties=FLAG,
        bodies_with_industry=FLAG,
        demonstration_school=FLAG,
        pairs_with_weak_school=FLAG,
        foreign_programme_by_national_rules=FLAG,
        has_training_base=FLAG,
        base_open_to_secondary=FLAG,
    ),
)


@SCHOOL.rule(
    "4.1b",
    DIRECTIVE,
    "进一步完善高校毕业生就业质量和职业教育人才培养质量年度报告发布制度",
)
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


@SCHOOL.rule("4.2f", DIRECTIVE, "严格实行专业预警和退出机制")
def warning_mechanism(school, _):
    return rule_of(yes(school.warning_mechanism))


@SCHOOL.rule("12.4b", ENCOURAGED, "通过董事会、理事会、专业建设委员会、校企合作委员会等共建共管")
def joint_governance(school, _):
    # 支持校企合作开办建设相关专业，并……共建共管
    return rule_of(yes(school.joint_governance_body), when=yes(school.runs_joint_majors))


@SCHOOL.rule("13.4b", ENCOURAGED, "鼓励职业学校、高等学校实训基地向普通中学开放")
def base_open(school, _):
    return rule_of(yes(school.base_open_to_secondary), when=yes(school.has_training_base))


@SCHOOL.rule("17.1b", DIRECTIVE, "完善学校章程")
def charter(school, _):
    return rule_of(yes(school.charter))


@SCHOOL.rule("17.1c", DIRECTIVE, "健全理事会制度")
def council(school, _):
    return rule_of(yes(school.council))


@SCHOOL.rule("17.1d", ENCOURAGED, "鼓励引入行业企业、科研院所、社会组织等多方参与")
def outside_parties(school, _):
    return rule_of(yes(school.council_has_outside_parties), when=yes(school.council))


@SCHOOL.rule(
    "17.1e",
    ENCOURAGED,
    "支持组建由行业组织、企业参加的院校董事会、理事会、专业建设委员会、校企合作委员会",
)
def bodies_with_industry(school, _):
    return rule_of(yes(school.bodies_with_industry))


@SCHOOL.rule(
    "20.1d", ENCOURAGED, "鼓励国家和省示范、卓越职业学校对口帮扶农村和贫困地区薄弱职业学校"
)
def pairing(school, _):
    model = vocational(school.school_kind) & yes(school.demonstration_school)
    return rule_of(yes(school.pairs_with_weak_school), when=model)


@SCHOOL.rule("27.1a", ENCOURAGED, "按国家有关规定与国（境）外教育机构合作办学", ELIGIBILITY)
def foreign_cooperation(school, _):
    return rule_of(yes(school.foreign_programme_by_national_rules))


BASIC_SCHOOL = Subject(
    "basic_school",
    facts=dict(
        name=TEXT,
        general_secondary=FLAG,  # 普通中学
        hands_on_in_curriculum=FLAG,
        hands_on_in_evaluation=FLAG,
        vocational_electives=FLAG,
    ),
)


@BASIC_SCHOOL.rule("13.1a", DIRECTIVE, "将动手实践内容纳入全省中小学相关课程")
def curriculum(school, _):
    return rule_of(yes(school.hands_on_in_curriculum))


@BASIC_SCHOOL.rule("13.1b", DIRECTIVE, "将动手实践内容纳入全省中小学相关课程和学生综合素质评价")
def evaluation(school, _):
    return rule_of(yes(school.hands_on_in_evaluation))


@BASIC_SCHOOL.rule("13.4a", ENCOURAGED, "鼓励有条件的普通中学开设职业类选修课程")
def vocational_electives(school, _):
    return rule_of(yes(school.vocational_electives), when=yes(school.general_secondary))


# The whole, and its part, of this year and of the last.
ADMITTED = ("vocational_graduates_admitted", "experienced_admitted")
STUDENTS = ("applied_students", "shortage_major_students")
LAST = "_last_year"

ENROLMENT = Subject(
    "enrolment",
    facts=dict(
        name=TEXT,
        year=YEAR,
        university=FLAG,  # 高等学校
        admitted=PERSONS,  # 招收的学生
        admitted_last_year=PERSONS,
        students=PERSONS,  # 在校学生
        students_last_year=PERSONS,
        vocational_graduates_admitted=PERSONS,  # 职业教育毕业生
        vocational_graduates_admitted_last_year=PERSONS,
        experienced_admitted=PERSONS,  # 有工作实践经历人员
        experienced_admitted_last_year=PERSONS,
        applied_students=PERSONS,  # 应用型人才
        applied_students_last_year=PERSONS,
        shortage_major_students=PERSONS,  # 紧缺专业
        shortage_major_students_last_year=PERSONS,
    ),
    parts={part: "admitted" for part in ADMITTED}
    | {part + LAST: "admitted" + LAST for part in ADMITTED}
    | {part: "students" for part in STUDENTS}
    | {part + LAST: "students" + LAST for part in STUDENTS},
)


def trend(part: Fact, whole: Fact, part_before: Fact, whole_before: Fact, least, when) -> Outcome:
    """The share of this year against that of the last year. `least` makes the least part of this
    year out of the part that keeps the share."""
    if 0 in (whole.value, whole_before.value):
        return of_nothing(when, [Bound(part, part.value, None, NOT_APPLICABLE)])
    unknown = missing(whole, part_before, whole_before)
    if unknown:
        bound = Bound(part, part.value, None, UNDETERMINED, unknown | missing(part))
        return one_bound(bound, when)
    kept = Fraction(part_before.value * whole.value, whole_before.value)
    return one_bound(possible(at_least(part, least(kept)), whole.value), when)


def or_more(kept: Fraction) -> int:
    return ceil(kept)


def more(kept: Fraction) -> int:
    return floor(kept) + 1


@ENROLMENT.rule("4.2e", DIRECTIVE, "扩大紧缺专业人才培养规模", TARGET)
def shortage_majors(school, _):
    part, before = school.shortage_major_students, school.shortage_major_students_last_year
    most = school.students.value
    if before.value is None:
        return one_bound(Bound(part, part.value, None, UNDETERMINED, missing(part, before)))
    bound = at_least(part, before.value + 1)
    return one_bound(possible(bound, COUNT_LIMIT if most is None else most))


@ENROLMENT.rule("16.2a", DIRECTIVE, "适度提高高等学校招收职业教育毕业生比例", TARGET)
def vocational_graduates(school, _):
    return trend(
        school.vocational_graduates_admitted,
        school.admitted,
        school.vocational_graduates_admitted_last_year,
        school.admitted_last_year,
        or_more,  # 适度
        when=yes(school.university),
    )


@ENROLMENT.rule("16.3a", DIRECTIVE, "逐步提高高等学校招收有工作实践经历人员的比例", TARGET)
def work_experience(school, _):
    return trend(
        school.experienced_admitted,
        school.admitted,
        school.experienced_admitted_last_year,
        school.admitted_last_year,
        or_more,  # 逐步
        when=yes(school.university),
    )


@ENROLMENT.rule("18.1b", DIRECTIVE, "提高应用型人才培养比重", TARGET)
def applied(school, _):
    return trend(
        school.applied_students,
        school.students,
        school.applied_students_last_year,
        school.students_last_year,
        more,
        when=yes(school.university),
    )


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


@MAJOR.rule("4.2f", DIRECTIVE, "严格实行专业预警和退出机制")
def warning_and_exit(major, _):
    return rule_of(yes(major.warning_acted_on), when=yes(major.warned))


POSTGRADUATE_QUOTA = Subject(
    "postgraduate_quota",
    facts=dict(unit=TEXT, national_strategic_task=FLAG, school_enterprise_training=FLAG),
)


@POSTGRADUATE_QUOTA.rule(
    "4.3a",
    DIRECTIVE,
    "新增研究生招生计划向承担国家重大战略任务、积极推行校企协同育人的高校和学科倾斜",
    ELIGIBILITY,
)
def preference(unit, numbers):
    # The 、 stands between two attributes of one noun.
    join = all_of if numbers.postgraduate_quota_conditions == "both" else any_of
    return rule_of(join(yes(unit.national_strategic_task), yes(unit.school_enterprise_training)))
