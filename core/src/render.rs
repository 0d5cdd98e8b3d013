//! Messages of findings and faults, in Chinese and English.

#[cfg(feature = "intake")]
use crate::fault::CellProblem;
use crate::fault::{Code, Fault, Input};
use crate::field::{EXPLANATION_LIMIT, Field, Kind as FieldKind, TEXT_LIMIT, Unit};
use crate::json::{MAX_DEPTH, MAX_TEXT, MAX_VALUES};
use crate::judge::Step;
use crate::measure::{Basis, Measurement, Period, Proportion};
use crate::phrases::Phrase;
use crate::policy::Force;
use crate::quantity::date::push_date;
use crate::quantity::decimal::{push_scaled, push_shortest};
use crate::quantity::share::{Millionths, Ratio};
use crate::quantity::{MILLION, push_index};
use crate::reference::size::{Industry, rows_of_section};
use crate::report::{Finding, Reason};
use crate::rule::Kind;
#[cfg(feature = "intake")]
use crate::text::text;
use crate::text::{Language, MessageWriter, Text, split_once_at};
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
        out.phrase(self.opening());
        out.phrase(self.connector());
        match self.reason {
            Reason::BeforePolicy => self.push_limit(Phrase::BeforePolicy, out),
            Reason::AfterPolicy => self.push_limit(Phrase::AfterPolicy, out),
            Reason::OutOfScope => {
                out.phrase(Phrase::OnlyFor);
                if let Some(scope) = &self.wording.scope {
                    push_scope(scope, self.wording.scope_day, out);
                }
            }
            Reason::ShareOfNothing => {
                out.phrase(Phrase::BaseZero);
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
            out.phrase(Phrase::PeriodRunsTo);
            push_date(out.text, day.day_number());
        }
        if self.explained {
            out.phrase(Phrase::ReasonsGiven);
        }
        out.phrase(Phrase::Stop);
    }

    /// Appends the day before or after which the record lies, in brackets.
    fn push_limit(&self, words: Phrase, out: &mut MessageWriter<'_>) {
        out.phrase(words);
        if let Some(day) = self.wording.limit {
            push_date(out.text, day);
        }
        out.phrase(Phrase::CloseBracket);
    }

    /// Appends why the policy leaves the answer open.
    fn push_open(&self, out: &mut MessageWriter<'_>) {
        if let Some(open) = &self.wording.open {
            out.push(open);
        }
        match self.wording.either_way {
            Some(true) => out.phrase(Phrase::EitherReached),
            Some(false) => out.phrase(Phrase::EitherMissed),
            None => {}
        }
    }

    /// Returns the start of the message: the verdict, by the kind and the force of the rule.
    fn opening(&self) -> Phrase {
        match (self.verdict, self.rule.kind) {
            (Verdict::NotApplicable, _) => Phrase::NotApplicable,
            (Verdict::Undetermined, _) => Phrase::CannotBeDetermined,
            (Verdict::Pending, _) => Phrase::NotYetDue,
            (Verdict::Met, Kind::Eligibility) => Phrase::Qualifies,
            (Verdict::Unmet, Kind::Eligibility) => Phrase::DoesNotQualify,
            (Verdict::Met, Kind::Target) => Phrase::TargetReached,
            (Verdict::Unmet, Kind::Target) => Phrase::TargetMissed,
            (Verdict::Met, Kind::Obligation) => match self.force {
                Force::Encouraged | Force::Permitted => Phrase::Done,
                Force::Mandatory | Force::InPrinciple | Force::Directive => Phrase::Meets,
            },
            (Verdict::Unmet, Kind::Obligation) => match self.force {
                Force::Mandatory => Phrase::DoesNotMeet,
                Force::InPrinciple => Phrase::NotInPrinciple,
                Force::Directive => Phrase::NotImplemented,
                Force::Encouraged | Force::Permitted => Phrase::NotDone,
            },
        }
    }

    /// Returns the text between the verdict and the rest. The English demands are noun phrases, so
    /// they need an introduction; the Chinese ones are clauses.
    fn connector(&self) -> Phrase {
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
            (Kind::Obligation, Force::Encouraged | Force::Permitted) => Phrase::Colon,
            (_, _) if !demands => Phrase::Colon,
            (Kind::Eligibility, _) => Phrase::Condition,
            (Kind::Target, _) => Phrase::Target,
            (Kind::Obligation, Force::Mandatory | Force::InPrinciple | Force::Directive) => {
                Phrase::Required
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
                out.phrase(if is_alternative { Phrase::Or } else { Phrase::Semicolon });
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
        if let Some(none) = bound.required.as_deref().filter(|it| asks_for_nothing(bound, it)) {
            push_without_figure(demand, self.label(bound.fact), out);
            push_figure(Phrase::StandardIs, none, bound.unit, notation, out);
            out.phrase(Phrase::NothingRequired);
        } else if days || bound.required.is_some() {
            push_filled(demand, bound, notation, out);
        } else {
            self.push_standard(demand, bound, out);
        }
        // The days might seem to disagree where calendar months decide.
        let calendar = matches!(bound.period, Some(Period::Calendar | Period::CalendarOnly));
        if calendar && bound.verdict == Verdict::Met {
            out.phrase(Phrase::ReachedWhole);
            push_scaled(out.text, bound.months.unwrap_or_default(), 0);
            out.phrase(if bound.months == Some(1) {
                Phrase::WholeMonth
            } else {
                Phrase::WholeMonths
            });
            return;
        }
        if bound.period == Some(Period::CalendarOnly) {
            out.phrase(Phrase::ByCalendar);
        }
        if days && let Some(required) = &bound.required {
            push_figure(Phrase::OpenBracket, required, bound.unit, notation, out);
            out.phrase(Phrase::CloseBracket);
        }
        if let Some(measured) = &bound.measured {
            let actual = match (days, bound.longest && measured != "0") {
                (true, true) => Phrase::LongestSoFar,
                (true, false) => Phrase::SoFar,
                (false, _) => Phrase::Actual,
            };
            push_figure(actual, measured, bound.unit, notation, out);
        }
        // The excess over nothing is what was measured.
        let is_all = bound.at_most && bound.gap == bound.measured;
        if let Some(gap) = bound.gap.as_ref().filter(|_| !is_all) {
            let short = if bound.at_most { Phrase::ExcessBy } else { Phrase::ShortBy };
            push_figure(short, gap, bound.unit, notation, out);
        }
        // A share below the standard might seem to disagree where the number was rounded down.
        let rounded_down = |share: &Proportion| {
            bound.verdict == Verdict::Met && !bound.at_most && share.is_below_bound()
        };
        if let Some(share) = bound.share.filter(|share| !rounded_down(share)) {
            out.phrase(Phrase::Share);
            push_percent(share, out);
            out.phrase(Phrase::Standard);
            push_bound_percent(share.bound, out.text);
            out.phrase(Phrase::CloseBracket);
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
        let have_passed = if measured == "1" { Phrase::HasPassed } else { Phrase::HavePassed };
        match step {
            Step::None { from } => {
                out.phrase(Phrase::DutyBegan);
                push_date(out.text, from);
                push_figure(Phrase::SinceBegun, measured, bound.unit, Notation::PLAIN, out);
                out.phrase(have_passed);
                out.phrase(Phrase::NoReport);
            }
            Step::Open { from } => {
                out.phrase(Phrase::LastReport);
                push_date(out.text, from);
                push_figure(Phrase::SinceReport, measured, bound.unit, Notation::PLAIN, out);
                out.phrase(have_passed);
            }
            Step::Past { from, to } => {
                out.phrase(Phrase::Semicolon);
                push_interval(from, to, bound.unit, out);
            }
        }
        if self.verdict == Verdict::Unmet {
            push_more_than_years(bound, out);
        }
        let decides = |&&(from, to): &&(i64, i64)| step == Step::Past { from, to };
        for &(from, to) in past.iter().skip_while(decides) {
            out.phrase(match step {
                Step::Past { .. } => Phrase::AlsoInterval,
                Step::None { .. } | Step::Open { .. } => Phrase::EarlierInterval,
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
            out.phrase(qualified);
        }
        self.push_label(bound.fact, out);
        if out.language == Language::Chinese {
            out.phrase(qualified);
        }
        out.phrase(if bound.at_most { Phrase::AtMost } else { Phrase::AtLeast });
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
        let mut first = None;
        for (index, field) in self.wording.not_set.iter().enumerate() {
            out.phrase(if index == 0 { Phrase::NotTheCase } else { Phrase::Comma });
            let label = field.label().get(out.language);
            let said = first.map_or(0, |first| shared_words(first, label, out.language));
            out.push_str(label.get(said..).unwrap_or(label));
            first = first.or(Some(label));
        }
    }

    fn push_missing(&self, out: &mut MessageWriter<'_>) {
        for (index, missing) in self.missing.iter().enumerate() {
            out.phrase(if index == 0 { Phrase::FactsNeeded } else { Phrase::Comma });
            if let Some(item) = missing.item {
                out.phrase(Phrase::WhetherPeriod);
                push_index(out.text, item + 1);
                out.phrase(Phrase::WasInEnterprise);
                continue;
            }
            if self.is_flag(missing.key()) {
                out.phrase(Phrase::Whether);
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
                out.phrase(Phrase::StandardOf);
                out.push(&source.words);
                out.phrase(Phrase::SourceStatus);
                out.push(&source.status.label());
                out.phrase(Phrase::CloseBracket);
            }
            Some(Basis::Given) => out.phrase(Phrase::StandardGiven),
            Some(Basis::Policy) | None => {}
        }
    }
}

/// Returns the length of the words with which two labels begin alike, so that a list says them once.
fn shared_words(one: &str, other: &str, language: Language) -> usize {
    let mut letters = one.char_indices().zip(other.chars());
    let alike = letters.find(|((_, letter), of_other)| letter != of_other);
    let alike = alike.map_or(0, |((length, _), _)| length);
    match language {
        Language::Chinese => alike,
        Language::English => {
            other.get(..alike).and_then(|alike| alike.rfind(' ')).map_or(0, |space| space + 1)
        }
    }
}

/// Returns the words of a demand that qualify it.
fn qualification(demand: &Text) -> Phrase {
    let says = |words| last_position(demand.zh(), words).is_some();
    if says("原则上") {
        Phrase::InPrinciple
    } else if says("一般") {
        Phrase::InGeneral
    } else {
        Phrase::Nothing
    }
}

/// Whether the least number that is required is zero.
fn asks_for_nothing(bound: &Measurement, required: &str) -> bool {
    !bound.at_most && matches!(required, "0" | "0.00")
}

/// Returns where a text contains another one for the last time, as [`str::rfind`] does. The searches
/// of the standard library prepare themselves for long texts; their code takes a kilobyte of the
/// module for browsers.
fn last_position(text: &str, part: &str) -> Option<usize> {
    text.as_bytes().windows(part.len()).rposition(|bytes| bytes == part.as_bytes())
}

/// Appends the days between two reports.
fn push_interval(from: i64, to: i64, unit: Unit, out: &mut MessageWriter<'_>) {
    out.phrase(Phrase::IntervalFrom);
    push_date(out.text, from);
    out.phrase(Phrase::To);
    push_date(out.text, to);
    let mut days = String::new();
    push_scaled(&mut days, to - from, 0);
    push_figure(Phrase::IntervalDays, &days, unit, Notation::PLAIN, out);
}

fn push_more_than_years(bound: &Measurement, out: &mut MessageWriter<'_>) {
    out.phrase(Phrase::MoreThanYears);
    push_scaled(out.text, bound.years.unwrap_or_default(), 0);
    out.phrase(if bound.years == Some(1) { Phrase::Year } else { Phrase::Years });
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
    // English units agree with the figure: `1 position`.
    let one = out.language == Language::English && bound.required.as_deref() == Some("1");
    match rest.strip_prefix(' ').filter(|_| one) {
        Some(words) => push_singular(words, out),
        None => out.push_str(rest),
    }
}

/// Appends the words after a figure of 1, the first plural among them without its `s`.
fn push_singular(words: &str, out: &mut MessageWriter<'_>) {
    let (mut rest, mut done) = (Some(words), false);
    while let Some(words) = rest {
        let word;
        (word, rest) =
            split_once_at(words, b' ').map_or((words, None), |(word, after)| (word, Some(after)));
        out.push_str(" ");
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
        "positions"
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
    let separator = match out.language {
        Language::Chinese => "，",
        Language::English => ":",
    };
    let end = last_position(before, separator);
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
        out.phrase(Phrase::Either);
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
    /// Amounts below 100 000 are not grouped.
    plain: bool,
}

/// 1 元, 1 万元 and 1 亿元 in fen.
const YUAN: i64 = 100;
const WAN: i64 = 10_000 * YUAN;
const YI: i64 = 10_000 * WAN;

impl Notation {
    const PLAIN: Self = Self { wan: false, fen: false, plain: false };

    /// Returns the notation for the amounts of these bounds: in Chinese, 万元 if each amount is
    /// exact so with at most four decimals, that is in whole yuan; and no groups beside a bound that
    /// the policy writes without: 10000元.
    fn of(bounds: &[Measurement], language: Language) -> Self {
        let is_whole =
            |amount: &Option<String>| amount.as_ref().is_none_or(|amount| amount.ends_with(".00"));
        let whole = bounds.iter().filter(|bound| bound.unit == Unit::Yuan).all(|bound| {
            is_whole(&bound.measured) && is_whole(&bound.required) && is_whole(&bound.gap)
        });
        let written = |bound: &Measurement| {
            bound.written.and_then(|it| it.as_bytes().first()).is_some_and(u8::is_ascii_digit)
        };
        let plain = bounds.iter().any(written);
        match language {
            Language::Chinese => Self { wan: whole, fen: !whole, plain },
            Language::English => Self { wan: false, fen: true, plain: false },
        }
    }

    /// Appends an amount of money, given with two decimals, and its unit.
    fn push_money(self, amount: &str, out: &mut MessageWriter<'_>) {
        let digits = amount.bytes().filter(u8::is_ascii_digit);
        let fen = digits.fold(0_i64, |fen, digit| fen * 10 + i64::from(digit - b'0'));
        if out.language == Language::English {
            out.push_str("CNY ");
            push_grouped(amount, out);
        } else if self.wan && YI <= fen && fen % WAN == 0 {
            push_shortest(out.text, fen / WAN);
            out.push_str("亿元");
        } else if self.wan && 10 * WAN <= fen {
            push_shortest(out.text, fen / YUAN);
            out.push_str("万元");
        } else {
            let amount = amount.strip_suffix(".00").filter(|_| !self.fen).unwrap_or(amount);
            if self.plain && fen < 10 * WAN {
                out.push_str(amount);
            } else {
                push_grouped(amount, out);
            }
            out.push_str("元");
        }
    }
}

/// Returns an amount of money as a message writes it.
#[cfg(feature = "catalogue")]
pub(crate) fn money(amount: &str, language: Language) -> String {
    let mut text = String::new();
    let chinese = language == Language::Chinese;
    let notation = Notation { wan: chinese, fen: !chinese, plain: false };
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

/// Appends a number whose thousands are grouped: in Chinese from 10 000 on.
fn push_grouped(number: &str, out: &mut MessageWriter<'_>) {
    let (whole, decimals) =
        split_once_at(number, b'.').map_or((number, None), |(w, d)| (w, Some(d)));
    let grouped = 4 < whole.len() || out.language == Language::English;
    for (index, digit) in whole.bytes().enumerate() {
        if grouped && index > 0 && (whole.len() - index) % 3 == 0 {
            out.push_str(",");
        }
        out.text.push(char::from(digit));
    }
    if let Some(decimals) = decimals {
        out.push_str(".");
        out.push_str(decimals);
    }
}

/// Appends a label, a number and its unit.
fn push_figure(
    label: Phrase,
    number: &str,
    unit: Unit,
    notation: Notation,
    out: &mut MessageWriter<'_>,
) {
    out.phrase(label);
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
        out.phrase(Phrase::TheBaseIsZero);
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
        out.phrase(Phrase::Space);
        push_scaled(out.text, rounded, 2);
        out.push_str("%");
    } else {
        out.phrase(if misses { Phrase::LessThan } else { Phrase::MoreThan });
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

/// Appends a bound, in ten-thousandths of a percent.
fn push_bound_percent(bound: i64, out: &mut String) {
    push_shortest(out, bound);
    out.push('%');
}

impl Fault {
    /// Returns the message: one sentence with the error and the accepted values.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        #[cfg(any(feature = "arrow", feature = "cli"))]
        if let Some(child) = &self.child {
            return child.message(language);
        }
        let mut text = String::new();
        let out = &mut MessageWriter { text: &mut text, language };
        if let Some(field) = self.field {
            self.push_name(field, out);
            out.phrase(Phrase::Colon);
        }
        match self.problem() {
            Some(problem) => out.push(&problem),
            None => out.phrase(self.description()),
        }
        let listed = match self.code {
            Code::NotJson | Code::LoneSurrogate | Code::TooDeep if self.at.0 > 0 => {
                let (line, column) = self.at;
                out.phrase(Phrase::AtLine);
                push_index(out.text, line);
                out.phrase(Phrase::AtColumn);
                push_index(out.text, column);
                out.phrase(Phrase::Position);
                None
            }
            Code::TooManyFaults => {
                out.phrase(Phrase::Others);
                push_index(out.text, self.at.0);
                out.phrase(Phrase::NotListed);
                None
            }
            Code::PartExceedsWhole | Code::DateOrder => {
                if let Some(other) = self.other {
                    self.push_name(other, out);
                }
                None
            }
            Code::UnreadableCell | Code::ChildRow => None,
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
            out.phrase(Phrase::Accepted);
            push_accepted(field, listed, out);
        }
        out.phrase(Phrase::Stop);
        text
    }

    /// Returns a question that suggests a known name, if there is a similar one, or the rows of the size
    /// table that a section of several rows covers. For the cell of a table, returns what may be wrong
    /// with it.
    #[must_use]
    pub fn help(&self, language: Language) -> Option<String> {
        #[cfg(any(feature = "arrow", feature = "cli"))]
        if let Some(child) = &self.child {
            return child.help(language);
        }
        #[cfg(feature = "table")]
        if let Some(why) = &self.why {
            return Some(why.message(language));
        }
        let mut text = String::new();
        let out = &mut MessageWriter { text: &mut text, language };
        out.phrase(Phrase::DidYouMean);
        if let Some(rows) = self.rows_of_section() {
            for (index, row) in rows.iter().enumerate() {
                out.phrase(if index == 0 { Phrase::Nothing } else { Phrase::OrName });
                out.push_str(row.as_str());
            }
        } else {
            out.push_str(self.suggestion?);
        }
        out.phrase(Phrase::QuestionMark);
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

    fn description(&self) -> Phrase {
        match self.code {
            Code::UnknownSubject => Phrase::UnknownSubject,
            Code::NotJson => Phrase::NotJson,
            Code::LoneSurrogate => Phrase::LoneSurrogate,
            Code::TooDeep => Phrase::TooDeep,
            Code::TooLarge => Phrase::TooLarge,
            Code::TooManyFaults => Phrase::TooManyFaults,
            Code::NotAnObject => Phrase::NotAnObject,
            Code::NotAList => Phrase::NotAList,
            Code::NullItem => Phrase::NullItem,
            Code::Required => Phrase::FactRequired,
            Code::UnknownKey if self.input == Input::Parameters => Phrase::UnknownParameter,
            Code::UnknownKey => Phrase::UnknownKey,
            Code::DuplicateKey => Phrase::DuplicateKey,
            Code::NotText => Phrase::NotText,
            Code::TextTooLong => Phrase::TextTooLong,
            Code::BlankText => Phrase::BlankText,
            Code::NotAFlag => Phrase::NotAFlag,
            Code::NotAChoice => Phrase::NotAChoice,
            Code::NotACount => Phrase::NotACount,
            Code::NotMoney => Phrase::NotMoney,
            Code::NotAShare => Phrase::NotAShare,
            Code::NotAYear => Phrase::NotAYear,
            Code::NotADate => Phrase::NotADate,
            Code::OutOfRange => Phrase::OutOfRange,
            Code::PartExceedsWhole => Phrase::PartExceedsWhole,
            Code::DateOrder if self.other_first => Phrase::DateBefore,
            Code::DateOrder => Phrase::DateAfter,
            Code::NotExplainable => Phrase::NotExplainable,
            Code::UnreadableCell => Phrase::UnreadableCell,
            Code::ChildRow => Phrase::ChildRow,
        }
    }

    /// What is wrong with a cell that has no certain value. Only readers of workbooks find such cells, so
    /// these words are not among the phrases.
    #[cfg(feature = "intake")]
    fn problem(&self) -> Option<Text> {
        self.cell.map(CellProblem::description)
    }

    #[cfg(not(feature = "intake"))]
    #[expect(clippy::unused_self, reason = "with readers of workbooks, the fault tells")]
    const fn problem(&self) -> Option<Text> {
        None
    }
}

#[cfg(feature = "intake")]
impl CellProblem {
    const fn description(self) -> Text {
        match self {
            Self::Formula => text!(
                "公式没有保存的结果，请用 Excel 或 WPS 打开并保存",
                "a formula without a saved result; open the workbook in Excel or WPS and save it",
            ),
            Self::Error => text!("公式出错，没有结果", "a formula that failed and has no result"),
            Self::Format => text!(
                "单元格的数字格式使显示的数或单位与所存的数不同（如以万元显示元），请改为“常规”格式，核对数值和表头的单位",
                "the number format of the cell shows another number or unit than the cell holds (as \
                 thousands for ones); set it to General, and check the number and the unit of the header",
            ),
            Self::Covered => text!(
                "被合并的单元格遮住，工作表显示的是另一个值",
                "covered by a merged cell, so that the sheet shows another value",
            ),
            Self::SmallCharacters => text!(
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
            out.phrase(Phrase::CountFrom);
            push_scaled(out.text, least, 0);
            out.phrase(Phrase::To);
            push_scaled(out.text, most, 0);
            Phrase::CountTo
        }
        FieldKind::Choice(choices) => {
            for (index, choice) in choices.iter().enumerate() {
                if index > 0 {
                    out.phrase(Phrase::Comma);
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
        FieldKind::Dates if listed => Phrase::AcceptedDates,
        FieldKind::Periods => Phrase::AcceptedPeriods,
        FieldKind::Text => Phrase::AcceptedText,
        FieldKind::Year => Phrase::AcceptedYear,
        FieldKind::Money => Phrase::AcceptedMoney,
        FieldKind::Share => Phrase::AcceptedShare,
        FieldKind::Flag => Phrase::AcceptedFlag,
        FieldKind::Date | FieldKind::Dates => Phrase::AcceptedDate,
    };
    out.phrase(accepted);
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
            (60, 100, 600_000, " 60.00%"),
            (1, 3, 333_333, "超过33.3333%"),
            (333_332, 1_000_000, 333_333, " 33.33%"),
            (100_000_001, 1_000_000_000, 100_000, "超过10%"),
            (99_999_999, 1_000_000_000, 100_000, "不足10%"),
            (1, 9, 100_000, " 11.11%"),
            (5, 0, 100_000, "基数为零"),
            (9_007_199_254_740_991, 1, 5_000, "超过0.5%"),
            (14, 3200, 5_000, " 0.44%"),
            (0, 7, 5_000, " 0.00%"),
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
    fn labels_that_begin_alike_say_so_once() {
        for (one, other, rest, language) in [
            ("支持开展教学指导", "支持开展技能鉴定", "技能鉴定", Language::Chinese),
            ("it supports skills", "it supports services", "services", Language::English),
            ("it supports", "others do", "others do", Language::English),
        ] {
            assert_eq!(other.get(shared_words(one, other, language)..), Some(rest));
        }
    }

    #[test]
    fn amounts_are_written_in_one_notation() {
        let money = |amount: &str, wan: bool, fen: bool, language: Language| {
            let mut text = String::new();
            let out = &mut MessageWriter { text: &mut text, language };
            Notation { wan, fen, plain: false }.push_money(amount, out);
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
        let beside_10000 = |amount: &str, fen: bool| {
            let mut text = String::new();
            let out = &mut MessageWriter { text: &mut text, language: Language::Chinese };
            Notation { wan: !fen, fen, plain: true }.push_money(amount, out);
            text
        };
        assert_eq!(beside_10000("11000.00", false), "11000元");
        assert_eq!(beside_10000("99999.99", true), "99999.99元");
        assert_eq!(beside_10000("100000.00", false), "10万元");
        assert_eq!(beside_10000("100000.01", true), "100,000.01元");
        let chinese = money("1234567.89", false, true, Language::Chinese);
        assert_eq!(chinese, "1,234,567.89元");
        assert_eq!(money("4320000.00", false, true, Language::English), "CNY 4,320,000.00");
    }
}
