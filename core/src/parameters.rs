//! Parameters: every number that rules compare with, from the policy or from the instruments that
//! it refers to.

use crate::facts::Given;
use crate::field::{Field, Kind, Unit};
use crate::index::Index;
use crate::input::Shape;
use crate::quantity::{Count, Date, Money, Months, Share, Years, date, literal};
use crate::record::{Cell, Cells, Parsed};
use crate::string_enum::string_enum;
use crate::subject_macro::fields;
use crate::text::{Text, text};

/// Defines the parameters. Each has a field, a default in the notation of its source (`""` if the
/// source sets no number), and the source.
macro_rules! parameters {
    (
        $(#[$doc:meta])*
        $record:ident {
            $(
                $name:ident: $type:ty = $zh:literal, $en:literal $(, in $unit:ident)?;
                default $default:literal from $source:expr;
            )*
        }
    ) => {
        fields! {
            $(#[$doc])*
            $record { $($name: $type = $zh, $en $(, in $unit)?;)* } Cells
        }

        const DEFAULTS: [&str; FIELDS.len()] = [$($default),*];
        const SOURCES: [Source; FIELDS.len()] = [$($source),*];
    };
}

parameters! {
    /// 参数: the numbers that rules compare with.
    ///
    /// Override some of them to see how verdicts depend on them. All others keep their defaults. A
    /// report lists the parameters that were overridden.
    ///
    /// ```
    /// use chanjiao::{Parameters, Share};
    /// let stricter = Parameters::given().frontline_share("65".parse::<Share>()?).build()?;
    /// assert_eq!(stricter.overridden().collect::<Vec<_>>(), ["frontline_share"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    Parameters {
        cooperation_sales_revenue_yuan: Money = "合作企业销售收入下限", "least sales revenue of a cooperation partner", in Yuan;
            default "100000000.00" from policy(&["7.2a"]);
        cooperation_employed_persons: Count = "合作企业从业人员下限", "least number of employed persons of a cooperation partner", in Person;
            default "1000" from policy(&["7.2a"]);
        teacher_posts_share: Share = "顶岗实践岗位占在职员工比例", "posts for teachers' practice, as a share of staff in service", in Percent;
            default "0.5" from policy(&["9.1b"]);
        frontline_share: Share = "用于一线职工的经费比例", "share of training funds for front-line staff", in Percent;
            default "60" from policy(&["11.1c"]);
        training_coverage_share: Share = "年培训比例", "share of the staff trained in the year", in Percent;
            default "30" from policy(&["11.1d"]);
        practical_hours_share: Share = "实践性教学课时比例", "share of practical class hours", in Percent;
            default "50" from policy(&["14.3a"]);
        training_fund_share_general: Share = "教育培训经费提取比例（一般）", "training funds set aside, as a share of wages (general)", in Percent;
            default "1.5" from FUND_RATE;
        training_fund_share_high_demand: Share = "教育培训经费提取比例（要求高）", "training funds set aside, as a share of wages (high demand)", in Percent;
            default "2.5" from FUND_RATE;
        internship_posts_per_staff: Share = "学生实习岗位占职工总数比例", "internship posts, as a share of total staff", in Percent;
            default "" from CERTAIN_RATIO;
        internship_posts_per_technical_post: Share = "学生实习岗位占技术岗位比例", "internship posts, as a share of technical posts", in Percent;
            default "" from CERTAIN_RATIO;
        periodic_long_years: Years = "教师实践长周期", "long window of teachers' practice", in Year;
            default "5" from policy(&["15.2c"]);
        periodic_long_months: Months = "长周期内实践时间", "practice in the long window", in Month;
            default "6" from policy(&["15.2c"]);
        periodic_short_years: Years = "教师实践短周期", "short window of teachers' practice", in Year;
            default "2" from policy(&["15.2c"]);
        periodic_short_months: Months = "短周期内实践时间", "practice in the short window", in Month;
            default "2" from policy(&["15.2c"]);
        induction_years: Years = "新入职实践期限", "years in which a new teacher is to practise", in Year;
            default "3" from policy(&["15.2d"]);
        induction_months: Months = "新入职实践时间", "practice of a new teacher", in Month;
            default "6" from policy(&["15.2d"]);
        induction_applies_from: Date = "新入职要求起算日", "first day of hiring to which the induction duty applies";
            default "2019-01-01" from FIRST_DAY;
        visit_months: Months = "访学时间", "length of an enterprise visit", in Month;
            default "12" from policy(&["9.4c"]);
        forecast_interval_years: Years = "预测报告发布间隔", "longest interval between forecast reports", in Year;
            default "3" from policy(&["21.4a"]);
        funding_secondary_yuan: Money = "中职、技工学校生均拨款标准", "per-student funding standard of secondary vocational and technician schools", in Yuan;
            default "10000.00" from policy(&["26.1c"]);
        funding_higher_vocational_yuan: Money = "高职院校生均拨款标准", "per-student funding standard of higher vocational colleges", in Yuan;
            default "12000.00" from policy(&["26.1d"]);
        target_demonstration_enterprises: Count = "产教融合示范企业目标", "target of demonstration enterprises", in Enterprise;
            default "500" from policy(&["25.4b"]);
        target_leading_talents: Count = "产教融合领军人才目标", "target of leading talents", in Person;
            default "100" from policy(&["25.5b"]);
        target_industry_professors: Count = "产业教授（导师）目标", "target of industry professors (mentors)", in Person;
            default "1000" from policy(&["25.5c"]);
        target_craftsmen_and_experts: Count = "湖湘工匠和技术能手目标", "target of craftsmen and technical experts", in Person;
            default "10000" from policy(&["25.5d"]);
        internship_host_cap_share: Share = "实习单位实习生上限", "interns at one host, at most", in Percent;
            default "10" from INTERNSHIP_RULES;
        internship_post_cap_share: Share = "同类岗位实习生上限", "interns at one kind of post, at most", in Percent;
            default "20" from INTERNSHIP_RULES;
        internship_pay_floor_share: Share = "实习报酬占试用期工资比例", "intern pay, as a share of the probation wage", in Percent;
            default "80" from INTERNSHIP_RULES;
    }
}

/// The source of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Source {
    /// The name of the instrument.
    pub words: Text,
    /// The ids of the statements of the policy that use the number.
    #[cfg(feature = "catalogue")]
    pub statements: &'static [&'static str],
    /// How far the number was verified.
    pub status: Status,
}

