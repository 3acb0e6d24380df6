//! JSON numbers.
//!
//! The standard library's reading of floats brings ten kilobytes of tables into the wasm. Here a
//! float is guessed by plain arithmetic and then compared with what is written, exactly.

use std::cmp::Ordering;

/// A number as it is written: `digits` times ten to the power `exponent`.
struct Decimal<'t> {
    negative: bool,
    /// Its digits, with or without a point between them.
    written: &'t str,
    /// The first nineteen digits or so, and how many these are without leading zeros.
    digits: u64,
    length: i32,
    exponent: i32,
}

/// What a whole number came out as.
pub(super) enum Integer {
    /// It fits.
    Fits(i64),
    /// It is whole and too large.
    TooLarge,
    /// It has a fraction.
    Broken,
}

/// A JSON number as a whole number; `2.0` and `2e1` are whole.
pub(super) fn integer(written: &str) -> Integer {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if !written.contains(['.', 'e', 'E']) {
        return written.parse().map_or(Integer::TooLarge, Integer::Fits);
    }
    let number = float(written);
    if number.abs() >= EXACT {
        Integer::TooLarge
    } else if number.fract() == 0.0 {
        Integer::Fits(number as i64)
    } else {
        Integer::Broken
    }
}

/// The float nearest to a JSON number; infinite when it is too large.
pub(super) fn float(written: &str) -> f64 {
    let decimal = decimal(written);
    let mut bits = scaled(decimal.digits, decimal.exponent).to_bits();
    // Short numbers are right already; beyond these powers there is nothing to be near to.
    if decimal.exponent != 0 && (-400..400).contains(&decimal.exponent) && decimal.digits != 0 {
        let exact = Exact::new(&decimal);
        while exact.rounds_up(bits) {
            bits += 1;
        }
        while bits > 0 && !exact.rounds_up(bits - 1) {
            bits -= 1;
        }
    }
    let size = f64::from_bits(bits);
    if decimal.negative { -size } else { size }
}

/// Takes a number apart.
fn decimal(written: &str) -> Decimal<'_> {
    const FULL: u64 = (u64::MAX - 9) / 10;
    let (number, power) = written.split_once(['e', 'E']).unwrap_or((written, "0"));
    let mut decimal = Decimal {
        negative: number.starts_with('-'),
        written: number,
        digits: 0,
        length: 0,
        exponent: power_of(power),
    };
    let mut decimals = false;
    for letter in number.bytes() {
        let Some(digit) = (letter as char).to_digit(10) else {
            decimals |= letter == b'.';
            continue;
        };
        let step = if decimal.digits <= FULL {
            decimal.digits = decimal.digits * 10 + u64::from(digit);
            decimal.length += i32::from(decimal.digits > 0);
            -i32::from(decimals)
        } else {
            i32::from(!decimals)
        };
        decimal.exponent = decimal.exponent.saturating_add(step);
    }
    decimal
}

/// The exponent; one that is too long for a number counts as a large one.
fn power_of(written: &str) -> i32 {
    const LARGE: i32 = 1 << 24;
    let negative = written.starts_with('-');
    let size = written
        .trim_start_matches(['+', '-'])
        .parse()
        .unwrap_or(LARGE);
    let size = LARGE.min(size);
    if negative { -size } else { size }
}

/// Digits times a power of ten, each step rounded: a few floats off at most.
fn scaled(digits: u64, exponent: i32) -> f64 {
    let mut number = digits as f64;
    let mut left = exponent;
    while left != 0 && number != 0.0 && number.is_finite() {
        if left > 0 {
            number *= 10.0;
            left -= 1;
        } else {
            number /= 10.0;
            left += 1;
        }
    }
    number
}

/// A decimal as whole numbers of any size: `digits` over ten to the power `below`.
struct Exact {
    digits: Whole,
    below: u32,
}

impl Exact {
    /// Digits beyond these only say whether there is more: no midpoint of floats has as many.
    const MOST: usize = 800;

    fn new(decimal: &Decimal<'_>) -> Self {
        let mut digits = Whole(Vec::new());
        // The exponent belongs to the first digits.
        let mut exponent = decimal.exponent + decimal.length;
        let significant = decimal.written.bytes().filter(u8::is_ascii_digit);
        let mut significant = significant.skip_while(|digit| *digit == b'0');
        for digit in significant.by_ref().take(Self::MOST) {
            digits.grow(10, u32::from(digit - b'0'));
            exponent -= 1;
        }
        if significant.any(|digit| digit != b'0') {
            digits.grow(10, 1);
            exponent -= 1;
        }
        for _ in 0..exponent {
            digits.grow(10, 0);
        }
        Self {
            digits,
            below: exponent.min(0).unsigned_abs(),
        }
    }

