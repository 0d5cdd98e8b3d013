//! `chanjiao template`: the workbook reads back to the facts that it was made for.

use chanjiao::{FieldKind, subjects};

use super::*;

/// Writes the template of a subject; returns its path.
fn template(subject: &str, language: &str) -> PathBuf {
    let path = file(&format!("template-{subject}-{language}.xlsx"), "");
    let name = path.to_str().unwrap();
    let written = run(&["--lang", language, "template", subject, "-o", name]);
    assert_eq!((written.code, written.err.as_str()), (0, ""), "{subject}");
    path
}

#[test]
fn every_column_of_a_template_is_the_column_of_its_fact() {
    for subject in subjects() {
        for (language, number) in [("zh", "序号"), ("en", "no.")] {
            let path = template(subject.name, language);
            let bytes = fs::read(&path).unwrap();
            let label = subject.label.get(if language == "zh" {
                chanjiao::Language::Chinese
            } else {
                chanjiao::Language::English
            });
            let rows = cells(bytes, label);
            assert_eq!(rows[0][0].to_string(), number);
            assert_eq!(rows[0].len(), 1 + subject.fields().len());
            // All columns but the first hold facts, and the example is free of faults.
            let checked =
                run(&["check", "-s", subject.name, "-f", "ndjson", path.to_str().unwrap()]);
            let unused: Vec<&str> =
                checked.err.lines().filter(|it| it.contains("未使用")).collect();
            assert!(unused.iter().all(|it| it.ends_with(&format!("：{number}。"))), "{unused:?}");
            // The example is no record, and nothing else is there.
            assert_eq!((checked.code, checked.text()), (1, ""), "{}", checked.err);
            assert!(checked.err.contains("第 2 行是填写示例，未作为记录"), "{}", checked.err);
        }
    }
}

#[test]
fn a_row_below_the_example_is_read() {
    let path = template("enterprise", "zh");
    let bytes = fs::read(&path).unwrap();
    let example = cells(bytes, "企业");
    // The example as a record of its own: without the word that marks it.
    let csv: Vec<String> = example
        .iter()
        .map(|row| row.iter().skip(1).map(Data::to_string).collect::<Vec<_>>().join(","))
        .collect();
    let run = fed(&["check", "-s", "enterprise", "-f", "ndjson", "-"], csv.join("\n").as_bytes());
    assert_eq!(run.faults(), [Vec::<String>::new()], "{}", run.text());
}

#[test]
fn choices_and_flags_have_drop_down_lists() {
    for subject in subjects() {
        let path = template(subject.name, "zh");
        let mut archive = zip::ZipArchive::new(fs::File::open(&path).unwrap()).unwrap();
        let mut sheet = String::new();
        archive.by_name("xl/worksheets/sheet1.xml").unwrap().read_to_string(&mut sheet).unwrap();
        let chosen = |kind: FieldKind| matches!(kind, FieldKind::Flag | FieldKind::Choice(_));
        let expected = subject.fields().iter().filter(|field| chosen(field.kind)).count();
        assert_eq!(sheet.matches("type=\"list\"").count(), expected, "{}", subject.name);
    }
}

#[test]
fn a_template_needs_a_subject_and_a_file_that_can_be_written() {
    let unknown = run(&["template", "enterprize", "-o", "x.xlsx"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.err.contains("是否指 `enterprise`"), "{}", unknown.err);
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("no-such-folder/x.xlsx");
    let failed = run(&["template", "enterprise", "-o", path.to_str().unwrap()]);
    assert_eq!(failed.code, 2);
    assert!(failed.err.contains("no-such-folder"), "{}", failed.err);
}
