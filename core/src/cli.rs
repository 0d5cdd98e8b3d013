//! The command line: `check` judges files, the other commands tell what is known of the rules.
//!
//! The exit code of `check` is 2 where anything was faulty, else 1 where any conclusion is not
//! `compliant`, else 0.

mod archive;
mod array;
mod catalogue;
mod check;
mod console;
mod csv;
mod example;
mod explain;
mod lines;
mod output;
mod pool;
mod rows;
mod sheet;
mod source;
mod summary;
mod tally;
mod text;
mod wide_table;
mod workbook;
mod worker;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

use console::{Stop, is_harmless, say};

use crate::input::nearest;
use crate::subjects::{Subject, subject, subjects};
use crate::text::{Language, Text, text};

/// 湘政办发〔2018〕82号（产教融合）的可执行规则 / the rules of the policy, executable
#[derive(Debug, Parser)]
#[command(name = "chanjiao", version)]
struct Arguments {
    /// 输出语言 / the language of the output
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
    Check(check::Check),
    Rules(catalogue::Rules),
    Explain(explain::Explain),
    Schema(catalogue::Schema),
    Parameters(catalogue::Parameters),
    Subjects(catalogue::Subjects),
}

/// Runs the command line, its first argument being the name of the program, and returns the exit
/// code.
#[must_use]
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    sheet::hold_back_panics();
    let given: Vec<OsString> = arguments.into_iter().collect();
    let arguments = match Arguments::try_parse_from(&given) {
        Ok(arguments) => arguments,
        Err(error) => {
            if given.iter().all(|it| is_harmless(&it.to_string_lossy())) {
                // If nobody listens, nothing can be done.
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
    let done = match &arguments.command {
        Command::Check(check) => check.run(language),
        Command::Rules(rules) => rules.run(language).map(success),
        Command::Explain(explain) => explain.run(language).map(success),
        Command::Schema(schema) => schema.run(language).map(success),
        Command::Parameters(parameters) => parameters.run(language).map(success),
        Command::Subjects(subjects) => subjects.run(language).map(success),
    };
    match done {
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

/// Says that there is nothing of this name, and which one was probably meant, or what lists them.
fn unknown(what: Text, name: &str, meant: Option<&str>, language: Language) -> String {
    let (kind, list) = (what.get(language), what.en());
    match (language, meant) {
        (Language::Chinese, Some(meant)) => format!("没有{kind} `{name}`。是否指 `{meant}`？"),
        (Language::Chinese, None) => format!("没有{kind} `{name}`；见 `chanjiao {list}s`。"),
        (Language::English, Some(meant)) => {
            format!("there is no {kind} `{name}`. Did you mean `{meant}`?")
        }
        (Language::English, None) => {
            format!("there is no {kind} `{name}`; `chanjiao {list}s` lists them.")
        }
    }
}
