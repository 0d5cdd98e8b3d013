//! Rows of a chunk, judged in blocks: the cells of each column become one lane of numbers.
//!
//! A row goes this way only if it is a record for sure, without anything to note or to show. All
//! others are judged one by one, as the rows of every other input are.

use super::batches::Rows;
use super::output::Form;
use super::passing::State;
use super::row::{BatchResult, RowLabel, name_key};
use super::tally::Tally;
use super::wide_table;
use super::worker::{Input, Task};
use crate::block::Block;
use crate::block::bits::{BLOCK, Bits};
use crate::block::judging::{Judging, Selected};
use crate::block::kept::Kept;
use crate::block::plain::{Cell, Plain};
use crate::block::split::Cells;
use crate::index::Index;
use crate::input::{Pair, parse_cell};
use crate::intake::chunk::Chunk;
use crate::intake::layout::Layout;
use crate::judge::Time;
use crate::table::{NoteCounts, Reading, Sure, Target, WideColumn};

/// How the rows of one input are judged in blocks.
pub(super) struct Lanes<'a> {
    layout: &'a Layout,
    task: &'a Task<'a>,
    sure: Sure<'a>,
    columns: Vec<Lane>,
    /// Whether records have names, and the column of the names.
    named: bool,
    name: Option<usize>,
    /// The columns without a header, in which a value is noted.
    blank_headers: Vec<usize>,
    rules: Vec<Selected>,
}

/// A column that is used.
struct Lane {
    column: usize,
    target: Target,
    /// The index of the fact; `None` for the explanations.
    fact: Option<Index>,
    plain: Option<Plain>,
}

/// A block of rows of a chunk.
struct Part<'t> {
    text: &'t str,
    cells: &'t Cells,
    /// The first row, and the number of rows.
    first: usize,
    count: usize,
    /// The number of columns.
    width: usize,
}

/// Judges some rows of an input, in lanes if there are any.
pub(super) fn judge(lanes: Option<&Lanes<'_>>, input: &Input<'_>, rows: Rows) -> BatchResult {
    match (rows, lanes) {
        (Rows::Chunk(chunk), Some(lanes)) => lanes.judge(input, &chunk),
        (Rows::Batch(batch, twice), _) => input.judge(&batch, &twice),
        (Rows::Chunk(chunk), None) => input.judge(&chunk.whole(), &[]),
    }
}

impl<'a> Lanes<'a> {
    /// `None` if the answers need more than verdicts, so that every row is judged by itself.
    pub(super) fn of(task: &'a Task<'a>, layout: Option<&'a Layout>) -> Option<Self> {
        let needs_records = task.contested
            || !task.groups.is_empty()
            || !task.children.is_empty()
            || task.key.is_some();
        let layout = layout.filter(|_| !needs_records)?;
        let subject = task.subject;
        let with_gaps = match task.form {
            Form::Text => false,
            Form::Csv => true,
            Form::Json | Form::Ndjson | Form::Xlsx => return None,
        };
        let mut columns = Vec::new();
        for (column, target) in layout.columns.targets() {
            let fact = subject.fields().iter().position(|it| it.key() == target.key());
            columns.push(Lane {
                column,
                target,
                fact: fact.and_then(|fact| Index::try_from(fact).ok()),
                plain: Plain::of(subject.shape, target),
            });
        }
        let has = |key: &str| columns.iter().any(|it| it.target.key() == key);
        if !subject.fields().iter().all(|it| !it.required || has(it.key())) {
            return None;
        }
        let mut rules = Vec::new();
        for (index, rule) in subject.rules().iter().enumerate() {
            let mut selected = Selected::of(index, rule, subject);
            selected.gap = selected.gap.filter(|_| with_gaps);
            // Of several bounds, the row path knows which one the column is about.
            if selected.gap.is_some() && rule.only_bound(task.parameters).is_none() {
                return None;
            }
            rules.push(selected);
        }
        let (name, _) = layout.rows.labels();
        let blank_headers = layout.rows.blank_headers().collect();
        let sure = Sure::of(&layout.rows);
        let named = name_key(subject).is_some();
        Some(Self { layout, task, sure, columns, named, name, blank_headers, rules })
    }

