//! Answers records from standard input, one JSON object a line, in two ways: as text, and as typed
//! records after a round trip through serde. After each empty line it prints the two hashes of the
//! answers since the last one; with `--whole`, the answers themselves.

use std::io::{BufRead, BufWriter, Write, stdin, stdout};

use chanjiao::{Facts, Faults, Parameters, check, check_json};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

#[derive(Deserialize)]
struct Line {
    subject: String,
    record: String,
    parameters: Option<String>,
}

/// The answer to a typed record after a round trip through serde; `None` if it has faults.
fn typed<T>(line: &Line, from_json: fn(&str) -> Result<T, Faults>) -> Option<String>
where
    T: Facts + Serialize + DeserializeOwned,
{
    let written = serde_json::to_string(&from_json(&line.record).ok()?).expect("a record");
    let record: T = serde_json::from_str(&written).expect("serde reads what it wrote");
    let parameters = Parameters::from_json(line.parameters.as_deref().unwrap_or("{}")).ok()?;
    let written = serde_json::to_string(&parameters).expect("parameters");
    let parameters = serde_json::from_str(&written).expect("serde reads what it wrote");
    Some(check(&record, &parameters).answer_json())
}

macro_rules! by_subject {
    ($($type:ident)*) => {
        fn through_types(line: &Line) -> Option<String> {
            $(if line.subject == chanjiao::$type::SUBJECT.name {
                return typed(line, chanjiao::$type::from_json);
            })*
            panic!("no such subject: {}", line.subject)
        }
    };
}

chanjiao::for_each_subject!(by_subject);

/// The first 16 bytes of SHA-256 in hexadecimal. Resets the hasher.
fn hash(answers: &mut Sha256) -> String {
    format!("{:x}", answers.finalize_reset())[..32].to_owned()
}

fn main() -> std::io::Result<()> {
    let whole = std::env::args().any(|argument| argument == "--whole");
    let mut out = BufWriter::new(stdout().lock());
    let (mut as_texts, mut as_types) = (Sha256::new(), Sha256::new());
    for line in stdin().lock().lines() {
        let line = line?;
        if line.is_empty() {
            if !whole {
                writeln!(out, "{} {}", hash(&mut as_texts), hash(&mut as_types))?;
            }
            out.flush()?;
            continue;
        }
        let line: Line = serde_json::from_str(&line)?;
        let text = check_json(&line.subject, &line.record, line.parameters.as_deref());
        let typed = through_types(&line).unwrap_or_else(|| "-".to_owned());
        if whole {
            writeln!(out, "{text}\n{typed}")?;
        } else {
            as_texts.update(text + "\n");
            as_types.update(typed + "\n");
        }
    }
    out.flush()
}
