//! The options that name child tables.

use std::path::{Path, PathBuf};

use super::reader::Reader;
use crate::cli::notes::FileNote;
use crate::parameters::Parameters;
use crate::subjects::Subject;
use crate::table::{Children, Options};
use crate::text::Language;

/// The child tables.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct ChildOptions {
    /// 子表：一行是列表类事实的一项，如 practice=periods.csv；工作表写作 practice=book.xlsx#名称，可多次使用 / Child table: each row is an item of a list fact, e.g. practice=periods.csv or practice=book.xlsx#Sheet2 (repeatable)
    #[arg(long, value_name = "FACT=FILE[#SHEET]", value_parser = ChildFile::parse, requires = "key")]
    child: Vec<ChildFile>,
    /// 关联子表的列；两表列名不同的写作 主表列名=子表列名 / Column that relates child tables to the records; PARENT=CHILD if its headers differ
    #[arg(long, value_name = "HEADER", value_parser = Key::parse, requires = "child")]
    key: Option<Key>,
    /// 子表已列全：子表中没有行的记录即为没有，而不是未知 / Child tables are complete: a record without rows has none, instead of unknown ones
    #[arg(long, requires = "child")]
    children_complete: bool,
}

impl ChildOptions {
    /// Reads the child tables; returns them with the notes on them.
    pub(in crate::cli) fn read(
        &self,
        subject: &'static Subject,
        parameters: &Parameters,
        table: &mut Options,
        language: Language,
    ) -> Result<(Vec<Children>, Vec<FileNote>), String> {
        let mut notes = Vec::new();
        let Some(key) = &self.key else { return Ok((Vec::new(), notes)) };
        let complete = self.children_complete;
        let mut reader = Reader { subject, parameters, table, key, complete, language };
        let children = reader.all(&self.child, &mut notes)?;
        Ok((children, notes))
    }

    /// Whether there is no child table.
    pub(in crate::cli) const fn are_empty(&self) -> bool {
        self.child.is_empty()
    }

    /// The files of child tables.
    pub(in crate::cli) fn files(&self) -> impl Iterator<Item = PathBuf> + '_ {
        self.child.iter().map(|it| it.place().0)
    }
}

/// A child table, as an option names it.
#[derive(Debug, Clone)]
pub(super) struct ChildFile {
    pub(super) fact: String,
    file: String,
}

impl ChildFile {
    pub(super) fn parse(text: &str) -> Result<Self, &'static str> {
        let (fact, file) = text
            .split_once('=')
            .filter(|(_, file)| !file.is_empty())
            .ok_or("应为 事实=文件 / expected FACT=FILE, e.g. practice=periods.csv")?;
        Ok(Self { fact: fact.trim().to_owned(), file: file.to_owned() })
    }

    /// The file, and the sheet behind its last `#`; a file whose whole name this is goes first.
    pub(super) fn place(&self) -> (PathBuf, Option<&str>) {
        match self.file.rsplit_once('#') {
            Some((file, sheet)) if !Path::new(&self.file).exists() => {
                (PathBuf::from(file), Some(sheet))
            }
            Some(_) | None => (PathBuf::from(&self.file), None),
        }
    }
}

/// The headers of the columns of keys, in the parent and in the child tables.
#[derive(Debug, Clone)]
pub(super) struct Key {
    pub(super) parent: String,
    pub(super) child: String,
}

impl Key {
    pub(super) fn parse(text: &str) -> Result<Self, &'static str> {
        let (parent, child) = text.split_once('=').unwrap_or((text, text));
        let [parent, child] = [parent, child].map(|it| it.trim().to_owned());
        if parent.is_empty() || child.is_empty() {
            return Err("应为列名 / expected a header, e.g. 教师编号");
        }
        Ok(Self { parent, child })
    }
}