    /// Judges the rows of a chunk.
    pub(super) fn judge(&self, input: &Input<'_>, chunk: &Chunk) -> BatchResult {
        let separator =
            u8::try_from(chunk.separator.0).ok().filter(|it| it.is_ascii_graphic() || *it == b'\t');
        let (Some(text), Some(separator)) = (chunk.as_text(), separator) else {
            return input.judge(&chunk.whole(), &[]);
        };
        let cells = Cells::of(text.as_bytes(), separator);
        let rows = cells.rows.len().saturating_sub(1);
        let mut result = input.no_result();
        let mut state = State::of(Some(self.layout), &[]);
        let mut block = Block::of(self.task.subject.fields().len(), None);
        let mut kept = Kept::of(self.rules.len());
        for first in (0..rows).step_by(BLOCK) {
            let count = BLOCK.min(rows - first);
            let part = Part { text, cells: &cells, first, count, width: self.layout.columns.len() };
            let odd = self.load(input, chunk, &part, &mut block);
            if count < 3 * odd.count().min(BLOCK) {
                // Most columns are not plain, so nothing is gained.
                let batch = part.batch(chunk, 0..count);
                input.judge_rows(&batch, &mut state, &mut result);
            } else {
                self.judging().judge(count, &block, &mut kept);
                self.write(input, chunk, &part, &block, &kept, odd, &mut state, &mut result);
            }
            if result.error.is_some() {
                break;
            }
        }
        state.push_notes(Some(self.layout), &mut result);
        result
    }

