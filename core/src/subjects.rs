//! 对象: whom the policy speaks to, one file each, and the index of them all.

pub(crate) mod allocation;
pub(crate) mod apprenticeship;
pub(crate) mod assessment_scheme;
pub(crate) mod basic_school;
pub(crate) mod credit_entry;
pub(crate) mod development_plan;
pub(crate) mod education_authority;
pub(crate) mod enterprise;
pub(crate) mod enterprise_schooling;
pub(crate) mod funding_standard;
pub(crate) mod industry_authority;
pub(crate) mod industry_forecast;
pub(crate) mod internship;
pub(crate) mod land_use;
pub(crate) mod locality;
pub(crate) mod major;
pub(crate) mod park;
pub(crate) mod person;
pub(crate) mod pilot;
pub(crate) mod platform;
pub(crate) mod postgraduate_quota;
pub(crate) mod practice_base;
pub(crate) mod programme;
pub(crate) mod province;
pub(crate) mod provincial_measures;
pub(crate) mod research_project;
pub(crate) mod school;
pub(crate) mod service_purchase;
pub(crate) mod supported_unit;
pub(crate) mod teacher;
pub(crate) mod teacher_training;
pub(crate) mod transfer_reward;
pub(crate) mod visit;

use crate::fault::Faults;
use crate::field::Field;
use crate::input::{self, Shape};
use crate::json::Node;
use crate::parameters::Parameters;
use crate::record::Record;
use crate::report::{self, Report};
use crate::rule::{Rule, Verdict};
use crate::text::{Text, text};

pub use allocation::Allocation;
pub use apprenticeship::Apprenticeship;
pub use assessment_scheme::{AssessmentScheme, SchemeKind};
pub use basic_school::BasicSchool;
pub use credit_entry::CreditEntry;
pub use development_plan::{DevelopmentPlan, PlanIssuer, PlanKind};
pub use education_authority::EducationAuthority;
pub use enterprise::{Enterprise, TrainingFundCategory};
pub use enterprise_schooling::EnterpriseSchooling;
pub use funding_standard::FundingStandard;
pub use industry_authority::IndustryAuthority;
pub use industry_forecast::IndustryForecast;
pub use internship::Internship;
pub use land_use::{LandBuilder, LandUse};
pub use locality::{Locality, LocalityLevel};
pub use major::Major;
pub use park::{NamedPark, Park};
pub use person::{Contribution, Person};
pub use pilot::{Pilot, PilotKind};
pub use platform::Platform;
pub use postgraduate_quota::PostgraduateQuota;
pub use practice_base::{BaseKind, PracticeBase};
pub use programme::Programme;
pub use province::Province;
pub use provincial_measures::ProvincialMeasures;
pub use research_project::{LeadKind, ProjectType, ResearchProject};
pub use school::School;
pub use service_purchase::{Seller, Service, ServicePurchase};
pub use supported_unit::SupportedUnit;
pub use teacher::{Teacher, TeacherRole};
pub use teacher_training::TeacherTraining;
pub use transfer_reward::TransferReward;
pub use visit::Visit;

/// Whom some statements address: its facts and the rules on it.
#[derive(Debug)]
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

    /// Reads a record from JSON text.
    ///
    /// # Errors
    /// Every fault in it, each with its JSON Pointer.
    pub fn parse(&self, text: &str) -> Result<Record, Faults> {
        input::parse_text(self.shape, text)
    }

    /// Reads a record from a tree of cells.
    ///
    /// # Errors
    /// Every fault in it, each with its JSON Pointer.
    pub fn parse_node(&self, node: &Node<'_>) -> Result<Record, Faults> {
        input::read(self.shape, node)
    }

    /// Judges a record that [`read`](Self::read) of the same subject returned.
    #[must_use]
    pub fn check(&'static self, record: &Record, parameters: &Parameters) -> Report {
        report::report(self, record, parameters)
    }

    /// Judges such a record by every rule, without explaining.
    pub fn verdicts<'a>(
        &'static self,
        record: &'a Record,
        parameters: &'a Parameters,
    ) -> impl Iterator<Item = (&'static Rule, Verdict)> + 'a {
        report::judged(self, record, parameters)
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

/// The numeric and eligibility core first, then the other checkable statements.
pub(crate) const SUBJECTS: &[&Subject] = &[
    &enterprise::SUBJECT,
    &programme::SUBJECT,
    &teacher::SUBJECT,
    &visit::SUBJECT,
    &funding_standard::SUBJECT,
    &industry_forecast::SUBJECT,
    &province::SUBJECT,
    &internship::SUBJECT,
    &research_project::SUBJECT,
    &transfer_reward::SUBJECT,
    &allocation::SUBJECT,
    &land_use::SUBJECT,
    &development_plan::SUBJECT,
    &park::SUBJECT,
    &locality::SUBJECT,
    &provincial_measures::SUBJECT,
    &school::SUBJECT,
    &basic_school::SUBJECT,
    &major::SUBJECT,
    &postgraduate_quota::SUBJECT,
    &enterprise_schooling::SUBJECT,
    &practice_base::SUBJECT,
    &person::SUBJECT,
    &assessment_scheme::SUBJECT,
    &credit_entry::SUBJECT,
    &apprenticeship::SUBJECT,
    &education_authority::SUBJECT,
    &teacher_training::SUBJECT,
    &industry_authority::SUBJECT,
    &platform::SUBJECT,
    &service_purchase::SUBJECT,
    &supported_unit::SUBJECT,
    &pilot::SUBJECT,
];

/// A checkable statement that no rule executes, and why.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct NotEncoded {
    /// The statement's id.
    pub statement: &'static str,
    /// Why it has no rule of its own.
    pub reason: Text,
}

/// Every checkable statement that no rule executes. Narrative statements are in
/// [`policy`](mod@crate::policy) only.
pub const NOT_ENCODED: &[NotEncoded] = &[
    NotEncoded {
        statement: "2.2d",
        reason: text!(
            "定义条款：凡规则中的“职业学校”均含技工院校",
            "a definition: wherever a rule says vocational school, technician schools are included",
        ),
    },
    NotEncoded {
        statement: "21.1a",
        reason: text!(
            "转引《职业学校校企合作促进办法》，其条文未能核对",
            "refers to another instrument whose articles could not be read",
        ),
    },
    NotEncoded {
        statement: "26.5c",
        reason: text!(
            "鼓励自愿选择出让或租赁，任何供地方式都不违背，无可判断之处",
            "leaves grant or lease to the enterprise's choice; no way of supply goes against it",
        ),
    },
];
