//! Units: the words for them in headers and cells, for example 万元.

use std::borrow::Cow;

use super::fold::{compact, fold};
use crate::field::{Field, Kind, Unit};

/// The unit of a field's numbers.
pub(super) fn unit_of(field: &Field) -> Option<Unit> {
    if matches!(field.kind, Kind::Year) { Some(Unit::Year) } else { field.unit }
}

/// Multiples that may precede a measure word, as powers of ten.
const POWERS: [(&str, i32); 13] = [
    ("", 0),
    ("十", 1),
    ("百", 2),
    ("千", 3),
    ("万", 4),
    ("十万", 5),
    ("百万", 6),
    ("千万", 7),
    ("亿", 8),
    ("十亿", 9),
    ("百亿", 10),
    ("千亿", 11),
    ("万亿", 12),
];

/// The measure words of a unit.
const fn measures(unit: Unit) -> &'static [&'static str] {
    match unit {
        Unit::Person => &["人", "名"],
        Unit::Post => &["个", "岗", "岗位", "个岗位"],
        Unit::Yuan => &["元"],
        Unit::ClassHour => &["课时", "学时", "节"],
        Unit::Day => &["天", "日"],
        Unit::Month => &["月", "个月"],
        Unit::Year => &["年", "年度"],
        Unit::Enterprise | Unit::Participant => &["家", "户", "个"],
        Unit::Percent => &["%", "百分比"],
    }
}

/// Words for the currency, which are no unit by themselves: an amount of 人民币 may be in 万元.
const CURRENCY: [&str; 4] = ["人民币", "rmb", "cny", "¥"];

/// Words before a unit.
pub(super) const LABELS: [&str; 4] = ["计量单位", "金额单位", "货币单位", "单位"];

/// What an amount is for: a month, a head, a head and a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Per {
    Month,
    Head,
    HeadYear,
}

/// The facts whose amount is for one month or one head. Of these, the unit may say so.
const PER: [(Per, &[&str]); 3] = [
    (
        Per::Month,
        &["intern_pay_yuan", "probation_wage_yuan", "post_wage_yuan", "lowest_grade_wage_yuan"],
    ),
    (Per::Head, &["standard_yuan", "fee_yuan"]),
    (Per::HeadYear, &["standard_yuan"]),
];

/// A unit as a text names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// The measure word; `None` if the text is a mere multiple such as 万.
    measure: Option<String>,
    /// The multiple, as a power of ten.
    power: i32,
    per: Option<Per>,
    /// Whether the text names the currency too.
    currency: bool,
}

impl Word {
    /// Parses a unit, such as 万元, 人民币万元, 单位:千元/月; `None` if the text is none.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let text = compact(&fold(text))
            .replace('萬', "万")
            .replace('億', "亿")
            .replace(['圆', '圓'], "元");
        let mut rest = text.as_str();
        if let Some(after) = LABELS.iter().find_map(|label| rest.strip_prefix(label)) {
            rest = after.trim_start_matches(':');
        }
        let mut currency = false;
        for word in CURRENCY {
            let stripped = rest.strip_prefix(word).or_else(|| rest.strip_suffix(word));
            if let Some(stripped) = stripped {
                rest = stripped.trim_matches([':', '(', ')']);
                currency = true;
                break;
            }
        }
        let (rest, per) = match rest.split_once(['/', '每']) {
            Some((rest, per)) => (rest, Some(Per::parse(per)?)),
            None => (rest, None),
        };
        // The shortest multiple: of 百万, 百 leaves 万, which is no measure word.
        let fits = |&(prefix, power): &(&str, i32)| {
            let measure = rest.strip_prefix(prefix)?;
            let known = Unit::ALL
                .iter()
                .any(|&unit| measures(unit).contains(&measure) || unit.as_str() == measure);
            known.then(|| (Some(measure.to_owned()), power))
        };
        let bare = || {
            let found = POWERS.iter().find(|(prefix, power)| *prefix == rest && *power > 0)?;
            Some((None, found.1))
        };
        let (measure, power) = POWERS.iter().find_map(fits).or_else(bare)?;
        Some(Self { measure, power, per, currency })
    }

    /// The power of ten by which numbers of this unit are multiplied for a field; `None` if this is no
    /// unit of the field.
    pub(super) fn power_for(&self, field: &Field) -> Option<i32> {
        self.power_of(unit_of(field)?).filter(|_| self.per.is_none_or(|per| per.is_of(field)))
    }

    /// The multiple of this unit that it is, as a power of ten; `None` if it is none.
    pub(super) fn power_of(&self, own: Unit) -> Option<i32> {
        let is_own = match &self.measure {
            Some(measure) => measures(own).contains(&measure.as_str()) || own.as_str() == measure,
            None => true,
        };
        let countable = match own {
            Unit::Person
            | Unit::Post
            | Unit::Yuan
            | Unit::ClassHour
            | Unit::Enterprise
            | Unit::Participant => true,
            Unit::Day | Unit::Month | Unit::Year | Unit::Percent => self.power == 0,
        };
        let is_money = !self.currency || own == Unit::Yuan;
        (is_own && countable && is_money).then_some(self.power)
    }

    /// What the amount is for, if the unit says so.
    #[cfg(feature = "intake")]
    pub(super) const fn per(&self) -> Option<Per> {
        self.per
    }

    /// Whether this is a unit of money, by its measure word.
    pub(super) fn is_money(&self) -> bool {
        self.measure.as_deref().is_some_and(|it| it == Unit::Yuan.as_str() || it == "元")
    }

    /// Whether this is a mere multiple, such as 万.
    pub(super) const fn is_bare(&self) -> bool {
        self.measure.is_none()
    }

    /// Whether this is a multiple of something: 万元, 千人.
    pub(super) const fn is_multiple(&self) -> bool {
        self.power > 0
    }

    /// Whether the measure word is one of days, months and years, as in the header of a date.
    pub(super) fn is_of_time(&self) -> bool {
        let units = [Unit::Day, Unit::Month, Unit::Year];
        let is = |measure: &str| units.iter().any(|it| measures(*it).contains(&measure));
        self.power == 0 && self.measure.as_deref().is_some_and(is)
    }
}

