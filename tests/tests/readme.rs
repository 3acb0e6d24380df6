//! The README's pictures are the wheels that the program draws.

use planning_wheel_cli::{Exit, run};
use planning_wheel_tests::{assert_pinned, project_file};

fn assert_pictured(turn: &str, picture: &str) {
    let plan = project_file("plans/sskl-kalmar.json").display().to_string();
    let words = ["planning-wheel", "wheel", &plan, turn, "2027", "-o", "-"];
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let exit = run(words, &mut std::io::empty(), &mut out, &mut err);
    assert_eq!(exit, Exit::Fine, "{}", String::from_utf8_lossy(&err));
    let drawn = String::from_utf8(out).expect("an SVG file is text");
    assert_pinned(&format!("../../docs/{picture}"), &drawn);
}

#[test]
fn the_picture_is_the_wheel_of_today() {
    assert_pictured("--year", "wheel-2027.svg");
}

#[test]
fn the_picture_of_the_mandate_period_is_the_wheel_of_today() {
    assert_pictured("--mandate", "mandate-2027.svg");
}
