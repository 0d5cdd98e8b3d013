//! What a sheet shows of a number beside the number itself.

use super::Target;
use super::unit::{Per, Word, looks_like, unit_of};
use crate::field::{Field, Kind, Unit};

/// What the number format of a cell makes of its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shown {
    /// A hundred times the number, as a percentage.
    Percent,
    /// Another number, a word, or nothing.
    Other,
    /// The number with a unit.
    Unit(ShownUnit),
}

/// A unit that a number format shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ShownUnit {
    power: i32,
    /// The units of facts that it is a multiple of, as bits in the order of [`Unit::ALL`].
    units: u16,
    per: Option<Per>,
}

impl ShownUnit {
    /// The unit in the literal text of a number format; `None` if that does not look like one. The signs
    /// of the yuan say nothing of 万元: they are set by a button.
    pub(crate) fn of(literal: &str) -> Option<Self> {
        let mark = |it: char| it.is_whitespace() || "()（）-+_:：¥￥".contains(it);
        let text: String = literal.chars().filter(|it| !mark(*it)).collect();
        let text = text.trim_matches('/');
        let Some(word) = Word::parse(text) else {
            let foreign = looks_like(text) || text.contains(['角', '分', '₩', '円']);
            return foreign.then_some(Self { power: 0, units: 0, per: None });
        };
        let (mut power, mut units) = (0, 0);
        for (index, unit) in Unit::ALL.iter().enumerate() {
            if let Some(found) = word.power_of(*unit) {
                power = found;
                units |= 1 << index;
            }
        }
        Some(Self { power, units, per: word.per() })
    }

    /// Whether it is the unit of the numbers of a column.
    pub(crate) fn fits(self, column: Target) -> bool {
        let Target::Fact { field, power, .. } = column else { return false };
        let index = Unit::ALL.iter().position(|it| Some(*it) == unit_of(field));
        index.is_some_and(|index| self.units >> index & 1 == 1)
            && self.power == power
            && self.per.is_none_or(|per| per.is_of(field))
    }
}

impl Target {
    /// Whether the column holds numbers.
    pub(crate) fn is_number(self) -> bool {
        match self {
            Self::Fact { field, .. } => match field.kind {
                Kind::Year | Kind::Count(..) | Kind::Money | Kind::Share => true,
                Kind::Text
                | Kind::Flag
                | Kind::Choice(_)
                | Kind::Date
                | Kind::Dates
                | Kind::Periods => false,
            },
            Self::Explanations => false,
        }
    }

    /// The fact that the column holds.
    pub(crate) const fn field(self) -> Option<&'static Field> {
        match self {
            Self::Fact { field, .. } => Some(field),
            Self::Explanations => None,
        }
    }

    /// Whether the column holds texts, which are taken as they are.
    pub(crate) fn is_text(self) -> bool {
        matches!(self, Self::Fact { field, .. } if matches!(field.kind, Kind::Text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::subjects::subject;
    use crate::table::{Columns, Options};

    #[test]
    fn units_fit_the_columns_that_have_them() {
        let fits = |literal: &str, header: &str| {
            let subject = subject("enterprise").unwrap();
            let columns = Columns::of(subject, &[header], &Options::default()).unwrap();
            let (_, target) = columns.targets().next().unwrap();
            ShownUnit::of(literal).map(|unit| unit.fits(target))
        };
        for (literal, header, expected) in [
            ("万元", "销售收入（万元）", Some(true)),
            (" （万元）", "销售收入（万元）", Some(true)),
            ("万", "销售收入（万元）", Some(true)),
            ("万元", "销售收入", Some(false)),
            ("元", "销售收入（万元）", Some(false)),
            ("元", "销售收入", Some(true)),
            ("亿", "销售收入（万元）", Some(false)),
            ("人", "从业人员（人）", Some(true)),
            ("万", "从业人员（人）", Some(false)),
            ("元", "从业人员（人）", Some(false)),
            ("万美元", "销售收入（万元）", Some(false)),
            ("US$", "销售收入", Some(false)),
            ("元/月", "销售收入", Some(false)),
            ("人民币万元", "销售收入（万元）", Some(true)),
            ("人次", "从业人员（人）", Some(false)),
            ("年", "年度", Some(true)),
            ("¥", "销售收入（万元）", None),
            ("- ", "销售收入（万元）", None),
            ("号", "销售收入（万元）", None),
            ("", "销售收入（万元）", None),
        ] {
            assert_eq!(fits(literal, header), expected, "{literal} {header}");
        }
    }
}
