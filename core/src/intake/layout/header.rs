//! Headers of several rows, and headers that stand in the first column.

use super::{Line, Refusal};
use crate::intake::Error;
use crate::intake::batch::Merged;
use crate::table::{
    Columns, HeaderErrors, HeaderNames, RowKind, Rows, Said, is_blank, is_number, squeezed,
    unit_cell,
};

/// How many columns are searched for names of facts that stand below each other.
const SIDE_COLUMNS: usize = 4;

/// The facts that a row names.
pub(super) fn facts_of(cells: &[&str], names: &HeaderNames) -> Vec<&'static str> {
    let mut facts = Vec::new();
    for fact in cells.iter().filter_map(|it| names.fact(it)) {
        if !facts.contains(&fact) {
            facts.push(fact);
        }
    }
    facts
}

/// The texts of a header. Those of several rows are joined: 销售收入（万元）/2023. A blank cell of an
/// upper row belongs to the cell at its left, if both have a text below them; in a row with merged
/// cells, only if it is merged with it.
pub(super) fn joined(rows: &[Line<'_>], merged: &[Merged]) -> Vec<String> {
    let parts = parts(rows, merged);
    parts.into_iter().map(|parts| parts.join("/")).collect()
}

/// The texts of each column of a header.
fn parts<'a>(rows: &[Line<'a>], merged: &[Merged]) -> Vec<Vec<&'a str>> {
    let width = rows.iter().map(|it| it.cells.len()).max().unwrap_or_default();
    let cell = |row: &Line<'a>, column: usize| row.cells.get(column).copied().unwrap_or_default();
    let [row] = rows else {
        let mut columns: Vec<Vec<&'a str>> = vec![Vec::new(); width];
        for (level, row) in rows.iter().enumerate() {
            let below = rows.get(level + 1..).unwrap_or_default();
            let has_below = |column| below.iter().any(|it| !is_blank(cell(it, column)));
            // The ranges over several columns.
            let ranges = merged.iter().filter(|it| {
                (it.rows.0..=it.rows.1).contains(&row.at) && it.columns.0 < it.columns.1
            });
            let ranges: Vec<_> = ranges.map(|it| it.columns).collect();
            let goes_on = |column| {
                let covers = |&(first, last): &(usize, usize)| first < column && column <= last;
                ranges.is_empty() || ranges.iter().any(covers)
            };
            let mut left = "";
            for (column, parts) in columns.iter_mut().enumerate() {
                let text = cell(row, column);
                if !is_blank(text) {
                    left = if has_below(column) { text } else { "" };
                    parts.push(text.trim());
                } else if has_below(column) && !left.is_empty() && goes_on(column) {
                    parts.push(left.trim());
                } else {
                    left = "";
                }
            }
        }
        for parts in &mut columns {
            // A text that is merged over several rows may be repeated in each.
            parts.dedup();
        }
        return columns;
    };
    row.cells.iter().map(|text| vec![*text]).collect()
}

/// The names of different facts in one of the first columns.
pub(super) fn facts_in_columns<'a>(
    lines: &(impl Iterator<Item = &'a Line<'a>> + Clone),
    names: &HeaderNames,
) -> Vec<String> {
    let mut most: Vec<String> = Vec::new();
    for column in 0..SIDE_COLUMNS {
        let (mut facts, mut texts) = (Vec::new(), Vec::new());
        for text in lines.clone().filter_map(|it| it.cells.get(column)) {
            if let Some(fact) = names.fact(text)
                && !facts.contains(&fact)
            {
                facts.push(fact);
                texts.push(text.trim().to_owned());
            }
        }
        if most.len() < texts.len() {
            most = texts;
        }
    }
    most
}

