//! Messages of findings and faults, in Chinese and English.

#[cfg(feature = "intake")]
use crate::fault::CellProblem;
use crate::fault::{Code, Fault, Input};
use crate::field::{EXPLANATION_LIMIT, Field, Kind as FieldKind, TEXT_LIMIT, Unit};
use crate::json::{MAX_DEPTH, MAX_TEXT, MAX_VALUES};
use crate::judge::Step;
use crate::measure::{Basis, Measurement, Period, Proportion};
use crate::policy::Force;
use crate::quantity::date::push_date;
use crate::quantity::decimal::push_scaled;
use crate::quantity::share::{Millionths, Ratio};
use crate::quantity::{MILLION, push_index};
use crate::reference::size::{Industry, rows_of_section};
use crate::report::{Finding, Reason};
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
        match self.reason {
            Reason::BeforePolicy => self.push_limit(
                &text!(
                    "早于设定的适用起始日（",
                    "before the day from which the policy is applied (",
                ),
                out,
            ),
            Reason::AfterPolicy => self.push_limit(
                &text!(
                    "晚于设定的适用截止日（",
                    "after the day until which the policy is applied (",
                ),
                out,
            ),
            Reason::OutOfScope => {
                out.push(&text!("仅针对", "only for "));
                if let Some(scope) = &self.wording.scope {
                    push_scope(scope, self.wording.scope_day, out);
                }
            }
            Reason::ShareOfNothing => {
                out.push(&text!("计算基数为零", "the base of the ratio is zero"));
            }
            Reason::TextSilent | Reason::ParameterOpen => self.push_open(out),
            Reason::Missing | Reason::PeriodRuns | Reason::Figures | Reason::Fact => {
                self.push_figures(out);
                self.push_not_set(out);
                self.push_missing(out);
                self.push_basis(out);
            }
        }
        if let Some(day) = self.until {
            out.push(&text!("；期限至", "; the period runs to "));
            push_date(out.text, day.day_number());
        }
        if self.explained {
            out.push(&text!("（已附理由，未作审查）", " (reasons given, not reviewed)"));
        }
        out.push(&text!("。", "."));
    }

    /// Appends the day before or after which the record lies, in brackets.
    fn push_limit(&self, words: &Text, out: &mut MessageWriter<'_>) {
        out.push(words);
        if let Some(day) = self.wording.limit {
            push_date(out.text, day);
        }
        out.push(&text!("）", ")"));
    }

    /// Appends why the policy leaves the answer open.
    fn push_open(&self, out: &mut MessageWriter<'_>) {
        if let Some(open) = &self.wording.open {
            out.push(open);
        }
        match self.wording.either_way {
            Some(true) => out.push(&text!(
                "；无论适用哪一标准均已达到",
                "; whichever standard applies, it is reached",
            )),
            Some(false) => out.push(&text!(
                "；无论适用哪一标准均未达到",
                "; whichever standard applies, it is not reached",
            )),
            None => {}
        }
    }

    /// Returns the start of the message: the verdict, by the kind and the force of the rule.
    fn opening(&self) -> &'static Text {
        match (self.verdict, self.rule.kind) {
            (Verdict::NotApplicable, _) => &text!("不适用", "Not applicable"),
            (Verdict::Undetermined, _) => &text!("无法判断", "Cannot be determined"),
            (Verdict::Pending, _) => &text!("期限未届满", "Not yet due"),
            (Verdict::Met, Kind::Eligibility) => &text!("具备条件", "Qualifies"),
            (Verdict::Unmet, Kind::Eligibility) => &text!("不具备条件", "Does not qualify"),
            (Verdict::Met, Kind::Target) => &text!("已达目标", "Target reached"),
            (Verdict::Unmet, Kind::Target) => &text!("未达目标", "Target not reached"),
            (Verdict::Met, Kind::Obligation) => match self.force {
                Force::Encouraged | Force::Permitted => {
                    &text!("已做到（鼓励事项）", "Done, as encouraged")
                }
                Force::Mandatory | Force::InPrinciple | Force::Directive => {
                    &text!("符合", "Meets the policy standard")
                }
            },
            (Verdict::Unmet, Kind::Obligation) => match self.force {
                Force::Mandatory => &text!("不符合文件要求", "Does not meet the policy standard"),
                Force::InPrinciple => &text!(
                    "未达到“原则上”的要求",
                    "Does not meet what the policy asks for in principle"
                ),
                Force::Directive => {
                    &text!("未落实文件部署", "Not implemented as the policy directs")
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
        let demands = match self.reason {
            Reason::BeforePolicy
            | Reason::AfterPolicy
            | Reason::OutOfScope
            | Reason::ShareOfNothing
            | Reason::TextSilent
            | Reason::ParameterOpen => false,
            // Words of the verdict are no demand.
            Reason::Missing | Reason::PeriodRuns | Reason::Figures | Reason::Fact => {
                self.special_words().is_none()
            }
        };
        match (self.rule.kind, self.force) {
            (Kind::Obligation, Force::Encouraged | Force::Permitted) => &text!("：", ": "),
            (_, _) if !demands => &text!("：", ": "),
            (Kind::Eligibility, _) => &text!("：", ". Condition: "),
            (Kind::Target, _) => &text!("：", ". Target: "),
            (Kind::Obligation, Force::Mandatory | Force::InPrinciple | Force::Directive) => {
                &text!("：", ". Required: ")
            }
        }
    }

    fn push_figures(&self, out: &mut MessageWriter<'_>) {
        let is_alternative = self.wording.is_alternative;
        let notation = Notation::of(&self.bounds, out.language);
        let mut first = true;
        for (index, demand) in self.wording.demands.iter().enumerate() {
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
                None => out.push(&self.special_words().unwrap_or(*demand)),
                Some(bound) => self.push_bound(demand, bound, notation, out),
            }
        }
    }

    /// Appends a bound with its figures: 应提供教师顶岗实践岗位 16 个以上，实际 14 个，差 2 个.
    fn push_bound(
        &self,
        demand: &Text,
        bound: &Measurement,
        notation: Notation,
        out: &mut MessageWriter<'_>,
    ) {
        if let Some(Period::Step(step, past)) = &bound.period {
            push_filled(demand, bound, notation, out);
            self.push_step(*step, past, bound, out);
            return;
        }
        let days = bound.unit == Unit::Day;
        if days || bound.required.is_some() {
            push_filled(demand, bound, notation, out);
        } else {
            self.push_standard(demand, bound, out);
        }
        // The days might seem to disagree where calendar months decide.
        let calendar = matches!(bound.period, Some(Period::Calendar | Period::CalendarOnly));
        if calendar && bound.verdict == Verdict::Met {
            out.push(&text!("，已达到整", "; so far: "));
            push_scaled(out.text, bound.months.unwrap_or_default(), 0);
            out.push(if bound.months == Some(1) {
                &text!("个月", " whole month")
            } else {
                &text!("个月", " whole months")
            });
            return;
        }
        if bound.period == Some(Period::CalendarOnly) {
            out.push(&text!("（按日历月计算）", " (by calendar months)"));
        }
        if days && let Some(required) = &bound.required {
            push_figure(&text!("（", " ("), required, bound.unit, notation, out);
            out.push(&text!("）", ")"));
        }
        if let Some(measured) = &bound.measured {
            let actual = if days {
                &text!("，已有 ", "; so far: ")
            } else {
                &text!("，实际 ", "; actual: ")
            };
            push_figure(actual, measured, bound.unit, notation, out);
        }
        // The excess over nothing is what was measured.
        let is_all = bound.at_most && bound.gap == bound.measured;
        if let Some(gap) = bound.gap.as_ref().filter(|_| !is_all) {
            let short = if bound.at_most {
                &text!("，超出 ", "; in excess by ")
            } else {
                &text!("，差 ", "; short by ")
            };
            push_figure(short, gap, bound.unit, notation, out);
        }
        // A share below the standard might seem to disagree where the number was rounded down.
        let rounded_down = |share: &Proportion| {
            bound.verdict == Verdict::Met && !bound.at_most && share.is_below_bound()
        };
        if let Some(share) = bound.share.filter(|share| !rounded_down(share)) {
            out.push(&text!("（比例 ", " ("));
            push_percent(share, out);
            out.push(&text!("，标准 ", "; standard "));
            push_bound_percent(share.bound, out.text);
            out.push(&text!("）", ")"));
        }
    }

    /// Appends the interval between reports that decides, and the other past ones that were too
    /// long.
    fn push_step(
        &self,
        step: Step,
        past: &[(i64, i64)],
        bound: &Measurement,
        out: &mut MessageWriter<'_>,
    ) {
        let measured = bound.measured.as_deref().unwrap_or_default();
        let have_passed =
            if measured == "1" { &text!("", " has passed") } else { &text!("", " have passed") };
        match step {
            Step::None { from } => {
                out.push(&text!("；自起算日 ", "; since the duty began on "));
                push_date(out.text, from);
                push_figure(&text!(" 起已过 ", ", "), measured, bound.unit, Notation::PLAIN, out);
                out.push(have_passed);
                out.push(&text!("，尚未发布", " without a report"));
            }
            Step::Open { from } => {
                out.push(&text!("；距上次报告（", "; since the last report ("));
                push_date(out.text, from);
                push_figure(&text!("）已过 ", "), "), measured, bound.unit, Notation::PLAIN, out);
                out.push(have_passed);
            }
            Step::Past { from, to } => {
                out.push(&text!("；", "; "));
                push_interval(from, to, bound.unit, out);
            }
        }
        if self.verdict == Verdict::Unmet {
            push_more_than_years(bound, out);
        }
        let decides = |&&(from, to): &&(i64, i64)| step == Step::Past { from, to };
        for &(from, to) in past.iter().skip_while(decides) {
            out.push(match step {
                Step::Past { .. } => &text!("；另有 ", "; also "),
                Step::None { .. } | Step::Open { .. } => &text!("；此前 ", "; before that, "),
            });
            push_interval(from, to, bound.unit, out);
            push_more_than_years(bound, out);
        }
    }

    /// Appends the required share if the required number is not known: the label of the part, 应不低于,
    /// and the share of the whole.
    fn push_standard(&self, demand: &Text, bound: &Measurement, out: &mut MessageWriter<'_>) {
        let (Some(whole), [Some(standard), other]) = (bound.whole, bound.standards) else {
            push_without_figure(demand, self.label(bound.fact), out);
            return;
        };
        let qualified = qualification(demand);
        if out.language == Language::English {
            out.push(&qualified);
        }
        self.push_label(bound.fact, out);
        if out.language == Language::Chinese {
            out.push(&qualified);
        }
        out.push(if bound.at_most {
            &text!("应不超过", ": no more than ")
        } else {
            &text!("应不低于", ": at least ")
        });
        let whole_of_it = standard == MILLION && other.is_none();
        match (out.language, whole_of_it) {
            (Language::Chinese, true) => self.push_label(whole, out),
            (Language::Chinese, false) => {
                self.push_label(whole, out);
                out.push_str("的");
                push_either_percent(standard, other, out);
            }
            (Language::English, true) => {
                out.push_str("equal to ");
                self.push_label(whole, out);
            }
            (Language::English, false) => {
                push_either_percent(standard, other, out);
                out.push_str(" of ");
                self.push_label(whole, out);
            }
        }
    }

    /// Returns the words of the rule for its verdict, if it has other ones than its requirement.
    /// They are about the default reading.
    fn special_words(&self) -> Option<Text> {
        let words = match self.verdict {
            Verdict::Met => self.rule.met,
            Verdict::Unmet => self.rule.unmet,
            Verdict::Undetermined | Verdict::Pending | Verdict::NotApplicable => None,
        };
        words.filter(|_| self.wording.demands == self.rule.demands)
    }

    /// Appends the flags that are not set, if the rule names them.
    fn push_not_set(&self, out: &mut MessageWriter<'_>) {
        for (index, field) in self.wording.not_set.iter().enumerate() {
            out.push(if index == 0 {
                &text!("；尚未做到：", "; not the case: ")
            } else {
                &text!("、", ", ")
            });
            out.push(&field.label());
        }
    }

    fn push_missing(&self, out: &mut MessageWriter<'_>) {
        for (index, missing) in self.missing.iter().enumerate() {
            out.push(if index == 0 {
                &text!("；尚缺事实：", "; facts still needed: ")
            } else {
                &text!("、", ", ")
            });
            if let Some(item) = missing.item {
                out.push(&text!("第", "whether period "));
                push_index(out.text, item + 1);
                out.push(&text!("段实践是否在企业", " of practice was in an enterprise"));
                continue;
            }
            if self.is_flag(missing.key()) {
                out.push(&text!("是否", "whether "));
            }
            self.push_label(missing.key(), out);
        }
    }

    fn field(&self, key: &str) -> Option<&'static Field> {
        self.subject.fields().iter().find(|field| field.key() == key)
    }

    fn is_flag(&self, key: &str) -> bool {
        self.field(key).is_some_and(|field| matches!(field.kind, FieldKind::Flag))
    }

    fn label(&self, key: &str) -> Option<Text> {
        self.field(key).map(Field::label)
    }

    /// Appends the label of a fact.
    fn push_label(&self, key: &str, out: &mut MessageWriter<'_>) {
        if let Some(label) = self.label(key) {
            out.push(&label);
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
            Some(Basis::Given) => out.push(&text!(
                "（标准为自设参数，非文件原文）",
                " (standard set by the user, not the policy's)",
            )),
            Some(Basis::Policy) | None => {}
        }
    }
}

