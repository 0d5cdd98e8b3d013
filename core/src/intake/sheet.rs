//! XLSX input: the rows of a sheet of a workbook.

use std::cell::Cell as Mutable;
use std::fmt::Write as _;
use std::io::{BufReader, Read, Seek};
use std::panic::{self, AssertUnwindSafe};

use calamine::{Cell, DataRef, ExcelDateTime, Reader, Xlsx, XlsxCellReader, XlsxError};

use super::archive;
use super::batch::{Batch, MAX_COLUMNS, Mark, Problem, Source};
use super::error::Error;
use crate::input::value::blank;
use crate::json::MAX_TEXT;
use crate::table::Float;

/// A workbook file, or a buffer that holds one.
pub(crate) trait File: Read + Seek + Send {}

impl<T: Read + Seek + Send> File for T {}

type Workbook = Xlsx<BufReader<Box<dyn File>>>;
type Cells<'a> = XlsxCellReader<'a, BufReader<Box<dyn File>>>;

thread_local! {
    /// Whether this thread is reading a workbook.
    static READING: Mutable<bool> = const { Mutable::new(false) };
}

/// Prints no message for a panic while a workbook is read, because it becomes an error.
pub(crate) fn silence_panics() {
    let print = panic::take_hook();
    panic::set_hook(Box::new(move |it| {
        if !READING.get() {
            print(it);
        }
    }));
}

/// Reads from a workbook. The library that does so may panic if a damaged workbook has impossible
/// numbers of rows or columns.
fn guarded<T>(read: impl FnOnce() -> Result<T, XlsxError>) -> Result<T, Error> {
    READING.set(true);
    let result = panic::catch_unwind(AssertUnwindSafe(read));
    READING.set(false);
    match result {
        Ok(read) => read.map_err(|error| Error::Workbook(error.to_string())),
        Err(_) => Err(Error::Damaged),
    }
}

/// Opens a workbook; returns it with the name of the given sheet, by default of the first.
pub(crate) fn open(file: Box<dyn File>, sheet: Option<&str>) -> Result<(Workbook, String), Error> {
    let mut file = BufReader::new(file);
    archive::inspect(&mut file)?;
    let workbook: Workbook = guarded(|| Xlsx::new(file))?;
    let names = workbook.sheet_names();
    let found = match sheet {
        Some(name) => names.iter().find(|it| *it == name),
        None => names.first(),
    };
    if let Some(name) = found.cloned() {
        return Ok((workbook, name));
    }
    Err(Error::NoSuchSheet { sheets: names })
}

pub(crate) struct Sheet<'a> {
    name: String,
    cells: Cells<'a>,
    /// The first cell of the next row.
    pending: Option<Cell<DataRef<'a>>>,
    /// The cells of the current row, and the number of their bytes.
    row: Vec<String>,
    length: usize,
    /// The numbers of the current row, by column.
    numbers: Vec<(usize, Float)>,
    /// Whether all cells were read.
    ended: bool,
}

impl<'a> Sheet<'a> {
    pub(crate) fn new(workbook: &'a mut Workbook, name: &str) -> Result<Self, Error> {
        let cells = guarded(|| workbook.worksheet_cells_reader(name))?;
        let (row, numbers) = (Vec::new(), Vec::new());
        let name = name.to_owned();
        Ok(Self { name, cells, pending: None, row, length: 0, numbers, ended: false })
    }

    /// Reads the next row that is not blank; returns its number, counted from 1.
    fn read(&mut self) -> Result<Option<u64>, Error> {
        loop {
            self.row.clear();
            self.length = 0;
            self.numbers.clear();
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
                    return Err(Error::TooManyColumns);
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

    fn cell(&mut self) -> Result<Option<Cell<DataRef<'a>>>, Error> {
        if let Some(cell) = self.pending.take() {
            return Ok(Some(cell));
        }
        // After the last cell or an error, the library must not be called again.
        if self.ended {
            return Ok(None);
        }
        let cell = guarded(|| self.cells.next_cell());
        self.ended = !matches!(cell, Ok(Some(_)));
        cell
    }
}

impl Source for Sheet<'_> {
    fn is_table(&self) -> bool {
        true
    }

    fn sheet(&self) -> Option<&str> {
        Some(&self.name)
    }

    fn next(&mut self, batch: &mut Batch) -> Result<bool, Error> {
        let Some(line) = self.read()? else {
            return Ok(false);
        };
        let number = line.saturating_sub(1);
        if MAX_TEXT < self.length {
            batch.push(number, line, Some(Problem::TooLong), [].into_iter());
            return Ok(true);
        }
        while self.row.last().is_some_and(|cell| is_blank(cell)) {
            self.row.pop();
        }
        batch.push(number, line, None, self.row.iter().map(String::as_str));
        for &(column, number) in &self.numbers {
            batch.mark(column, Mark::Number(number));
        }
        Ok(true)
    }

    fn position(&self) -> u64 {
        0
    }
}

impl Sheet<'_> {
    /// Writes a value to a cell of the current row.
    fn push(&mut self, column: usize, value: &DataRef<'_>) {
        let Some(cell) = self.row.get_mut(column) else { return };
        let before = cell.len();
        if let DataRef::Float(number) = value {
            self.numbers.push((column, (*number).into()));
        }
        push_value(cell, value);
        self.length += cell.len() - before;
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
