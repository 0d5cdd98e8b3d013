//! Rows judged in blocks: the cells of each column become one lane of numbers.
//!
//! A row goes this way only if it is a record for sure, without anything to note or to show. All
//! others are judged one by one, as the rows of every other input are.

mod batch;
mod chunk;
mod part;

use self::batch::OfBatch;
use self::chunk::OfChunk;
use self::part::{Cut, Part};
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
use crate::block::plain::Plain;
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

/// Judges some rows of an input, in lanes if there are any.
pub(super) fn judge(lanes: Option<&Lanes<'_>>, input: &Input<'_>, rows: Rows) -> BatchResult {
    match (rows, lanes) {
        (Rows::Chunk(chunk), Some(lanes)) => lanes.judge_chunk(input, &chunk),
        (Rows::Batch(batch, twice), Some(lanes)) if twice.is_empty() => {
            lanes.judge(input, &OfBatch::of(&batch, lanes.layout.columns.len()))
        }
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
    fn judge_chunk(&self, input: &Input<'_>, chunk: &Chunk) -> BatchResult {
        let separator =
            u8::try_from(chunk.separator.0).ok().filter(|it| it.is_ascii_graphic() || *it == b'\t');
        let (Some(text), Some(separator)) = (chunk.as_text(), separator) else {
            return input.judge(&chunk.whole(), &[]);
        };
        let cells = Cells::of(text.as_bytes(), separator);
        self.judge(input, &OfChunk { chunk, text, cells, width: self.layout.columns.len() })
    }

    /// Judges some rows, block by block.
    fn judge(&self, input: &Input<'_>, all: &impl Cut) -> BatchResult {
        let rows = all.rows();
        let mut result = input.no_result();
        let mut state = State::of(Some(self.layout), &[]);
        let mut block = Block::of(self.task.subject.fields().len(), None);
        let mut kept = Kept::of(self.rules.len());
        for first in (0..rows).step_by(BLOCK) {
            let part = Part { all, first, count: BLOCK.min(rows - first) };
            let odd = self.load(input, part, &mut block);
            if part.count < 3 * odd.count().min(BLOCK) {
                // Most columns are not plain, so nothing is gained.
                all.judge_rows(input, first..first + part.count, &mut state, &mut result);
            } else {
                self.judging().judge(part.count, &block, &mut kept);
                self.write(input, part, &block, &kept, odd, &mut state, &mut result);
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
    fn load(&self, input: &Input<'_>, part: Part<'_, impl Cut>, block: &mut Block<'_>) -> Bits {
        let shape = self.task.subject.shape;
        block.clear();
        let mut odd = part.odd();
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
                let (_, line) = part.place(row);
                let line = Some(line);
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
            let (_, line) = part.place(row);
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
        part: Part<'_, impl Cut>,
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
                let at = part.first + row;
                part.all.judge_rows(input, at..at + 1, state, result);
                if result.error.is_some() {
                    rows = row;
                    break;
                }
                continue;
            }
            state.set_record();
            let (number, line) = part.place(row);
            let label = RowLabel {
                number: input.number(number),
                line,
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

fn usize_to_u64(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests;
