//! The test vectors that all languages share.

use std::path::PathBuf;

use serde_json::Value;

/// One record of the vectors, and its overrides.
pub(crate) struct Case {
    pub(crate) subject: String,
    pub(crate) title: String,
    pub(crate) record: String,
    pub(crate) parameters: Option<String>,
}

impl Case {
    /// Returns the answer of the library.
    pub(crate) fn answer(&self) -> String {
        chanjiao::check_json(&self.subject, &self.record, self.parameters.as_deref())
    }
}

/// Returns the cases of every subject.
pub(crate) fn vectors() -> Vec<Vec<Case>> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../tests/vectors");
    let files = folder.read_dir().expect("the folder of vectors");
    files.map(|file| cases(&file.expect("a file").path())).collect()
}

fn cases(file: &PathBuf) -> Vec<Case> {
    let text = std::fs::read_to_string(file).expect("a file of vectors");
    let file: Value = serde_json::from_str(&text).expect("JSON");
    let word = |value: &Value| value.as_str().map(str::to_owned);
    let case = |case: &Value| Case {
        subject: word(&file["subject"]).expect("a subject"),
        title: word(&case["title"]).expect("a title"),
        record: word(&case["text"]).unwrap_or_else(|| case["record"].to_string()),
        parameters: case.get("parameters").map(Value::to_string),
    };
    file["cases"].as_array().expect("cases").iter().map(case).collect()
}
