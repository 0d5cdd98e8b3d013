//! Rendering: the one place where findings and faults become sentences.

use crate::fault::{Code, Fault, Input};
use crate::field::{EXPLANATION_LIMIT, Field, Kind as FieldKind, TEXT_LIMIT, Unit};
use crate::json::{MAX_DEPTH, MAX_TEXT, MAX_VALUES};
use crate::measure::{Basis, Measurement, Proportion};
use crate::policy::Force;
use crate::quantity::date::push_date;
use crate::quantity::decimal::push_scaled;
use crate::quantity::push_index;
use crate::report::{Finding, Why};
use crate::rule::Kind;
use crate::text::{Language, Text, text};
use crate::text::{Writer, cut};
use crate::verdict::Verdict;

impl Finding {
    /// Returns what was found, in one sentence with its figures.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let mut out = String::new();
        self.push_message(language, &mut out);
        out
    }

    pub(crate) fn push_message(&self, language: Language, out: &mut String) {
        let it = &mut Writer { out, language };
        it.say(self.opening());
        it.say(self.joint());
        match self.why {
            Why::OutOfScope => {
                it.say(&text!("仅针对", "only for "));
                if let Some(scope) = &self.rule.scope {
                    it.say(scope);
                }
            }
            Why::OfNothing => it.say(&text!("计算基数为零", "a share of nothing")),
            Why::Open(words) => it.say(&words),
            Why::Figures | Why::Until(_) => {
                self.push_figures(it);
                self.push_missing(it);
                self.push_basis(it);
            }
        }
        if let Why::Until(day) = self.why {
            it.say(&text!("；期限至 ", "; the period runs to "));
            push_date(it.out, day);
        }
        if self.explained {
            it.say(&text!("（已说明理由）", " (reasons were given)"));
        }
        it.say(&text!("。", "."));
    }

    /// How the sentence opens: what the verdict means under this kind and force.
    fn opening(&self) -> &'static Text {
        match (self.verdict, self.rule.kind) {
            (Verdict::NotApplicable, _) => &text!("不适用", "Not applicable"),
            (Verdict::Undetermined, _) => &text!("无法判断", "Cannot be determined"),
            (Verdict::Pending, _) => &text!("期限未到", "The period still runs"),
            (Verdict::Met, Kind::Eligibility) => &text!("具备条件", "Qualifies"),
            (Verdict::Unmet, Kind::Eligibility) => &text!("不具备条件", "Does not qualify"),
            (Verdict::Met, Kind::Target) => &text!("已达目标", "Target reached"),
            (Verdict::Unmet, Kind::Target) => &text!("未达目标", "Target not reached"),
            (Verdict::Met, Kind::Obligation) => match self.rule.force {
                Force::Encouraged | Force::Permitted => {
                    &text!("已做到（鼓励事项）", "Done, as encouraged")
                }
                Force::Mandatory | Force::InPrinciple | Force::Directive => {
                    &text!("符合", "Meets the policy standard")
                }
            },
            (Verdict::Unmet, Kind::Obligation) => match self.rule.force {
                Force::Mandatory => &text!("不符合文件要求", "Does not meet the policy standard"),
                Force::InPrinciple => &text!(
                    "未达到原则性要求",
                    "Does not meet what the policy asks for in principle"
                ),
                Force::Directive => {
                    &text!("未落实文件部署", "Not carried out as the policy directs")
                }
                Force::Encouraged | Force::Permitted => {
                    &text!("尚未做到（鼓励事项）", "Not done, though encouraged")
                }
            },
        }
    }

    /// What joins it to the rest: English needs a word for the demand, Chinese has it in the demand.
    fn joint(&self) -> &'static Text {
        match (self.why, self.rule.kind, self.rule.force) {
            (Why::OutOfScope | Why::OfNothing | Why::Open(_), ..)
            | (_, Kind::Obligation, Force::Encouraged | Force::Permitted) => &text!("：", ": "),
            (Why::Figures | Why::Until(_), Kind::Eligibility, _) => &text!("：", ". Condition: "),
            (Why::Figures | Why::Until(_), Kind::Target, _) => &text!("：", ". Target: "),
            (
                Why::Figures | Why::Until(_),
                Kind::Obligation,
                Force::Mandatory | Force::InPrinciple | Force::Directive,
            ) => &text!("：", ". Required: "),
        }
    }

    fn push_figures(&self, it: &mut Writer<'_>) {
        let either = self.rule.holds.is_alternative();
        let mut first = true;
        for (index, demand) in self.rule.demands.iter().enumerate() {
            let bound = self.bounds.get(index);
            // A limb that asks for nothing says nothing; where one limb is enough and met, the other
            // ones say nothing more.
            let aside = bound.is_some_and(|bound| {
                bound.verdict == Verdict::NotApplicable
                    || (either && self.verdict == Verdict::Met && bound.verdict != Verdict::Met)
            });
            if aside {
                continue;
            }
            if !first {
                it.say(if either { &text!("；或", "; or ") } else { &text!("；", "; ") });
            }
            first = false;
            match bound {
                None => it.say(demand),
                Some(bound) => self.push_bound(demand, bound, it),
            }
        }
    }

    /// 需提供 16 个顶岗实践岗位，现有 14 个，还差 2 个.
    fn push_bound(&self, demand: &Text, bound: &Measurement, it: &mut Writer<'_>) {
        let days = bound.unit == Unit::Day;
        if days || bound.required.is_some() {
            push_filled(demand, bound, it);
        } else {
            self.push_standard(bound, it);
        }
        if days && let Some(required) = &bound.required {
            push_figure(&text!("（", " ("), required, bound.unit, it);
            it.say(&text!("）", ")"));
        }
        if let Some(measured) = &bound.measured {
            let given = match (days, bound.at_most) {
                (true, true) => &text!("，已过 ", "; passed: "),
                (true, false) => &text!("，已有 ", "; so far: "),
                (false, _) => &text!("，现有 ", "; given: "),
            };
            push_figure(given, measured, bound.unit, it);
        }
        if let Some(gap) = &bound.gap {
            let short = if bound.at_most {
                &text!("，超出 ", "; in excess by ")
            } else {
                &text!("，还差 ", "; short by ")
            };
            push_figure(short, gap, bound.unit, it);
        }
        if let Some(share) = bound.share {
            it.say(&text!("（占比 ", " ("));
            push_percent(share, bound.at_most, it.out);
            it.say(&text!("，标准 ", "; standard "));
            push_bound_percent(share.bound, it.out);
            it.say(&text!("）", ")"));
        }
    }

    /// The standard in words, where the figure cannot be told yet: 年培训需不低于职工总数的 30%.
    fn push_standard(&self, bound: &Measurement, it: &mut Writer<'_>) {
        self.push_label(bound.fact, it);
        let (Some(whole), Some(standard)) = (bound.whole, bound.standard) else { return };
        it.say(if bound.at_most {
            &text!("需不超过", ": no more than ")
        } else {
            &text!("需不低于", ": at least ")
        });
        match it.language {
            Language::Chinese => {
                self.push_label(whole, it);
                it.put("的 ");
                push_bound_percent(standard, it.out);
            }
            Language::English => {
                push_bound_percent(standard, it.out);
                it.put(" of ");
                self.push_label(whole, it);
            }
        }
    }

    fn push_missing(&self, it: &mut Writer<'_>) {
        for (index, missing) in self.missing.iter().enumerate() {
            it.say(if index == 0 {
                &text!("；还缺：", "; still needed: ")
            } else {
                &text!("、", ", ")
            });
            self.push_label(missing.key(), it);
            if let Some(item) = missing.item {
                it.say(&text!("第 ", ", period "));
                push_index(it.out, item + 1);
                it.say(&text!(" 段是否在企业", ": whether in an enterprise"));
            }
        }
    }

    /// What a fact of the record is called.
    fn push_label(&self, key: &str, it: &mut Writer<'_>) {
        if let Some(field) = self.subject.fields().iter().find(|field| field.key() == key) {
            it.say(&field.label());
        }
    }

    /// Says so where a number is not the policy's own.
    fn push_basis(&self, it: &mut Writer<'_>) {
        let basis = self.bounds.iter().map(|bound| bound.basis).find(|it| *it != Basis::Policy);
        match basis {
            Some(Basis::Outside(source)) => {
                it.say(&text!("（标准出自", " (standard of "));
                it.say(&source.words);
                it.say(&text!("，", "; "));
                it.say(&source.status.label());
                it.say(&text!("）", ")"));
            }
            Some(Basis::Given) => {
                it.say(&text!("（标准按所设参数）", " (standard as set by a parameter)"));
            }
            _ => {}
        }
    }
}

