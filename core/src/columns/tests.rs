//! The fast paths convert every valid cell of the types that tables usually have.

use std::sync::Arc;

use arrow_array::types::{
    ArrowDictionaryKeyType, ArrowPrimitiveType, Date32Type, Date64Type, Decimal32Type,
    Decimal64Type, Decimal128Type, DecimalType, Int8Type, Int16Type, Int32Type, Int64Type,
    TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType,
    TimestampSecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{
    Array, ArrayRef, BinaryArray, BooleanArray, Date32Array, DictionaryArray, Float32Array,
    Float64Array, GenericListArray, Int64Array, LargeStringArray, OffsetSizeTrait, PrimitiveArray,
    RecordBatch, StringArray, StringViewArray, StructArray, TimestampSecondArray, UnionArray,
    new_null_array,
};
use arrow_buffer::OffsetBuffer;
use arrow_schema::{DataType, Field as Column, Schema, TimeUnit, UnionFields};

use super::check_batch;
use super::load::{self, FastPath};
use super::plan::{Options, Reading};
use crate::block::bits::BLOCK;
use crate::block::{Block, Vector};
use crate::judge::Rows;
use crate::parameters::Parameters;
use crate::quantity::span::Interval;
use crate::subjects::subject;
use crate::table::{self, Columns, Missing};
use crate::verdict::Verdict;

/// The fast path for a column with this header, in tables of a subject.
fn fast_path<'a>(of: &str, header: &str, array: &'a ArrayRef) -> Option<FastPath<'a>> {
    let subject = subject(of).expect("a subject");
    let columns = Columns::of(subject, &[header], &table::Options::default()).expect("one meaning");
    let (_, target) = columns.targets().next().expect("a fact");
    let reading = Reading { options: Options::default(), missing: Missing::NONE };
    load::fast_path(subject.shape, target, array, reading)
}

