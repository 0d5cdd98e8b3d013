//! Headers: the name in them, and what stands beside it.

use super::beside::Beside;
use super::fold::{compact, fold};
use super::unit::{LABELS, money_at_end};
use crate::input::value::blank;

/// A header, split where its name may end.
#[derive(Debug)]
pub(super) struct Header<'a> {
    /// As given.
    pub(super) text: &'a str,
    /// Folded, without numbering and marks, and with round brackets only.
    folded: String,
    /// Where its parts end, in `folded`.
    ends: Vec<usize>,
}

/// The most parts of a header that are told apart; what follows is one part.
const MAX_PARTS: usize = 16;

/// Characters outside brackets after which something else than the name may stand.
const SEPARATORS: [char; 14] =
    [':', '/', '_', '-', '–', '—', '|', ',', ';', '、', '，', '·', '\\', '~'];

impl<'a> Header<'a> {
    pub(super) fn parse(text: &'a str) -> Self {
        let folded = cleaned(text);
        let ends = ends(&folded);
        Self { text, folded, ends }
    }

    /// The names that the header may hold, the longest first, each with the text beside it.
    pub(super) fn names(&self) -> impl Iterator<Item = (String, &str)> {
        let ends = self.ends.iter().rev().copied();
        ends.filter_map(|end| self.split(end)).map(|(name, rest)| (compact(name), rest))
    }

    /// The shortest name that the header may hold.
    pub(super) fn first_name(&self) -> &str {
        let first = self.ends.first().and_then(|end| self.split(*end));
        first.map_or(&self.folded, |(name, _)| name.trim_matches(blank))
    }

    /// The whole header, as names are compared.
    pub(super) fn whole(&self) -> String {
        compact(&self.folded)
    }

    /// What stands beside the name that the header begins with, whatever the name is.
    pub(super) fn beside(&self) -> Beside<'_> {
        let first = self.ends.first().and_then(|end| self.split(*end));
        first.map_or_else(Beside::default, |(_, rest)| Beside::of(rest))
    }

    /// Whether the name ends where the header's first line does, and a bracket begins the next, as in
    /// the exports of data vendors.
    pub(super) fn is_first_line(&self, name: &str) -> bool {
        self.ends.iter().filter_map(|end| self.split(*end)).any(|(start, rest)| {
            let next = rest.trim_start_matches([' ', '\r']).strip_prefix('\n');
            next.is_some_and(|next| next.trim_start().starts_with('(')) && compact(start) == name
        })
    }

    fn split(&self, end: usize) -> Option<(&str, &str)> {
        self.folded.split_at_checked(end)
    }
}

/// The folded text without numbering and marks. Brackets of all kinds become round ones.
fn cleaned(text: &str) -> String {
    let text = text.trim_matches(blank);
    // Enclosed numbers and superscripts point to notes; NFKC would make digits of them.
    let unmarked: String = text.chars().filter(|it| !is_mark(*it)).collect();
    let round: String = fold(&unmarked).chars().map(round).collect();
    let mut rest = round.trim_matches(blank);
    while let Some(after) = without_number(rest) {
        rest = after.trim_start_matches(blank);
    }
    while let Some(before) = without_note(rest) {
        rest = before.trim_end_matches(blank);
    }
    // A bracket before the name is moved behind it: (万元)销售收入.
    match leading_group(rest) {
        Some((group, name)) => [name.trim_start_matches(blank), group].concat(),
        None => rest.to_owned(),
    }
}

/// Whether a character is a mark: the number of a note or an item, or a star.
const fn is_mark(character: char) -> bool {
    matches!(character,
        '*' | '＊' | '※' | '†' | '‡' | '★' | '☆' | '▲' | '△' | '#' | '＃'
        | '²' | '³' | '¹' | '\u{2070}'..='\u{2079}' | '\u{2460}'..='\u{24ff}'
        | '\u{2776}'..='\u{2793}' | '\u{3220}'..='\u{3229}' | '\u{3280}'..='\u{3289}')
}

const fn round(character: char) -> char {
    match character {
        '[' | '{' | '【' | '〔' | '〖' | '〘' | '「' | '『' | '<' => '(',
        ']' | '}' | '】' | '〕' | '〗' | '〙' | '」' | '』' | '>' => ')',
        other => other,
    }
}

/// The text after a leading number such as `3.`, `1.2 `, `三、`, `(1)` or `a.`.
fn without_number(text: &str) -> Option<&str> {
    const CHINESE: [char; 10] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
    let bracketed = text.strip_prefix('(').and_then(|rest| rest.split_once(')'));
    if let Some((number, rest)) = bracketed
        && (1..=3).contains(&number.chars().count())
        && (number.bytes().all(|it| it.is_ascii_digit())
            || number.chars().all(|it| CHINESE.contains(&it)))
        && !rest.is_empty()
    {
        return Some(rest);
    }
    let rest = text.trim_start_matches(CHINESE);
    let after_mark = |rest: &'_ str| {
        let mut rest = rest.chars();
        matches!(rest.next(), Some('.' | '、' | ')' | ':' | ',' | '，' | '。'))
            .then(|| rest.as_str().len())
    };
    let tail = |length: usize| text.len().checked_sub(length).and_then(|at| text.get(at..));
    if rest.len() < text.len() {
        return after_mark(rest).and_then(tail).filter(|rest| !rest.is_empty());
    }
    let is_digit = |it: char| it.is_ascii_digit();
    let digits = text.trim_start_matches(is_digit);
    let count = text.len() - digits.len();
    if count == 0 {
        // A letter, before a name in Chinese.
        let rest = text.strip_prefix(|it: char| it.is_ascii_alphabetic())?;
        let rest = after_mark(rest).and_then(tail)?;
        return rest.chars().next().is_some_and(|it| !it.is_ascii()).then_some(rest);
    }
    if 2 < count {
        return None;
    }
    // 1.2.3: further numbers, of which the last needs no mark.
    let mut rest = digits;
    let mut levels = 0;
    while let Some(next) = rest.strip_prefix('.').filter(|it| it.starts_with(is_digit)) {
        rest = next.trim_start_matches(is_digit);
        levels += 1;
    }
    let marked = after_mark(rest).and_then(tail);
    let spaced = rest.starts_with(blank).then_some(rest);
    let plain = (0 < levels).then_some(rest);
    marked.or(spaced).or(plain).filter(|rest| !rest.trim_matches(blank).is_empty())
}

