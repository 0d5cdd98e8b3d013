//! The traits of typed records: one for all that a builder makes, one for the facts of a subject.

use crate::fault::Faults;
use crate::input::{self, Shape};
use crate::record::{Parsed, Record};
use crate::subjects::Subject;

/// What a [`Builder`](crate::Builder) makes: the facts of a subject, or the parameters. Implemented
/// by `subject!` and for the parameters, and for nothing else.
#[doc(hidden)]
pub trait Given: Sized {
    fn shape() -> &'static Shape;
    fn new(parsed: Parsed) -> Self;
}

/// The typed facts of one subject: [`Enterprise`](crate::Enterprise), [`Teacher`](crate::Teacher) …
///
/// For code that works with any of them:
///
/// ```
/// use chanjiao::{Facts, Faults, Parameters, Report, check};
///
/// fn checked<F: Facts>(text: &str) -> Result<Report, Faults> {
///     Ok(check(&F::from_json(text)?, &Parameters::default()))
/// }
///
/// let report = checked::<chanjiao::Visit>(r#"{"start": "2023-09-01", "end": "2024-08-31"}"#)?;
/// assert_eq!(report.subject.name, "visit");
/// # Ok::<(), Faults>(())
/// ```
///
/// Parameters are no facts, so they cannot be judged:
///
/// ```compile_fail
/// use chanjiao::{Parameters, check};
/// let parameters = Parameters::default();
/// let report = check(&parameters, &parameters);
/// ```
pub trait Facts: Given + AsRef<Record> {
    /// The subject they belong to.
    const SUBJECT: &'static Subject;

    /// Parses a record from JSON text.
    ///
    /// # Errors
    /// Every fault in it, each with its JSON Pointer.
    fn from_json(text: &str) -> Result<Self, Faults> {
        input::typed(text)
    }
}
