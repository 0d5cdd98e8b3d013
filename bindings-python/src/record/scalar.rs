//! One value: a number by its exact text, a day by its date, what is missing as null.

use std::borrow::Cow;

use chanjiao::json::{self, Node};
use pyo3::exceptions::{PyUnicodeEncodeError, PyValueError};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBool, PyDate, PyDateTime, PyDict, PyFloat, PyInt, PyString, PyType};

use super::{Odd, Reader};

static DECIMAL: PyOnceLock<Py<PyType>> = PyOnceLock::new();
static DUMPS: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
static MODULES: PyOnceLock<Py<PyDict>> = PyOnceLock::new();

/// The longest integer that Python turns into digits without being told to.
const MOST_BITS: usize = 14_000;

impl Reader {
    /// The node of what is no container; `None` for what may be one.
    pub(super) fn scalar<'a>(
        &mut self,
        value: &'a Bound<'_, PyAny>,
    ) -> Result<Option<Node<'a>>, Odd> {
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
            // The shortest decimal that reads back as the same float, as in columns.
            return self.number(value, &float.value().to_string()).map(Some);
        }
        self.of_library(value)
    }

    fn text_node<'a>(&mut self, text: &'a Bound<'_, PyString>) -> Result<Node<'a>, Odd> {
        Ok(match self.text(text)? {
            Some(text) => Node::Text(text),
            // Half a character: as an escape, which the core refuses.
            None => Node::Number(Cow::Owned(escaped(text)?)),
        })
    }

    /// The characters of a text; `None` if one of them is half of a surrogate pair.
    pub(super) fn text<'a>(
        &mut self,
        text: &'a Bound<'_, PyString>,
    ) -> Result<Option<Cow<'a, str>>, Odd> {
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

    /// A number by the text that its library wrote.
    fn number(&mut self, value: &Bound<'_, PyAny>, text: &str) -> Result<Node<'static>, Odd> {
        if matches!(json::parse(text), Ok(Node::Number(_))) && text != "NaN" {
            return Ok(Node::Number(Cow::Owned(text.to_owned())));
        }
        let lower = text.to_ascii_lowercase();
        let (sign, name) = lower.strip_prefix('-').map_or(("", lower.as_str()), |it| ("-", it));
        Ok(match name {
            "inf" | "infinity" => Node::Number(Cow::Owned(format!("{sign}Infinity"))),
            name if name.contains("nan") && self.nan_is_missing => Node::Null,
            name if name.contains("nan") => Node::Number(Cow::Borrowed("NaN")),
            _ => return Err(Odd::object(value)),
        })
    }

    /// Dates, decimals, and the values of numpy and pandas; neither of these is imported, for
    /// without them there are no values of theirs.
    fn of_library(&mut self, value: &Bound<'_, PyAny>) -> Result<Option<Node<'static>>, Odd> {
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
                // The shortest text of a narrow float is in its own width.
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
            _ => return Err(Odd::object(value)),
        }))
    }
}

/// A day as its date. A moment is one only at midnight, and without a zone.
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

fn whole(int: &Bound<'_, PyInt>) -> Result<Cow<'static, str>, Odd> {
    if let Ok(number) = int.extract::<i64>() {
        return Ok(Cow::Owned(number.to_string()));
    }
    let py = int.py();
    let bits = int.call_method0(intern!(py, "bit_length"))?.extract::<usize>()?;
    if MOST_BITS < bits {
        return Err(PyValueError::new_err(format!("an integer of {bits} bits is no fact")).into());
    }
    let digits = py.get_type::<PyInt>().call_method1(intern!(py, "__repr__"), (int,))?;
    Ok(Cow::Owned(digits.extract()?))
}

/// A text as JSON of ASCII alone.
pub(super) fn escaped(text: &Bound<'_, PyString>) -> PyResult<String> {
    let py = text.py();
    DUMPS.import(py, "json", "dumps")?.call1((text,))?.extract()
}

/// Whether this is a row or a column of pandas.
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

/// A module, if somebody imported it.
fn loaded<'py>(
    py: Python<'py>,
    name: &Bound<'py, PyString>,
) -> PyResult<Option<Bound<'py, PyAny>>> {
    MODULES.import(py, "sys", "modules")?.get_item(name)
}
