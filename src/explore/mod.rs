//! Exact analysis: every state that can be met, each once. What is reachable, what policies earn, with shortest witnesses.

mod analyse;
mod analysis;
mod case;
mod dice;
mod discover;
mod forward;
mod graph;
mod keyed;
mod limits;
mod observe;
mod order;
mod play;
mod policy;
mod program;
mod ratio;
mod references;
mod report;
mod rounds;
mod sample;
mod sight;
mod table;
mod trace;
mod track;
mod visits;
mod watched;
mod witness;

pub use analyse::analyse;
pub use analysis::{
    Analysis, CaseReport, ChoiceReport, ConditionReport, DeadEnd, EffectReport, EndingReport, Leak, Loop, NodeReport,
    Why,
};
pub use case::Case;
pub use keyed::{CaseScore, ErrorPlace, ErrorReport, KeyReport, OwedReport, RepairReport, key_report};
pub use limits::{Cancelled, Limits, Method, Progress, Tick};
pub use play::{Player, Playing};
pub use policy::{Policy, Weights};
pub use program::{ConditionPlace, EffectPlace, Owner};
pub use references::references;
pub use report::{Ask, PolicyReport, Quantiles, policies, simulate};
pub use trace::{TraceReport, traces};
pub use witness::{Paths, Witness};

#[cfg(test)]
mod tests;
