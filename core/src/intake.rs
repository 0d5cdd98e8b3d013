//! Reading tables and lists of records: bytes become rows, and rows become records.
//!
//! The steps, each in a module of its own:
//! 1. [`format`], [`decode`] and the modules of the formats ([`csv`], [`workbook`], [`lines`],
//!    [`array`]): bytes become rows of cells, or of JSON texts.
//! 2. [`layout`]: which rows are the title, the header, records, totals and remarks.
//! 3. [`crate::table`]: headers become facts with units, and cells become values.
//!
//! [`inspect`] shows what they make of a table before its records are judged.
//!
//! Nothing here opens a file, starts a thread or reads a clock.

pub(crate) mod array;
pub(crate) mod batch;
pub(crate) mod chunk;
pub(crate) mod csv;
pub(crate) mod decode;
pub(crate) mod encoding;
mod error;
pub(crate) mod format;
pub(crate) mod gzip;
#[cfg(feature = "cli")]
pub(crate) mod inspect;
pub(crate) mod layout;
pub(crate) mod lines;
pub(crate) mod mark;
pub(crate) mod note;
mod quoted;
pub(crate) mod repeats;
pub(crate) mod separator;
pub(crate) mod workbook;

pub(crate) use error::Error;
#[cfg(feature = "cli")]
pub(crate) use error::io_message;
