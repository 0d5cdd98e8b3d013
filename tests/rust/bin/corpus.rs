//! Runs a fuzzing target on files, to reproduce a crash: `corpus TARGET FILE…`.

use chanjiao_tests::targets::TARGETS;

fn main() {
    let mut arguments = std::env::args_os().skip(1);
    let target = arguments.next().unwrap_or_default();
    let (_, target) = TARGETS.iter().find(|(name, _)| target == *name).expect("a target");
    for path in arguments {
        target(&std::fs::read(path).expect("a file"));
    }
}
