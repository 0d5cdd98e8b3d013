//! Every vector gives the verdict that it says.

use chanjiao_tests::vectors;

#[test]
fn every_vector_gives_what_it_says() {
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
