#![allow(missing_docs, clippy::all, clippy::pedantic, clippy::restriction)]
fn main() {
    let a: Vec<String> = std::env::args().collect();
    if a.len() > 3 {
        let n: usize = a[3].parse().unwrap();
        let mut k = 0;
        for _ in 0..n {
            k += chanjiao::check_json(&a[1], &a[2], None).len();
        }
        println!("{k}");
        return;
    }
    println!("{}", chanjiao::check_json(&a[1], &a[2], None));
    println!("{}", chanjiao::questions_json(&a[1], &a[2], None));
}
