//! What the text in a cell says about its row: that it is a total, a remark or the foot of a page.

use std::borrow::Cow;
#[cfg(feature = "_block")]
use std::collections::BTreeMap;

/// What a row says that it is, in its first cell or in place of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Label {
    /// A total or another summary of the rows: 合计.
    Total,
    /// Likewise, by a word that may also stand beside the name of a record: 累计, 平均.
    Summary,
    /// A remark: 注：….
    Remark,
    /// A word that heads a remark, or a column of another table: 单位.
    Word,
    /// The number of a page, or that the table goes on: 第1页, 续表.
    Page,
}

/// A text without white space and invisible characters, with narrow brackets, digits and letters,
/// these in lower case. Cells are compared in this form.
pub(crate) fn squeezed(text: &str) -> String {
    text.chars().filter(|it| !is_space(*it)).flat_map(|it| narrow(it).to_lowercase()).collect()
}

/// The same, without a copy if nothing changes.
pub(crate) fn folded(text: &str) -> Cow<'_, str> {
    // Most are of common Chinese characters, digits and small letters, which stay as they are.
    let stays = |it: u8| matches!(it, 0x80..=0xbf | 0xe4..=0xe9 | b'0'..=b'9' | b'a'..=b'z');
    if text.bytes().fold(true, |all, it| all & stays(it)) {
        return text.into();
    }
    let changes = |it: char| is_space(it) || narrow(it) != it || it.is_uppercase();
    if text.chars().any(changes) { squeezed(text).into() } else { text.into() }
}

/// Whether a character is white space or has no width.
pub(crate) fn is_space(character: char) -> bool {
    character.is_whitespace()
        || matches!(character,
            '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// The narrow form of a character, and round brackets for other brackets.
pub(crate) fn narrow(character: char) -> char {
    match character {
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(character) - 0xfee0).map_or(character, bracket)
        }
        '\u{3000}' => ' ',
        other => bracket(other),
    }
}

const fn bracket(character: char) -> char {
    match character {
        '【' | '〔' | '[' | '﹙' | '〖' | '「' | '{' => '(',
        '】' | '〕' | ']' | '﹚' | '〗' | '」' | '}' => ')',
        '﹕' | '∶' => ':',
        other => other,
    }
}

/// Words for a total.
const TOTALS: &[&str] = &[
    "合计",
    "小计",
    "总计",
    "共计",
    "总合计",
    "总和",
    "加总",
    "求和",
    "计",
    "合计数",
    "小计数",
    "总计数",
    "总数",
    "total",
    "subtotal",
    "grandtotal",
    "sum",
    "totals",
    "sub-total",
];

/// Words for other summaries.
const SUMMARIES: &[&str] = &[
    "累计",
    "汇总",
    "平均",
    "平均值",
    "平均数",
    "均值",
    "中位数",
    "最大值",
    "最小值",
    "标准差",
    "计数",
    "average",
    "mean",
    "median",
    "mittelwert",
    "std",
    "min",
    "max",
    "count",
];

/// Words for all records, or for a group of them, which no record has as its name: a row with one sums
/// up others.
const GROUPS: &[&str] = &[
    "全国",
    "全省",
    "全市",
    "全州",
    "全县",
    "全区",
    "全部",
    "全体",
    "全行业",
    "大型",
    "中型",
    "小型",
    "微型",
    "小微型",
    "大中型",
    "中小型",
    "全部企业",
    "全省企业",
    "全市企业",
    "所有企业",
    "各类企业",
    "其他企业",
    "大型企业",
    "中型企业",
    "小型企业",
    "微型企业",
    "小微企业",
    "大中型企业",
    "中小企业",
    "中小微企业",
    "规上企业",
    "规模以上企业",
    "规下企业",
    "规模以下企业",
    "国有企业",
    "国有控股企业",
    "国有及国有控股企业",
    "非国有企业",
    "民营企业",
    "私营企业",
    "集体企业",
    "股份合作企业",
    "股份制企业",
    "联营企业",
    "内资企业",
    "外资企业",
    "外商投资企业",
    "港澳台投资企业",
    "港、澳、台商投资企业",
    "港澳台商投资企业",
    "三资企业",
    "上市企业",
    "高新技术企业",
    "个体工商户",
];

/// Ends of a text that is a total of something: 长沙市小计, 本页合计.
const TOTAL_ENDS: &[&str] = &["合计", "小计", "总计", "共计", "合计数", "小计数"];
const SUMMARY_ENDS: &[&str] = &["累计", "汇总", "平均", "平均值", "平均数"];

