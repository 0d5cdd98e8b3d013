//! Workbooks of Excel 97 to 2003.

use super::*;

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).unwrap();
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
}

fn numbers(numbers: &[u16]) -> Vec<u8> {
    numbers.iter().flat_map(|it| it.to_le_bytes()).collect()
}

/// A text with its length in two bytes.
fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    [&numbers(&[units.len().try_into().unwrap()])[..], &[1], &numbers(&units)].concat()
}

/// A text cell.
fn label(row: u16, column: u16, text: &str) -> Vec<u8> {
    record(0x204, &[numbers(&[row, column, 0]), wide(text)].concat())
}

fn number(row: u16, column: u16, style: u16, bits: u64) -> Vec<u8> {
    record(0x203, &[&numbers(&[row, column, style])[..], &bits.to_le_bytes()].concat())
}

/// The stream of a workbook with these sheets: a name, whether it is hidden, and records.
fn stream(globals: &[Vec<u8>], sheets: &[(&str, bool, Vec<u8>)]) -> Vec<u8> {
    let begin = record(0x809, &[0, 6, 5, 0, 0, 0, 0, 0]);
    let (end, globals) = (record(0x0a, &[]), globals.concat());
    let listed = |name: &str, hidden: bool, at: usize| {
        let at = u32::try_from(at).unwrap().to_le_bytes();
        let (name, units) = (wide(name), name.encode_utf16().count());
        let length = u8::try_from(units).unwrap();
        record(0x85, &[&at[..], &[hidden.into(), 0, length], &name[2..]].concat())
    };
    let list: usize = sheets.iter().map(|(name, ..)| listed(name, false, 0).len()).sum();
    let mut at = begin.len() + globals.len() + list + end.len();
    let (mut head, mut tail) = ([begin.clone(), globals].concat(), Vec::new());
    for (name, hidden, rows) in sheets {
        head.extend(listed(name, *hidden, at));
        let sheet = [&begin[..], rows, &end].concat();
        at += sheet.len();
        tail.extend(sheet);
    }
    [head, end, tail].concat()
}

/// A compound file with one stream.
fn compound(name: &str, stream: &[u8]) -> Vec<u8> {
    const SECTOR: usize = 512;
    let mut stream = stream.to_vec();
    // Shorter streams would be kept elsewhere.
    stream.resize(stream.len().max(4096).next_multiple_of(SECTOR), 0);
    let sectors = u32::try_from(stream.len() / SECTOR).unwrap();
    // Sector 0 is the table, 1 the directory, and the stream follows.
    let mut table: Vec<u32> = vec![0xffff_fffd, 0xffff_fffe];
    table.extend((0..sectors).map(|it| if it + 1 < sectors { it + 3 } else { 0xffff_fffe }));
    assert!(table.len() <= 128);
    table.resize(128, u32::MAX);
    let entry = |name: &str, kind: u8, first: u32, size: u32| {
        let mut entry = numbers(&name.encode_utf16().collect::<Vec<_>>());
        let length = u16::try_from(entry.len() + 2).unwrap();
        entry.resize(64, 0);
        entry.extend([&length.to_le_bytes()[..], &[kind]].concat());
        entry.resize(116, 0);
        entry.extend([first.to_le_bytes(), size.to_le_bytes(), [0; 4]].concat());
        entry
    };
    let size = u32::try_from(stream.len()).unwrap();
    let mut directory = [entry("Root Entry", 5, 0xffff_fffe, 0), entry(name, 2, 2, size)].concat();
    directory.resize(SECTOR, 0);
    let mut head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    head.resize(24, 0);
    head.extend(numbers(&[0x3e, 3, 0xfffe, 9, 6]));
    head.resize(44, 0);
    for number in [1, 1, 0, 4096, 0xffff_fffe, 0, 0xffff_fffe, 0, 0] {
        head.extend(u32::to_le_bytes(number));
    }
    head.resize(SECTOR, 0xff);
    let table: Vec<u8> = table.into_iter().flat_map(u32::to_le_bytes).collect();
    [head, table, directory, stream].concat()
}

fn check(bytes: &[u8]) -> Run {
    fed(&["check", "-s", "enterprise", "-f", "ndjson", "-"], bytes)
}

fn head() -> Vec<u8> {
    [label(0, 0, "企业名称"), label(0, 1, "从业人员"), label(0, 2, "销售收入")].concat()
}

