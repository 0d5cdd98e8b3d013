//! The output: its formats, its destination, and the exit code.

use super::*;

#[test]
fn the_summary_of_the_sample_is_that_of_the_readme() {
    let found = run(&["check", "--subject", "enterprise", SAMPLE]);
    assert_eq!((found.code, found.err.as_str()), (1, ""));
    assert!(!found.text().contains('\u{1b}'), "no styles without a terminal");
    for readme in [include_str!("../../../README.md"), include_str!("../../../README.zh-CN.md")] {
        let shown = readme.split("```text\n").nth(1).unwrap().split("```").next().unwrap();
        assert!(shown.lines().count() > 15, "{shown}");
        for line in shown.lines().filter(|line| line.trim() != "…") {
            assert!(found.text().lines().any(|it| it == line), "not printed: {line}");
        }
    }
    let english = in_english();
    assert!(
        english.contains("12 records") && english.contains("short by 2 positions"),
        "{english}"
    );
}

#[test]
fn the_summary_ends_with_what_it_cannot_say() {
    let validity = chanjiao::policy::VALIDITY;
    let run = run(&["check", "--subject", "enterprise", SAMPLE]);
    assert_eq!(run.text().lines().last(), Some(validity.zh()));
    assert_eq!(in_english().lines().last(), Some(validity.en()));
    // There is no summary to qualify if nothing was read.
    let none = fed(&["check", "-s", "enterprise", "missing.csv"], b"");
    assert_eq!(none.text(), "");
}

fn in_english() -> String {
    run(&["check", "--lang", "en", "--subject", "enterprise", SAMPLE]).text().to_owned()
}

#[test]
fn ndjson_and_json_have_the_answers_of_the_library() {
    let table = "name,staff_total,trained_staff\n甲,100,30\n乙,x,\n";
    let lines = enterprises(table, &[]);
    assert_eq!(lines.code, 2);
    let records = [
        r#"{"name":"甲","staff_total":100,"trained_staff":30}"#,
        r#"{"name":"乙","staff_total":"x"}"#,
    ];
    let mut expected = String::new();
    for ((row, record), name) in records.iter().enumerate().zip(["甲", "乙"]) {
        let answer = chanjiao::check_json("enterprise", record, None);
        let rest = answer.strip_prefix('{').unwrap();
        // The faults of a table have its header and its cell, too.
        let cell = ",\"column\":\"staff_total\",\"cell\":\"x\"}],\"report\":null}";
        let rest = rest.replace("}],\"report\":null}", cell);
        let line = row + 2;
        let place = format!("{{\"row\":{row},\"line\":{line},\"name\":\"{name}\",");
        expected.extend([&place, rest.as_str(), "\n"]);
    }
    assert_eq!(lines.text(), expected);

    let list = fed(&["check", "-s", "enterprise", "-f", "json", "-"], table.as_bytes());
    let list: Value = serde_json::from_str(list.text()).unwrap();
    assert_eq!(list, Value::from(lines.lines()));
}

#[test]
fn csv_has_one_column_per_rule_and_no_formulas() {
    let table = concat!(
        "name,size_class,teacher_posts,teacher_posts_mentored\n",
        "=cmd|' /C calc'!A0,medium,14,12\n",
        "\"乙,\"\"丙\"\"\",micro,0,0\n",
        "丁,huge,1,1\n",
    );
    let run = fed(&["check", "-s", "enterprise", "-f", "csv", "-"], table.as_bytes());
    assert_eq!(run.code, 2);
    let text = run.text();
    let heads: Vec<&str> = text.lines().next().unwrap().split(',').collect();
    let column = |name: &str| heads.iter().position(|head| *head == name).unwrap();
    assert_eq!(&heads[..4], ["row", "line", "name", "conclusion"]);
    assert_eq!(heads.last(), Some(&"faults"));
    assert!(!heads.contains(&"enterprise.cooperation_partner.shortfall"), "it has two bounds");
    let rows: Vec<&str> = text.lines().skip(1).collect();
    assert!(rows[0].starts_with("0,2,\"'=cmd|' /C calc'!A0\",non_compliant,"), "{}", rows[0]);
    assert!(rows[1].starts_with("1,3,\"乙,\"\"丙\"\"\",incomplete,"), "{}", rows[1]);
    assert!(
        rows[2].starts_with("2,4,丁,,,") && rows[2].contains("size_class  企业规模："),
        "{}",
        rows[2]
    );
    let first: Vec<&str> = rows[0].split(',').collect();
    assert_eq!(first[column("enterprise.teacher_posts_mentored")], "unmet");
    assert_eq!(first[column("enterprise.teacher_posts_mentored.shortfall")], "2");
    let internship = fed(&["check", "-s", "internship", "-f", "csv", "-"], b"host_interns\n1\n");
    assert!(
        internship
            .text()
            .starts_with("row,line,conclusion,internship.host_cap,internship.host_cap.excess,")
    );
}

