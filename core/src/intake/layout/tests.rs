use std::io::Cursor;

use super::*;
use crate::intake::csv::Csv;
use crate::intake::decode::TextReader;
use crate::subjects::subject;
use crate::text::Language;

/// The header and the notes of a table of enterprises, or why it is refused.
fn read(table: &str, header: Option<(u64, u64)>, map: &[(&str, &str)]) -> Result<String, String> {
    let map: Vec<_> = map.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
    let skip = Lines::default();
    let subject = subject("enterprise").unwrap();
    let table_options = table::Options { map, ..table::Options::default() };
    let options = Options { subject, table: &table_options, header, skip: &skip };
    let text = TextReader::new(Box::new(Cursor::new(table.to_owned())), None);
    let layout =
        Layout::read(&mut Csv::new(text, None), &options).map_err(|refusal| match refusal {
            Refusal::Input(error) => error.message(Language::Chinese),
            Refusal::Headers(errors) => errors.message(Language::Chinese),
            Refusal::NoFact { headers } => format!("没有事实：{}", headers.join(",")),
        })?;
    let mut said = vec![format!("{}:{}", layout.first, layout.headers.join(","))];
    said.extend(layout.head.iter().map(|it| format!("{} {}", it.line, it.passed.code())));
    said.extend(layout.notes.iter().map(|it| it.message(Language::Chinese)));
    Ok(said.join("|"))
}

#[test]
fn a_header_is_found_or_proposed() {
    for (table, expected) in [
        ("企业名称,从业人员\n甲,2\n", Ok("1:企业名称,从业人员")),
        ("企业名称\n示例甲公司\n", Ok("1:企业名称")),
        ("企业表,\n企业名称,从业人员\n甲,2\n", Ok("2:企业名称,从业人员|第 2 行作为表头。")),
        ("企业名称,\n企业名称,从业人员\n甲,2\n", Ok("2:企业名称,从业人员|第 2 行作为表头。")),
        (
            "企业表,\n企业名称,从业人员\n甲,2\n企业名称,从业人员\n乙,3\n",
            Ok("2:企业名称,从业人员|第 2 行作为表头。"),
        ),
        ("企业表,\n企业名称,地区\n甲,乙\n", Err("第 2 行看来是，请用 --header-row 2")),
        ("企业表,\n企业名称,从业人员\n甲,2\n企业名称,年度\n乙,2024\n", Err("第 2、4 行都像表头")),
        ("企业表,\n甲,2\n", Err("没有事实：企业表,")),
        ("", Err("没有表头")),
        ("\n\n", Err("没有表头")),
        // Facts below each other.
        (
            "企业名称,甲\n年度,2024\n从业人员,200\n",
            Err("表格是纵向的：第一列是事实名称（企业名称、年度"),
        ),
        ("指标名称,计量单位,代码,本年\n从业人员,人,1,200\n销售收入,万元,2,3\n", Err("纵向")),
        ("指标,2023,2024\n销售收入,1,2\n", Err("纵向")),
        ("企业名称,甲,年度,2024\n从业人员,2,工资总额,3\n", Err("纵向")),
    ] {
        match (read(table, None, &[]), expected) {
            (Ok(found), Ok(expected)) => assert_eq!(found, expected, "{table}"),
            (Err(found), Err(expected)) => assert!(found.contains(expected), "{table}: {found}"),
            (found, _) => panic!("{table}: {found:?}"),
        }
    }
    // Years in the header look like numbers, but are no facts in the first column.
    let table = "指标：就业人员(万人),,\n地区,2025年,2024年\n甲市,,763.6\n";
    let found = read(table, None, &[("2024年", "employed_persons")]).unwrap_err();
    assert!(found.contains("第 2 行看来是，请用 --header-row 2"), "{found}");
}

#[test]
fn a_header_may_have_two_rows() {
    let years = "企业名称,销售收入（万元）,,国有\n,2022,2023,\n示例甲公司,9,12,否\n";
    let women = "企业名称,从业人员,\n,其中：女,合计\n示例甲公司,4,12\n";
    let group = "企业名称,财务,\n,销售收入,工资总额\n示例甲公司,4,12\n";
    let single = "企业名称,从业人员,销售收入\n,年末,2023年\n示例甲公司,4,12\n";
    for (table, refused) in [
        (years, Some("`销售收入（万元）` 的下一行是 2022、2023")),
        (women, Some("`从业人员` 的下一行是 其中：女、合计；请用 --header-row 1-2")),
        (group, Some("`财务` 的下一行是 销售收入、工资总额")),
        (single, Some("`从业人员` 的下一行是 年末")),
        // A value below a blank header, and a record without a name.
        ("企业名称,从业人员,\n示例甲公司,4,12\n", None),
        ("企业名称,从业人员,年度\n,4,2024\n示例甲公司,4,2024\n", None),
        ("企业名称,从业人员,年度\n,—,—\n示例甲公司,4,2024\n", None),
        ("企业名称,从业人员,备注\n,,\n示例甲公司,4,\n", None),
    ] {
        match (read(table, None, &[]), refused) {
            (Ok(_), None) => {}
            (Err(found), Some(expected)) => assert!(found.contains(expected), "{found}"),
            (found, _) => panic!("{table}: {found:?}"),
        }
    }
    let map = [("销售收入（万元）/2023", "sales_revenue_yuan")];
    assert_eq!(
        read(years, Some((1, 2)), &map).as_deref(),
        Ok("2:企业名称,销售收入（万元）/2022,销售收入（万元）/2023,国有|\
            未使用的列：销售收入（万元）/2022。")
    );
    let map = [("从业人员/合计", "employed_persons")];
    let found = read(women, Some((1, 2)), &map);
    assert!(
        found.as_ref().is_ok_and(|it| it.starts_with("2:企业名称,从业人员/其中：女,从业人员/合计")),
        "{found:?}"
    );
}

