//! Marks for values that are not known: `—`, `N/A`, 不详.

use super::fold::{compact, fold};

/// The texts of cells that mean: not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Missing {
    /// As given, and as cells are compared.
    marks: Vec<(String, String)>,
}

/// The marks that are taken unless an option says otherwise. Words that may mean zero or no, such as
/// 无, are none of them.
pub const DEFAULT_MISSING: [&str; 10] =
    ["—", "-", "/", "…", "N/A", "NA", "NULL", "#N/A", "暂无", "不详"];

/// Longer texts are no marks.
const LONGEST: usize = 64;

impl Missing {
    /// No marks.
    #[cfg(any(feature = "arrow", feature = "intake"))]
    pub(crate) const NONE: &'static Self = &Self { marks: Vec::new() };

    pub(super) fn of<'a>(marks: impl IntoIterator<Item = &'a str>) -> Self {
        let marks = marks.into_iter().map(|mark| (mark.to_owned(), canonical(mark)));
        Self { marks: marks.filter(|(_, mark)| !mark.is_empty()).collect() }
    }

    /// The index of the mark that a text is.
    pub(super) fn find(&self, text: &str) -> Option<usize> {
        if self.marks.is_empty() || LONGEST < text.len() {
            return None;
        }
        let text = canonical(text);
        self.marks.iter().position(|(_, mark)| *mark == text)
    }

    /// The mark with this index.
    #[cfg(any(feature = "arrow", feature = "intake"))]
    pub(crate) fn mark(&self, index: usize) -> &str {
        self.marks.get(index).map_or("", |(mark, _)| mark)
    }
}

/// A mark as it is compared: dashes of any length and number are one dash, and so on.
fn canonical(text: &str) -> String {
    let text = compact(&fold(text));
    let all = |chars: &[char]| text.chars().all(|it| chars.contains(&it));
    if text.is_empty() {
        text
    } else if all(&['-', '‐', '‑', '‒', '–', '—', '―', '─', '−']) {
        "-".to_owned()
    } else if all(&['/', '\\']) {
        "/".to_owned()
    } else if all(&['.', '…', '⋯']) && 2 < text.len() {
        "...".to_owned()
    } else {
        text
    }
}

#[cfg(any(feature = "arrow", feature = "intake"))]
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_known_in_all_their_forms() {
        let missing = Missing::of(DEFAULT_MISSING);
        for text in [
            "—",
            "——",
            "-",
            "--",
            "－",
            "–",
            "−",
            "/",
            "／",
            "//",
            "…",
            "……",
            "...",
            "N/A",
            "n/a",
            "NA",
            "null",
            "NULL",
            "#N/A",
            "暂无",
            "暂 无",
            "不详",
            "不详\u{200b}",
            "ＮＡ",
        ] {
            assert!(missing.find(text).is_some(), "{text}");
        }
        for text in
            ["", "无", "没有", "0", ".", "..", "未知", "nan", "#DIV/0!", "不适用", "-1", "是"]
        {
            assert_eq!(missing.find(text), None, "{text}");
        }
        assert_eq!(missing.find("—").map(|it| missing.mark(it)), Some("—"));
        assert_eq!(Missing::NONE.find("—"), None);
        assert_eq!(Missing::of(["无", ""]).find("无"), Some(0));
        assert_eq!(Missing::of(["无"]).find("—"), None);
    }
}
