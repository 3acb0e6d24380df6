//! The planner in a browser: the wheel's crate with its planner, as a wasm of its own.
//!
//! A reader's browser never fetches it; a planner's has the reader's screens in it.

pub use planning_wheel_web::planner::door::Planner;
