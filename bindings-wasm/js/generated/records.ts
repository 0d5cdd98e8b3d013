// Generated from ../../../schemas by `npm run build`; do not edit.

/** A value that may be unknown: absent, null or undefined. */
export type Maybe<T> = T | null | undefined;

/** A whole number from 0. */
export type Count = number | bigint;

/** Yuan, at most two decimals. Text is exact; a number is read as its shortest decimal. */
export type Money = string | number | bigint;

/** Per cent, at most four decimals. */
export type Share = string | number | bigint;

/** A day, `YYYY-MM-DD`. */
export type Day = string;

/**
 * 企业: enterprise
 *
 * 一个法人单位的一个自然年度: one legal entity in one calendar year
 */
export interface Enterprise {
  /** 企业名称: name of the enterprise */
  name?: Maybe<string>;
  /** 年度: calendar year */
  year?: Maybe<number>;
  /**
   * 划型行业（国统字〔2017〕213号）: industry of the size table
   *
   * - `agriculture` 农、林、牧、渔业: agriculture, forestry, animal husbandry and fishery
   * - `industry` 工业: industry: mining, manufacturing, power, heat, gas and water
   * - `construction` 建筑业: construction
   * - `wholesale` 批发业: wholesale
   * - `retail` 零售业: retail
   * - `transport` 交通运输业: transport, without railways
   * - `storage` 仓储业: warehousing
   * - `post` 邮政业: postal services
   * - `accommodation` 住宿业: accommodation
   * - `catering` 餐饮业: catering
   * - `information_transmission` 信息传输业: information transmission
   * - `software_it` 软件和信息技术服务业: software and information technology services
   * - `real_estate` 房地产开发经营: real estate development and operation
   * - `property_management` 物业管理: property management
   * - `leasing_business` 租赁和商务服务业: leasing and business services
   * - `other` 其他未列明行业: other industries of the table
   * - `not_in_table` 不在划分表内: not in the table: finance, education, health, railways and the like
   *
   * Statements: 7.3a, 9.1b, 9.2a, 9.4a, 9.4b
   */
  industry?: Maybe<"agriculture" | "industry" | "construction" | "wholesale" | "retail" | "transport" | "storage" | "post" | "accommodation" | "catering" | "information_transmission" | "software_it" | "real_estate" | "property_management" | "leasing_business" | "other" | "not_in_table">;
  /**
   * 企业规模: declared size class
   *
   * 由统计部门认定: as determined by the statistics authority
   *
   * - `large` 大型: large
   * - `medium` 中型: medium
   * - `small` 小型: small
   * - `micro` 微型: micro
   *
   * Statements: 7.3a, 9.1b, 9.2a, 9.4a, 9.4b
   */
  size_class?: Maybe<"large" | "medium" | "small" | "micro">;
  /**
   * 从业人员 (person): employed persons
   *
   * Statements: 7.2a, 7.2b, 7.3a, 9.1b, 9.2a, 9.4a, 9.4b
   */
  employed_persons?: Maybe<Count>;
  /**
   * 营业收入 (yuan): operating revenue
   *
   * Statements: 7.3a, 9.1b, 9.2a, 9.4a, 9.4b
   */
  operating_revenue_yuan?: Maybe<Money>;
  /**
   * 资产总额 (yuan): total assets
   *
   * Statements: 7.3a, 9.1b, 9.2a, 9.4a, 9.4b
   */
  total_assets_yuan?: Maybe<Money>;
  /**
   * 销售收入 (yuan): sales revenue
   *
   * Statements: 7.2a, 7.2b
   */
  sales_revenue_yuan?: Maybe<Money>;
  /**
   * 属于规模以上企业: the enterprise is above designated size
   *
   * 由统计部门认定: as determined by the statistics authority
   *
   * Statements: 8.3a
   */
  above_designated_size?: Maybe<boolean>;
  /**
   * 承担合作办学任务: the enterprise takes on joint schooling
   *
   * Statements: 7.2b
   */
  joint_schooling?: Maybe<boolean>;
  /**
   * 职工总数 (person): total staff
   *
   * Statements: 8.2a, 11.1d
   */
  staff_total?: Maybe<Count>;
  /**
   * 在职员工数 (person): staff in service
   *
   * Statements: 9.1b
   */
  staff_in_service?: Maybe<Count>;
  /**
   * 技术岗位数 (post): technical positions
   *
   * Statements: 8.2a
   */
  technical_posts?: Maybe<Count>;
  /**
   * 学生实习岗位 (post): internship positions for students
   *
   * Statements: 8.2a
   */
  internship_posts?: Maybe<Count>;
  /**
   * 设有教师顶岗实践基地: a base for teachers' on-post practice is set up at the enterprise
   *
   * Statements: 9.1b, 9.2a
   */
  hosts_teacher_base?: Maybe<boolean>;
  /**
   * 每年提供的顶岗实践岗位数 (post): on-post practice positions offered to teachers in the year
   *
   * Statements: 9.1b, 9.2a, 9.2b, 9.2c
   */
  teacher_posts?: Maybe<Count>;
  /**
   * 属于技术性工作岗位的岗位数 (post): on-post practice positions that are technical
   *
   * Statements: 9.2b
   */
  teacher_posts_technical?: Maybe<Count>;
  /**
   * 有专人指导的岗位数 (post): on-post practice positions with a mentor
   *
   * Statements: 9.2c
   */
  teacher_posts_mentored?: Maybe<Count>;
  /**
   * 已做好顶岗实践的具体规划: a concrete plan for teachers' on-post practice is made
   *
   * Statements: 9.2a
   */
  teacher_practice_plan?: Maybe<boolean>;
  /**
   * 工资总额 (yuan): total wages
   *
   * Statements: 11.1b, 11.5a
   */
  total_wages_yuan?: Maybe<Money>;
  /**
   * 教育培训经费提取类别: category of the training-fund rate
   *
   * - `general` 一般企业: general (1.5 %)
   * - `high_demand` 技术要求高企业: high demand: the 2.5 % rate was adopted or assigned
   *
   * Statements: 11.1b, 11.5a
   */
  training_fund_category?: Maybe<"general" | "high_demand">;
  /**
   * 提取的教育培训经费 (yuan): training funds set aside
   *
   * Statements: 11.1b, 11.1c, 11.5a
   */
  training_fund_set_aside_yuan?: Maybe<Money>;
  /**
   * 使用的教育培训经费 (yuan): training funds spent
   *
   * Statements: 11.1c, 11.5a
   */
  training_fund_spent_yuan?: Maybe<Money>;
  /**
   * 用于一线职工的教育培训经费 (yuan): training funds spent on front-line employees
   *
   * Statements: 11.1c, 11.5a
   */
  training_fund_frontline_yuan?: Maybe<Money>;
  /**
   * 年度受训职工人数 (person): employees trained in the year (each counted once)
   *
   * Statements: 11.1d
   */
  trained_staff?: Maybe<Count>;
  /**
   * 已落实职工培训制度: the staff training system is in place
   *
   * Statements: 11.1a
   */
  training_system?: Maybe<boolean>;
  /**
   * 主动购买培训服务: the enterprise buys training services on its own initiative
   *
   * Statements: 11.2b
   */
  training_services_bought?: Maybe<boolean>;
  /**
   * 开展职工技能竞赛: a skill contest for employees is held
   *
   * Statements: 11.3a
   */
  skill_contest_held?: Maybe<boolean>;
  /**
   * 向职工代表大会（或职工大会）报告培训经费使用情况: the use of the training funds is reported to the workers' congress (or the meeting of all employees)
   *
   * Statements: 11.4c
   */
  staff_congress_report?: Maybe<boolean>;
  /**
   * 在社会责任报告中载明开展职业教育情况: the social responsibility report covers vocational education
   *
   * Statements: 8.3a
   */
  social_report_covers_vocational_education?: Maybe<boolean>;
  /**
   * 参加培训提升技能等级的职工人数 (person): employees who raised their skill level through training
   *
   * Statements: 11.3b
   */
  skill_upgraded_staff?: Maybe<Count>;
  /**
   * 对提升技能等级的职工予以奖励或补贴: employees who raised their skill level are rewarded or subsidised
   *
   * Statements: 11.3b
   */
  skill_upgrade_rewarded?: Maybe<boolean>;
  /**
   * 经责令后拒不改正: correction was refused after an order
   *
   * 由主管部门认定: as determined by the competent authority
   *
   * Statements: 11.5a
   */
  correction_refused?: Maybe<boolean>;
  /**
   * 经主管部门认定有其他不按规定使用教育培训经费的行为: an authority found that the funds were used against the rules in another way
   *
   * 由主管部门认定: as determined by the competent authority
   *
   * Statements: 11.5a
   */
  other_misuse?: Maybe<boolean>;
  /**
   * 属于龙头骨干企业: the enterprise is a leading or backbone enterprise
   *
   * 由主管部门认定: as determined by the competent authority
   *
   * Statements: 5.1a, 12.1a, 25.4c
   */
  leading_enterprise?: Maybe<boolean>;
  /**
   * 属于国有企业: the enterprise is state-owned
   *
   * Statements: 12.3a
   */
  state_owned?: Maybe<boolean>;
  /**
   * 已举办职业学校: the enterprise runs a vocational school
   *
   * Statements: 12.3a
   */
  runs_vocational_school?: Maybe<boolean>;
  /**
   * 经主管部门认定具备条件: the enterprise meets the requisite conditions, as determined by the competent authority
   *
   * 由主管部门认定: as determined by the competent authority
   *
   * Statements: 12.3a
   */
  has_conditions?: Maybe<boolean>;
  /**
   * 属于产教融合示范企业: the enterprise is a demonstration enterprise of industry-education integration
   *
   * 由主管部门认定: as determined by the competent authority
   *
   * Statements: 25.4c
   */
  demonstration_enterprise?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle obligation is not met */
  explanations?: Maybe<{
    /** 教师顶岗实践岗位: on-post practice positions for teachers */
    "enterprise.teacher_posts"?: Maybe<string>;
  }>;
}

/**
 * 专业人才培养方案: programme
 *
 * 一个专业的一届人才培养方案: one training programme of one cohort
 */
