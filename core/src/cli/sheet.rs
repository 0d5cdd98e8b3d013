//! XLSX input: the rows of a sheet of a workbook.

use std::cell::Cell as Mutable;
use std::fmt::Write as _;
use std::io::{BufReader, Read, Seek};
use std::panic::{self, AssertUnwindSafe};

use calamine::{Cell, DataRef, ExcelDateTime, Reader, Xlsx, XlsxCellReader, XlsxError};

use super::archive;
use super::batch::{Batch, MAX_COLUMNS, Problem, Source, no_header, too_many_columns};
use crate::input::value::blank;
use crate::json::MAX_TEXT;
use crate::table::{Columns, NoteCounts, Number, Target};
use crate::text::{Language, sentence, text};

/// A workbook file, or a buffer that holds one.
pub(super) trait File: Read + Seek + Send {}

impl<T: Read + Seek + Send> File for T {}

type Workbook = Xlsx<BufReader<Box<dyn File>>>;
type Cells<'a> = XlsxCellReader<'a, BufReader<Box<dyn File>>>;

thread_local! {
    /// Whether this thread is reading a workbook.
    static READING: Mutable<bool> = const { Mutable::new(false) };
}

/// Prints no message for a panic while a workbook is read, because it becomes an error.
pub(super) fn silence_panics() {
    let print = panic::take_hook();
    panic::set_hook(Box::new(move |it| {
        if !READING.get() {
            print(it);
        }
    }));
}

/// Reads from a workbook. The library that does so may panic if a damaged workbook has impossible
/// numbers of rows or columns.
fn guarded<T>(
    language: Language,
    read: impl FnOnce() -> Result<T, XlsxError>,
) -> Result<T, String> {
    READING.set(true);
    let result = panic::catch_unwind(AssertUnwindSafe(read));
    READING.set(false);
    match result {
        Ok(read) => read.map_err(|error| error.to_string()),
        Err(_) => Err(text!("工作簿已损坏", "the workbook is damaged").get(language).to_owned()),
    }
}

/// Opens a workbook; returns it with the name of the given sheet, by default of the first.
pub(super) fn open(
    file: Box<dyn File>,
    sheet: Option<&str>,
    language: Language,
) -> Result<(Workbook, String), String> {
    let mut file = BufReader::new(file);
    archive::inspect(&mut file, language)?;
    let workbook: Workbook = guarded(language, || Xlsx::new(file))?;
    let names = workbook.sheet_names();
    let found = match sheet {
        Some(name) => names.iter().find(|it| *it == name),
        None => names.first(),
    };
    if let Some(name) = found.cloned() {
        return Ok((workbook, name));
    }
    let names = names.join(text!("、", ", ").get(language));
    Err(sentence!(
        language,
        "没有这个工作表；有：{names}",
        "the workbook has no such sheet; it has: {names}",
    ))
}

pub(super) struct Sheet<'a> {
    cells: Cells<'a>,
    /// The first cell of the next row.
    pending: Option<Cell<DataRef<'a>>>,
    /// The cells of the current row, and the number of their bytes.
    row: Vec<String>,
    length: usize,
    /// The columns of the current row with an amount that `--round-money` would round, and to which
    /// number of fen.
    near: Vec<(usize, i64)>,
    /// The columns of the table; `None` for those that hold no fact.
    columns: Vec<Option<Column>>,
    /// Whether amounts are rounded to whole fen.
    round_money: bool,
    /// Whether all cells were read.
    ended: bool,
    header_row: u64,
    /// The row of the header, and the number of its columns.
    header: (u64, usize),
    language: Language,
}

/// A column that holds a fact.
#[derive(Clone, Copy)]
struct Column {
    target: Target,
    counts: NoteCounts,
}

impl<'a> Sheet<'a> {
    /// Reads the rows below the header, which is in `header_row` or, if that row is blank, the next
    /// one that is not.
    pub(super) fn new(
        workbook: &'a mut Workbook,
        name: &str,
        header_row: u64,
        language: Language,
    ) -> Result<Self, String> {
        let cells = guarded(language, || workbook.worksheet_cells_reader(name))?;
        Ok(Self {
            cells,
            pending: None,
            row: Vec::new(),
            length: 0,
            near: Vec::new(),
            columns: Vec::new(),
            round_money: false,
            ended: false,
            header_row,
            header: (0, 0),
            language,
        })
    }

    /// Reads the next row that is not blank; returns its number, counted from 1.
    fn read(&mut self) -> Result<Option<u64>, String> {
        loop {
            self.row.clear();
            self.length = 0;
            self.near.clear();
            let mut at = None;
            while let Some(cell) = self.cell()? {
                let (row, column) = cell.get_position();
                if at.is_some_and(|at| at != row) {
                    self.pending = Some(cell);
                    break;
                }
                at = Some(row);
                let column = usize::try_from(column).unwrap_or(usize::MAX);
                if MAX_COLUMNS <= column {
                    return Err(too_many_columns(self.language));
                }
                if self.row.len() <= column {
                    self.row.resize(column + 1, String::new());
                }
                // A row that is too long is read to its end, but not kept.
                if self.length <= MAX_TEXT {
                    self.push(column, cell.get_value());
                }
            }
            let Some(at) = at else { return Ok(None) };
            if self.row.iter().any(|cell| !is_blank(cell)) {
                return Ok(Some(u64::from(at) + 1));
            }
        }
    }

