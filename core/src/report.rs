//! Reports: what was found, as plain data. Sentences are made in [`crate::render`].

use crate::facts::Facts;
use crate::judge::{self, judge};
use crate::measure::{self, Measurement, Missing};
use crate::parameters::Parameters;
use crate::policy::Force;
use crate::record::Record;
use crate::rule::{Condition, Kind, Rule, Verdict};
use crate::subjects::Subject;
use crate::text::{Text, displayed, text};

/// What all findings on a record come to. The first that fits is taken, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Conclusion {
    /// 不符合文件要求: a mandatory obligation is unmet.
    NonCompliant,
    /// 信息不全: a mandatory, in-principle or directive obligation is undetermined.
    Incomplete,
    /// 需说明理由: an in-principle or directive obligation is unmet and not explained.
    ExplanationDue,
    /// 未作评价: no such obligation is met, unmet or pending.
    NotAssessed,
    /// 符合文件要求: none of the above.
    Compliant,
}

impl Conclusion {
    /// Every conclusion, in order of precedence.
    pub const ALL: [Self; 5] = [
        Self::NonCompliant,
        Self::Incomplete,
        Self::ExplanationDue,
        Self::NotAssessed,
        Self::Compliant,
    ];

    /// The conclusion from what either comes to by itself: the graver one. Nothing assessed weighs
    /// nothing.
    pub(crate) fn and(self, other: Self) -> Self {
        if self.weight() <= other.weight() { self } else { other }
    }

    /// The graver, the less.
    pub(crate) const fn weight(self) -> u8 {
        match self {
            Self::NonCompliant => 0,
            Self::Incomplete => 1,
            Self::ExplanationDue => 2,
            Self::Compliant => 3,
            Self::NotAssessed => 4,
        }
    }

    /// Returns the word in reports.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NonCompliant => "non_compliant",
            Self::Incomplete => "incomplete",
            Self::ExplanationDue => "explanation_due",
            Self::NotAssessed => "not_assessed",
            Self::Compliant => "compliant",
        }
    }

    /// Returns the conclusion in words.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::NonCompliant => text!("不符合文件要求", "does not meet the policy standard"),
            Self::Incomplete => text!("信息不全，尚不能下结论", "incomplete, facts are missing"),
            Self::ExplanationDue => text!("需说明理由", "an explanation is due"),
            Self::NotAssessed => text!("未作评价", "not assessed"),
            Self::Compliant => text!("符合文件要求", "meets the policy standard"),
        }
    }
}

displayed!(Conclusion);

/// Everything found on one record.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Report {
    /// The subject of the record.
    pub subject: &'static Subject,
    /// What the findings come to.
    pub conclusion: Conclusion,
    /// The names of the parameters that were given a value.
    pub overridden: Vec<&'static str>,
    /// One finding a rule, in the order of the policy.
    pub findings: Vec<Finding>,
}

/// What one rule found on one record.
#[derive(Debug, Clone)]
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
    /// One measurement a limb; none for a yes/no rule.
    pub bounds: Vec<Measurement>,
    pub(crate) subject: &'static Subject,
    pub(crate) why: Why,
}

/// Why a verdict that rests on no figure came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Why {
    /// The figures say it.
    Figures,
    /// The rule is not asked of this record.
    OutOfScope,
    /// A share of nothing.
    OfNothing,
    /// The text does not name this kind of school.
    NotNamed,
    /// The text leaves the number open and no parameter sets it.
    NotSet,
    /// The period runs up to and with this day.
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
    report(F::SUBJECT, facts.record(), parameters)
}

/// Judges a record by every rule of its subject, in their order, without explaining: some
/// nanoseconds a rule, and nothing is allocated.
pub fn verdicts<'a, F: Facts>(
    facts: &'a F,
    parameters: &'a Parameters,
) -> impl Iterator<Item = (&'static Rule, Verdict)> + 'a {
    judged(F::SUBJECT, facts.record(), parameters)
}

pub(crate) fn judged<'a>(
    subject: &'static Subject,
    record: &'a Record,
    parameters: &'a Parameters,
) -> impl Iterator<Item = (&'static Rule, Verdict)> + 'a {
    subject.rules().iter().map(move |rule| (rule, judge(rule, record, parameters)))
}

pub(crate) fn report(
    subject: &'static Subject,
    record: &Record,
    parameters: &Parameters,
) -> Report {
    let findings: Vec<Finding> = judged(subject, record, parameters)
        .enumerate()
        .map(|(index, (rule, verdict))| Finding {
            rule,
            verdict,
            explained: verdict == Verdict::Unmet && record.explains(index),
            missing: measure::missing(rule, verdict, record, parameters, subject),
            bounds: measure::bounds(rule, verdict, record, parameters, subject),
            subject,
            why: why(rule, verdict, record, parameters),
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
    let mandatory = rule.force == Force::Mandatory;
    if rule.kind != Kind::Obligation || !(mandatory || rule.explainable()) {
        return Conclusion::NotAssessed;
    }
    match verdict {
        Verdict::Unmet if mandatory => Conclusion::NonCompliant,
        Verdict::Undetermined => Conclusion::Incomplete,
        Verdict::Unmet if !explained => Conclusion::ExplanationDue,
        Verdict::Met | Verdict::Unmet | Verdict::Pending => Conclusion::Compliant,
        Verdict::NotApplicable => Conclusion::NotAssessed,
    }
}

fn why(rule: &Rule, verdict: Verdict, record: &Record, parameters: &Parameters) -> Why {
    let applies = || match &rule.applies {
        Some(applies) => judge::test(applies, record, parameters),
        None => Verdict::Met,
    };
    match verdict {
        Verdict::NotApplicable if applies() == Verdict::Unmet => Why::OutOfScope,
        Verdict::NotApplicable => Why::OfNothing,
        Verdict::Undetermined => match (&rule.applies, &rule.holds) {
            (Some(Condition::Choice { fact, open, .. }), _)
                if record.number(*fact).is_some_and(|choice| open >> choice & 1 == 1) =>
            {
                Why::NotNamed
            }
            (_, Condition::OnceSet { bounds, .. })
                if bounds.iter().all(|&bound| parameters.at(bound).is_none()) =>
            {
                Why::NotSet
            }
            _ => Why::Figures,
        },
        Verdict::Pending => {
            measure::until(&rule.holds, record, parameters).map_or(Why::Figures, Why::Until)
        }
        _ => Why::Figures,
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
