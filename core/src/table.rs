//! Tables: headers become facts, and the texts of cells become JSON values.
//!
//! The header of a column is the key of a fact or the policy's word for it. It may end with a unit in
//! brackets, a multiple of the fact's unit: `工资总额（万元）`. Numbers are converted by shifting the
//! decimal point, so they stay exact. Nothing is guessed: a cell that cannot be interpreted stays
//! text, which is a fault if the fact is not a text.

mod cell;
mod error;
#[cfg(any(feature = "arrow", feature = "intake"))]
mod float;
#[cfg(any(feature = "arrow", feature = "intake"))]
mod note;
#[cfg(any(feature = "arrow", feature = "intake"))]
mod results;
#[cfg(feature = "intake")]
mod shown;
mod unit;

use std::borrow::Cow;

use crate::field::{Field, Kind, Unit};
use crate::input::value::blank;
use crate::input::{EXPLANATIONS, nearest, suggestion};
use crate::json::Node;
use crate::subjects::Subject;
use cell::{as_text, choice, date, flag, json_of, list, number, period, trimmed};
use unit::{power, unit_of};

#[cfg(feature = "cli")]
pub(crate) use error::MAX_LISTED;
#[cfg(any(feature = "arrow", feature = "intake"))]
pub(crate) use error::join_messages;
pub use error::{HeaderError, HeaderErrors};
#[cfg(any(feature = "arrow", feature = "intake"))]
pub(crate) use float::Float;
#[cfg(any(feature = "arrow", feature = "intake"))]
pub(crate) use float::Number;
#[cfg(any(feature = "arrow", feature = "intake"))]
pub(crate) use float::text;
#[cfg(any(feature = "arrow", feature = "intake"))]
pub use note::{Note, NotedCells, NotedRows};
#[cfg(any(feature = "arrow", feature = "intake"))]
pub(crate) use note::{NoteCounts, round_money_help};
#[cfg(any(feature = "arrow", feature = "intake"))]
pub use results::{Content, FindingColumn, WideColumn};
#[cfg(feature = "intake")]
pub(crate) use shown::{Shown, ShownUnit};

/// The columns of a table, matched with the facts of a subject.
///
/// ```
/// use chanjiao::{Verdict, subject, table::Columns};
///
/// let enterprise = subject("enterprise").expect("a subject");
/// let headers = ["企业名称", "销售收入（万元）", "地区"];
/// let columns = Columns::of(enterprise, &headers, &[]).expect("each header has one meaning");
/// assert_eq!(columns.ignored(), ["地区"]);
///
/// let node = columns.node(["甲", "20000", "长沙"].into_iter());
/// let record = enterprise.parse_node(&node)?;
/// let report = record.check(&Default::default());
/// let partner = report.finding("enterprise.cooperation_partner").expect("a rule of enterprises");
/// assert_eq!(partner.verdict, Verdict::Met);
/// # Ok::<(), chanjiao::Faults>(())
/// ```
#[derive(Debug, Clone)]
pub struct Columns {
    columns: Vec<Option<Target>>,
    ignored: Vec<String>,
}

/// What a column holds.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Target {
    /// A fact, whose numbers are multiplied by 10^`power`.
    Fact { field: &'static Field, power: i32 },
    /// The explanations, as a JSON object.
    Explanations,
}

