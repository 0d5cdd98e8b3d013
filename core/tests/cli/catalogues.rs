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
        "9.1b（第9点第1句第2分句）",
        "企业原则上每年提供的顶岗实践岗位数不低于在职员工数0.5%",
        "义务 · 原则上",
        "大、中型企业",
        "应提供教师顶岗实践岗位 [在职员工数 × 0.5%] 个以上",
        "teacher_posts_share = 0.5 %",
        "省教育厅",
        "staff_in_service",
        "large_and_medium（默认）：句首“在大中型企业”及于本分句",
        "差 1 个",
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
        assert_eq!(quoted.len(), 3);
        for line in quoted {
            assert!(found.text().lines().any(|it| it == line), "not printed: {line}");
        }
    }
}

#[test]
fn parameters_are_listed_with_the_choices_of_readings() {
    for (language, expected) in [
        (
            "zh",
            [
                "口径（23 项）：",
                "credit_record_breach  11.5a  不按规定提取使用\n  \
                 either（默认）：提取或者使用任一不符合规定即可（文件文字）\n  \
                 both：“提取使用”为一体：提取和使用均不符合规定（文字可作此理解）\n",
                "frontline_share                      60 %             11.1c  湘政办发〔2018〕82号",
            ],
        ),
        (
            "en",
            [
                "readings (23): ",
                "credit_record_breach  11.5a  not set aside or used by the rules\n  \
                 either (default): Either the setting aside or the use against the rules. \
                 (the policy's words)\n  both: \"Set aside and use\" is one: both are against the \
                 rules. (a meaning that the words allow)\n",
                "frontline_share                      60 %               11.1c   the policy",
            ],
        ),
    ] {
        let run = run(&["parameters", "--lang", language]);
        for expected in expected {
            assert!(run.text().contains(expected), "{expected}: {}", run.text());
        }
    }
}

#[test]
fn a_rule_is_explained_with_its_figures_days_and_readings() {
    for (rule, language, expected) in [
        ("teacher.induction_practice", "zh", "适用对象     2019-01-01起新入职的职业学校专业教师\n"),
        ("teacher.induction_practice", "en", "hired on or after 2019-01-01\n"),
        ("internship.host_cap", "zh", "适用对象     2022-01-01前开始的实习\n"),
        ("visit.duration", "en", "requirement  a visit of 12 months\n"),
        ("enterprise.cooperation_partner", "zh", "要求         销售收入达到亿元以上\n"),
        ("enterprise.cooperation_partner", "en", "sales revenue of at least CNY 100,000,000.00\n"),
        ("teacher_training.free_of_charge", "zh", "要求         不得向教师收取培训费用\n  解读"),
        (
            "industry_forecast.interval",
            "zh",
            "要求         行业市场人才需求预测报告应每3年发布一次\n",
        ),
        (
            "industry_forecast.interval",
            "zh",
            "  口径         forecast_gaps：报告发布间隔\n                 \
             present_only（默认）：只看最近一次报告至评价日的间隔（文件文字）\n                 \
             every_gap：",
        ),
        (
            "industry_forecast.interval",
            "en",
            "  choices      forecast_gaps: intervals between reports\n                 \
             present_only (default): Only the interval",
        ),
        // A number of another norm has the source of that norm.
        ("internship.host_cap", "zh", "internship_host_cap_share = 10 %；《湖南省职业学校学生实习"),
        (
            "internship.host_cap_general",
            "zh",
            "internship_host_cap_share = 10 %；《职业学校学生实习管理规定》（教职成〔2021〕4号）",
        ),
        // No stray space where a parameter has no unit.
        ("teacher.induction_practice", "zh", "induction_applies_from = 未设；"),
    ] {
        let run = run(&["explain", rule, "--lang", language]);
        assert!(run.text().contains(expected), "{expected}: {}", run.text());
    }
    for rule in chanjiao::rules() {
        for language in chanjiao::Language::ALL {
            let words = rule.requirement_words(language).join("");
            let scope = rule.scope_words(language).unwrap_or_default();
            assert!(!words.is_empty(), "{}", rule.id);
            assert!(![words, scope].concat().contains(['{', '}']), "{}", rule.id);
        }
    }
}
