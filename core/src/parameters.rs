//! Parameters: every number that rules compare with, from the policy or from the instruments that
//! it refers to; the days from and until which the policy is applied; and the readings that the text
//! allows.

use crate::facts::Given;
use crate::field::{Field, Kind, Unit};
use crate::index::{Index, choice_index};
use crate::input::{Pair, Shape, value};
use crate::json::Node;
use crate::quantity::date::literal as day_literal;
use crate::quantity::decimal::push_shortest;
use crate::quantity::{Count, Date, GapDays, GraceYears, Money, Months, Share, Years, literal};
use crate::readings::{
    AuthorityServices, CreditRecordBreach, ForecastGaps, FrontlineShareBase, InductionContinuity,
    InductionSchools, InformationPlatformForce, IntegrationParkLevel, PeriodicPracticeBeforeHiring,
    PeriodicPracticeLimbs, PeriodicPracticePlace, PilotConditions, PostgraduateQuotaConditions,
    PracticeMonth, PracticePlanScope, PrioritySupportScope, SocialReportScope,
    SupportedUnitConditions, TeacherPostsRounding, TeacherPostsScope, TechnicianCollegeAs,
    TrainingFundHighRate, VocationalUniversityAs,
};
use crate::record::{Cell, Cells, Parsed};
use crate::string_enum::string_enum;
use crate::subject_macro::fields;
use crate::text::{Text, split_once_at, text};
use crate::value::Value;

