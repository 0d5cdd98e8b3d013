//! Checking one record, and asking for its missing facts.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::LazyLock;

use arrow_schema::Schema;
use chanjiao::columns::Plan;
use chanjiao::table::Options;
use chanjiao::{Language, Parameters, Record, Report, Rule, Subject};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyList};

use crate::objects::build;
use crate::plain::load;
use crate::record::Given;
use crate::string_cache::StringCache;

/// The answer for one record: a report, or all input errors (faults).
#[pyclass(frozen, module = "chanjiao")]
pub(crate) struct Answer {
    found: Found,
    /// The language of the display in notebooks.
    language: Language,
    dict: PyOnceLock<Py<PyAny>>,
}

enum Found {
    /// A valid record. The report is made when it is asked for.
    Sound(Judged),
    /// The answer as JSON text: that for an invalid record, or a pickled one.
    Text(String),
}

/// A valid record, and what it is judged by.
pub(crate) struct Judged {
    pub(crate) record: Record,
    /// `None` is the numbers of the policy.
    pub(crate) parameters: Option<Parameters>,
    /// The ids of the rules; `None` is all.
    pub(crate) rules: Option<Vec<&'static str>>,
}

impl Judged {
    fn parameters(&self) -> &Parameters {
        or_policy(self.parameters.as_ref())
    }

    fn has(&self, rule: &Rule) -> bool {
        self.rules.as_ref().is_none_or(|ids| ids.contains(&rule.id))
    }

    fn report(&self) -> Report {
        self.record.check_by(self.parameters(), |rule| self.has(rule))
    }
}

/// The given parameters, by default the numbers of the policy.
fn or_policy(given: Option<&Parameters>) -> &Parameters {
    static POLICY: LazyLock<Parameters> = LazyLock::new(Parameters::default);
    given.unwrap_or(&POLICY)
}

/// Check a record of a subject.
///
/// `record` is a mapping from facts to values: integers, decimals, floats, strings, Booleans, dates,
/// lists. A fact that is `None` or absent is unknown. `parameters` override numbers of the policy. An
/// invalid record is not an exception: the answer contains its faults. `language` is that of the
/// display in notebooks, `"zh"` or `"en"`; the answer itself contains both.
///
/// Raises `ValueError` for an unknown subject or language, and `TypeError` for a value that is not
/// plain data.
#[pyfunction]
#[pyo3(signature = (subject, record, parameters = None, *, language = "zh"))]
pub(crate) fn check(
    py: Python<'_>,
    subject: &str,
    record: &Bound<'_, PyAny>,
    parameters: Option<&Bound<'_, PyAny>>,
    language: &str,
) -> PyResult<Answer> {
    let subject = named_subject(py, subject)?;
    let language = self::language(language)?;
    let given = Given::of(record)?;
    let tree = given.tree()?;
    let overrides = overrides(parameters)?;
    let read = overrides.as_deref().map(Parameters::from_json).transpose();
    let found = match (tree.is_ordinary(), read) {
        (true, Ok(parameters)) => match subject.parse_node(tree.node()) {
            Ok(record) => Found::Sound(Judged { record, parameters, rules: None }),
            Err(_) => faulty(subject, &tree.text(), overrides.as_deref()),
        },
        _ => faulty(subject, &tree.text(), overrides.as_deref()),
    };
    Ok(Answer { found, language, dict: PyOnceLock::new() })
}

/// The faults of both inputs, which the core finds.
fn faulty(subject: &Subject, record: &str, parameters: Option<&str>) -> Found {
    Found::Text(chanjiao::check_json(subject.name, record, parameters))
}

/// Return the facts that are still needed to judge a record, most decisive first.
///
/// Raises the exceptions of `check`.
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

/// Check a record given as JSON text. The answer is byte-for-byte that of Rust and JavaScript.
#[pyfunction]
#[pyo3(signature = (subject, record, parameters = None))]
pub(crate) fn check_json(subject: &str, record: &str, parameters: Option<&str>) -> String {
    chanjiao::check_json(subject, record, parameters)
}

/// Return, as JSON text, the facts that are still needed to judge a record given as JSON text.
#[pyfunction]
#[pyo3(signature = (subject, record, parameters = None))]
pub(crate) fn questions_json(subject: &str, record: &str, parameters: Option<&str>) -> String {
    chanjiao::questions_json(subject, record, parameters)
}

/// The given parameters as JSON text.
pub(crate) fn overrides(parameters: Option<&Bound<'_, PyAny>>) -> PyResult<Option<String>> {
    parameters.map(|given| Ok(Given::of(given)?.tree()?.text())).transpose()
}

