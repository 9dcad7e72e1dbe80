//! `bedside score`: a transcript scored again, with any key.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use super::exit::Outcome;
use super::format::Format;
use super::shelf::{key, sound};
use super::surroundings::Surroundings;
use crate::explore;
use crate::plain::{Beside, write_score};
use crate::record::replay::score_transcript;
use crate::record::{result, transcript};

/// Score a transcript again, with the key that scores by default or with another panel's.
///
/// Every line is walked again step by step; if the scenario has changed since, the step that no longer fits is named.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Score {
    /// A file written by `bedside play --transcript`, or - for standard input
    transcript: PathBuf,
    /// Whose ratings to use, by the name of the panel
    #[arg(long, value_name = "PANEL")]
    key: Option<String>,
    /// How to write it
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

const EXAMPLES: &str = "\
Examples:
  bedside play day-nine --answers random --seed 7 --transcript day-nine.json
  bedside score day-nine.json
  bedside score day-nine.json --key author --format json";

/// No sitting comes near this size.
const LARGEST: u64 = 32 * 1024 * 1024;

impl Score {
    pub(super) fn run(self, around: &Surroundings) -> anyhow::Result<Outcome> {
        let shown = self.transcript.display();
        let text = read(&self.transcript)?;
        let walked = transcript::from_json(&text).map_err(|fault| anyhow::anyhow!("{shown}: {fault}"))?;
        let shelf = around.shelf_of(&[&walked.scenario])?;
        let entry = shelf.entry(&walked.scenario)?;
        let scenario = sound(entry)?;
        let Some(key) = key(entry, self.key.as_deref())? else {
            bail!(
                "no panel has rated {} yet, so there is no score; `bedside check` looks at keys",
                entry.id
            );
        };
        let rubric = &shelf.library.rubric;
        let scored = score_transcript(scenario, key, rubric, &walked)?;
        let references = explore::references(scenario, key, rubric, &scored.replayed.draws, scored.replayed.role);
        if self.format == Format::Json {
            let marks = result::Marks {
                scenario,
                key,
                rubric,
                references: references.as_ref(),
            };
            let mut out = around.out();
            io::Write::write_all(&mut out, result::to_json(&marks, &scored).as_bytes())?;
            io::Write::flush(&mut out)?;
            return Ok(Outcome::Fine);
        }
        let words = &around.words;
        let mut paper = around.paper();
        paper.text(scenario.raw(scenario.title))?;
        if scored.replayed.flow_changed {
            paper.text(&words.say("score-flow-changed"))?;
        }
        for (number, (line, result)) in scored.replayed.lines.iter().zip(&scored.results).enumerate() {
            let ending = line.ended().map(|ending| scenario.raw(scenario.ending(ending).title));
            let facts = [
                ("number", (number + 1).into()),
                ("ending", ending.unwrap_or_default().into()),
            ];
            paper.heading(&match ending {
                Some(_) => words.say_with("score-line-ended", &facts),
                None => words.say_with("score-line-left", &facts),
            })?;
            let beside = Beside {
                key: Some(key),
                rubric,
                references: references.as_ref(),
                replay: number > 0,
            };
            write_score(&mut paper, words, Some(result), &beside)?;
        }
        paper.flush()?;
        Ok(Outcome::Fine)
    }
}

fn read(path: &Path) -> anyhow::Result<String> {
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes)?;
    } else {
        let file = File::open(path).with_context(|| format!("could not open {}; give a transcript", path.display()))?;
        let read = file.take(LARGEST + 1).read_to_end(&mut bytes);
        read.with_context(|| format!("could not read {}; give a transcript", path.display()))?;
    }
    if bytes.len() as u64 > LARGEST {
        bail!(
            "{} is larger than 32 MB and no transcript; give the file that --transcript wrote",
            path.display()
        );
    }
    String::from_utf8(bytes)
        .map_err(|_| anyhow::anyhow!("{} is not text; give the file that --transcript wrote", path.display()))
}