/// Returns the words of a demand that qualify it.
fn qualification(demand: &Text) -> Text {
    if demand.zh().contains("原则上") {
        text!("原则上", "in principle, ")
    } else if demand.zh().contains("一般") {
        text!("一般", "in general, ")
    } else {
        text!("", "")
    }
}

/// Appends the days between two reports.
fn push_interval(from: i64, to: i64, unit: Unit, out: &mut MessageWriter<'_>) {
    out.push(&text!("", "from "));
    push_date(out.text, from);
    out.push(&text!(" 至 ", " to "));
    push_date(out.text, to);
    let mut days = String::new();
    push_scaled(&mut days, to - from, 0);
    push_figure(&text!(" 间隔 ", ": "), &days, unit, Notation::PLAIN, out);
}

fn push_more_than_years(bound: &Measurement, out: &mut MessageWriter<'_>) {
    out.push(&text!("，超过", ", more than "));
    push_scaled(out.text, bound.years.unwrap_or_default(), 0);
    out.push(if bound.years == Some(1) { &text!("年", " year") } else { &text!("年", " years") });
}

/// Appends a scope, in which the name of a parameter in braces is its day.
fn push_scope(scope: &Text, day: Option<i64>, out: &mut MessageWriter<'_>) {
    match (split_once_at(scope.get(out.language), b'{'), day) {
        (Some((before, after)), Some(day)) => {
            out.push_str(before);
            push_date(out.text, day);
            out.push_str(split_once_at(after, b'}').map_or("", |(_, rest)| rest));
        }
        _ => out.push(scope),
    }
}

