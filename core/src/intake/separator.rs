//! What separates the cells of a text table.

use std::str::FromStr;

use crate::text::{Language, text};

/// A character that separates cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Separator(pub(crate) char);

/// The separators that are looked for. The comma is preferred, and needs no note.
const CANDIDATES: [char; 7] = [',', '\t', ';', '；', '，', '|', '｜'];

/// How many lines are looked at.
const LINES: usize = 20;

impl Separator {
    pub(crate) const COMMA: Self = Self(',');

    /// Its name in a message.
    pub(crate) fn name(self, language: Language) -> String {
        let name = match self.0 {
            ',' => text!("逗号", "commas"),
            '\t' => text!("制表符", "tabs"),
            ';' => text!("分号（;）", "semicolons"),
            '；' => text!("全角分号（；）", "full-width semicolons (；)"),
            '，' => text!("全角逗号（，）", "full-width commas (，)"),
            '|' => text!("竖线（|）", "vertical bars (|)"),
            '｜' => text!("全角竖线（｜）", "full-width vertical bars (｜)"),
            other => return format!("`{other}`"),
        };
        name.get(language).to_owned()
    }
}

/// Parses the value of an option: a character, or its name.
impl FromStr for Separator {
    type Err = &'static str;

    fn from_str(given: &str) -> Result<Self, Self::Err> {
        let separator = match given {
            "tab" | "\\t" | "制表符" => '\t',
            "comma" | "逗号" => ',',
            "semicolon" | "分号" => ';',
            "pipe" | "竖线" => '|',
            other => {
                let mut characters = other.chars();
                match (characters.next(), characters.next()) {
                    (Some(it), None) if !matches!(it, '"' | '\r' | '\n') => it,
                    _ => return Err("应为一个字符，或 tab / expected one character, or tab"),
                }
            }
        };
        Ok(Self(separator))
    }
}

/// The separator that a first line `sep=;` names, as Excel reads it.
pub(super) fn named(line: &str) -> Option<Separator> {
    let line = line.trim_end_matches(['\r', '\n']);
    let line = line.strip_prefix('"').and_then(|it| it.strip_suffix('"')).unwrap_or(line);
    let (key, value) = line.split_at_checked(4)?;
    let mut characters = value.chars();
    let named = characters.next().filter(|_| key.eq_ignore_ascii_case("sep="))?;
    // Other programs pad the line with separators, as if it were a row.
    characters.all(|it| it == named).then_some(Separator(named))
}

/// Finds the separator from the beginning of a table: the one that most lines hold equally often.
/// Another one than the comma needs to stand in the first line, or twice in each of several, where
/// no comma stands.
pub(super) fn detect(head: &str) -> Separator {
    let lines = head.split(['\n', '\r']).filter(|line| !line.trim().is_empty()).take(LINES);
    let lines: Vec<&str> = lines.collect();
    let mut best = (0, Separator::COMMA);
    for candidate in CANDIDATES {
        let counts: Vec<usize> = lines.iter().map(|line| count(line, candidate)).collect();
        let agreed = |count: usize| counts.iter().filter(|it| **it == count && count > 0).count();
        let Some(usual) = counts.iter().copied().max_by_key(|count| (agreed(*count), *count))
        else {
            continue;
        };
        let first = lines.iter().zip(&counts).find(|(_, count)| **count == usual);
        let beside_comma = first.is_none_or(|(line, _)| count(line, ',') > 0);
        let plausible = candidate == ','
            || !beside_comma
                && (counts.first() == Some(&usual) || 2 <= usual && 2 <= agreed(usual));
        if plausible && best.0 < agreed(usual) {
            best = (agreed(usual), Separator(candidate));
        }
    }
    best.1
}

/// How often a character stands in a line outside quotes.
fn count(line: &str, character: char) -> usize {
    let mut quoted = false;
    line.chars()
        .filter(|it| {
            quoted ^= *it == '"';
            !quoted && *it == character
        })
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_that_of_most_lines() {
        for (head, expected) in [
            ("", ','),
            ("名称\n甲；乙\n丙；丁\n", ','),
            ("名称,人数\n甲,1\n", ','),
            ("名称\t人数\n甲\t1,200\n乙\t1,300\n", '\t'),
            ("名称;人数\n", ';'),
            ("名称；人数\n甲；1\n", '；'),
            ("名称，人数，收入\n甲，1，2\n", '，'),
            ("名称|人数\n", '|'),
            ("表一，各市，2023年\n名称,人数\n甲,1\n", ','),
            ("表一\n名称\t人数\t收入\n甲\t1\t2\n", '\t'),
            ("名称,说明\n甲,a；b；c\n乙,a；b；c\n丙\n", ','),
            ("\"名,称\";人数\n\"甲,乙\";1\n", ';'),
            ("企业名称,从业人员\n甲;乙,1\n丙;丁,2\n", ','),
        ] {
            assert_eq!(detect(head), Separator(expected), "{head}");
        }
    }

    #[test]
    fn a_first_line_may_name_it() {
        for (line, expected) in [
            ("sep=;", Some(';')),
            ("\"sep=,\"\r", Some(',')),
            ("SEP=\t", Some('\t')),
            ("sep=,,,", Some(',')),
            ("sep=ab", None),
            ("sep=", None),
            ("企业", None),
        ] {
            assert_eq!(named(line), expected.map(Separator), "{line}");
        }
        assert_eq!("tab".parse(), Ok(Separator('\t')));
        assert_eq!("；".parse(), Ok(Separator('；')));
        assert!("ab".parse::<Separator>().is_err() && "\"".parse::<Separator>().is_err());
    }
}
