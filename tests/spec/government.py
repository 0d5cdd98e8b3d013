"""Duties of government: `province`, `provincial_measures`, `locality`, `development_plan`, `park`,
`education_authority`, `industry_authority`, `industry_forecast`, `platform`, `assessment_scheme`,
`supported_unit`, `pilot`, `funding_standard`, `allocation`, `land_use`."""

from __future__ import annotations

from datetime import date

from .days import add_months
from .parameters import MONEY_LIMIT
from .schools import SCHOOLS
from .subject import (
    DATE, DATES, DAY_OF_JUDGEMENT, DIRECTIVE, ELIGIBILITY, ENCOURAGED, ENTERPRISES, FLAG, MANDATORY,
    MONEY, PERMITTED, PERSONS, TARGET, TEXT, YEAR, AnnexWords, Subject, choice,
)  # fmt: skip
from .truth import (
    MET, PENDING, SILENT, UNDETERMINED, UNMET, Bound, Fact, Truth, all_of, any_of, at_least,
    is_one_of, missing, one_bound, possible, rule_of, yes,
)  # fmt: skip

DEVELOPMENT_PLAN = Subject(
    "development_plan",
    facts=dict(
        name=TEXT,
        issuer=choice("locality department other"),
        plan_kind=choice("economic_social industrial urban other_special other"),
        states_requirements=FLAG,
        plans_measures=FLAG,
    ),
)


def plan_in_scope(plan):
    """各地各有关部门……经济社会发展规划以及产业发展、城镇建设等专项规划."""
    kinds = ("economic_social", "industrial", "urban", "other_special")
    return is_one_of(plan.issuer, "locality", "department") & is_one_of(plan.plan_kind, *kinds)


@DEVELOPMENT_PLAN.rule("2.1a", MANDATORY, "要明确产教融合发展要求")
def requirements(plan, _):
    return rule_of(yes(plan.states_requirements), when=plan_in_scope(plan))


@DEVELOPMENT_PLAN.rule("2.1d", MANDATORY, "同步规划产教融合发展政策措施")
def measures(plan, _):
    return rule_of(yes(plan.plans_measures), when=plan_in_scope(plan))


PARK = Subject(
    "park",
    facts=dict(
        park=choice("yuelushan hunan_provincial_university_park zhuzhou malanshan other"),
        park_level=choice("national provincial municipal county other"),
        designated_key_park=FLAG,
    ),
)


@PARK.rule("2.2a", DIRECTIVE, "重点推进岳麓山国家大学科技园、湖南省大学科技产业园", ELIGIBILITY)
def key_construction(park, _):
    # Four parks are named; 等 leaves the list to the province.
    named = "yuelushan hunan_provincial_university_park zhuzhou malanshan"
    return rule_of(is_one_of(park.park, *named.split()) | yes(park.designated_key_park))


@PARK.rule(
    "25.3b",
    ENCOURAGED,
    "建设一批产教融合园区",
    ELIGIBILITY,
    annex=AnnexWords(21, "支持省级以上产业园建设产教融合园区"),
)
def integration_park(park, numbers):
    # The body speaks of 各级产业园区, the annex of 省级以上.
    levels = ["national", "provincial"]
    if numbers.integration_park_level == "all_levels":
        levels += ["municipal", "county"]
    return rule_of(is_one_of(park.park_level, *levels))


LOCALITY = Subject(
    "locality",
    facts=dict(
        name=TEXT,
        level=choice("prefecture county"),
        park_plan=FLAG,
        own_policy=FLAG,
        coordination_body=FLAG,
        body_plans=FLAG,
        body_coordinates=FLAG,
        body_serves=FLAG,
    ),
)


@LOCALITY.rule("2.2b", ENCOURAGED, "支持各市州制定实施教育科技产业园区建设规划")
def park_plan(place, _):
    return rule_of(yes(place.park_plan), when=is_one_of(place.level, "prefecture"))


