//! Reports: findings and the conclusion, as data. [`crate::render`] turns them into messages.

use crate::facts::Facts;
use crate::field::Field;
use crate::index::{FactSet, Index, IndexSet};
use crate::judge::{self, Evaluation, Side, judge};
use crate::measure::{self, Measurement};
use crate::missing::{self, Missing};
use crate::parameters::{self, Override, Parameters};
use crate::policy::Force;
use crate::quantity::Date;
use crate::record::Record;
use crate::rule::{Condition, Duty, Group, NumberCondition, Rule};
use crate::string_enum::string_enum;
use crate::subjects::Subject;
use crate::text::Text;
use crate::verdict::Verdict;

string_enum! {
    /// The overall result for a record: the first of these that applies.
    Conclusion {
        /// 不符合文件要求: a mandatory obligation is unmet.
        NonCompliant = "non_compliant", "不符合文件要求", "does not meet the policy standard";
        /// 尚不能下结论: a mandatory, in-principle or directive obligation is undetermined.
        Incomplete = "incomplete", "依现有信息和文件文字，尚不能下结论", "no conclusion on the facts given and the policy's text";
        /// 文件部署尚未落实: a directive obligation is unmet.
        NotImplemented = "not_implemented", "文件部署尚未落实", "not implemented as the policy directs";
        /// 应说明理由: an in-principle obligation is unmet and not explained.
        ExplanationDue = "explanation_due", "未达到“原则上”的要求，应说明理由", "an explanation is due";
        /// 已附理由: an in-principle obligation is unmet, and every such one is explained.
        Explained = "explained", "有未达到“原则上”要求的事项，已附理由（未经审查）；其余未见不符合", "short only of what is asked in principle; reasons given, not reviewed";
        /// 期限未届满: none of these obligations is unmet, and one at least is pending.
        NotYetDue = "not_yet_due", "有事项期限未届满，尚不能下结论", "not yet due in full";
        /// 符合文件要求: none of the others.
        Compliant = "compliant", "符合文件要求", "meets the policy standard";
        /// 无应评价事项: no mandatory, in-principle or directive obligation applies.
        NotAssessed = "not_assessed", "无应评价事项", "nothing to assess";
    }
    in the order NonCompliant Incomplete NotImplemented ExplanationDue Explained NotAssessed NotYetDue Compliant;
}

string_enum! {
    /// Why a verdict is what it is. If several reasons fit, it is the first of these.
    #[non_exhaustive]
    Reason {
        /// The record is of a year or a day before the policy is applied.
        BeforePolicy = "before_policy", "早于适用起始日", "before the policy is applied";
        /// The record is of a year or a day after the policy is applied.
        AfterPolicy = "after_policy", "晚于适用截止日", "after the policy is applied";
        /// The rule does not apply to the record.
        OutOfScope = "out_of_scope", "不属于适用范围", "out of scope";
        /// The base of a ratio is zero.
        ShareOfNothing = "share_of_nothing", "计算基数为零", "the base of the ratio is zero";
        /// The period still runs.
        PeriodRuns = "period_runs", "期限未届满", "the period still runs";
        /// The policy does not name the kind of school.
        TextSilent = "text_silent", "文件未列明", "the text is silent";
        /// The policy leaves a number open, and no parameter sets it.
        ParameterOpen = "parameter_open", "参数未设定", "a parameter is not set";
        /// A fact is missing.
        Missing = "missing", "缺少事实", "a fact is missing";
        /// A count, an amount, a day or a derived size was compared.
        Figures = "figures", "比较数据", "figures were compared";
        /// A flag or a choice settled it.
        Fact = "fact", "认定事实", "a fact settled it";
    }
}

impl Conclusion {
    /// Combines the conclusions of two findings: the more severe one. `NotAssessed` is the least
    /// severe.
    pub(crate) fn and(self, other: Self) -> Self {
        self.min(other)
    }

    /// Returns a number that is the smaller, the more severe the conclusion is.
    #[cfg(feature = "_block")]
    #[expect(clippy::as_conversions, reason = "the index of a variant")]
    pub(crate) const fn weight(self) -> u8 {
        self as u8
    }
}

/// The result of checking one record.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Report {
    /// The subject of the record.
    pub subject: &'static Subject,
    /// The overall result.
    pub conclusion: Conclusion,
    /// The choices of readings under which the overall result would be another one, each with the
    /// other readings as they are, in the order of the parameters.
    pub contested: Vec<Contested<Conclusion>>,
    /// The parameters that differ from their defaults.
    pub overridden: Vec<Override>,
    /// One finding for each rule, in the order of the policy.
    pub findings: Vec<Finding>,
}

