//! Units that are said outside a header: in a row above it, in the name of the sheet or below it.

use super::error::HeaderError;
use super::label::{is_space, narrow};
use super::unit::{POWERS, measures, power, unit_of};
use crate::field::{Field, Unit};

/// Units that stand outside the headers of a table.
#[derive(Debug, Clone, Default)]
pub(crate) struct Outside {
    /// Those that are said for the whole table.
    pub(crate) table: Vec<Said>,
    /// Those in a row of units below the header, by column.
    pub(crate) columns: Vec<Option<String>>,
}

impl Outside {
    /// The unit of a column that stands outside its header, whose own unit is `inside`.
    pub(super) fn unit(
        &self,
        column: usize,
        header: &str,
        field: &'static Field,
        inside: Option<&str>,
    ) -> Result<Option<String>, HeaderError> {
        let Some(own) = unit_of(field) else { return Ok(None) };
        let two = |first: &str, second: &str| HeaderError::TwoUnits {
            header: header.to_owned(),
            first: first.to_owned(),
            second: second.to_owned(),
        };
        let below = self.columns.get(column).and_then(Option::as_deref);
        let above = self.table.iter().map(|it| it.unit.as_str());
        match (inside, below) {
            (Some(inside), Some(below)) if power(inside, &[own]) != power(below, &[own]) => {
                Err(two(inside, below))
            }
            (Some(_), _) => Ok(None),
            (None, Some(below)) => Ok(Some(below.to_owned())),
            (None, None) => {
                let mut found: Option<&str> = None;
                // The unit of time is never said for a whole table: （2023年） is no unit of it.
                let mut above =
                    above.filter(|_| !matches!(own, Unit::Year | Unit::Month | Unit::Day));
                // A unit that is none of the fact's, but money, is refused by whoever applies it.
                let fits =
                    |it: &&str| power(it, &[own]).is_some() || own == Unit::Yuan && is_money(it);
                while let Some(unit) = above.find(fits) {
                    match found {
                        Some(first) if power(first, &[own]) != power(unit, &[own]) => {
                            return Err(two(first, unit));
                        }
                        Some(_) | None => found = Some(unit),
                    }
                }
                Ok(found.map(str::to_owned))
            }
        }
    }

    /// The text that says this unit.
    pub(crate) fn text(&self, unit: &str) -> Option<&str> {
        self.table.iter().find(|it| it.unit == unit).map(|it| it.text.as_str())
    }
}

/// A unit that is said for a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Said {
    /// The unit, such as 万元.
    pub(crate) unit: String,
    /// The text that says it, such as 单位：万元.
    pub(crate) text: String,
}

/// Organisations, not measures: 填报单位.
const ORGANISATIONS: &[&str] = &[
    "填报", "填表", "报送", "编制", "主管", "所属", "上报", "申报", "制表", "报告", "本", "承担",
    "建设", "用人", "工作", "牵头", "责任", "事业", "法人", "推荐", "施工", "实施", "合作", "各",
    "该", "发布", "下属",
];

/// The units that a text says: 单位：万元, 金额单位：人民币万元, 单位:人、万元, （万元）, 以万元计.
pub(crate) fn said(text: &str) -> Vec<Said> {
    let mut found: Vec<Said> = Vec::new();
    if 4096 < text.len() {
        return found;
    }
    let folded: String = text.trim_matches(is_space).chars().map(narrow).map(spaced).collect();
    let mut add = |words: Vec<String>| {
        for unit in words {
            let said = Said { unit, text: text.trim_matches(is_space).to_owned() };
            if !found.contains(&said) {
                found.push(said);
            }
        }
    };
    for (at, word) in folded.match_indices("单位").chain(folded.match_indices("unit:")) {
        let before = folded.get(..at).unwrap_or_default().trim_end();
        let rest = folded.get(at + word.len()..).unwrap_or_default();
        let rest = rest.trim_start().trim_start_matches([':', '为', '是']);
        if !ORGANISATIONS.iter().any(|it| before.ends_with(it)) {
            add(list(rest));
        }
    }
    for part in folded.split('(').skip(1) {
        if let Some((inner, _)) = part.split_once(')') {
            let words = list(inner);
            // Only where the brackets hold nothing else.
            if !words.is_empty() && words_length(&words) + 8 >= inner.len() {
                add(words);
            }
        }
    }
    for (at, word) in folded.match_indices('以') {
        let rest = folded.get(at + word.len()..).unwrap_or_default();
        if let Some((unit, rest)) = unit(rest)
            && ["为单位", "计", "表示", "为计量单位"]
                .iter()
                .any(|end| rest.trim_start().starts_with(end))
        {
            add(vec![unit]);
        }
    }
    found
}

/// The unit in a cell of a row of units: （人）, 万元, 单位：万元; `None` if it holds anything else.
pub(crate) fn unit_cell(text: &str) -> Option<String> {
    let folded: String = text.trim_matches(is_space).chars().map(narrow).map(spaced).collect();
    let inner =
        folded.strip_prefix('(').and_then(|it| it.strip_suffix(')')).unwrap_or(&folded).trim();
    let inner = ["计量单位", "金额单位", "单位"]
        .iter()
        .find_map(|word| inner.strip_prefix(word))
        .map_or(inner, |it| it.trim_start_matches([':', ' ']));
    let (word, rest) = unit(inner)?;
    rest.trim().is_empty().then_some(word)
}

