//! `bedside play`: one conversation, line by line or on the screen.

use std::io::{self, IsTerminal, StdinLock};
use std::path::PathBuf;
use std::sync::Arc;

use super::answers::{self, Answers};
use super::exit::Outcome;
use super::hearing;
use super::shelf::{key, sound};
use super::surroundings::Surroundings;
use crate::diag::did_you_mean;
use crate::model::{ChoiceIx, Mode, Name, Scenario};
use crate::plain::{Heard, Outside, Setting, converse};
use crate::scoring::References;
use crate::session::{Output, Session, Setup};

/// Hold one conversation.
///
/// Choices are typed by number, or given beforehand with --answers: the ids of choices in the order they are met, each alone
/// or as node/choice. A slip in them is told before the first word.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Play {
    /// The scenario, as `bedside list` names it
    id: String,
    /// How much is taught on the way: coached after every reaction, flow at the end, exam nothing before the result
    #[arg(long, value_name = "MODE", default_value = "flow", value_parser = mode)]
    mode: Mode,
    /// Whom you play, where the scenario leaves it open
    #[arg(long, value_name = "ROLE")]
    role: Option<String>,
    /// Choices made beforehand, separated by commas, or "random"
    #[arg(long, value_name = "a/b,c/d|random")]
    answers: Option<Answers>,
    /// Write what happened as JSON, for `bedside score`
    #[arg(long, value_name = "FILE")]
    transcript: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  bedside play please-speak-to-my-son
  bedside play day-nine --mode coached --seed 7
  bedside play day-nine --plain --answers random --seed 7
  printf '1\\n2\\nq\\n' | bedside play day-nine";

fn mode(text: &str) -> Result<Mode, String> {
    Mode::parse(text).ok_or_else(|| "one of coached, flow, exam".to_owned())
}

impl Play {
    pub(super) fn run(self, around: &Surroundings) -> anyhow::Result<Outcome> {
        let shelf = around.shelf()?;
        let entry = shelf.entry(&self.id)?;
        let scenario = sound(entry)?;
        let setup = Setup {
            seed: around.globals.seed.unwrap_or_else(super::seed::fresh),
            mode: self.mode,
            role: role(scenario, self.role.as_deref())?,
            pack: entry.pack.clone(),
        };
        let (mut session, began) = Session::begin(
            Arc::clone(scenario),
            Arc::clone(&shelf.library.rubric),
            key(entry, None)?.cloned(),
            &setup,
        )
        .map_err(|stuck| {
            anyhow::anyhow!(
                "{} goes round at {}; run `bedside check`",
                self.id,
                scenario.node(stuck.0).id
            )
        })?;
        let prepared = match &self.answers {
            Some(answers) => {
                let (made, left) = answers::walk(&session, answers)?;
                if left > 0 {
                    around.note(&format!(
                        "{left} of the answers were not needed: the conversation had ended"
                    ));
                }
                Some(made)
            }
            None => None,
        };
        let setting = Setting {
            words: &around.words,
            columns: around.columns(),
            script: prepared.is_some() || !io::stdin().is_terminal(),
            resumed: false,
            earlier: false,
        };
        let mut table = Table {
            input: io::stdin().lock(),
            prepared: prepared.map(Vec::into_iter),
        };
        table.keep(began)?;
        converse(&mut session, &setting, &mut table, around.out())?;
        Ok(Outcome::Fine)
    }
}

/// A role that was asked for must be one of the scenario's.
fn role(scenario: &Scenario, asked: Option<&str>) -> anyhow::Result<Name> {
    let Some(asked) = asked else {
        return Ok(scenario.roles.first().cloned().unwrap_or_default());
    };
    if let Some(role) = scenario.roles.iter().find(|role| *role == asked) {
        return Ok(role.clone());
    }
    let roles: Vec<&str> = scenario.roles.iter().map(|role| role.as_str()).collect();
    let meant =
        did_you_mean(asked, roles.iter().copied()).map_or(String::new(), |meant| format!("; did you mean {meant}?"));
    anyhow::bail!(
        "{} cannot be played as \"{asked}\"{meant} Its roles: {}",
        scenario.id,
        roles.join(", ")
    )
}

/// The world around a sitting held line by line.
struct Table {
    input: StdinLock<'static>,
    prepared: Option<std::vec::IntoIter<ChoiceIx>>,
}

impl Outside for Table {
    type Fault = anyhow::Error;

    fn hear(&mut self, _session: &Session) -> anyhow::Result<Heard> {
        match &mut self.prepared {
            Some(prepared) => Ok(prepared.next().map_or(Heard::End, Heard::Chosen)),
            None => Ok(hearing::hear(&mut self.input)?),
        }
    }

    fn keep(&mut self, _outputs: Vec<Output>) -> anyhow::Result<()> {
        Ok(())
    }

    fn references(&mut self, _session: &Session) -> Option<References> {
        None
    }
}
