//! SIMD dispatch: loops over many rows are compiled for several instruction sets, and the best one
//! that the machine supports runs.

use fearless_simd::{Level, Simd as _};

/// Runs a loop with the best instruction set of this machine. Everything that the loop calls must be
/// inlined into it: a function that is not inlined is compiled for the baseline instruction set only.
#[expect(clippy::inline_always, reason = "the loop must be inlined to be compiled for each set")]
#[inline(always)]
pub(crate) fn vectorize<R>(work: impl FnOnce() -> R) -> R {
    match Level::new() {
        #[cfg(target_arch = "x86_64")]
        Level::Avx512(wide) => wide.vectorize(work),
        #[cfg(target_arch = "x86_64")]
        Level::Avx2(wide) => wide.vectorize(work),
        // On other machines the baseline instruction set is the widest, or nearly so.
        _ => work(),
    }
}

/// Replaces each item of `to` by `of(item, item of from)`, in one vectorized loop. The loop is a
/// separate function, so that the compiler knows that the two slices do not overlap.
pub(crate) fn each<T: Copy, U: Copy>(to: &mut [T], from: &[U], of: impl Fn(T, U) -> T + Copy) {
    #[expect(
        clippy::inline_always,
        reason = "the loop must be inlined to be compiled for each set"
    )]
    #[inline(always)]
    fn each<T: Copy, U: Copy>(to: &mut [T], from: &[U], of: impl Fn(T, U) -> T + Copy) {
        for (to, from) in to.iter_mut().zip(from) {
            *to = of(*to, *from);
        }
    }
    vectorize(
        #[inline(always)]
        || each(to, from, of),
    );
}
