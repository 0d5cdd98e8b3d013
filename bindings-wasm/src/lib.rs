//! chanjiao for JavaScript: text in, text out. No rule, field or message is known here.

use wasm_bindgen::prelude::wasm_bindgen;

/// Small where the default allocator is a tenth of the code.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Checks a record as `chanjiao::check_json` does, asks for what it still lacks as
/// `chanjiao::questions_json` does, or answers a check briefly, or with its messages alone, by the
/// number of `form`. Several ways in would carry the passing of texts as many times.
#[wasm_bindgen]
#[must_use]
pub fn answer(form: u32, subject: &str, record: &str, parameters: &str) -> String {
    let answer = match form {
        0 => chanjiao::check_json,
        1 => chanjiao::questions_json,
        2 => chanjiao::__private::brief_json,
        _ => chanjiao::__private::messages_json,
    };
    answer(subject, record, Some(parameters))
}
