//! 对象: the subjects of the policy, one file each, and their list.

use crate::fault::Faults;
use crate::field::Field;
use crate::input::{self, Shape};
use crate::json::Node;
use crate::record::Record;
use crate::rule::Rule;
#[cfg(feature = "catalogue")]
use crate::text::Text;

mod not_encoded;
mod prelude;

pub use not_encoded::{NOT_ENCODED, NotEncoded};

/// Lists the subjects: each with its module, its typed record and the enums of its choices. The
/// macro defines the modules, the exports, the list `SUBJECTS` and the macro `for_each_subject!`.
macro_rules! subjects {
    ($dollar:tt $($module:ident::$record:ident $({ $($choice:ident),* })?;)*) => {
        $(
            pub(crate) mod $module;
            pub use $module::$record;
            $($(pub use $module::$choice;)*)?
        )*

        pub(crate) const SUBJECTS: &[&Subject] = &[$(&$module::SUBJECT),*];

        /// Calls a macro with the names of all typed records. For tests.
        #[doc(hidden)]
        #[macro_export]
        macro_rules! for_each_subject {
            ($dollar macro:ident) => { $dollar macro! { $($record)* } };
        }
    };
}

// Subjects with numeric or eligibility rules come first.
subjects! { $
    enterprise::Enterprise { TrainingFundCategory };
    programme::Programme;
    teacher::Teacher { TeacherRole };
    visit::Visit;
    funding_standard::FundingStandard;
    industry_forecast::IndustryForecast;
    province::Province;
    internship::Internship;
    insurer::Insurer;
    research_project::ResearchProject { LeadKind, ProjectType };
    transfer_reward::TransferReward;
    allocation::Allocation;
    land_use::LandUse { LandBuilder };
    development_plan::DevelopmentPlan { PlanIssuer, PlanKind };
    park::Park { NamedPark, ParkLevel };
    locality::Locality { LocalityLevel };
    provincial_measures::ProvincialMeasures;
    school::School;
    basic_school::BasicSchool;
    enrolment::Enrolment;
    major::Major;
    postgraduate_quota::PostgraduateQuota;
    enterprise_schooling::EnterpriseSchooling;
    practice_base::PracticeBase { BaseKind };
    person::Person { Contribution };
    assessment_scheme::AssessmentScheme { SchemeKind };
    credit_entry::CreditEntry;
    apprenticeship::Apprenticeship;
    education_authority::EducationAuthority;
    teacher_training::TeacherTraining;
    industry_authority::IndustryAuthority;
    platform::Platform;
    service_purchase::ServicePurchase { Seller, Service };
    supported_unit::SupportedUnit;
    pilot::Pilot { PilotKind };
}

/// A kind of record: a person, an institution or a thing that the policy addresses.
#[non_exhaustive]
pub struct Subject {
    /// The name, such as `enterprise`.
    pub name: &'static str,
    /// The term of the policy, and its English translation.
    #[cfg(feature = "catalogue")]
    pub label: Text,
    /// What one record describes.
    #[cfg(feature = "catalogue")]
    pub note: Text,
    pub(crate) shape: &'static Shape,
}

impl Subject {
    /// Returns the fields of its facts.
    #[must_use]
    pub fn fields(&self) -> &'static [Field] {
        self.shape.fields
    }

    /// Returns the rules, in the order of the policy.
    #[must_use]
    pub fn rules(&self) -> &'static [Rule] {
        self.shape.rules
    }

    /// Returns the fact that says in which year or on which day a record lies: before the first day
    /// to which the policy is applied, or after the last one, no rule applies. A record without it
    /// is taken to lie within the time. `None` if records of the subject have no such fact, so that
    /// they always lie within.
    ///
    /// ```
    /// let dated_by = |name| chanjiao::subject(name)?.dated_by().map(|field| field.key());
    /// assert_eq!(dated_by("enterprise"), Some("year"));
    /// assert_eq!(dated_by("visit"), Some("start"));
    /// assert_eq!(dated_by("programme"), None);
    /// ```
    #[must_use]
    pub fn dated_by(&self) -> Option<&'static Field> {
        self.shape.fields.get(usize::from(self.shape.dated_by?))
    }

    /// Parses a record from JSON text.
    ///
    /// # Errors
    /// Returns every fault in the text, each with its JSON Pointer.
    pub fn parse(&'static self, text: &str) -> Result<Record, Faults> {
        input::parse_text(self.shape, text).map(|parsed| Record::new(self, parsed))
    }

    /// Parses a record from a tree of nodes.
    ///
    /// # Errors
    /// Returns every fault in the tree, each with its JSON Pointer.
    pub fn parse_node(&'static self, node: &Node<'_>) -> Result<Record, Faults> {
        input::parse_node(self.shape, node).map(|parsed| Record::new(self, parsed))
    }
}

/// Subjects are equal by their name.
impl PartialEq for Subject {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Subject {}

impl core::hash::Hash for Subject {
    fn hash<H: core::hash::Hasher>(&self, state: &mut H) {
        self.name.hash(state);
    }
}

/// Returns all subjects.
#[must_use]
pub fn subjects() -> &'static [&'static Subject] {
    #[cfg(target_family = "wasm")]
    return crate::packed::tables().subjects;
    #[cfg(not(target_family = "wasm"))]
    SUBJECTS
}

/// Returns the subject with this name.
///
/// ```
/// assert_eq!(chanjiao::subject("visit").map(|subject| subject.label.zh()), Some("企业访学"));
/// assert!(chanjiao::subject("visits").is_none());
/// ```
#[must_use]
pub fn subject(name: &str) -> Option<&'static Subject> {
    subjects().iter().find(|subject| subject.name == name).copied()
}

/// Returns all rules of all subjects.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    subjects().iter().flat_map(|subject| subject.rules())
}

impl Rule {
    /// Returns the subject of the rule.
    #[must_use]
    pub fn subject(&self) -> Option<&'static Subject> {
        subject(self.id.split('.').next()?)
    }

    /// Returns the fields of all facts that it reads under any reading, in the order of the subject's
    /// facts.
    ///
    /// For example, find the statements that use a fact:
    ///
    /// ```
    /// use chanjiao::{Enterprise, Facts};
    /// let rules = Enterprise::SUBJECT.rules().iter();
    /// let trained = rules.filter(|rule| rule.fields().any(|field| field.key() == "trained_staff"));
    /// assert_eq!(trained.map(|rule| rule.statement.id).collect::<Vec<_>>(), ["11.1d"]);
    /// ```
    pub fn fields(&self) -> impl Iterator<Item = &'static Field> {
        let facts = self.facts_under_any_reading();
        self.subject().into_iter().flat_map(move |subject| facts.of(subject.fields()))
    }
}

/// Returns the rule with this id.
#[must_use]
pub fn rule(id: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.id == id)
}
