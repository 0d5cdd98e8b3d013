//! The statements, in the order of the text.

use super::{Force, Nature, Statement, task};
use crate::text::{Text, text};

// The force of a statement. `X` is for the only definition, which has none.
const M: Option<Force> = Some(Force::Mandatory);
const P: Option<Force> = Some(Force::InPrinciple);
const D: Option<Force> = Some(Force::Directive);
const G: Option<Force> = Some(Force::Encouraged);
const A: Option<Force> = Some(Force::Permitted);
const X: Option<Force> = None;

// The nature of a statement.
const Q: Nature = Nature::Quantitative;
const T: Nature = Nature::Target;
const B: Nature = Nature::Checkable;
const E: Nature = Nature::Eligibility;
const N: Nature = Nature::Narrative;

// The subjects, in the order of the English words.
const APPLIED_OR_VOCATIONAL: Text =
    text!("应用型本科高校；职业学校", "applied undergraduate university; vocational school");
const SUPPORTING_AUTHORITIES_ENTERPRISE: Text = text!(
    "各级工业和信息化、科技、发展改革部门；企业",
    "authorities of industry, of science and of development at every level; enterprise",
);
const CITY_OR_PREFECTURE: Text = text!("市州", "city or autonomous prefecture");
const CITY_INDUSTRY_ENTERPRISE: Text = text!("城市；行业；企业", "city; industry; enterprise");
const AUTHORITY: Text = text!("主管部门", "competent authority");
const UNNAMED_AUTHORITY: Text = text!("主管部门（未指明）", "competent authority (not named)");
const AUTHORITY_SCHOOL: Text = text!("主管部门；学校", "competent authority; school");
const AUTHORITY_SCHOOL_ENTERPRISE: Text =
    text!("主管部门；学校；企业", "competent authority; school; enterprise");
const DEFINITION: Text = text!("定义", "definition");
const DEPARTMENT: Text = text!("部门", "department");
const EDUCATION_AUTHORITY: Text = text!("教育部门", "education authority");
const EDUCATION_AND_LABOUR: Text =
    text!("教育部门；人力资源社会保障部门", "education authority; human resources authority");
const GROUP: Text = text!("教育集团", "education group");
const ENTERPRISE: Text = text!("企业", "enterprise");
const DESIGNATED_SIZE: Text = text!("规模以上企业", "enterprise above designated size");
const ENTERPRISE_STAFF_SCHOOL: Text = text!("企业人员；学校", "enterprise staff; school");
const ENTERPRISE_AUTHORITY: Text = text!("企业；主管部门", "enterprise; competent authority");
const ENTERPRISE_LAND_USE: Text = text!("企业；用地", "enterprise; land use");
const ENTERPRISE_PROVINCE: Text = text!("企业；省", "enterprise; province");
const ENTERPRISE_SCHOOL: Text = text!("企业；学校", "enterprise; school");
const ENTERPRISE_SCHOOL_INSTITUTE: Text =
    text!("企业；学校；科研院所", "enterprise; school; research institute");
const FINANCE_TAX: Text = text!("财政部门；税务部门", "finance authority; tax authority");
const SECONDARY_SCHOOL: Text = text!("普通中学", "general secondary school");
const GOVERNMENT: Text = text!("政府", "government");
const GOVERNMENT_FINANCE_SCHOOL: Text = text!("政府财政；学校", "government finance; school");
const HOST: Text = text!("接收企业", "host enterprise");
const LABOUR_AUTHORITY_ENTERPRISE: Text =
    text!("人力资源社会保障部门；企业", "human resources authority; enterprise");
const INDUSTRY_AUTHORITY: Text = text!("行业主管部门", "industry authority");
const INDUSTRY_AUTHORITY_OR_BODY: Text =
    text!("行业主管部门；行业社会组织", "industry authority; industry body");
const FUND: Text = text!("产业投资基金", "industry investment fund");
const PLATFORM: Text = text!("信息服务平台", "information service platform");
const INSURER: Text = text!("保险公司", "insurer");
const LAND_USE: Text = text!("用地", "land use");
const LARGE_OR_MEDIUM: Text = text!("大中型企业", "large or medium enterprise");
const LARGE_OR_MEDIUM_PROVINCE: Text =
    text!("大中型企业；省", "large or medium enterprise; province");
const LEADING_ENTERPRISE: Text = text!("龙头骨干企业", "leading or backbone enterprise");
const LEADING_ENTERPRISE_SCHOOL: Text =
    text!("龙头骨干企业；学校", "leading or backbone enterprise; school");
const LOCALITY: Text = text!("地方政府", "local government");
const LOCALITY_DEPARTMENT: Text = text!("地方政府；部门", "local government; department");
const LOCALITY_ENTERPRISE_SCHOOL: Text =
    text!("地方政府；企业；学校", "local government; enterprise; school");
const LOCALITY_SCHOOL: Text = text!("地方政府；学校", "local government; school");
const MODEL_SCHOOL: Text = text!("示范、卓越职业学校", "model or excellent vocational school");
const NEW_TEACHER: Text = text!("新入职教师", "newly hired teacher");
const PARK: Text = text!("园区", "park");
const PARK_SCHOOL: Text = text!("园区；学校", "park; school");
const BASIC_SCHOOL: Text = text!("中小学", "primary or secondary school");
const BASIC_SCHOOL_EDUCATION_AUTHORITY: Text =
    text!("中小学；教育部门", "primary or secondary school; education authority");
const PROJECT_UNIT: Text = text!("项目单位", "project unit");
const PROVINCE: Text = text!("省", "province");
const PROVINCE_CITY_SCHOOL: Text = text!("省；市；学校", "province; city; school");
const PROVINCE_INSURANCE_AUTHORITY: Text =
    text!("省；保险监管部门", "province; insurance authority");
const PROVINCE_PARK: Text = text!("省；园区", "province; park");
const PROVINCE_SCHOOL: Text = text!("省；学校", "province; school");
const PROVINCE_TEACHER: Text = text!("省；教师", "province; teacher");
const PROVINCIAL_EDUCATION_AUTHORITY: Text =
    text!("省级教育部门", "provincial education authority");
