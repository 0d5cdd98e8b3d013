//! Parameters: every number that the policy sets, and every number of the instruments it leans on.

use crate::facts::{Index, facts, index as place_in};
use crate::field::{Field, Kind};
use crate::input::Shape;
use crate::quantity::{Count, Date, Money, Months, Share, Years, date, literal};
use crate::record::{Cell, Record};
use crate::text::{Text, displayed, text};

facts! {
    /// 参数: the numbers that rules compare with. Overriding some of them asks "what if".
    ///
    /// What is not given has its default; the report lists what was given.
    ///
    /// ```
    /// use chanjiao::{Parameters, Share};
    /// let stricter = Parameters::given().frontline_share("65".parse::<Share>()?).build()?;
    /// assert_eq!(stricter.overridden().collect::<Vec<_>>(), ["frontline_share"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    Parameters;
    cooperation_sales_revenue_yuan: Money = "合作企业销售收入下限", "least sales revenue of a cooperation partner", in Yuan;
    cooperation_employed_persons: Count = "合作企业从业人员下限", "least number of employed persons of a cooperation partner", in Person;
    teacher_posts_share: Share = "顶岗实践岗位占在职员工比例", "posts for teachers' practice, as a share of staff in service", in Percent;
    frontline_share: Share = "用于一线职工的经费比例", "share of training funds for front-line staff", in Percent;
    training_coverage_share: Share = "年培训比例", "share of the staff trained in the year", in Percent;
    practical_hours_share: Share = "实践性教学课时比例", "share of practical class hours", in Percent;
    training_fund_share_general: Share = "教育培训经费提取比例（一般）", "training funds set aside, as a share of wages (general)", in Percent;
    training_fund_share_high_demand: Share = "教育培训经费提取比例（要求高）", "training funds set aside, as a share of wages (high demand)", in Percent;
    internship_posts_per_staff: Share = "学生实习岗位占职工总数比例", "internship posts, as a share of total staff", in Percent;
    internship_posts_per_technical_post: Share = "学生实习岗位占技术岗位比例", "internship posts, as a share of technical posts", in Percent;
    periodic_long_years: Years = "教师实践长周期", "long window of teachers' practice", in Year;
    periodic_long_months: Months = "长周期内实践时间", "practice in the long window", in Month;
    periodic_short_years: Years = "教师实践短周期", "short window of teachers' practice", in Year;
    periodic_short_months: Months = "短周期内实践时间", "practice in the short window", in Month;
    induction_years: Years = "新入职实践期限", "years in which a new teacher is to practise", in Year;
    induction_months: Months = "新入职实践时间", "practice of a new teacher", in Month;
    induction_applies_from: Date = "新入职要求起算日", "first day of hiring to which the induction duty applies";
    visit_months: Months = "访学时间", "length of an enterprise visit", in Month;
    forecast_interval_years: Years = "预测报告发布间隔", "longest interval between forecast reports", in Year;
    funding_secondary_yuan: Money = "中职、技工学校生均拨款标准", "per-student funding standard of secondary vocational and technician schools", in Yuan;
    funding_higher_vocational_yuan: Money = "高职院校生均拨款标准", "per-student funding standard of higher vocational colleges", in Yuan;
    target_demonstration_enterprises: Count = "产教融合示范企业目标", "target of demonstration enterprises", in Enterprise;
    target_leading_talents: Count = "产教融合领军人才目标", "target of leading talents", in Person;
    target_industry_professors: Count = "产业教授（导师）目标", "target of industry professors (mentors)", in Person;
    target_craftsmen_and_experts: Count = "湖湘工匠和技术能手目标", "target of craftsmen and technical experts", in Person;
    internship_host_cap_share: Share = "实习单位实习生上限", "interns at one host, at most", in Percent;
    internship_post_cap_share: Share = "同类岗位实习生上限", "interns at one kind of post, at most", in Percent;
    internship_pay_floor_share: Share = "实习报酬占试用期工资比例", "intern pay, as a share of the probation wage", in Percent;
}

/// Where a number comes from, and how far that was verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Source {
    /// The instrument, or the statement of the policy.
    pub words: Text,
    /// The statements of the policy that lean on the number.
    #[cfg(feature = "catalogue")]
    pub statements: &'static [&'static str],
    /// How far the number was verified.
    pub status: Status,
}

