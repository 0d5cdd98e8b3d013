//! What may be wrong with a cell that has a fault.

use super::number::{self, Column, has_exponent, is_shortened};
use super::{trimmed, unquoted};
use crate::field::Kind;
use crate::quantity::Date;
use crate::quantity::decimal::{Scaled, scaled};
use crate::table::fold::{is_ignorable, small_digit};
use crate::table::target::Target;
use crate::text::{Language, Text, sentence, text};

/// What may be wrong with the text of a cell, or how to write what it is to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Why {
    /// Commas that do not set off groups of three digits.
    Commas,
    /// Digits that a spreadsheet did not show, and so did not save.
    Digits,
    /// A unit that is not that of the column.
    Unit(String),
    /// A number in brackets.
    Brackets,
    /// Blanks between digits.
    Blank,
    /// A word that may mean zero, or that nothing is known.
    MaybeZero,
    /// The number by which spreadsheets keep this date.
    Serial(Date),
    /// A date with a time of day.
    Time,
    /// A character that is not shown.
    Invisible(char),
    /// A digit that may be a footnote mark.
    SmallDigit(char),
    /// How to write a flag, a date, dates, periods, explanations.
    Flag,
    Date,
    Dates,
    Periods,
    /// Explanations that are no JSON; the header of their column.
    Explanations(String),
    /// Nothing that is known.
    Other,
}

/// What may be wrong with a cell of a column with this header, which has a fault.
pub(crate) fn why(target: Target, text: &str, header: &str) -> Option<Why> {
    let trimmed = trimmed(text);
    let why = match target {
        Target::Explanations => Why::Explanations(header.to_owned()),
        Target::Fact { field, power, has_unit } => match field.kind {
            Kind::Count(_) | Kind::Money | Kind::Year | Kind::Share => {
                let is_number = matches!(field.kind, Kind::Count(_) | Kind::Money);
                if is_number && is_shortened(trimmed) && has_exponent(trimmed) {
                    Why::Digits
                } else {
                    let column = Column { field, power, has_unit };
                    number::loose(trimmed, column).err().unwrap_or(Why::Other)
                }
            }
            Kind::Flag => Why::Flag,
            Kind::Date => of_date(trimmed),
            Kind::Dates => Why::Dates,
            Kind::Periods => Why::Periods,
            Kind::Text | Kind::Choice(_) => Why::Other,
        },
    };
    let is_plain = matches!(why, Why::Other | Why::Flag | Why::Date);
    let invisible = || trimmed.chars().find(|it| is_ignorable(*it) || it.is_control());
    // A number with such a digit is none, whatever else it seems to be.
    let is_text = matches!(why, Why::Explanations(_));
    match small_digit(trimmed).filter(|_| !is_text) {
        Some(digit) => Some(Why::SmallDigit(digit)),
        None => match invisible().filter(|_| is_plain) {
            Some(character) => Some(Why::Invisible(character)),
            None => Some(why).filter(|why| *why != Why::Other),
        },
    }
}

/// The serials of days from 1954 to 2064: other numbers are less likely to be days.
const SERIALS: core::ops::RangeInclusive<i64> = 20_000..=60_000;

/// The serial of 1970-01-01.
const EPOCH: i64 = 25_569;

fn of_date(text: &str) -> Why {
    let text = unquoted(text);
    let day = match scaled(&text, 0, *SERIALS.end()) {
        Scaled::Whole(serial) if SERIALS.contains(&serial) => {
            Date::from_day_number(serial - EPOCH).ok()
        }
        Scaled::Whole(_)
        | Scaled::Fraction
        | Scaled::Negative
        | Scaled::TooLarge
        | Scaled::NotANumber => None,
    };
    if let Some(day) = day {
        return Why::Serial(day);
    }
    match super::date::take(&text) {
        Some((_, rest)) if rest.starts_with(|it: char| it == 'T' || it.is_ascii_digit()) => {
            Why::Time
        }
        _ => Why::Date,
    }
}

impl Why {
    /// What may be wrong, in one sentence without a full stop.
    pub(crate) fn message(&self, language: Language) -> String {
        let say = |words: Text| words.get(language).to_owned();
        match self {
            Self::Commas => say(text!(
                "有千分位逗号，但不是每三位一组；请去掉逗号",
                "commas that do not set off groups of three digits: leave them out",
            )),
            Self::Digits => say(text!(
                "是科学记数，电子表格可能没有保留全部数字；请把该列设为数值格式后重新导出",
                "in scientific notation, a spreadsheet may have dropped digits: format the column as \
                 a number and export it again",
            )),
            Self::Unit(unit) => sentence!(
                language,
                "单位“{unit}”与该列不同；请改写为该列单位的数",
                "the unit `{unit}` is not that of the column: convert the number",
            ),
            Self::Brackets => say(text!(
                "括号里的数可能是负数；请去掉括号",
                "a number in brackets may be negative: leave the brackets out",
            )),
            Self::Blank => say(text!("数字之间有空格", "blanks between the digits")),
            Self::MaybeZero => say(text!(
                "可能是 0，也可能是不详；请写 0 或留空",
                "it may be zero or unknown: write 0 or leave the cell blank",
            )),
            Self::Serial(day) => sentence!(
                language,
                "像是未设格式的日期（{day}）",
                "perhaps a date without its format ({day})",
            ),
            Self::Time => say(text!(
                "日期带有时刻；请只写日期",
                "a date with a time of day: write the date alone",
            )),
            Self::Invisible(character) => {
                let code = u32::from(*character);
                sentence!(
                    language,
                    "有不可见字符 U+{code:04X}",
                    "it has the invisible character U+{code:04X}",
                )
            }
            Self::SmallDigit(digit) => sentence!(
                language,
                "有上标、下标或带圈的数字“{digit}”，如是脚注，请删去",
                "it has the small or circled digit `{digit}`: if it is a footnote mark, delete it",
            ),
            Self::Flag => say(text!(
                "可写：是、否、有、无、√、×、Y、N、1、0",
                "write: yes, no, Y, N, true, false, 1, 0",
            )),
            Self::Date => {
                say(text!("可写作 2024-05-01、2024/5/1、2024年5月1日", "write: 2024-05-01"))
            }
            Self::Dates => {
                say(text!("可写作 2024-05-01；2025-05-01", "write: 2024-05-01; 2025-05-01",))
            }
            Self::Periods => say(text!(
                "可写作 2023-07-01..2023-08-31 企业；2024-01-01.. 非企业",
                "write: 2023-07-01..2023-08-31 enterprise; 2024-01-01.. other",
            )),
            Self::Explanations(column) => sentence!(
                language,
                "请写 {{\"规则\": \"理由\"}}，或用 --map {column}= 不用该列",
                "write {{\"rule\": \"reason\"}}, or leave the column out with --map {column}=",
            ),
            Self::Other => String::new(),
        }
    }
}