const PROVINCIAL_FINANCE: Text = text!("省级财政", "provincial finance");
const INSTITUTE: Text = text!("科研院所", "research institute");
const RESEARCH_PROJECT: Text = text!("科研项目", "research project");
const SCHOOL: Text = text!("学校", "school");
const SCHOOL_AUTHORITY: Text = text!("学校；主管部门", "school; competent authority");
const SCHOOL_EDUCATION_AUTHORITY: Text = text!("学校；教育部门", "school; education authority");
const SCHOOL_ENTERPRISE: Text = text!("学校；企业", "school; enterprise");
const SCHOOL_ENTERPRISE_STUDENT: Text = text!("学校；企业；学生", "school; enterprise; student");
const SCHOOL_PARK: Text = text!("学校；园区", "school; park");
const SCHOOL_PROJECT_UNIT: Text = text!("学校；项目单位", "school; project unit");
const SCHOOL_RESEARCHER: Text = text!("学校；科研人员", "school; researcher");
const SCHOOL_STUDENT: Text = text!("学校；学生", "school; student");
const SCIENCE_AUTHORITY: Text = text!("科技部门", "science and technology authority");
const SERVICE_BODY: Text = text!("服务组织", "service body");
const SPECIALIST_SCHOOL: Text = text!("专业技术人才；学校", "specialist; school");
const STATE_OWNED: Text = text!("国有企业", "state-owned enterprise");
const STUDENT: Text = text!("学生", "student");
const TEACHER: Text = text!("教师", "teacher");
const TEACHER_SCHOOL: Text = text!("教师；学校", "teacher; school");
const THIRD_PARTY: Text = text!("第三方机构", "third-party body");
const UNIVERSITY: Text = text!("高等学校", "university");
const UNIVERSITY_DISCIPLINE: Text = text!("高等学校；学科", "university; discipline");
const UNIVERSITY_ENTERPRISE: Text = text!("高等学校；企业", "university; enterprise");
const UNIVERSITY_SCIENCE_AUTHORITY: Text =
    text!("高等学校；科技部门", "university; science and technology authority");
const VOCATIONAL_SCHOOL: Text = text!("职业学校", "vocational school");

