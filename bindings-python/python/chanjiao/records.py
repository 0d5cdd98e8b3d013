"""The types of inputs: the record of each subject, and the parameters."""

# Generated from ../../../schemas by `python build/generate.py`; do not edit.

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Literal, TypedDict

Number = int | float | Decimal
"""A whole number; a float or a decimal is read as its exact value."""

Amount = int | float | Decimal | str
"""Yuan with at most two decimals, or per cent with at most four; a float is read as its shortest text."""

Day = date | str
"""A day; as text `YYYY-MM-DD`."""

EnterpriseExplanations = TypedDict(
    "EnterpriseExplanations",
    {
        "enterprise.teacher_posts": str | None,
    },
    total=False,
)

class Enterprise(TypedDict, total=False):
    """企业：一个法人单位的一个自然年度。enterprise: one legal entity in one calendar year."""

    name: str | None
    """企业名称: name of the enterprise"""
    year: Number | None
    """年度: calendar year"""
    industry: Literal["agriculture", "industry", "construction", "wholesale", "retail", "transport", "storage", "post", "accommodation", "catering", "information_transmission", "software_it", "real_estate", "property_management", "leasing_business", "other", "not_in_table"] | None
    """划型行业（国统字〔2017〕213号）: industry of the size table

    - `agriculture` 农、林、牧、渔业: agriculture, forestry, animal husbandry and fishery
    - `industry` 工业: industry: mining, manufacturing, power, heat, gas and water
    - `construction` 建筑业: construction
    - `wholesale` 批发业: wholesale
    - `retail` 零售业: retail
    - `transport` 交通运输业: transport, without railways
    - `storage` 仓储业: warehousing
    - `post` 邮政业: postal services
    - `accommodation` 住宿业: accommodation
    - `catering` 餐饮业: catering
    - `information_transmission` 信息传输业: information transmission
    - `software_it` 软件和信息技术服务业: software and information technology services
    - `real_estate` 房地产开发经营: real estate development and operation
    - `property_management` 物业管理: property management
    - `leasing_business` 租赁和商务服务业: leasing and business services
    - `other` 其他未列明行业: other industries of the table
    - `not_in_table` 不在划分表内: not in the table: finance, education, health, railways and the like
    Statements: 7.3a, 9.1b, 9.2a, 9.4a, 9.4b
    """
    size_class: Literal["large", "medium", "small", "micro"] | None
    """企业规模: declared size class; 由统计部门认定: as determined by the statistics authority

    - `large` 大型: large
    - `medium` 中型: medium
    - `small` 小型: small
    - `micro` 微型: micro
    Statements: 7.3a, 9.1b, 9.2a, 9.4a, 9.4b
    """
    employed_persons: Number | None
    """从业人员 (person): employed persons

    Statements: 7.2a, 7.2b, 7.3a, 9.1b, 9.2a, 9.4a, 9.4b
    """
    operating_revenue_yuan: Amount | None
    """营业收入 (yuan): operating revenue

    Statements: 7.3a, 9.1b, 9.2a, 9.4a, 9.4b
    """
    total_assets_yuan: Amount | None
    """资产总额 (yuan): total assets

    Statements: 7.3a, 9.1b, 9.2a, 9.4a, 9.4b
    """
    sales_revenue_yuan: Amount | None
    """销售收入 (yuan): sales revenue

    Statements: 7.2a, 7.2b
    """
    above_designated_size: bool | None
    """属于规模以上企业: the enterprise is above designated size; 由统计部门认定: as determined by the statistics authority

    Statements: 8.3a
    """
    joint_schooling: bool | None
    """承担合作办学任务: the enterprise takes on joint schooling

    Statements: 7.2b
    """
    staff_total: Number | None
    """职工总数 (person): total staff

    Statements: 8.2a, 11.1d
    """
    staff_in_service: Number | None
    """在职员工数 (person): staff in service

    Statements: 9.1b
    """
    technical_posts: Number | None
    """技术岗位数 (post): technical positions

    Statements: 8.2a
    """
    internship_posts: Number | None
    """学生实习岗位 (post): internship positions for students

    Statements: 8.2a
    """
    hosts_teacher_base: bool | None
    """设有教师顶岗实践基地: a base for teachers' on-post practice is set up at the enterprise

    Statements: 9.1b, 9.2a
    """
    teacher_posts: Number | None
    """每年提供的顶岗实践岗位数 (post): on-post practice positions offered to teachers in the year

    Statements: 9.1b, 9.2a, 9.2b, 9.2c
    """
    teacher_posts_technical: Number | None
    """属于技术性工作岗位的岗位数 (post): on-post practice positions that are technical

    Statements: 9.2b
    """
    teacher_posts_mentored: Number | None
    """有专人指导的岗位数 (post): on-post practice positions with a mentor

    Statements: 9.2c
    """
    teacher_practice_plan: bool | None
    """已做好顶岗实践的具体规划: a concrete plan for teachers' on-post practice is made

    Statements: 9.2a
    """
    total_wages_yuan: Amount | None
    """工资总额 (yuan): total wages

    Statements: 11.1b, 11.5a
    """
    training_fund_category: Literal["general", "high_demand"] | None
    """教育培训经费提取类别: category of the training-fund rate

    - `general` 一般企业: general (1.5 %)
    - `high_demand` 技术要求高企业: high demand: the 2.5 % rate was adopted or assigned
    Statements: 11.1b, 11.5a
    """
    training_fund_set_aside_yuan: Amount | None
    """提取的教育培训经费 (yuan): training funds set aside

    Statements: 11.1b, 11.1c, 11.5a
    """
    training_fund_spent_yuan: Amount | None
    """使用的教育培训经费 (yuan): training funds spent

    Statements: 11.1c, 11.5a
    """
    training_fund_frontline_yuan: Amount | None
    """用于一线职工的教育培训经费 (yuan): training funds spent on front-line employees

    Statements: 11.1c, 11.5a
    """
    trained_staff: Number | None
    """年度受训职工人数 (person): employees trained in the year (each counted once)

    Statements: 11.1d
    """
    training_system: bool | None
    """已落实职工培训制度: the staff training system is in place

    Statements: 11.1a
    """
    training_services_bought: bool | None
    """主动购买培训服务: the enterprise buys training services on its own initiative

    Statements: 11.2b
    """
    skill_contest_held: bool | None
    """开展职工技能竞赛: a skill contest for employees is held

    Statements: 11.3a
    """
    staff_congress_report: bool | None
    """向职工代表大会（或职工大会）报告培训经费使用情况: the use of the training funds is reported to the workers' congress (or the meeting of all employees)

    Statements: 11.4c
    """
    social_report_covers_vocational_education: bool | None
    """在社会责任报告中载明开展职业教育情况: the social responsibility report covers vocational education

    Statements: 8.3a
    """
    skill_upgraded_staff: Number | None
    """参加培训提升技能等级的职工人数 (person): employees who raised their skill level through training

    Statements: 11.3b
    """
    skill_upgrade_rewarded: bool | None
    """对提升技能等级的职工予以奖励或补贴: employees who raised their skill level are rewarded or subsidised

    Statements: 11.3b
    """
    correction_refused: bool | None
    """经责令后拒不改正: correction was refused after an order; 由主管部门认定: as determined by the competent authority

    Statements: 11.5a
    """
    other_misuse: bool | None
    """经主管部门认定有其他不按规定使用教育培训经费的行为: an authority found that the funds were used against the rules in another way; 由主管部门认定: as determined by the competent authority

    Statements: 11.5a
    """
    leading_enterprise: bool | None
    """属于龙头骨干企业: the enterprise is a leading or backbone enterprise; 由主管部门认定: as determined by the competent authority

    Statements: 5.1a, 12.1a, 25.4c
    """
    state_owned: bool | None
    """属于国有企业: the enterprise is state-owned

    Statements: 12.3a
    """
    runs_vocational_school: bool | None
    """已举办职业学校: the enterprise runs a vocational school

    Statements: 12.3a
    """
    has_conditions: bool | None
    """经主管部门认定具备条件: the enterprise meets the requisite conditions, as determined by the competent authority; 由主管部门认定: as determined by the competent authority

    Statements: 12.3a
    """
    demonstration_enterprise: bool | None
    """属于产教融合示范企业: the enterprise is a demonstration enterprise of industry-education integration; 由主管部门认定: as determined by the competent authority

    Statements: 25.4c
    """
    explanations: EnterpriseExplanations | None
    """未达到要求的理由: reasons why an in-principle obligation is not met"""

ProgrammeExplanations = TypedDict(
    "ProgrammeExplanations",
    {
        "programme.industry_participation": str | None,
    },
    total=False,
)

