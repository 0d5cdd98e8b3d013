//! chanjiao for Python: objects in, answers out. No rule, field or message is known here.

mod answer;
mod arrow;
mod catalogue;
mod console;
mod frame;
mod objects;
mod plain;
mod record;
mod string_cache;
mod table;

use mimalloc::MiMalloc;
use pyo3::prelude::*;

/// It keeps the pages of a result that is gone for the next one; to have each anew from the system
/// costs as much as judging does.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// The compiled half of `chanjiao`; import that.
#[pymodule]
mod _chanjiao {
    #[pymodule_export]
    use super::answer::{Answer, check, check_json, questions, questions_json};
    #[pymodule_export]
    use super::catalogue::{keywords, labels, parameters, policy, rules, schema, subjects};
    #[pymodule_export]
    use super::console::main;
    #[pymodule_export]
    use super::frame::Table;
    #[pymodule_export]
    use super::table::{Checker, TableReport};

    /// The version of the rules, which is that of this library.
    #[pymodule_export]
    const VERSION: &str = chanjiao::VERSION;
    /// SHA-256 over the rules, facts and parameters.
    #[pymodule_export]
    const DIGEST: &str = chanjiao::DIGEST;
}