#[test]
fn the_columns_agree_with_the_answers() {
    let lines = run(&["check", "-s", "enterprise", "-f", "ndjson", SAMPLE]).lines();
    let table = run(&["check", "-s", "enterprise", "-f", "csv", SAMPLE]);
    let mut rows = table.text().lines().map(|line| line.split(',').collect::<Vec<_>>());
    let heads = rows.next().unwrap();
    let mut gaps = 0;
    for (row, answer) in rows.zip(&lines) {
        let cell = |name: &str| heads.iter().position(|head| *head == name).map(|at| row[at]);
        let report = &answer["report"];
        assert_eq!(cell("row").unwrap(), answer["row"].to_string());
        assert_eq!(cell("conclusion"), report["conclusion"].as_str());
        for finding in report["findings"].as_array().unwrap() {
            let rule = finding["rule"].as_str().unwrap();
            assert_eq!(cell(rule), finding["verdict"].as_str());
            let bounds = finding["bounds"].as_array().unwrap();
            let gap = cell(&[rule, ".shortfall"].concat());
            assert_eq!(gap.is_some(), bounds.len() == 1, "{rule}");
            if let Some(gap) = gap {
                assert_eq!(gap, bounds[0]["shortfall"].as_str().unwrap_or_default(), "{rule}");
                gaps += usize::from(!gap.is_empty());
            }
        }
    }
    assert_eq!((lines.len(), gaps), (12, 7));
}

#[test]
fn control_characters_do_not_reach_the_terminal() {
    let table = "name\u{1b}[2J,name,year\nx,\u{1b}]0;甲\u{7}\u{9b}31m\u{202e},19\u{1b}[1m\n";
    let run = fed(&["check", "-s", "enterprise", "-"], table.as_bytes());
    assert_eq!(run.code, 2);
    for text in [run.text(), run.err.as_str()] {
        let harmful = text.chars().find(|it| it.is_control() && *it != '\n' || *it == '\u{202e}');
        assert_eq!(harmful, None, "{text}");
    }
    // An invalid argument is reported without its control characters.
    for arguments in [&["\u{1b}[2Jcheck"][..], &["check", "--format", "\u{9b}31m\u{202e}"]] {
        let run = fed(arguments, b"");
        assert_eq!((run.code, run.text()), (2, ""));
        assert!(run.err.starts_with("error: "), "{}", run.err);
        assert!(run.err.chars().all(|it| it == '\n' || !it.is_control() && it != '\u{202e}'));
    }
}

