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
        industry: Industry = "国统行业", "industry of the size table";
        size_class: SizeClass = "企业规模" | "企业划型", "size class, as declared" determined by Statistics;
        employed_persons: Count = "从业人员" | "从业人员数", "employed persons", in Person;
        operating_revenue_yuan: Money = "营业收入", "operating revenue", in Yuan;
        total_assets_yuan: Money = "资产总额", "total assets", in Yuan;
        sales_revenue_yuan: Money = "销售收入", "sales revenue", in Yuan;
        above_designated_size: bool = "规模以上", "above the designated size" determined by Statistics;
        staff_total: Count = "职工总数" | "企业职工总人数" | "职工总人数", "total staff", in Person;
        staff_in_service: Count = "在职员工数" | "在职员工", "staff in service", in Person;
        technical_posts: Count = "技术岗位数", "technical posts", in Post;
        internship_posts: Count = "学生实习岗位" | "学生实习岗位数", "internship posts for students", in Post;
        teacher_posts: Count = "每年提供的顶岗实践岗位数" | "顶岗实践岗位数", "practice posts offered to teachers in the year", in Post;
        teacher_posts_technical: Count = "技术性工作岗位" | "技术性工作岗位数", "practice posts that are technical", in Post;
        teacher_posts_mentored: Count = "专人指导" | "专人指导岗位数", "practice posts with a mentor", in Post;
        teacher_practice_plan: bool = "具体规划", "concrete plan for the practice posts";
        total_wages_yuan: Money = "工资总额" | "职工工资总额", "total wages", in Yuan;
        training_fund_category: TrainingFundCategory = "教育培训经费提取类别", "category of the training-fund rate";
        training_fund_set_aside_yuan: Money = "提取教育培训经费" | "提取", "training funds set aside", in Yuan;
        training_fund_spent_yuan: Money = "使用教育培训经费" | "使用", "training funds spent", in Yuan;
        training_fund_frontline_yuan: Money = "用于一线职工" | "用于一线职工的经费", "training funds spent on front-line staff", in Yuan;
        trained_staff: Count = "年培训" | "年培训人数", "distinct persons trained in the year", in Person;
        training_system: bool = "职工培训制度", "staff training system";
        staff_congress_report: bool = "向职工代表大会报告", "use of the funds reported to the staff congress";
        social_report_covers_vocational_education: bool = "社会责任报告", "social responsibility report covers vocational education";
        skill_upgrade_rewarded: bool = "奖励或补贴", "staff who raised their skill level are rewarded";
        correction_refused: bool = "拒不改正", "correction refused" determined by Competent;
        leading_enterprise: bool = "龙头骨干", "leading or backbone enterprise" determined by Competent;
        state_owned: bool = "国有" | "国有企业", "state-owned";
        runs_vocational_school: bool = "办职业学校", "runs a vocational school";
        demonstration_enterprise: bool = "产教融合示范企业", "demonstration enterprise of industry-education integration" determined by Competent;
    }
    part teacher_posts_technical of teacher_posts;
    part teacher_posts_mentored of teacher_posts;
    part training_fund_frontline_yuan of training_fund_spent_yuan;
}

const LARGE_OR_MEDIUM: Condition = FACTS.large_or_medium();
const OFFERS_POSTS: Condition = FACTS.at_least_one("teacher_posts");

const TRAINING_FUND: Rule = Rule::new(
    "enterprise.training_fund",
    statement("11.1b"),
    FACTS.share_by_category(
        "training_fund_set_aside_yuan",
        "total_wages_yuan",
        "training_fund_category",
        ["training_fund_share_general", "training_fund_share_high_demand"],
    ),
)
.title(text!("足额提取教育培训经费", "training funds set aside in full"))
.demands(&[text!("需提取教育培训经费 {} 元", "training funds of {} yuan set aside")])
.reading(text!(
    "足额：按国发〔2002〕16号的比例，一般为工资总额的1.5%；已采用或被核定2.5%的企业为2.5%，仅符合\
    条件的仍为1.5%",
    "in full: by the rates of Guofa [2002] No. 16, 1.5 % of total wages in general, 2.5 % for a \
    firm that has adopted or been assigned that rate; merely qualifying is general"
));

