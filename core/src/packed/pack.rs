//! Packing, at compile time. The first pass measures the streams, the second one fills them.

#![expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "only evaluated while compiling, where an error fails the build"
)]

use super::codes::{ConditionCode, FieldCode, PairCode, SenseCode};
use crate::field::{Choice, Field, Kind};
use crate::input::{Pair, Shape};
use crate::parameters::{self, Norm};
use crate::phrases::Phrase;
use crate::quantity::GREATEST;
use crate::rule::{
    Citation, Condition, Group, Inducted, ListCondition, NumberCondition, Practised, Published,
    Rule, Sense, Standards,
};
use crate::subjects::SUBJECTS;
use crate::text::{Name, Text};

/// Three streams of fixed size: data, Chinese lines, English lines.
pub(super) struct Streams<const D: usize, const Z: usize, const E: usize> {
    pub(super) data: Stream<D>,
    zh: Stream<Z>,
    en: Stream<E>,
    /// The article of the previous rule.
    article: u8,
}

/// Bytes of a fixed size. Those that do not fit are only counted.
pub(super) struct Stream<const N: usize> {
    bytes: [u8; N],
    length: usize,
}

/// Packs the parameters, all subjects, and the phrases of messages.
pub(super) const fn pack<const D: usize, const Z: usize, const E: usize>() -> Streams<D, Z, E> {
    let (data, zh, en) = (Stream::new(), Stream::new(), Stream::new());
    let mut streams = Streams { data, zh, en, article: 0 };
    streams.shape(&parameters::TABLE);
    streams.byte(SUBJECTS.len() as u8);
    let mut rest = SUBJECTS;
    while let [subject, tail @ ..] = rest {
        streams.en.key_line(subject.name);
        #[cfg(feature = "catalogue")]
        {
            streams.text(subject.label);
            streams.text(subject.note);
        }
        streams.shape(subject.shape);
        rest = tail;
    }
    streams.byte(Phrase::ALL.len() as u8);
    let mut phrases = Phrase::ALL;
    while let [phrase, tail @ ..] = phrases {
        streams.text(phrase.constant());
        phrases = tail;
    }
    streams
}

impl<const N: usize> Stream<N> {
    pub(super) const fn new() -> Self {
        Self { bytes: [0; N], length: 0 }
    }

    pub(super) const fn length(&self) -> usize {
        self.length
    }

    pub(super) const fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub(super) const fn byte(&mut self, byte: u8) {
        if self.length < N {
            self.bytes[self.length] = byte;
        }
        self.length += 1;
    }

    /// Appends a line in ISO 8859-1.
    const fn latin_line(&mut self, text: &str) {
        let mut rest = text.as_bytes();
        loop {
            rest = match rest {
                [] => break self.byte(b'\n'),
                [first @ 0xc2..=0xc3, second, after @ ..] => {
                    self.byte((*first & 0x03) << 6 | (*second & 0x3f));
                    after
                }
                [byte, after @ ..] => {
                    assert!(
                        byte.is_ascii() && *byte != b'\n',
                        "not one line of ASCII and Latin-1 letters"
                    );
                    self.byte(*byte);
                    after
                }
            };
        }
    }

    /// Appends a key as a line. Underscores become spaces, because English text compresses better.
    const fn key_line(&mut self, key: &str) {
        let mut rest = key.as_bytes();
        while let [byte, tail @ ..] = rest {
            assert!(byte.is_ascii_graphic(), "a key that is not ASCII");
            self.byte(if *byte == b'_' { b' ' } else { *byte });
            rest = tail;
        }
        self.byte(b'\n');
    }

    /// Appends a line in UTF-16.
    const fn utf16_line(&mut self, text: &str) {
        self.utf16(text);
        self.unit(b'\n' as u16);
    }

    /// Appends the text of such a line, without the line feed.
    const fn utf16(&mut self, text: &str) {
        let mut rest = text.as_bytes();
        while let [first, tail @ ..] = rest {
            let unit = match (*first as u16, tail) {
                (first @ 0..0x80, after) => {
                    rest = after;
                    first
                }
                (first @ 0xc0..0xe0, [second, after @ ..]) => {
                    rest = after;
                    (first & 0x1f) << 6 | (*second as u16 & 0x3f)
                }
                (first @ 0xe0..0xf0, [second, third, after @ ..]) => {
                    rest = after;
                    (first & 0x0f) << 12 | (*second as u16 & 0x3f) << 6 | (*third as u16 & 0x3f)
                }
                _ => panic!("a character outside the basic plane"),
            };
            assert!(unit != b'\n' as u16, "a text of several lines");
            self.unit(unit);
        }
    }

