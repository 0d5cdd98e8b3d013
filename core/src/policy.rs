//! The policy: its statements (条款), the tasks of its annex (重点任务分工), and the responsible units
//! (责任单位).
//!
//! Every statement of the body has an id, such as `9.1b`: article 9, sentence 1, the second clause.
//! It has a quotation, the subject that it addresses, its binding force ([`Force`]) and what can be
//! checked about it ([`Nature`]). Statements that cannot be checked are included, so that the rules
//! can be compared with the whole policy.
//!
//! The text has no title, no date of issue, and no clause about when it takes effect or expires, so
//! this module has none either.

use crate::index::same;
#[cfg(feature = "catalogue")]
use crate::law::{LawNote, ON_THE_POLICY};
use crate::string_enum::string_enum;
use crate::text::{Text, text};

mod statements;
mod tasks;

pub use statements::STATEMENTS;
pub use tasks::TASKS;

/// The document number (文号) of the policy.
pub const DOCUMENT: &str = "湘政办发〔2018〕82号";

/// The SHA-256, in hexadecimal, of the UTF-8 file that the phrases are quoted from.
pub const TEXT_SHA256: &str = "39baf862f157d3ef6826ff0bc6e4a136c0d226279c2814fece5acff97701d0b0";

/// What a report cannot say: whether the policy, or a standard that it refers to, is still the law.
/// Reports for people show it.
pub const VALIDITY: Text = text!(
    "依据文件文字及所注明的外部标准判断；文件是否现行有效、是否已被上位法或新规定取代，请另行核实。",
    "Judged by the policy's text and the outside standards named; check separately whether the \
    policy is in force and whether higher-ranking or later law prevails.",
);

string_enum! {
    /// The binding force (normative force) of a statement, taken from its wording.
    #[non_exhaustive]
    Force {
        /// 强制: a duty, worded as 须, 要, 应, 确保, 不低于, 不少于 or the like.
        Mandatory = "mandatory", "强制", "mandatory";
        /// 原则上: a duty from which good reasons exempt.
        InPrinciple = "in_principle", "原则上", "in principle";
        /// 部署: an instruction (落实, 建立, 完善, 推进), mostly to public bodies.
        Directive = "directive", "部署", "directive";
        /// 鼓励: an encouragement (鼓励, 支持, 推动, 探索) that does not bind.
        Encouraged = "encouraged", "鼓励", "encouraged";
        /// 授权: a permission (可, 允许).
        Permitted = "permitted", "授权", "permitted";
    }
}

string_enum! {
    /// What can be checked about a statement.
    #[non_exhaustive]
    Nature {
        /// 定量: a condition with a number.
        Quantitative = "quantitative", "定量", "quantitative";
        /// 目标: a number that the province aims at.
        Target = "target", "目标", "target";
        /// 可核查: a condition with a yes-or-no answer.
        Checkable = "checkable", "可核查", "checkable";
        /// 资格: the eligibility for a benefit, a preference or a permission; not being eligible is
        /// not a breach.
        Eligibility = "eligibility", "资格", "eligibility";
        /// 叙述: a narrative that no data can check.
        Narrative = "narrative", "叙述", "narrative";
    }
}

/// One statement (条款) of the body: a clause with a single content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Statement {
    /// The id: article, sentence and the letter of the clause, such as `9.1b`.
    pub id: &'static str,
    /// The article (条), 1 to 29.
    pub article: u8,
    /// The sentence (句) of the article, which ends with 「。」; 0 is the caption.
    pub sentence: u8,
    /// A verbatim quotation from the sentence, at most 50 characters.
    pub phrase: &'static str,
    /// The content in English. Only the Chinese text is authoritative.
    pub gloss: &'static str,
    /// The subject that it addresses (主体); several are separated by semicolons.
    pub subject: Text,
    /// The binding force; `None` for 2.2d, which defines a term.
    pub force: Option<Force>,
    /// What can be checked about it.
    pub nature: Nature,
    /// The responsible units (责任单位) of its article, as in [`Task::units`]; none for articles 1 and
    /// 29, which are not in the annex.
    pub units: &'static [&'static str],
}

