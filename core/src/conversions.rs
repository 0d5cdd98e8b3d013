//! Quantities from the types of other libraries, exactly or not at all, each behind the feature of
//! its library's name. None rounds, and none reads a clock.

#[cfg(feature = "chrono")]
mod chrono;
#[cfg(feature = "jiff")]
mod jiff;
#[cfg(feature = "rust_decimal")]
mod rust_decimal;
