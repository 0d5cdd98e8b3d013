//! What is known of a table before its records are judged: which column holds which fact, in which
//! unit, what its first values are read as, and what no column holds.
//!
//! Files and frames are inspected by the same code: the caller matches the headers, shows the first
//! values, and counts the rows.

mod fit;
mod json;
#[cfg(feature = "catalogue")]
mod sections;
mod seen;
#[cfg(feature = "cli")]
mod text;

#[cfg(feature = "intake")]
pub(crate) use self::fit::FitNames;
pub use self::fit::{Fit, Fits};
#[cfg(feature = "catalogue")]
pub use self::sections::Sections;
#[cfg(feature = "cli")]
pub(crate) use self::sections::counted;
pub use self::seen::SeenValue;
#[cfg(feature = "cli")]
pub(crate) use self::text::{Styles, push_pair};
use super::columns::Columns;
use super::note::Note;
use super::origin::{MatchedBy, UnitFrom};
use super::target::Target;
#[cfg(feature = "intake")]
use crate::fault::CellProblem;
use crate::field::Field;
use crate::index::Index;
use crate::json::Node;
use crate::parameters::Parameters;
use crate::rule::Rule;
use crate::subjects::Subject;

/// How many values of a column are shown.
const MOST_VALUES: usize = 3;

/// What is known of a table before its records are judged.
///
/// ```
/// use chanjiao::{subject, table::{Columns, Inspection, MatchedBy, Options}};
///
/// let enterprise = subject("enterprise").expect("a subject");
/// let headers = ["企业名称", "销售收入（万元）", "销售收人", "地区"];
/// let columns = Columns::of(enterprise, &headers, &Options::default())?;
/// let inspection = Inspection::of(enterprise, &columns);
///
/// let [name, sales, ..] = &inspection.columns[..] else { panic!("four columns") };
/// assert_eq!(name.matched_by, Some(MatchedBy::Label));
/// assert_eq!((sales.unit.as_str(), sales.power), ("万元", 4));
/// assert_eq!(inspection.used(), 2);
/// # Ok::<(), chanjiao::table::HeaderErrors>(())
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Inspection {
    /// The subject of the records.
    pub subject: &'static Subject,
    /// The columns, in the order of the table.
    pub columns: Vec<InspectedColumn>,
    /// The facts that no column holds, in the order of the subject.
    pub absent: Vec<&'static Field>,
    /// The rules that read such a fact, in the order of the policy.
    pub lacking: Vec<LackingRule>,
    /// The number of records, faulty ones included.
    pub records: u64,
    /// The number of records with a fault.
    pub faulty: u64,
    /// The number of rows that are no records.
    pub passed: u64,
    /// How the table was read.
    pub notes: Vec<Note>,
}

/// What is known of one column.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct InspectedColumn {
    /// The index of the column in the table, from 0.
    pub index: usize,
    /// Its header, as given.
    pub header: String,
    /// The key of the fact that it holds, or `explanations`; `None` if it is not used.
    pub fact: Option<&'static str>,
    /// The fact itself; `None` for the explanations too.
    pub field: Option<&'static Field>,
    /// By what it was matched. A column without a fact that has this is ignored by an option.
    pub matched_by: Option<MatchedBy>,
    /// The unit of its numbers, as it is written; empty if that is not said, or there is none.
    pub unit: String,
    /// Where the unit comes from; `None` if the fact has none.
    pub unit_from: Option<UnitFrom>,
    /// The power of ten by which its numbers are multiplied.
    pub power: i32,
    /// If it is not used: the name of a fact that may have been meant, perhaps with its unit, and the
    /// key of the fact.
    pub proposal: Option<(String, &'static str)>,
    /// Its first values, as they are read.
    pub values: Vec<SeenValue>,
}

/// A rule that reads facts which no column holds.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct LackingRule {
    /// The rule.
    pub rule: &'static Rule,
    /// The keys of the facts that no column holds.
    pub facts: Vec<&'static str>,
    /// Whether no column holds any of its facts, so that it can never be decided. Otherwise it can for
    /// some records, such as those that it does not apply to.
    pub never: bool,
}

impl Inspection {
    /// What the headers say, without any row.
    #[must_use]
    pub fn of(subject: &'static Subject, columns: &Columns) -> Self {
        let inspected: Vec<InspectedColumn> = columns.inspected().collect();
        let holds = |field: &Field| inspected.iter().any(|it| it.fact == Some(field.key()));
        let absent = subject.fields().iter().filter(|it| !holds(it)).collect();
        let lacking = subject.rules().iter().filter_map(|rule| lacking(subject, rule, &holds));
        Self {
            subject,
            absent,
            lacking: lacking.collect(),
            columns: inspected,
            records: 0,
            faulty: 0,
            passed: 0,
            notes: columns.notes().to_vec(),
        }
    }

    /// Returns the number of columns that are used.
    #[must_use]
    pub fn used(&self) -> usize {
        self.columns.iter().filter(|it| it.fact.is_some()).count()
    }

    /// Adds a value of a column: the text of the cell on this line, and what it is read as. The first
    /// three values are kept.
    pub fn show(&mut self, column: usize, line: u64, given: &str, node: &Node<'_>) {
        let (subject, Some(column)) = (self.subject, self.columns.get_mut(column)) else { return };
        if column.fact.is_some() && column.values.len() < MOST_VALUES {
            column.values.push(SeenValue::of(subject, column.field, line, given, node));
        }
    }

    /// Adds a cell that has no certain value, for this reason.
    #[cfg(feature = "intake")]
    pub(crate) fn show_problem(
        &mut self,
        column: usize,
        line: u64,
        given: &str,
        problem: CellProblem,
    ) {
        let Some(column) = self.columns.get_mut(column) else { return };
        if let Some(fact) = column.fact
            && column.values.len() < MOST_VALUES
        {
            column.values.push(SeenValue::without_value(fact, column.field, line, given, problem));
        }
    }

    /// Returns whether every column that is used has as many values as are kept.
    #[must_use]
    pub fn is_full(&self) -> bool {
        let mut used = self.columns.iter().filter(|it| it.fact.is_some());
        used.all(|it| MOST_VALUES <= it.values.len())
    }
}

/// The rule, if it reads a fact that no column holds.
fn lacking(
    subject: &'static Subject,
    rule: &'static Rule,
    holds: &impl Fn(&Field) -> bool,
) -> Option<LackingRule> {
    let read = rule.facts(&Parameters::default());
    let field = |fact: Index| subject.fields().get(usize::from(fact));
    let all = read.indices().count();
    let absent = read.indices().filter_map(field).filter(|it| !holds(it));
    let facts: Vec<&'static str> = absent.map(Field::key).collect();
    let never = facts.len() == all;
    (!facts.is_empty()).then_some(LackingRule { rule, facts, never })
}

impl InspectedColumn {
    /// The column of this target.
    pub(super) fn of(index: usize, header: &str, target: Option<Target>) -> Self {
        let (field, power) = match target {
            Some(Target::Fact { field, power, .. }) => (Some(field), power),
            Some(Target::Explanations) | None => (None, 0),
        };
        Self {
            index,
            header: header.to_owned(),
            fact: target.map(Target::key),
            field,
            matched_by: None,
            unit: String::new(),
            unit_from: None,
            power,
            proposal: None,
            values: Vec::new(),
        }
    }
}
