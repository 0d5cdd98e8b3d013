//! Conditions: expressions over facts and parameters.
//!
//! A condition is data, built at compile time from the names of facts and parameters. A name that
//! does not exist, or that belongs to another kind of quantity, fails the build. Every `match` on a
//! condition is exhaustive, so a new variant does not compile until every place handles it.

use super::Rule;
use crate::field::{Field, Kind};
use crate::index::{FactSet, Index, IndexSet, choice_index, index_of};
use crate::parameters::{self, Parameters};
use crate::readings::{PeriodicPracticeBeforeHiring, PeriodicPracticePlace};
use crate::record::Record;
use crate::text::Text;

/// A condition, by the way it is evaluated. Facts and parameters are given by index.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Condition {
    /// A condition on single numbers of a record.
    Number(NumberCondition),
    /// A condition on a list of dates or periods.
    List(ListCondition),
    /// A condition that consists of other conditions.
    Group(Group),
}

/// A condition on single numbers.
#[derive(Debug, Clone, Copy)]
pub(crate) enum NumberCondition {
    /// The flag is true.
    Flag(Index),
    /// The choice is one of `named`, a bit set of choices.
    Choice { fact: Index, named: u32, open: Option<OpenChoices> },
    /// The fact is at least the parameter.
    AtLeast { fact: Index, parameter: Index },
    /// The fact is at least (at most) a number that the wording implies: 有 is 1, 免费 is 0.
    Literal { fact: Index, sense: Sense, number: u8 },
    /// The part is at least (at most) a share of the whole; the share is a parameter. A fraction of a
    /// unit is rounded as the reading `rounding` says; without one, the bound is exact.
    Share { part: Index, whole: Index, sense: Sense, share: Index, rounding: Option<Index> },
    /// The part is at least a share of the whole, which depends on a category with two choices.
    ShareByCategory { part: Index, whole: Index, category: Index, shares: [Index; 2] },
    /// The part is at least the whole, so it is all of it. If the whole is 0, it does not apply.
    Whole { part: Index, whole: Index },
    /// The share of the part in its whole is at least that of the year before, or, if `strict`, more.
    Trend { now: [Index; 2], before: [Index; 2], strict: bool },
    /// The number is more than the year before. It cannot exceed `limit`, if that is known.
    More { now: Index, before: Index, limit: Option<Index> },
    /// The first date is not after the second.
    InOrder { first: Index, second: Index },
    /// The date is not before the first of the parameters that is set.
    Since { fact: Index, parameters: [Index; 2] },
    /// The date is given, and before the parameter.
    Before { fact: Index, parameter: Index },
    /// The enterprise is large or medium by 国统字〔2017〕213号.
    LargeOrMedium { declared: Index, industry: Index, indicators: [Index; 3] },
    /// The days from start to end span the months.
    Spans { start: Index, end: Index, months: Index },
}

/// A condition on a list of dates or periods.
#[derive(Debug, Clone, Copy)]
pub(crate) enum ListCondition {
    /// Practice within the last years reaches the months.
    Practised(Practised),
    /// Full-time practice in enterprises reaches the months within the first years of service.
    Inducted(Inducted),
    /// The interval between reports does not exceed the years.
    Published(Published),
}

/// The facts and parameters of practice within the last years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Practised {
    pub(crate) periods: Index,
    pub(crate) as_of: Index,
    pub(crate) hired_on: Index,
    pub(crate) years: Index,
    pub(crate) months: Index,
    /// The readings `periodic_practice_before_hiring`, `periodic_practice_place` and
    /// `practice_month`.
    pub(crate) before_hiring: Index,
    pub(crate) place: Index,
    pub(crate) month: Index,
}

/// The facts and parameters of the practice of a newly hired teacher.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Inducted {
    pub(crate) periods: Index,
    pub(crate) as_of: Index,
    pub(crate) hired_on: Index,
    pub(crate) years: Index,
    pub(crate) months: Index,
    pub(crate) gap_days: Index,
    /// The readings `induction_continuity` and `practice_month`.
    pub(crate) continuity: Index,
    pub(crate) month: Index,
}

