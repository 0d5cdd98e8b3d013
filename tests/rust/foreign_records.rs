//! A record is judged by the rules of its own subject only.

use chanjiao::{
    Facts, Parameters, Record, Subject, SubjectError, check, questions, subject, verdicts,
};
use chanjiao_tests::{Case, vectors};
use serde_json::json;

/// A typed record, and what it says about a record of any subject.
struct Typed {
    subject: &'static Subject,
    judge: fn(&Record) -> Result<(), SubjectError>,
}

/// Converts the record and compares the judgement of both.
fn judge<F>(record: &Record) -> Result<(), SubjectError>
where
    F: Facts + TryFrom<Record, Error = SubjectError>,
{
    let typed = F::try_from(record.clone())?;
    let parameters = Parameters::default();
    assert_eq!(record.check(&parameters), check(&typed, &parameters));
    assert!(record.verdicts(&parameters).eq(verdicts(&typed, &parameters)));
    assert_eq!(json!(record.questions(&parameters)), json!(questions(&typed, &parameters)));
    Ok(())
}

macro_rules! all {
    ($($record:ident)*) => {
        [$(Typed { subject: chanjiao::$record::SUBJECT, judge: judge::<chanjiao::$record> }),*]
    };
}

#[test]
fn a_record_converts_to_its_own_subject_only() {
    let all = chanjiao::for_each_subject!(all);
    assert_eq!(all.len(), chanjiao::subjects().len());
    for file in vectors() {
        let own = subject(&file.subject).expect("a subject");
        let texts = file.cases.iter().map(Case::record_text);
        let records: Vec<Record> = texts.filter_map(|text| own.parse(&text).ok()).collect();
        assert!(!records.is_empty(), "{}: no valid record", own.name);
        for (record, other) in records.iter().flat_map(|it| all.iter().map(move |of| (it, of))) {
            let result = (other.judge)(record);
            if other.subject == own {
                assert_eq!(result, Ok(()));
            } else {
                let error = result.expect_err("a record of another subject");
                assert_eq!((error.expected, error.found), (other.subject.name, own.name));
                let message = error.to_string();
                assert!(message.contains(&format!("`{}`", error.expected)), "{message}");
                assert!(message.contains(&format!("`{}`", error.found)), "{message}");
            }
        }
    }
}
