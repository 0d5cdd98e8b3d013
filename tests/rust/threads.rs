//! Many threads at once get the answers that one thread gets.

use std::sync::Barrier;
use std::thread;

use chanjiao_tests::vectors;

const THREADS: usize = 64;

#[test]
fn sixty_four_threads_get_the_answers_of_one() {
    let files = vectors();
    let cases: Vec<_> = files
        .iter()
        .flat_map(|file| file.cases.iter().map(|case| (file.subject.as_str(), case)))
        .collect();
    let alone: Vec<String> = cases.iter().map(|(subject, case)| case.answer(subject)).collect();
    let start = Barrier::new(THREADS);
    thread::scope(|scope| {
        for thread in 0..THREADS {
            let (cases, alone, start) = (&cases, &alone, &start);
            scope.spawn(move || {
                start.wait();
                // Each is asked for by eight threads, in eight orders.
                let mine = cases.iter().zip(alone).skip(thread % 8).step_by(8);
                let mine: Vec<_> =
                    if thread % 2 == 0 { mine.collect() } else { mine.rev().collect() };
                for ((subject, case), expected) in mine {
                    assert_eq!(&case.answer(subject), expected, "{}", case.title);
                }
            });
        }
    });
}
