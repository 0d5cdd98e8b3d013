//! What holds for the public types as a whole, so that no change takes it away unnoticed.

use std::error::Error;
use std::fmt::{Debug, Display};

use chanjiao::{
    Authority, Bound, Builder, Citation, Code, Conclusion, Count, Date, DateError, Enterprise,
    Facts, Fault, Faults, Field, FieldKind, Finding, Input, Kind, Language, LawNote, Measurement,
    Missing, Money, Months, Origin, Parameters, Practice, QuantityError, Question, Record,
    Relation, Report, Rule, Share, SizeClass, Source, Status, Subject, Teacher, Text, Unit,
    UnknownValueError, Verdict, Visit, Year, Years, json, policy, questions, table,
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
    shared::<LawNote>();
    shared::<Bound>();
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
    shared::<Text>();
    shared::<json::ParseError>();
    shared::<json::Node<'static>>();
    shared::<policy::Policy>();
    shared::<policy::Statement>();
    shared::<policy::Task>();
    shared::<table::Columns>();
    shared::<table::HeaderError>();
    shared::<table::HeaderErrors>();
}

#[test]
fn errors_are_errors_and_words_and_quantities_are_printed() {
    error::<Faults>();
    error::<DateError>();
    error::<QuantityError>();
    error::<json::ParseError>();
    error::<json::Reason>();
    error::<UnknownValueError>();
    error::<table::HeaderError>();
    error::<table::HeaderErrors>();
    word::<Authority>();
    word::<Code>();
    word::<Conclusion>();
    word::<Input>();
    word::<Kind>();
    word::<Language>();
    word::<Relation>();
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

#[cfg(feature = "arrow")]
#[test]
fn plans_go_between_threads_and_what_forbids_one_is_an_error() {
    use chanjiao::columns::{Checked, Plan, PlanError, PlanErrors};
    shared::<Checked>();
    shared::<Plan>();
    shared::<PlanError>();
    error::<PlanErrors>();
}

#[test]
fn words_are_read_as_they_are_displayed() {
    for word in SizeClass::ALL {
        assert_eq!(word.to_string().parse(), Ok(*word));
    }
    assert!("Medium".parse::<SizeClass>().is_err());
    for (tag, language) in [
        ("zh", Some(Language::Chinese)),
        ("zh-Hans-CN", Some(Language::Chinese)),
        ("EN", Some(Language::English)),
        ("", None),
        ("english", None),
        ("de-zh", None),
    ] {
        assert_eq!(tag.parse().ok(), language, "{tag}");
    }
}

#[test]
fn counts_are_made_of_any_whole_number() {
    let most = 9_007_199_254_740_991_u64;
    assert_eq!(Count::try_from(most).map(Count::get), Ok(9_007_199_254_740_991));
    assert_eq!(Count::try_from(7_usize), Ok(Count::from(7)));
    for refused in [
        Count::try_from(most + 1),
        Count::try_from(u64::MAX),
        Count::try_from(-1_i32),
        Count::try_from(i64::MIN),
    ] {
        assert_eq!(refused, Err(QuantityError::OutOfRange));
    }
}

#[test]
fn a_typed_record_is_asked_for_what_it_lacks() {
    fn first<F: Facts>(facts: &F) -> Option<String> {
        let asked = questions(facts, &Parameters::default());
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
