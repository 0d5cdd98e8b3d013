//! Builders of typed records.

use core::marker::PhantomData;

use crate::facts::{Facts, Given};
use crate::fault::Faults;
use crate::index::Index;
use crate::input;
use crate::json::Node;
use crate::record::Cells;
use crate::value::Value;

/// Builds a typed record fact by fact; see [`Enterprise::given`](crate::Enterprise::given).
///
/// ```
/// use chanjiao::{Enterprise, Parameters, SizeClass, check};
/// let firm = Enterprise::given()
///     .size_class(SizeClass::Medium)
///     .staff_in_service(3200)
///     .teacher_posts(8)
///     .explain("enterprise.teacher_posts", "the new works open next year")
///     .build()?;
/// let report = check(&firm, &Parameters::default());
/// assert!(report.finding("enterprise.teacher_posts").is_some_and(|finding| finding.explained));
///
/// // Faults that involve two facts are found when the record is built.
/// let faults = Enterprise::given().teacher_posts(5).teacher_posts_mentored(6).build().unwrap_err();
/// assert_eq!(faults.iter().next().map(|fault| fault.pointer.as_str()), Some("/teacher_posts_mentored"));
/// # Ok::<(), chanjiao::Faults>(())
/// ```
#[derive(Debug, Clone)]
#[must_use = "a builder does nothing until it is built"]
pub struct Builder<G> {
    cells: Cells,
    explanations: Vec<(String, String)>,
    record: PhantomData<G>,
}

impl<G: Given> Builder<G> {
    pub(crate) fn new() -> Self {
        Self { cells: G::shape().initial_cells(), explanations: Vec::new(), record: PhantomData }
    }

    pub(crate) fn set(mut self, field: Index, value: impl Value) -> Self {
        self.cells.set(field, value.into_cell());
        self
    }

    /// Validates and builds the record.
    ///
    /// # Errors
    /// Returns every fault: a missing required fact, a part that exceeds its whole, dates in the
    /// wrong order, text that is too long, an explanation of a rule that cannot be explained.
    pub fn build(self) -> Result<G, Faults> {
        let explanations = self.explanations.into_iter();
        let members =
            explanations.map(|(rule, text)| (rule.into(), Node::Text(text.into()))).collect();
        input::validate(G::shape(), &self.cells, members).map(G::new)
    }
}

impl<F: Facts> Builder<F> {
    /// Explains why the record does not meet a rule. `rule` is the id of an in-principle or
    /// directive obligation of the subject; `explanation` has at most [`EXPLANATION_LIMIT`]
    /// characters.
    ///
    /// [`EXPLANATION_LIMIT`]: crate::EXPLANATION_LIMIT
    pub fn explain(mut self, rule: impl Into<String>, explanation: impl Into<String>) -> Self {
        self.explanations.push((rule.into(), explanation.into()));
        self
    }
}
