//! Tables that the policy refers to but does not contain.

pub(crate) mod schools;
pub(crate) mod size;
