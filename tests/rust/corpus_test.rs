//! The inputs that fuzzers kept break no promise.

use std::process::Command;

use chanjiao_tests::targets::TARGETS;
use chanjiao_tests::top;

/// Each target by itself, in a process of its own, for the command line talks.
#[test]
fn every_kept_input_keeps_the_promises() {
    for (name, _) in TARGETS {
        let folder = top().join("tests/corpus").join(name);
        let inputs = std::fs::read_dir(&folder).expect("a folder of inputs");
        let inputs: Vec<_> = inputs.map(|entry| entry.expect("an input").path()).collect();
        assert!(!inputs.is_empty(), "{name}");
        let run = Command::new(env!("CARGO_BIN_EXE_corpus")).arg(name).args(inputs).output();
        let run = run.expect("a run");
        assert!(run.status.success(), "{name}: {}", String::from_utf8_lossy(&run.stderr));
    }
}
