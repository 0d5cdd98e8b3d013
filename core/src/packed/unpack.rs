//! Unpacking: the mirror of `pack`.
//!
//! The streams are constants of the same build, so a code that is not known cannot occur: the test of
//! `packed` compares every table.

use super::Tables;
use crate::field::{Choice, Field, Kind, Unit};
use crate::input::{Pair, Shape};
use crate::policy::Force;
use crate::quantity::{GREATEST, push_index};
use crate::rule::{
    self, Citation, Condition, Group, ListCondition, NumberCondition, OpenChoices, Rule, Sense,
};
use crate::subjects::Subject;
#[cfg(feature = "catalogue")]
use crate::text::text;
use crate::text::{Name, Text};

pub(super) struct Unpacker {
    data: &'static [u8],
    zh: &'static [u8],
    en: &'static [u8],
    /// The subject that is being unfolded.
    subject: &'static str,
    /// The article of the rule before, and its units.
    article: u8,
    units: &'static [&'static str],
}

/// The tables are never freed: they are constants.
fn leak<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

impl Unpacker {
    pub(super) const fn new([data, zh, en]: [&'static [u8]; 3]) -> Self {
        Self { data, zh, en, subject: "", article: 0, units: &[] }
    }

    fn bytes<const N: usize>(&mut self) -> [u8; N] {
        let Some((bytes, rest)) = self.data.split_first_chunk() else {
            return [0; N];
        };
        self.data = rest;
        *bytes
    }

    fn byte(&mut self) -> u8 {
        let [byte] = self.bytes();
        byte
    }

    /// Appends the next Chinese line.
    fn push_zh(&mut self, line: &mut String) {
        while let Some((unit, rest)) = self.zh.split_first_chunk() {
            self.zh = rest;
            match char::from_u32(u16::from_le_bytes(*unit).into()) {
                Some('\n') | None => return,
                Some(character) => line.push(character),
            }
        }
    }

    /// Appends the next English line.
    fn push_en(&mut self, line: &mut String) {
        self.push_latin(line, ' ');
    }

    /// Appends the next line as a key, which has no blanks.
    fn push_key(&mut self, line: &mut String) {
        self.push_latin(line, '_');
    }

    fn push_latin(&mut self, line: &mut String, blank: char) {
        while let Some((byte, rest)) = self.en.split_first() {
            self.en = rest;
            match byte {
                b'\n' => return,
                b' ' => line.push(blank),
                byte => line.push(char::from(*byte)),
            }
        }
    }

    fn line(&mut self, push: fn(&mut Self, &mut String)) -> &'static str {
        let mut line = String::new();
        push(self, &mut line);
        String::leak(line)
    }

