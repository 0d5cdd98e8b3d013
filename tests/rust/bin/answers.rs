//! Prints each vector with the answers of the core, one JSON object a line. The tests of the
//! bindings compare their answers with these, byte for byte.

use std::io::{BufWriter, Write, stdout};

use chanjiao_tests::vectors;
use serde_json::{Value, json};

fn main() -> std::io::Result<()> {
    let mut out = BufWriter::new(stdout().lock());
    for file in vectors() {
        for case in &file.cases {
            let record = case.record_text();
            let parameters = case.parameters.as_ref().map(Value::to_string);
            let line = json!({
                "subject": file.subject,
                "title": case.title,
                "value": case.text.is_none(),
                "record": record,
                "parameters": parameters,
                "answer": chanjiao::check_json(&file.subject, &record, parameters.as_deref()),
                "questions": chanjiao::questions_json(&file.subject, &record, parameters.as_deref()),
            });
            writeln!(out, "{line}")?;
        }
    }
    out.flush()
}