export interface Programme {
  /** 专业名称: name of the programme */
  name?: Maybe<string>;
  /**
   * 学校类别: kind of school
   *
   * - `secondary_vocational` 中等职业学校: secondary vocational school
   * - `technician` 技工学校: skilled workers' school
   * - `technician_college` 技师学院: technician college
   * - `higher_vocational` 高等职业学校: higher vocational college
   * - `vocational_university` 职业本科学校: vocational university
   * - `applied_undergraduate` 应用型本科高校: applied undergraduate university
   * - `other_university` 其他高等学校: other university
   *
   * Statements: 6.2a, 14.3a
   */
  school_kind?: Maybe<"secondary_vocational" | "technician" | "technician_college" | "higher_vocational" | "vocational_university" | "applied_undergraduate" | "other_university">;
  /**
   * 实践性教学课时 (class_hour): practical class hours
   *
   * Statements: 14.3a
   */
  practical_hours?: Maybe<Count>;
  /**
   * 总课时 (class_hour): class hours in all
   *
   * Statements: 14.3a
   */
  total_hours?: Maybe<Count>;
  /**
   * 属于新设专业: the programme is newly set up
   *
   * Statements: 6.2a
   */
  new_programme?: Maybe<boolean>;
  /**
   * 参与的行业企业数 (participant): industry bodies and enterprises taking part
   *
   * Statements: 6.2a
   */
  industry_participants?: Maybe<Count>;
  /** 未达到要求的理由: reasons why an in-principle obligation is not met */
  explanations?: Maybe<{
    /** 新设专业有行业企业参与: industry takes part in new programmes */
    "programme.industry_participation"?: Maybe<string>;
  }>;
}

/**
 * 教师: teacher
 *
 * 一名教师在某一日的情况: one teacher, judged on a day
 */
export interface Teacher {
  /** 姓名: name of the teacher */
  name?: Maybe<string>;
  /**
   * 评价日期: day of judgement
   *
   * Statements: 15.2c, 15.2d
   */
  as_of: Day;
  /**
   * 学校类别: kind of school
   *
   * - `secondary_vocational` 中等职业学校: secondary vocational school
   * - `technician` 技工学校: skilled workers' school
   * - `technician_college` 技师学院: technician college
   * - `higher_vocational` 高等职业学校: higher vocational college
   * - `vocational_university` 职业本科学校: vocational university
   * - `applied_undergraduate` 应用型本科高校: applied undergraduate university
   * - `other_university` 其他高等学校: other university
   *
   * Statements: 15.2c, 15.2d
   */
  school_kind?: Maybe<"secondary_vocational" | "technician" | "technician_college" | "higher_vocational" | "vocational_university" | "applied_undergraduate" | "other_university">;
  /**
   * 教师类别: role of the teacher
   *
   * - `specialist` 专业课教师: specialist teacher
   * - `internship_instructor` 实习指导教师: internship instructor
   * - `general` 公共基础课教师: teacher of general subjects
   *
   * Statements: 15.2c, 15.2d
   */
  role?: Maybe<"specialist" | "internship_instructor" | "general">;
  /**
   * 入职日期（首次受聘为职业学校教师之日）: day of hiring (first appointment as a teacher of a vocational school)
   *
   * Statements: 15.2c, 15.2d
   */
  hired_on?: Maybe<Day>;
  /**
   * 实践经历: periods of practice
   *
   * Statements: 15.2c, 15.2d
   */
  practice?: Maybe<readonly {
    /** 开始日期: first day */
    start: Day;
    /** 结束日期: last day (absent: still running) */
    end?: Maybe<Day>;
    /** 是否在企业: held in an enterprise */
    in_enterprise?: Maybe<boolean>;
  }[]>;
  /** 未达到要求的理由: reasons why an in-principle obligation is not met */
  explanations?: Maybe<{
    /** 教师顶岗实践、挂职锻炼时间: on-post practice and secondment of teachers */
    "teacher.periodic_practice"?: Maybe<string>;
  }>;
}

/**
 * 企业访学: enterprise visit
 *
 * 一名教师的一次企业访学: one visit of a teacher to an enterprise
 */
export interface Visit {
  /**
   * 开始日期: first day
   *
   * Statements: 9.4c
   */
  start?: Maybe<Day>;
  /**
   * 结束日期: last day
   *
   * Statements: 9.4c
   */
  end?: Maybe<Day>;
  /** 未达到要求的理由: reasons why an in-principle obligation is not met */
  explanations?: Maybe<{
  }>;
}

/**
 * 生均拨款标准: per-student funding standard
 *
 * 一地一年一类学校的生均拨款标准: the standard of one kind of school in one place and year
 */
export interface FundingStandard {
  /** 地区: jurisdiction */
  jurisdiction?: Maybe<string>;
  /** 年度: calendar year */
  year?: Maybe<number>;
  /**
   * 学校类别: kind of school
   *
   * - `secondary_vocational` 中等职业学校: secondary vocational school
   * - `technician` 技工学校: skilled workers' school
   * - `technician_college` 技师学院: technician college
   * - `higher_vocational` 高等职业学校: higher vocational college
   * - `vocational_university` 职业本科学校: vocational university
   * - `applied_undergraduate` 应用型本科高校: applied undergraduate university
   * - `other_university` 其他高等学校: other university
   *
   * Statements: 26.1c, 26.1d
   */
  school_kind?: Maybe<"secondary_vocational" | "technician" | "technician_college" | "higher_vocational" | "vocational_university" | "applied_undergraduate" | "other_university">;
  /**
   * 生均拨款标准 (yuan): funding standard per student
   *
   * Statements: 26.1c, 26.1d
   */
  standard_yuan?: Maybe<Money>;
  /** 未达到要求的理由: reasons why an in-principle obligation is not met */
  explanations?: Maybe<{
  }>;
}

/**
 * 行业人才需求预测: industry forecast
 *
 * 一个行业的人才需求预测报告发布情况: the talent-demand forecasts published for one industry
 */
export interface IndustryForecast {
  /** 行业名称: name of the industry */
  industry_name?: Maybe<string>;
  /**
   * 评价日期: day of judgement
   *
   * Statements: 21.4a
   */
  as_of: Day;
  /**
   * 起算日期: day from which the duty runs
   *
   * Statements: 21.4a
   */
  base_date?: Maybe<Day>;
  /**
   * 发布日期: days on which a report was published
   *
   * Statements: 21.4a
   */
  published?: Maybe<readonly Day[]>;
  /** 未达到要求的理由: reasons why an in-principle obligation is not met */
  explanations?: Maybe<{
  }>;
}

/**
 * 全省遴选情况: province
 *
 * 全省累计遴选情况: what the province has selected so far
 */
export interface Province {
  /**
   * 已遴选的产教融合示范企业数 (enterprise): demonstration enterprises selected
   *
   * Statements: 25.4b
   */
  demonstration_enterprises?: Maybe<Count>;
  /**
   * 已遴选的产教融合领军人才数 (person): leading figures selected
   *
   * Statements: 25.5b
   */
  leading_talents?: Maybe<Count>;
  /**
   * 已遴选的产业教授（导师）数 (person): industry professors (mentors) selected
   *
   * Statements: 25.5c
   */
  industry_professors?: Maybe<Count>;
  /**
   * 已遴选的湖湘工匠和技术能手数 (person): Huxiang craftsmen and skilled technicians selected
   *
   * Statements: 25.5d
   */
  craftsmen_and_experts?: Maybe<Count>;
  /** 未达到要求的理由: reasons why an in-principle obligation is not met */
  explanations?: Maybe<{
  }>;
}

/**
 * 学生实习: internship
 *
 * 一个单位同期接收的职业学校实习生: interns of vocational schools at one host at one time
 */
export interface Internship {
  /**
   * 实习单位在岗职工总数 (person): staff on post at the host
   *
   * Statements: 8.1a
   */
  host_staff_on_post?: Maybe<Count>;
  /**
   * 同期顶岗（岗位）实习学生数 (person): students on post internships at the same time
   *
   * Statements: 8.1a
   */
  host_interns?: Maybe<Count>;
  /**
   * 同类岗位在岗职工数 (person): staff on the same kind of post
   *
   * Statements: 8.1a
   */
  post_staff?: Maybe<Count>;
  /**
   * 同类岗位同期顶岗（岗位）实习学生数 (person): students on post internships on the same kind of post at the same time
   *
   * Statements: 8.1a
   */
  post_interns?: Maybe<Count>;
  /**
   * 实习报酬 (yuan): intern pay a month
   *
   * Statements: 8.1a
   */
  intern_pay_yuan?: Maybe<Money>;
  /**
   * 相同岗位试用期工资 (yuan): probation wage of the same post a month
   *
   * Statements: 8.1a
   */
  probation_wage_yuan?: Maybe<Money>;
  /**
   * 相同岗位工资标准 (yuan): wage standard of the same post a month
   *
   * Statements: 8.1a
   */
  post_wage_yuan?: Maybe<Money>;
  /**
   * 最低档工资标准 (yuan): lowest grade of the host's wage standard a month
   *
   * Statements: 8.1a
   */
  lowest_grade_wage_yuan?: Maybe<Money>;
  /**
   * 相对独立参与实际工作、初步具备实践岗位独立工作能力: the students take part in real work fairly independently, with a first ability to work alone on the post
   *
   * Statements: 8.1a
   */
  works_independently?: Maybe<boolean>;
  /**
   * 实习开始日期: first day of the internship
   *
   * Statements: 8.1a, 8.4b
   */
  starts_on?: Maybe<Day>;
  /**
   * 实习结束日期: last day of the internship
   *
   * Statements: 8.4b
   */
  ends_on?: Maybe<Day>;
  /**
   * 实习责任保险起始日期: first day of the liability insurance
   *
   * Statements: 8.4b
   */
  liability_insured_from?: Maybe<Day>;
  /**
   * 实习责任保险终止日期: last day of the liability insurance
   *
   * Statements: 8.4b
   */
  liability_insured_to?: Maybe<Day>;
  /**
   * 购买意外伤害保险等商业保险: accident or other commercial insurance was bought
   *
   * Statements: 8.4c
   */
  accident_insurance_bought?: Maybe<boolean>;
  /**
   * 出于自愿购买意外伤害保险: the accident insurance was bought voluntarily
   *
   * Statements: 8.4c
   */
  accident_insurance_voluntary?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle obligation is not met */
  explanations?: Maybe<{
    /** 实习单位岗位实习学生比例（一般）: students on post internships at the host, in general */
    "internship.host_cap_general"?: Maybe<string>;
    /** 同类岗位岗位实习学生比例（一般）: students on post internships on the same kind of post, in general */
    "internship.post_cap_general"?: Maybe<string>;
    /** 实习报酬（按试用期工资）: intern pay, by the probation wage */
    "internship.pay_floor"?: Maybe<string>;
    /** 实习报酬（按岗位工资标准）: intern pay, by the wage standard of the post */
    "internship.post_wage_floor"?: Maybe<string>;
  }>;
}

