//! Which subjects fit a table whose subject is not known.

use crate::subjects::{Subject, subjects};
use crate::table::names::HeaderNames;
use crate::text::{Language, sentence, text};

/// How many subjects are named.
const MOST: usize = 3;

/// How well a subject fits a table.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Fit {
    /// The subject.
    pub subject: &'static Subject,
    /// The number of its facts that columns hold.
    pub facts: usize,
    /// Of these, the number that other subjects do not have under this name. A name and a year fit
    /// many subjects.
    pub own: usize,
}

/// The subjects that fit a table best, at most three. There are none if no header names a fact.
///
/// ```
/// use chanjiao::table::Fits;
///
/// let fits = Fits::of(["企业名称", "在职员工", "顶岗实践岗位数"].into_iter(), &[]);
/// assert_eq!(fits.best()[0].subject.name, "enterprise");
/// ```
#[derive(Debug, Clone, Default)]
pub struct Fits {
    fits: Vec<Fit>,
    /// Whether the best is as good as the second.
    tie: bool,
}

impl Fits {
    /// Compares the headers of a table with the facts of every subject. `map` is that of the
    /// [`Options`](crate::table::Options).
    #[must_use]
    pub fn of<'a>(headers: impl Iterator<Item = &'a str>, map: &[(String, String)]) -> Self {
        FitNames::of(map).fits(headers)
    }

    /// How good the best is.
    #[cfg(feature = "intake")]
    pub(crate) fn rank(&self) -> Option<(usize, usize)> {
        self.fits.first().map(|it| (it.facts, it.own))
    }

    /// Returns the subjects, the best first.
    #[must_use]
    pub fn best(&self) -> &[Fit] {
        &self.fits
    }

    /// Returns whether the first is no better than the second.
    #[must_use]
    pub const fn is_tie(&self) -> bool {
        self.tie
    }

    /// Returns what to do, in one sentence: choose one of the subjects.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let Some(best) = self.fits.first() else {
            return sentence!(
                language,
                "没有一列的表头是事实的名称，看不出是哪种对象；请指定对象，并指定各列对应的事实。",
                "no header is the name of a fact, so nothing says which subject it is; give the \
                 subject, and map its columns to facts.",
            );
        };
        let name = best.subject.name;
        let say = if self.tie {
            text!(
                "前面几种同样合适，请指定其中一种",
                "the first ones fit equally well; choose one of them"
            )
        } else if best.facts == 1 {
            text!(
                "只有一列对得上，未必是这种对象；请指定对象",
                "only one column matches, which may be chance; choose a subject"
            )
        } else {
            text!("请指定对象", "choose a subject")
        };
        let say = say.get(language);
        sentence!(language, "{say}，如 {name}。", "{say}, for example {name}.")
    }
}

/// The names of the facts of every subject.
pub(crate) struct FitNames(Vec<HeaderNames>);

impl FitNames {
    pub(crate) fn of(map: &[(String, String)]) -> Self {
        Self(subjects().iter().map(|subject| HeaderNames::of(subject, map)).collect())
    }

    /// Compares the headers of a table with them.
    pub(crate) fn fits<'a>(&self, headers: impl Iterator<Item = &'a str>) -> Fits {
        let headers: Vec<&str> = headers.collect();
        let found: Vec<Vec<Option<&str>>> = self
            .0
            .iter()
            .map(|names| {
                let mut seen: Vec<&str> = Vec::new();
                let fact = |header: &&str| {
                    let fact = names.fact(header).filter(|fact| !seen.contains(fact))?;
                    seen.push(fact);
                    Some(fact)
                };
                headers.iter().map(fact).collect()
            })
            .collect();
        // How many subjects have a fact for each header.
        let shared = |column: usize| {
            found.iter().filter(|it| it.get(column).copied().flatten().is_some()).count()
        };
        let shared: Vec<usize> = (0..headers.len()).map(shared).collect();
        let fits = subjects().iter().zip(&found).map(|(subject, facts)| Fit {
            subject,
            facts: facts.iter().flatten().count(),
            own: facts.iter().zip(&shared).filter(|(fact, n)| fact.is_some() && **n == 1).count(),
        });
        let mut fits: Vec<Fit> = fits.filter(|fit| 0 < fit.facts).collect();
        fits.sort_by_key(|fit| core::cmp::Reverse((fit.facts, fit.own)));
        let rank = |index: usize| fits.get(index).map(|it| (it.facts, it.own));
        let tie = rank(0).is_some() && rank(0) == rank(1);
        fits.truncate(MOST);
        Fits { fits, tie }
    }
}