    fn judging(&self) -> Judging<'_> {
        Judging {
            subject: self.task.subject,
            rules: &self.rules,
            parameters: self.task.parameters,
            contested: false,
        }
    }

    /// Loads a part into the block; returns the rows that have to be judged by themselves.
    fn load(
        &self,
        input: &Input<'_>,
        chunk: &Chunk,
        part: &Part<'_>,
        block: &mut Block<'_>,
    ) -> Bits {
        let shape = self.task.subject.shape;
        block.clear();
        let mut odd = part.ragged();
        let mut filled = Bits::NONE;
        for lane in &self.columns {
            let (Target::Fact { field, .. }, Some(fact)) = (lane.target, lane.fact) else {
                odd = odd.or(&part.not_blank(lane.column));
                continue;
            };
            let Some(vector) = block.vectors.get_mut(usize::from(fact)) else { continue };
            let vector = vector.get_or_insert_default();
            vector.intervals.clear();
            let left = if let Some(plain) = &lane.plain {
                let cells = part.column(lane.column);
                plain.load(cells, &mut vector.values, &mut vector.known)
            } else {
                vector.known = Bits::NONE;
                part.not_blank(lane.column)
            };
            left.and(&odd.not()).each(|row| {
                let number = usize_to_u64(part.first + row);
                let line = Some(chunk.line + number);
                let reading = Reading { missing: self.layout.columns.missing(), line };
                let mut counts = NoteCounts::NONE;
                let text = part.text(row, lane.column);
                let node = lane.target.cell(text, reading, &mut counts);
                let cell = node.map(|node| parse_cell(shape, field, &node));
                match cell {
                    // What is to be noted is counted when the row is judged.
                    _ if counts != NoteCounts::NONE => odd.add(row),
                    None => {}
                    Some(Some(cell)) => vector.set(row, cell),
                    Some(None) => odd.add(row),
                }
            });
            filled = filled.or(&vector.known);
            if field.required {
                odd = odd.or(&vector.known.not());
            }
        }
        odd = odd.or(&filled.not());
        for pair in shape.pairs {
            block.check_pair(*pair);
            if let Pair::Doubtful { part, whole } = *pair {
                // What is to be noted is noted when the row is judged.
                odd = odd.or(&block.greater(part, whole));
            }
        }
        odd = odd.or(&block.faulty);
        for column in &self.blank_headers {
            odd = odd.or(&part.not_blank(*column));
        }
        odd = odd.and(&Bits::first(part.count));
        for row in 0..part.count {
            let line = chunk.line + usize_to_u64(part.first + row);
            if !odd.has(row) && (input.skip.contain(line) || !self.sure.is_record(part.row(row))) {
                odd.add(row);
            }
        }
        odd
    }

    /// Counts and writes the results of a part, and judges the odd rows, in the order of the rows.
    #[expect(clippy::too_many_arguments, reason = "a part, and what is known of it")]
    fn write(
        &self,
        input: &Input<'_>,
        chunk: &Chunk,
        part: &Part<'_>,
        block: &Block<'_>,
        kept: &Kept,
        mut odd: Bits,
        state: &mut State<'_>,
        result: &mut BatchResult,
    ) {
        let Task { subject, limit, form, .. } = *self.task;
        let time = Time::of(subject, self.task.parameters);
        let dates = subject.shape.dated_by.and_then(|fact| block.vector(fact));
        let outside = |row| {
            let given = dates.and_then(|dates| dates.number(row));
            time.and_then(|time| time.year_outside(subject, given))
        };
        let mut rows = part.count;
        for row in 0..part.count {
            // What follows a header may belong to it, and the first record may be the only one.
            let alone = state.in_header() || limit > 0 && result.tally.judged() == 0;
            let conclusion = kept.conclusion(row);
            let shown = form == Form::Text && self.is_wanted(result) && {
                Tally::fails(conclusion, outside(row).is_none(), self.task.accept_explained)
            };
            if alone || shown || odd.has(row) {
                odd.add(row);
                let batch = part.batch(chunk, row..row + 1);
                input.judge_rows(&batch, state, result);
                if result.error.is_some() {
                    rows = row;
                    break;
                }
                continue;
            }
            state.set_record();
            let number = usize_to_u64(part.first + row);
            let label = RowLabel {
                number: input.number(chunk.number + number),
                line: chunk.line + number,
                input: input.name,
                name: self.named.then(|| self.name.map_or("", |column| part.text(row, column))),
            };
            result.next = label.number + 1;
            if let Some(name) = label.name.filter(|it| !it.is_empty()) {
                let day = dates.and_then(|dates| dates.number(row));
                result.names.push(label.line, name, day);
            }
            if form == Form::Csv {
                self.push_line(&label, row, kept, result);
            }
        }
        let judged = odd.not().and(&Bits::first(rows));
        kept.count_conclusions(&judged, |conclusion, count| {
            result.tally.add_conclusion(conclusion, count);
        });
        kept.count_verdicts(&judged, |rule, verdict, count| {
            result.tally.add_verdicts(rule, verdict, count);
        });
        let undated = match (subject.shape.dated_by, dates) {
            (None, _) => Bits::NONE,
            (Some(_), None) => judged,
            (Some(_), Some(dates)) => judged.and(&dates.known.not()),
        };
        result.tally.undated += usize_to_u64(undated.count());
        judged.each(|row| result.tally.add_outside(outside(row)));
    }

    /// Whether more failing records are to be shown.
    fn is_wanted(&self, result: &BatchResult) -> bool {
        use std::sync::atomic::Ordering;
        result.failing.len() < self.task.limit && !self.task.enough.load(Ordering::Relaxed)
    }

    /// Writes a record as a line of the wide table.
    fn push_line(&self, label: &RowLabel<'_>, row: usize, kept: &Kept, result: &mut BatchResult) {
        let out = &mut result.text;
        wide_table::push_label(out, label);
        let mut rules = self.rules.iter().enumerate();
        let mut rule = None;
        for column in &self.task.columns {
            match column {
                WideColumn::Conclusion => out.push_str(kept.conclusion(row).as_str()),
                WideColumn::Verdict(_) => {
                    rule = rules.next();
                    let verdict = rule.and_then(|(index, _)| kept.verdict(index, row));
                    out.push_str(verdict.map_or("", |it| it.as_str()));
                }
                WideColumn::Gap(_) => {
                    if let Some((index, Selected { gap: Some(gap), .. })) = rule
                        && let Some(number) = kept.gap(index, row)
                    {
                        crate::quantity::decimal::push_scaled(out, number, gap.decimals);
                    }
                }
                WideColumn::Contested(_) => {}
            }
            out.push(',');
        }
        out.push('\n');
    }
}