/// What may be between such a word and the end: 合计人数, 汇总行.
const NOUNS: &[&str] = &["", "数", "值", "额", "金额", "人数", "户数", "家数", "行", "栏", "项"];

/// Beginnings of a remark that stand before a colon, a number, a bracket or the end.
const REMARKS: &[&str] = &[
    "注",
    "备注",
    "附注",
    "说明",
    "填表说明",
    "填报说明",
    "注释",
    "附",
    "填表人",
    "填报人",
    "制表人",
    "制表",
    "填表",
    "审核人",
    "审核",
    "复核",
    "复核人",
    "负责人",
    "单位负责人",
    "统计负责人",
    "联系人",
    "联系电话",
    "电话",
    "经办人",
    "编制人",
    "编制",
    "制单",
    "制单人",
    "报送人",
    "填报单位",
    "填表单位",
    "编制单位",
    "报送单位",
    "制表单位",
    "报出日期",
    "填表日期",
    "填报日期",
    "制表日期",
    "报送日期",
    "打印日期",
    "打印时间",
    "导出时间",
    "导出日期",
    "日期",
    "时间",
    "统计时间",
    "单位",
    "金额单位",
    "计量单位",
    "数据来源",
    "资料来源",
    "来源",
    "数据截至",
    "截至",
    "截止",
    "note",
    "notes",
    "remark",
    "remarks",
    "source",
    "preparedby",
];

/// Texts that say that nothing follows.
const ENDS: &[&str] =
    &["以下空白", "以下无正文", "以下无数据", "以下无内容", "此行以下空白", "此页以下空白"];

/// Texts on the pages of a table.
const PAGES: &[&str] = &[
    "续表",
    "续",
    "接上页",
    "接上表",
    "承上页",
    "承前页",
    "过次页",
    "转下页",
    "接下页",
    "上页",
    "下页",
];

/// Endings of the names of organisations: these are names, whatever they begin with.
const NAMES: &[&str] = &[
    "公司",
    "集团",
    "厂",
    "店",
    "中心",
    "学院",
    "学校",
    "大学",
    "研究院",
    "研究所",
    "事务所",
    "合作社",
    "协会",
    "商行",
    "酒店",
    "医院",
    "银行",
    "工作室",
    "经营部",
    "企业",
    "分公司",
    "商会",
    "基地",
    "园",
    "院",
    "校",
    "场",
    "部",
];

/// What a text says about its row; `None` for a name or a value.
pub(crate) fn label(text: &str) -> Option<Label> {
    // Nearly all texts have none of the characters that a label has.
    if 200 < text.len() || !text.chars().any(may_be_label) {
        return long_remark(text);
    }
    let folded = squeezed(text);
    let text = bare(&folded);
    total(text).or_else(|| remark(&folded, text)).or_else(|| page(text))
}

/// Finds the texts that may be labels. It takes little time, and few names pass.
#[cfg(feature = "_block")]
#[derive(Debug, Clone)]
pub(crate) struct Quick {
    /// The words with which a label may begin, by their first characters, sorted.
    starts: Vec<(char, Vec<&'static str>)>,
    /// The first letters of those that are English.
    english: Vec<&'static [u8]>,
    /// The first characters of those words, and the last of the words with which a label may end.
    first: Characters,
    last: Characters,
}

/// A set of characters, one bit for each of the first 65 536.
#[cfg(feature = "_block")]
#[derive(Debug, Clone)]
struct Characters(Vec<u64>);

#[cfg(feature = "_block")]
impl Characters {
    fn of(characters: impl Iterator<Item = char>) -> Self {
        let mut bits = vec![0; 1 << 10];
        for character in characters {
            let (word, bit) = Self::place(character);
            if let Some(word) = bits.get_mut(word) {
                *word |= bit;
            }
        }
        Self(bits)
    }

    fn has(&self, character: char) -> bool {
        let (word, bit) = Self::place(character);
        self.0.get(word).is_some_and(|word| word & bit != 0)
    }

