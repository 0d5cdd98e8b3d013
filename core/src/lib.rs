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
//! | read the overall result, and why a verdict is what it is | [`Conclusion`], [`Verdict`], [`Reason`] |
//! | override a number of the policy, or choose a reading of its text | [`Parameters`] |
//! | see which verdicts another reading would change | [`Finding::contested`], [`Report::contested`], [`Contested`] |
//! | list the choices of a reading, and who holds them | [`reading_choices`], [`Holder`]; with examples: [`guides::readings`] |
//! | describe a rule in words | [`Rule::requirement_words`], [`Rule::scope_words`], [`Citation::place`] |
//! | read the clauses of the policy | [`policy()`] |
//!
//! ## Readings
//!
//! Where the policy's text allows two meanings or more, each meaning is the choice of a *reading*: a
//! parameter with a closed list of choices, such as [`TeacherPostsScope`]. Choices are set in
//! [`Parameters`], and [`Report::overridden`] says which differ from their defaults. Every finding
//! lists the changes of a single reading under which its verdict would be another one:
//!
//! ```
//! use chanjiao::{Enterprise, Parameters, SizeClass, TeacherPostsScope, Verdict, check};
//!
//! let small = Enterprise::given()
//!     .size_class(SizeClass::Small)
//!     .staff_in_service(1000)
//!     .teacher_posts(0)
//!     .hosts_teacher_base(false)
//!     .build()?;
//! let report = check(&small, &Parameters::default());
//! let posts = report.finding("enterprise.teacher_posts").expect("a rule for enterprises");
//! assert_eq!(posts.verdict, Verdict::NotApplicable);
//! let contested = posts.contested.iter().map(|it| (it.choice, it.result));
//! assert_eq!(contested.collect::<Vec<_>>(), [("all_enterprises", Verdict::Unmet)]);
//!
//! let all = Parameters::given().teacher_posts_scope(TeacherPostsScope::AllEnterprises).build()?;
//! let report = check(&small, &all);
//! let posts = report.finding("enterprise.teacher_posts").expect("a rule for enterprises");
//! assert_eq!(posts.verdict, Verdict::Unmet);
//! # Ok::<(), chanjiao::Faults>(())
//! ```
//!
//! ## Time
//!
//! The policy is not applied to years and days before [`Parameters::policy_applies_from`], nor after
//! [`Parameters::policy_applies_to`] if that is set: every rule is then
//! [not applicable](Verdict::NotApplicable), for the reason [`Reason::BeforePolicy`] or
//! [`Reason::AfterPolicy`]. A record without a year or day is taken to lie within the time, and so
//! are records of subjects that have neither.
#![cfg_attr(docsrs, feature(doc_cfg))]
#![cfg_attr(
    all(feature = "intake", not(feature = "cli")),
    expect(dead_code, reason = "the reading of files has no public interface of its own yet")
)]

mod answer;
#[cfg(feature = "_block")]
mod block;
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
#[cfg(feature = "intake")]
mod intake;
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
mod phrases;
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
#[cfg(feature = "table")]
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
