//! Which rows of a table are records. Functions over one row, for tables in files and for frames.

use std::collections::HashSet;

use super::label::{Label, label};
#[cfg(feature = "intake")]
use super::names::HeaderNames;
use super::passed::Passed;
use super::said::says_other_money;
use super::squeeze::{folded, is_space, squeezed};
use super::{Columns, Target};
use crate::field::{Field, Kind};
use crate::input::value::blank;
use crate::subjects::Subject;
use crate::text::{Text, text};

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RowKind {
    Record,
    Passed(Passed),
    /// The header of another table.
    OtherHeader,
}

/// The rules by which the rows of one table are told apart.
#[derive(Debug, Clone)]
pub(crate) struct Rows {
    /// For each column, whether it is used.
    used: Vec<bool>,
    /// The column with the name of the record.
    name: Option<usize>,
    /// Whether no other column is used.
    only_name: bool,
    /// Whether a record is one of the whole province, which may be called 全省.
    of_province: bool,
    /// The first column that is used.
    first: usize,
    /// The header, squeezed.
    header: Vec<String>,
    /// Every word for the fact that is the name.
    names: HashSet<String>,
    /// The money columns for which no unit is said anywhere.
    bare_money: Vec<String>,
}

/// The fact that names a record.
pub(crate) fn name_field(subject: &Subject) -> Option<&'static Field> {
    subject.fields().iter().find(|it| matches!(it.kind, Kind::Text))
}

impl Rows {
    pub(crate) fn of(subject: &Subject, columns: &Columns, headers: &[String]) -> Self {
        let name_field = name_field(subject);
        let is_name = |target: Target| name_field.is_some_and(|field| field.key() == target.key());
        let targets = || columns.targets();
        let mut used = vec![false; columns.len()];
        for (index, _) in targets() {
            if let Some(used) = used.get_mut(index) {
                *used = true;
            }
        }
        let name = targets().find(|(_, target)| is_name(*target)).map(|(index, _)| index);
        let bare = targets().filter(|(_, target)| target.is_money_without_unit());
        let words = |field: &Field| {
            let words = [field.key(), field.label().zh()].into_iter().chain(field.also());
            words.map(squeezed).collect()
        };
        Self {
            name,
            only_name: name.is_some() && targets().count() == 1,
            of_province: ["province", "provincial_measures"].contains(&subject.name),
            first: targets().map(|(index, _)| index).next().unwrap_or(0),
            header: headers.iter().map(|it| squeezed(it)).collect(),
            names: name_field.map(words).unwrap_or_default(),
            bare_money: bare.filter_map(|(index, _)| headers.get(index).cloned()).collect(),
            used,
        }
    }

    /// Adds a column whose values identify records: a row with one is a record.
    pub(crate) fn identify_by(&mut self, column: usize) {
        // The name of a record may also be that of a group of records.
        if self.name != Some(column)
            && let Some(used) = self.used.get_mut(column)
        {
            *used = true;
        }
    }