/**
 * 保险公司: insurer
 *
 * 一家保险公司: one insurer
 */
export interface Insurer {
  /** 保险公司名称: name of the insurer */
  name?: Maybe<string>;
  /**
   * 对现代学徒制保险专门确定费率: a special rate is set for modern apprenticeships
   *
   * Statements: 8.5a
   */
  modern_apprenticeship_rate?: Maybe<boolean>;
  /**
   * 对企业新型学徒制保险专门确定费率: a special rate is set for new-type enterprise apprenticeships
   *
   * Statements: 8.5a
   */
  new_apprenticeship_rate?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle obligation is not met */
  explanations?: Maybe<{
  }>;
}

/**
 * 科研项目: research project
 *
 * 一个科研项目: one research project
 */
export interface ResearchProject {
  /**
   * 属于财政科技计划项目: the project is publicly funded
   *
   * Statements: 10.2b, 10.2c
   */
  publicly_funded?: Maybe<boolean>;
  /**
   * 牵头单位类别: kind of lead
   *
   * - `university` 高校: university
   * - `research_institute` 科研机构: research institute
   * - `enterprise` 企业: enterprise
   * - `other` 其他: other
   *
   * Statements: 10.2b, 10.2c
   */
  lead_kind?: Maybe<"university" | "research_institute" | "enterprise" | "other">;
  /**
   * 项目类型: type of project
   *
   * - `applied` 应用型: applied research
   * - `engineering` 工程技术研究: engineering research
   * - `basic` 基础研究: basic research
   * - `other` 其他: other
   *
   * Statements: 10.2b, 10.2c
   */
  project_type?: Maybe<"applied" | "engineering" | "basic" | "other">;
  /**
   * 参与的行业企业数 (participant): industry bodies and enterprises taking part
   *
   * Statements: 10.2b
   */
  industry_participants?: Maybe<Count>;
  /**
   * 已制订成果转化方案: a plan for the commercialisation (transfer) of results is made
   *
   * Statements: 10.2c
   */
  transfer_plan?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle obligation is not met */
  explanations?: Maybe<{
    /** 行业企业参与: industry takes part */
    "research_project.industry_participation"?: Maybe<string>;
    /** 成果转化方案: transfer plan */
    "research_project.transfer_plan"?: Maybe<string>;
  }>;
}

/**
 * 科技成果转化奖励: transfer reward
 *
 * 一笔科技成果转化奖励收入: one reward for transferring research results
 */
export interface TransferReward {
  /**
   * 由职业学校、高等学校科研人员取得: the payee is a researcher of a vocational school or university
   *
   * Statements: 26.2a, 26.2b
   */
  payee_is_school_researcher?: Maybe<boolean>;
  /**
   * 依法取得: the reward was lawfully obtained
   *
   * Statements: 26.2a, 26.2b
   */
  lawfully_obtained?: Maybe<boolean>;
  /**
   * 计入绩效工资: the reward is counted in performance pay
   *
   * Statements: 26.2a
   */
  counted_in_performance_pay?: Maybe<boolean>;
  /**
   * 计入单位工资总额基数: the reward is counted in the base of the total wages
   *
   * Statements: 26.2b
   */
  counted_in_wage_base?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle obligation is not met */
  explanations?: Maybe<{
  }>;
}

/**
 * 经费分配: allocation
 *
 * 地方政府的一项职业教育经费分配: one allocation of vocational-education funds by a local government
 */
export interface Allocation {
  /**
   * 涉及办学绩效因素: performance factors are used
   *
   * Statements: 26.4a
   */
  has_performance_factors?: Maybe<boolean>;
  /**
   * 把顶岗实习作为重要参考依据: on-post internships are a key reference
   *
   * Statements: 26.4a
   */
  uses_internship?: Maybe<boolean>;
  /**
   * 把就业作为重要参考依据: graduate employment is a key reference
   *
   * Statements: 26.4a
   */
  uses_employment?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle obligation is not met */
  explanations?: Maybe<{
  }>;
}

/**
 * 建设用地: land use
 *
 * 一宗学校建设用地: one plot of land for a school
 */
export interface LandUse {
  /**
   * 建设主体: builder
   *
   * - `enterprise` 企业: enterprise
   * - `enterprise_with_government` 企业与政府合作: enterprise with government
   * - `government` 政府: government
   * - `other` 其他: other
   *
   * Statements: 26.5a, 26.5b
   */
  builder?: Maybe<"enterprise" | "enterprise_with_government" | "government" | "other">;
  /**
   * 用于职业学校或高等学校: the land is for a vocational school or university
   *
   * Statements: 26.5a, 26.5b
   */
  for_school?: Maybe<boolean>;
  /**
   * 按科教用地管理: the land is managed as land for science and education
   *
   * Statements: 26.5a
   */
  science_education_class?: Maybe<boolean>;
  /**
   * 符合《划拨用地目录》: the land is in the Catalogue of Land for Allocation
   *
   * Statements: 26.5b
   */
  in_allocation_catalogue?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle obligation is not met */
  explanations?: Maybe<{
  }>;
}

/**
 * 发展规划: development plan
 *
 * 一份经济社会发展规划或专项规划: one economic-social or special plan
 */
export interface DevelopmentPlan {
  /** 规划名称: name of the plan */
  name?: Maybe<string>;
  /**
   * 制定单位类别: kind of issuer
   *
   * - `locality` 地方: locality
   * - `department` 有关部门: department
   * - `other` 其他: other
   *
   * Statements: 2.1a, 2.1d
   */
  issuer?: Maybe<"locality" | "department" | "other">;
  /**
   * 规划类别: kind of plan
   *
   * - `economic_social` 经济社会发展规划: economic and social development plan
   * - `industrial` 产业发展规划: industrial development plan
   * - `urban` 城镇建设规划: urban construction plan
   * - `other_special` 其他专项规划: other special plan
   * - `other` 其他: other
   *
   * Statements: 2.1a, 2.1d
   */
  plan_kind?: Maybe<"economic_social" | "industrial" | "urban" | "other_special" | "other">;
  /**
   * 明确产教融合发展要求: the plan states the requirements of industry-education integration
   *
   * Statements: 2.1a
   */
  states_requirements?: Maybe<boolean>;
  /**
   * 同步规划产教融合发展政策措施: the measures for industry-education integration are planned at the same time
   *
   * Statements: 2.1d
   */
  plans_measures?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle obligation is not met */
  explanations?: Maybe<{
  }>;
}

/**
 * 产业园区: industrial park
 *
 * 一个产业园区: one industrial park
 */
export interface Park {
  /**
   * 园区: park
   *
   * - `yuelushan` 岳麓山国家大学科技园: Yuelushan National University Science Park
   * - `hunan_provincial_university_park` 湖南省大学科技产业园: Hunan Provincial University Science and Technology Industrial Park
   * - `zhuzhou` 湖南（株洲）职业教育科技园: Hunan (Zhuzhou) Vocational Education Science Park
   * - `malanshan` 马栏山视频文创产业园: Malanshan Video and Creative Industry Park
   * - `other` 其他园区: another park
   *
   * Statements: 2.2a
   */
  park?: Maybe<"yuelushan" | "hunan_provincial_university_park" | "zhuzhou" | "malanshan" | "other">;
  /**
   * 园区级别: level of the park
   *
   * 由主管部门认定: as determined by the competent authority
   *
   * - `national` 国家级: national
   * - `provincial` 省级: provincial
   * - `municipal` 市级: of a city or autonomous prefecture
   * - `county` 县级: of a county
   * - `other` 其他: other
   *
   * Statements: 25.3b
   */
  park_level?: Maybe<"national" | "provincial" | "municipal" | "county" | "other">;
  /**
   * 经省级认定为重点推进园区: the park is designated by the province as a priority
   *
   * Statements: 2.2a
   */
  designated_key_park?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle obligation is not met */
  explanations?: Maybe<{
  }>;
}

/**
 * 地方政府: local government
 *
 * 一个市州或县市区: one city, autonomous prefecture or county
 */
export interface Locality {
  /** 地区: name of the place */
  name?: Maybe<string>;
  /**
   * 行政层级: administrative level
   *
   * - `prefecture` 市州: city or autonomous prefecture
   * - `county` 县市区: county
   *
   * Statements: 2.2b
   */
  level?: Maybe<"prefecture" | "county">;
  /**
   * 制定实施教育科技产业园区建设规划: a construction plan for an education, science and technology industrial park is made and carried out
   *
   * Statements: 2.2b
   */
  park_plan?: Maybe<boolean>;
  /**
   * 已出台专门政策措施: dedicated policy measures of its own are issued
   *
   * Statements: 24.2a
   */
  own_policy?: Maybe<boolean>;
  /**
   * 已建立协调机构: a coordination body is set up
   *
   * Statements: 24.2b, 24.2c
   */
  coordination_body?: Maybe<boolean>;
  /**
   * 由协调机构负责规划: the body is in charge of planning
   *
   * Statements: 24.2c
   */
  body_plans?: Maybe<boolean>;
  /**
   * 由协调机构负责协调: the body is in charge of coordination
   *
   * Statements: 24.2c
   */
  body_coordinates?: Maybe<boolean>;
  /**
   * 由协调机构负责服务: the body is in charge of services
   *
   * Statements: 24.2c
   */
  body_serves?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle obligation is not met */
  explanations?: Maybe<{
  }>;
}

/**
 * 省级制度建设: provincial measures
 *
 * 省级出台的制度、机制和平台: what the province has issued and set up
 */
