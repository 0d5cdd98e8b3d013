//! Generated files are up to date: schemas, catalogues, guides, messages and the digest.

#[path = "drift/guide.rs"]
mod guide;
#[path = "drift/readings.rs"]
mod readings;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use chanjiao::Language;
use chanjiao::schema::{self, Draft};
use chanjiao_tests::{top, vectors};
use serde_json::Value;
use sha2::{Digest, Sha256};

/// Every generated file, by its path in the repository.
fn generated() -> BTreeMap<PathBuf, String> {
    let mut files = BTreeMap::new();
    let mut put = |path: String, value: &Value| {
        let text = serde_json::to_string_pretty(value).expect("a value is JSON") + "\n";
        files.insert(PathBuf::from(path), text);
    };
    for (folder, draft) in [("2020-12", Draft::Draft2020), ("draft-07", Draft::Draft07)] {
        for subject in chanjiao::subjects() {
            put(
                format!("schemas/{folder}/{}.json", subject.name),
                &schema::subject(subject, draft),
            );
        }
        put(format!("schemas/{folder}/parameters.json"), &schema::parameters(draft));
        put(format!("schemas/{folder}/answer.json"), &schema::answer(draft));
        put(format!("schemas/{folder}/questions.json"), &schema::questions(draft));
        put(format!("schemas/{folder}/catalogue.json"), &schema::catalogue(draft));
    }
    put("schemas/rules.json".to_owned(), &with_digest(schema::rules()));
    put("schemas/policy.json".to_owned(), &schema::policy());
    put("schemas/subjects.json".to_owned(), &schema::subjects());
    put("schemas/parameters.json".to_owned(), &schema::parameters_catalogue());
    put("schemas/labels.json".to_owned(), &schema::labels());
    put("schemas/keywords.json".to_owned(), &schema::KEYWORDS.into());
    for (suffix, language) in [(".zh-CN.md", Language::Chinese), (".md", Language::English)] {
        let path = |name: &str| PathBuf::from(["core/guides/", name, suffix].concat());
        files.insert(path("rules"), guide::rules(language));
        files.insert(path("readings"), readings::readings(language));
    }
    files.insert(PathBuf::from("core/src/digest.txt"), digest());
    files.insert(PathBuf::from("tests/messages.tsv"), messages());
    files
}

/// One message for each rule, verdict, reason, list of missing facts, and with or without
/// parameters, and those of vectors about words, so that every change of wording shows up in a
/// diff.
fn messages() -> String {
    let mut seen = BTreeSet::new();
    let mut lines = String::from("rule\tverdict\tzh\ten\n");
    for file in vectors() {
        for case in file.cases.iter().filter(|case| case.faults.is_none()) {
            let answer: Value = serde_json::from_str(&case.answer(&file.subject)).expect("JSON");
            for finding in answer["report"]["findings"].as_array().expect("a report") {
                let text = |value: &Value| value.as_str().expect("a text").to_owned();
                let (rule, verdict) = (text(&finding["rule"]), text(&finding["verdict"]));
                let message = &finding["message"];
                let cells = [&rule, &verdict, &text(&message["zh"]), &text(&message["en"])];
                let of_rule = case.rule.as_ref() == Some(&rule);
                let why = finding["reason"].to_string() + &finding["missing"].to_string();
                let given = case.parameters.is_some();
                let is_new = || seen.insert((rule.clone(), verdict.clone(), why, given));
                if of_rule && (case.tests == "words" || is_new()) {
                    lines += &(cells.map(String::as_str).join("\t") + "\n");
                }
            }
        }
    }
    lines
}

/// SHA-256 over the rules, the subjects and the parameters, without the digest itself.
fn digest() -> String {
    let mut rules = schema::rules();
    rules["ruleset"] = Value::Null;
    let mut hash = Sha256::new();
    for value in [rules, schema::subjects(), schema::parameters_catalogue()] {
        hash.update(value.to_string());
    }
    format!("{:x}", hash.finalize())
}

/// The compiled-in digest is one run behind if it changes.
fn with_digest(mut rules: Value) -> Value {
    rules["ruleset"]["digest"] = digest().into();
    rules
}

fn files_under(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.map(|entry| entry.expect("an entry of the folder").path());
    paths.flat_map(|path| if path.is_dir() { files_under(&path) } else { vec![path] }).collect()
}