const FRONTLINE_SHARE: Rule = Rule::new(
    "enterprise.frontline_share",
    statement("11.1c"),
    FACTS.share_at_least(
        "training_fund_frontline_yuan",
        "training_fund_spent_yuan",
        "frontline_share",
    ),
)
.title(text!("经费用于一线职工的比例", "share of training funds for front-line staff"))
.demands(&[text!(
    "需将 {} 元教育培训经费用于一线职工",
    "{} yuan of the training funds spent on front-line staff",
)])
.reading(text!(
    "以当年实际使用的经费为基数；一线职工由企业认定",
    "of the funds spent in the year; who is front-line staff is the firm's to state"
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
    .demands(&[text!("需为龙头骨干企业", "to be a leading or backbone enterprise")]),
    Rule::new(
        "enterprise.cooperation_partner",
        statement("7.2a"),
        any(&[
            FACTS.at_least("sales_revenue_yuan", "cooperation_sales_revenue_yuan"),
            FACTS.at_least("employed_persons", "cooperation_employed_persons"),
        ]),
    )
    .eligibility()
    .title(text!("校企合作重点企业", "large partner of school-enterprise cooperation"))
    .demands(&[
        text!("销售收入需达到 {} 元", "sales revenue of {} yuan"),
        text!("从业人员需达到 {} 人", "{} employed persons"),
    ])
    .reading(text!(
        "“以上”“达到”含本数；“或”满足其一即可；按法人单位上一完整会计年度",
        "the bounds are included; either is enough; of the legal entity's last full fiscal year"
    )),
    Rule::new("enterprise.training_base_host", statement("7.3a"), LARGE_OR_MEDIUM)
        .eligibility()
        .title(text!("建立实习实训基地", "host of a training base"))
        .demands(&[text!("需为大、中型企业", "to be a large or medium enterprise")])
        .reading(text!(
            "按国统字〔2017〕213号划型；已有年度划型的以划型为准",
            "by the size table of 2017; a class already declared for the year wins"
        )),
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
    .title(text!("安排学生实习岗位", "internship posts for students"))
    .demands(&[
        text!("按职工总数需安排 {} 个学生实习岗位", "{} internship posts by total staff"),
        text!("按技术岗位数需安排 {} 个学生实习岗位", "{} internship posts by technical posts"),
    ])
    .reading(text!(
        "原文只写“一定比例”，未设参数时无法判断；设定的比例须同时满足",
        "the text only says \"a certain ratio\": undetermined until a parameter sets it; every \
        ratio that is set is due"
    )),
    Rule::new(
        "enterprise.social_report",
        statement("8.3a"),
        FACTS.flag("social_report_covers_vocational_education"),
    )
    .applies_to(
        FACTS.flag("above_designated_size"),
        text!("规模以上企业", "enterprises above the designated size"),
    )
    .title(text!(
        "社会责任报告载明职业教育",
        "vocational education in the social responsibility report"
    ))
    .demands(&[text!(
        "社会责任报告需载明开展职业教育情况",
        "vocational education covered in the social responsibility report"
    )]),
    Rule::new(
        "enterprise.teacher_posts",
        statement("9.1b"),
        FACTS.share_at_least("teacher_posts", "staff_in_service", "teacher_posts_share"),
    )
    .applies_to(LARGE_OR_MEDIUM, text!("大、中型企业", "large and medium enterprises"))
    .title(text!("教师顶岗实践岗位", "practice posts for teachers"))
    .demands(&[text!("需提供 {} 个顶岗实践岗位", "{} practice posts for teachers")])
    .reading(text!(
        "句首“在大中型企业”及于本分句；不足一个岗位的按一个计；岗位按自然年度内提供的不同岗位计",
        "the sentence's \"in large and medium enterprises\" carries over; any fraction takes a \
        whole post; distinct posts offered in the calendar year"
    )),
    Rule::new(
        "enterprise.teacher_practice_plan",
        statement("9.2a"),
        FACTS.flag("teacher_practice_plan"),
    )
    .applies_to(
        OFFERS_POSTS,
        text!("提供顶岗实践岗位的企业", "enterprises that offer practice posts"),
    )
    .title(text!("顶岗实践具体规划", "concrete plan for the practice posts"))
    .demands(&[text!("需有顶岗实践的具体规划", "a concrete plan for the practice posts")]),
    Rule::new(
        "enterprise.teacher_posts_technical",
        statement("9.2b"),
        FACTS.whole("teacher_posts_technical", "teacher_posts"),
    )
    .applies_to(
        OFFERS_POSTS,
        text!("提供顶岗实践岗位的企业", "enterprises that offer practice posts"),
    )
    .title(text!("顶岗实践岗位为技术性岗位", "practice posts are technical posts"))
    .demands(&[text!("需有 {} 个技术性工作岗位", "{} technical practice posts")])
    .reading(text!(
        "每个顶岗实践岗位均应为技术性工作岗位",
        "every practice post is to be a technical one"
    )),
    Rule::new(
        "enterprise.teacher_posts_mentored",
        statement("9.2c"),
        FACTS.whole("teacher_posts_mentored", "teacher_posts"),
    )
    .applies_to(
        OFFERS_POSTS,
        text!("提供顶岗实践岗位的企业", "enterprises that offer practice posts"),
    )
    .title(text!("顶岗实践有专人指导", "practice posts have a mentor"))
    .demands(&[text!("需有 {} 个岗位安排专人指导", "{} practice posts with a mentor")])
    .reading(text!("每个顶岗实践岗位均应有专人指导", "every practice post is to have a mentor")),
    Rule::new("enterprise.master_teacher_station", statement("9.4a"), LARGE_OR_MEDIUM)
        .eligibility()
        .title(text!("设立名师工作站", "master-teacher station"))
        .demands(&[text!("需为大、中型企业", "to be a large or medium enterprise")]),
    Rule::new("enterprise.training_system", statement("11.1a"), FACTS.flag("training_system"))
        .title(text!("职工培训制度", "staff training system"))
        .demands(&[text!("需落实职工培训制度", "a staff training system in place")]),
    TRAINING_FUND,
    FRONTLINE_SHARE,
    Rule::new(
        "enterprise.training_coverage",
        statement("11.1d"),
        FACTS.share_at_least("trained_staff", "staff_total", "training_coverage_share"),
    )
    .title(text!("年培训比例", "share of the staff trained in the year"))
    .demands(&[text!("年内需培训 {} 名职工", "{} staff trained in the year")])
    .reading(text!(
        "按年内受训的不同人数计，不按人次；分母为年末职工总人数",
        "distinct persons trained in the year, not attendances; of the staff at the end of the \
        year"
    )),
    Rule::new("enterprise.skill_reward", statement("11.3b"), FACTS.flag("skill_upgrade_rewarded"))
        .title(text!("奖励或补贴提升技能的职工", "reward for raised skill levels"))
        .demands(&[text!(
            "对提升技能等级的职工予以奖励或补贴",
            "a reward or subsidy for staff who raise their skill level"
        )]),
    Rule::new(
        "enterprise.staff_congress_report",
        statement("11.4c"),
        FACTS.flag("staff_congress_report"),
    )
    .title(text!("向职工代表大会报告", "report to the staff congress"))
    .demands(&[text!(
        "培训经费使用情况需向职工代表大会报告",
        "the use of the training funds reported to the staff congress"
    )]),
    Rule::new(
        "enterprise.credit_record",
        statement("11.5a"),
        not(&all(&[
            FACTS.flag("correction_refused"),
            any(&[breached(&TRAINING_FUND), breached(&FRONTLINE_SHARE)]),
        ])),
    )
    .title(text!("不得拒不改正", "no refusal to correct"))
    .demands(&[text!(
        "不得有不按规定提取使用教育培训经费并拒不改正的行为",
        "no failure to set aside or use the training funds combined with a refusal to correct it",
    )])
    .reading(text!(
        "提取或使用任一不符合，且拒不改正，才构成记入信用记录的情形",
        "either failure, together with the refusal to correct it, is what is entered in the \
        credit record"
    )),
    Rule::new(
        "enterprise.education_group_founder",
        statement("12.1a"),
        FACTS.flag("leading_enterprise"),
    )
    .eligibility()
    .title(text!("组建产教融合集团", "founder of an integration group"))
    .demands(&[text!("需为龙头骨干企业", "to be a leading or backbone enterprise")]),
    Rule::new(
        "enterprise.state_school_operator",
        statement("12.3a"),
        all(&[FACTS.flag("state_owned"), FACTS.flag("runs_vocational_school")]),
    )
    .eligibility()
    .title(text!("国有企业继续办学", "state-owned school operator"))
    .demands(&[text!(
        "需为已举办职业学校的国有企业",
        "to be state-owned and to run a vocational school"
    )]),
    Rule::new(
        "enterprise.priority_support",
        statement("25.4c"),
        FACTS.flag("demonstration_enterprise"),
    )
    .eligibility()
    .title(text!("项目优先支持", "priority support for projects"))
    .demands(&[text!("需为产教融合示范企业", "to be a demonstration enterprise")])
    .reading(text!(
        "优先支持的对象取遴选出的示范企业",
        "those who get priority are taken to be the selected demonstration enterprises"
    )),
];