/// Fills the figures of a demand in: `{}` is what is required, `{years}` and `{months}` are the
/// parameters in force.
fn push_filled(demand: &Text, bound: &Measurement, it: &mut Writer<'_>) {
    let mut rest = demand.get(it.language);
    while let Some((before, after)) = cut(rest, b'{') {
        let (name, tail) = cut(after, b'}').unwrap_or_default();
        it.put(before);
        match name {
            "years" => push_scaled(it.out, bound.years.unwrap_or_default(), 0),
            "months" => push_scaled(it.out, bound.months.unwrap_or_default(), 0),
            _ => it.put(bound.required.as_deref().unwrap_or_default()),
        }
        rest = tail;
    }
    it.put(rest);
}

/// A number with its label and its unit.
fn push_figure(label: &Text, number: &str, unit: Unit, it: &mut Writer<'_>) {
    it.say(label);
    it.put(number);
    it.put(" ");
    let unit = unit.label().get(it.language);
    let one = if number == "1" { unit.strip_suffix('s') } else { None };
    it.put(one.unwrap_or(unit));
}

/// A share in percent, cut so that it never stands on the wrong side of its bound: down where it
/// is to reach the bound, up where it is to keep within it.
fn push_percent(share: Proportion, at_most: bool, out: &mut String) {
    let decimals = decimals(share.bound).max(2);
    match percent(share, decimals, at_most) {
        Some(percent) => push_scaled(out, percent, decimals),
        // Of nothing, or beyond what can be written: more than any bound.
        None => out.push_str(">100"),
    }
    out.push('%');
}

