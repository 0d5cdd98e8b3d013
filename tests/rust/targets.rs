//! Fuzzing targets: each takes any bytes and panics if the library breaks a guarantee.

mod answer;
mod columns;
mod json;
mod table;

pub use answer::answer;
pub use columns::columns;
pub use json::json;
pub use table::table;

/// A fuzzing target.
pub type Target = fn(&[u8]);

/// Every target by its name, which is also its folder in `tests/corpus`.
pub const TARGETS: &[(&str, Target)] =
    &[("json", json), ("answer", answer), ("table", table), ("columns", columns)];
