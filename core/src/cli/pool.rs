//! One thread reads, several work, and what they make is taken in the order of what was read.

use std::num::NonZero;
use std::sync::mpsc::sync_channel;
use std::thread;

/// Hands each thing that `next` reads to `work`, and what it makes of it to `take`, in order.
///
/// Things are dealt out in turn and collected in the same turn, so order costs nothing, and no
/// more than two a thread wait anywhere. An error of `take` ends everything.
pub(super) fn run<Read: Send, Made: Send, Error>(
    mut next: impl FnMut() -> Option<Read> + Send,
    work: impl Fn(Read) -> Made + Sync,
    mut take: impl FnMut(Made) -> Result<(), Error>,
) -> Result<(), Error> {
    let workers = thread::available_parallelism().map_or(1, NonZero::get);
    let work = &work;
    thread::scope(|scope| {
        let (mut inputs, mut outputs) = (Vec::new(), Vec::new());
        for _ in 0..workers {
            let (input, read) = sync_channel(1);
            let (made, output) = sync_channel(1);
            inputs.push(input);
            outputs.push(output);
            scope.spawn(move || {
                for thing in read {
                    if made.send(work(thing)).is_err() {
                        break;
                    }
                }
            });
        }
        scope.spawn(move || {
            for input in inputs.iter().cycle() {
                let Some(thing) = next() else { break };
                if input.send(thing).is_err() {
                    break;
                }
            }
        });
        for output in outputs.iter().cycle() {
            match output.recv() {
                Ok(made) => take(made)?,
                Err(_) => break,
            }
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_comes_in_the_order_of_what_was_read() {
        let (mut numbers, mut taken) = (0..1000, Vec::new());
        let result: Result<(), ()> = run(
            || numbers.next(),
            |number| 2 * number,
            |number| {
                taken.push(number);
                Ok(())
            },
        );
        assert_eq!(result, Ok(()));
        assert!(taken.into_iter().eq((0..1000).map(|number| 2 * number)));
    }

    #[test]
    fn an_error_ends_everything() {
        let mut taken = 0;
        let result = run(
            || Some(1),
            |number| number,
            |number| {
                taken += number;
                if taken < 10 { Ok(()) } else { Err(taken) }
            },
        );
        assert_eq!(result, Err(10));
    }
}
