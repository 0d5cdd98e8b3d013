//! Converts Python objects to the tree of nodes that the core parses, without rounding or guessing.

pub(crate) mod column;
mod scalar;

use std::borrow::Cow;

use chanjiao::json::{MAX_DEPTH, MAX_TEXT, MAX_VALUES, Node};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyMapping, PyString, PyTuple};

use crate::arrow::misuse;

/// The object given as a record. Its members are copied before any of them is converted, because that
/// may run Python code that changes the object.
pub(crate) struct Given<'py> {
    object: Bound<'py, PyAny>,
    members: Option<Members<'py>>,
    /// Whether NaN is a missing value, as in pandas.
    nan_is_missing: bool,
}

type Members<'py> = Vec<(Bound<'py, PyAny>, Bound<'py, PyAny>)>;

impl<'py> Given<'py> {
    pub(crate) fn of(object: &Bound<'py, PyAny>) -> PyResult<Self> {
        let is_row = scalar::is_pandas_row(object)?;
        let members = if is_row { Some(items(object)?) } else { members(object)? };
        Ok(Self { object: object.clone(), members, nan_is_missing: is_row })
    }

    pub(crate) fn tree(&self) -> PyResult<Tree<'_>> {
        let mut converter = Converter {
            values_left: MAX_VALUES,
            text_left: MAX_TEXT,
            ordinary: true,
            nan_is_missing: self.nan_is_missing,
        };
        let node = match &self.members {
            Some(members) => converter.map(members, MAX_DEPTH),
            None => converter.node(&self.object, MAX_DEPTH),
        };
        let node = node.map_err(|error| error.into_error(&self.object))?;
        Ok(Tree { node, ordinary: converter.ordinary })
    }
}

/// A record as a tree of nodes.
pub(crate) struct Tree<'a> {
    node: Node<'a>,
    ordinary: bool,
}

impl<'a> Tree<'a> {
    /// Whether the core can parse the tree. Otherwise only its JSON text shows the core what to refuse.
    pub(crate) fn is_ordinary(&self) -> bool {
        self.ordinary
    }

    pub(crate) fn node(&self) -> &Node<'a> {
        &self.node
    }

    /// The record as JSON text.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        self.node.push_json(&mut text);
        text
    }
}

/// The members of a mapping; `None` for any other object.
fn members<'py>(object: &Bound<'py, PyAny>) -> PyResult<Option<Members<'py>>> {
    if let Ok(dict) = object.cast_exact::<PyDict>() {
        return Ok(Some(dict.iter().collect()));
    }
    if object.cast::<PyMapping>().is_ok() { items(object).map(Some) } else { Ok(None) }
}

/// The members of an object with `items()`, up to one more than the core accepts.
fn items<'py>(object: &Bound<'py, PyAny>) -> PyResult<Members<'py>> {
    let items = object.call_method0(pyo3::intern!(object.py(), "items"))?;
    items.try_iter()?.take(MAX_VALUES + 1).map(|item| item?.extract()).collect()
}

/// Why an object cannot be converted.
pub(crate) enum Unsupported {
    Raised(PyErr),
    /// The type of a value that is not plain data, and the keys that lead to it, the innermost first.
    NotPlain {
        what: String,
        path: Vec<String>,
    },
}

impl From<PyErr> for Unsupported {
    fn from(error: PyErr) -> Self {
        Self::Raised(error)
    }
}

impl Unsupported {
    fn object(value: &Bound<'_, PyAny>) -> Self {
        let name = value.get_type().qualname().map(|it| it.to_string());
        let what = name.unwrap_or_else(|_| "an object".to_owned());
        Self::NotPlain { what, path: Vec::new() }
    }

    fn at(self, key: impl FnOnce() -> String) -> Self {
        match self {
            Self::NotPlain { what, mut path } => {
                path.push(key());
                Self::NotPlain { what, path }
            }
            raised @ Self::Raised(_) => raised,
        }
    }