class Programme(TypedDict, total=False):
    """专业人才培养方案：一个专业的一届人才培养方案。programme: one training programme of one cohort."""

    name: str | None
    """专业名称: name of the programme"""
    school_kind: Literal["secondary_vocational", "technician", "technician_college", "higher_vocational", "vocational_university", "applied_undergraduate", "other_university"] | None
    """学校类别: kind of school

    - `secondary_vocational` 中等职业学校: secondary vocational school
    - `technician` 技工学校: skilled workers' school
    - `technician_college` 技师学院: technician college
    - `higher_vocational` 高等职业学校: higher vocational college
    - `vocational_university` 职业本科学校: vocational university
    - `applied_undergraduate` 应用型本科高校: applied undergraduate university
    - `other_university` 其他高等学校: other university
    Statements: 6.2a, 14.3a
    """
    practical_hours: Number | None
    """实践性教学课时 (class_hour): practical class hours

    Statements: 14.3a
    """
    total_hours: Number | None
    """总课时 (class_hour): class hours in all

    Statements: 14.3a
    """
    new_programme: bool | None
    """属于新设专业: the programme is newly set up

    Statements: 6.2a
    """
    industry_participants: Number | None
    """参与的行业企业数 (participant): industry bodies and enterprises taking part

    Statements: 6.2a
    """
    explanations: ProgrammeExplanations | None
    """未达到要求的理由: reasons why an in-principle obligation is not met"""

class _TeacherPracticeRequired(TypedDict):
    start: Day
    """开始日期: first day"""

class TeacherPractice(_TeacherPracticeRequired, total=False):
    end: Day | None
    """结束日期: last day (absent: still running)"""
    in_enterprise: bool | None
    """是否在企业: held in an enterprise"""

TeacherExplanations = TypedDict(
    "TeacherExplanations",
    {
        "teacher.periodic_practice": str | None,
    },
    total=False,
)

class _TeacherRequired(TypedDict):
    as_of: Day
    """评价日期: day of judgement

    Statements: 15.2c, 15.2d
    """

class Teacher(_TeacherRequired, total=False):
    """教师：一名教师在某一日的情况。teacher: one teacher, judged on a day."""

    name: str | None
    """姓名: name of the teacher"""
    school_kind: Literal["secondary_vocational", "technician", "technician_college", "higher_vocational", "vocational_university", "applied_undergraduate", "other_university"] | None
    """学校类别: kind of school

    - `secondary_vocational` 中等职业学校: secondary vocational school
    - `technician` 技工学校: skilled workers' school
    - `technician_college` 技师学院: technician college
    - `higher_vocational` 高等职业学校: higher vocational college
    - `vocational_university` 职业本科学校: vocational university
    - `applied_undergraduate` 应用型本科高校: applied undergraduate university
    - `other_university` 其他高等学校: other university
    Statements: 15.2c, 15.2d
    """
    role: Literal["specialist", "internship_instructor", "general"] | None
    """教师类别: role of the teacher

    - `specialist` 专业课教师: specialist teacher
    - `internship_instructor` 实习指导教师: internship instructor
    - `general` 公共基础课教师: teacher of general subjects
    Statements: 15.2c, 15.2d
    """
    hired_on: Day | None
    """入职日期（首次受聘为职业学校教师之日）: day of hiring (first appointment as a teacher of a vocational school)

    Statements: 15.2c, 15.2d
    """
    practice: Sequence[TeacherPractice] | None
    """实践经历: periods of practice

    Statements: 15.2c, 15.2d
    """
    explanations: TeacherExplanations | None
    """未达到要求的理由: reasons why an in-principle obligation is not met"""

class Visit(TypedDict, total=False):
    """企业访学：一名教师的一次企业访学。enterprise visit: one visit of a teacher to an enterprise."""

    start: Day | None
    """开始日期: first day

    Statements: 9.4c
    """
    end: Day | None
    """结束日期: last day

    Statements: 9.4c
    """

class FundingStandard(TypedDict, total=False):
    """生均拨款标准：一地一年一类学校的生均拨款标准。per-student funding standard: the standard of one kind of school in one place and year."""

    jurisdiction: str | None
    """地区: jurisdiction"""
    year: Number | None
    """年度: calendar year"""
    school_kind: Literal["secondary_vocational", "technician", "technician_college", "higher_vocational", "vocational_university", "applied_undergraduate", "other_university"] | None
    """学校类别: kind of school

    - `secondary_vocational` 中等职业学校: secondary vocational school
    - `technician` 技工学校: skilled workers' school
    - `technician_college` 技师学院: technician college
    - `higher_vocational` 高等职业学校: higher vocational college
    - `vocational_university` 职业本科学校: vocational university
    - `applied_undergraduate` 应用型本科高校: applied undergraduate university
    - `other_university` 其他高等学校: other university
    Statements: 26.1c, 26.1d
    """
    standard_yuan: Amount | None
    """生均拨款标准 (yuan): funding standard per student

    Statements: 26.1c, 26.1d
    """

class _IndustryForecastRequired(TypedDict):
    as_of: Day
    """评价日期: day of judgement

    Statements: 21.4a
    """

class IndustryForecast(_IndustryForecastRequired, total=False):
    """行业人才需求预测：一个行业的人才需求预测报告发布情况。industry forecast: the talent-demand forecasts published for one industry."""

    industry_name: str | None
    """行业名称: name of the industry"""
    base_date: Day | None
    """起算日期: day from which the duty runs

    Statements: 21.4a
    """
    published: Sequence[Day] | None
    """发布日期: days on which a report was published

    Statements: 21.4a
    """

class Province(TypedDict, total=False):
    """全省遴选情况：全省累计遴选情况。province: what the province has selected so far."""

    demonstration_enterprises: Number | None
    """已遴选的产教融合示范企业数 (enterprise): demonstration enterprises selected

    Statements: 25.4b
    """
    leading_talents: Number | None
    """已遴选的产教融合领军人才数 (person): leading figures selected

    Statements: 25.5b
    """
    industry_professors: Number | None
    """已遴选的产业教授（导师）数 (person): industry professors (mentors) selected

    Statements: 25.5c
    """
    craftsmen_and_experts: Number | None
    """已遴选的湖湘工匠和技术能手数 (person): Huxiang craftsmen and skilled technicians selected

    Statements: 25.5d
    """

InternshipExplanations = TypedDict(
    "InternshipExplanations",
    {
        "internship.host_cap_general": str | None,
        "internship.post_cap_general": str | None,
        "internship.pay_floor": str | None,
        "internship.post_wage_floor": str | None,
    },
    total=False,
)

class Internship(TypedDict, total=False):
    """学生实习：一个单位同期接收的职业学校实习生。internship: interns of vocational schools at one host at one time."""

    host_staff_on_post: Number | None
    """实习单位在岗职工总数 (person): staff on post at the host

    Statements: 8.1a
    """
    host_interns: Number | None
    """同期顶岗（岗位）实习学生数 (person): students on post internships at the same time

    Statements: 8.1a
    """
    post_staff: Number | None
    """同类岗位在岗职工数 (person): staff on the same kind of post

    Statements: 8.1a
    """
    post_interns: Number | None
    """同类岗位同期顶岗（岗位）实习学生数 (person): students on post internships on the same kind of post at the same time

    Statements: 8.1a
    """
    intern_pay_yuan: Amount | None
    """实习报酬 (yuan): intern pay a month

    Statements: 8.1a
    """
    probation_wage_yuan: Amount | None
    """相同岗位试用期工资 (yuan): probation wage of the same post a month

    Statements: 8.1a
    """
    post_wage_yuan: Amount | None
    """相同岗位工资标准 (yuan): wage standard of the same post a month

    Statements: 8.1a
    """
    lowest_grade_wage_yuan: Amount | None
    """最低档工资标准 (yuan): lowest grade of the host's wage standard a month

    Statements: 8.1a
    """
    works_independently: bool | None
    """相对独立参与实际工作、初步具备实践岗位独立工作能力: the students take part in real work fairly independently, with a first ability to work alone on the post

    Statements: 8.1a
    """
    starts_on: Day | None
    """实习开始日期: first day of the internship

    Statements: 8.1a, 8.4b
    """
    ends_on: Day | None
    """实习结束日期: last day of the internship

    Statements: 8.4b
    """
    liability_insured_from: Day | None
    """实习责任保险起始日期: first day of the liability insurance

    Statements: 8.4b
    """
    liability_insured_to: Day | None
    """实习责任保险终止日期: last day of the liability insurance

    Statements: 8.4b
    """
    accident_insurance_bought: bool | None
    """购买意外伤害保险等商业保险: accident or other commercial insurance was bought

    Statements: 8.4c
    """
    accident_insurance_voluntary: bool | None
    """出于自愿购买意外伤害保险: the accident insurance was bought voluntarily

    Statements: 8.4c
    """
    explanations: InternshipExplanations | None
    """未达到要求的理由: reasons why an in-principle obligation is not met"""

