//! Faults: what is wrong with an input, as plain data. Sentences are made in [`crate::render`].

use core::fmt;

use crate::field::Field;
use crate::string_enum::string_enum;
use crate::text::Language;

/// The most faults that are listed; the last one then tells how many more there are.
pub const MOST_FAULTS: usize = 1_000;

/// Something wrong with an input (not with the subject that it describes).
#[derive(Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Fault {
    /// Which of the two inputs.
    pub input: Input,
    /// Where, as a JSON Pointer (RFC 6901); empty for the whole input.
    pub pointer: String,
    /// What is wrong.
    pub code: Code,
    /// What was given, as JSON text cut at 80 characters.
    pub given: String,
    /// What would have been accepted, where it can be told by a field.
    pub(crate) field: Option<&'static Field>,
    /// The other field of a pair.
    pub(crate) other: Option<&'static Field>,
    /// Of a pair of dates: whether the other one has to be the earlier.
    pub(crate) other_first: bool,
    /// A known name close to the unknown one.
    pub(crate) suggestion: Option<&'static str>,
    /// The place in the text (line, column), or how many faults were left off.
    pub(crate) at: (usize, usize),
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
    /// What is wrong. The texts are stable.
    #[derive(Default)]
    #[non_exhaustive]
    Code {
        /// There is no such subject.
        #[default]
        UnknownSubject = "unknown_subject";
        /// The text is not JSON.
        NotJson = "not_json";
        /// An escape stands for half a character.
        LoneSurrogate = "lone_surrogate";
        /// Containers are nested too deep.
        TooDeep = "too_deep";
        /// The text is too long or holds too many values.
        TooLarge = "too_large";
        /// More faults than are listed.
        TooManyFaults = "too_many_faults";
        /// Not an object.
        NotAnObject = "not_an_object";
        /// Not a list.
        NotAList = "not_a_list";
        /// A null inside a list.
        NullItem = "null_item";
        /// A required fact is missing.
        Required = "required";
        /// A key that is none of the subject's.
        UnknownKey = "unknown_key";
        /// A key that stands twice.
        DuplicateKey = "duplicate_key";
        /// Not text.
        NotText = "not_text";
        /// Text that is too long.
        TextTooLong = "text_too_long";
        /// Text of nothing but blanks where words are due.
        BlankText = "blank_text";
        /// Neither true nor false.
        NotAFlag = "not_a_flag";
        /// None of the words listed.
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
        /// A number, year or date that lies outside its range.
        OutOfRange = "out_of_range";
        /// A part that is greater than its whole.
        PartExceedsWhole = "part_exceeds_whole";
        /// A pair of dates that is turned round.
        DateOrder = "date_order";
        /// An explanation for what is no in-principle or directive obligation of the record.
        NotExplainable = "not_explainable";
    }
}

impl Fault {
    /// Returns the field that tells what would have been accepted: its kind, bounds and choices.
    /// `None` where no one field can tell, as for an unknown key.
    ///
    /// ```
    /// use chanjiao::{FieldKind, Teacher};
    ///
    /// let faults = Teacher::from_json(r#"{"as_of": "2024-05-01", "role": "nurse"}"#).unwrap_err();
    /// let field = faults.iter().next().and_then(|fault| fault.field()).expect("the role");
    /// let FieldKind::Choice(roles) = field.kind else { panic!("one of a list") };
    /// assert_eq!(roles[0].key(), "specialist");
    /// ```
    #[must_use]
    pub const fn field(&self) -> Option<&'static Field> {
        self.field
    }

    /// Returns the known name that was probably meant by an unknown one.
    #[must_use]
    pub const fn suggestion(&self) -> Option<&'static str> {
        self.suggestion
    }

    /// Returns line and column, both from 1, where text is not JSON; a column counts characters.
    #[must_use]
    pub const fn position(&self) -> Option<(usize, usize)> {
        match (self.code, self.at) {
            (Code::TooManyFaults, _) | (_, (0, _)) => None,
            (_, at) => Some(at),
        }
    }
}

/// Every fault of an input, in the order of its fields.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Faults(pub(crate) Vec<Fault>);

impl Faults {
    /// Returns the faults one by one.
    pub fn iter(&self) -> core::slice::Iter<'_, Fault> {
        self.0.iter()
    }

    /// Returns how many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
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

/// Puts the faults of one input behind those of another, as an answer lists them.
impl Extend<Fault> for Faults {
    fn extend<I: IntoIterator<Item = Fault>>(&mut self, faults: I) {
        self.0.extend(faults);
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = if self.pointer.is_empty() { self.input.as_str() } else { &self.pointer };
        write!(f, "{place}: {}", self.message(Language::English))?;
        self.help(Language::English).map_or(Ok(()), |help| write!(f, " ({help})"))
    }
}

impl fmt::Display for Faults {
    /// Writes one fault a line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, fault) in self.iter().enumerate() {
            if place > 0 {
                f.write_str("\n")?;
            }
            fmt::Display::fmt(fault, f)?;
        }
        Ok(())
    }
}

impl core::error::Error for Faults {}