/// The percentage in units of its last place, by long division.
fn percent(share: Proportion, decimals: u32, up: bool) -> Option<i64> {
    let mut percent = share.part.checked_div(share.whole)?;
    let mut rest = share.part.checked_rem(share.whole)?;
    for _ in 0..decimals + 2 {
        let tens = rest * 10;
        percent = percent.checked_mul(10)? + tens / share.whole;
        rest = tens % share.whole;
    }
    Some(percent + i64::from(up && rest > 0))
}

fn push_bound_percent(bound: i64, out: &mut String) {
    let decimals = decimals(bound);
    push_scaled(out, bound / 10_i64.pow(4 - decimals), decimals);
    out.push('%');
}

/// How many decimals a percentage (in ten-thousandths of a percent) needs.
fn decimals(bound: i64) -> u32 {
    (0..4).find(|&decimals| bound % 10_i64.pow(4 - decimals) == 0).unwrap_or(4)
}

impl Fault {
    /// Returns what is wrong and what is accepted, in one sentence.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let mut out = String::new();
        let it = &mut Writer { out: &mut out, language };
        if let Some(field) = self.field {
            it.say(&field.label());
            it.say(&text!("：", ": "));
        }
        it.say(self.wording());
        let listed = match self.code {
            Code::NotJson | Code::LoneSurrogate | Code::TooDeep if self.at.0 > 0 => {
                let (line, column) = self.at;
                it.say(&text!("（第 ", " (line "));
                push_index(it.out, line);
                it.say(&text!(" 行第 ", ", column "));
                push_index(it.out, column);
                it.say(&text!(" 个字符）", ")"));
                None
            }
            Code::TooManyFaults => {
                it.say(&text!("：另有 ", ": "));
                push_index(it.out, self.at.0);
                it.say(&text!(" 处未列出", " more are not listed"));
                None
            }
            Code::PartExceedsWhole | Code::DateOrder => {
                if let Some(other) = self.other {
                    it.say(&other.label());
                }
                None
            }
            Code::NotAList | Code::NullItem | Code::NotAnObject => Some(true),
            Code::UnknownSubject
            | Code::NotJson
            | Code::LoneSurrogate
            | Code::TooDeep
            | Code::TooLarge
            | Code::Required
            | Code::UnknownKey
            | Code::DuplicateKey
            | Code::NotText
            | Code::TextTooLong
            | Code::BlankText
            | Code::NotAFlag
            | Code::NotAChoice
            | Code::NotACount
            | Code::NotMoney
            | Code::NotAShare
            | Code::NotAYear
            | Code::NotADate
            | Code::OutOfRange
            | Code::NotExplainable => Some(false),
        };
        if let (Some(listed), Some(field)) = (listed, self.field) {
            it.say(&text!("；接受：", "; accepted: "));
            push_accepted(field, listed, it);
        }
        it.say(&text!("。", "."));
        out
    }

    /// Returns the name that was probably meant, as a question.
    #[must_use]
    pub fn help(&self, language: Language) -> Option<String> {
        let suggestion = self.suggestion?;
        let mut out = String::new();
        let it = &mut Writer { out: &mut out, language };
        it.say(&text!("是否指 `", "did you mean `"));
        it.put(suggestion);
        it.say(&text!("`？", "`?"));
        Some(out)
    }

    fn wording(&self) -> &'static Text {
        match self.code {
            Code::UnknownSubject => &text!("没有这个对象", "unknown subject"),
            Code::NotJson => &text!("不是 JSON 文本", "the text is not JSON"),
            Code::LoneSurrogate => {
                &text!("转义只写了半个字符", "an escape is half of a surrogate pair")
            }
            Code::TooDeep => &text!("嵌套过深，最多 32 层", "nested too deeply: at most 32 levels"),
            Code::TooLarge => &text!(
                "内容过大，最多 16 MiB、10 万个值",
                "too large: at most 16 MiB and 100 000 values",
            ),
            Code::TooManyFaults => &text!("问题过多", "too many faults"),
            Code::NotAnObject => &text!("不是对象", "not an object"),
            Code::NotAList => &text!("不是列表", "not a list"),
            Code::NullItem => &text!("列表中有空项", "a null in a list"),
            Code::Required => &text!("必须提供", "required"),
            Code::UnknownKey if self.input == Input::Parameters => {
                &text!("没有这个参数", "unknown parameter")
            }
            Code::UnknownKey => &text!("没有这个字段", "unknown key"),
            Code::DuplicateKey => &text!("字段重复", "duplicate key"),
            Code::NotText => &text!("不是文本", "not text"),
            Code::TextTooLong => &text!("文本过长", "the text is too long"),
            Code::BlankText => &text!("理由不能为空白", "the explanation must not be blank"),
            Code::NotAFlag => &text!("不是“是”或“否”", "not true or false"),
            Code::NotAChoice => &text!("不在可选范围内", "not one of the allowed values"),
            Code::NotACount => &text!("不是整数", "not a whole number"),
            Code::NotMoney => &text!("不是金额", "not an amount of money"),
            Code::NotAShare => &text!("不是百分比", "not a percentage"),
            Code::NotAYear => &text!("不是年份", "not a year"),
            Code::NotADate => &text!("不是日期", "not a calendar date"),
            Code::OutOfRange => &text!("超出范围", "out of range"),
            Code::PartExceedsWhole => &text!("部分大于整体，不得大于：", "must not exceed "),
            Code::DateOrder if self.other_first => {
                &text!("日期先后颠倒，不得早于：", "must not be before ")
            }
            Code::DateOrder => &text!("日期先后颠倒，不得晚于：", "must not be after "),
            Code::NotExplainable => &text!(
                "只有原则性要求和部署事项可以说明理由",
                "only in-principle and directive obligations of the subject can be explained",
            ),
        }
    }
}