    const fn unit(&mut self, unit: u16) {
        let [low, high] = unit.to_le_bytes();
        self.byte(low);
        self.byte(high);
    }
}

impl<const D: usize, const Z: usize, const E: usize> Streams<D, Z, E> {
    pub(super) const fn lengths(&self) -> [usize; 3] {
        [self.data.length, self.zh.length, self.en.length]
    }

    pub(super) const fn zh(&self) -> &[u8] {
        &self.zh.bytes
    }

    pub(super) const fn en(&self) -> &[u8] {
        &self.en.bytes
    }

    const fn byte(&mut self, byte: u8) {
        self.data.byte(byte);
    }

    const fn bytes<const N: usize>(&mut self, bytes: [u8; N]) {
        let mut at = 0;
        while at < N {
            self.byte(bytes[at]);
            at += 1;
        }
    }

    const fn text(&mut self, text: Text) {
        self.zh.utf16_line(text.zh());
        self.en.latin_line(text.en());
    }

    const fn optional(&mut self, text: Option<Text>) {
        match text {
            None => self.byte(0),
            Some(text) => {
                self.byte(1);
                self.text(text);
            }
        }
    }

    const fn texts(&mut self, texts: &[Text]) {
        self.byte(texts.len() as u8);
        let mut rest = texts;
        while let [text, tail @ ..] = rest {
            self.text(*text);
            rest = tail;
        }
    }

    const fn name(&mut self, name: Name) {
        self.en.key_line(name.key());
        self.text(name.label());
    }

    const fn shape(&mut self, shape: &Shape) {
        self.byte(shape.fields.len() as u8);
        let mut fields = shape.fields;
        while let [field, tail @ ..] = fields {
            // Messages name a parameter by its key, because its label takes space.
            if shape.parameters {
                self.en.key_line(field.key());
            } else {
                self.name(field.name);
            }
            self.field(field);
            fields = tail;
        }
        match shape.dated_by {
            None => self.byte(0),
            Some(fact) => self.byte(fact + 1),
        }
        self.byte(shape.pairs.len() as u8);
        let mut pairs = shape.pairs;
        while let [pair, tail @ ..] = pairs {
            match *pair {
                Pair::Part { part, whole } => self.bytes([PairCode::Part as u8, part, whole]),
                Pair::Doubtful { part, whole } => {
                    self.bytes([PairCode::Doubtful as u8, part, whole]);
                }
                Pair::Dates { first, second, at } => {
                    self.bytes([PairCode::Dates as u8, first, second, at]);
                }
            }
            pairs = tail;
        }
        self.byte(shape.rules.len() as u8);
        let mut rules = shape.rules;
        while let [rule, tail @ ..] = rules {
            self.rule(rule);
            rules = tail;
        }
    }

    const fn field(&mut self, field: &Field) {
        self.byte(match field.unit {
            None => 0,
            Some(unit) => unit as u8 + 1,
        });
        self.byte(field.required as u8);
        self.byte(match field.determined_by {
            None => 0,
            Some(authority) => authority as u8 + 1,
        });
        self.kind(field.kind);
    }

    const fn kind(&mut self, kind: Kind) {
        match kind {
            Kind::Text => self.byte(FieldCode::Text as u8),
            Kind::Year => self.byte(FieldCode::Year as u8),
            Kind::Money => self.byte(FieldCode::Money as u8),
            Kind::Share => self.byte(FieldCode::Share as u8),
            Kind::Flag => self.byte(FieldCode::Flag as u8),
            Kind::Date => self.byte(FieldCode::Date as u8),
            Kind::Dates => self.byte(FieldCode::Dates as u8),
            Kind::Periods => self.byte(FieldCode::Periods as u8),
            Kind::Count(&(0, GREATEST)) => self.byte(FieldCode::Amount as u8),
            Kind::Count(&(least, most)) => {
                self.byte(FieldCode::Count as u8);
                self.bytes(least.to_le_bytes());
                self.bytes(most.to_le_bytes());
            }
            Kind::Choice(choices) => {
                self.bytes([FieldCode::Choice as u8, choices.len() as u8]);
                let mut rest: &[Choice] = choices;
                while let [choice, tail @ ..] = rest {
                    self.name(choice.name);
                    rest = tail;
                }
            }
        }
    }

