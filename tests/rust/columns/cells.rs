//! Random Arrow columns, with each cell as JSON.

use std::sync::Arc;

use arrow_array::builder::{
    BooleanBuilder, Date32Builder, ListBuilder, MapBuilder, StringBuilder, StructBuilder,
};
use arrow_array::types::{
    ArrowDictionaryKeyType, ArrowPrimitiveType, Int8Type, Int16Type, Int32Type, Int64Type,
    UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{
    Array, ArrayRef, BooleanArray, Date32Array, Date64Array, Decimal32Array, Decimal64Array,
    Decimal128Array, Decimal256Array, DictionaryArray, Float32Array, Float64Array,
    LargeStringArray, NullArray, PrimitiveArray, StringArray, StringViewArray,
    TimestampMicrosecondArray, TimestampMillisecondArray, TimestampNanosecondArray,
    TimestampSecondArray,
};
use arrow_buffer::i256;
use arrow_schema::{DataType, Field as Column};
use chanjiao::{Date, Field, FieldKind, GREATEST, Rule};
use chanjiao_tests::Draw;

/// A column and its cells as JSON text; `None` for a null.
pub type Cells = (ArrayRef, Vec<Option<String>>);

/// A random column of a field, in a random type, sliced out of a longer one.
pub fn cells(draw: &mut Draw, field: &Field, rows: usize) -> Cells {
    let (before, after) = (draw.below(70), draw.below(3));
    let all = before + rows + after;
    let (array, json) = if draw.one_in(4) {
        // The library reads short and long dictionaries in different ways.
        let distinct = if draw.one_in(4) { draw.of(&[32, 33, 300]) } else { 1 + draw.below(20) };
        let (values, json) = plain(draw, field, distinct);
        in_dictionary(draw, &values, &json, all)
    } else {
        plain(draw, field, all)
    };
    (array.slice(before, rows), json[before..before + rows].to_vec())
}

fn plain(draw: &mut Draw, field: &Field, rows: usize) -> Cells {
    if !field.required && draw.one_in(40) {
        return (Arc::new(NullArray::new(rows)), vec![None; rows]);
    }
    match field.kind {
        FieldKind::Text => texts(draw, rows, text),
        FieldKind::Year => {
            numbers(draw, rows, 0, &[1899, 1900, 2018, 2019, 2020, 2024, 2025, 2999, 3000, -1, 0])
        }
        FieldKind::Count(&(_, most)) => numbers(
            draw,
            rows,
            0,
            &[most, most - 1, most + 1, 0, 1, 2, 3, 4, 8, 16, 100, 1_000, -1],
        ),
        FieldKind::Money => numbers(
            draw,
            rows,
            2,
            &[
                GREATEST,
                GREATEST - 1,
                GREATEST + 1,
                0,
                1,
                99,
                100,
                12_345,
                1_000_000,
                10_000_000_000,
            ],
        ),
        FieldKind::Flag => flags(draw, rows),
        FieldKind::Choice(choices) => texts(draw, rows, |draw| {
            let choice = &choices[draw.below(choices.len())];
            let key = format!("\"{}\"", choice.key());
            match draw.below(40) {
                0 => ("x".to_owned(), Some("\"x\"".to_owned())),
                1..10 => (choice.label().zh().to_owned(), Some(key)),
                _ => (choice.key().to_owned(), Some(key)),
            }
        }),
        FieldKind::Date => dates(draw, rows),
        FieldKind::Dates => lists_of_dates(draw, rows),
        FieldKind::Periods => lists_of_periods(draw, rows),
        other @ (FieldKind::Share | _) => panic!("no cells of {other:?}"),
    }
}

/// The same cells as a dictionary.
fn in_dictionary(
    draw: &mut Draw,
    values: &ArrayRef,
    json: &[Option<String>],
    rows: usize,
) -> Cells {
    fn of<K: ArrowDictionaryKeyType>(keys: &[Option<usize>], values: &ArrayRef) -> ArrayRef
    where
        K::Native: TryFrom<usize>,
    {
        let keys = keys.iter().map(|key| key.and_then(|key| K::Native::try_from(key).ok()));
        let keys: PrimitiveArray<K> = keys.collect();
        Arc::new(DictionaryArray::<K>::new(keys, values.clone()))
    }
    let keys: Vec<Option<usize>> =
        (0..rows).map(|_| (!draw.one_in(10)).then(|| draw.below(values.len()))).collect();
    let narrow = values.len() <= 1 << 7;
    let array = match draw.below(8) {
        0 if narrow => of::<Int8Type>(&keys, values),
        1 => of::<Int16Type>(&keys, values),
        2 => of::<Int32Type>(&keys, values),
        3 => of::<Int64Type>(&keys, values),
        4 if narrow => of::<UInt8Type>(&keys, values),
        5 => of::<UInt16Type>(&keys, values),
        6 => of::<UInt32Type>(&keys, values),
        _ => of::<UInt64Type>(&keys, values),
    };
    (array, keys.iter().map(|key| key.and_then(|key| json[key].clone())).collect())
}

/// Decimals with `decimals` places, most of them from `bounds`.
fn numbers(draw: &mut Draw, rows: usize, decimals: u32, bounds: &[i64]) -> Cells {
    let units: Vec<Option<i64>> = (0..rows)
        .map(|_| {
            let unit = match draw.below(12) {
                0 => return None,
                1 => i64::try_from(draw.below(1 << 30)).ok()?,
                2 if draw.one_in(8) => draw.of(&[i64::MIN, i64::MAX, -1, GREATEST + 1]),
                // Invalid cells are rare, so that most rows are judged.
                _ => match draw.of(bounds) {
                    odd if !(0..=GREATEST).contains(&odd) && !draw.one_in(5) => 100,
                    unit => unit,
                },
            };
            Some(unit)
        })
        .collect();
    let whole = 10_i64.pow(decimals);
    match draw.below(16) {
        kind @ 0..8 => {
            integers(kind, &units.iter().map(|it| it.map(|it| it / whole)).collect::<Vec<_>>())
        }
        8..12 => decimal_cells(draw, decimals, &units),
        12 => {
            let floats: Vec<_> =
                units.iter().map(|it| it.map(|it| float(draw, it, whole))).collect();
            let json = floats
                .iter()
                .map(|it| {
                    it.map(|it| float_text(it.is_finite(), it.is_nan(), it < 0.0, &shown(it)))
                })
                .collect();
            (Arc::new(Float64Array::from(floats)), json)
        }
        13 => {
            #[expect(clippy::cast_possible_truncation, reason = "whatever single float comes out")]
            let floats: Vec<_> =
                units.iter().map(|it| it.map(|it| float(draw, it, whole) as f32)).collect();
            let json = floats
                .iter()
                .map(|it| it.map(|it| float_text(it.is_finite(), it.is_nan(), it < 0.0, &it)))
                .collect();
            (Arc::new(Float32Array::from(floats)), json)
        }
        _ => texts(draw, rows, |draw| {
            let unit = draw.of(bounds);
            let odd = !(0..=GREATEST).contains(&unit) && !draw.one_in(5);
            let number = decimal_text(if odd { 100 } else { unit }.into(), decimals.cast_signed());
            match draw.below(40) {
                0 => ("1,00".to_owned(), Some("\"1,00\"".to_owned())),
                1 => ("  ".to_owned(), None),
                2 => (format!("\u{3000}{number} "), Some(number)),
                3 => ("1e2".to_owned(), Some("1e2".to_owned())),
                4 if draw.one_in(4) => ("0.001".to_owned(), Some("0.001".to_owned())),
                _ => (number.clone(), Some(number)),
            }
        }),
    }
}

fn integers(kind: usize, units: &[Option<i64>]) -> Cells {
    fn of<T: ArrowPrimitiveType>(units: &[Option<i64>]) -> Cells
    where
        T::Native: TryFrom<i64> + ToString,
        PrimitiveArray<T>: From<Vec<Option<T::Native>>>,
    {
        let narrow = units.iter().map(|it| it.and_then(|it| T::Native::try_from(it).ok()));
        let narrow: Vec<Option<T::Native>> = narrow.collect();
        let json = narrow.iter().map(|it| it.map(|it| it.to_string())).collect();
        (Arc::new(PrimitiveArray::<T>::from(narrow)), json)
    }
    match kind {
        0 => of::<Int8Type>(units),
        1 => of::<Int16Type>(units),
        2 => of::<Int32Type>(units),
        3 => of::<Int64Type>(units),
        4 => of::<UInt8Type>(units),
        5 => of::<UInt16Type>(units),
        6 => of::<UInt32Type>(units),
        _ => of::<UInt64Type>(units),
    }
}

/// Decimals of any scale, sometimes with more places than the field allows.
fn decimal_cells(draw: &mut Draw, decimals: u32, units: &[Option<i64>]) -> Cells {
    let scale = draw.below(7);
    let units: Vec<Option<i128>> = units
        .iter()
        .map(|it| {
            let (have, want) = (usize::try_from(decimals).expect("few"), scale);
            let unit = i128::from((*it)?);
            let unit = if have <= want {
                unit * 10_i128.pow(u32::try_from(want - have).expect("few"))
            } else {
                unit / 10_i128.pow(u32::try_from(have - want).expect("few"))
            };
            Some(if draw.one_in(60) { unit + 1 } else { unit })
        })
        .collect();
    let scale = i8::try_from(scale).expect("few");
    let text = |it: i128| decimal_text(it, scale.into());
    let json = |units: &[Option<i128>]| units.iter().map(|it| it.map(text)).collect();
    let fitting = |most: i128| -> Vec<Option<i128>> {
        units.iter().map(|it| it.filter(|it| (-most..=most).contains(it))).collect()
    };
    match draw.below(4) {
        0 => {
            let units = fitting(999_999_999);
            let narrow = units.iter().map(|it| it.and_then(|it| i32::try_from(it).ok()));
            let array: Decimal32Array = narrow.collect();
            (Arc::new(array.with_precision_and_scale(9, scale).expect("fits")), json(&units))
        }
        1 => {
            let units = fitting(999_999_999_999_999_999);
            let narrow = units.iter().map(|it| it.and_then(|it| i64::try_from(it).ok()));
            let array: Decimal64Array = narrow.collect();
            (Arc::new(array.with_precision_and_scale(18, scale).expect("fits")), json(&units))
        }
        2 => {
            let array: Decimal128Array = units.iter().copied().collect();
            (Arc::new(array.with_precision_and_scale(38, scale).expect("fits")), json(&units))
        }
        _ => {
            let array: Decimal256Array = units.iter().map(|it| it.map(i256::from_i128)).collect();
            (Arc::new(array.with_precision_and_scale(76, scale).expect("fits")), json(&units))
        }
    }
}

/// Formats a number of units of 10^-`decimals`.
fn decimal_text(unit: i128, decimals: i32) -> String {
    let decimals = usize::try_from(decimals).expect("not negative");
    let digits = format!("{:0>1$}", unit.unsigned_abs(), decimals + 1);
    let (whole, fraction) = digits.split_at(digits.len() - decimals);
    let (sign, point) = (if unit < 0 { "-" } else { "" }, if decimals > 0 { "." } else { "" });
    format!("{sign}{whole}{point}{fraction}")
}

#[expect(clippy::cast_precision_loss, clippy::float_arithmetic, reason = "floats to be read")]
fn float(draw: &mut Draw, unit: i64, whole: i64) -> f64 {
    match draw.below(140) {
        0 => f64::NAN,
        1 => f64::INFINITY,
        2 => f64::NEG_INFINITY,
        3 => -0.0,
        4 => 0.1 + 0.2,
        5 => 1e300,
        6 => 5e-324,
        7..14 => (unit as f64 / whole as f64).next_up(),
        14..20 => (unit as f64 / whole as f64).next_down(),
        _ => unit as f64 / whole as f64,
    }
}

/// The number that a spreadsheet shows for a double: below 10^13, fifteen digits of it.
fn shown(float: f64) -> String {
    let fifteen = format!("{float:.14e}");
    if float.abs() < 1e13 && fifteen.parse() != Ok(float) {
        let (_, exponent) = fifteen.split_once('e').expect("an exponent");
        let exponent: i32 = exponent.parse().expect("a number");
        let decimals = usize::try_from(14 - exponent).unwrap_or_default();
        let plain = format!("{float:.decimals$}");
        return plain.trim_end_matches('0').trim_end_matches('.').to_owned();
    }
    float.to_string()
}

fn float_text(finite: bool, nan: bool, negative: bool, float: &impl ToString) -> String {
    match (finite, nan, negative) {
        (true, ..) => float.to_string(),
        (_, true, _) => "NaN".to_owned(),
        (_, _, true) => "-Infinity".to_owned(),
        _ => "Infinity".to_owned(),
    }
}

/// Texts, and their meaning as cells of a table.
fn texts(
    draw: &mut Draw,
    rows: usize,
    cell: impl Fn(&mut Draw) -> (String, Option<String>),
) -> Cells {
    let cells: Vec<_> = (0..rows).map(|_| (!draw.one_in(12)).then(|| cell(draw))).collect();
    let texts = cells.iter().map(|it| it.as_ref().map(|(text, _)| text.as_str()));
    let array: ArrayRef = match draw.below(3) {
        0 => Arc::new(texts.collect::<StringArray>()),
        1 => Arc::new(texts.collect::<LargeStringArray>()),
        _ => Arc::new(texts.collect::<StringViewArray>()),
    };
    (array, cells.into_iter().map(|it| it.and_then(|(_, json)| json)).collect())
}

fn text(draw: &mut Draw) -> (String, Option<String>) {
    let text = match draw.below(30) {
        0 => "长".repeat(501),
        1 => "长".repeat(500),
        2 => "a".repeat(501),
        3 => return (" \u{3000}\u{feff}".to_owned(), None),
        _ => draw.of(&["甲", " 乙 ", "\"丙\\", "a\u{0}\n", "😀"]).to_owned(),
    };
    let json = serde_json::Value::from(text.as_str()).to_string();
    (text, Some(json))
}

fn flags(draw: &mut Draw, rows: usize) -> Cells {
    if draw.one_in(3) {
        return texts(draw, rows, |draw| {
            let (text, json) = draw.of(&[
                ("是", "true"),
                ("TRUE", "true"),
                ("1", "true"),
                ("否", "false"),
                ("no", "false"),
                ("0", "false"),
                ("不明", "\"不明\""),
            ]);
            (text.to_owned(), Some(json.to_owned()))
        });
    }
    let flags: Vec<Option<bool>> =
        (0..rows).map(|_| (!draw.one_in(12)).then(|| draw.one_in(2))).collect();
    let json = flags.iter().map(|it| it.map(|it| it.to_string())).collect();
    (Arc::new(BooleanArray::from(flags)), json)
}

const DAYS: &[&str] = &[
    "1900-01-01",
    "2000-02-29",
    "2017-03-01",
    "2018-12-31",
    "2019-01-01",
    "2020-06-30",
    "2021-05-05",
    "2024-02-29",
    "2024-04-30",
    "2999-12-31",
];

fn day_number(day: &str) -> i64 {
    day.parse::<Date>().expect("a date").day_number()
}

fn dates(draw: &mut Draw, rows: usize) -> Cells {
    if draw.one_in(5) {
        return texts(draw, rows, |draw| {
            let day = draw.of(DAYS);
            let loose = day.replace('-', "/");
            match draw.below(20) {
                0 => ("2023-02-29".to_owned(), Some("\"2023-02-29\"".to_owned())),
                1..6 => (loose, Some(format!("\"{day}\""))),
                _ => (day.to_owned(), Some(format!("\"{day}\""))),
            }
        });
    }
    let days: Vec<Option<(i64, String)>> = (0..rows)
        .map(|_| {
            (!draw.one_in(15)).then(|| match draw.below(60) {
                0 => (day_number("1900-01-01") - 1, "1899-12-31".to_owned()),
                1 => (day_number("2999-12-31") + 1, "3000-01-01".to_owned()),
                _ => {
                    let day = draw.of(DAYS);
                    (day_number(day), day.to_owned())
                }
            })
        })
        .collect();
    // Some moments are at half past five in the afternoon.
    let late: Vec<bool> = (0..rows).map(|_| draw.one_in(40)).collect();
    let moments = |a_second: i64| -> Vec<Option<i64>> {
        let late = late.iter().map(|late| if *late { 63_000 } else { 0 });
        let moments = days.iter().zip(late);
        moments.map(|(day, late)| Some((day.as_ref()?.0 * 86_400 + late) * a_second)).collect()
    };
    let json = |with_time: bool| -> Vec<Option<String>> {
        let text = |(day, late): (&Option<(i64, String)>, &bool)| {
            let (_, day) = day.as_ref()?;
            Some(if *late && with_time {
                format!("\"{day}T17:30:00\"")
            } else {
                format!("\"{day}\"")
            })
        };
        days.iter().zip(&late).map(text).collect()
    };
    match draw.below(8) {
        0 => (Arc::new(Date64Array::from(moments(1_000))), json(true)),
        1 => (Arc::new(TimestampSecondArray::from(moments(1))), json(true)),
        2 => (Arc::new(TimestampMillisecondArray::from(moments(1_000))), json(true)),
        3 => (Arc::new(TimestampMicrosecondArray::from(moments(1_000_000))), json(true)),
        4 => {
            // Nanoseconds in 64 bits end in 2262.
            let moments = moments(1);
            let near = |it: Option<i64>| it.filter(|it| it.abs() < 9_000_000_000);
            let json = json(true).into_iter().zip(&moments);
            let json = json.map(|(json, it)| json.filter(|_| near(*it).is_some())).collect();
            let moments: Vec<_> =
                moments.into_iter().map(|it| near(it).map(|it| it * 1_000_000_000)).collect();
            (Arc::new(TimestampNanosecondArray::from(moments)), json)
        }
        _ => {
            let days =
                days.iter().map(|it| it.as_ref().and_then(|(day, _)| i32::try_from(*day).ok()));
            (Arc::new(days.collect::<Date32Array>()), json(false))
        }
    }
}

fn lists_of_dates(draw: &mut Draw, rows: usize) -> Cells {
    let lists: Vec<Option<Vec<Option<&str>>>> = (0..rows)
        .map(|_| {
            (!draw.one_in(8)).then(|| {
                let items = draw.below(5);
                (0..items).map(|_| (!draw.one_in(30)).then(|| draw.of(DAYS))).collect()
            })
        })
        .collect();
    let json = lists
        .iter()
        .map(|list| {
            let item = |it: Option<&str>| it.map_or("null".to_owned(), |it| format!("\"{it}\""));
            let items = list.as_ref()?.iter().copied();
            Some(format!("[{}]", items.map(item).collect::<Vec<_>>().join(",")))
        })
        .collect::<Vec<Option<String>>>();
    let array: ArrayRef = match draw.below(3) {
        0 => Arc::new(json.iter().map(Option::as_deref).collect::<StringArray>()),
        1 => {
            let mut builder = ListBuilder::new(StringBuilder::new());
            for list in &lists {
                match list {
                    Some(list) => builder.append_value(list.iter().copied()),
                    None => builder.append(false),
                }
            }
            Arc::new(builder.finish())
        }
        _ => {
            let mut builder = arrow_array::builder::LargeListBuilder::new(Date32Builder::new());
            for list in &lists {
                let day = |it: Option<&str>| it.and_then(|it| i32::try_from(day_number(it)).ok());
                match list {
                    Some(list) => builder.append_value(list.iter().copied().map(day)),
                    None => builder.append(false),
                }
            }
            Arc::new(builder.finish())
        }
    };
    (array, json)
}

fn lists_of_periods(draw: &mut Draw, rows: usize) -> Cells {
    let fields = vec![
        Column::new("start", DataType::Date32, true),
        Column::new("note", DataType::Utf8, true),
        Column::new("end", DataType::Date32, true),
        Column::new("in_enterprise", DataType::Boolean, true),
    ];
    let mut builder = ListBuilder::new(StructBuilder::from_fields(fields, 0));
    let mut json = Vec::new();
    for _ in 0..rows {
        if draw.one_in(10) {
            builder.append(false);
            json.push(None);
            continue;
        }
        let mut items = Vec::new();
        for _ in 0..draw.below(5) {
            let period = builder.values();
            let start = (!draw.one_in(40)).then(|| draw.of(DAYS));
            let later = |draw: &mut Draw| {
                let day = draw.of(DAYS);
                // Most periods end after their start.
                if start.is_some_and(|it| day < it) && !draw.one_in(20) { None } else { Some(day) }
            };
            let end = if draw.one_in(3) { None } else { later(draw) };
            let flag = draw.of(&[None, Some(true), Some(true), Some(false)]);
            // A value in an unknown field is a fault.
            let note = draw.one_in(60).then_some("x");
            let day = |it: Option<&str>| it.and_then(|it| i32::try_from(day_number(it)).ok());
            period.field_builder::<Date32Builder>(0).expect("a field").append_option(day(start));
            period.field_builder::<StringBuilder>(1).expect("a field").append_option(note);
            period.field_builder::<Date32Builder>(2).expect("a field").append_option(day(end));
            period.field_builder::<BooleanBuilder>(3).expect("a field").append_option(flag);
            if draw.one_in(60) {
                period.append(false);
                items.push("null".to_owned());
                continue;
            }
            period.append(true);
            let quoted = |it: Option<&str>| it.map_or("null".to_owned(), |it| format!("\"{it}\""));
            items.push(format!(
                "{{\"start\":{}{},\"end\":{},\"in_enterprise\":{}}}",
                quoted(start),
                note.map_or(String::new(), |it| format!(",\"note\":\"{it}\"")),
                quoted(end),
                flag.map_or("null".to_owned(), |it| it.to_string()),
            ));
        }
        builder.append(true);
        json.push(Some(format!("[{}]", items.join(","))));
    }
    let array = builder.finish();
    if draw.one_in(3) {
        return (Arc::new(json.iter().map(Option::as_deref).collect::<StringArray>()), json);
    }
    (Arc::new(array), json)
}

/// A column of explanations.
pub fn explanations(draw: &mut Draw, rules: &[Rule], rows: usize) -> Cells {
    let as_map = draw.one_in(2);
    let mut map = MapBuilder::new(None, StringBuilder::new(), StringBuilder::new());
    let mut json = Vec::new();
    for _ in 0..rows {
        let mut members = Vec::new();
        let given = draw.one_in(2);
        for rule in rules.iter().filter(|_| given) {
            if draw.one_in(if rule.explainable() { 2 } else { 60 }) {
                let reason = draw.of(&["理由", "x", "x", "x", " "]);
                map.keys().append_value(rule.id);
                map.values().append_value(reason);
                members.push(format!("\"{}\":\"{reason}\"", rule.id));
            }
        }
        map.append(given).expect("as many keys as values");
        json.push(given.then(|| format!("{{{}}}", members.join(","))));
    }
    let array: ArrayRef = if as_map {
        Arc::new(map.finish())
    } else {
        Arc::new(json.iter().map(Option::as_deref).collect::<StringArray>())
    };
    (array, json)
}

/// One number in every integer type that can hold it.
pub fn widths(number: i64) -> Vec<ArrayRef> {
    let arrays = (0..8).map(|kind| integers(kind, &[Some(number)]).0);
    arrays.filter(|array| array.null_count() == 0).collect()
}
