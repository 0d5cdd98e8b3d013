//! The changes as a workbook: the long table in words, the counts, and the keys of the words.

use std::io::Write;

use anstream::adapter::strip_str;
use rust_xlsxwriter::{Format, Workbook};

use super::output::Compared;
use super::summary;
use super::table;
use crate::cli::summary::NOTES;
use crate::cli::workbook::{
    MAX_ROWS, WorkbookError, words, write_cell, write_figure, write_headers, write_keys,
};
use crate::policy::VALIDITY;
use crate::table::{ChangeKind, Changes};
use crate::text::{Text, text};

const CHANGES: Text = text!("变化", "changes");

pub(super) fn write(it: &Compared<'_>, out: impl Write + Send) -> Result<(), WorkbookError> {
    let mut workbook = Workbook::new();
    let say = |words: Text| words.get(it.language);
    let headers = table::headers(it);
    let sheet = workbook.add_worksheet_with_constant_memory()?;
    sheet.set_name(say(CHANGES))?;
    write_headers(sheet, &headers)?;
    let mut last = 0;
    for change in &it.changes.list {
        for row in table::rows(change, it.changes.subject, Some(it.language)) {
            if last == MAX_ROWS {
                return Err(WorkbookError::Full(CHANGES));
            }
            last += 1;
            for (column, cell) in (0..).zip(&row) {
                write_cell(sheet, last, column, cell)?;
            }
        }
    }
    let columns = u16::try_from(headers.len()).unwrap_or(u16::MAX);
    sheet.autofilter(0, 0, last, columns.saturating_sub(1))?;
    write_counts(it, &mut workbook)?;
    let kinds = ChangeKind::ALL.iter().map(|it| (it.as_str(), it.label()));
    let more = kinds.chain(words()).map(|(key, label)| (key.to_owned(), say(label).to_owned()));
    let keys: Vec<(String, String)> = headers.into_iter().chain(more).collect();
    let sheet = workbook.add_worksheet();
    sheet.set_name(say(text!("键名", "keys")))?;
    write_keys(sheet, &keys, it.language)?;
    workbook.save_to_writer(out)?;
    Ok(())
}

/// The sheet of counts: records, rules, invalid rows and notes.
fn write_counts(it: &Compared<'_>, workbook: &mut Workbook) -> Result<(), WorkbookError> {
    let say = |words: Text| words.get(it.language);
    let sheet = workbook.add_worksheet();
    sheet.set_name(say(text!("汇总", "summary")))?;
    sheet.set_column_width(0, 34)?;
    sheet.set_column_width(2, 34)?;
    let bold = Format::new().set_bold();
    sheet.write_string_with_format(0, 0, say(it.changes.subject.label), &bold)?;
    let mut row = 0;
    let counts = it.changes.counts().map(|(kind, count)| (kind.label(), count));
    for (label, count) in counts.chain([(Changes::UNCHANGED, it.changes.unchanged)]) {
        row += 1;
        sheet.write_string(row, 0, say(label))?;
        write_figure(sheet, row, 1, &count.to_string())?;
    }
    row += 2;
    let titles = [text!("规则", "rule"), text!("条款", "clause"), text!("名称", "title")];
    let kinds = [ChangeKind::Better, ChangeKind::Worse, ChangeKind::Other];
    for (column, title) in (0..).zip(titles.into_iter().chain(kinds.map(ChangeKind::label))) {
        sheet.write_string_with_format(row, column, say(title), &bold)?;
    }
    for counts in it.changes.by_rule() {
        row += 1;
        let rule = counts.rule;
        for (column, text) in (0..).zip([rule.id, rule.statement.id, say(rule.title)]) {
            sheet.write_string(row, column, text)?;
        }
        for (column, count) in (3..).zip([counts.better, counts.worse, counts.other]) {
            write_figure(sheet, row, column, &count.to_string())?;
        }
    }
    let faults = summary::faults(it);
    let faults = strip_str(&faults).to_string();
    let notes = it.notes();
    let heading = (!notes.is_empty()).then(|| say(NOTES).to_owned());
    let lines = faults.lines().map(str::to_owned).chain(heading).chain(notes);
    row += 1;
    for line in lines.filter(|it| !it.is_empty()) {
        row += 1;
        sheet.write_string(row, 0, line)?;
    }
    sheet.write_string(row + 2, 0, say(VALIDITY))?;
    Ok(())
}