export interface ProvincialMeasures {
  /** 年度: calendar year */
  year?: Maybe<number>;
  /**
   * 已完善职业学校学生技能抽查制度: the system of spot checks of vocational students' skills is in place
   *
   * Statements: 4.1d
   */
  skill_spot_check?: Maybe<boolean>;
  /**
   * 已完善教学工作诊断与改进制度: the system for the diagnosis and improvement of teaching is in place
   *
   * Statements: 4.1e
   */
  teaching_diagnosis?: Maybe<boolean>;
  /**
   * 已完善技能鉴定和评价制度: the system of skill appraisal and evaluation is in place
   *
   * Statements: 4.1f
   */
  skill_appraisal?: Maybe<boolean>;
  /**
   * 已制定职业学校专业设置管理和评价办法: measures on the setting and evaluation of majors are issued
   *
   * Statements: 4.2a
   */
  major_setting_measures_issued?: Maybe<boolean>;
  /**
   * 已实施职业学校专业设置管理和评价办法: measures on the setting and evaluation of majors are in operation
   *
   * Statements: 4.2a
   */
  major_setting_measures_in_operation?: Maybe<boolean>;
  /**
   * 已制定学生实习管理实施细则: implementing rules for internships are issued
   *
   * Statements: 8.1b
   */
  internship_rules?: Maybe<boolean>;
  /**
   * 在行业企业推行名师带徒制度: the master-apprentice system is in use in industries and enterprises
   *
   * Statements: 9.3a
   */
  master_apprentice_system?: Maybe<boolean>;
  /**
   * 已创建“技能大师工作室”: skill masters' studios are set up
   *
   * Statements: 9.3b
   */
  skill_master_studios?: Maybe<boolean>;
  /**
   * 已创建“劳模和工匠人才创新工作室”: innovation studios of model workers and craftsmen are set up
   *
   * Statements: 9.3b
   */
  model_worker_studios?: Maybe<boolean>;
  /**
   * 开展国家级学徒制试点: national apprenticeship pilots are run
   *
   * Statements: 14.2b
   */
  national_apprenticeships?: Maybe<boolean>;
  /**
   * 开展省级学徒制试点: provincial apprenticeship pilots are run
   *
   * Statements: 14.2b
   */
  provincial_apprenticeships?: Maybe<boolean>;
  /**
   * 开展市级学徒制试点: city apprenticeship pilots are run
   *
   * Statements: 14.2b
   */
  city_apprenticeships?: Maybe<boolean>;
  /**
   * 开展校级学徒制试点: school apprenticeship pilots are run
   *
   * Statements: 14.2b
   */
  school_apprenticeships?: Maybe<boolean>;
  /**
   * 已开发学徒制省级管理服务平台: the provincial management and service platform for apprenticeships is built
   *
   * Statements: 14.2c
   */
  apprenticeship_platform?: Maybe<boolean>;
  /**
   * 已研制推广学徒制工作规范: working norms for apprenticeships are developed and in use
   *
   * Statements: 14.2d
   */
  apprenticeship_work_norms?: Maybe<boolean>;
  /**
   * 已研制推广学徒制教学标准: teaching standards for apprenticeships are developed and in use
   *
   * Statements: 14.2d
   */
  apprenticeship_teaching_standards?: Maybe<boolean>;
  /**
   * 已建立校企合作培养“双师型”教师机制: a mechanism by which schools and enterprises train dual-qualified teachers together is set up
   *
   * Statements: 15.2b
   */
  dual_qualified_training?: Maybe<boolean>;
  /**
   * 已建立“双师型”教师认定标准和办法: standards and procedures for recognising dual-qualified teachers are issued
   *
   * Statements: 15.1c
   */
  dual_qualified_standards?: Maybe<boolean>;
  /**
   * 已制定《职业学校校企合作促进办法》的实施办法: measures implementing the Measures for Promoting School-Enterprise Cooperation are issued
   *
   * Statements: 21.1b
   */
  cooperation_measures?: Maybe<boolean>;
  /**
   * 已建设产教融合信息服务平台: the information service platform for industry-education integration is built
   *
   * Statements: 23.1b
   */
  information_platform?: Maybe<boolean>;
  /**
   * 已建立工作协调机制: the coordination mechanism is set up
   *
   * Statements: 24.1a
   */
  coordination_mechanism?: Maybe<boolean>;
  /**
   * 有发展改革部门参加: the development and reform department takes part in the mechanism
   *
   * Statements: 24.1a
   */
  mechanism_has_development_reform?: Maybe<boolean>;
  /**
   * 有教育部门参加: the education department takes part in the mechanism
   *
   * Statements: 24.1a
   */
  mechanism_has_education?: Maybe<boolean>;
  /**
   * 有人力资源社会保障部门参加: the human resources department takes part in the mechanism
   *
   * Statements: 24.1a
   */
  mechanism_has_human_resources?: Maybe<boolean>;
  /**
   * 有财政部门参加: the finance department takes part in the mechanism
   *
   * Statements: 24.1a
   */
  mechanism_has_finance?: Maybe<boolean>;
  /**
   * 有工业和信息化部门参加: the industry and information technology department takes part in the mechanism
   *
   * Statements: 24.1a
   */
  mechanism_has_industry?: Maybe<boolean>;
  /**
   * 有国有资产监督管理部门参加: the state assets department takes part in the mechanism
   *
   * Statements: 24.1a
   */
  mechanism_has_state_assets?: Maybe<boolean>;
  /**
   * 有行业主管部门参加: industry authorities take part in the mechanism
   *
   * Statements: 24.1a
   */
  mechanism_has_industry_authorities?: Maybe<boolean>;
  /**
   * 已实施“湖南省产教融合发展工程”: the Hunan Industry-Education Integration Development Project is carried out
   *
   * Statements: 25.2a
   */
  integration_project?: Maybe<boolean>;
  /**
   * 省级财政职业教育投入 (yuan): provincial spending on vocational education in the year
   *
   * Statements: 25.2b
   */
  vocational_funding_yuan?: Maybe<Money>;
  /**
   * 上年省级财政职业教育投入 (yuan): provincial spending on vocational education in the year before
   *
   * Statements: 25.2b
   */
  vocational_funding_last_year_yuan?: Maybe<Money>;
  /**
   * 已建立健全产教融合绩效考核与督查机制: the appraisal and supervision mechanism is set up
   *
   * Statements: 28.1a
   */
  appraisal_mechanism?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle obligation is not met */
  explanations?: Maybe<{
  }>;
}

/**
 * 学校: school
 *
 * 一所学校的一个年度: one school in one year
 */
export interface School {
  /** 学校名称: name of the school */
  name?: Maybe<string>;
  /** 年度: calendar year */
  year?: Maybe<number>;
  /**
   * 学校类别: kind of school
   *
   * - `secondary_vocational` 中等职业学校: secondary vocational school
   * - `technician` 技工学校: skilled workers' school
   * - `technician_college` 技师学院: technician college
   * - `higher_vocational` 高等职业学校: higher vocational college
   * - `vocational_university` 职业本科学校: vocational university
   * - `applied_undergraduate` 应用型本科高校: applied undergraduate university
   * - `other_university` 其他高等学校: other university
   *
   * Statements: 4.1b, 4.1c, 20.1d
   */
  school_kind?: Maybe<"secondary_vocational" | "technician" | "technician_college" | "higher_vocational" | "vocational_university" | "applied_undergraduate" | "other_university">;
  /**
   * 已发布高校毕业生就业质量年度报告: the annual report on graduate employment is published
   *
   * Statements: 4.1b
   */
  employment_report_published?: Maybe<boolean>;
  /**
   * 已发布职业教育人才培养质量年度报告: the annual report on the quality of vocational education is published
   *
   * Statements: 4.1c
   */
  quality_report_published?: Maybe<boolean>;
  /**
   * 已建立健全学科专业建设动态调整机制: a mechanism to adjust majors is in place
   *
   * Statements: 4.2d
   */
  adjustment_mechanism?: Maybe<boolean>;
  /**
   * 已建立专业预警和退出机制: a warning and exit mechanism for majors is in place
   *
   * Statements: 4.2f
   */
  warning_mechanism?: Maybe<boolean>;
  /**
   * 校企合作开办专业: the school runs majors with enterprises
   *
   * Statements: 12.4b
   */
  runs_joint_majors?: Maybe<boolean>;
  /**
   * 设有校企共建共管机构: a board, council or committee governs them jointly
   *
   * Statements: 12.4b
   */
  joint_governance_body?: Maybe<boolean>;
  /**
   * 已完善学校章程: the school has a charter
   *
   * Statements: 17.1b
   */
  charter?: Maybe<boolean>;
  /**
   * 设有理事会: the school has a council
   *
   * Statements: 17.1c, 17.1d
   */
  council?: Maybe<boolean>;
  /**
   * 已引入多方参与理事会: industry, institutes or social bodies sit on the council
   *
   * Statements: 17.1d
   */
  council_has_outside_parties?: Maybe<boolean>;
  /**
   * 设有行业组织、企业参加的治理机构: a governing body has industry bodies and enterprises as members
   *
   * Statements: 17.1e
   */
  bodies_with_industry?: Maybe<boolean>;
  /**
   * 属于国家和省示范、卓越职业学校: the school is a national or provincial model or excellent vocational school
   *
   * Statements: 20.1d
   */
  demonstration_school?: Maybe<boolean>;
  /**
   * 对口帮扶农村和贫困地区薄弱职业学校: the school is paired with a weak one of a rural or poor area
   *
   * Statements: 20.1d
   */
  pairs_with_weak_school?: Maybe<boolean>;
  /**
   * 按国家有关规定与国（境）外教育机构合作办学: schooling with foreign bodies follows the national rules
   *
   * Statements: 27.1a
   */
  foreign_programme_by_national_rules?: Maybe<boolean>;
  /**
   * 设有实训基地: the school has a training base
   *
   * Statements: 13.4b
   */
  has_training_base?: Maybe<boolean>;
  /**
   * 将实训基地向普通中学开放: the training base is open to general secondary schools
   *
   * Statements: 13.4b
   */
  base_open_to_secondary?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle obligation is not met */
  explanations?: Maybe<{
  }>;
}