/// The result of one rule for one record.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// The verdict.
    pub verdict: Verdict,
    /// Why the verdict is what it is.
    pub reason: Reason,
    /// The last day of the running period, if the verdict is pending.
    pub until: Option<Date>,
    /// The binding force under the readings in force.
    pub force: Force,
    /// Whether the rule is unmet, and the record explains why.
    pub explained: bool,
    /// The missing facts, if the verdict is undetermined.
    pub missing: Vec<Missing>,
    /// One measurement for each bound; empty for a rule with a yes-or-no answer.
    pub bounds: Vec<Measurement>,
    /// The choices of readings under which the verdict would be another one, each with the other
    /// readings as they are, in the order of the parameters.
    pub contested: Vec<Contested<Verdict>>,
    pub(crate) facts: FactSet,
    pub(crate) subject: &'static Subject,
    pub(crate) wording: Wording,
}

/// A choice of a reading that leads to another result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Contested<T> {
    /// The name of the parameter.
    pub parameter: &'static str,
    /// The other choice.
    pub choice: &'static str,
    /// The result under this choice.
    pub result: T,
}

/// The words of the rule that a message needs, under the readings in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wording {
    pub(crate) scope: Option<Text>,
    pub(crate) demands: &'static [Text],
    pub(crate) is_alternative: bool,
    /// Why the policy leaves the answer open.
    pub(crate) open: Option<Text>,
    /// The flags that are not set, if the rule names them.
    pub(crate) not_set: Vec<&'static Field>,
    /// Whether the figure reaches, or misses, each of the standards that might apply.
    pub(crate) either_way: Option<bool>,
    /// The day before or after which the record lies.
    pub(crate) limit: Option<i64>,
    /// The day of the parameter that the scope names.
    pub(crate) scope_day: Option<i64>,
}

/// Checks a record against every rule of its subject.
///
/// The report has a finding for each rule, with the verdict, the figures and the missing facts.
///
/// ```
/// use chanjiao::{Conclusion, Enterprise, Parameters, SizeClass, check};
/// let firm = Enterprise::given()
///     .size_class(SizeClass::Medium)
///     .staff_in_service(3200)
///     .teacher_posts(14)
///     .build()?;
/// let report = check(&firm, &Parameters::default());
/// let posts = report.finding("enterprise.teacher_posts").expect("a rule of enterprises");
/// assert_eq!(posts.bounds[0].required.as_deref(), Some("16"));
/// assert_eq!(report.conclusion, Conclusion::Incomplete);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn check<F: Facts>(facts: &F, parameters: &Parameters) -> Report {
    report(facts.as_ref(), parameters, |_| true)
}

