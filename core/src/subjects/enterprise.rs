//! 企业: articles 5, 7 to 9, 11, 12 and 25, as far as they address an enterprise.

use super::prelude::*;

choices! {
    /// 教育培训经费提取类别: the rate of 国发〔2002〕16号 that applies to the enterprise.
    TrainingFundCategory {
        General "general" "一般企业" | "一般", "general (1.5 %)";
        HighDemand "high_demand" "技术要求高企业" | "要求高", "high demand: the 2.5 % rate was adopted or assigned";
    }
}

subject! {
    /// 企业: one legal entity in one calendar year.
    ///
    /// Without a `year`, the record is taken to lie in the time in which the policy is applied. Without
    /// a `size_class`, the class is derived from the indicators.
    ///
    /// ```
    /// use chanjiao::{Enterprise, Industry};
    /// let firm = Enterprise::given().industry(Industry::Retail).employed_persons(60).build()?;
    /// assert_eq!(firm.employed_persons().map(|count| count.get()), Some(60));
    /// # Ok::<(), chanjiao::Faults>(())
    /// ```
    Enterprise = "enterprise", "企业", "enterprise";
    one record is "一个法人单位的一个自然年度", "one legal entity in one calendar year";
    facts {
        name: String = "企业名称", "name of the enterprise";
        year: Year = "年度", "calendar year";
        industry: Industry = "划型行业（国统字〔2017〕213号）" | "划型行业" | "国统行业", "industry of the size table";
        size_class: SizeClass = "企业规模" | "企业划型", "declared size class" determined by Statistics;
        employed_persons: Count = "从业人员" | "从业人员数", "employed persons", in Person;
        operating_revenue_yuan: Money = "营业收入", "operating revenue", in Yuan;
        total_assets_yuan: Money = "资产总额", "total assets", in Yuan;
        sales_revenue_yuan: Money = "销售收入", "sales revenue", in Yuan;
        above_designated_size: bool = "属于规模以上企业" | "规模以上" | "规模以上企业", "the enterprise is above designated size" determined by Statistics;
        joint_schooling: bool = "承担合作办学任务" | "承担合作办学", "the enterprise takes on joint schooling";
        staff_total: Count = "职工总数" | "企业职工总人数" | "职工总人数", "total staff", in Person;
        staff_in_service: Count = "在职员工数" | "在职员工", "staff in service", in Person;
        technical_posts: Count = "技术岗位数", "technical positions", in Post;
        internship_posts: Count = "学生实习岗位" | "学生实习岗位数", "internship positions for students", in Post;
        hosts_teacher_base: bool = "设有教师顶岗实践基地" | "教师顶岗实践基地", "a base for teachers' on-post practice is set up at the enterprise";
        teacher_posts: Count = "每年提供的顶岗实践岗位数" | "顶岗实践岗位数", "on-post practice positions offered to teachers in the year", in Post;
        teacher_posts_technical: Count = "属于技术性工作岗位的岗位数" | "技术性工作岗位" | "技术性工作岗位数", "on-post practice positions that are technical", in Post;
        teacher_posts_mentored: Count = "有专人指导的岗位数" | "专人指导" | "专人指导岗位数", "on-post practice positions with a mentor", in Post;
        teacher_practice_plan: bool = "已做好顶岗实践的具体规划" | "具体规划", "a concrete plan for teachers' on-post practice is made";
        total_wages_yuan: Money = "工资总额" | "职工工资总额", "total wages", in Yuan;
        training_fund_category: TrainingFundCategory = "教育培训经费提取类别", "category of the training-fund rate";
        training_fund_set_aside_yuan: Money = "提取的教育培训经费" | "提取教育培训经费" | "提取", "training funds set aside", in Yuan;
        training_fund_spent_yuan: Money = "使用的教育培训经费" | "使用教育培训经费" | "使用", "training funds spent", in Yuan;
        training_fund_frontline_yuan: Money = "用于一线职工的教育培训经费" | "用于一线职工" | "用于一线职工的经费", "training funds spent on front-line employees", in Yuan;
        trained_staff: Count = "年度受训职工人数" | "年培训" | "年培训人数", "employees trained in the year (each counted once)", in Person;
        training_system: bool = "已落实职工培训制度" | "职工培训制度", "the staff training system is in place";
        training_services_bought: bool = "主动购买培训服务" | "购买培训服务", "the enterprise buys training services on its own initiative";
        skill_contest_held: bool = "开展职工技能竞赛" | "职工技能竞赛", "a skill contest for employees is held";
        staff_congress_report: bool = "向职工代表大会（或职工大会）报告培训经费使用情况" | "向职工代表大会（或职工大会）报告" | "向职工代表大会报告", "the use of the training funds is reported to the workers' congress (or the meeting of all employees)";
        social_report_covers_vocational_education: bool = "在社会责任报告中载明开展职业教育情况" | "社会责任报告载明开展职业教育情况" | "社会责任报告", "the social responsibility report covers vocational education";
        skill_upgraded_staff: Count = "参加培训提升技能等级的职工人数" | "提升技能等级的职工人数", "employees who raised their skill level through training", in Person;
        skill_upgrade_rewarded: bool = "对提升技能等级的职工予以奖励或补贴" | "奖励或补贴", "employees who raised their skill level are rewarded or subsidised";
        correction_refused: bool = "经责令后拒不改正" | "拒不改正", "correction was refused after an order" determined by Competent;
        other_misuse: bool = "经主管部门认定有其他不按规定使用教育培训经费的行为" | "其他不按规定使用教育培训经费的行为", "an authority found that the funds were used against the rules in another way" determined by Competent;
        leading_enterprise: bool = "属于龙头骨干企业" | "龙头骨干" | "龙头骨干企业", "the enterprise is a leading or backbone enterprise" determined by Competent;
        state_owned: bool = "属于国有企业" | "国有" | "国有企业", "the enterprise is state-owned";
        runs_vocational_school: bool = "已举办职业学校" | "办职业学校", "the enterprise runs a vocational school";
        has_conditions: bool = "经主管部门认定具备条件" | "有条件", "the enterprise meets the requisite conditions, as determined by the competent authority" determined by Competent;
        demonstration_enterprise: bool = "属于产教融合示范企业" | "产教融合示范企业", "the enterprise is a demonstration enterprise of industry-education integration" determined by Competent;
    }
    dated by year;
    part teacher_posts_technical of teacher_posts;
    part teacher_posts_mentored of teacher_posts;
    part training_fund_frontline_yuan of training_fund_spent_yuan;
    usually part trained_staff of staff_total;
}

