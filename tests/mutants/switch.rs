//! Builds every mutant of a list into one copy of the source, each behind a switch.
//!
//! `switch LIST FOLDER DROPPED CONSTANT`: the list is what `cargo mutants --list --json` prints, and
//! the files it names in the folder are rewritten. Mutants at the places in DROPPED, a JSON list,
//! are left out. Functions are no longer `const`, but for those whose names are in CONSTANT. Prints
//! the places of the mutants that stand where no switch can: in what is evaluated while compiling.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use proc_macro2::{LineColumn, Span, TokenStream};
use quote::quote;
use serde_json::Value;
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Arm, Block, Expr, parse_quote};

/// One change, by its place in the list.
struct Mutant {
    id: u32,
    genre: String,
    from: (usize, usize),
    to: (usize, usize),
    replacement: String,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [list, folder, dropped, constant] = arguments.as_slice() else {
        panic!("LIST FOLDER DROPPED CONSTANT")
    };
    let read = |path: &str| fs::read_to_string(path).expect("a file");
    let list: Vec<Value> = serde_json::from_str(&read(list)).expect("a list");
    let dropped: BTreeSet<u32> = serde_json::from_str(&read(dropped)).expect("a list");
    let kept: BTreeSet<String> = serde_json::from_str(&read(constant)).expect("a list");
    let mut files: BTreeMap<String, Vec<Mutant>> = BTreeMap::new();
    for (id, it) in (0..).zip(&list) {
        let at = |end: &str| {
            let place = &it["span"][end];
            let number = |key: &str| place[key].as_u64().expect("a number") as usize;
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
    let mut left = Vec::new();
    for (file, mutants) in files {
        let path = Path::new(folder).join(&file);
        let text = fs::read_to_string(&path).expect("a source");
        let mut tree = syn::parse_file(&text).expect("Rust");
        let done = BTreeSet::new();
        let mut switches = Switches { mutants, kept: &kept, done, constant: false };
        switches.visit_file_mut(&mut tree);
        let undone = switches.mutants.iter().filter(|it| !switches.done.contains(&it.id));
        left.extend(undone.map(|it| it.id));
        fs::write(&path, prettyplease::unparse(&tree)).expect("a source");
    }
    println!("{}", Value::from(left));
}

struct Switches<'a> {
    mutants: Vec<Mutant>,
    /// The functions that stay `const`.
    kept: &'a BTreeSet<String>,
    done: BTreeSet<u32>,
    /// Whether what is visited is evaluated while compiling.
    constant: bool,
}

fn place(at: LineColumn) -> (usize, usize) {
    (at.line, at.column)
}

impl Switches<'_> {
    /// The mutants of some genre at a place.
    fn at(&mut self, genre: &str, span: Span) -> Vec<(u32, TokenStream)> {
        if self.constant {
            return Vec::new();
        }
        let from = place(span.start());
        let here = self.mutants.iter().filter(|it| it.genre == genre && it.from == from);
        let found: Vec<_> =
            here.filter_map(|it| Some((it.id, it.replacement.parse().ok()?))).collect();
        self.done.extend(found.iter().map(|(id, _)| *id));
        found
    }

    /// The mutants of a whole body: those inside of it and of no function in it, which were found
    /// before.
    fn of_body(&mut self, block: &Block) -> Vec<(u32, TokenStream)> {
        let (open, close) = (
            place(block.brace_token.span.open().start()),
            place(block.brace_token.span.close().end()),
        );
        let here = self.mutants.iter().filter(|it| {
            it.genre == "FnValue"
                && open <= it.from
                && it.to <= close
                && !self.done.contains(&it.id)
        });
        let found: Vec<_> =
            here.filter_map(|it| Some((it.id, it.replacement.parse().ok()?))).collect();
        if !self.constant {
            self.done.extend(found.iter().map(|(id, _)| *id));
            return found;
        }
        // Done with, though not switched: no outer function is to take them for its own.
        let ids: BTreeSet<u32> = found.iter().map(|(id, _)| *id).collect();
        for it in self.mutants.iter_mut().filter(|it| ids.contains(&it.id)) {
            it.from = (0, 0);
        }
        Vec::new()
    }

    fn function(&mut self, signature: &mut syn::Signature, block: &mut Block) {
        let constant =
            signature.constness.is_some() && self.kept.contains(&signature.ident.to_string());
        if !constant {
            signature.constness = None;
        }
        let outside = std::mem::replace(&mut self.constant, constant);
        visit_mut::visit_block_mut(self, block);
        for (id, value) in self.of_body(block).into_iter().rev() {
            block.stmts.insert(0, parse_quote!(if crate::mutant(#id) { return #value; }));
        }
        self.constant = outside;
    }
}

fn chosen(mutants: Vec<(u32, TokenStream)>, original: TokenStream) -> TokenStream {
    mutants.into_iter().rev().fold(
        quote!({ #original }),
        |rest, (id, mutant)| quote!({ if crate::mutant(#id) { #mutant } else #rest }),
    )
}

/// Whether a condition binds names, so that nothing but `&&` can stand in it.
fn binds(expression: &Expr) -> bool {
    match expression {
        Expr::Let(_) => true,
        Expr::Binary(it) => binds(&it.left) || binds(&it.right),
        _ => false,
    }
}

impl VisitMut for Switches<'_> {
    fn visit_item_fn_mut(&mut self, it: &mut syn::ItemFn) {
        self.function(&mut it.sig, &mut it.block);
    }

    fn visit_impl_item_fn_mut(&mut self, it: &mut syn::ImplItemFn) {
        self.function(&mut it.sig, &mut it.block);
    }

    fn visit_trait_item_fn_mut(&mut self, it: &mut syn::TraitItemFn) {
        if let Some(block) = &mut it.default {
            self.function(&mut it.sig, block);
        }
    }

    fn visit_item_const_mut(&mut self, _: &mut syn::ItemConst) {}

    fn visit_item_static_mut(&mut self, _: &mut syn::ItemStatic) {}

    fn visit_impl_item_const_mut(&mut self, _: &mut syn::ImplItemConst) {}

    fn visit_type_mut(&mut self, _: &mut syn::Type) {}

    fn visit_arm_mut(&mut self, it: &mut Arm) {
        let deleted = self.at("MatchArm", it.span());
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