@LOCALITY.rule("24.2a", MANDATORY, "各地要结合本地实际出台专门政策措施")
def own_policy(place, _):
    return rule_of(yes(place.own_policy))


@LOCALITY.rule("24.2b", MANDATORY, "建立相应协调机构")
def coordination_body(place, _):
    return rule_of(yes(place.coordination_body))


@LOCALITY.rule("24.2c", MANDATORY, "负责产教融合规划、协调和服务")
def coordination_mandate(place, _):
    mandate = all_of(yes(place.body_plans), yes(place.body_coordinates), yes(place.body_serves))
    return rule_of(mandate, when=yes(place.coordination_body))


PROVINCIAL_MEASURES = Subject(
    "provincial_measures",
    facts=dict(
        year=YEAR,
        skill_spot_check=FLAG,
        teaching_diagnosis=FLAG,
        skill_appraisal=FLAG,
        major_setting_measures_issued=FLAG,
        major_setting_measures_in_operation=FLAG,
        internship_rules=FLAG,
        master_apprentice_system=FLAG,
        skill_master_studios=FLAG,  # 技能大师工作室
        model_worker_studios=FLAG,  # 劳模和工匠人才创新工作室
        national_apprenticeships=FLAG,
        provincial_apprenticeships=FLAG,
        city_apprenticeships=FLAG,
        school_apprenticeships=FLAG,
        apprenticeship_platform=FLAG,
        apprenticeship_work_norms=FLAG,
        apprenticeship_teaching_standards=FLAG,
        dual_qualified_training=FLAG,
        dual_qualified_standards=FLAG,
        cooperation_measures=FLAG,
        information_platform=FLAG,
        coordination_mechanism=FLAG,
        mechanism_has_development_reform=FLAG,
        mechanism_has_education=FLAG,
        mechanism_has_human_resources=FLAG,
        mechanism_has_finance=FLAG,
        mechanism_has_industry=FLAG,
        mechanism_has_state_assets=FLAG,
        mechanism_has_industry_authorities=FLAG,
        integration_project=FLAG,
        vocational_funding_yuan=MONEY,
        vocational_funding_last_year_yuan=MONEY,
        appraisal_mechanism=FLAG,
    ),
)


@PROVINCIAL_MEASURES.rule("4.1d", DIRECTIVE, "完善职业学校学生技能抽查")
def skill_spot_check(province, _):
    return rule_of(yes(province.skill_spot_check))


@PROVINCIAL_MEASURES.rule("4.1e", DIRECTIVE, "教学工作诊断与改进")
def teaching_diagnosis(province, _):
    return rule_of(yes(province.teaching_diagnosis))


@PROVINCIAL_MEASURES.rule("4.1f", DIRECTIVE, "技能鉴定和评价制度")
def skill_appraisal(province, _):
    return rule_of(yes(province.skill_appraisal))


@PROVINCIAL_MEASURES.rule("4.2a", DIRECTIVE, "制定实施职业学校专业设置管理和评价办法")
def major_setting_measures(province, _):
    # 制定实施: issued, and in operation
    issued = yes(province.major_setting_measures_issued)
    return rule_of(issued & yes(province.major_setting_measures_in_operation))


@PROVINCIAL_MEASURES.rule("8.1b", DIRECTIVE, "制定实施细则")
def internship_rules(province, _):
    return rule_of(yes(province.internship_rules))


@PROVINCIAL_MEASURES.rule("9.3a", DIRECTIVE, "在行业企业推行名师带徒制度")
def master_apprentice_system(province, _):
    return rule_of(yes(province.master_apprentice_system))


@PROVINCIAL_MEASURES.rule("9.3b", DIRECTIVE, "创建“技能大师工作室”“劳模和工匠人才创新工作室”")
def craft_studios(province, _):
    return rule_of(yes(province.skill_master_studios) & yes(province.model_worker_studios))


