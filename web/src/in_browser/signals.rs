//! When values are found anew, and when what follows them is run.

use super::{Bench, settle};
use crate::signals::{Derived, Signal, afterwards, follow};
use leptos::prelude::Owner;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn what_follows_an_equal_value_does_not_run_again() {
    let bench = Bench::new();
    let (found, said) = (
        Arc::new(AtomicU32::new(0)),
        Rc::new(RefCell::new(Vec::new())),
    );
    let (count, say) = (Arc::clone(&found), Rc::clone(&said));
    let year = bench.with(|| {
        let year = Signal::new(2027);
        let turn = Derived::new(move || {
            count.fetch_add(1, Ordering::Relaxed);
            year.get() / 4
        });
        follow(Box::new(move || say.borrow_mut().push(turn.get())));
        year
    });
    assert_eq!(*said.borrow(), [506], "at once");
    year.set(2025);
    settle().await;
    assert_eq!(found.load(Ordering::Relaxed), 2, "found anew");
    assert_eq!(*said.borrow(), [506], "and the same");
    year.update(|year| *year += 3);
    settle().await;
    assert_eq!(*said.borrow(), [506, 507]);
}

#[wasm_bindgen_test]
async fn nothing_follows_what_is_read_untracked() {
    let bench = Bench::new();
    let runs = Rc::new(Cell::new(0));
    let run = Rc::clone(&runs);
    let (year, lang) = bench.with(|| {
        let (year, lang) = (Signal::new(2027), Signal::new("sv"));
        follow(Box::new(move || {
            year.track();
            lang.with_untracked(|_| run.set(run.get() + 1));
        }));
        (year, lang)
    });
    lang.set("en");
    settle().await;
    assert_eq!(runs.get(), 1);
    year.set(2027);
    settle().await;
    assert_eq!(runs.get(), 2, "a signal is set, whatever it held");
}

#[wasm_bindgen_test]
async fn what_follows_stops_with_its_owner() {
    let (bench, inner) = (Bench::new(), Owner::new());
    let runs = Rc::new(Cell::new(0));
    let run = Rc::clone(&runs);
    let year = bench.with(|| Signal::new(2027));
    inner.with(|| {
        follow(Box::new(move || {
            year.track();
            run.set(run.get() + 1);
        }));
    });
    year.set(2028);
    settle().await;
    assert_eq!(runs.get(), 2);
    inner.cleanup();
    year.set(2029);
    settle().await;
    assert_eq!((runs.get(), Rc::strong_count(&runs)), (2, 1));
}

#[wasm_bindgen_test]
async fn a_later_thing_waits_and_stops_with_its_owner() {
    let bench = Bench::new();
    let runs = Rc::new(Cell::new(0));
    let run = Rc::clone(&runs);
    let (year, next) = bench.with(|| {
        let year = Signal::new(2027);
        let next = Derived::new(move || year.get() + 1);
        afterwards(move || {
            year.track();
            run.set(run.get() + 1);
        });
        (year, next)
    });
    assert_eq!(runs.get(), 0, "first all that happens now");
    settle().await;
    year.set(2028);
    year.set(2029);
    settle().await;
    assert_eq!(runs.get(), 2, "once for both");
    assert_eq!(next.try_with_untracked(|year| *year), Some(2030));
    bench.owner.cleanup();
    assert_eq!(next.try_with_untracked(|year| *year), None);
    settle().await;
    assert_eq!(Rc::strong_count(&runs), 1);
}
