//! What a batch is read as, before its records are judged.

use arrow_array::RecordBatch;

use super::Plan;
use super::cell;
use super::plan::Reading;
use crate::field::Field;
use crate::table::{Inspection, NoteCounts};

impl Plan {
    /// Returns what the headers of the table say: the facts and the units of its columns, which facts no
    /// column holds, and which rules lack them. Facts of child tables are not missing.
    #[must_use]
    pub fn inspection(&self) -> Inspection {
        let mut inspection = Inspection::of(self.subject, &self.matched);
        let of_children =
            |field: &&Field| self.children.iter().any(|it| it.fact().key() == field.key());
        inspection.absent.retain(|field| !of_children(field));
        inspection
    }

    /// Adds the first values of a batch to an inspection of the same headers, until every column that is
    /// used has as many as are kept. `first` is the number of the first row in the table, from 0. Rows
    /// that are no records are left out.
    ///
    /// ```
    /// use std::sync::Arc;
    /// use arrow_array::{ArrayRef, RecordBatch, StringArray};
    /// use chanjiao::{columns::Plan, subject, table::Options};
    ///
    /// let names = Arc::new(StringArray::from(vec!["甲", "乙", "合计"])) as ArrayRef;
    /// let sales = Arc::new(StringArray::from(vec!["1.5", "—", "1.5"])) as ArrayRef;
    /// let batch = RecordBatch::try_from_iter([("企业名称", names), ("销售收入（万元）", sales)])?;
    ///
    /// let enterprise = subject("enterprise").expect("a subject");
    /// let plan = Plan::new(enterprise, &batch.schema(), &Options::default(), Some(&[]))?;
    /// let mut inspection = plan.inspection();
    /// plan.show(&mut inspection, &batch, 0);
    ///
    /// assert_eq!(inspection.columns[0].values.len(), 2);
    /// let [seen] = &inspection.columns[1].values[..] else { panic!("one value") };
    /// assert_eq!((seen.line, seen.given.as_str()), (1, "1.5"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn show(&self, inspection: &mut Inspection, batch: &RecordBatch, first: u64) {
        let reading = Reading { options: self.options, missing: &self.missing };
        let mut uncounted = NoteCounts::NONE;
        for row in 0..batch.num_rows() {
            if inspection.is_full() {
                return;
            }
            if self.passes(batch, row) {
                continue;
            }
            let line = first + u64::try_from(row).unwrap_or_default() + 1;
            for (index, target) in self.targets() {
                let Some(array) = batch.columns().get(index) else { continue };
                if let Some(node) = cell::node(target, array, row, reading, &mut uncounted) {
                    let given = cell::shown(array, row, self.options.nan_is_null);
                    inspection.show(index, line, &given, &node);
                }
            }
        }
    }
}
