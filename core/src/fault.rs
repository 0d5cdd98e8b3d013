//! Faults: the errors in an input, as data. [`crate::render`] turns them into messages.

use core::fmt;

use crate::field::Field;
use crate::string_enum::string_enum;
use crate::text::Language;

/// The maximum number of faults that are listed. If there are more, one further fault,
/// [`Code::TooManyFaults`], gives the number of those left out.
pub const MOST_FAULTS: usize = 1_000;

/// An error in an input.
///
/// A fault concerns the data. A record without faults may still not meet the policy: that is a
/// [`Finding`](crate::Finding).
#[derive(Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Fault {
    /// The input that has the fault.
    pub input: Input,
    /// The location, as a JSON Pointer (RFC 6901); empty for the whole input.
    pub pointer: String,
    /// What is wrong.
    pub code: Code,
    /// The given value as JSON text, cut after 80 characters.
    pub given: String,
    /// The field, whose kind tells which values are accepted.
    pub(crate) field: Option<&'static Field>,
    /// The other field of a pair.
    pub(crate) other: Option<&'static Field>,
    /// Whether the other date of a pair must be the earlier one.
    pub(crate) other_first: bool,
    /// A known name that is similar to the unknown one.
    pub(crate) suggestion: Option<&'static str>,
    /// Why a cell has no certain value.
    #[cfg(feature = "intake")]
    pub(crate) cell: Option<CellProblem>,
    /// Line and column in the text, or the number of faults that are not listed.
    pub(crate) at: (usize, usize),
    /// What may be wrong with the cell of a table.
    #[cfg(feature = "table")]
    pub(crate) why: Option<crate::table::Why>,
    /// What is wrong with the rows of a child table.
    #[cfg(any(feature = "arrow", feature = "cli"))]
    pub(crate) child: Option<Box<crate::table::ChildProblem>>,
}

string_enum! {
    /// The two inputs of a check.
    #[derive(Default)]
    Input {
        /// The record.
        #[default]
        Record = "record";
        /// The overrides of parameters.
        Parameters = "parameters";
    }
}

string_enum! {
    /// The kind of a fault. The texts are stable.
    #[derive(Default)]
    #[non_exhaustive]
    Code {
        /// The subject is unknown.
        #[default]
        UnknownSubject = "unknown_subject";
        /// The text is not JSON.
        NotJson = "not_json";
        /// An escape is an unpaired surrogate.
        LoneSurrogate = "lone_surrogate";
        /// Lists and objects are nested too deeply.
        TooDeep = "too_deep";
        /// The text is too long or has too many values.
        TooLarge = "too_large";
        /// There are more faults than are listed.
        TooManyFaults = "too_many_faults";
        /// Not an object.
        NotAnObject = "not_an_object";
        /// Not a list.
        NotAList = "not_a_list";
        /// A null inside a list.
        NullItem = "null_item";
        /// A required fact is missing.
        Required = "required";
        /// A key that the subject, or the parameters, do not have.
        UnknownKey = "unknown_key";
        /// A key that occurs more than once.
        DuplicateKey = "duplicate_key";
        /// Not text.
        NotText = "not_text";
        /// Text that is too long.
        TextTooLong = "text_too_long";
        /// An explanation that is blank.
        BlankText = "blank_text";
        /// Neither true nor false.
        NotAFlag = "not_a_flag";
        /// Not one of the allowed values.
        NotAChoice = "not_a_choice";
        /// Not a whole number.
        NotACount = "not_a_count";
        /// Not an amount of yuan with at most two decimals.
        NotMoney = "not_money";
        /// Not a percentage with at most four decimals.
        NotAShare = "not_a_share";
        /// Not a year.
        NotAYear = "not_a_year";
        /// Not a calendar date.
        NotADate = "not_a_date";
        /// A number, year or date outside its range.
        OutOfRange = "out_of_range";
        /// A part that exceeds its whole.
        PartExceedsWhole = "part_exceeds_whole";
        /// Two dates in the wrong order.
        DateOrder = "date_order";
        /// An explanation of something other than an in-principle obligation of the subject.
        NotExplainable = "not_explainable";
        /// A cell of a table that has no certain value, as a formula without a saved result.
        UnreadableCell = "unreadable_cell";
        /// Rows of a child table that cannot be those of a record: one has a fault or stands twice, or
        /// the keys do not match.
        ChildRow = "child_row";
    }
}

/// Why a cell of a table has no certain value.
#[cfg(feature = "intake")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CellProblem {
    /// A formula without a saved result.
    Formula,
    /// A formula that failed.
    Error,
    /// The format of a number shows another number, or another unit than that of the column.
    Format,
    /// A merged cell covers it, so that the sheet shows another value.
    Covered,
    /// Some characters of a number are raised, lowered or struck.
    SmallCharacters,
}

impl Fault {
    /// Returns the field of the value, whose kind tells which values are accepted. `None` if the
    /// fault has no field, as for an unknown key.
    ///
    /// ```
    /// use chanjiao::{FieldKind, Teacher};
    ///
    /// let faults = Teacher::from_json(r#"{"as_of": "2024-05-01", "role": "nurse"}"#).unwrap_err();
    /// let field = faults.iter().next().and_then(|fault| fault.field()).expect("the role");
    /// let FieldKind::Choice(roles) = field.kind else { panic!("a choice") };
    /// assert_eq!(roles[0].key(), "specialist");
    /// ```
    #[must_use]
    pub const fn field(&self) -> Option<&'static Field> {
        self.field
    }

    /// Returns a known name that is similar to the unknown one.
    #[must_use]
    pub const fn suggestion(&self) -> Option<&'static str> {
        self.suggestion
    }

    /// Returns line and column if the text is not JSON. Both start at 1; columns count characters.
    #[must_use]
    pub const fn position(&self) -> Option<(usize, usize)> {
        match (self.code, self.at) {
            (Code::TooManyFaults, _) | (_, (0, _)) => None,
            (_, at) => Some(at),
        }
    }
}

/// All faults of an input, in the order of its fields.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Faults(pub(crate) Vec<Fault>);

impl Faults {
    /// Returns an iterator over the faults.
    pub fn iter(&self) -> core::slice::Iter<'_, Fault> {
        self.0.iter()
    }

    /// Returns the number of faults.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns whether there are no faults.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'a> IntoIterator for &'a Faults {
    type Item = &'a Fault;
    type IntoIter = core::slice::Iter<'a, Fault>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for Faults {
    type Item = Fault;
    type IntoIter = std::vec::IntoIter<Fault>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl FromIterator<Fault> for Faults {
    fn from_iter<I: IntoIterator<Item = Fault>>(faults: I) -> Self {
        Self(faults.into_iter().collect())
    }
}

/// Appends the faults of another input.
impl Extend<Fault> for Faults {
    fn extend<I: IntoIterator<Item = Fault>>(&mut self, faults: I) {
        self.0.extend(faults);
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let location = if self.pointer.is_empty() { self.input.as_str() } else { &self.pointer };
        write!(f, "{location}: {}", self.message(Language::English))?;
        self.help(Language::English).map_or(Ok(()), |help| write!(f, " ({help})"))
    }
}

impl fmt::Display for Faults {
    /// Writes one fault per line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, fault) in self.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            fmt::Display::fmt(fault, f)?;
        }
        Ok(())
    }
}

impl core::error::Error for Faults {}
