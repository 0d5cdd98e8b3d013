//! The missing facts of a record, the most decisive first, for forms that ask for them.

use core::cmp::Reverse;

use crate::facts::Facts;
use crate::field::Field;
use crate::index::Index;
use crate::judge::{Evaluation, Side};
use crate::missing;
use crate::parameters::Parameters;
use crate::record::Record;
use crate::rule::{Duty, Rule};

/// A missing fact, and the rules that need it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Question {
    /// The JSON Pointer of the fact.
    pub fact: String,
    /// The field. For the flag of a practice period it is that of the list.
    pub field: &'static Field,
    /// The undetermined rules that need it, in the order of the policy.
    pub rules: Vec<&'static Rule>,
    pub(crate) fact_index: Index,
    /// The item of a list whose flag is missing.
    pub(crate) item: Option<usize>,
}

/// Returns the facts that undetermined rules need, the most decisive first.
///
/// They are sorted by the number of mandatory obligations that need them, then by the number of
/// in-principle and directive obligations, then by the number of all rules, each in descending
/// order, and finally by the order of the subject's facts.
///
/// ```
/// use chanjiao::{Parameters, Visit, questions};
/// let visit = Visit::from_json(r#"{"start": "2023-09-01"}"#)?;
/// let questions = questions(&visit, &Parameters::default());
/// assert_eq!(questions[0].fact, "/end");
/// # Ok::<(), chanjiao::Faults>(())
/// ```
#[must_use]
pub fn questions<F: Facts>(facts: &F, parameters: &Parameters) -> Vec<Question> {
    of_record(facts.as_ref(), parameters)
}

pub(crate) fn of_record(record: &Record, parameters: &Parameters) -> Vec<Question> {
    let subject = record.subject();
    let mut questions: Vec<Question> = Vec::new();
    let side = Side::of(record, parameters);
    let mut bounds = Vec::new();
    for rule in subject.rules() {
        let evaluation = Evaluation::of(rule, record, parameters, side, &mut bounds);
        for missing in missing::missing(rule, &evaluation, record, parameters) {
            let pointer = missing.pointer();
            match questions.iter_mut().find(|question| question.fact == pointer) {
                Some(question) => question.rules.push(rule),
                None => {
                    questions.extend(subject.fields().get(usize::from(missing.fact)).map(|field| {
                        Question {
                            fact: pointer,
                            field,
                            rules: vec![rule],
                            fact_index: missing.fact,
                            item: missing.item,
                        }
                    }))
                }
            }
        }
    }
    questions.sort_unstable_by_key(|question| {
        (Reverse(weight(&question.rules, parameters)), question.fact_index, question.item)
    });
    questions
}

/// Returns the numbers of mandatory, of in-principle and directive, and of all rules.
fn weight(rules: &[&Rule], parameters: &Parameters) -> [usize; 3] {
    let (mut mandatory, mut others) = (0, 0);
    for rule in rules {
        match rule.duty(rule.force_under(parameters)) {
            Duty::Mandatory => mandatory += 1,
            Duty::InPrinciple | Duty::Directive => others += 1,
            Duty::None => {}
        }
    }
    [mandatory, others, rules.len()]
}