/// Defines the parameters. Each has a field, a default in the notation of its source (`""` if the
/// source sets no number), the way the policy writes it in Chinese if that is not the usual way, and
/// the source.
macro_rules! parameters {
    (
        $(#[$doc:meta])*
        $record:ident {
            $(
                $name:ident: $type:ty = $zh:literal, $en:literal $(, in $unit:ident)?;
                default $default:literal $(written $written:literal)? from $source:expr;
            )*
        }
    ) => {
        fields! {
            $(#[$doc])*
            $record { $($name: $type = $zh, $en $(, in $unit)?;)* } Cells
        }

        const DEFAULTS: [&str; FIELDS.len()] = [$($default),*];
        const SOURCES: [Source; FIELDS.len()] = [$($source),*];
        const WRITTEN: [Option<&str>; FIELDS.len()] =
            [$($crate::subject_macro::optional!($($written)?)),*];
    };
}

parameters! {
    /// 参数: the numbers that rules compare with, and the readings of the text.
    ///
    /// Override some of them to see how verdicts depend on them. All others keep their defaults. A
    /// report says which parameters differ from their defaults, and their values.
    ///
    /// ```
    /// use chanjiao::{CreditRecordBreach, Parameters, Share};
    /// let stricter = Parameters::given()
    ///     .frontline_share("65".parse::<Share>()?)
    ///     .credit_record_breach(CreditRecordBreach::Both)
    ///     .build()?;
    /// let overridden: Vec<String> = stricter.overridden().map(|it| it.to_string()).collect();
    /// assert_eq!(overridden, ["frontline_share = 65", "credit_record_breach = both"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    Parameters {
        policy_applies_from: Date = "政策适用起始日", "first day to which the policy is applied";
            default "2019-01-01" from FIRST_DAY;
        policy_applies_to: Date = "政策适用截止日", "last day to which the policy is applied";
            default "" from LAST_DAY;
        cooperation_sales_revenue_yuan: Money = "合作企业销售收入下限", "least sales revenue of a cooperation partner", in Yuan;
            default "100000000.00" written "亿元" from policy(&["7.2a"]);
        cooperation_employed_persons: Count = "合作企业从业人员下限", "least number of employed persons of a cooperation partner", in Person;
            default "1000" from policy(&["7.2a"]);
        teacher_posts_share: Share = "顶岗实践岗位占在职员工比例", "positions for teachers' practice, as a share of staff in service", in Percent;
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
        internship_posts_per_staff: Share = "学生实习岗位占职工总数比例", "internship positions, as a share of total staff", in Percent;
            default "" from CERTAIN_RATIO;
        internship_posts_per_technical_post: Share = "学生实习岗位占技术岗位比例", "internship positions, as a share of technical positions", in Percent;
            default "" from CERTAIN_RATIO;
        periodic_long_years: Years = "教师实践长周期", "long window of teachers' practice", in Year;
            default "5" from policy(&["15.2c"]);
        periodic_long_months: Months = "长周期内实践时间", "practice in the long window", in Month;
            default "6" from policy(&["15.2c"]);
        periodic_short_years: Years = "教师实践短周期", "short window of teachers' practice", in Year;
            default "2" from policy(&["15.2c"]);
        periodic_short_months: Months = "短周期内实践时间", "practice in the short window", in Month;
            default "2" from policy(&["15.2c"]);
        periodic_grace_years: GraceYears = "入职后的宽限年数", "years after hiring in which the periodic practice is not yet due", in Year;
            default "5" from library(&["15.2c"]);
        induction_years: Years = "新入职实践期限", "years in which a new teacher is to practise", in Year;
            default "3" from policy(&["15.2d"]);
        induction_months: Months = "新入职实践时间", "practice of a new teacher", in Month;
            default "6" from HALF_A_YEAR;
        induction_gap_days: GapDays = "集中实践允许的间隔天数", "uncovered days between two periods that do not interrupt full-time practice", in Day;
            default "10" from library(&["15.2d"]);
        induction_applies_from: Date = "新入职要求起算日", "first day of hiring to which the induction duty applies";
            default "" from HIRING_DAY;
        visit_months: Months = "访学时间", "length of an enterprise visit", in Month;
            default "12" from ONE_YEAR;
        forecast_interval_years: Years = "预测报告发布间隔", "longest interval between forecast reports", in Year;
            default "3" from policy(&["21.4a"]);
        funding_secondary_yuan: Money = "中职、技工学校生均拨款标准", "per-student funding standard of secondary vocational and technician schools", in Yuan;
            default "10000.00" written "10000元" from policy(&["26.1c"]);
        funding_higher_vocational_yuan: Money = "高职院校生均拨款标准", "per-student funding standard of higher vocational colleges", in Yuan;
            default "12000.00" written "12000元" from policy(&["26.1d"]);
        target_demonstration_enterprises: Count = "产教融合示范企业目标", "target of demonstration enterprises", in Enterprise;
            default "500" from policy(&["25.4b"]);
        target_leading_talents: Count = "产教融合领军人才目标", "target of leading talents", in Person;
            default "100" from policy(&["25.5b"]);
        target_industry_professors: Count = "产业教授（导师）目标", "target of industry professors (mentors)", in Person;
            default "1000" from policy(&["25.5c"]);
        target_craftsmen_and_experts: Count = "湖湘工匠和技术能手目标", "target of craftsmen and technical experts", in Person;
            default "10000" from policy(&["25.5d"]);
        internship_rules_2021_from: Date = "2021年《职业学校学生实习管理规定》起用日", "day from which the internship rules of 2021 are used";
            default "2022-01-01" from EDITION_2021;
        internship_host_cap_share: Share = "实习单位实习生上限", "students on post internships at one host, at most", in Percent;
            default "10" from INTERNSHIP_RULES;
        internship_post_cap_share: Share = "同类岗位实习生上限", "students on post internships at one kind of post, at most", in Percent;
            default "20" from INTERNSHIP_RULES;
        internship_pay_floor_share: Share = "实习报酬占工资比例", "intern pay, as a share of the wage", in Percent;
            default "80" from INTERNSHIP_RULES;

        // The readings, in the order in which a report lists those that are contested.
        teacher_posts_scope: TeacherPostsScope = "", "";
            default "large_and_medium" from reading(&["9.1b"]);
        teacher_posts_rounding: TeacherPostsRounding = "", "";
            default "up" from reading(&["9.1b"]);
        practice_plan_scope: PracticePlanScope = "", "";
            default "bound_or_offering" from reading(&["9.2a"]);
        social_report_scope: SocialReportScope = "", "";
            default "above_designated_size" from reading(&["8.3a"]);
        training_fund_high_rate: TrainingFundHighRate = "", "";
            default "option" from reading(&["11.1b"]);
        frontline_share_base: FrontlineShareBase = "", "";
            default "spent" from reading(&["11.1c"]);
        credit_record_breach: CreditRecordBreach = "", "";
            default "either" from reading(&["11.5a"]);
        periodic_practice_limbs: PeriodicPracticeLimbs = "", "";
            default "either" from reading(&["15.2c"]);
        periodic_practice_place: PeriodicPracticePlace = "", "";
            default "anywhere" from reading(&["15.2c"]);
        periodic_practice_before_hiring: PeriodicPracticeBeforeHiring = "", "";
            default "excluded" from reading(&["15.2c"]);
        practice_month: PracticeMonth = "", "";
            default "calendar_or_30_days" from reading(&["15.2c", "15.2d"]);
        induction_continuity: InductionContinuity = "", "";
            default "one_block" from reading(&["15.2d"]);
        induction_schools: InductionSchools = "", "";
            default "vocational" from reading(&["15.2d"]);
        forecast_gaps: ForecastGaps = "", "";
            default "present_only" from reading(&["21.4a"]);
        technician_college_as: TechnicianCollegeAs = "", "";
            default "open" from reading(&["26.1c", "26.1d"]);
        vocational_university_as: VocationalUniversityAs = "", "";
            default "open" from reading(&["26.1d"]);
        postgraduate_quota_conditions: PostgraduateQuotaConditions = "", "";
            default "both" from reading(&["4.3a"]);
        supported_unit_conditions: SupportedUnitConditions = "", "";
            default "any" from reading(&["25.6a"]);
        pilot_conditions: PilotConditions = "", "";
            default "all" from reading(&["25.7a"]);
        priority_support_scope: PrioritySupportScope = "", "";
            default "demonstration" from reading(&["25.4c"]);
        authority_services: AuthorityServices = "", "";
            default "any" from reading(&["21.3b"]);
        integration_park_level: IntegrationParkLevel = "", "";
            default "provincial_and_above" from reading(&["25.3b"]);
        information_platform_force: InformationPlatformForce = "", "";
            default "encouraged" from reading(&["23.1b"]);
    }
}

/// The first index of a reading: they stand at the end of the table.
const FIRST_READING: Index = index("teacher_posts_scope");

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

const fn library(statements: &'static [&'static str]) -> Source {
    source_of(text!("原文未定", "not in the text"), statements, Status::Library)
}