class Insurer(TypedDict, total=False):
    """保险公司：一家保险公司。insurer: one insurer."""

    name: str | None
    """保险公司名称: name of the insurer"""
    modern_apprenticeship_rate: bool | None
    """对现代学徒制保险专门确定费率: a special rate is set for modern apprenticeships

    Statements: 8.5a
    """
    new_apprenticeship_rate: bool | None
    """对企业新型学徒制保险专门确定费率: a special rate is set for new-type enterprise apprenticeships

    Statements: 8.5a
    """

ResearchProjectExplanations = TypedDict(
    "ResearchProjectExplanations",
    {
        "research_project.industry_participation": str | None,
        "research_project.transfer_plan": str | None,
    },
    total=False,
)

class ResearchProject(TypedDict, total=False):
    """科研项目：一个科研项目。research project: one research project."""

    publicly_funded: bool | None
    """属于财政科技计划项目: the project is publicly funded

    Statements: 10.2b, 10.2c
    """
    lead_kind: Literal["university", "research_institute", "enterprise", "other"] | None
    """牵头单位类别: kind of lead

    - `university` 高校: university
    - `research_institute` 科研机构: research institute
    - `enterprise` 企业: enterprise
    - `other` 其他: other
    Statements: 10.2b, 10.2c
    """
    project_type: Literal["applied", "engineering", "basic", "other"] | None
    """项目类型: type of project

    - `applied` 应用型: applied research
    - `engineering` 工程技术研究: engineering research
    - `basic` 基础研究: basic research
    - `other` 其他: other
    Statements: 10.2b, 10.2c
    """
    industry_participants: Number | None
    """参与的行业企业数 (participant): industry bodies and enterprises taking part

    Statements: 10.2b
    """
    transfer_plan: bool | None
    """已制订成果转化方案: a plan for the commercialisation (transfer) of results is made

    Statements: 10.2c
    """
    explanations: ResearchProjectExplanations | None
    """未达到要求的理由: reasons why an in-principle obligation is not met"""

class TransferReward(TypedDict, total=False):
    """科技成果转化奖励：一笔科技成果转化奖励收入。transfer reward: one reward for transferring research results."""

    payee_is_school_researcher: bool | None
    """由职业学校、高等学校科研人员取得: the payee is a researcher of a vocational school or university

    Statements: 26.2a, 26.2b
    """
    lawfully_obtained: bool | None
    """依法取得: the reward was lawfully obtained

    Statements: 26.2a, 26.2b
    """
    counted_in_performance_pay: bool | None
    """计入绩效工资: the reward is counted in performance pay

    Statements: 26.2a
    """
    counted_in_wage_base: bool | None
    """计入单位工资总额基数: the reward is counted in the base of the total wages

    Statements: 26.2b
    """

class Allocation(TypedDict, total=False):
    """经费分配：地方政府的一项职业教育经费分配。allocation: one allocation of vocational-education funds by a local government."""

    has_performance_factors: bool | None
    """涉及办学绩效因素: performance factors are used

    Statements: 26.4a
    """
    uses_internship: bool | None
    """把顶岗实习作为重要参考依据: on-post internships are a key reference

    Statements: 26.4a
    """
    uses_employment: bool | None
    """把就业作为重要参考依据: graduate employment is a key reference

    Statements: 26.4a
    """

class LandUse(TypedDict, total=False):
    """建设用地：一宗学校建设用地。land use: one plot of land for a school."""

    builder: Literal["enterprise", "enterprise_with_government", "government", "other"] | None
    """建设主体: builder

    - `enterprise` 企业: enterprise
    - `enterprise_with_government` 企业与政府合作: enterprise with government
    - `government` 政府: government
    - `other` 其他: other
    Statements: 26.5a, 26.5b
    """
    for_school: bool | None
    """用于职业学校或高等学校: the land is for a vocational school or university

    Statements: 26.5a, 26.5b
    """
    science_education_class: bool | None
    """按科教用地管理: the land is managed as land for science and education

    Statements: 26.5a
    """
    in_allocation_catalogue: bool | None
    """符合《划拨用地目录》: the land is in the Catalogue of Land for Allocation

    Statements: 26.5b
    """

class DevelopmentPlan(TypedDict, total=False):
    """发展规划：一份经济社会发展规划或专项规划。development plan: one economic-social or special plan."""

    name: str | None
    """规划名称: name of the plan"""
    issuer: Literal["locality", "department", "other"] | None
    """制定单位类别: kind of issuer

    - `locality` 地方: locality
    - `department` 有关部门: department
    - `other` 其他: other
    Statements: 2.1a, 2.1d
    """
    plan_kind: Literal["economic_social", "industrial", "urban", "other_special", "other"] | None
    """规划类别: kind of plan

    - `economic_social` 经济社会发展规划: economic and social development plan
    - `industrial` 产业发展规划: industrial development plan
    - `urban` 城镇建设规划: urban construction plan
    - `other_special` 其他专项规划: other special plan
    - `other` 其他: other
    Statements: 2.1a, 2.1d
    """
    states_requirements: bool | None
    """明确产教融合发展要求: the plan states the requirements of industry-education integration

    Statements: 2.1a
    """
    plans_measures: bool | None
    """同步规划产教融合发展政策措施: the measures for industry-education integration are planned at the same time

    Statements: 2.1d
    """

class Park(TypedDict, total=False):
    """产业园区：一个产业园区。industrial park: one industrial park."""

    park: Literal["yuelushan", "hunan_provincial_university_park", "zhuzhou", "malanshan", "other"] | None
    """园区: park

    - `yuelushan` 岳麓山国家大学科技园: Yuelushan National University Science Park
    - `hunan_provincial_university_park` 湖南省大学科技产业园: Hunan Provincial University Science and Technology Industrial Park
    - `zhuzhou` 湖南（株洲）职业教育科技园: Hunan (Zhuzhou) Vocational Education Science Park
    - `malanshan` 马栏山视频文创产业园: Malanshan Video and Creative Industry Park
    - `other` 其他园区: another park
    Statements: 2.2a
    """
    park_level: Literal["national", "provincial", "municipal", "county", "other"] | None
    """园区级别: level of the park; 由主管部门认定: as determined by the competent authority

    - `national` 国家级: national
    - `provincial` 省级: provincial
    - `municipal` 市级: of a city or autonomous prefecture
    - `county` 县级: of a county
    - `other` 其他: other
    Statements: 25.3b
    """
    designated_key_park: bool | None
    """经省级认定为重点推进园区: the park is designated by the province as a priority

    Statements: 2.2a
    """

class Locality(TypedDict, total=False):
    """地方政府：一个市州或县市区。local government: one city, autonomous prefecture or county."""

    name: str | None
    """地区: name of the place"""
    level: Literal["prefecture", "county"] | None
    """行政层级: administrative level

    - `prefecture` 市州: city or autonomous prefecture
    - `county` 县市区: county
    Statements: 2.2b
    """
    park_plan: bool | None
    """制定实施教育科技产业园区建设规划: a construction plan for an education, science and technology industrial park is made and carried out

    Statements: 2.2b
    """
    own_policy: bool | None
    """已出台专门政策措施: dedicated policy measures of its own are issued

    Statements: 24.2a
    """
    coordination_body: bool | None
    """已建立协调机构: a coordination body is set up

    Statements: 24.2b, 24.2c
    """
    body_plans: bool | None
    """由协调机构负责规划: the body is in charge of planning

    Statements: 24.2c
    """
    body_coordinates: bool | None
    """由协调机构负责协调: the body is in charge of coordination

    Statements: 24.2c
    """
    body_serves: bool | None
    """由协调机构负责服务: the body is in charge of services

    Statements: 24.2c
    """