/// How far a source was verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Status {
    /// The number stands in the policy's own words.
    Policy,
    /// Read in a stored copy of an official text.
    Verified,
    /// Read in a stored secondary copy: a reprint, the press, a database of laws.
    Secondary,
    /// The source leaves the number open; this library chose it, or leaves it unset.
    Library,
}

impl Status {
    /// Returns the word in catalogues.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Policy => "policy",
            Self::Verified => "verified",
            Self::Secondary => "secondary",
            Self::Library => "library",
        }
    }

    /// Returns the status in words.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Policy => text!("文件原文", "the policy's own words"),
            Self::Verified => text!("已据官方文本存档核对", "read in a stored official text"),
            Self::Secondary => {
                text!("据转引文本，未核对原件", "read in a secondary copy, not in the original")
            }
            Self::Library => {
                text!("原文未定，由本库设定", "open in the source, set by this library")
            }
        }
    }
}

displayed!(Status);

/// Beside each field of the parameters, in the same order: its default in the notation of its
/// source (none where the source sets no number), and that source.
const DEFAULTS: &[(&str, &str, Source)] = &[
    ("cooperation_sales_revenue_yuan", "100000000.00", own(&["7.2a"])),
    ("cooperation_employed_persons", "1000", own(&["7.2a"])),
    ("teacher_posts_share", "0.5", own(&["9.1b"])),
    ("frontline_share", "60", own(&["11.1c"])),
    ("training_coverage_share", "30", own(&["11.1d"])),
    ("practical_hours_share", "50", own(&["14.3a"])),
    ("training_fund_share_general", "1.5", FUND_RATE),
    ("training_fund_share_high_demand", "2.5", FUND_RATE),
    ("internship_posts_per_staff", "", CERTAIN_RATIO),
    ("internship_posts_per_technical_post", "", CERTAIN_RATIO),
    ("periodic_long_years", "5", own(&["15.2c"])),
    ("periodic_long_months", "6", own(&["15.2c"])),
    ("periodic_short_years", "2", own(&["15.2c"])),
    ("periodic_short_months", "2", own(&["15.2c"])),
    ("induction_years", "3", own(&["15.2d"])),
    ("induction_months", "6", own(&["15.2d"])),
    ("induction_applies_from", "2019-01-01", FIRST_DAY),
    ("visit_months", "12", own(&["9.4c"])),
    ("forecast_interval_years", "3", own(&["21.4a"])),
    ("funding_secondary_yuan", "10000.00", own(&["26.1c"])),
    ("funding_higher_vocational_yuan", "12000.00", own(&["26.1d"])),
    ("target_demonstration_enterprises", "500", own(&["25.4b"])),
    ("target_leading_talents", "100", own(&["25.5b"])),
    ("target_industry_professors", "1000", own(&["25.5c"])),
    ("target_craftsmen_and_experts", "10000", own(&["25.5d"])),
    ("internship_host_cap_share", "10", INTERNSHIP_RULES),
    ("internship_post_cap_share", "20", INTERNSHIP_RULES),
    ("internship_pay_floor_share", "80", INTERNSHIP_RULES),
];

const fn own(statements: &'static [&'static str]) -> Source {
    from(text!("湘政办发〔2018〕82号", "the policy"), statements, Status::Policy)
}

#[cfg_attr(not(feature = "catalogue"), expect(unused_variables, reason = "for catalogues only"))]
const fn from(words: Text, statements: &'static [&'static str], status: Status) -> Source {
    Source {
        words,
        #[cfg(feature = "catalogue")]
        statements,
        status,
    }
}

const FUND_RATE: Source = from(
    text!("国发〔2002〕16号第19条", "Guofa [2002] No. 16, item 19"),
    &["11.1b"],
    Status::Secondary,
);

const CERTAIN_RATIO: Source = from(
    text!("原文只写“一定比例”", "the text only says \"a certain ratio\""),
    &["8.2a"],
    Status::Library,
);

const FIRST_DAY: Source = from(
    text!("原文无施行日期，仅有年份2018", "the text gives no day, only the year 2018"),
    &["15.2d"],
    Status::Library,
);

