//! Tables: headers become facts, and the texts of cells become JSON values.
//!
//! The header of a column is the key of a fact or the policy's word for it. It may name a unit, a
//! multiple of the fact's unit: `工资总额（万元）`. Numbers are converted by shifting the decimal point,
//! so they stay exact. Nothing is guessed: what has one meaning is read, and noted where a reader of
//! the results should know; a cell that cannot be interpreted stays text, which is a fault if the fact
//! is not a text.
//!
//! The steps, each in a module of its own:
//! 1. `header`, `beside`: a header is a name, and what stands beside it: units and remarks.
//! 2. `names`, `unit`, `said`: the words for facts and for units.
//! 3. `matching`: which column holds which fact in which unit; `columns` is the result.
//! 4. `target`, `cell`, `missing`: the text of a cell becomes a value.
//! 5. `note`, `error`: what is said about it.
//!
//! Beside them: `inspect` tells what a table would be read as, `groups`, `gate` and `changes` what
//! became of its records: counted by columns, held against allowances, compared with an earlier table.

mod beside;
mod cell;
#[cfg(any(feature = "arrow", feature = "cli"))]
mod changes;
#[cfg(any(feature = "arrow", feature = "cli"))]
mod child;
mod columns;
#[cfg(any(feature = "arrow", feature = "intake"))]
#[cfg(test)]
mod decorated;
mod error;
#[cfg(any(feature = "arrow", feature = "intake"))]
mod float;
mod fold;
#[cfg(any(feature = "arrow", feature = "intake"))]
mod gate;
#[cfg(any(feature = "arrow", feature = "cli"))]
mod groups;
#[cfg(any(feature = "arrow", feature = "intake"))]
mod head;
mod header;
mod inspect;
#[cfg(any(feature = "arrow", feature = "intake"))]
mod label;
mod matching;
mod missing;
mod names;
mod note;
mod options;
mod origin;
#[cfg(any(feature = "arrow", feature = "intake"))]
mod outside;
mod passed;
#[cfg(any(feature = "arrow", feature = "intake"))]
mod results;
#[cfg(any(feature = "arrow", feature = "intake"))]
mod rows;
mod said;
#[cfg(feature = "intake")]
mod shown;
#[cfg(any(feature = "arrow", feature = "intake"))]
mod squeeze;
#[cfg(feature = "cli")]
mod sure;
mod target;
#[cfg(any(feature = "arrow", feature = "intake"))]
#[cfg(test)]
mod tests;
mod unit;

pub(crate) use cell::Why;
#[cfg(any(feature = "arrow", feature = "cli"))]
pub use changes::{
    Change, ChangeColumn, ChangeKind, Changes, Comparison, Key, KeyErrors, Outcome, Register,
    RuleChange, RuleChangeCounts, Standing,
};
#[cfg(any(feature = "arrow", feature = "cli"))]
pub use child::{ChildError, ChildFact, ChildPlace, Children, Claims, Mapped, ParentRow};
#[cfg(any(feature = "arrow", feature = "cli"))]
pub(crate) use child::{ChildProblem, Found, with_faults};
pub use columns::Columns;
#[cfg(feature = "arrow")]
pub(crate) use columns::explain;
#[cfg(feature = "cli")]
pub(crate) use error::MAX_LISTED;
#[cfg(any(feature = "arrow", feature = "cli"))]
pub(crate) use error::join_messages;
pub use error::{HeaderError, HeaderErrors};
#[cfg(any(feature = "arrow", feature = "intake"))]
pub(crate) use float::Float;
#[cfg(any(feature = "arrow", feature = "intake"))]
pub(crate) use float::Number;
#[cfg(any(feature = "arrow", feature = "intake"))]
pub(crate) use float::text;
#[cfg(any(feature = "arrow", feature = "intake"))]
pub use gate::{
    AllowanceError, ConclusionCounts, Counted, Excess, Gate, Limit, NO_RECORD, RecordCounts,
};
#[cfg(feature = "cli")]
pub(crate) use groups::with_gaps;
#[cfg(any(feature = "arrow", feature = "cli"))]
pub use groups::{BLANK_GROUP, Gap, Group, GroupError, Groups, MOST_GROUPS, RuleCounts};
#[cfg(any(feature = "arrow", feature = "intake"))]
pub(crate) use head::head;
#[cfg(feature = "cli")]
pub(crate) use head::{is_numbering, is_units};
#[cfg(feature = "intake")]
pub(crate) use inspect::FitNames;
#[cfg(feature = "catalogue")]
pub use inspect::Sections;
pub use inspect::{Fit, Fits, InspectedColumn, Inspection, LackingRule, SeenValue};
#[cfg(feature = "cli")]
pub(crate) use inspect::{Styles, counted, push_pair};
#[cfg(feature = "arrow")]
pub(crate) use label::{Quick, label};
pub use matching::column_named;
pub use missing::DEFAULT_MISSING;
pub(crate) use missing::Missing;
#[cfg(feature = "intake")]
pub(crate) use names::HeaderNames;
#[cfg(any(feature = "arrow", feature = "cli"))]
pub(crate) use note::NoteCounts;
#[cfg(feature = "arrow")]
pub(crate) use note::brief;
#[cfg(any(feature = "arrow", feature = "cli"))]
pub(crate) use note::round_money_help;
pub use note::{Note, NotedCells, NotedHeaders, NotedRows, Repeat};
pub use options::{Options, UnitsOutside};
pub use origin::{MatchedBy, UnitFrom};
#[cfg(any(feature = "arrow", feature = "intake"))]
pub use outside::Outside;
pub use passed::Passed;
#[cfg(any(feature = "arrow", feature = "intake"))]
pub use results::{Content, FindingColumn, WideColumn};
#[cfg(feature = "cli")]
pub(crate) use rows::EXAMPLE_ROW;
#[cfg(any(feature = "arrow", feature = "intake"))]
pub(crate) use rows::is_blank;
#[cfg(feature = "intake")]
pub(crate) use rows::is_number;
#[cfg(all(feature = "arrow", feature = "cli"))]
pub(crate) use rows::name_field;
#[cfg(any(feature = "arrow", feature = "cli"))]
pub(crate) use rows::says_money;
#[cfg(any(feature = "arrow", feature = "intake"))]
pub(crate) use rows::{RowKind, Rows};
pub use said::Said;
#[cfg(feature = "intake")]
pub(crate) use said::unit_cell;
#[cfg(feature = "intake")]
pub(crate) use shown::{Shown, ShownUnit};
#[cfg(feature = "intake")]
pub(crate) use squeeze::folded;
#[cfg(any(feature = "arrow", feature = "intake"))]
pub(crate) use squeeze::squeezed;
#[cfg(feature = "cli")]
pub(crate) use sure::Sure;
#[cfg(any(feature = "arrow", feature = "intake"))]
pub(crate) use target::Target;

/// How cells are read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reading<'a> {
    /// The texts that mean that a value is not known.
    pub(crate) missing: &'a Missing,
    /// The line of the row, if the table has lines.
    pub(crate) line: Option<u64>,
}