    /// The columns that have a value in every record that is more than a name, some of them.
    #[cfg(feature = "arrow")]
    pub(crate) fn filled(&self) -> impl Iterator<Item = usize> + '_ {
        let used = self.used.iter().enumerate().filter(|(_, used)| **used);
        used.map(|(index, _)| index).filter(|index| self.name != Some(*index))
    }

    /// What a row is.
    pub(crate) fn kind<'a>(&self, cells: impl Iterator<Item = &'a str> + Clone) -> RowKind {
        let (mut name, mut filled, mut labelled) = ("", false, None);
        let (mut first, mut weak, mut word) = (true, false, false);
        for (index, (cell, used)) in cells.clone().zip(&self.used).enumerate() {
            if is_blank(cell) {
                continue;
            }
            let is_name = self.name == Some(index);
            if is_name {
                name = cell;
            } else {
                filled |= used;
            }
            // The name, the first text of the row, and what stands before the name.
            let before = index < self.name.unwrap_or(self.first);
            if (is_name || first || before) && !is_number(cell) {
                if first && before && is_example(cell) {
                    return RowKind::Passed(Passed::Example);
                }
                first = false;
                match label(cell) {
                    Some(Label::Total) => labelled = Some(Passed::Total),
                    Some(Label::Summary) if self.of_province => {}
                    Some(Label::Summary) if is_name => labelled = Some(Passed::Total),
                    // The name of the record beside it tells that the remark is one on the record.
                    Some(Label::Remark) => labelled = labelled.or(Some(Passed::Remark)),
                    Some(Label::Page) => labelled = labelled.or(Some(Passed::Page)),
                    // In the column of another fact, 中型 is its value.
                    Some(Label::Summary) => weak |= !used,
                    Some(Label::Word) => word = true,
                    None => {
                        if is_name && matches!(labelled, Some(Passed::Remark | Passed::Page)) {
                            labelled = None;
                        }
                    }
                }
            }
        }
        // 平均 before a name may say what the figures of the record are.
        if weak && (name.is_empty() || is_number(name)) {
            labelled = labelled.or(Some(Passed::Total));
        }
        // 单位 may head a column of another table, whose other headers stand beside it.
        if word && !filled && labelled.is_none() {
            labelled = Some(Passed::Remark);
        }
        if let Some(passed) = labelled {
            return RowKind::Passed(passed);
        }
        if !name.is_empty() && self.names.contains(folded(name).as_ref()) {
            let same = self.is_header(cells);
            return if same { RowKind::Passed(Passed::Header) } else { RowKind::OtherHeader };
        }
        // Values beyond the header may be those of used columns, moved to the right.
        let moved = cells.skip(self.used.len()).any(|it| !is_blank(it));
        match (filled || !name.is_empty() && moved, name.is_empty()) {
            (true, _) => RowKind::Record,
            (false, true) => RowKind::Passed(Passed::Blank),
            (false, false) if self.only_name => RowKind::Record,
            (false, false) => RowKind::Passed(Passed::NameOnly),
        }
    }

    #[cfg(feature = "intake")]
    /// What a row with faults is: it may be a header, which no record without faults is.
    pub(crate) fn faulty<'a>(
        &self,
        names: &HeaderNames,
        cells: impl Iterator<Item = &'a str> + Clone,
    ) -> RowKind {
        if self.is_header(cells.clone()) {
            return RowKind::Passed(Passed::Header);
        }
        let mut facts: Vec<&str> = Vec::new();
        let mut numbers = 0;
        for (index, cell) in cells.enumerate() {
            numbers += u64::from(is_number(cell));
            if let Some(fact) = names.fact(cell)
                && !facts.contains(&fact)
            {
                // A choice or a text may be a word for a fact, too.
                let used = self.used.get(index).is_some_and(|used| *used);
                if used || !facts.is_empty() {
                    facts.push(fact);
                }
            }
        }
        if 2 <= facts.len() || facts.len() == 1 && numbers == 0 {
            return RowKind::OtherHeader;
        }
        RowKind::Record
    }

    /// Whether a row repeats the header in all columns that are used.
    fn is_header<'a>(&self, mut cells: impl Iterator<Item = &'a str>) -> bool {
        let columns = self.header.iter().zip(&self.used);
        let mut same = true;
        for (header, used) in columns {
            let cell = cells.next().unwrap_or_default();
            same &= !used || folded(cell) == *header;
            if !same {
                return false;
            }
        }
        true
    }

    /// The columns whose texts may say that a row is no record: that of the names, or else the first
    /// that is used, and all before it.
    #[cfg(feature = "arrow")]
    pub(crate) fn labelled(&self) -> core::ops::RangeInclusive<usize> {
        0..=self.name.unwrap_or(self.first)
    }

    /// The words for the name of a record in a header.
    #[cfg(feature = "_block")]
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    /// The column of the names, and the column up to which texts may say that a row is no record.
    #[cfg(feature = "cli")]
    pub(crate) fn labels(&self) -> (Option<usize>, usize) {
        (self.name, self.name.unwrap_or(self.first))
    }

    /// Whether a folded text is a word for a name.
    #[cfg(feature = "cli")]
    pub(crate) fn is_name(&self, folded: &str) -> bool {
        self.names.contains(folded)
    }

    #[cfg(feature = "intake")]
    /// Whether a column has the names of the records.
    pub(crate) const fn has_name(&self) -> bool {
        self.name.is_some()
    }

    #[cfg(feature = "intake")]
    /// Whether a row is a record without a name, in a table of names.
    pub(crate) fn lacks_name<'a>(&self, mut cells: impl Iterator<Item = &'a str>) -> bool {
        self.name.is_some_and(|name| cells.nth(name).is_none_or(is_blank))
    }

    #[cfg(feature = "intake")]
    /// The columns without any header that have a value in this row.
    pub(crate) fn blank_headers(&self) -> impl Iterator<Item = usize> + '_ {
        let headers = self.header.iter().enumerate();
        headers.filter(|(_, header)| header.is_empty()).map(|(index, _)| index)
    }

    /// The money columns for which no unit is said.
    pub(crate) fn bare_money(&self) -> &[String] {
        &self.bare_money
    }
}

/// What the first cell of a row says that is an example of how to fill in a form.
pub(crate) const EXAMPLE_ROW: Text = text!("示例", "example");

pub(super) fn is_example(cell: &str) -> bool {
    [EXAMPLE_ROW.zh(), EXAMPLE_ROW.en()].contains(&folded(cell).as_ref())
}

/// Whether a cell has no visible text.
pub(crate) fn is_blank(text: &str) -> bool {
    text.is_empty() || text.chars().all(|it| blank(it) || is_space(it))
}

/// Whether a text begins as a number does.
pub(crate) fn is_number(text: &str) -> bool {
    let text = text.trim_start();
    let digits = text.trim_start_matches(['-', '+', '.']);
    digits.starts_with(|it: char| it.is_ascii_digit())
        && !digits.contains(['页', '、', '合', '小', '总'])
}

