//! What holds for the public types as a whole, so that no change takes it away unnoticed.

use std::error::Error;
use std::fmt::{Debug, Display};

use chanjiao::{
    Builder, Citation, Code, Conclusion, Count, Date, Enterprise, Facts, Fault, Faults, Field,
    FieldKind, Finding, Input, Kind, Language, Limb, Measurement, Missing, Money, Months, NotADate,
    NotANumber, NotAWord, Origin, Parameters, Practice, Question, Record, Report, Rule, Share,
    SizeClass, Source, Status, Subject, Teacher, Unit, Verdict, Visit, Words, Year, Years, json,
    policy, questions, table,
};

/// Shared between threads, sent to others, kept for as long as one likes.
fn shared<T: Send + Sync + Unpin + Debug + 'static>() {}
/// An error that `?` turns into any other: `Box<dyn Error + Send + Sync>`, anyhow, eyre.
fn error<T: Error + Clone + Send + Sync + 'static>() {}
/// A word of a closed list.
fn word<T: Display + Debug + Copy + Eq + Send + Sync + 'static>() {}
/// A quantity: a small value that is compared, printed and read back.
fn quantity<T: Copy + Ord + Display + std::str::FromStr + std::hash::Hash + Send + Sync>() {}

#[test]
fn everything_goes_between_threads() {
    shared::<Builder<Enterprise>>();
    shared::<Citation>();
    shared::<Fault>();
    shared::<Faults>();
    shared::<Field>();
    shared::<FieldKind>();
    shared::<Finding>();
    shared::<Language>();
    shared::<Limb>();
    shared::<Measurement>();
    shared::<Missing>();
    shared::<Origin>();
    shared::<Parameters>();
    shared::<Practice>();
    shared::<Question>();
    shared::<Record>();
    shared::<Report>();
    shared::<&'static Rule>();
    shared::<Source>();
    shared::<&'static Subject>();
    shared::<Enterprise>();
    shared::<Teacher>();
    shared::<Words>();
    shared::<json::Mistake>();
    shared::<json::Node<'static>>();
    shared::<policy::Policy>();
    shared::<policy::Statement>();
    shared::<policy::Task>();
    shared::<table::Columns>();
    shared::<table::HeaderFault>();
    shared::<table::HeaderFaults>();
}

#[test]
fn errors_are_errors_and_words_and_quantities_are_printed() {
    error::<Faults>();
    error::<NotADate>();
    error::<NotANumber>();
    error::<json::Mistake>();
    error::<json::Reason>();
    error::<NotAWord>();
    error::<table::HeaderFault>();
    error::<table::HeaderFaults>();
    word::<Code>();
    word::<Conclusion>();
    word::<Input>();
    word::<Kind>();
    word::<Language>();
    word::<SizeClass>();
    word::<Status>();
    word::<Unit>();
    word::<Verdict>();
    word::<policy::Force>();
    word::<policy::Nature>();
    quantity::<Count>();
    quantity::<Date>();
    quantity::<Money>();
    quantity::<Months>();
    quantity::<Share>();
    quantity::<Year>();
    quantity::<Years>();
    assert_eq!(format!("{:>6}|{:<6}|", Verdict::Met, SizeClass::Large), "   met|large |");
}

#[test]
fn a_typed_record_is_asked_for_what_it_lacks() {
    fn first<F: Facts>(facts: &F) -> Option<String> {
        let asked = questions(F::SUBJECT, facts.as_ref(), &Parameters::default());
        asked.first().map(|question| question.fact.clone())
    }
    let visit = Visit::given().build().unwrap();
    assert_eq!(first(&visit).as_deref(), Some("/start"));
}

#[test]
fn faults_are_gathered_and_taken_apart() {
    let mut faults = Visit::from_json(r#"{"start": 1, "starts": 2}"#).unwrap_err();
    faults.extend(Parameters::from_json("{").unwrap_err());
    let told: Vec<_> = faults
        .iter()
        .map(|it| (it.input, it.field().map(Field::key), it.suggestion(), it.position()))
        .collect();
    assert_eq!(
        told,
        [
            (Input::Record, Some("start"), None, None),
            (Input::Record, None, Some("start"), None),
            (Input::Parameters, None, None, Some((1, 2))),
        ]
    );
    let of_record: Faults = faults.into_iter().filter(|it| it.input == Input::Record).collect();
    assert_eq!(of_record.len(), 2);
}
