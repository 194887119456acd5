// ANCHOR: main
fn main() {
    println!("Hi");
}
// ANCHOR_END: main
