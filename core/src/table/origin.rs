//! How a column was matched: by which name, in which unit.

use crate::string_enum::string_enum;

string_enum! {
    /// By what a column was matched with its fact.
    #[non_exhaustive]
    MatchedBy {
        /// The header is the key of the fact.
        Key = "key", "键名", "key";
        /// The header is the policy's word for the fact, or its English label.
        Label = "label", "名称", "name";
        /// The header is another accepted name of the fact.
        Alias = "alias", "别名", "other name";
        /// An option of the caller says so.
        Map = "map", "指定", "given";
    }
}

string_enum! {
    /// Where the unit of the numbers of a column comes from.
    #[non_exhaustive]
    UnitFrom {
        /// An option of the caller.
        Option = "option", "指定", "given";
        /// The header.
        Header = "header", "表头", "header";
        /// The row of units below the header.
        Row = "row", "单位行", "row of units";
        /// A title or a cell above the header, or the name of the sheet.
        Above = "above", "表头之外", "outside the header";
        /// The header is the key of the fact, which names the unit.
        Key = "key", "键名", "key";
        /// Nothing says it: the numbers are read in the unit of the fact.
        Default = "default", "未写明", "not said";
    }
}

/// How one column was matched.
#[derive(Debug, Clone)]
pub(super) struct Origin {
    /// `None` if the column is not used.
    pub(super) by: Option<MatchedBy>,
    /// The unit that was said, and where; its text is empty if it is that of the fact.
    pub(super) unit: Option<(UnitFrom, String)>,
    /// The name that may have been meant, perhaps with a unit, and the key of its fact.
    pub(super) proposal: Option<(String, &'static str)>,
}

impl Origin {
    pub(super) const fn of(by: Option<MatchedBy>) -> Self {
        Self { by, unit: None, proposal: None }
    }
}
