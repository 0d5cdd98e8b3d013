//! Tables that the policy leans on without printing them.

pub(crate) mod schools;
pub(crate) mod size;