impl Columns {
    /// Matches the headers of a table with the facts of a subject.
    ///
    /// `map` overrides the matching. Each pair is a header, with or without its unit, and the key of
    /// the fact that its column holds; an empty key ignores the column. A fact that is mapped is not
    /// matched with any other column.
    ///
    /// # Errors
    /// Every header that has more than one meaning or a wrong unit, two headers for one fact, and
    /// every entry of `map` that names an unknown header or fact.
    pub fn of(
        subject: &Subject,
        headers: &[&str],
        map: &[(String, String)],
    ) -> Result<Self, HeaderErrors> {
        let mut faults = Vec::new();
        let headers: Vec<Header<'_>> = headers.iter().map(|text| Header::parse(text)).collect();
        let entries = entries(subject, &headers, map, &mut faults);
        let is_mapped = |target: Target| entries.iter().any(|it| it.is_for(target));

        let mut found: Vec<Option<Target>> = Vec::with_capacity(headers.len());
        for header in &headers {
            let target = match entries.iter().find(|it| it.header.names(header)) {
                Some(entry) => entry.target.map(|target| (target, header.unit_beside(entry))),
                None => by_name(subject, header).filter(|(target, _)| !is_mapped(*target)),
            };
            let target = target.and_then(|(target, unit)| {
                let target = target.in_unit(unit, header);
                target.map_err(|fault| faults.push(fault)).ok()
            });
            if let Some(target) = target
                && let Some(first) = found.iter().position(|it| it.is_some_and(|it| it.is(target)))
            {
                faults.push(HeaderError::SameFact {
                    first: headers.get(first).map_or("", |it| it.text).to_owned(),
                    second: header.text.to_owned(),
                    fact: target.key(),
                });
            }
            found.push(target);
        }
        if !faults.is_empty() {
            return Err(HeaderErrors(faults));
        }
        let left = headers.iter().zip(&found).filter(|(_, target)| target.is_none());
        let ignored = left.map(|(header, _)| header.text.to_owned()).collect();
        Ok(Self { columns: found, ignored })
    }

    /// Returns the headers of the columns that hold no fact, in their order.
    #[must_use]
    pub fn ignored(&self) -> &[String] {
        &self.ignored
    }

    /// Returns the number of columns of the table.
    #[must_use]
    pub fn len(&self) -> usize {
        self.columns.len()
    }

    /// Whether the table has no columns.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.columns.is_empty()
    }

    /// Returns the columns that hold a fact: the index of the column, the fact, and the power of ten
    /// by which the column's numbers have to be multiplied.
    pub fn facts(&self) -> impl Iterator<Item = (usize, &'static Field, i32)> + '_ {
        self.columns.iter().enumerate().filter_map(|(index, target)| match (*target)? {
            Target::Fact { field, power } => Some((index, field, power)),
            Target::Explanations => None,
        })
    }

    /// What the column with this index holds.
    #[cfg(feature = "intake")]
    pub(crate) fn target(&self, column: usize) -> Option<Target> {
        self.columns.get(column).copied().flatten()
    }

    /// The columns that are used: the index of each, and what it holds.
    #[cfg(any(feature = "arrow", feature = "intake"))]
    pub(crate) fn targets(&self) -> impl Iterator<Item = (usize, Target)> + '_ {
        self.columns.iter().enumerate().filter_map(|(index, target)| Some((index, (*target)?)))
    }

    /// Converts a row of cells to a record, as a JSON object. Blank cells are unknown facts and left
    /// out. So are cells beyond the last column: compare the length of the row with
    /// [`len`](Self::len) to detect them.
    pub fn node<'a>(&self, row: impl Iterator<Item = &'a str>) -> Node<'a> {
        let mut members = Vec::with_capacity(self.columns.len() - self.ignored.len());
        for (target, text) in self.columns.iter().zip(row) {
            if let Some(target) = target
                && let Some(node) = target.cell(text)
            {
                members.push((Cow::Borrowed(target.key()), node));
            }
        }
        Node::Map(members)
    }
}

/// A header, split into its name and its unit.
struct Header<'a> {
    /// As given.
    text: &'a str,
    /// Normalized.
    whole: String,
    /// The text before the brackets at the end, and the text in these.
    parts: Option<(String, String)>,
}

impl<'a> Header<'a> {
    fn parse(text: &'a str) -> Self {
        let normalized = normalized(text);
        let parts = normalized.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
        let parts = parts.map(|(name, unit)| (name.trim_end().to_owned(), unit.trim().to_owned()));
        let whole = match &parts {
            Some((name, unit)) => [name, "(", unit, ")"].concat(),
            None => normalized,
        };
        Self { text, whole, parts }
    }

    fn name(&self) -> &str {
        self.parts.as_ref().map_or(&self.whole, |(name, _)| name)
    }

