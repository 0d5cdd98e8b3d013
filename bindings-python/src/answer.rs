//! One record: checked, and asked for what it lacks.

use std::sync::LazyLock;

use chanjiao::{Parameters, Record, Subject};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyList};

use crate::objects::made_of;
use crate::plain::load;
use crate::record::Given;
use crate::string_cache::StringCache;

/// What was found on one record: a report, or every fault in it.
#[pyclass(frozen, module = "chanjiao")]
pub(crate) struct Answer {
    found: Found,
    dict: PyOnceLock<Py<PyAny>>,
}

enum Found {
    /// A record that could be read, and what it was judged by. Sentences are made when asked for.
    Sound { record: Record, parameters: Option<Parameters> },
    /// The answer for one that could not.
    Faulty(String),
}

/// The numbers given, or else those of the policy.
fn numbers(given: Option<&Parameters>) -> &Parameters {
    static POLICY: LazyLock<Parameters> = LazyLock::new(Parameters::default);
    given.unwrap_or(&POLICY)
}

/// Checks a record of a subject.
///
/// `record` is a mapping of facts: whole numbers, decimals, floats, texts, flags, dates, lists.
/// `None` and absent both mean *not known*. A fault in it is an answer, no exception.
///
/// Raises `ValueError` for a subject that does not exist, and `TypeError` for a value that is no
/// plain data.
#[pyfunction]
#[pyo3(signature = (subject, record, parameters = None))]
pub(crate) fn check(
    py: Python<'_>,
    subject: &str,
    record: &Bound<'_, PyAny>,
    parameters: Option<&Bound<'_, PyAny>>,
) -> PyResult<Answer> {
    let subject = named_subject(py, subject)?;
    let given = Given::of(record)?;
    let tree = given.tree()?;
    let overrides = overrides(parameters)?;
    let read = overrides.as_deref().map(Parameters::from_json).transpose();
    let found = match (tree.is_ordinary(), read) {
        (true, Ok(parameters)) => match subject.parse_node(tree.node()) {
            Ok(record) => Found::Sound { record, parameters },
            Err(_) => faulty(subject, &tree.text(), overrides.as_deref()),
        },
        _ => faulty(subject, &tree.text(), overrides.as_deref()),
    };
    Ok(Answer { found, dict: PyOnceLock::new() })
}

/// Faults are told by the core, those of both inputs in their order.
fn faulty(subject: &Subject, record: &str, parameters: Option<&str>) -> Found {
    Found::Faulty(chanjiao::check_json(subject.name, record, parameters))
}

/// Asks for the facts that a record of a subject still lacks, the most decisive first.
///
/// Raises what `check` raises.
#[pyfunction]
#[pyo3(signature = (subject, record, parameters = None))]
pub(crate) fn questions<'py>(
    py: Python<'py>,
    subject: &str,
    record: &Bound<'py, PyAny>,
    parameters: Option<&Bound<'py, PyAny>>,
) -> PyResult<Bound<'py, PyAny>> {
    let subject = named_subject(py, subject)?;
    let text = Given::of(record)?.tree()?.text();
    let overrides = overrides(parameters)?;
    load(py, &chanjiao::questions_json(subject.name, &text, overrides.as_deref()))
}

/// Checks a record given as JSON text; the answer is the same to the byte in Rust and JavaScript.
#[pyfunction]
#[pyo3(signature = (subject, record, parameters = None))]
pub(crate) fn check_json(subject: &str, record: &str, parameters: Option<&str>) -> String {
    chanjiao::check_json(subject, record, parameters)
}

/// Asks, in JSON text, for the facts that a record given as JSON text still lacks.
#[pyfunction]
#[pyo3(signature = (subject, record, parameters = None))]
pub(crate) fn questions_json(subject: &str, record: &str, parameters: Option<&str>) -> String {
    chanjiao::questions_json(subject, record, parameters)
}

/// The overrides of parameters, as JSON text.
pub(crate) fn overrides(parameters: Option<&Bound<'_, PyAny>>) -> PyResult<Option<String>> {
    parameters.map(|given| Ok(Given::of(given)?.tree()?.text())).transpose()
}

