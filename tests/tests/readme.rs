//! The README's picture is the wheel that the program draws.

use planning_wheel_cli::{Exit, run};
use planning_wheel_tests::{assert_pinned, project_file};

#[test]
fn the_picture_is_the_wheel_of_today() {
    let plan = project_file("plans/sskl-kalmar.json").display().to_string();
    let words = [
        "planning-wheel",
        "wheel",
        &plan,
        "--year",
        "2027",
        "-o",
        "-",
    ];
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let exit = run(words, &mut std::io::empty(), &mut out, &mut err);
    assert_eq!(exit, Exit::Fine, "{}", String::from_utf8_lossy(&err));
    let picture = String::from_utf8(out).expect("an SVG file is text");
    assert_pinned("../../docs/wheel-2027.svg", &picture);
}