    const fn rule(&mut self, rule: &Rule) {
        let statement = rule.statement;
        self.en.key_line(id_in_subject(rule.id));
        let [.., letter] = statement.id.as_bytes() else { panic!("a statement without an id") };
        self.bytes([statement.article, statement.sentence, *letter]);
        self.bytes([rule.kind as u8, rule.force as u8]);
        match rule.forces {
            None => self.byte(0),
            Some((reading, forces)) => {
                self.bytes([forces.len() as u8, reading]);
                let mut rest = forces;
                while let [force, tail @ ..] = rest {
                    self.byte(*force as u8);
                    rest = tail;
                }
            }
        }
        self.zh.utf16_line(statement.phrase);
        self.units(statement);
        match statement.annex {
            None => self.byte(0),
            Some(annex) => {
                self.byte(annex.row);
                self.zh.utf16_line(annex.phrase);
            }
        }
        self.optional(rule.met);
        self.optional(rule.unmet);
        self.byte(rule.names_unmet as u8);
        self.byte(match rule.norm {
            None => 0,
            Some(Norm::InternshipRules2021) => 1,
        });
        self.byte(rule.demands_by_choice.len() as u8);
        if rule.demands_by_choice.is_empty() {
            self.texts(rule.demands);
        }
        let mut lists = rule.demands_by_choice;
        while let [demands, tail @ ..] = lists {
            self.texts(demands);
            lists = tail;
        }
        self.condition(&rule.holds);
        match (rule.scope, &rule.applies) {
            (Some(scope), Some(applies)) => {
                match rule.scopes {
                    [] => self.texts(&[scope]),
                    scopes => self.texts(scopes),
                }
                self.condition(applies);
            }
            (None, None) => self.byte(0),
            _ => panic!("a scope without a condition, or a condition without a scope"),
        }
        #[cfg(feature = "catalogue")]
        {
            self.text(rule.title);
            match rule.reading {
                Some(reading) => {
                    self.byte(1);
                    self.text(reading);
                }
                None => self.byte(0),
            }
        }
    }

    /// Packs the responsible units, unless the previous rule is of the same article.
    const fn units(&mut self, statement: Citation) {
        if self.article == statement.article {
            return;
        }
        self.article = statement.article;
        self.byte(statement.units.len() as u8);
        let mut units = statement.units;
        while let [unit, tail @ ..] = units {
            self.zh.utf16_line(unit);
            units = tail;
        }
    }

    const fn conditions(&mut self, conditions: &[Condition]) {
        self.byte(conditions.len() as u8);
        let mut rest = conditions;
        while let [condition, tail @ ..] = rest {
            self.condition(condition);
            rest = tail;
        }
    }

    const fn condition(&mut self, condition: &Condition) {
        match condition {
            Condition::Number(condition) => self.number(condition),
            Condition::List(condition) => self.list(*condition),
            Condition::Group(group) => self.group(group),
        }
    }