/// Appends a demand with its figures: `{}` is the required number, `{years}` and `{months}` are
/// parameters.
fn push_filled(
    demand: &Text,
    bound: &Measurement,
    notation: Notation,
    out: &mut MessageWriter<'_>,
) {
    let mut rest = demand.get(out.language);
    while let Some((before, after)) = split_once_at(rest, b'{') {
        let (name, tail) = split_once_at(after, b'}').unwrap_or_default();
        out.push_str(before);
        match (name, &bound.required) {
            ("years", _) => push_scaled(out.text, bound.years.unwrap_or_default(), 0),
            ("months", _) => push_scaled(out.text, bound.months.unwrap_or_default(), 0),
            (_, None) => {}
            (_, Some(required)) => match (bound.written, out.language) {
                (Some(written), Language::Chinese) => out.push_str(written),
                (_, _) if bound.unit == Unit::Yuan => notation.push_money(required, out),
                (_, _) => push_grouped(required, out),
            },
        }
        rest = tail;
    }
    // English units agree with the figure: `1 post`.
    let one = out.language == Language::English && bound.required.as_deref() == Some("1");
    match rest.strip_prefix(' ').filter(|_| one) {
        Some(words) => push_singular(words, out),
        None => out.push_str(rest),
    }
}

/// Appends the words after a figure of 1, the first plural among them without its `s`.
fn push_singular(words: &str, out: &mut MessageWriter<'_>) {
    out.push_str(" ");
    let mut done = false;
    for (index, word) in words.split(' ').enumerate() {
        if index > 0 {
            out.push_str(" ");
        }
        let (stem, comma) = word.strip_suffix(',').map_or((word, ""), |stem| (stem, ","));
        match stem.strip_suffix('s').filter(|_| !done && is_plural(stem)) {
            Some(singular) => {
                out.push_str(singular);
                out.push_str(comma);
                done = true;
            }
            None => out.push_str(word),
        }
    }
}

