//! Builds every mutant of a list into one copy of the source, each behind a switch.
//!
//! `switch LIST FOLDER DROPPED`: LIST is the output of `cargo mutants --list --json`; the files it
//! names are rewritten in FOLDER. DROPPED is a JSON list of indices of mutants to leave out. Prints
//! three lists of indices: mutants that cannot have a switch because they are in types; mutants in
//! constants and `const` functions, which need a build of their own; and mutants that can never
//! compile.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use proc_macro2::{LineColumn, Span, TokenStream};
use quote::quote;
use serde_json::Value;
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Arm, Block, Expr, parse_quote};

/// One mutant; the id is its index in the list.
struct Mutant {
    id: u32,
    genre: String,
    from: (usize, usize),
    to: (usize, usize),
    replacement: String,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [list, folder, dropped] = arguments.as_slice() else { panic!("LIST FOLDER DROPPED") };
    let read = |path: &str| fs::read_to_string(path).expect("a file");
    let list: Vec<Value> = serde_json::from_str(&read(list)).expect("a list");
    let dropped: BTreeSet<u32> = serde_json::from_str(&read(dropped)).expect("a list");
    let mut files: BTreeMap<String, Vec<Mutant>> = BTreeMap::new();
    for (id, it) in (0..).zip(&list) {
        let at = |end: &str| {
            let position = &it["span"][end];
            let number = |key: &str| position[key].as_u64().expect("a number") as usize;
            (number("line"), number("column") - 1)
        };
        let text = |key: &str| it[key].as_str().expect("a text").to_owned();
        if !dropped.contains(&id) {
            let (from, to) = (at("start"), at("end"));
            let (genre, replacement) = (text("genre"), text("replacement"));
            let mutant = Mutant { id, genre, from, to, replacement };
            files.entry(text("file")).or_default().push(mutant);
        }
    }
    let (mut left, mut constant, mut unviable) = (Vec::new(), Vec::new(), Vec::new());
    for (file, mutants) in files {
        let path = Path::new(folder).join(&file);
        let text = fs::read_to_string(&path).expect("a source");
        let mut tree = syn::parse_file(&text).expect("Rust");
        let done = BTreeMap::new();
        let mut switches = Switches { mutants, done, function: None, unviable: Vec::new() };
        switches.visit_file_mut(&mut tree);
        unviable.append(&mut switches.unviable);
        for it in &switches.mutants {
            match switches.done.get(&it.id) {
                None => left.push(it.id),
                Some(true) => constant.push(it.id),
                Some(false) => {}
            }
        }
        fs::write(&path, prettyplease::unparse(&tree)).expect("a source");
    }
    println!("{}", serde_json::json!([left, constant, unviable]));
}

struct Switches {
    mutants: Vec<Mutant>,
    /// The mutants that have a switch, and whether constants may evaluate it.
    done: BTreeMap<u32, bool>,
    /// Whether the visited function is `const`; none outside of functions.
    function: Option<bool>,
    /// The mutants that can never compile.
    unviable: Vec<u32>,
}

fn position(at: LineColumn) -> (usize, usize) {
    (at.line, at.column)
}

impl Switches {
    /// Takes the mutants of a genre that `here` selects.
    fn take(&mut self, genre: &str, here: impl Fn(&Mutant) -> bool) -> Vec<(u32, TokenStream)> {
        let Some(constant) = self.function else { return Vec::new() };
        let asked = |it: &&Mutant| it.genre == genre && !self.done.contains_key(&it.id) && here(it);
        let found = self.mutants.iter().filter(asked);
        let found: Vec<_> =
            found.filter_map(|it| Some((it.id, it.replacement.parse().ok()?))).collect();
        self.done.extend(found.iter().map(|(id, _)| (*id, constant)));
        found
    }

    fn at(&mut self, genre: &str, span: Span) -> Vec<(u32, TokenStream)> {
        let from = position(span.start());
        self.take(genre, |it| it.from == from)
    }

    fn constant(&mut self, it: &mut Expr) {
        let outside = self.function.replace(true);
        self.visit_expr_mut(it);
        self.function = outside;
    }

