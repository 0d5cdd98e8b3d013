//! The numbers of the policy are in the phrases that are quoted for them.

use chanjiao::{FieldKind, Origin, Parameters, Status, Unit, parameters, policy, rules};

/// Numbers that the text writes in words.
const SPELT: &[(&str, &str)] = &[
    ("cooperation_sales_revenue_yuan", "亿元"),
    ("induction_months", "半年"),
    ("visit_months", "1年"),
];

#[test]
fn numbers_of_the_policy_are_in_its_phrases() {
    let mut own = 0;
    for field in parameters() {
        let Origin { default, source, .. } = Parameters::origin(field.key()).expect("a parameter");
        if source.status != Status::Policy {
            continue;
        }
        own += 1;
        let default = default.expect("the policy's own numbers are set");
        let spelt = SPELT.iter().find(|(name, _)| *name == field.key()).map(|(_, text)| *text);
        let notation =
            spelt.map_or_else(|| written(field.kind, field.unit, default), str::to_owned);
        for id in source.statements {
            let statement = policy::find(id).expect("a statement of the policy");
            let phrase = statement.phrase;
            assert!(phrase.contains(&notation), "{}: {notation} in {phrase}", field.key());
            assert!(rules().any(|rule| rule.statement.id == *id), "no rule executes {id}");
        }
    }
    assert_eq!(own, 20, "parameters that the policy itself sets");
}

fn written(kind: FieldKind, unit: Option<Unit>, default: &str) -> String {
    match (kind, unit) {
        (FieldKind::Share, _) => format!("{default}%"),
        (FieldKind::Money, _) => default.replace(".00", "元"),
        (_, Some(Unit::Year)) => format!("{default}年"),
        (_, Some(Unit::Month)) => format!("{default}个月"),
        (_, Some(Unit::Enterprise)) => format!("{default}家"),
        // The text uses both 人 and 名.
        _ => default.to_owned(),
    }
}

#[test]
fn every_number_names_its_source() {
    for field in parameters() {
        let source = Parameters::origin(field.key()).expect("a parameter").source;
        assert!(!source.words.zh().is_empty() && !source.words.en().is_empty(), "{}", field.key());
        // These are about the policy as a whole.
        let of_policy = ["policy_applies_from", "policy_applies_to"].contains(&field.key());
        assert_eq!(source.statements.is_empty(), of_policy, "{}", field.key());
    }
}
