//! serve, test, bench, dist: what the README names.
fn main() {}
