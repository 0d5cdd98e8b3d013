#![doc = include_str!("../README.md")]
//!
//! ## Where to start
//!
//! | task | items |
//! |---|---|
//! | check a typed record | a subject such as [`Enterprise`], [`check`], [`Report`], [`Finding`] |
//! | check a record whose subject is known only at run time | [`subject`], [`Subject::parse`], [`Record::check`] |
//! | check JSON text | [`check_json`], [`questions_json`] |
//! | list the facts that are still missing | [`questions`] |
//! | override a number of the policy | [`Parameters`] |
//! | read the clauses of the policy | [`policy()`] |
#![cfg_attr(docsrs, feature(doc_cfg))]

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
#[cfg(feature = "catalogue")]
mod law;
mod measure;
mod missing;
#[cfg(feature = "catalogue")]
mod notice;
#[cfg(any(target_family = "wasm", test))]
mod packed;
mod parameters;
pub mod policy;
mod quantity;
mod questions;
mod readings;
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
pub use field::{Authority, Choice, EXPLANATION_LIMIT, Field, Kind as FieldKind, TEXT_LIMIT, Unit};
#[cfg(feature = "catalogue")]
pub use law::{LawNote, Relation};
pub use measure::Measurement;
pub use missing::Missing;
#[cfg(feature = "catalogue")]
pub use notice::Notice;
pub use parameters::{Origin, Override, Parameters, Source, Status, parameters};
pub use policy::policy;
pub use quantity::{
    Count, Date, DateError, GREATEST, GapDays, GraceYears, Money, Months, Practice, QuantityError,
    Share, Year, Years,
};
pub use questions::{Question, questions};
pub use readings::{
    AuthorityServices, CreditRecordBreach, ForecastGaps, FrontlineShareBase, InductionContinuity,
    InductionSchools, InformationPlatformForce, IntegrationParkLevel, PeriodicPracticeBeforeHiring,
    PeriodicPracticeLimbs, PeriodicPracticePlace, PilotConditions, PostgraduateQuotaConditions,
    PracticeMonth, PracticePlanScope, PrioritySupportScope, SocialReportScope,
    SupportedUnitConditions, TeacherPostsRounding, TeacherPostsScope, TechnicianCollegeAs,
    TrainingFundHighRate, VocationalUniversityAs,
};
#[cfg(feature = "catalogue")]
pub use readings::{Holder, ReadingChoice, reading_choices, reading_title};
pub use record::{Record, SubjectError};
pub use reference::schools::SchoolKind;
pub use reference::size::{Industry, SizeClass};
pub use report::{Conclusion, Contested, Finding, Reason, Report, check, verdicts};
pub use rule::{Annex, Bound, Citation, Kind, Rule};
pub use sink::Sink;
pub use string_enum::UnknownValueError;
pub use subjects::*;
pub use text::{Language, Text};
pub use verdict::Verdict;

/// Items for this project's own tests and bindings. Not part of the public API.
#[doc(hidden)]
pub mod __private {
    pub use crate::answer::{brief_json, messages_json};
    pub use crate::json;
    pub use crate::quantity::decimal;
}

/// The version of the rule set, which is the version of this crate.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
/// The SHA-256 of the catalogue of rules, facts and parameters, in hexadecimal. Two reports with
/// the same digest were made by the same rules.
pub const DIGEST: &str = include_str!("digest.txt");