#[test]
fn the_exit_code_tells_compliant_from_failing_and_invalid() {
    let standard = |rest: &str| format!("school_kind,standard_yuan,year\n中职,{rest}\n");
    let visit = |start: &str| format!("start,end\n{start},2024-08-31\n");
    let teacher = |hired_on: &str| {
        format!(
            "{{\"as_of\":\"2024-09-30\",\"school_kind\":\"higher_vocational\",\
             \"role\":\"specialist\",\"hired_on\":\"{hired_on}\",\"practice\":[]}}\n"
        )
    };
    for (subject, input, code) in [
        ("funding_standard", standard("15000,2024"), 0),
        ("funding_standard", standard("5000,2024"), 1),
        ("funding_standard", standard(",2024"), 1),
        ("funding_standard", standard("-1,2024"), 2),
        ("funding_standard", standard("5000,2024\n中职,x,2024"), 2),
        // An encouraged rule does not decide, so there is nothing to assess.
        ("visit", visit("2023-09-01"), 0),
        // Outside the time to which the policy is applied nothing was assessed either.
        ("visit", visit("2018-12-31"), 1),
        ("funding_standard", standard("5000,2018"), 1),
        ("funding_standard", standard("15000,2024\n中职,5000,2018"), 1),
        // Everything is pending, or not everything.
        ("teacher", teacher("2024-09-01"), 0),
        ("teacher", teacher("2021-09-01"), 1),
    ] {
        let run = fed(&["check", "-s", subject, "-"], input.as_bytes());
        assert_eq!(run.code, code, "{input}{}{}", run.text(), run.err);
        let run = fed(&["check", "-s", subject, "-f", "ndjson", "-"], input.as_bytes());
        assert_eq!(run.code, code, "{input}{}", run.err);
    }
    let unreadable = run(&["check", "-s", "visit", "no-such-file.csv"]);
    assert_eq!((unreadable.code, unreadable.text()), (2, ""));
    assert_eq!(run(&["check", "-s", "visit"]).code, 2);
    assert_eq!(run(&["--version"]).code, 0);
}

/// A programme that has no enterprise taking part, explained or not.
fn programme(explanation: &str) -> String {
    format!(
        "{{\"school_kind\":\"higher_vocational\",\"practical_hours\":1300,\"total_hours\":2500,\
         \"new_programme\":true,\"industry_participants\":0,\"explanations\":\
         {{\"programme.industry_participation\":{explanation}}}}}\n"
    )
}

#[test]
fn an_explanation_is_accepted_if_asked() {
    let code = |record: &str, more: &[&str]| {
        let run = fed(&[&["check", "-s", "programme", "-"][..], more].concat(), record.as_bytes());
        (run.code, run.text().to_owned())
    };
    let (unexplained, explained) = (programme("null"), programme("\"新设，正在洽谈\""));
    for more in [&[][..], &["--accept-explained"]] {
        let (exit, text) = code(&unexplained, more);
        assert_eq!(exit, 1);
        assert!(text.contains("第 1 行  未达到“原则上”的要求，应说明理由\n"), "{text}");
    }
    // What is short is shown, too, and that nobody reviewed the reasons.
    let (exit, text) = code(&explained, &[]);
    assert_eq!(exit, 1);
    assert!(text.contains("第 1 行  有未达到“原则上”要求的事项，已附理由（未经审查）"), "{text}");
    assert!(text.contains("实际 0 家，差 1 家（已附理由，未作审查）。\n"), "{text}");
    let (exit, text) = code(&explained.repeat(2), &["--accept-explained"]);
    assert_eq!(exit, 0);
    assert!(!text.contains("第 1 行"), "{text}");
    let both = [unexplained.as_str(), &explained].concat();
    assert_eq!(code(&both, &["--accept-explained"]).0, 1);
}

