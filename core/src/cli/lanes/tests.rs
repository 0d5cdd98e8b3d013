//! Rows judged in blocks have the results that they have one by one.

use std::io::Cursor;
use std::sync::atomic::AtomicBool;

use encoding_rs::GB18030;

use super::super::batches::Batches;
use super::*;
use crate::fault::CellProblem;
use crate::field::{Field, Kind};
use crate::intake::batch::{Batch, Mark, Source as _};
use crate::intake::csv::Csv;
use crate::intake::decode::TextReader;
use crate::intake::layout::{Lines, Options};
use crate::intake::repeats::Repeats;
use crate::parameters::Parameters;
use crate::subjects::{Subject, subjects};
use crate::table::{self, Float, Note, Shown};
use crate::text::Language;

/// Numbers that look arbitrary, always the same ones.
struct Arbitrary(u64);

impl Arbitrary {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    fn of<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }
}

/// Cells as programs write them.
fn plain(field: &Field) -> Vec<&'static str> {
    match field.kind {
        Kind::Text => vec!["示例甲公司", "示例乙学院", "A1公司", "甲2号店", "注册公司", "李四"],
        Kind::Year => vec!["2019", "2023", "2024", "2025", ""],
        Kind::Count(_) => vec!["0", "1", "7", "12", "99", "200", ""],
        Kind::Money => vec!["0", "0.00", "1.50", "120.05", "99999.99", "12345678.9", ""],
        Kind::Share => vec!["0", "5", "12.5", "60.00", "99.9999", "100", ""],
        Kind::Flag => vec!["是", "否", "有", "无", "1", "0", "true", "FALSE", "yes", ""],
        Kind::Choice(choices) => {
            let words = choices.iter().flat_map(|it| [it.key(), it.label().zh()]);
            words.chain([""]).collect()
        }
        Kind::Date => vec!["2018-12-20", "2024-02-29", "2025-06-30", "1999-01-01", ""],
        Kind::Dates => vec!["2024-03-01", "2024-03-01;2024-09-01", ""],
        Kind::Periods => vec!["2024-01-01/2024-06-30 企业", "2024-01-01/2024-06-30", ""],
    }
}

/// Cells with notes or faults, cells as people write them, and cells that say what their row is.
const ODD: &[&str] = &[
    " ",
    "　",
    "—",
    "不详",
    "N/A",
    "无",
    "是 ",
    "✓",
    "1,200",
    "1 200",
    "+5",
    "-1",
    "007",
    "5.",
    ".5",
    "1e3",
    "1.2e5",
    "１２",
    "12人",
    "1.5万元",
    "0.001",
    "100.0001",
    "12345678901234567890",
    "2024",
    "2024年",
    "2024/5/1",
    "2024.05.01",
    "20240501",
    "2023-02-29",
    "45000",
    "合计",
    "小计3家",
    "其中：国有",
    "注：略",
    "第1页",
    "备注",
    "=1+1",
    "'5",
    "x",
    "大型",
    "工业",
    "2024-03-01；2024-04-01",
    "\u{feff}1",
    "（一）甲",
    "0.5%",
    "60%",
    "约5",
    "5~7",
    "\u{fffd}",
];

