//! Leptos' signals and memos, compiled once.
//!
//! Leptos makes a signal's code anew for each type that one holds, and a reader loads all of it.
//! Here Leptos sees one type, and only what a value is asked for knows what it is.

use leptos::prelude::{Effect, RenderEffect};
use leptos::prelude::{Get, GetUntracked, Memo, RwSignal, Set, Track, on_cleanup};
use std::any::Any;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

/// A value of any type.
#[derive(Clone)]
struct Held(Arc<dyn Any + Send + Sync>);

impl Held {
    fn new<T: Send + Sync + 'static>(value: T) -> Self {
        Self(Arc::new(value))
    }

    fn with<T: 'static, R>(&self, read: impl FnOnce(&T) -> R) -> R {
        // What holds it was made with this type and no other.
        read(self.0.downcast_ref().expect("a value of its own type"))
    }
}

/// What can be held.
pub(crate) trait Value: Clone + PartialEq + Send + Sync + 'static {}

impl<T: Clone + PartialEq + Send + Sync + 'static> Value for T {}

/// A value that is set.
pub(crate) struct Signal<T> {
    held: RwSignal<Held>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Signal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Signal<T> {}

impl<T> fmt::Debug for Signal<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Signal")
    }
}

impl<T: Value> Signal<T> {
    pub(crate) fn new(value: T) -> Self {
        Self {
            held: RwSignal::new(Held::new(value)),
            of: PhantomData,
        }
    }

    pub(crate) fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.held.get().with(read)
    }

    pub(crate) fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.held.get_untracked().with(read)
    }

    pub(crate) fn get(self) -> T {
        self.with(T::clone)
    }

    pub(crate) fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }

    pub(crate) fn set(self, value: T) {
        self.held.set(Held::new(value));
    }

    pub(crate) fn update(self, change: impl FnOnce(&mut T)) {
        let mut value = self.get_untracked();
        change(&mut value);
        self.set(value);
    }

    /// Follows it without reading it.
    pub(crate) fn track(self) {
        self.held.track();
    }
}

/// A value that follows from others: found when it is asked for, and found anew when they change.
pub(crate) struct Derived<T> {
    held: Memo<Held>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Derived<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Derived<T> {}

impl<T: Value> Derived<T> {
    pub(crate) fn new(find: impl Fn() -> T + Send + Sync + 'static) -> Self {
        Self {
            held: memo(Box::new(move || Held::new(find())), differ::<T>),
            of: PhantomData,
        }
    }

    pub(crate) fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.held.get().with(read)
    }

    pub(crate) fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.held.get_untracked().with(read)
    }

    /// Reads it unless nobody needs it any more.
    pub(crate) fn try_with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> Option<R> {
        Some(self.held.try_get_untracked()?.with(read))
    }

    pub(crate) fn get(self) -> T {
        self.with(T::clone)
    }

    pub(crate) fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}

type Find = Box<dyn Fn() -> Held + Send + Sync>;
type Differ = fn(Option<&Held>, Option<&Held>) -> bool;

fn memo(find: Find, differ: Differ) -> Memo<Held> {
    Memo::new_with_compare(move |_| find(), differ)
}

fn differ<T: Value>(one: Option<&Held>, other: Option<&Held>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one.with(|one: &T| other.with(|other: &T| one != other)),
        _ => true,
    }
}

/// Does something at once, and again each time what it has read changes, until what it belongs to
/// is drawn anew.
pub(crate) fn follow(run: Box<dyn Fn()>) {
    let effect = RenderEffect::new(move |_| run());
    on_cleanup(move || drop(effect));
}

/// The same, but first when all that happens now has happened.
pub(crate) fn afterwards(run: impl FnMut() + 'static) {
    let mut run: Box<dyn FnMut()> = Box::new(run);
    Effect::new(move |_: Option<()>| run());
}
