//! The rows below a header that belong to it: units, and the numbers of the columns.

use super::passed::Passed;
use super::rows::is_blank;
use super::said::unit_cell;
use super::squeeze::squeezed;

/// What the first rows below a header are, as far as they belong to it, and the unit of each column; no
/// unit if there is no row of units.
pub(crate) fn head(below: &[&[&str]]) -> (Vec<Passed>, Vec<String>) {
    let (mut head, mut units) = (Vec::new(), Vec::new());
    for (index, row) in below.iter().enumerate().take(2) {
        if !head.contains(&Passed::Units) && is_units(row) {
            units = row.iter().map(|it| unit_cell(it).unwrap_or_default().to_owned()).collect();
            head.push(Passed::Units);
        } else if !head.contains(&Passed::Numbering)
            && is_numbering(row, below.get(index + 1).copied())
        {
            head.push(Passed::Numbering);
        } else {
            break;
        }
    }
    (head, units)
}

/// Whether the cells of a row number the columns: 甲 1 2, (1) (2), 栏次 1 2. `next` is the row below
/// it, which may go on with 乙 or with 2.
pub(crate) fn is_numbering(row: &[&str], next: Option<&[&str]>) -> bool {
    let cells: Vec<String> =
        row.iter().map(|it| squeezed(it)).filter(|it| !it.is_empty()).collect();
    let in_order = |letters: &str| STEMS.iter().any(|stems| stems.starts_with(letters));
    let (mut letters, mut words, mut count) = (String::new(), 0, 0_u64);
    let mut marked = false;
    for cell in &cells {
        let (number, brackets) = ordinal(cell);
        marked |= brackets;
        match number {
            Some(number) if number == count + 1 => count = number,
            None if count == 0 && NUMBERING_WORDS.contains(&cell.as_str()) => {
                (words, marked) = (words + 1, true);
            }
            None if count == 0 && in_order(&[letters.as_str(), cell].concat()) => letters += cell,
            None if matches!(cell.as_str(), "-" | "—" | "——" | "/" | "*") => {}
            Some(_) | None => return false,
        }
    }
    // All in letters: 甲 乙 丙.
    if count == 0 {
        return in_order(&cells.concat()) && 2 <= cells.len();
    }
    let labels = letters.chars().count() + words;
    if labels + usize::try_from(count).unwrap_or(usize::MAX) < 2 {
        return false;
    }
    if marked {
        return true;
    }
    // 甲 and 1 may also be the name and the number of a record: then 乙 or 2 follows.
    let start = |row: &[&str]| row.iter().map(|it| squeezed(it)).find(|it| !it.is_empty());
    let (Some(first), Some(second)) = (cells.first(), next.and_then(start)) else {
        return 3 <= cells.len();
    };
    let follows =
        STEMS.iter().any(|stems| stems.contains(&[first.as_str(), second.as_str()].concat()));
    let counts = ordinal(first).0 == Some(1) && ordinal(&second).0 == Some(2);
    let goes_on =
        next.is_some_and(|it| it.iter().filter(|it| !is_blank(it)).count() <= cells.len());
    !(follows || counts && goes_on)
}

/// Labels of columns, in their order.
const STEMS: &[&str] =
    &["甲乙丙丁戊己庚辛壬癸", "abcdefghijklmnopqrstuvwxyz", "子丑寅卯辰巳午未申酉戌亥"];

/// The first cells of a row that numbers columns.
const NUMBERING_WORDS: &[&str] = &["栏次", "栏号", "列次", "列号", "序号", "行次"];

/// A number of a column, and whether it stands in brackets or the like.
fn ordinal(text: &str) -> (Option<u64>, bool) {
    // 3=1+2
    let (text, sum) = text.split_once('=').map_or((text, false), |(number, _)| (number, true));
    let inner = text.strip_prefix('(').and_then(|it| it.strip_suffix(')'));
    let circled =
        ('①'..='⑳').zip(1..).find(|(it, _)| text.chars().eq([*it])).map(|(_, number)| number);
    let number = circled.or_else(|| inner.unwrap_or(text).parse().ok().filter(|it| *it < 1000));
    (number, inner.is_some() || circled.is_some() || sum)
}

/// Whether the cells of a row are units and nothing else, or brackets with remarks, at least one of
/// them a unit.
pub(crate) fn is_units(row: &[&str]) -> bool {
    let mut units = 0;
    for cell in row.iter().filter(|it| !is_blank(it)) {
        let text = squeezed(cell);
        let remark = text.starts_with('(')
            && text.ends_with(')')
            && !text.contains(|it: char| it.is_ascii_digit());
        if unit_cell(cell).is_some() {
            units += 1;
        } else if !(remark || matches!(text.as_str(), "-" | "—" | "——" | "/" | "单位" | "计量单位"))
        {
            return false;
        }
    }
    0 < units
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_may_number_the_columns() {
        for (row, next, numbering) in [
            ("甲,1,2", Some("示例甲公司,200,12000"), true),
            ("1,2,3", Some("示例甲公司,200,12000"), true),
            ("(1),(2)", None, true),
            ("（1）,（2）,（3）=（1）+（2）", None, true),
            ("①,②", None, true),
            ("栏次,1", None, true),
            ("甲,乙,1,2", None, true),
            ("甲,乙,丙", None, true),
            ("A,B,C", Some("示例甲公司,2,3"), true),
            ("甲,,1,,2", Some("示例甲公司,,200,,12000"), true),
            ("甲,1,2", Some("乙,3,4"), false),
            ("甲,1", None, false),
            ("甲,1", Some("示例甲公司,200"), true),
            ("1,2,3", Some("2,5,6"), false),
            ("甲,2,1", None, false),
            ("示例甲公司,1,2", None, false),
            ("甲", None, false),
            ("丙,1", Some("示例甲公司,200"), false),
            ("甲,丙,1", None, false),
            ("栏次,甲,1", None, true),
        ] {
            let cells: Vec<&str> = row.split(',').collect();
            let next: Option<Vec<&str>> = next.map(|it| it.split(',').collect());
            assert_eq!(is_numbering(&cells, next.as_deref()), numbering, "{row}");
        }
    }

    #[test]
    fn a_row_of_units_has_nothing_else() {
        for (row, units) in [
            (",（人）,（万元）", true),
            ("单位,人,万元", true),
            ("—,人,单位：万元,（是/否）", true),
            ("示例甲公司,人,万元", false),
            (",200,万元", false),
            (",（必填）,（必填）", false),
            (",,", false),
        ] {
            let cells: Vec<&str> = row.split(',').collect();
            assert_eq!(is_units(&cells), units, "{row}");
        }
    }
}
