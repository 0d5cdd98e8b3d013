//! Unpacking: reads what `pack` wrote, in the same order.

use super::Tables;
use super::codes::{ConditionCode, FieldCode, PairCode, SenseCode};
use crate::field::{Authority, Choice, Field, Kind, Unit};
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
    /// The subject that is being unpacked.
    subject: &'static str,
    /// The article of the previous rule, and its responsible units.
    article: u8,
    units: &'static [&'static str],
}

/// Leaks a value: the tables are constants, which are never freed.
fn leak<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

/// Returns the variant at an index of the list of all variants.
fn variant<T: Copy>(all: &[T], index: u8) -> Option<T> {
    all.get(usize::from(index)).copied()
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

    /// Unpacks the next Chinese line.
    fn zh(&mut self) -> &'static str {
        let mut line = String::new();
        while let Some((unit, rest)) = self.zh.split_first_chunk() {
            self.zh = rest;
            match char::from_u32(u16::from_le_bytes(*unit).into()) {
                Some('\n') | None => break,
                Some(character) => line.push(character),
            }
        }
        String::leak(line)
    }

    /// Unpacks the next English line.
    fn en(&mut self) -> &'static str {
        self.latin_line(' ')
    }

    /// Unpacks the next line as a key; spaces become underscores.
    fn key(&mut self) -> &'static str {
        self.latin_line('_')
    }

    fn latin_line(&mut self, space: char) -> &'static str {
        let mut line = String::new();
        while let Some((byte, rest)) = self.en.split_first() {
            self.en = rest;
            match byte {
                b'\n' => break,
                b' ' => line.push(space),
                byte => line.push(char::from(*byte)),
            }
        }
        String::leak(line)
    }

    /// Unpacks a list, whose items `item` unpacks.
    fn list<T>(&mut self, item: fn(&mut Self) -> T) -> &'static [T] {
        let count = self.byte();
        Vec::leak((0..count).map(|_| item(self)).collect())
    }

    fn text(&mut self) -> Text {
        Text::new(self.zh(), self.en())
    }

    fn name(&mut self) -> Name {
        let key = self.key();
        let names = self.zh();
        let end = names.bytes().position(|byte| byte == b'|').unwrap_or(names.len());
        let (label, aliases) = names.split_at(end);
        Name::new(key, Text::new(label, self.en()), aliases)
    }

    pub(super) fn tables(mut self) -> Tables {
        Tables { parameters: self.shape(true), subjects: self.list(Self::subject) }
    }

    fn subject(&mut self) -> &'static Subject {
        self.subject = self.key();
        leak(Subject {
            name: self.subject,
            #[cfg(feature = "catalogue")]
            label: self.text(),
            #[cfg(feature = "catalogue")]
            note: self.text(),
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
        match PairCode::from_byte(self.byte()) {
            PairCode::Part => Pair::Part { part: self.byte(), whole: self.byte() },
            PairCode::Dates => {
                Pair::Dates { first: self.byte(), second: self.byte(), at: self.byte() }
            }
        }
    }

    fn field(&mut self) -> Field {
        let name = self.name();
        let unit = Unit::ALL.get(usize::from(self.byte()).wrapping_sub(1)).copied();
        let required = self.byte() == 1;
        let determined_by = Authority::ALL.get(usize::from(self.byte()).wrapping_sub(1)).copied();
        Field { name, unit, required, determined_by, kind: self.kind() }
    }

    fn kind(&mut self) -> Kind {
        match FieldCode::from_byte(self.byte()) {
            FieldCode::Text => Kind::Text,
            FieldCode::Year => Kind::Year,
            FieldCode::Money => Kind::Money,
            FieldCode::Share => Kind::Share,
            FieldCode::Flag => Kind::Flag,
            FieldCode::Date => Kind::Date,
            FieldCode::Dates => Kind::Dates,
            FieldCode::Periods => Kind::Periods,
            FieldCode::Count => {
                let mut number = || i64::from_le_bytes(self.bytes());
                Kind::Count(leak((number(), number())))
            }
            FieldCode::Amount => Kind::Count(&(0, GREATEST)),
            FieldCode::Choice => Kind::Choice(self.list(|unpacker| Choice::new(unpacker.name()))),
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
            kind: variant(rule::Kind::ALL, kind).unwrap_or(rule::Kind::Obligation),
            force: variant(Force::ALL, force).unwrap_or(Force::Mandatory),
            scope: None,
            demands: self.list(Self::text),
            holds: self.condition(),
            applies: None,
            #[cfg(feature = "catalogue")]
            title: text!("", ""),
            #[cfg(feature = "catalogue")]
            reading: None,
        };
        if self.byte() == 1 {
            rule.scope = Some(self.text());
            rule.applies = Some(self.condition());
        }
        #[cfg(feature = "catalogue")]
        {
            rule.title = self.text();
            if self.byte() == 1 {
                rule.reading = Some(self.text());
            }
        }
        rule
    }

    fn sense(&mut self) -> Sense {
        match SenseCode::from_byte(self.byte()) {
            SenseCode::AtLeast => Sense::AtLeast,
            SenseCode::AtMost => Sense::AtMost,
        }
    }

    fn condition(&mut self) -> Condition {
        let number = Condition::Number;
        match ConditionCode::from_byte(self.byte()) {
            ConditionCode::Flag => number(NumberCondition::Flag(self.byte())),
            ConditionCode::Choice => {
                let fact = self.byte();
                let mut bits = || u32::from_le_bytes(self.bytes());
                let (named, choices) = (bits(), bits());
                let open = (choices != 0).then(|| OpenChoices { choices, silent: self.text() });
                number(NumberCondition::Choice { fact, named, open })
            }
            ConditionCode::AtLeast => {
                let [fact, parameter] = self.bytes();
                number(NumberCondition::AtLeast { fact, parameter })
            }
            ConditionCode::Literal => number(NumberCondition::Literal {
                fact: self.byte(),
                sense: self.sense(),
                number: self.byte(),
            }),
            ConditionCode::Share => number(NumberCondition::Share {
                part: self.byte(),
                whole: self.byte(),
                sense: self.sense(),
                share: self.byte(),
            }),
            ConditionCode::ShareByCategory => {
                let [part, whole, category] = self.bytes();
                let shares = self.bytes();
                number(NumberCondition::ShareByCategory { part, whole, category, shares })
            }
            ConditionCode::Whole => {
                let [part, whole] = self.bytes();
                number(NumberCondition::Whole { part, whole })
            }
            ConditionCode::InOrder => {
                let [first, second] = self.bytes();
                number(NumberCondition::InOrder { first, second })
            }
            ConditionCode::Since => {
                let [fact, parameter] = self.bytes();
                number(NumberCondition::Since { fact, parameter })
            }
            ConditionCode::LargeOrMedium => {
                let [declared, industry] = self.bytes();
                let indicators = self.bytes();
                number(NumberCondition::LargeOrMedium { declared, industry, indicators })
            }
            ConditionCode::Spans => {
                let [start, end, months] = self.bytes();
                number(NumberCondition::Spans { start, end, months })
            }
            ConditionCode::Practised => {
                let [periods, as_of, years, months] = self.bytes();
                Condition::List(ListCondition::Practised { periods, as_of, years, months })
            }
            ConditionCode::Inducted => {
                let [periods, as_of, hired_on, years, months] = self.bytes();
                Condition::List(ListCondition::Inducted { periods, as_of, hired_on, years, months })
            }
            ConditionCode::Published => {
                let [reports, as_of, base_date, years] = self.bytes();
                Condition::List(ListCondition::Published { reports, as_of, base_date, years })
            }
            ConditionCode::Grace => {
                let [since, as_of, years] = self.bytes();
                let condition = leak(self.condition());
                Condition::Group(Group::Grace { since, as_of, years, condition })
            }
            ConditionCode::OnceSet => Condition::Group(Group::OnceSet {
                parameters: self.bytes(),
                unset: self.text(),
                condition: leak(self.condition()),
            }),
            ConditionCode::Breached => Condition::Group(Group::Breached(leak(self.rule()))),
            ConditionCode::All => Condition::Group(Group::All(self.list(Self::condition))),
            ConditionCode::Any => Condition::Group(Group::Any(self.list(Self::condition))),
            ConditionCode::Not => Condition::Group(Group::Not(leak(self.condition()))),
        }
    }
}
