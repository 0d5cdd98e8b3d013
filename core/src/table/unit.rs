//! Units in the brackets of a header, for example 万元.

use crate::field::{Field, Kind, Unit};

/// The unit of a field's numbers.
pub(crate) fn unit_of(field: &Field) -> Option<Unit> {
    if matches!(field.kind, Kind::Year) { Some(Unit::Year) } else { field.unit }
}

/// Multiples that may precede a measure word, as powers of ten.
const POWERS: [(&str, i32); 9] = [
    ("", 0),
    ("百", 2),
    ("千", 3),
    ("万", 4),
    ("十万", 5),
    ("百万", 6),
    ("千万", 7),
    ("亿", 8),
    ("十亿", 9),
];

/// The power of ten of a unit such as 万元; `None` if its measure word is not one of `units`.
pub(crate) fn power(unit: &str, units: &[Unit]) -> Option<i32> {
    let is_measure =
        |word: &str| units.iter().any(|&it| measures(it).contains(&word) || it.as_str() == word);
    let fits = |(power, _): &&(&str, i32)| unit.strip_prefix(*power).is_some_and(is_measure);
    POWERS.iter().find(fits).map(|(_, power)| *power)
}

/// The measure words of a unit.
const fn measures(unit: Unit) -> &'static [&'static str] {
    match unit {
        Unit::Person => &["人", "名"],
        Unit::Post => &["个", "岗", "岗位", "个岗位"],
        Unit::Yuan => &["元", "人民币元", "CNY", "RMB"],
        Unit::ClassHour => &["课时"],
        Unit::Day => &["天", "日"],
        Unit::Month => &["月", "个月"],
        Unit::Year => &["年"],
        Unit::Enterprise | Unit::Participant => &["家", "户", "个"],
        Unit::Percent => &["%", "％"],
    }
}

/// The units that the header of a fact may name, as a list in words.
pub(super) fn accepted(fact: &Field) -> String {
    match unit_of(fact) {
        Some(Unit::Yuan) => "元、千元、万元、百万元、亿元".to_owned(),
        Some(unit) => measures(unit).join("、"),
        None => "—".to_owned(),
    }
}
