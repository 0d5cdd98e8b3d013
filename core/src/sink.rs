//! The output of answers: JSON text, or objects of another language.

use crate::json::push_text;
use crate::quantity::decimal::push_scaled;

/// Receives an answer as a sequence of events. [`String`] appends JSON text. Implement this trait
/// to build objects without a JSON round trip, as the Python binding does.
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
///     fn number(&mut self, _: i64) {}
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
    /// A null.
    fn null(&mut self);

    /// A boolean.
    fn flag(&mut self, flag: bool);

    /// A whole number: that of an article, or the value of a parameter.
    fn number(&mut self, number: i64);

    /// A string.
    fn text(&mut self, text: &str);

    /// A string that is a constant of this library, such as a verdict or a quotation. A sink can
    /// cache it.
    fn word(&mut self, word: &'static str) {
        self.text(word);
    }

    /// The JSON Pointer of a fact: a slash and its key. A sink can cache it.
    fn pointer(&mut self, key: &'static str) {
        self.text(&["/", key].concat());
    }

    /// The start of a list.
    fn begin_list(&mut self);

    /// An item of the list; its value follows.
    fn item(&mut self);

    /// The end of a list.
    fn end_list(&mut self);

    /// The start of an object.
    fn begin_object(&mut self);

    /// The key of a member; its value follows. No key needs an escape.
    fn key(&mut self, key: &'static str);

    /// The end of an object.
    fn end_object(&mut self);
}

/// Appends JSON text.
impl Sink for String {
    fn null(&mut self) {
        self.push_str("null");
    }

    fn flag(&mut self, flag: bool) {
        self.push_str(if flag { "true" } else { "false" });
    }

    fn number(&mut self, number: i64) {
        push_scaled(self, number, 0);
    }

    fn text(&mut self, text: &str) {
        push_text(self, text);
    }

    fn pointer(&mut self, key: &'static str) {
        self.push_str("\"/");
        self.push_str(key);
        self.push('"');
    }

    fn begin_list(&mut self) {
        self.push('[');
    }

    fn item(&mut self) {
        if !matches!(self.as_bytes(), [.., b'[' | b'{']) {
            self.push(',');
        }
    }

    fn end_list(&mut self) {
        self.push(']');
    }

    fn begin_object(&mut self) {
        self.push('{');
    }

    fn key(&mut self, key: &'static str) {
        self.item();
        self.push('"');
        self.push_str(key);
        self.push_str("\":");
    }

    fn end_object(&mut self) {
        self.push('}');
    }
}