string_enum! {
    /// How far a source was verified.
    #[non_exhaustive]
    Status {
        /// The policy states the number.
        Policy = "policy", "文件原文", "the policy's own words";
        /// Read in an archived copy of the official text.
        Verified = "verified", "已据官方文本存档核对", "read in a stored official text";
        /// Read in an archived secondary copy: a reprint, a press report or a database of laws.
        Secondary = "secondary", "据转引文本，未核对原件", "read in a secondary copy, not in the original";
        /// The source sets no number; this library chose one, or leaves it unset.
        Library = "library", "原文未定，由本库设定", "open in the source, set by this library";
    }
}

const fn policy(statements: &'static [&'static str]) -> Source {
    source_of(text!("湘政办发〔2018〕82号", "the policy"), statements, Status::Policy)
}

#[cfg_attr(not(feature = "catalogue"), expect(unused_variables, reason = "for catalogues only"))]
const fn source_of(words: Text, statements: &'static [&'static str], status: Status) -> Source {
    Source {
        words,
        #[cfg(feature = "catalogue")]
        statements,
        status,
    }
}

const FUND_RATE: Source = source_of(
    text!("国发〔2002〕16号第19条", "Guofa [2002] No. 16, item 19"),
    &["11.1b"],
    Status::Secondary,
);

const CERTAIN_RATIO: Source = source_of(
    text!("原文只写“一定比例”", "the text only says \"a certain ratio\""),
    &["8.2a"],
    Status::Library,
);

const FIRST_DAY: Source = source_of(
    text!("原文无施行日期，仅有年份2018", "the text gives no day, only the year 2018"),
    &["15.2d"],
    Status::Library,
);

const INTERNSHIP_RULES: Source = source_of(
    text!(
        "《湖南省职业学校学生实习管理实施细则》（2019）",
        "Hunan's implementing rules for vocational internships (2019)",
    ),
    &["8.1a"],
    Status::Verified,
);

/// The shape of the parameters as a constant, which is packed for WebAssembly.
pub(crate) const TABLE: Shape = Shape { fields: FIELDS, pairs: &[], rules: &[], parameters: true };

pub(crate) fn shape() -> &'static Shape {
    #[cfg(target_family = "wasm")]
    return &crate::packed::tables().parameters;
    #[cfg(not(target_family = "wasm"))]
    &TABLE
}

impl Default for Parameters {
    fn default() -> Self {
        Self(default_cells())
    }
}

