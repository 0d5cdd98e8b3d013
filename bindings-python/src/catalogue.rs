//! The catalogues of the core as Python objects.

use chanjiao::schema::{self as core, Draft};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use crate::answer::named_subject;
use crate::plain::from;

/// Return all rules: what each tests and demands, and its clause in the policy.
#[pyfunction]
pub(crate) fn rules(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    from(py, core::rules())
}

/// Return the document: all statements and tasks of the policy.
#[pyfunction]
pub(crate) fn policy(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    from(py, core::policy())
}

/// Return all subjects, with their facts and rules.
#[pyfunction]
pub(crate) fn subjects(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    from(py, core::subjects())
}

/// Return all parameters, the numbers of the policy: the default, its source, and how far that was
/// verified.
#[pyfunction]
pub(crate) fn parameters(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    from(py, core::parameters_catalogue())
}

/// Return the keywords of the schemas that are not part of JSON Schema.
#[pyfunction]
pub(crate) fn keywords() -> Vec<&'static str> {
    core::KEYWORDS.to_vec()
}

/// Return the JSON Schema of a subject's records, or of `parameters`, `answer`, `questions` or
/// `catalogue`.
///
/// `draft` is `"2020-12"` or `"draft-07"`. Raises `ValueError` for an unknown name or draft.
#[pyfunction]
#[pyo3(signature = (name, *, draft = "2020-12"))]
pub(crate) fn schema<'py>(py: Python<'py>, name: &str, draft: &str) -> PyResult<Bound<'py, PyAny>> {
    let draft = match draft {
        "2020-12" => Draft::Draft2020,
        "draft-07" => Draft::Draft07,
        other => {
            return Err(PyValueError::new_err(format!(
                "unknown draft `{other}`; use 2020-12 or draft-07"
            )));
        }
    };
    let schema = match name {
        "parameters" => core::parameters(draft),
        "answer" => core::answer(draft),
        "questions" => core::questions(draft),
        "catalogue" => core::catalogue(draft),
        name => core::subject(named_subject(py, name)?, draft),
    };
    from(py, schema)
}

/// Return the labels of verdicts, conclusions, kinds, forces, natures, units and statuses, in both
/// languages.
#[pyfunction]
pub(crate) fn labels(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    from(py, core::labels())
}
