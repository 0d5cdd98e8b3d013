//! Flags and choices.

use super::unquoted;
use crate::field::Choice;
use crate::json::Node;
use crate::quantity::decimal::{Scaled, scaled};
use crate::table::fold::{compact, fold};

/// A flag as tables usually have it.
pub(super) fn flag(text: &str) -> Option<Node<'static>> {
    let is = |word: &&str| word.eq_ignore_ascii_case(text);
    if ["true", "1", "是", "有", "yes"].iter().any(is) {
        Some(Node::Bool(true))
    } else if ["false", "0", "否", "无", "no"].iter().any(is) {
        Some(Node::Bool(false))
    } else {
        None
    }
}

/// A flag as people write it. An `x` may be a cross or the mark of what is chosen, so it is none.
pub(super) fn loose_flag(text: &str) -> Option<Node<'static>> {
    let text = compact(&unquoted(text));
    match text.as_str() {
        "√" | "✓" | "✔" | "☑" | "y" => Some(Node::Bool(true)),
        "×" | "✗" | "✘" | "✕" | "╳" | "n" => Some(Node::Bool(false)),
        text => flag(text).or_else(|| match scaled(text, 0, 1) {
            Scaled::Whole(number) => Some(Node::Bool(number == 1)),
            Scaled::Fraction | Scaled::Negative | Scaled::TooLarge | Scaled::NotANumber => None,
        }),
    }
}

/// A choice by its key or one of its words.
pub(super) fn choice(choices: &'static [Choice], text: &str) -> Option<Node<'static>> {
    let is =
        |it: &Choice| it.key() == text || it.label().zh() == text || it.also().any(|it| it == text);
    choices.iter().find(|it| is(it)).map(|it| Node::Text(it.key().into()))
}

/// A choice whose word differs in blanks, width and the size of letters only.
pub(super) fn loose_choice(choices: &'static [Choice], text: &str) -> Option<Node<'static>> {
    let text = compact(&unquoted(text));
    let same = |word: &str| compact(&fold(word)) == text;
    let is = |it: &Choice| same(it.key()) || same(it.label().zh()) || it.also().any(same);
    choices.iter().find(|it| is(it)).map(|it| Node::Text(it.key().into()))
}