/**
 * 中小学: primary or secondary school
 *
 * 一所中小学: one primary or secondary school
 */
export interface BasicSchool {
  /** 学校名称: name of the school */
  name?: Maybe<string>;
  /**
   * 属于普通中学: the school is a general secondary school
   *
   * Statements: 13.4a
   */
  general_secondary?: Maybe<boolean>;
  /**
   * 将动手实践内容纳入相关课程: hands-on content is in the curriculum
   *
   * Statements: 13.1a
   */
  hands_on_in_curriculum?: Maybe<boolean>;
  /**
   * 将动手实践内容纳入学生综合素质评价: hands-on content is in the evaluation of students
   *
   * Statements: 13.1b
   */
  hands_on_in_evaluation?: Maybe<boolean>;
  /**
   * 开设职业类选修课程: vocational electives are offered
   *
   * Statements: 13.4a
   */
  vocational_electives?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle obligation is not met */
  explanations?: Maybe<{
  }>;
}

/**
 * 招生与培养: enrolment
 *
 * 一所学校一个年度的招生与培养情况: the admissions and students of one school in one year
 */
export interface Enrolment {
  /** 学校名称: name of the school */
  name?: Maybe<string>;
  /** 年度: calendar year */
  year?: Maybe<number>;
  /**
   * 属于高等学校: the school is a university or college
   *
   * Statements: 16.2a, 16.3a, 18.1b
   */
  university?: Maybe<boolean>;
  /**
   * 招生总数 (person): students admitted in the year
   *
   * Statements: 16.2a, 16.3a
   */
  admitted?: Maybe<Count>;
  /**
   * 上年招生总数 (person): students admitted in the year before
   *
   * Statements: 16.2a, 16.3a
   */
  admitted_last_year?: Maybe<Count>;
  /**
   * 在校生总数 (person): students in the year
   *
   * Statements: 4.2e, 18.1b
   */
  students?: Maybe<Count>;
  /**
   * 上年在校生总数 (person): students in the year before
   *
   * Statements: 18.1b
   */
  students_last_year?: Maybe<Count>;
  /**
   * 招收的职业教育毕业生人数 (person): graduates of vocational education admitted in the year
   *
   * Statements: 16.2a
   */
  vocational_graduates_admitted?: Maybe<Count>;
  /**
   * 上年招收的职业教育毕业生人数 (person): graduates of vocational education admitted in the year before
   *
   * Statements: 16.2a
   */
  vocational_graduates_admitted_last_year?: Maybe<Count>;
  /**
   * 招收的有工作实践经历人员人数 (person): persons with work experience admitted in the year
   *
   * Statements: 16.3a
   */
  experienced_admitted?: Maybe<Count>;
  /**
   * 上年招收的有工作实践经历人员人数 (person): persons with work experience admitted in the year before
   *
   * Statements: 16.3a
   */
  experienced_admitted_last_year?: Maybe<Count>;
  /**
   * 应用型人才培养在校生人数 (person): students trained as applied talent in the year
   *
   * Statements: 18.1b
   */
  applied_students?: Maybe<Count>;
  /**
   * 上年应用型人才培养在校生人数 (person): students trained as applied talent in the year before
   *
   * Statements: 18.1b
   */
  applied_students_last_year?: Maybe<Count>;
  /**
   * 紧缺专业在校生人数 (person): students of shortage majors in the year
   *
   * Statements: 4.2e
   */
  shortage_major_students?: Maybe<Count>;
  /**
   * 上年紧缺专业在校生人数 (person): students of shortage majors in the year before
   *
   * Statements: 4.2e
   */
  shortage_major_students_last_year?: Maybe<Count>;
  /** 未达到要求的理由: reasons why an in-principle obligation is not met */
  explanations?: Maybe<{
  }>;
}

/**
 * 学科专业: major
 *
 * 一个学科专业的设置、调整或退出: the setting, adjusting or closing of one major
 */
export interface Major {
  /** 专业名称: name of the major */
  name?: Maybe<string>;
  /**
   * 设置或调整该专业: the major was set up or adjusted
   *
   * Statements: 4.2c
   */
  set_or_adjusted?: Maybe<boolean>;
  /**
   * 以市场供求为重要依据: market supply and demand is a key basis
   *
   * Statements: 4.2c
   */
  cites_market?: Maybe<boolean>;
  /**
   * 以人才培养质量为重要依据: training quality is a key basis
   *
   * Statements: 4.2c
   */
  cites_training_quality?: Maybe<boolean>;
  /**
   * 以就业质量为重要依据: employment quality is a key basis
   *
   * Statements: 4.2c
   */
  cites_employment_quality?: Maybe<boolean>;
  /**
   * 列入预警: the major is under a warning
   *
   * Statements: 4.2f
   */
  warned?: Maybe<boolean>;
  /**
   * 落实预警和退出机制: the warning and exit mechanism was applied
   *
   * Statements: 4.2f
   */
  warning_acted_on?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle obligation is not met */
  explanations?: Maybe<{
  }>;
}

/**
 * 新增研究生招生计划: postgraduate quota
 *
 * 一个高校或学科: one university or discipline
 */
export interface PostgraduateQuota {
  /** 高校或学科: university or discipline */
  unit?: Maybe<string>;
  /**
   * 承担国家重大战略任务: the university or discipline undertakes major national strategic tasks
   *
   * Statements: 4.3a
   */
  national_strategic_task?: Maybe<boolean>;
  /**
   * 积极推行校企协同育人: the university or discipline actively trains together with enterprises
   *
   * Statements: 4.3a
   */
  school_enterprise_training?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle obligation is not met */
  explanations?: Maybe<{
  }>;
}

/**
 * 企业办学: schooling by an enterprise
 *
 * 一个企业的一次办学或参与办学: one enterprise founding or joining a school
 */
export interface EnterpriseSchooling {
  /** 企业名称: name of the enterprise */
  name?: Maybe<string>;
  /**
   * 经主管部门认定具备条件: the enterprise meets the requisite conditions, as determined by the competent authority
   *
   * 由主管部门认定: as determined by the competent authority
   *
   * Statements: 5.1b
   */
  has_conditions?: Maybe<boolean>;
  /**
   * 以资本参与: the enterprise takes part with capital
   *
   * Statements: 5.1d, 5.1e
   */
  by_capital?: Maybe<boolean>;
  /**
   * 以技术参与: the enterprise takes part with technology
   *
   * Statements: 5.1d, 5.1e
   */
  by_technology?: Maybe<boolean>;
  /**
   * 以管理参与: the enterprise takes part with management
   *
   * Statements: 5.1d, 5.1e
   */
  by_management?: Maybe<boolean>;
  /**
   * 以其他要素参与: the enterprise takes part with other means
   *
   * Statements: 5.1d, 5.1e
   */
  by_other_means?: Maybe<boolean>;
  /**
   * 依法参与办学: the enterprise takes part lawfully
   *
   * Statements: 5.1d, 5.1e
   */
  lawful?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle obligation is not met */
  explanations?: Maybe<{
  }>;
}

/**
 * 实习实训与实践基地: practice base
 *
 * 一个设在企业的基地: one base at an enterprise
 */
export interface PracticeBase {
  /** 基地名称: name of the base */
  name?: Maybe<string>;
  /**
   * 基地类别: kind of base
   *
   * - `student_training` 实习实训基地: training base for students
   * - `teacher_practice` 教师顶岗实践基地: base for teachers' practice
   * - `national_training` 国培基地: base of the national teacher training
   * - `provincial_training` 省培基地: base of the provincial teacher training
   *
   * Statements: 7.3b, 9.1a
   */
  base_kind?: Maybe<"student_training" | "teacher_practice" | "national_training" | "provincial_training">;
  /**
   * 设在大、中型企业: the host is a large or medium enterprise
   *
   * Statements: 7.3b, 9.1a
   */
  host_large_or_medium?: Maybe<boolean>;
  /**
   * 接收相关专业学生实习实训: the base takes students of related majors
   *
   * Statements: 7.3b
   */
  takes_students?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle obligation is not met */
  explanations?: Maybe<{
  }>;
}

/**
 * 人才: person
 *
 * 一名到学校任教或设工作室的人员: one person who teaches or sets up a studio at a school
 */
export interface Person {
  /** 姓名: name */
  name?: Maybe<string>;
  /**
   * 经主管部门认定为优秀专业技术人才: the person is an outstanding professional or technical talent, as determined by the competent authority
   *
   * 由主管部门认定: as determined by the competent authority
   *
   * Statements: 9.5a
   */
  outstanding_technical_talent?: Maybe<boolean>;
  /** 在学校建立工作室: the studio is at a school */
  studio_in_school?: Maybe<boolean>;
  /**
   * 入股形式: form of contribution
   *
   * - `capital` 资本入股: capital
   * - `technology` 技术入股: technology
   * - `other` 其他入股形式: another share
   * - `none` 未入股: none
   */
  contribution?: Maybe<"capital" | "technology" | "other" | "none">;
  /**
   * 属于劳动模范: the person is a model worker
   *
   * Statements: 13.2d
   */
  model_worker?: Maybe<boolean>;
  /**
   * 属于高技能人才: the person is a highly skilled person
   *
   * Statements: 13.2d
   */
  highly_skilled?: Maybe<boolean>;
  /**
   * 兼职授课: the person teaches part-time
   *
   * Statements: 13.2d
   */
  part_time?: Maybe<boolean>;
  /**
   * 属于企业技术人才: the person is a technical talent of an enterprise
   *
   * Statements: 15.1d
   */
  enterprise_technical_talent?: Maybe<boolean>;
  /**
   * 属于企业管理人才: the person is a management talent of an enterprise
   *
   * Statements: 15.1d
   */
  enterprise_management_talent?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle obligation is not met */
  explanations?: Maybe<{
  }>;
}

/**
 * 考核评价办法: assessment scheme
 *
 * 一项考核、评价、资金项目或表彰办法: one scheme of appraisal, funding or awards
 */
