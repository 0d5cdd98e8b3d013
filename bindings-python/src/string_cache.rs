//! Strings that were made lately are not made again.

use std::sync::{Mutex, MutexGuard};

use pyo3::prelude::*;
use pyo3::types::PyString;

/// The strings made lately, for one call. Making objects may run a finaliser, and that may call
/// again or let another thread call: whoever comes second goes without.
pub(crate) struct StringCache(Option<MutexGuard<'static, Words>>);

impl StringCache {
    pub(crate) fn words() -> Self {
        Self(WORDS.try_lock().ok())
    }

    pub(crate) fn get<'py>(&mut self, py: Python<'py>, text: &str) -> Bound<'py, PyString> {
        match &mut self.0 {
            Some(words) => words.get(py, text),
            None => PyString::new(py, text),
        }
    }

    /// A text that stays where it is, and so is known by its place.
    pub(crate) fn word<'py>(
        &mut self,
        py: Python<'py>,
        text: &'static str,
    ) -> Bound<'py, PyString> {
        match &mut self.0 {
            Some(words) => words.placed.get(py, text, || PyString::new(py, text)),
            None => PyString::new(py, text),
        }
    }

    /// The JSON Pointer of a key that stays where it is.
    pub(crate) fn pointer<'py>(
        &mut self,
        py: Python<'py>,
        key: &'static str,
    ) -> Bound<'py, PyString> {
        let pointer = || PyString::new(py, &["/", key].concat());
        match &mut self.0 {
            Some(words) => words.pointers.get(py, key, pointer),
            None => pointer(),
        }
    }
}

/// Strings that were made lately. Answers repeat most of theirs: keys, words, citations.
struct Words {
    texts: Vec<Option<(Box<str>, Py<PyString>)>>,
    placed: Placed,
    pointers: Placed,
}

static WORDS: Mutex<Words> =
    Mutex::new(Words { texts: Vec::new(), placed: Placed::NONE, pointers: Placed::NONE });

/// Strings made of texts that are known by their place, since they never leave it.
struct Placed(Vec<Option<(&'static str, Py<PyString>)>>);

impl Placed {
    const NONE: Self = Self(Vec::new());
    const SLOTS: usize = 2048;

    fn get<'py>(
        &mut self,
        py: Python<'py>,
        text: &'static str,
        make: impl FnOnce() -> Bound<'py, PyString>,
    ) -> Bound<'py, PyString> {
        if self.0.is_empty() {
            self.0.resize_with(Self::SLOTS, || None);
        }
        // Texts follow one another closely; the product brings all bits of the place to the top.
        let index = u64::try_from(text.as_ptr().addr()).unwrap_or_default();
        let index = index.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (u64::BITS - Self::SLOTS.ilog2());
        let index = usize::try_from(index).unwrap_or_default();
        match self.0.get_mut(index) {
            Some(Some((known, string))) if core::ptr::eq(*known, text) => string.bind(py).clone(),
            Some(slot) => {
                let string = make();
                *slot = Some((text, string.clone().unbind()));
                string
            }
            None => make(),
        }
    }
}

impl Words {
    const SLOTS: usize = 4096;
    /// Longer texts are made anew.
    const LONGEST: usize = 128;

    fn get<'py>(&mut self, py: Python<'py>, text: &str) -> Bound<'py, PyString> {
        if Self::LONGEST < text.len() {
            return PyString::new(py, text);
        }
        if self.texts.is_empty() {
            self.texts.resize_with(Self::SLOTS, || None);
        }
        let Some(slot) = self.texts.get_mut(index(text.as_bytes()) % Self::SLOTS) else {
            return PyString::new(py, text);
        };
        match slot {
            Some((known, word)) if **known == *text => word.bind(py).clone(),
            _ => {
                let word = PyString::new(py, text);
                *slot = Some((text.into(), word.clone().unbind()));
                word
            }
        }
    }
}

/// A hash of the length and of eight bytes at both ends and in the middle: whatever is found by it
/// is compared in full.
fn index(text: &[u8]) -> usize {
    let mix =
        |hash: u64, part: u64| (hash.rotate_left(23) ^ part).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let length = text.len();
    let middle = text.get(length / 2..).and_then(<[u8]>::first_chunk);
    let parts = match (text.first_chunk(), middle.or(text.last_chunk()), text.last_chunk()) {
        (Some(first), Some(middle), Some(last)) => {
            [first, middle, last].map(|it| u64::from_le_bytes(*it))
        }
        _ => [text.iter().fold(0, |hash, byte| hash << 8 | u64::from(*byte)), 0, 0],
    };
    let hash = parts.into_iter().fold(u64::try_from(length).unwrap_or_default(), mix);
    usize::try_from(hash >> 40).unwrap_or_default()
}