const LARGE_OR_MEDIUM: Condition = FACTS.large_or_medium();
const OFFERS_POSTS: Condition = FACTS.at_least_one("teacher_posts");
/// The enterprises that 9.1b binds, whatever their staff.
const BOUND_TO_OFFER: Condition =
    by_reading("teacher_posts_scope", &[LARGE_OR_MEDIUM, FACTS.flag("hosts_teacher_base"), ALWAYS]);
const COOPERATION_PARTNER: Condition = any(&[
    FACTS.at_least("sales_revenue_yuan", "cooperation_sales_revenue_yuan"),
    FACTS.at_least("employed_persons", "cooperation_employed_persons"),
]);

const TO_BE_LARGE_OR_MEDIUM: &[Text] =
    &[text!("须为大、中型企业", "to be a large or medium enterprise")];
const TO_BE_LEADING: &[Text] =
    &[text!("须为龙头骨干企业", "to be a leading or backbone enterprise")];

const BY_THE_SIZE_TABLE: Text = text!(
    "按国统字〔2017〕213号划型；已有年度划型的以划型为准；行业不在划分表内且无划型的，无法判断",
    "by the size table of 2017; a class already declared for the year wins; undetermined where the \
    industry is not in the table and no class is declared"
);
const OFFERING: Text =
    text!("提供顶岗实践岗位的企业", "enterprises that offer on-post practice positions");