/// Whether a text says a unit of money that is not the yuan itself.
pub(crate) fn says_money(text: &str) -> bool {
    says_other_money(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::subjects::subject;

    fn rows(headers: &[&str]) -> Rows {
        rows_of("enterprise", headers)
    }

    fn rows_of(name: &str, headers: &[&str]) -> Rows {
        let subject = subject(name).unwrap();
        let columns = Columns::of(subject, headers, &crate::table::Options::default()).unwrap();
        let headers: Vec<String> = headers.iter().map(|it| (*it).to_owned()).collect();
        Rows::of(subject, &columns, &headers)
    }

    #[test]
    fn rows_are_records_or_passed_over() {
        use Passed::{Blank, Header, NameOnly, Page, Remark, Total};
        let usual = rows(&["序号", "企业名称", "从业人员（人）", "销售收入（万元）", "备注"]);
        for (row, kind) in [
            ("1,示例甲公司,200,12000,", RowKind::Record),
            ("1,示例甲公司,,12000,合计", RowKind::Record),
            ("1,汇总科技有限公司,1,1,", RowKind::Record),
            (",,1,1,", RowKind::Record),
            ("2,,,,", RowKind::Passed(Blank)),
            (",,,,合并报表", RowKind::Passed(Blank)),
            ("3,示例丙公司,,,", RowKind::Passed(NameOnly)),
            ("3,示例丙公司,,,,", RowKind::Passed(NameOnly)),
            // Moved to the right.
            ("3,示例丙公司,,,,200", RowKind::Record),
            ("3,,,,,200", RowKind::Passed(Blank)),
            ("北京市（23所）,,,,", RowKind::Passed(Blank)),
            (",合　计,1,1,", RowKind::Passed(Total)),
            ("合计,,1,1,", RowKind::Passed(Total)),
            ("合计,2家,1,1,", RowKind::Passed(Total)),
            ("3,小计,1,1,", RowKind::Passed(Total)),
            ("累计,示例甲公司,1,1,", RowKind::Record),
            ("全省,,1,1,", RowKind::Passed(Total)),
            (",一、国有企业,1,1,", RowKind::Passed(Total)),
            ("全省,示例甲公司,1,1,", RowKind::Record),
            ("平均,,1,1,", RowKind::Passed(Total)),
            (",其中：国有,1,1,", RowKind::Passed(Total)),
            ("注：略,,,,", RowKind::Passed(Remark)),
            ("填表人：张三,,审核人：李四,日期：2024-12-31,", RowKind::Passed(Remark)),
            ("备注,,,,", RowKind::Passed(Remark)),
            (",单位,人数,收入,", RowKind::Record),
            ("第1页 共3页,,,,", RowKind::Passed(Page)),
            ("序号,企业名称,从业人员（人）,销售收入（万元）,备注", RowKind::Passed(Header)),
            (",企 业 名 称,从业人员(人),销售收入（万元）,", RowKind::Passed(Header)),
            ("序号,企业名称,销售收入（万元）,从业人员,备注", RowKind::OtherHeader),
        ] {
            let cells: Vec<&str> = row.split(',').collect();
            assert_eq!(usual.kind(cells.into_iter()), kind, "{row}");
        }
        let names = rows(&["企业名称", "备注"]);
        for (row, kind) in [
            ("示例甲公司,好", RowKind::Record),
            ("示例甲公司,", RowKind::Record),
            (",好", RowKind::Passed(Blank)),
            ("企业名称,备注", RowKind::Passed(Header)),
            ("填表人：张三,", RowKind::Passed(Remark)),
        ] {
            assert_eq!(names.kind(row.split(',')), kind, "{row}");
        }
        let province = rows_of("province", &["name", "产教融合示范企业"]);
        assert_eq!(province.kind("全省,100".split(',')), RowKind::Record);
        assert_eq!(province.kind("合计,100".split(',')), RowKind::Passed(Total));
        let unnamed = rows(&["地区", "年度", "从业人员"]);
        for (row, kind) in [
            ("长沙,2024,1", RowKind::Record),
            ("合计,,1", RowKind::Passed(Total)),
            (",合计,1", RowKind::Passed(Total)),
            ("长沙,,", RowKind::Passed(Blank)),
        ] {
            assert_eq!(unnamed.kind(row.split(',')), kind, "{row}");
        }
        // 中型 is a size, too, but no total of anything stands among the values of a fact.
        for headers in [["企业规模", "从业人员"], ["从业人员", "企业规模"]] {
            let sizes = rows(&headers);
            for row in ["中型,1", "1,中型", "中型,", "中型,中型"] {
                assert_eq!(sizes.kind(row.split(',')), RowKind::Record, "{row}");
            }
            assert_eq!(sizes.kind("合计,1".split(',')), RowKind::Passed(Total));
        }
        let after_size = rows(&["企业规模", "企业名称", "从业人员"]);
        assert_eq!(after_size.kind("中型,,1".split(',')), RowKind::Record);
        assert_eq!(after_size.kind("中型,示例甲公司,1".split(',')), RowKind::Record);
        assert_eq!(after_size.kind(",中型,1".split(',')), RowKind::Passed(Total));
        let grouped = rows(&["类别", "企业名称", "从业人员"]);
        assert_eq!(grouped.kind("中型,,1".split(',')), RowKind::Passed(Total));
    }
}