const fn spaced(character: char) -> char {
    if matches!(character, '\n' | '\r' | '\t' | '\u{a0}') { ' ' } else { character }
}

fn words_length(words: &[String]) -> usize {
    words.iter().map(String::len).sum()
}

/// The units at the beginning of a text, with separators between them.
fn list(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some((word, after)) = unit(rest) {
        words.push(word);
        let after = after.trim_start();
        match after.strip_prefix(['、', ',', '/', ';', '和', '及']) {
            Some(more) => rest = more,
            None => break,
        }
    }
    words
}

/// The unit at the beginning of a text, and what follows. Currencies that are no unit of a fact are
/// units too: whoever asks has to refuse them.
fn unit(text: &str) -> Option<(String, &str)> {
    let mut text = text.trim_start();
    for word in ["人民币", "rmb", "RMB", "￥", "¥", "单位:", "单位"] {
        text = text.strip_prefix(word).map_or(text, |it| it.trim_start_matches([':', ' ']));
    }
    let known = POWERS.iter().flat_map(|(prefix, _)| {
        let measures = Unit::ALL.iter().flat_map(|unit| measures(*unit).iter().copied());
        measures.chain(FOREIGN.iter().copied()).map(move |word| [prefix, word].concat())
    });
    let fits = known.filter_map(|word| Some((strip(text, &word)?, word)));
    let longest = fits.filter(|(rest, _)| ends(rest)).max_by_key(|(_, word)| word.len());
    if let Some((rest, word)) = longest {
        return Some((word, rest));
    }
    // 万 and 亿 alone are amounts, too: the facts' own unit decides whether they are taken.
    let bare = POWERS.iter().filter(|(word, _)| !word.is_empty());
    let bare = bare.filter_map(|(word, _)| Some((strip(text, word)?, (*word).to_owned())));
    let (rest, word) = bare.filter(|(rest, _)| ends(rest)).max_by_key(|(_, word)| word.len())?;
    Some((word, rest))
}

/// Currencies other than the yuan.
const FOREIGN: &[&str] =
    &["美元", "港元", "港币", "欧元", "日元", "英镑", "韩元", "USD", "usd", "HKD", "EUR"];

/// Whether a unit is one of money, whether a fact may have it or not.
pub(crate) fn is_money(unit: &str) -> bool {
    let foreign = FOREIGN.iter().any(|it| unit.ends_with(it));
    foreign || power(unit, &[Unit::Yuan]).is_some() || POWERS.iter().any(|(it, _)| unit == *it)
}

/// What follows a word in a text whose characters may be spaced out: 万 元.
fn strip<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut rest = text;
    for character in word.chars() {
        rest = rest.trim_start_matches(' ').strip_prefix(character)?;
    }
    Some(rest)
}

/// Whether a unit may end before this text.
fn ends(rest: &str) -> bool {
    rest.is_empty()
        || rest.starts_with([
            ' ', '、', ',', '/', ';', ')', '(', '.', '。', '，', ':', '和', '及', '|',
        ])
        || ["为单位", "计", "表示", "为计量单位"].iter().any(|end| rest.starts_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_read_from_titles() {
        for (text, units) in [
            ("单位：万元", &["万元"][..]),
            ("单位:万元", &["万元"]),
            ("金额单位：人民币万元", &["万元"]),
            ("计量单位：人、万元", &["人", "万元"]),
            ("单位：人，万元", &["人", "万元"]),
            ("单 位：万 元", &[]),
            ("单位：万 元", &["万元"]),
            ("填报单位：示例局　　　单位：万元", &["万元"]),
            ("填报单位：示例局", &[]),
            ("单位：示例公司", &[]),
            ("单位：人民医院", &[]),
            ("企业情况表（万元）", &["万元"]),
            ("企业情况表（单位：万元）", &["万元"]),
            ("企业情况表【万元】", &["万元"]),
            ("指标：城镇单位就业人员(万人)", &["万人"]),
            ("企业情况表（2023年）", &[]),
            ("企业情况表（2家）", &[]),
            ("（示例）", &[]),
            ("单位：万美元", &["万美元"]),
            ("单位：亿", &["亿"]),
            ("金额以万元为单位", &["万元"]),
            ("本表金额以千元计", &["千元"]),
            ("单位为万元", &["万元"]),
            ("企业表", &[]),
            ("", &[]),
        ] {
            let found: Vec<String> = said(text).into_iter().map(|it| it.unit).collect();
            assert_eq!(found, units, "{text}");
        }
    }

    #[test]
    fn cells_of_units_hold_nothing_else() {
        for (text, unit) in [
            ("（人）", Some("人")),
            ("万元", Some("万元")),
            ("单位：万元", Some("万元")),
            ("（单位：千元）", Some("千元")),
            (" 亿元 ", Some("亿元")),
            ("人民币万元", Some("万元")),
            ("万美元", Some("万美元")),
            ("%", Some("%")),
            ("示例甲公司", None),
            ("12万元", None),
            ("120", None),
            ("", None),
        ] {
            assert_eq!(unit_cell(text).as_deref(), unit, "{text}");
        }
    }
}
