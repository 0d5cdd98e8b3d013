use super::*;
use crate::subjects::subject;
use crate::table::Gap;
use crate::text::Language;

fn enterprise() -> &'static Subject {
    subject("enterprise").unwrap()
}

/// A record in which the first rules have these verdicts and gaps; `f` is a faulty row, `p` one that
/// is passed over, `u2` a rule that is unmet by 2.
fn outcome(text: &str) -> Outcome {
    match text {
        "f" => return Outcome::Faulty,
        "p" => return Outcome::Passed,
        _ => {}
    }
    let verdicts: Vec<(Verdict, Option<i64>)> = text
        .split(' ')
        .map(|part| {
            let (verdict, gap) = part.split_at(1);
            let verdict = match verdict {
                "u" => Verdict::Unmet,
                "m" => Verdict::Met,
                "n" => Verdict::NotApplicable,
                "q" => Verdict::Pending,
                _ => Verdict::Undetermined,
            };
            (verdict, gap.parse().ok())
        })
        .collect();
    let is_unmet = verdicts.iter().any(|(it, _)| *it == Verdict::Unmet);
    let conclusion = if is_unmet { Conclusion::NonCompliant } else { Conclusion::Compliant };
    Outcome::judged(conclusion, verdicts.into_iter())
}

/// The results of a record, of which the first rule whose shortfalls have so many decimals has this one,
/// and those before it are met.
fn of_rule_in(decimals: u32, result: &str) -> String {
    let has = |rule| Gap::of(enterprise(), rule).is_some_and(|it| it.decimals() == decimals);
    let before = enterprise().rules().iter().take_while(|rule| !has(rule)).map(|_| "m");
    before.chain([result]).collect::<Vec<_>>().join(" ")
}

type Rows<'a> = &'a [(&'a str, &'a str)];

/// The comparison of two tables, whose rows are a key and the results.
fn compared(old: Rows<'_>, new: Rows<'_>) -> Result<Changes, KeyErrors> {
    let mut register = Register::default();
    for (line, (key, text)) in (2..).zip(old) {
        register.add([*key], "old", line, outcome(text));
    }
    let mut comparison = register.compare(enterprise(), enterprise().rules().iter())?;
    for (line, (key, text)) in (2..).zip(new) {
        comparison.add([*key], "new", line, &outcome(text));
    }
    comparison.finish()
}

#[test]
fn a_row_is_better_or_worse_by_its_rules() {
    for (old, new, kind) in [
        ("m", "m", None),
        ("u2", "u2", None),
        ("u2", "u1", Some(ChangeKind::Better)),
        ("u2", "u3", Some(ChangeKind::Worse)),
        ("u", "m", Some(ChangeKind::Better)),
        ("m", "u", Some(ChangeKind::Worse)),
        ("q", "m", Some(ChangeKind::Better)),
        ("q", "u", Some(ChangeKind::Worse)),
        ("q2", "q1", Some(ChangeKind::Better)),
        ("u", "q", Some(ChangeKind::Other)),
        ("u m", "m u", Some(ChangeKind::Other)),
        ("u m", "m ?", Some(ChangeKind::Better)),
        ("?", "m", Some(ChangeKind::Other)),
        ("?", "u", Some(ChangeKind::Other)),
        ("m", "?", Some(ChangeKind::Other)),
        ("u", "n", Some(ChangeKind::Other)),
        ("u2", "u", Some(ChangeKind::Other)),
        ("f", "f", Some(ChangeKind::NotComparable)),
        ("m", "f", Some(ChangeKind::NotComparable)),
        ("f", "u", Some(ChangeKind::NotComparable)),
        ("m", "p", Some(ChangeKind::NotComparable)),
        ("p", "m", Some(ChangeKind::NotComparable)),
        ("f", "p", Some(ChangeKind::NotComparable)),
        ("p", "p", None),
        ("", "m", Some(ChangeKind::New)),
        ("", "f", Some(ChangeKind::New)),
        ("", "p", None),
        ("m", "", Some(ChangeKind::Gone)),
        ("f", "", Some(ChangeKind::Gone)),
        ("p", "", None),
    ] {
        let row = [("甲", old)];
        let row_of_new = [("甲", new)];
        let rows = |row: &'static str| usize::from(!row.is_empty());
        let changes = compared(&row[..rows(old)], &row_of_new[..rows(new)]).unwrap();
        assert_eq!(changes.list.first().map(|it| it.kind), kind, "{old} {new}");
        let records = [old, new].iter().filter(|it| !["", "p"].contains(it)).count();
        assert_eq!(changes.unchanged, u64::from(kind.is_none() && 0 < records), "{old} {new}");
    }
}

