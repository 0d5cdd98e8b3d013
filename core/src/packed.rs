//! The tables of subjects, rules, parameters and phrases, packed for WebAssembly.
//!
//! In the memory layout of Rust, half of these tables is pointers and lengths, which gzip
//! compresses badly. The same constants are packed at compile time into three streams: one of
//! bytes, and one of lines for each language, which are then encoded. The first call unpacks them. A test compares the
//! unpacked tables with the constants.

mod codes;
mod decode;
mod encode;
mod pack;
mod unpack;

#[expect(clippy::disallowed_types, reason = "constants, the same for every caller")]
use core::cell::OnceCell;

use self::encode::{Alphabet, alphabet, english};
use self::pack::{Stream, Streams, pack};
use self::unpack::Unpacker;
use crate::input::Shape;
use crate::phrases::Phrase;
use crate::subjects::Subject;
use crate::text::Text;

const LENGTHS: [usize; 3] = pack::<0, 0, 0>().lengths();
const STREAMS: Streams<{ LENGTHS[0] }, { LENGTHS[1] }, { LENGTHS[2] }> = pack();
const CHARACTERS: usize = alphabet::<0>(STREAMS.zh()).length();
const ALPHABET: Alphabet<CHARACTERS> = alphabet(STREAMS.zh());

// Only these are in the module.
static DATA: Stream<{ LENGTHS[0] }> = STREAMS.data;
static LOW: [u8; CHARACTERS] = ALPHABET.low;
static HIGH: [u8; CHARACTERS] = ALPHABET.high;
static ZH: Stream<{ ALPHABET.chinese::<0>(STREAMS.zh()).length() }> =
    ALPHABET.chinese(STREAMS.zh());
static EN: Stream<{ english::<0>(STREAMS.en()).length() }> = english(STREAMS.en());

/// The tables that are packed.
pub(crate) struct Tables {
    pub(crate) parameters: Shape,
    pub(crate) subjects: &'static [&'static Subject],
    phrases: &'static [Text],
}

impl Tables {
    /// Returns the text of a phrase.
    #[expect(clippy::as_conversions, reason = "the index of a variant")]
    pub(crate) fn phrase(&self, phrase: Phrase) -> Text {
        self.phrases.get(phrase as usize).copied().unwrap_or(Text::new("", ""))
    }
}

std::thread_local! {
    #[expect(clippy::disallowed_types, reason = "constants, the same for every caller")]
    static TABLES: OnceCell<&'static Tables> = const { OnceCell::new() };
}

/// Returns the tables, unpacked at the first call.
pub(crate) fn tables() -> &'static Tables {
    TABLES.with(|tables| *tables.get_or_init(unpacked))
}

fn unpacked() -> &'static Tables {
    let zh = decode::chinese(ZH.bytes(), &LOW, &HIGH, ALPHABET.frequent);
    let en = decode::english(EN.bytes());
    let unpacker = Unpacker::new(DATA.bytes(), String::leak(zh), String::leak(en));
    Box::leak(Box::new(unpacker.tables()))
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;
    use crate::field::Field;
    use crate::rule::{Condition, Group, Rule};
    use crate::{parameters, subjects};

    #[test]
    fn tables_are_the_same_packed_and_unpacked() {
        let tables = tables();
        assert_eq!(whole_shape(&tables.parameters), whole_shape(&parameters::TABLE));
        assert_eq!(tables.subjects.len(), subjects::SUBJECTS.len());
        for (unpacked, packed) in tables.subjects.iter().zip(subjects::SUBJECTS) {
            assert_eq!(
                (unpacked.name, unpacked.label, unpacked.note),
                (packed.name, packed.label, packed.note)
            );
            assert_eq!(whole_shape(unpacked.shape), whole_shape(packed.shape));
        }
        for &phrase in Phrase::ALL {
            assert_eq!(tables.phrase(phrase), phrase.constant());
        }
    }

    /// Formats everything in a table, because `Debug` of a field and a rule is only their name.
    fn whole_shape(shape: &Shape) -> String {
        let mut all = format!("{:?} {:?} {}\n", shape.pairs, shape.dated_by, shape.parameters);
        for field in shape.fields {
            let Field { name, kind, unit, required, determined_by } = field;
            // The labels of parameters are not packed.
            let label = Some(name.label()).filter(|_| !shape.parameters);
            let key = name.key();
            let _ = writeln!(all, "{key} {label:?} {kind:?} {unit:?} {required} {determined_by:?}");
            for choice in field.choices().unwrap_or_default() {
                let _ = writeln!(all, "{} {:?}", choice.key(), choice.label());
            }
        }
        shape.rules.iter().for_each(|rule| all += &whole_rule(rule));
        all
    }

    fn whole_rule(rule: &Rule) -> String {
        let Rule {
            id,
            statement,
            kind,
            force,
            forces,
            title,
            scope,
            scopes,
            demands,
            demands_by_choice,
            met,
            unmet,
            names_unmet,
            norm,
            reading,
            applies,
            holds,
        } = rule;
        let mut all = format!(
            "{id} {statement:?} {kind} {force} {forces:?} {title:?} {scope:?} {scopes:?} \
            {demands:?} {demands_by_choice:?} {met:?} {unmet:?} {names_unmet} {norm:?} {reading:?} {applies:?} {holds:?}\n"
        );
        breached(holds, &mut all);
        all
    }

    /// Formats the rules that a condition refers to, because its `Debug` has only their ids.
    fn breached(condition: &Condition, all: &mut String) {
        match condition {
            Condition::Group(Group::Breached(rule)) => *all += &whole_rule(rule),
            Condition::Group(
                Group::All(conditions) | Group::Any(conditions) | Group::Reading { conditions, .. },
            ) => {
                conditions.iter().for_each(|condition| breached(condition, all));
            }
            Condition::Group(
                Group::Not(condition)
                | Group::Grace { condition, .. }
                | Group::OnceSet { condition, .. },
            ) => breached(condition, all),
            Condition::Group(Group::Always) | Condition::Number(_) | Condition::List(_) => {}
        }
    }
}
