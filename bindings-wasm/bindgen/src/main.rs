//! Generates the JavaScript glue of the module: `chanjiao-bindgen INPUT.wasm FOLDER`.

use std::env::args_os;
use std::path::PathBuf;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<()> {
    let mut paths = args_os().skip(1).map(PathBuf::from);
    let (input, folder) =
        paths.next().zip(paths.next()).context("usage: chanjiao-bindgen INPUT.wasm FOLDER")?;
    let mut bindgen = Bindgen::new();
    bindgen.input_path(input).out_name("chanjiao").bundler(true)?.typescript(false);
    bindgen.remove_name_section(true).remove_producers_section(true);
    bindgen.generate(folder)
}
