//! Cells as nearly all programs write them, `<c r="B2" s="1" t="s"><v>12</v></c>`, found in a block of
//! bytes. This is several times as fast as reading them element by element; whatever is written in
//! another way is left to that.

use memchr::memchr;

/// A cell, with its attributes as they stand.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct PlainCell<'a> {
    pub(super) position: Option<&'a [u8]>,
    pub(super) style: Option<&'a [u8]>,
    pub(super) kind: Option<&'a [u8]>,
    /// The text of its value; `None` if it has no content.
    pub(super) value: Option<&'a [u8]>,
    /// The number of bytes that it takes.
    pub(super) length: usize,
}

/// The cell at the beginning of a block; `None` if there is none, or it is not as plain as that.
pub(super) fn cell(block: &[u8]) -> Option<PlainCell<'_>> {
    let mut cell = PlainCell::default();
    let [b'<', b'c', rest @ ..] = block else { return None };
    let mut rest = rest;
    loop {
        match rest {
            [b' ', b'r', b'=', b'"', tail @ ..] => (cell.position, rest) = quoted(tail)?,
            [b' ', b's', b'=', b'"', tail @ ..] => (cell.style, rest) = quoted(tail)?,
            [b' ', b't', b'=', b'"', tail @ ..] => (cell.kind, rest) = quoted(tail)?,
            [b'/', b'>', tail @ ..] => {
                rest = tail;
                break;
            }
            [b'>', b'<', b'v', b'>', tail @ ..] => {
                (cell.value, rest) = value(tail, b"</v></c>")?;
                break;
            }
            [b'>', b'<', b'i', b's', b'>', b'<', b't', b'>', tail @ ..]
                if cell.kind == Some(b"inlineStr") =>
            {
                (cell.value, rest) = value(tail, b"</t></is></c>")?;
                break;
            }
            _ => return None,
        }
    }
    cell.length = block.len() - rest.len();
    Some(cell)
}

/// The text up to these tags, and what follows them; `None` if it has characters to unescape.
fn value<'a>(text: &'a [u8], end: &[u8]) -> Option<(Option<&'a [u8]>, &'a [u8])> {
    let (value, rest) = text.split_at_checked(memchr(b'<', text)?)?;
    let is_plain = !value.iter().any(|byte| *byte == b'&' || *byte == b'\r');
    is_plain.then_some((Some(value), rest.strip_prefix(end)?))
}

/// The text up to the next quote, and what follows that.
fn quoted(text: &[u8]) -> Option<(Option<&[u8]>, &[u8])> {
    // Attributes are short, so it is not worth to look for the quote in steps of many bytes.
    let end = text.iter().position(|byte| *byte == b'"')?;
    let (value, rest) = text.split_at_checked(end)?;
    Some((Some(value), rest.get(1..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_cells_are_found() {
        for (block, expected) in [
            (r#"<c r="B2"><v>12</v></c><c"#, [Some("B2"), None, None, Some("12")]),
            (
                r#"<c r="B2" s="1" t="s"><v>3</v></c>"#,
                [Some("B2"), Some("1"), Some("s"), Some("3")],
            ),
            (r#"<c t="str"><v>甲</v></c>"#, [None, None, Some("str"), Some("甲")]),
            (r#"<c r="B2"/>"#, [Some("B2"), None, None, None]),
            ("<c/><c/>", [None; 4]),
            ("<c><v></v></c>", [None, None, None, Some("")]),
            (
                r#"<c r="B2" t="inlineStr"><is><t>甲 </t></is></c>"#,
                [Some("B2"), None, Some("inlineStr"), Some("甲 ")],
            ),
        ] {
            let found = cell(block.as_bytes()).unwrap();
            let parts = [found.position, found.style, found.kind, found.value];
            assert_eq!(parts.map(|it| it.map(|it| std::str::from_utf8(it).unwrap())), expected);
            let end = block.find("/>").map_or(usize::MAX, |at| at + 2);
            let end = end.min(block.find("</c>").map_or(usize::MAX, |at| at + 4));
            assert_eq!(found.length, end, "{block}");
        }
        for block in [
            "",
            "<c",
            "<cols/>",
            "<c><v>1",
            "<c><v>1</v>",
            "<c><v>1</v><f/></c>",
            "<c><f>1</f><v>1</v></c>",
            "<c><is><t>1</t></is></c>",
            "<c t=\"inlineStr\"><is><t>&lt;</t></is></c>",
            "<c t=\"inlineStr\"><is><t>1</t><rPh/></is></c>",
            "<c t=\"inlineStr\"><is><t xml:space=\"preserve\"> 1</t></is></c>",
            "<c><v>&lt;</v></c>",
            "<c><v>\r\n</v></c>",
            "<c r='B2'/>",
            "<c r=\"B2\"  s=\"1\"/>",
            "<c cm=\"1\"/>",
            "<x:c/>",
            "</row>",
        ] {
            assert_eq!(cell(block.as_bytes()), None, "{block}");
        }
    }
}
