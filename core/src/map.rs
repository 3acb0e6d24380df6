//! Looking things up, small.
//!
//! The standard library's maps are compiled anew for every pair of types, some 3 kB of wasm each,
//! and a plan is looked at by thirty such pairs. Here only numbers are kept in order, by code that
//! is compiled once; keys and values stay where they were put.

use std::borrow::Borrow;
use std::cmp::Ordering;

/// Values by key, in the order of the keys.
#[derive(Clone, Debug)]
pub(crate) struct Map<K, V> {
    /// As they came.
    pairs: Vec<(K, V)>,
    /// Places of the pairs, in the order of their keys.
    order: Vec<u32>,
}

impl<K, V> Default for Map<K, V> {
    fn default() -> Self {
        Self {
            pairs: Vec::new(),
            order: Vec::new(),
        }
    }
}

impl<K: Ord, V> Map<K, V> {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// The place of a key in the order, and that of its pair if it has one.
    fn find<Q: Ord + ?Sized>(&self, key: &Q) -> (usize, Option<usize>)
    where
        K: Borrow<Q>,
    {
        let compare = |place: u32| match self.pairs.get(place as usize) {
            Some((own, _)) => own.borrow().cmp(key),
            None => Ordering::Greater,
        };
        search(&self.order, &compare)
    }

    /// Gives a key a value; the one that it had comes back.
    pub(crate) fn insert(&mut self, key: K, value: V) -> Option<V> {
        let (at, place) = self.find(&key);
        if let Some((_, own)) = place.and_then(|place| self.pairs.get_mut(place)) {
            return Some(std::mem::replace(own, value));
        }
        put(&mut self.order, at, self.pairs.len());
        self.pairs.push((key, value));
        None
    }

    pub(crate) fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        let place = self.find(key).1?;
        self.pairs.get(place).map(|(_, value)| value)
    }

    pub(crate) fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        let place = self.find(key).1?;
        self.pairs.get_mut(place).map(|(_, value)| value)
    }

    pub(crate) fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.find(key).1.is_some()
    }

    /// Changes the value of a key, which begins with the usual one.
    pub(crate) fn change<R>(&mut self, key: K, change: impl FnOnce(&mut V) -> R) -> R
    where
        V: Default,
    {
        let (at, place) = self.find(&key);
        if let Some((_, value)) = place.and_then(|place| self.pairs.get_mut(place)) {
            return change(value);
        }
        let mut value = V::default();
        let result = change(&mut value);
        put(&mut self.order, at, self.pairs.len());
        self.pairs.push((key, value));
        result
    }

    /// The first pair whose key is not less than this one.
    pub(crate) fn first_from(&self, key: &K) -> Option<(&K, &V)> {
        let (at, _) = self.find(key);
        self.iter().nth(at)
    }

    /// Keys and values in the order of the keys.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        let places = self.order.iter();
        let pairs = places.filter_map(|place| self.pairs.get(*place as usize));
        pairs.map(|(key, value)| (key, value))
    }

    pub(crate) fn keys(&self) -> impl Iterator<Item = &K> {
        self.iter().map(|(key, _)| key)
    }

    pub(crate) fn values(&self) -> impl Iterator<Item = &V> {
        self.iter().map(|(_, value)| value)
    }

    pub(crate) fn extend(&mut self, pairs: impl IntoIterator<Item = (K, V)>) {
        for (key, value) in pairs {
            self.insert(key, value);
        }
    }
}

/// Keys in order, each once.
#[derive(Clone, Debug)]
pub(crate) struct Set<K>(Map<K, ()>);

impl<K> Default for Set<K> {
    fn default() -> Self {
        Self(Map::default())
    }
}

impl<K: Ord> Set<K> {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Adds a key; false when it was there already.
    pub(crate) fn insert(&mut self, key: K) -> bool {
        self.0.insert(key, ()).is_none()
    }

    pub(crate) fn contains<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.0.contains_key(key)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &K> {
        self.0.keys()
    }

    pub(crate) fn extend(&mut self, keys: impl IntoIterator<Item = K>) {
        for key in keys {
            self.insert(key);
        }
    }
}

/// Where a key stands or would stand in the order, and the place of its pair if it stands there.
fn search(order: &[u32], compare: &dyn Fn(u32) -> Ordering) -> (usize, Option<usize>) {
    // What comes in order, as most does, goes to the end.
    if order.last().is_none_or(|last| compare(*last).is_lt()) {
        return (order.len(), None);
    }
    match order.binary_search_by(|place| compare(*place)) {
        Ok(at) => (at, order.get(at).map(|place| *place as usize)),
        Err(at) => (at, None),
    }
}

/// Puts the place of a new pair into the order. There are fewer pairs than 32 bits count.
fn put(order: &mut Vec<u32>, at: usize, place: usize) {
    order.insert(at, u32::try_from(place).unwrap_or(u32::MAX));
}

#[cfg(test)]
mod tests {
    use super::{Map, Set};
    use std::collections::{BTreeMap, BTreeSet};

    /// Mixed numbers, so that keys come in no order and again.
    fn mixed(length: u32) -> impl Iterator<Item = u32> {
        (0..length).map(move |number| number.wrapping_mul(2_654_435_761) % (length / 2 + 1))
    }

    #[test]
    fn it_keeps_what_the_standard_library_keeps() {
        for length in 0..200 {
            let (mut ours, mut theirs) = (Map::new(), BTreeMap::new());
            for (value, key) in mixed(length).enumerate() {
                assert_eq!(ours.insert(key, value), theirs.insert(key, value));
            }
            assert!(ours.iter().eq(theirs.iter()));
            assert!(ours.keys().eq(theirs.keys()) && ours.values().eq(theirs.values()));
            for key in 0..=length {
                assert_eq!(ours.get(&key), theirs.get(&key));
                assert_eq!(ours.get_mut(&key), theirs.get_mut(&key));
                assert_eq!(ours.contains_key(&key), theirs.contains_key(&key));
                assert_eq!(ours.first_from(&key), theirs.range(key..).next());
            }
        }
    }

    #[test]
    fn values_begin_as_usual_and_are_changed() {
        let (mut ours, mut theirs) = (Map::new(), BTreeMap::<u32, Vec<usize>>::new());
        for (value, key) in mixed(100).enumerate() {
            ours.change(key, |list: &mut Vec<usize>| list.push(value));
            theirs.entry(key).or_default().push(value);
        }
        assert!(ours.iter().eq(theirs.iter()));
    }

    #[test]
    fn a_set_holds_each_key_once() {
        let (mut ours, mut theirs) = (Set::new(), BTreeSet::new());
        for key in mixed(100) {
            assert_eq!(ours.insert(key), theirs.insert(key));
        }
        assert!(ours.iter().eq(theirs.iter()));
        assert!(ours.contains(&3) && !ours.contains(&1000));
    }
}
