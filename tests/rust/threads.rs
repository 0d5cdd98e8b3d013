//! Concurrent checks give the same answers.

use std::sync::Barrier;
use std::thread;

use chanjiao_tests::vectors;

const THREADS: usize = 64;

#[test]
fn concurrent_threads_get_the_same_answers() {
    let files = vectors();
    let cases: Vec<_> = files
        .iter()
        .flat_map(|file| file.cases.iter().map(|case| (file.subject.as_str(), case)))
        .collect();
    let expected: Vec<String> = cases.iter().map(|(subject, case)| case.answer(subject)).collect();
    let start = Barrier::new(THREADS);
    thread::scope(|scope| {
        for thread in 0..THREADS {
            let (cases, expected, start) = (&cases, &expected, &start);
            scope.spawn(move || {
                start.wait();
                // Eight threads check each case, in different orders.
                let mine = cases.iter().zip(expected).skip(thread % 8).step_by(8);
                let mine: Vec<_> =
                    if thread % 2 == 0 { mine.collect() } else { mine.rev().collect() };
                for ((subject, case), expected) in mine {
                    assert_eq!(&case.answer(subject), expected, "{}", case.title);
                }
            });
        }
    });
}
