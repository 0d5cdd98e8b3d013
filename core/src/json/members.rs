//! Writing objects, member by member.

use super::push_text;

/// Appends members of an object, with commas between them.
pub(crate) struct Members<'a> {
    out: &'a mut String,
    any: bool,
}

impl<'a> Members<'a> {
    pub(crate) fn of(out: &'a mut String) -> Self {
        Self { out, any: false }
    }

    pub(crate) fn key(&mut self, key: &str) -> &mut String {
        self.out.push_str(if self.any { "," } else { "" });
        self.any = true;
        push_text(self.out, key);
        self.out.push(':');
        self.out
    }

    pub(crate) fn text(&mut self, key: &str, text: Option<&str>) {
        let out = self.key(key);
        match text {
            Some(text) => push_text(out, text),
            None => out.push_str("null"),
        }
    }

    pub(crate) fn number(&mut self, key: &str, number: impl TryInto<i64>) {
        let number = number.try_into().unwrap_or(i64::MAX).to_string();
        self.key(key).push_str(&number);
    }

    pub(crate) fn list<T>(
        &mut self,
        key: &str,
        items: impl IntoIterator<Item = T>,
        each: impl FnMut(&mut String, T),
    ) {
        list(self.key(key), items, each);
    }
}

/// Appends a list.
pub(crate) fn list<T>(
    out: &mut String,
    items: impl IntoIterator<Item = T>,
    mut each: impl FnMut(&mut String, T),
) {
    out.push('[');
    for (index, item) in items.into_iter().enumerate() {
        out.push_str(if index == 0 { "" } else { "," });
        each(out, item);
    }
    out.push(']');
}

/// Appends an object.
pub(crate) fn object(out: &mut String, write: impl FnOnce(&mut Members<'_>)) {
    out.push('{');
    write(&mut Members::of(out));
    out.push('}');
}
