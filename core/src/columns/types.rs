//! Which types of Arrow can hold which kind of fact.

use arrow_schema::{DataType, Fields};

use crate::field::{Field, Kind};
use crate::input::parser::PERIOD;
use crate::table::Target;
use crate::text::{Text, text};

/// Whether a column of this type can ever hold what it is to stand for.
pub(super) fn holds(target: Target, of: &DataType) -> bool {
    let of = values(of);
    if is_text(of) || matches!(of, DataType::Null) {
        return true;
    }
    match target {
        Target::Explanations => match of {
            DataType::Struct(fields) => fields.iter().all(|it| is_text_or_null(it.data_type())),
            DataType::Map(entries, _) => match entries.data_type() {
                DataType::Struct(fields) => fields.iter().all(|it| is_text_or_null(it.data_type())),
                _ => false,
            },
            _ => false,
        },
        Target::Fact { field, .. } => match field.kind {
            Kind::Text | Kind::Choice(_) => false,
            Kind::Year | Kind::Count(_) | Kind::Money | Kind::Share => is_number(of),
            Kind::Flag => matches!(of, DataType::Boolean),
            Kind::Date => is_date(of),
            Kind::Dates => item(of).is_some_and(|of| is_date(of) || is_text_or_null(of)),
            Kind::Periods => item(of).is_some_and(|of| match of {
                DataType::Struct(fields) => is_period(fields),
                of => matches!(of, DataType::Null),
            }),
        },
    }
}

/// What is accepted where a type cannot hold the fact.
pub(super) fn accepted(target: Target) -> Text {
    let kind = match target {
        Target::Explanations => {
            return text!(
                "字符串（JSON 对象）、结构体或映射",
                "strings (a JSON object), structs or maps of strings",
            );
        }
        Target::Fact { field, .. } => field.kind,
    };
    match kind {
        Kind::Text | Kind::Choice(_) => text!("字符串", "strings"),
        Kind::Year | Kind::Count(_) | Kind::Money | Kind::Share => {
            text!("整数、十进制数、浮点数或字符串", "integers, decimals, floats or strings")
        }
        Kind::Flag => text!("布尔值或字符串", "booleans or strings"),
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

/// The fields of a list's structs that no period has.
pub(super) fn ignored(target: Target, of: &DataType) -> Vec<String> {
    match (target, item(values(of))) {
        (Target::Fact { field, .. }, Some(DataType::Struct(fields))) => {
            let strange = fields.iter().filter(|it| of_period(it.name()).is_none());
            strange.map(|it| [field.key(), ".", it.name()].concat()).collect()
        }
        _ => Vec::new(),
    }
}

/// The field of a period that has this key.
pub(super) fn of_period(key: &str) -> Option<&'static Field> {
    PERIOD.iter().find(|field| field.key() == key)
}

/// The type of the values, where they stand in a dictionary.
fn values(of: &DataType) -> &DataType {
    match of {
        DataType::Dictionary(_, values) => values,
        of => of,
    }
}

fn item(of: &DataType) -> Option<&DataType> {
    match of {
        DataType::List(item) | DataType::LargeList(item) | DataType::FixedSizeList(item, _) => {
            Some(values(item.data_type()))
        }
        _ => None,
    }
}

/// Each period has a start, and what it has is of the right type.
fn is_period(fields: &Fields) -> bool {
    let holds = |key: &str, of: &DataType| match of_period(key).map(|field| field.kind) {
        Some(Kind::Date) => is_date(of) || is_text_or_null(of),
        Some(_) => matches!(of, DataType::Boolean | DataType::Null),
        None => true,
    };
    fields.iter().all(|it| holds(it.name(), values(it.data_type())))
        && PERIOD.iter().filter(|it| it.required).all(|it| fields.find(it.key()).is_some())
}

fn is_text(of: &DataType) -> bool {
    matches!(of, DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View)
}

fn is_text_or_null(of: &DataType) -> bool {
    let of = values(of);
    is_text(of) || matches!(of, DataType::Null)
}

fn is_number(of: &DataType) -> bool {
    of.is_integer()
        || matches!(
            of,
            DataType::Decimal32(..)
                | DataType::Decimal64(..)
                | DataType::Decimal128(..)
                | DataType::Decimal256(..)
                | DataType::Float32
                | DataType::Float64
        )
}

fn is_date(of: &DataType) -> bool {
    matches!(of, DataType::Date32 | DataType::Date64 | DataType::Timestamp(_, None))
}
