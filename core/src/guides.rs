//! The guides for users. Their examples run as tests.

#[doc = include_str!("../guides/rust-service.md")]
pub mod rust_service {}

#[cfg(all(feature = "arrow", feature = "schema"))]
#[doc = include_str!("../guides/names.md")]
pub mod names {}

#[doc = include_str!("../guides/rules.md")]
pub mod rules {}

#[doc = include_str!("../guides/readings.md")]
pub mod readings {}