#[test]
fn generated_files_are_up_to_date() {
    let files = generated();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::remove_dir_all(top().join("schemas")).expect("the folder of schemas");
        for (path, text) in &files {
            let path = top().join(path);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            std::fs::write(path, text).expect("a file written");
        }
        return;
    }
    let mut stale: Vec<String> = files
        .iter()
        .filter(|(path, text)| {
            std::fs::read_to_string(top().join(path)).ok().as_ref() != Some(text)
        })
        .map(|(path, _)| path.display().to_string())
        .collect();
    let known = |path: &PathBuf| files.keys().any(|file| top().join(file) == *path);
    let unexpected = files_under(&top().join("schemas")).into_iter().filter(|path| !known(path));
    stale.extend(unexpected.map(|path| path.display().to_string()));
    assert!(
        stale.is_empty(),
        "run `UPDATE=1 cargo test -p chanjiao-tests --test drift`, then `npm run generate` in \
        bindings-wasm and `python3 bindings-python/build/generate.py`, and commit; stale:\n{}",
        stale.join("\n")
    );
}

/// Every checkable statement has a rule or a reason why it has none; narrative ones have neither.
#[test]
fn the_catalogue_contains_every_statement_and_task() {
    let policy = schema::policy();
    let statements = policy["statements"].as_array().expect("a list");
    let tasks = policy["tasks"].as_array().expect("a list");
    assert_eq!((statements.len(), tasks.len()), (239, 24));
    let mut checkable = 0;
    for statement in statements {
        let id = &statement["id"];
        let encoded = statement["rules"].as_array().is_some_and(|rules| !rules.is_empty());
        let listed = !statement["not_encoded"].is_null();
        if statement["nature"] == "narrative" {
            assert!(!encoded && !listed, "{id} is narrative");
            assert!(!statement["gloss"].as_str().expect("a text").is_empty(), "{id}");
        } else {
            checkable += 1;
            assert!(!(encoded && listed), "{id} has a rule, and is listed in not_encoded.rs");
            assert!(encoded || listed, "{id} has neither a rule nor a reason in not_encoded.rs");
        }
    }
    assert_eq!(checkable, 120, "the number of checkable statements changed: update it here");
}

#[test]
fn the_guides_for_policy_officers_count_what_there_is() {
    let policy = schema::policy();
    let statements = policy["statements"].as_array().expect("a list");
    let count = |is: fn(&&Value) -> bool| statements.iter().filter(is).count();
    let encoded = count(|it| it["rules"].as_array().is_some_and(|rules| !rules.is_empty()));
    let listed = count(|it| !it["not_encoded"].is_null());
    let narrative = count(|it| it["nature"] == "narrative");
    let (all, rules, subjects) =
        (statements.len(), chanjiao::rules().count(), chanjiao::subjects().len());
    let parameters = chanjiao::parameters();
    let readings = parameters.iter().filter(|it| it.choices().is_some()).count();
    let parameters = parameters.len();
    for (guide, counts) in [
        (
            "policy-officer.zh-CN.md",
            format!(
                "正文的 {all} 条条文中，{encoded} 条写成 {rules} 条规则，分属 {subjects} 类对象；\
                 {listed} 条可以核对而未写成规则，{narrative} 条为叙述性条文。规则的数值、日期和口径共 \
                 {parameters} 个参数，其中 {readings} 个是口径。"
            ),
        ),
        (
            "policy-officer.md",
            format!(
                "Of the {all} clauses of the body, {encoded} are encoded as {rules} rules for \
                 {subjects} subjects; {listed} can be checked but are no rules, and {narrative} are \
                 narrative. The numbers, days and readings of the rules are {parameters} parameters, \
                 of which {readings} are readings."
            ),
        ),
    ] {
        let path = top().join("core/guides").join(guide);
        let text = std::fs::read_to_string(path).expect("a guide");
        assert!(text.contains(&counts), "{guide} does not say: {counts}");
    }
}

/// Only if the inventory of the policy is available.
#[test]
fn statements_equal_the_inventory() {
    let Some(file) = std::env::var_os("CHANJIAO_POLICY_INVENTORY") else {
        println!("statements not compared: CHANJIAO_POLICY_INVENTORY is not set");
        return;
    };
    let inventory = std::fs::read_to_string(file).expect("the inventory");
    let rows: Vec<(&str, &str)> = inventory
        .lines()
        .skip(1)
        .map(|row| {
            let mut cells = row.split('\t');
            (cells.next().unwrap_or_default(), cells.next().unwrap_or_default())
        })
        .collect();
    let statements = chanjiao::policy().statements;
    assert!(rows.iter().map(|row| row.0).eq(statements.iter().map(|it| it.id)), "other ids");
    for ((id, fragment), statement) in rows.iter().zip(statements) {
        // A phrase may be longer, so that it is operative. That of 24.1a has the head noun of the
        // clause instead of its attribute.
        let has_fragment = statement.phrase.contains(fragment) || *id == "24.1a";
        assert!(has_fragment, "{id}: {} instead of {fragment}", statement.phrase);
    }
}