const fn reading(statements: &'static [&'static str]) -> Source {
    source_of(text!("对原文的理解", "an interpretation of the text"), statements, Status::Library)
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

const FUND_RATE: Source =
    source_of(text!("国发〔2002〕16号", "Guofa [2002] No. 16"), &["11.1b"], Status::Secondary);

const CERTAIN_RATIO: Source = source_of(
    text!("原文只写“一定比例”", "the text only says \"a certain ratio\""),
    &["8.2a"],
    Status::Library,
);

const FIRST_DAY: Source = source_of(
    text!("原文无施行日期，仅有年份2018", "the text gives no day, only the year 2018"),
    &[],
    Status::Library,
);

const LAST_DAY: Source = source_of(
    text!("原文未定有效期；未设定时不限", "the text sets no term; unlimited unless set"),
    &[],
    Status::Library,
);

const HIRING_DAY: Source = source_of(
    text!("未设定时为政策适用起始日", "unless set, the first day to which the policy is applied"),
    &["15.2d"],
    Status::Library,
);

const HALF_A_YEAR: Source = source_of(
    text!("原文“半年”，按6个月计", "\"half a year\" in the text, counted as six months"),
    &["15.2d"],
    Status::Policy,
);

const ONE_YEAR: Source = source_of(
    text!("原文“1年”，按12个月计", "\"one year\" in the text, counted as twelve months"),
    &["9.4c"],
    Status::Policy,
);

const EDITION_2021: Source = source_of(
    text!(
        "教职成〔2021〕4号：文件落款2021-12-31，2022-01-21公开",
        "Jiaozhicheng [2021] No. 4: dated 31 December 2021, published on 21 January 2022",
    ),
    &["8.1a"],
    Status::Library,
);

const INTERNSHIP_RULES: Source = source_of(
    text!(
        "《湖南省职业学校学生实习管理实施细则》（据新华社2019年2月12日报道）",
        "Hunan's implementing rules for vocational internships (as reported by Xinhua, \
         12 February 2019)",
    ),
    &["8.1a"],
    Status::Secondary,
);

/// A norm whose numbers are those of parameters with another source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Norm {
    /// 教职成〔2021〕4号.
    InternshipRules2021,
}