@PROVINCIAL_MEASURES.rule("14.2b", DIRECTIVE, "推进国家、省、市、校四级学徒制试点")
def apprenticeship_levels(province, _):
    four_levels = all_of(
        yes(province.national_apprenticeships),
        yes(province.provincial_apprenticeships),
        yes(province.city_apprenticeships),
        yes(province.school_apprenticeships),
    )
    return rule_of(four_levels)


@PROVINCIAL_MEASURES.rule("14.2c", DIRECTIVE, "开发现代学徒制、企业新型学徒制省级管理服务平台")
def apprenticeship_platform(province, _):
    return rule_of(yes(province.apprenticeship_platform))


@PROVINCIAL_MEASURES.rule("14.2d", DIRECTIVE, "研制推广学徒制工作规范和教学标准")
def apprenticeship_norms(province, _):
    norms = yes(province.apprenticeship_work_norms)
    return rule_of(norms & yes(province.apprenticeship_teaching_standards))


@PROVINCIAL_MEASURES.rule("15.1c", DIRECTIVE, "建立职业学校“双师型”教师认定标准和办法")
def dual_qualified_standards(province, _):
    return rule_of(yes(province.dual_qualified_standards))


@PROVINCIAL_MEASURES.rule("15.2b", DIRECTIVE, "建立校企合作培养双师型教师机制")
def dual_qualified_training(province, _):
    return rule_of(yes(province.dual_qualified_training))


@PROVINCIAL_MEASURES.rule("21.1b", DIRECTIVE, "制定实施办法")
def cooperation_measures(province, _):
    return rule_of(yes(province.cooperation_measures))


@PROVINCIAL_MEASURES.rule(
    "23.1b", "information_platform_force", "建设开放共享的产教融合信息服务平台"
)
def information_platform(province, _):
    # 鼓励 may govern 运用云计算等信息技术 alone.
    return rule_of(yes(province.information_platform))


@PROVINCIAL_MEASURES.rule("24.1a", DIRECTIVE, "国有资产监督管理部门积极参与的工作协调机制")
def coordination_mechanism(province, _):
    # 建立发展改革、教育、人力资源社会保障、财政、工业和信息化等部门密切配合，有关行业主管部门、……
    with_all_members = all_of(
        yes(province.coordination_mechanism),
        yes(province.mechanism_has_development_reform),
        yes(province.mechanism_has_education),
        yes(province.mechanism_has_human_resources),
        yes(province.mechanism_has_finance),
        yes(province.mechanism_has_industry),
        yes(province.mechanism_has_state_assets),
        yes(province.mechanism_has_industry_authorities),
    )
    return rule_of(with_all_members)


@PROVINCIAL_MEASURES.rule("25.2a", DIRECTIVE, "实施“湖南省产教融合发展工程”")
def integration_project(province, _):
    return rule_of(yes(province.integration_project))


@PROVINCIAL_MEASURES.rule("25.2b", DIRECTIVE, "省级财政加大职业教育投入力度", TARGET)
def vocational_funding(province, _):
    # 加大: more than last year
    now, before = province.vocational_funding_yuan, province.vocational_funding_last_year_yuan
    if before.value is None:
        return one_bound(Bound(now, now.value, None, UNDETERMINED, missing(now, before)))
    return one_bound(possible(at_least(now, before.value + 1), MONEY_LIMIT))


@PROVINCIAL_MEASURES.rule("28.1a", DIRECTIVE, "建立健全产教融合绩效考核与督查机制")
def appraisal_mechanism(province, _):
    return rule_of(yes(province.appraisal_mechanism))


EDUCATION_AUTHORITY = Subject(
    "education_authority",
    facts=dict(
        name=TEXT,
        year=YEAR,
        vocational_education_week=FLAG,
        craftsmen_on_campus=FLAG,
        visits_to_the_front_line=FLAG,
    ),
)


@EDUCATION_AUTHORITY.rule("13.3a", DIRECTIVE, "组织开展“职业教育宣传活动周”“湖湘工匠进校园”")
def campaigns(authority, _):
    all_three = all_of(
        yes(authority.vocational_education_week),
        yes(authority.craftsmen_on_campus),
        yes(authority.visits_to_the_front_line),
    )
    return rule_of(all_three)