#[test]
fn an_old_workbook_is_read_as_a_new_one() {
    let format = |id: u16, code: &str| record(0x41e, &[numbers(&[id]), wide(code)].concat());
    let style = |format: u16| record(0xe0, &numbers(&[0, format, 0]));
    let globals = [format(164, "0!.0,\"万元\""), style(0), style(164), style(14)];
    let formula = [
        // A text, whose value follows; an error; a number.
        record(6, &[numbers(&[3, 0, 0, 0, 0, 0, 0xffff]), vec![0; 8]].concat()),
        record(0x207, &wide("丙")),
        record(6, &[numbers(&[3, 1, 0, 2, 42, 0, 0xffff]), vec![0; 8]].concat()),
        record(6, &[&numbers(&[3, 2, 0])[..], &1200_f64.to_le_bytes(), &[0; 8]].concat()),
    ];
    let rows = [
        head(),
        // Numbers beside each other: 1200, and 123456 divided by a hundred.
        label(1, 0, "甲"),
        record(
            0xbd,
            &[
                numbers(&[1, 1, 0]),
                ((1200_u32 << 2) | 2).to_le_bytes().to_vec(),
                numbers(&[0]),
                ((123_456_u32 << 2) | 3).to_le_bytes().to_vec(),
                numbers(&[2]),
            ]
            .concat(),
        ),
        label(2, 0, "乙"),
        number(2, 1, 2, 45657.0_f64.to_bits()),
        number(2, 2, 1, 5.2e7_f64.to_bits()),
        formula.concat(),
        label(5, 0, "丁"),
        record(0x208, &[numbers(&[5, 0, 1, 255, 0, 0]), vec![0x20, 0, 0, 0]].concat()),
        record(0xe5, &numbers(&[1, 3, 5, 2, 2])),
    ];
    let old = [label(0, 0, "企业名称"), label(1, 0, "旧")].concat();
    let sheets = [("隐藏", true, old.clone()), ("企业", false, rows.concat()), ("旧", false, old)];
    let run = check(&compound("Workbook", &stream(&globals, &sheets)));
    let faults = run.faults();
    assert_eq!(faults[0], Vec::<String>::new());
    assert_eq!(faults[1], ["not_a_count", "unreadable_cell"]);
    assert_eq!(faults[2], ["unreadable_cell"]);
    assert_eq!(faults[3], Vec::<String>::new());
    let lines = run.lines();
    assert_eq!(
        lines.iter().map(|it| it["row"].as_u64()).collect::<Vec<_>>(),
        [0, 1, 2, 4].map(Some)
    );
    let bounds = finding(&lines[0], "enterprise.cooperation_partner")["bounds"].to_string();
    assert!(bounds.contains("\"1200\"") && bounds.contains("\"1234.56\""), "{bounds}");
    let bounds = finding(&lines[3], "enterprise.cooperation_partner")["bounds"].to_string();
    assert!(bounds.contains("\"1200.00\""), "{bounds}");
    let notes = [
        "-: 另有工作表未读：旧；可用 --sheet 指定，--sheet '*' 为全部。",
        "-: 销售收入：表头没有单位，按元读取；如不是元，请指定单位。",
        "-: 列 `销售收入`：1 个单元格取上方合并单元格的值（首个在第 6 行）。",
        "-: 1 行是隐藏的（首个在第 6 行），也已读取。",
    ];
    assert_eq!(run.err.lines().collect::<Vec<_>>(), notes);
}

#[test]
fn columns_of_an_old_workbook_that_are_hidden_but_used_are_noted() {
    let columns = |first: u16, last: u16, flags: u16| {
        record(0x7d, &numbers(&[first, last, 2048, 15, flags, 0]))
    };
    let noted = |columns: &[Vec<u8>]| {
        let rows = [columns.concat(), head(), label(1, 0, "甲"), number(1, 1, 0, 0)].concat();
        let run = check(&compound("Workbook", &stream(&[], &[("a", false, rows)])));
        run.err.lines().find(|it| it.contains("隐藏")).map(str::to_owned)
    };
    let note = "-: 从业人员：工作表中隐藏的列，也已使用。";
    assert_eq!(noted(&[columns(0, 0, 0), columns(1, 1, 1)]).as_deref(), Some(note));
    assert_eq!(noted(&[columns(0, 1, 2), columns(3, 255, 1)]), None);
}

#[test]
fn an_old_workbook_that_cannot_be_read_says_what_to_do() {
    let sound = compound("Workbook", &stream(&[], &[("a", false, head())]));
    assert!(check(&sound).err.ends_with("-: 表中没有一条记录\n"));
    let twice = [head(), number(1, 1, 0, 0), number(1, 1, 0, 0)].concat();
    for (bytes, expected) in [
        (compound("EncryptedPackage", b""), "密码"),
        (compound("Workbook", &stream(&[record(0x2f, &[1, 0])], &[])), "密码"),
        (compound("Book", b""), "旧版 XLS"),
        (compound("Workbook", &record(0x809, &[0, 5, 5, 0])), "旧版 XLS"),
        (compound("Workbook", &stream(&[], &[("a", false, twice)])), "第 2 行"),
        (sound[..2000].to_vec(), "旧版 XLS"),
    ] {
        let run = check(&bytes);
        assert_eq!((run.code, run.text()), (2, ""));
        assert!(run.err.contains(expected), "{}", run.err);
    }
    // No damage makes the program stop.
    for at in (8..sound.len()).step_by(311) {
        let mut damaged = sound.clone();
        damaged[at] ^= 0xff;
        let run = check(&damaged);
        assert!([0, 1, 2].contains(&run.code), "{at}: {}", run.err);
    }
}
