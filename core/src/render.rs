//! Messages of findings and faults, in Chinese and English.

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
use crate::text::{Language, MessageWriter, Text, split_once_at, text};
use crate::verdict::Verdict;

impl Finding {
    /// Returns the message: one sentence with the verdict, the figures and the missing facts.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let mut out = String::new();
        self.push_message(language, &mut out);
        out
    }

    pub(crate) fn push_message(&self, language: Language, out: &mut String) {
        let out = &mut MessageWriter { text: out, language };
        out.push(self.opening());
        out.push(self.connector());
        match self.why {
            Why::OutOfScope => {
                out.push(&text!("仅针对", "only for "));
                if let Some(scope) = &self.rule.scope {
                    out.push(scope);
                }
            }
            Why::OfNothing => out.push(&text!("计算基数为零", "a share of nothing")),
            Why::Open(words) => out.push(&words),
            Why::Figures | Why::Until(_) => {
                self.push_figures(out);
                self.push_missing(out);
                self.push_basis(out);
            }
        }
        if let Why::Until(day) = self.why {
            out.push(&text!("；期限至 ", "; the period runs to "));
            push_date(out.text, day);
        }
        if self.explained {
            out.push(&text!("（已说明理由）", " (reasons were given)"));
        }
        out.push(&text!("。", "."));
    }

    /// Returns the start of the message: the verdict, by the kind and the force of the rule.
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

    /// Returns the text between the verdict and the rest. The English demands are noun phrases, so
    /// they need an introduction; the Chinese ones are clauses.
    fn connector(&self) -> &'static Text {
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

    fn push_figures(&self, out: &mut MessageWriter<'_>) {
        let is_alternative = self.rule.holds.is_alternative();
        let mut first = true;
        for (index, demand) in self.rule.demands.iter().enumerate() {
            let bound = self.bounds.get(index);
            // Leave out a bound that does not apply, and, if one of several bounds suffices and is
            // met, the others.
            let skip = bound.is_some_and(|bound| {
                bound.verdict == Verdict::NotApplicable
                    || (is_alternative
                        && self.verdict == Verdict::Met
                        && bound.verdict != Verdict::Met)
            });
            if skip {
                continue;
            }
            if !first {
                out.push(if is_alternative {
                    &text!("；或", "; or ")
                } else {
                    &text!("；", "; ")
                });
            }
            first = false;
            match bound {
                None => out.push(demand),
                Some(bound) => self.push_bound(demand, bound, out),
            }
        }
    }

    /// Appends a bound with its figures: 需提供 16 个顶岗实践岗位，现有 14 个，还差 2 个.
    fn push_bound(&self, demand: &Text, bound: &Measurement, out: &mut MessageWriter<'_>) {
        let days = bound.unit == Unit::Day;
        if days || bound.required.is_some() {
            push_filled(demand, bound, out);
        } else {
            self.push_standard(bound, out);
        }
        if days && let Some(required) = &bound.required {
            push_figure(&text!("（", " ("), required, bound.unit, out);
            out.push(&text!("）", ")"));
        }
        if let Some(measured) = &bound.measured {
            let given = match (days, bound.at_most) {
                (true, true) => &text!("，已过 ", "; passed: "),
                (true, false) => &text!("，已有 ", "; so far: "),
                (false, _) => &text!("，现有 ", "; given: "),
            };
            push_figure(given, measured, bound.unit, out);
        }
        if let Some(gap) = &bound.gap {
            let short = if bound.at_most {
                &text!("，超出 ", "; in excess by ")
            } else {
                &text!("，还差 ", "; short by ")
            };
            push_figure(short, gap, bound.unit, out);
        }
        if let Some(share) = bound.share {
            out.push(&text!("（占比 ", " ("));
            push_percent(share, bound.at_most, out.text);
            out.push(&text!("，标准 ", "; standard "));
            push_bound_percent(share.bound, out.text);
            out.push(&text!("）", ")"));
        }
    }

    /// Appends the required share if the required number is not known: 年培训需不低于职工总数的 30%.
    fn push_standard(&self, bound: &Measurement, out: &mut MessageWriter<'_>) {
        self.push_label(bound.fact, out);
        let (Some(whole), Some(standard)) = (bound.whole, bound.standard) else { return };
        out.push(if bound.at_most {
            &text!("需不超过", ": no more than ")
        } else {
            &text!("需不低于", ": at least ")
        });
        match out.language {
            Language::Chinese => {
                self.push_label(whole, out);
                out.push_str("的 ");
                push_bound_percent(standard, out.text);
            }
            Language::English => {
                push_bound_percent(standard, out.text);
                out.push_str(" of ");
                self.push_label(whole, out);
            }
        }
    }

    fn push_missing(&self, out: &mut MessageWriter<'_>) {
        for (index, missing) in self.missing.iter().enumerate() {
            out.push(if index == 0 {
                &text!("；还缺：", "; still needed: ")
            } else {
                &text!("、", ", ")
            });
            self.push_label(missing.key(), out);
            if let Some(item) = missing.item {
                out.push(&text!("第 ", ", period "));
                push_index(out.text, item + 1);
                out.push(&text!(" 段是否在企业", ": whether in an enterprise"));
            }
        }
    }

    /// Appends the label of a fact.
    fn push_label(&self, key: &str, out: &mut MessageWriter<'_>) {
        if let Some(field) = self.subject.fields().iter().find(|field| field.key() == key) {
            out.push(&field.label());
        }
    }

    /// Appends the source of a number that is not from the policy.
    fn push_basis(&self, out: &mut MessageWriter<'_>) {
        let basis =
            self.bounds.iter().map(|bound| bound.basis).find(|basis| *basis != Basis::Policy);
        match basis {
            Some(Basis::Outside(source)) => {
                out.push(&text!("（标准出自", " (standard of "));
                out.push(&source.words);
                out.push(&text!("，", "; "));
                out.push(&source.status.label());
                out.push(&text!("）", ")"));
            }
            Some(Basis::Given) => {
                out.push(&text!("（标准按所设参数）", " (standard as set by a parameter)"));
            }
            Some(Basis::Policy) | None => {}
        }
    }
}