export interface AssessmentScheme {
  /** 办法名称: name of the scheme */
  name?: Maybe<string>;
  /**
   * 办法类别: kind of scheme
   *
   * - `project_evaluation` 科研项目评价: evaluation of research projects
   * - `talent_evaluation` 科研人才评价: evaluation of research talents
   * - `performance_appraisal` 绩效考核: performance appraisal
   * - `public_funds_and_projects` 财政性资金和项目: public funds and projects
   * - `awards` 表彰奖励: awards
   * - `school_evaluation` 办学水平评估: evaluation of schools
   * - `leadership_appraisal` 领导班子考核: appraisal of leadership
   * - `discipline_adjustment` 学科专业评价调整: evaluation and adjustment of majors
   * - `other` 其他: other
   *
   * Statements: 10.3b, 28.1b, 28.2a
   */
  scheme_kind?: Maybe<"project_evaluation" | "talent_evaluation" | "performance_appraisal" | "public_funds_and_projects" | "awards" | "school_evaluation" | "leadership_appraisal" | "discipline_adjustment" | "other">;
  /**
   * 将成果转化作为重要内容: the transfer of results is an important item
   *
   * Statements: 10.3b
   */
  transfer_is_important?: Maybe<boolean>;
  /**
   * 将产教融合情况作为内容或条件: industry-education integration is content or condition
   *
   * Statements: 28.1b
   */
  integration_is_criterion?: Maybe<boolean>;
  /**
   * 将产教融合纳入重要指标: industry-education integration is an important indicator
   *
   * Statements: 28.2a
   */
  integration_is_indicator?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle obligation is not met */
  explanations?: Maybe<{
  }>;
}

/**
 * 信用记录: credit entry
 *
 * 一宗不按规定提取使用经费的行为: one failure to set aside or use training funds
 */
export interface CreditEntry {
  /** 企业名称: name of the enterprise */
  enterprise?: Maybe<string>;
  /**
   * 存在不按规定提取使用教育培训经费的行为: the funds were not set aside or used as required
   *
   * Statements: 11.5b
   */
  breach_found?: Maybe<boolean>;
  /**
   * 经责令后拒不改正: correction was refused after an order
   *
   * 由主管部门认定: as determined by the competent authority
   *
   * Statements: 11.5b
   */
  correction_refused?: Maybe<boolean>;
  /**
   * 已记入企业信用记录: the failure is entered in the credit record
   *
   * Statements: 11.5b
   */
  recorded?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle obligation is not met */
  explanations?: Maybe<{
  }>;
}

/**
 * 学徒制试点: apprenticeship
 *
 * 一个学徒制试点: one apprenticeship pilot
 */
export interface Apprenticeship {
  /** 试点名称: name of the pilot */
  name?: Maybe<string>;
  /**
   * 明晰学校责权利: the school's duties, rights and interests are set out
   *
   * Statements: 14.2e
   */
  school_terms?: Maybe<boolean>;
  /**
   * 明晰企业责权利: the enterprise's duties, rights and interests are set out
   *
   * Statements: 14.2e
   */
  enterprise_terms?: Maybe<boolean>;
  /**
   * 明晰学生责权利: the student's duties, rights and interests are set out
   *
   * Statements: 14.2e
   */
  student_terms?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle obligation is not met */
  explanations?: Maybe<{
  }>;
}

/**
 * 教育部门: education authority
 *
 * 一个教育部门的一个年度: one education authority in one year
 */
export interface EducationAuthority {
  /** 部门名称: name of the authority */
  name?: Maybe<string>;
  /** 年度: calendar year */
  year?: Maybe<number>;
  /**
   * 组织开展“职业教育宣传活动周”: the vocational education week is held
   *
   * Statements: 13.3a
   */
  vocational_education_week?: Maybe<boolean>;
  /**
   * 组织开展“湖湘工匠进校园”活动: Huxiang Craftsmen on Campus is held
   *
   * Statements: 13.3a
   */
  craftsmen_on_campus?: Maybe<boolean>;
  /**
   * 组织开展走近生产一线系列活动: activities at the production front line are held
   *
   * Statements: 13.3a
   */
  visits_to_the_front_line?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle obligation is not met */
  explanations?: Maybe<{
  }>;
}

/**
 * 贫困地区师资培训: teacher training
 *
 * 一期职业学校师资培训: one training of vocational school teachers
 */
export interface TeacherTraining {
  /** 培训名称: name of the training */
  name?: Maybe<string>;
  /**
   * 面向贫困地区: the training is for teachers of poor areas
   *
   * Statements: 20.1e
   */
  for_poor_area?: Maybe<boolean>;
  /**
   * 培训收费 (yuan): fee charged per teacher
   *
   * Statements: 20.1e
   */
  fee_yuan?: Maybe<Money>;
  /** 未达到要求的理由: reasons why an in-principle obligation is not met */
  explanations?: Maybe<{
  }>;
}

/**
 * 行业主管部门: industry authority
 *
 * 一个行业主管部门: one industry authority
 */
export interface IndustryAuthority {
  /** 部门名称: name of the authority */
  name?: Maybe<string>;
  /**
   * 经主管部门认定属于主要领域: the industry is a main field, as determined by the competent authority
   *
   * 由主管部门认定: as determined by the competent authority
   *
   * Statements: 21.2b
   */
  main_field?: Maybe<boolean>;
  /**
   * 已成立行业职业教育教学指导委员会: an industry steering committee for vocational teaching is set up
   *
   * Statements: 21.2b
   */
  steering_committee?: Maybe<boolean>;
  /**
   * 支持行业社会组织制定工作计划: the authority supports industry bodies in making work plans
   *
   * Statements: 21.3a
   */
  supports_work_plans?: Maybe<boolean>;
  /**
   * 支持行业社会组织开展人才需求预测: the authority supports industry bodies in forecasting talent demand
   *
   * Statements: 21.3b
   */
  supports_forecasts?: Maybe<boolean>;
  /**
   * 支持行业社会组织开展校企合作服务: the authority supports industry bodies in services for school-enterprise cooperation
   *
   * Statements: 21.3b
   */
  supports_cooperation?: Maybe<boolean>;
  /**
   * 支持行业社会组织开展教学指导: the authority supports industry bodies in teaching guidance
   *
   * Statements: 21.3b
   */
  supports_teaching_guidance?: Maybe<boolean>;
  /**
   * 支持行业社会组织开展技能鉴定: the authority supports industry bodies in skill appraisal
   *
   * Statements: 21.3b
   */
  supports_skill_appraisal?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle obligation is not met */
  explanations?: Maybe<{
  }>;
}

/**
 * 信息服务平台: information platform
 *
 * 一个产教融合信息服务平台: one information service platform of industry-education integration
 */
export interface Platform {
  /** 平台名称: name of the platform */
  name?: Maybe<string>;
  /**
   * 汇聚人才供需信息: the platform has information on the supply and demand of talent
   *
   * Statements: 23.2a
   */
  has_talent_information?: Maybe<boolean>;
  /**
   * 汇聚校企合作信息: the platform has information on school-enterprise cooperation
   *
   * Statements: 23.2a
   */
  has_cooperation_information?: Maybe<boolean>;
  /**
   * 汇聚项目研发信息: the platform has information on R&D projects
   *
   * Statements: 23.2a
   */
  has_project_information?: Maybe<boolean>;
  /**
   * 汇聚技术服务信息: the platform has information on technical services
   *
   * Statements: 23.2a
   */
  has_service_information?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle obligation is not met */
  explanations?: Maybe<{
  }>;
}

/**
 * 购买服务: service purchase
 *
 * 学校的一次购买课程服务: one purchase of course services by a school
 */
export interface ServicePurchase {
  /** 项目名称: name of the purchase */
  name?: Maybe<string>;
  /**
   * 提供方类别: kind of seller
   *
   * - `industry_or_enterprise` 行业企业: industry body or enterprise
   * - `training_institution` 社会培训机构: training institution
   * - `other` 其他: other
   *
   * Statements: 19.2b
   */
  seller?: Maybe<"industry_or_enterprise" | "training_institution" | "other">;
  /**
   * 服务类别: kind of service
   *
   * - `innovation_course` 创新创业课程: innovation and entrepreneurship course
   * - `frontier_course` 前沿技术课程: frontier-technology course
   * - `similar` 同类课程服务: a similar course service
   * - `other` 其他: other
   *
   * Statements: 19.2b
   */
  service?: Maybe<"innovation_course" | "frontier_course" | "similar" | "other">;
  /**
   * 符合采购规定: procurement rules are followed
   *
   * Statements: 19.2b
   */
  procurement_rules_followed?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle obligation is not met */
  explanations?: Maybe<{
  }>;
}

/**
 * 项目单位: supported unit
 *
 * 一个入围项目单位: one unit on a project list
 */
export interface SupportedUnit {
  /** 单位名称: name of the unit */
  name?: Maybe<string>;
  /**
   * 入围国家或省“双一流”项目: the unit is on the national or provincial Double First-Class list
   *
   * Statements: 25.6a
   */
  on_double_first_class_list?: Maybe<boolean>;
  /**
   * 入围国家或省“产教融合”项目: the unit is on the national or provincial list of industry-education integration projects
   *
   * Statements: 25.6a
   */
  on_integration_list?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle obligation is not met */
  explanations?: Maybe<{
  }>;
}

/**
 * 试点: pilot
 *
 * 一个产教融合试点或综合高中试点: one pilot of industry-education integration or of a comprehensive high school
 */
export interface Pilot {
  /** 试点名称: name of the pilot */
  name?: Maybe<string>;
  /**
   * 试点类别: kind of pilot
   *
   * - `comprehensive_high_school` 综合高中: comprehensive high school
   * - `city` 城市: city
   * - `industry` 行业: industry
   * - `enterprise` 企业: enterprise
   *
   * Statements: 13.4c, 25.7a
   */
  pilot_kind?: Maybe<"comprehensive_high_school" | "city" | "industry" | "enterprise">;
  /**
   * 经主管部门认定具备条件: the place meets the requisite conditions, as determined by the competent authority
   *
   * 由主管部门认定: as determined by the competent authority
   *
   * Statements: 13.4c
   */
  place_has_conditions?: Maybe<boolean>;
  /**
   * 位于大型企业周边: the place is near a large enterprise
   *
   * Statements: 13.4c
   */
  near_large_enterprise?: Maybe<boolean>;
  /**
   * 位于产业园区周边: the place is near an industrial park
   *
   * Statements: 13.4c
   */
  near_park?: Maybe<boolean>;
  /**
   * 有较强代表性: the city, industry or enterprise is strongly representative
   *
   * Statements: 25.7a
   */
  representative?: Maybe<boolean>;
  /**
   * 有较强影响力: the city, industry or enterprise is strongly influential
   *
   * Statements: 25.7a
   */
  influential?: Maybe<boolean>;
  /**
   * 有较强改革意愿: the city, industry or enterprise is strongly willing to reform
   *
   * Statements: 25.7a
   */
  willing_to_reform?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle obligation is not met */
  explanations?: Maybe<{
  }>;
}