/// Whether an English word is the plural of a unit. Words that merely end in `s` are not.
fn is_plural(word: &str) -> bool {
    matches!(
        word,
        "posts"
            | "positions"
            | "persons"
            | "employees"
            | "students"
            | "enterprises"
            | "participants"
            | "bodies"
            | "hours"
            | "years"
            | "months"
            | "days"
    )
}

/// Appends a demand without its figure, which is not known: the clause before that of the figure, or,
/// if there is none, the label of the measured fact.
fn push_without_figure(demand: &Text, label: Option<Text>, out: &mut MessageWriter<'_>) {
    let before = split_once_at(demand.get(out.language), b'{').map_or("", |(before, _)| before);
    let end = match out.language {
        Language::Chinese => before.rfind('，'),
        Language::English => before.rfind(':'),
    };
    match (end.and_then(|end| before.get(..end)), label) {
        (Some(clause), _) => out.push_str(clause),
        (None, Some(label)) => out.push(&label),
        (None, None) => {}
    }
}

/// Appends a share in percent, or two of which either may be required.
fn push_either_percent(one: i64, other: Option<i64>, out: &mut MessageWriter<'_>) {
    push_bound_percent(one, out.text);
    if let Some(other) = other {
        out.push(&text!("或", " or "));
        push_bound_percent(other, out.text);
    }
}

