//! Reading tables: the options that say how, which all commands on tables share.

use std::path::Path;

use super::source::{Encoding, InputFormat, Opening};
use crate::intake::batch::Source;
use crate::intake::layout::{Lines, range};
use crate::intake::separator::Separator;
use crate::intake::workbook::ALL;
use crate::table::Options;
use crate::text::Language;

/// How tables are read.
#[derive(Debug, clap::Args)]
pub(super) struct Reading {
    /// 把列对应到事实，可加单位，可多次使用；事实留空则忽略该列 / Map a column to a fact, perhaps with its unit (repeatable); an empty fact ignores the column
    #[arg(long, value_name = "HEADER=FACT[:UNIT]", value_parser = mapping)]
    pub(super) map: Vec<(String, String)>,
    /// 指定事实的单位，可多次使用，优先于表头 / Give the unit of a fact (repeatable), overriding the header
    #[arg(long, value_name = "FACT=UNIT", value_parser = unit)]
    pub(super) unit: Vec<(String, String)>,
    /// 表示“未知”的文字，用逗号分隔；留空则没有 [默认：—,-,/,…,N/A,NA,NULL,#N/A,暂无,不详] / Texts that mean unknown, separated by commas; empty: none
    #[arg(long, value_name = "LIST")]
    pub(super) missing: Option<String>,
    /// 输入格式 [默认：按内容和扩展名判断] / Input format [default: detected from content and extension]
    #[arg(long, value_enum)]
    pub(super) input: Option<InputFormat>,
    /// 文本的编码 [默认：按内容判断] / Encoding of text input [default: detected]
    #[arg(long, value_enum)]
    pub(super) encoding: Option<Encoding>,
    /// CSV 的分隔符，如 `;`、tab [默认：按内容判断] / Separator of CSV input, e.g. `;` or tab [default: detected]
    #[arg(long, value_name = "CHARACTER")]
    pub(super) separator: Option<Separator>,
    /// 工作簿的工作表 [默认：第一个显示且不空的]；`*` 表示全部 / Sheet of a workbook [default: the first that is visible and not empty]; `*` is all of them
    #[arg(long, value_name = "NAME")]
    pub(super) sheet: Option<String>,
    /// 表头所在行，从 1 开始；表头有两行的写作 3-4 [默认：在前几行中查找] / Line of the header row, counted from 1; 3-4 for a header of two rows [default: searched among the first rows]
    #[arg(long, value_name = "LINE", value_parser = header_row)]
    pub(super) header_row: Option<(u64, u64)>,
    /// 跳过这些行，如 12,40-44 / Lines that are passed over, e.g. 12,40-44
    #[arg(long, value_name = "LINES", value_parser = skip_lines)]
    pub(super) skip_lines: Option<Lines>,
    /// XLSX 数字单元格的金额与整分相差不超过百万分之一的，四舍五入到分 / Round amounts in number cells of XLSX to whole fen if they differ by at most a millionth
    #[arg(long)]
    pub(super) round_money: bool,
}

fn mapping(text: &str) -> Result<(String, String), &'static str> {
    let (header, fact) = text
        .rsplit_once('=')
        .ok_or("应为 表头=事实 / expected HEADER=FACT, e.g. 营业收入=sales_revenue_yuan")?;
    Ok((header.to_owned(), fact.to_owned()))
}

fn unit(text: &str) -> Result<(String, String), &'static str> {
    let (fact, unit) = text
        .split_once('=')
        .ok_or("应为 事实=单位 / expected FACT=UNIT, e.g. sales_revenue_yuan=万元")?;
    Ok((fact.to_owned(), unit.to_owned()))
}

fn header_row(text: &str) -> Result<(u64, u64), &'static str> {
    range(text).ok_or("应为行号，如 3 或 3-4 / expected a line, e.g. 3 or 3-4")
}

fn skip_lines(text: &str) -> Result<Lines, &'static str> {
    Lines::parse(text).ok_or("应为行号，如 12,40-44 / expected lines, e.g. 12,40-44")
}

impl Reading {
    /// Whether all sheets of workbooks are read, each as an input.
    pub(super) fn all_sheets(&self) -> bool {
        self.sheet.as_deref() == Some(ALL)
    }

    /// The name of an input: its file, and its sheet if all are read.
    pub(super) fn name(&self, file: &Path, source: &dyn Source) -> String {
        match source.sheet().filter(|_| self.all_sheets()) {
            Some(sheet) => format!("{}: {sheet}", file.display()),
            None => file.display().to_string(),
        }
    }

    pub(super) fn opening(&self, language: Language) -> Opening<'_> {
        Opening {
            format: self.input.map(Into::into),
            encoding: self.encoding.map(Into::into),
            separator: self.separator,
            sheet: self.sheet.as_deref(),
            language,
        }
    }

    /// What the options say about the headers and the cells of a table.
    pub(super) fn table_options(&self) -> Options {
        let mut options = Options::default();
        options.map.clone_from(&self.map);
        options.units.clone_from(&self.unit);
        let marks = |list: &String| list.split([',', '，']).map(str::to_owned).collect();
        options.missing = self.missing.as_ref().map(marks);
        options
    }
}
