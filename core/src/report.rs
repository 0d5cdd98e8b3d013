//! Reports: findings and the conclusion, as data. [`crate::render`] turns them into messages.

use crate::facts::Facts;
use crate::judge::{Evaluation, judge};
use crate::measure::{self, Measurement};
use crate::missing::{self, Missing};
use crate::parameters::Parameters;
use crate::record::Record;
use crate::rule::{Duty, Rule};
use crate::string_enum::string_enum;
use crate::subjects::Subject;
use crate::text::Text;
use crate::verdict::Verdict;

string_enum! {
    /// The overall result for a record: the first of these that applies.
    Conclusion {
        /// 不符合文件要求: a mandatory obligation is unmet.
        NonCompliant = "non_compliant", "不符合文件要求", "does not meet the policy standard";
        /// 信息不全: a mandatory, in-principle or directive obligation is undetermined.
        Incomplete = "incomplete", "信息不全，尚不能下结论", "incomplete, facts are missing";
        /// 需说明理由: an in-principle or directive obligation is unmet and not explained.
        ExplanationDue = "explanation_due", "需说明理由", "an explanation is due";
        /// 符合文件要求: none of the others.
        Compliant = "compliant", "符合文件要求", "meets the policy standard";
        /// 未作评价: no mandatory, in-principle or directive obligation applies.
        NotAssessed = "not_assessed", "未作评价", "not assessed";
    }
    in the order NonCompliant Incomplete ExplanationDue NotAssessed Compliant;
}

impl Conclusion {
    /// Combines the conclusions of two findings: the more severe one. `NotAssessed` is the least
    /// severe.
    pub(crate) fn and(self, other: Self) -> Self {
        self.min(other)
    }

    /// Returns a number that is the smaller, the more severe the conclusion is.
    #[cfg(feature = "arrow")]
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
    /// The names of the overridden parameters.
    pub overridden: Vec<&'static str>,
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
    /// Whether the rule is unmet, and the record explains why.
    pub explained: bool,
    /// The missing facts, if the verdict is undetermined.
    pub missing: Vec<Missing>,
    /// One measurement for each bound; empty for a rule with a yes-or-no answer.
    pub bounds: Vec<Measurement>,
    pub(crate) subject: &'static Subject,
    pub(crate) why: Why,
}

/// The reason of a verdict, for the message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Why {
    /// The figures of the bounds.
    Figures,
    /// The rule does not apply to this record.
    OutOfScope,
    /// The whole of a share is 0.
    OfNothing,
    /// The policy leaves the answer open, as this text explains: it does not mention a choice, or
    /// it does not state a number and no parameter sets it.
    Open(Text),
    /// The period runs up to and including this day.
    Until(i64),
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
    report(facts.as_ref(), parameters)
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
    let rules = record.subject().rules().iter();
    rules.map(move |rule| (rule, judge(rule, record, parameters, None)))
}

pub(crate) fn report(record: &Record, parameters: &Parameters) -> Report {
    let subject = record.subject();
    let rules = subject.rules().iter().enumerate();
    let mut bounds = Vec::new();
    let findings: Vec<Finding> = rules
        .map(|(index, rule)| {
            let evaluation = Evaluation::of(rule, record, parameters, &mut bounds);
            Finding {
                rule,
                verdict: evaluation.verdict,
                explained: evaluation.verdict == Verdict::Unmet && record.explains(index),
                missing: missing::missing(rule, &evaluation, record, parameters),
                bounds: measure::bounds(rule, &evaluation, record, parameters),
                subject,
                why: why(rule, &evaluation, record, parameters),
            }
        })
        .collect();
    Report {
        subject,
        conclusion: conclude(
            findings.iter().map(|finding| (finding.rule, finding.verdict, finding.explained)),
        ),
        overridden: parameters.overridden().collect(),
        findings,
    }
}

/// Returns the conclusion from findings: rules, their verdicts, and whether they are explained.
pub(crate) fn conclude(
    findings: impl Iterator<Item = (&'static Rule, Verdict, bool)>,
) -> Conclusion {
    findings.fold(Conclusion::NotAssessed, |conclusion, (rule, verdict, explained)| {
        conclusion.and(alone(rule, verdict, explained))
    })
}

/// Returns the conclusion from a single finding.
pub(crate) fn alone(rule: &Rule, verdict: Verdict, explained: bool) -> Conclusion {
    match (rule.duty(), verdict) {
        (Duty::None, _) | (_, Verdict::NotApplicable) => Conclusion::NotAssessed,
        (Duty::Mandatory | Duty::Explainable, Verdict::Undetermined) => Conclusion::Incomplete,
        (Duty::Mandatory, Verdict::Unmet) => Conclusion::NonCompliant,
        (Duty::Explainable, Verdict::Unmet) if !explained => Conclusion::ExplanationDue,
        (Duty::Explainable, Verdict::Unmet)
        | (Duty::Mandatory | Duty::Explainable, Verdict::Met | Verdict::Pending) => {
            Conclusion::Compliant
        }
    }
}

fn why(rule: &Rule, evaluation: &Evaluation<'_>, record: &Record, parameters: &Parameters) -> Why {
    match evaluation.verdict {
        Verdict::NotApplicable if evaluation.applies == Verdict::Unmet => Why::OutOfScope,
        Verdict::NotApplicable => Why::OfNothing,
        Verdict::Undetermined => {
            let silent = rule.applies.as_ref().and_then(|applies| applies.silent(record));
            silent
                .or_else(|| rule.holds.unset(parameters))
                .map_or(Why::Figures, |words| Why::Open(*words))
        }
        Verdict::Pending => {
            measure::until(&rule.holds, record, parameters).map_or(Why::Figures, Why::Until)
        }
        Verdict::Met | Verdict::Unmet => Why::Figures,
    }
}

impl Report {
    /// Returns the finding of the rule with this id; `None` if the subject has no such rule.
    #[must_use]
    pub fn finding(&self, rule: &str) -> Option<&Finding> {
        self.findings.iter().find(|finding| finding.rule.id == rule)
    }
}

impl Finding {
    /// Returns the JSON Pointers of all facts that the rule reads.
    pub fn facts(&self) -> impl Iterator<Item = String> + '_ {
        let fields = self.subject.fields();
        self.rule.facts().of(fields).map(|field| ["/", field.key()].concat())
    }
}
