//! chanjiao for JavaScript: text in, text out. No rule, field or message is known here.

#![expect(clippy::needless_pass_by_value, reason = "an optional text comes across owned")]

use wasm_bindgen::prelude::wasm_bindgen;

/// Checks a record; see `chanjiao::check_json`.
#[wasm_bindgen]
#[must_use]
pub fn check(subject: &str, record: &str, parameters: Option<String>) -> String {
    chanjiao::check_json(subject, record, parameters.as_deref())
}

/// Asks for what a record still lacks; see `chanjiao::questions_json`.
#[wasm_bindgen]
#[must_use]
pub fn questions(subject: &str, record: &str, parameters: Option<String>) -> String {
    chanjiao::questions_json(subject, record, parameters.as_deref())
}
