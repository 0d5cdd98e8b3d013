//! What a rule tests: a small closed language over facts and parameters.
//!
//! A test is data, built while compiling from the names of facts and parameters. A name that does
//! not exist, or stands for another kind of quantity, fails the build.

use super::{Bound, FactSet, Rule};
use crate::facts::{Index, choice, index};
use crate::field::{Field, Kind};
use crate::parameters;

/// One condition. Facts and parameters stand as their places in their tables.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Condition {
    /// The flag is true.
    Flag(Index),
    /// The choice is one of `named` (a bit each); for those of `open` the text does not say.
    Choice { fact: Index, named: u32, open: u32 },
    /// The fact is at least the parameter.
    Amount { fact: Index, bound: Index },
    /// The fact is at least (at most) a number that the words themselves give: 有 is 1, 免费 is 0.
    Number { fact: Index, sense: Sense, bound: u8 },
    /// The part is at least (at most) a share of the whole, the parameter.
    Share { part: Index, whole: Index, sense: Sense, bound: Index },
    /// The part is at least one of two shares of the whole, by a category of two words.
    ShareByCategory { part: Index, whole: Index, category: Index, bounds: [Index; 2] },
    /// The part is as many as the whole.
    Whole { part: Index, whole: Index },
    /// The first date is not after the second.
    InOrder { first: Index, second: Index },
    /// The date is not before the parameter.
    Since { fact: Index, bound: Index },
    /// The enterprise is large or medium by 国统字〔2017〕213号.
    LargeOrMedium { declared: Index, industry: Index, indicators: [Index; 3] },
    /// The days from start to end span the months.
    Spans { start: Index, end: Index, months: Index },
    /// Practice in the window of the last years reaches the months.
    Practised { periods: Index, as_of: Index, years: Index, months: Index },
    /// One block of practice in enterprises spans the months within the first years of service.
    Inducted { periods: Index, as_of: Index, hired_on: Index, years: Index, months: Index },
    /// Reports follow one another within the years, from the base date on, up to now.
    Published { reports: Index, as_of: Index, base_date: Index, years: Index },
    /// What is not met is pending until the years since the date have passed.
    Grace { test: &'static Condition, since: Index, as_of: Index, years: Index },
    /// Open until one of the parameters is set.
    OnceSet { bounds: [Index; 2], test: &'static Condition },
    /// The other rule is unmet; one that does not apply is not.
    Breached(&'static Rule),
    /// Kleene's and.
    All(&'static [Condition]),
    /// Kleene's or.
    Any(&'static [Condition]),
    /// Kleene's not.
    Not(&'static Condition),
}

/// On which side of its bound a quantity is to stay; the bound itself is good (以上, 不低于).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sense {
    AtLeast,
    AtMost,
}

/// Builds tests on the facts of one subject, by their names.
pub(crate) struct Conditions(pub(crate) &'static [Field]);

#[expect(
    clippy::as_conversions,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "only evaluated while compiling"
)]
impl Conditions {
    const fn kind(&self, fact: &str) -> Kind {
        self.0[index(self.0, fact) as usize].kind
    }

    const fn date(&self, fact: &str) -> Index {
        assert!(matches!(self.kind(fact), Kind::Date), "not a date");
        index(self.0, fact)
    }

    /// The places of two facts that may be compared.
    const fn two(&self, part: &str, whole: &str) -> [Index; 2] {
        assert!(comparable(self.kind(part), self.kind(whole)), "not one kind of quantity");
        [index(self.0, part), index(self.0, whole)]
    }

    pub(crate) const fn flag(&self, fact: &str) -> Condition {
        assert!(matches!(self.kind(fact), Kind::Flag), "not a flag");
        Condition::Flag(index(self.0, fact))
    }

    /// The choice is one of `words`.
    pub(crate) const fn one_of(&self, fact: &str, words: &[&str]) -> Condition {
        self.one_of_but(fact, words, &[])
    }

    /// The choice is one of `words`; about `open` the text is silent.
    pub(crate) const fn one_of_but(&self, fact: &str, words: &[&str], open: &[&str]) -> Condition {
        let Kind::Choice(choices) = self.kind(fact) else { panic!("not a choice") };
        let (mut named, mut silent) = (0, 0);
        let mut at = 0;
        while at < words.len() {
            named |= 1 << choice(choices, words[at]);
            at += 1;
        }
        at = 0;
        while at < open.len() {
            silent |= 1 << choice(choices, open[at]);
            at += 1;
        }
        Condition::Choice { fact: index(self.0, fact), named, open: silent }
    }

    pub(crate) const fn at_least(&self, fact: &str, bound: &str) -> Condition {
        let bound = parameters::index(bound);
        assert!(
            comparable(self.kind(fact), parameters::FIELDS[bound as usize].kind),
            "not one kind of quantity"
        );
        Condition::Amount { fact: index(self.0, fact), bound }
    }

    pub(crate) const fn at_least_one(&self, fact: &str) -> Condition {
        assert!(matches!(self.kind(fact), Kind::Count(..)), "not a count");
        Condition::Number { fact: index(self.0, fact), sense: Sense::AtLeast, bound: 1 }
    }

    pub(crate) const fn nothing(&self, fact: &str) -> Condition {
        assert!(matches!(self.kind(fact), Kind::Count(..) | Kind::Money), "not an amount");
        Condition::Number { fact: index(self.0, fact), sense: Sense::AtMost, bound: 0 }
    }

    pub(crate) const fn share_at_least(&self, part: &str, whole: &str, share: &str) -> Condition {
        let [part, whole] = self.two(part, whole);
        Condition::Share { part, whole, sense: Sense::AtLeast, bound: parameters::share(share) }
    }

    pub(crate) const fn share_at_most(&self, part: &str, whole: &str, share: &str) -> Condition {
        let [part, whole] = self.two(part, whole);
        Condition::Share { part, whole, sense: Sense::AtMost, bound: parameters::share(share) }
    }

    /// The share depends on the category: one for its first word, another for its second.
    pub(crate) const fn share_by_category(
        &self,
        part: &str,
        whole: &str,
        category: &str,
        shares: [&str; 2],
    ) -> Condition {
        assert!(matches!(self.kind(category), Kind::Choice([_, _])), "not a choice of two");
        let category = index(self.0, category);
        let [part, whole] = self.two(part, whole);
        let bounds = [parameters::share(shares[0]), parameters::share(shares[1])];
        Condition::ShareByCategory { part, whole, category, bounds }
    }

    pub(crate) const fn whole(&self, part: &str, whole: &str) -> Condition {
        let [part, whole] = self.two(part, whole);
        Condition::Whole { part, whole }
    }

    pub(crate) const fn in_order(&self, first: &str, second: &str) -> Condition {
        Condition::InOrder { first: self.date(first), second: self.date(second) }
    }

    pub(crate) const fn since(&self, fact: &str, bound: &str) -> Condition {
        let bound = parameters::index(bound);
        assert!(matches!(parameters::FIELDS[bound as usize].kind, Kind::Date), "not a date");
        Condition::Since { fact: self.date(fact), bound }
    }

    pub(crate) const fn large_or_medium(&self) -> Condition {
        Condition::LargeOrMedium {
            declared: index(self.0, "size_class"),
            industry: index(self.0, "industry"),
            indicators: [
                index(self.0, "employed_persons"),
                index(self.0, "operating_revenue_yuan"),
                index(self.0, "total_assets_yuan"),
            ],
        }
    }

    pub(crate) const fn spans(&self, start: &str, end: &str, months: &str) -> Condition {
        let months = parameters::index(months);
        Condition::Spans { start: self.date(start), end: self.date(end), months }
    }

    pub(crate) const fn practised(&self, periods: &str, years: &str, months: &str) -> Condition {
        Condition::Practised {
            periods: index(self.0, periods),
            as_of: self.date("as_of"),
            years: parameters::index(years),
            months: parameters::index(months),
        }
    }

    pub(crate) const fn inducted(&self, periods: &str, years: &str, months: &str) -> Condition {
        Condition::Inducted {
            periods: index(self.0, periods),
            as_of: self.date("as_of"),
            hired_on: self.date("hired_on"),
            years: parameters::index(years),
            months: parameters::index(months),
        }
    }

    pub(crate) const fn published(&self, reports: &str, years: &str) -> Condition {
        Condition::Published {
            reports: index(self.0, reports),
            as_of: self.date("as_of"),
            base_date: self.date("base_date"),
            years: parameters::index(years),
        }
    }

    pub(crate) const fn grace(
        &self,
        test: &'static Condition,
        since: &str,
        years: &str,
    ) -> Condition {
        let (since, as_of) = (self.date(since), self.date("as_of"));
        Condition::Grace { test, since, as_of, years: parameters::index(years) }
    }
}

/// Once one of the two parameters is set; until then the rule cannot be decided.
pub(crate) const fn once_set(bounds: [&str; 2], test: &'static Condition) -> Condition {
    let [one, other] = bounds;
    Condition::OnceSet { bounds: [parameters::share(one), parameters::share(other)], test }
}

const fn comparable(one: Kind, other: Kind) -> bool {
    matches!((one, other), (Kind::Count(..), Kind::Count(..)) | (Kind::Money, Kind::Money))
}

impl Condition {
    /// Adds every fact that the test reads.
    pub(crate) fn read(&self, facts: &mut FactSet) {
        match *self {
            Self::Flag(fact)
            | Self::Choice { fact, .. }
            | Self::Amount { fact, .. }
            | Self::Number { fact, .. }
            | Self::Since { fact, .. } => facts.add(fact),
            Self::Share { part: one, whole: other, .. }
            | Self::Whole { part: one, whole: other }
            | Self::InOrder { first: one, second: other }
            | Self::Spans { start: one, end: other, .. }
            | Self::Practised { periods: one, as_of: other, .. } => {
                facts.add(one);
                facts.add(other);
            }
            Self::ShareByCategory { part: one, whole: other, category: third, .. }
            | Self::Inducted { periods: one, as_of: other, hired_on: third, .. }
            | Self::Published { reports: one, as_of: other, base_date: third, .. } => {
                facts.add(one);
                facts.add(other);
                facts.add(third);
            }
            Self::LargeOrMedium { declared, industry, indicators } => {
                facts.add(declared);
                facts.add(industry);
                for indicator in indicators {
                    facts.add(indicator);
                }
            }
            Self::Grace { test, since, as_of, .. } => {
                test.read(facts);
                facts.add(since);
                facts.add(as_of);
            }
            Self::OnceSet { test, .. } | Self::Not(test) => test.read(facts),
            Self::Breached(rule) => facts.add_all(rule.facts()),
            Self::All(tests) | Self::Any(tests) => tests.iter().for_each(|test| test.read(facts)),
        }
    }

    /// What a measured limb compares.
    pub(crate) fn limb(&self, fields: &'static [Field]) -> Option<Bound> {
        let key = |fact: Index| fields.get(usize::from(fact)).map(Field::key);
        let (fact, of, at_most, number, bounds) = match *self {
            Self::Amount { fact, bound } => (fact, None, false, None, vec![bound]),
            Self::Number { fact, sense, bound } => {
                (fact, None, sense == Sense::AtMost, Some(bound.into()), Vec::new())
            }
            Self::Share { part, whole, sense, bound } => {
                (part, Some(whole), sense == Sense::AtMost, None, vec![bound])
            }
            Self::ShareByCategory { part, whole, bounds, .. } => {
                (part, Some(whole), false, None, bounds.to_vec())
            }
            Self::Whole { part, whole } => (part, Some(whole), false, None, Vec::new()),
            Self::Spans { end, months, .. } => (end, None, false, None, vec![months]),
            Self::Practised { periods, years, months, .. }
            | Self::Inducted { periods, years, months, .. } => {
                (periods, None, false, None, vec![years, months])
            }
            Self::Published { reports, years, .. } => (reports, None, true, None, vec![years]),
            _ => return None,
        };
        let parameters =
            bounds.into_iter().filter_map(|bound| parameters::parameters().get(usize::from(bound)));
        let of = of.and_then(key);
        Some(Bound { fact: key(fact)?, of, at_most, number, parameters: parameters.collect() })
    }

    /// Calls `each` with every measured limb, in order.
    pub(crate) fn limbs(&'static self, each: &mut dyn FnMut(&'static Self)) {
        match self {
            Self::All(tests) | Self::Any(tests) => {
                for test in *tests {
                    test.limbs(each);
                }
            }
            Self::Grace { test, .. } | Self::OnceSet { test, .. } => test.limbs(each),
            Self::Amount { .. }
            | Self::Number { .. }
            | Self::Share { .. }
            | Self::ShareByCategory { .. }
            | Self::Whole { .. }
            | Self::Spans { .. }
            | Self::Practised { .. }
            | Self::Inducted { .. }
            | Self::Published { .. } => each(self),
            _ => {}
        }
    }
}