/// How the amounts of a sentence are written. All of them follow the same notation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Notation {
    /// Large amounts are written in 万元 and 亿元.
    wan: bool,
    /// Amounts have two decimals.
    fen: bool,
}

/// 1 元, 1 万元 and 1 亿元 in fen.
const YUAN: u64 = 100;
const WAN: u64 = 10_000 * YUAN;
const YI: u64 = 10_000 * WAN;

impl Notation {
    const PLAIN: Self = Self { wan: false, fen: false };

    /// Returns the notation for the amounts of these bounds: in Chinese, 万元 if each amount is
    /// exact so with at most four decimals, that is in whole yuan.
    fn of(bounds: &[Measurement], language: Language) -> Self {
        let amounts = bounds.iter().filter(|bound| bound.unit == Unit::Yuan);
        let whole = amounts
            .flat_map(|bound| [&bound.measured, &bound.required, &bound.gap])
            .flatten()
            .all(|amount| amount.ends_with(".00"));
        match language {
            Language::Chinese => Self { wan: whole, fen: !whole },
            Language::English => Self { wan: false, fen: true },
        }
    }

    /// Appends an amount of money, given with two decimals, and its unit.
    fn push_money(self, amount: &str, out: &mut MessageWriter<'_>) {
        let digits = amount.bytes().filter(u8::is_ascii_digit);
        let fen = digits.fold(0_u64, |fen, digit| fen * 10 + u64::from(digit - b'0'));
        if out.language == Language::English {
            out.push_str("CNY ");
            push_grouped(amount, out);
        } else if self.wan && YI <= fen && fen % WAN == 0 {
            push_decimal(fen / WAN, out);
            out.push_str("亿元");
        } else if self.wan && 10 * WAN <= fen {
            push_decimal(fen / YUAN, out);
            out.push_str("万元");
        } else {
            let whole = amount.strip_suffix(".00").filter(|_| !self.fen);
            push_grouped(whole.unwrap_or(amount), out);
            out.push_str("元");
        }
    }
}

/// Returns an amount of money as a message writes it.
#[cfg(feature = "catalogue")]
pub(crate) fn money(amount: &str, language: Language) -> String {
    let mut text = String::new();
    let chinese = language == Language::Chinese;
    let notation = Notation { wan: chinese, fen: !chinese };
    notation.push_money(amount, &mut MessageWriter { text: &mut text, language });
    text
}

/// Returns a number as a message writes it.
#[cfg(feature = "catalogue")]
pub(crate) fn grouped(number: &str, language: Language) -> String {
    let mut text = String::new();
    push_grouped(number, &mut MessageWriter { text: &mut text, language });
    text
}

/// Appends a number of ten-thousandths without trailing zeros.
fn push_decimal(number: u64, out: &mut MessageWriter<'_>) {
    let mut text = String::new();
    push_scaled(&mut text, i64::try_from(number).unwrap_or(i64::MAX), 4);
    out.push_str(text.trim_end_matches('0').trim_end_matches('.'));
}

