//! chanjiao for JavaScript: text in, text out. No rule, field or message is known here.

use wasm_bindgen::prelude::wasm_bindgen;

/// Small where the default allocator is a tenth of the code.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Checks a record as `chanjiao::check_json` does, or asks for what it still lacks as
/// `chanjiao::questions_json` does. Two ways in would carry the passing of texts twice.
#[wasm_bindgen]
#[must_use]
pub fn answer(asked: bool, subject: &str, record: &str, parameters: &str) -> String {
    let answer = if asked { chanjiao::questions_json } else { chanjiao::check_json };
    answer(subject, record, Some(parameters))
}
