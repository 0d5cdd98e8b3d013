//! 口径: the readings between which the policy's text leaves a choice. Each is a parameter with a
//! closed list of choices; the first one is the default.
//!
//! A rule refers to a reading with [`Group::Reading`](crate::rule::Group::Reading) or with the index
//! of its parameter, so a reading is data of a condition, like any other parameter.

#[cfg(feature = "catalogue")]
use crate::string_enum::string_enum;
#[cfg(feature = "catalogue")]
use crate::text::{Text, text};

#[cfg(feature = "catalogue")]
string_enum! {
    /// Who holds a reading.
    #[non_exhaustive]
    Holder {
        /// 文件文字: it is the natural meaning of the policy's own words.
        Policy = "policy", "文件文字", "the policy's words";
        /// 国家规定: a law or a rule of the State says so.
        National = "national", "国家规定", "a national rule";
        /// 参照规定: a comparable rule of another place says so.
        Comparator = "comparator", "其他地区同类规定", "a comparable rule elsewhere";
        /// 文字可作此理解: the words allow it; no instrument is known that holds it.
        Words = "words", "文字可作此理解", "a meaning that the words allow";
    }
}

/// One choice of a reading, in words.
#[cfg(feature = "catalogue")]
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct ReadingChoice {
    /// The value in JSON.
    pub value: &'static str,
    /// What the choice means, as a sentence.
    pub words: Text,
    /// Who holds it.
    pub holder: Holder,
}