    fn place(character: char) -> (usize, u64) {
        let code = u32::from(character);
        (usize::try_from(code >> 6).unwrap_or(usize::MAX), 1 << (code & 63))
    }
}

#[cfg(feature = "_block")]
impl Quick {
    pub(crate) fn new() -> Self {
        let more = &["其中", "第", "共", "page"];
        let starts = [TOTALS, SUMMARIES, GROUPS, REMARKS, ENDS, PAGES, more];
        let starts: Vec<&str> = starts.into_iter().flatten().copied().collect();
        let english = starts.iter().filter(|word| word.is_ascii()).map(|word| word.as_bytes());
        let english = english.map(|word| word.get(..3).unwrap_or(word)).collect();
        let ends = [TOTALS, SUMMARIES, TOTAL_ENDS, SUMMARY_ENDS, NOUNS].into_iter().flatten();
        let mut by_first: BTreeMap<char, Vec<&str>> = BTreeMap::new();
        for word in &starts {
            by_first.entry(word.chars().next().unwrap_or_default()).or_default().push(word);
        }
        let first = Characters::of(by_first.keys().copied());
        let last = Characters::of(ends.filter_map(|word| word.chars().next_back()));
        Self { starts: by_first.into_iter().collect(), english, first, last }
    }

    /// Whether a text may be a label.
    pub(crate) fn may_be(&self, text: &str) -> bool {
        // Most names are of Chinese characters only, which begin with one of these bytes, or of letters
        // and digits, too.
        let plain = |byte: u8| matches!(byte, 0x80..=0xbf | 0xe4..=0xe9);
        let (all, inner) = text.bytes().fold((true, true), |(all, inner), byte| {
            let plain = plain(byte);
            (all & plain, inner & (plain | byte.is_ascii_alphanumeric()))
        });
        if all { self.plain_may_be(text) } else { self.mixed_may_be(text, inner) }
    }

    /// Whether a text, which has no blanks, digits, colons or marks, begins or ends as a label does.
    fn plain_may_be(&self, text: &str) -> bool {
        let (Some(first), Some(last)) = (text.chars().next(), text.chars().next_back()) else {
            return false;
        };
        if self.last.has(last) || !self.first.has(first) {
            return self.last.has(last);
        }
        let at = self.starts.binary_search_by_key(&first, |(first, _)| *first);
        let words = at.ok().and_then(|at| self.starts.get(at));
        words.is_some_and(|(_, words)| words.iter().any(|word| text.starts_with(word)))
    }

    /// `is_inner` is whether all characters are known to be such that may stand in a name.
    fn mixed_may_be(&self, text: &str, is_inner: bool) -> bool {
        if text.is_ascii() {
            return self.is_english(text) || text.trim_start().starts_with('*');
        }
        // Blanks, colons, and digits, marks or brackets around a text may all belong to a label.
        let plain = |it: char| matches!(it, '\u{3400}'..='\u{9fff}');
        let inner = |it: char| {
            plain(it) || it.is_ascii_alphanumeric() || matches!(it, '（' | '）' | '(' | ')')
        };
        let (Some(first), Some(last)) = (text.chars().next(), text.chars().next_back()) else {
            return false;
        };
        let around = (plain(first) || first.is_ascii_alphabetic()) && plain(last);
        if !around || !is_inner && !text.chars().all(inner) {
            return text.chars().any(may_be_label);
        }
        // A total ends with its word, or a number follows.
        let head = text.split(|it: char| it.is_ascii_digit()).next().unwrap_or(text);
        let sums = head.chars().next_back().is_some_and(|it| self.last.has(it));
        sums || self.plain_may_be(text) || first.is_ascii() && self.is_english(text)
    }

