//! Fuzzing targets: each takes any bytes and panics if the library breaks a guarantee.

mod answer;
mod columns;
mod command;
mod json;
mod layout;
mod table;
mod workbook;

pub use answer::answer;
pub use columns::columns;
pub use json::json;
pub use layout::layout;
pub use table::table;
pub use workbook::workbook;

/// A fuzzing target.
pub type Target = fn(&[u8]);

/// Every target by its name, which is also its folder in `tests/corpus`.
pub const TARGETS: &[(&str, Target)] = &[
    ("json", json),
    ("answer", answer),
    ("table", table),
    ("columns", columns),
    ("layout", layout),
    ("workbook", workbook),
];