impl Per {
    /// Whether the amount of a field is for this.
    pub(super) fn is_of(self, field: &Field) -> bool {
        PER.iter().any(|(it, keys)| *it == self && keys.contains(&field.key()))
    }

    fn parse(text: &str) -> Option<Self> {
        let dots = ['·', '・', '•', '∙', '⋅', '.', '*', '×', '/', '(', ')', '每'];
        match text.replace(dots, "").as_str() {
            "月" | "人月" | "月人" => Some(Self::Month),
            "人" | "生" => Some(Self::Head),
            "生年" | "人年" | "年生" | "年人" => Some(Self::HeadYear),
            _ => None,
        }
    }
}

/// Measure words that are the unit of no fact.
const OTHER_MEASURES: [&str; 17] = [
    "人次",
    "次",
    "台",
    "套",
    "所",
    "亩",
    "平方米",
    "公顷",
    "吨",
    "公斤",
    "小时",
    "分钟",
    "份",
    "件",
    "项",
    "倍",
    "成",
];

/// Words that occur in units only: whatever holds one is no remark.
const TELLTALES: [&str; 27] = [
    "元", "万", "亿", "萬", "億", "圆", "圓", "币", "幣", "美金", "英镑", "法郎", "卢布", "百分",
    "%", "‰", "$", "€", "£", "¥", "rmb", "cny", "usd", "hkd", "eur", "jpy", "gbp",
];

/// English words for units and multiples.
const ENGLISH: [&str; 12] = [
    "k",
    "m",
    "mn",
    "mln",
    "bn",
    "thousand",
    "thousands",
    "million",
    "millions",
    "billion",
    "persons",
    "000",
];

/// Whether a text may be a unit, known or not.
pub(super) fn looks_like(text: &str) -> bool {
    let text = compact(&fold(text));
    if Word::parse(&text).is_some() || TELLTALES.iter().any(|it| text.contains(it)) {
        return !is_currency(&text);
    }
    if ENGLISH.contains(&text.trim_matches(['\'', ',', '.'])) {
        return true;
    }
    let counts = |stem: &str| {
        let is_count =
            |it: char| it.is_ascii_digit() || "一二三四五六七八九十百千半每/.".contains(it);
        stem.chars().all(is_count)
    };
    let known = Unit::ALL.iter().flat_map(|unit| measures(*unit).iter());
    let mut all = known.chain(&OTHER_MEASURES);
    all.any(|measure| text.strip_suffix(measure).is_some_and(counts))
}

/// Whether a text names the currency and no unit.
pub(super) fn is_currency(text: &str) -> bool {
    CURRENCY.contains(&compact(&fold(text)).trim_start_matches("币种").trim_matches(':'))
}

/// The units that the header of a fact may name, as a list in words.
pub(super) fn accepted(fact: &Field) -> Cow<'static, str> {
    match unit_of(fact) {
        Some(Unit::Yuan) => "元、千元、万元、百万元、亿元".into(),
        Some(unit) => measures(unit).join("、").into(),
        None => "—".into(),
    }
}