/// Returns the verdict of every rule of the subject, in the order of the policy.
///
/// It is faster than [`check`] and allocates little, because there are no figures and no messages.
///
/// ```
/// use chanjiao::{Date, Parameters, Verdict, Visit, verdicts};
/// let visit = Visit::given().start(Date::new(2023, 9, 1)?).end(Date::new(2024, 8, 30)?).build()?;
/// let parameters = Parameters::default();
/// let (rule, verdict) = verdicts(&visit, &parameters).next().expect("a rule of visits");
/// assert_eq!((rule.id, verdict), ("visit.duration", Verdict::Unmet));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn verdicts<'a, F: Facts>(
    facts: &'a F,
    parameters: &'a Parameters,
) -> impl Iterator<Item = (&'static Rule, Verdict)> + 'a {
    verdicts_of(facts.as_ref(), parameters)
}

pub(crate) fn verdicts_of<'a>(
    record: &'a Record,
    parameters: &'a Parameters,
) -> impl Iterator<Item = (&'static Rule, Verdict)> + 'a {
    let within = Side::of(record, parameters) == Side::Within;
    let rules = record.subject().rules().iter();
    rules.map(move |rule| {
        let verdict =
            if within { judge(rule, record, parameters, None) } else { Verdict::NotApplicable };
        (rule, verdict)
    })
}

/// The report by the selected rules.
pub(crate) fn report(
    record: &Record,
    parameters: &Parameters,
    selected: impl Fn(&Rule) -> bool,
) -> Report {
    let subject = record.subject();
    let rules = subject.rules().iter().enumerate().filter(|(_, rule)| selected(rule));
    let side = Side::of(record, parameters);
    let mut bounds = Vec::new();
    let (indices, mut findings): (Vec<usize>, Vec<Finding>) = rules
        .map(|(index, rule)| {
            let evaluation = Evaluation::of(rule, record, parameters, side, &mut bounds);
            let (verdict, reason) =
                (evaluation.verdict, reason(rule, &evaluation, record, parameters));
            let until = (verdict == Verdict::Pending)
                .then(|| measure::until(&rule.holds, record, parameters))
                .flatten();
            let finding = Finding {
                rule,
                verdict,
                reason,
                until: until.and_then(|day| Date::from_day_number(day).ok()),
                force: rule.force_under(parameters),
                explained: verdict == Verdict::Unmet && record.explains(index),
                missing: missing::missing(rule, &evaluation, record, parameters),
                bounds: measure::bounds(rule, &evaluation, record, parameters),
                contested: Vec::new(),
                facts: rule.facts(parameters),
                subject,
                wording: wording(rule, side, record, parameters),
            };
            (index, finding)
        })
        .unzip();
    let conclusion =
        conclude(findings.iter().map(|it| (it.rule, it.force, it.verdict, it.explained)));
    let contested = if side == Side::Within {
        contested(record, parameters, conclusion, &indices, &mut findings)
    } else {
        Vec::new()
    };
    let overridden = parameters.overridden().collect();
    Report { subject, conclusion, contested, overridden, findings }
}

/// Finds the choices of readings under which findings, which get them, and the conclusion, of which
/// they are returned, would be other ones. `indices` are those of the rules in the subject's list.
fn contested(
    record: &Record,
    parameters: &Parameters,
    conclusion: Conclusion,
    indices: &[usize],
    findings: &mut [Finding],
) -> Vec<Contested<Conclusion>> {
    let mut contested = Vec::new();
    for alternative in alternatives(record.subject(), parameters) {
        let Alternative { reading, parameter, choice, ref parameters } = alternative;
        let mut other = Conclusion::NotAssessed;
        for (&index, finding) in indices.iter().zip(findings.iter_mut()) {
            let rule = finding.rule;
            let mut verdict = finding.verdict;
            if rule.readings().has(reading) {
                verdict = judge(rule, record, parameters, None);
                if verdict != finding.verdict {
                    finding.contested.push(Contested { parameter, choice, result: verdict });
                }
            }
            let explained = verdict == Verdict::Unmet && record.explains(index);
            other = other.and(alone(rule, rule.force_under(parameters), verdict, explained));
        }
        if other != conclusion {
            contested.push(Contested { parameter, choice, result: other });
        }
    }
    contested
}

/// The parameters with another choice of one reading.
pub(crate) struct Alternative {
    pub(crate) reading: Index,
    /// The name of the reading.
    pub(crate) parameter: &'static str,
    pub(crate) choice: &'static str,
    pub(crate) parameters: Parameters,
}

/// Returns every single change of a reading that a rule of the subject depends on, in the order of
/// the parameters.
pub(crate) fn alternatives(subject: &Subject, parameters: &Parameters) -> Vec<Alternative> {
    let mut depends = IndexSet::default();
    for rule in subject.rules() {
        depends.add_all(rule.readings_and_force());
    }
    let mut alternatives = Vec::new();
    for (reading, field) in (0..).zip(parameters::parameters()) {
        let choices = field.choices().filter(|_| depends.has(reading)).unwrap_or_default();
        for (index, choice) in choices.iter().enumerate() {
            if index != parameters.choice(reading) {
                alternatives.push(Alternative {
                    reading,
                    parameter: field.key(),
                    choice: choice.key(),
                    parameters: parameters.with_choice(reading, index),
                });
            }
        }
    }
    alternatives
}

/// Returns the conclusion from findings: rules, their forces and verdicts, and whether they are
/// explained.
pub(crate) fn conclude(
    findings: impl Iterator<Item = (&'static Rule, Force, Verdict, bool)>,
) -> Conclusion {
    findings.fold(Conclusion::NotAssessed, |conclusion, (rule, force, verdict, explained)| {
        conclusion.and(alone(rule, force, verdict, explained))
    })
}

/// Returns the conclusion from a single finding.
pub(crate) fn alone(rule: &Rule, force: Force, verdict: Verdict, explained: bool) -> Conclusion {
    match (rule.duty(force), verdict) {
        (Duty::None, _) | (_, Verdict::NotApplicable) => Conclusion::NotAssessed,
        (_, Verdict::Undetermined) => Conclusion::Incomplete,
        (_, Verdict::Pending) => Conclusion::NotYetDue,
        (_, Verdict::Met) => Conclusion::Compliant,
        (Duty::Mandatory, Verdict::Unmet) => Conclusion::NonCompliant,
        (Duty::Directive, Verdict::Unmet) => Conclusion::NotImplemented,
        (Duty::InPrinciple, Verdict::Unmet) if explained => Conclusion::Explained,
        (Duty::InPrinciple, Verdict::Unmet) => Conclusion::ExplanationDue,
    }
}

fn reason(
    rule: &Rule,
    evaluation: &Evaluation<'_>,
    record: &Record,
    parameters: &Parameters,
) -> Reason {
    match (evaluation.side, evaluation.verdict) {
        (Side::Before(_), _) => Reason::BeforePolicy,
        (Side::After(_), _) => Reason::AfterPolicy,
        (Side::Within, Verdict::NotApplicable) if evaluation.applies == Verdict::Unmet => {
            Reason::OutOfScope
        }
        (Side::Within, Verdict::NotApplicable) => Reason::ShareOfNothing,
        (Side::Within, Verdict::Pending) => Reason::PeriodRuns,
        (Side::Within, Verdict::Undetermined) => {
            let applies = rule.applies.as_ref();
            if applies.is_some_and(|it| it.silent(record, parameters).is_some()) {
                Reason::TextSilent
            } else if rule.holds.unset(parameters).is_some() {
                Reason::ParameterOpen
            } else {
                Reason::Missing
            }
        }
        (Side::Within, Verdict::Met | Verdict::Unmet) => {
            if settled_by_figures(&rule.holds, record, parameters) {
                Reason::Figures
            } else {
                Reason::Fact
            }
        }
    }
}

/// Whether a count, an amount, a day or a derived size settles a condition: of a condition that
/// consists of others, in any of those that settle it.
fn settled_by_figures(inner: &Condition, record: &Record, parameters: &Parameters) -> bool {
    let settled = |inner: &Condition| settled_by_figures(inner, record, parameters);
    match inner.chosen(parameters) {
        Condition::Number(NumberCondition::Flag(_) | NumberCondition::Choice { .. })
        | Condition::Group(Group::Always | Group::Reading { .. }) => false,
        Condition::Number(NumberCondition::LargeOrMedium { declared, .. }) => {
            record.number(*declared).is_none()
        }
        Condition::Number(
            NumberCondition::AtLeast { .. }
            | NumberCondition::Literal { .. }
            | NumberCondition::Share { .. }
            | NumberCondition::ShareByCategory { .. }
            | NumberCondition::Whole { .. }
            | NumberCondition::Trend { .. }
            | NumberCondition::More { .. }
            | NumberCondition::InOrder { .. }
            | NumberCondition::Since { .. }
            | NumberCondition::Before { .. }
            | NumberCondition::Spans { .. },
        )
        | Condition::List(_) => true,
        Condition::Group(group @ (Group::All(conditions) | Group::Any(conditions))) => {
            let verdict = |inner: &Condition| judge::condition(inner, record, parameters, None);
            let whole = verdict(&Condition::Group(*group));
            conditions.iter().any(|inner| verdict(inner) == whole && settled(inner))
        }
        Condition::Group(
            Group::Not(inner)
            | Group::Grace { condition: inner, .. }
            | Group::OnceSet { condition: inner, .. },
        ) => settled(inner),
        Condition::Group(Group::Breached(rule)) => settled(&rule.holds),
    }
}

fn wording(rule: &Rule, side: Side, record: &Record, parameters: &Parameters) -> Wording {
    let silent = rule.applies.as_ref().and_then(|applies| applies.silent(record, parameters));
    Wording {
        scope: rule.scope_under(parameters),
        demands: rule.demands_under(parameters),
        is_alternative: rule.holds.is_alternative(parameters),
        open: silent.or_else(|| rule.holds.unset(parameters)).copied(),
        not_set: not_set(rule, record, parameters),
        either_way: rule.applies.as_ref().and_then(|it| it.either_way(record, parameters)),
        scope_day: rule.scope_under(parameters).and_then(|scope| parameters.day_in(scope)),
        limit: match side {
            Side::Within => None,
            Side::Before(day) | Side::After(day) => Some(day),
        },
    }
}

/// Returns the flags that the rule asks for and that are known not to be set, if it names them.
fn not_set(rule: &Rule, record: &Record, parameters: &Parameters) -> Vec<&'static Field> {
    let fields = record.subject().fields();
    let facts = if rule.names_unmet { rule.facts(parameters) } else { FactSet::default() };
    let not_set = |fact: &Index| record.number(*fact) == Some(0);
    facts.indices().filter(not_set).filter_map(|fact| fields.get(usize::from(fact))).collect()
}

impl Report {
    /// Returns the finding of the rule with this id; `None` if the subject has no such rule.
    #[must_use]
    pub fn finding(&self, rule: &str) -> Option<&Finding> {
        self.findings.iter().find(|finding| finding.rule.id == rule)
    }

    /// Returns how many directive obligations are unmet, and how many in-principle ones without an
    /// explanation.
    #[cfg(feature = "cli")]
    pub(crate) fn known_so_far(&self) -> (usize, usize) {
        let count = |conclusion| {
            let alone =
                |it: &&Finding| alone(it.rule, it.force, it.verdict, it.explained) == conclusion;
            self.findings.iter().filter(alone).count()
        };
        (count(Conclusion::NotImplemented), count(Conclusion::ExplanationDue))
    }
}

impl Finding {
    /// Returns the JSON Pointers of all facts that the rule reads under the readings in force.
    pub fn facts(&self) -> impl Iterator<Item = String> + '_ {
        let fields = self.subject.fields();
        self.facts.of(fields).map(|field| ["/", field.key()].concat())
    }
}
