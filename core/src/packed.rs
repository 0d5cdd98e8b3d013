//! The tables of subjects, rules and parameters as three streams, for a browser.
//!
//! As Rust lays them out, half of the tables is pointers and lengths, which no compression of the
//! transport takes away. Here the same constants are folded, while compiling, into one stream of
//! bytes and one of lines for each language; the first call unfolds them. Whoever asks for a
//! subject gets the same [`Subject`] either way: a test compares the two.

mod pack;
mod unpack;

#[expect(clippy::disallowed_types, reason = "constants: the same for every caller, for ever")]
use core::cell::OnceCell;

use self::pack::{Streams, fold};
use self::unpack::Unpacker;
use crate::input::Shape;
use crate::subjects::Subject;

const LENGTHS: [usize; 3] = fold::<0, 0, 0>().lengths();
static PACKED: Streams<{ LENGTHS[0] }, { LENGTHS[1] }, { LENGTHS[2] }> = fold();

/// What is packed.
pub(crate) struct Tables {
    pub(crate) parameters: Shape,
    pub(crate) subjects: &'static [&'static Subject],
}

std::thread_local! {
    #[expect(clippy::disallowed_types, reason = "constants: the same for every caller, for ever")]
    static TABLES: OnceCell<&'static Tables> = const { OnceCell::new() };
}

/// The tables, unfolded at the first call.
pub(crate) fn tables() -> &'static Tables {
    let unfolded = || &*Box::leak(Box::new(Unpacker::new(PACKED.streams()).tables()));
    TABLES.with(|it| *it.get_or_init(unfolded))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{parameters, subjects};

    #[test]
    fn what_is_unfolded_is_what_was_folded() {
        let tables = tables();
        assert_eq!(format!("{:?}", tables.parameters), format!("{:?}", parameters::TABLE));
        assert_eq!(tables.subjects.len(), subjects::SUBJECTS.len());
        for (unfolded, folded) in tables.subjects.iter().zip(subjects::SUBJECTS) {
            assert_eq!(format!("{unfolded:?}"), format!("{folded:?}"));
        }
    }
}
