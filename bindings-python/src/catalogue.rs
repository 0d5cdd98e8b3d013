//! What is known of the rules, as the core tells it.

use chanjiao::schema::{self as core, Draft};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use crate::answer::named_subject;
use crate::plain::from;

/// Every rule: what it tests, what it demands and where it stands.
#[pyfunction]
pub(crate) fn rules(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    from(py, core::rules())
}

/// The document: all its statements and tasks.
#[pyfunction]
pub(crate) fn policy(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    from(py, core::policy())
}

/// Every subject, with its facts and rules.
#[pyfunction]
pub(crate) fn subjects(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    from(py, core::subjects())
}

/// Every number of the policy: its default, its source and how far that was verified.
#[pyfunction]
pub(crate) fn parameters(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    from(py, core::parameters_catalogue())
}

/// The keywords of the schemas that JSON Schema does not know.
#[pyfunction]
pub(crate) fn keywords() -> Vec<&'static str> {
    core::KEYWORDS.to_vec()
}

/// The JSON Schema of a subject's records, or of `parameters`, `answer`, `questions` or `catalogue`.
#[pyfunction]
#[pyo3(signature = (name, *, draft = "2020-12"))]
pub(crate) fn schema<'py>(py: Python<'py>, name: &str, draft: &str) -> PyResult<Bound<'py, PyAny>> {
    let draft = match draft {
        "2020-12" => Draft::Draft2020,
        "draft-07" => Draft::Draft07,
        other => return Err(PyValueError::new_err(format!("there is no draft `{other}`"))),
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

/// The labels of verdicts, conclusions, kinds, forces, natures, units and statuses, in both languages.
#[pyfunction]
pub(crate) fn labels(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    from(py, core::labels())
}
