//! Python objects become the tree that the core reads; nothing is rounded, guessed or lost.

mod scalar;

use std::borrow::Cow;

use chanjiao::json::{MAX_DEPTH, MAX_TEXT, MAX_VALUES, Node};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyMapping, PyString, PyTuple};

/// What was given as a record, its members taken out before any of them is looked at: looking may
/// run code that changes it.
pub(crate) struct Given<'py> {
    object: Bound<'py, PyAny>,
    members: Option<Members<'py>>,
    /// Whether a NaN is how the giver writes what is missing.
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
        let mut reader = Reader {
            values_left: MAX_VALUES,
            text_left: MAX_TEXT,
            ordinary: true,
            nan_is_missing: self.nan_is_missing,
        };
        let node = match &self.members {
            Some(members) => reader.map(members, MAX_DEPTH),
            None => reader.node(&self.object, MAX_DEPTH),
        };
        let node = node.map_err(Odd::into_error)?;
        Ok(Tree { node, ordinary: reader.ordinary })
    }
}

/// The tree of a record.
pub(crate) struct Tree<'a> {
    node: Node<'a>,
    ordinary: bool,
}

impl<'a> Tree<'a> {
    /// Whether it can be read as it is. Otherwise it stands for a text that the core refuses.
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

/// The members of a mapping, `None` for anything else.
fn members<'py>(object: &Bound<'py, PyAny>) -> PyResult<Option<Members<'py>>> {
    if let Ok(dict) = object.cast_exact::<PyDict>() {
        return Ok(Some(dict.iter().collect()));
    }
    if object.cast::<PyMapping>().is_ok() { items(object).map(Some) } else { Ok(None) }
}

/// The members of what has items, no more than the core would count.
fn items<'py>(object: &Bound<'py, PyAny>) -> PyResult<Members<'py>> {
    let items = object.call_method0(pyo3::intern!(object.py(), "items"))?;
    items.try_iter()?.take(MAX_VALUES + 1).map(|item| item?.extract()).collect()
}

/// Why an object cannot be read: what it is, and where it stands, the innermost key first.
pub(crate) enum Odd {
    Raised(PyErr),
    NotPlain { what: String, path: Vec<String> },
}

impl From<PyErr> for Odd {
    fn from(error: PyErr) -> Self {
        Self::Raised(error)
    }
}

impl Odd {
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

    fn into_error(self) -> PyErr {
        match self {
            Self::Raised(error) => error,
            Self::NotPlain { what, path } => {
                let escaped =
                    path.iter().rev().map(|key| key.replace('~', "~0").replace('/', "~1"));
                let pointer = escaped.fold(String::new(), |path, key| path + "/" + &key);
                PyTypeError::new_err(format!("{what} at \"{pointer}\" is no plain data"))
            }
        }
    }
}

struct Reader {
    /// The core counts values and bytes of text. A little more is written here, and it is the core
    /// that says so.
    values_left: usize,
    text_left: usize,
    /// Whether nothing stands in the tree that only a text can show the core.
    ordinary: bool,
    nan_is_missing: bool,
}

impl Reader {
    /// Counts a value; says whether there is room for it.
    fn has_room(&mut self) -> bool {
        if self.values_left == 0 || self.text_left == 0 {
            self.ordinary = false;
            return false;
        }
        self.values_left -= 1;
        true
    }

    /// Reads a value; `depth_left` more containers may stand inside one another.
    fn node<'a>(
        &mut self,
        value: &'a Bound<'_, PyAny>,
        depth_left: usize,
    ) -> Result<Node<'a>, Odd> {
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
            None => Err(Odd::object(value)),
        }
    }

    fn list(
        &mut self,
        items: &[Bound<'_, PyAny>],
        depth_left: usize,
    ) -> Result<Node<'static>, Odd> {
        let mut nodes = Vec::new();
        // One level more than the core takes is built, so that it is the core that refuses it.
        if self.has_room() && 0 < depth_left {
            for (index, item) in items.iter().enumerate() {
                if !self.ordinary && (self.values_left == 0 || self.text_left == 0) {
                    break;
                }
                let node = self.node(item, depth_left - 1);
                nodes.push(owned(node.map_err(|odd| odd.at(|| index.to_string()))?));
            }
        }
        Ok(Node::List(nodes))
    }

    fn map<'a>(&mut self, members: &'a Members<'_>, depth_left: usize) -> Result<Node<'a>, Odd> {
        let mut nodes = Vec::with_capacity(members.len().min(64));
        if self.has_room() && 0 < depth_left {
            for (key, value) in members {
                if !self.ordinary && (self.values_left == 0 || self.text_left == 0) {
                    break;
                }
                let Ok(key) = key.cast::<PyString>() else {
                    let key = key.get_type().qualname()?;
                    return Err(PyTypeError::new_err(format!("keys are texts, not {key}")).into());
                };
                let Some(name) = self.text(key)? else {
                    // Half a character in a key: no name can hold it, so the whole map is text.
                    return Ok(Node::Number(Cow::Owned(format!(
                        "{{{}:0}}",
                        scalar::escaped(key)?
                    ))));
                };
                let node = self.node(value, depth_left - 1);
                let node = node.map_err(|odd| odd.at(|| name.to_string()))?;
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
