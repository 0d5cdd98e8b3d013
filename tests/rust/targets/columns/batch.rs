//! Makes a batch from bytes. Most columns have a type that can hold their fact.

use std::sync::Arc;

use arbitrary::{Result, Unstructured};
use arrow_array::types::{
    ArrowDictionaryKeyType, ArrowPrimitiveType, Date32Type, Date64Type, Decimal32Type,
    Decimal64Type, Decimal128Type, Decimal256Type, DecimalType, Float32Type, Float64Type, Int8Type,
    Int16Type, Int32Type, Int64Type, TimestampMicrosecondType, TimestampMillisecondType,
    TimestampNanosecondType, TimestampSecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{
    Array, ArrayRef, BinaryArray, BooleanArray, DictionaryArray, FixedSizeListArray,
    GenericListArray, LargeStringArray, MapArray, NullArray, OffsetSizeTrait, PrimitiveArray,
    RecordBatch, RecordBatchOptions, StringArray, StringViewArray, StructArray,
};
use arrow_buffer::{NullBuffer, OffsetBuffer, i256};
use arrow_schema::{DataType, Field as Column, Fields, Schema};
use chanjiao::{Field, FieldKind, Subject};

type Bytes<'a> = Unstructured<'a>;

/// A batch for a subject; each column is sliced out of a longer one.
pub(super) fn batch(bytes: &mut Bytes<'_>, subject: &Subject) -> Result<RecordBatch> {
    let rows = bytes.int_in_range(0..=20)?;
    let (before, after) = (bytes.int_in_range(0..=9)?, bytes.int_in_range(0..=2)?);
    let mut columns: Vec<(String, ArrayRef)> = Vec::new();
    for field in subject.fields() {
        if field.required || bytes.ratio(3, 4)? {
            let array = fact(bytes, Some(field), before + rows + after)?;
            columns.push((header(bytes, field)?, array.slice(before, rows)));
        }
    }
    if bytes.ratio(1, 3)? {
        let array = explanations(bytes, subject, before + rows + after)?;
        columns.push(("explanations".to_owned(), array.slice(before, rows)));
    }
    if bytes.ratio(1, 8)? {
        let array = fact(bytes, None, before + rows + after)?;
        columns.push((
            bytes.choose(&["地区", "", "x（万元）"])?.to_string(),
            array.slice(before, rows),
        ));
    }
    let fields = columns.iter().map(|(name, it)| Column::new(name, it.data_type().clone(), true));
    let schema = Arc::new(Schema::new(fields.collect::<Vec<_>>()));
    let arrays = columns.into_iter().map(|(_, array)| array).collect();
    let options = RecordBatchOptions::new().with_row_count(Some(rows));
    Ok(RecordBatch::try_new_with_options(schema, arrays, &options).expect("columns of one length"))
}

fn header(bytes: &mut Bytes<'_>, field: &Field) -> Result<String> {
    Ok(match bytes.int_in_range(0..=7)? {
        0 => field.label().zh().to_owned(),
        1 => format!("{}（万元）", field.label().zh()),
        2 => format!(" {} (%)", field.key()),
        3 => format!("{}（万人）", field.key()),
        _ => field.key().to_owned(),
    })
}

/// A column for a fact, sometimes as a dictionary or of any other type.
fn fact(bytes: &mut Bytes<'_>, field: Option<&Field>, rows: usize) -> Result<ArrayRef> {
    if bytes.ratio(1, 4)? {
        let distinct = bytes.int_in_range(1..=9)?;
        let values = plain(bytes, field, distinct)?;
        return dictionary(bytes, &values, rows);
    }
    plain(bytes, field, rows)
}

fn plain(bytes: &mut Bytes<'_>, field: Option<&Field>, rows: usize) -> Result<ArrayRef> {
    let kind = match field {
        Some(field) if !bytes.ratio(1, 60)? => field.kind,
        _ => *bytes.choose(&[
            FieldKind::Text,
            FieldKind::Money,
            FieldKind::Date,
            FieldKind::Dates,
        ])?,
    };
    if bytes.ratio(1, 5)? {
        return texts(bytes, kind, rows);
    }
    Ok(match kind {
        FieldKind::Year | FieldKind::Count(_) | FieldKind::Money | FieldKind::Share => {
            numbers(bytes, rows)?
        }
        FieldKind::Flag => {
            Arc::new(BooleanArray::from(many(bytes, rows, Unstructured::arbitrary)?))
        }
        FieldKind::Date => dates(bytes, rows)?,
        FieldKind::Dates => list(bytes, rows, |bytes, rows| match bytes.int_in_range(0..=3)? {
            0 => texts(bytes, FieldKind::Date, rows),
            1 => fact(bytes, None, rows),
            _ => dates(bytes, rows),
        })?,
        FieldKind::Periods => list(bytes, rows, periods)?,
        FieldKind::Text | FieldKind::Choice(_) if bytes.ratio(1, 40)? => {
            let values = many(bytes, rows, Unstructured::arbitrary::<[u8; 2]>)?;
            Arc::new(values.iter().map(|it| it.as_ref().map(|it| &it[..])).collect::<BinaryArray>())
        }
        FieldKind::Text | FieldKind::Choice(_) => texts(bytes, kind, rows)?,
        other => panic!("no cells of {other:?}"),
    })
}

/// `rows` values, some of them null.
fn many<'a, T>(
    bytes: &mut Bytes<'a>,
    rows: usize,
    mut one: impl FnMut(&mut Bytes<'a>) -> Result<T>,
) -> Result<Vec<Option<T>>> {
    (0..rows).map(|_| if bytes.ratio(1, 8)? { Ok(None) } else { one(bytes).map(Some) }).collect()
}

fn nulls(bytes: &mut Bytes<'_>, rows: usize) -> Result<Option<NullBuffer>> {
    if bytes.arbitrary()? {
        return Ok(None);
    }
    let valid: Result<Vec<bool>> = (0..rows).map(|_| bytes.ratio(7, 8)).collect();
    Ok(Some(NullBuffer::from(valid?)))
}

fn numbers(bytes: &mut Bytes<'_>, rows: usize) -> Result<ArrayRef> {
    Ok(match bytes.int_in_range(0..=14)? {
        0 => whole::<Int8Type>(bytes, rows)?,
        1 => whole::<Int16Type>(bytes, rows)?,
        2 => whole::<Int32Type>(bytes, rows)?,
        3 | 4 => whole::<Int64Type>(bytes, rows)?,
        5 => whole::<UInt8Type>(bytes, rows)?,
        6 => whole::<UInt16Type>(bytes, rows)?,
        7 => whole::<UInt32Type>(bytes, rows)?,
        8 => whole::<UInt64Type>(bytes, rows)?,
        9 => decimals::<Decimal32Type>(bytes, rows, |it| it.try_into().unwrap_or(i32::MAX))?,
        10 => decimals::<Decimal64Type>(bytes, rows, |it| it)?,
        11 => decimals::<Decimal128Type>(bytes, rows, i128::from)?,
        12 => decimals::<Decimal256Type>(bytes, rows, |it| i256::from_i128(it.into()))?,
        13 => {
            let values = many(bytes, rows, |it| {
                let near = number(it)?.to_string().parse();
                Ok(if it.arbitrary()? { near.unwrap_or_default() } else { it.arbitrary()? })
            })?;
            Arc::new(PrimitiveArray::<Float32Type>::from(values))
        }
        _ => {
            let values = many(bytes, rows, |it| {
                let near = format!("{}e-{}", number(it)?, it.int_in_range(0..=3)?).parse();
                Ok(if it.arbitrary()? { near.unwrap_or_default() } else { it.arbitrary()? })
            })?;
            Arc::new(PrimitiveArray::<Float64Type>::from(values))
        }
    })
}

/// An integer, most often near a bound.
fn number(bytes: &mut Bytes<'_>) -> Result<i64> {
    const BOUNDS: &[i64] = &[
        0,
        1,
        2,
        100,
        200,
        300,
        500,
        1_000,
        1_900,
        3_000,
        10_000,
        600_000,
        9_007_199_254_740_991,
        i64::MAX,
        i64::MIN,
    ];
    if bytes.ratio(1, 8)? {
        return bytes.arbitrary();
    }
    Ok(bytes.choose(BOUNDS)?.saturating_add(bytes.int_in_range(-1..=1)?))
}

fn whole<T>(bytes: &mut Bytes<'_>, rows: usize) -> Result<ArrayRef>
where
    T: ArrowPrimitiveType<Native: TryFrom<i64>>,
    PrimitiveArray<T>: From<Vec<Option<T::Native>>>,
{
    let values = many(bytes, rows, |it| {
        let number = number(it)?;
        Ok(T::Native::try_from(number).ok().or_else(|| T::Native::try_from(number & 0x7f).ok()))
    })?;
    let values: Vec<Option<T::Native>> = values.into_iter().map(Option::flatten).collect();
    Ok(Arc::new(PrimitiveArray::<T>::from(values)))
}

fn decimals<T>(bytes: &mut Bytes<'_>, rows: usize, of: fn(i64) -> T::Native) -> Result<ArrayRef>
where
    T: DecimalType,
    PrimitiveArray<T>: From<Vec<Option<T::Native>>>,
{
    let values = many(bytes, rows, |it| number(it).map(of))?;
    let scale = if bytes.arbitrary()? {
        *bytes.choose(&[0, 2, 4, 6, -2])?
    } else {
        bytes.int_in_range(-T::MAX_SCALE..=T::MAX_SCALE)?
    };
    let array = PrimitiveArray::<T>::from(values);
    let array = array.with_precision_and_scale(T::MAX_PRECISION, scale).expect("a scale");
    Ok(Arc::new(array))
}

/// A day number, most often within the accepted range.
fn day(bytes: &mut Bytes<'_>) -> Result<i32> {
    match bytes.int_in_range(0..=8)? {
        0 => bytes.arbitrary(),
        1 => Ok(*bytes.choose(&[-25_568, -25_567, -25_566, 376_199, 376_200, 376_201, 0, -1])?),
        _ => bytes.int_in_range(17_000..=20_000),
    }
}

fn dates(bytes: &mut Bytes<'_>, rows: usize) -> Result<ArrayRef> {
    fn moments<T>(bytes: &mut Bytes<'_>, rows: usize, a_day: i64) -> Result<ArrayRef>
    where
        T: ArrowPrimitiveType<Native = i64>,
        PrimitiveArray<T>: From<Vec<Option<i64>>>,
    {
        let values = many(bytes, rows, |bytes| {
            let midnight = i64::from(day(bytes)?).saturating_mul(a_day);
            Ok(midnight.saturating_add(if bytes.ratio(1, 8)? { bytes.arbitrary()? } else { 0 }))
        })?;
        Ok(Arc::new(PrimitiveArray::<T>::from(values)))
    }
    match bytes.int_in_range(0..=8)? {
        0 => moments::<Date64Type>(bytes, rows, 86_400_000),
        1 => moments::<TimestampSecondType>(bytes, rows, 86_400),
        2 => moments::<TimestampMillisecondType>(bytes, rows, 86_400_000),
        3 => moments::<TimestampMicrosecondType>(bytes, rows, 86_400_000_000),
        4 => moments::<TimestampNanosecondType>(bytes, rows, 86_400_000_000_000),
        _ => Ok(Arc::new(PrimitiveArray::<Date32Type>::from(many(bytes, rows, day)?))),
    }
}

fn texts(bytes: &mut Bytes<'_>, kind: FieldKind, rows: usize) -> Result<ArrayRef> {
    let texts = many(bytes, rows, |it| text(it, kind))?;
    let texts = texts.iter().map(Option::as_deref);
    Ok(match bytes.int_in_range(0..=6)? {
        0 => Arc::new(texts.collect::<LargeStringArray>()),
        1 => Arc::new(texts.collect::<StringViewArray>()),
        2 if bytes.ratio(1, 4)? => Arc::new(NullArray::new(rows)),
        _ => Arc::new(texts.collect::<StringArray>()),
    })
}

fn text(bytes: &mut Bytes<'_>, kind: FieldKind) -> Result<String> {
    if bytes.ratio(1, 6)? {
        let length = bytes.int_in_range(0..=12)?;
        return Ok(String::from_utf8_lossy(bytes.bytes(length)?).into_owned());
    }
    let list: &[&str] = match kind {
        FieldKind::Text => &["甲", " 乙 ", "", "\u{3000}", "=1+1"],
        FieldKind::Flag => &["是", "否", "true", "FALSE", "1", "0", "y", "不明"],
        FieldKind::Date => {
            &["2024-02-29", "2019/1/1", "2024年2月30日", "1899-12-31", "2999-12-31", "20240101"]
        }
        FieldKind::Dates => {
            &["2024-02-29; 2023-01-01", "[\"2024-02-29\"]", "无", "2024-02-30", "[]"]
        }
        FieldKind::Periods => &[
            "2021-01-01..2021-06-30 企业; 2024-11-01..",
            "[{\"start\": \"2021-01-01\", \"end\": \"2020-01-01\"}]",
            "无",
            "2021-01-01..",
            "[{}]",
        ],
        FieldKind::Choice(choices) => {
            let choice = bytes.choose(choices)?;
            let word = if bytes.arbitrary()? { choice.key() } else { choice.label().zh() };
            return Ok(word.to_owned());
        }
        FieldKind::Year | FieldKind::Count(_) | FieldKind::Money | FieldKind::Share => {
            let decimals = bytes.int_in_range(0..=5)?;
            return Ok(match bytes.int_in_range(0..=4)? {
                0 => format!("{}e-{decimals}", number(bytes)?),
                1 => format!(" {}.{decimals}0 ", number(bytes)?),
                2 => format!("{}%", number(bytes)?),
                3 => format!("{}.00", number(bytes)?),
                _ => number(bytes)?.to_string(),
            });
        }
        other => panic!("no texts of {other:?}"),
    };
    bytes.choose(list).map(|it| (*it).to_owned())
}

/// A dictionary with keys of any width; its values may be null, duplicate or unused.
fn dictionary(bytes: &mut Bytes<'_>, values: &ArrayRef, rows: usize) -> Result<ArrayRef> {
    fn of<K>(bytes: &mut Bytes<'_>, values: &ArrayRef, rows: usize) -> Result<ArrayRef>
    where
        K: ArrowDictionaryKeyType<Native: TryFrom<usize>>,
        PrimitiveArray<K>: From<Vec<Option<K::Native>>>,
    {
        let keys =
            many(bytes, rows, |it| Ok(K::Native::try_from(it.choose_index(values.len())?).ok()))?;
        let keys: Vec<Option<K::Native>> = keys.into_iter().map(Option::flatten).collect();
        let keys = PrimitiveArray::<K>::from(keys);
        Ok(Arc::new(DictionaryArray::<K>::new(keys, values.clone())))
    }
    match bytes.int_in_range(0..=7)? {
        0 => of::<Int8Type>(bytes, values, rows),
        1 => of::<Int16Type>(bytes, values, rows),
        2 => of::<Int32Type>(bytes, values, rows),
        3 => of::<Int64Type>(bytes, values, rows),
        4 => of::<UInt8Type>(bytes, values, rows),
        5 => of::<UInt16Type>(bytes, values, rows),
        6 => of::<UInt32Type>(bytes, values, rows),
        _ => of::<UInt64Type>(bytes, values, rows),
    }
}

/// Lists of items. A null list may have items, as Arrow allows.
fn list<'a>(
    bytes: &mut Bytes<'a>,
    rows: usize,
    items: impl FnOnce(&mut Bytes<'a>, usize) -> Result<ArrayRef>,
) -> Result<ArrayRef> {
    fn of<O: OffsetSizeTrait>(
        item: Column,
        lengths: Vec<usize>,
        items: ArrayRef,
        nulls: Option<NullBuffer>,
    ) -> ArrayRef {
        let offsets = OffsetBuffer::<O>::from_lengths(lengths);
        Arc::new(GenericListArray::<O>::new(Arc::new(item), offsets, items, nulls))
    }
    let column = |items: &ArrayRef| Column::new("item", items.data_type().clone(), true);
    if bytes.ratio(1, 5)? {
        let length = bytes.int_in_range(0..=3)?;
        let items = items(bytes, rows * length)?;
        let (nulls, item) = (nulls(bytes, rows)?, Arc::new(column(&items)));
        let length = i32::try_from(length).unwrap_or_default();
        let list = FixedSizeListArray::try_new_with_length(item, length, items, nulls, rows);
        return Ok(Arc::new(list.expect("a list")));
    }
    let lengths: Result<Vec<usize>> = (0..rows).map(|_| bytes.int_in_range(0..=3)).collect();
    let lengths = lengths?;
    let skipped = bytes.int_in_range(0..=2)?;
    let all = items(bytes, skipped + lengths.iter().sum::<usize>())?;
    let items = all.slice(skipped, all.len() - skipped);
    let nulls = nulls(bytes, rows)?;
    let item = column(&items);
    let wide: bool = bytes.arbitrary()?;
    Ok(if wide {
        of::<i64>(item, lengths, items, nulls)
    } else {
        of::<i32>(item, lengths, items, nulls)
    })
}

/// Structs with the fields of periods: some fields are missing, additional or of another type.
fn periods(bytes: &mut Bytes<'_>, rows: usize) -> Result<ArrayRef> {
    let mut columns: Vec<(&str, ArrayRef)> = Vec::new();
    for key in ["note", "start", "end", "in_enterprise"] {
        let odd = bytes.ratio(1, 30)?;
        if (key == "note" || odd) && !bytes.ratio(1, 8)? {
            continue;
        }
        let array = match key {
            _ if odd => fact(bytes, None, rows)?,
            "note" => texts(bytes, FieldKind::Text, rows)?,
            "in_enterprise" => {
                Arc::new(BooleanArray::from(many(bytes, rows, Unstructured::arbitrary)?))
            }
            _ if bytes.ratio(1, 4)? => texts(bytes, FieldKind::Date, rows)?,
            _ => dates(bytes, rows)?,
        };
        columns.push((key, array));
    }
    structs(bytes, columns, rows)
}

fn structs(bytes: &mut Bytes<'_>, columns: Vec<(&str, ArrayRef)>, rows: usize) -> Result<ArrayRef> {
    let fields = columns.iter().map(|(key, it)| Column::new(*key, it.data_type().clone(), true));
    let fields: Fields = fields.collect();
    let arrays = columns.into_iter().map(|(_, array)| array).collect();
    let nulls = nulls(bytes, rows)?;
    let structs = StructArray::try_new_with_length(fields, arrays, nulls, rows);
    Ok(Arc::new(structs.expect("columns of one length")))
}

/// A column of explanations, as texts, structs or maps.
fn explanations(bytes: &mut Bytes<'_>, subject: &Subject, rows: usize) -> Result<ArrayRef> {
    let rules: Vec<&str> = subject.rules().iter().map(|rule| rule.id).collect();
    let reason = |bytes: &mut Bytes<'_>| bytes.choose(&["理由", "x", " ", ""]).copied();
    match bytes.int_in_range(0..=2)? {
        0 => {
            let texts = many(bytes, rows, |bytes| {
                Ok(format!("{{\"{}\": \"{}\"}}", bytes.choose(&rules)?, reason(bytes)?))
            })?;
            Ok(Arc::new(StringArray::from(texts)))
        }
        1 => {
            let mut columns: Vec<(&str, ArrayRef)> = Vec::new();
            for rule in rules {
                if bytes.arbitrary()? {
                    let texts = many(bytes, rows, reason)?;
                    columns.push((rule, Arc::new(StringArray::from(texts))));
                }
            }
            structs(bytes, columns, rows)
        }
        _ => {
            let lengths: Result<Vec<usize>> =
                (0..rows).map(|_| bytes.int_in_range(0..=2)).collect();
            let lengths = lengths?;
            let all = lengths.iter().sum();
            let keys: Result<Vec<&str>> = (0..all).map(|_| bytes.choose(&rules).copied()).collect();
            let keys = Arc::new(StringArray::from(keys?));
            let reasons = Arc::new(StringArray::from(many(bytes, all, reason)?));
            let fields = Fields::from(vec![
                Column::new("key", DataType::Utf8, false),
                Column::new("value", DataType::Utf8, true),
            ]);
            let entries = StructArray::new(fields.clone(), vec![keys, reasons], None);
            let offsets = OffsetBuffer::from_lengths(lengths);
            let entry = Arc::new(Column::new("entries", DataType::Struct(fields), false));
            let nulls = nulls(bytes, rows)?;
            Ok(Arc::new(MapArray::new(entry, offsets, entries, nulls, false)))
        }
    }
}