#[test]
fn a_single_record_is_reported_in_full() {
    let check = |subject: &str, more: &[&str], input: &str| {
        let arguments = [&["check", "-s", subject, "-"][..], more].concat();
        fed(&arguments, input.as_bytes()).text().to_owned()
    };
    let record = "staff_total,trained_staff,year\n100,30,2024\n";
    let zh = check("enterprise", &[], record);
    let report = "企业：1 条记录\n\n  表头在第 1 行；共 3 列，使用 3 列\n  1 条记录\n\n\
                  第 2 行  依现有信息和文件文字，尚不能下结论\n  尚缺事实 ";
    assert!(zh.starts_with(report), "{zh}");
    let finding = "\n\n  11.1d 年培训比例\n        \
                   符合：年度培训职工应达到 30 人以上，实际 30 人（比例 30.00%，标准 30%）。\n";
    assert!(zh.contains(finding), "{zh}");
    let shown = zh.lines().filter(|line| line.starts_with("        ")).count();
    assert!(chanjiao::subject("enterprise").unwrap().rules().len() <= shown, "{zh}");
    let en = check("enterprise", &["--lang", "en"], record);
    let report = "enterprise: 1 record\n\n  header on line 1; 3 of 3 columns used\n  1 record\n\n\
                  line 2  no conclusion";
    assert!(en.starts_with(report), "{en}");
    // Of several records, or if none is to be shown, there are counts.
    for counts in [
        check("enterprise", &[], &[record, "100,30,2024\n"].concat()),
        check("enterprise", &[], &[record, "100,x,2024\n"].concat()),
        check("enterprise", &["--limit", "0"], record),
    ] {
        assert!(counts.contains("\n  条款    规则 ") && !counts.contains(finding), "{counts}");
    }
    // A reading that sets a force turns the conclusion alone.
    let flags = chanjiao::subject("provincial_measures").unwrap().fields().iter();
    let flags = flags.filter(|field| matches!(field.kind, chanjiao::FieldKind::Flag));
    let flags: Vec<String> = flags
        .map(|flag| format!("\"{}\":{}", flag.key(), flag.key() != "information_platform"))
        .collect();
    let text = check("provincial_measures", &[], &format!("{{{}}}\n", flags.join(",")));
    let contested = "第 1 行  符合文件要求\n  口径不同，判定不同：文件部署尚未落实\
                     （information_platform_force=directive：";
    assert!(text.contains(contested), "{text}");
}

#[test]
fn what_is_known_so_far_is_said_of_an_open_conclusion() {
    for (record, known) in [
        (
            r#"{"training_system": false, "size_class": "large", "staff_in_service": 1000,
                "teacher_posts": 0}"#,
            Some([
                "已知未落实 1 项，未达“原则上”要求 1 项",
                "known so far: 1 not implemented, 1 short of what is asked in principle",
            ]),
        ),
        (
            r#"{"training_system": false}"#,
            Some(["已知未落实 1 项", "known so far: 1 not implemented"]),
        ),
        (
            r#"{"size_class": "large", "staff_in_service": 1000, "teacher_posts": 0}"#,
            Some([
                "已知未达“原则上”要求 1 项",
                "known so far: 1 short of what is asked in principle",
            ]),
        ),
        // What is explained is not counted, and a mandatory obligation decides.
        (
            r#"{"size_class": "large", "staff_in_service": 1000, "teacher_posts": 0,
                "explanations": {"enterprise.teacher_posts": "在建"}}"#,
            None,
        ),
        (r#"{"training_system": false, "staff_congress_report": false}"#, None),
        ("{}", None),
    ] {
        let record = record.replace('\n', "");
        for (index, language) in ["zh", "en"].into_iter().enumerate() {
            let arguments = ["check", "-s", "enterprise", "--lang", language, "-"];
            let run = fed(&arguments, record.as_bytes());
            assert_eq!(run.code, 1);
            let said = run
                .text()
                .lines()
                .find(|it| it.starts_with("  已知") || it.starts_with("  known so far"));
            assert_eq!(said.map(str::trim_start), known.map(|it| it[index]), "{}", run.text());
        }
    }
}

#[test]
fn what_is_contested_is_named_and_in_columns_if_asked() {
    let table = concat!(
        "name,training_fund_set_aside_yuan,training_fund_spent_yuan,training_fund_frontline_yuan\n",
        "甲,200,100,62\n乙,200,100,59\n丙,100,100,62\n",
    );
    let check = |more: &[&str]| {
        let arguments = [&["check", "-s", "enterprise", "-"][..], more].concat();
        fed(&arguments, table.as_bytes()).text().to_owned()
    };
    let said = "  11.1c 经费用于一线职工的比例：符合；口径不同，判定不同：不符合\
                （frontline_share_base=set_aside：以当年提取的经费为基数）\n";
    let text = check(&[]);
    let of = |name: &str| text.split(name).nth(1).unwrap().split("第 ").next().unwrap().to_owned();
    assert!(of("甲").contains(said), "{text}");
    assert!(!of("乙").contains("口径不同") && !of("丙").contains("口径不同"), "{text}");
    let english = check(&["--lang", "en"]);
    let said = "  11.1c share of training funds for front-line employees: met; judged differently \
                under another interpretation: unmet \
                (frontline_share_base=set_aside: Of the funds set aside in the year)\n";
    assert!(english.contains(said), "{english}");

    let plain = check(&["-f", "csv"]);
    assert!(!plain.contains(".contested"), "{plain}");
    let contested = check(&["-f", "csv", "--contested"]);
    let mut rows = contested.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let heads = rows.next().unwrap();
    let column = |name: &str| heads.iter().position(|head| *head == name).unwrap();
    let rule = column("enterprise.frontline_share.contested");
    assert_eq!(
        heads[rule - 2..rule],
        ["enterprise.frontline_share", "enterprise.frontline_share.shortfall"]
    );
    let (conclusion, rows) = (column("conclusion.contested"), rows.collect::<Vec<_>>());
    let found: Vec<[&str; 2]> = rows.iter().map(|row| [row[rule], row[conclusion]]).collect();
    // Under the other reading, a mandatory obligation of the first row is unmet.
    assert_eq!(found, [["true", "true"], ["false", "false"], ["false", "false"]]);
}

