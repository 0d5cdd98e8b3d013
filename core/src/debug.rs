//! Implementations of `Debug` that are short enough for a log. Those of faults leave out the given
//! value, which may be personal data.

use core::fmt::{Debug, Formatter, Result};

use crate::fault::{Fault, Faults};
use crate::field::{Choice, Field};
use crate::input::value::node_of;
use crate::record::{Cells, Record};
use crate::report::{Finding, Report};
use crate::rule::Rule;
use crate::subjects::Subject;
use crate::text::Language;

/// Formats the fields that were given a value; the values are JSON.
pub(crate) fn cells(
    f: &mut Formatter<'_>,
    name: &str,
    fields: &'static [Field],
    cells: &Cells,
) -> Result {
    let mut out = f.debug_struct(name);
    for (index, field) in (0..).zip(fields).filter(|(index, _)| cells.given.has(*index)) {
        let mut value = String::new();
        node_of(field, cells.cell(index)).push_json(&mut value);
        out.field(field.key(), &format_args!("{value}"));
    }
    out.finish()
}

impl Debug for Record {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        cells(f, self.subject().name, self.subject().fields(), &self.cells)
    }
}

impl Debug for Subject {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "Subject({})", self.name)
    }
}

impl Debug for Rule {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "Rule({})", self.id)
    }
}

impl Debug for Field {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "Field({})", self.key())
    }
}

impl Debug for Choice {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "Choice({})", self.key())
    }
}

/// Formats the conclusion, then each rule with its verdict.
impl Debug for Report {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "Report({}: {}) ", self.subject.name, self.conclusion)?;
        let findings = self.findings.iter();
        f.debug_map().entries(findings.map(|finding| (finding.rule, finding.verdict))).finish()
    }
}

impl Debug for Finding {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "Finding({}: {})", self.rule.id, self.message(Language::English))
    }
}

impl Debug for Fault {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "Fault({} at {:?} of the {})", self.code, self.pointer, self.input)
    }
}

impl Debug for Faults {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
