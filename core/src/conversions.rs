//! Conversions between quantities and the types of other crates, each behind a feature with the
//! name of that crate. A value that cannot be converted exactly is an error; nothing is rounded.

#[cfg(feature = "chrono")]
mod chrono;
#[cfg(feature = "jiff")]
mod jiff;
#[cfg(feature = "rust_decimal")]
mod rust_decimal;
