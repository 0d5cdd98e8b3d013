//! A few words and their numbers, to be looked up quickly.

/// A word and its number.
#[derive(Debug, Clone, Copy)]
struct Place {
    word: &'static str,
    ends: (u64, u64),
    number: i64,
}

/// A table of words.
#[derive(Debug, Clone, Default)]
pub(crate) struct Words {
    /// The words, each at the place that its hash says or behind it. At least half of the places are
    /// free; their number is a power of two, or zero.
    places: Vec<Option<Place>>,
}

impl Words {
    /// The words of a table. Of equal ones, the first counts.
    pub(crate) fn of(words: impl Iterator<Item = (&'static str, i64)>) -> Self {
        let words: Vec<_> = words.collect();
        let mut table = Self { places: vec![None; (4 * words.len()).next_power_of_two()] };
        for (word, number) in words {
            if table.find(word.as_bytes()).is_some() {
                continue;
            }
            let free = table
                .from(word.as_bytes())
                .find(|at| table.places.get(*at).is_some_and(Option::is_none));
            if let Some(place) = free.and_then(|at| table.places.get_mut(at)) {
                *place = Some(Place { word, ends: ends(word.as_bytes()), number });
            }
        }
        table
    }

    /// The number of a word.
    pub(crate) fn find(&self, word: &[u8]) -> Option<i64> {
        let ends = ends(word);
        let is = |place: &Place| {
            let known = place.word.as_bytes();
            // Up to sixteen bytes, the ends are the whole word.
            place.ends == ends && known.len() == word.len() && (word.len() <= 16 || known == word)
        };
        self.from(word)
            .map_while(|at| self.places.get(at).copied().flatten())
            .find_map(|place| is(&place).then_some(place.number))
    }

    /// The places where a word may be, from the one that its hash says.
    fn from(&self, word: &[u8]) -> impl Iterator<Item = usize> + use<> {
        let count = self.places.len();
        let first = usize::try_from(hash(word)).unwrap_or_default();
        (0..count).map(move |step| first.wrapping_add(step) & (count - 1))
    }
}

/// The first and the last eight bytes of a word; of a shorter one, all.
fn ends(word: &[u8]) -> (u64, u64) {
    let all = || word.iter().fold(0, |all, byte| all << 8 | u64::from(*byte));
    let of = |end: Option<&[u8; 8]>| end.map_or_else(all, |it| u64::from_le_bytes(*it));
    (of(word.first_chunk()), of(word.last_chunk()))
}

/// The last bytes of a word and its length, mixed.
fn hash(word: &[u8]) -> u64 {
    let length = u64::try_from(word.len()).unwrap_or_default();
    (ends(word).1 ^ length).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found() {
        let words = ["工业", "建筑业", "软件和信息技术服务业", "a", "", "业"];
        let table = Words::of(words.into_iter().zip(0..).chain([("a", 9)]));
        for (word, number) in words.into_iter().zip(0..) {
            assert_eq!(table.find(word.as_bytes()), Some(number), "{word}");
        }
        for word in ["工", "b", "工业 ", "信息技术服务业"] {
            assert_eq!(table.find(word.as_bytes()), None, "{word}");
        }
        assert_eq!(Words::default().find(b"a"), None);
        assert_eq!(Words::of([].into_iter()).find(b"a"), None);
    }
}
