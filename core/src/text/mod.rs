//! Words in Swedish and English.

mod action;
mod by_hand;
mod field;
mod finding;
mod fix;
mod import;
mod kind;
mod problem;
mod problem_shape;
mod problem_syntax;
mod problem_value;
mod reason;
mod refusal;
mod rolled;
mod search;
mod titles;
mod tweak;

pub(crate) use action::done;
pub use action::{action, change, place_in};
pub use field::{
    Help, called, choice, element, field_name, field_place, help, known_field, list_title,
    new_element,
};
pub use finding::finding;
pub use fix::fix;
pub(crate) use import::{brought_from, needs_apostrophe, tentative};
pub use import::{field, unread};
pub use kind::{kind, kind_plural, relation, status};
pub use problem::problem;
pub use reason::reason;
pub use refusal::refusal;
pub use rolled::rolled;
pub use search::Search;
pub use titles::{
    assignment_report, capital, election_of, hours, no_mandate, preparation, revision_of, span_text,
};
pub use tweak::{lead_time, meetings_instead, office_term, re_election, shorter_lead_times, tweak};