/// Refuses a column 单位 whose cells are units, beside an amount without one. With other cells, it is one
/// of organizations.
pub(super) fn refuse_unit_column(
    headers: &[String],
    below: &[Line<'_>],
    columns: &Columns,
    map: &[(String, String)],
) -> Result<(), Refusal> {
    let mut amounts = columns.targets().filter(|(_, target)| target.is_money_without_unit());
    let Some((amount, target)) = amounts.next() else { return Ok(()) };
    for (index, header) in headers.iter().enumerate() {
        let is_mapped = map.iter().any(|(it, _)| squeezed(it) == "单位");
        if squeezed(header) != "单位" || is_mapped || !columns.ignored().contains(header) {
            continue;
        }
        let cells = || below.iter().filter_map(|it| it.cells.get(index)).filter(|it| !is_blank(it));
        if cells().next().is_some() && cells().all(|it| unit_cell(it).is_some()) {
            let amount = headers.get(amount).map(String::as_str).unwrap_or_default();
            let errors = HeaderErrors::unit_column(header, amount, target.key());
            return Err(Refusal::Headers(errors));
        }
    }
    Ok(())
}

/// Refuses a table whose facts stand below each other.
pub(super) fn refuse_on_its_side(
    rows: &[Line<'_>],
    below: &[Line<'_>],
    names: &HeaderNames,
) -> Result<(), Refusal> {
    let of_header: Vec<_> = rows.iter().flat_map(|it| facts_of(&it.cells, names)).collect();
    if rows.len() != 1 {
        return Ok(());
    }
    // Pairs of a fact and its value side by side, in each row.
    let pairs = below.first().is_some_and(|next| {
        let facts = facts_of(&next.cells, names);
        facts.iter().any(|it| !of_header.contains(it))
            && facts.len() * 2 >= filled(&next.cells)
            && facts.len() < filled(&next.cells)
    });
    let facts = facts_in_columns(&rows.iter().chain(below), names);
    let on_its_side = match of_header.len() {
        0 => !facts.is_empty(),
        1 => 2 <= facts.len(),
        _ => 2 <= facts.len() && pairs,
    };
    if on_its_side {
        let facts = facts.into_iter().take(5).collect();
        return Err(Error::OnItsSide { facts }.into());
    }
    Ok(())
}

fn filled(cells: &[&str]) -> usize {
    cells.iter().filter(|it| !is_blank(it)).count()
}

/// Refuses a unit that stands above some of the columns only: 财务（万元） above 销售收入.
pub(super) fn refuse_group_units(above: &[String], rows: &[Line<'_>]) -> Result<(), Refusal> {
    let Some(row) = rows.first() else { return Ok(()) };
    let filled = above.iter().filter(|it| !is_blank(it)).count();
    for (column, text) in above.iter().enumerate() {
        let by_brackets =
            !text.contains("单位") && !text.contains('以') && Said::find(text).is_some();
        // A title stands alone, in the first column.
        let is_title = column == 0 && filled == 1;
        if by_brackets && !is_title {
            let text = text.trim().to_owned();
            return Err(Error::GroupUnit { text, line: row.at }.into());
        }
    }
    Ok(())
}

/// Refuses a header that goes on in the row below it.
pub(super) fn refuse_second_row(
    rows: &[Line<'_>],
    next: &Line<'_>,
    after: Option<&Line<'_>>,
    columns: &Columns,
    table: &Rows,
    names: &HeaderNames,
) -> Result<(), Refusal> {
    let (Some(first), Some(header)) = (rows.first(), rows.last()) else { return Ok(()) };
    let blank = |row: &Line<'_>, column: usize| row.cells.get(column).is_none_or(|it| is_blank(it));
    let width = header.cells.len().max(next.cells.len());
    let refuse = |above: &str, below: Vec<String>| {
        let (above, lines) = (above.trim().to_owned(), (first.at, next.at));
        Err(Error::TwoRows { above, below, lines }.into())
    };
    if table.kind(next.cells.iter().copied()) == RowKind::Passed(crate::table::Passed::Header) {
        return Ok(());
    }
    // Other facts in the row below, and no values.
    let facts = facts_of(&next.cells, names);
    let own = facts_of(&header.cells, names);
    let values = next.cells.iter().any(|it| is_number(it));
    if !facts.is_empty()
        && !values
        && facts.iter().any(|it| !own.contains(it))
        && (2 <= facts.len() || table.lacks_name(next.cells.iter().copied()))
    {
        let texts = next.cells.iter().filter(|it| !is_blank(it)).map(|it| it.trim().to_owned());
        // The text above the first of them, or the next one at its left.
        let first = next.cells.iter().position(|it| !is_blank(it)).unwrap_or_default();
        let above = header.cells.iter().take(first + 1).rev().find(|it| !is_blank(it));
        return refuse(above.copied().unwrap_or_default(), texts.take(5).collect());
    }
    // A record has its name, or whatever else stands in a column of its own.
    let lacks = columns.targets().map(|(index, _)| index).find(|index| !blank(header, *index));
    let lacks = table.lacks_name(next.cells.iter().copied())
        || !table.has_name() && lacks.is_some_and(|index| blank(next, index));
    if !lacks {
        return Ok(());
    }
    // The cells below a text and below the blank cells at its right.
    let mut group: Option<(usize, Vec<String>)> = None;
    let mut alone = true;
    for column in 0..width {
        if !blank(header, column) {
            if let Some((start, below)) = &group
                && 1 < below.len()
            {
                let above = header.cells.get(*start).copied().unwrap_or_default();
                return refuse(above, below.clone());
            }
            group = Some((column, Vec::new()));
        }
        if !blank(next, column) {
            let text = next.cells.get(column).map(|it| it.trim().to_owned()).unwrap_or_default();
            alone &= is_sub_header(&text);
            if let Some((start, below)) = &mut group {
                below.push(text);
                // A text below a blank cell belongs to the text at its left.
                if *start < column && below.len() == 1 {
                    let above = header.cells.get(*start).copied().unwrap_or_default();
                    if columns.target(*start).is_some()
                        || !columns.targets().any(|(it, _)| it == column)
                    {
                        return refuse(above, below.clone());
                    }
                }
            }
        }
    }
    if let Some((start, below)) = &group
        && 1 < below.len()
    {
        let above = header.cells.get(*start).copied().unwrap_or_default();
        return refuse(above, below.clone());
    }
    // Each text below a column of its own: 从业人员 over 年末.
    let has_records = after.is_some_and(|it| !table.lacks_name(it.cells.iter().copied()));
    let used = columns.targets().find(|(index, _)| !blank(next, *index));
    if let Some((column, _)) = used.filter(|_| alone && has_records) {
        let text = |row: &Line<'_>| row.cells.get(column).map(|it| it.trim().to_owned());
        return refuse(&text(header).unwrap_or_default(), text(next).into_iter().collect());
    }
    Ok(())
}

/// Whether a text can be the lower part of a header: no amount, and no mark of a missing value.
fn is_sub_header(text: &str) -> bool {
    let squeezed = squeezed(text);
    let year = squeezed.trim_end_matches(['年', '度', '末', '底']);
    let is_year = year.len() == 4 && year.parse().is_ok_and(|it: u16| (1990..2100).contains(&it));
    let missing = [
        "-", "—", "——", "--", "/", "无", "…", "……", "暂无", "不详", "未知", "n/a", "na", "null",
        "是", "否", "有",
    ];
    is_year || !is_number(text) && !missing.contains(&squeezed.as_str())
}
