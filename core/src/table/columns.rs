//! The columns of a table, matched with facts.

use std::borrow::Cow;

use super::Reading;
use super::cell::{trimmed, why};
use super::error::HeaderErrors;
use super::inspect::InspectedColumn;
use super::matching::Matching;
use super::missing::{DEFAULT_MISSING, Missing};
use super::note::{Note, NoteCounts};
use super::options::Options;
use super::origin::{Origin, UnitFrom};
use super::said::LABEL;
use super::target::Target;
use super::unit::unit_of;
use crate::fault::{Code, Fault};
use crate::field::Field;
use crate::json::Node;
use crate::quantity::decimal;
use crate::subjects::Subject;

/// The columns of a table, matched with the facts of a subject.
///
/// ```
/// use chanjiao::{Verdict, subject, table::{Columns, Options}};
///
/// let enterprise = subject("enterprise").expect("a subject");
/// let headers = ["企业名称", "销售收入（万元）", "地区"];
/// let columns = Columns::of(enterprise, &headers, &Options::default())
///     .expect("each header has one meaning");
/// assert_eq!(columns.ignored(), ["地区"]);
///
/// let node = columns.node(["甲", "20000", "长沙"].into_iter());
/// let record = enterprise.parse_node(&node)?;
/// let report = record.check(&Default::default());
/// let partner = report.finding("enterprise.cooperation_partner").expect("a rule of enterprises");
/// assert_eq!(partner.verdict, Verdict::Met);
/// # Ok::<(), chanjiao::Faults>(())
/// ```
#[derive(Debug, Clone)]
pub struct Columns {
    /// What each column holds.
    targets: Vec<Option<Target>>,
    /// How each was matched.
    origins: Vec<Origin>,
    /// The headers, as given.
    headers: Vec<String>,
    ignored: Vec<String>,
    notes: Vec<Note>,
    missing: Missing,
}

impl Columns {
    /// Matches the headers of a table with the facts of a subject.
    ///
    /// A header is the key of a fact, or the policy's word for it. Blanks, characters that are not
    /// shown, numbering and the like do not matter. A unit may stand beside the name, in brackets or
    /// behind a colon, a slash, a blank or a dash; with or without an entry of the map, it is the unit
    /// of the numbers.
    ///
    /// # Errors
    /// Every header that has more than one meaning, or a unit that is not one of the fact, two headers
    /// for one fact, and every entry of the options that names an unknown header, fact or unit.
    pub fn of(
        subject: &Subject,
        headers: &[&str],
        options: &Options,
    ) -> Result<Self, HeaderErrors> {
        let Matching { columns: targets, origins, notes } =
            Matching::of(subject, headers, options)?;
        let left = headers.iter().zip(&targets).filter(|(_, target)| target.is_none());
        let ignored = left.map(|(header, _)| (*header).to_owned()).collect();
        let missing = match &options.missing {
            Some(marks) => Missing::of(marks.iter().map(String::as_str)),
            None => Missing::of(DEFAULT_MISSING),
        };
        let headers = headers.iter().map(|it| (*it).to_owned()).collect();
        Ok(Self { targets, origins, headers, ignored, notes, missing })
    }

    /// Returns the headers of the columns that hold no fact, in their order.
    #[must_use]
    pub fn ignored(&self) -> &[String] {
        &self.ignored
    }

    /// Returns the notes on how the headers were read.
    #[must_use]
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// Returns the number of columns of the table.
    #[must_use]
    pub fn len(&self) -> usize {
        self.targets.len()
    }

