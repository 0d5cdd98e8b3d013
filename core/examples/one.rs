#![allow(missing_docs, clippy::all, clippy::pedantic, clippy::restriction)]
fn main(){ let a:Vec<String>=std::env::args().collect(); println!("{}", chanjiao::check_json(&a[1],&a[2],a.get(3).map(|x|x.as_str()))); println!("{}", chanjiao::questions_json(&a[1],&a[2],a.get(3).map(|x|x.as_str()))); }