#[test]
fn an_explanation_that_is_given_is_better_and_one_that_is_withdrawn_worse() {
    for (before, after, kind) in [
        (Conclusion::ExplanationDue, Conclusion::Explained, ChangeKind::Better),
        (Conclusion::Explained, Conclusion::ExplanationDue, ChangeKind::Worse),
        (Conclusion::Incomplete, Conclusion::Compliant, ChangeKind::Other),
    ] {
        let outcome = |it| Outcome::judged(it, [(Verdict::Unmet, None)].into_iter());
        let mut register = Register::default();
        register.add(["甲"], "", 2, outcome(before));
        let mut comparison = register.compare(enterprise(), enterprise().rules().iter()).unwrap();
        comparison.add(["甲"], "", 2, &outcome(after));
        let changes = comparison.finish().unwrap();
        assert_eq!((changes.list[0].kind, changes.list[0].rules.len()), (kind, 0));
    }
}

#[test]
fn rows_are_matched_by_their_key_in_any_order() {
    let [before, after] = ["u3", "u1"].map(|it| of_rule_in(0, it));
    let old = [
        ("甲", "m"),
        ("乙", before.as_str()),
        ("丙", "m"),
        ("合计", "p"),
        ("合计", "p"),
        ("戊", "m"),
    ];
    let new = [("丁", "m"), (" 乙　", after.as_str()), ("戊", "p"), ("甲", "m"), ("合计", "p")];
    let changes = compared(&old, &new).unwrap();
    let said: Vec<String> = changes
        .list
        .iter()
        .map(|it| {
            let rules: Vec<String> =
                it.rules.iter().map(|it| it.words(Language::Chinese)).collect();
            let rows = [it.rows.0, it.rows.1].map(|it| it.unwrap_or_default().to_string());
            [&*it.key.join(""), &it.name, it.kind.as_str(), &rows.join(" "), &rules.join("")]
                .join(" ")
        })
        .collect();
    let unit = changes.list[1].rules[0].gap.unwrap().unit.label().zh();
    let better = format!("乙 new better 3 3 不符合（差 3 {unit}） → 不符合（差 1 {unit}）");
    let expected =
        ["丁 new new 0 2 ", better.as_str(), "丙 old gone 4 0 ", "戊 old not_comparable 7 4 "];
    assert_eq!(said, expected);
    assert_eq!(changes.unchanged, 1);
    let counts: Vec<u64> = changes.counts().map(|(_, count)| count).collect();
    assert_eq!(counts, [1, 1, 1, 0, 0, 1]);
}

#[test]
fn a_row_that_is_no_record_does_not_hide_one_that_is() {
    let changes = compared(&[("甲", "p"), ("甲", "m")], &[("甲", "p"), ("甲", "m")]).unwrap();
    assert_eq!((changes.list.len(), changes.unchanged), (0, 1));
}

