//! Why rows of a table are passed over.

use crate::text::{Text, text};

/// Why a row is passed over: it is no record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Passed {
    /// No column that is used has a value.
    Blank,
    /// Only the name is filled in.
    NameOnly,
    /// It is a total, a subtotal or an average of other rows.
    Total,
    /// It is a remark, such as who filled in the table.
    Remark,
    /// It has the number of a page, or says that the table goes on.
    Page,
    /// It repeats the header.
    Header,
    /// It numbers the columns.
    Numbering,
    /// It has the units of the columns.
    Units,
    /// It shows how to fill in a form.
    Example,
    /// Its line was to be skipped.
    Skipped,
}

impl Passed {
    /// Whether it belongs to the header, or was to be skipped: what it says is known.
    #[cfg(any(feature = "arrow", feature = "cli"))]
    pub(crate) const fn is_of_header(self) -> bool {
        match self {
            Self::Numbering | Self::Units | Self::Skipped => true,
            Self::Blank
            | Self::NameOnly
            | Self::Total
            | Self::Remark
            | Self::Page
            | Self::Header
            | Self::Example => false,
        }
    }

    /// The word for it in notes as data.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Blank => "blank_row",
            Self::NameOnly => "name_only",
            Self::Total => "total_row",
            Self::Remark => "remark_row",
            Self::Page => "page_row",
            Self::Header => "header_row",
            Self::Numbering => "numbering_row",
            Self::Units => "units_row",
            Self::Example => "example_row",
            Self::Skipped => "skipped_line",
        }
    }

    /// What the row is, as the end of a sentence that begins with its line.
    pub(crate) const fn words(self) -> Text {
        match self {
            Self::Blank => {
                text!("在所用的列中没有内容", "has nothing in the columns that are used")
            }
            Self::NameOnly => text!("只有名称", "has only a name"),
            Self::Total => text!("是合计或平均等汇总", "is a total or an average of others"),
            Self::Remark => text!("是表注", "is a remark"),
            Self::Page => text!("是页码或续表标记", "is the number or the mark of a page"),
            Self::Header => text!("重复表头", "repeats the header"),
            Self::Numbering => text!("是栏号", "numbers the columns"),
            Self::Units => text!("是计量单位", "has the units of the columns"),
            Self::Example => text!("是填写示例", "is an example of how to fill in the form"),
            Self::Skipped => text!("按 --skip-lines 跳过", "is skipped by --skip-lines"),
        }
    }
}