INDUSTRY_AUTHORITY = Subject(
    "industry_authority",
    facts=dict(
        name=TEXT,
        main_field=FLAG,
        steering_committee=FLAG,
        supports_work_plans=FLAG,
        supports_forecasts=FLAG,
        supports_cooperation=FLAG,
        supports_teaching_guidance=FLAG,
        supports_skill_appraisal=FLAG,
    ),
)


@INDUSTRY_AUTHORITY.rule("21.2b", DIRECTIVE, "在主要领域成立行业职业教育教学指导委员会")
def steering_committee(authority, _):
    return rule_of(yes(authority.steering_committee), when=yes(authority.main_field))


@INDUSTRY_AUTHORITY.rule(
    "21.3a", MANDATORY, "行业主管部门要积极支持行业社会组织制定深化产教融合工作计划"
)
def work_plans(authority, _):
    return rule_of(yes(authority.supports_work_plans))


@INDUSTRY_AUTHORITY.rule(
    "21.3b", MANDATORY, "开展人才需求预测、校企合作、教学指导、技能鉴定等服务"
)
def services(authority, numbers):
    # 等 leaves the list open.
    join = any_of if numbers.authority_services == "any" else all_of
    supported = join(
        yes(authority.supports_forecasts),
        yes(authority.supports_cooperation),
        yes(authority.supports_teaching_guidance),
        yes(authority.supports_skill_appraisal),
    )
    return rule_of(supported)


INDUSTRY_FORECAST = Subject(
    "industry_forecast",
    facts=dict(industry_name=TEXT, as_of=DAY_OF_JUDGEMENT, base_date=DATE, published=DATES),
    order=(("base_date", "as_of", "base_date"),),
)


@INDUSTRY_FORECAST.rule("21.4a", MANDATORY, "每3年要发布行业市场人才需求预测报告")
def interval(forecast, numbers):
    # The duty does not reach back: the first step runs from the policy, or a later base date.
    as_of, base, published = forecast.as_of.value, forecast.base_date, forecast.published
    since = Fact(published.pointer, None, "day")
    if published.value is None:
        return one_bound(Bound(since, None, None, UNDETERMINED, missing(published), at_most=True))
    start = max(numbers.policy_applies_from, base.value or date.min)
    if as_of < start:
        return one_bound(Bound(since, None, None, PENDING, at_most=True))  # before the policy

    def due(day: date) -> date:
        return add_months(day, 12 * numbers.forecast_interval_years)

    reports = sorted({day for day in published.value if start <= day <= as_of})
    steps = list(zip([start, *reports], [*reports, as_of]))
    present_only = numbers.forecast_gaps == "present_only"
    if present_only:
        steps = steps[-1:]
    too_long = [(first, last) for first, last in steps if due(first) < last]
    # The interval that decides: the first one that is too long, else the present one.
    first, last = (too_long or steps[-1:])[0]
    verdict = UNMET if too_long else MET if reports else PENDING
    bound = Bound(
        since,
        measured=(last - first).days,
        required=(due(first) - first).days,
        verdict=verdict,
        at_most=True,
        # A report on the day of judgement ends the present interval, but undoes no gap.
        achievable=present_only or verdict != UNMET,
    )
    return one_bound(bound, until=due(start))


PLATFORM = Subject(
    "platform",
    facts=dict(
        name=TEXT,
        has_talent_information=FLAG,
        has_cooperation_information=FLAG,
        has_project_information=FLAG,
        has_service_information=FLAG,
    ),
)


@PLATFORM.rule(
    "23.2a",
    DIRECTIVE,
    "依托平台汇聚区域和行业人才供需、校企合作、项目研发、技术服务等供求信息",
)
def contents(platform, _):
    all_four = all_of(
        yes(platform.has_talent_information),
        yes(platform.has_cooperation_information),
        yes(platform.has_project_information),
        yes(platform.has_service_information),
    )
    return rule_of(all_four)


