//! Answers as Python objects, built while the core writes them, without JSON text in between.

use chanjiao::Sink;
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyInt, PyList, PyString};

use crate::string_cache::StringCache;

/// Builds the object that `write` writes.
pub(crate) fn build<'py>(
    py: Python<'py>,
    write: impl FnOnce(&mut Objects<'py>),
) -> PyResult<Bound<'py, PyAny>> {
    let words = StringCache::lock();
    let open = Vec::with_capacity(8);
    let mut objects = Objects { py, words, open, root: None, error: None };
    write(&mut objects);
    match (objects.error, objects.root) {
        (None, Some(root)) => Ok(root),
        (error, _) => Err(error.unwrap_or_else(|| PyRuntimeError::new_err("nothing was written"))),
    }
}

pub(crate) struct Objects<'py> {
    py: Python<'py>,
    words: StringCache,
    /// The containers that are not complete, the innermost last.
    open: Vec<Open<'py>>,
    /// The outermost value, when it is complete.
    root: Option<Bound<'py, PyAny>>,
    /// The first error.
    error: Option<PyErr>,
}

enum Open<'py> {
    List(Bound<'py, PyList>),
    Dict(Bound<'py, PyDict>, Option<Bound<'py, PyString>>),
}

impl<'py> Objects<'py> {
    fn put(&mut self, value: Bound<'py, PyAny>) {
        let put = match self.open.last_mut() {
            Some(Open::List(list)) => list.append(value),
            Some(Open::Dict(dict, key)) => dict.set_item(key.take(), value),
            None => return self.root = Some(value),
        };
        if let Err(error) = put {
            self.error.get_or_insert(error);
        }
    }

    fn end(&mut self) {
        match self.open.pop() {
            Some(Open::List(list)) => self.put(list.into_any()),
            Some(Open::Dict(dict, _)) => self.put(dict.into_any()),
            None => {}
        }
    }
}

impl Sink for Objects<'_> {
    fn null(&mut self) {
        self.put(self.py.None().into_bound(self.py));
    }

    fn flag(&mut self, flag: bool) {
        self.put(PyBool::new(self.py, flag).to_owned().into_any());
    }

    fn number(&mut self, number: i64) {
        self.put(PyInt::new(self.py, number).into_any());
    }

    fn text(&mut self, text: &str) {
        let text = self.words.get(self.py, text);
        self.put(text.into_any());
    }

    fn word(&mut self, word: &'static str) {
        let word = self.words.word(self.py, word);
        self.put(word.into_any());
    }

    fn pointer(&mut self, key: &'static str) {
        let pointer = self.words.pointer(self.py, key);
        self.put(pointer.into_any());
    }

    fn begin_list(&mut self) {
        self.open.push(Open::List(PyList::empty(self.py)));
    }

    fn item(&mut self) {}

    fn end_list(&mut self) {
        self.end();
    }

    fn begin_object(&mut self) {
        self.open.push(Open::Dict(PyDict::new(self.py), None));
    }

    fn key(&mut self, key: &'static str) {
        let word = self.words.word(self.py, key);
        if let Some(Open::Dict(_, key)) = self.open.last_mut() {
            *key = Some(word);
        }
    }

    fn end_object(&mut self) {
        self.end();
    }
}
