//! Prints, as JSON, how many vectors fail if a default changes by one unit.

use chanjiao_tests::steps::{Size, Step, steps};
use chanjiao_tests::vectors;
use serde_json::json;

fn main() {
    let files = vectors();
    let steps = steps(&files, Size::Unit);
    let rows: Vec<_> = steps
        .chunk_by(|one, other| one.parameter == other.parameter)
        .map(|of_one| {
            let failing = |step: Option<&Step>| step.map(|it| it.failing.len());
            let (below, above) = match of_one {
                [below, above] => (Some(below), Some(above)),
                others => (None, others.first()),
            };
            let default = of_one[0].default.unwrap_or("open");
            let (below, above) = (failing(below), failing(above));
            json!([of_one[0].parameter, default, below.map_or("".into(), |it| json!(it)), above])
        })
        .collect();
    println!("{}", json!(rows));
}