class ProvincialMeasures(TypedDict, total=False):
    """省级制度建设：省级出台的制度、机制和平台。provincial measures: what the province has issued and set up."""

    year: Number | None
    """年度: calendar year"""
    skill_spot_check: bool | None
    """已完善职业学校学生技能抽查制度: the system of spot checks of vocational students' skills is in place

    Statements: 4.1d
    """
    teaching_diagnosis: bool | None
    """已完善教学工作诊断与改进制度: the system for the diagnosis and improvement of teaching is in place

    Statements: 4.1e
    """
    skill_appraisal: bool | None
    """已完善技能鉴定和评价制度: the system of skill appraisal and evaluation is in place

    Statements: 4.1f
    """
    major_setting_measures_issued: bool | None
    """已制定职业学校专业设置管理和评价办法: measures on the setting and evaluation of majors are issued

    Statements: 4.2a
    """
    major_setting_measures_in_operation: bool | None
    """已实施职业学校专业设置管理和评价办法: measures on the setting and evaluation of majors are in operation

    Statements: 4.2a
    """
    internship_rules: bool | None
    """已制定学生实习管理实施细则: implementing rules for internships are issued

    Statements: 8.1b
    """
    master_apprentice_system: bool | None
    """在行业企业推行名师带徒制度: the master-apprentice system is in use in industries and enterprises

    Statements: 9.3a
    """
    skill_master_studios: bool | None
    """已创建“技能大师工作室”: skill masters' studios are set up

    Statements: 9.3b
    """
    model_worker_studios: bool | None
    """已创建“劳模和工匠人才创新工作室”: innovation studios of model workers and craftsmen are set up

    Statements: 9.3b
    """
    national_apprenticeships: bool | None
    """开展国家级学徒制试点: national apprenticeship pilots are run

    Statements: 14.2b
    """
    provincial_apprenticeships: bool | None
    """开展省级学徒制试点: provincial apprenticeship pilots are run

    Statements: 14.2b
    """
    city_apprenticeships: bool | None
    """开展市级学徒制试点: city apprenticeship pilots are run

    Statements: 14.2b
    """
    school_apprenticeships: bool | None
    """开展校级学徒制试点: school apprenticeship pilots are run

    Statements: 14.2b
    """
    apprenticeship_platform: bool | None
    """已开发学徒制省级管理服务平台: the provincial management and service platform for apprenticeships is built

    Statements: 14.2c
    """
    apprenticeship_work_norms: bool | None
    """已研制推广学徒制工作规范: working norms for apprenticeships are developed and in use

    Statements: 14.2d
    """
    apprenticeship_teaching_standards: bool | None
    """已研制推广学徒制教学标准: teaching standards for apprenticeships are developed and in use

    Statements: 14.2d
    """
    dual_qualified_training: bool | None
    """已建立校企合作培养“双师型”教师机制: a mechanism by which schools and enterprises train dual-qualified teachers together is set up

    Statements: 15.2b
    """
    dual_qualified_standards: bool | None
    """已建立“双师型”教师认定标准和办法: standards and procedures for recognising dual-qualified teachers are issued

    Statements: 15.1c
    """
    cooperation_measures: bool | None
    """已制定《职业学校校企合作促进办法》的实施办法: measures implementing the Measures for Promoting School-Enterprise Cooperation are issued

    Statements: 21.1b
    """
    information_platform: bool | None
    """已建设产教融合信息服务平台: the information service platform for industry-education integration is built

    Statements: 23.1b
    """
    coordination_mechanism: bool | None
    """已建立工作协调机制: the coordination mechanism is set up

    Statements: 24.1a
    """
    mechanism_has_development_reform: bool | None
    """有发展改革部门参加: the development and reform department takes part in the mechanism

    Statements: 24.1a
    """
    mechanism_has_education: bool | None
    """有教育部门参加: the education department takes part in the mechanism

    Statements: 24.1a
    """
    mechanism_has_human_resources: bool | None
    """有人力资源社会保障部门参加: the human resources department takes part in the mechanism

    Statements: 24.1a
    """
    mechanism_has_finance: bool | None
    """有财政部门参加: the finance department takes part in the mechanism

    Statements: 24.1a
    """
    mechanism_has_industry: bool | None
    """有工业和信息化部门参加: the industry and information technology department takes part in the mechanism

    Statements: 24.1a
    """
    mechanism_has_state_assets: bool | None
    """有国有资产监督管理部门参加: the state assets department takes part in the mechanism

    Statements: 24.1a
    """
    mechanism_has_industry_authorities: bool | None
    """有行业主管部门参加: industry authorities take part in the mechanism

    Statements: 24.1a
    """
    integration_project: bool | None
    """已实施“湖南省产教融合发展工程”: the Hunan Industry-Education Integration Development Project is carried out

    Statements: 25.2a
    """
    vocational_funding_yuan: Amount | None
    """省级财政职业教育投入 (yuan): provincial spending on vocational education in the year

    Statements: 25.2b
    """
    vocational_funding_last_year_yuan: Amount | None
    """上年省级财政职业教育投入 (yuan): provincial spending on vocational education in the year before

    Statements: 25.2b
    """
    appraisal_mechanism: bool | None
    """已建立健全产教融合绩效考核与督查机制: the appraisal and supervision mechanism is set up

    Statements: 28.1a
    """

class School(TypedDict, total=False):
    """学校：一所学校的一个年度。school: one school in one year."""

    name: str | None
    """学校名称: name of the school"""
    year: Number | None
    """年度: calendar year"""
    school_kind: Literal["secondary_vocational", "technician", "technician_college", "higher_vocational", "vocational_university", "applied_undergraduate", "other_university"] | None
    """学校类别: kind of school

    - `secondary_vocational` 中等职业学校: secondary vocational school
    - `technician` 技工学校: skilled workers' school
    - `technician_college` 技师学院: technician college
    - `higher_vocational` 高等职业学校: higher vocational college
    - `vocational_university` 职业本科学校: vocational university
    - `applied_undergraduate` 应用型本科高校: applied undergraduate university
    - `other_university` 其他高等学校: other university
    Statements: 4.1b, 4.1c, 20.1d
    """
    employment_report_published: bool | None
    """已发布高校毕业生就业质量年度报告: the annual report on graduate employment is published

    Statements: 4.1b
    """
    quality_report_published: bool | None
    """已发布职业教育人才培养质量年度报告: the annual report on the quality of vocational education is published

    Statements: 4.1c
    """
    adjustment_mechanism: bool | None
    """已建立健全学科专业建设动态调整机制: a mechanism to adjust majors is in place

    Statements: 4.2d
    """
    warning_mechanism: bool | None
    """已建立专业预警和退出机制: a warning and exit mechanism for majors is in place

    Statements: 4.2f
    """
    runs_joint_majors: bool | None
    """校企合作开办专业: the school runs majors with enterprises

    Statements: 12.4b
    """
    joint_governance_body: bool | None
    """设有校企共建共管机构: a board, council or committee governs them jointly

    Statements: 12.4b
    """
    charter: bool | None
    """已完善学校章程: the school has a charter

    Statements: 17.1b
    """
    council: bool | None
    """设有理事会: the school has a council

    Statements: 17.1c, 17.1d
    """
    council_has_outside_parties: bool | None
    """已引入多方参与理事会: industry, institutes or social bodies sit on the council

    Statements: 17.1d
    """
    bodies_with_industry: bool | None
    """设有行业组织、企业参加的治理机构: a governing body has industry bodies and enterprises as members

    Statements: 17.1e
    """
    demonstration_school: bool | None
    """属于国家和省示范、卓越职业学校: the school is a national or provincial model or excellent vocational school

    Statements: 20.1d
    """
    pairs_with_weak_school: bool | None
    """对口帮扶农村和贫困地区薄弱职业学校: the school is paired with a weak one of a rural or poor area

    Statements: 20.1d
    """
    foreign_programme_by_national_rules: bool | None
    """按国家有关规定与国（境）外教育机构合作办学: schooling with foreign bodies follows the national rules

    Statements: 27.1a
    """
    has_training_base: bool | None
    """设有实训基地: the school has a training base

    Statements: 13.4b
    """
    base_open_to_secondary: bool | None
    """将实训基地向普通中学开放: the training base is open to general secondary schools

    Statements: 13.4b
    """

class BasicSchool(TypedDict, total=False):
    """中小学：一所中小学。primary or secondary school: one primary or secondary school."""

    name: str | None
    """学校名称: name of the school"""
    general_secondary: bool | None
    """属于普通中学: the school is a general secondary school

    Statements: 13.4a
    """
    hands_on_in_curriculum: bool | None
    """将动手实践内容纳入相关课程: hands-on content is in the curriculum

    Statements: 13.1a
    """
    hands_on_in_evaluation: bool | None
    """将动手实践内容纳入学生综合素质评价: hands-on content is in the evaluation of students

    Statements: 13.1b
    """
    vocational_electives: bool | None
    """开设职业类选修课程: vocational electives are offered

    Statements: 13.4a
    """

