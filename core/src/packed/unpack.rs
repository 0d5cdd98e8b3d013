//! Unpacking: reads what `pack` wrote, in the same order.

use super::Tables;
use super::codes::{ConditionCode, FieldCode, PairCode, SenseCode};
use crate::field::{Authority, Choice, Field, Kind, Unit};
use crate::input::{Pair, Shape};
use crate::parameters::Norm;
use crate::policy::Force;
use crate::quantity::{GREATEST, push_index};
use crate::rule::{
    self, Annex, Citation, Condition, Group, Inducted, ListCondition, NumberCondition, OpenChoices,
    Practised, Published, Rule, Sense, Standards,
};
use crate::subjects::Subject;
#[cfg(feature = "catalogue")]
use crate::text::text;
use crate::text::{Name, Text, split_once_at};

pub(super) struct Unpacker {
    data: &'static [u8],
    zh: &'static str,
    en: &'static str,
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

/// Takes the next line.
fn line(rest: &mut &'static str) -> &'static str {
    let (line, after) = split_once_at(rest, b'\n').unwrap_or_default();
    *rest = after;
    line
}

impl Unpacker {
    pub(super) const fn new(data: &'static [u8], zh: &'static str, en: &'static str) -> Self {
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
        line(&mut self.zh)
    }

    /// Unpacks the next English line.
    fn en(&mut self) -> &'static str {
        line(&mut self.en)
    }

    /// Unpacks the next line as a key; spaces become underscores.
    fn key(&mut self) -> &'static str {
        let mut key = String::new();
        for byte in self.en().bytes() {
            key.push(if byte == b' ' { '_' } else { char::from(byte) });
        }
        String::leak(key)
    }

