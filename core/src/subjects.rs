//! 对象: the subjects of the policy, one file each, and the list of them all.

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

/// Lists the subjects, once: each with its module, its typed record and the choices of its facts.
/// The list gives the modules, the public names, the index and `for_each_subject!`.
macro_rules! subjects {
    ($dollar:tt $($module:ident::$record:ident $({ $($choice:ident),* })?;)*) => {
        $(
            pub(crate) mod $module;
            pub use $module::$record;
            $($(pub use $module::$choice;)*)?
        )*

        pub(crate) const SUBJECTS: &[&Subject] = &[$(&$module::SUBJECT),*];

        /// Calls a macro with the typed record of every subject, for tests.
        #[doc(hidden)]
        #[macro_export]
        macro_rules! for_each_subject {
            ($dollar macro:ident) => { $dollar macro! { $($record)* } };
        }
    };
}

// The numeric and eligibility core first, then the other checkable statements.
subjects! { $
    enterprise::Enterprise { TrainingFundCategory };
    programme::Programme;
    teacher::Teacher { TeacherRole };
    visit::Visit;
    funding_standard::FundingStandard;
    industry_forecast::IndustryForecast;
    province::Province;
    internship::Internship;
    research_project::ResearchProject { LeadKind, ProjectType };
    transfer_reward::TransferReward;
    allocation::Allocation;
    land_use::LandUse { LandBuilder };
    development_plan::DevelopmentPlan { PlanIssuer, PlanKind };
    park::Park { NamedPark };
    locality::Locality { LocalityLevel };
    provincial_measures::ProvincialMeasures;
    school::School;
    basic_school::BasicSchool;
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

/// One kind of person, body or thing that the policy addresses: its facts and its rules.
#[non_exhaustive]
pub struct Subject {
    /// The name in the interfaces.
    pub name: &'static str,
    /// The policy's word.
    #[cfg(feature = "catalogue")]
    pub label: Text,
    /// What one record describes.
    #[cfg(feature = "catalogue")]
    pub note: Text,
    pub(crate) shape: &'static Shape,
}

impl Subject {
    /// Returns its facts, in the order of the policy.
    #[must_use]
    pub fn fields(&self) -> &'static [Field] {
        self.shape.fields
    }

    /// Returns its rules, in the order of the policy.
    #[must_use]
    pub fn rules(&self) -> &'static [Rule] {
        self.shape.rules
    }

    /// Parses a record from JSON text.
    ///
    /// # Errors
    /// Every fault in it, each with its JSON Pointer.
    pub fn parse(&'static self, text: &str) -> Result<Record, Faults> {
        input::parse_text(self.shape, text).map(|parsed| Record::new(self, parsed))
    }

    /// Parses a record from a tree of nodes.
    ///
    /// # Errors
    /// Every fault in it, each with its JSON Pointer.
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

/// Returns every subject.
#[must_use]
pub fn subjects() -> &'static [&'static Subject] {
    #[cfg(target_family = "wasm")]
    return crate::packed::tables().subjects;
    #[cfg(not(target_family = "wasm"))]
    SUBJECTS
}

/// Returns the subject of this name.
///
/// ```
/// assert_eq!(chanjiao::subject("visit").map(|it| it.label.zh()), Some("企业访学"));
/// assert!(chanjiao::subject("visits").is_none());
/// ```
#[must_use]
pub fn subject(name: &str) -> Option<&'static Subject> {
    subjects().iter().find(|subject| subject.name == name).copied()
}

/// Returns every rule of every subject.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    subjects().iter().flat_map(|subject| subject.rules())
}

impl Rule {
    /// Returns the subject that it is a rule of.
    #[must_use]
    pub fn subject(&self) -> Option<&'static Subject> {
        subject(self.id.split('.').next()?)
    }

    /// Returns the fields of every fact that it reads, in the order of the subject's facts. So a
    /// fact is for the statements of the rules that read it:
    ///
    /// ```
    /// use chanjiao::{Enterprise, Facts};
    /// let rules = Enterprise::SUBJECT.rules().iter();
    /// let trained = rules.filter(|rule| rule.fields().any(|it| it.key() == "trained_staff"));
    /// assert_eq!(trained.map(|rule| rule.statement.id).collect::<Vec<_>>(), ["11.1d"]);
    /// ```
    pub fn fields(&self) -> impl Iterator<Item = &'static Field> {
        let facts = self.facts();
        self.subject().into_iter().flat_map(move |subject| facts.of(subject.fields()))
    }
}

/// Returns the rule of this id.
#[must_use]
pub fn rule(id: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.id == id)
}