class Enrolment(TypedDict, total=False):
    """招生与培养：一所学校一个年度的招生与培养情况。enrolment: the admissions and students of one school in one year."""

    name: str | None
    """学校名称: name of the school"""
    year: Number | None
    """年度: calendar year"""
    university: bool | None
    """属于高等学校: the school is a university or college

    Statements: 16.2a, 16.3a, 18.1b
    """
    admitted: Number | None
    """招生总数 (person): students admitted in the year

    Statements: 16.2a, 16.3a
    """
    admitted_last_year: Number | None
    """上年招生总数 (person): students admitted in the year before

    Statements: 16.2a, 16.3a
    """
    students: Number | None
    """在校生总数 (person): students in the year

    Statements: 4.2e, 18.1b
    """
    students_last_year: Number | None
    """上年在校生总数 (person): students in the year before

    Statements: 18.1b
    """
    vocational_graduates_admitted: Number | None
    """招收的职业教育毕业生人数 (person): graduates of vocational education admitted in the year

    Statements: 16.2a
    """
    vocational_graduates_admitted_last_year: Number | None
    """上年招收的职业教育毕业生人数 (person): graduates of vocational education admitted in the year before

    Statements: 16.2a
    """
    experienced_admitted: Number | None
    """招收的有工作实践经历人员人数 (person): persons with work experience admitted in the year

    Statements: 16.3a
    """
    experienced_admitted_last_year: Number | None
    """上年招收的有工作实践经历人员人数 (person): persons with work experience admitted in the year before

    Statements: 16.3a
    """
    applied_students: Number | None
    """应用型人才培养在校生人数 (person): students trained as applied talent in the year

    Statements: 18.1b
    """
    applied_students_last_year: Number | None
    """上年应用型人才培养在校生人数 (person): students trained as applied talent in the year before

    Statements: 18.1b
    """
    shortage_major_students: Number | None
    """紧缺专业在校生人数 (person): students of shortage majors in the year

    Statements: 4.2e
    """
    shortage_major_students_last_year: Number | None
    """上年紧缺专业在校生人数 (person): students of shortage majors in the year before

    Statements: 4.2e
    """

class Major(TypedDict, total=False):
    """学科专业：一个学科专业的设置、调整或退出。major: the setting, adjusting or closing of one major."""

    name: str | None
    """专业名称: name of the major"""
    set_or_adjusted: bool | None
    """设置或调整该专业: the major was set up or adjusted

    Statements: 4.2c
    """
    cites_market: bool | None
    """以市场供求为重要依据: market supply and demand is a key basis

    Statements: 4.2c
    """
    cites_training_quality: bool | None
    """以人才培养质量为重要依据: training quality is a key basis

    Statements: 4.2c
    """
    cites_employment_quality: bool | None
    """以就业质量为重要依据: employment quality is a key basis

    Statements: 4.2c
    """
    warned: bool | None
    """列入预警: the major is under a warning

    Statements: 4.2f
    """
    warning_acted_on: bool | None
    """落实预警和退出机制: the warning and exit mechanism was applied

    Statements: 4.2f
    """

class PostgraduateQuota(TypedDict, total=False):
    """新增研究生招生计划：一个高校或学科。postgraduate quota: one university or discipline."""

    unit: str | None
    """高校或学科: university or discipline"""
    national_strategic_task: bool | None
    """承担国家重大战略任务: the university or discipline undertakes major national strategic tasks

    Statements: 4.3a
    """
    school_enterprise_training: bool | None
    """积极推行校企协同育人: the university or discipline actively trains together with enterprises

    Statements: 4.3a
    """

class EnterpriseSchooling(TypedDict, total=False):
    """企业办学：一个企业的一次办学或参与办学。schooling by an enterprise: one enterprise founding or joining a school."""

    name: str | None
    """企业名称: name of the enterprise"""
    has_conditions: bool | None
    """经主管部门认定具备条件: the enterprise meets the requisite conditions, as determined by the competent authority; 由主管部门认定: as determined by the competent authority

    Statements: 5.1b
    """
    by_capital: bool | None
    """以资本参与: the enterprise takes part with capital

    Statements: 5.1d, 5.1e
    """
    by_technology: bool | None
    """以技术参与: the enterprise takes part with technology

    Statements: 5.1d, 5.1e
    """
    by_management: bool | None
    """以管理参与: the enterprise takes part with management

    Statements: 5.1d, 5.1e
    """
    by_other_means: bool | None
    """以其他要素参与: the enterprise takes part with other means

    Statements: 5.1d, 5.1e
    """
    lawful: bool | None
    """依法参与办学: the enterprise takes part lawfully

    Statements: 5.1d, 5.1e
    """

class PracticeBase(TypedDict, total=False):
    """实习实训与实践基地：一个设在企业的基地。practice base: one base at an enterprise."""

    name: str | None
    """基地名称: name of the base"""
    base_kind: Literal["student_training", "teacher_practice", "national_training", "provincial_training"] | None
    """基地类别: kind of base

    - `student_training` 实习实训基地: training base for students
    - `teacher_practice` 教师顶岗实践基地: base for teachers' practice
    - `national_training` 国培基地: base of the national teacher training
    - `provincial_training` 省培基地: base of the provincial teacher training
    Statements: 7.3b, 9.1a
    """
    host_large_or_medium: bool | None
    """设在大、中型企业: the host is a large or medium enterprise

    Statements: 7.3b, 9.1a
    """
    takes_students: bool | None
    """接收相关专业学生实习实训: the base takes students of related majors

    Statements: 7.3b
    """

class Person(TypedDict, total=False):
    """人才：一名到学校任教或设工作室的人员。person: one person who teaches or sets up a studio at a school."""

    name: str | None
    """姓名: name"""
    outstanding_technical_talent: bool | None
    """经主管部门认定为优秀专业技术人才: the person is an outstanding professional or technical talent, as determined by the competent authority; 由主管部门认定: as determined by the competent authority

    Statements: 9.5a
    """
    studio_in_school: bool | None
    """在学校建立工作室: the studio is at a school"""
    contribution: Literal["capital", "technology", "other", "none"] | None
    """入股形式: form of contribution

    - `capital` 资本入股: capital
    - `technology` 技术入股: technology
    - `other` 其他入股形式: another share
    - `none` 未入股: none
    """
    model_worker: bool | None
    """属于劳动模范: the person is a model worker

    Statements: 13.2d
    """
    highly_skilled: bool | None
    """属于高技能人才: the person is a highly skilled person

    Statements: 13.2d
    """
    part_time: bool | None
    """兼职授课: the person teaches part-time

    Statements: 13.2d
    """
    enterprise_technical_talent: bool | None
    """属于企业技术人才: the person is a technical talent of an enterprise

    Statements: 15.1d
    """
    enterprise_management_talent: bool | None
    """属于企业管理人才: the person is a management talent of an enterprise

    Statements: 15.1d
    """

class AssessmentScheme(TypedDict, total=False):
    """考核评价办法：一项考核、评价、资金项目或表彰办法。assessment scheme: one scheme of appraisal, funding or awards."""

    name: str | None
    """办法名称: name of the scheme"""
    scheme_kind: Literal["project_evaluation", "talent_evaluation", "performance_appraisal", "public_funds_and_projects", "awards", "school_evaluation", "leadership_appraisal", "discipline_adjustment", "other"] | None
    """办法类别: kind of scheme

    - `project_evaluation` 科研项目评价: evaluation of research projects
    - `talent_evaluation` 科研人才评价: evaluation of research talents
    - `performance_appraisal` 绩效考核: performance appraisal
    - `public_funds_and_projects` 财政性资金和项目: public funds and projects
    - `awards` 表彰奖励: awards
    - `school_evaluation` 办学水平评估: evaluation of schools
    - `leadership_appraisal` 领导班子考核: appraisal of leadership
    - `discipline_adjustment` 学科专业评价调整: evaluation and adjustment of majors
    - `other` 其他: other
    Statements: 10.3b, 28.1b, 28.2a
    """
    transfer_is_important: bool | None
    """将成果转化作为重要内容: the transfer of results is an important item

    Statements: 10.3b
    """
    integration_is_criterion: bool | None
    """将产教融合情况作为内容或条件: industry-education integration is content or condition

    Statements: 28.1b
    """
    integration_is_indicator: bool | None
    """将产教融合纳入重要指标: industry-education integration is an important indicator

    Statements: 28.2a
    """

class CreditEntry(TypedDict, total=False):
    """信用记录：一宗不按规定提取使用经费的行为。credit entry: one failure to set aside or use training funds."""

    enterprise: str | None
    """企业名称: name of the enterprise"""
    breach_found: bool | None
    """存在不按规定提取使用教育培训经费的行为: the funds were not set aside or used as required

    Statements: 11.5b
    """
    correction_refused: bool | None
    """经责令后拒不改正: correction was refused after an order; 由主管部门认定: as determined by the competent authority

    Statements: 11.5b
    """
    recorded: bool | None
    """已记入企业信用记录: the failure is entered in the credit record

    Statements: 11.5b
    """