/** The record of each subject. */
export interface Records {
  enterprise: Enterprise;
  programme: Programme;
  teacher: Teacher;
  visit: Visit;
  funding_standard: FundingStandard;
  industry_forecast: IndustryForecast;
  province: Province;
  internship: Internship;
  insurer: Insurer;
  research_project: ResearchProject;
  transfer_reward: TransferReward;
  allocation: Allocation;
  land_use: LandUse;
  development_plan: DevelopmentPlan;
  park: Park;
  locality: Locality;
  provincial_measures: ProvincialMeasures;
  school: School;
  basic_school: BasicSchool;
  enrolment: Enrolment;
  major: Major;
  postgraduate_quota: PostgraduateQuota;
  enterprise_schooling: EnterpriseSchooling;
  practice_base: PracticeBase;
  person: Person;
  assessment_scheme: AssessmentScheme;
  credit_entry: CreditEntry;
  apprenticeship: Apprenticeship;
  education_authority: EducationAuthority;
  teacher_training: TeacherTraining;
  industry_authority: IndustryAuthority;
  platform: Platform;
  service_purchase: ServicePurchase;
  supported_unit: SupportedUnit;
  pilot: Pilot;
}

/** A subject. */
export type SubjectName = keyof Records;

/** Overrides of the policy's numbers, and readings. */
export interface Parameters {
  /** 政策适用起始日: first day to which the policy is applied */
  policy_applies_from?: Maybe<Day>;
  /** 政策适用截止日: last day to which the policy is applied */
  policy_applies_to?: Maybe<Day>;
  /** 合作企业销售收入下限 (yuan): least sales revenue of a cooperation partner */
  cooperation_sales_revenue_yuan?: Maybe<Money>;
  /** 合作企业从业人员下限 (person): least number of employed persons of a cooperation partner */
  cooperation_employed_persons?: Maybe<Count>;
  /** 顶岗实践岗位占在职员工比例 (percent): positions for teachers' practice, as a share of staff in service */
  teacher_posts_share?: Maybe<Share>;
  /** 用于一线职工的经费比例 (percent): share of training funds for front-line staff */
  frontline_share?: Maybe<Share>;
  /** 年培训比例 (percent): share of the staff trained in the year */
  training_coverage_share?: Maybe<Share>;
  /** 实践性教学课时比例 (percent): share of practical class hours */
  practical_hours_share?: Maybe<Share>;
  /** 教育培训经费提取比例（一般） (percent): training funds set aside, as a share of wages (general) */
  training_fund_share_general?: Maybe<Share>;
  /** 教育培训经费提取比例（要求高） (percent): training funds set aside, as a share of wages (high demand) */
  training_fund_share_high_demand?: Maybe<Share>;
  /** 学生实习岗位占职工总数比例 (percent): internship positions, as a share of total staff */
  internship_posts_per_staff?: Maybe<Share>;
  /** 学生实习岗位占技术岗位比例 (percent): internship positions, as a share of technical positions */
  internship_posts_per_technical_post?: Maybe<Share>;
  /** 教师实践长周期 (year): long window of teachers' practice */
  periodic_long_years?: Maybe<Count>;
  /** 长周期内实践时间 (month): practice in the long window */
  periodic_long_months?: Maybe<Count>;
  /** 教师实践短周期 (year): short window of teachers' practice */
  periodic_short_years?: Maybe<Count>;
  /** 短周期内实践时间 (month): practice in the short window */
  periodic_short_months?: Maybe<Count>;
  /** 入职后的宽限年数 (year): years after hiring in which the periodic practice is not yet due */
  periodic_grace_years?: Maybe<Count>;
  /** 新入职实践期限 (year): years in which a new teacher is to practise */
  induction_years?: Maybe<Count>;
  /** 新入职实践时间 (month): practice of a new teacher */
  induction_months?: Maybe<Count>;
  /** 集中实践允许的间隔天数 (day): uncovered days between two periods that do not interrupt full-time practice */
  induction_gap_days?: Maybe<Count>;
  /** 新入职要求起算日: first day of hiring to which the induction duty applies */
  induction_applies_from?: Maybe<Day>;
  /** 访学时间 (month): length of an enterprise visit */
  visit_months?: Maybe<Count>;
  /** 预测报告发布间隔 (year): longest interval between forecast reports */
  forecast_interval_years?: Maybe<Count>;
  /** 中职、技工学校生均拨款标准 (yuan): per-student funding standard of secondary vocational and technician schools */
  funding_secondary_yuan?: Maybe<Money>;
  /** 高职院校生均拨款标准 (yuan): per-student funding standard of higher vocational colleges */
  funding_higher_vocational_yuan?: Maybe<Money>;
  /** 产教融合示范企业目标 (enterprise): target of demonstration enterprises */
  target_demonstration_enterprises?: Maybe<Count>;
  /** 产教融合领军人才目标 (person): target of leading talents */
  target_leading_talents?: Maybe<Count>;
  /** 产业教授（导师）目标 (person): target of industry professors (mentors) */
  target_industry_professors?: Maybe<Count>;
  /** 湖湘工匠和技术能手目标 (person): target of craftsmen and technical experts */
  target_craftsmen_and_experts?: Maybe<Count>;
  /** 2021年《职业学校学生实习管理规定》起用日: day from which the internship rules of 2021 are used */
  internship_rules_2021_from?: Maybe<Day>;
  /** 实习单位实习生上限 (percent): students on post internships at one host, at most */
  internship_host_cap_share?: Maybe<Share>;
  /** 同类岗位实习生上限 (percent): students on post internships at one kind of post, at most */
  internship_post_cap_share?: Maybe<Share>;
  /** 实习报酬占工资比例 (percent): intern pay, as a share of the wage */
  internship_pay_floor_share?: Maybe<Share>;
  /**
   * 提供教师顶岗实践岗位的企业: enterprises that are to offer practice positions
   *
   * - `large_and_medium` 句首“在大中型企业”及于本分句：仅大、中型企业承担: The opening words "in large and medium enterprises" carry over: only these are bound.
   * - `base_hosts` 本句以“教师顶岗实践基地”为题：凡设有基地的企业承担，不论规模: The sentence is about bases for teachers' practice: every enterprise with a base is bound, whatever its size.
   * - `all_enterprises` “企业”未加限定：所有企业承担: The word "enterprises" is not qualified: all are bound.
   */
  teacher_posts_scope?: Maybe<"large_and_medium" | "base_hosts" | "all_enterprises">;
  /**
   * 岗位数取整: rounding of practice positions
   *
   * - `up` 不足一个岗位的按一个计（“不低于”）: A fraction of a position takes a whole position ("not less than").
   * - `half_up` 不足一个岗位的四舍五入: A fraction of a position is rounded half up.
   * - `down` 不足一个岗位的不计: A fraction of a position is dropped.
   */
  teacher_posts_rounding?: Maybe<"up" | "half_up" | "down">;
  /**
   * 应做好具体规划的企业: enterprises that are to plan practice positions
   *
   * - `bound_or_offering` 应提供岗位的企业和实际提供岗位的企业均应做好规划: Enterprises that are bound to offer positions, and those that do, are to plan them.
   * - `offering` 仅实际提供岗位的企业应做好规划: Only enterprises that offer positions are to plan them.
   */
  practice_plan_scope?: Maybe<"bound_or_offering" | "offering">;
  /**
   * 社会责任报告的企业范围: enterprises whose social report is to cover vocational education
   *
   * - `above_designated_size` 仅规模以上企业: Only enterprises above designated size.
   * - `all_enterprises` 所有企业：2022年5月1日起施行的职业教育法第二十四条不分规模: All enterprises: Article 24 of the Vocational Education Law, in force since 1 May 2022, has no size limit.
   */
  social_report_scope?: Maybe<"above_designated_size" | "all_enterprises">;
  /**
   * 2.5%的提取比例: the rate of 2.5 %
   *
   * - `option` “可按2.5%提取”是授权：各类企业的义务均为1.5%: "May set aside 2.5 %" is a permission: the duty of every enterprise is 1.5 %.
   * - `obligation` 技术要求高的企业应按2.5%提取: Enterprises with high demands are to set aside 2.5 %.
   */
  training_fund_high_rate?: Maybe<"option" | "obligation">;
  /**
   * 一线职工经费比例的基数: the base of the front-line share
   *
   * - `spent` 以当年实际使用的经费为基数: Of the funds spent in the year.
   * - `set_aside` 以当年提取的经费为基数: Of the funds set aside in the year.
   */
  frontline_share_base?: Maybe<"spent" | "set_aside">;
  /**
   * 不按规定提取使用: not set aside or used by the rules
   *
   * - `either` 提取或者使用任一不符合规定即可: Either the setting aside or the use against the rules.
   * - `both` “提取使用”为一体：提取和使用均不符合规定: "Set aside and use" is one: both are against the rules.
   */
  credit_record_breach?: Maybe<"either" | "both">;
  /**
   * 5年6个月与2年2个月: six months in five years, two in two
   *
   * - `either` 每5年6个月或者每2年2个月，满足其一即可: Six months in five years or two months in two years: either suffices.
   * - `long_only` 每5年必须累计不少于6个月（教师〔2016〕3号第四条）: Six months in five years are required (Jiaoshi No. 3 of 2016, Article 4).
   */
  periodic_practice_limbs?: Maybe<"either" | "long_only">;
  /**
   * 顶岗实践、挂职锻炼的地点: place of on-post practice and secondment
   *
   * - `anywhere` 顶岗实践、挂职锻炼不限于企业: On-post practice and secondment are not limited to enterprises.
   * - `enterprise` 仅计在企业的实践: Only practice in an enterprise counts.
   */
  periodic_practice_place?: Maybe<"anywhere" | "enterprise">;
  /**
   * 入职以前的实践: practice before hiring
   *
   * - `excluded` 仅计入职以后作为教师的实践: Only practice as a teacher counts, from the day of hiring on.
   * - `included` 入职以前的实践也计入: Practice before the day of hiring counts, too.
   */
  periodic_practice_before_hiring?: Maybe<"excluded" | "included">;
  /**
   * 实践时间按月计算: months of practice
   *
   * - `calendar_or_30_days` 按日历月或者按每月30天折算，满足其一即可: Calendar months or 30 days a month: either suffices.
   * - `calendar` 仅按日历月: Calendar months only.
   * - `thirty_days` 仅按每月30天折算: 30 days a month only.
   */
  practice_month?: Maybe<"calendar_or_30_days" | "calendar" | "thirty_days">;
  /**
   * 集中实践: full-time practice
   *
   * - `one_block` “集中”：一段完成，节假日等短暂间隔不计中断: "Full-time" (集中): in one piece; holidays and other short gaps do not interrupt it.
   * - `cumulative` 各段天数可以累计: The days of all periods are added up.
   */
  induction_continuity?: Maybe<"one_block" | "cumulative">;
  /**
   * 新入职专业教师的学校: schools of newly hired teachers
   *
   * - `vocational` 仅职业学校（含技工院校）: Only vocational schools, technical institutions included.
   * - `vocational_and_applied_undergraduate` 职业学校和应用型本科高校：第15点兼及两者: Vocational schools and applied universities: point 15 speaks of both.
   */
  induction_schools?: Maybe<"vocational" | "vocational_and_applied_undergraduate">;
  /**
   * 报告发布间隔: intervals between reports
   *
   * - `present_only` 只看最近一次报告至评价日的间隔: Only the interval from the last report to the day of judgement counts.
   * - `every_gap` 以往任一间隔超过期限的也不符合: Every past interval counts, too.
   */
  forecast_gaps?: Maybe<"present_only" | "every_gap">;
  /**
   * 技师学院的生均拨款标准: funding standard of technician colleges
   *
   * - `open` 文件未列明技师学院，不作判断: The policy does not name technician colleges: no verdict.
   * - `secondary` 按技工学校的标准: By the standard of skilled workers' schools.
   * - `higher` 纳入高等职业学校序列的，按高职院校的标准（职业教育法第十五条）: By the standard of higher vocational colleges, among which the law admits those that qualify (Vocational Education Law, Article 15).
   */
  technician_college_as?: Maybe<"open" | "secondary" | "higher">;
  /**
   * 职业本科学校的生均拨款标准: funding standard of vocational universities
   *
   * - `open` 文件未列明职业本科学校，不作判断: The policy does not name vocational universities: no verdict.
   * - `higher` 属于高等职业学校，按高职院校的标准（职业教育法第十五条）: It is a higher vocational school, so by that standard (Vocational Education Law, Article 15).
   */
  vocational_university_as?: Maybe<"open" | "higher">;
  /**
   * 研究生招生计划倾斜条件: conditions for the postgraduate quota
   *
   * - `both` 两项定语修饰同一中心语，应同时具备: Two attributes of one noun: both are required.
   * - `either` 顿号表示并列的两类，具备其一即可: Two kinds side by side: either suffices.
   */
  postgraduate_quota_conditions?: Maybe<"both" | "either">;
  /**
   * 项目单位支持条件: conditions for supported units
   *
   * - `any` 入围“双一流”或者“产教融合”项目之一即可: On either list.
   * - `all` 须同时入围两类项目: On both lists.
   */
  supported_unit_conditions?: Maybe<"any" | "all">;
  /**
   * 试点条件: conditions for pilots
   *
   * - `all` 各项条件应同时具备: All conditions are required.
   * - `any` 具备其一即可: One of them suffices.
   */
  pilot_conditions?: Maybe<"all" | "any">;
  /**
   * 项目建设优先支持的对象: who gets priority support
   *
   * - `demonstration` 仅遴选出的产教融合示范企业: Only the selected demonstration enterprises.
   * - `demonstration_or_leading` 示范企业和龙头骨干企业（句首所列对象）: Demonstration enterprises and leading or backbone enterprises, whom the first half of the sentence names.
   */
  priority_support_scope?: Maybe<"demonstration" | "demonstration_or_leading">;
  /**
   * 行业主管部门支持的服务: services that the industry authority supports
   *
   * - `any` “等”字未封闭：支持其中一项服务即可: The list is open (等): support for one of the services suffices.
   * - `all` 列明的四项服务均应支持: All four services that are named are to be supported.
   */
  authority_services?: Maybe<"any" | "all">;
  /**
   * 产教融合园区的级别: level of an integration park
   *
   * - `provincial_and_above` 省级以上产业园（附件第21项）: Parks at provincial level or above (annex, row 21).
   * - `all_levels` 各级产业园区（正文第25点）: Industrial parks at all levels (point 25 of the body).
   */
  integration_park_level?: Maybe<"provincial_and_above" | "all_levels">;
  /**
   * 信息服务平台的效力: force of the statement on the platform
   *
   * - `encouraged` “鼓励”及于平台建设: "Encourage" (鼓励) governs the building of the platform.
   * - `directive` “鼓励”仅及于技术运用；标题和附件第19项均为部署: "Encourage" governs the use of technology only; the caption and row 19 of the annex are directives.
   */
  information_platform_force?: Maybe<"encouraged" | "directive">;
}