impl Norm {
    pub(crate) fn source(self) -> &'static Source {
        static INTERNSHIP_RULES_2021: Source = source_of(
            text!(
                "《职业学校学生实习管理规定》（教职成〔2021〕4号）",
                "the rules for vocational internships, Jiaozhicheng [2021] No. 4",
            ),
            &["8.1a"],
            Status::Secondary,
        );
        match self {
            Self::InternshipRules2021 => &INTERNSHIP_RULES_2021,
        }
    }
}

/// The shape of the parameters as a constant, which is packed for WebAssembly.
pub(crate) const TABLE: Shape = Shape {
    fields: FIELDS,
    pairs: &[Pair::Dates {
        first: index("policy_applies_from"),
        second: index("policy_applies_to"),
        at: index("policy_applies_to"),
    }],
    rules: &[],
    dated_by: None,
    parameters: true,
};

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
    /// Returns the parameters whose value differs from the default, in the order of the table.
    pub fn overridden(&self) -> impl Iterator<Item = Override> + '_ {
        (0..).zip(shape().fields).filter(|(index, _)| self.is_overridden(*index)).map(
            |(index, field)| Override {
                parameter: field.key(),
                value: self.at(index).map_or(Node::Null, |number| shortest(field.kind, number)),
            },
        )
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
        let index = usize::from(named(name)?);
        let (default, source) = (*DEFAULTS.get(index)?, *SOURCES.get(index)?);
        Some(Origin { default: (!default.is_empty()).then_some(default), source })
    }

    /// Whether the value of the parameter at this index differs from the default.
    pub(crate) fn is_overridden(&self, index: Index) -> bool {
        self.at(index) != DEFAULT.get(usize::from(index)).copied().flatten()
    }

    /// Returns the day of the parameter that a text names in braces; if it is not set, the
    /// first day to which the policy is applied.
    pub(crate) fn day_in(&self, text: Text) -> Option<i64> {
        let (_, after) = split_once_at(text.zh(), b'{')?;
        let (name, _) = split_once_at(after, b'}')?;
        self.at(named(name)?).or_else(|| self.at(const { index("policy_applies_from") }))
    }

    /// Returns the index of the choice of a reading.
    pub(crate) fn choice(&self, reading: Index) -> usize {
        self.at(reading).and_then(|choice| usize::try_from(choice).ok()).unwrap_or_default()
    }

    /// Returns the choice of a reading as its type, which an exhaustive `match` maps to what it means:
    /// the order of the choices then means nothing.
    pub(crate) fn reading<T: Value>(&self, reading: Index) -> Option<T> {
        T::from_cell(self.0.cell(reading))
    }

    /// Returns the parameters with another choice of a reading.
    pub(crate) fn with_choice(&self, reading: Index, choice: usize) -> Self {
        let mut changed = self.clone();
        if let Ok(choice) = i64::try_from(choice) {
            changed.0.set(reading, Cell::Number(choice));
        }
        changed
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

/// Returns the index of the parameter with this name.
pub(crate) fn named(name: &str) -> Option<Index> {
    let index = shape().fields.iter().position(|field| field.key() == name)?;
    Index::try_from(index).ok()
}

/// Returns the field of every parameter, in the order of the table.
#[must_use]
pub fn parameters() -> &'static [Field] {
    shape().fields
}

/// Returns the number of a parameter as JSON, a percentage without trailing zeros.
fn shortest(kind: Kind, number: i64) -> Node<'static> {
    if matches!(kind, Kind::Share) {
        let mut text = String::new();
        push_shortest(&mut text, number);
        return Node::Text(text.into());
    }
    value::number_node(kind, number)
}

