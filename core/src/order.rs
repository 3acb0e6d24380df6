//! Sorting and bounding, small.
//!
//! The standard library's sort is compiled anew for every type of element, some 4 kB of wasm
//! each. Here only numbers are sorted, and the elements then swapped into place.

use std::cmp::Ordering;

/// The number of a span that is nearest to a number.
///
/// `f64::clamp` shows its bounds when it panics: printing floats is 12 kB of wasm.
pub(crate) fn between(number: f64, least: f64, most: f64) -> f64 {
    number.min(most).max(least)
}

/// Sorting with one compiled sort behind it; equal elements keep their order.
pub(crate) trait Order<T> {
    /// Sorts by a comparison.
    fn order_by(&mut self, compare: impl Fn(&T, &T) -> Ordering);

    /// Sorts by a key.
    fn order_by_key<K: Ord>(&mut self, key: impl Fn(&T) -> K) {
        self.order_by(|a, b| key(a).cmp(&key(b)));
    }

    /// Sorts by the elements' own order.
    fn order(&mut self)
    where
        T: Ord,
    {
        self.order_by(T::cmp);
    }
}

impl<T> Order<T> for [T] {
    fn order_by(&mut self, compare: impl Fn(&T, &T) -> Ordering) {
        let list = &*self;
        let compare = |a: u32, b: u32| match (list.get(a as usize), list.get(b as usize)) {
            (Some(a), Some(b)) => compare(a, b),
            _ => Ordering::Equal,
        };
        for (place, other) in swaps(list.len(), &compare) {
            self.swap(place as usize, other as usize);
        }
    }
}

/// The swaps that sort a list of this length, one after another; none for a sorted list.
fn swaps(length: usize, compare: &dyn Fn(u32, u32) -> Ordering) -> Vec<(u32, u32)> {
    // Lists are far shorter than what 32 bits count.
    let length = u32::try_from(length).unwrap_or(u32::MAX);
    if (1..length).all(|place| compare(place - 1, place).is_le()) {
        return Vec::new();
    }
    let mut sorted: Vec<u32> = (0..length).collect();
    sorted.sort_by(|a, b| compare(*a, *b));
    into_swaps(&sorted)
}

/// Turns "the element from there belongs here" into swaps of two elements.
fn into_swaps(from: &[u32]) -> Vec<(u32, u32)> {
    // Where an element now is, and which element now is in a place.
    let mut place_of: Vec<u32> = (0..).take(from.len()).collect();
    let mut found_in = place_of.clone();
    let mut swaps = Vec::with_capacity(from.len());
    for (place, &wanted) in (0..).zip(from) {
        let at = get(&place_of, wanted);
        if at == place {
            continue;
        }
        let displaced = get(&found_in, place);
        swaps.push((place, at));
        set(&mut found_in, at, displaced);
        set(&mut place_of, displaced, at);
    }
    swaps
}

fn get(list: &[u32], place: u32) -> u32 {
    list.get(place as usize).copied().unwrap_or(place)
}

fn set(list: &mut [u32], place: u32, value: u32) {
    if let Some(slot) = list.get_mut(place as usize) {
        *slot = value;
    }
}

#[cfg(test)]
mod tests {
    use super::Order;

    /// Every list of up to seven elements with five keys, and a long one.
    #[test]
    fn it_sorts_as_the_standard_library_does() {
        for length in 0..8_u32 {
            for code in 0..5_u32.pow(length) {
                let keys = (0..length).map(|place| code / 5_u32.pow(place) % 5);
                check(keys.zip(0..).collect());
            }
        }
        let mixed = |number: u32| number.wrapping_mul(2_654_435_761) >> 20;
        check((0..5000).map(|number| (mixed(number), number)).collect());
    }

    fn check(list: Vec<(u32, u32)>) {
        let (mut ours, mut theirs, mut whole) = (list.clone(), list.clone(), list);
        ours.order_by_key(|pair| pair.0);
        theirs.sort_by_key(|pair| pair.0);
        assert_eq!(ours, theirs);
        whole.order();
        theirs.sort();
        assert_eq!(whole, theirs);
    }
}
