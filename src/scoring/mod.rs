//! What a line was worth: credit, owed decisions, domains, errors, label. The ending never feeds the score.

mod domains;
mod errors;
mod feasible;
mod label;
mod line;
mod marking;
mod references;

pub use domains::{DomainResult, Mark, Moment};
pub use errors::Instance;
pub use feasible::Feasible;
pub use label::{Cap, Labelled};
pub use line::{LineResult, MomentResult, OwedResult, Process, Taken, Walked, score_line};
pub use marking::{Marking, OwedItem, contested_factor, credit};
pub use references::{References, Spread};
