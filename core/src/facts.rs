//! The traits of typed records.

use crate::fault::Faults;
use crate::input::{self, Shape};
use crate::record::{Parsed, Record};
use crate::subjects::Subject;

/// A type that a [`Builder`](crate::Builder) builds: the typed record of a subject, or the
/// parameters. Only the macro `subject!` and `Parameters` implement it.
#[doc(hidden)]
pub trait Given: Sized {
    fn shape() -> &'static Shape;
    fn new(parsed: Parsed) -> Self;
}

/// The typed record of a subject, such as [`Enterprise`](crate::Enterprise) or
/// [`Teacher`](crate::Teacher). This trait is implemented by this crate only.
///
/// Use it as a bound in code that works for every subject:
///
/// ```
/// use chanjiao::{Facts, Faults, Parameters, Report, check};
///
/// fn check_text<F: Facts>(text: &str) -> Result<Report, Faults> {
///     Ok(check(&F::from_json(text)?, &Parameters::default()))
/// }
///
/// let report = check_text::<chanjiao::Visit>(r#"{"start": "2023-09-01", "end": "2024-08-31"}"#)?;
/// assert_eq!(report.subject.name, "visit");
/// # Ok::<(), Faults>(())
/// ```
///
/// [`Parameters`](crate::Parameters) do not implement it, so they cannot be checked:
///
/// ```compile_fail
/// use chanjiao::{Parameters, check};
/// let parameters = Parameters::default();
/// let report = check(&parameters, &parameters);
/// ```
pub trait Facts: Given + AsRef<Record> {
    /// The subject of the record.
    const SUBJECT: &'static Subject;

    /// Parses a record from JSON text.
    ///
    /// # Errors
    /// Returns every fault in the text, each with its JSON Pointer.
    fn from_json(text: &str) -> Result<Self, Faults> {
        input::typed(text)
    }
}