/// A row with a cell for each field, one of them odd if `odd`.
fn row(fields: &[Vec<&'static str>], odd: bool, some: &mut Arbitrary) -> Vec<String> {
    let mut cells: Vec<String> = fields.iter().map(|it| some.of(it).to_owned()).collect();
    if odd {
        let at = some.below(cells.len());
        cells[at] = some.of(ODD).to_owned();
    }
    // Names differ from row to row, as in most tables.
    if some.below(4) != 0 && cells[0].ends_with("公司") {
        cells[0] = format!("示例{}公司", some.below(10_000));
    }
    cells
}

/// A table of a subject: `every` tells how many rows there are for one that is odd.
fn table(subject: &Subject, rows: usize, every: usize, separator: &str, end: &str) -> String {
    let mut some = Arbitrary(u64::try_from(rows + every).unwrap());
    let fields: Vec<&Field> = subject.fields().iter().collect();
    let mut headers: Vec<&str> = fields.iter().map(|it| it.label().zh()).collect();
    let mut cells: Vec<Vec<&str>> = fields.iter().map(|it| plain(it)).collect();
    // Columns that are not used, without a header, and with explanations.
    headers.extend(["附记", "", "说明"]);
    cells.extend([vec!["", "甲", "合计"], vec![""], vec![""]]);
    let header = headers.join(separator);
    let mut text = [&header, end].concat();
    for row_number in 0..rows {
        // The rows below the header belong to nothing else.
        let odd = 5 < row_number && some.below(every) == 0;
        let line = match some.below(if odd { 12 } else { 1 << 20 }) {
            0 => header.clone(),
            1 => [&["合计"][..], &vec!["1"; headers.len() - 1]].concat().join(separator),
            2 => row(&cells, true, &mut some)[..2].join(separator),
            3 => [row(&cells, false, &mut some).join(separator), "多".into()].join(separator),
            4 => separator.repeat(headers.len() - 1),
            5 => ["\"甲", separator, "乙\"", separator, "2024"].concat(),
            6 => String::new(),
            7 => "甲".into(),
            _ => row(&cells, odd, &mut some).join(separator),
        };
        text.extend([&line, end]);
    }
    text
}

/// How the rows of a text are judged.
#[derive(Debug, Clone, Copy, PartialEq)]
enum By {
    Rows,
    /// Batches of at most this number of rows, with marks on cells.
    Batches(usize),
    /// Chunks of this number of bytes.
    Chunks(usize),
}

/// All results of an input as text, and how many chunks it had. `marked` is whether cells have marks, as
/// those of a workbook.
fn results(task: &Task<'_>, text: &[u8], by: By, marked: bool) -> (String, usize) {
    let bytes = if let By::Chunks(bytes) = by { Some(bytes) } else { None };
    let reader = TextReader::new(Box::new(Cursor::new(text.to_vec())), None);
    let mut source = Csv::new(reader, None);
    source.least_chunk = bytes.unwrap_or_default();
    let skip = Lines(vec![(40, 41)]);
    let options = Options { subject: task.subject, table: &task.table, header: None, skip: &skip };
    let mut layout = Layout::read(&mut source, &options).map_err(|_| "no layout").unwrap();
    let ahead = std::mem::take(&mut layout.ahead);
    let input = Input {
        task,
        layout: Some(&layout),
        skip: &skip,
        name: None,
        round_money: false,
        by: Vec::new(),
        keys: Vec::new(),
        child_key: None,
        first: layout.first,
        base: 7,
    };
    let lanes = Lanes::of(task, Some(&layout)).unwrap();
    let lanes = Some(&lanes).filter(|_| by != By::Rows);
    // Few rows are read one by one before a chunk.
    let rows = match by {
        By::Chunks(_) => 4,
        By::Rows => 1024,
        By::Batches(rows) => rows,
    };
    let mut some = Arbitrary(7);
    let mut batches = Batches::new(&mut source, rows, Some(ahead));
    batches.chunks = bytes.is_some();
    let mut all = input.no_result();
    let (mut repeats, mut chunks) = (Repeats::new(false, false), 0);
    while let Some(read) = batches.next() {
        chunks += usize::from(matches!(read.rows, Rows::Chunk(_)));
        let rows = match read.rows {
            Rows::Batch(batch, twice) if marked => {
                Rows::Batch(with_marks(&batch, &mut some), twice)
            }
            rows @ (Rows::Batch(..) | Rows::Chunk(_)) => rows,
        };
        let mut result = judge(lanes, &input, rows);
        all.text.push_str(&result.text);
        all.tally.add(&result.tally);
        all.failing.append(&mut result.failing);
        all.faulty.append(&mut result.faulty);
        all.first = all.first.or(result.first);
        all.next = all.next.max(result.next);
        NoteCounts::merge(&mut all.counts, &result.counts);
        Note::merge(&mut all.notes, result.notes);
        repeats.add(&result.names);
        all.error = result.error.or(read.error);
        if all.error.is_some() {
            break;
        }
    }
    all.failing.truncate(task.limit);
    all.faulty.truncate(task.limit);
    let error = all.error.map(|it| it.message(Language::Chinese));
    assert!(error.is_none() || by != By::Chunks(300), "{error:?}");
    let lists = (all.failing, all.faulty, all.first.filter(|_| all.tally.is_single()));
    let notes = (all.notes, repeats.note(), all.counts, all.next, error);
    (format!("{}\n{:#?}\n{lists:#?}\n{notes:#?}", all.text, all.tally), chunks)
}

fn task<'a>(subject: &'static Subject, parameters: &'a Parameters, form: Form) -> Task<'a> {
    Task {
        subject,
        parameters,
        form,
        language: Language::Chinese,
        limit: 20,
        table: table::Options::default(),
        columns: wide_table::columns(subject, false),
        contested: false,
        accept_explained: false,
        groups: Vec::new(),
        children: Vec::new(),
        key: None,
        enough: AtomicBool::new(false),
        several: false,
    }
}

/// Compares the results for a text, with chunks of several sizes.
fn compare(task: &Task<'_>, text: &[u8], sizes: &[usize]) {
    let one_by_one = [false, true].map(|marked| results(task, text, By::Rows, marked).0);
    let by_chunks = sizes.iter().map(|bytes| By::Chunks(*bytes));
    for (at, by) in by_chunks.chain([By::Batches(16), By::Batches(4000)]).enumerate() {
        let marked = matches!(by, By::Batches(_));
        let (found, chunks) = results(task, text, by, marked);
        // Longer chunks may not be, because of quotes.
        assert!(0 < chunks || 0 < at);
        let expected = &one_by_one[usize::from(marked)];
        if found != *expected {
            let lines = found.lines().zip(expected.lines()).enumerate();
            let differing: Vec<_> =
                lines.filter(|(_, (one, other))| one != other).take(5).collect();
            panic!("{} by {by:?}: {differing:#?}", task.subject.name);
        }
    }
}

/// The rows with marks as the cells of a workbook have them: most numbers are floats, and of few cells
/// and rows more is known. The marks depend on the place only.
fn with_marks(batch: &Batch, some: &mut Arbitrary) -> Batch {
    let mut marked = Batch::default();
    for (row, cells) in batch.rows() {
        some.0 = row.line;
        some.below(2);
        let cells: Vec<(String, Option<Mark>)> = cells.map(|it| with_mark(it.text, some)).collect();
        let texts = cells.iter().map(|(text, _)| text.as_str());
        marked.push(row.number, row.line, row.problem, texts);
        for (column, (_, mark)) in cells.iter().enumerate() {
            if let Some(mark) = mark {
                marked.mark(column, *mark);
            }
            if some.below(300) == 0 {
                marked.merge(column, row.line.saturating_sub(1));
            }
        }
        if some.below(40) == 0 {
            marked.hide();
        }
    }
    marked
}

fn with_mark(text: &str, some: &mut Arbitrary) -> (String, Option<Mark>) {
    let mut text = text.to_owned();
    if some.below(100) == 0 && text.contains('.') {
        text.push_str("00000000000003");
    }
    let Some(float) = Float::parse(&text) else { return (text, None) };
    let mark = match some.below(100) {
        0 => Mark::Shown(float, Shown::Percent),
        1 => Mark::Shown(float, Shown::Other),
        2 => Mark::SmallCharacters,
        3 => Mark::Problem(CellProblem::Formula),
        4 => return (text, None),
        _ => Mark::Number(float),
    };
    (table::text(float), Some(mark))
}

#[test]
fn all_subjects_have_the_results_of_single_rows() {
    let parameters = Parameters::default();
    for subject in subjects() {
        for (form, every) in [(Form::Csv, 3), (Form::Csv, 30), (Form::Text, 30)] {
            let task = task(subject, &parameters, form);
            let text = table(subject, 120, every, ",", "\n");
            compare(&task, text.as_bytes(), &[300, 1 << 20]);
        }
    }
}

#[test]
fn separators_line_ends_and_encodings_make_no_difference() {
    let parameters = Parameters::default();
    let enterprise = crate::subjects::subject("enterprise").unwrap();
    for (separator, end) in [(",", "\r\n"), (";", "\n"), ("\t", "\r\n"), ("；", "\n")] {
        let task = task(enterprise, &parameters, Form::Csv);
        let text = table(enterprise, 150, 10, separator, end);
        compare(&task, text.as_bytes(), &[700, 1 << 20]);
        compare(&task, &GB18030.encode(&text).0, &[700, 1 << 20]);
        let mut bytes = text.into_bytes();
        // Bytes that are no text.
        let at = bytes.len() / 2;
        bytes[at] = 0xff;
        compare(&task, &bytes, &[700, 1 << 20]);
    }
}

#[test]
fn blocks_follow_each_other() {
    let parameters = Parameters::default();
    let enterprise = crate::subjects::subject("enterprise").unwrap();
    for form in [Form::Csv, Form::Text] {
        let mut task = task(enterprise, &parameters, form);
        let text = table(enterprise, 2 * BLOCK + 1, 500, ",", "\n");
        compare(&task, text.as_bytes(), &[1 << 20]);
        (task.limit, task.accept_explained) = (0, true);
        compare(&task, text.as_bytes(), &[1 << 18]);
    }
}

#[test]
fn an_error_ends_the_input_at_its_row() {
    let parameters = Parameters::default();
    let enterprise = crate::subjects::subject("enterprise").unwrap();
    for form in [Form::Csv, Form::Text] {
        let task = task(enterprise, &parameters, form);
        let rows = "甲1公司,12,5\n甲2公司,7,5\n合计,19,10\n".repeat(200);
        let header = "企业名称,从业人员,营业收入\n";
        for bad in ["企业名称,职工人数,资产总额\n", "单位：万元,,\n"] {
            let text = [header, &rows, bad, &rows].concat();
            compare(&task, text.as_bytes(), &[100, 1500, 1 << 20]);
            assert!(results(&task, text.as_bytes(), By::Chunks(100), false).0.contains("602"));
        }
    }
}

#[test]
fn a_single_record_is_shown_in_full() {
    let parameters = Parameters::default();
    let enterprise = crate::subjects::subject("enterprise").unwrap();
    let task = task(enterprise, &parameters, Form::Text);
    let lines = "企业名称,从业人员\n".to_owned() + &"合计,1\n".repeat(3000) + "甲公司,12\n合计,5\n";
    compare(&task, lines.as_bytes(), &[60, 1 << 20]);
}

#[test]
fn most_rows_are_judged_in_blocks() {
    let parameters = Parameters::default();
    let enterprise = crate::subjects::subject("enterprise").unwrap();
    let task = task(enterprise, &parameters, Form::Csv);
    let header =
        "企业名称,年度,成立日期,划型行业,营业收入（万元）,在职员工数,向职工代表大会报告\r\n";
    let row = "示例3公司,2024,2001-03-04,工业,1234.56,12,是\r\n";
    let text = [header, &row.repeat(1000)].concat();
    let mut source = Csv::new(TextReader::new(Box::new(Cursor::new(text)), None), None);
    let options =
        Options { subject: enterprise, table: &task.table, header: None, skip: &Lines::default() };
    let layout = Layout::read(&mut source, &options).map_err(|_| "no layout").unwrap();
    let lanes = Lanes::of(&task, Some(&layout)).unwrap();
    let chunk = source.next_chunk().unwrap().unwrap();
    let input = Input {
        task: &task,
        layout: Some(&layout),
        skip: &Lines::default(),
        name: None,
        round_money: false,
        by: Vec::new(),
        keys: Vec::new(),
        child_key: None,
        first: layout.first,
        base: 0,
    };
    let text = chunk.as_text().unwrap();
    let cells = Cells::of(text.as_bytes(), b',');
    let width = layout.columns.len();
    let all = OfChunk { chunk: &chunk, text, cells, width };
    let batch = with_marks(&chunk.whole(), &mut Arbitrary(1));
    let count = all.rows();
    let mut block = Block::of(enterprise.fields().len(), None);
    let odd = lanes.load(&input, Part { all: &all, first: 0, count }, &mut block);
    assert_eq!((odd.count(), 800 < count), (0, true));
    let all = OfBatch::of(&batch, width);
    let odd = lanes.load(&input, Part { all: &all, first: 0, count }, &mut block).count();
    assert!(count / 50 < odd && odd < count / 3, "{odd} of {count}");
}