/// What a field accepts.
fn push_accepted(field: &Field, listed: bool, it: &mut Writer<'_>) {
    let accepted = match field.kind {
        FieldKind::Count(&(least, most)) => {
            it.say(&text!("", "a whole number from "));
            push_scaled(it.out, least, 0);
            it.say(&text!(" 至 ", " to "));
            push_scaled(it.out, most, 0);
            &text!(" 的整数", "")
        }
        FieldKind::Choice(choices) => {
            for (index, choice) in choices.iter().enumerate() {
                if index > 0 {
                    it.say(&text!("、", ", "));
                }
                it.put(choice.key());
                if it.language == Language::Chinese {
                    it.put("（");
                    it.put(choice.label().zh());
                    it.put("）");
                }
            }
            return;
        }
        FieldKind::Dates if listed => {
            &text!("日期列表，如 [\"2024-05-01\"]", "a list of dates, such as [\"2024-05-01\"]")
        }
        FieldKind::Periods => &text!(
            "列表，每段如 {\"start\": \"2023-07-01\", \"end\": \"2023-08-31\", \"in_enterprise\": true}",
            "a list of periods, such as {\"start\": \"2023-07-01\", \"end\": \"2023-08-31\", \"in_enterprise\": true}",
        ),
        FieldKind::Text => &text!("不超过 500 个字符的文本", "text of at most 500 characters"),
        FieldKind::Year => &text!("1900 至 2999 的年份", "a year from 1900 to 2999"),
        FieldKind::Money => &text!(
            "0 至 90071992547409.91 元，最多两位小数",
            "0 to 90071992547409.91 yuan with at most two decimals",
        ),
        FieldKind::Share => &text!(
            "0 至 100 的百分数，最多四位小数，如 \"0.5\"",
            "a percentage from 0 to 100 with at most four decimals, such as \"0.5\"",
        ),
        FieldKind::Flag => &text!("true（是）或 false（否）", "true or false"),
        FieldKind::Date | FieldKind::Dates => &text!(
            "1900 至 2999 年的日期，如 \"2024-05-01\"",
            "a date from 1900 to 2999, such as \"2024-05-01\"",
        ),
    };
    it.say(accepted);
}