/// One of the 24 tasks (工作任务) of the annex.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Task {
    /// The number of the row (序号), 1 to 24.
    pub row: u8,
    /// The heading of the row (工作任务).
    pub category: &'static str,
    /// The articles of the body that it implements: one, but four in row 19.
    pub articles: &'static [u8],
    /// The responsible units (责任单位) in the order of the annex. Each has one name, although the
    /// annex has variants of some. The annex does not say which unit leads. If the row is `joint`,
    /// the last item is 会同有关部门 (together with the departments concerned); in row 19 it also
    /// names 行业协会 and 省农业农村厅, which take part but are not responsible.
    pub units: &'static [&'static str],
    /// Whether the row has 会同有关部门.
    pub joint: bool,
}

/// Returns the statement with this id, for constants.
///
/// In a constant it links only that statement into the binary, not the whole table.
///
/// ```
/// use chanjiao::policy::{Force, Statement, statement};
///
/// const POSTS: Statement = statement("9.1b");
/// assert_eq!(POSTS.force, Some(Force::InPrinciple));
/// ```
///
/// An unknown id fails the build:
///
/// ```compile_fail
/// const NONE: chanjiao::policy::Statement = chanjiao::policy::statement("9.1z");
/// ```
///
/// At run time use [`find`].
///
/// # Panics
///
/// Panics if no statement has this id.
#[must_use]
#[expect(clippy::panic, reason = "evaluated in constants, where a panic fails the build")]
pub const fn statement(id: &str) -> Statement {
    let mut rest = STATEMENTS;
    while let [statement, tail @ ..] = rest {
        if same(statement.id, id) {
            return *statement;
        }
        rest = tail;
    }
    panic!("no statement of the policy has this id")
}

/// The policy as data.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Policy {
    /// The document number.
    pub document: &'static str,
    /// The SHA-256, in hexadecimal, of the text that the phrases are quoted from.
    pub text_sha256: &'static str,
    /// The 239 statements of the body.
    pub statements: &'static [Statement],
    /// The 24 tasks of the annex.
    pub tasks: &'static [Task],
    /// What a report on a record cannot say: [`VALIDITY`].
    pub validity: Text,
    /// The notes on other law that concerns the whole policy.
    #[cfg(feature = "catalogue")]
    pub law: &'static [LawNote],
}

/// Returns the policy with its statements and tasks.
///
/// The text does not give its date of issue, or whether it is still in force, so neither does this
/// library.
///
/// ```
/// let policy = chanjiao::policy();
/// assert_eq!((policy.statements.len(), policy.tasks.len()), (239, 24));
/// ```
#[must_use]
pub const fn policy() -> Policy {
    Policy {
        document: DOCUMENT,
        text_sha256: TEXT_SHA256,
        statements: STATEMENTS,
        tasks: TASKS,
        validity: VALIDITY,
        #[cfg(feature = "catalogue")]
        law: ON_THE_POLICY,
    }
}

/// Returns the statement with this id, if there is one.
#[must_use]
pub fn find(id: &str) -> Option<&'static Statement> {
    STATEMENTS.iter().find(|statement| statement.id == id)
}