/// Appends a demand with its figures: `{}` is the required number, `{years}` and `{months}` are
/// parameters.
fn push_filled(demand: &Text, bound: &Measurement, out: &mut MessageWriter<'_>) {
    let mut rest = demand.get(out.language);
    while let Some((before, after)) = split_once_at(rest, b'{') {
        let (name, tail) = split_once_at(after, b'}').unwrap_or_default();
        out.push_str(before);
        match name {
            "years" => push_scaled(out.text, bound.years.unwrap_or_default(), 0),
            "months" => push_scaled(out.text, bound.months.unwrap_or_default(), 0),
            _ => out.push_str(bound.required.as_deref().unwrap_or_default()),
        }
        rest = tail;
    }
    out.push_str(rest);
}

/// Appends a label, a number and its unit.
fn push_figure(label: &Text, number: &str, unit: Unit, out: &mut MessageWriter<'_>) {
    out.push(label);
    out.push_str(number);
    out.push_str(" ");
    let unit = unit.label().get(out.language);
    let singular = if number == "1" { unit.strip_suffix('s') } else { None };
    out.push_str(singular.unwrap_or(unit));
}

/// Appends a share in percent. It is rounded so that it never appears to meet a bound that it
/// misses: down for a lower bound, up for an upper bound.
fn push_percent(share: Proportion, at_most: bool, out: &mut String) {
    let decimals = decimals(share.bound).max(2);
    match percent(share, decimals, at_most) {
        Some(percent) => push_scaled(out, percent, decimals),
        // The whole is 0, or the number is too large: more than any bound.
        None => out.push_str(">100"),
    }
    out.push('%');
}

/// Returns the percentage in units of its last decimal, by long division.
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

/// Returns how many decimals a bound, in ten-thousandths of a percent, needs.
fn decimals(bound: i64) -> u32 {
    (0..4).find(|&decimals| bound % 10_i64.pow(4 - decimals) == 0).unwrap_or(4)
}

impl Fault {
    /// Returns the message: one sentence with the error and the accepted values.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let mut text = String::new();
        let out = &mut MessageWriter { text: &mut text, language };
        if let Some(field) = self.field {
            out.push(&field.label());
            out.push(&text!("：", ": "));
        }
        out.push(self.description());
        let listed = match self.code {
            Code::NotJson | Code::LoneSurrogate | Code::TooDeep if self.at.0 > 0 => {
                let (line, column) = self.at;
                out.push(&text!("（第 ", " (line "));
                push_index(out.text, line);
                out.push(&text!(" 行第 ", ", column "));
                push_index(out.text, column);
                out.push(&text!(" 个字符）", ")"));
                None
            }
            Code::TooManyFaults => {
                out.push(&text!("：另有 ", ": "));
                push_index(out.text, self.at.0);
                out.push(&text!(" 处未列出", " more are not listed"));
                None
            }
            Code::PartExceedsWhole | Code::DateOrder => {
                if let Some(other) = self.other {
                    out.push(&other.label());
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
            out.push(&text!("；接受：", "; accepted: "));
            push_accepted(field, listed, out);
        }
        out.push(&text!("。", "."));
        text
    }

    /// Returns a question that suggests a known name, if there is a similar one.
    #[must_use]
    pub fn help(&self, language: Language) -> Option<String> {
        let suggestion = self.suggestion?;
        let mut text = String::new();
        let out = &mut MessageWriter { text: &mut text, language };
        out.push(&text!("是否指 `", "did you mean `"));
        out.push_str(suggestion);
        out.push(&text!("`？", "`?"));
        Some(text)
    }

    fn description(&self) -> &'static Text {
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

/// Appends the values that a field accepts; `listed` is whether the whole list is concerned, not an
/// item.
fn push_accepted(field: &Field, listed: bool, out: &mut MessageWriter<'_>) {
    let accepted = match field.kind {
        FieldKind::Count(&(least, most)) => {
            out.push(&text!("", "a whole number from "));
            push_scaled(out.text, least, 0);
            out.push(&text!(" 至 ", " to "));
            push_scaled(out.text, most, 0);
            &text!(" 的整数", "")
        }
        FieldKind::Choice(choices) => {
            for (index, choice) in choices.iter().enumerate() {
                if index > 0 {
                    out.push(&text!("、", ", "));
                }
                out.push_str(choice.key());
                if out.language == Language::Chinese {
                    out.push_str("（");
                    out.push_str(choice.label().zh());
                    out.push_str("）");
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
    out.push(accepted);
}

// The limits in the messages above.
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

    fn percent_text(part: i64, whole: i64, bound: i64, at_most: bool) -> String {
        let mut out = String::new();
        push_percent(Proportion { part, whole, bound }, at_most, &mut out);
        out
    }

    #[test]
    fn a_rounded_share_never_appears_to_meet_a_missed_bound() {
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
            assert_eq!(percent_text(part, whole, bound, at_most), text);
        }
        let mut out = String::new();
        for bound in [5_000, 600_000, 333_333, 1_000_000, 0] {
            push_bound_percent(bound, &mut out);
        }
        assert_eq!(out, "0.5%60%33.3333%100%0%");
    }
}