// The figures that the sentences above spell out.
const _: () = assert!(
    MAX_DEPTH == 32
        && MAX_TEXT == 16 << 20
        && MAX_VALUES == 100_000
        && TEXT_LIMIT == 500
        && EXPLANATION_LIMIT == 2_000
);

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(part: i64, whole: i64, bound: i64, at_most: bool) -> String {
        let mut out = String::new();
        push_percent(Proportion { part, whole, bound }, at_most, &mut out);
        out
    }

    #[test]
    fn a_share_is_never_printed_on_the_wrong_side_of_its_bound() {
        for (part, whole, bound, at_most, text) in [
            (59_999_999, 100_000_000, 600_000, false, "59.99%"),
            (60, 100, 600_000, false, "60.00%"),
            (1, 3, 333_333, false, "33.3333%"),
            (333_332, 1_000_000, 333_333, false, "33.3332%"),
            (100_000_001, 1_000_000_000, 100_000, true, "10.01%"),
            (99_999_999, 1_000_000_000, 100_000, true, "10.00%"),
            (5, 0, 100_000, true, ">100%"),
            (9_007_199_254_740_991, 1, 5_000, false, ">100%"),
            (14, 3200, 5_000, false, "0.43%"),
            (0, 7, 5_000, false, "0.00%"),
        ] {
            assert_eq!(printed(part, whole, bound, at_most), text);
        }
        let mut out = String::new();
        for bound in [5_000, 600_000, 333_333, 1_000_000, 0] {
            push_bound_percent(bound, &mut out);
        }
        assert_eq!(out, "0.5%60%33.3333%100%0%");
    }
}