/// The text before a note at its end: 注1, (注), (注2).
fn without_note(text: &str) -> Option<&str> {
    let inner =
        text.strip_suffix(')').map(|it| it.trim_end_matches(|it: char| it.is_ascii_digit()));
    if let Some(before) = inner.and_then(|it| it.strip_suffix("(注")) {
        return Some(before).filter(|it| !it.is_empty());
    }
    let stem = text.trim_end_matches(|it: char| it.is_ascii_digit());
    let before = stem.strip_suffix('注').filter(|_| stem.len() < text.len())?;
    Some(before).filter(|it| !it.is_empty())
}

/// The brackets that the text begins with, if a name follows them.
fn leading_group(text: &str) -> Option<(&str, &str)> {
    let rest = text.strip_prefix('(')?;
    let close = rest.find(')')? + 2;
    let (group, name) = text.split_at_checked(close)?;
    (!name.trim_matches(blank).is_empty()).then_some((group, name))
}

/// Where the parts of a header end. A part is a pair of brackets, or text up to a bracket, a
/// separator or a blank.
fn ends(text: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut depth = 0_u32;
    for (at, character) in text.char_indices() {
        let next = at + character.len_utf8();
        match character {
            '(' => {
                if depth == 0 {
                    ends.push(at);
                }
                depth += 1;
            }
            ')' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    ends.push(next);
                }
            }
            it if depth == 0 && (blank(it) || SEPARATORS.contains(&it)) => ends.push(at),
            _ => {}
        }
    }
    ends.retain(|end| text.get(..*end).is_some_and(|it| !it.trim_matches(blank).is_empty()));
    ends.dedup();
    ends.truncate(MAX_PARTS);
    // 销售收入万元: the unit without a separator.
    if ends.first().is_none_or(|first| *first == text.len()) {
        ends.splice(0..0, money_at_end(text));
    }
    if ends.last() != Some(&text.len()) {
        ends.push(text.len());
    }
    ends
}

/// The word before a colon that says that a unit follows, and the rest: 单位：万元.
pub(super) fn after_label(text: &str) -> Option<&str> {
    LABELS.iter().find_map(|label| text.trim_start_matches(blank).strip_prefix(label))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbering_and_marks_go() {
        for (text, expected) in [
            ("*销售收入", "销售收入"),
            ("＊ 销售收入＊", "销售收入"),
            ("3.销售收入", "销售收入"),
            ("3．销售收入", "销售收入"),
            ("3、销售收入", "销售收入"),
            ("03 销售收入", "销售收入"),
            ("1.2.3 销售收入", "销售收入"),
            ("1.2销售收入", "销售收入"),
            ("三、销售收入", "销售收入"),
            ("十二.销售收入", "销售收入"),
            ("（1）销售收入", "销售收入"),
            ("（三）销售收入", "销售收入"),
            ("(三)1.销售收入", "销售收入"),
            ("①销售收入", "销售收入"),
            ("⑴销售收入", "销售收入"),
            ("⒈销售收入", "销售收入"),
            ("a.销售收入", "销售收入"),
            ("销售收入①", "销售收入"),
            ("销售收入²", "销售收入"),
            ("销售收入注1", "销售收入"),
            ("销售收入（注）", "销售收入"),
            ("销售收入（注2）", "销售收入"),
            ("【万元】销售收入", "销售收入(万元)"),
            ("销售收入〔万元〕", "销售收入(万元)"),
            ("销售收入﹙万元﹚", "销售收入(万元)"),
            // No numbering.
            ("2023年销售收入", "2023年销售收入"),
            ("2023.销售收入", "2023.销售收入"),
            ("1销售收入", "1销售收入"),
            ("一线职工", "一线职工"),
            ("备注", "备注"),
            ("a.b", "a.b"),
            ("1.", "1."),
            ("（万元）", "(万元)"),
            ("", ""),
        ] {
            assert_eq!(cleaned(text), expected, "{text}");
        }
    }

    #[test]
    fn a_name_may_end_at_brackets_separators_and_units() {
        for (text, names) in [
            ("销售收入", &["销售收入"][..]),
            ("销售 收入(万元)", &["销售收入(万元)", "销售收入", "销售"]),
            ("产业教授(导师)(人)", &["产业教授(导师)(人)", "产业教授(导师)", "产业教授"]),
            ("销售收入:万元", &["销售收入:万元", "销售收入"]),
            ("销售收入万元", &["销售收入万元", "销售收入"]),
            ("a_b", &["a_b", "a"]),
        ] {
            let header = Header::parse(text);
            let found: Vec<String> = header.names().map(|(name, _)| name).collect();
            assert_eq!(found, names, "{text}");
        }
        let long = "a ".repeat(100_000);
        assert_eq!(Header::parse(&long).names().count(), MAX_PARTS + 1);
    }
}
