//! The value of a cell becomes text, as that of an XLSX workbook does, and a mark.

use quick_xml::XmlVersion;
use quick_xml::events::BytesStart;

use super::styles::Styles;
use crate::fault::CellProblem;
use crate::intake::batch::Mark;
use crate::intake::error::Error;
use crate::intake::workbook::cell::{push_date, push_number};
use crate::intake::workbook::format::Format;
use crate::table::{Shown, ShownUnit};

/// What the value of a cell is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Kind {
    #[default]
    None,
    Number,
    Percent,
    Date,
    Time,
    Flag,
    Text,
}

/// A cell, by its attributes, and the text that it shows.
#[derive(Debug, Default)]
pub(super) struct Cell {
    kind: Kind,
    /// Whether the value is an error.
    is_error: bool,
    /// The value, unless only the text has it.
    value: Option<String>,
    currency: Option<String>,
    formula: Option<String>,
    pub(super) style: Option<String>,
    /// How many cells are the same.
    pub(super) repeated: usize,
    /// How many columns and rows it is merged with, with itself.
    pub(super) span: (usize, u64),
    /// The text that it shows; `None` if there is none, which is not the same as a blank text.
    pub(super) shown: Option<String>,
    /// Whether the text has raised, lowered or struck characters.
    pub(super) small: bool,
}

impl Cell {
    pub(super) fn of(element: &BytesStart<'_>) -> Result<Self, Error> {
        let mut cell = Self { repeated: 1, span: (1, 1), ..Self::default() };
        for attribute in element.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| Error::Damaged)?;
            let name = attribute.key.local_name();
            let value = || {
                let value = attribute.normalized_value(XmlVersion::Implicit1_0);
                value.map(std::borrow::Cow::into_owned).map_err(|_| Error::Damaged)
            };
            match name.as_ref() {
                "value-type" => cell.take_kind(&value()?),
                "value" | "date-value" | "time-value" | "boolean-value" | "string-value" => {
                    cell.value = Some(value()?);
                }
                "currency" => cell.currency = Some(value()?),
                "formula" => cell.formula = Some(value()?),
                "style-name" => cell.style = Some(value()?),
                "number-columns-repeated" => cell.repeated = count(&value()?)?,
                "number-columns-spanned" => cell.span.0 = count(&value()?)?,
                "number-rows-spanned" => {
                    cell.span.1 = u64::try_from(count(&value()?)?).unwrap_or(u64::MAX);
                }
                _ => {}
            }
        }
        Ok(cell)
    }

    /// Two attributes of this name tell the kind: one of the standard, and one of LibreOffice, which
    /// also knows errors.
    fn take_kind(&mut self, name: &str) {
        match name {
            "error" => self.is_error = true,
            "float" | "currency" => self.kind = Kind::Number,
            "percentage" => self.kind = Kind::Percent,
            "date" => self.kind = Kind::Date,
            "time" => self.kind = Kind::Time,
            "boolean" => self.kind = Kind::Flag,
            _ => self.kind = Kind::Text,
        }
    }

    /// Whether it has neither a value nor a text.
    pub(super) fn is_blank(&self) -> bool {
        self.kind == Kind::None && self.length() == 0 && !self.is_error
    }

    /// The length of what it says, in bytes.
    pub(super) fn length(&self) -> usize {
        let length = |it: &Option<String>| it.as_deref().map_or(0, str::len);
        length(&self.value) + length(&self.shown) + length(&self.formula)
    }

    /// Appends its value; `default` is the style of its column. Returns what it is besides its text.
    pub(super) fn push(&self, out: &mut String, styles: &Styles, default: &str) -> Option<Mark> {
        let shown = self.shown.as_deref().unwrap_or_default();
        let may_be_error = self.formula.is_some() || self.kind != Kind::Text;
        if self.is_error || may_be_error && is_error(shown) {
            out.push_str(if shown.is_empty() { "#N/A" } else { shown });
            return Some(Mark::Problem(CellProblem::Error));
        }
        let value = self.value.as_deref().map(str::trim).filter(|it| !it.is_empty());
        let is_number = !matches!(self.kind, Kind::None | Kind::Text);
        if let Some(formula) = &self.formula
            && (self.kind == Kind::None || is_number && value.is_none())
            && shown.is_empty()
        {
            // `of:=` names the language of the formula.
            let at = formula.find('=').unwrap_or_default();
            out.push_str(formula.get(at..).unwrap_or_default());
            return Some(Mark::Problem(CellProblem::Formula));
        }
        match (self.kind, value) {
            (Kind::Number | Kind::Percent, Some(value)) => {
                let style = self.style.as_deref().unwrap_or(default);
                return push_number(out, value, self.format(styles.format(style)), false);
            }
            (Kind::Date, Some(value)) => push_date(out, value),
            (Kind::Time, Some(value)) => push_time(out, value),
            (Kind::Flag, Some(value)) => out.push_str(value),
            (Kind::None, Some(value)) if shown.is_empty() => out.push_str(value),
            // The text of a cell may show more than its value, such as a format adds.
            (Kind::Text, _) if !self.small && self.value.is_some() => {
                out.push_str(self.value.as_deref().unwrap_or_default());
            }
            _ => {
                out.push_str(shown);
                return self.small.then_some(Mark::SmallCharacters);
            }
        }
        None
    }

    /// The format of the number, of which the kind of the value tells, too.
    fn format(&self, format: Format) -> Format {
        if self.kind == Kind::Percent && matches!(format, Format::Number) {
            return Format::Shown(Shown::Percent);
        }
        let currency = self.currency.as_deref().map(str::trim).unwrap_or_default();
        let is_yuan = ["", "CNY", "RMB"].contains(&currency);
        if is_yuan || !matches!(format, Format::Number) {
            return format;
        }
        Format::Shown(ShownUnit::of(currency).map_or(Shown::Other, Shown::Unit))
    }
}

