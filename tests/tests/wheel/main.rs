//! The wheel: laws over random years, a snapshot of a calm one, and the exported file.

mod agreements;
mod backgrounds;
mod file;
mod joined;
mod laws;
mod mandate;
mod mandate_plans;
mod picture;
mod sample;
mod shape;
mod steps;
