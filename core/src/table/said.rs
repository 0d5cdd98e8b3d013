//! Units that a title, the name of a sheet, or a cell above the headers says: `单位：万元`.

use super::beside::is_harmless;
use super::fold::fold;
use super::unit::{LABELS, Word, looks_like};
use crate::field::Field;
use crate::input::value::blank;

/// What a text says about the units of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    text: String,
    words: Vec<Word>,
    /// Whether one of the units is not known.
    strange: bool,
}

/// Characters between units: 单位：人、万元.
const BETWEEN: [char; 6] = [',', ';', '、', '，', '|', '和'];

/// What the text of a unit that stands alone begins with.
pub(super) const LABEL: &str = "单位:";

impl Said {
    /// Finds the units that a text says: after 单位, 金额单位 or 计量单位, in brackets at its end, or
    /// alone. `None` if it says none; 填报单位：某公司 does not.
    ///
    /// ```
    /// use chanjiao::table::Said;
    /// assert_eq!(Said::find("填报单位：甲公司    单位：万元").map(|it| it.text().to_owned()), Some("单位:万元".to_owned()));
    /// assert!(Said::find("企业表（万元）").is_some());
    /// assert!(Said::find("填报单位：甲公司").is_none());
    /// ```
    #[must_use]
    pub fn find(text: &str) -> Option<Self> {
        if LONGEST < text.len() {
            return None;
        }
        let folded =
            fold(text).replace(['[', '【', '〔', '{'], "(").replace([']', '】', '〕', '}'], ")");
        let mut at = 0;
        // 计量单位 ends with 单位, so the shortest label finds all.
        while let Some(found) = folded.get(at..).and_then(|rest| rest.find("单位")) {
            let start = at + found;
            at = start + "单位".len();
            let after = folded.get(at..).unwrap_or_default();
            let bracketed = after.starts_with(')');
            let unit = after.trim_start_matches(|it: char| blank(it) || ":)为是".contains(it));
            // After a closing bracket, [单位] 元, a colon or a verb; otherwise 单位 is part of a word.
            let is_said = after.trim_start_matches(blank).starts_with([':', '为', '是']);
            // 单位万元: as a word of its own, before nothing but units.
            let before = folded.get(..start).and_then(|it| it.chars().next_back());
            let is_word = before.is_none_or(|it| blank(it) || it == '(')
                && Self::listed(after.trim_matches(|it: char| blank(it) || it == ')'), "")
                    .is_some_and(|it| it.words.iter().any(Word::is_money));
            if !bracketed && !is_said && !is_word {
                continue;
            }
            let end = unit.find(['\n', '(', ')']).unwrap_or(unit.len());
            let unit = unit.get(..end).unwrap_or(unit).trim_matches(blank);
            // Two blanks end the unit: further words of the line follow.
            let unit = unit.split("  ").next().unwrap_or(unit).trim_matches(blank);
            let found = Self::listed(unit, &[LABEL, unit].concat());
            let alone = || Self::listed(unit.split(blank).next()?, &[LABEL, unit].concat());
            if let Some(said) = found.or_else(alone) {
                return Some(said);
            }
        }
        // 本表金额以万元计.
        for (at, word) in folded.match_indices('以') {
            let rest = folded.get(at + word.len()..).unwrap_or_default();
            let end = AFTER_UNIT.iter().filter_map(|end| rest.find(end)).min();
            let unit = end.and_then(|end| rest.get(..end)).unwrap_or_default().trim_matches(blank);
            if let Some(said) = Self::listed(unit, unit).filter(|_| unit.chars().count() <= MOST) {
                return Some(said);
            }
        }
        let trimmed = folded.trim_matches(|it: char| blank(it) || "。.；;".contains(it));
        let group = trimmed.strip_suffix(')').and_then(|it| it.rsplit_once('('));
        let inner = group.map_or(trimmed, |(_, inner)| inner);
        // Alone, or in brackets, only what cannot be anything else is a unit.
        let said = Self::listed(inner, inner)?;
        let certain =
            said.words.iter().any(|it| it.is_money() || !it.is_bare() && it.is_multiple());
        (certain || said.strange && group.is_some()).then_some(said)
    }

    /// Units with marks between them; `None` if one of the texts is certainly none.
    fn listed(units: &str, text: &str) -> Option<Self> {
        let mut said = Self { text: text.to_owned(), words: Vec::new(), strange: false };
        for unit in units.split(BETWEEN).map(|it| it.trim_matches(blank)) {
            match Word::parse(unit) {
                Some(word) => said.words.push(word),
                None if is_harmless(unit) => {}
                None if looks_like(unit) && unit.chars().count() <= MOST => said.strange = true,
                None => return None,
            }
        }
        let label_only = LABELS.contains(&units);
        (!label_only && (said.strange || !said.words.is_empty())).then_some(said)
    }

