//! Which Arrow types can hold which kind of fact.

use arrow_schema::extension::EXTENSION_TYPE_NAME_KEY;
use arrow_schema::{DataType, Field as Column, Fields};

use crate::field::{Field, Kind};
use crate::input::parser::PERIOD;
use crate::table::Target;
use crate::text::{Text, text};

/// The extension type of strings that hold JSON.
pub(super) const JSON: &str = "arrow.json";

/// The name of the extension type of a column, if it has one.
pub(super) fn extension(column: &Column) -> Option<&str> {
    column.metadata().get(EXTENSION_TYPE_NAME_KEY).map(String::as_str)
}

/// Whether a column can hold its target.
pub(super) fn column_holds(target: Target, column: &Column) -> bool {
    // The numbers of a type of someone else are not what they look like: pandas stores the year 2024
    // as the period 54.
    let is_code = match extension(column) {
        None | Some("arrow.bool8") => false,
        Some(_) => !values(column.data_type()).is_string() && item(column.data_type()).is_none(),
    };
    !is_code && holds(target, column.data_type())
}

/// Whether a column of this type can hold its target. Strings and nulls can stand for anything.
fn holds(target: Target, of: &DataType) -> bool {
    let of = values(of);
    if let DataType::Union(fields, _) = of {
        // Each cell is read by its own type. Floats and JSON are what a value of any type may be.
        let any = |it: &Column| extension(it) == Some(JSON) || *it.data_type() == DataType::Float64;
        return fields.iter().all(|(_, it)| any(it) || holds(target, it.data_type()));
    }
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
            Kind::Choice(_) => false,
            Kind::Text | Kind::Year | Kind::Count(_) | Kind::Money | Kind::Share => is_number(of),
            Kind::Flag => matches!(of, DataType::Boolean) || is_number(of),
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
        Kind::Choice(_) => text!("字符串", "strings"),
        Kind::Text | Kind::Year | Kind::Count(_) | Kind::Money | Kind::Share => {
            text!("整数、十进制数、浮点数或字符串", "integers, decimals, floats, or strings")
        }
        Kind::Flag => text!("布尔值、0 和 1 或字符串", "Booleans, 0 and 1, or strings"),
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

/// The field of a period with this key.
pub(super) fn period_field(key: &str) -> Option<&'static Field> {
    PERIOD.iter().find(|field| field.key() == key)
}

/// What to do with a type that would be a date, if its meaning were certain.
pub(super) fn way_out(of: &DataType) -> Option<Text> {
    matches!(values(of), DataType::Timestamp(_, Some(_))).then_some(text!(
        "带时区的时刻在不同时区可能是不同的日期；请先换算为所在时区的日期。",
        " A moment may be another date in another time zone; convert the column to dates in your \
         own time zone first.",
    ))
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