impl<'t> Part<'t> {
    /// The index of the first cell of a row, and that of the next row.
    fn bounds(&self, row: usize) -> (usize, usize) {
        let at = |row: usize| self.cells.rows.get(row).map_or(0, |it| u32_to_usize(*it));
        (at(self.first + row), at(self.first + row + 1))
    }

    /// The cells of a column, one for each row. That of a row with another number of cells is any.
    fn column(&self, column: usize) -> impl Iterator<Item = Cell<'t>> {
        let rows = self.cells.rows.get(self.first..self.first + self.count).unwrap_or_default();
        let is_last = column + 1 == self.width;
        let text = self.text.as_bytes();
        rows.iter().map(move |first| {
            let first = u32_to_usize(*first) + column;
            let bounds = self.cells.starts.get(first..first + 2).unwrap_or_default();
            let &[start, next] = bounds else { return Cell::alone(&[]) };
            let (start, end) = (u32_to_usize(start), u32_to_usize(next) - 1);
            let cut = usize::from(is_last && start < end && text.get(end - 1) == Some(&b'\r'));
            Cell { text, start, end: end - cut }
        })
    }

    /// The text of a cell.
    fn text(&self, row: usize, column: usize) -> &'t str {
        self.row(row).nth(column).unwrap_or_default()
    }

    /// The texts of the cells of a row.
    fn row(&self, row: usize) -> impl Iterator<Item = &'t str> {
        let (first, next) = self.bounds(row);
        let starts = self.cells.starts.get(first..=next).unwrap_or_default();
        starts.windows(2).enumerate().map(|(column, bounds)| {
            let [start, end] =
                [bounds.first(), bounds.last()].map(|it| it.map_or(0, |it| u32_to_usize(*it)));
            let text = self.text.get(start..end.saturating_sub(1)).unwrap_or_default();
            if column + 1 == self.width { text.strip_suffix('\r').unwrap_or(text) } else { text }
        })
    }

    /// The rows that do not have as many cells as there are columns.
    fn ragged(&self) -> Bits {
        let mut ragged = Bits::NONE;
        let rows = self.cells.rows.get(self.first..=self.first + self.count).unwrap_or_default();
        for (row, bounds) in rows.windows(2).enumerate() {
            let [first, next] =
                [bounds.first(), bounds.last()].map(|it| it.map_or(0, |it| u32_to_usize(*it)));
            if next - first != self.width {
                ragged.add(row);
            }
        }
        ragged
    }

    /// The rows with a cell that is not empty.
    fn not_blank(&self, column: usize) -> Bits {
        let mut found = Bits::NONE;
        for (row, cell) in self.column(column).enumerate() {
            if cell.start < cell.end {
                found.add(row);
            }
        }
        found
    }

    /// Some rows, to be judged one by one.
    fn batch(&self, chunk: &Chunk, rows: std::ops::Range<usize>) -> crate::intake::batch::Batch {
        let start = |row| {
            let (first, _) = self.bounds(row);
            self.cells.starts.get(first).map_or(0, |it| u32_to_usize(*it))
        };
        let bytes = start(rows.start)..start(rows.end);
        let number = |row| usize_to_u64(self.first + row);
        chunk.batch(number(rows.start)..number(rows.end), bytes)
    }
}

fn usize_to_u64(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

fn u32_to_usize(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests;
