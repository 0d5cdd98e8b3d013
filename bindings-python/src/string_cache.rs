//! A cache of Python strings. Answers repeat most of their strings: keys, words, citations.

use std::sync::{Mutex, MutexGuard};

use pyo3::prelude::*;
use pyo3::types::PyString;

/// Exclusive access to the cache during one call. Creating objects may run a finalizer that calls this
/// library again, or let another thread do so. The second caller then works without the cache, because
/// waiting for it could deadlock.
pub(crate) struct StringCache(Option<MutexGuard<'static, Cache>>);

impl StringCache {
    pub(crate) fn lock() -> Self {
        Self(CACHE.try_lock().ok())
    }

    /// The string with this text.
    pub(crate) fn get<'py>(&mut self, py: Python<'py>, text: &str) -> Bound<'py, PyString> {
        match &mut self.0 {
            Some(cache) => cache.get(py, text),
            None => PyString::new(py, text),
        }
    }

    /// The string of a static text, which is found by its address.
    pub(crate) fn word<'py>(
        &mut self,
        py: Python<'py>,
        text: &'static str,
    ) -> Bound<'py, PyString> {
        match &mut self.0 {
            Some(cache) => cache.words.get(py, text, || PyString::new(py, text)),
            None => PyString::new(py, text),
        }
    }

    /// The JSON Pointer of a static key.
    pub(crate) fn pointer<'py>(
        &mut self,
        py: Python<'py>,
        key: &'static str,
    ) -> Bound<'py, PyString> {
        let pointer = || PyString::new(py, &["/", key].concat());
        match &mut self.0 {
            Some(cache) => cache.pointers.get(py, key, pointer),
            None => pointer(),
        }
    }
}

struct Cache {
    texts: Vec<Option<(Box<str>, Py<PyString>)>>,
    words: ByAddress,
    pointers: ByAddress,
}

static CACHE: Mutex<Cache> =
    Mutex::new(Cache { texts: Vec::new(), words: ByAddress::EMPTY, pointers: ByAddress::EMPTY });

/// Strings by the address of a static text.
struct ByAddress(Vec<Option<(&'static str, Py<PyString>)>>);

impl ByAddress {
    const EMPTY: Self = Self(Vec::new());
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
        // Addresses are close to one another; multiplying moves all their bits to the top.
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

impl Cache {
    const SLOTS: usize = 4096;
    /// Longer texts are not cached.
    const MAX_LENGTH: usize = 128;

    fn get<'py>(&mut self, py: Python<'py>, text: &str) -> Bound<'py, PyString> {
        if Self::MAX_LENGTH < text.len() {
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

/// A hash of the length and of eight bytes each at the beginning, the middle and the end. It need not
/// be better, because a text that it finds is compared in full.
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