/// The unit at the end of a text, and where it begins: 万元 in 销售收入万元. Only money, and only
/// with its own word, ends a name without a separator.
pub(super) fn money_at_end(text: &str) -> Option<usize> {
    let stem = text.strip_suffix('元')?.trim_end_matches("人民币");
    let foreign = ["美", "欧", "港", "日", "加", "澳", "韩", "新台"];
    let stem = foreign.iter().find_map(|it| stem.strip_suffix(it)).unwrap_or(stem);
    let start = stem.trim_end_matches(['十', '百', '千', '万', '亿']);
    Some(start.len()).filter(|at| *at > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::subjects::subjects;
    use crate::text::Language;

    fn power(unit: &str, key: &str) -> Option<i32> {
        let mut fields = subjects().iter().flat_map(|subject| subject.fields());
        Word::parse(unit)?.power_for(fields.find(|it| it.key() == key).unwrap())
    }

    #[test]
    fn units_have_powers() {
        for (unit, key, expected) in [
            ("元", "sales_revenue_yuan", Some(0)),
            ("万元", "sales_revenue_yuan", Some(4)),
            ("万 元", "sales_revenue_yuan", Some(4)),
            ("萬圓", "sales_revenue_yuan", Some(4)),
            ("百万元", "sales_revenue_yuan", Some(6)),
            ("十亿元", "sales_revenue_yuan", Some(9)),
            ("单位：万元", "sales_revenue_yuan", Some(4)),
            ("计量单位:千元", "sales_revenue_yuan", Some(3)),
            ("人民币万元", "sales_revenue_yuan", Some(4)),
            ("万元人民币", "sales_revenue_yuan", Some(4)),
            ("RMB万元", "sales_revenue_yuan", Some(4)),
            ("￥万元", "sales_revenue_yuan", Some(4)),
            ("万", "sales_revenue_yuan", Some(4)),
            ("亿", "sales_revenue_yuan", Some(8)),
            ("yuan", "sales_revenue_yuan", Some(0)),
            ("美元", "sales_revenue_yuan", None),
            ("万美元", "sales_revenue_yuan", None),
            ("万人", "sales_revenue_yuan", None),
            ("元/月", "sales_revenue_yuan", None),
            ("人民币", "sales_revenue_yuan", None),
            ("", "sales_revenue_yuan", None),
            ("元/月", "intern_pay_yuan", Some(0)),
            ("千元/月", "intern_pay_yuan", Some(3)),
            ("元/人·月", "intern_pay_yuan", Some(0)),
            ("元/人/月", "intern_pay_yuan", Some(0)),
            ("元每月", "intern_pay_yuan", Some(0)),
            ("元/年", "intern_pay_yuan", None),
            ("元/天", "intern_pay_yuan", None),
            ("元/生", "standard_yuan", Some(0)),
            ("元/生·年", "standard_yuan", Some(0)),
            ("元/月", "standard_yuan", None),
            ("万人", "staff_total", Some(4)),
            ("人民币人", "staff_total", None),
            ("人次", "staff_total", None),
            ("学时", "total_hours", Some(0)),
            ("万年", "year", None),
        ] {
            assert_eq!(power(unit, key), expected, "{unit} {key}");
        }
    }

    #[test]
    fn what_may_be_a_unit_is_no_remark() {
        for text in [
            "万美元",
            "USD",
            "k",
            "人次",
            "百人",
            "每人",
            "%",
            "‰",
            "千元/月",
            "15亿",
            "港币",
            "元、角",
            "'000",
            "million",
            "3年",
            "户",
        ] {
            assert!(looks_like(text), "{text}");
        }
        for text in
            ["不含税", "含退休人员", "合并报表", "是否", "人民币", "2号", "预计", "全称", ""]
        {
            assert!(!looks_like(text), "{text}");
        }
    }

    #[test]
    fn the_facts_for_a_month_are_those_whose_label_says_so() {
        let mut monthly: Vec<&str> = Vec::new();
        for field in subjects().iter().flat_map(|subject| subject.fields()) {
            if field.label().get(Language::English).ends_with(" a month") {
                monthly.push(field.key());
            }
        }
        assert_eq!(monthly, PER[0].1);
        let keys: Vec<&str> =
            subjects().iter().flat_map(|subject| subject.fields()).map(Field::key).collect();
        assert!(PER.iter().flat_map(|(_, facts)| *facts).all(|key| keys.contains(key)));
    }

    #[test]
    fn money_ends_a_name_without_a_separator() {
        for (text, unit) in [
            ("销售收入万元", Some("万元")),
            ("销售收入元", Some("元")),
            ("销售收入万美元", Some("万美元")),
            ("万元", None),
            ("销售收入", None),
        ] {
            assert_eq!(money_at_end(text).and_then(|at| text.get(at..)), unit, "{text}");
        }
    }
}
