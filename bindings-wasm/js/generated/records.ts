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
   * 国统行业: industry of the size table
   *
   * - `agriculture` 农、林、牧、渔业: agriculture, forestry, animal husbandry and fishery
   * - `industry` 工业: industry: mining, manufacturing, power, heat, gas and water
   * - `construction` 建筑业: construction
   * - `wholesale` 批发业: wholesale
   * - `retail` 零售业: retail
   * - `transport` 交通运输业: transport, without railways
   * - `storage` 仓储业: storage
   * - `post` 邮政业: post
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
   * Statements: 7.3a, 9.1b, 9.4a
   */
  industry?: Maybe<"agriculture" | "industry" | "construction" | "wholesale" | "retail" | "transport" | "storage" | "post" | "accommodation" | "catering" | "information_transmission" | "software_it" | "real_estate" | "property_management" | "leasing_business" | "other" | "not_in_table">;
  /**
   * 企业规模: size class, as declared
   *
   * - `large` 大型: large
   * - `medium` 中型: medium
   * - `small` 小型: small
   * - `micro` 微型: micro
   *
   * Statements: 7.3a, 9.1b, 9.4a
   */
  size_class?: Maybe<"large" | "medium" | "small" | "micro">;
  /**
   * 从业人员 (person): employed persons
   *
   * Statements: 7.2a, 7.3a, 9.1b, 9.4a
   */
  employed_persons?: Maybe<Count>;
  /**
   * 营业收入 (yuan): operating revenue
   *
   * Statements: 7.3a, 9.1b, 9.4a
   */
  operating_revenue_yuan?: Maybe<Money>;
  /**
   * 资产总额 (yuan): total assets
   *
   * Statements: 7.3a, 9.1b, 9.4a
   */
  total_assets_yuan?: Maybe<Money>;
  /**
   * 销售收入 (yuan): sales revenue
   *
   * Statements: 7.2a
   */
  sales_revenue_yuan?: Maybe<Money>;
  /**
   * 规模以上: above the designated size
   *
   * Statements: 8.3a
   */
  above_designated_size?: Maybe<boolean>;
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
   * 技术岗位数 (post): technical posts
   *
   * Statements: 8.2a
   */
  technical_posts?: Maybe<Count>;
  /**
   * 学生实习岗位 (post): internship posts for students
   *
   * Statements: 8.2a
   */
  internship_posts?: Maybe<Count>;
  /**
   * 每年提供的顶岗实践岗位数 (post): practice posts offered to teachers in the year
   *
   * Statements: 9.1b, 9.2a, 9.2b, 9.2c
   */
  teacher_posts?: Maybe<Count>;
  /**
   * 技术性工作岗位 (post): practice posts that are technical
   *
   * Statements: 9.2b
   */
  teacher_posts_technical?: Maybe<Count>;
  /**
   * 专人指导 (post): practice posts with a mentor
   *
   * Statements: 9.2c
   */
  teacher_posts_mentored?: Maybe<Count>;
  /**
   * 具体规划: concrete plan for the practice posts
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
   * 提取教育培训经费 (yuan): training funds set aside
   *
   * Statements: 11.1b, 11.5a
   */
  training_fund_set_aside_yuan?: Maybe<Money>;
  /**
   * 使用教育培训经费 (yuan): training funds spent
   *
   * Statements: 11.1c, 11.5a
   */
  training_fund_spent_yuan?: Maybe<Money>;
  /**
   * 用于一线职工 (yuan): training funds spent on front-line staff
   *
   * Statements: 11.1c, 11.5a
   */
  training_fund_frontline_yuan?: Maybe<Money>;
  /**
   * 年培训 (person): distinct persons trained in the year
   *
   * Statements: 11.1d
   */
  trained_staff?: Maybe<Count>;
  /**
   * 职工培训制度: staff training system
   *
   * Statements: 11.1a
   */
  training_system?: Maybe<boolean>;
  /**
   * 向职工代表大会报告: use of the funds reported to the staff congress
   *
   * Statements: 11.4c
   */
  staff_congress_report?: Maybe<boolean>;
  /**
   * 社会责任报告: social responsibility report covers vocational education
   *
   * Statements: 8.3a
   */
  social_report_covers_vocational_education?: Maybe<boolean>;
  /**
   * 奖励或补贴: staff who raised their skill level are rewarded
   *
   * Statements: 11.3b
   */
  skill_upgrade_rewarded?: Maybe<boolean>;
  /**
   * 拒不改正: correction refused
   *
   * Statements: 11.5a
   */
  correction_refused?: Maybe<boolean>;
  /**
   * 龙头骨干: leading or backbone enterprise
   *
   * Statements: 5.1a, 12.1a
   */
  leading_enterprise?: Maybe<boolean>;
  /**
   * 国有: state-owned
   *
   * Statements: 12.3a
   */
  state_owned?: Maybe<boolean>;
  /**
   * 办职业学校: runs a vocational school
   *
   * Statements: 12.3a
   */
  runs_vocational_school?: Maybe<boolean>;
  /**
   * 产教融合示范企业: demonstration enterprise of industry-education integration
   *
   * Statements: 25.4c
   */
  demonstration_enterprise?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle or directive obligation is not met */
  explanations?: Maybe<{
    /** 社会责任报告载明职业教育: vocational education in the social responsibility report */
    "enterprise.social_report"?: Maybe<string>;
    /** 教师顶岗实践岗位: practice posts for teachers */
    "enterprise.teacher_posts"?: Maybe<string>;
    /** 职工培训制度: staff training system */
    "enterprise.training_system"?: Maybe<string>;
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
   * - `technician` 技工学校: technician school
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
   * 新设专业: newly set up
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
  /** 未达到要求的理由: reasons why an in-principle or directive obligation is not met */
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
   * - `technician` 技工学校: technician school
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
   * 入职日期: day of hiring
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
  /** 未达到要求的理由: reasons why an in-principle or directive obligation is not met */
  explanations?: Maybe<{
    /** 定期到企业实践: periodic practice in enterprises */
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
  /** 未达到要求的理由: reasons why an in-principle or directive obligation is not met */
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
   * - `technician` 技工学校: technician school
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
  /** 未达到要求的理由: reasons why an in-principle or directive obligation is not met */
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
  /** 未达到要求的理由: reasons why an in-principle or directive obligation is not met */
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
   * 产教融合示范企业 (enterprise): demonstration enterprises selected
   *
   * Statements: 25.4b
   */
  demonstration_enterprises?: Maybe<Count>;
  /**
   * 产教融合领军人才 (person): leading talents selected
   *
   * Statements: 25.5b
   */
  leading_talents?: Maybe<Count>;
  /**
   * 产业教授（导师） (person): industry professors (mentors) selected
   *
   * Statements: 25.5c
   */
  industry_professors?: Maybe<Count>;
  /**
   * 湖湘工匠和技术能手 (person): craftsmen and technical experts selected
   *
   * Statements: 25.5d
   */
  craftsmen_and_experts?: Maybe<Count>;
  /** 未达到要求的理由: reasons why an in-principle or directive obligation is not met */
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
   * 实习单位实习生数 (person): interns at the host
   *
   * Statements: 8.1a
   */
  host_interns?: Maybe<Count>;
  /**
   * 同类岗位在岗职工数 (person): staff on the like post
   *
   * Statements: 8.1a
   */
  post_staff?: Maybe<Count>;
  /**
   * 同类岗位实习生数 (person): interns on the like post
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
   * 试用期工资 (yuan): probation wage of the post a month
   *
   * Statements: 8.1a
   */
  probation_wage_yuan?: Maybe<Money>;
  /**
   * 实习开始日期: first day of the internship
   *
   * Statements: 8.4b
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
   * 自愿购买意外伤害保险: accident insurance was bought by free will, or not at all
   *
   * Statements: 8.4c
   */
  accident_insurance_voluntary?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle or directive obligation is not met */
  explanations?: Maybe<{
    /** 实习单位实习生比例: interns at the host */
    "internship.host_cap"?: Maybe<string>;
    /** 同类岗位实习生比例: interns on the like post */
    "internship.post_cap"?: Maybe<string>;
    /** 实习报酬: intern pay */
    "internship.pay_floor"?: Maybe<string>;
    /** 实习责任保险: liability insurance */
    "internship.liability_insurance"?: Maybe<string>;
  }>;
}

/**
 * 科研项目: research project
 *
 * 一个科研项目: one research project
 */
export interface ResearchProject {
  /**
   * 财政科技计划项目: publicly funded
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
   * 成果转化方案: plan to transfer the results
   *
   * Statements: 10.2c
   */
  transfer_plan?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle or directive obligation is not met */
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
   * 学校科研人员: the payee is a researcher of a vocational school or university
   *
   * Statements: 26.2a, 26.2b
   */
  payee_is_school_researcher?: Maybe<boolean>;
  /**
   * 依法取得: lawfully obtained
   *
   * Statements: 26.2a, 26.2b
   */
  lawfully_obtained?: Maybe<boolean>;
  /**
   * 纳入绩效工资: counted in performance pay
   *
   * Statements: 26.2a
   */
  counted_in_performance_pay?: Maybe<boolean>;
  /**
   * 纳入单位工资总额基数: counted in the base of the total wages
   *
   * Statements: 26.2b
   */
  counted_in_wage_base?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle or directive obligation is not met */
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
   * 参考顶岗实习: internships are a factor
   *
   * Statements: 26.4a
   */
  uses_internship?: Maybe<boolean>;
  /**
   * 参考就业: employment is a factor
   *
   * Statements: 26.4a
   */
  uses_employment?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle or directive obligation is not met */
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
   * 用于职业学校或高等学校: for a vocational school or university
   *
   * Statements: 26.5a, 26.5b
   */
  for_school?: Maybe<boolean>;
  /**
   * 按科教用地管理: managed as science and education land
   *
   * Statements: 26.5a
   */
  science_education_class?: Maybe<boolean>;
  /**
   * 符合划拨用地目录: in the Allocation Catalogue
   *
   * Statements: 26.5b
   */
  in_allocation_catalogue?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle or directive obligation is not met */
  explanations?: Maybe<{
    /** 按科教用地管理: science and education land */
    "land_use.science_education_class"?: Maybe<string>;
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
   * 明确产教融合发展要求: states the requirements of integration
   *
   * Statements: 2.1a
   */
  states_requirements?: Maybe<boolean>;
  /**
   * 同步规划产教融合发展政策措施: plans the integration measures at the same time
   *
   * Statements: 2.1d
   */
  plans_measures?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle or directive obligation is not met */
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
   * - `yuelushan` 岳麓山国家大学科技园: Yuelushan national university science park
   * - `hunan_university` 湖南省大学科技产业园: Hunan university science and industry park
   * - `zhuzhou` 湖南（株洲）职业教育科技园: Hunan (Zhuzhou) vocational education science park
   * - `malanshan` 马栏山视频文创产业园: Malanshan video and creative industry park
   * - `other` 其他园区: another park
   *
   * Statements: 2.2a
   */
  park?: Maybe<"yuelushan" | "hunan_university" | "zhuzhou" | "malanshan" | "other">;
  /**
   * 列为重点推进园区: designated by the province to be pushed
   *
   * Statements: 2.2a
   */
  designated_key_park?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle or directive obligation is not met */
  explanations?: Maybe<{
  }>;
}

/**
 * 地方政府: local government
 *
 * 一个市州或县市区: one prefecture or county
 */
export interface Locality {
  /** 地区: name of the place */
  name?: Maybe<string>;
  /**
   * 行政层级: level
   *
   * - `prefecture` 市州: prefecture
   * - `county` 县市区: county
   *
   * Statements: 2.2b
   */
  level?: Maybe<"prefecture" | "county">;
  /**
   * 教育科技产业园区建设规划: plan of an education and science park
   *
   * Statements: 2.2b
   */
  park_plan?: Maybe<boolean>;
  /**
   * 专门政策措施: policy of its own issued
   *
   * Statements: 24.2a
   */
  own_policy?: Maybe<boolean>;
  /**
   * 协调机构: coordination body set up
   *
   * Statements: 24.2b, 24.2c
   */
  coordination_body?: Maybe<boolean>;
  /**
   * 协调机构负责规划: the body is in charge of planning
   *
   * Statements: 24.2c
   */
  body_plans?: Maybe<boolean>;
  /**
   * 协调机构负责协调: the body is in charge of coordination
   *
   * Statements: 24.2c
   */
  body_coordinates?: Maybe<boolean>;
  /**
   * 协调机构负责服务: the body is in charge of service
   *
   * Statements: 24.2c
   */
  body_serves?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle or directive obligation is not met */
  explanations?: Maybe<{
  }>;
}

/**
 * 省级制度建设: provincial measures
 *
 * 省级出台的制度、机制和平台: what the province has issued and set up
 */
export interface ProvincialMeasures {
  /**
   * 专业设置管理和评价办法: measures on setting and evaluating majors issued
   *
   * Statements: 4.2a
   */
  major_setting_measures?: Maybe<boolean>;
  /**
   * 学生实习管理实施细则: implementing rules for internships issued
   *
   * Statements: 8.1b
   */
  internship_rules?: Maybe<boolean>;
  /**
   * 国家级学徒制试点: national apprenticeship pilots run
   *
   * Statements: 14.2b
   */
  national_apprenticeships?: Maybe<boolean>;
  /**
   * 省级学徒制试点: provincial apprenticeship pilots run
   *
   * Statements: 14.2b
   */
  provincial_apprenticeships?: Maybe<boolean>;
  /**
   * 市级学徒制试点: city apprenticeship pilots run
   *
   * Statements: 14.2b
   */
  city_apprenticeships?: Maybe<boolean>;
  /**
   * 校级学徒制试点: school apprenticeship pilots run
   *
   * Statements: 14.2b
   */
  school_apprenticeships?: Maybe<boolean>;
  /**
   * 学徒制省级管理服务平台: provincial apprenticeship platform built
   *
   * Statements: 14.2c
   */
  apprenticeship_platform?: Maybe<boolean>;
  /**
   * 双师型教师认定标准和办法: standards for dual-qualified teachers issued
   *
   * Statements: 15.1c
   */
  dual_qualified_standards?: Maybe<boolean>;
  /**
   * 校企合作促进实施办法: measures to carry out the cooperation rules issued
   *
   * Statements: 21.1b
   */
  cooperation_measures?: Maybe<boolean>;
  /**
   * 产教融合信息服务平台: integration information platform built
   *
   * Statements: 23.1b
   */
  information_platform?: Maybe<boolean>;
  /**
   * 工作协调机制: coordination mechanism set up
   *
   * Statements: 24.1a
   */
  coordination_mechanism?: Maybe<boolean>;
  /**
   * 发展改革部门参加: development and reform takes part
   *
   * Statements: 24.1a
   */
  mechanism_has_development_reform?: Maybe<boolean>;
  /**
   * 教育部门参加: education takes part
   *
   * Statements: 24.1a
   */
  mechanism_has_education?: Maybe<boolean>;
  /**
   * 人力资源社会保障部门参加: human resources takes part
   *
   * Statements: 24.1a
   */
  mechanism_has_human_resources?: Maybe<boolean>;
  /**
   * 财政部门参加: finance takes part
   *
   * Statements: 24.1a
   */
  mechanism_has_finance?: Maybe<boolean>;
  /**
   * 工业和信息化部门参加: industry and information technology takes part
   *
   * Statements: 24.1a
   */
  mechanism_has_industry?: Maybe<boolean>;
  /**
   * 湖南省产教融合发展工程: Hunan integration project launched
   *
   * Statements: 25.2a
   */
  integration_project?: Maybe<boolean>;
  /**
   * 绩效考核与督查机制: appraisal and supervision mechanism set up
   *
   * Statements: 28.1a
   */
  appraisal_mechanism?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle or directive obligation is not met */
  explanations?: Maybe<{
    /** 专业设置管理和评价办法: measures on setting majors */
    "provincial_measures.major_setting_measures"?: Maybe<string>;
    /** 学生实习管理实施细则: implementing rules for internships */
    "provincial_measures.internship_rules"?: Maybe<string>;
    /** 四级学徒制试点: apprenticeship pilots on four levels */
    "provincial_measures.apprenticeship_levels"?: Maybe<string>;
    /** 学徒制管理服务平台: apprenticeship platform */
    "provincial_measures.apprenticeship_platform"?: Maybe<string>;
    /** 双师型教师认定标准: standards for dual-qualified teachers */
    "provincial_measures.dual_qualified_standards"?: Maybe<string>;
    /** 校企合作实施办法: cooperation measures */
    "provincial_measures.cooperation_measures"?: Maybe<string>;
    /** 工作协调机制: coordination mechanism */
    "provincial_measures.coordination_mechanism"?: Maybe<string>;
    /** 湖南省产教融合发展工程: Hunan integration project */
    "provincial_measures.integration_project"?: Maybe<string>;
    /** 考核与督查机制: appraisal and supervision */
    "provincial_measures.appraisal_mechanism"?: Maybe<string>;
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
   * - `technician` 技工学校: technician school
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
   * 毕业生就业质量年度报告: annual report on graduate employment published
   *
   * Statements: 4.1b
   */
  employment_report_published?: Maybe<boolean>;
  /**
   * 人才培养质量年度报告: annual report on training quality published
   *
   * Statements: 4.1c
   */
  quality_report_published?: Maybe<boolean>;
  /**
   * 学科专业动态调整机制: mechanism to adjust majors
   *
   * Statements: 4.2d
   */
  adjustment_mechanism?: Maybe<boolean>;
  /**
   * 校企合作开办专业: runs majors with enterprises
   *
   * Statements: 12.4b
   */
  runs_joint_majors?: Maybe<boolean>;
  /**
   * 校企共建共管机构: a board or committee governs them jointly
   *
   * Statements: 12.4b
   */
  joint_governance_body?: Maybe<boolean>;
  /**
   * 学校章程: charter
   *
   * Statements: 17.1b
   */
  charter?: Maybe<boolean>;
  /**
   * 理事会: council
   *
   * Statements: 17.1c, 17.1d
   */
  council?: Maybe<boolean>;
  /**
   * 理事会有多方参与: industry, institutes or social bodies sit on the council
   *
   * Statements: 17.1d
   */
  council_has_outside_parties?: Maybe<boolean>;
  /**
   * 行业组织、企业参加的治理机构: a governing body with industry members
   *
   * Statements: 17.1e
   */
  bodies_with_industry?: Maybe<boolean>;
  /**
   * 国家和省示范、卓越职业学校: national or provincial model or excellent vocational school
   *
   * Statements: 20.1d
   */
  demonstration_school?: Maybe<boolean>;
  /**
   * 对口帮扶薄弱学校: pairs with a weak rural school
   *
   * Statements: 20.1d
   */
  pairs_with_weak_school?: Maybe<boolean>;
  /**
   * 中外合作办学符合国家规定: schooling with foreign bodies follows the national rules
   *
   * Statements: 27.1a
   */
  foreign_programme_by_national_rules?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle or directive obligation is not met */
  explanations?: Maybe<{
    /** 就业质量年度报告: report on graduate employment */
    "school.employment_report"?: Maybe<string>;
    /** 人才培养质量年度报告: report on training quality */
    "school.quality_report"?: Maybe<string>;
    /** 专业动态调整机制: mechanism to adjust majors */
    "school.adjustment_mechanism"?: Maybe<string>;
    /** 学校章程: charter */
    "school.charter"?: Maybe<string>;
    /** 理事会制度: council */
    "school.council"?: Maybe<string>;
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
   * 动手实践纳入课程: hands-on content in the curriculum
   *
   * Statements: 13.1a
   */
  hands_on_in_curriculum?: Maybe<boolean>;
  /**
   * 动手实践纳入综合素质评价: hands-on content in the evaluation of students
   *
   * Statements: 13.1b
   */
  hands_on_in_evaluation?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle or directive obligation is not met */
  explanations?: Maybe<{
    /** 动手实践纳入课程: hands-on content in the curriculum */
    "basic_school.curriculum"?: Maybe<string>;
    /** 动手实践纳入评价: hands-on content in the evaluation */
    "basic_school.evaluation"?: Maybe<string>;
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
   * 设置或调整: set up or adjusted
   *
   * Statements: 4.2c
   */
  set_or_adjusted?: Maybe<boolean>;
  /**
   * 依据市场供求: supply and demand on the market is a ground
   *
   * Statements: 4.2c
   */
  cites_market?: Maybe<boolean>;
  /**
   * 依据人才培养质量: training quality is a ground
   *
   * Statements: 4.2c
   */
  cites_training_quality?: Maybe<boolean>;
  /**
   * 依据就业质量: employment quality is a ground
   *
   * Statements: 4.2c
   */
  cites_employment_quality?: Maybe<boolean>;
  /**
   * 列入预警: under a warning
   *
   * Statements: 4.2f
   */
  warned?: Maybe<boolean>;
  /**
   * 落实预警和退出: the warning and exit mechanism was applied
   *
   * Statements: 4.2f
   */
  warning_acted_on?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle or directive obligation is not met */
  explanations?: Maybe<{
    /** 设置调整依据: grounds of the decision */
    "major.grounds"?: Maybe<string>;
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
   * 承担国家重大战略任务: carries a national strategic task
   *
   * Statements: 4.3a
   */
  national_strategic_task?: Maybe<boolean>;
  /**
   * 积极推行校企协同育人: pursues training together with enterprises
   *
   * Statements: 4.3a
   */
  school_enterprise_training?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle or directive obligation is not met */
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
   * 有条件: has the conditions, as the authority finds
   *
   * Statements: 5.1b
   */
  has_conditions?: Maybe<boolean>;
  /**
   * 以资本参与: takes part with capital
   *
   * Statements: 5.1d, 5.1e
   */
  by_capital?: Maybe<boolean>;
  /**
   * 以技术参与: takes part with technology
   *
   * Statements: 5.1d, 5.1e
   */
  by_technology?: Maybe<boolean>;
  /**
   * 以管理参与: takes part with management
   *
   * Statements: 5.1d, 5.1e
   */
  by_management?: Maybe<boolean>;
  /**
   * 以其他要素参与: takes part with other means
   *
   * Statements: 5.1d, 5.1e
   */
  by_other_means?: Maybe<boolean>;
  /**
   * 依法: lawfully
   *
   * Statements: 5.1d, 5.1e
   */
  lawful?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle or directive obligation is not met */
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
   * 接收相关专业学生: takes students of related majors
   *
   * Statements: 7.3b
   */
  students_of_related_majors?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle or directive obligation is not met */
  explanations?: Maybe<{
    /** 教师基地设在大中型企业: bases for teachers at large and medium enterprises */
    "practice_base.teacher_practice"?: Maybe<string>;
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
   * 优秀专业技术人才: outstanding technical talent, as the authority finds
   *
   * Statements: 9.5a
   */
  outstanding_technical_talent?: Maybe<boolean>;
  /**
   * 在学校建立工作室: the studio is at a school
   *
   * Statements: 9.5a
   */
  studio_in_school?: Maybe<boolean>;
  /**
   * 入股形式: form of contribution
   *
   * - `capital` 资本入股: capital
   * - `technology` 技术入股: technology
   * - `other` 其他入股形式: another share
   * - `none` 未入股: none
   *
   * Statements: 9.5a
   */
  contribution?: Maybe<"capital" | "technology" | "other" | "none">;
  /**
   * 劳动模范: model worker
   *
   * Statements: 13.2d
   */
  model_worker?: Maybe<boolean>;
  /**
   * 高技能人才: highly skilled person
   *
   * Statements: 13.2d
   */
  highly_skilled?: Maybe<boolean>;
  /**
   * 兼职授课: teaches part-time
   *
   * Statements: 13.2d
   */
  part_time?: Maybe<boolean>;
  /**
   * 企业技术人才: technical talent of an enterprise
   *
   * Statements: 15.1d
   */
  enterprise_technical_talent?: Maybe<boolean>;
  /**
   * 企业管理人才: management talent of an enterprise
   *
   * Statements: 15.1d
   */
  enterprise_management_talent?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle or directive obligation is not met */
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
   * 成果转化为重要内容: the transfer of results is an important item
   *
   * Statements: 10.3b
   */
  transfer_is_important?: Maybe<boolean>;
  /**
   * 产教融合为内容或条件: integration is content or condition
   *
   * Statements: 28.1b
   */
  integration_is_criterion?: Maybe<boolean>;
  /**
   * 产教融合为重要指标: integration is an important indicator
   *
   * Statements: 28.2a
   */
  integration_is_indicator?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle or directive obligation is not met */
  explanations?: Maybe<{
    /** 成果转化纳入评价: transfer of results in the evaluation */
    "assessment_scheme.transfer"?: Maybe<string>;
    /** 产教融合作为内容或条件: integration as content or condition */
    "assessment_scheme.criterion"?: Maybe<string>;
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
   * 不按规定提取使用教育培训经费: the funds were not set aside or used as required
   *
   * Statements: 11.5b
   */
  breach_found?: Maybe<boolean>;
  /**
   * 拒不改正: correction was refused
   *
   * Statements: 11.5b
   */
  correction_refused?: Maybe<boolean>;
  /**
   * 记入企业信用记录: entered in the credit record
   *
   * Statements: 11.5b
   */
  recorded?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle or directive obligation is not met */
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
  /** 未达到要求的理由: reasons why an in-principle or directive obligation is not met */
  explanations?: Maybe<{
    /** 明晰三方责权利: terms of the three parties */
    "apprenticeship.three_parties"?: Maybe<string>;
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
   * 职业教育宣传活动周: vocational education week held
   *
   * Statements: 13.3a
   */
  vocational_education_week?: Maybe<boolean>;
  /**
   * 湖湘工匠进校园: craftsmen on campus held
   *
   * Statements: 13.3a
   */
  craftsmen_on_campus?: Maybe<boolean>;
  /**
   * 走近生产一线: visits to the production front line held
   *
   * Statements: 13.3a
   */
  visits_to_the_front_line?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle or directive obligation is not met */
  explanations?: Maybe<{
    /** 组织开展系列活动: campaigns */
    "education_authority.campaigns"?: Maybe<string>;
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
   * 面向贫困地区: for teachers of poor areas
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
  /** 未达到要求的理由: reasons why an in-principle or directive obligation is not met */
  explanations?: Maybe<{
    /** 免费培训: free of charge */
    "teacher_training.free_of_charge"?: Maybe<string>;
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
   * 主要领域: the industry is a main field, as the authority finds
   *
   * Statements: 21.2b
   */
  main_field?: Maybe<boolean>;
  /**
   * 行业职业教育教学指导委员会: steering committee set up
   *
   * Statements: 21.2b
   */
  steering_committee?: Maybe<boolean>;
  /**
   * 支持行业社会组织制定工作计划: supports industry bodies in making work plans
   *
   * Statements: 21.3a
   */
  supports_work_plans?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle or directive obligation is not met */
  explanations?: Maybe<{
    /** 教学指导委员会: steering committee */
    "industry_authority.steering_committee"?: Maybe<string>;
  }>;
}

/**
 * 信息服务平台: information platform
 *
 * 一个产教融合信息服务平台: one integration information platform
 */
export interface Platform {
  /** 平台名称: name of the platform */
  name?: Maybe<string>;
  /**
   * 人才供需信息: supply and demand of talent
   *
   * Statements: 23.2a
   */
  has_talent_information?: Maybe<boolean>;
  /**
   * 校企合作信息: school-enterprise cooperation
   *
   * Statements: 23.2a
   */
  has_cooperation_information?: Maybe<boolean>;
  /**
   * 项目研发信息: research and development projects
   *
   * Statements: 23.2a
   */
  has_project_information?: Maybe<boolean>;
  /**
   * 技术服务信息: technical services
   *
   * Statements: 23.2a
   */
  has_service_information?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle or directive obligation is not met */
  explanations?: Maybe<{
    /** 汇聚四类供求信息: four kinds of information */
    "platform.contents"?: Maybe<string>;
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
  /** 未达到要求的理由: reasons why an in-principle or directive obligation is not met */
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
   * 入围双一流项目: on the national or provincial Double First-Class list
   *
   * Statements: 25.6a
   */
  on_double_first_class_list?: Maybe<boolean>;
  /**
   * 入围产教融合项目: on the national or provincial integration list
   *
   * Statements: 25.6a
   */
  on_integration_list?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle or directive obligation is not met */
  explanations?: Maybe<{
  }>;
}

/**
 * 试点: pilot
 *
 * 一个产教融合试点或综合高中试点: one integration pilot or comprehensive high school pilot
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
   * 有条件的地方: the place has the conditions, as the authority finds
   *
   * Statements: 13.4c
   */
  place_has_conditions?: Maybe<boolean>;
  /**
   * 大型企业周边: near a large enterprise
   *
   * Statements: 13.4c
   */
  near_large_enterprise?: Maybe<boolean>;
  /**
   * 产业园区周边: near an industrial park
   *
   * Statements: 13.4c
   */
  near_park?: Maybe<boolean>;
  /**
   * 有较强代表性: strongly representative
   *
   * Statements: 25.7a
   */
  representative?: Maybe<boolean>;
  /**
   * 有较强影响力: strongly influential
   *
   * Statements: 25.7a
   */
  influential?: Maybe<boolean>;
  /**
   * 有较强改革意愿: strongly willing to reform
   *
   * Statements: 25.7a
   */
  willing_to_reform?: Maybe<boolean>;
  /** 未达到要求的理由: reasons why an in-principle or directive obligation is not met */
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

/** Overrides of the policy's numbers. */
export interface Parameters {
  /** 合作企业销售收入下限 (yuan): least sales revenue of a cooperation partner */
  cooperation_sales_revenue_yuan?: Maybe<Money>;
  /** 合作企业从业人员下限 (person): least number of employed persons of a cooperation partner */
  cooperation_employed_persons?: Maybe<Count>;
  /** 顶岗实践岗位占在职员工比例 (percent): posts for teachers' practice, as a share of staff in service */
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
  /** 学生实习岗位占职工总数比例 (percent): internship posts, as a share of total staff */
  internship_posts_per_staff?: Maybe<Share>;
  /** 学生实习岗位占技术岗位比例 (percent): internship posts, as a share of technical posts */
  internship_posts_per_technical_post?: Maybe<Share>;
  /** 教师实践长周期 (year): long window of teachers' practice */
  periodic_long_years?: Maybe<Count>;
  /** 长周期内实践时间 (month): practice in the long window */
  periodic_long_months?: Maybe<Count>;
  /** 教师实践短周期 (year): short window of teachers' practice */
  periodic_short_years?: Maybe<Count>;
  /** 短周期内实践时间 (month): practice in the short window */
  periodic_short_months?: Maybe<Count>;
  /** 新入职实践期限 (year): years in which a new teacher is to practise */
  induction_years?: Maybe<Count>;
  /** 新入职实践时间 (month): practice of a new teacher */
  induction_months?: Maybe<Count>;
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
  /** 实习单位实习生上限 (percent): interns at one host, at most */
  internship_host_cap_share?: Maybe<Share>;
  /** 同类岗位实习生上限 (percent): interns at one kind of post, at most */
  internship_post_cap_share?: Maybe<Share>;
  /** 实习报酬占试用期工资比例 (percent): intern pay, as a share of the probation wage */
  internship_pay_floor_share?: Maybe<Share>;
}

/** A number of the policy. */
export type ParameterName = keyof Parameters;

/** The id of a rule. */
export type RuleId =
  | "enterprise.public_school_partner"
  | "enterprise.cooperation_partner"
  | "enterprise.training_base_host"
  | "enterprise.internship_posts"
  | "enterprise.social_report"
  | "enterprise.teacher_posts"
  | "enterprise.teacher_practice_plan"
  | "enterprise.teacher_posts_technical"
  | "enterprise.teacher_posts_mentored"
  | "enterprise.master_teacher_station"
  | "enterprise.training_system"
  | "enterprise.training_fund"
  | "enterprise.frontline_share"
  | "enterprise.training_coverage"
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
  | "internship.post_cap"
  | "internship.pay_floor"
  | "internship.liability_insurance"
  | "internship.voluntary_accident_insurance"
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
  | "locality.park_plan"
  | "locality.own_policy"
  | "locality.coordination_body"
  | "locality.coordination_mandate"
  | "provincial_measures.major_setting_measures"
  | "provincial_measures.internship_rules"
  | "provincial_measures.apprenticeship_levels"
  | "provincial_measures.apprenticeship_platform"
  | "provincial_measures.dual_qualified_standards"
  | "provincial_measures.cooperation_measures"
  | "provincial_measures.information_platform"
  | "provincial_measures.coordination_mechanism"
  | "provincial_measures.integration_project"
  | "provincial_measures.appraisal_mechanism"
  | "school.employment_report"
  | "school.quality_report"
  | "school.adjustment_mechanism"
  | "school.joint_governance"
  | "school.charter"
  | "school.council"
  | "school.outside_parties"
  | "school.bodies_with_industry"
  | "school.pairing"
  | "school.foreign_cooperation"
  | "basic_school.curriculum"
  | "basic_school.evaluation"
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
  | "platform.contents"
  | "service_purchase.permission"
  | "supported_unit.support"
  | "pilot.comprehensive_high_school"
  | "pilot.integration";