/// The subject with this name. The error for an unknown one, with a suggestion, comes from the core.
pub(crate) fn named_subject(py: Python<'_>, name: &str) -> PyResult<&'static Subject> {
    if let Some(subject) = chanjiao::subject(name) {
        return Ok(subject);
    }
    let answer = load(py, &chanjiao::check_json(name, "{}", None))?;
    let fault = answer.get_item("faults")?.get_item(0)?;
    let message = fault.get_item("message")?.get_item("en")?;
    let help = fault.get_item("help")?;
    let help = if help.is_none() { "" } else { &format!(" {}", help.get_item("en")?) };
    Err(PyValueError::new_err(format!("`{name}`: {message}{help}")))
}

/// The language with this tag.
pub(crate) fn language(tag: &str) -> PyResult<Language> {
    let unknown = |_| PyValueError::new_err(format!("unknown language `{tag}`; use zh or en"));
    tag.parse().map_err(unknown)
}

#[pymethods]
impl Answer {
    /// Return the answer as JSON text, byte-for-byte that of `check_json`.
    fn to_json(&self) -> String {
        match &self.found {
            Found::Sound(judged) => judged.report().answer_json(),
            Found::Text(answer) => answer.clone(),
        }
    }

    /// Return the answer as a new dictionary: `{"faults": […], "report": {…} or None}`.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        match &self.found {
            Found::Sound(judged) => {
                let report = judged.report();
                build(py, |objects| report.write_answer(objects))
            }
            Found::Text(answer) => load(py, answer),
        }
    }

    /// The report; `None` if there are faults.
    #[getter]
    fn report<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.dict(py)?.get_item("report")
    }

    /// All faults of the record and the parameters; empty if there is a report.
    #[getter]
    fn faults<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        match self.found {
            Found::Sound(_) => Ok(PyList::empty(py).into_any()),
            Found::Text(_) => self.dict(py)?.get_item("faults"),
        }
    }

    /// The verdict of each rule by its id; `None` if there are faults. Faster than the report, because
    /// no messages are made.
    #[getter]
    fn verdicts<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyDict>>> {
        let verdicts = PyDict::new(py);
        match &self.found {
            Found::Sound(judged) => {
                let mut words = StringCache::lock();
                let found = judged.record.verdicts(judged.parameters());
                for (rule, verdict) in found.filter(|(rule, _)| judged.has(rule)) {
                    verdicts.set_item(words.word(py, rule.id), words.word(py, verdict.as_str()))?;
                }
            }
            Found::Text(_) => {
                let report = self.report(py)?;
                if report.is_none() {
                    return Ok(None);
                }
                for finding in report.get_item("findings")?.try_iter()? {
                    let finding = finding?;
                    verdicts.set_item(finding.get_item("rule")?, finding.get_item("verdict")?)?;
                }
            }
        }
        Ok(Some(verdicts))
    }

    /// The conclusion of the report; `None` if there are faults.
    #[getter]
    fn conclusion(&self, py: Python<'_>) -> PyResult<Option<String>> {
        match &self.found {
            Found::Sound(judged) => Ok(Some(judged.report().conclusion.as_str().to_owned())),
            Found::Text(_) => {
                let report = self.report(py)?;
                if report.is_none() { Ok(None) } else { report.get_item("conclusion")?.extract() }
            }
        }
    }

    /// Return the finding of a rule; `None` if there are faults, or the rule was not selected.
    ///
    /// Raises `ValueError` if the subject has no such rule.
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
        let subject = named_subject(py, &report.get_item("subject")?.extract::<String>()?)?;
        // A plan for a table without columns fails for this rule only.
        let plan = Plan::new(subject, &Schema::empty(), &Options::default(), Some(&[rule]));
        plan.map_or_else(|errors| Err(PyValueError::new_err(errors.to_string())), |_| Ok(None))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let report = self.report(py)?;
        if !report.is_none() {
            let (subject, conclusion) =
                (report.get_item("subject")?, report.get_item("conclusion")?);
            return Ok(format!("<Answer {subject}: {conclusion}>"));
        }
        Ok(match self.faults(py)?.len()? {
            0 => "<Answer: no record>".to_owned(),
            1 => "<Answer: 1 fault>".to_owned(),
            count => format!("<Answer: {count} faults>"),
        })
    }

    /// Whether the other answer says the same.
    fn __eq__(&self, value: &Self) -> bool {
        self.to_json() == value.to_json()
    }

    fn __hash__(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.to_json().hash(&mut hasher);
        hasher.finish()
    }

    /// An answer never changes, so it is its own copy.
    fn __copy__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    #[expect(clippy::needless_pass_by_value, reason = "arguments from Python are owned")]
    fn __deepcopy__(slf: Py<Self>, memo: Bound<'_, PyAny>) -> Py<Self> {
        let _ = memo;
        slf
    }

    fn __reduce__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<(Bound<'py, PyAny>, (String, &'static str))> {
        let restore = py.import("chanjiao._pickle")?.getattr("answer")?;
        Ok((restore, (self.to_json(), self.language.tag())))
    }

    /// The answer that was pickled, by its JSON text.
    #[staticmethod]
    fn _restore(text: String, language: &str) -> PyResult<Self> {
        let found = Found::Text(text);
        Ok(Self { found, language: self::language(language)?, dict: PyOnceLock::new() })
    }

    /// The language of the display in notebooks: `zh` or `en`.
    #[getter]
    fn language(&self) -> &'static str {
        self.language.tag()
    }

    fn _repr_html_<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let arguments = (self.dict(py)?, self.language.tag());
        py.import("chanjiao._html")?.call_method1("answer", arguments)
    }
}

impl Answer {
    /// The answer for a valid record, or the JSON text of the answer for an invalid one.
    pub(crate) fn of(judged: Result<Judged, String>, language: Language) -> Self {
        let found = match judged {
            Ok(judged) => Found::Sound(judged),
            Err(answer) => Found::Text(answer),
        };
        Self { found, language, dict: PyOnceLock::new() }
    }

    /// The answer for a row of a table that is no record.
    pub(crate) fn of_no_record(language: Language) -> Self {
        Self::of(Err(r#"{"faults":[],"report":null}"#.to_owned()), language)
    }

    /// The answer as a dictionary, which is made once.
    fn dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let dict = self.dict.get_or_try_init(py, || self.to_dict(py).map(Bound::unbind))?;
        Ok(dict.bind(py).clone())
    }
}
