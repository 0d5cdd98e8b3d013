//! Questions: the facts that a record still lacks, the most decisive first, so that a form can ask.

use crate::facts::Facts;
use crate::field::Field;
use crate::judge::Evaluation;
use crate::missing;
use crate::parameters::Parameters;
use crate::record::Record;
use crate::rule::{Duty, Rule};
use crate::subjects::Subject;

/// A fact that is still needed, and the rules that need it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Question {
    /// The JSON Pointer of the fact.
    pub fact: String,
    /// The field to ask for. For the flag of a practice period it is that of the whole list.
    pub field: &'static Field,
    /// The undetermined rules that wait for it, in the order of the policy.
    pub rules: Vec<&'static Rule>,
    /// Whether the flag of one item of a list is asked for.
    pub(crate) of_item: bool,
}

/// Returns the facts that undetermined rules still need: first those that most mandatory obligations
/// need, then in-principle and directive ones, then the rest; where equal, in the order of the
/// subject's facts.
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
    for rule in subject.rules() {
        let evaluation = Evaluation::of(rule, record, parameters);
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
                            of_item: missing.item.is_some(),
                        }
                    }))
                }
            }
        }
    }
    // The weightiest first; of equal ones the first fact of the subject. There are too few for a
    // sort to be worth its size.
    let mut sorted = Vec::with_capacity(questions.len());
    while let Some(index) = heaviest(&questions, subject) {
        sorted.push(questions.remove(index));
    }
    sorted
}

fn heaviest(questions: &[Question], subject: &Subject) -> Option<usize> {
    let fact = |question: &Question| {
        subject.fields().iter().position(|field| field.key() == question.field.key())
    };
    let rank = |question: &Question| (weight(&question.rules), core::cmp::Reverse(fact(question)));
    let weights = questions.iter().enumerate().rev();
    weights.max_by_key(|(_, question)| rank(question)).map(|(index, _)| index)
}

/// How many rules of each weight wait, the weightiest first.
fn weight(rules: &[&Rule]) -> [usize; 3] {
    let count = |of: fn(&Rule) -> bool| rules.iter().filter(|rule| of(rule)).count();
    [count(|rule| rule.duty() == Duty::Mandatory), count(Rule::explainable), rules.len()]
}
