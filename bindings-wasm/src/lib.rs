//! chanjiao for JavaScript: text in, text out.

use wasm_bindgen::prelude::wasm_bindgen;

/// Smaller than the default allocator, which would be a tenth of the code.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Answers with the text of the function that `form` selects: 0 `check_json`, 1 `questions_json`,
/// 2 `brief_json`, 3 `messages_json`. One export for all of them, because the code that passes texts
/// would be repeated for each.
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
