//! Converting a single value: a number to its exact text, a date to its ISO form, a missing value to
//! null.

use std::borrow::Cow;

use chanjiao::json::{self, Node};
use pyo3::exceptions::{PyUnicodeEncodeError, PyValueError};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBool, PyDate, PyDateTime, PyDict, PyFloat, PyInt, PyString, PyType};

use super::{Converter, Unsupported};

static DECIMAL: PyOnceLock<Py<PyType>> = PyOnceLock::new();
static DUMPS: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
static MODULES: PyOnceLock<Py<PyDict>> = PyOnceLock::new();

/// Integers of more bits are refused: by default, Python does not convert much longer ones to digits.
const MAX_BITS: usize = 14_000;

impl Converter {
    /// Converts a value; `None` if it may be a container.
    pub(super) fn scalar<'a>(
        &mut self,
        value: &'a Bound<'_, PyAny>,
    ) -> Result<Option<Node<'a>>, Unsupported> {
        if value.is_none() {
            return Ok(Some(Node::Null));
        }
        if let Ok(text) = value.cast::<PyString>() {
            return self.text_node(text).map(Some);
        }
        if let Ok(flag) = value.cast_exact::<PyBool>() {
            return Ok(Some(Node::Bool(flag.is_true())));
        }
        if let Ok(int) = value.cast::<PyInt>() {
            return whole(int).map(|digits| Some(Node::Number(digits)));
        }
        if let Ok(float) = value.cast::<PyFloat>() {
            // The shortest decimal that parses to the same float, as in columns.
            return self.number(value, &float.value().to_string()).map(Some);
        }
        self.of_library(value)
    }

    fn text_node<'a>(&mut self, text: &'a Bound<'_, PyString>) -> Result<Node<'a>, Unsupported> {
        Ok(match self.text(text)? {
            Some(text) => Node::Text(text),
            // A lone surrogate, as an escape that the core refuses.
            None => Node::Number(Cow::Owned(escaped(text)?)),
        })
    }

    /// The text of a string; `None` if it contains a lone surrogate.
    pub(super) fn text<'a>(
        &mut self,
        text: &'a Bound<'_, PyString>,
    ) -> Result<Option<Cow<'a, str>>, Unsupported> {
        match text.to_str() {
            Ok(text) => {
                self.text_left = self.text_left.saturating_sub(text.len());
                self.ordinary &= 0 < self.text_left;
                Ok(Some(Cow::Borrowed(text)))
            }
            Err(error) if error.is_instance_of::<PyUnicodeEncodeError>(text.py()) => {
                self.ordinary = false;
                Ok(None)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Converts a number, given the text that its library writes for it.
    fn number(
        &mut self,
        value: &Bound<'_, PyAny>,
        text: &str,
    ) -> Result<Node<'static>, Unsupported> {
        if matches!(json::parse(text), Ok(Node::Number(_))) && text != "NaN" {
            return Ok(Node::Number(Cow::Owned(text.to_owned())));
        }
        let lower = text.to_ascii_lowercase();
        let (sign, name) = lower.strip_prefix('-').map_or(("", lower.as_str()), |it| ("-", it));
        Ok(match name {
            "inf" | "infinity" => Node::Number(Cow::Owned(format!("{sign}Infinity"))),
            name if name.contains("nan") && self.nan_is_missing => Node::Null,
            name if name.contains("nan") => Node::Number(Cow::Borrowed("NaN")),
            _ => return Err(Unsupported::object(value)),
        })
    }

    /// Converts dates, decimals, and values of `NumPy` and pandas. Neither is imported here: if the
    /// caller has not imported it, there are no values of it.
    fn of_library(
        &mut self,
        value: &Bound<'_, PyAny>,
    ) -> Result<Option<Node<'static>>, Unsupported> {
        let py = value.py();
        if let Some(pandas) = loaded(py, intern!(py, "pandas"))?
            && [intern!(py, "NA"), intern!(py, "NaT")]
                .into_iter()
                .any(|name| pandas.getattr(name).is_ok_and(|missing| missing.is(value)))
        {
            return Ok(Some(Node::Null));
        }
        if value.cast::<PyDate>().is_ok() {
            let text = value.call_method0(intern!(py, "isoformat"))?.extract::<String>()?;
            let is_moment = value.cast::<PyDateTime>().is_ok();
            return Ok(Some(day(text, is_moment)));
        }
        if value.is_instance(DECIMAL.import(py, "decimal", "Decimal")?)? {
            return self.number(value, value.str()?.to_str()?).map(Some);
        }
        let Some(numpy) = loaded(py, intern!(py, "numpy"))? else {
            return Ok(None);
        };
        if !value.is_instance(&numpy.getattr(intern!(py, "generic"))?)? {
            return Ok(None);
        }
        let kind = value.getattr(intern!(py, "dtype"))?.getattr(intern!(py, "kind"))?;
        Ok(Some(match kind.extract::<String>()?.as_str() {
            "b" => Node::Bool(value.is_truthy()?),
            "i" | "u" => self.number(value, value.str()?.to_str()?)?,
            "f" => {
                let text = value.str()?;
                let text = text.to_str()?;
                // The shortest decimal depends on the width of the float.
                let bytes = value.getattr(intern!(py, "itemsize"))?.extract::<usize>()?;
                match text.parse::<f32>() {
                    Ok(float) if bytes <= size_of::<f32>() => {
                        self.number(value, &float.to_string())?
                    }
                    _ => self.number(value, text)?,
                }
            }
            "M" => match value.str()?.to_str()? {
                "NaT" => Node::Null,
                text => day(text.to_owned(), true),
            },
            _ => return Err(Unsupported::object(value)),
        }))
    }
}