    /// Whether the letters of a text begin as an English label does.
    fn is_english(&self, text: &str) -> bool {
        let mut letters =
            text.bytes().filter(u8::is_ascii_alphabetic).map(|it| it.to_ascii_lowercase());
        let Some(first) = letters.next() else { return false };
        let mut words = self.english.iter().filter(|word| word.first() == Some(&first)).peekable();
        if words.peek().is_none() {
            return false;
        }
        let rest = [letters.next(), letters.next()];
        let same = |word: &[u8]| word.iter().skip(1).zip(rest).all(|(it, of)| Some(*it) == of);
        words.any(|word| same(word))
    }
}

/// Characters of which each label has one.
const fn may_be_label(character: char) -> bool {
    matches!(
        character,
        '计' | '总'
            | '均'
            | '汇'
            | '和'
            | '数'
            | '值'
            | '差'
            | '其'
            | '注'
            | '明'
            | '附'
            | '表'
            | '人'
            | '核'
            | '话'
            | '编'
            | '单'
            | '日'
            | '时'
            | '源'
            | '截'
            | '白'
            | '无'
            | '页'
            | '续'
            | '共'
            | '释'
            | '全'
            | '企'
            | '型'
            | '户'
            | ':'
            | '：'
            | '/'
            | '-'
            | '*'
            | '※'
    ) || character.is_ascii_alphabetic()
}

/// A remark that is too long for the other checks.
fn long_remark(text: &str) -> Option<Label> {
    let start: String = text.chars().take(16).collect();
    let folded = squeezed(&start);
    // The name of an organisation is shorter.
    (200 < text.len()).then(|| remark(&folded, bare(&folded))).flatten()
}

/// Without numbering, asterisks and dashes around it.
fn bare(text: &str) -> &str {
    let mark = |it: char| {
        matches!(
            it,
            '*' | '#'
                | '★'
                | '☆'
                | '※'
                | '·'
                | '•'
                | '-'
                | '—'
                | '–'
                | '_'
                | '='
                | '"'
                | '\''
                | '“'
                | '”'
        ) || matches!(it, '①'..='⑳' | '.' | '。' | '!' | '、' | ',')
    };
    let text = text.trim_matches(mark);
    let number = |it: char| it.is_ascii_digit() || "一二三四五六七八九十".contains(it);
    let rest = text.trim_start_matches(number);
    let numbered = (rest.len() < text.len()).then(|| rest.strip_prefix(['、', '.'])).flatten();
    let in_brackets = text.strip_prefix('(').map(|it| (it, it.trim_start_matches(number)));
    let in_brackets = in_brackets.filter(|(whole, rest)| rest.len() < whole.len());
    let numbered = numbered.or_else(|| in_brackets?.1.strip_prefix(')'));
    let text = numbered.unwrap_or(text).trim_matches(mark);
    let in_brackets = text.strip_prefix('(').and_then(|it| it.strip_suffix(')'));
    in_brackets.filter(|it| !it.contains(['(', ')'])).unwrap_or(text)
}

fn total(text: &str) -> Option<Label> {
    if let Some(rest) = text.strip_prefix("其中") {
        let is_name = NAMES.iter().any(|end| rest.ends_with(end));
        let marked = rest.is_empty() || rest.starts_with([':', ',', '、', '(']);
        return (marked || !is_name).then_some(Label::Total);
    }
    // A number of records: 共2家.
    if let Some(rest) = text.strip_prefix('共')
        && rest.starts_with(|it: char| it.is_ascii_digit())
        && !rest.ends_with('页')
    {
        return Some(Label::Total);
    }
    if GROUPS.contains(&text) {
        return Some(Label::Summary);
    }
    // A remark in brackets, or behind a colon, or a number.
    let head = text.split([':', '(']).next().unwrap_or(text);
    let tail = text.get(head.len()..).unwrap_or_default();
    if tail.starts_with('(') && !tail.ends_with([')', ':']) {
        return None;
    }
    let head = head.split(|it: char| it.is_ascii_digit()).next().unwrap_or(head);
    let (mut strong, mut any) = (true, false);
    for part in head.split(['/', '、', '及', '与']) {
        match word(part) {
            Some(label) => (strong, any) = (strong && label == Label::Total, true),
            None => return None,
        }
    }
    any.then_some(if strong { Label::Total } else { Label::Summary })
}

/// Whether a text is a word for a total or ends with one.
fn word(text: &str) -> Option<Label> {
    let is = |words: &[&str], ends: &[&str]| {
        let stems = || NOUNS.iter().filter_map(|noun| text.strip_suffix(noun));
        words.contains(&text) || stems().any(|stem| ends.iter().any(|end| stem.ends_with(end)))
    };
    if is(TOTALS, TOTAL_ENDS) {
        return Some(Label::Total);
    }
    is(SUMMARIES, SUMMARY_ENDS).then_some(Label::Summary)
}

/// `folded` has its asterisks still.
fn remark(folded: &str, text: &str) -> Option<Label> {
    let follows = |rest: &str| {
        rest.is_empty()
            || rest.starts_with([':', '(', '.', '、', ')', '*'])
            || rest.starts_with(|it: char| it.is_ascii_digit() || matches!(it, '①'..='⑳'))
    };
    let is_name = || NAMES.iter().any(|end| text.ends_with(end)) && !text.contains(':');
    let begins = REMARKS.iter().any(|word| text.strip_prefix(word).is_some_and(follows));
    let source = ["数据来源", "资料来源", "数据截至", "填表人", "填报人", "制表人", "审核人"];
    let source = source.iter().any(|word| text.starts_with(word));
    let nothing = ENDS.iter().any(|word| text == *word || text.trim_matches('/') == *word);
    // An asterisk marks a remark, but for *ST before the name of a listed company.
    let starred = folded.starts_with(['*', '※'])
        && !folded.starts_with("*st")
        && text.contains([':', '。', '，', ',', ';']);
    if REMARKS.contains(&text) && !source {
        return Some(Label::Word);
    }
    ((begins || source) && !is_name() || nothing || starred).then_some(Label::Remark)
}

fn page(text: &str) -> Option<Label> {
    let number = |text: &str| {
        !text.is_empty()
            && text.chars().all(|it| it.is_ascii_digit() || "一二三四五六七八九十百".contains(it))
    };
    let pages = |text: &str| {
        let rest = text.strip_prefix('第').or_else(|| text.strip_prefix('共'));
        rest.and_then(|it| it.strip_suffix('页')).is_some_and(number)
    };
    let mut parts = text.split_inclusive('页').map(|it| it.trim_matches([',', '/', ';', '(', ')']));
    let continued = PAGES.iter().any(|word| {
        text.strip_prefix(word)
            .is_some_and(|rest| rest.is_empty() || number(rest) || rest.starts_with([':', '(']))
    });
    let english =
        text.strip_prefix("page").is_some_and(|it| it.starts_with(|it: char| it.is_ascii_digit()));
    (continued || english || !text.is_empty() && parts.all(pages)).then_some(Label::Page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::too_many_lines, reason = "a list of texts")]
    fn labels_are_told_from_names() {
        use Label::{Page, Remark, Summary, Total, Word};
        for (label_is, texts) in [
            (
                Some(Total),
                &[
                    "合计",
                    "合　计",
                    " 小 计 ",
                    "总计：",
                    "合计（2家）",
                    "合计(2 家)",
                    "合计：2家",
                    "共计2家",
                    "共 2 家",
                    "其中：女",
                    "其中:国有企业",
                    "其中国有控股",
                    "长沙市小计",
                    "本页合计",
                    "一、合计",
                    "（合计）",
                    "*合计",
                    "合计*",
                    "合计①",
                    "计",
                    "Total",
                    "Grand Total",
                    "合计/小计",
                    "合计人数",
                    "合计（万元）",
                    "合\u{200b}计",
                    "１、合计",
                    "【合计】",
                    "合计数",
                ][..],
            ),
            (
                Some(Summary),
                &[
                    "累计",
                    "汇总",
                    "平均",
                    "平均值",
                    "平　均",
                    "全省平均",
                    "平均值：",
                    "汇总行",
                    "Average",
                    "全省",
                    "全部企业",
                    "一、国有企业",
                    "（二）民营企业",
                    "(3)外商投资企业",
                    "大型",
                    "规模以上企业",
                ],
            ),
            (
                Some(Remark),
                &[
                    "注：数据截至2024年底",
                    "注1：略",
                    "注:1.甲",
                    "备注：无",
                    "填表人：张三",
                    "填表人",
                    "制表人：",
                    "审核人:李四",
                    "数据来源：国家统计局",
                    "数据来源",
                    "资料来源:年鉴",
                    "以下空白",
                    "（以下空白）",
                    "——以下空白——",
                    "* 数据截至2024年底",
                    "※ 含分公司，不含子公司",
                    "说明：按年报",
                    "单位：万元",
                    "填报日期：2024-12-31",
                    "Note: see below",
                ],
            ),
            (Some(Word), &["单位", "日期", "备注", "注"]),
            (
                Some(Page),
                &[
                    "第1页",
                    "第 1 页 共 3 页",
                    "第1页/共3页",
                    "第1页，共3页",
                    "共3页",
                    "续表",
                    "续表1",
                    "（续表）",
                    "（续）",
                    "过次页",
                ],
            ),
            (
                None,
                &[
                    "",
                    "示例甲公司",
                    "汇总科技有限公司",
                    "合计数科技",
                    "平均律乐器公司",
                    "合计（湖南）科技有限公司",
                    "总计网络公司",
                    "注意力科技有限公司",
                    "*ST中利",
                    "共创集团",
                    "共青城公司",
                    "其中堂书店",
                    "统计局",
                    "计算机公司",
                    "续航科技",
                    "说明书印刷厂",
                    "数据来源科技有限公司",
                    "总和科技有限公司",
                    "Total Energies",
                    "Summit",
                    "第一页岩气公司",
                    "120",
                    "示例集团（合计）有限公司",
                    "小计算机公司",
                    "附中",
                    "人民医院",
                    "备注科技",
                    "来源地产",
                    "累计科技公司",
                    "全省通物流公司",
                    "湖南国有企业集团",
                    "（一）甲公司",
                    "大型机械厂",
                    "个体工商户张三",
                ],
            ),
        ] {
            for text in texts {
                assert_eq!(label(text), label_is, "{text}");
                #[cfg(feature = "_block")]
                assert!(label_is.is_none() || Quick::new().may_be(text), "{text}");
            }
        }
    }
}