    fn key(&mut self) -> &'static str {
        self.line(Self::push_key)
    }

    fn zh(&mut self) -> &'static str {
        self.line(Self::push_zh)
    }

    /// A list of what `one` reads.
    fn list<T>(&mut self, one: fn(&mut Self) -> T) -> &'static [T] {
        let count = self.byte();
        Vec::leak((0..count).map(|_| one(self)).collect())
    }

    fn words(&mut self) -> Text {
        let mut text = String::new();
        self.push_zh(&mut text);
        let chinese = text.len();
        self.push_en(&mut text);
        Text::joined(String::leak(text), chinese)
    }

    fn name(&mut self) -> Name {
        let (mut text, mut zh) = (String::new(), String::new());
        self.push_key(&mut text);
        let key = text.len();
        self.push_zh(&mut zh);
        let (zh, also) = zh.split_at(zh.bytes().position(|byte| byte == b'|').unwrap_or(zh.len()));
        text.push_str(zh);
        let english = text.len();
        self.push_en(&mut text);
        let lengths = [key, zh.len(), text.len() - english];
        text.push_str(also);
        Name::joined(String::leak(text), lengths)
    }

    pub(super) fn tables(mut self) -> Tables {
        Tables { parameters: self.shape(true), subjects: self.list(Self::subject) }
    }

    fn subject(&mut self) -> &'static Subject {
        self.subject = self.key();
        leak(Subject {
            name: self.subject,
            #[cfg(feature = "catalogue")]
            label: self.words(),
            #[cfg(feature = "catalogue")]
            note: self.words(),
            shape: leak(self.shape(false)),
        })
    }

    fn shape(&mut self, parameters: bool) -> Shape {
        Shape {
            fields: self.list(Self::field),
            pairs: self.list(Self::pair),
            rules: self.list(Self::rule),
            parameters,
        }
    }

    fn pair(&mut self) -> Pair {
        match self.bytes() {
            [0, part] => Pair::Part { part, whole: self.byte() },
            [_, first] => Pair::Dates { first, second: self.byte(), at: self.byte() },
        }
    }

    fn field(&mut self) -> Field {
        let name = self.name();
        let unit = match self.byte() {
            0 => None,
            1 => Some(Unit::Person),
            2 => Some(Unit::Post),
            3 => Some(Unit::Yuan),
            4 => Some(Unit::ClassHour),
            5 => Some(Unit::Day),
            6 => Some(Unit::Month),
            7 => Some(Unit::Year),
            8 => Some(Unit::Enterprise),
            9 => Some(Unit::Participant),
            _ => Some(Unit::Percent),
        };
        Field { name, unit, required: self.byte() == 1, kind: self.kind() }
    }

    fn kind(&mut self) -> Kind {
        match self.byte() {
            0 => Kind::Text,
            1 => Kind::Year,
            2 => Kind::Money,
            3 => Kind::Share,
            4 => Kind::Flag,
            5 => Kind::Date,
            6 => Kind::Dates,
            7 => Kind::Periods,
            8 => {
                let mut number = || i64::from_le_bytes(self.bytes());
                Kind::Count(leak((number(), number())))
            }
            10 => Kind::Count(&(0, GREATEST)),
            _ => Kind::Choice(self.list(|it| Choice::new(it.name()))),
        }
    }

    fn rule(&mut self) -> Rule {
        let id = String::leak([self.subject, ".", self.key()].concat());
        let [article, sentence, letter, kind, force] = self.bytes();
        let mut statement = String::new();
        push_index(&mut statement, article.into());
        statement.push('.');
        push_index(&mut statement, sentence.into());
        statement.push(char::from(letter));
        let phrase = self.zh();
        if self.article != article {
            self.article = article;
            self.units = self.list(Self::zh);
        }
        let mut rule = Rule {
            id,
            statement: Citation {
                id: String::leak(statement),
                article,
                sentence,
                phrase,
                units: self.units,
            },
            kind: match kind {
                0 => rule::Kind::Obligation,
                1 => rule::Kind::Eligibility,
                _ => rule::Kind::Target,
            },
            force: match force {
                0 => Force::Mandatory,
                1 => Force::InPrinciple,
                2 => Force::Directive,
                3 => Force::Encouraged,
                _ => Force::Permitted,
            },
            scope: None,
            demands: self.list(Self::words),
            holds: self.condition(),
            applies: None,
            #[cfg(feature = "catalogue")]
            title: text!("", ""),
            #[cfg(feature = "catalogue")]
            reading: None,
        };
        if self.byte() == 1 {
            rule.scope = Some(self.words());
            rule.applies = Some(self.condition());
        }
        #[cfg(feature = "catalogue")]
        {
            rule.title = self.words();
            if self.byte() == 1 {
                rule.reading = Some(self.words());
            }
        }
        rule
    }

    fn sense(&mut self) -> Sense {
        if self.byte() == 0 { Sense::AtLeast } else { Sense::AtMost }
    }

    fn condition(&mut self) -> Condition {
        let code = self.byte();
        match code {
            0..=10 => Condition::Number(self.number(code)),
            11..=13 => Condition::List(self.list_condition(code)),
            _ => Condition::Group(self.group(code)),
        }
    }

    fn number(&mut self, code: u8) -> NumberCondition {
        match code {
            0 => NumberCondition::Flag(self.byte()),
            1 => {
                let fact = self.byte();
                let mut bits = || u32::from_le_bytes(self.bytes());
                let (named, choices) = (bits(), bits());
                let open = (choices != 0).then(|| OpenChoices { choices, silent: self.words() });
                NumberCondition::Choice { fact, named, open }
            }
            2 => NumberCondition::AtLeast { fact: self.byte(), parameter: self.byte() },
            3 => NumberCondition::Literal {
                fact: self.byte(),
                sense: self.sense(),
                number: self.byte(),
            },
            4 => NumberCondition::Share {
                part: self.byte(),
                whole: self.byte(),
                sense: self.sense(),
                share: self.byte(),
            },
            5 => {
                let [part, whole, category] = self.bytes();
                NumberCondition::ShareByCategory { part, whole, category, shares: self.bytes() }
            }
            6 => NumberCondition::Whole { part: self.byte(), whole: self.byte() },
            7 => NumberCondition::InOrder { first: self.byte(), second: self.byte() },
            8 => NumberCondition::Since { fact: self.byte(), parameter: self.byte() },
            9 => NumberCondition::LargeOrMedium {
                declared: self.byte(),
                industry: self.byte(),
                indicators: self.bytes(),
            },
            _ => {
                NumberCondition::Spans { start: self.byte(), end: self.byte(), months: self.byte() }
            }
        }
    }

    fn list_condition(&mut self, code: u8) -> ListCondition {
        match code {
            11 => {
                let [periods, as_of, years, months] = self.bytes();
                ListCondition::Practised { periods, as_of, years, months }
            }
            12 => {
                let [periods, as_of, hired_on, years, months] = self.bytes();
                ListCondition::Inducted { periods, as_of, hired_on, years, months }
            }
            _ => {
                let [reports, as_of, base_date, years] = self.bytes();
                ListCondition::Published { reports, as_of, base_date, years }
            }
        }
    }

    fn group(&mut self, code: u8) -> Group {
        match code {
            14 => {
                let [since, as_of, years] = self.bytes();
                Group::Grace { since, as_of, years, condition: leak(self.condition()) }
            }
            15 => Group::OnceSet {
                parameters: self.bytes(),
                unset: self.words(),
                condition: leak(self.condition()),
            },
            16 => Group::Breached(leak(self.rule())),
            17 => Group::All(self.list(Self::condition)),
            18 => Group::Any(self.list(Self::condition)),
            _ => Group::Not(leak(self.condition())),
        }
    }
}
