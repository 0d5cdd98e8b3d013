//! Which column holds which fact, and in which unit.

use super::beside::Beside;
use super::error::{HeaderError, HeaderErrors, MAX_LISTED};
use super::fold::fold;
use super::header::Header;
use super::names::{Names, field, given};
use super::note::{Note, NotedHeaders};
use super::options::Options;
use super::origin::{MatchedBy, Origin, UnitFrom};
use super::target::Target;
use super::unit::{LABELS, Word, unit_of};
use crate::field::{Field, Kind};
use crate::input::value::blank;
use crate::input::{EXPLANATIONS, nearest, suggestion};
use crate::subjects::Subject;

/// What the columns of a table hold, and the notes on their headers.
pub(super) struct Matching {
    pub(super) columns: Vec<Option<Target>>,
    /// How each column was matched.
    pub(super) origins: Vec<Origin>,
    pub(super) notes: Vec<Note>,
}

/// An entry of the map: a header, what its column holds, and in which unit; without a target the
/// column is ignored.
struct Entry {
    /// The header, as headers are compared.
    name: String,
    target: Option<Target>,
}

/// What is known of one column.
struct Column<'h> {
    header: &'h Header<'h>,
    target: Option<Target>,
    /// Whether the map names it.
    is_mapped: bool,
    /// Whether its header is a key in JSON, which names the unit.
    is_key: bool,
    beside: Beside<'h>,
    origin: Origin,
}

/// The work of matching: the errors and notes so far.
struct Matcher<'a> {
    names: Names,
    options: &'a Options,
    /// The power of ten of each fact whose unit the options give.
    units: Vec<(&'static str, i32, String)>,
    errors: Vec<HeaderError>,
    notes: Vec<Note>,
    /// The columns of money without a unit.
    without_unit: Vec<String>,
    /// The columns read in a unit that stands outside the headers, with that unit.
    outside: Vec<(String, Vec<String>)>,
}

impl Matching {
    pub(super) fn of(
        subject: &Subject,
        headers: &[&str],
        options: &Options,
    ) -> Result<Self, HeaderErrors> {
        let mut matcher = Matcher {
            names: Names::of(subject),
            options,
            units: Vec::new(),
            errors: Vec::new(),
            notes: Vec::new(),
            without_unit: Vec::new(),
            outside: Vec::new(),
        };
        let headers: Vec<Header<'_>> = headers.iter().map(|text| Header::parse(text)).collect();
        let entries = matcher.entries(subject, &headers);
        matcher.given_units(subject);
        let mut columns: Vec<Column<'_>> =
            headers.iter().map(|header| matcher.column(header, &entries)).collect();
        for index in 0..columns.len() {
            matcher.same_fact(&columns, index);
        }
        for (index, column) in columns.iter_mut().enumerate() {
            matcher.unit(index, column);
        }
        matcher.unit_columns(&columns);
        matcher.near_misses(&mut columns);
        matcher.finish(columns)
    }
}

