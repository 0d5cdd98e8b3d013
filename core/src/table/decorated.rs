//! A clean table, decorated in ways in which people write tables, has the same values; or it has a
//! fault, an error or a note. It never has another value in silence.

use proptest::prelude::*;

use super::*;
use crate::field::Kind;
use crate::subjects::subject;

/// The units that a header may name, with their powers of ten.
type Units = &'static [(&'static str, i32)];

/// A column: the name of its fact, the units that its header may name with their powers of ten, and
/// whether it holds money.
const COLUMNS: [(&str, &str, Units); 3] = [
    ("从业人员", "employed_persons", &[("", 0), ("人", 0), ("万人", 4)]),
    (
        "销售收入",
        "sales_revenue_yuan",
        &[("", 0), ("元", 0), ("千元", 3), ("万元", 4), ("亿元", 8)],
    ),
    ("资产总额", "total_assets_yuan", &[("元", 0), ("百万元", 6), ("万", 4)]),
];

/// Ways to put a unit beside a name.
const BESIDE: [&str; 14] = [
    "N（U）",
    "N(U)",
    "N[U]",
    "N【U】",
    "N：U",
    "N/U",
    "N U",
    "N_U",
    "N-U",
    "N（单位：U）",
    "N（U，不含税）",
    "N（2023年，U）",
    "N（U）（含税）",
    "（U）N",
];

/// Ways to decorate a header.
const AROUND: [&str; 12] = [
    "H",
    "*H",
    "H*",
    "1.H",
    "三、H",
    "（2）H",
    "①H",
    "H①",
    " H ",
    "\u{feff}H",
    "H注1",
    "H（必填）",
];

/// Ways to decorate a number, and whether they hold for a column with a unit in its header only.
const NUMBERS: [&str; 12] =
    ["D", "G", "W", "D U", "DU", "'D", "=\"D\"", " D\u{3000}", "D\u{200b}", "￥D", "（D）", "~D"];

/// Groups of three digits.
fn grouped(digits: &str) -> String {
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

fn wide(text: &str) -> String {
    let shift = |it: char| char::from_u32(u32::from(it) + 0xfee0).unwrap_or(it);
    text.chars().map(|it| if it.is_ascii_digit() { shift(it) } else { it }).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]
    #[test]
    fn a_decorated_table_has_the_same_values(
        column in 0..COLUMNS.len(),
        unit in 0..5_usize,
        beside in 0..BESIDE.len(),
        around in 0..AROUND.len(),
        inside in any::<bool>(),
        number in 0..NUMBERS.len(),
        amount in prop_oneof![0..10_i64, 0..2_000_i64, 0..10_000_000_i64],
        mapped in any::<bool>(),
    ) {
        let (name, key, units) = COLUMNS[column];
        let (unit, power) = units[unit % units.len()];
        let spaced = name.chars().map(String::from).collect::<Vec<_>>().join(" ");
        let named = if inside { spaced.as_str() } else { name };
        let header = if unit.is_empty() { named.to_owned() } else {
            BESIDE[beside].replace('N', named).replace('U', unit)
        };
        let header = AROUND[around].replace('H', &header);
        let digits = amount.to_string();
        let cell = NUMBERS[number]
            .replace('D', &digits)
            .replace('G', &grouped(&digits))
            .replace('W', &wide(&digits))
            .replace('U', unit);
        let enterprise = subject("enterprise").unwrap();
        let mut options = Options::default();
        if mapped {
            options.map = vec![(header.clone(), key.to_owned())];
        }
        let Ok(columns) = Columns::of(enterprise, &[&header], &options) else { return Ok(()) };
        let mut counts = [NoteCounts::NONE];
        let node = columns.node_of([cell.as_str()].into_iter(), None, &mut counts);
        let said = !columns.notes().is_empty() || counts != [NoteCounts::NONE];
        let expected = i128::from(amount) * 10_i128.pow(u32::try_from(power).unwrap());
        match enterprise.parse_node(&node) {
            // A fault.
            Err(_) => {}
            Ok(record) => {
                let field = enterprise.fields().iter().position(|it| it.key() == key).unwrap();
                let fact = u8::try_from(field).unwrap();
                let places = enterprise.fields()[field].kind.decimals();
                let found = record.number(fact).map(i128::from);
                let same = found == Some(expected * 10_i128.pow(places));
                prop_assert!(same || said, "{} {}: {:?}", header, cell, found);
                // Not even a note excuses another value.
                prop_assert!(same || found.is_none(), "{} {}: {:?}", header, cell, found);
            }
        }
        prop_assert!(matches!(enterprise.fields()[0].kind, Kind::Text));
    }
}
