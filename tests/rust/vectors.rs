//! Every vector gives the verdict that it says.

use chanjiao_tests::{Case, CaseFault, vectors};
use serde_json::Value;

#[test]
fn every_vector_gives_what_it_says() {
    let mut wrong = Vec::new();
    let mut cases = 0;
    for file in vectors() {
        for case in &file.cases {
            cases += 1;
            if let Err(difference) = holds(&file.subject, case) {
                wrong.push(format!("{}: {}\n    {difference}", file.subject, case.title));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {cases} vectors:\n{}", wrong.len(), wrong.join("\n"));
}

fn holds(subject: &str, case: &Case) -> Result<(), String> {
    let answer: Value = serde_json::from_str(&case.answer(subject)).map_err(|it| it.to_string())?;
    let found: Vec<CaseFault> = answer["faults"]
        .as_array()
        .ok_or("no list of faults")?
        .iter()
        .map(|fault| CaseFault {
            input: text(&fault["in"]),
            pointer: text(&fault["pointer"]),
            code: text(&fault["code"]),
        })
        .collect();
    let expected = case.faults.as_deref().unwrap_or_default();
    same("faults", &found.as_slice(), &expected)?;
    if let Some(conclusion) = &case.conclusion {
        same("conclusion", &text(&answer["report"]["conclusion"]), conclusion)?;
    }
    let Some(rule) = &case.rule else {
        return Ok(());
    };
    if !expected.is_empty() {
        return Ok(());
    }
    let finding = answer["report"]["findings"]
        .as_array()
        .and_then(|findings| findings.iter().find(|it| it["rule"] == rule.as_str()))
        .ok_or_else(|| format!("no finding of {rule}"))?;
    if let Some(verdict) = &case.verdict {
        same("verdict", &text(&finding["verdict"]), verdict)?;
    }
    if let Some(bounds) = &case.bounds {
        let mut found = finding["bounds"].clone();
        for bound in found.as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut) {
            bound.remove("unit");
        }
        same("bounds", &found, bounds)?;
    }
    if let Some(missing) = &case.missing {
        same("missing", &finding["missing"], missing)?;
    }
    if let Some(explained) = case.explained {
        same("explained", &finding["explained"].as_bool(), &Some(explained))?;
    }
    Ok(())
}

fn same<T: PartialEq + std::fmt::Debug>(what: &str, found: &T, expected: &T) -> Result<(), String> {
    if found == expected {
        Ok(())
    } else {
        Err(format!("{what}: {found:?} instead of {expected:?}"))
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
