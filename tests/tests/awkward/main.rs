//! The awkward things that real agreements and real years hold: `tests/data/awkward` and `tests/data/fifth`.

mod cases;
mod fifth;
