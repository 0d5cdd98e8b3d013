//! Runs the fuzzing targets on the kept inputs.

use std::process::Command;

use chanjiao_tests::targets::TARGETS;
use chanjiao_tests::top;

/// In a separate process, because the command line prints.
#[test]
fn kept_inputs_pass_their_targets() {
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
