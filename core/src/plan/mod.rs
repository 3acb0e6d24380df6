//! The checked plan: references resolved, groups of like bodies written out.

mod id;
pub use id::{BodyId, LevelId, PrincipalId, SeriesId};