/// Returns the task of the annex that implements this article; `None` for articles 1 and 29.
#[must_use]
pub const fn task(article: u8) -> Option<&'static Task> {
    let mut tasks = TASKS;
    while let [task, later @ ..] = tasks {
        let mut articles = task.articles;
        while let [first, others @ ..] = articles {
            if *first == article {
                return Some(task);
            }
            articles = others;
        }
        tasks = later;
    }
    None
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::io::{self, Write as _};

    use super::*;

    #[test]
    fn counts_of_the_body_are_those_of_the_inventory() {
        use Nature::{Checkable, Eligibility, Narrative, Quantitative, Target};
        const TABLE: [(Option<Force>, [usize; 5], usize); 6] = [
            (Some(Force::Mandatory), [8, 0, 17, 0, 6], 31),
            (Some(Force::InPrinciple), [2, 0, 3, 0, 0], 5),
            (Some(Force::Directive), [0, 4, 44, 4, 64], 116),
            (Some(Force::Encouraged), [1, 0, 15, 17, 49], 82),
            (Some(Force::Permitted), [0, 0, 0, 4, 0], 4),
            (None, [0, 0, 1, 0, 0], 1),
        ];
        let natures = [Quantitative, Target, Checkable, Eligibility, Narrative];
        let count = |matches: &dyn Fn(&Statement) -> bool| {
            STATEMENTS.iter().filter(|statement| matches(statement)).count()
        };
        assert_eq!(STATEMENTS.len(), 239);
        for (force, row, sum) in TABLE {
            let counted = natures.map(|nature| count(&|s| s.force == force && s.nature == nature));
            assert_eq!(counted, row, "{force:?}");
            assert_eq!(count(&|s| s.force == force), sum, "{force:?}");
        }
        let columns = natures.map(|nature| count(&|s| s.nature == nature));
        assert_eq!(columns, [11, 4, 80, 25, 119]);
    }

    #[test]
    fn ids_are_unique_and_sorted_and_give_article_and_sentence() {
        let parts: Vec<_> = STATEMENTS
            .iter()
            .map(|statement| {
                let letter = statement.id.chars().next_back().filter(char::is_ascii_lowercase);
                (statement.article, statement.sentence, letter)
            })
            .collect();
        assert!(parts.iter().zip(parts.iter().skip(1)).all(|(one, next)| one < next));
        for (statement, (article, sentence, letter)) in STATEMENTS.iter().zip(parts) {
            let letter = letter.map(String::from).unwrap_or_default();
            assert_eq!(statement.id, format!("{article}.{sentence}{letter}"));
            assert_eq!(letter.len(), 1, "{}", statement.id);
            assert!((1..=29).contains(&article), "{}", statement.id);
        }
    }

    #[test]
    fn texts_are_short_and_trimmed() {
        for Statement { id, phrase, gloss, subject, .. } in STATEMENTS {
            assert!((1..=50).contains(&phrase.chars().count()), "{id}");
            for text in [*phrase, *gloss, subject.zh(), subject.en()] {
                assert!(!text.is_empty() && text.trim() == text && !text.contains("  "), "{id}");
            }
            assert!(gloss.is_ascii() && subject.en().is_ascii(), "{id}");
            assert!(!subject.zh().contains(|c: char| c.is_ascii()), "{id}");
            assert_eq!(
                subject.zh().matches('；').count(),
                subject.en().matches("; ").count(),
                "{id}"
            );
        }
    }

    #[test]
    fn every_article_but_the_first_and_the_last_has_exactly_one_task() {
        assert_eq!(TASKS.len(), 24);
        assert!(TASKS.iter().map(|task| task.row).eq(1..=24));
        let articles: Vec<u8> = TASKS.iter().flat_map(|task| task.articles).copied().collect();
        assert!(articles.iter().copied().eq(2..=28));
        for article in 0..=u8::MAX {
            let found = task(article);
            assert_eq!(found.is_some(), (2..=28).contains(&article));
            assert!(found.is_none_or(|task| task.articles.contains(&article)));
        }
    }

    #[test]
    fn units_are_those_of_the_annex_row() {
        for statement in STATEMENTS {
            let units = task(statement.article).map_or(&[][..], |task| task.units);
            assert_eq!(statement.units, units, "{}", statement.id);
        }
        for Task { row, units, joint, .. } in TASKS {
            assert!(!units.is_empty(), "row {row}");
            assert_eq!(units.iter().collect::<BTreeSet<_>>().len(), units.len(), "row {row}");
            let position = |is: &dyn Fn(&str) -> bool| units.iter().position(|unit| is(unit));
            let others = position(&|unit| unit.starts_with("会同有关部门"));
            assert_eq!(others, joint.then_some(units.len() - 1), "row {row}");
            let cities = position(&|unit| unit == "各市州人民政府");
            assert!(cities.is_none_or(|at| at + 1 == others.unwrap_or(units.len())), "row {row}");
        }
        assert_eq!(
            statement("21.4a").units,
            [
                "省发展改革委",
                "省工业和信息化厅",
                "省教育厅",
                "省人力资源社会保障厅",
                "省民政厅",
                "各市州人民政府",
                "会同有关部门和行业协会、省农业农村厅",
            ]
        );
        let separate: Vec<u8> =
            TASKS.iter().filter(|task| !task.joint).map(|task| task.row).collect();
        assert_eq!(separate, [7, 11, 13, 22]);
    }

    #[test]
    fn a_statement_is_found_by_its_id() {
        const POSTS: Statement = statement("9.1b");
        assert_eq!((POSTS.article, POSTS.sentence), (9, 1));
        assert_eq!(POSTS.force, Some(Force::InPrinciple));
        assert_eq!(POSTS.nature, Nature::Quantitative);
        for one in STATEMENTS {
            assert_eq!(statement(one.id), *one);
            assert_eq!(find(one.id), Some(one));
        }
        for id in ["", "9", "9.1", "9.1z", "9.1bb", "09.1b", "9.1B", "30.1a"] {
            assert_eq!(find(id), None, "{id}");
        }
    }

    #[test]
    #[should_panic(expected = "no statement")]
    fn an_unknown_id_panics() {
        let _ = statement("9.1z");
    }

    #[test]
    fn only_the_definition_has_no_force() {
        let without = STATEMENTS.iter().filter(|statement| statement.force.is_none());
        assert!(without.map(|statement| statement.id).eq(["2.2d"]));
    }

    /// The sentences of each article in the text, the caption first.
    fn articles(text: &str) -> Vec<(u8, Vec<String>)> {
        let mut articles: Vec<(u8, Vec<String>)> = Vec::new();
        let mut in_article = false;
        for line in text.lines().map(str::trim) {
            let (head, body) = line.split_once('、').unwrap_or(("", line));
            if let Ok(number) = head.parse() {
                articles.push((number, Vec::new()));
                in_article = true;
            } else if line == "附件" || (!head.is_empty() && head.chars().all(is_numeral)) {
                in_article = false;
            }
            if let Some((_, sentences)) = articles.last_mut().filter(|_| in_article) {
                sentences.extend(body.split_inclusive('。').map(str::to_owned));
            }
        }
        articles
    }

    /// Whether the character belongs to the number of a chapter.
    fn is_numeral(character: char) -> bool {
        "一二三四五六七八九十".contains(character)
    }

    /// Compares the phrases with the text in the file that `CHANJIAO_POLICY_TEXT` names.
    #[test]
    #[expect(clippy::disallowed_methods, reason = "the text is not in the repository")]
    fn every_phrase_is_in_its_sentence() -> io::Result<()> {
        let Ok(path) = std::env::var("CHANJIAO_POLICY_TEXT") else {
            return writeln!(
                io::stderr(),
                "phrases not compared with the text: CHANJIAO_POLICY_TEXT is not set"
            );
        };
        let text = std::fs::read_to_string(path)?;
        assert!(text.contains(DOCUMENT));
        let articles = articles(&text);
        assert!(articles.iter().map(|(number, _)| *number).eq(1..=29));
        for Statement { id, article, sentence, phrase, .. } in STATEMENTS {
            let quoted = articles
                .iter()
                .find(|(number, _)| number == article)
                .and_then(|(_, sentences)| sentences.get(usize::from(*sentence)));
            assert!(quoted.is_some_and(|sentence| sentence.contains(phrase)), "{id}: {phrase}");
        }
        Ok(())
    }
}
