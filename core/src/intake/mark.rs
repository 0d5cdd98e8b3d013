//! What the mark of a cell means in its column.

use super::batch::{Cell, Mark};
use crate::fault::CellProblem;
use crate::table::{Number, Shown, Target};

/// What a cell of a column is read as.
pub(crate) enum Reading<'a> {
    Text(&'a str),
    Number(Number),
    /// A fault.
    Problem(CellProblem),
}

impl<'a> Reading<'a> {
    pub(crate) fn of(cell: Cell<'a>, target: Target, round_money: bool) -> Self {
        let number = |float| Number::of(float, target, round_money);
        match cell.mark {
            Some(Mark::Number(float)) => Self::Number(number(float)),
            Some(Mark::Problem(problem)) => Self::Problem(problem),
            Some(Mark::SmallCharacters) if target.is_number() => {
                Self::Problem(CellProblem::SmallCharacters)
            }
            Some(Mark::SmallCharacters) | None => Self::Text(cell.text),
            Some(Mark::Shown(..)) if target.is_text() => Self::Text(cell.text),
            Some(Mark::Shown(float, shown)) => match shown {
                Shown::Unit(unit) if unit.fits(target) => Self::Number(number(float)),
                Shown::Percent | Shown::Unit(_) if !target.is_number() => {
                    Self::Number(number(float))
                }
                Shown::Percent | Shown::Unit(_) | Shown::Other => {
                    Self::Problem(CellProblem::Format)
                }
            },
        }
    }
}
