//! The output: its formats, its destination, and the exit code.

use super::*;

#[test]
fn the_summary_of_the_sample_is_that_of_the_readme() {
    let run = run(&["check", "--subject", "enterprise", SAMPLE]);
    assert_eq!(run.code, 1);
    let text = run.text();
    assert!(text.contains("企业：12 条记录"), "{text}");
    assert!(text.contains("需提供 16 个顶岗实践岗位，现有 14 个，还差 2 个"), "{text}");
    assert!(!text.contains('\u{1b}'), "no styles without a terminal");
    assert_eq!(run.err, "");
    let english = in_english();
    assert!(english.contains("12 records") && english.contains("short by 2 posts"), "{english}");
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
    for (row, record) in records.iter().enumerate() {
        let answer = chanjiao::check_json("enterprise", record, None);
        let rest = answer.strip_prefix('{').unwrap();
        expected.extend(["{\"row\":", &row.to_string(), ",", rest, "\n"]);
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
    assert_eq!(&heads[..3], ["row", "name", "conclusion"]);
    assert_eq!(heads.last(), Some(&"faults"));
    assert!(!heads.contains(&"enterprise.cooperation_partner.shortfall"), "it has two bounds");
    let rows: Vec<&str> = text.lines().skip(1).collect();
    assert!(rows[0].starts_with("0,\"'=cmd|' /C calc'!A0\",non_compliant,"), "{}", rows[0]);
    assert!(rows[1].starts_with("1,\"乙,\"\"丙\"\"\",incomplete,"), "{}", rows[1]);
    assert!(rows[2].starts_with("2,丁,,,") && rows[2].contains("/size_class: "), "{}", rows[2]);
    let first: Vec<&str> = rows[0].split(',').collect();
    assert_eq!(first[column("enterprise.teacher_posts_mentored")], "unmet");
    assert_eq!(first[column("enterprise.teacher_posts_mentored.shortfall")], "2");
    let internship = fed(&["check", "-s", "internship", "-f", "csv", "-"], b"host_interns\n1\n");
    assert!(
        internship
            .text()
            .starts_with("row,conclusion,internship.host_cap,internship.host_cap.excess,")
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
    let visit = |end: &str| format!("start,end\n2023-09-01,{end}\n");
    for (subject, input, code) in [
        ("funding_standard", "school_kind,standard_yuan\n中职,15000\n", 0),
        ("funding_standard", "school_kind,standard_yuan\n中职,5000\n", 1),
        ("funding_standard", "school_kind,standard_yuan\n中职,-1\n", 2),
        ("funding_standard", "school_kind,standard_yuan\n中职,5000\n中职,x\n", 2),
        // The conclusion does not depend on an encouraged rule, so nothing was assessed.
        ("visit", &visit("2024-08-31"), 1),
    ] {
        let run = fed(&["check", "-s", subject, "-"], input.as_bytes());
        assert_eq!(run.code, code, "{input}{}", run.err);
    }
    let unreadable = run(&["check", "-s", "visit", "no-such-file.csv"]);
    assert_eq!((unreadable.code, unreadable.text()), (2, ""));
    assert_eq!(run(&["check", "-s", "visit"]).code, 2);
    assert_eq!(run(&["--version"]).code, 0);
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