/// Parses how often something is repeated.
pub(super) fn count(text: &str) -> Result<usize, Error> {
    text.trim().parse().ok().filter(|it| *it > 0).ok_or(Error::Damaged)
}

/// Whether a text is what a sheet shows of an error.
fn is_error(shown: &str) -> bool {
    let known = ["#N/A", "#NAME?", "#REF!", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!"];
    known.contains(&shown) || ["Err:", "错误:", "错误："].iter().any(|it| shown.starts_with(it))
}

/// Appends a length of time, `PT12H30M00S`, as a time; as it stands if it is none.
fn push_time(out: &mut String, text: &str) {
    let time = || {
        let rest = text.strip_prefix("PT")?.strip_suffix('S')?;
        let (hours, rest) = rest.split_once('H')?;
        let (minutes, seconds) = rest.split_once('M')?;
        let (seconds, fraction) = seconds.split_once(['.', ',']).unwrap_or((seconds, ""));
        let digits = |it: &str| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit());
        let all = [hours, minutes, seconds].into_iter().all(digits);
        let fraction = fraction.trim_end_matches('0');
        (all && (fraction.is_empty() || digits(fraction)))
            .then_some([hours, minutes, seconds, fraction])
    };
    let Some([hours, minutes, seconds, fraction]) = time() else { return out.push_str(text) };
    for (part, before) in [(hours, ""), (minutes, ":"), (seconds, ":")] {
        out.push_str(before);
        out.push_str(if part.len() == 1 { "0" } else { "" });
        out.push_str(part);
    }
    if !fraction.is_empty() {
        out.push('.');
        out.push_str(fraction);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read() {
        for (text, expected) in [
            ("PT12H30M00S", "12:30:00"),
            ("PT1H2M3S", "01:02:03"),
            ("PT90H00M00.500000000S", "90:00:00.5"),
            ("PT12H30M00,000S", "12:30:00"),
            ("PT12H", "PT12H"),
            ("P1D", "P1D"),
            ("", ""),
        ] {
            let mut out = String::new();
            push_time(&mut out, text);
            assert_eq!(out, expected, "{text}");
        }
    }
}
