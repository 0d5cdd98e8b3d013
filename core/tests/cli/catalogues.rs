//! The catalogues and the explanation of a rule.

use super::*;

#[test]
fn an_unknown_name_gets_a_suggestion() {
    for (arguments, expected) in [
        (&["check", "-s", "enterprize", "-"][..], "是否指 `enterprise`？"),
        (&["explain", "enterprise.teacher_post"], "是否指 `enterprise.teacher_posts`？"),
        (&["explain", "training_fund"], "是否指 `enterprise.training_fund`？"),
        (&["schema", "visits"], "是否指 `visit`？"),
        (&["rules", "-s", "teachers", "--lang", "en"], "Did you mean `teacher`?"),
    ] {
        let run = run(arguments);
        assert_eq!((run.code, run.text()), (2, ""));
        assert!(run.err.contains(expected), "{}", run.err);
    }
}

#[test]
fn catalogues_are_available_as_json() {
    let json =
        |arguments: &[&str]| -> Value { serde_json::from_str(run(arguments).text()).unwrap() };
    let rules = json(&["rules", "--format", "json"]);
    assert_eq!(rules, chanjiao::schema::rules());
    let of_visit = json(&["rules", "--subject", "visit", "--format", "json"]);
    assert_eq!(of_visit["rules"].as_array().unwrap().len(), 1);
    assert_eq!(json(&["parameters", "-f", "json"]), chanjiao::schema::parameters_catalogue());
    assert_eq!(json(&["subjects", "-f", "json"]), chanjiao::schema::subjects());
    let visit = chanjiao::subject("visit").unwrap();
    for (draft, name) in [
        (chanjiao::schema::Draft::Draft2020, "2020-12"),
        (chanjiao::schema::Draft::Draft07, "draft-07"),
    ] {
        let schema = json(&["schema", "visit", "--draft", name]);
        assert_eq!(schema, chanjiao::schema::subject(visit, draft));
    }
}

#[test]
fn catalogues_are_tables_by_default() {
    for (arguments, expected) in [
        (&["subjects"][..], "enterprise"),
        (&["rules"], "enterprise.teacher_posts"),
        (&["parameters"], "teacher_posts_share"),
    ] {
        let chinese = run(arguments);
        let english = run(&[arguments, &["--lang", "en"]].concat());
        assert!(chinese.text().contains(expected) && english.text().contains(expected));
        assert_ne!(chinese.text(), english.text());
    }
}

#[test]
fn a_rule_is_explained_with_an_example_on_each_side_of_its_bound() {
    let run = run(&["explain", "enterprise.teacher_posts"]);
    assert_eq!(run.code, 0);
    for expected in [
        "9.1b（第 9 条第 1 句）",
        "企业原则上每年提供的顶岗实践岗位数不低于在职员工数0.5%",
        "义务 · 原则上",
        "大、中型企业",
        "应提供教师顶岗实践岗位 [在职员工数 × 0.5%] 个以上",
        "teacher_posts_share = 0.5 %",
        "省教育厅",
        "staff_in_service",
        "还差 1 个",
    ] {
        assert!(run.text().contains(expected), "{expected}: {}", run.text());
    }
    let by_statement = explained("9.1b");
    assert_eq!(by_statement, run.text());
}

#[test]
fn a_rule_is_explained_with_other_law_and_who_decides_its_facts() {
    for (rule, language, expected) in [
        (
            "enterprise.social_report",
            "zh",
            "《职业教育法》（2022年修订）第二十四条第三款（2022-05-01起）：适用范围更宽；",
        ),
        (
            "enterprise.social_report",
            "en",
            "Vocational Education Law (revised in 2022), article 24(3), since 2022-05-01: widens; ",
        ),
        ("enterprise.social_report", "zh", "（由统计部门认定）  above_designated_size"),
        (
            "enterprise.social_report",
            "en",
            " (as determined by the statistics authority)  above_designated_size",
        ),
        ("enterprise.frontline_share", "zh", "（元）  training_fund_spent_yuan"),
    ] {
        let run = run(&["explain", rule, "--lang", language]);
        assert!(run.text().contains(expected), "{expected}: {}", run.text());
    }
    // The whole policy is qualified once, also if a statement has several rules.
    let validity = chanjiao::policy::VALIDITY.zh();
    for name in ["8.1a", "9.1b"] {
        assert_eq!(explained(name).matches(validity).count(), 1, "{name}");
    }
}

fn explained(name: &str) -> String {
    run(&["explain", name]).text().to_owned()
}

#[test]
fn the_guides_quote_what_is_printed() {
    for (guide, language) in [
        (include_str!("../../guides/policy-officer.md"), "en"),
        (include_str!("../../guides/policy-officer.zh-CN.md"), "zh"),
    ] {
        let found = run(&["check", "--subject", "enterprise", "--lang", language, SAMPLE]);
        let quoted = guide.split("```text\n").skip(1).map(|it| it.split("```").next().unwrap());
        let quoted: Vec<&str> = quoted.flat_map(str::lines).collect();
        assert_eq!(quoted.len(), 2);
        for line in quoted {
            assert!(found.text().lines().any(|it| it == line), "not printed: {line}");
        }
    }
}
