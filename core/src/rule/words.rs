//! A rule in words: where it is in the policy, to which records it applies and what it requires,
//! with the figures of the default parameters.

use super::{Bound, Citation, Condition, Group, NumberCondition, Rule};
use crate::field::{Field, Unit};
use crate::parameters::{self, Parameters, Source};
use crate::quantity::date::push_date;
use crate::render;
use crate::text::{Language, sentence, split_once_at};

impl Citation {
    /// Returns where the statement stands: 第9点第1句第2分句. The policy numbers its points as 「9、」;
    /// a caption (标题) is no sentence.
    #[must_use]
    pub fn place(&self, language: Language) -> String {
        let (point, sentence) = (self.article, self.sentence);
        let letter = self.id.bytes().last().filter(u8::is_ascii_lowercase);
        let clause = letter.map_or(1, |letter| letter - b'a' + 1);
        if sentence == 0 {
            return sentence!(language, "第{point}点标题", "point {point}, caption");
        }
        sentence!(
            language,
            "第{point}点第{sentence}句第{clause}分句",
            "point {point}, sentence {sentence}, clause {clause}",
        )
    }
}

impl Rule {
    /// Returns the records that it applies to by default, in words, with the default of a day that
    /// the words name; `None` if it applies to all records of the subject.
    #[must_use]
    pub fn scope_words(&self, language: Language) -> Option<String> {
        let scope = self.scope?;
        let words = scope.get(language);
        let filled = || {
            let (before, rest) = split_once_at(words, b'{')?;
            let (_, after) = split_once_at(rest, b'}')?;
            let mut filled = before.to_owned();
            push_date(&mut filled, Parameters::default().day_in(scope)?);
            Some(filled + after)
        };
        Some(filled().unwrap_or_else(|| words.to_owned()))
    }

    /// Returns what it requires by default, one text for each bound, with the figures of the default
    /// parameters. A figure that depends on the record is described in square brackets.
    ///
    /// ```
    /// let rule = chanjiao::rule("enterprise.teacher_posts").expect("a rule");
    /// let words = rule.requirement_words(chanjiao::Language::Chinese);
    /// assert_eq!(words, ["应提供教师顶岗实践岗位 [在职员工数 × 0.5%] 个以上"]);
    /// ```
    #[must_use]
    pub fn requirement_words(&self, language: Language) -> Vec<String> {
        let bounds = self.bounds(&Parameters::default());
        let demands = self.demands.iter().enumerate();
        demands
            .map(|(index, it)| self.filled(it.get(language), bounds.get(index), language))
            .collect()
    }

    /// Fills in the figures of a demand.
    fn filled(&self, demand: &str, bound: Option<&Bound>, language: Language) -> String {
        let parameter =
            |is: fn(&Field) -> bool| bound?.parameters.iter().copied().find(|it| is(it));
        let number = |is| parameter(is).and_then(default).unwrap_or_default();
        let figure = bound.and_then(|bound| self.figure(bound, language));
        demand
            .replace("{years}", number(|it| it.unit == Some(Unit::Year)))
            .replace("{months}", number(|it| it.unit == Some(Unit::Month)))
            .replace("{}", &figure.unwrap_or_default())
    }

    /// Returns the figure that a bound requires.
    fn figure(&self, bound: &Bound, language: Language) -> Option<String> {
        let field = |key| self.subject()?.fields().iter().find(|it| it.key() == key);
        let label = |key| field(key).map_or("", |it| it.label().get(language));
        if let Some(number) = bound.number {
            return Some(number.to_string());
        }
        match (bound.of.map(label), bound.before, bound.parameters.first()) {
            (Some(whole), Some(_), _) => Some(sentence!(
                language,
                "[{whole} × 上年比例]",
                "[{whole} × the share of the year before]",
            )),
            (None, Some(before), _) => {
                let money = field(before)?.unit == Some(Unit::Yuan);
                let least = if money { render::money("0.01", language) } else { "1".to_owned() };
                Some(format!("[{} + {least}]", label(before)))
            }
            (Some(whole), None, None) => Some(format!("[{whole}]")),
            (Some(whole), None, Some(share)) => Some(match default(share) {
                Some(default) => format!("[{whole} × {default}%]"),
                // A share that is not set is named.
                None => format!("[{whole} × {}]", share.label().get(language)),
            }),
            (None, None, parameter) => figure_of(parameter?, language),
        }
    }

