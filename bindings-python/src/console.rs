//! The command line.

use std::ffi::OsString;
use std::process::ExitCode;

use pyo3::prelude::*;

/// Run the command line and return its exit code. The first argument is the name of the program.
#[pyfunction]
pub(crate) fn main(py: Python<'_>, arguments: Vec<OsString>) -> u8 {
    let code = py.detach(|| chanjiao::cli::main(arguments));
    // The number of an `ExitCode` cannot be read, but codes can be compared.
    (0..=u8::MAX).find(|&number| ExitCode::from(number) == code).unwrap_or(u8::MAX)
}