    /// Returns the text that says the unit, for example `单位:万元`.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The power of ten for the numbers of a fact: `None` if nothing is said about them, an error if
    /// it is not certain what is.
    pub(super) fn power_for(&self, field: &Field) -> Option<Result<i32, ()>> {
        let mut powers: Vec<i32> = self.words.iter().filter_map(|it| it.power_for(field)).collect();
        powers.dedup();
        let money = matches!(field.kind, crate::field::Kind::Money);
        match powers.as_slice() {
            [] if money && self.strange => Some(Err(())),
            [] => None,
            [power] if !(money && self.strange) => Some(Ok(*power)),
            _ => Some(Err(())),
        }
    }
}

#[cfg(any(feature = "arrow", feature = "intake"))]
/// The text of a cell in a row of units: （人）, 万元, 单位：万元; `None` if the cell holds anything else.
pub(crate) fn unit_cell(text: &str) -> Option<&str> {
    let text = text.trim_matches(blank);
    if LONGEST < text.len() {
        return None;
    }
    let folded = fold(text);
    let inner = folded.trim_matches(|it: char| blank(it) || "()[]【】〔〕".contains(it));
    let is_unit = Word::parse(inner).is_some() || looks_like(inner);
    // A number with a unit behind it is a value.
    (is_unit && !inner.starts_with(|it: char| it.is_ascii_digit())).then_some(text)
}

#[cfg(any(feature = "arrow", feature = "intake"))]
/// Whether a text says a unit of money other than yuan.
pub(crate) fn says_other_money(text: &str) -> bool {
    Said::find(text).is_some_and(|said| {
        said.strange
            || said.words.iter().any(|it| it.is_multiple() && (it.is_money() || it.is_bare()))
    })
}

/// Longer texts are not searched.
const LONGEST: usize = 2_000;

/// What follows a unit after 以: 以万元为单位, 以万元计.
const AFTER_UNIT: [&str; 4] = ["为单位", "为计量单位", "计", "表示"];

/// The most characters of a unit that is not known.
const MOST: usize = 8;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::subjects::subject;

    #[test]
    fn units_are_found_in_titles_and_names_of_sheets() {
        let fields = subject("enterprise").unwrap().fields();
        let field = |key: &str| fields.iter().find(|it| it.key() == key).unwrap();
        let (sales, staff) = (field("sales_revenue_yuan"), field("staff_total"));
        for (text, of_sales, of_staff) in [
            ("单位：万元", Some(Ok(4)), None),
            ("单位:人、万元", Some(Ok(4)), Some(Ok(0))),
            ("单位：万人，亿元", Some(Ok(8)), Some(Ok(4))),
            ("金额单位：人民币万元", Some(Ok(4)), None),
            ("计量单位 ： 千元", Some(Ok(3)), None),
            ("（单位：万元）", Some(Ok(4)), None),
            ("2023年企业情况表（单位：元）", Some(Ok(0)), None),
            ("填报单位：某某局    单位：万元", Some(Ok(4)), None),
            ("单位：万元 填表人：张三", Some(Ok(4)), None),
            ("[单位]  万元", Some(Ok(4)), None),
            ("企业表（万元）", Some(Ok(4)), None),
            ("企业表【亿元】", Some(Ok(8)), None),
            ("企业表（2023年，万元）", Some(Ok(4)), None),
            ("万元", Some(Ok(4)), None),
            ("指标：城镇单位就业人员(万人)", None, Some(Ok(4))),
            ("注：金额单位为万元", Some(Ok(4)), None),
            ("金额以万元为单位", Some(Ok(4)), None),
            ("表一 单位千元", Some(Ok(3)), None),
            ("单位人、万元", Some(Ok(4)), Some(Ok(0))),
            ("表一（单位万元）", Some(Ok(4)), None),
            ("本表金额以千元计", Some(Ok(3)), None),
            ("单位：万美元", Some(Err(())), None),
            ("企业表（万美元）", Some(Err(())), None),
            ("单位：元、万元", Some(Err(())), None),
        ] {
            let said = Said::find(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(said.power_for(sales), of_sales, "{text}");
            assert_eq!(said.power_for(staff), of_staff, "{text}");
        }
        for text in [
            "",
            "填报单位：某某局",
            "单位：",
            "单位名称",
            "用人单位万元",
            "单位万元表",
            "2023年企业情况表",
            "企业表（2023年）",
            "企业表（示例）",
            "联系人（女）",
            "单位：湖南省教育厅",
            "年",
            "人",
            "主管单位",
            "实习单位实习生数（人）",
            "共 3 亿元左右",
            "单位为省教育厅",
            "以上企业合计",
        ] {
            assert_eq!(Said::find(text), None, "{text}");
        }
        assert_eq!(Said::find(&"单位：".repeat(100_000)), None);
    }
}
