//! How headers are matched and cells are read: what the caller says about a table.

use super::said::Said;

/// What the caller says about a table, beside its headers. The default says nothing.
///
/// ```
/// use chanjiao::{subject, table::{Columns, Options}};
///
/// let enterprise = subject("enterprise").expect("a subject");
/// let mut options = Options::default();
/// options.map = vec![("营业额".to_owned(), "sales_revenue_yuan:万元".to_owned())];
/// let columns = Columns::of(enterprise, &["营业额"], &options)?;
/// let (_, fact, power) = columns.facts().next().expect("a fact");
/// assert_eq!((fact.key(), power), ("sales_revenue_yuan", 4));
/// # Ok::<(), chanjiao::table::HeaderErrors>(())
/// ```
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Options {
    /// Overrides the matching. Each pair is a header, with or without its unit, and the key of the
    /// fact that its column holds; an empty key ignores the column. The key may be followed by a unit,
    /// as `sales_revenue_yuan:万元`, which overrides that of the header. A fact that is mapped is not
    /// matched with any other column.
    pub map: Vec<(String, String)>,
    /// The units of facts, each a key and a unit. They override those of the headers.
    pub units: Vec<(String, String)>,
    /// The texts that mean that a value is not known, in place of [`DEFAULT_MISSING`]; none if the
    /// list is empty.
    ///
    /// [`DEFAULT_MISSING`]: super::DEFAULT_MISSING
    pub missing: Option<Vec<String>>,
    /// Units that stand outside the headers.
    pub outside: UnitsOutside,
}

/// Units that stand outside the headers of a table. They are those of columns that name no unit.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct UnitsOutside {
    /// What titles and cells above the headers, and the name of the sheet, say.
    pub said: Vec<Said>,
    /// The row of units below the headers: a text for each column, blank if it has none.
    pub below: Vec<String>,
}