class Apprenticeship(TypedDict, total=False):
    """学徒制试点：一个学徒制试点。apprenticeship: one apprenticeship pilot."""

    name: str | None
    """试点名称: name of the pilot"""
    school_terms: bool | None
    """明晰学校责权利: the school's duties, rights and interests are set out

    Statements: 14.2e
    """
    enterprise_terms: bool | None
    """明晰企业责权利: the enterprise's duties, rights and interests are set out

    Statements: 14.2e
    """
    student_terms: bool | None
    """明晰学生责权利: the student's duties, rights and interests are set out

    Statements: 14.2e
    """

class EducationAuthority(TypedDict, total=False):
    """教育部门：一个教育部门的一个年度。education authority: one education authority in one year."""

    name: str | None
    """部门名称: name of the authority"""
    year: Number | None
    """年度: calendar year"""
    vocational_education_week: bool | None
    """组织开展“职业教育宣传活动周”: the vocational education week is held

    Statements: 13.3a
    """
    craftsmen_on_campus: bool | None
    """组织开展“湖湘工匠进校园”活动: Huxiang Craftsmen on Campus is held

    Statements: 13.3a
    """
    visits_to_the_front_line: bool | None
    """组织开展走近生产一线系列活动: activities at the production front line are held

    Statements: 13.3a
    """

class TeacherTraining(TypedDict, total=False):
    """贫困地区师资培训：一期职业学校师资培训。teacher training: one training of vocational school teachers."""

    name: str | None
    """培训名称: name of the training"""
    for_poor_area: bool | None
    """面向贫困地区: the training is for teachers of poor areas

    Statements: 20.1e
    """
    fee_yuan: Amount | None
    """培训收费 (yuan): fee charged per teacher

    Statements: 20.1e
    """

class IndustryAuthority(TypedDict, total=False):
    """行业主管部门：一个行业主管部门。industry authority: one industry authority."""

    name: str | None
    """部门名称: name of the authority"""
    main_field: bool | None
    """经主管部门认定属于主要领域: the industry is a main field, as determined by the competent authority; 由主管部门认定: as determined by the competent authority

    Statements: 21.2b
    """
    steering_committee: bool | None
    """已成立行业职业教育教学指导委员会: an industry steering committee for vocational teaching is set up

    Statements: 21.2b
    """
    supports_work_plans: bool | None
    """支持行业社会组织制定工作计划: the authority supports industry bodies in making work plans

    Statements: 21.3a
    """
    supports_forecasts: bool | None
    """支持行业社会组织开展人才需求预测: the authority supports industry bodies in forecasting talent demand

    Statements: 21.3b
    """
    supports_cooperation: bool | None
    """支持行业社会组织开展校企合作服务: the authority supports industry bodies in services for school-enterprise cooperation

    Statements: 21.3b
    """
    supports_teaching_guidance: bool | None
    """支持行业社会组织开展教学指导: the authority supports industry bodies in teaching guidance

    Statements: 21.3b
    """
    supports_skill_appraisal: bool | None
    """支持行业社会组织开展技能鉴定: the authority supports industry bodies in skill appraisal

    Statements: 21.3b
    """

class Platform(TypedDict, total=False):
    """信息服务平台：一个产教融合信息服务平台。information platform: one information service platform of industry-education integration."""

    name: str | None
    """平台名称: name of the platform"""
    has_talent_information: bool | None
    """汇聚人才供需信息: the platform has information on the supply and demand of talent

    Statements: 23.2a
    """
    has_cooperation_information: bool | None
    """汇聚校企合作信息: the platform has information on school-enterprise cooperation

    Statements: 23.2a
    """
    has_project_information: bool | None
    """汇聚项目研发信息: the platform has information on R&D projects

    Statements: 23.2a
    """
    has_service_information: bool | None
    """汇聚技术服务信息: the platform has information on technical services

    Statements: 23.2a
    """

class ServicePurchase(TypedDict, total=False):
    """购买服务：学校的一次购买课程服务。service purchase: one purchase of course services by a school."""

    name: str | None
    """项目名称: name of the purchase"""
    seller: Literal["industry_or_enterprise", "training_institution", "other"] | None
    """提供方类别: kind of seller

    - `industry_or_enterprise` 行业企业: industry body or enterprise
    - `training_institution` 社会培训机构: training institution
    - `other` 其他: other
    Statements: 19.2b
    """
    service: Literal["innovation_course", "frontier_course", "similar", "other"] | None
    """服务类别: kind of service

    - `innovation_course` 创新创业课程: innovation and entrepreneurship course
    - `frontier_course` 前沿技术课程: frontier-technology course
    - `similar` 同类课程服务: a similar course service
    - `other` 其他: other
    Statements: 19.2b
    """
    procurement_rules_followed: bool | None
    """符合采购规定: procurement rules are followed

    Statements: 19.2b
    """

class SupportedUnit(TypedDict, total=False):
    """项目单位：一个入围项目单位。supported unit: one unit on a project list."""

    name: str | None
    """单位名称: name of the unit"""
    on_double_first_class_list: bool | None
    """入围国家或省“双一流”项目: the unit is on the national or provincial Double First-Class list

    Statements: 25.6a
    """
    on_integration_list: bool | None
    """入围国家或省“产教融合”项目: the unit is on the national or provincial list of industry-education integration projects

    Statements: 25.6a
    """

class Pilot(TypedDict, total=False):
    """试点：一个产教融合试点或综合高中试点。pilot: one pilot of industry-education integration or of a comprehensive high school."""

    name: str | None
    """试点名称: name of the pilot"""
    pilot_kind: Literal["comprehensive_high_school", "city", "industry", "enterprise"] | None
    """试点类别: kind of pilot

    - `comprehensive_high_school` 综合高中: comprehensive high school
    - `city` 城市: city
    - `industry` 行业: industry
    - `enterprise` 企业: enterprise
    Statements: 13.4c, 25.7a
    """
    place_has_conditions: bool | None
    """经主管部门认定具备条件: the place meets the requisite conditions, as determined by the competent authority; 由主管部门认定: as determined by the competent authority

    Statements: 13.4c
    """
    near_large_enterprise: bool | None
    """位于大型企业周边: the place is near a large enterprise

    Statements: 13.4c
    """
    near_park: bool | None
    """位于产业园区周边: the place is near an industrial park

    Statements: 13.4c
    """
    representative: bool | None
    """有较强代表性: the city, industry or enterprise is strongly representative

    Statements: 25.7a
    """
    influential: bool | None
    """有较强影响力: the city, industry or enterprise is strongly influential

    Statements: 25.7a
    """
    willing_to_reform: bool | None
    """有较强改革意愿: the city, industry or enterprise is strongly willing to reform

    Statements: 25.7a
    """

