//! Changes as JSON.

use super::output::Compared;
use super::side::ReadSide;
use crate::json::{Members, object};
use crate::table::{Change, RuleChange, RuleChangeCounts, Standing};

/// The beginning of the object, up to the list of changed records.
pub(super) fn head(compared: &Compared<'_>) -> String {
    let Compared { changes, key, sides: [old, new], .. } = compared;
    let mut out = String::from("{");
    let mut it = Members::of(&mut out);
    it.text("subject", Some(changes.subject.name));
    it.list("key", *key, |out, name| crate::json::push_text(out, name));
    for (name, side) in [("old", old), ("new", new)] {
        push_side(it.key(name), side);
    }
    object(it.key("counts"), |it| {
        for (kind, count) in changes.counts() {
            it.number(kind.as_str(), count);
        }
        it.number("unchanged", changes.unchanged);
    });
    it.list("rules", changes.by_rule(), |out, counts: RuleChangeCounts| {
        object(out, |it| {
            it.text("rule", Some(counts.rule.id));
            it.number("better", counts.better);
            it.number("worse", counts.worse);
            it.number("other", counts.other);
        });
    });
    it.key("changes").push('[');
    out
}

fn push_side(out: &mut String, side: &ReadSide<'_>) {
    object(out, |it| {
        it.text("file", Some(&side.path.display().to_string()));
        it.number("records", side.records());
        it.number("faulty", side.faulty());
        it.number("passed", side.passed());
    });
}

/// One changed record.
pub(super) fn change(change: &Change, key: &[String]) -> String {
    let mut out = String::new();
    object(&mut out, |it| {
        object(it.key("key"), |it| {
            for (name, text) in key.iter().zip(&change.key) {
                it.text(name, Some(text));
            }
        });
        if !change.name.is_empty() {
            it.text("name", Some(&change.name));
        }
        it.text("change", Some(change.kind.as_str()));
        let (rows, standings) = (change.rows, change.standings);
        for (name, row, standing) in
            [("before", rows.0, standings.0), ("after", rows.1, standings.1)]
        {
            let out = it.key(name);
            match row {
                Some(row) => object(out, |it| {
                    it.number("line", row);
                    it.text("result", standing.map(Standing::as_str));
                }),
                None => out.push_str("null"),
            }
        }
        it.list("rules", &change.rules, push_rule);
    });
    out
}

fn push_rule(out: &mut String, change: &RuleChange) {
    object(out, |it| {
        it.text("rule", Some(change.rule.id));
        it.text("statement", Some(change.rule.statement.id));
        let (verdicts, gaps) = (change.verdicts, change.gaps);
        let gap = change.gap.filter(|_| gaps != (None, None));
        for (name, verdict, amount) in
            [("before", verdicts.0, gaps.0), ("after", verdicts.1, gaps.1)]
        {
            object(it.key(name), |it| {
                it.text("verdict", Some(verdict.as_str()));
                if let Some(gap) = gap {
                    let name = if gap.is_excess { "excess" } else { "shortfall" };
                    it.text(name, amount.map(|it| gap.text(it.into())).as_deref());
                }
            });
        }
        if let Some(gap) = gap {
            let difference = change.difference().map(|it| gap.text(it.into()));
            it.text("difference", difference.as_deref());
            it.text("unit", Some(gap.unit.as_str()));
        }
    });
}