    fn cell(&mut self) -> Result<Option<Cell<DataRef<'a>>>, String> {
        if let Some(cell) = self.pending.take() {
            return Ok(Some(cell));
        }
        // After the last cell or an error, the library must not be called again.
        if self.ended {
            return Ok(None);
        }
        let cell = guarded(self.language, || self.cells.next_cell());
        self.ended = !matches!(cell, Ok(Some(_)));
        cell
    }
}

impl Source for Sheet<'_> {
    fn headers(&mut self) -> Result<Option<Vec<String>>, String> {
        while let Some(line) = self.read()? {
            if self.header_row <= line {
                while self.row.last().is_some_and(|cell| is_blank(cell)) {
                    self.row.pop();
                }
                if MAX_TEXT < self.length {
                    return Err(too_many_columns(self.language));
                }
                self.header = (line, self.row.len());
                return Ok(Some(self.row.clone()));
            }
        }
        Err(no_header(self.language))
    }

    fn next(&mut self, batch: &mut Batch) -> Result<bool, String> {
        let Some(line) = self.read()? else {
            return Ok(false);
        };
        let (header, columns) = self.header;
        let number = line.saturating_sub(header + 1);
        if MAX_TEXT < self.length {
            batch.push(number, line, Some(Problem::TooLong), [].into_iter());
            return Ok(true);
        }
        while self.ends_with_extra_blank() {
            self.row.pop();
        }
        let given = self.row.len();
        let problem = (columns < given).then_some(Problem::Cells { given, expected: columns });
        batch.push(number, line, problem, self.row.iter().map(String::as_str));
        for &(column, fen) in &self.near {
            batch.mark_near(column, fen);
        }
        Ok(true)
    }

    fn position(&self) -> u64 {
        0
    }

    fn set_columns(&mut self, columns: &Columns, round_money: bool) {
        self.round_money = round_money;
        self.columns = vec![None; columns.len()];
        for (index, target) in columns.targets() {
            if let Some(column) = self.columns.get_mut(index) {
                *column = Some(Column { target, counts: NoteCounts::NONE });
            }
        }
    }

    fn counts(&self) -> Vec<NoteCounts> {
        let counts = |of: &Option<Column>| of.map_or(NoteCounts::NONE, |of| of.counts);
        self.columns.iter().map(counts).collect()
    }
}

impl Sheet<'_> {
    /// Writes a value to a cell of the current row.
    fn push(&mut self, column: usize, value: &DataRef<'_>) {
        let Some(cell) = self.row.get_mut(column) else { return };
        let before = cell.len();
        match (value, self.columns.get_mut(column)) {
            (DataRef::Float(float), Some(Some(of))) => {
                let number = Number::of((*float).into(), of.target, self.round_money);
                of.counts.add(&number, self.round_money);
                cell.push_str(&number.text);
                self.near.extend(number.fen.map(|fen| (column, fen)));
            }
            (value, _) => push_value(cell, value),
        }
        self.length += cell.len() - before;
    }

    /// Whether the row ends with a blank cell beyond the last column.
    fn ends_with_extra_blank(&self) -> bool {
        self.header.1 < self.row.len() && self.row.last().is_some_and(|cell| is_blank(cell))
    }
}

fn is_blank(cell: &str) -> bool {
    cell.chars().all(blank)
}

/// Writes a value as CSV would have it: a number as its shortest decimal, a date in ISO 8601.
fn push_value(out: &mut String, value: &DataRef<'_>) {
    match value {
        DataRef::Int(number) => out.push_str(&number.to_string()),
        DataRef::Float(number) => out.push_str(&number.to_string()),
        DataRef::String(text) | DataRef::DurationIso(text) => out.push_str(text),
        DataRef::SharedString(text) => out.push_str(text),
        DataRef::Bool(flag) => out.push_str(if *flag { "true" } else { "false" }),
        DataRef::DateTime(time) => push_time(out, time),
        DataRef::DateTimeIso(text) => out.push_str(text.strip_suffix("T00:00:00").unwrap_or(text)),
        DataRef::Error(error) => out.push_str(&error.to_string()),
        DataRef::Empty => {}
    }
}

/// Writes a date, with the time unless that is midnight; a date with a time is a fault.
fn push_time(out: &mut String, time: &ExcelDateTime) {
    let (year, month, day, hour, minute, second, milli) = time.to_ymd_hms_milli();
    let _ = write!(out, "{year:04}-{month:02}-{day:02}");
    if (hour, minute, second, milli) != (0, 0, 0, 0) {
        let _ = write!(out, "T{hour:02}:{minute:02}:{second:02}.{milli:03}");
    }
}
