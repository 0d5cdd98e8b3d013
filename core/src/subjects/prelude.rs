//! The imports of every subject's file, and texts that several of them use.

pub(super) use crate::parameters::Norm;
pub(super) use crate::policy::{Force, statement};
pub(super) use crate::quantity::{Count, Date, Money, Practice, Year};
pub(super) use crate::reference::schools::{SchoolKind, VOCATIONAL};
pub(super) use crate::reference::size::{Industry, SizeClass};
pub(super) use crate::rule::{
    ALWAYS, Condition, Rule, all, any, breached, by_reading, not, once_set,
};
pub(super) use crate::string_enum::choices;
pub(super) use crate::subject_macro::subject;
pub(super) use crate::text::{Text, text};

/// The reading of 有条件的, where a fact has the finding of the authority.
pub(super) const AS_THE_AUTHORITY_FINDS: Text = text!(
    "“有条件”原文未界定，以主管部门认定为准",
    "the text does not say which conditions; the authority's finding is taken"
);

/// The scope of rules for vocational schools, which [`VOCATIONAL`] lists.
pub(super) const VOCATIONAL_SCHOOLS: Text =
    text!("职业学校（含技工院校）", "vocational schools, technical institutions included");

/// The reading of 职业学校, where a rule has no other.
pub(super) const VOCATIONAL_READING: Text = text!(
    "职业学校含技工院校、技师学院、高职院校和职业本科学校",
    "vocational schools include technical institutions, higher vocational colleges and vocational \
    universities"
);
