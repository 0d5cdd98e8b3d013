//! What the text in a cell says about its row: that it is a total, a remark or the foot of a page.

#[cfg(feature = "_block")]
mod quick;
mod words;

#[cfg(feature = "_block")]
pub(crate) use quick::Quick;
use words::{
    ENDS, GROUPS, NAMES, NOUNS, PAGES, REMARKS, SUMMARIES, SUMMARY_ENDS, TOTAL_ENDS, TOTALS,
};

use super::squeeze::squeezed;

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
