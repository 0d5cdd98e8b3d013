//! The results of a row: what is counted, and what is written.

use std::sync::atomic::Ordering;

use super::faulty::Faulty;
use super::output::Form;
use super::row::{BatchResult, RowLabel};
use super::tally::Tally;
use super::worker::{Input, Task};
use super::{summary, wide_table, workbook};
use crate::fault::{Code, Fault};
use crate::json::push_text;
use crate::judge::Time;
use crate::parameters::Parameters;
use crate::quantity::decimal::push_scaled;
use crate::record::Record;
use crate::report::{self, Conclusion};
use crate::subjects::Subject;
use crate::table::round_money_help;
use crate::verdict::Verdict;

impl Input<'_> {
    pub(super) fn record(
        &self,
        label: &RowLabel<'_>,
        record: &Record,
        verdicts: &mut Vec<Verdict>,
        result: &mut BatchResult,
    ) {
        let Task { subject, parameters, language, limit, .. } = *self.task;
        let report = || record.check(parameters);
        verdicts.clear();
        let dated_by = subject.shape.dated_by;
        result.tally.undated += u64::from(dated_by.is_some_and(|it| record.number(it).is_none()));
        let time = Time::of(subject, parameters);
        let outside = time.and_then(|it| it.year_outside(subject, record.number(it.fact)));
        if matches!(self.task.form, Form::Json | Form::Ndjson) {
            // These write the whole report, so the verdicts are taken from it.
            let report = report();
            verdicts.extend(report.findings.iter().map(|finding| finding.verdict));
            result.tally.count(report.conclusion, outside, verdicts);
            result.count_in_groups(report.conclusion, record, parameters, verdicts);
            self.push_answer(label, result, |out| report.write_answer(out));
            return;
        }
        verdicts.extend(record.verdicts(parameters).map(|(_, verdict)| verdict));
        let conclusion = conclude(subject, record, parameters, verdicts);
        result.tally.count(conclusion, outside, verdicts);
        result.count_in_groups(conclusion, record, parameters, verdicts);
        self.keep_judged(label, record, conclusion, verdicts, result);
        let columns = &self.task.columns;
        let contested = self.task.contested.then(report);
        let contested = contested.as_ref();
        let row = || wide_table::Judged {
            parameters,
            record,
            verdicts,
            conclusion,
            columns,
            contested,
            words: (self.task.form == Form::Xlsx).then_some(language),
        };
        match self.task.form {
            Form::Csv => wide_table::push_judged(&mut result.text, label, &row()),
            Form::Xlsx => {
                let label = wide_table::label(label);
                result.table.push(wide_table::judged(&label, &row()));
                workbook::push_problems(&label, &report(), language, &mut result.problems);
            }
            Form::Text | Form::Json | Form::Ndjson => {
                // The only record of all inputs is the first of its batch.
                if result.tally.judged() == 1 && limit > 0 {
                    result.first = Some(summary::only(label, &report(), language));
                }
                let within = outside.is_none();
                let shown = Tally::fails(conclusion, within, self.task.accept_explained)
                    && result.failing.len() < limit
                    && !self.task.enough.load(Ordering::Relaxed);
                if shown {
                    result.failing.push(summary::failing(label, &report(), language));
                }
            }
        }
    }

    pub(super) fn faulty(
        &self,
        label: &RowLabel<'_>,
        faulty: &Faulty<'_>,
        result: &mut BatchResult,
    ) {
        let Task { language, limit, ref columns, .. } = *self.task;
        result.tally.faulty += 1;
        result.count_faulty_in_groups();
        self.keep_faulty(label, result);
        if self.columns().is_none() {
            // A list of objects in a member that is no fact: {"data": [{…}, {…}]}.
            let wraps = |it: &&Fault| it.code == Code::UnknownKey && it.given.starts_with("[{");
            let key = faulty.faults.iter().find(wraps).and_then(|it| it.pointer.strip_prefix('/'));
            result.wrapped = result.wrapped.take().or(key.map(str::to_owned));
        }
        match self.task.form {
            Form::Json | Form::Ndjson => {
                self.push_answer(label, result, |out| faulty.push_answer(out));
            }
            Form::Csv => {
                let out = &mut result.text;
                wide_table::push_faulty(out, label, columns, faulty, language);
            }
            Form::Xlsx => {
                let label = wide_table::label(label);
                let row = wide_table::faulty(&label, columns, faulty, language);
                result.table.push(row);
                workbook::push_faults(&label, faulty, language, &mut result.problems);
            }
            Form::Text => {
                if result.faulty.len() < limit {
                    result.faulty.push(summary::faulty(label, faulty, language));
                }
            }
        }
    }

    /// What else helps with a fault. `near_fen` returns the fen to which the amount in a column is rounded.
    pub(super) fn help(
        &self,
        fault: &Fault,
        near_fen: impl Fn(usize) -> Option<i64>,
    ) -> Option<String> {
        let language = self.task.language;
        let mut columns = self.columns()?.targets();
        let key = fault.pointer.strip_prefix('/').filter(|_| fault.code == Code::NotMoney)?;
        let (column, _) = columns.find(|(_, target)| target.key() == key)?;
        Some(round_money_help("--round-money", near_fen(column)?, language))
    }

    /// Writes an answer. Its first members say which row it is of.
    fn push_answer(
        &self,
        label: &RowLabel<'_>,
        result: &mut BatchResult,
        write: impl Fn(&mut String),
    ) {
        let list = self.task.form == Form::Json;
        if list && !result.text.is_empty() {
            result.text.push_str(",\n");
        }
        let mut answer = String::with_capacity(24 * 1024);
        write(&mut answer);
        result.text.push_str("{\"row\":");
        push_scaled(&mut result.text, i64::try_from(label.number).unwrap_or(i64::MAX), 0);
        if let Some(input) = label.input {
            result.text.push_str(",\"file\":");
            push_text(&mut result.text, input);
        }
        result.text.push_str(",\"line\":");
        push_scaled(&mut result.text, i64::try_from(label.line).unwrap_or(i64::MAX), 0);
        if let Some(name) = label.name.filter(|name| !name.is_empty()) {
            result.text.push_str(",\"name\":");
            push_text(&mut result.text, name);
        }
        result.text.push(',');
        result.text.push_str(answer.strip_prefix('{').unwrap_or(&answer));
        if !list {
            result.text.push('\n');
        }
    }
}

fn conclude(
    subject: &'static Subject,
    record: &Record,
    parameters: &Parameters,
    verdicts: &[Verdict],
) -> Conclusion {
    let found = subject.rules().iter().zip(verdicts).enumerate();
    report::conclude(found.map(|(index, (rule, verdict))| {
        let explained = *verdict == Verdict::Unmet && record.explains(index);
        (rule, rule.force_under(parameters), *verdict, explained)
    }))
}
