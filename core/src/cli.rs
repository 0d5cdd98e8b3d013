//! The command line: `check` checks files, `look` shows how they would be read, `changes` compares two, the other commands print the rules and other catalogues.
//!
//! The exit code of `check` is 2 if there was invalid input or another error, 1 if a table has no
//! record. `--allow` sets how many records, and how many invalid rows, pass. Otherwise it is 0 if
//! every conclusion is `compliant`, `not_yet_due`, `not_assessed` of a record within the time to
//! which the policy is applied, or, with `--accept-explained`, `explained`; else it is 1.
//!
//! That of `changes` is 2 if an input cannot be read, a key stands twice, or a row is invalid, 1 if a
//! table has no record, else 0, whatever has changed.

mod batches;
mod catalogue;
mod cells;
mod changes;
mod check;
mod child;
mod console;
mod draft;
mod example;
mod explain;
mod faulty;
mod groups;
mod judging;
mod lanes;
mod look;
mod notes;
mod outcome;
mod output;
mod parameters;
mod passing;
mod pool;
mod reading;
mod roll_up;
mod row;
mod source;
mod summary;
#[cfg(feature = "arrow")]
mod table_book;
mod tally;
mod template;
mod wide_table;
mod workbook;
mod worker;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

pub(crate) use console::clean;
use console::{Stop, is_harmless, say};
#[cfg(feature = "arrow")]
pub use table_book::TableBook;

use crate::input::nearest;
use crate::subjects::{Subject, subject, subjects};
use crate::text::{Language, Text, sentence, text};

/// 湖南省深化产教融合政策（湘政办发〔2018〕82号）的可执行规则 / Executable rules of Hunan Province's 2018 policy on industry-education integration
#[derive(Debug, Parser)]
#[command(name = "chanjiao", version)]
struct Arguments {
    /// 输出语言 / Output language
    #[arg(long, global = true, value_enum, default_value_t = Lang::Zh)]
    lang: Lang,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Lang {
    /// 中文
    Zh,
    /// English
    En,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(Box<check::Check>),
    Look(Box<look::Look>),
    Changes(Box<changes::ChangesOf>),
    Rules(catalogue::Rules),
    Explain(explain::Explain),
    Schema(catalogue::Schema),
    Parameters(catalogue::Parameters),
    Subjects(catalogue::Subjects),
    Template(template::Template),
}

/// Runs the command line and returns the exit code. The first argument is the name of the program.
#[must_use]
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let given: Vec<OsString> = arguments.into_iter().collect();
    let arguments = match Arguments::try_parse_from(&given) {
        Ok(arguments) => arguments,
        Err(error) => {
            if given.iter().all(|it| is_harmless(&it.to_string_lossy())) {
                // An error in printing an error cannot be reported anywhere.
                let _ = error.print();
            } else {
                say(&error.render().to_string());
            }
            return u8::try_from(error.exit_code()).map_or(ExitCode::FAILURE, ExitCode::from);
        }
    };
    let language = match arguments.lang {
        Lang::Zh => Language::Chinese,
        Lang::En => Language::English,
    };
    let result = match &arguments.command {
        Command::Check(check) => check.run(language),
        Command::Look(look) => look.run(language),
        Command::Changes(changes) => changes.run(language),
        Command::Rules(rules) => rules.run(language).map(success),
        Command::Explain(explain) => explain.run(language).map(success),
        Command::Schema(schema) => schema.run(language).map(success),
        Command::Parameters(parameters) => parameters.run(language).map(success),
        Command::Subjects(subjects) => subjects.run(language).map(success),
        Command::Template(template) => template.run(language).map(success),
    };
    match result {
        Ok(code) => code,
        Err(Stop::Closed) => ExitCode::SUCCESS,
        Err(Stop::Said(message)) => {
            say(&message);
            ExitCode::from(2)
        }
    }
}

fn success((): ()) -> ExitCode {
    ExitCode::SUCCESS
}

fn named_subject(name: &str, language: Language) -> Result<&'static Subject, Stop> {
    subject(name).ok_or_else(|| {
        let mut names = subjects().iter().map(|subject| subject.name);
        let what = text!("对象", "subject");
        Stop::Said(unknown(what, name, nearest(name, &mut names), language))
    })
}

/// The error of an unknown name, with the most similar name or the command that lists all.
fn unknown(what: Text, name: &str, meant: Option<&str>, language: Language) -> String {
    let (kind, list) = (what.get(language), what.en());
    if let Some(meant) = meant {
        return sentence!(
            language,
            "没有{kind} `{name}`。是否指 `{meant}`？",
            "unknown {kind} `{name}`. Did you mean `{meant}`?",
        );
    }
    sentence!(
        language,
        "没有{kind} `{name}`；见 `chanjiao {list}s`。",
        "unknown {kind} `{name}`; see `chanjiao {list}s`.",
    )
}