impl Matcher<'_> {
    /// The entries of the map.
    fn entries(&mut self, subject: &Subject, headers: &[Header<'_>]) -> Vec<Entry> {
        let mut entries: Vec<Entry> = Vec::with_capacity(self.options.map.len());
        for (text, value) in &self.options.map {
            let name = Header::parse(text).whole();
            if !headers.iter().any(|it| means(&name, it)) {
                // A header that begins so has remarks that cannot be left out.
                let is_start = |it: &&Header<'_>| !name.is_empty() && it.whole().starts_with(&name);
                let begins = headers.iter().find(is_start).map(|it| it.text.trim_matches(blank));
                let mut first_names = headers.iter().map(Header::first_name);
                let given = Header::parse(text);
                let near = || nearest(given.first_name(), &mut first_names);
                let suggestion = begins.or_else(near).map(str::to_owned);
                self.errors.push(HeaderError::NoSuchHeader { header: text.clone(), suggestion });
            }
            let (fact, unit) = match value.split_once([':', '：']) {
                Some((fact, unit)) => (fact.trim_matches(blank), Some(unit)),
                None => (value.as_str(), None),
            };
            let target = given(&self.names, fact);
            if target.is_none() && !fact.is_empty() {
                self.errors.push(HeaderError::NoSuchFact {
                    header: text.clone(),
                    fact: fact.to_owned(),
                    suggestion: suggestion(fact, subject.fields(), Some(EXPLANATIONS)),
                });
            }
            if entries.iter().any(|it| it.name == name) {
                self.errors.push(HeaderError::NamedTwice { name: text.clone() });
            }
            let is_for = |it: &Entry, target: Target| it.target.is_some_and(|it| it.is(target));
            if target.is_some_and(|target| entries.iter().any(|it| is_for(it, target))) {
                self.errors.push(HeaderError::NamedTwice { name: fact.to_owned() });
            }
            if let (Some(target), Some(unit)) = (target, unit) {
                self.given_unit(target, unit);
            }
            entries.push(Entry { name, target });
        }
        entries
    }

    /// The units that the options give for facts.
    fn given_units(&mut self, subject: &Subject) {
        for (fact, unit) in &self.options.units {
            match given(&self.names, fact) {
                Some(target) => self.given_unit(target, unit),
                None => self.errors.push(HeaderError::NoSuchFact {
                    header: String::new(),
                    fact: fact.clone(),
                    suggestion: suggestion(fact, subject.fields(), None),
                }),
            }
        }
    }

    fn given_unit(&mut self, target: Target, unit: &str) {
        let field = field(target).filter(|it| unit_of(it).is_some());
        let power = field.and_then(|field| Word::parse(unit)?.power_for(field));
        let Some(power) = power else {
            self.errors.push(HeaderError::GivenUnit { unit: unit.to_owned(), fact: field });
            return;
        };
        if self.units.iter().any(|(key, ..)| *key == target.key()) {
            self.errors.push(HeaderError::NamedTwice { name: target.key().to_owned() });
        }
        self.units.push((target.key(), power, unit.to_owned()));
    }

    /// What a column holds, by the map or by its header.
    fn column<'h>(&self, header: &'h Header<'h>, entries: &[Entry]) -> Column<'h> {
        let whole = header.whole();
        let entry = entries.iter().find(|it| it.name == whole);
        let entry = entry.or_else(|| entries.iter().find(|it| means(&it.name, header)));
        if let Some(entry) = entry {
            // A name of the policy may have a bracket of its own, which is nothing beside it.
            let named = header.names().find(|(name, _)| self.is_name(name));
            let part = || header.names().find(|(name, _)| *name == entry.name && *name != whole);
            let rest = named.or_else(part).map(|(_, rest)| rest);
            let beside = rest.map_or_else(|| header.beside(), Beside::of);
            let target = entry.target;
            let origin = Origin::of(Some(MatchedBy::Map));
            return Column { header, target, is_mapped: true, is_key: false, beside, origin };
        }
        let is_taken =
            |target: Target| entries.iter().any(|it| it.target.is_some_and(|it| it.is(target)));
        let found = header.names().find_map(|(name, rest)| {
            let (target, by) = self.names.find(&name)?;
            let beside = Beside::of(rest);
            (allows(target, &beside) && !is_taken(target)).then_some((target, by, beside))
        });
        let Some((target, by, beside)) = found else {
            let (beside, origin) = (Beside::default(), Origin::of(None));
            return Column {
                header,
                target: None,
                is_mapped: false,
                is_key: false,
                beside,
                origin,
            };
        };
        let (is_key, origin) = (by == MatchedBy::Key, Origin::of(Some(by)));
        Column { header, target: Some(target), is_mapped: false, is_key, beside, origin }
    }

    fn is_name(&self, name: &str) -> bool {
        self.names.find(name).is_some()
    }

    /// Reports a second column for the same fact.
    fn same_fact(&mut self, columns: &[Column<'_>], index: usize) {
        let Some(Column { header, target: Some(target), .. }) = columns.get(index) else { return };
        let mut before = columns.iter().take(index);
        if let Some(first) = before.find(|it| it.target.is_some_and(|it| it.is(*target))) {
            self.errors.push(HeaderError::SameFact {
                first: first.header.text.to_owned(),
                second: header.text.to_owned(),
                fact: target.key(),
            });
        }
    }

    /// Finds the unit of a column: the one that the options give, that of its header, or one that
    /// stands outside it.
    fn unit(&mut self, index: usize, column: &mut Column<'_>) {
        let Some(target) = column.target else { return };
        let Some(field) = field(target) else { return };
        let header = column.header.text;
        let given = self.units.iter().find(|(key, ..)| *key == field.key()).cloned();
        let own = self.own_unit(field, column, given.is_some());
        let outside = self.outside_unit(index, field);
        let (power, unit, from) = match (given, own, outside) {
            (Some((_, power, unit)), own, _) => {
                if let Some((text, _)) = own.filter(|(_, other)| *other != power) {
                    self.notes.push(Note::OwnUnit(NotedHeaders::of([header], &text)));
                }
                (power, unit, UnitFrom::Option)
            }
            (None, Some((own, power)), outside) => {
                if let Some((text, Ok(other))) = outside
                    && other != power
                {
                    if self.has_unit_below(index) {
                        let units = vec![own, text];
                        let header = header.to_owned();
                        self.errors.push(HeaderError::Units { header, units });
                        return;
                    }
                    self.notes.push(Note::OwnUnit(NotedHeaders::of([header], &text)));
                }
                (power, own, UnitFrom::Header)
            }
            // A key such as sales_revenue_yuan names the unit.
            (None, None, Some((text, Ok(power)))) if !column.is_key || power == 0 => {
                let below = self.has_unit_below(index);
                (power, text, if below { UnitFrom::Row } else { UnitFrom::Above })
            }
            (None, None, Some((said, _))) => {
                let header = header.to_owned();
                self.errors.push(HeaderError::OutsideUnit { said, header, fact: field });
                return;
            }
            (None, None, None) => {
                if column.is_key {
                    column.target = Some(target.in_unit(0));
                    column.origin.unit = unit_of(field).map(|_| (UnitFrom::Key, String::new()));
                } else if target.is_money_without_unit() {
                    self.without_unit.push(header.to_owned());
                }
                self.remarks(column);
                return;
            }
        };
        column.target = Some(target.in_unit(power));
        if matches!(from, UnitFrom::Row | UnitFrom::Above) && !column.is_key {
            match self.outside.iter_mut().find(|(it, _)| *it == unit) {
                Some((_, columns)) => columns.push(header.to_owned()),
                None => self.outside.push((unit.clone(), vec![header.to_owned()])),
            }
        }
        column.origin.unit = Some((from, unit));
        self.remarks(column);
    }

    /// The unit beside the name in a header, with its power of ten. What may be a unit of the fact, and
    /// is not known, is an error unless the options give the unit.
    fn own_unit(
        &mut self,
        field: &'static Field,
        column: &Column<'_>,
        is_given: bool,
    ) -> Option<(String, i32)> {
        let header = || column.header.text.to_owned();
        let Beside { units, strange, .. } = &column.beside;
        let wrong = |unit: &str| HeaderError::Unit {
            header: column.header.text.to_owned(),
            unit: unit.to_owned(),
            fact: field,
        };
        if unit_of(field).is_none() {
            // Brackets beside a text or a date hold a remark such as 是/否. A unit there is a mistake.
            let is_date = matches!(field.kind, Kind::Date | Kind::Dates | Kind::Periods);
            let mistake = units.iter().find(|(_, word)| !(is_date && word.is_of_time()));
            // As part of a longer remark, it is none.
            let is_alone = column.beside.others.is_empty() && strange.is_empty();
            if let Some((text, _)) = mistake.filter(|_| is_alone && !column.is_mapped) {
                self.errors.push(wrong(text));
            }
            return None;
        }
        let powers: Vec<Option<i32>> =
            units.iter().map(|(_, word)| word.power_for(field)).collect();
        if is_given {
            let first = powers.iter().zip(units).find_map(|(power, it)| Some((it.0, (*power)?)));
            return first.map(|(text, power)| (text.to_owned(), power));
        }
        if let Some((text, _)) = units.iter().zip(&powers).find(|it| it.1.is_none()).map(|it| it.0)
        {
            self.errors.push(wrong(text));
            return None;
        }
        if let Some(text) = strange.first() {
            self.errors.push(wrong(text));
            return None;
        }
        let ((text, _), power) = (units.first()?, powers.first().copied().flatten()?);
        if powers.iter().any(|it| *it != Some(power)) {
            let units = units.iter().map(|(text, _)| (*text).to_owned()).collect();
            self.errors.push(HeaderError::Units { header: header(), units });
            return None;
        }
        Some(((*text).to_owned(), power))
    }

    /// Whether the row of units names one for this column.
    fn has_unit_below(&self, index: usize) -> bool {
        let below = self.options.outside.below.get(index);
        below.is_some_and(|it| !it.trim_matches(blank).is_empty())
    }

    /// The unit outside the header: in the row of units below it, or above it.
    fn outside_unit(
        &self,
        index: usize,
        field: &'static Field,
    ) -> Option<(String, Result<i32, ()>)> {
        unit_of(field)?;
        let outside = &self.options.outside;
        let below = outside.below.get(index).filter(|it| !it.trim_matches(blank).is_empty());
        if let Some(text) = below {
            let text = text.trim_matches(blank);
            let folded = fold(text);
            let inner = folded.trim_matches(|it: char| blank(it) || "()[]【】〔〕".contains(it));
            let power = Word::parse(inner).and_then(|it| it.power_for(field));
            return Some((text.to_owned(), power.ok_or(())));
        }
        let mut said = outside.said.iter().filter_map(|said| Some((said, said.power_for(field)?)));
        let (first, power) = said.next()?;
        // Two units leave it open which of them is meant.
        let same = said.all(|(_, other)| other == power);
        Some((first.text().to_owned(), power.and_then(|it| if same { Ok(it) } else { Err(()) })))
    }

    /// Notes the remarks in the header of a column of numbers.
    fn remarks(&mut self, column: &Column<'_>) {
        let has_numbers = column.target.and_then(field).is_some_and(|it| unit_of(it).is_some());
        let years =
            column.beside.remarks.iter().filter(|it| it.starts_with(['1', '2', '本', '当']));
        if has_numbers && !column.is_mapped {
            for remark in years {
                self.notes.push(Note::Remark(NotedHeaders::of([column.header.text], remark)));
            }
        }
    }

    /// Refuses a column of units beside a column of money without one.
    fn unit_columns(&mut self, columns: &[Column<'_>]) {
        for column in columns.iter().filter(|it| it.target.is_none() && !it.is_mapped) {
            let whole = column.header.whole();
            let whole = whole.replace(['(', ')', '_', '-', ':'], "");
            let stem = LABELS.iter().find_map(|label| whole.strip_suffix(label));
            let Some(stem) = stem else { continue };
            let held = columns.iter().find(|it| {
                let Some(target) = it.target else { return false };
                let is_open = field(target).is_some_and(|it| unit_of(it).is_some())
                    && matches!(target, Target::Fact { has_unit: false, .. });
                let is_own = self.names.find(stem).is_some_and(|(it, _)| it.is(target))
                    || it.header.whole() == stem;
                // 单位 alone may be an organization; 金额单位 is not.
                let is_general =
                    stem.is_empty() && whole != "单位" && target.is_money_without_unit();
                is_open && (is_own || is_general)
            });
            if let Some(held) = held {
                self.errors.push(HeaderError::UnitColumn {
                    header: column.header.text.to_owned(),
                    column: held.header.text.to_owned(),
                    fact: held.target.map_or("", Target::key),
                });
            }
        }
    }

    /// Proposes a fact for each column that is not used, and whose header is like the name of a fact
    /// that no column holds.
    fn near_misses(&mut self, columns: &mut [Column<'_>]) {
        let held: Vec<Target> = columns.iter().filter_map(|it| it.target).collect();
        let is_held = |target: Target| held.iter().any(|it| it.is(target));
        let mut proposed = 0;
        for column in columns.iter_mut().filter(|it| it.target.is_none() && !it.is_mapped) {
            let mut names: Vec<(String, &str)> = column.header.names().collect();
            names.reverse();
            let short = names.iter().filter(|(name, _)| name.len() <= LONGEST);
            let near = short.take(MOST_NAMES).filter_map(|(name, rest)| {
                let (distance, word, target) = self.names.near(name)?;
                (!is_held(target)).then_some((distance, word, target, *rest))
            });
            let Some((_, word, target, rest)) = near.min_by_key(|it| it.0) else { continue };
            let beside = Beside::of(rest);
            let unit = beside.units.first().filter(|(_, word)| {
                field(target).is_some_and(|field| word.power_for(field).is_some())
            });
            let text = match unit {
                Some((unit, _)) => [word, "（", unit, "）"].concat(),
                None => word.to_owned(),
            };
            self.notes.push(Note::NearMiss(NotedHeaders::of([column.header.text], &text)));
            column.origin.proposal = Some((text, target.key()));
            proposed += 1;
            if proposed == MAX_LISTED {
                return;
            }
        }
    }

    fn finish(mut self, columns: Vec<Column<'_>>) -> Result<Matching, HeaderErrors> {
        if !self.errors.is_empty() {
            return Err(HeaderErrors(self.errors));
        }
        if !self.without_unit.is_empty() {
            let headers = self.without_unit.iter().map(String::as_str);
            self.notes.push(Note::NoUnit(NotedHeaders::of(headers, "")));
        }
        for (text, headers) in &self.outside {
            let headers = headers.iter().map(String::as_str);
            self.notes.push(Note::OutsideUnit(NotedHeaders::of(headers, text)));
        }
        self.notes.sort();
        let (columns, origins) = columns.into_iter().map(|it| (it.target, it.origin)).unzip();
        Ok(Matching { columns, origins, notes: self.notes })
    }
}

/// Returns the index of the column with this name: the one with exactly this header, or else the only
/// one whose header means the same, as entries of the map name headers.
///
/// ```
/// use chanjiao::table::column_named;
///
/// assert_eq!(column_named("市州", &["企业名称", " 市　州*"])?, 1);
/// let error = column_named("市洲", &["企业名称", "市州"]).unwrap_err();
/// assert_eq!(error.to_string(), "the table has no column `市洲`. Did you mean `市州`?");
/// # Ok::<(), chanjiao::table::HeaderError>(())
/// ```
///
/// # Errors
/// No column has the name, or several have.
pub fn column_named(name: &str, headers: &[&str]) -> Result<usize, HeaderError> {
    let found = |is: &dyn Fn(&str) -> bool| -> Vec<usize> {
        let all = headers.iter().enumerate().filter(|(_, header)| is(header));
        all.map(|(index, _)| index).collect()
    };
    let exact = found(&|header| header == name);
    let folded = Header::parse(name).whole();
    let like = |header: &str| !folded.is_empty() && means(&folded, &Header::parse(header));
    let indices = if exact.is_empty() { found(&like) } else { exact };
    match indices.as_slice() {
        [index] => Ok(*index),
        [] => {
            // At most half of the characters may differ: a name may have two.
            let near = headers.iter().filter(|_| folded.len() <= LONGEST).filter_map(|header| {
                let whole = Header::parse(header).whole();
                let length = whole.chars().count();
                let distance = strsim::osa_distance(&folded, &whole);
                (length <= LONGEST && distance * 2 <= length).then_some((distance, header))
            });
            let suggestion = near.min_by_key(|(distance, _)| *distance);
            let suggestion = suggestion.map(|(_, header)| header.trim_matches(blank).to_owned());
            Err(HeaderError::NoSuchHeader { header: name.to_owned(), suggestion })
        }
        several => {
            let headers = several.iter().filter_map(|it| headers.get(*it));
            let headers = headers.map(|it| (*it).to_owned()).collect();
            Err(HeaderError::SeveralColumns { name: name.to_owned(), headers })
        }
    }
}

/// How many names of a header are compared with those of facts, and their greatest length.
const MOST_NAMES: usize = 4;
const LONGEST: usize = 160;

/// Whether the name of an entry of the map means a header: the whole of it, or its name without what
/// harmlessly stands beside it.
pub(super) fn means(name: &str, header: &Header<'_>) -> bool {
    header.whole() == name
        || header.names().any(|(it, rest)| it == name && is_harmless(&Beside::of(rest)))
        || header.is_first_line(name)
}

/// Whether a column may be meant without what stands beside its name.
fn is_harmless(beside: &Beside<'_>) -> bool {
    beside.is_harmless() && !beside.label_only()
}

/// Whether a column of this target may have this beside its name without an entry of the map. Beside a
/// text, a choice or a date, any remark may stand in brackets: the cells tell.
pub(super) fn allows(target: Target, beside: &Beside<'_>) -> bool {
    let is_number = field(target).is_some_and(|it| unit_of(it).is_some());
    !beside.label_only() && if is_number { beside.is_harmless() } else { !beside.is_open }
}