#[test]
fn units_outside_the_header_are_read() {
    let outside = "销售收入：按表头之外所写的";
    for (table, expected) in [
        ("单位：万元,\n企业名称,销售收入,从业人员\n", Ok(format!("{outside}“单位:万元”读取"))),
        ("企业表（万元）,\n企业名称,销售收入,从业人员\n", Ok(format!("{outside}“万元”读取"))),
        (
            "填报单位：示例局,,单位：万元\n企业名称,销售收入,从业人员\n",
            Ok(format!("{outside}“单位:万元”读取")),
        ),
        (
            "企业名称,销售收入\n,（万元）\n示例甲公司,3\n",
            Ok(format!("2 units_row|{outside}“（万元）”读取")),
        ),
        (
            "企业名称,销售收入\n,（万元）\n甲,1\n示例甲公司,3\n",
            Ok(format!("2 units_row|3 numbering_row|{outside}“（万元）”读取")),
        ),
        (
            "单位：元,\n企业名称,销售收入,从业人员\n",
            Ok("企业名称,销售收入,从业人员|第 2 行作为表头。".to_owned()),
        ),
        (
            "单位：万元,\n企业名称,销售收入（元）,从业人员\n",
            Ok("从业人员|第 2 行作为表头。".to_owned()),
        ),
        ("企业名称,销售收入（元）\n,（万元）\n示例甲公司,3\n", Err("有多个单位 `元`、`（万元）`")),
        ("单位：万元,单位：千元\n企业名称,销售收入,从业人员\n", Err("不能确定销售收入的单位")),
        ("单位：万美元,\n企业名称,销售收入,从业人员\n", Err("不能确定销售收入的单位")),
        ("基本,财务（万元）\n企业名称,销售收入,从业人员\n", Err("只说明一部分列的单位")),
        (",财务（万元）\n企业名称,销售收入,从业人员\n", Err("请用 --header-row 1-2")),
    ] {
        match (read(table, None, &[]), expected) {
            (Ok(found), Ok(expected)) => assert!(found.contains(&expected), "{table}: {found}"),
            (Err(found), Err(expected)) => assert!(found.contains(expected), "{table}: {found}"),
            (found, _) => panic!("{table}: {found:?}"),
        }
    }
    let table = "标题,\n单位：万元,\n地区,销售收入\n长沙,3\n";
    let found = read(table, Some((3, 3)), &[]).unwrap();
    assert!(found.contains("“单位:万元”读取"), "{found}");
}

#[test]
fn a_column_of_units_is_refused() {
    let refused = "列 `单位` 写的是 `销售收入` 的单位";
    for (table, expected) in [
        ("企业名称,销售收入,单位\n甲,2,万元\n乙,3,\n", Some(refused)),
        ("企业名称,销售收入,单 位\n甲,2,元\n", Some("列 `单 位`")),
        // Organizations, one of them named as a unit is; nothing; and an amount with its unit.
        ("企业名称,销售收入,单位\n甲,2,某局\n乙,3,万元\n", None),
        ("企业名称,销售收入,单位\n甲,2,\n", None),
        ("企业名称,销售收入（元）,单位\n甲,2,万元\n", None),
    ] {
        let found = read(table, None, &[]);
        let same = match expected {
            Some(words) => found.as_ref().is_err_and(|it| it.contains(words)),
            None => found.is_ok(),
        };
        assert!(same, "{table}: {found:?}");
    }
    assert!(read("企业名称,销售收入,单位\n甲,2,万元\n", None, &[("单位", "")]).is_ok());
}

#[test]
fn lines_are_parsed() {
    assert_eq!(Lines::parse("12,40-44"), Some(Lines(vec![(12, 12), (40, 44)])));
    assert!(Lines::parse("40-44").is_some_and(|it| it.contain(44) && !it.contain(45)));
    for text in ["", "0", "a", "4-3", "1,", "1-2-3", "-1"] {
        assert_eq!(Lines::parse(text), None, "{text}");
    }
}