/** A number of the policy, or a reading. */
export type ParameterName = keyof Parameters;

/** The id of a rule. */
export type RuleId =
  | "enterprise.public_school_partner"
  | "enterprise.cooperation_partner"
  | "enterprise.joint_schooling"
  | "enterprise.training_base_host"
  | "enterprise.internship_posts"
  | "enterprise.social_report"
  | "enterprise.teacher_posts"
  | "enterprise.teacher_practice_plan"
  | "enterprise.teacher_posts_technical"
  | "enterprise.teacher_posts_mentored"
  | "enterprise.master_teacher_station"
  | "enterprise.visiting_scholars"
  | "enterprise.training_system"
  | "enterprise.training_fund"
  | "enterprise.frontline_share"
  | "enterprise.training_coverage"
  | "enterprise.training_purchased"
  | "enterprise.skill_contests"
  | "enterprise.skill_reward"
  | "enterprise.staff_congress_report"
  | "enterprise.credit_record"
  | "enterprise.education_group_founder"
  | "enterprise.state_school_operator"
  | "enterprise.priority_support"
  | "programme.industry_participation"
  | "programme.practical_hours"
  | "teacher.periodic_practice"
  | "teacher.induction_practice"
  | "visit.duration"
  | "funding_standard.secondary"
  | "funding_standard.higher_vocational"
  | "industry_forecast.interval"
  | "province.demonstration_enterprises"
  | "province.leading_talents"
  | "province.industry_professors"
  | "province.craftsmen_and_experts"
  | "internship.host_cap"
  | "internship.host_cap_general"
  | "internship.post_cap"
  | "internship.post_cap_general"
  | "internship.pay_floor"
  | "internship.post_wage_floor"
  | "internship.liability_insurance"
  | "internship.accident_insurance"
  | "internship.voluntary_accident_insurance"
  | "insurer.apprenticeship_rates"
  | "research_project.industry_participation"
  | "research_project.transfer_plan"
  | "transfer_reward.outside_performance_pay"
  | "transfer_reward.outside_wage_base"
  | "allocation.internship_and_employment"
  | "land_use.science_education_class"
  | "land_use.allocation"
  | "development_plan.requirements"
  | "development_plan.measures"
  | "park.key_construction"
  | "park.integration_park"
  | "locality.park_plan"
  | "locality.own_policy"
  | "locality.coordination_body"
  | "locality.coordination_mandate"
  | "provincial_measures.skill_spot_check"
  | "provincial_measures.teaching_diagnosis"
  | "provincial_measures.skill_appraisal"
  | "provincial_measures.major_setting_measures"
  | "provincial_measures.internship_rules"
  | "provincial_measures.master_apprentice_system"
  | "provincial_measures.craft_studios"
  | "provincial_measures.apprenticeship_levels"
  | "provincial_measures.apprenticeship_platform"
  | "provincial_measures.apprenticeship_norms"
  | "provincial_measures.dual_qualified_standards"
  | "provincial_measures.dual_qualified_training"
  | "provincial_measures.cooperation_measures"
  | "provincial_measures.information_platform"
  | "provincial_measures.coordination_mechanism"
  | "provincial_measures.integration_project"
  | "provincial_measures.vocational_funding"
  | "provincial_measures.appraisal_mechanism"
  | "school.employment_report"
  | "school.quality_report"
  | "school.adjustment_mechanism"
  | "school.warning_mechanism"
  | "school.joint_governance"
  | "school.base_open"
  | "school.charter"
  | "school.council"
  | "school.outside_parties"
  | "school.bodies_with_industry"
  | "school.pairing"
  | "school.foreign_cooperation"
  | "basic_school.curriculum"
  | "basic_school.evaluation"
  | "basic_school.vocational_electives"
  | "enrolment.shortage_majors"
  | "enrolment.vocational_graduates"
  | "enrolment.work_experience"
  | "enrolment.applied"
  | "major.grounds"
  | "major.warning_and_exit"
  | "postgraduate_quota.preference"
  | "enterprise_schooling.founder"
  | "enterprise_schooling.participation"
  | "enterprise_schooling.rights"
  | "practice_base.student_training"
  | "practice_base.teacher_practice"
  | "person.studio"
  | "person.part_time_teacher"
  | "person.enterprise_teacher"
  | "assessment_scheme.transfer"
  | "assessment_scheme.criterion"
  | "assessment_scheme.indicator"
  | "credit_entry.recorded"
  | "apprenticeship.three_parties"
  | "education_authority.campaigns"
  | "teacher_training.free_of_charge"
  | "industry_authority.steering_committee"
  | "industry_authority.work_plans"
  | "industry_authority.services"
  | "platform.contents"
  | "service_purchase.permission"
  | "supported_unit.support"
  | "pilot.comprehensive_high_school"
  | "pilot.integration";