impl Given for Parameters {
    fn shape() -> &'static Shape {
        shape()
    }

    fn new(parsed: Parsed) -> Self {
        Self(parsed.cells)
    }
}

impl Parameters {
    /// Returns the names of the overridden parameters, in the order of the table.
    pub fn overridden(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.0.given.of(shape().fields).map(Field::key)
    }

    /// Returns the default of a parameter and its source; `None` if there is no such parameter.
    ///
    /// ```
    /// use chanjiao::{Parameters, Status};
    /// let share = Parameters::origin("teacher_posts_share").expect("a parameter");
    /// assert_eq!((share.default, share.source.status), (Some("0.5"), Status::Policy));
    /// ```
    #[must_use]
    pub fn origin(name: &str) -> Option<Origin> {
        let index = FIELDS.iter().position(|field| field.key() == name)?;
        let (default, source) = (*DEFAULTS.get(index)?, *SOURCES.get(index)?);
        Some(Origin { default: (!default.is_empty()).then_some(default), source })
    }

    /// Whether the parameter at this index was overridden.
    pub(crate) fn is_given(&self, index: Index) -> bool {
        self.0.given.has(index)
    }

    /// Returns the number of the parameter at this index, in the smallest unit; `None` if it is
    /// unset.
    pub(crate) fn at(&self, index: Index) -> Option<i64> {
        self.0.number(index)
    }

    const fn cells(&self) -> &Cells {
        &self.0
    }

    /// Parameters have no explanations.
    #[cfg(feature = "serde")]
    #[expect(clippy::unused_self, reason = "the macro calls it as a method of any record")]
    const fn explanations(&self) -> &[(usize, Box<str>)] {
        &[]
    }
}

impl core::fmt::Debug for Parameters {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        crate::debug::cells(f, "Parameters", shape().fields, &self.0)
    }
}

/// Returns the field of every parameter, in the order of the table.
#[must_use]
pub fn parameters() -> &'static [Field] {
    shape().fields
}

/// Returns the cells of the parameters, all at their defaults.
pub(crate) fn default_cells() -> Cells {
    const DEFAULT: [Option<i64>; FIELDS.len()] = defaults();
    let cells = DEFAULT.iter().map(|number| number.map_or(Cell::Unknown, Cell::Number));
    Cells { cells: cells.collect(), ..Cells::unknown(0) }
}

/// The default of a parameter, and its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Origin {
    /// The default, in the notation of the source; `None` if the source sets no number.
    pub default: Option<&'static str>,
    /// The source.
    pub source: Source,
}

/// Returns the source of the parameter at this index.
pub(crate) fn source(index: Index) -> Option<&'static Source> {
    static ALL: [Source; FIELDS.len()] = SOURCES;
    ALL.get(usize::from(index))
}

/// Returns the field of a parameter.
#[expect(
    clippy::as_conversions,
    clippy::indexing_slicing,
    reason = "only evaluated while compiling"
)]
pub(crate) const fn field(name: &str) -> &'static Field {
    &FIELDS[index(name) as usize]
}

/// Returns the index of a parameter.
pub(crate) const fn index_of(name: &str) -> Index {
    index(name)
}

/// Returns the index of a parameter that is a share.
pub(crate) const fn share(name: &str) -> Index {
    assert!(matches!(field(name).kind, Kind::Share), "not a share");
    index(name)
}

/// Returns the index of a parameter in years.
pub(crate) const fn years(name: &str) -> Index {
    assert!(matches!(field(name).unit, Some(Unit::Year)), "not a number of years");
    index(name)
}

/// Returns the index of a parameter in months.
pub(crate) const fn months(name: &str) -> Index {
    assert!(matches!(field(name).unit, Some(Unit::Month)), "not a number of months");
    index(name)
}

#[expect(clippy::indexing_slicing, clippy::panic, reason = "only evaluated while compiling")]
const fn defaults() -> [Option<i64>; FIELDS.len()] {
    let mut numbers = [None; FIELDS.len()];
    let mut at = 0;
    while at < FIELDS.len() {
        let text = DEFAULTS[at];
        numbers[at] = match FIELDS[at].kind {
            _ if text.is_empty() => None,
            Kind::Date => Some(date::literal(text)),
            kind @ (Kind::Count(_) | Kind::Money | Kind::Share) => {
                Some(literal(text, kind.decimals()))
            }
            Kind::Text
            | Kind::Year
            | Kind::Flag
            | Kind::Choice(_)
            | Kind::Dates
            | Kind::Periods => panic!("a kind without a default"),
        };
        at += 1;
    }
    numbers
}
