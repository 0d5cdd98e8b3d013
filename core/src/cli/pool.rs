//! A worker pool that keeps the order: one thread reads, several work, and the results are handed on
//! in the order of the inputs.

use std::num::NonZero;
use std::sync::mpsc::sync_channel;
use std::thread;

/// Passes everything that `next` returns to `work`, and the results to `take`, in order.
///
/// Inputs are dealt out to the workers in turn, and results are collected in the same turn, so no
/// sorting is needed. At most two inputs or results wait per worker. An error of `take` stops all.
pub(super) fn run<Input: Send, Output: Send, Error>(
    mut next: impl FnMut() -> Option<Input> + Send,
    work: impl Fn(Input) -> Output + Sync,
    mut take: impl FnMut(Output) -> Result<(), Error>,
) -> Result<(), Error> {
    let workers = thread::available_parallelism().map_or(1, NonZero::get);
    let work = &work;
    thread::scope(|scope| {
        let (mut inputs, mut outputs) = (Vec::new(), Vec::new());
        for _ in 0..workers {
            let (input_sender, input_receiver) = sync_channel(1);
            let (output_sender, output_receiver) = sync_channel(1);
            inputs.push(input_sender);
            outputs.push(output_receiver);
            scope.spawn(move || {
                for input in input_receiver {
                    if output_sender.send(work(input)).is_err() {
                        break;
                    }
                }
            });
        }
        scope.spawn(move || {
            for sender in inputs.iter().cycle() {
                let Some(input) = next() else { break };
                if sender.send(input).is_err() {
                    break;
                }
            }
        });
        for receiver in outputs.iter().cycle() {
            match receiver.recv() {
                Ok(output) => take(output)?,
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
    fn results_come_in_the_order_of_the_inputs() {
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
    fn an_error_stops_all_workers() {
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
