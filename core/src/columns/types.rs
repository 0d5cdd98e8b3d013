//! Which Arrow types can hold which kind of fact.

use arrow_schema::{DataType, Fields};

use crate::field::{Field, Kind};
use crate::input::parser::PERIOD;
use crate::table::Target;
use crate::text::{Text, text};

/// Whether a column of this type can hold its target. Strings and nulls can stand for anything.
pub(super) fn holds(target: Target, of: &DataType) -> bool {
    let of = values(of);
    if of.is_string() || of.is_null() {
        return true;
    }
    match target {
        Target::Explanations => {
            let members = if let DataType::Map(entries, _) = of { entries.data_type() } else { of };
            struct_fields(members)
                .is_some_and(|fields| fields.iter().all(|it| is_text_or_null(it.data_type())))
        }
        Target::Fact { field, .. } => match field.kind {
            Kind::Text | Kind::Choice(_) => false,
            Kind::Year | Kind::Count(_) | Kind::Money | Kind::Share => is_number(of),
            Kind::Flag => matches!(of, DataType::Boolean),
            Kind::Date => is_date(of),
            Kind::Dates => item(of).is_some_and(|of| is_date(of) || is_text_or_null(of)),
            Kind::Periods => {
                item(of).is_some_and(|of| of.is_null() || struct_fields(of).is_some_and(is_period))
            }
        },
    }
}

/// The types that can hold the target, in words.
pub(super) fn accepted(target: Target) -> Text {
    let kind = match target {
        Target::Explanations => {
            return text!(
                "字符串（JSON 对象）、结构体或映射",
                "strings (JSON objects), structs of strings, or maps of strings",
            );
        }
        Target::Fact { field, .. } => field.kind,
    };
    match kind {
        Kind::Text | Kind::Choice(_) => text!("字符串", "strings"),
        Kind::Year | Kind::Count(_) | Kind::Money | Kind::Share => {
            text!("整数、十进制数、浮点数或字符串", "integers, decimals, floats, or strings")
        }
        Kind::Flag => text!("布尔值或字符串", "Booleans or strings"),
        Kind::Date => text!(
            "日期、零点的无时区时间戳或字符串",
            "dates, timestamps at midnight without a time zone, or strings",
        ),
        Kind::Dates => text!("日期的列表或字符串", "lists of dates, or strings"),
        Kind::Periods => text!(
            "结构体 {start, end, in_enterprise} 的列表或字符串",
            "lists of structs {start, end, in_enterprise}, or strings",
        ),
    }
}

/// The fields of a list's structs that are not fields of a period, as `fact.field`.
pub(super) fn ignored(target: Target, of: &DataType) -> Vec<String> {
    let fields = item(values(of)).and_then(struct_fields);
    let unknown = fields.into_iter().flatten().filter(|it| period_field(it.name()).is_none());
    unknown.map(|it| [target.key(), ".", it.name()].concat()).collect()
}

/// The field of a period with this key.
pub(super) fn period_field(key: &str) -> Option<&'static Field> {
    PERIOD.iter().find(|field| field.key() == key)
}

/// The type of a column's values: those of the dictionary, if it has one.
fn values(of: &DataType) -> &DataType {
    if let DataType::Dictionary(_, values) = of { values } else { of }
}

/// The type of a list's items. The newer list views are not read.
#[expect(clippy::wildcard_enum_match_arm, reason = "other types of Arrow have no items")]
fn item(of: &DataType) -> Option<&DataType> {
    match of {
        DataType::List(item) | DataType::LargeList(item) | DataType::FixedSizeList(item, _) => {
            Some(values(item.data_type()))
        }
        _ => None,
    }
}

fn struct_fields(of: &DataType) -> Option<&Fields> {
    if let DataType::Struct(fields) = of { Some(fields) } else { None }
}

/// Whether these fields have the types of a period's, and include those that every period needs.
fn is_period(fields: &Fields) -> bool {
    let holds = |key: &str, of: &DataType| {
        period_field(key).is_none_or(|field| match field.kind {
            Kind::Date => is_date(of) || is_text_or_null(of),
            Kind::Flag => matches!(of, DataType::Boolean | DataType::Null),
            Kind::Text
            | Kind::Choice(_)
            | Kind::Year
            | Kind::Count(_)
            | Kind::Money
            | Kind::Share
            | Kind::Dates
            | Kind::Periods => false,
        })
    };
    fields.iter().all(|it| holds(it.name(), values(it.data_type())))
        && PERIOD.iter().filter(|it| it.required).all(|it| fields.find(it.key()).is_some())
}

fn is_text_or_null(of: &DataType) -> bool {
    let of = values(of);
    of.is_string() || of.is_null()
}

fn is_number(of: &DataType) -> bool {
    of.is_integer() || of.is_decimal() || matches!(of, DataType::Float32 | DataType::Float64)
}

fn is_date(of: &DataType) -> bool {
    matches!(of, DataType::Date32 | DataType::Date64 | DataType::Timestamp(_, None))
}
