//! Sine and cosine of degrees.
//!
//! The standard library's are made for any angle in radians and bring 5 kB of reduction into the
//! wasm; degrees are brought into an eighth of a turn exactly, by subtracting right angles.

/// Sine and cosine of an angle in degrees, within a few units of the last place.
pub(crate) fn sin_cos(angle: f64) -> (f64, f64) {
    let quarters = (angle / 90.0).round();
    let rest = (angle - quarters * 90.0).to_radians();
    let (sin, cos) = (sin(rest), cos(rest));
    match (quarters as i64) & 3 {
        0 => (sin, cos),
        1 => (cos, -sin),
        2 => (-sin, -cos),
        _ => (-cos, sin),
    }
}

/// Up to an eighth of a turn: the Taylor series, whose next member is below the last place.
fn sin(x: f64) -> f64 {
    let square = x * x;
    let mut sum = 0.0;
    for last in [17.0, 15.0, 13.0, 11.0, 9.0, 7.0, 5.0, 3.0] {
        sum = (1.0 + sum) * -square / (last * (last - 1.0));
    }
    x + x * sum
}

fn cos(x: f64) -> f64 {
    let square = x * x;
    let mut sum = 0.0;
    for last in [18.0, 16.0, 14.0, 12.0, 10.0, 8.0, 6.0, 4.0, 2.0] {
        sum = (1.0 + sum) * -square / (last * (last - 1.0));
    }
    1.0 + sum
}

#[cfg(test)]
mod tests {
    use super::sin_cos;

    #[test]
    fn right_angles_are_exact() {
        assert_eq!(sin_cos(0.0), (0.0, 1.0));
        assert_eq!(sin_cos(90.0), (1.0, 0.0));
        assert_eq!(sin_cos(-180.0), (0.0, -1.0));
        assert_eq!(sin_cos(630.0), (-1.0, 0.0));
    }

    #[test]
    fn they_are_those_of_the_standard_library() {
        for step in -72_000..72_000 {
            let angle = f64::from(step) / 100.0 + 0.003;
            let (sin, cos) = sin_cos(angle);
            let theirs = angle.to_radians().sin_cos();
            assert!((sin - theirs.0).abs() < 3e-15, "sin {angle}");
            assert!((cos - theirs.1).abs() < 3e-15, "cos {angle}");
        }
    }
}
