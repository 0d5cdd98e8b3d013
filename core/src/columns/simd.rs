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

/// Makes each item anew of itself and another, one loop by the widest instructions. It is a function
/// of its own, so that what it reads is known to be apart from what it writes.
pub(super) fn each<T: Copy, U: Copy>(to: &mut [T], from: &[U], of: impl Fn(T, U) -> T + Copy) {
    #[expect(clippy::inline_always, reason = "a loop has to be inlined to be compiled anew")]
    #[inline(always)]
    fn each<T: Copy, U: Copy>(to: &mut [T], from: &[U], of: impl Fn(T, U) -> T + Copy) {
        for (to, from) in to.iter_mut().zip(from) {
            *to = of(*to, *from);
        }
    }
    widely(
        #[inline(always)]
        || each(to, from, of),
    );
}