/// A date in ISO form. A date with a time is one only at midnight without a time zone.
fn day(text: String, is_moment: bool) -> Node<'static> {
    let date = match text.split_once('T') {
        Some((date, time)) if is_moment && is_midnight(time) => date.to_owned(),
        _ => text,
    };
    Node::Text(Cow::Owned(date))
}

fn is_midnight(time: &str) -> bool {
    time.bytes().all(|byte| matches!(byte, b'0' | b':' | b'.'))
}

fn whole(int: &Bound<'_, PyInt>) -> Result<Cow<'static, str>, Unsupported> {
    if let Ok(number) = int.extract::<i64>() {
        return Ok(Cow::Owned(number.to_string()));
    }
    let py = int.py();
    let bits = int.call_method0(intern!(py, "bit_length"))?.extract::<usize>()?;
    if MAX_BITS < bits {
        return Err(PyValueError::new_err(format!("integer too large: {bits} bits")).into());
    }
    let digits = py.get_type::<PyInt>().call_method1(intern!(py, "__repr__"), (int,))?;
    Ok(Cow::Owned(digits.extract()?))
}

/// A string as ASCII JSON.
pub(super) fn escaped(text: &Bound<'_, PyString>) -> PyResult<String> {
    let py = text.py();
    DUMPS.import(py, "json", "dumps")?.call1((text,))?.extract()
}

/// Whether this is a row (a Series) of pandas.
pub(super) fn is_pandas_row(object: &Bound<'_, PyAny>) -> PyResult<bool> {
    let py = object.py();
    if object.cast_exact::<PyDict>().is_ok() {
        return Ok(false);
    }
    match loaded(py, intern!(py, "pandas"))? {
        Some(pandas) => object.is_instance(&pandas.getattr(intern!(py, "Series"))?),
        None => Ok(false),
    }
}

/// A module, if it has been imported.
fn loaded<'py>(
    py: Python<'py>,
    name: &Bound<'py, PyString>,
) -> PyResult<Option<Bound<'py, PyAny>>> {
    MODULES.import(py, "sys", "modules")?.get_item(name)
}
