//! Gates: how many records of a report may fail.

use chanjiao::table::{Gate, Limit, NO_RECORD, RecordCounts};
use chanjiao::{Conclusion, Language};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict};

/// The gate with these allowances, by name.
pub(super) fn gate(
    accept_explained: bool,
    allowed: Option<&Bound<'_, PyDict>>,
    language: Language,
) -> PyResult<Gate> {
    let mut gate = Gate::default();
    gate.accept_explained = accept_explained;
    let mut errors = Vec::new();
    for (name, limit) in allowed.into_iter().flatten() {
        if let Err(error) = gate.allow(&name.extract::<String>()?, &limit_text(&limit)?) {
            errors.push(error.message(language));
        }
    }
    if errors.is_empty() { Ok(gate) } else { Err(PyValueError::new_err(errors.join("\n"))) }
}

/// A limit as the core reads it: a whole number of any type by its digits, a text as it is. Anything
/// else, also `True`, is refused there, where its text is quoted.
fn limit_text(limit: &Bound<'_, PyAny>) -> PyResult<String> {
    let is_flag = limit.is_instance_of::<PyBool>();
    match limit.call_method0("__index__").ok().filter(|_| !is_flag) {
        Some(number) => Ok(number.str()?.to_string()),
        None => Ok(limit.str()?.to_string()),
    }
}

/// Raises `GateError` if the counts do not pass the gate.
pub(super) fn require(
    py: Python<'_>,
    gate: &Gate,
    counts: &RecordCounts,
    language: Language,
) -> PyResult<()> {
    let excesses = gate.excesses(counts);
    let message = if counts.total() == 0 {
        NO_RECORD.get(language).to_owned()
    } else if excesses.is_empty() {
        return Ok(());
    } else {
        let messages: Vec<String> = excesses.iter().map(|it| it.message(language)).collect();
        messages.join("\n")
    };
    let found = excesses.iter().map(|it| {
        let allowed = match it.allowed {
            Limit::Count(count) => count.into_pyobject(py)?.into_any(),
            share @ Limit::Share(_) => share.to_string().into_pyobject(py)?.into_any(),
        };
        Ok((it.counted.as_str(), allowed, it.found, it.total))
    });
    let found: Vec<_> = found.collect::<PyResult<_>>()?;
    let error = py.import("chanjiao._gate")?.getattr("GateError")?.call1((message, found))?;
    Err(PyErr::from_value(error))
}

/// The counts of a report, as a gate needs them.
pub(super) fn counts(count: impl Fn(Conclusion) -> u64, outside: u64, faulty: u64) -> RecordCounts {
    let mut counts = RecordCounts { outside, faulty, ..RecordCounts::default() };
    for &conclusion in Conclusion::ALL {
        counts.conclusions[conclusion] = count(conclusion);
    }
    counts
}
