//! Reports: what was found, as plain data. Sentences are made in [`crate::render`].

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
    /// The overall result for a record; the first that applies. The order is that of severity.
    Conclusion {
        /// 不符合文件要求: a mandatory obligation is unmet.
        NonCompliant = "non_compliant", "不符合文件要求", "does not meet the policy standard";
        /// 信息不全: a mandatory, in-principle or directive obligation is undetermined.
        Incomplete = "incomplete", "信息不全，尚不能下结论", "incomplete, facts are missing";
        /// 需说明理由: an in-principle or directive obligation is unmet and not explained.
        ExplanationDue = "explanation_due", "需说明理由", "an explanation is due";
        /// 符合文件要求: none of the others.
        Compliant = "compliant", "符合文件要求", "meets the policy standard";
        /// 未作评价: no such obligation is met, unmet or pending.
        NotAssessed = "not_assessed", "未作评价", "not assessed";
    }
    in the order NonCompliant Incomplete ExplanationDue NotAssessed Compliant;
}

impl Conclusion {
    /// Joins the conclusions from two findings: the more severe one. Nothing assessed weighs least.
    pub(crate) fn and(self, other: Self) -> Self {
        self.min(other)
    }

    /// The more severe, the less.
    #[cfg(feature = "arrow")]
    #[expect(clippy::as_conversions, reason = "the index of a variant")]
    pub(crate) const fn weight(self) -> u8 {
        self as u8
    }
}

/// Everything found on one record.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Report {
    /// The subject of the record.
    pub subject: &'static Subject,
    /// The overall result.
    pub conclusion: Conclusion,
    /// The names of the parameters that were given a value.
    pub overridden: Vec<&'static str>,
    /// One finding for each rule, in the order of the policy.
    pub findings: Vec<Finding>,
}

/// What one rule found on one record.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// Its verdict.
    pub verdict: Verdict,
    /// Whether it is unmet, and reasons were given for that.
    pub explained: bool,
    /// The facts that it still needs, where it is undetermined.
    pub missing: Vec<Missing>,
    /// One measurement for each bound; none for a yes/no rule.
    pub bounds: Vec<Measurement>,
    pub(crate) subject: &'static Subject,
    pub(crate) why: Why,
}

/// Why the verdict is what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Why {
    /// The figures say it.
    Figures,
    /// The rule does not apply to this record.
    OutOfScope,
    /// A share of nothing.
    OfNothing,
    /// The policy leaves it open, in these words: a choice on which the text is silent, or a number
    /// that no parameter sets.
    Open(Text),
    /// The period runs up to and including this day.
    Until(i64),
}

/// Judges a record by every rule of its subject, and explains each finding.
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

/// Judges a record by every rule of its subject, in their order, without explaining: some
/// nanoseconds a rule, and nothing is allocated.
pub fn verdicts<'a, F: Facts>(
    facts: &'a F,
    parameters: &'a Parameters,
) -> impl Iterator<Item = (&'static Rule, Verdict)> + 'a {
    judged(facts.as_ref(), parameters)
}

pub(crate) fn judged<'a>(
    record: &'a Record,
    parameters: &'a Parameters,
) -> impl Iterator<Item = (&'static Rule, Verdict)> + 'a {
    let rules = record.subject().rules().iter();
    rules.map(move |rule| (rule, judge(rule, record, parameters, None)))
}

pub(crate) fn report(record: &Record, parameters: &Parameters) -> Report {
    let subject = record.subject();
    let rules = subject.rules().iter().enumerate();
    let findings: Vec<Finding> = rules
        .map(|(index, rule)| {
            let evaluation = Evaluation::of(rule, record, parameters);
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
        conclusion: conclude(findings.iter().map(|it| (it.rule, it.verdict, it.explained))),
        overridden: parameters.overridden().collect(),
        findings,
    }
}

/// Draws the conclusion from rules, their verdicts, and whether an unmet one is explained.
pub(crate) fn conclude(
    findings: impl Iterator<Item = (&'static Rule, Verdict, bool)>,
) -> Conclusion {
    findings.fold(Conclusion::NotAssessed, |conclusion, (rule, verdict, explained)| {
        conclusion.and(alone(rule, verdict, explained))
    })
}

/// The conclusion from one finding alone.
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

fn why(rule: &Rule, evaluation: &Evaluation, record: &Record, parameters: &Parameters) -> Why {
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
    /// Returns the finding of a rule by its id.
    #[must_use]
    pub fn finding(&self, rule: &str) -> Option<&Finding> {
        self.findings.iter().find(|finding| finding.rule.id == rule)
    }
}

impl Finding {
    /// Returns the JSON Pointers of every fact that the rule reads.
    pub fn facts(&self) -> impl Iterator<Item = String> + '_ {
        let fields = self.subject.fields();
        self.rule.facts().of(fields).map(|field| ["/", field.key()].concat())
    }
}
