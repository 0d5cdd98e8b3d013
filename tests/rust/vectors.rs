//! Checks every test vector.

use chanjiao_tests::vectors;

#[test]
fn every_vector_has_its_expected_result() {
    let mut wrong = Vec::new();
    let mut cases = 0;
    for file in vectors() {
        for case in &file.cases {
            cases += 1;
            if let Err(difference) = case.holds(&case.answer(&file.subject)) {
                wrong.push(format!("{}: {}\n    {difference}", file.subject, case.title));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {cases} vectors:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn pointers_of_missing_facts_are_consistent() {
    let mut named = 0;
    for file in vectors() {
        let subject = chanjiao::subject(&file.subject).expect("a subject");
        for case in &file.cases {
            let Ok(record) = subject.parse(&case.record_text()) else { continue };
            let report = record.check(&chanjiao::Parameters::default());
            for missing in report.findings.iter().flat_map(|it| &it.missing) {
                let pointer = missing.pointer();
                assert_eq!(missing.to_string(), pointer);
                assert_eq!(pointer.split('/').nth(1), Some(missing.key()));
                named += 1;
            }
        }
    }
    assert!(named > 1_000, "{named} facts");
}

#[test]
fn a_rule_is_found_by_its_full_id_only() {
    for rule in chanjiao::rules() {
        let found = chanjiao::rule(rule.id).map(|it| it.id);
        assert_eq!(found, Some(rule.id));
    }
    for id in ["", "programme", "programme.practical_hour", "programme.practical_hours "] {
        assert!(chanjiao::rule(id).is_none(), "{id:?}");
    }
}
