//! chanjiao for Python: converts Python objects to records, and answers to Python objects. Rules, facts
//! and messages are those of the core.

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

/// It reuses the memory of freed results. Getting new pages from the system takes as long as judging.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// The compiled part of the package `chanjiao`.
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
    use super::table::inspect::inspect;
    #[pymodule_export]
    use super::table::{Checker, TableChanges, TableReport};

    /// The version of the rules and of this library.
    #[pymodule_export]
    const VERSION: &str = chanjiao::VERSION;
    /// The SHA-256 digest of the rules, facts and parameters.
    #[pymodule_export]
    const DIGEST: &str = chanjiao::DIGEST;
}