/// Appends a number whose thousands are grouped: in Chinese from 10 000 on.
fn push_grouped(number: &str, out: &mut MessageWriter<'_>) {
    let (whole, decimals) =
        split_once_at(number, b'.').map_or((number, None), |(w, d)| (w, Some(d)));
    let grouped = 4 < whole.len() || out.language == Language::English;
    for (index, digit) in whole.chars().enumerate() {
        if grouped && index > 0 && (whole.len() - index) % 3 == 0 {
            out.push_str(",");
        }
        out.text.push(digit);
    }
    if let Some(decimals) = decimals {
        out.push_str(".");
        out.push_str(decimals);
    }
}

/// Appends a label, a number and its unit.
fn push_figure(
    label: &Text,
    number: &str,
    unit: Unit,
    notation: Notation,
    out: &mut MessageWriter<'_>,
) {
    out.push(label);
    if unit == Unit::Yuan {
        notation.push_money(number, out);
        return;
    }
    push_grouped(number, out);
    out.push_str(" ");
    let unit = unit.label().get(out.language);
    let singular = if number == "1" { unit.strip_suffix('s') } else { None };
    out.push_str(singular.unwrap_or(unit));
}

/// Appends a share in percent, rounded half up to two decimals. Where the rounded share would reach
/// a bound that the share misses, or the bound itself, the words say on which side it lies.
fn push_percent(share: Proportion, out: &mut MessageWriter<'_>) {
    let Proportion { part, whole, bound } = share;
    if whole == 0 {
        out.push(&text!("基数为零", "the base is zero"));
        return;
    }
    let misses = share.is_below_bound();
    let exceeds = Millionths(bound).greatest_part(whole) < part;
    // In hundredths of a percent; the bound is in ten-thousandths.
    let rounded = percent(part, whole).filter(|rounded| {
        let rounded = rounded.saturating_mul(100);
        !(misses && bound <= rounded || exceeds && rounded <= bound)
    });
    if let Some(rounded) = rounded {
        push_scaled(out.text, rounded, 2);
        out.push_str("%");
    } else {
        out.push(if misses {
            &text!("不足", "less than ")
        } else {
            &text!("超过", "more than ")
        });
        push_bound_percent(bound, out.text);
    }
}

/// Returns the percentage in hundredths of a percent, rounded half up, by long division.
fn percent(part: i64, whole: i64) -> Option<i64> {
    let mut percent = part / whole;
    let mut rest = part % whole;
    for _ in 0..4 {
        let tens = rest * 10;
        percent = percent.checked_mul(10)?.checked_add(tens / whole)?;
        rest = tens % whole;
    }
    percent.checked_add(i64::from(whole <= rest * 2))
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
            self.push_name(field, out);
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
                    self.push_name(other, out);
                }
                None
            }
            Code::UnreadableCell => None,
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

    /// Returns a question that suggests a known name, if there is a similar one, or the rows of the size
    /// table that a section of several rows covers.
    #[must_use]
    pub fn help(&self, language: Language) -> Option<String> {
        let mut text = String::new();
        let out = &mut MessageWriter { text: &mut text, language };
        out.push(&text!("是否指 `", "did you mean `"));
        if let Some(rows) = self.rows_of_section() {
            for (index, row) in rows.iter().enumerate() {
                out.push(if index == 0 { &text!("", "") } else { &text!("` 或 `", "` or `") });
                out.push_str(row.as_str());
            }
        } else {
            out.push_str(self.suggestion?);
        }
        out.push(&text!("`？", "`?"));
        Some(text)
    }

    /// Returns the rows of the size table that the given section of GB/T 4754 covers, if it is one of
    /// several rows.
    fn rows_of_section(&self) -> Option<&'static [Industry]> {
        let is_industry = self.field.is_some_and(|field| field.key() == "industry");
        let section = self.given.strip_prefix('"')?.strip_suffix('"')?;
        rows_of_section(section).filter(|_| is_industry && self.code == Code::NotAChoice)
    }

    /// Appends the label of a fact, or the key of a parameter: the labels of parameters are not in the
    /// module for browsers.
    fn push_name(&self, field: &Field, out: &mut MessageWriter<'_>) {
        match self.input {
            Input::Record => out.push(&field.label()),
            Input::Parameters => out.push_str(field.key()),
        }
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
                "只有“原则上”的要求可以说明理由",
                "only obligations that the policy asks for in principle can be explained",
            ),
            Code::UnreadableCell => {
                // Only readers of workbooks find such cells.
                #[cfg(feature = "intake")]
                if let Some(problem) = self.cell {
                    return problem.description();
                }
                &text!("单元格没有确定的值", "the cell has no certain value")
            }
        }
    }
}