    /// Returns the parameters of its figures and of its scope by default, each once. Readings are
    /// those of [`Rule::reading_parameters`].
    #[must_use]
    pub fn parameters(&self) -> Vec<&'static Field> {
        let mut all = Vec::new();
        for bound in self.bounds(&Parameters::default()) {
            all.extend(bound.parameters);
        }
        self.applies.iter().for_each(|applies| push_days(applies, &mut all));
        let mut parameters: Vec<&'static Field> = Vec::new();
        for parameter in all {
            if parameters.iter().all(|it| it.key() != parameter.key()) {
                parameters.push(parameter);
            }
        }
        parameters
    }

    /// Returns the readings that its verdict or its force depends on, in the order of the parameters.
    /// [`reading_choices`](crate::reading_choices) has their choices.
    ///
    /// ```
    /// let rule = chanjiao::rule("enterprise.social_report").expect("a rule");
    /// let readings: Vec<&str> = rule.reading_parameters().map(|it| it.key()).collect();
    /// assert_eq!(readings, ["social_report_scope"]);
    /// ```
    pub fn reading_parameters(&self) -> impl Iterator<Item = &'static Field> + use<> {
        self.readings_and_force().of(parameters::parameters())
    }

    /// Returns the source of a number that the rule compares with: that of the parameter, unless the
    /// rule encodes another norm with the same number. `None` if there is no such parameter.
    #[must_use]
    pub fn source_of(&self, parameter: &str) -> Option<Source> {
        let origin = Parameters::origin(parameter)?;
        let is_figure = || {
            let bounds = self.bounds(&Parameters::default());
            bounds.iter().flat_map(|it| &it.parameters).any(|it| it.key() == parameter)
        };
        let norm = self.norm.filter(|_| is_figure());
        Some(norm.map_or(origin.source, |norm| *norm.source()))
    }
}

fn default(parameter: &Field) -> Option<&'static str> {
    Parameters::origin(parameter.key())?.default
}

/// Returns the default of a parameter as a message writes it.
fn figure_of(parameter: &Field, language: Language) -> Option<String> {
    let written = parameters::written(parameters::named(parameter.key())?);
    let default = default(parameter)?;
    Some(match (language, written, parameter.unit) {
        (Language::Chinese, Some(written), _) => written.to_owned(),
        (_, _, Some(Unit::Yuan)) => render::money(default, language),
        (_, _, _) => render::grouped(default, language),
    })
}

/// Adds the parameters that set a first day.
fn push_days(condition: &Condition, out: &mut Vec<&'static Field>) {
    match *condition {
        Condition::Number(
            NumberCondition::Since { parameters: [parameter, _], fact: _ }
            | NumberCondition::Before { parameter, fact: _ },
        ) => {
            out.extend(parameters::parameters().get(usize::from(parameter)));
        }
        Condition::Group(
            Group::All(conditions)
            | Group::Any(conditions)
            | Group::Reading { conditions, reading: _ },
        ) => {
            for condition in conditions {
                push_days(condition, out);
            }
        }
        Condition::Group(
            Group::Not(condition)
            | Group::Grace { condition, .. }
            | Group::OnceSet { condition, .. },
        ) => push_days(condition, out),
        Condition::Group(Group::Always | Group::Breached(_))
        | Condition::Number(_)
        | Condition::List(_) => {}
    }
}