ASSESSMENT_SCHEME = Subject(
    "assessment_scheme",
    facts=dict(
        name=TEXT,
        scheme_kind=choice(
            "project_evaluation talent_evaluation performance_appraisal public_funds_and_projects"
            " awards school_evaluation leadership_appraisal discipline_adjustment other"
        ),
        transfer_is_important=FLAG,
        integration_is_criterion=FLAG,
        integration_is_indicator=FLAG,
    ),
)


@ASSESSMENT_SCHEME.rule("10.3b", DIRECTIVE, "将成果转化作为项目和人才评价重要内容")
def transfer(scheme, _):
    applies = is_one_of(scheme.scheme_kind, "project_evaluation", "talent_evaluation")
    return rule_of(yes(scheme.transfer_is_important), when=applies)


@ASSESSMENT_SCHEME.rule(
    "28.1b",
    DIRECTIVE,
    "将产教融合情况作为地方、行业企业和学校绩效考核、获取财政性资金和项目、表彰奖励的内容或条件",
)
def criterion(scheme, _):
    kinds = ("performance_appraisal", "public_funds_and_projects", "awards")
    return rule_of(yes(scheme.integration_is_criterion), when=is_one_of(scheme.scheme_kind, *kinds))


@ASSESSMENT_SCHEME.rule(
    "28.2a", MANDATORY, "教育部门要把产教融合纳入职业学校、高等学校办学水平评估"
)
def indicator(scheme, _):
    # 办学水平评估、领导班子考核、学科专业评价调整
    kinds = ("school_evaluation", "leadership_appraisal", "discipline_adjustment")
    return rule_of(yes(scheme.integration_is_indicator), when=is_one_of(scheme.scheme_kind, *kinds))


SUPPORTED_UNIT = Subject(
    "supported_unit",
    facts=dict(name=TEXT, on_double_first_class_list=FLAG, on_integration_list=FLAG),
)


@SUPPORTED_UNIT.rule(
    "25.6a", ENCOURAGED, "支持入围国家和省“双一流”与“产教融合”项目单位", ELIGIBILITY
)
def support(unit, numbers):
    # 与 stands between two lists.
    join = any_of if numbers.supported_unit_conditions == "any" else all_of
    return rule_of(join(yes(unit.on_double_first_class_list), yes(unit.on_integration_list)))


PILOT = Subject(
    "pilot",
    facts=dict(
        name=TEXT,
        pilot_kind=choice("comprehensive_high_school city industry enterprise"),
        place_has_conditions=FLAG,
        near_large_enterprise=FLAG,
        near_park=FLAG,
        representative=FLAG,
        influential=FLAG,
        willing_to_reform=FLAG,
    ),
)


@PILOT.rule(
    "13.4c",
    ENCOURAGED,
    "鼓励有条件的地方在大型企业、产业园区周边试点建设普职融通的综合高中",
    ELIGIBILITY,
)
def comprehensive_high_school(pilot, _):
    nearby = any_of(yes(pilot.near_large_enterprise), yes(pilot.near_park))
    applies = is_one_of(pilot.pilot_kind, "comprehensive_high_school")
    return rule_of(yes(pilot.place_has_conditions) & nearby, when=applies)


@PILOT.rule(
    "25.7a", ENCOURAGED, "支持有较强代表性、影响力和改革意愿的城市、行业、企业", ELIGIBILITY
)
def integration(pilot, numbers):
    join = all_of if numbers.pilot_conditions == "all" else any_of
    suited = join(yes(pilot.representative), yes(pilot.influential), yes(pilot.willing_to_reform))
    return rule_of(suited, when=is_one_of(pilot.pilot_kind, "city", "industry", "enterprise"))


