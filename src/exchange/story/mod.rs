//! A scenario in the formats of interactive fiction, for reading and playing elsewhere. Ratings, felt and teaching stay
//! behind: they have no place there.

mod ink;
mod logic;
mod twee;

pub use ink::ink;
pub use twee::twee;
