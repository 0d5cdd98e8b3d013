//! What answers are written to, piece by piece: text, or the objects of another language.

use crate::json::push_text;
use crate::quantity::push_index;
use crate::text::put;

/// Takes an answer piece by piece, in its order. [`String`] takes it as JSON text; whoever makes
/// objects of it saves writing the text and reading it.
///
/// ```
/// use chanjiao::{Enterprise, Parameters, Sink};
///
/// /// Counts the texts of an answer.
/// #[derive(Default)]
/// struct Texts(usize);
///
/// impl Sink for Texts {
///     fn null(&mut self) {}
///     fn flag(&mut self, _: bool) {}
///     fn number(&mut self, _: u8) {}
///     fn text(&mut self, _: &str) {
///         self.0 += 1;
///     }
///     fn begin_list(&mut self) {}
///     fn item(&mut self) {}
///     fn end_list(&mut self) {}
///     fn begin_object(&mut self) {}
///     fn key(&mut self, _: &'static str) {}
///     fn end_object(&mut self) {}
/// }
///
/// let firm = Enterprise::given().build()?;
/// let report = chanjiao::check(&firm, &Parameters::default());
/// let (mut texts, mut json) = (Texts::default(), String::new());
/// report.write_answer(&mut texts);
/// report.write_answer(&mut json);
/// assert!(texts.0 > 100);
/// assert_eq!(json, report.answer_json());
/// # Ok::<(), chanjiao::Faults>(())
/// ```
pub trait Sink {
    /// Nothing stands here.
    fn null(&mut self);

    /// True or false.
    fn flag(&mut self, flag: bool);

    /// A small number: an article, a sentence.
    fn number(&mut self, number: u8);

    /// A text.
    fn text(&mut self, text: &str);

    /// A text that is the same in every answer: a word, a citation.
    fn word(&mut self, word: &'static str) {
        self.text(word);
    }

    /// The JSON Pointer of a fact: its key after a slash.
    fn pointer(&mut self, key: &'static str) {
        self.text(&["/", key].concat());
    }

    /// A list begins.
    fn begin_list(&mut self);

    /// The next value is an item of the list.
    fn item(&mut self);

    /// The list ends.
    fn end_list(&mut self);

    /// An object begins.
    fn begin_object(&mut self);

    /// The next value stands under this key; no key needs escaping.
    fn key(&mut self, key: &'static str);

    /// The object ends.
    fn end_object(&mut self);
}

/// Appends JSON text.
impl Sink for String {
    fn null(&mut self) {
        put(self, "null");
    }

    fn flag(&mut self, flag: bool) {
        put(self, if flag { "true" } else { "false" });
    }

    fn number(&mut self, number: u8) {
        push_index(self, number.into());
    }

    fn text(&mut self, text: &str) {
        push_text(self, text);
    }

    fn pointer(&mut self, key: &'static str) {
        put(self, "\"/");
        put(self, key);
        put(self, "\"");
    }

    fn begin_list(&mut self) {
        put(self, "[");
    }

    fn item(&mut self) {
        if !matches!(self.as_bytes(), [.., b'[' | b'{']) {
            put(self, ",");
        }
    }

    fn end_list(&mut self) {
        put(self, "]");
    }

    fn begin_object(&mut self) {
        put(self, "{");
    }

    fn key(&mut self, key: &'static str) {
        self.item();
        put(self, "\"");
        put(self, key);
        put(self, "\":");
    }

    fn end_object(&mut self) {
        put(self, "}");
    }
}
