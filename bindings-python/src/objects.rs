//! An answer becomes Python objects, piece by piece as the core writes it: no text in between.

use chanjiao::Sink;
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyInt, PyList, PyString};

use crate::string_cache::StringCache;

/// Makes plain data of what `write` writes.
pub(crate) fn made_of<'py>(
    py: Python<'py>,
    write: impl FnOnce(&mut Objects<'py>),
) -> PyResult<Bound<'py, PyAny>> {
    let words = StringCache::words();
    let open = Vec::with_capacity(8);
    let mut objects = Objects { py, words, open, made: None, failed: None };
    write(&mut objects);
    match (objects.failed, objects.made) {
        (None, Some(made)) => Ok(made),
        (failed, _) => Err(failed.unwrap_or_else(|| PyRuntimeError::new_err("nothing was made"))),
    }
}

pub(crate) struct Objects<'py> {
    py: Python<'py>,
    words: StringCache,
    /// What has begun and not ended, the innermost last.
    open: Vec<Open<'py>>,
    /// The outermost, once it has ended.
    made: Option<Bound<'py, PyAny>>,
    /// What went wrong first.
    failed: Option<PyErr>,
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
            None => return self.made = Some(value),
        };
        if let Err(error) = put {
            self.failed.get_or_insert(error);
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

    fn number(&mut self, number: u8) {
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