/// The subject of this name; if there is none, the core says which one was probably meant.
pub(crate) fn named_subject(py: Python<'_>, name: &str) -> PyResult<&'static Subject> {
    if let Some(subject) = chanjiao::subject(name) {
        return Ok(subject);
    }
    let answer = load(py, &chanjiao::check_json(name, "{}", None))?;
    let fault = answer.get_item("faults")?.get_item(0)?;
    let said = fault.get_item("message")?.get_item("en")?;
    let help = fault.get_item("help")?;
    let help = if help.is_none() { "" } else { &format!(" {}", help.get_item("en")?) };
    Err(PyValueError::new_err(format!("`{name}`: {said}{help}")))
}

#[pymethods]
impl Answer {
    /// The answer as JSON text, the same to the byte as that of `check_json`.
    fn to_json(&self) -> String {
        match &self.found {
            Found::Sound { record, parameters } => {
                record.check(numbers(parameters.as_ref())).answer_json()
            }
            Found::Faulty(answer) => answer.clone(),
        }
    }

    /// The answer as plain data: `{"faults": […], "report": {…} or None}`, made anew.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        match &self.found {
            Found::Sound { record, parameters } => {
                let report = record.check(numbers(parameters.as_ref()));
                made_of(py, |objects| report.write_answer(objects))
            }
            Found::Faulty(answer) => load(py, answer),
        }
    }

    /// The report, or `None` where there are faults.
    #[getter]
    fn report<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.dict(py)?.get_item("report")
    }

    /// Every fault in the record and the parameters; none where there is a report.
    #[getter]
    fn faults<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        match self.found {
            Found::Sound { .. } => Ok(PyList::empty(py).into_any()),
            Found::Faulty(_) => self.dict(py)?.get_item("faults"),
        }
    }

    /// The verdict of each rule by its id, or `None` where there are faults. No sentence is made.
    #[getter]
    fn verdicts<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyDict>>> {
        let Found::Sound { record, parameters } = &self.found else {
            return Ok(None);
        };
        let verdicts = PyDict::new(py);
        let mut words = StringCache::words();
        for (rule, verdict) in record.verdicts(numbers(parameters.as_ref())) {
            verdicts.set_item(words.word(py, rule.id), words.word(py, verdict.as_str()))?;
        }
        Ok(Some(verdicts))
    }

    /// What the findings come to, or `None` where there are faults.
    #[getter]
    fn conclusion(&self) -> Option<&'static str> {
        match &self.found {
            Found::Sound { record, parameters } => {
                Some(record.check(numbers(parameters.as_ref())).conclusion.as_str())
            }
            Found::Faulty(_) => None,
        }
    }

    /// The finding of one rule, or `None` where there is none.
    fn finding<'py>(&self, py: Python<'py>, rule: &str) -> PyResult<Option<Bound<'py, PyAny>>> {
        let report = self.report(py)?;
        if report.is_none() {
            return Ok(None);
        }
        for finding in report.get_item("findings")?.try_iter()? {
            let finding = finding?;
            if finding.get_item("rule")?.extract::<String>()? == rule {
                return Ok(Some(finding));
            }
        }
        Ok(None)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(match &self.found {
            Found::Sound { record, .. } => {
                format!(
                    "<Answer {}: {}>",
                    record.subject().name,
                    self.conclusion().unwrap_or_default()
                )
            }
            Found::Faulty(_) => match self.faults(py)?.len()? {
                1 => "<Answer: 1 fault>".to_owned(),
                count => format!("<Answer: {count} faults>"),
            },
        })
    }

    /// A page for notebooks.
    fn _repr_html_<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        py.import("chanjiao._html")?.call_method1("answer", (self.dict(py)?,))
    }
}

impl Answer {
    /// The answer for a record that was read, or the text of the one for a record that was not.
    pub(crate) fn of(record: Result<Record, String>, parameters: Option<Parameters>) -> Self {
        let found = match record {
            Ok(record) => Found::Sound { record, parameters },
            Err(answer) => Found::Faulty(answer),
        };
        Self { found, dict: PyOnceLock::new() }
    }

    /// The plain data, made once.
    fn dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let dict = self.dict.get_or_try_init(py, || self.to_dict(py).map(Bound::unbind))?;
        Ok(dict.bind(py).clone())
    }
}