/// The statements of the body, articles 1 to 29, in the order of the text.
///
/// It is a constant: a statement taken from it at compile time with [`statement`](super::statement)
/// leaves nothing of the others in a binary.
#[rustfmt::skip]
pub const STATEMENTS: &[Statement] = &[
    // 1
    s("1.1a", D, N, PROVINCE, "统筹协调、共同推进，因地制宜、优化结构，校企协同、合作育人原则",
        "the guiding principles: joint and coordinated progress, structures fitted to local \
         conditions, schools and enterprises educating together"),
    s("1.1b", D, N, PROVINCE, "不断深化产教融合",
        "keep deepening industry-education integration"),
    s("1.1c", D, N, PROVINCE, "到2025年基本形成区域产业和教育共生共荣发展格局",
        "by 2025, basically form a regional pattern in which industry and education prosper \
         together"),

    // 2
    s("2.1a", M, B, LOCALITY_DEPARTMENT, "要明确产教融合发展要求",
        "development plans (economic and social, industrial, urban and other) must state the \
         requirements of industry-education integration"),
    s("2.1b", M, N, LOCALITY_DEPARTMENT, "将教育优先、人才先行融入各项政策措施",
        "the priority of education and talent must be written into all policy measures"),
    s("2.1c", M, N, LOCALITY_DEPARTMENT, "统筹优化教育和产业结构",
        "the structures of education and of industry must be optimised together"),
    s("2.1d", M, B, LOCALITY_DEPARTMENT, "同步规划产教融合发展政策措施",
        "policy measures for industry-education integration must be planned at the same time"),
    s("2.2a", D, B, PROVINCE_PARK, "重点推进岳麓山国家大学科技园、湖南省大学科技产业园",
        "push on with the Yuelushan National University Science Park, three other named parks, and \
         more"),
    s("2.2b", G, B, CITY_OR_PREFECTURE, "支持各市州制定实施教育科技产业园区建设规划",
        "support every city and autonomous prefecture in making and carrying out a plan for \
         education, science and technology parks"),
    s("2.2c", G, N, SCHOOL_PARK, "在产业园区新建职业学校（含技工院校，下同）",
        "encourage new vocational schools in industrial parks, as local conditions allow"),
    s("2.2d", X, B, DEFINITION, "职业学校（含技工院校，下同）",
        "from here on, vocational schools include technical institutions"),
    s("2.2e", G, N, PARK, "生产性实训基地",
        "encourage production-type training bases in industrial parks"),
    s("2.3a", G, N, PARK_SCHOOL, "鼓励有条件的产业园区与职业学校、高等学校对口合作",
        "encourage suitable industrial parks to pair with vocational schools and universities on \
         majors and training"),
    s("2.3b", G, N, SCHOOL_PARK, "推动职业学校、高等学校与产业园区合作办学",
        "push for joint schooling by vocational schools, universities and industrial parks"),

    // 3
    s("3.1a", D, N, PROVINCE, "建立健全职业学校、高等学校与行业骨干企业",
        "build an innovation ecosystem of schools, backbone enterprises and small, medium and \
         micro start-ups"),
    s("3.1b", G, N, SCHOOL, "推动学科专业与产业需求精准对接",
        "push for disciplines and majors that match the needs of industry precisely"),
    s("3.2a", D, N, SCHOOL_EDUCATION_AUTHORITY, "调整职业学校、普通高校学科专业结构",
        "adjust the structure of disciplines and majors in vocational schools and universities"),
    s("3.2b", D, N, PROVINCE, "建设一批一流学科和应用特色学科",
        "build a number of first-class disciplines and of applied disciplines"),
    s("3.2c", D, N, PROVINCE, "紧密对接产业链、创新链的学科专业体系",
        "build a system of disciplines and majors tied closely to the industry and innovation \
         chains"),
    s("3.2d", D, N, SCHOOL, "发挥“双一流”建设高校与专业（群）创新示范作用",
        "let Double First-Class universities and groups of majors show the way in innovation"),
    s("3.2e", D, N, PROVINCE, "办好专业促产业，发展产业促专业",
        "run majors well to promote industry, and develop industry to promote majors"),

    // 4
    s("4.1a", D, N, EDUCATION_AUTHORITY, "加快推进教育“放管服”改革",
        "speed up the reform of education administration towards less control, better oversight \
         and better service"),
    s("4.1b", D, B, UNIVERSITY,
        "进一步完善高校毕业生就业质量和职业教育人才培养质量年度报告发布制度",
        "improve the yearly published reports on the employment quality of university graduates"),
    s("4.1c", D, B, SCHOOL_EDUCATION_AUTHORITY, "职业教育人才培养质量年度报告发布制度",
        "improve the yearly published reports on the quality of training in vocational education"),
    s("4.1d", D, B, EDUCATION_AUTHORITY, "完善职业学校学生技能抽查",
        "improve the spot checks of vocational students' skills"),
    s("4.1e", D, B, SCHOOL, "教学工作诊断与改进",
        "improve the diagnosis and improvement of teaching in vocational schools"),
    s("4.1f", D, B, EDUCATION_AND_LABOUR, "技能鉴定和评价制度",
        "improve the appraisal and evaluation of vocational students' skills"),
    s("4.2a", D, B, PROVINCIAL_EDUCATION_AUTHORITY, "制定实施职业学校专业设置管理和评价办法",
        "make and carry out measures on how vocational schools set up, manage and evaluate majors"),
    s("4.2b", D, N, EDUCATION_AUTHORITY, "注重发挥行业组织人才需求预测、用人单位职业能力评价作用",
        "use industry bodies' forecasts of talent demand and employers' appraisals of vocational \
         ability"),
    s("4.2c", D, B, SCHOOL, "作为学校设置调整学科专业的重要依据",
        "make market supply and demand, training quality and employment quality key grounds for \
         setting and adjusting majors"),
    s("4.2d", D, B, SCHOOL_AUTHORITY, "建立健全学科专业建设动态调整机制",
        "set up a mechanism that adjusts disciplines and majors dynamically"),
    s("4.2e", D, B, SCHOOL, "扩大紧缺专业人才培养规模",
        "enlarge training in shortage majors"),
    s("4.2f", D, B, SCHOOL_AUTHORITY, "严格实行专业预警和退出机制",
        "apply the warning and withdrawal of majors strictly"),
    s("4.3a", D, E, UNIVERSITY_DISCIPLINE,
        "新增研究生招生计划向承担国家重大战略任务、积极推行校企协同育人的高校和学科倾斜",
        "new postgraduate places lean to universities and disciplines bearing major national \
         tasks, actively training with enterprises"),

    // 5
    s("5.1a", G, E, LEADING_ENTERPRISE, "支持龙头骨干企业参与公办职业学校办学",
        "support leading and backbone enterprises in taking part in public vocational schools"),
    s("5.1b", G, E, ENTERPRISE, "支持有条件的企业举办高校和职业学校",
        "support able enterprises in founding universities and vocational schools"),
    s("5.1c", G, N, LOCALITY_SCHOOL, "探索职业学校股份制、混合所有制改革",
        "encourage able regions to explore shareholding and mixed-ownership reform of vocational \
         schools"),
    s("5.1d", A, E, ENTERPRISE, "允许企业以资本、技术、管理等要素依法参与办学",
        "enterprises may lawfully take part in running schools with capital, technology, \
         management and other inputs"),
    s("5.1e", A, E, ENTERPRISE, "并享有相应权利",
        "enterprises that take part in running schools may enjoy the corresponding rights"),

    // 6
    s("6.1a", G, N, ENTERPRISE_SCHOOL, "支持引导行业企业深度参与职业学校、高等学校教育教学改革",
        "support and guide industries and enterprises in taking a deep part in teaching reform"),
    s("6.1b", G, N, ENTERPRISE_SCHOOL, "多种方式参与学校专业建设、课程设置、实习实训",
        "support and guide industries and enterprises in taking part in majors, curricula and \
         practical training"),
    s("6.1c", D, N, SCHOOL, "推行面向企业真实生产环境的任务式培养模式",
        "introduce task-based training in enterprises' real production settings"),
    s("6.2a", P, B, APPLIED_OR_VOCATIONAL, "新设专业原则上应有相关行业企业参与",
        "a newly set major should in principle have a relevant industry body or enterprise taking \
         part"),
    s("6.3a", G, N, ENTERPRISE_SCHOOL, "设立产业学院和企业工作室、实验室、创新实践基地",
        "support industries and enterprises in setting up industry colleges, studios, laboratories \
         and bases with schools"),

    // 7
    s("7.1a", G, N, ENTERPRISE, "鼓励企业向职业学校、高等学校提供最新仪器设备和技术支持",
        "encourage enterprises to give schools their latest equipment and technical support"),
    s("7.1b", G, N, ENTERPRISE_SCHOOL, "共建校内生产性实训基地",
        "encourage enterprises and schools to build production-type training bases on campus \
         together"),
    s("7.2a", G, E, ENTERPRISE, "鼓励和支持销售收入亿元以上或从业人员达到1000人以上企业",
        "encourage and support enterprises with sales of at least 100 million yuan or at least \
         1000 employed persons to cooperate with schools of the region"),
    s("7.2b", G, B, ENTERPRISE, "承担合作办学任务",
        "encourage and support enterprises above the sales or staff threshold to take on joint \
         schooling"),
    s("7.2c", G, N, ENTERPRISE, "探索将部分主机配套产品安排到有条件的校内生产性实训基地生产",
        "explore having some parts for main machines made at suitable training bases on campus"),
    s("7.3a", G, E, LARGE_OR_MEDIUM,
        "鼓励大、中型企业按照企业员工培训需要和行业特点建立实习实训基地",
        "encourage large and medium enterprises to set up internship and training bases"),
    s("7.3b", G, B, LARGE_OR_MEDIUM, "接收相关专业学生实习实训",
        "encourage large and medium enterprises to take students of related majors for internship \
         and training"),

    // 8
    s("8.0a", D, N, ENTERPRISE, "落实企业接收学生实习责任",
        "implement enterprises' responsibility to take students as interns"),
    s("8.1a", D, B, SCHOOL_ENTERPRISE, "落实教育部等部委学生实习管理规定",
        "implement the rules of the Ministry of Education and other ministries on student \
         internships"),
    s("8.1b", D, B, PROVINCIAL_EDUCATION_AUTHORITY, "制定实施细则",
        "make provincial rules that implement the ministries' internship rules"),
    s("8.2a", G, E, ENTERPRISE, "按照职工总数和技术岗位数的一定比例安排学生实习岗位",
        "encourage and support enterprises in offering internship positions in a certain ratio to \
         total staff and to technical positions"),
    s("8.3a", D, B, DESIGNATED_SIZE, "规模以上企业把开展职业教育情况纳入社会责任报告制度",
        "enterprises above designated size cover vocational education in their social \
         responsibility reports"),
    s("8.4a", G, N, PROVINCE_INSURANCE_AUTHORITY, "推动建立学生实习强制保险制度",
        "push for a system of compulsory insurance of student internships"),
    s("8.4b", D, B, SCHOOL_STUDENT, "统一实施职业学校学生实习责任保险",
        "carry out liability insurance of vocational students' internships uniformly"),
    s("8.4c", G, B, SCHOOL_ENTERPRISE_STUDENT,
        "鼓励职业学校、实习单位、实习学生或学生家长本着自愿原则购买意外伤害保险等商业保险",
        "encourage schools, hosts, interns or their parents to buy accident and other commercial \
         insurance voluntarily"),
    s("8.5a", G, B, INSURER, "鼓励保险公司对现代学徒制、企业新型学徒制保险专门确定费率",
        "encourage insurers to set special rates for modern and for new-type enterprise \
         apprenticeships"),

    // 9
    s("9.1a", D, B, LARGE_OR_MEDIUM_PROVINCE,
        "在大中型企业分批建立教师顶岗实践基地、国培和省培基地",
        "set up bases for teachers' on-post practice and for national and provincial teacher \
         training in large and medium enterprises, in batches"),
    s("9.1b", P, Q, ENTERPRISE, "企业原则上每年提供的顶岗实践岗位数不低于在职员工数0.5%",
        "in principle, an enterprise's on-post practice positions for teachers each year are at \
         least 0.5 % of its staff in service"),
    s("9.2a", M, B, HOST, "企业应做好具体规划",
        "an enterprise must make a concrete plan for teachers' on-post practice"),
    s("9.2b", M, B, HOST, "落实顶岗实践的技术性工作岗位",
        "on-post practice positions for teachers must be technical positions"),
    s("9.2c", M, B, HOST, "并安排专人指导",
        "an enterprise must assign a dedicated person to guide teachers' on-post practice"),
    s("9.3a", D, B, ENTERPRISE, "在行业企业推行名师带徒制度",
        "introduce the master-apprentice system in industries and enterprises"),
    s("9.3b", D, B, ENTERPRISE_PROVINCE, "创建“技能大师工作室”“劳模和工匠人才创新工作室”",
        "set up skill masters' studios and innovation studios of model workers and craftsmen"),
    s("9.4a", G, E, LARGE_OR_MEDIUM, "鼓励大中型企业设立“名师工作站”",
        "encourage large and medium enterprises to set up master teachers' stations"),
    s("9.4b", G, E, LARGE_OR_MEDIUM, "实施企业访问学者项目",
        "encourage large and medium enterprises to run visiting-scholar programmes"),
    s("9.4c", G, Q, TEACHER_SCHOOL, "选派职业学校、高等学校青年骨干教师到企业进行为期1年的访学",
        "encourage sending young core teachers to an enterprise for a visit of one year"),
    s("9.4d", G, N, ENTERPRISE, "为教师顶岗实践和开展应用技术研究提供便利条件",
        "encourage enterprises to make teachers' practice and applied research easier"),
    s("9.5a", G, E, SPECIALIST_SCHOOL, "支持优秀专业技术人才在学校以资本、技术入股等形式建立工作室",
        "support outstanding specialists in setting up studios in schools through shares of \
         capital or technology and in other forms"),

    // 10
    s("10.1a", G, N, ENTERPRISE_SCHOOL_INSTITUTE,
        "围绕产业关键技术、核心工艺和共性问题开展协同创新",
        "support joint innovation by enterprises, schools and institutes on key technology, core \
         processes and common problems"),
    s("10.1b", G, N, ENTERPRISE_SCHOOL_INSTITUTE,
        "合作组建专业化众创空间和科技企业孵化器等产学研综合体",
        "support forming specialised makerspaces, incubators and other complexes of industry, \
         study and research"),
    s("10.1c", G, N, ENTERPRISE_PROVINCE, "培育和发展更多的科技型中小微企业和高新技术企业",
        "support growing more technology-based small, medium and micro enterprises and more \
         high-tech enterprises"),
    s("10.1d", G, N, INSTITUTE, "加快应用基础研究成果向产业技术市场转移转化",
        "support the faster transfer of results of applied basic research to the market"),
    s("10.2a", D, N, SCIENCE_AUTHORITY, "完善财政科技计划管理",
        "improve the management of publicly funded science and technology programmes"),
    s("10.2b", P, B, RESEARCH_PROJECT, "应用型、工程技术研究项目原则上应有行业企业参与",
        "applied and engineering projects led by universities or institutes should in principle \
         have an industry body or enterprise taking part"),
    s("10.2c", P, B, RESEARCH_PROJECT, "并制订成果转化方案",
        "applied and engineering projects led by universities or institutes should in principle \
         have a plan for transferring results"),
    s("10.3a", D, N, UNIVERSITY_SCIENCE_AUTHORITY, "完善高校科研后评价体系",
        "improve the post-evaluation of university research"),
    s("10.3b", D, B, UNIVERSITY_SCIENCE_AUTHORITY, "将成果转化作为项目和人才评价重要内容",
        "make the transfer of results an important item in evaluating projects and talent"),
    s("10.4a", D, N, ENTERPRISE_SCHOOL, "继续加强企业技术中心和职业学校、高等学校技术创新平台建设",
        "keep strengthening enterprises' technology centres and schools' technical innovation \
         platforms"),
    s("10.4b", G, N, ENTERPRISE_SCHOOL, "鼓励共建产业技术实验室、中试和工程化基地",
        "encourage jointly built industrial technology laboratories, pilot-scale bases and \
         engineering bases"),
    s("10.4c", G, N, ENTERPRISE_SCHOOL, "共同开展应用项目研究",
        "encourage joint research in applied projects"),
    s("10.5a", G, N, FUND, "鼓励产业投资基金支持高校创新成果和核心技术产业化",
        "encourage industry investment funds to help bring universities' innovations and core \
         technology to production"),

    // 11
    s("11.1a", D, B, ENTERPRISE, "落实企业职工培训制度",
        "implement the system of staff training in enterprises"),
    s("11.1b", M, Q, ENTERPRISE, "足额提取教育培训经费",
        "education and training funds must be set aside in full"),
    s("11.1c", M, Q, ENTERPRISE, "确保教育培训经费60%以上用于一线职工",
        "at least 60 % of education and training funds must be used for front-line employees"),
    s("11.1d", M, Q, ENTERPRISE, "年培训比例不少于企业职工总人数30%",
        "at least 30 % of an enterprise's total staff must be trained each year"),
    s("11.2a", G, N, ENTERPRISE, "鼓励企业创新教育培训方式",
        "encourage enterprises to innovate in education and training"),
    s("11.2b", G, B, ENTERPRISE, "主动购买培训服务",
        "encourage enterprises to buy training services on their own initiative"),
    s("11.3a", G, B, ENTERPRISE, "鼓励有条件的企业开展职工技能竞赛",
        "encourage able enterprises to hold skill contests for staff"),
    s("11.3b", G, B, ENTERPRISE, "对参加培训提升技能等级的职工予以奖励或补贴",
        "encourage enterprises to reward or subsidise staff who raise their skill grade through \
         training"),
    s("11.4a", G, N, ENTERPRISE, "支持企业一线骨干技术人员技能提升",
        "support enterprises' front-line core technicians in raising their skills"),
    s("11.4b", D, N, LABOUR_AUTHORITY_ENTERPRISE, "加强产能严重过剩行业转岗就业人员再就业培训",
        "strengthen the retraining of people moving out of industries with severe overcapacity"),
    s("11.4c", M, B, ENTERPRISE, "培训经费使用情况向职工代表大会报告",
        "the use of training funds must be reported to the workers' congress"),
    s("11.5a", M, B, ENTERPRISE, "将不按规定提取使用教育培训经费并拒不改正的行为，记入企业信用记录",
        "refusing to correct a failure to set aside or use education and training funds as \
         required leads to an entry in the credit record"),
    s("11.5b", M, B, UNNAMED_AUTHORITY,
        "将不按规定提取使用教育培训经费并拒不改正的行为，记入企业信用记录",
        "a failing over training funds that an enterprise refuses to correct must be entered in \
         its credit record"),

    // 12
    s("12.1a", G, E, LEADING_ENTERPRISE_SCHOOL, "共同组建产教融合集团（联盟）或职教集团",
        "encourage leading and backbone enterprises to form industry-education integration groups \
         (alliances) or vocational education groups with schools"),
    s("12.1b", G, N, ENTERPRISE, "带动中小企业参与",
        "encourage leading and backbone enterprises to bring small and medium enterprises into \
         education groups"),
    s("12.1c", D, N, GROUP, "推进实体化运作",
        "move education groups towards working as real entities"),
    s("12.2a", D, N, LARGE_OR_MEDIUM, "注重大中型企业示范带头作用",
        "let large and medium enterprises lead by example"),
    s("12.2b", G, N, ENTERPRISE, "支持各类企业依法参与校企合作",
        "support enterprises of every kind in lawful school-enterprise cooperation"),
    s("12.3a", G, E, STATE_OWNED, "支持有条件的国有企业继续办好职业学校",
        "support able state-owned enterprises in continuing to run vocational schools well"),
    s("12.4a", G, N, ENTERPRISE_SCHOOL, "支持校企合作开办建设相关专业",
        "support schools and enterprises in opening and developing related majors together"),
    s("12.4b", G, B, SCHOOL_ENTERPRISE,
        "通过董事会、理事会、专业建设委员会、校企合作委员会等共建共管",
        "support joint governance through boards, councils, committees on majors and committees on \
         cooperation"),

    // 13
    s("13.1a", D, B, BASIC_SCHOOL_EDUCATION_AUTHORITY, "将动手实践内容纳入全省中小学相关课程",
        "bring hands-on practice into related courses of primary and secondary schools throughout \
         the province"),
    s("13.1b", D, B, BASIC_SCHOOL, "将动手实践内容纳入全省中小学相关课程和学生综合素质评价",
        "bring hands-on practice into the comprehensive evaluation of primary and secondary \
         students"),
    s("13.2a", D, N, SCHOOL, "加强学校劳动教育",
        "strengthen labour education in schools"),
    s("13.2b", D, N, SCHOOL, "开展生产实践体验",
        "give students experience of production practice"),
    s("13.2c", D, N, SCHOOL, "积极组织学生观摩学习行业职业技能竞赛",
        "actively organise students to watch and learn from industry skill contests"),
    s("13.2d", G, E, SCHOOL, "支持学校聘请劳动模范和高技能人才兼职授课",
        "support schools in hiring model workers and highly skilled people to teach part-time"),
    s("13.3a", D, B, EDUCATION_AUTHORITY, "组织开展“职业教育宣传活动周”“湖湘工匠进校园”",
        "hold the vocational education week, Huxiang Craftsmen on Campus and the activities at the \
         production front line"),
    s("13.4a", G, B, SECONDARY_SCHOOL, "鼓励有条件的普通中学开设职业类选修课程",
        "encourage able general secondary schools to offer vocational electives"),
    s("13.4b", G, B, SCHOOL, "鼓励职业学校、高等学校实训基地向普通中学开放",
        "encourage vocational schools and universities to open their training bases to general \
         secondary schools"),
    s("13.4c", G, E, LOCALITY, "鼓励有条件的地方在大型企业、产业园区周边试点建设普职融通的综合高中",
        "encourage pilot comprehensive high schools near large enterprises and industrial parks"),
    s("13.4d", D, N, PROVINCE, "增强职业教育对中小学生的吸引力",
        "make vocational education more attractive to primary and secondary students"),

    // 14
    s("14.1a", G, N, SCHOOL, "推动专业链与产业链对接、课程内容与职业标准对接",
        "push to align majors with industry, course content with vocational standards, and \
         teaching with production"),
    s("14.1b", D, N, SCHOOL, "紧贴企业岗位改革教学方式方法",
        "reform teaching methods in close touch with enterprise posts"),
    s("14.1c", D, N, SCHOOL, "开展项目教学、案例教学、场景教学",
        "carry out project, case and scenario teaching"),
    s("14.2a", G, N, SCHOOL_ENTERPRISE, "鼓励校企合作开展各类竞赛",
        "encourage contests run jointly by schools and enterprises"),
    s("14.2b", D, B, PROVINCE_CITY_SCHOOL, "推进国家、省、市、校四级学徒制试点",
        "advance apprenticeship pilots at national, provincial, city and school level"),
    s("14.2c", D, B, PROVINCE, "开发现代学徒制、企业新型学徒制省级管理服务平台",
        "build the provincial service platform for modern and new-type enterprise apprenticeships"),
    s("14.2d", D, B, PROVINCE, "研制推广学徒制工作规范和教学标准",
        "develop and spread working norms and teaching standards for apprenticeships"),
    s("14.2e", D, B, SCHOOL_ENTERPRISE_STUDENT, "明晰学校、企业和学生三方责权利",
        "make the duties, rights and interests of school, enterprise and student clear"),
    s("14.3a", M, Q, VOCATIONAL_SCHOOL, "职业学校实践性教学课时不少于总课时的50%",
        "at least 50 % of a vocational school's total teaching hours must be practical"),

    // 15
    s("15.1a", D, N, AUTHORITY_SCHOOL, "落实教师队伍建设改革、高校办学自主权有关政策措施",
        "implement the policies on reform of the teaching force and on universities' autonomy"),
    s("15.1b", G, N, AUTHORITY, "探索符合职业教育和应用型本科院校特点的教师资格标准",
        "explore teacher qualification standards and title appraisal fit for vocational education \
         and applied universities"),
    s("15.1c", D, B, EDUCATION_AUTHORITY, "建立职业学校“双师型”教师认定标准和办法",
        "set standards and procedures for recognising dual-qualified teachers in vocational \
         schools"),
    s("15.1d", G, E, ENTERPRISE_STAFF_SCHOOL, "支持企业技术人才和管理人才到学校任教",
        "support enterprises' technical and managerial talent in teaching at schools"),
    s("15.2a", G, N, UNIVERSITY, "鼓励高等学校加大聘用具有行业企业工作经历教师的力度",
        "encourage universities to hire more teachers with work experience in industry"),
    s("15.2b", D, B, SCHOOL_ENTERPRISE, "建立校企合作培养双师型教师机制",
        "set up a mechanism by which schools and enterprises train dual-qualified teachers \
         together"),
    s("15.2c", P, Q, TEACHER, "原则上每5年不少于6个月，或每2年不少于2个月",
        "in principle, specialist teachers and internship instructors of vocational schools do \
         on-post practice or secondment of at least 6 months every 5 years, or at least 2 months \
         every 2 years"),
    s("15.2d", M, Q, NEW_TEACHER, "新入职专业教师前3年须赴企业集中实践锻炼半年以上",
        "newly hired specialist teachers must spend at least half a year in full-time enterprise \
         practice within their first 3 years of service"),

    // 16
    s("16.1a", D, N, EDUCATION_AUTHORITY, "加快高等职业学校分类招考",
        "speed up classified admission to higher vocational colleges"),
    s("16.1b", D, N, EDUCATION_AUTHORITY, "完善“文化素质+职业技能”评价方式",
        "improve evaluation by general education plus vocational skill"),
    s("16.2a", D, B, UNIVERSITY, "适度提高高等学校招收职业教育毕业生比例",
        "moderately raise the share of vocational graduates that universities admit"),
    s("16.2b", D, N, UNIVERSITY, "加大高等学校对职业教育生源培养培训力度",
        "do more in universities to educate and train students who come from vocational education"),
    s("16.2c", D, N, PROVINCE, "建立复合型、创新型技术技能人才系统培养制度",
        "set up a system for training compound and innovative skilled talent"),
    s("16.3a", D, B, UNIVERSITY, "逐步提高高等学校招收有工作实践经历人员的比例",
        "gradually raise the share of people with work experience that universities admit"),
    s("16.4a", D, N, SCHOOL, "健全“半工半读”“工学结合”灵活学习制度",
        "complete flexible systems of study, part work and part study, or work combined with \
         learning"),
    s("16.4b", D, N, ENTERPRISE_AUTHORITY, "完善企业在职职工继续教育和终身学习制度",
        "improve the continuing education and lifelong learning of enterprise staff"),

    // 17
    s("17.1a", D, N, SCHOOL, "加快现代学校制度建设",
        "speed up the building of a modern school system"),
    s("17.1b", D, B, SCHOOL, "完善学校章程",
        "complete the school charter"),
    s("17.1c", D, B, SCHOOL, "健全理事会制度",
        "complete the school council system"),
    s("17.1d", G, B, SCHOOL, "鼓励引入行业企业、科研院所、社会组织等多方参与",
        "encourage schools to bring in enterprises, research institutes, social organisations and \
         others"),
    s("17.1e", G, B, SCHOOL,
        "支持组建由行业组织、企业参加的院校董事会、理事会、专业建设委员会、校企合作委员会",
        "support boards, councils and committees of schools in which industry bodies and \
         enterprises take part"),
    s("17.2a", G, N, SCHOOL, "推动学校优化内部治理",
        "push schools to improve their internal governance"),
    s("17.2b", D, N, SCHOOL, "充分体现一线教学科研机构自主权",
        "give full expression to the autonomy of front-line teaching and research units"),
    s("17.2c", D, N, SCHOOL, "积极发展跨学科、跨专业教学和科研组织",
        "actively develop teaching and research units that cross disciplines and majors"),

    // 18
    s("18.1a", D, N, UNIVERSITY, "健全高等教育学术人才和应用人才分类培养体系",
        "complete the separate training of academic and of applied talent in higher education"),
    s("18.1b", D, B, UNIVERSITY, "提高应用型人才培养比重",
        "raise the share of applied talent in training"),
    s("18.2a", G, N, UNIVERSITY, "推动高水平大学加强创新创业人才培养",
        "push high-level universities to train more innovative and entrepreneurial talent"),
    s("18.2b", D, N, UNIVERSITY, "为学生提供多样化成长路径",
        "offer students diverse paths of growth"),
    s("18.3a", G, N, UNIVERSITY, "大力支持应用型本科和行业特色类高校建设",
        "strongly support applied universities and universities of a particular industry"),
    s("18.3b", D, N, UNIVERSITY, "完善以应用型人才为主的培养体系",
        "improve a training system that is mainly for applied talent"),
    s("18.4a", D, N, UNIVERSITY, "推进专业学位研究生产学结合培养模式改革",
        "advance the training of professional-degree postgraduates by industry and study combined"),
    s("18.4b", D, N, UNIVERSITY, "增强复合型人才培养能力",
        "strengthen the ability to train compound talent"),

    // 19
    s("19.1a", G, N, SCHOOL_ENTERPRISE, "鼓励校企合作开发优质教育资源",
        "encourage schools and enterprises to develop good educational resources together"),
    s("19.1b", G, N, PROVINCE, "大力支持“互联网+教育培训”发展",
        "strongly support Internet-based education and training"),
    s("19.2a", G, N, UNIVERSITY_ENTERPRISE, "推动探索高校和行业企业课程学分转换互认",
        "push to explore the transfer and mutual recognition of credits between universities and \
         enterprises"),
    s("19.2b", A, E, SCHOOL,
        "允许并规范学校向行业企业和社会培训机构购买创新创业、前沿技术课程等服务",
        "schools may buy services such as innovation and frontier-technology courses from \
         enterprises and training bodies, under regulation"),
    s("19.3a", G, N, SCHOOL, "鼓励将优秀企业文化引入校园",
        "encourage bringing good corporate culture onto campus"),

    // 20
    s("20.1a", D, N, LOCALITY, "落实精准扶贫战略",
        "implement the strategy of targeted poverty relief"),
    s("20.1b", D, N, PROVINCE, "加大对贫困落后地区产教融合支持力度",
        "give more support to industry-education integration in poor and backward areas"),
    s("20.1c", G, N, STUDENT, "鼓励农村和贫困地区学生到城市优质职业学校就读",
        "encourage students from rural and poor areas to study at good vocational schools in \
         cities"),
    s("20.1d", G, B, MODEL_SCHOOL,
        "鼓励国家和省示范、卓越职业学校对口帮扶农村和贫困地区薄弱职业学校",
        "encourage model and excellent vocational schools to pair with weak ones in rural and poor \
         areas"),
    s("20.1e", D, B, PROVINCE_TEACHER, "对贫困地区职业学校师资队伍开展免费培训和对口支持",
        "give teachers of vocational schools in poor areas free training and paired support"),

    // 21
    s("21.1a", D, B, AUTHORITY_SCHOOL_ENTERPRISE, "落实教育部等六部委《职业学校校企合作促进办法》",
        "implement the six ministries' measures on the cooperation of vocational schools with \
         enterprises"),
    s("21.1b", D, B, PROVINCIAL_EDUCATION_AUTHORITY, "制定实施办法",
        "make provincial measures that implement the ministries' measures on school-enterprise \
         cooperation"),
    s("21.2a", D, N, INDUSTRY_AUTHORITY, "注重行业主管部门对职业教育培训的指导",
        "let industry authorities guide vocational education and training"),
    s("21.2b", D, B, INDUSTRY_AUTHORITY, "在主要领域成立行业职业教育教学指导委员会",
        "set up industry steering committees for vocational teaching in the main fields"),
    s("21.3a", M, B, INDUSTRY_AUTHORITY,
        "行业主管部门要积极支持行业社会组织制定深化产教融合工作计划",
        "industry authorities must actively support industry bodies in making work plans for \
         industry-education integration"),
    s("21.3b", M, B, INDUSTRY_AUTHORITY_OR_BODY,
        "开展人才需求预测、校企合作、教学指导、技能鉴定等服务",
        "industry authorities must actively support industry bodies in forecasting, cooperation, \
         teaching guidance, skill appraisal and other services"),
    s("21.4a", M, Q, INDUSTRY_AUTHORITY_OR_BODY, "每3年要发布行业市场人才需求预测报告",
        "an industry authority or industry body must publish a forecast of the industry's talent \
         demand every 3 years"),

    // 22
    s("22.1a", D, N, PROVINCE, "完善职业教育集团化办学机制",
        "improve the running of vocational education in groups"),
    s("22.1b", D, N, GROUP, "发挥好职业教育集团在产教融合、校企合作的平台作用",
        "use vocational education groups as platforms for industry-education integration and for \
         cooperation of schools with enterprises"),
    s("22.2a", G, N, LOCALITY_ENTERPRISE_SCHOOL, "规范运作的产教融合服务组织（企业）",
        "encourage fostering market-oriented service bodies for industry-education integration, by \
         purchase, joint founding and the like"),
    s("22.3a", G, N, SERVICE_BODY, "支持利用市场合作和产业分工，提供专业化服务",
        "support professional services through market cooperation and industrial division of \
         labour"),
    s("22.3b", D, N, SCHOOL_ENTERPRISE, "构建校企共生共荣合作机制",
        "build a mechanism of cooperation in which schools and enterprises prosper together"),

    // 23
    s("23.1a", G, N, PROVINCE, "鼓励运用云计算等信息技术",
        "encourage the use of cloud computing and other information technology"),
    s("23.1b", G, B, PROVINCE, "建设开放共享的产教融合信息服务平台",
        "encourage an open and shared information service platform for industry-education \
         integration"),
    s("23.2a", D, B, PLATFORM,
        "依托平台汇聚区域和行业人才供需、校企合作、项目研发、技术服务等供求信息",
        "gather on the platform supply and demand of talent, cooperation, project development and \
         technical services"),
    s("23.2b", D, N, PLATFORM, "向各类主体提供精准化产教融合信息服务",
        "offer all parties precise information services on industry-education integration"),
    s("23.3a", G, N, SCHOOL_ENTERPRISE_STUDENT,
        "鼓励学校和企业利用网络工具对顶岗实习学生进行服务和教学指导",
        "encourage schools and enterprises to serve and guide students on post internships by \
         network tools"),

    // 24
    s("24.1a", D, B, PROVINCE, "国有资产监督管理部门积极参与的工作协调机制",
        "set up a coordination mechanism of development and reform, education, human resources, \
         finance, industry and other departments, with industry authorities and the state assets \
         authority taking part"),
    s("24.1b", D, N, DEPARTMENT, "加强协同联动，推进工作落实",
        "strengthen joint action and push the work forward"),
    s("24.2a", M, B, LOCALITY, "各地要结合本地实际出台专门政策措施",
        "every locality must issue policy measures of its own that fit local conditions"),
    s("24.2b", M, B, LOCALITY, "建立相应协调机构",
        "every locality must set up a body that coordinates industry-education integration"),
    s("24.2c", M, B, LOCALITY, "负责产教融合规划、协调和服务",
        "the local body must be in charge of planning, coordinating and serving industry-education \
         integration"),
    s("24.2d", M, N, LOCALITY, "构建政府统筹推进、部门分工合作、社会广泛参与格局",
        "localities must build a pattern of government coordination, departmental division of work \
         and wide social participation"),

    // 25
    s("25.1a", D, N, PROVINCE, "加快落实“国家产教融合发展工程”规划",
        "speed up the national plan of the industry-education integration project"),
    s("25.1b", D, N, PROVINCE_SCHOOL, "扶持打造一批居全国前列、有重要影响力和竞争力",
        "foster a number of vocational schools and universities that rank and compete among the \
         country's best"),
    s("25.2a", D, B, PROVINCE, "实施“湖南省产教融合发展工程”",
        "carry out the Hunan Industry-Education Integration Development Project"),
    s("25.2b", D, B, PROVINCIAL_FINANCE, "省级财政加大职业教育投入力度",
        "put more of the provincial budget into vocational education"),
    s("25.3a", G, N, PARK_SCHOOL, "共建技术技能人才培养培训平台",
        "push industrial parks to build training platforms for skilled talent together with \
         schools"),
    s("25.3b", D, E, PROVINCE_PARK, "建设一批产教融合园区",
        "build a number of industry-education integration parks"),
    s("25.4a", D, N, ENTERPRISE, "企业在校企合作中的主体作用",
        "let large and medium state-owned, leading and backbone enterprises play the main role in \
         cooperation"),
    s("25.4b", D, T, PROVINCE, "培育遴选产教融合示范企业500家",
        "foster and select 500 demonstration enterprises of industry-education integration"),
    s("25.4c", D, E, SUPPORTING_AUTHORITIES_ENTERPRISE, "项目建设上予以优先支持",
        "give priority support in technical upgrading, the spread of new technology and products, \
         research and other projects"),
    s("25.5a", G, N, SCHOOL, "支持职业学校、高等学校建立灵活的专业人才引进机制",
        "support vocational schools and universities in flexible ways of bringing in specialists"),
    s("25.5b", D, T, PROVINCE, "培育遴选产教融合领军人才100名",
        "foster and select 100 leading figures of industry-education integration"),
    s("25.5c", D, T, PROVINCE, "产业教授（导师）1000名",
        "foster and select 1000 industry professors (mentors)"),
    s("25.5d", D, T, PROVINCE, "湖湘工匠和技术能手10000名",
        "foster and select 10 000 Huxiang craftsmen and skilled technicians"),
    s("25.6a", G, E, SCHOOL_PROJECT_UNIT, "支持入围国家和省“双一流”与“产教融合”项目单位",
        "support units on the national and provincial lists of Double First-Class and of \
         industry-education integration projects in working with industry"),
    s("25.6b", D, N, PROJECT_UNIT, "推进合作育人、协同创新和成果转化",
        "advance joint education, joint innovation and the transfer of results"),
    s("25.7a", G, E, CITY_INDUSTRY_ENTERPRISE,
        "支持有较强代表性、影响力和改革意愿的城市、行业、企业",
        "support pilots in cities, industries and enterprises that are representative, influential \
         and willing to reform"),

    // 26
    s("26.1a", D, N, GOVERNMENT, "优化政府投入",
        "optimise government investment"),
    s("26.1b", D, N, GOVERNMENT, "完善体现产教融合特色的拨款机制",
        "improve a funding mechanism that reflects industry-education integration"),
    s("26.1c", M, Q, GOVERNMENT_FINANCE_SCHOOL, "确保中职学校、技工学校生均拨款标准不低于10000元",
        "the per-student funding standard of secondary vocational schools and skilled workers' \
         schools must be at least 10 000 yuan"),
    s("26.1d", M, Q, GOVERNMENT_FINANCE_SCHOOL, "高职院校生均拨款标准不低于12000元",
        "the per-student funding standard of higher vocational colleges must be at least 12 000 \
         yuan"),
    s("26.2a", M, B, SCHOOL_RESEARCHER, "依法取得的科技成果转化奖励收入不纳入绩效工资",
        "researchers' lawful reward income from transferring results must not be counted in \
         performance pay"),
    s("26.2b", M, B, SCHOOL_RESEARCHER, "不纳入单位工资总额基数",
        "researchers' lawful reward income from transferring results must not be counted in the \
         unit's total-wage base"),
    s("26.3a", M, N, FINANCE_TAX, "各级财政、税务部门要把深化产教融合作为落实结构性减税政策",
        "finance and tax authorities must treat industry-education integration as an important \
         measure of tax cuts, cost reduction and repair of weak spots"),
    s("26.3b", M, N, FINANCE_TAX, "落实社会力量举办教育有关财税政策",
        "finance and tax authorities must implement the fiscal and tax policies on privately run \
         education"),
    s("26.3c", M, N, FINANCE_TAX, "积极支持职业教育发展和行业企业参与办学",
        "finance and tax authorities must actively support vocational education and enterprises' \
         part in running schools"),
    s("26.4a", M, B, LOCALITY, "要把顶岗实习和就业作为重要参考依据",
        "local governments must use on-post internships and graduate employment as key references \
         when they allocate vocational school funding by performance factors"),
    s("26.5a", D, E, LAND_USE, "按科教用地管理",
        "the land of schools that enterprises build, alone or with government, is managed as land \
         for science and education"),
    s("26.5b", A, E, LAND_USE, "符合《划拨用地目录》的，可通过划拨方式供地",
        "school land that fits the Catalogue of Land for Allocation may be supplied by allocation"),
    s("26.5c", G, E, ENTERPRISE_LAND_USE, "鼓励企业自愿以出让、租赁方式取得土地",
        "encourage enterprises to take land for schools by grant or lease, voluntarily"),

    // 27
    s("27.1a", G, E, SCHOOL, "按国家有关规定与国（境）外教育机构合作办学",
        "encourage joint schooling with educational bodies abroad under national rules"),
    s("27.1b", G, N, SCHOOL, "招收外国留学生",
        "encourage schools to enrol foreign students"),
    s("27.1c", D, N, SCHOOL, "加强对留学生工作的管理",
        "strengthen the management of foreign students"),
    s("27.1d", D, N, SCHOOL, "引进海外高层次人才和优质教育资源",
        "bring in high-level talent and good educational resources from abroad"),
    s("27.1e", D, N, SCHOOL_ENTERPRISE, "校企合作培养人才和协同创新模式",
        "develop models of school-enterprise training and joint innovation that fit the country \
         and are open to the world"),
    s("27.1f", D, N, SCHOOL, "合作开展科学研究",
        "carry out scientific research jointly"),
    s("27.1g", D, N, SCHOOL, "打造具有国际影响力的学科、专业与课程品牌",
        "build disciplines, majors and courses of international repute"),
    s("27.2a", G, N, SCHOOL, "鼓励职业学校、高等学校服务国家“一带一路”倡议",
        "encourage vocational schools and universities to serve the Belt and Road Initiative"),
    s("27.2b", G, N, SCHOOL, "开展师生交流培训",
        "encourage exchanges and training of teachers and students"),
    s("27.2c", G, N, SCHOOL, "培养符合湖南跨国经营需求的国际化专业技术人才",
        "encourage training international specialists for the needs of Hunan's business abroad"),

    // 28
    s("28.1a", D, B, PROVINCE, "建立健全产教融合绩效考核与督查机制",
        "set up performance appraisal and supervision of industry-education integration"),
    s("28.1b", D, B, LOCALITY_ENTERPRISE_SCHOOL,
        "将产教融合情况作为地方、行业企业和学校绩效考核、获取财政性资金和项目、表彰奖励的内容或条件",
        "make industry-education integration a content or condition of appraisal, of public money \
         and projects, and of awards"),
    s("28.2a", M, B, EDUCATION_AUTHORITY, "教育部门要把产教融合纳入职业学校、高等学校办学水平评估",
        "education authorities must make industry-education integration an important indicator of \
         school evaluation, leadership appraisal and the adjustment of majors"),
    s("28.3a", G, N, THIRD_PARTY, "支持社会第三方机构开展产教融合效能评价",
        "support third-party evaluation of the effect of industry-education integration"),
    s("28.3b", D, N, PROVINCE, "健全测量评价体系",
        "complete the system of measurement and evaluation"),

    // 29
    s("29.1a", D, N, PROVINCE, "做好宣传动员和舆论引导",
        "inform and mobilise the public and guide opinion"),
    s("29.1b", D, N, PROVINCE, "加快收入分配、企业用人制度以及学校编制、教学科研管理等配套改革",
        "speed up supporting reforms of pay, hiring, school staffing and the management of \
         teaching and research"),
    s("29.1c", D, N, PROVINCE, "企业重视“投资于人”的普遍共识",
        "form the shared view that schools serve development and enterprises value investing in \
         people"),
    s("29.1d", D, N, PROVINCE, "积极营造全社会充分理解支持、主动参与产教融合的良好氛围",
        "actively create a climate in which all of society understands, supports and joins in \
         industry-education integration"),
];

/// One row of the table. Article and sentence are read out of the id, the units out of the annex.
const fn s(
    id: &'static str,
    force: Option<Force>,
    nature: Nature,
    subject: Text,
    phrase: &'static str,
    gloss: &'static str,
) -> Statement {
    let (article, sentence) = place(id);
    let units = match task(article) {
        Some(task) => task.units,
        None => &[],
    };
    Statement { id, article, sentence, phrase, gloss, subject, force, nature, units }
}

/// The article and the sentence of an id: `9.1b` is in article 9, sentence 1.
const fn place(id: &str) -> (u8, u8) {
    let mut rest = id.as_bytes();
    let (mut article, mut sentence) = (0, 0);
    let mut in_sentence = false;
    while let [byte, tail @ ..] = rest {
        match *byte {
            b'.' => in_sentence = true,
            digit @ b'0'..=b'9' if in_sentence => sentence = sentence * 10 + (digit - b'0'),
            digit @ b'0'..=b'9' => article = article * 10 + (digit - b'0'),
            _ => {}
        }
        rest = tail;
    }
    (article, sentence)
}
