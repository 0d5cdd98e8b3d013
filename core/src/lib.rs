//! 湘政办发〔2018〕82号 on joining industry and education (产教融合), executable.
//!
//! Every checkable statement of the policy is a rule that judges the facts of one subject: an
//! enterprise's year, a teacher on a day, a school's programme. Numbers are exact; a missing fact
//! makes a verdict *undetermined*, never a guess; every finding cites its statement, says what was
//! measured, what is required and what is missing. The words say "does not meet the policy
//! standard", never "illegal".
//!
//! ```
//! use chanjiao::{Enterprise, Language, Parameters, SizeClass, Verdict, check};
//!
//! let firm = Enterprise::given()
//!     .size_class(SizeClass::Medium)
//!     .staff_in_service(3200)
//!     .teacher_posts(14)
//!     .build()?;
//! let report = check(&firm, &Parameters::default());
//! let posts = report.finding("enterprise.teacher_posts").expect("a rule of enterprises");
//! assert_eq!(posts.verdict, Verdict::Unmet);
//! assert!(posts.message(Language::Chinese).contains("需提供 16 个顶岗实践岗位，现有 14 个，还差 2 个"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The same check, text in and text out, is what the bindings for the browser and for Python call:
//!
//! ```
//! let answer = chanjiao::check_json("visit", r#"{"start": "2023-09-01", "end": "2024-08-31"}"#, None);
//! assert!(answer.contains(r#""verdict":"met""#));
//! ```
//!
//! Nothing here reads a clock, a file or a locale: what depends on "today" takes `as_of`.

mod answer;
mod builder;
#[cfg(feature = "cli")]
pub mod cli;
#[cfg(feature = "arrow")]
pub mod columns;
#[cfg(any(feature = "chrono", feature = "jiff", feature = "rust_decimal"))]
mod conversions;
mod debug;
mod facts;
mod fault;
mod field;
#[cfg(doc)]
pub mod guides;
mod index;
mod input;
pub mod json;
mod judge;
mod measure;
mod missing;
#[cfg(any(target_family = "wasm", test))]
mod packed;
mod parameters;
pub mod policy;
mod quantity;
mod questions;
mod record;
mod reference;
mod render;
mod report;
mod rule;
#[cfg(feature = "schema")]
pub mod schema;
#[cfg(feature = "serde")]
mod serialize;
mod sink;
mod string_enum;
mod subject_macro;
mod subjects;
pub mod table;
mod text;
mod value;
mod verdict;

pub use answer::{check_json, questions_json};
pub use builder::Builder;
#[cfg(feature = "arrow")]
pub use columns::check_batch;
pub use facts::Facts;
pub use fault::{Code, Fault, Faults, Input, MOST_FAULTS};
pub use field::{Choice, EXPLANATION_LIMIT, Field, Kind as FieldKind, TEXT_LIMIT, Unit};
pub use measure::Measurement;
pub use missing::Missing;
pub use parameters::{Origin, Parameters, Source, Status, parameters};
pub use policy::policy;
pub use quantity::{
    Count, Date, DateError, GREATEST, Money, Months, Practice, QuantityError, Share, Year, Years,
};
pub use questions::{Question, questions};
pub use record::{Record, SubjectError};
pub use reference::schools::SchoolKind;
pub use reference::size::{Industry, SizeClass};
pub use report::{Conclusion, Finding, Report, check, verdicts};
pub use rule::{Bound, Citation, Kind, Rule};
pub use sink::Sink;
pub use string_enum::UnknownValueError;
pub use subjects::*;
pub use text::{Language, Text};
pub use verdict::Verdict;

/// What only this crate's own tests and bindings reach.
#[doc(hidden)]
pub mod __private {
    pub use crate::answer::{brief_json, messages_json};
    pub use crate::json;
    pub use crate::quantity::decimal;
}

/// The version of the rule set, which is the version of this library.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
/// SHA-256 over the catalogue of rules, facts and parameters: two reports that name the same
/// digest were made by the same rules.
pub const DIGEST: &str = include_str!("digest.txt");