    fn function(&mut self, constant: bool, block: &mut Block) {
        let outside = self.function.replace(constant);
        visit_mut::visit_block_mut(self, block);
        let (open, close) = (block.brace_token.span.open(), block.brace_token.span.close());
        let (open, close) = (position(open.start()), position(close.end()));
        // Those of nested functions are already taken.
        let of_body = self.take("FnValue", |it| open <= it.from && it.to <= close);
        for (id, value) in of_body.into_iter().rev() {
            block.stmts.insert(0, parse_quote!(if crate::mutant(#id) { return #value; }));
        }
        self.function = outside;
    }
}

fn chosen(mutants: Vec<(u32, TokenStream)>, original: TokenStream) -> TokenStream {
    mutants.into_iter().rev().fold(
        quote!({ #original }),
        |rest, (id, mutant)| quote!({ if crate::mutant(#id) { #mutant } else #rest }),
    )
}

/// Whether a condition binds names (`if let` chains), so that only `&&` is allowed in it.
fn binds(expression: &Expr) -> bool {
    match expression {
        Expr::Let(_) => true,
        Expr::Binary(it) => binds(&it.left) || binds(&it.right),
        _ => false,
    }
}

impl VisitMut for Switches {
    fn visit_item_fn_mut(&mut self, it: &mut syn::ItemFn) {
        self.function(it.sig.constness.is_some(), &mut it.block);
    }

    fn visit_impl_item_fn_mut(&mut self, it: &mut syn::ImplItemFn) {
        self.function(it.sig.constness.is_some(), &mut it.block);
    }

    fn visit_trait_item_fn_mut(&mut self, it: &mut syn::TraitItemFn) {
        if let Some(block) = &mut it.default {
            self.function(false, block);
        }
    }

    fn visit_item_const_mut(&mut self, it: &mut syn::ItemConst) {
        self.constant(&mut it.expr);
    }

    fn visit_item_static_mut(&mut self, it: &mut syn::ItemStatic) {
        self.constant(&mut it.expr);
    }

    fn visit_impl_item_const_mut(&mut self, it: &mut syn::ImplItemConst) {
        self.constant(&mut it.expr);
    }

    fn visit_type_mut(&mut self, _: &mut syn::Type) {}

    fn visit_arm_mut(&mut self, it: &mut Arm) {
        let deleted = self.at("MatchArm", it.span());
        let binds = |name: &syn::Ident| name.to_string().starts_with(|it: char| it.is_lowercase());
        let all =
            matches!(&it.pat, syn::Pat::Ident(pat) if pat.subpat.is_none() && binds(&pat.ident));
        if all && it.guard.is_none() {
            // Without the catch-all arm, the match does not compile.
            self.unviable.extend(deleted.into_iter().map(|(id, _)| id));
            return self.visit_expr_mut(&mut it.body);
        }
        if let Some((_, guard)) = &mut it.guard {
            let replaced = self.at("MatchArmGuard", guard.span());
            self.visit_expr_mut(guard);
            let tokens = chosen(replaced, quote!(#guard));
            **guard = parse_quote!(#tokens);
        }
        self.visit_expr_mut(&mut it.body);
        for (id, _) in deleted {
            let condition = match &it.guard {
                Some((_, guard)) => quote!(!crate::mutant(#id) && #guard),
                None => quote!(!crate::mutant(#id)),
            };
            it.guard = Some((Default::default(), Box::new(parse_quote!(#condition))));
        }
    }

    fn visit_expr_mut(&mut self, it: &mut Expr) {
        let mutants: Vec<_> = match &mut *it {
            Expr::Binary(binary) if !binds(&binary.left) && !binds(&binary.right) => {
                let found = self.at("BinaryOperator", binary.op.span());
                visit_mut::visit_expr_binary_mut(self, binary);
                let (left, right) = (&binary.left, &binary.right);
                let with = |(id, op)| (id, quote!((#left) #op (#right)));
                found.into_iter().map(with).collect()
            }
            // Only `&&` is allowed beside a condition that binds names.
            Expr::Binary(binary) => {
                let found = self.at("BinaryOperator", binary.op.span());
                self.unviable.extend(found.into_iter().map(|(id, _)| id));
                visit_mut::visit_expr_binary_mut(self, binary);
                Vec::new()
            }
            Expr::Struct(made) => {
                let mut fewer = Vec::new();
                for (index, field) in made.fields.iter().enumerate() {
                    for (id, _) in self.at("StructField", field.span()) {
                        fewer.push((id, index));
                    }
                }
                visit_mut::visit_expr_struct_mut(self, made);
                let without = |(id, index): (u32, usize)| {
                    let mut less = made.clone();
                    let fields = made.fields.iter().cloned().enumerate();
                    less.fields = fields.filter(|it| it.0 != index).map(|it| it.1).collect();
                    (id, quote!(#less))
                };
                fewer.into_iter().map(without).collect()
            }
            Expr::Unary(unary) => {
                let found = self.at("UnaryOperator", unary.op.span());
                visit_mut::visit_expr_unary_mut(self, unary);
                let inner = &unary.expr;
                found.into_iter().map(|(id, op)| (id, quote!(#op #inner))).collect()
            }
            other => {
                visit_mut::visit_expr_mut(self, other);
                Vec::new()
            }
        };
        if !mutants.is_empty() {
            let tokens = chosen(mutants, quote!(#it));
            *it = parse_quote!((#tokens));
        }
    }
}