/// The vector, and the rows that are left to the slow path.
fn read<'a>(of: &str, header: &str, array: &'a ArrayRef) -> (Box<Vector<'a>>, Vec<usize>) {
    let fast_path = fast_path(of, header, array)
        .unwrap_or_else(|| panic!("no fast path for {header} as {}", array.data_type()));
    let (mut vector, mut rows) = (Box::<Vector<'_>>::default(), Vec::new());
    fast_path(0..array.len(), &mut vector).each(|row| rows.push(row));
    (vector, rows)
}

/// Every cell is converted, the known ones to these numbers.
fn assert_read(of: &str, header: &str, array: &ArrayRef, expected: &[Option<i64>]) {
    let (vector, left) = read(of, header, array);
    assert_eq!(left, [0; 0], "{header} as {}", array.data_type());
    let numbers = vector.lent.unwrap_or(&vector.values).iter().enumerate().take(array.len());
    let numbers: Vec<Option<i64>> =
        numbers.map(|(row, number)| vector.known.has(row).then_some(*number)).collect();
    assert_eq!(numbers, expected, "{header} as {}", array.data_type());
}

fn wide<T: ArrowPrimitiveType<Native: TryFrom<i64>>>(numbers: &[Option<i64>]) -> PrimitiveArray<T> {
    numbers.iter().map(|it| it.and_then(|it| T::Native::try_from(it).ok())).collect()
}

fn whole(numbers: &[Option<i64>]) -> Vec<ArrayRef> {
    vec![
        Arc::new(wide::<Int8Type>(numbers)),
        Arc::new(wide::<Int16Type>(numbers)),
        Arc::new(wide::<Int32Type>(numbers)),
        Arc::new(wide::<Int64Type>(numbers)),
        Arc::new(wide::<UInt8Type>(numbers)),
        Arc::new(wide::<UInt16Type>(numbers)),
        Arc::new(wide::<UInt32Type>(numbers)),
        Arc::new(wide::<UInt64Type>(numbers)),
    ]
}

/// Decimals with this scale, given as units of 10^-`scale`.
fn decimals(scale: i8, units: &[Option<i64>]) -> Vec<ArrayRef> {
    fn of<T: DecimalType<Native: TryFrom<i64>>>(scale: i8, units: &[Option<i64>]) -> ArrayRef {
        Arc::new(wide::<T>(units).with_precision_and_scale(9, scale).expect("fits"))
    }
    vec![
        of::<Decimal32Type>(scale, units),
        of::<Decimal64Type>(scale, units),
        of::<Decimal128Type>(scale, units),
    ]
}

#[test]
fn numbers_of_every_type_are_read() {
    let cells = [Some(0), None, Some(7), Some(100)];
    let times = |factor: i64| cells.map(|it| it.map(|it| it * factor));
    for array in whole(&cells) {
        assert_read("enterprise", "staff_total", &array, &cells);
        assert_read("enterprise", "total_wages_yuan", &array, &times(100));
        assert_read("enterprise", "工资总额（万元）", &array, &times(1_000_000));
    }
    for scale in [0_i8, 1, 2, 4] {
        let factor = 10_i64.pow(u32::from(scale.unsigned_abs()));
        for array in decimals(scale, &times(factor)) {
            assert_read("enterprise", "staff_total", &array, &cells);
            assert_read("enterprise", "total_wages_yuan", &array, &times(100));
        }
    }
    for array in decimals(-1, &cells) {
        assert_read("enterprise", "staff_total", &array, &times(10));
    }
    for array in decimals(-1, &[Some(190), Some(299)]) {
        assert_read("enterprise", "year", &array, &[Some(1_900), Some(2_990)]);
    }
    let most: ArrayRef = Arc::new(Int64Array::from(vec![90_071_992_547_409, 1]));
    assert_read("enterprise", "total_wages_yuan", &most, &[Some(9_007_199_254_740_900), Some(100)]);
}

#[test]
fn a_block_of_units_is_not_copied() {
    let units = Int64Array::from_iter_values((0..).take(BLOCK));
    let array: ArrayRef = Arc::new(units.clone());
    let (vector, left) = read("enterprise", "staff_total", &array);
    assert_eq!(left, [0; 0]);
    let numbers = vector.lent.expect("no copy");
    assert!(core::ptr::eq(numbers.as_slice(), &raw const **units.values()));
}

#[test]
fn floats_are_read() {
    let single: ArrayRef = Arc::new(Float32Array::from(vec![Some(0.0), None, Some(3_200.0)]));
    assert_read("enterprise", "staff_total", &single, &[Some(0), None, Some(3_200)]);
    assert_read("enterprise", "total_wages_yuan", &single, &[Some(0), None, Some(320_000)]);
    let double: ArrayRef = Arc::new(Float64Array::from(vec![Some(0.01), None, Some(3_200.0)]));
    assert_read("enterprise", "total_wages_yuan", &double, &[Some(1), None, Some(320_000)]);
}

#[test]
fn days_and_midnights_are_read() {
    let days = [Some(0), None, Some(1), Some(-1), Some(19_782)];
    let at = |a_day: i64| days.map(|it| it.map(|it| it * a_day));
    let arrays: [ArrayRef; 6] = [
        Arc::new(wide::<Date32Type>(&days)),
        Arc::new(wide::<Date64Type>(&at(86_400_000))),
        Arc::new(wide::<TimestampSecondType>(&at(86_400))),
        Arc::new(wide::<TimestampMillisecondType>(&at(86_400_000))),
        Arc::new(wide::<TimestampMicrosecondType>(&at(86_400_000_000))),
        Arc::new(wide::<TimestampNanosecondType>(&at(86_400_000_000_000))),
    ];
    for array in arrays {
        assert_read("teacher", "hired_on", &array, &days);
    }
}

fn texts(texts: &[Option<&str>]) -> [ArrayRef; 3] {
    [
        Arc::new(texts.iter().copied().collect::<StringArray>()),
        Arc::new(texts.iter().copied().collect::<LargeStringArray>()),
        Arc::new(texts.iter().copied().collect::<StringViewArray>()),
    ]
}

#[test]
fn flags_and_words_are_read() {
    let flags: ArrayRef = Arc::new(BooleanArray::from(vec![Some(true), None, Some(false)]));
    assert_read("enterprise", "state_owned", &flags, &[Some(1), None, Some(0)]);
    for array in texts(&[Some("true"), Some("False"), Some("是"), Some("无"), Some("1"), None]) {
        let expected = [Some(1), Some(0), Some(1), Some(0), Some(1), None];
        assert_read("enterprise", "state_owned", &array, &expected);
    }
    let cells = [Some(0), None, Some(1)];
    let mut numbers = whole(&cells);
    numbers.extend(decimals(0, &cells));
    numbers.extend(decimals(2, &[Some(0), None, Some(100)]));
    numbers.push(Arc::new(Float32Array::from(vec![Some(0.0), None, Some(1.0)])));
    numbers.push(Arc::new(Float64Array::from(vec![Some(0.0), None, Some(1.0)])));
    for array in numbers {
        assert_read("enterprise", "state_owned", &array, &cells);
    }
    for array in texts(&[Some("capital"), Some("技术入股"), Some("无"), None]) {
        assert_read("person", "contribution", &array, &[Some(0), Some(1), Some(3), None]);
    }
    // A name is only checked for its length.
    for array in texts(&[Some("甲"), None, Some(&"a".repeat(500))]) {
        assert_read("person", "name", &array, &[None; 3]);
    }
}

/// A column of lists of days, given as day numbers.
fn days<O: OffsetSizeTrait>(lists: &[Option<Vec<i32>>]) -> ArrayRef {
    let lists = lists.iter().map(|it| it.as_ref().map(|it| it.iter().copied().map(Some)));
    Arc::new(GenericListArray::<O>::from_iter_primitive::<Date32Type, _, _>(lists))
}

/// The known lists, in order.
fn lists(vector: &Vector<'_>) -> Vec<Vec<Interval>> {
    let mut lists = Vec::new();
    vector.known.each(|row| {
        let (start, end) = vector.lists.get(row).copied().expect("a list");
        lists.push(vector.intervals.get(start..end).expect("its items").to_vec());
    });
    lists
}

#[test]
fn lists_of_days_are_read() {
    let cells = [Some(vec![1, 2]), Some(vec![]), None, Some(vec![3])];
    let day = |day| Interval { start: day, end: Some(day), in_enterprise: None };
    for array in [days::<i32>(&cells), days::<i64>(&cells)] {
        let (vector, left) = read("industry_forecast", "published", &array);
        assert_eq!(left, [0; 0]);
        assert_eq!(lists(&vector), [vec![day(1), day(2)], vec![], vec![day(3)]]);
    }
    // A long list is left to the slow path.
    let long = days::<i32>(&[1_024, 20, 1_025, 1_023].map(|items| Some(vec![1; items])));
    let (vector, left) = read("industry_forecast", "published", &long);
    assert_eq!(left, [2]);
    assert_eq!(lists(&vector).iter().map(Vec::len).collect::<Vec<_>>(), [1_024, 20, 1_023]);
}

/// Lists of two periods, no period and one period, as structs with these fields.
fn periods<O: OffsetSizeTrait>(fields: &[&str]) -> ArrayRef {
    let date = |days: [Option<i32>; 3]| -> ArrayRef { Arc::new(Date32Array::from(days.to_vec())) };
    let columns = fields.iter().map(|name| {
        let column: ArrayRef = match *name {
            "start" => date([Some(1), Some(2), Some(3)]),
            "end" => date([Some(11), None, Some(3)]),
            "in_enterprise" => Arc::new(BooleanArray::from(vec![Some(true), None, Some(false)])),
            "unknown" => Arc::new(StringArray::from(vec![None, Some("x"), None])),
            _ => Arc::new(StringArray::new_null(3)),
        };
        (Arc::new(Column::new(*name, column.data_type().clone(), true)), column)
    });
    let items = StructArray::from(columns.collect::<Vec<_>>());
    let item = Arc::new(Column::new_list_field(items.data_type().clone(), true));
    let offsets = OffsetBuffer::from_lengths([2, 0, 1]);
    Arc::new(GenericListArray::<O>::new(item, offsets, Arc::new(items), None))
}

#[test]
fn lists_of_periods_are_read() {
    for fields in [
        &["start", "end", "in_enterprise"][..],
        &["note", "in_enterprise", "end", "start"],
        &["start", "end"],
        &["start", "in_enterprise"],
        &["start"],
    ] {
        let period = |start, end, in_enterprise| Interval {
            start,
            end: fields.contains(&"end").then_some(end).flatten(),
            in_enterprise: fields.contains(&"in_enterprise").then_some(in_enterprise).flatten(),
        };
        let expected = [
            vec![period(1, Some(11), Some(true)), period(2, None, None)],
            vec![],
            vec![period(3, Some(3), Some(false))],
        ];
        for array in [periods::<i32>(fields), periods::<i64>(fields)] {
            let (vector, left) = read("teacher", "practice", &array);
            assert_eq!(left, [0; 0], "{fields:?}");
            assert_eq!(lists(&vector), expected, "{fields:?}");
        }
    }
}

#[test]
fn a_value_in_an_unknown_field_is_left_to_the_slow_path() {
    let fields = &["start", "end", "unknown"];
    for array in [periods::<i32>(fields), periods::<i64>(fields)] {
        assert!(fast_path("teacher", "practice", &array).is_none());
    }
}

/// A dictionary of numbers: a row for each number, then a null, then the first number again.
fn dictionary<K>(numbers: &[Option<i64>]) -> ArrayRef
where
    K: ArrowDictionaryKeyType<Native: TryFrom<usize>>,
{
    let keys = (0..numbers.len()).map(Some).chain([None, Some(0)]);
    let keys = keys.map(|key| key.and_then(|key| K::Native::try_from(key).ok()));
    let values = Arc::new(Int64Array::from(numbers.to_vec()));
    Arc::new(DictionaryArray::<K>::new(keys.collect::<PrimitiveArray<K>>(), values))
}

#[test]
fn dictionaries_with_keys_of_every_type_are_read() {
    // Short dictionaries of small numbers are read differently from all others.
    let lengths = [3, 32, 33, 100].map(|length| (0..length).map(Some).collect());
    let numbers = [253, 254, 255, 256, 65_535].map(|number| vec![Some(number), None]);
    for numbers in lengths.into_iter().chain(numbers) {
        let arrays = [
            dictionary::<Int8Type>(&numbers),
            dictionary::<Int16Type>(&numbers),
            dictionary::<Int32Type>(&numbers),
            dictionary::<Int64Type>(&numbers),
            dictionary::<UInt8Type>(&numbers),
            dictionary::<UInt16Type>(&numbers),
            dictionary::<UInt32Type>(&numbers),
            dictionary::<UInt64Type>(&numbers),
        ];
        let first = numbers.first().copied().flatten();
        let expected = [numbers, vec![None, first]].concat();
        for array in arrays {
            assert_read("enterprise", "staff_total", &array, &expected);
        }
    }
}

#[test]
fn an_unknown_fact_has_a_number_within_its_range() {
    let flags = [Some("是"), None, Some("")].into_iter().collect::<StringArray>();
    let keys = vec![Some(0), Some(1), Some(2), None];
    let flags: ArrayRef = Arc::new(DictionaryArray::<Int8Type>::new(keys.into(), Arc::new(flags)));
    let mut columns = vec![("state_owned", flags, 0..=1)];
    for years in decimals(-1, &[Some(190), None, Some(300), Some(0)]) {
        columns.push(("year", years, 1_900..=2_999));
    }
    let floats = Arc::new(Float64Array::from(vec![None, Some(1_900.5), Some(1.0)]));
    columns.push(("year", floats, 1_900..=2_999));
    for (header, array, range) in columns {
        let (vector, _) = read("enterprise", header, &array);
        let numbers = vector.values.iter().take(array.len());
        assert_eq!(numbers.filter(|it| !range.contains(*it)).count(), 0, "{header}");
    }
}

#[test]
fn a_dictionary_with_many_more_values_than_rows_has_no_fast_path() {
    let of = |rows: usize, values: i64| -> ArrayRef {
        let values = Arc::new((0..values).map(Some).collect::<Int64Array>());
        Arc::new(DictionaryArray::<Int8Type>::new(vec![0_i8; rows].into(), values))
    };
    for (rows, values, is_fast) in [(2, 8, true), (2, 11, true), (2, 12, false), (3, 12, true)] {
        let array = of(rows, values);
        let fast_path = fast_path("enterprise", "staff_total", &array);
        assert_eq!(fast_path.is_some(), is_fast, "{rows} rows of {values} values");
    }
}

#[test]
fn a_block_knows_its_facts_and_whether_all_verdicts_are_equal() {
    let mut block = Block::of(2, None);
    *block.vectors.last_mut().expect("two facts") = Some(Box::default());
    assert_eq!([0, 1].map(|fact| block.has(fact)), [false, true]);
    let mut verdicts = Box::new([Verdict::Met; BLOCK]);
    assert!(block.all_are(&verdicts, Verdict::Met));
    assert!(!block.all_are(&verdicts, Verdict::Unmet));
    *verdicts.last_mut().expect("many") = Verdict::Unmet;
    assert!(!block.all_are(&verdicts, Verdict::Met));
    assert!(!block.all_are(&verdicts, Verdict::Unmet));
}

/// Checks a table of enterprises; returns the faults as `row column code given`, or the errors.
fn faults(columns: Vec<(Column, ArrayRef)>) -> Result<Vec<String>, String> {
    let (fields, arrays): (Vec<_>, Vec<_>) = columns.into_iter().unzip();
    let batch = RecordBatch::try_new(Arc::new(Schema::new(fields)), arrays).expect("a batch");
    let subject = subject("enterprise").expect("a subject");
    let checked = check_batch(subject, &batch, &Parameters::default());
    let checked = checked.map_err(|errors| errors.to_string())?;
    let shown = checked.faults().iter().map(|it| {
        format!("{} {} {} {}", it.row, it.column, it.fault.code.as_str(), it.fault.given)
    });
    Ok(shown.collect())
}

fn column(header: &str, array: ArrayRef) -> (Column, ArrayRef) {
    (Column::new(header, array.data_type().clone(), true), array)
}

#[test]
fn a_column_without_a_value_is_unknown_whatever_its_type() {
    let moments = DataType::Timestamp(TimeUnit::Second, Some("+08:00".into()));
    for of in [DataType::Null, DataType::Float64, DataType::Binary, DataType::Boolean, moments] {
        for header in ["企业名称", "国有", "企业规模", "从业人员", "年度", "说明"]
        {
            for rows in [0, 1, BLOCK + 1] {
                let found = faults(vec![column(header, new_null_array(&of, rows))]);
                assert_eq!(found, Ok(Vec::new()), "{header} as {of}");
            }
        }
    }
}

#[test]
fn a_value_of_a_type_that_cannot_hold_the_fact_is_an_error() {
    let moments = TimestampSecondArray::from(vec![Some(0), None]).with_timezone("+08:00");
    let binary = BinaryArray::from(vec![None, Some(&b"a"[..])]);
    let binary: ArrayRef = Arc::new(binary);
    let number: ArrayRef = Arc::new(Int64Array::from(vec![1]));
    for (header, array, said) in [
        ("企业名称", binary, "type `Binary` cannot hold `name`"),
        ("企业名称", Arc::new(BooleanArray::from(vec![true])), "type `Boolean`"),
        ("企业规模", number.clone(), "type `Int64` cannot hold `size_class`; accepted: strings."),
        ("说明", number.clone(), "type `Int64` cannot hold `explanations`"),
    ] {
        let error = faults(vec![column(header, array)]).expect_err(header);
        assert!(error.contains(said), "{error}");
    }
    let teacher = subject("teacher").expect("a subject");
    let moments: ArrayRef = Arc::new(moments);
    let batch = RecordBatch::try_from_iter([("hired_on", moments)]);
    let error = check_batch(teacher, &batch.expect("a batch"), &Parameters::default());
    let error = error.expect_err("a time zone").to_string();
    assert!(error.ends_with("convert the column to dates in your own time zone first."), "{error}");
    // pandas stores the year 2024 as the period 54.
    let name = [("ARROW:extension:name".to_owned(), "pandas.period".to_owned())];
    let period = Column::new("年度", DataType::Int64, true).with_metadata(name);
    let error = faults(vec![(period, number)]).expect_err("a code");
    assert!(error.contains("type `pandas.period` cannot hold `year`"), "{error}");
}

#[test]
fn numbers_are_flags_and_names_as_in_files() {
    let numbers = Float64Array::from(vec![Some(1.0), Some(0.0), None, Some(2.0), Some(0.5)]);
    let whole = Int64Array::from(vec![1, 0, 1, 2, -1]);
    let columns = vec![column("国有", Arc::new(numbers)), column("企业名称", Arc::new(whole))];
    let expected = ["3 国有 not_a_flag 2", "4 国有 not_a_flag 0.5"];
    assert_eq!(faults(columns).expect("a table"), expected);
}

#[test]
fn a_union_is_read_cell_by_cell() {
    let json = [("ARROW:extension:name".to_owned(), "arrow.json".to_owned())];
    let fields = UnionFields::try_new(
        [0, 1, 2],
        [
            Column::new("text", DataType::Utf8, true),
            Column::new("float", DataType::Float64, true),
            Column::new("json", DataType::Utf8, true).with_metadata(json),
        ],
    )
    .expect("three types");
    let texts: ArrayRef = Arc::new(StringArray::from(vec!["是", "也许", " 1 "]));
    let floats: ArrayRef = Arc::new(Float64Array::from(vec![0.1 + 0.2, 1.0]));
    let values: ArrayRef = Arc::new(StringArray::from(vec!["true", "1", "null", "{}", "<Firm>"]));
    let types = vec![0, 1, 2, 0, 1, 2, 0, 2, 2, 2];
    let offsets = vec![0, 0, 0, 1, 1, 1, 2, 2, 3, 4];
    let union = |offset: usize, length: usize| -> ArrayRef {
        let all = UnionArray::try_new(
            fields.clone(),
            types.clone().into(),
            Some(offsets.clone().into()),
            vec![texts.clone(), floats.clone(), values.clone()],
        );
        Arc::new(all.expect("a union").slice(offset, length))
    };
    let flags = ["1 国有 not_a_flag 0.3", "3 国有 not_a_flag \"也许\"", "8 国有 not_a_flag {}"];
    let found = faults(vec![column("国有", union(0, 10))]).expect("a table");
    assert_eq!(found[..3], flags);
    assert_eq!(found[3], "9 国有 not_a_flag <Firm>");
    let found = faults(vec![column("企业名称", union(2, 8))]).expect("a table");
    assert_eq!(
        found,
        ["0 企业名称 not_text true", "6 企业名称 not_text {}", "7 企业名称 not_text <Firm>"]
    );
}

#[test]
fn a_total_is_no_record() {
    let rows = BLOCK + 2;
    let name = |row| match row {
        1 => Some("合计"),
        _ if row == BLOCK + 1 => Some("填表人：张三"),
        2 => None,
        _ => Some("示例甲"),
    };
    let names: StringArray = (0..rows).map(name).collect();
    // A fault in a row that is no record does not matter.
    let staff: Int64Array =
        (0..rows).map(|row| Some(if [1, 3].contains(&row) { -1 } else { 600 })).collect();
    let (names, staff): (ArrayRef, ArrayRef) = (Arc::new(names), Arc::new(staff));
    let columns = [("企业名称", names), ("从业人员", staff)];
    let batch = RecordBatch::try_from_iter(columns).expect("a batch");
    let subject = subject("enterprise").expect("a subject");
    let checked = check_batch(subject, &batch, &Parameters::default()).expect("a table");
    assert_eq!(checked.passed(), 2);
    assert_eq!(checked.faults().iter().map(|it| it.row).collect::<Vec<_>>(), [3]);
    let notes = checked.notes().iter().map(|it| (it.kind(), it.line(), it.count()));
    let last = u64::try_from(rows).expect("few");
    let expected = [("total_row", Some(2), 1), ("remark_row", Some(last), 1)];
    assert_eq!(notes.collect::<Vec<_>>(), expected);
    for column in checked.to_batch().columns().iter().take(2) {
        let null = (0..rows).filter(|row| column.is_null(*row));
        assert_eq!(null.collect::<Vec<_>>(), [1, 3, BLOCK + 1]);
    }
}
