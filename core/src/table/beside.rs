//! What stands beside the name in a header: a unit, or remarks.

use super::header::after_label;
use super::unit::{Word, is_currency, looks_like};
use crate::input::value::blank;

/// The parts of a header beside its name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Beside<'a> {
    /// Units that are known, as they are written.
    pub(super) units: Vec<(&'a str, Word)>,
    /// What may be a unit, and is not known.
    pub(super) strange: Vec<&'a str>,
    /// Remarks that do not change what the numbers are: 2023年, 不含税, 必填.
    pub(super) remarks: Vec<&'a str>,
    /// Other remarks: 其中：女, 预计.
    pub(super) others: Vec<&'a str>,
    /// The word 单位 without a unit.
    pub(super) label: bool,
    /// Whether something stands outside brackets.
    pub(super) is_open: bool,
}

/// Separators by which a text is split, from the weakest binding to the strongest. A blank may stand
/// inside a unit (万 元), and a slash too (元/月).
const LEVELS: [&[char]; 6] = [
    &['(', ')', '\n'],
    &[',', ';', '、', '，', '|', '·', '\\'],
    &[':'],
    &[' ', '\t', '\r', '\u{a0}'],
    &['_', '-', '–', '—', '~'],
    &['/'],
];

impl<'a> Beside<'a> {
    /// Tells the parts of a folded text apart.
    pub(super) fn of(text: &'a str) -> Self {
        let mut found = Self::default();
        found.add(text, &LEVELS);
        let mut depth = 0_u32;
        for character in text.chars() {
            match character {
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                it => found.is_open |= depth == 0 && !blank(it),
            }
        }
        found
    }

    fn add(&mut self, text: &'a str, levels: &[&[char]]) {
        let edges = |it: char| blank(it) || "():,;/_-–—|、，".contains(it);
        let text = text.trim_matches(edges);
        if text.is_empty() {
            return;
        }
        if LONGEST < text.len() {
            self.others.push(text);
            return;
        }
        if after_label(text).is_some_and(|rest| rest.trim_matches(edges).is_empty()) {
            self.label = true;
        } else if let Some(word) = Word::parse(text) {
            self.units.push((text, word));
        } else if is_harmless(text) {
            self.remarks.push(text);
        } else if let Some((separators, levels)) = levels.split_first() {
            for part in text.split(*separators) {
                self.add(part, levels);
            }
        } else if looks_like(text) {
            self.strange.push(text);
        } else {
            self.others.push(text);
        }
    }

    /// Whether the word 单位 stands beside the name, but no unit: such a column holds units.
    pub(super) const fn label_only(&self) -> bool {
        self.label && self.units.is_empty() && self.strange.is_empty()
    }

    /// Whether nothing but units, words before them and harmless remarks stand beside the name.
    pub(super) const fn is_harmless(&self) -> bool {
        self.others.is_empty()
    }
}

/// Longer texts are remarks as a whole.
const LONGEST: usize = 400;

/// Whether a remark does not change what the numbers are.
pub(super) fn is_harmless(text: &str) -> bool {
    is_year(text) || HARMLESS.contains(&text) || is_currency(text)
}

/// Remarks that do not change what the numbers are.
const HARMLESS: [&str; 22] = [
    "含税",
    "不含税",
    "未税",
    "含增值税",
    "不含增值税",
    "必填",
    "选填",
    "非必填",
    "必填项",
    "选填项",
    "可选",
    "可不填",
    "如有",
    "必须填写",
    "请填写",
    "填写",
    "本年",
    "本年度",
    "当年",
    "全年",
    "保留两位小数",
    "阿拉伯数字",
];

/// Whether a text is a year, or the end of one: 2023, 2023年, 2023年度, 2023年末.
fn is_year(text: &str) -> bool {
    let Some((year, rest)) = text.split_at_checked(4) else { return false };
    let is_number = year.bytes().all(|it| it.is_ascii_digit());
    let in_range = year.starts_with("19") || year.starts_with("20");
    is_number && in_range && ["", "年", "年度", "年末", "年底"].contains(&rest.trim_matches(blank))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_and_remarks_are_told_apart() {
        // Text; units; strange; harmless remarks; other remarks.
        for (text, units, strange, remarks, others) in [
            ("(万元)", &["万元"][..], &[][..], &[][..], &[][..]),
            ("(单位:万元)", &["单位:万元"], &[], &[], &[]),
            (":万元", &["万元"], &[], &[], &[]),
            (" 万 元", &["万 元"], &[], &[], &[]),
            ("_万元", &["万元"], &[], &[], &[]),
            ("-万元", &["万元"], &[], &[], &[]),
            ("(万元,不含税)", &["万元"], &[], &["不含税"], &[]),
            ("(2023年,万元)", &["万元"], &[], &["2023年"], &[]),
            ("(2023年 万元)", &["万元"], &[], &["2023年"], &[]),
            ("(2023年度)(人民币万元)", &["人民币万元"], &[], &["2023年度"], &[]),
            ("(万元)(不含税)", &["万元"], &[], &["不含税"], &[]),
            ("(千元/月)", &["千元/月"], &[], &[], &[]),
            ("(元/(人·月))", &["元/(人·月"], &[], &[], &[]),
            ("(币种:人民币)", &[], &[], &["币种:人民币"], &[]),
            ("(万美元)", &[], &["万美元"], &[], &[]),
            ("(万元/年)", &["万元", "年"], &[], &[], &[]),
            ("(人次)", &[], &["人次"], &[], &[]),
            ("(其中:女)", &[], &[], &[], &["其中", "女"]),
            ("(是/否)", &[], &[], &[], &["是", "否"]),
            (
                "\n(报告期)  去年年报\n(报表类型)  合并报表\n(单位)   元",
                &["元"],
                &[],
                &[],
                &["报告期", "去年年报", "报表类型", "合并报表"],
            ),
            ("", &[], &[], &[], &[]),
        ] {
            let found = Beside::of(text);
            let found_units: Vec<&str> = found.units.iter().map(|(text, _)| *text).collect();
            assert_eq!(found_units, units, "{text}");
            assert_eq!(found.strange, strange, "{text}");
            assert_eq!(found.remarks, remarks, "{text}");
            assert_eq!(found.others, others, "{text}");
        }
        assert!(Beside::of("(单位)").label);
        assert!(Beside::of(&"(/".repeat(50_000)).units.is_empty());
    }
}
