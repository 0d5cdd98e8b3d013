//! Shared by the tests: paths, test vectors and reproducible random numbers.

pub mod steps;
#[cfg(feature = "targets")]
pub mod targets;

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Runs the examples of the README as tests.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;

/// Runs the examples of the Chinese README as tests.
#[cfg(doctest)]
#[doc = include_str!("../../README.zh-CN.md")]
struct ChineseReadme;

/// The root of the repository.
#[must_use]
pub fn top() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The test vectors of one subject.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vectors {
    /// The subject.
    pub subject: String,
    /// Its cases.
    pub cases: Vec<Case>,
}

/// A record and its expected result.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// One sentence: what the case tests.
    pub title: String,
    /// The kind of case: `at`, `below`, `above`, `holds`, `fails`, `missing`,
    /// `not_applicable`, `pending`, `time` (before or after the policy), `choice` (of a reading that
    /// is a parameter), `reading` (anything else about the meaning), `words` (of the message),
    /// `conclusion`, `explanation` or `fault`.
    pub tests: String,
    /// The missing fact, if the case tests a missing fact.
    pub lacks: Option<String>,
    /// The rule of the expected verdict.
    pub rule: Option<String>,
    /// The record.
    pub record: Option<Value>,
    /// The record as JSON text, if the spelling matters.
    pub text: Option<String>,
    /// Overrides of parameters.
    pub parameters: Option<Value>,
    /// The verdict of the rule.
    pub verdict: Option<String>,
    /// Why it is so.
    pub reason: Option<String>,
    /// The last day of a period that still runs.
    pub until: Option<String>,
    /// The force of the rule under the readings in force.
    pub force: Option<String>,
    /// Its bounds, without their units.
    pub bounds: Option<Value>,
    /// The missing facts of the finding.
    pub missing: Option<Value>,
    /// Whether the finding is explained.
    pub explained: Option<bool>,
    /// The readings under which the finding has another verdict.
    pub contested: Option<Value>,
    /// Parts of its message, in Chinese or in English.
    pub says: Option<Vec<String>>,
    /// The conclusion of the report.
    pub conclusion: Option<String>,
    /// The readings under which the report has another conclusion.
    pub conclusion_contested: Option<Value>,
    /// The parameters in the report whose values are not the default ones.
    pub overridden: Option<Value>,
    /// The faults, by pointer and code.
    pub faults: Option<Vec<CaseFault>>,
}

/// A fault, by pointer and code.
#[derive(Debug, Clone, Serialize, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct CaseFault {
    /// The input with the fault; `record` by default.
    #[serde(rename = "in", default = "record")]
    pub input: String,
    /// The JSON Pointer.
    pub pointer: String,
    /// The code.
    pub code: String,
}

fn record() -> String {
    "record".to_owned()
}

impl Case {
    /// The record as JSON text.
    ///
    /// # Panics
    /// If the case has neither record nor text.
    #[must_use]
    pub fn record_text(&self) -> String {
        let written = || self.record.as_ref().map(Value::to_string);
        self.text.clone().or_else(written).expect("a case has a record or a text")
    }

    /// Checks the record and returns the answer.
    #[must_use]
    pub fn answer(&self, subject: &str) -> String {
        let parameters = self.parameters.as_ref().map(Value::to_string);
        chanjiao::check_json(subject, &self.record_text(), parameters.as_deref())
    }

    /// Checks that an answer is the expected one.
    ///
    /// # Errors
    /// The first difference.
    pub fn holds(&self, answer: &str) -> Result<(), String> {
        let answer: Value = serde_json::from_str(answer).map_err(|error| error.to_string())?;
        let found: Vec<CaseFault> = answer["faults"]
            .as_array()
            .ok_or("no list of faults")?
            .iter()
            .map(|fault| CaseFault {
                input: text(&fault["in"]),
                pointer: text(&fault["pointer"]),
                code: text(&fault["code"]),
            })
            .collect();
        let expected = self.faults.as_deref().unwrap_or_default();
        same("faults", &found.as_slice(), &expected)?;
        let report = &answer["report"];
        if let Some(conclusion) = &self.conclusion {
            same("conclusion", &text(&report["conclusion"]), conclusion)?;
        }
        if let Some(contested) = &self.conclusion_contested {
            same("contested conclusion", &report["contested"], contested)?;
        }
        if let Some(overridden) = &self.overridden {
            // As text: they stand in the order of the table.
            let found = report["ruleset"]["overridden"].to_string();
            same("overridden", &found, &overridden.to_string())?;
        }
        let Some(rule) = &self.rule else {
            return Ok(());
        };
        if !expected.is_empty() {
            return Ok(());
        }
        let finding = report["findings"]
            .as_array()
            .and_then(|findings| findings.iter().find(|it| it["rule"] == rule.as_str()))
            .ok_or_else(|| format!("no finding of {rule}"))?;
        for (key, expected) in [
            ("verdict", &self.verdict),
            ("reason", &self.reason),
            ("until", &self.until),
            ("force", &self.force),
        ] {
            if let Some(expected) = expected {
                same(key, &text(&finding[key]), expected)?;
            }
        }
        if let Some(bounds) = &self.bounds {
            let mut found = finding["bounds"].clone();
            for bound in found.as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut)
            {
                bound.remove("unit");
            }
            same("bounds", &found, bounds)?;
        }
        if let Some(missing) = &self.missing {
            same("missing", &finding["missing"], missing)?;
        }
        if let Some(explained) = self.explained {
            same("explained", &finding["explained"].as_bool(), &Some(explained))?;
        }
        if let Some(contested) = &self.contested {
            same("contested", &finding["contested"], contested)?;
        }
        let message = &finding["message"];
        for part in self.says.iter().flatten() {
            if !["zh", "en"].iter().any(|it| text(&message[it]).contains(part)) {
                return Err(format!("message: {message} without {part:?}"));
            }
        }
        Ok(())
    }
}

fn same<T: PartialEq + Serialize>(what: &str, found: &T, expected: &T) -> Result<(), String> {
    if found == expected {
        return Ok(());
    }
    let json = |value| serde_json::to_string(value).expect("a value is JSON");
    Err(format!("{what}: {} instead of {}", json(found), json(expected)))
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// Reads all vectors.
///
/// # Panics
/// If a file cannot be read or is not a file of vectors.
#[must_use]
pub fn vectors() -> Vec<Vectors> {
    let folder = top().join("tests/vectors");
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder)
        .expect("the folder of vectors")
        .map(|entry| entry.expect("an entry of the folder").path())
        .collect();
    files.sort();
    let read = |file: PathBuf| {
        let text = std::fs::read_to_string(&file).expect("a file of vectors");
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
    };
    files.into_iter().map(read).collect()
}

/// A pseudo-random sequence that is the same in every run.
#[derive(Debug)]
pub struct Draw(u64);

impl Draw {
    /// The sequence seeded with this name.
    #[must_use]
    pub fn new(name: &str) -> Self {
        Self(name.bytes().fold(82, |seed, byte| seed.wrapping_mul(31) ^ u64::from(byte)))
    }

    /// A number below `bound`.
    ///
    /// # Panics
    /// If the bound is 0.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) >> 33).expect("31 bits") % bound
    }

    /// True with a probability of 1 in `bound`.
    pub fn one_in(&mut self, bound: usize) -> bool {
        self.below(bound) == 0
    }

    /// An item of the list.
    ///
    /// # Panics
    /// If the list is empty.
    pub fn of<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }
}
