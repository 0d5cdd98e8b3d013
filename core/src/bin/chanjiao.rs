//! The command line of the crate: see `chanjiao --help`.

use std::process::ExitCode;

fn main() -> ExitCode {
    chanjiao::cli::main(std::env::args_os())
}