#[test]
fn a_table_of_other_years_is_noted() {
    let table = |years: [u16; 2]| {
        let [one, other] = years;
        format!("name,year,staff_total,trained_staff\n甲,{one},100,10\n乙,{other},100,30\n")
    };
    let check = |years, more: &[&str]| {
        let arguments = [&["check", "-s", "enterprise", "-"][..], more].concat();
        fed(&arguments, table(years).as_bytes())
    };
    let all = check([2015, 2018], &[]);
    assert_eq!(all.code, 1);
    assert!(
        all.err.contains("所有记录（2015 至 2018 年）都在设定的适用期（2019-01-01 至 不限）之外"),
        "{}",
        all.err
    );
    let reason = "第 2 行  甲  无应评价事项\n  不适用：早于设定的适用起始日（2019-01-01）。\n";
    assert!(all.text().contains(reason), "{}", all.text());
    let english = check([2015, 2018], &["--lang", "en"]);
    assert!(
        english.err.contains("every record (2015 to 2018) lies outside the time"),
        "{}",
        english.err
    );
    assert_eq!(check([2018, 2019], &[]).err, "", "one of the records lies within");
    // Other days can be set.
    let visits = fed(&["check", "-s", "visit", "-"], b"start,end\n2018-12-31,2019-12-31\n");
    assert!(visits.err.contains("所有记录（2018 年）都在"), "{}", visits.err);
    let days = r#"{"policy_applies_from": "2015-01-01", "policy_applies_to": "2017-12-31"}"#;
    let days = file("days.json", days);
    let earlier = ["--parameters", days.to_str().unwrap(), "-f", "ndjson"];
    let run = check([2015, 2018], &earlier);
    let verdicts = run.lines().into_iter().map(|it| verdict(&it, "enterprise.training_coverage"));
    assert_eq!(verdicts.collect::<Vec<_>>(), ["unmet", "not_applicable"]);
    let late = check([2018, 2019], &earlier);
    assert!(late.err.contains("（2015-01-01 至 2017-12-31）之外"), "{}", late.err);
}

#[test]
fn records_without_a_year_are_counted() {
    let table = "name,year,staff_total,trained_staff\n甲,,100,10\n乙,2024,100,30\n";
    let run = fed(&["check", "-s", "enterprise", "-"], table.as_bytes());
    assert!(run.text().contains("\n  1 条记录未填年度，按在适用期内判断\n"), "{}", run.text());
    let table = table.replace("甲,,", "甲,2024,");
    let run = fed(&["check", "-s", "enterprise", "-"], table.as_bytes());
    assert!(!run.text().contains("未填"), "{}", run.text());
}

#[test]
fn a_missing_flag_is_a_question() {
    let run = fed(&["check", "-s", "transfer_reward", "-"], b"lawfully_obtained\ntrue\n");
    assert!(run.text().contains("是否计入绩效工资"), "{}", run.text());
    let arguments = ["check", "-s", "transfer_reward", "--lang", "en", "-"];
    let run = fed(&arguments, b"lawfully_obtained\ntrue\n");
    assert!(run.text().contains("; whether the reward is counted in"), "{}", run.text());
}