PROVINCE = Subject(
    "province",
    facts=dict(
        demonstration_enterprises=ENTERPRISES,
        leading_talents=PERSONS,
        industry_professors=PERSONS,
        craftsmen_and_experts=PERSONS,
    ),
)


@PROVINCE.rule("25.4b", DIRECTIVE, "培育遴选产教融合示范企业500家", TARGET)
def demonstration_enterprises(province, numbers):
    least = numbers.target_demonstration_enterprises
    return one_bound(at_least(province.demonstration_enterprises, least))


@PROVINCE.rule("25.5b", DIRECTIVE, "培育遴选产教融合领军人才100名", TARGET)
def leading_talents(province, numbers):
    return one_bound(at_least(province.leading_talents, numbers.target_leading_talents))


@PROVINCE.rule("25.5c", DIRECTIVE, "产业教授（导师）1000名", TARGET)
def industry_professors(province, numbers):
    return one_bound(at_least(province.industry_professors, numbers.target_industry_professors))


@PROVINCE.rule("25.5d", DIRECTIVE, "湖湘工匠和技术能手10000名", TARGET)
def craftsmen_and_experts(province, numbers):
    return one_bound(at_least(province.craftsmen_and_experts, numbers.target_craftsmen_and_experts))


FUNDING_STANDARD = Subject(
    "funding_standard",
    facts=dict(jurisdiction=TEXT, year=YEAR, school_kind=SCHOOLS, standard_yuan=MONEY),
)


def taken_as(standard, level: str, named: tuple[str, ...], numbers):
    """Whether the bound of this level is meant for the kind of school. The text does not name
    technician colleges and vocational universities."""
    match standard.school_kind.value:
        case "technician_college":
            reading = numbers.technician_college_as
        case "vocational_university" if level == "higher":
            reading = numbers.vocational_university_as
        case _:
            return is_one_of(standard.school_kind, *named)
    return SILENT if reading == "open" else Truth(reading == level)


@FUNDING_STANDARD.rule("26.1c", MANDATORY, "确保中职学校、技工学校生均拨款标准不低于10000元")
def secondary(standard, numbers):
    named = ("secondary_vocational", "technician")
    enough = at_least(standard.standard_yuan, numbers.funding_secondary_yuan)
    return one_bound(enough, when=taken_as(standard, "secondary", named, numbers))


@FUNDING_STANDARD.rule("26.1d", MANDATORY, "高职院校生均拨款标准不低于12000元")
def higher_vocational(standard, numbers):
    enough = at_least(standard.standard_yuan, numbers.funding_higher_vocational_yuan)
    return one_bound(enough, when=taken_as(standard, "higher", ("higher_vocational",), numbers))


ALLOCATION = Subject(
    "allocation",
    facts=dict(has_performance_factors=FLAG, uses_internship=FLAG, uses_employment=FLAG),
)


@ALLOCATION.rule("26.4a", MANDATORY, "要把顶岗实习和就业作为重要参考依据")
def internship_and_employment(allocation, _):
    both = yes(allocation.uses_internship) & yes(allocation.uses_employment)
    return rule_of(both, when=yes(allocation.has_performance_factors))


LAND_USE = Subject(
    "land_use",
    facts=dict(
        builder=choice("enterprise enterprise_with_government government other"),
        for_school=FLAG,
        science_education_class=FLAG,
        in_allocation_catalogue=FLAG,
    ),
)


def school_land(land):
    """企业投资或与政府合作建设职业学校、高等学校的建设用地."""
    built = is_one_of(land.builder, "enterprise", "enterprise_with_government")
    return built & yes(land.for_school)


@LAND_USE.rule("26.5a", DIRECTIVE, "按科教用地管理")
def science_education_class(land, _):
    return rule_of(yes(land.science_education_class), when=school_land(land))


@LAND_USE.rule("26.5b", PERMITTED, "符合《划拨用地目录》的，可通过划拨方式供地", ELIGIBILITY)
def allocation(land, _):
    return rule_of(yes(land.in_allocation_catalogue), when=school_land(land))