/// Defines the readings: each an enum of its choices. What it is about and what its choices mean
/// is in the catalogue alone, not in the module for browsers.
macro_rules! readings {
    ($(
        $(#[$doc:meta])*
        $name:ident, $parameter:literal, $title_zh:literal, $title_en:literal {
            $($variant:ident $key:literal $zh:literal, $en:literal, held by $holder:ident;)*
        }
    )*) => {
        $(
            $crate::string_enum::string_enum! {
                $(#[$doc])*
                #[non_exhaustive]
                $name { $(#[doc = $en] $variant = $key;)* }
            }

            #[cfg(feature = "serde")]
            $crate::serialize::value!($name);

            impl $crate::value::Value for $name {
                const KIND: $crate::field::Kind = $crate::field::Kind::Choice(&[
                    $($crate::field::Choice::new($crate::text::name!($key, "", "")),)*
                ]);
                #[expect(clippy::as_conversions, reason = "the index of a variant in its own list")]
                fn into_cell(self) -> $crate::record::Cell {
                    $crate::record::Cell::Number(self as i64)
                }
                fn from_cell(cell: &$crate::record::Cell) -> Option<Self> {
                    let number = usize::try_from(cell.number()?).ok()?;
                    Self::ALL.get(number).copied()
                }
            }
        )*

        /// Returns what a reading is about; `None` if `parameter` is not the name of a reading.
        #[cfg(feature = "catalogue")]
        #[must_use]
        pub fn reading_title(parameter: &str) -> Option<Text> {
            match parameter {
                $($parameter => Some(text!($title_zh, $title_en)),)*
                _ => None,
            }
        }

        /// Returns the choices of a reading in words, the default first; empty if `parameter` is not
        /// the name of a reading.
        ///
        /// ```
        /// let choices = chanjiao::reading_choices("credit_record_breach");
        /// assert_eq!(choices[0].value, "either");
        /// ```
        #[cfg(feature = "catalogue")]
        #[must_use]
        pub fn reading_choices(parameter: &str) -> &'static [ReadingChoice] {
            match parameter {
                $($parameter => const {
                    &[$(ReadingChoice {
                        value: $key,
                        words: text!($zh, $en),
                        holder: Holder::$holder,
                    }),*]
                },)*
                _ => &[],
            }
        }
    };
}

readings! {
    /// 9.1b: which enterprises are to offer practice positions for teachers.
    TeacherPostsScope, "teacher_posts_scope", "提供教师顶岗实践岗位的企业", "enterprises that are to offer practice positions" {
        LargeAndMedium "large_and_medium" "句首“在大中型企业”及于本分句：仅大、中型企业承担", "The opening words \"in large and medium enterprises\" carry over: only these are bound.", held by Policy;
        BaseHosts "base_hosts" "本句以“教师顶岗实践基地”为题：凡设有基地的企业承担，不论规模", "The sentence is about bases for teachers' practice: every enterprise with a base is bound, whatever its size.", held by Words;
        AllEnterprises "all_enterprises" "“企业”未加限定：所有企业承担", "The word \"enterprises\" is not qualified: all are bound.", held by Words;
    }

    /// 9.1b: how a fraction of a position is rounded.
    TeacherPostsRounding, "teacher_posts_rounding", "岗位数取整", "rounding of practice positions" {
        Up "up" "不足一个岗位的按一个计（“不低于”）", "A fraction of a position takes a whole position (\"not less than\").", held by Policy;
        HalfUp "half_up" "不足一个岗位的四舍五入", "A fraction of a position is rounded half up.", held by Words;
        Down "down" "不足一个岗位的不计", "A fraction of a position is dropped.", held by Words;
    }

    /// 9.2a: which enterprises are to plan the practice positions.
    PracticePlanScope, "practice_plan_scope", "应做好具体规划的企业", "enterprises that are to plan practice positions" {
        BoundOrOffering "bound_or_offering" "应提供岗位的企业和实际提供岗位的企业均应做好规划", "Enterprises that are bound to offer positions, and those that do, are to plan them.", held by Policy;
        Offering "offering" "仅实际提供岗位的企业应做好规划", "Only enterprises that offer positions are to plan them.", held by Words;
    }

    /// 8.3a: which enterprises are to cover vocational education in their report.
    SocialReportScope, "social_report_scope", "社会责任报告的企业范围", "enterprises whose social report is to cover vocational education" {
        AboveDesignatedSize "above_designated_size" "仅规模以上企业", "Only enterprises above designated size.", held by Policy;
        AllEnterprises "all_enterprises" "所有企业：2022年5月1日起施行的职业教育法第二十四条不分规模", "All enterprises: Article 24 of the Vocational Education Law, in force since 1 May 2022, has no size limit.", held by National;
    }

    /// 11.1b: whether 2.5 % is a duty or an option.
    TrainingFundHighRate, "training_fund_high_rate", "2.5%的提取比例", "the rate of 2.5 %" {
        Option "option" "“可按2.5%提取”是授权：各类企业的义务均为1.5%", "\"May set aside 2.5 %\" is a permission: the duty of every enterprise is 1.5 %.", held by National;
        Obligation "obligation" "技术要求高的企业应按2.5%提取", "Enterprises with high demands are to set aside 2.5 %.", held by Words;
    }

    /// 11.1c: the whole of which 60 % goes to front-line employees.
    FrontlineShareBase, "frontline_share_base", "一线职工经费比例的基数", "the base of the front-line share" {
        Spent "spent" "以当年实际使用的经费为基数", "Of the funds spent in the year.", held by Policy;
        SetAside "set_aside" "以当年提取的经费为基数", "Of the funds set aside in the year.", held by Words;
    }

    /// 11.5a: what has to be wrong, besides the refusal to correct it.
    CreditRecordBreach, "credit_record_breach", "不按规定提取使用", "not set aside or used by the rules" {
        Either "either" "提取或者使用任一不符合规定即可", "Either the setting aside or the use against the rules.", held by Policy;
        Both "both" "“提取使用”为一体：提取和使用均不符合规定", "\"Set aside and use\" is one: both are against the rules.", held by Words;
    }

    /// 15.2c: which of the two periods suffices.
    PeriodicPracticeLimbs, "periodic_practice_limbs", "5年6个月与2年2个月", "six months in five years, two in two" {
        Either "either" "每5年6个月或者每2年2个月，满足其一即可", "Six months in five years or two months in two years: either suffices.", held by Policy;
        LongOnly "long_only" "每5年必须累计不少于6个月（教师〔2016〕3号第四条）", "Six months in five years are required (Jiaoshi No. 3 of 2016, Article 4).", held by National;
    }

    /// 15.2c: where practice counts.
    PeriodicPracticePlace, "periodic_practice_place", "顶岗实践、挂职锻炼的地点", "place of on-post practice and secondment" {
        Anywhere "anywhere" "顶岗实践、挂职锻炼不限于企业", "On-post practice and secondment are not limited to enterprises.", held by Policy;
        Enterprise "enterprise" "仅计在企业的实践", "Only practice in an enterprise counts.", held by Words;
    }

    /// 15.2c: whether practice before the teacher was hired counts.
    PeriodicPracticeBeforeHiring, "periodic_practice_before_hiring", "入职以前的实践", "practice before hiring" {
        Excluded "excluded" "仅计入职以后作为教师的实践", "Only practice as a teacher counts, from the day of hiring on.", held by Policy;
        Included "included" "入职以前的实践也计入", "Practice before the day of hiring counts, too.", held by Words;
    }

    /// 15.2c and 15.2d: how months of practice are counted.
    PracticeMonth, "practice_month", "实践时间按月计算", "months of practice" {
        CalendarOr30Days "calendar_or_30_days" "按日历月或者按每月30天折算，满足其一即可", "Calendar months or 30 days a month: either suffices.", held by Words;
        Calendar "calendar" "仅按日历月", "Calendar months only.", held by Words;
        ThirtyDays "thirty_days" "仅按每月30天折算", "30 days a month only.", held by Words;
    }

    /// 15.2d: whether the practice has to be in one piece.
    InductionContinuity, "induction_continuity", "集中实践", "full-time practice" {
        OneBlock "one_block" "“集中”：一段完成，节假日等短暂间隔不计中断", "\"Full-time\" (集中): in one piece; holidays and other short gaps do not interrupt it.", held by Policy;
        Cumulative "cumulative" "各段天数可以累计", "The days of all periods are added up.", held by Comparator;
    }

    /// 15.2d: the schools whose new teachers are bound.
    InductionSchools, "induction_schools", "新入职专业教师的学校", "schools of newly hired teachers" {
        Vocational "vocational" "仅职业学校（含技工院校）", "Only vocational schools, technical institutions included.", held by Policy;
        VocationalAndAppliedUndergraduate "vocational_and_applied_undergraduate" "职业学校和应用型本科高校：第15点兼及两者", "Vocational schools and applied universities: point 15 speaks of both.", held by Words;
    }

    /// 21.4a: whether past gaps between reports count.
    ForecastGaps, "forecast_gaps", "报告发布间隔", "intervals between reports" {
        PresentOnly "present_only" "只看最近一次报告至评价日的间隔", "Only the interval from the last report to the day of judgement counts.", held by Policy;
        EveryGap "every_gap" "以往任一间隔超过期限的也不符合", "Every past interval counts, too.", held by Words;
    }

    /// 26.1c, 26.1d: the standard of a technician college.
    TechnicianCollegeAs, "technician_college_as", "技师学院的生均拨款标准", "funding standard of technician colleges" {
        Open "open" "文件未列明技师学院，不作判断", "The policy does not name technician colleges: no verdict.", held by Policy;
        Secondary "secondary" "按技工学校的标准", "By the standard of skilled workers' schools.", held by Words;
        Higher "higher" "纳入高等职业学校序列的，按高职院校的标准（职业教育法第十五条）", "By the standard of higher vocational colleges, among which the law admits those that qualify (Vocational Education Law, Article 15).", held by National;
    }

    /// 26.1d: the standard of a vocational university.
    VocationalUniversityAs, "vocational_university_as", "职业本科学校的生均拨款标准", "funding standard of vocational universities" {
        Open "open" "文件未列明职业本科学校，不作判断", "The policy does not name vocational universities: no verdict.", held by Policy;
        Higher "higher" "属于高等职业学校，按高职院校的标准（职业教育法第十五条）", "It is a higher vocational school, so by that standard (Vocational Education Law, Article 15).", held by National;
    }

    /// 4.3a: whether one of the two attributes suffices.
    PostgraduateQuotaConditions, "postgraduate_quota_conditions", "研究生招生计划倾斜条件", "conditions for the postgraduate quota" {
        Both "both" "两项定语修饰同一中心语，应同时具备", "Two attributes of one noun: both are required.", held by Policy;
        Either "either" "顿号表示并列的两类，具备其一即可", "Two kinds side by side: either suffices.", held by Words;
    }

    /// 25.6a: whether one of the two lists suffices.
    SupportedUnitConditions, "supported_unit_conditions", "项目单位支持条件", "conditions for supported units" {
        Any "any" "入围“双一流”或者“产教融合”项目之一即可", "On either list.", held by Policy;
        All "all" "须同时入围两类项目", "On both lists.", held by Words;
    }

    /// 25.7a: whether one of the conditions suffices.
    PilotConditions, "pilot_conditions", "试点条件", "conditions for pilots" {
        All "all" "各项条件应同时具备", "All conditions are required.", held by Policy;
        Any "any" "具备其一即可", "One of them suffices.", held by Words;
    }

    /// 25.4c: who gets priority.
    PrioritySupportScope, "priority_support_scope", "项目建设优先支持的对象", "who gets priority support" {
        Demonstration "demonstration" "仅遴选出的产教融合示范企业", "Only the selected demonstration enterprises.", held by Policy;
        DemonstrationOrLeading "demonstration_or_leading" "示范企业和龙头骨干企业（句首所列对象）", "Demonstration enterprises and leading or backbone enterprises, whom the first half of the sentence names.", held by Words;
    }

    /// 21.3b: whether one of the four services suffices.
    AuthorityServices, "authority_services", "行业主管部门支持的服务", "services that the industry authority supports" {
        Any "any" "“等”字未封闭：支持其中一项服务即可", "The list is open (等): support for one of the services suffices.", held by Policy;
        All "all" "列明的四项服务均应支持", "All four services that are named are to be supported.", held by Words;
    }

    /// 25.3b: the level of a park that qualifies.
    IntegrationParkLevel, "integration_park_level", "产教融合园区的级别", "level of an integration park" {
        ProvincialAndAbove "provincial_and_above" "省级以上产业园（附件第21项）", "Parks at provincial level or above (annex, row 21).", held by Policy;
        AllLevels "all_levels" "各级产业园区（正文第25点）", "Industrial parks at all levels (point 25 of the body).", held by Policy;
    }

    /// 23.1b: the force of the statement.
    InformationPlatformForce, "information_platform_force", "信息服务平台的效力", "force of the statement on the platform" {
        Encouraged "encouraged" "“鼓励”及于平台建设", "\"Encourage\" (鼓励) governs the building of the platform.", held by Policy;
        Directive "directive" "“鼓励”仅及于技术运用；标题和附件第19项均为部署", "\"Encourage\" governs the use of technology only; the caption and row 19 of the annex are directives.", held by Words;
    }
}