#[test]
fn an_output_file_is_written_unless_it_is_an_input() {
    let input = file("guarded.csv", "name\n甲\n");
    let output = Path::new(env!("CARGO_TARGET_TMPDIR")).join("guarded.txt");
    let (input, output) = (input.to_str().unwrap(), output.to_str().unwrap());
    assert_eq!(run(&["check", "-s", "enterprise", "-o", output, input]).code, 1);
    let text = fs::read_to_string(output).unwrap();
    assert!(text.contains("企业：1 条记录") && !text.contains('\u{1b}'), "{text}");
    assert_eq!(run(&["check", "-s", "enterprise", "-o", input, input]).code, 2);
    assert_eq!(fs::read_to_string(input).unwrap(), "name\n甲\n");
}

#[test]
fn a_closed_pipe_is_not_an_error() {
    let table = ["name\n", &"甲\n".repeat(20_000)].concat();
    let path = file("many.csv", table);
    for format in ["ndjson", "json", "csv"] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_chanjiao"))
            .args(["check", "-s", "enterprise", "-f", format])
            .arg(&path)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdout = child.stdout.take().unwrap();
        stdout.read_exact(&mut [0; 100]).unwrap();
        drop(stdout);
        let output = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{format}");
        assert!(output.status.code().is_some(), "{format}");
    }
}

#[test]
fn the_summary_shows_up_to_the_limit() {
    let table = ["name\n", &"甲\n".repeat(5_000)].concat();
    let shown = |limit: &str| {
        let run = fed(&["check", "-s", "enterprise", "--limit", limit, "-"], table.as_bytes());
        run.text().lines().filter(|line| line.contains("行  甲")).count()
    };
    assert_eq!((shown("0"), shown("3"), shown("2000")), (0, 3, 2000));
}

#[test]
fn the_form_of_an_output_file_is_that_of_its_extension() {
    let input = file("form.csv", "企业名称\n甲\n");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    for (name, more, start) in [
        ("form-out.json", &[][..], "[\n{"),
        ("form-out.ndjson", &[], "{\"row\":0"),
        ("form-out.jsonl", &[], "{\"row\":0"),
        ("form-out.csv", &[], "\u{feff}row,line,name,"),
        ("form-out-2.csv", &["--no-bom"], "row,line,name,"),
        ("form-out.xlsx", &[], "PK\u{3}\u{4}"),
        ("form-out.txt", &[], "企业：1 条记录"),
        ("form-out.dat", &[], "企业：1 条记录"),
        ("form-other.json", &["-f", "csv"], "\u{feff}row,line,name,"),
    ] {
        let path = folder.join(name);
        let output = ["check", "-s", "enterprise", "-o", path.to_str().unwrap()];
        let run = run(&[&output[..], more, &[input.to_str().unwrap()]].concat());
        assert_eq!((run.code, run.text()), (1, ""), "{name}: {}", run.err);
        assert!(fs::read(&path).unwrap().starts_with(start.as_bytes()), "{name}");
    }
    // Its own output is an input that the reader takes, mark and all.
    let path = folder.join("form-out.csv");
    assert!(
        run(&["check", "-s", "enterprise", path.to_str().unwrap()]).text().contains("未使用的列")
    );
    let plain = run(&["check", "-s", "enterprise", "-f", "csv", input.to_str().unwrap()]);
    assert!(plain.text().starts_with("row,line,"), "standard output has no mark");
}