const INTERNSHIP_RULES: Source = from(
    text!(
        "《湖南省职业学校学生实习管理实施细则》（2019）",
        "Hunan's implementing rules for vocational internships (2019)",
    ),
    &["8.1a"],
    Status::Verified,
);

pub(crate) const TABLE: Shape = Shape { fields: FIELDS, pairs: &[], rules: &[], parameters: true };

pub(crate) fn shape() -> &'static Shape {
    #[cfg(target_family = "wasm")]
    return &crate::packed::tables().parameters;
    #[cfg(not(target_family = "wasm"))]
    &TABLE
}

impl Default for Parameters {
    fn default() -> Self {
        Self(start())
    }
}

impl Parameters {
    /// Returns the names of the parameters that were given a value, in the order of the table.
    pub fn overridden(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.0.given.of(shape().fields).map(Field::key)
    }

    /// Returns the default of a parameter and its source, by its name.
    ///
    /// ```
    /// use chanjiao::{Parameters, Status};
    /// let share = Parameters::origin("teacher_posts_share").expect("a parameter");
    /// assert_eq!((share.default, share.source.status), (Some("0.5"), Status::Policy));
    /// ```
    #[must_use]
    pub fn origin(name: &str) -> Option<Origin> {
        let (_, default, source) = DEFAULTS.iter().find(|(key, ..)| *key == name)?;
        Some(Origin { default: (!default.is_empty()).then_some(*default), source: *source })
    }

    /// Whether the parameter at a place of the table was given a value.
    pub(crate) fn is_given(&self, index: Index) -> bool {
        self.0.given.has(index)
    }

    /// The number in force at a place of the table; `None` where the source leaves it open.
    pub(crate) fn at(&self, index: Index) -> Option<i64> {
        self.0.number(index)
    }
}

/// Returns the field of every parameter, in their order.
#[must_use]
pub fn parameters() -> &'static [Field] {
    shape().fields
}

/// Every parameter at its default, none given.
pub(crate) fn start() -> Record {
    const DEFAULT: [Option<i64>; FIELDS.len()] = defaults();
    let cells = DEFAULT.iter().map(|number| number.map_or(Cell::Unknown, Cell::Number));
    Record { cells: cells.collect(), ..Record::default() }
}

/// What a parameter is as long as nobody overrides it, and who says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Origin {
    /// The default, in the notation of the source; none where the source leaves the number open.
    pub default: Option<&'static str>,
    /// Where it stands.
    pub source: Source,
}

/// The source of the parameter at a place of the table.
pub(crate) fn source(index: Index) -> Option<&'static Source> {
    static SOURCES: [Source; FIELDS.len()] = sources();
    SOURCES.get(usize::from(index))
}

#[expect(clippy::indexing_slicing, reason = "only evaluated while compiling")]
const fn sources() -> [Source; FIELDS.len()] {
    let mut sources = [FUND_RATE; FIELDS.len()];
    let mut at = 0;
    while at < FIELDS.len() {
        sources[at] = DEFAULTS[at].2;
        at += 1;
    }
    sources
}

/// The place of a parameter that is a share.
#[expect(
    clippy::as_conversions,
    clippy::indexing_slicing,
    reason = "only evaluated while compiling"
)]
pub(crate) const fn share(key: &str) -> Index {
    let index = place_in(FIELDS, key);
    assert!(matches!(FIELDS[index as usize].kind, Kind::Share), "not a share");
    index
}

#[expect(
    clippy::as_conversions,
    clippy::indexing_slicing,
    reason = "only evaluated while compiling"
)]
const fn defaults() -> [Option<i64>; FIELDS.len()] {
    assert!(DEFAULTS.len() == FIELDS.len(), "one default for each parameter");
    let mut numbers = [None; FIELDS.len()];
    let mut at = 0;
    while at < FIELDS.len() {
        let (key, text, _) = DEFAULTS[at];
        assert!(
            place_in(FIELDS, key) as usize == at,
            "defaults stand in the order of the parameters"
        );
        numbers[at] = match FIELDS[at].kind {
            _ if text.is_empty() => None,
            Kind::Date => Some(date::literal(text)),
            kind => Some(literal(text, kind.decimals())),
        };
        at += 1;
    }
    numbers
}
