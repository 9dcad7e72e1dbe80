//! What is wrong or doubtful in a scenario that reads well as YAML: one rule a file, each with its own manual page.
//! No IO, no raw YAML, no clock: today's date is an argument.

mod allowances;
mod check;
mod config;
mod context;
mod day;
mod findings;
mod grade;
mod lengths;
mod page;
mod paths;
mod presence;
mod rounds;
mod rule;
mod rules;
mod scripts;
mod uses;
mod wording;

pub use check::{check, check_entry};
pub use config::{Config, Level};
pub use context::Desk;
pub use day::Day;
pub use page::page;
pub use rule::{Family, Rule};
pub use rules::{all, explain};
