//! What can be typed after `bedside`, with help that teaches.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use super::exit::Outcome;
use super::surroundings::Surroundings;
use super::{
    author, check, completions, config, explain, forget, guide, history, home, list, man, play, practice, preview,
    score, show,
};

/// Practise the hardest conversations in medicine, in your terminal.
///
/// You sit across from someone, choose what to say, and see how it lands. Education only: it describes choices in a
/// simulation and is no evidence of competence.
#[derive(Debug, Parser)]
#[command(name = "bedside", version, after_help = EXAMPLES, after_long_help = EXAMPLES)]
#[command(disable_help_subcommand = true, propagate_version = true)]
pub(super) struct Args {
    #[command(flatten)]
    pub globals: Globals,
    #[command(subcommand)]
    command: Option<Command>,
}

const EXAMPLES: &str = "\
Examples:
  bedside                                   the home screen
  bedside list                              what there is to play
  bedside play please-speak-to-my-son       one conversation
  bedside play day-nine --plain             the same line by line, for screen readers and pipes
  bedside check my-pack                     every fault of a folder of scenarios, with what to do
  bedside --library my-pack list            play your own scenarios beside the built-in ones

Exit codes: 0 fine; 1 there are findings (check); 2 it could not run.";

/// Options that any command understands.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "For every command")]
pub(super) struct Globals {
    /// A folder of your own scenarios; one with the name of a built-in one takes its place, keys and all (or BEDSIDE_LIBRARY)
    #[arg(long, global = true, value_name = "DIR", env = "BEDSIDE_LIBRARY", hide_env = true)]
    pub library: Option<PathBuf>,
    /// Where attempts are kept, if not in the platform's data folder (or BEDSIDE_JOURNAL)
    #[arg(long, global = true, value_name = "FILE", env = "BEDSIDE_JOURNAL", hide_env = true)]
    pub journal: Option<PathBuf>,
    /// Whose attempts these are, when several people share this account (or BEDSIDE_LEARNER)
    #[arg(long, global = true, value_name = "NAME", env = "BEDSIDE_LEARNER", hide_env = true)]
    pub learner: Option<String>,
    /// Language of the program's own words, such as en
    #[arg(long, global = true, value_name = "TAG")]
    pub lang: Option<String>,
    /// What is drawn by chance (hidden wishes, the order of choices) follows this number
    #[arg(long, global = true, value_name = "N")]
    pub seed: Option<u64>,
    /// Line by line, without a full screen; also with ACCESSIBLE=1, TERM=dumb, or when this is no terminal
    #[arg(long, global = true)]
    pub plain: bool,
}

#[derive(Debug, Subcommand)]
enum Command {
    Play(play::Play),
    List(list::List),
    Show(show::Show),
    Guide(guide::Guide),
    #[command(flatten)]
    Practice(practice::Practice),
    Config(config::Config),
    Check(check::Check),
    Explain(explain::Explain),
    Score(score::Score),
    History(history::History),
    Forget(forget::Forget),
    Preview(preview::Preview),
    #[command(flatten)]
    Author(author::Author),
    Completions(completions::Completions),
    Man(man::Man),
}

impl Args {
    pub(super) fn run(self) -> anyhow::Result<Outcome> {
        let around = Surroundings::new(self.globals)?;
        match self.command {
            None => home::open(&around),
            Some(Command::Play(play)) => play.run(&around),
            Some(Command::List(list)) => list.run(&around),
            Some(Command::Show(show)) => show.run(&around),
            Some(Command::Guide(guide)) => guide.run(&around),
            Some(Command::Practice(practice)) => practice.run(&around),
            Some(Command::Config(config)) => config.run(&around),
            Some(Command::Check(check)) => check.run(&around),
            Some(Command::Explain(explain)) => explain.run(&around),
            Some(Command::Score(score)) => score.run(&around),
            Some(Command::History(history)) => history.run(&around),
            Some(Command::Forget(forget)) => forget.run(&around),
            Some(Command::Preview(preview)) => preview.run(&around),
            Some(Command::Author(author)) => author.run(&around),
            Some(Command::Completions(completions)) => completions.run(),
            Some(Command::Man(man)) => man.run(),
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_arguments_are_sound() {
        Args::command().debug_assert();
    }
}