/// The facts and parameters of reports that follow one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Published {
    pub(crate) reports: Index,
    pub(crate) as_of: Index,
    pub(crate) base_date: Index,
    pub(crate) years: Index,
    /// The first day to which the policy is applied: earlier reports do not count.
    pub(crate) applies_from: Index,
    /// The reading `forecast_gaps`.
    pub(crate) gaps: Index,
}

/// A condition that consists of other conditions.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Group {
    /// It is met by every record.
    Always,
    /// The condition at the index of the choice of a reading.
    Reading { reading: Index, conditions: &'static [Condition] },
    /// If the condition is unmet, it is pending until the years since the date have passed. The
    /// years begin on the first day to which the policy is applied, if the date is before it.
    Grace {
        condition: &'static Condition,
        since: Index,
        as_of: Index,
        years: Index,
        applies_from: Index,
    },
    /// Undetermined until one of the parameters is set; `unset` says why.
    OnceSet { parameters: [Index; 2], condition: &'static Condition, unset: Text },
    /// The other rule is unmet. A rule that does not apply is not unmet.
    Breached(&'static Rule),
    /// Conjunction in Kleene's logic.
    All(&'static [Condition]),
    /// Disjunction in Kleene's logic.
    Any(&'static [Condition]),
    /// Negation in Kleene's logic.
    Not(&'static Condition),
}

/// Choices that the policy does not mention: they make a condition undetermined.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OpenChoices {
    /// A bit set of choices.
    pub(crate) choices: u32,
    /// The explanation for the message.
    pub(crate) silent: Text,
    /// For one of the choices: the amount, and the two standards that might apply to it.
    pub(crate) standards: Option<Standards>,
}

/// Two standards of which the policy leaves open which one applies.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Standards {
    /// The index of the choice.
    pub(crate) choice: u8,
    pub(crate) fact: Index,
    pub(crate) parameters: [Index; 2],
}

impl OpenChoices {
    pub(crate) const fn has(&self, choice: i64) -> bool {
        self.choices >> choice & 1 == 1
    }
}

/// Whether a bound is a lower or an upper one. Bounds are inclusive (以上, 不低于).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sense {
    AtLeast,
    AtMost,
}

/// All conditions are met.
pub(crate) const fn all(conditions: &'static [Condition]) -> Condition {
    assert!(!conditions.is_empty(), "an empty list of conditions");
    Condition::Group(Group::All(conditions))
}

/// At least one of the conditions is met.
pub(crate) const fn any(conditions: &'static [Condition]) -> Condition {
    assert!(!conditions.is_empty(), "an empty list of conditions");
    Condition::Group(Group::Any(conditions))
}

/// The condition is not met.
pub(crate) const fn not(condition: &'static Condition) -> Condition {
    Condition::Group(Group::Not(condition))
}

/// It is met by every record.
pub(crate) const ALWAYS: Condition = Condition::Group(Group::Always);

/// One condition for each choice of a reading, in the order of the choices.
pub(crate) const fn by_reading(name: &str, conditions: &'static [Condition]) -> Condition {
    let reading = parameters::choices(name, conditions.len());
    Condition::Group(Group::Reading { reading, conditions })
}

/// The rule applies and is unmet.
pub(crate) const fn breached(rule: &'static Rule) -> Condition {
    Condition::Group(Group::Breached(rule))
}

/// The condition, if at least one of two parameters is set. Otherwise it is undetermined, and
/// `unset` is the explanation for the message.
pub(crate) const fn once_set(
    parameters: [&str; 2],
    condition: &'static Condition,
    unset: Text,
) -> Condition {
    let [one, other] = parameters;
    let parameters = [parameters::share(one), parameters::share(other)];
    Condition::Group(Group::OnceSet { parameters, condition, unset })
}

/// Builds conditions on the facts of a subject from their names.
pub(crate) struct Conditions(pub(crate) &'static [Field]);

#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "only evaluated while compiling"
)]
impl Conditions {
    const fn field(&self, fact: &str) -> &Field {
        &self.0[index_of(self.0, fact) as usize]
    }

    const fn date(&self, fact: &str) -> Index {
        assert!(matches!(self.field(fact).kind, Kind::Date), "not a date");
        index_of(self.0, fact)
    }

    /// Returns the index of a count or an amount of money.
    const fn amount(&self, fact: &str) -> Index {
        let field = self.field(fact);
        assert!(matches!(field.kind, Kind::Count(..) | Kind::Money), "not an amount");
        assert!(field.unit.is_some(), "a count or an amount of money needs a unit: `, in Person`");
        index_of(self.0, fact)
    }

    /// Returns the indices of two amounts of the same kind.
    const fn two(&self, part: &str, whole: &str) -> [Index; 2] {
        assert_comparable(self.field(part), self.field(whole));
        [self.amount(part), self.amount(whole)]
    }

    /// The flag is true.
    pub(crate) const fn flag(&self, fact: &str) -> Condition {
        assert!(matches!(self.field(fact).kind, Kind::Flag), "not a flag");
        Condition::Number(NumberCondition::Flag(index_of(self.0, fact)))
    }

    /// Returns the bit set of some choices.
    const fn bits(&self, fact: &str, keys: &[&str]) -> u32 {
        let Kind::Choice(choices) = self.field(fact).kind else { panic!("not a choice") };
        let mut bits = 0;
        let mut at = 0;
        while at < keys.len() {
            bits |= 1 << choice_index(choices, keys[at]);
            at += 1;
        }
        bits
    }

    /// The choice is one of `named`.
    pub(crate) const fn one_of(&self, fact: &str, named: &[&str]) -> Condition {
        let named = self.bits(fact, named);
        let fact = index_of(self.0, fact);
        Condition::Number(NumberCondition::Choice { fact, named, open: None })
    }

    /// The choice is one of `named`. The policy does not mention those in `open`; `silent` is the
    /// explanation for the message, which also says whether the record reaches either of the
    /// `standards`.
    pub(crate) const fn one_of_but(
        &self,
        fact: &str,
        named: &[&str],
        open: &[&str],
        silent: Text,
        standards: Option<Standards>,
    ) -> Condition {
        let (named, choices) = (self.bits(fact, named), self.bits(fact, open));
        let open = Some(OpenChoices { choices, silent, standards });
        Condition::Number(NumberCondition::Choice { fact: index_of(self.0, fact), named, open })
    }

    /// The two standards that might apply to a choice.
    pub(crate) const fn standards(
        &self,
        fact: &str,
        choice: &str,
        amount: &str,
        standards: [&str; 2],
    ) -> Standards {
        let Kind::Choice(choices) = self.field(fact).kind else { panic!("not a choice") };
        let parameters = [parameters::index_of(standards[0]), parameters::index_of(standards[1])];
        let choice = choice_index(choices, choice) as u8;
        Standards { choice, fact: self.amount(amount), parameters }
    }

    /// The amount is at least the parameter.
    pub(crate) const fn at_least(&self, fact: &str, parameter: &str) -> Condition {
        assert_comparable(self.field(fact), parameters::field(parameter));
        let (fact, parameter) = (self.amount(fact), parameters::index_of(parameter));
        Condition::Number(NumberCondition::AtLeast { fact, parameter })
    }

    /// The count is at least 1.
    pub(crate) const fn at_least_one(&self, fact: &str) -> Condition {
        assert!(matches!(self.field(fact).kind, Kind::Count(..)), "not a count");
        self.literal(fact, Sense::AtLeast, 1)
    }

    /// The amount is 0.
    pub(crate) const fn nothing(&self, fact: &str) -> Condition {
        self.literal(fact, Sense::AtMost, 0)
    }

    const fn literal(&self, fact: &str, sense: Sense, number: u8) -> Condition {
        Condition::Number(NumberCondition::Literal { fact: self.amount(fact), sense, number })
    }

    /// The part is at least a share of the whole; the share is a parameter.
    pub(crate) const fn share_at_least(&self, part: &str, whole: &str, share: &str) -> Condition {
        self.share(part, whole, Sense::AtLeast, share)
    }

    /// The part is at most a share of the whole; the share is a parameter.
    pub(crate) const fn share_at_most(&self, part: &str, whole: &str, share: &str) -> Condition {
        self.share(part, whole, Sense::AtMost, share)
    }

    const fn share(&self, part: &str, whole: &str, sense: Sense, share: &str) -> Condition {
        let [part, whole] = self.two(part, whole);
        let share = parameters::share(share);
        Condition::Number(NumberCondition::Share { part, whole, sense, share, rounding: None })
    }

    /// The part is at least a share of the whole, rounded to a whole unit as a reading says: up,
    /// half up or down, in this order of choices.
    pub(crate) const fn rounded_share_at_least(
        &self,
        part: &str,
        whole: &str,
        share: &str,
        rounding: &str,
    ) -> Condition {
        let [part, whole] = self.two(part, whole);
        let (sense, share) = (Sense::AtLeast, parameters::share(share));
        let rounding = Some(parameters::choices(rounding, 3));
        Condition::Number(NumberCondition::Share { part, whole, sense, share, rounding })
    }

    /// The share of a part in its whole is at least that of the year before, whose part and whole
    /// follow.
    pub(crate) const fn trend_at_least(
        &self,
        part: &str,
        whole: &str,
        part_before: &str,
        whole_before: &str,
    ) -> Condition {
        self.trend([part, whole], [part_before, whole_before], false)
    }

    /// The share of a part in its whole is more than that of the year before.
    pub(crate) const fn trend_more(
        &self,
        part: &str,
        whole: &str,
        part_before: &str,
        whole_before: &str,
    ) -> Condition {
        self.trend([part, whole], [part_before, whole_before], true)
    }

    const fn trend(&self, now: [&str; 2], before: [&str; 2], strict: bool) -> Condition {
        let now = self.two(now[0], now[1]);
        let before = self.two(before[0], before[1]);
        Condition::Number(NumberCondition::Trend { now, before, strict })
    }

    /// The number is more than the year before. `limit` is a whole that it cannot exceed.
    pub(crate) const fn more_than(
        &self,
        now: &str,
        before: &str,
        limit: Option<&str>,
    ) -> Condition {
        let [now, before] = self.two(now, before);
        let limit = match limit {
            Some(limit) => Some(self.amount(limit)),
            None => None,
        };
        Condition::Number(NumberCondition::More { now, before, limit })
    }

    /// The part is at least a share of the whole: one parameter for the first choice of the
    /// category, another one for the second.
    pub(crate) const fn share_by_category(
        &self,
        part: &str,
        whole: &str,
        category: &str,
        shares: [&str; 2],
    ) -> Condition {
        assert!(matches!(self.field(category).kind, Kind::Choice([_, _])), "not a choice of two");
        let category = index_of(self.0, category);
        let [part, whole] = self.two(part, whole);
        let shares = [parameters::share(shares[0]), parameters::share(shares[1])];
        Condition::Number(NumberCondition::ShareByCategory { part, whole, category, shares })
    }

    /// The part is at least the whole, so it is all of it.
    pub(crate) const fn whole(&self, part: &str, whole: &str) -> Condition {
        let [part, whole] = self.two(part, whole);
        Condition::Number(NumberCondition::Whole { part, whole })
    }

    /// The first date is not after the second.
    pub(crate) const fn in_order(&self, first: &str, second: &str) -> Condition {
        let (first, second) = (self.date(first), self.date(second));
        Condition::Number(NumberCondition::InOrder { first, second })
    }

    /// The date is not before the first of two parameters that is set.
    pub(crate) const fn since(&self, fact: &str, first: &str, otherwise: &str) -> Condition {
        let parameters = [parameters::date(first), parameters::date(otherwise)];
        Condition::Number(NumberCondition::Since { fact: self.date(fact), parameters })
    }

    /// The date is given, and before the parameter. If it is absent, the condition is unmet.
    pub(crate) const fn before(&self, fact: &str, parameter: &str) -> Condition {
        let (fact, parameter) = (self.date(fact), parameters::date(parameter));
        Condition::Number(NumberCondition::Before { fact, parameter })
    }

    /// The enterprise is large or medium; see [`crate::reference::size`].
    pub(crate) const fn large_or_medium(&self) -> Condition {
        Condition::Number(NumberCondition::LargeOrMedium {
            declared: index_of(self.0, "size_class"),
            industry: index_of(self.0, "industry"),
            indicators: [
                index_of(self.0, "employed_persons"),
                index_of(self.0, "operating_revenue_yuan"),
                index_of(self.0, "total_assets_yuan"),
            ],
        })
    }

    /// The days from start to end span the months.
    pub(crate) const fn spans(&self, start: &str, end: &str, months: &str) -> Condition {
        let (start, end) = (self.date(start), self.date(end));
        let months = parameters::months(months);
        Condition::Number(NumberCondition::Spans { start, end, months })
    }

    /// Practice within the last years reaches the months.
    pub(crate) const fn practised(&self, periods: &str, years: &str, months: &str) -> Condition {
        Condition::List(ListCondition::Practised(Practised {
            periods: self.periods(periods),
            as_of: self.date("as_of"),
            hired_on: self.date("hired_on"),
            years: parameters::years(years),
            months: parameters::months(months),
            before_hiring: parameters::choices("periodic_practice_before_hiring", 2),
            place: parameters::choices("periodic_practice_place", 2),
            month: parameters::choices("practice_month", 3),
        }))
    }

    /// Full-time practice in enterprises reaches the months within the first years of service.
    pub(crate) const fn inducted(&self, periods: &str, years: &str, months: &str) -> Condition {
        Condition::List(ListCondition::Inducted(Inducted {
            periods: self.periods(periods),
            as_of: self.date("as_of"),
            hired_on: self.date("hired_on"),
            years: parameters::years(years),
            months: parameters::months(months),
            gap_days: parameters::index_of("induction_gap_days"),
            continuity: parameters::choices("induction_continuity", 2),
            month: parameters::choices("practice_month", 3),
        }))
    }

    const fn periods(&self, fact: &str) -> Index {
        assert!(matches!(self.field(fact).kind, Kind::Periods), "not a list of periods");
        index_of(self.0, fact)
    }

    /// The interval between reports does not exceed the years.
    pub(crate) const fn published(&self, reports: &str, years: &str) -> Condition {
        assert!(matches!(self.field(reports).kind, Kind::Dates), "not a list of dates");
        Condition::List(ListCondition::Published(Published {
            reports: index_of(self.0, reports),
            as_of: self.date("as_of"),
            base_date: self.date("base_date"),
            years: parameters::years(years),
            applies_from: parameters::date("policy_applies_from"),
            gaps: parameters::choices("forecast_gaps", 2),
        }))
    }

    /// The condition; if it is unmet, it is pending until the years since the date have passed.
    pub(crate) const fn grace(
        &self,
        condition: &'static Condition,
        since: &str,
        years: &str,
    ) -> Condition {
        let (since, as_of) = (self.date(since), self.date("as_of"));
        let years = parameters::years(years);
        let applies_from = parameters::date("policy_applies_from");
        Condition::Group(Group::Grace { condition, since, as_of, years, applies_from })
    }
}

/// Fails the build unless both fields have the same kind of amount.
const fn assert_comparable(one: &Field, other: &Field) {
    let same = matches!(
        (one.kind, other.kind),
        (Kind::Count(..), Kind::Count(..)) | (Kind::Money, Kind::Money)
    );
    assert!(same, "amounts of different kinds");
}

impl Condition {
    /// Adds all facts that the condition reads, under the readings in force.
    pub(crate) fn add_facts(&self, parameters: &Parameters, facts: &mut FactSet) {
        match self {
            Self::Number(number) => number.add_facts(facts),
            Self::List(list) => list.add_facts(parameters, facts),
            Self::Group(group) => group.add_facts(parameters, facts),
        }
    }

    /// Adds the readings that the condition depends on.
    pub(crate) fn add_readings(&self, readings: &mut IndexSet) {
        match self {
            Self::Number(NumberCondition::Share { rounding, .. }) => {
                if let Some(reading) = rounding {
                    readings.add(*reading);
                }
            }
            Self::Number(_) => {}
            Self::List(list) => {
                for reading in list.readings() {
                    readings.add(reading);
                }
            }
            Self::Group(group) => group.add_readings(readings),
        }
    }

    /// Returns the condition with the readings in force chosen, at the outermost level.
    pub(crate) fn chosen(&self, parameters: &Parameters) -> &Self {
        match self {
            Self::Group(Group::Reading { reading, conditions }) => {
                conditions.get(parameters.choice(*reading)).map_or(self, |it| it.chosen(parameters))
            }
            Self::Number(_) | Self::List(_) | Self::Group(_) => self,
        }
    }

    /// Returns the reading that chooses between conditions at the outermost level, below a grace
    /// period.
    pub(crate) const fn reading(&self) -> Option<Index> {
        match self {
            Self::Group(Group::Reading { reading, conditions: _ }) => Some(*reading),
            Self::Group(Group::Grace { condition, .. }) => condition.reading(),
            Self::Number(_) | Self::List(_) | Self::Group(_) => None,
        }
    }

    /// Whether one of its bounds suffices.
    pub(crate) fn is_alternative(&self, parameters: &Parameters) -> bool {
        match self.chosen(parameters) {
            Self::Group(Group::Any(_)) => true,
            Self::Group(
                Group::Grace { condition, .. }
                | Group::OnceSet { condition, parameters: _, unset: _ },
            ) => condition.is_alternative(parameters),
            Self::Group(
                Group::Always
                | Group::Reading { .. }
                | Group::All(_)
                | Group::Not(_)
                | Group::Breached(_),
            )
            | Self::Number(_)
            | Self::List(_) => false,
        }
    }

    /// Returns why it is undetermined for all records, if no parameter that it needs is set.
    pub(crate) fn unset(&self, parameters: &Parameters) -> Option<&Text> {
        match self {
            Self::Group(group) => group.unset(parameters),
            Self::Number(_) | Self::List(_) => None,
        }
    }

    /// Returns whether the record reaches, or misses, each of the standards that might apply to a
    /// choice that the policy does not mention.
    pub(crate) fn either_way(&self, record: &Record, parameters: &Parameters) -> Option<bool> {
        let Self::Number(NumberCondition::Choice { fact, open: Some(open), .. }) =
            self.chosen(parameters)
        else {
            return None;
        };
        let standards = open.standards?;
        let given = record.number(standards.fact)?;
        let is_choice = record.number(*fact) == Some(standards.choice.into());
        let [one, other] =
            standards.parameters.map(|it| parameters.at(it).is_some_and(|least| least <= given));
        (is_choice && one == other).then_some(one)
    }

    /// Returns why it is undetermined, if the policy does not mention the choice of the record.
    pub(crate) fn silent(&self, record: &Record, parameters: &Parameters) -> Option<&Text> {
        match self.chosen(parameters) {
            Self::Number(NumberCondition::Choice { fact, open: Some(open), .. }) => {
                record.number(*fact).filter(|choice| open.has(*choice)).map(|_| &open.silent)
            }
            Self::Number(_) | Self::List(_) | Self::Group(_) => None,
        }
    }
}

impl NumberCondition {
    pub(crate) fn add_facts(&self, facts: &mut FactSet) {
        match *self {
            Self::Flag(fact)
            | Self::Choice { fact, named: _, open: _ }
            | Self::AtLeast { fact, parameter: _ }
            | Self::Literal { fact, sense: _, number: _ }
            | Self::Since { fact, parameters: _ }
            | Self::Before { fact, parameter: _ } => facts.add(fact),
            Self::Share { part: one, whole: other, sense: _, share: _, rounding: _ }
            | Self::Whole { part: one, whole: other }
            | Self::InOrder { first: one, second: other }
            | Self::Spans { start: one, end: other, months: _ } => {
                facts.add(one);
                facts.add(other);
            }
            Self::ShareByCategory { part, whole, category, shares: _ } => {
                facts.add(part);
                facts.add(whole);
                facts.add(category);
            }
            Self::Trend { now, before, strict: _ } => {
                for fact in now.into_iter().chain(before) {
                    facts.add(fact);
                }
            }
            Self::More { now, before, limit } => {
                facts.add(now);
                facts.add(before);
                if let Some(limit) = limit {
                    facts.add(limit);
                }
            }
            Self::LargeOrMedium { declared, industry, indicators } => {
                facts.add(declared);
                facts.add(industry);
                for indicator in indicators {
                    facts.add(indicator);
                }
            }
        }
    }
}

impl ListCondition {
    fn add_facts(self, parameters: &Parameters, facts: &mut FactSet) {
        match self {
            Self::Practised(practised) => {
                facts.add(practised.periods);
                facts.add(practised.as_of);
                if practised.since_hiring(parameters) {
                    facts.add(practised.hired_on);
                }
            }
            Self::Inducted(Inducted { periods: one, as_of: two, hired_on: three, .. })
            | Self::Published(Published { reports: one, as_of: two, base_date: three, .. }) => {
                facts.add(one);
                facts.add(two);
                facts.add(three);
            }
        }
    }

    fn readings(self) -> Vec<Index> {
        match self {
            Self::Practised(Practised { before_hiring, place, month, .. }) => {
                vec![before_hiring, place, month]
            }
            Self::Inducted(Inducted { continuity, month, .. }) => vec![continuity, month],
            Self::Published(Published { gaps, .. }) => vec![gaps],
        }
    }
}

impl Practised {
    /// Whether only practice from the day of hiring on counts.
    pub(crate) fn since_hiring(self, parameters: &Parameters) -> bool {
        parameters.reading(self.before_hiring) == Some(PeriodicPracticeBeforeHiring::Excluded)
    }

    /// Whether only practice in an enterprise counts.
    pub(crate) fn in_enterprise(self, parameters: &Parameters) -> bool {
        parameters.reading(self.place) == Some(PeriodicPracticePlace::Enterprise)
    }
}

impl Group {
    fn add_facts(&self, parameters: &Parameters, facts: &mut FactSet) {
        match self {
            Self::Always => {}
            Self::Reading { reading, conditions } => {
                if let Some(chosen) = conditions.get(parameters.choice(*reading)) {
                    chosen.add_facts(parameters, facts);
                }
            }
            Self::Grace { condition, since, as_of, years: _, applies_from: _ } => {
                condition.add_facts(parameters, facts);
                facts.add(*since);
                facts.add(*as_of);
            }
            Self::OnceSet { condition, parameters: _, unset: _ } | Self::Not(condition) => {
                condition.add_facts(parameters, facts);
            }
            Self::Breached(rule) => facts.add_all(rule.facts(parameters)),
            Self::All(conditions) | Self::Any(conditions) => {
                conditions.iter().for_each(|condition| condition.add_facts(parameters, facts));
            }
        }
    }

    fn add_readings(&self, readings: &mut IndexSet) {
        match self {
            Self::Always => {}
            Self::Reading { reading, conditions } => {
                readings.add(*reading);
                conditions.iter().for_each(|condition| condition.add_readings(readings));
            }
            Self::Grace { condition, .. }
            | Self::OnceSet { condition, .. }
            | Self::Not(condition) => condition.add_readings(readings),
            Self::Breached(rule) => readings.add_all(rule.readings()),
            Self::All(conditions) | Self::Any(conditions) => {
                conditions.iter().for_each(|condition| condition.add_readings(readings));
            }
        }
    }

    /// See [`Condition::unset`].
    pub(crate) fn unset(&self, parameters: &Parameters) -> Option<&Text> {
        match self {
            Self::OnceSet { parameters: needed, unset, condition: _ } => {
                let set = needed.iter().any(|&parameter| parameters.at(parameter).is_some());
                (!set).then_some(unset)
            }
            Self::Always
            | Self::Reading { .. }
            | Self::Grace { .. }
            | Self::Breached(_)
            | Self::All(_)
            | Self::Any(_)
            | Self::Not(_) => None,
        }
    }
}