#[test]
fn rules_are_counted_those_with_the_most_changes_first() {
    let old = [("甲", "m u2"), ("乙", "m u2"), ("丙", "m u2"), ("丁", "u m")];
    let new = [("甲", "m u1"), ("乙", "u u3"), ("丙", "m ?"), ("戊", "m m")];
    let counts = compared(&old, &new).unwrap().by_rule();
    let ids: Vec<&str> = enterprise().rules().iter().map(|it| it.id).collect();
    let found: Vec<_> =
        counts.iter().map(|it| (it.rule.id, it.better, it.worse, it.other)).collect();
    assert_eq!(found, [(ids[1], 1, 1, 1), (ids[0], 0, 1, 0)]);
}

#[test]
fn differences_count_what_is_met_as_nothing_missing() {
    for (old, new, difference) in [
        ("u2", "u5", Some(3)),
        ("u2", "m", Some(-2)),
        ("m", "u2", Some(2)),
        ("u2", "q1", Some(-1)),
        ("u2", "?", None),
        ("u2", "n", None),
        ("u", "m", None),
    ] {
        let changes = compared(&[("甲", old)], &[("甲", new)]).unwrap();
        assert_eq!(changes.list[0].rules[0].difference(), difference, "{old} {new}");
    }
}

#[test]
fn the_long_table_has_the_units_of_its_amounts() {
    let [before, after] = ["u12345", "u12340"].map(|it| of_rule_in(2, it));
    let (old, new) = ([("甲", before.as_str())], [("甲", after.as_str())]);
    let changes = compared(&old, &new).unwrap();
    let change = &changes.list[0];
    let cells = |rule| -> Vec<String> {
        let cell = |it: &ChangeColumn| it.cell(change, rule).unwrap_or_default().into_owned();
        ChangeColumn::ALL.iter().map(cell).collect()
    };
    let conclusion = "non_compliant";
    let record = ["better", "conclusion", "", conclusion, conclusion, "", "", "", "", "", ""];
    assert_eq!(cells(None), record);
    let of_rule = cells(change.rules.first());
    assert_eq!(of_rule[3..], ["unmet", "unmet", "123.45", "123.40", "", "", "-0.05", "yuan"]);
}

#[test]
fn a_key_that_stands_twice_or_is_blank_is_named() {
    let twice = [("甲", "m"), ("乙", "m"), ("甲 ", "f"), ("", "m"), (" ", "p")];
    let once = [("甲", "m"), ("甲", "p"), ("", "p")];
    let in_old = compared(&twice, &once).unwrap_err();
    let in_new = compared(&once, &twice).unwrap_err();
    for errors in [in_old, in_new] {
        let message = errors.message(true, Language::Chinese);
        let start = "键 `甲` 重复：第 2、4 行。\n1 条记录没有键：第 5 行。\n";
        assert!(message.starts_with(start), "{message}");
    }
    assert!(compared(&once, &once).is_ok());
    // Those that only the new table has are no exception.
    assert!(compared(&[], &twice).is_err());

    let keys: Vec<String> = (0..100).map(|it| (it % 40).to_string()).collect();
    let many: Vec<(&str, &str)> = keys.iter().map(|key| (key.as_str(), "f")).collect();
    let message = compared(&many, &[]).unwrap_err().message(false, Language::English);
    let listed = "the key `0` stands more than once: rows 2, 42, 82 (counted from 0).";
    assert!(message.contains(listed), "{message}");
    // Of 60 rows with the key of another one, 40 are listed.
    assert!(message.contains("20 more rows have the key of another one."), "{message}");
}

#[test]
fn keys_of_several_columns_are_not_run_together() {
    let mut register = Register::default();
    register.add(["甲", "乙丙"], "", 2, outcome("m"));
    let mut comparison = register.compare(enterprise(), enterprise().rules().iter()).unwrap();
    comparison.add(["甲乙", "丙"], "", 2, &outcome("m"));
    comparison.add(["", "甲乙丙"], "", 3, &outcome("m"));
    let kinds: Vec<_> = comparison.finish().unwrap().list.iter().map(|it| it.kind).collect();
    assert_eq!(kinds, [ChangeKind::New, ChangeKind::New, ChangeKind::Gone]);
}
