//! The widest instructions of the machine, for loops over many rows.

use fearless_simd::{Level, Simd as _};

/// Runs a loop that was compiled for several sets of instructions by the best of them that this
/// machine has. What the loop calls has to be inlined into it, or it gains nothing.
#[expect(clippy::inline_always, reason = "a loop has to be inlined to be compiled anew")]
#[inline(always)]
pub(super) fn widely<R>(work: impl FnOnce() -> R) -> R {
    match Level::new() {
        #[cfg(target_arch = "x86_64")]
        Level::Avx512(wide) => wide.vectorize(work),
        #[cfg(target_arch = "x86_64")]
        Level::Avx2(wide) => wide.vectorize(work),
        // Elsewhere the instructions that every machine has are the widest, or nearly.
        _ => work(),
    }
}