    /// Whether the table has no columns.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.targets.is_empty()
    }

    /// Returns the columns that hold a fact: the index of the column, the fact, and the power of ten
    /// by which the column's numbers have to be multiplied.
    pub fn facts(&self) -> impl Iterator<Item = (usize, &'static Field, i32)> + '_ {
        self.targets.iter().enumerate().filter_map(|(index, target)| match (*target)? {
            Target::Fact { field, power, .. } => Some((index, field, power)),
            Target::Explanations => None,
        })
    }

    /// What is known of each column, before any value is read.
    pub(super) fn inspected(&self) -> impl Iterator<Item = InspectedColumn> {
        let columns = self.headers.iter().zip(&self.targets).zip(&self.origins);
        columns.enumerate().map(|(index, ((header, target), origin))| {
            let mut column = InspectedColumn::of(index, header, *target);
            column.matched_by = origin.by;
            let has_unit = column.field.is_some_and(|it| unit_of(it).is_some());
            let unsaid = has_unit.then(|| (UnitFrom::Default, String::new()));
            if let Some((from, unit)) = origin.unit.clone().or(unsaid) {
                // What is said outside the header is quoted with the word before it.
                let unit = unit.strip_prefix(LABEL).map(str::to_owned).unwrap_or(unit);
                (column.unit_from, column.unit) = (Some(from), unit);
            }
            column.proposal.clone_from(&origin.proposal);
            column
        })
    }

    /// What the column with this index holds.
    #[cfg(feature = "intake")]
    pub(crate) fn target(&self, column: usize) -> Option<Target> {
        self.targets.get(column).copied().flatten()
    }

    /// The columns that are used: the index of each, and what it holds.
    pub(crate) fn targets(&self) -> impl Iterator<Item = (usize, Target)> + '_ {
        self.targets.iter().enumerate().filter_map(|(index, target)| Some((index, (*target)?)))
    }

    /// The texts that mean that a value is not known.
    #[cfg(any(feature = "arrow", feature = "intake"))]
    pub(crate) const fn missing(&self) -> &Missing {
        &self.missing
    }

    /// Converts a row of cells to a record, as a JSON object. Blank cells, and marks for values that
    /// are not known, are unknown facts and left out. So are cells beyond the last column: compare the
    /// length of the row with [`len`](Self::len) to detect them.
    pub fn node<'a>(&self, row: impl Iterator<Item = &'a str>) -> Node<'a> {
        self.node_of(row, None, &mut [])
    }

    /// The same for a row that begins on this line. Counts the cells to be noted, column by column.
    pub(crate) fn node_of<'a>(
        &self,
        row: impl Iterator<Item = &'a str>,
        line: Option<u64>,
        counts: &mut [NoteCounts],
    ) -> Node<'a> {
        let reading = Reading { missing: &self.missing, line };
        let mut uncounted = NoteCounts::NONE;
        let mut members = Vec::with_capacity(self.targets.len() - self.ignored.len());
        for (index, (target, text)) in self.targets.iter().zip(row).enumerate() {
            let Some(target) = target else { continue };
            let counts = counts.get_mut(index).unwrap_or(&mut uncounted);
            if let Some(node) = target.cell(text, reading, counts) {
                members.push((Cow::Borrowed(target.key()), node));
            }
        }
        Node::Map(members)
    }

    /// Completes a fault of a row: the given value is the cell as it stands, and the help says what
    /// may be wrong with it. `cell` returns the text of a cell.
    pub fn explain<'a>(&self, fault: &mut Fault, cell: impl Fn(usize) -> Option<&'a str>) {
        let mut parts = fault.pointer.split('/').skip(1);
        let Some(key) = parts.next() else { return };
        let Some((index, target)) = self.targets().find(|(_, it)| it.key() == key) else { return };
        let Some(text) = cell(index).filter(|text| !trimmed(text).is_empty()) else { return };
        let header = self.headers.get(index).map_or("", String::as_str);
        explain(fault, target, header, text);
    }
}

/// Completes a fault of a cell with this text; see [`Columns::explain`].
pub(crate) fn explain(fault: &mut Fault, target: Target, header: &str, text: &str) {
    let is_whole = fault.pointer.bytes().filter(|it| *it == b'/').count() == 1;
    let is_form = match fault.code {
        Code::NotAFlag
        | Code::NotAChoice
        | Code::NotACount
        | Code::NotMoney
        | Code::NotAShare
        | Code::NotAYear
        | Code::NotADate
        | Code::NotAList => true,
        // An item of a list, or explanations, of a text.
        Code::NotAnObject => fault.given.starts_with('"'),
        Code::OutOfRange | Code::PartExceedsWhole | Code::DateOrder => false,
        Code::UnknownSubject
        | Code::NotJson
        | Code::LoneSurrogate
        | Code::TooDeep
        | Code::TooLarge
        | Code::TooManyFaults
        | Code::NullItem
        | Code::Required
        | Code::UnknownKey
        | Code::DuplicateKey
        | Code::NotText
        | Code::TextTooLong
        | Code::BlankText
        | Code::NotExplainable
        | Code::UnreadableCell
        | Code::ChildRow => return,
    };
    if is_form {
        fault.why = why(target, text, header);
    }
    // A list or an object stands there as it is.
    if is_whole && !fault.given.starts_with(['[', '{']) {
        let text = trimmed(text);
        let is_number = decimal::is_number(text);
        let given = if is_number { Node::Number(text.into()) } else { Node::Text(text.into()) };
        fault.given = given.excerpt();
    }
}