    const fn number(&mut self, condition: &NumberCondition) {
        match *condition {
            NumberCondition::Flag(fact) => self.bytes([ConditionCode::Flag as u8, fact]),
            NumberCondition::Choice { fact, named, open } => {
                self.bytes([ConditionCode::Choice as u8, fact]);
                self.bytes(named.to_le_bytes());
                match open {
                    None => self.bytes(0_u32.to_le_bytes()),
                    Some(open) => {
                        self.bytes(open.choices.to_le_bytes());
                        self.text(open.silent);
                        match open.standards {
                            None => self.byte(0),
                            Some(Standards { choice, fact, parameters: [one, other] }) => {
                                self.bytes([1, choice, fact, one, other]);
                            }
                        }
                    }
                }
            }
            NumberCondition::AtLeast { fact, parameter } => {
                self.bytes([ConditionCode::AtLeast as u8, fact, parameter])
            }
            NumberCondition::Literal { fact, sense, number } => {
                self.bytes([ConditionCode::Literal as u8, fact, sense_code(sense), number]);
            }
            NumberCondition::Share { part, whole, sense, share, rounding } => match rounding {
                None => {
                    self.bytes([ConditionCode::Share as u8, part, whole, sense_code(sense), share]);
                }
                Some(rounding) => {
                    self.bytes([ConditionCode::RoundedShare as u8, part, whole]);
                    self.bytes([sense_code(sense), share, rounding]);
                }
            },
            NumberCondition::ShareByCategory { part, whole, category, shares: [one, other] } => {
                self.bytes([
                    ConditionCode::ShareByCategory as u8,
                    part,
                    whole,
                    category,
                    one,
                    other,
                ]);
            }
            NumberCondition::Whole { part, whole } => {
                self.bytes([ConditionCode::Whole as u8, part, whole])
            }
            NumberCondition::Trend { now: [part, whole], before: [one, other], strict } => {
                self.bytes([ConditionCode::Trend as u8, part, whole, one, other, strict as u8]);
            }
            NumberCondition::More { now, before, limit } => {
                let (has_limit, limit) = match limit {
                    None => (0, 0),
                    Some(limit) => (1, limit),
                };
                self.bytes([ConditionCode::More as u8, now, before, has_limit, limit]);
            }
            NumberCondition::InOrder { first, second } => {
                self.bytes([ConditionCode::InOrder as u8, first, second])
            }
            NumberCondition::Since { fact, parameters: [one, other] } => {
                self.bytes([ConditionCode::Since as u8, fact, one, other])
            }
            NumberCondition::Before { fact, parameter } => {
                self.bytes([ConditionCode::Before as u8, fact, parameter])
            }
            NumberCondition::LargeOrMedium {
                declared,
                industry,
                indicators: [one, two, three],
            } => {
                self.bytes([
                    ConditionCode::LargeOrMedium as u8,
                    declared,
                    industry,
                    one,
                    two,
                    three,
                ]);
            }
            NumberCondition::Spans { start, end, months } => {
                self.bytes([ConditionCode::Spans as u8, start, end, months])
            }
        }
    }

    const fn list(&mut self, condition: ListCondition) {
        match condition {
            ListCondition::Practised(Practised {
                periods,
                as_of,
                hired_on,
                years,
                months,
                before_hiring,
                place,
                month,
            }) => {
                self.bytes([ConditionCode::Practised as u8, periods, as_of, hired_on]);
                self.bytes([years, months, before_hiring, place, month]);
            }
            ListCondition::Inducted(Inducted {
                periods,
                as_of,
                hired_on,
                years,
                months,
                gap_days,
                continuity,
                month,
            }) => {
                self.bytes([ConditionCode::Inducted as u8, periods, as_of, hired_on]);
                self.bytes([years, months, gap_days, continuity, month]);
            }
            ListCondition::Published(Published {
                reports,
                as_of,
                base_date,
                years,
                applies_from,
                gaps,
            }) => {
                self.bytes([ConditionCode::Published as u8, reports, as_of, base_date]);
                self.bytes([years, applies_from, gaps]);
            }
        }
    }

    const fn group(&mut self, group: &Group) {
        match *group {
            Group::Always => self.byte(ConditionCode::Always as u8),
            Group::Reading { reading, conditions } => {
                self.bytes([ConditionCode::Reading as u8, reading]);
                self.conditions(conditions);
            }
            Group::Grace { condition, since, as_of, years, applies_from } => {
                self.bytes([ConditionCode::Grace as u8, since, as_of, years, applies_from]);
                self.condition(condition);
            }
            Group::OnceSet { parameters: [one, other], condition, unset } => {
                self.bytes([ConditionCode::OnceSet as u8, one, other]);
                self.text(unset);
                self.condition(condition);
            }
            Group::Breached(rule) => {
                self.byte(ConditionCode::Breached as u8);
                self.rule(rule);
            }
            Group::All(conditions) => {
                self.byte(ConditionCode::All as u8);
                self.conditions(conditions);
            }
            Group::Any(conditions) => {
                self.byte(ConditionCode::Any as u8);
                self.conditions(conditions);
            }
            Group::Not(condition) => {
                self.byte(ConditionCode::Not as u8);
                self.condition(condition);
            }
        }
    }
}

const fn sense_code(sense: Sense) -> u8 {
    match sense {
        Sense::AtLeast => SenseCode::AtLeast as u8,
        Sense::AtMost => SenseCode::AtMost as u8,
    }
}

/// Returns the part of a rule's id after the subject.
const fn id_in_subject(id: &str) -> &str {
    let mut at = 0;
    while id.as_bytes()[at] != b'.' {
        at += 1;
    }
    id.split_at(at + 1).1
}
