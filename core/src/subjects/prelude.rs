//! The imports of every subject's file.

pub(super) use crate::policy::statement;
pub(super) use crate::quantity::{Count, Date, Money, Practice, Year};
pub(super) use crate::reference::schools::{SchoolKind, VOCATIONAL};
pub(super) use crate::reference::size::{Industry, SizeClass};
pub(super) use crate::rule::{Condition, Rule, all, any, breached, not, once_set};
pub(super) use crate::string_enum::choices;
pub(super) use crate::subject_macro::subject;
pub(super) use crate::text::text;