    /// Unpacks a list, whose items `item` unpacks.
    fn list<T>(&mut self, item: fn(&mut Self) -> T) -> &'static [T] {
        let count = self.byte();
        let mut list = Vec::with_capacity(count.into());
        for _ in 0..count {
            list.push(item(self));
        }
        Vec::leak(list)
    }

    fn text(&mut self) -> Text {
        Text::new(self.zh(), self.en())
    }

    fn optional(&mut self) -> Option<Text> {
        (self.byte() == 1).then(|| self.text())
    }

    fn texts(&mut self) -> &'static [Text] {
        self.list(Self::text)
    }

    fn name(&mut self) -> Name {
        // Further names are for tables only, which are not in the module.
        Name::new(self.key(), self.text(), "")
    }

    pub(super) fn tables(mut self) -> Tables {
        Tables {
            parameters: self.shape(true),
            subjects: self.list(Self::subject),
            phrases: self.texts(),
        }
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
            fields: if parameters { self.list(Self::parameter) } else { self.list(Self::fact) },
            dated_by: self.byte().checked_sub(1),
            pairs: self.list(Self::pair),
            rules: self.list(Self::rule),
            parameters,
        }
    }

    fn pair(&mut self) -> Pair {
        match PairCode::from_byte(self.byte()) {
            PairCode::Part => Pair::Part { part: self.byte(), whole: self.byte() },
            PairCode::Doubtful => Pair::Doubtful { part: self.byte(), whole: self.byte() },
            PairCode::Dates => {
                Pair::Dates { first: self.byte(), second: self.byte(), at: self.byte() }
            }
        }
    }

    fn fact(&mut self) -> Field {
        let name = self.name();
        self.field(name)
    }

    /// Unpacks a parameter, whose label is not in the module.
    fn parameter(&mut self) -> Field {
        let name = Name::new(self.key(), Text::new("", ""), "");
        self.field(name)
    }

    fn field(&mut self, name: Name) -> Field {
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
        let forces = match self.byte() {
            0 => None,
            count => {
                let reading = self.byte();
                let forces = (0..count).filter_map(|_| variant(Force::ALL, self.byte()));
                Some((reading, &*Vec::leak(forces.collect())))
            }
        };
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
        let annex = match self.byte() {
            0 => None,
            row => Some(Annex { row, phrase: self.zh() }),
        };
        let met = self.optional();
        let unmet = self.optional();
        let names_unmet = self.byte() == 1;
        let norm = (self.byte() == 1).then_some(Norm::InternshipRules2021);
        let demands_by_choice = self.list(Self::texts);
        let demands = match demands_by_choice {
            [] => self.texts(),
            [demands, ..] => demands,
        };
        let mut rule = Rule {
            id,
            statement: Citation {
                id: String::leak(statement),
                article,
                sentence,
                phrase,
                units: self.units,
                annex,
            },
            kind: variant(rule::Kind::ALL, kind).unwrap_or(rule::Kind::Obligation),
            force: variant(Force::ALL, force).unwrap_or(Force::Mandatory),
            forces,
            scope: None,
            scopes: &[],
            demands,
            demands_by_choice,
            met,
            unmet,
            names_unmet,
            norm,
            holds: self.condition(),
            applies: None,
            #[cfg(feature = "catalogue")]
            title: text!("", ""),
            #[cfg(feature = "catalogue")]
            reading: None,
        };
        if let scopes @ [scope, others @ ..] = self.texts() {
            rule.scope = Some(*scope);
            rule.scopes = if others.is_empty() { &[] } else { scopes };
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

    fn practised(&mut self) -> ListCondition {
        let [periods, as_of, hired_on, years, months] = self.bytes();
        let [before_hiring, place, month] = self.bytes();
        ListCondition::Practised(Practised {
            periods,
            as_of,
            hired_on,
            years,
            months,
            before_hiring,
            place,
            month,
        })
    }

    fn inducted(&mut self) -> ListCondition {
        let [periods, as_of, hired_on, years, months] = self.bytes();
        let [gap_days, continuity, month] = self.bytes();
        ListCondition::Inducted(Inducted {
            periods,
            as_of,
            hired_on,
            years,
            months,
            gap_days,
            continuity,
            month,
        })
    }

    fn published(&mut self) -> ListCondition {
        let [reports, as_of, base_date, years, applies_from, gaps] = self.bytes();
        ListCondition::Published(Published { reports, as_of, base_date, years, applies_from, gaps })
    }

    fn choice(&mut self) -> NumberCondition {
        let fact = self.byte();
        let mut bits = || u32::from_le_bytes(self.bytes());
        let (named, choices) = (bits(), bits());
        let open = (choices != 0).then(|| OpenChoices {
            choices,
            silent: self.text(),
            standards: (self.byte() == 1).then(|| Standards {
                choice: self.byte(),
                fact: self.byte(),
                parameters: self.bytes(),
            }),
        });
        NumberCondition::Choice { fact, named, open }
    }

    fn condition(&mut self) -> Condition {
        let number = Condition::Number;
        match ConditionCode::from_byte(self.byte()) {
            ConditionCode::Flag => number(NumberCondition::Flag(self.byte())),
            ConditionCode::Choice => number(self.choice()),
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
                rounding: None,
            }),
            ConditionCode::RoundedShare => number(NumberCondition::Share {
                part: self.byte(),
                whole: self.byte(),
                sense: self.sense(),
                share: self.byte(),
                rounding: Some(self.byte()),
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
            ConditionCode::Trend => number(NumberCondition::Trend {
                now: self.bytes(),
                before: self.bytes(),
                strict: self.byte() == 1,
            }),
            ConditionCode::More => {
                let [now, before, has_limit, limit] = self.bytes();
                let limit = (has_limit == 1).then_some(limit);
                number(NumberCondition::More { now, before, limit })
            }
            ConditionCode::InOrder => {
                let [first, second] = self.bytes();
                number(NumberCondition::InOrder { first, second })
            }
            ConditionCode::Since => {
                let (fact, parameters) = (self.byte(), self.bytes());
                number(NumberCondition::Since { fact, parameters })
            }
            ConditionCode::Before => {
                let [fact, parameter] = self.bytes();
                number(NumberCondition::Before { fact, parameter })
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
            ConditionCode::Practised => Condition::List(self.practised()),
            ConditionCode::Inducted => Condition::List(self.inducted()),
            ConditionCode::Published => Condition::List(self.published()),
            ConditionCode::Always => Condition::Group(Group::Always),
            ConditionCode::Reading => {
                let (reading, conditions) = (self.byte(), self.list(Self::condition));
                Condition::Group(Group::Reading { reading, conditions })
            }
            ConditionCode::Grace => {
                let [since, as_of, years, applies_from] = self.bytes();
                let condition = leak(self.condition());
                Condition::Group(Group::Grace { condition, since, as_of, years, applies_from })
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