    fn unit(&self) -> Option<&str> {
        self.parts.as_ref().map(|(_, unit)| unit.as_str())
    }

    /// Whether `self`, a header of the map, means the table's `header`, with or without its unit.
    fn names(&self, header: &Header<'_>) -> bool {
        self.whole == header.whole || self.whole == header.name()
    }

    /// The unit, unless the map names the header with its brackets and these hold only a remark.
    fn unit_beside(&self, entry: &Entry<'_>) -> Option<&str> {
        let remark = entry.header.whole == self.whole
            && self.unit().is_some_and(|unit| power(unit, Unit::ALL).is_none());
        if remark { None } else { self.unit() }
    }
}

/// An entry of the map: a header, and what its column holds; `None` ignores the column.
struct Entry<'a> {
    header: Header<'a>,
    target: Option<Target>,
}

impl Entry<'_> {
    fn is_for(&self, target: Target) -> bool {
        self.target.is_some_and(|it| it.is(target))
    }
}

fn entries<'a>(
    subject: &Subject,
    headers: &[Header<'_>],
    map: &'a [(String, String)],
    faults: &mut Vec<HeaderError>,
) -> Vec<Entry<'a>> {
    let mut entries: Vec<Entry<'a>> = Vec::with_capacity(map.len());
    for (text, fact) in map {
        let header = Header::parse(text);
        if !headers.iter().any(|it| header.names(it)) {
            let mut names = headers.iter().map(Header::name);
            faults.push(HeaderError::NoSuchHeader {
                header: text.clone(),
                suggestion: nearest(header.name(), &mut names).map(str::to_owned),
            });
        }
        let target = named(subject, &normalized(fact));
        if target.is_none() && !fact.is_empty() {
            faults.push(HeaderError::NoSuchFact {
                header: text.clone(),
                fact: fact.clone(),
                suggestion: suggestion(fact, subject.fields(), Some(EXPLANATIONS)),
            });
        }
        if entries.iter().any(|it| it.header.whole == header.whole) {
            faults.push(HeaderError::NamedTwice { name: text.clone() });
        }
        if target.is_some_and(|target| entries.iter().any(|it| it.is_for(target))) {
            faults.push(HeaderError::NamedTwice { name: fact.clone() });
        }
        entries.push(Entry { header, target });
    }
    entries
}

/// What a column with this header holds, and its unit.
fn by_name<'h>(subject: &Subject, header: &'h Header<'_>) -> Option<(Target, Option<&'h str>)> {
    named(subject, &header.whole)
        .map(|target| (target, None))
        .or_else(|| named(subject, header.name()).map(|target| (target, header.unit())))
}

/// The target with this key, or this word of the policy.
fn named(subject: &Subject, name: &str) -> Option<Target> {
    if name == EXPLANATIONS || name == EXPLANATIONS_WORD {
        return Some(Target::Explanations);
    }
    let is = |word: &str| normalized(word) == name;
    let words = |field: &Field| is(field.label().zh()) || field.also().any(is);
    let field = subject.fields().iter().find(|field| field.key() == name || words(field))?;
    Some(Target::Fact { field, power: 0 })
}

/// The Chinese header of the explanations.
const EXPLANATIONS_WORD: &str = "说明";

/// A header without surrounding blanks, with ASCII brackets and spaces.
fn normalized(header: &str) -> String {
    let narrow = |character| match character {
        '（' => '(',
        '）' => ')',
        '\u{3000}' => ' ',
        other => other,
    };
    header.trim_matches(blank).chars().map(narrow).collect()
}