class Parameters(TypedDict, total=False):
    """参数：替代文件规定的数值。Overrides of the policy's numbers."""

    policy_applies_from: Day | None
    """政策适用起始日: first day to which the policy is applied"""
    policy_applies_to: Day | None
    """政策适用截止日: last day to which the policy is applied"""
    cooperation_sales_revenue_yuan: Amount | None
    """合作企业销售收入下限 (yuan): least sales revenue of a cooperation partner"""
    cooperation_employed_persons: Number | None
    """合作企业从业人员下限 (person): least number of employed persons of a cooperation partner"""
    teacher_posts_share: Amount | None
    """顶岗实践岗位占在职员工比例 (percent): positions for teachers' practice, as a share of staff in service"""
    frontline_share: Amount | None
    """用于一线职工的经费比例 (percent): share of training funds for front-line staff"""
    training_coverage_share: Amount | None
    """年培训比例 (percent): share of the staff trained in the year"""
    practical_hours_share: Amount | None
    """实践性教学课时比例 (percent): share of practical class hours"""
    training_fund_share_general: Amount | None
    """教育培训经费提取比例（一般） (percent): training funds set aside, as a share of wages (general)"""
    training_fund_share_high_demand: Amount | None
    """教育培训经费提取比例（要求高） (percent): training funds set aside, as a share of wages (high demand)"""
    internship_posts_per_staff: Amount | None
    """学生实习岗位占职工总数比例 (percent): internship positions, as a share of total staff"""
    internship_posts_per_technical_post: Amount | None
    """学生实习岗位占技术岗位比例 (percent): internship positions, as a share of technical positions"""
    periodic_long_years: Number | None
    """教师实践长周期 (year): long window of teachers' practice"""
    periodic_long_months: Number | None
    """长周期内实践时间 (month): practice in the long window"""
    periodic_short_years: Number | None
    """教师实践短周期 (year): short window of teachers' practice"""
    periodic_short_months: Number | None
    """短周期内实践时间 (month): practice in the short window"""
    periodic_grace_years: Number | None
    """入职后的宽限年数 (year): years after hiring in which the periodic practice is not yet due"""
    induction_years: Number | None
    """新入职实践期限 (year): years in which a new teacher is to practise"""
    induction_months: Number | None
    """新入职实践时间 (month): practice of a new teacher"""
    induction_gap_days: Number | None
    """集中实践允许的间隔天数 (day): uncovered days between two periods that do not interrupt full-time practice"""
    induction_applies_from: Day | None
    """新入职要求起算日: first day of hiring to which the induction duty applies"""
    visit_months: Number | None
    """访学时间 (month): length of an enterprise visit"""
    forecast_interval_years: Number | None
    """预测报告发布间隔 (year): longest interval between forecast reports"""
    funding_secondary_yuan: Amount | None
    """中职、技工学校生均拨款标准 (yuan): per-student funding standard of secondary vocational and technician schools"""
    funding_higher_vocational_yuan: Amount | None
    """高职院校生均拨款标准 (yuan): per-student funding standard of higher vocational colleges"""
    target_demonstration_enterprises: Number | None
    """产教融合示范企业目标 (enterprise): target of demonstration enterprises"""
    target_leading_talents: Number | None
    """产教融合领军人才目标 (person): target of leading talents"""
    target_industry_professors: Number | None
    """产业教授（导师）目标 (person): target of industry professors (mentors)"""
    target_craftsmen_and_experts: Number | None
    """湖湘工匠和技术能手目标 (person): target of craftsmen and technical experts"""
    internship_rules_2021_from: Day | None
    """2021年《职业学校学生实习管理规定》起用日: day from which the internship rules of 2021 are used"""
    internship_host_cap_share: Amount | None
    """实习单位实习生上限 (percent): students on post internships at one host, at most"""
    internship_post_cap_share: Amount | None
    """同类岗位实习生上限 (percent): students on post internships at one kind of post, at most"""
    internship_pay_floor_share: Amount | None
    """实习报酬占工资比例 (percent): intern pay, as a share of the wage"""
    teacher_posts_scope: Literal["large_and_medium", "base_hosts", "all_enterprises"] | None
    """提供教师顶岗实践岗位的企业: enterprises that are to offer practice positions

    - `large_and_medium` 句首“在大中型企业”及于本分句：仅大、中型企业承担: The opening words "in large and medium enterprises" carry over: only these are bound.
    - `base_hosts` 本句以“教师顶岗实践基地”为题：凡设有基地的企业承担，不论规模: The sentence is about bases for teachers' practice: every enterprise with a base is bound, whatever its size.
    - `all_enterprises` “企业”未加限定：所有企业承担: The word "enterprises" is not qualified: all are bound.
    """
    teacher_posts_rounding: Literal["up", "half_up", "down"] | None
    """岗位数取整: rounding of practice positions

    - `up` 不足一个岗位的按一个计（“不低于”）: A fraction of a position takes a whole position ("not less than").
    - `half_up` 不足一个岗位的四舍五入: A fraction of a position is rounded half up.
    - `down` 不足一个岗位的不计: A fraction of a position is dropped.
    """
    practice_plan_scope: Literal["bound_or_offering", "offering"] | None
    """应做好具体规划的企业: enterprises that are to plan practice positions

    - `bound_or_offering` 应提供岗位的企业和实际提供岗位的企业均应做好规划: Enterprises that are bound to offer positions, and those that do, are to plan them.
    - `offering` 仅实际提供岗位的企业应做好规划: Only enterprises that offer positions are to plan them.
    """
    social_report_scope: Literal["above_designated_size", "all_enterprises"] | None
    """社会责任报告的企业范围: enterprises whose social report is to cover vocational education

    - `above_designated_size` 仅规模以上企业: Only enterprises above designated size.
    - `all_enterprises` 所有企业：2022年5月1日起施行的职业教育法第二十四条不分规模: All enterprises: Article 24 of the Vocational Education Law, in force since 1 May 2022, has no size limit.
    """
    training_fund_high_rate: Literal["option", "obligation"] | None
    """2.5%的提取比例: the rate of 2.5 %

    - `option` “可按2.5%提取”是授权：各类企业的义务均为1.5%: "May set aside 2.5 %" is a permission: the duty of every enterprise is 1.5 %.
    - `obligation` 技术要求高的企业应按2.5%提取: Enterprises with high demands are to set aside 2.5 %.
    """
    frontline_share_base: Literal["spent", "set_aside"] | None
    """一线职工经费比例的基数: the base of the front-line share

    - `spent` 以当年实际使用的经费为基数: Of the funds spent in the year.
    - `set_aside` 以当年提取的经费为基数: Of the funds set aside in the year.
    """
    credit_record_breach: Literal["either", "both"] | None
    """不按规定提取使用: not set aside or used by the rules

    - `either` 提取或者使用任一不符合规定即可: Either the setting aside or the use against the rules.
    - `both` “提取使用”为一体：提取和使用均不符合规定: "Set aside and use" is one: both are against the rules.
    """
    periodic_practice_limbs: Literal["either", "long_only"] | None
    """5年6个月与2年2个月: six months in five years, two in two

    - `either` 每5年6个月或者每2年2个月，满足其一即可: Six months in five years or two months in two years: either suffices.
    - `long_only` 每5年必须累计不少于6个月（教师〔2016〕3号第四条）: Six months in five years are required (Jiaoshi No. 3 of 2016, Article 4).
    """
    periodic_practice_place: Literal["anywhere", "enterprise"] | None
    """顶岗实践、挂职锻炼的地点: place of on-post practice and secondment

    - `anywhere` 顶岗实践、挂职锻炼不限于企业: On-post practice and secondment are not limited to enterprises.
    - `enterprise` 仅计在企业的实践: Only practice in an enterprise counts.
    """
    periodic_practice_before_hiring: Literal["excluded", "included"] | None
    """入职以前的实践: practice before hiring

    - `excluded` 仅计入职以后作为教师的实践: Only practice as a teacher counts, from the day of hiring on.
    - `included` 入职以前的实践也计入: Practice before the day of hiring counts, too.
    """
    practice_month: Literal["calendar_or_30_days", "calendar", "thirty_days"] | None
    """实践时间按月计算: months of practice

    - `calendar_or_30_days` 按日历月或者按每月30天折算，满足其一即可: Calendar months or 30 days a month: either suffices.
    - `calendar` 仅按日历月: Calendar months only.
    - `thirty_days` 仅按每月30天折算: 30 days a month only.
    """
    induction_continuity: Literal["one_block", "cumulative"] | None
    """集中实践: full-time practice

    - `one_block` “集中”：一段完成，节假日等短暂间隔不计中断: "Full-time" (集中): in one piece; holidays and other short gaps do not interrupt it.
    - `cumulative` 各段天数可以累计: The days of all periods are added up.
    """
    induction_schools: Literal["vocational", "vocational_and_applied_undergraduate"] | None
    """新入职专业教师的学校: schools of newly hired teachers

    - `vocational` 仅职业学校（含技工院校）: Only vocational schools, technical institutions included.
    - `vocational_and_applied_undergraduate` 职业学校和应用型本科高校：第15点兼及两者: Vocational schools and applied universities: point 15 speaks of both.
    """
    forecast_gaps: Literal["present_only", "every_gap"] | None
    """报告发布间隔: intervals between reports

    - `present_only` 只看最近一次报告至评价日的间隔: Only the interval from the last report to the day of judgement counts.
    - `every_gap` 以往任一间隔超过期限的也不符合: Every past interval counts, too.
    """
    technician_college_as: Literal["open", "secondary", "higher"] | None
    """技师学院的生均拨款标准: funding standard of technician colleges

    - `open` 文件未列明技师学院，不作判断: The policy does not name technician colleges: no verdict.
    - `secondary` 按技工学校的标准: By the standard of skilled workers' schools.
    - `higher` 纳入高等职业学校序列的，按高职院校的标准（职业教育法第十五条）: By the standard of higher vocational colleges, among which the law admits those that qualify (Vocational Education Law, Article 15).
    """
    vocational_university_as: Literal["open", "higher"] | None
    """职业本科学校的生均拨款标准: funding standard of vocational universities

    - `open` 文件未列明职业本科学校，不作判断: The policy does not name vocational universities: no verdict.
    - `higher` 属于高等职业学校，按高职院校的标准（职业教育法第十五条）: It is a higher vocational school, so by that standard (Vocational Education Law, Article 15).
    """
    postgraduate_quota_conditions: Literal["both", "either"] | None
    """研究生招生计划倾斜条件: conditions for the postgraduate quota

    - `both` 两项定语修饰同一中心语，应同时具备: Two attributes of one noun: both are required.
    - `either` 顿号表示并列的两类，具备其一即可: Two kinds side by side: either suffices.
    """
    supported_unit_conditions: Literal["any", "all"] | None
    """项目单位支持条件: conditions for supported units

    - `any` 入围“双一流”或者“产教融合”项目之一即可: On either list.
    - `all` 须同时入围两类项目: On both lists.
    """
    pilot_conditions: Literal["all", "any"] | None
    """试点条件: conditions for pilots

    - `all` 各项条件应同时具备: All conditions are required.
    - `any` 具备其一即可: One of them suffices.
    """
    priority_support_scope: Literal["demonstration", "demonstration_or_leading"] | None
    """项目建设优先支持的对象: who gets priority support

    - `demonstration` 仅遴选出的产教融合示范企业: Only the selected demonstration enterprises.
    - `demonstration_or_leading` 示范企业和龙头骨干企业（句首所列对象）: Demonstration enterprises and leading or backbone enterprises, whom the first half of the sentence names.
    """
    authority_services: Literal["any", "all"] | None
    """行业主管部门支持的服务: services that the industry authority supports

    - `any` “等”字未封闭：支持其中一项服务即可: The list is open (等): support for one of the services suffices.
    - `all` 列明的四项服务均应支持: All four services that are named are to be supported.
    """
    integration_park_level: Literal["provincial_and_above", "all_levels"] | None
    """产教融合园区的级别: level of an integration park

    - `provincial_and_above` 省级以上产业园（附件第21项）: Parks at provincial level or above (annex, row 21).
    - `all_levels` 各级产业园区（正文第25点）: Industrial parks at all levels (point 25 of the body).
    """
    information_platform_force: Literal["encouraged", "directive"] | None
    """信息服务平台的效力: force of the statement on the platform

    - `encouraged` “鼓励”及于平台建设: "Encourage" (鼓励) governs the building of the platform.
    - `directive` “鼓励”仅及于技术运用；标题和附件第19项均为部署: "Encourage" governs the use of technology only; the caption and row 19 of the annex are directives.
    """

