//! What is fuzzed: each target takes any bytes, and panics where a promise of the library is broken.

mod answer;
mod columns;
mod json;
mod table;

pub use answer::answer;
pub use columns::columns;
pub use json::json;
pub use table::table;

/// A target.
pub type Target = fn(&[u8]);

/// Every target by its name, which is that of its folder in `tests/corpus` too.
pub const TARGETS: &[(&str, Target)] =
    &[("json", json), ("answer", answer), ("table", table), ("columns", columns)];