impl Target {
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Fact { field, .. } => field.key(),
            Self::Explanations => EXPLANATIONS,
        }
    }

    fn is(self, other: Self) -> bool {
        self.key() == other.key()
    }

    /// The same target with its numbers in this unit.
    fn in_unit(self, unit: Option<&str>, header: &Header<'_>) -> Result<Self, HeaderError> {
        let (Self::Fact { field, .. }, Some(unit)) = (self, unit) else {
            return Ok(self);
        };
        let fitting = match unit_of(field) {
            Some(own) => power(unit, &[own]),
            // In the header of a text or a date, brackets hold a remark such as 是/否. A unit there
            // is a mistake.
            None => power(unit, Unit::ALL).is_none().then_some(0),
        };
        fitting.map(|power| Self::Fact { field, power }).ok_or_else(|| HeaderError::Unit {
            header: header.text.to_owned(),
            unit: unit.to_owned(),
            fact: field,
        })
    }

    /// The value of a cell with this text; `None` if it is blank.
    pub(crate) fn cell(self, text: &str) -> Option<Node<'_>> {
        let trimmed = trimmed(text);
        if trimmed.is_empty() {
            return None;
        }
        let (field, power) = match self {
            Self::Fact { field, power } => (field, power),
            Self::Explanations => return Some(json_of(trimmed)),
        };
        Some(match field.kind {
            Kind::Text => Node::Text(Cow::Borrowed(text)),
            Kind::Year | Kind::Count(..) | Kind::Money | Kind::Share => number(trimmed, power),
            Kind::Flag => flag(trimmed).map_or(as_text(trimmed), Node::Bool),
            Kind::Choice(choices) => choice(choices, trimmed),
            Kind::Date => date(trimmed),
            Kind::Dates => list(trimmed, date),
            Kind::Periods => list(trimmed, |item| period(item).unwrap_or(as_text(item))),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::subjects::{subject, subjects};
    use crate::text::Language;

    fn columns(of: &str, headers: &[&str]) -> Result<Columns, HeaderErrors> {
        Columns::of(subject(of).unwrap(), headers, &[])
    }

    fn mapped(
        headers: &[&str],
        map: &[(&str, &str)],
    ) -> Result<Vec<(usize, &'static str, i32)>, String> {
        let map: Vec<_> = map.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        match Columns::of(subject("enterprise").unwrap(), headers, &map) {
            Ok(columns) => {
                Ok(columns.facts().map(|(at, field, by)| (at, field.key(), by)).collect())
            }
            Err(faults) => {
                let faults = faults.iter().map(|it| it.message(Language::Chinese));
                Err(faults.collect::<Vec<_>>().join("\n"))
            }
        }
    }

    fn one(of: &str, header: &str, cell: &str) -> String {
        let mut json = String::new();
        columns(of, &[header]).unwrap().node([cell].into_iter()).push_json(&mut json);
        json
    }

    #[test]
    fn every_name_of_a_fact_matches_it() {
        for subject in subjects() {
            for field in subject.fields() {
                for word in [field.key(), field.label().zh()].into_iter().chain(field.also()) {
                    let target = named(subject, &normalized(word)).unwrap();
                    assert_eq!(target.key(), field.key(), "{word} of {}", subject.name);
                }
                assert!(named(subject, EXPLANATIONS_WORD).unwrap().key() == EXPLANATIONS);
            }
        }
    }

    #[test]
    fn headers_are_matched_by_key_or_label() {
        assert_eq!(
            mapped(&["name", "\u{feff}在职员工 ", "销售收入（万元）", "资产总额 (亿元)"], &[]),
            Ok(vec![
                (0, "name", 0),
                (1, "staff_in_service", 0),
                (2, "sales_revenue_yuan", 4),
                (3, "total_assets_yuan", 8),
            ])
        );
        let columns = columns("enterprise", &["行业", "国统行业", "", "总资产"]).unwrap();
        assert_eq!(columns.ignored(), ["行业", "", "总资产"]);
        assert_eq!(columns.len(), 4);
    }

    #[test]
    fn units_are_converted_exactly() {
        for (header, cell, expected) in [
            ("工资总额", "12.5", "12.5"),
            ("工资总额（元）", "12.5", "12.5"),
            ("工资总额（千元）", "12.5", "12500"),
            ("工资总额（万元）", "0.000001", "0.01"),
            ("工资总额\n（万元）", "1e2", "1000000"),
            ("工资总额（百万元）", "20753.3466", "20753346600"),
            ("工资总额（亿元）", "0.1", "10000000"),
            ("工资总额(yuan)", "3.00", "3.00"),
        ] {
            let expected = format!("{{\"total_wages_yuan\":{expected}}}");
            assert_eq!(one("enterprise", header, cell), expected, "{header} {cell}");
        }
        assert_eq!(one("enterprise", "职工总数（万人）", "1.2345"), r#"{"staff_total":12345}"#);
        assert_eq!(one("programme", "总课时（课时）", "90"), r#"{"total_hours":90}"#);
        assert_eq!(one("enterprise", "年度（年）", "2024"), r#"{"year":2024}"#);
        assert_eq!(one("province", "产业教授（导师）（人）", "9"), r#"{"industry_professors":9}"#);
        assert_eq!(one("province", "产业教授（导师）", "9"), r#"{"industry_professors":9}"#);
        assert_eq!(one("enterprise", "国有（是/否）", "是"), r#"{"state_owned":true}"#);
    }

    #[test]
    fn a_wrong_unit_is_an_error() {
        for header in [
            "工资总额（人）",
            "职工总数（万元）",
            "工资总额（2015年）",
            "企业名称（万元）",
            "年度（人）",
        ] {
            let faults = columns("enterprise", &[header]).unwrap_err();
            assert!(matches!(&faults.0[..], [HeaderError::Unit { .. }]), "{header}");
            assert!(faults.message(Language::Chinese).contains(header));
        }
    }

    #[test]
    fn two_columns_for_one_fact_are_an_error_that_names_both() {
        let fault = mapped(&["从业人员", "从业人员数（人）"], &[]).unwrap_err();
        assert!(
            fault.contains("`从业人员` 与 `从业人员数（人）` 都对应 `employed_persons`"),
            "{fault}"
        );
        assert!(mapped(&["name", "name"], &[]).is_err());
        assert!(mapped(&["说明", "explanations"], &[]).is_err());
    }

    #[test]
    fn a_map_overrides_the_matching() {
        let headers = ["营业收入（百万元）", "销售收入", "从业人员"];
        let sales = vec![(0, "sales_revenue_yuan", 6), (2, "employed_persons", 0)];
        for name in ["营业收入", "营业收入（百万元）", " 营业收入 (百万元)"] {
            assert_eq!(mapped(&headers, &[(name, "sales_revenue_yuan")]), Ok(sales.clone()));
        }
        assert_eq!(mapped(&headers, &[("营业收入", "销售收入")]), Ok(sales));
        assert_eq!(
            mapped(&headers, &[("营业收入", ""), ("销售收入", "")]),
            Ok(vec![(2, "employed_persons", 0)])
        );
        let remark = ["营业收入（2015年）"];
        assert_eq!(
            mapped(&remark, &[("营业收入（2015年）", "operating_revenue_yuan")]),
            Ok(vec![(0, "operating_revenue_yuan", 0)])
        );
        assert!(mapped(&remark, &[("营业收入", "operating_revenue_yuan")]).is_err());
        assert!(mapped(&headers, &[("营业收入", "employed_persons")]).is_err());
    }

    #[test]
    fn a_wrong_map_suggests_the_nearest_names() {
        let headers = ["营业收入（百万元）", "从业人员"];
        for (map, expected) in [
            (&[("营业收人", "year")][..], "没有列 `营业收人`。是否指 `营业收入`？"),
            (&[("从业人员", "staff_totl")], "没有事实 `staff_totl`。是否指 `staff_total`？"),
            (&[("从业人员", "year"), ("从业人员", "name")], "`从业人员` 指定了两次"),
            (&[("从业人员", "year"), ("营业收入", "year")], "`year` 指定了两次"),
        ] {
            let fault = mapped(&headers, map).unwrap_err();
            assert!(fault.contains(expected), "{fault}");
        }
    }

    #[test]
    fn cells_become_json_values() {
        for (of, header, cell, expected) in [
            ("enterprise", "name", " 甲 ", r#"{"name":" 甲 "}"#),
            ("enterprise", "name", " \u{3000}", "{}"),
            ("enterprise", "staff_total", " 12 ", r#"{"staff_total":12}"#),
            ("enterprise", "staff_total", "1e2", r#"{"staff_total":1e2}"#),
            ("enterprise", "staff_total", "1,000", r#"{"staff_total":"1,000"}"#),
            ("enterprise", "staff_total", "１２", r#"{"staff_total":"１２"}"#),
            ("enterprise", "staff_total", "NaN", r#"{"staff_total":"NaN"}"#),
            ("enterprise", "staff_total", "", "{}"),
            ("enterprise", "工资总额（万元）", "1e999", r#"{"total_wages_yuan":"1e999"}"#),
            ("enterprise", "state_owned", "TRUE", r#"{"state_owned":true}"#),
            ("enterprise", "state_owned", "无", r#"{"state_owned":false}"#),
            ("enterprise", "state_owned", "可能", r#"{"state_owned":"可能"}"#),
            ("enterprise", "size_class", "中型", r#"{"size_class":"medium"}"#),
            ("enterprise", "size_class", "大", r#"{"size_class":"large"}"#),
            ("enterprise", "size_class", "巨型", r#"{"size_class":"巨型"}"#),
            (
                "enterprise",
                "说明",
                r#"{"enterprise.teacher_posts": "新建"}"#,
                r#"{"explanations":{"enterprise.teacher_posts":"新建"}}"#,
            ),
            ("enterprise", "说明", "新建", r#"{"explanations":"新建"}"#),
            ("teacher", "as_of", "2024-05-01", r#"{"as_of":"2024-05-01"}"#),
            ("teacher", "as_of", "2024/5/1", r#"{"as_of":"2024-05-01"}"#),
            ("teacher", "as_of", "2024年05月1日", r#"{"as_of":"2024-05-01"}"#),
            ("teacher", "as_of", "2023/2/29", r#"{"as_of":"2023/2/29"}"#),
            ("teacher", "as_of", "24/5/1", r#"{"as_of":"24/5/1"}"#),
            ("teacher", "as_of", "2024-5-1", r#"{"as_of":"2024-5-1"}"#),
            ("teacher", "as_of", "5/1/2024", r#"{"as_of":"5/1/2024"}"#),
            ("teacher", "as_of", "2024年5月001日", r#"{"as_of":"2024年5月001日"}"#),
            (
                "industry_forecast",
                "published",
                "2019-05-01; 2022/4/30；",
                r#"{"published":["2019-05-01","2022-04-30"]}"#,
            ),
            ("industry_forecast", "published", "无", r#"{"published":[]}"#),
            (
                "industry_forecast",
                "published",
                r#"["2019-05-01"]"#,
                r#"{"published":["2019-05-01"]}"#,
            ),
            (
                "industry_forecast",
                "published",
                "2019-05-01, x",
                r#"{"published":["2019-05-01, x"]}"#,
            ),
        ] {
            assert_eq!(one(of, header, cell), expected, "{header} {cell}");
        }
    }

    #[test]
    fn periods_are_parsed_as_people_type_them() {
        let expected = concat!(
            r#"{"practice":["#,
            r#"{"start":"2020-07-01","end":"2020-08-31","in_enterprise":true},"#,
            r#"{"start":"2021-03-01","end":null,"in_enterprise":false}]}"#
        );
        for cell in [
            "2020-07-01..2020-08-31 企业; 2021-03-01.. 非企业",
            "2020/7/1~2020/8/31企业；2021/3/1至今 非企业",
            "2020年7月1日——2020年8月31日 enterprise\n2021年3月1日— other",
        ] {
            assert_eq!(one("teacher", "实践经历", cell), expected, "{cell}");
        }
        for (cell, expected) in [
            (
                "2020-07-01..2020-08-31",
                r#"{"start":"2020-07-01","end":"2020-08-31","in_enterprise":null}"#,
            ),
            (
                "2020-07..2020-08-31 学校",
                r#"{"start":"2020-07","end":"2020-08-31 学校","in_enterprise":null}"#,
            ),
            ("2020-07-01", r#""2020-07-01""#),
        ] {
            let expected = format!("{{\"practice\":[{expected}]}}");
            assert_eq!(one("teacher", "practice", cell), expected, "{cell}");
        }
    }
}
