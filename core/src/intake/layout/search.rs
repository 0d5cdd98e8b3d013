//! Which row is the header.

use super::Line;
use super::header::{facts_in_columns, facts_of};
use crate::intake::Error;
use crate::table::{HeaderNames, is_blank, is_number, squeezed};

use super::Refusal;

/// Where the header is among the rows that were read ahead.
pub(super) struct Found {
    pub(super) first: usize,
    /// How many rows it has.
    pub(super) count: usize,
    /// Whether it is not the first row, which is worth a note.
    pub(super) noted: bool,
}

/// Finds the header: the first row if it names facts, or else the only row that names several.
pub(super) fn search(lines: &[Line<'_>], names: &HeaderNames) -> Result<Found, Refusal> {
    let Some(first) = lines.first() else { return Err(Error::NoHeader.into()) };
    let found = |first, noted| Ok(Found { first, count: 1, noted });
    let facts = facts_of(&first.cells, names).len();
    if 2 <= facts {
        return found(0, false);
    }
    let mut several: Vec<(usize, &Line<'_>, String)> = Vec::new();
    let mut single: Vec<&Line<'_>> = Vec::new();
    for (index, line) in lines.iter().enumerate().skip(1) {
        // Facts that stand below each other, with their values beside them, are in the first column.
        let is_first = line.cells.first().is_some_and(|it| names.fact(it).is_some());
        let is_header = !is_first || !line.cells.iter().any(|it| is_number(it));
        match facts_of(&line.cells, names).len() {
            2.. => {
                let text = squeezed(&line.cells.concat());
                // A header that is repeated on each page is one header.
                if !several.iter().any(|(_, _, other)| *other == text) {
                    several.push((index, line, text));
                }
            }
            1 if is_header => single.push(line),
            0 | 1 => {}
        }
    }
    let cells = first.cells.iter().filter(|it| !is_blank(it)).count();
    if facts == 1 && (1 < cells || several.is_empty()) {
        return found(0, false);
    }
    if several.is_empty() {
        let on_its_side = facts_in_columns(&lines.iter(), names);
        if 1 < on_its_side.len() || single.is_empty() && !on_its_side.is_empty() {
            return Err(Error::OnItsSide { facts: on_its_side }.into());
        }
    }
    match (several.as_slice(), single.as_slice()) {
        ([(index, ..)], _) => found(*index, true),
        ([], []) => {
            let headers = first.cells.iter().map(|it| (*it).to_owned()).collect();
            Err(Refusal::NoFact { headers })
        }
        ([], lines) => Err(proposal(lines.iter().copied())),
        (lines, _) => Err(proposal(lines.iter().map(|(_, line, _)| *line))),
    }
}

fn proposal<'a>(lines: impl Iterator<Item = &'a Line<'a>>) -> Refusal {
    Error::WhichHeader { lines: lines.take(5).map(|it| it.at).collect() }.into()
}
