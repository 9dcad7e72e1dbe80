//! One learner's sitting: modes, rewind, hints, confidence, own words, and what may be shown when. Screens only draw it and
//! feed it. Time arrives as an input; nothing is written here, events are handed out.

mod asked;
mod input;
mod line;
mod people;
mod restore;
mod sitting;
mod teaching;
mod trace;

pub use input::{Answered, Denied, Input, Output};
pub use line::{Run, Turn};
pub use people::PersonNow;
pub use restore::{Changed, Restored};
pub use sitting::{Current, Session, Setup};
pub use teaching::Teaching;
pub use trace::{TraceLine, TurningPoint, replayed};
