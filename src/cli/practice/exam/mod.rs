//! `bedside exam`: a form for everyone with the same seed, sat on the screens or line by line, and its result.

pub(in crate::cli) mod form;
pub(in crate::cli) mod kept;
mod list;
mod prepared;
mod saved;
mod screen;
mod sit;
mod table;

use std::path::PathBuf;

use crate::cli::answers::Answers;
use crate::cli::exit::Outcome;
use crate::cli::format::Format;
use crate::cli::surroundings::Surroundings;

/// Sit an exam: whole conversations and single decisions, no help, and an honest result.
///
/// Everyone with the same blueprint, seed and library has the same form. It can be paused and gone on with. The result describes
/// these decisions in this simulation; it is no evidence that anyone is ready for anything.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(in crate::cli) struct Exam {
    /// What it is made of, as --list names it [default: first-look]
    blueprint: Option<String>,
    /// Show the blueprints there are
    #[arg(long, conflicts_with_all = ["resume", "rescore", "blueprint"])]
    list: bool,
    /// Keep to the blueprint's time
    #[arg(long)]
    timed: bool,
    /// Go on with an exam: the newest open one, or the one whose id begins like this
    #[arg(long, value_name = "EXAM", num_args = 0..=1, conflicts_with_all = ["blueprint", "timed"])]
    resume: Option<Option<String>>,
    /// Answers made beforehand, in the order asked, separated by commas (letters or ids), or "random"
    #[arg(long, value_name = "A,b/c|random")]
    answers: Option<Answers>,
    /// Write form, answers and result as JSON
    #[arg(long, value_name = "FILE")]
    save: Option<PathBuf>,
    /// Score a saved exam again
    #[arg(long, value_name = "FILE", conflicts_with_all = ["blueprint", "resume", "answers", "timed"])]
    rescore: Option<PathBuf>,
    /// With --rescore: whose ratings to use, by the name of the panel
    #[arg(long, value_name = "PANEL", requires = "rescore")]
    key: Option<String>,
    /// How to write the list or a result scored again
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

const EXAMPLES: &str = "\
Examples:
  bedside exam --list
  bedside exam first-look --seed 7                 the form of everyone with seed 7
  bedside exam single-decisions --timed
  bedside exam --resume                            where you stopped
  bedside exam first-look --plain                  the same line by line
  bedside exam --plain --answers random --seed 7 --save form.json
  bedside exam --rescore form.json --key author --format json";

impl Exam {
    pub(super) fn run(self, around: &Surroundings) -> anyhow::Result<Outcome> {
        if self.list {
            return list::list(around, self.format);
        }
        if let Some(file) = &self.rescore {
            return saved::rescore(around, file, self.key.as_deref(), self.save.as_deref(), self.format);
        }
        if around.plain() || self.answers.is_some() {
            sit::sit(&self, around)
        } else {
            screen::sit(&self, around)
        }
    }
}
