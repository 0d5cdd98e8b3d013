//! Deserializes JSON of the core to Python objects.

use std::fmt;

use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyFloat, PyInt, PyList};
use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::string_cache::StringCache;

/// Deserializes JSON text of the core.
pub(crate) fn load<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyAny>> {
    from(py, &mut serde_json::Deserializer::from_str(text))
}

/// Deserializes plain data from any source.
pub(crate) fn from<'de, 'py, D: Deserializer<'de>>(
    py: Python<'py>,
    data: D,
) -> PyResult<Bound<'py, PyAny>> {
    let mut words = StringCache::lock();
    let builder = Builder { py, words: &mut words };
    builder.deserialize(data).map_err(|error| PyRuntimeError::new_err(error.to_string()))
}

/// Builds the Python object of one value.
struct Builder<'a, 'py> {
    py: Python<'py>,
    words: &'a mut StringCache,
}

impl<'py> Builder<'_, 'py> {
    fn reborrow(&mut self) -> Builder<'_, 'py> {
        Builder { py: self.py, words: self.words }
    }
}

impl<'de, 'py> DeserializeSeed<'de> for Builder<'_, 'py> {
    type Value = Bound<'py, PyAny>;

    fn deserialize<D: Deserializer<'de>>(self, data: D) -> Result<Self::Value, D::Error> {
        data.deserialize_any(self)
    }
}

impl<'de, 'py> Visitor<'de> for Builder<'_, 'py> {
    type Value = Bound<'py, PyAny>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("plain data")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(self.py.None().into_bound(self.py))
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Self::Value, E> {
        Ok(PyBool::new(self.py, flag).to_owned().into_any())
    }

    fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
        Ok(PyInt::new(self.py, number).into_any())
    }

    /// The bounds in schemas may have decimals.
    fn visit_f64<E>(self, number: f64) -> Result<Self::Value, E> {
        Ok(PyFloat::new(self.py, number).into_any())
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(self.words.get(self.py, text).into_any())
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut items: A) -> Result<Self::Value, A::Error> {
        let list = PyList::empty(self.py);
        while let Some(item) = items.next_element_seed(self.reborrow())? {
            list.append(item).map_err(de::Error::custom)?;
        }
        Ok(list.into_any())
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut members: A) -> Result<Self::Value, A::Error> {
        let dict = PyDict::new(self.py);
        while let Some(key) = members.next_key_seed(self.reborrow())? {
            let value = members.next_value_seed(self.reborrow())?;
            dict.set_item(key, value).map_err(de::Error::custom)?;
        }
        Ok(dict.into_any())
    }
}