#[test]
fn an_earlier_result_is_replaced_by_a_complete_one_only() {
    let kept = file("kept.csv", "kept\n");
    let kept_path = kept.to_str().unwrap();
    let unread = run(&["check", "-s", "enterprise", "-o", kept_path, "no-such-file.csv"]);
    assert_eq!(unread.code, 2);
    assert_eq!(unread.err, "no-such-file.csv: 没有这个文件或文件夹\n");
    assert_eq!(fs::read_to_string(&kept).unwrap(), "kept\n");
    let never = Path::new(env!("CARGO_TARGET_TMPDIR")).join("never.csv");
    run(&["check", "-s", "enterprise", "-o", never.to_str().unwrap(), "no-such-file.csv"]);
    assert!(!never.exists());
    let nowhere =
        run(&["check", "-s", "enterprise", "-o", "/no-such-folder/a.csv", "no-such-file.csv"]);
    assert_eq!(nowhere.err, "/no-such-folder/a.csv: 没有这个文件或文件夹\n");
    let one = file("one-of-two.csv", "name\n甲\n");
    let some = run(&[
        "check",
        "-s",
        "enterprise",
        "-o",
        kept_path,
        "no-such-file.csv",
        one.to_str().unwrap(),
    ]);
    assert_eq!(some.code, 2);
    let written = fs::read_to_string(&kept).unwrap();
    assert!(written.starts_with("\u{feff}row,file,line,name,"), "{written}");
    assert!(written.contains("one-of-two.csv,2,甲,"), "{written}");
    let drafts = fs::read_dir(kept.parent().unwrap()).unwrap();
    let drafts = drafts
        .filter(|it| it.as_ref().unwrap().file_name().to_string_lossy().starts_with(".chanjiao-"));
    assert_eq!(drafts.count(), 0);
}

#[test]
fn a_fault_names_the_column_and_the_cell_in_every_form() {
    let table =
        "\n\n企业名称,从业人员（万人）,销售收入（万元）\n甲,二百,12345.6789012\n乙,1,2,3,4\n";
    let check = |form: &str| {
        let arguments = ["check", "-s", "enterprise", "-f", form, "-"];
        fed(&arguments, table.as_bytes())
    };
    let staff =
        "从业人员（万人）  从业人员：不是整数；接受：0 至 9007199254740991 的整数。给出：二百";
    let sales = "给出：12345.6789012";
    let ragged = "这一行有 5 个单元格，表头有 3 个";
    for form in ["text", "csv"] {
        let text = check(form).text().to_owned();
        for said in [staff, sales, ragged, "乙"] {
            assert!(text.contains(said), "{said}: {text}");
        }
    }
    let problems = cells(check("xlsx").out, "问题");
    let said =
        |words: &str| problems.iter().any(|row| row.last().unwrap().to_string().contains(words));
    assert!([staff, sales, ragged].into_iter().all(said), "{problems:?}");
    let rows = check("ndjson").lines();
    let fault = &rows[0]["faults"][0];
    assert_eq!((&fault["column"], &fault["cell"]), (&"从业人员（万人）".into(), &"二百".into()));
    assert_eq!(rows[0]["faults"][1]["cell"], "12345.6789012");
    assert_eq!((&rows[1]["line"], &rows[1]["name"]), (&5.into(), &"乙".into()));
    assert_eq!(rows[1]["faults"][0]["message"]["zh"], format!("{ragged}。"));
}

#[test]
fn allowances_decide_the_exit_code() {
    // One record of three is not compliant, and a further row is invalid.
    let table = "name,staff_total,trained_staff\n甲,100,30\n乙,100,29\n丙,100,31\n丁,x,1\n";
    let code = |more: &[&str]| {
        let run = fed(&[&["check", "-s", "enterprise", "-"], more].concat(), table.as_bytes());
        (run.code, run.err)
    };
    let rest = ["--allow", "incomplete=100%"];
    for (more, expected, said) in [
        (&[][..], 2, ""),
        (
            &["--allow", "faulty=1"],
            1,
            "不符合文件要求（non_compliant）：4 条记录中有 1 条，最多允许 0。",
        ),
        (&["--allow", "faulty=1", "--allow", "non_compliant=1"], 0, ""),
        (&["--allow", "faulty=25%", "--allow", "non_compliant=25%"], 0, ""),
        (&["--allow", "faulty=24.9%", "--allow", "non_compliant=1"], 2, "有误（faulty）"),
        (&["--allow", "noncompliant=1"], 2, "是否指 `non_compliant`"),
        (&["--allow", "faulty=a", "--allow", "x=1"], 2, "没有结论 `x`"),
    ] {
        let (found, err) = code(&[more, &rest].concat());
        assert_eq!(found, expected, "{more:?}: {err}");
        assert!(err.contains(said), "{err}");
    }
}
