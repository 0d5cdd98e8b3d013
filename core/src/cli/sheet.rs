//! Rows of a sheet of an XLSX workbook.

use std::cell::Cell as Mutable;
use std::fmt::Write as _;
use std::io::{BufReader, Read, Seek};
use std::panic::{self, AssertUnwindSafe};

use calamine::{Cell, DataRef, ExcelDateTime, Reader, Xlsx, XlsxCellReader, XlsxError};

use super::archive;
use super::rows::{Batch, MOST_COLUMNS, Problem, Source, too_many_columns};
use crate::input::value::blank;
use crate::json::MAX_TEXT;
use crate::text::{Language, text};

/// A workbook that can be read from anywhere.
pub(super) trait File: Read + Seek + Send {}

impl<T: Read + Seek + Send> File for T {}

type Workbook = Xlsx<BufReader<Box<dyn File>>>;
type Cells<'a> = XlsxCellReader<'a, BufReader<Box<dyn File>>>;

thread_local! {
    /// Whether this thread is about to read a workbook.
    static READING: Mutable<bool> = const { Mutable::new(false) };
}

/// Lets panics while a workbook is read say nothing: they become an error. All others are said as
/// before.
pub(super) fn hold_back_panics() {
    let say = panic::take_hook();
    panic::set_hook(Box::new(move |it| {
        if !READING.get() {
            say(it);
        }
    }));
}

/// Reads from a workbook. Of a damaged one the library that reads it may panic, on numbers of rows
/// and columns that are none.
fn read_on<T>(
    language: Language,
    read: impl FnOnce() -> Result<T, XlsxError>,
) -> Result<T, String> {
    READING.set(true);
    let done = panic::catch_unwind(AssertUnwindSafe(read));
    READING.set(false);
    match done {
        Ok(read) => read.map_err(|error| error.to_string()),
        Err(_) => Err(text!("工作簿已损坏", "the workbook is damaged").get(language).to_owned()),
    }
}

/// Opens a workbook; returns it with the name of the sheet asked for, or else of its first.
pub(super) fn open(
    file: Box<dyn File>,
    sheet: Option<&str>,
    language: Language,
) -> Result<(Workbook, String), String> {
    let mut file = BufReader::new(file);
    archive::examine(&mut file, language)?;
    let workbook: Workbook = read_on(language, || Xlsx::new(file))?;
    let names = workbook.sheet_names();
    let found = match sheet {
        Some(name) => names.iter().find(|it| *it == name),
        None => names.first(),
    };
    if let Some(name) = found.cloned() {
        return Ok((workbook, name));
    }
    let text = text!("没有这个工作表；有：", "there is no such sheet; there are: ");
    Err([text.get(language), &names.join("、")].concat())
}

pub(super) struct Sheet<'a> {
    cells: Cells<'a>,
    /// The first cell of the row that comes next.
    pending: Option<Cell<DataRef<'a>>>,
    /// The cells of the row at hand, and their length.
    row: Vec<String>,
    length: usize,
    /// Whether there are no more cells.
    ended: bool,
    header_row: u64,
    /// The header's own row, and how many columns it has.
    header: (u64, usize),
    language: Language,
}

impl<'a> Sheet<'a> {
    /// Reads the rows below the header, which stands in `header_row` or the first row after it
    /// that is not empty.
    pub(super) fn new(
        workbook: &'a mut Workbook,
        name: &str,
        header_row: u64,
        language: Language,
    ) -> Result<Self, String> {
        let cells = read_on(language, || workbook.worksheet_cells_reader(name))?;
        let (row, header) = (Vec::new(), (0, 0));
        let (pending, length, ended) = (None, 0, false);
        Ok(Self { cells, pending, row, length, ended, header_row, header, language })
    }

    /// Reads the next row that is not blank; returns its place, from 1.
    fn read(&mut self) -> Result<Option<u64>, String> {
        loop {
            self.row.clear();
            self.length = 0;
            let mut at = None;
            while let Some(cell) = self.cell()? {
                let (row, column) = cell.get_position();
                if at.is_some_and(|at| at != row) {
                    self.pending = Some(cell);
                    break;
                }
                at = Some(row);
                let column = usize::try_from(column).unwrap_or(usize::MAX);
                if MOST_COLUMNS <= column {
                    return Err(too_many_columns(self.language));
                }
                if self.row.len() <= column {
                    self.row.resize(column + 1, String::new());
                }
                // What is too long is read to its end all the same, but not kept.
                if let Some(place) = self.row.get_mut(column)
                    && self.length <= MAX_TEXT
                {
                    let before = place.len();
                    push_value(place, cell.get_value());
                    self.length += place.len() - before;
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
        // After the last cell, and after a mistake, the sheet is not to be asked again.
        if self.ended {
            return Ok(None);
        }
        let cell = read_on(self.language, || self.cells.next_cell());
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
        Err(text!("没有表头", "there is no header row").get(self.language).to_owned())
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
        while self.columns_beyond() {
            self.row.pop();
        }
        let differs = columns < self.row.len();
        let problem = differs.then_some(Problem::Cells(self.row.len(), columns));
        batch.push(number, line, problem, self.row.iter().map(String::as_str));
        Ok(true)
    }

    fn position(&self) -> u64 {
        0
    }
}

impl Sheet<'_> {
    /// Whether the row ends with a blank cell beyond the last column.
    fn columns_beyond(&self) -> bool {
        self.header.1 < self.row.len() && self.row.last().is_some_and(|cell| is_blank(cell))
    }
}

fn is_blank(cell: &str) -> bool {
    cell.chars().all(blank)
}

/// Writes a value as a cell of CSV would hold it: numbers in their shortest digits, dates as ISO.
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

/// A day, or a day with its time, which no fact is.
fn push_time(out: &mut String, time: &ExcelDateTime) {
    let (year, month, day, hour, minute, second, milli) = time.to_ymd_hms_milli();
    let _ = write!(out, "{year:04}-{month:02}-{day:02}");
    if (hour, minute, second, milli) != (0, 0, 0, 0) {
        let _ = write!(out, "T{hour:02}:{minute:02}:{second:02}.{milli:03}");
    }
}