    /// Whether this is nearer to the float after one than to that one, or even between them and
    /// the one after is the even one.
    fn rounds_up(&self, bits: u64) -> bool {
        const FRACTION: u32 = 52;
        if bits >= f64::INFINITY.to_bits() {
            return false;
        }
        let fraction = bits & ((1 << FRACTION) - 1);
        let (whole, power) = match (bits >> FRACTION) as i32 {
            0 => (fraction, -1074),
            power => (fraction | 1 << FRACTION, power - 1075),
        };
        // The middle between the two floats is this whole number times two to the power before.
        let mut middle = Whole::from(whole * 2 + 1);
        let mut own = self.digits.clone();
        for _ in 0..self.below {
            middle.grow(10, 0);
        }
        let (shifted, power) = match power - 1 {
            power if power < 0 => (&mut own, power.unsigned_abs()),
            power => (&mut middle, power.unsigned_abs()),
        };
        for _ in 0..power {
            shifted.grow(2, 0);
        }
        match own.compare(&middle) {
            Ordering::Less => false,
            Ordering::Equal => bits % 2 == 1,
            Ordering::Greater => true,
        }
    }
}

/// A whole number of any size, its lowest 32 bits first.
#[derive(Clone)]
struct Whole(Vec<u32>);

impl Whole {
    /// Times a factor, plus a number.
    fn grow(&mut self, factor: u32, more: u32) {
        let mut carry = u64::from(more);
        for part in &mut self.0 {
            carry += u64::from(*part) * u64::from(factor);
            *part = carry as u32;
            carry >>= 32;
        }
        if carry > 0 {
            self.0.push(carry as u32);
        }
    }

    fn compare(&self, other: &Self) -> Ordering {
        let by_length = self.0.len().cmp(&other.0.len());
        by_length.then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }
}

impl From<u64> for Whole {
    fn from(number: u64) -> Self {
        let mut whole = Self(Vec::new());
        whole.grow(1, (number >> 32) as u32);
        for _ in 0..32 {
            whole.grow(2, 0);
        }
        whole.grow(1, number as u32);
        whole
    }
}

#[cfg(test)]
mod tests {
    use super::float;

    fn same(text: &str) {
        let theirs: f64 = text.parse().unwrap();
        assert_eq!(float(text).to_bits(), theirs.to_bits(), "{text}");
    }

    #[test]
    fn the_awkward_ones_are_exact() {
        for text in [
            "0",
            "-0",
            "-0.0",
            "1",
            "-1",
            "0.1",
            "2.50",
            "1e3",
            "1E+3",
            "25e-1",
            "0.30000000000000004",
            "33.333333333333336",
            "9007199254740993",
            "9007199254740992.9999999999999999999999999",
            "9007199254740993.0000000000000000000000001",
            "0.000000000000000000000000000000000001",
            "1e22",
            "1e23",
            "8.988465674311582e307",
            "1.7976931348623157e308",
            "1.7976931348623158e308",
            "1.7976931348623159e308",
            "1e309",
            "1e400",
            "-1e400",
            "1e999999999999",
            "0e999999999999",
            "5e-324",
            "2.4703282292062327e-324",
            "2.4703282292062328e-324",
            "1e-400",
            "1e-999999999999",
            "2.2250738585072011e-308",
            "2.2250738585072014e-308",
            "100000000000000000000000",
            "0.500000000000000166533453693773481063544750213623046875",
        ] {
            same(text);
        }
        same(&format!("0.{}1", "0".repeat(300)));
        same(&format!("{}.5", "9".repeat(300)));
        same(&format!("1.{}1", "0".repeat(2000)));
    }

    /// Any float, as a program prints it and as nobody would.
    #[test]
    fn printed_floats_come_back() {
        let mut state = 88_172_645_463_325_252_u64;
        for round in 0..20_000_u64 {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            let any = f64::from_bits(state);
            if round % 20 == 0 && any.is_finite() {
                same(&format!("{any}"));
                same(&format!("{any:e}"));
            }
            same(&format!("{}", (state >> 20) as f64 / 1000.0));
            same(&format!("{}e-{}", state >> (state % 60), state / 7 % 19));
        }
    }
}