#[cfg(feature = "intake")]
impl CellProblem {
    fn description(self) -> &'static Text {
        match self {
            Self::Formula => &text!(
                "公式没有保存的结果，请用 Excel 或 WPS 打开并保存",
                "a formula without a saved result; open the workbook in Excel or WPS and save it",
            ),
            Self::Error => &text!("公式出错，没有结果", "a formula that failed and has no result"),
            Self::Format => &text!(
                "单元格的数字格式使显示的数或单位与所存的数不同（如以万元显示元），请改为“常规”格式，核对数值和表头的单位",
                "the number format of the cell shows another number or unit than the cell holds (as \
                 thousands for ones); set it to General, and check the number and the unit of the header",
            ),
            Self::Covered => &text!(
                "被合并的单元格遮住，工作表显示的是另一个值",
                "covered by a merged cell, so that the sheet shows another value",
            ),
            Self::SmallCharacters => &text!(
                "数字中有上标、下标或删除线的字符（如脚注），请删去",
                "some characters are raised, lowered or struck, as those of footnotes; delete them",
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
                if out.language == Language::Chinese && !choice.label().zh().is_empty() {
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

    fn percent_text(part: i64, whole: i64, bound: i64) -> String {
        let mut text = String::new();
        let out = &mut MessageWriter { text: &mut text, language: Language::Chinese };
        push_percent(Proportion { part, whole, bound }, out);
        text
    }

    #[test]
    fn a_rounded_share_never_appears_to_meet_a_missed_bound() {
        for (part, whole, bound, text) in [
            (59_999_999, 100_000_000, 600_000, "不足60%"),
            (60, 100, 600_000, "60.00%"),
            (1, 3, 333_333, "超过33.3333%"),
            (333_332, 1_000_000, 333_333, "33.33%"),
            (100_000_001, 1_000_000_000, 100_000, "超过10%"),
            (99_999_999, 1_000_000_000, 100_000, "不足10%"),
            (1, 9, 100_000, "11.11%"),
            (5, 0, 100_000, "基数为零"),
            (9_007_199_254_740_991, 1, 5_000, "超过0.5%"),
            (14, 3200, 5_000, "0.44%"),
            (0, 7, 5_000, "0.00%"),
        ] {
            assert_eq!(percent_text(part, whole, bound), text);
        }
        let mut out = String::new();
        for bound in [5_000, 600_000, 333_333, 1_000_000, 0] {
            push_bound_percent(bound, &mut out);
        }
        assert_eq!(out, "0.5%60%33.3333%100%0%");
    }

    #[test]
    fn amounts_are_written_in_one_notation() {
        let money = |amount: &str, wan: bool, fen: bool, language: Language| {
            let mut text = String::new();
            let out = &mut MessageWriter { text: &mut text, language };
            Notation { wan, fen }.push_money(amount, out);
            text
        };
        for (amount, zh, in_fen) in [
            ("4320000.00", "432万元", "4,320,000.00元"),
            ("100000000.00", "1亿元", "100,000,000.00元"),
            ("123456789.00", "12345.6789万元", "123,456,789.00元"),
            ("123450000.00", "1.2345亿元", "123,450,000.00元"),
            ("99999.00", "99,999元", "99,999.00元"),
            ("100000.00", "10万元", "100,000.00元"),
            ("9999.00", "9999元", "9999.00元"),
            ("0.00", "0元", "0.00元"),
        ] {
            assert_eq!(money(amount, true, false, Language::Chinese), zh);
            assert_eq!(money(amount, false, true, Language::Chinese), in_fen);
        }
        let chinese = money("1234567.89", false, true, Language::Chinese);
        assert_eq!(chinese, "1,234,567.89元");
        assert_eq!(money("4320000.00", false, true, Language::English), "CNY 4,320,000.00");
    }
}