/// The default of each parameter, in the smallest unit.
static DEFAULT: [Option<i64>; FIELDS.len()] = defaults();

/// Returns the cells of the parameters, all at their defaults.
pub(crate) fn default_cells() -> Cells {
    let cells = DEFAULT.iter().map(|number| number.map_or(Cell::Unknown, Cell::Number));
    Cells { cells: cells.collect(), ..Cells::unknown(0) }
}

/// A parameter whose value differs from the default. Its [`Display`](core::fmt::Display) is
/// `name = value`.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Override {
    /// The name of the parameter.
    pub parameter: &'static str,
    pub(crate) value: Node<'static>,
}

impl Override {
    /// Returns the value in its canonical notation: money with two decimals, a percentage without
    /// trailing zeros, a date as `YYYY-MM-DD`, a reading as the text of its choice.
    #[must_use]
    pub fn value(&self) -> &str {
        match &self.value {
            Node::Number(text) | Node::Text(text) => text,
            Node::Null | Node::Bool(_) | Node::List(_) | Node::Map(_) => "",
        }
    }
}

/// Overrides are equal by their name and value.
impl PartialEq for Override {
    fn eq(&self, other: &Self) -> bool {
        self.parameter == other.parameter && self.value() == other.value()
    }
}

impl Eq for Override {}

impl core::fmt::Display for Override {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{} = {}", self.parameter, self.value())
    }
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

/// Returns the default of the parameter at this index as the policy writes it in Chinese, if that
/// is not the usual notation.
pub(crate) fn written(index: Index) -> Option<&'static str> {
    static ALL: [Option<&str>; FIELDS.len()] = WRITTEN;
    ALL.get(usize::from(index)).copied().flatten()
}

/// Returns the readings: their indices and the numbers of their choices.
pub(crate) fn readings() -> impl Iterator<Item = (Index, usize)> {
    let fields = (0..).zip(shape().fields).skip(usize::from(FIRST_READING));
    fields.map(|(index, field)| (index, field.choices().map_or(0, <[_]>::len)))
}

/// Returns the source of the parameter at this index.
pub(crate) fn source(index: Index) -> Option<&'static Source> {
    static ALL: [Source; FIELDS.len()] = SOURCES;
    ALL.get(usize::from(index))
}

/// Returns the label of a parameter. The field of a reading has none, because its words are in the
/// catalogue alone.
#[cfg(any(feature = "cli", feature = "schema"))]
pub(crate) fn label(field: &Field) -> Text {
    crate::readings::reading_title(field.key()).unwrap_or(field.label())
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

/// Returns the index of a parameter that is a date.
pub(crate) const fn date(name: &str) -> Index {
    assert!(matches!(field(name).kind, Kind::Date), "not a date");
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

/// Returns the index of a reading, which has a number of choices.
pub(crate) const fn choices(name: &str, count: usize) -> Index {
    assert!(
        matches!(field(name).kind, Kind::Choice(choices) if choices.len() == count),
        "not a reading with this number of choices"
    );
    index(name)
}

/// Returns the index of a parameter in months.
pub(crate) const fn months(name: &str) -> Index {
    assert!(matches!(field(name).unit, Some(Unit::Month)), "not a number of months");
    index(name)
}

#[expect(
    clippy::as_conversions,
    clippy::cast_possible_wrap,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "only evaluated while compiling"
)]
const fn defaults() -> [Option<i64>; FIELDS.len()] {
    let mut numbers = [None; FIELDS.len()];
    let mut at = 0;
    while at < FIELDS.len() {
        let text = DEFAULTS[at];
        numbers[at] = match FIELDS[at].kind {
            _ if text.is_empty() => None,
            Kind::Date => Some(day_literal(text)),
            Kind::Choice(choices) => Some(choice_index(choices, text) as i64),
            kind @ (Kind::Count(_) | Kind::Money | Kind::Share) => {
                Some(literal(text, kind.decimals()))
            }
            Kind::Text | Kind::Year | Kind::Flag | Kind::Dates | Kind::Periods => {
                panic!("a kind without a default")
            }
        };
        at += 1;
    }
    numbers
}
