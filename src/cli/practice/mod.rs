//! Drills, exams, progress and reports from the command line: a learner's past out of the journal, today out of the clock.

mod drill;
pub(super) mod exam;
mod past;
mod progress;
mod report;
mod today;
mod ways;

use super::exit::Outcome;
use super::surroundings::Surroundings;

pub(super) use drill::{Kept, planned};
pub(super) use progress::of as progress;
pub(super) use report::write_page;
pub(super) use today::{today, visible};

#[derive(Debug, clap::Subcommand)]
pub(super) enum Practice {
    Drill(drill::Drill),
    Exam(exam::Exam),
    Progress(progress::Progress),
    Report(report::Report),
}

impl Practice {
    pub(super) fn run(self, around: &Surroundings) -> anyhow::Result<Outcome> {
        match self {
            Practice::Drill(drill) => drill.run(around),
            Practice::Exam(exam) => exam.run(around),
            Practice::Progress(progress) => progress.run(around),
            Practice::Report(report) => report.run(around),
        }
    }
}