    /// The error of a record. If it is one itself, the error says how to make plain data of it.
    fn into_error(self, record: &Bound<'_, PyAny>) -> PyErr {
        match self {
            Self::Raised(error) => error,
            Self::NotPlain { what, path } => {
                let escaped =
                    path.iter().rev().map(|key| key.replace('~', "~0").replace('/', "~1"));
                let pointer = escaped.fold(String::new(), |path, key| path + "/" + &key);
                let message = format!("{what} at \"{pointer}\" is not a plain value");
                if pointer.is_empty() {
                    let function = pyo3::intern!(record.py(), "record_error");
                    return misuse(record, function, &message);
                }
                PyTypeError::new_err(message)
            }
        }
    }
}

struct Converter {
    /// How many more values and bytes of text the core accepts. One more of each is converted, so that
    /// the core reports the fault.
    values_left: usize,
    text_left: usize,
    /// Whether the core can parse the tree, or needs its JSON text to find a fault.
    ordinary: bool,
    nan_is_missing: bool,
}

impl Converter {
    /// Counts a value; returns whether the number is within the limit of the core.
    fn count_value(&mut self) -> bool {
        if self.values_left == 0 || self.text_left == 0 {
            self.ordinary = false;
            return false;
        }
        self.values_left -= 1;
        true
    }

    /// Converts a value; `depth_left` is how many more levels of containers are allowed.
    fn node<'a>(
        &mut self,
        value: &'a Bound<'_, PyAny>,
        depth_left: usize,
    ) -> Result<Node<'a>, Unsupported> {
        let room = self.values_left.min(self.text_left);
        if let Some(node) = self.scalar(value)? {
            self.values_left = self.values_left.saturating_sub(1);
            self.ordinary &= 0 < room;
            return Ok(if 0 < room { node } else { Node::Null });
        }
        if let Ok(list) = value.cast::<PyList>() {
            return self.list(&list.iter().take(MAX_VALUES + 1).collect::<Vec<_>>(), depth_left);
        }
        if let Ok(tuple) = value.cast::<PyTuple>() {
            return self.list(&tuple.iter().take(MAX_VALUES + 1).collect::<Vec<_>>(), depth_left);
        }
        match members(value)? {
            Some(members) => self.map(&members, depth_left).map(owned),
            None => Err(Unsupported::object(value)),
        }
    }

    fn list(
        &mut self,
        items: &[Bound<'_, PyAny>],
        depth_left: usize,
    ) -> Result<Node<'static>, Unsupported> {
        let mut nodes = Vec::new();
        // One level more than the core accepts is converted, so that the core reports the fault.
        if self.count_value() && 0 < depth_left {
            for (index, item) in items.iter().enumerate() {
                if !self.ordinary && (self.values_left == 0 || self.text_left == 0) {
                    break;
                }
                let node = self.node(item, depth_left - 1);
                nodes.push(owned(node.map_err(|error| error.at(|| index.to_string()))?));
            }
        }
        Ok(Node::List(nodes))
    }

    fn map<'a>(
        &mut self,
        members: &'a Members<'_>,
        depth_left: usize,
    ) -> Result<Node<'a>, Unsupported> {
        let mut nodes = Vec::with_capacity(members.len().min(64));
        if self.count_value() && 0 < depth_left {
            for (key, value) in members {
                if !self.ordinary && (self.values_left == 0 || self.text_left == 0) {
                    break;
                }
                let Ok(key) = key.cast::<PyString>() else {
                    let key = key.get_type().qualname()?;
                    return Err(PyTypeError::new_err(format!("keys must be str, not {key}")).into());
                };
                let Some(name) = self.text(key)? else {
                    // A lone surrogate in a key cannot be a Rust string, so the map becomes JSON text.
                    return Ok(Node::Number(Cow::Owned(format!(
                        "{{{}:0}}",
                        scalar::escaped(key)?
                    ))));
                };
                let node = self.node(value, depth_left - 1);
                let node = node.map_err(|error| error.at(|| name.to_string()))?;
                nodes.push((name, node));
            }
        }
        Ok(Node::Map(nodes))
    }
}

fn owned(node: Node<'_>) -> Node<'static> {
    let own = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
    match node {
        Node::Null => Node::Null,
        Node::Bool(flag) => Node::Bool(flag),
        Node::Number(text) => Node::Number(own(text)),
        Node::Text(text) => Node::Text(own(text)),
        Node::List(items) => Node::List(items.into_iter().map(owned).collect()),
        Node::Map(members) => {
            Node::Map(members.into_iter().map(|(key, node)| (own(key), owned(node))).collect())
        }
    }
}