const TRAINING_FUND: Rule = Rule::new(
    "enterprise.training_fund",
    statement("11.1b"),
    by_reading(
        "training_fund_high_rate",
        &[
            FACTS.share_at_least(
                "training_fund_set_aside_yuan",
                "total_wages_yuan",
                "training_fund_share_general",
            ),
            FACTS.share_by_category(
                "training_fund_set_aside_yuan",
                "total_wages_yuan",
                "training_fund_category",
                ["training_fund_share_general", "training_fund_share_high_demand"],
            ),
        ],
    ),
)
.title(text!("足额提取教育培训经费", "training funds set aside in full"))
.demands(&[text!("应提取教育培训经费{}以上", "at least {} of training funds set aside")])
.reading(text!(
    "足额：按国发〔2002〕16号的比例；提取指计提，支出不能代替；基数为工资总额。须达到2.5%的口径下，\
    类别未知而数额介于两档之间的，无法判断",
    "in full: by the rates of Guofa [2002] No. 16; what counts is the amount set aside, not the \
    amount spent; the base is total wages. Where 2.5 % is taken as a duty and the category is \
    unknown, an amount between the two rates is undetermined"
));

const FRONTLINE_SHARE: Rule = Rule::new(
    "enterprise.frontline_share",
    statement("11.1c"),
    by_reading(
        "frontline_share_base",
        &[
            FACTS.share_at_least(
                "training_fund_frontline_yuan",
                "training_fund_spent_yuan",
                "frontline_share",
            ),
            FACTS.share_at_least(
                "training_fund_frontline_yuan",
                "training_fund_set_aside_yuan",
                "frontline_share",
            ),
        ],
    ),
)
.title(text!("经费用于一线职工的比例", "share of training funds for front-line employees"))
.demands(&[text!(
    "用于一线职工的教育培训经费应达到{}以上",
    "at least {} of the training funds spent on front-line employees",
)])
.reading(text!(
    "“以上”含本数；基数为零的不适用；一线职工由企业认定",
    "the bound is included; not applicable where the base is zero; who is a front-line employee \
    is the enterprise's to state"
));

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[
    Rule::new(
        "enterprise.public_school_partner",
        statement("5.1a"),
        FACTS.flag("leading_enterprise"),
    )
    .eligibility()
    .title(text!("参与公办职业学校办学", "taking part in public vocational schools"))
    .demands(TO_BE_LEADING),
    Rule::new("enterprise.cooperation_partner", statement("7.2a"), COOPERATION_PARTNER)
        .eligibility()
        .title(text!(
            "鼓励承担合作办学任务的企业",
            "enterprise encouraged to take on joint schooling"
        ))
        .demands(&[
            text!("销售收入达到{}以上", "sales revenue of at least {}"),
            text!("从业人员达到 {} 人以上", "at least {} employed persons"),
        ])
        .reading(text!(
            "“以上”“达到”含本数；“或”满足其一即可；按法人单位上一完整会计年度，销售收入不以营业收入代替；\
            合作学校是否在“区域内”不作判断",
            "the bounds are included; either is enough; of the legal entity's last full fiscal \
            year, and operating revenue does not replace sales revenue; whether the school is in \
            the region is not tested"
        )),
    Rule::new("enterprise.joint_schooling", statement("7.2b"), FACTS.flag("joint_schooling"))
        .applies_to(
            COOPERATION_PARTNER,
            text!(
                "销售收入或从业人员达到7.2a标准的企业",
                "enterprises whose sales revenue or number of employed persons reaches the bound of 7.2a"
            ),
        )
        .title(text!("承担合作办学任务", "joint schooling"))
        .demands(&[text!("承担合作办学任务", "joint schooling taken on")]),
    Rule::new("enterprise.training_base_host", statement("7.3a"), LARGE_OR_MEDIUM)
        .eligibility()
        .title(text!("建立实习实训基地", "host of a training base"))
        .demands(TO_BE_LARGE_OR_MEDIUM)
        .reading(BY_THE_SIZE_TABLE),
    Rule::new(
        "enterprise.internship_posts",
        statement("8.2a"),
        once_set(
            ["internship_posts_per_staff", "internship_posts_per_technical_post"],
            &all(&[
                FACTS.share_at_least(
                    "internship_posts",
                    "staff_total",
                    "internship_posts_per_staff",
                ),
                FACTS.share_at_least(
                    "internship_posts",
                    "technical_posts",
                    "internship_posts_per_technical_post",
                ),
            ]),
            text!(
                "原文只写“一定比例”，未设参数",
                "the text only says \"a certain ratio\", and no parameter sets it"
            ),
        ),
    )
    .title(text!("安排学生实习岗位", "internship positions for students"))
    .demands(&[
        text!(
            "按职工总数的一定比例，安排学生实习岗位 {} 个",
            "at least {} internship positions, by total staff"
        ),
        text!(
            "按技术岗位数的一定比例，安排学生实习岗位 {} 个",
            "at least {} internship positions, by technical positions"
        ),
    ])
    .reading(text!(
        "原文只写“一定比例”，未设参数时无法判断；设定的比例均为下限，须同时满足",
        "the text only says \"a certain ratio\": undetermined until a parameter sets it; every \
        ratio that is set is a lower bound, and all of them are due"
    )),
    Rule::new(
        "enterprise.social_report",
        statement("8.3a"),
        FACTS.flag("social_report_covers_vocational_education"),
    )
    .applies_by_reading(
        by_reading("social_report_scope", &[FACTS.flag("above_designated_size"), ALWAYS]),
        &[
            text!("规模以上企业", "enterprises above designated size"),
            text!("企业", "enterprises"),
        ],
    )
    .title(text!(
        "社会责任报告载明职业教育",
        "vocational education in the social responsibility report"
    ))
    .demands(&[text!(
        "社会责任报告应载明开展职业教育情况",
        "vocational education covered in the social responsibility report"
    )])
    .reading(text!(
        "“建立……制度”由主管部门部署，此处判断企业的报告是否载明",
        "the authorities are to set up the system; what is tested is the enterprise's report"
    )),
    Rule::new(
        "enterprise.teacher_posts",
        statement("9.1b"),
        FACTS.rounded_share_at_least(
            "teacher_posts",
            "staff_in_service",
            "teacher_posts_share",
            "teacher_posts_rounding",
        ),
    )
    .applies_by_reading(
        BOUND_TO_OFFER,
        &[
            text!("大、中型企业", "large and medium enterprises"),
            text!("设有教师顶岗实践基地的企业", "enterprises with a base for teachers' practice"),
            text!("企业", "enterprises"),
        ],
    )
    .title(text!("教师顶岗实践岗位", "on-post practice positions for teachers"))
    .demands(&[text!(
        "应提供教师顶岗实践岗位 {} 个以上",
        "at least {} on-post practice positions for teachers"
    )])
    .reading(text!(
        "岗位按自然年度内提供的不同岗位计，不按人次计；在职员工数按年末与企业存在劳动关系的人数计，不含\
        实习生；划型同7.3a",
        "distinct positions offered in the calendar year, not person-times; staff in service are \
        the persons employed at the end of the year, without interns; size as in 7.3a"
    )),
    Rule::new(
        "enterprise.teacher_practice_plan",
        statement("9.2a"),
        FACTS.flag("teacher_practice_plan"),
    )
    .applies_by_reading(
        by_reading("practice_plan_scope", &[any(&[BOUND_TO_OFFER, OFFERS_POSTS]), OFFERS_POSTS]),
        &[
            text!(
                "应提供或者实际提供顶岗实践岗位的企业",
                "enterprises that are bound to offer on-post practice positions, or offer some"
            ),
            OFFERING,
        ],
    )
    .title(text!("顶岗实践具体规划", "concrete plan for on-post practice"))
    .demands(&[text!(
        "应做好顶岗实践的具体规划",
        "a concrete plan for the on-post practice positions"
    )]),
    Rule::new(
        "enterprise.teacher_posts_technical",
        statement("9.2b"),
        FACTS.whole("teacher_posts_technical", "teacher_posts"),
    )
    .applies_to(OFFERS_POSTS, OFFERING)
    .title(text!("顶岗实践岗位为技术性岗位", "on-post practice positions are technical"))
    .demands(&[text!(
        "提供的 {} 个顶岗实践岗位均应为技术性工作岗位",
        "all {} positions offered are technical positions"
    )])
    .reading(text!(
        "每个顶岗实践岗位均应为技术性工作岗位",
        "every on-post practice position is to be a technical one"
    )),
    Rule::new(
        "enterprise.teacher_posts_mentored",
        statement("9.2c"),
        FACTS.whole("teacher_posts_mentored", "teacher_posts"),
    )
    .applies_to(OFFERS_POSTS, OFFERING)
    .title(text!("顶岗实践有专人指导", "on-post practice positions have a mentor"))
    .demands(&[text!(
        "提供的 {} 个顶岗实践岗位均应安排专人指导",
        "all {} positions offered have a designated mentor"
    )])
    .reading(text!(
        "每个顶岗实践岗位均应有专人指导；一人可指导多个岗位",
        "every on-post practice position is to have a mentor; one person may mentor several"
    )),
    Rule::new("enterprise.master_teacher_station", statement("9.4a"), LARGE_OR_MEDIUM)
        .eligibility()
        .title(text!("设立“名师工作站”", "master teachers' station"))
        .demands(TO_BE_LARGE_OR_MEDIUM)
        .reading(BY_THE_SIZE_TABLE),
    Rule::new("enterprise.visiting_scholars", statement("9.4b"), LARGE_OR_MEDIUM)
        .eligibility()
        .title(text!("企业访问学者项目", "enterprise visiting-scholar programme"))
        .demands(TO_BE_LARGE_OR_MEDIUM)
        .reading(BY_THE_SIZE_TABLE),
    Rule::new("enterprise.training_system", statement("11.1a"), FACTS.flag("training_system"))
        .title(text!("职工培训制度", "staff training system"))
        .demands(&[text!("应落实职工培训制度", "a staff training system in place")]),
    TRAINING_FUND,
    FRONTLINE_SHARE,
    Rule::new(
        "enterprise.training_coverage",
        statement("11.1d"),
        FACTS.share_at_least("trained_staff", "staff_total", "training_coverage_share"),
    )
    .title(text!("年培训比例", "share of the staff trained in the year"))
    .demands(&[text!(
        "年度培训职工应达到 {} 人以上",
        "at least {} employees trained in the year"
    )])
    .reading(text!(
        "“不少于”含本数；按年内受训的不同人数计，不按人次计，不设最低学时；分母为年末职工总人数",
        "the bound is included; distinct persons trained in the year, not attendances, and no \
        minimum of hours; of the staff at the end of the year"
    )),
    Rule::new(
        "enterprise.training_purchased",
        statement("11.2b"),
        FACTS.flag("training_services_bought"),
    )
    .title(text!("购买培训服务", "training services bought"))
    .demands(&[text!(
        "主动购买培训服务",
        "training services bought on the enterprise's own initiative"
    )]),
    Rule::new("enterprise.skill_contests", statement("11.3a"), FACTS.flag("skill_contest_held"))
        .title(text!("职工技能竞赛", "skill contests for employees"))
        .demands(&[text!("开展职工技能竞赛", "a skill contest for employees")])
        .reading(text!(
            "“有条件的”原文未界定，不作判断",
            "the text does not say which enterprises are able to; this is not tested"
        )),
    Rule::new("enterprise.skill_reward", statement("11.3b"), FACTS.flag("skill_upgrade_rewarded"))
        .applies_to(
            FACTS.at_least_one("skill_upgraded_staff"),
            text!(
                "有职工参加培训提升技能等级的企业",
                "enterprises where employees raised their skill level through training"
            ),
        )
        .title(text!("奖励或补贴提升技能的职工", "reward for raised skill levels"))
        .demands(&[text!(
            "对提升技能等级的职工予以奖励或补贴",
            "a reward or subsidy for employees who raise their skill level"
        )])
        .reading(text!(
            "主语同11.3a，为“有条件的企业”；条件原文未界定，不作判断",
            "for able enterprises, as in 11.3a; the text does not say which; this is not tested"
        )),
    Rule::new(
        "enterprise.staff_congress_report",
        statement("11.4c"),
        FACTS.flag("staff_congress_report"),
    )
    .title(text!("向职工代表大会报告", "report to the workers' congress"))
    .demands(&[text!(
        "培训经费使用情况应向职工代表大会报告",
        "the use of the training funds reported to the workers' congress"
    )]),
    Rule::new(
        "enterprise.credit_record",
        statement("11.5a"),
        by_reading(
            "credit_record_breach",
            &[
                not(&all(&[
                    FACTS.flag("correction_refused"),
                    any(&[
                        breached(&TRAINING_FUND),
                        breached(&FRONTLINE_SHARE),
                        FACTS.flag("other_misuse"),
                    ]),
                ])),
                not(&all(&[
                    FACTS.flag("correction_refused"),
                    breached(&TRAINING_FUND),
                    any(&[breached(&FRONTLINE_SHARE), FACTS.flag("other_misuse")]),
                ])),
            ],
        ),
    )
    .title(text!("记入信用记录的情形", "conduct to be entered in the credit record"))
    .demands(&[text!(
        "应无“不按规定提取使用教育培训经费并拒不改正”的情形",
        "no failure to set aside or use the training funds combined with a refusal to correct it",
    )])
    .met(text!(
        "按所给事实，未见“不按规定提取使用教育培训经费并拒不改正”的情形",
        "on the facts given, no failure to set aside or use the training funds by the rules, with a \
        refusal to correct it"
    ))
    .unmet(text!(
        "有“不按规定提取使用教育培训经费并拒不改正”的情形",
        "there is a failure to set aside or use the training funds by the rules, and a refusal to \
        correct it"
    ))
    .reading(text!(
        "责令改正的形式和期限原文未定，以主管部门认定为准；未向职工代表大会报告不属于本情形；记入由主管\
        部门办理",
        "the text sets no form and no term for the order; the authority's finding is taken; not \
        reporting to the workers' congress is not such conduct; an authority makes the entry"
    )),
    Rule::new(
        "enterprise.education_group_founder",
        statement("12.1a"),
        FACTS.flag("leading_enterprise"),
    )
    .eligibility()
    .title(text!(
        "组建产教融合集团（联盟）或职教集团",
        "founder of an industry-education integration group or vocational education group"
    ))
    .demands(TO_BE_LEADING),
    Rule::new(
        "enterprise.state_school_operator",
        statement("12.3a"),
        all(&[
            FACTS.flag("state_owned"),
            FACTS.flag("runs_vocational_school"),
            FACTS.flag("has_conditions"),
        ]),
    )
    .eligibility()
    .title(text!("国有企业继续办学", "state-owned school operator"))
    .demands(&[text!(
        "须为已举办职业学校、具备条件的国有企业",
        "to be a state-owned enterprise that runs a vocational school and meets the requisite \
        conditions"
    )])
    .reading(AS_THE_AUTHORITY_FINDS),
    Rule::new(
        "enterprise.priority_support",
        statement("25.4c"),
        by_reading(
            "priority_support_scope",
            &[
                FACTS.flag("demonstration_enterprise"),
                any(&[FACTS.flag("demonstration_enterprise"), FACTS.flag("leading_enterprise")]),
            ],
        ),
    )
    .eligibility()
    .title(text!("项目建设优先支持", "priority support for projects"))
    .demands_by_reading(&[
        &[text!("须为产教融合示范企业", "to be a demonstration enterprise")],
        &[text!(
            "须为产教融合示范企业或者龙头骨干企业",
            "to be a demonstration enterprise or a leading or backbone enterprise"
        )],
    ]),
];