SubjectName = Literal[
    "enterprise",
    "programme",
    "teacher",
    "visit",
    "funding_standard",
    "industry_forecast",
    "province",
    "internship",
    "insurer",
    "research_project",
    "transfer_reward",
    "allocation",
    "land_use",
    "development_plan",
    "park",
    "locality",
    "provincial_measures",
    "school",
    "basic_school",
    "enrolment",
    "major",
    "postgraduate_quota",
    "enterprise_schooling",
    "practice_base",
    "person",
    "assessment_scheme",
    "credit_entry",
    "apprenticeship",
    "education_authority",
    "teacher_training",
    "industry_authority",
    "platform",
    "service_purchase",
    "supported_unit",
    "pilot",
]
"""A subject."""

ParameterName = Literal[
    "policy_applies_from",
    "policy_applies_to",
    "cooperation_sales_revenue_yuan",
    "cooperation_employed_persons",
    "teacher_posts_share",
    "frontline_share",
    "training_coverage_share",
    "practical_hours_share",
    "training_fund_share_general",
    "training_fund_share_high_demand",
    "internship_posts_per_staff",
    "internship_posts_per_technical_post",
    "periodic_long_years",
    "periodic_long_months",
    "periodic_short_years",
    "periodic_short_months",
    "periodic_grace_years",
    "induction_years",
    "induction_months",
    "induction_gap_days",
    "induction_applies_from",
    "visit_months",
    "forecast_interval_years",
    "funding_secondary_yuan",
    "funding_higher_vocational_yuan",
    "target_demonstration_enterprises",
    "target_leading_talents",
    "target_industry_professors",
    "target_craftsmen_and_experts",
    "internship_rules_2021_from",
    "internship_host_cap_share",
    "internship_post_cap_share",
    "internship_pay_floor_share",
    "teacher_posts_scope",
    "teacher_posts_rounding",
    "practice_plan_scope",
    "social_report_scope",
    "training_fund_high_rate",
    "frontline_share_base",
    "credit_record_breach",
    "periodic_practice_limbs",
    "periodic_practice_place",
    "periodic_practice_before_hiring",
    "practice_month",
    "induction_continuity",
    "induction_schools",
    "forecast_gaps",
    "technician_college_as",
    "vocational_university_as",
    "postgraduate_quota_conditions",
    "supported_unit_conditions",
    "pilot_conditions",
    "priority_support_scope",
    "authority_services",
    "integration_park_level",
    "information_platform_force",
]
"""A number of the policy."""

RuleId = Literal[
    "enterprise.public_school_partner",
    "enterprise.cooperation_partner",
    "enterprise.joint_schooling",
    "enterprise.training_base_host",
    "enterprise.internship_posts",
    "enterprise.social_report",
    "enterprise.teacher_posts",
    "enterprise.teacher_practice_plan",
    "enterprise.teacher_posts_technical",
    "enterprise.teacher_posts_mentored",
    "enterprise.master_teacher_station",
    "enterprise.visiting_scholars",
    "enterprise.training_system",
    "enterprise.training_fund",
    "enterprise.frontline_share",
    "enterprise.training_coverage",
    "enterprise.training_purchased",
    "enterprise.skill_contests",
    "enterprise.skill_reward",
    "enterprise.staff_congress_report",
    "enterprise.credit_record",
    "enterprise.education_group_founder",
    "enterprise.state_school_operator",
    "enterprise.priority_support",
    "programme.industry_participation",
    "programme.practical_hours",
    "teacher.periodic_practice",
    "teacher.induction_practice",
    "visit.duration",
    "funding_standard.secondary",
    "funding_standard.higher_vocational",
    "industry_forecast.interval",
    "province.demonstration_enterprises",
    "province.leading_talents",
    "province.industry_professors",
    "province.craftsmen_and_experts",
    "internship.host_cap",
    "internship.host_cap_general",
    "internship.post_cap",
    "internship.post_cap_general",
    "internship.pay_floor",
    "internship.post_wage_floor",
    "internship.liability_insurance",
    "internship.accident_insurance",
    "internship.voluntary_accident_insurance",
    "insurer.apprenticeship_rates",
    "research_project.industry_participation",
    "research_project.transfer_plan",
    "transfer_reward.outside_performance_pay",
    "transfer_reward.outside_wage_base",
    "allocation.internship_and_employment",
    "land_use.science_education_class",
    "land_use.allocation",
    "development_plan.requirements",
    "development_plan.measures",
    "park.key_construction",
    "park.integration_park",
    "locality.park_plan",
    "locality.own_policy",
    "locality.coordination_body",
    "locality.coordination_mandate",
    "provincial_measures.skill_spot_check",
    "provincial_measures.teaching_diagnosis",
    "provincial_measures.skill_appraisal",
    "provincial_measures.major_setting_measures",
    "provincial_measures.internship_rules",
    "provincial_measures.master_apprentice_system",
    "provincial_measures.craft_studios",
    "provincial_measures.apprenticeship_levels",
    "provincial_measures.apprenticeship_platform",
    "provincial_measures.apprenticeship_norms",
    "provincial_measures.dual_qualified_standards",
    "provincial_measures.dual_qualified_training",
    "provincial_measures.cooperation_measures",
    "provincial_measures.information_platform",
    "provincial_measures.coordination_mechanism",
    "provincial_measures.integration_project",
    "provincial_measures.vocational_funding",
    "provincial_measures.appraisal_mechanism",
    "school.employment_report",
    "school.quality_report",
    "school.adjustment_mechanism",
    "school.warning_mechanism",
    "school.joint_governance",
    "school.base_open",
    "school.charter",
    "school.council",
    "school.outside_parties",
    "school.bodies_with_industry",
    "school.pairing",
    "school.foreign_cooperation",
    "basic_school.curriculum",
    "basic_school.evaluation",
    "basic_school.vocational_electives",
    "enrolment.shortage_majors",
    "enrolment.vocational_graduates",
    "enrolment.work_experience",
    "enrolment.applied",
    "major.grounds",
    "major.warning_and_exit",
    "postgraduate_quota.preference",
    "enterprise_schooling.founder",
    "enterprise_schooling.participation",
    "enterprise_schooling.rights",
    "practice_base.student_training",
    "practice_base.teacher_practice",
    "person.studio",
    "person.part_time_teacher",
    "person.enterprise_teacher",
    "assessment_scheme.transfer",
    "assessment_scheme.criterion",
    "assessment_scheme.indicator",
    "credit_entry.recorded",
    "apprenticeship.three_parties",
    "education_authority.campaigns",
    "teacher_training.free_of_charge",
    "industry_authority.steering_committee",
    "industry_authority.work_plans",
    "industry_authority.services",
    "platform.contents",
    "service_purchase.permission",
    "supported_unit.support",
    "pilot.comprehensive_high_school",
    "pilot.integration",
]
"""The id of a rule."""
