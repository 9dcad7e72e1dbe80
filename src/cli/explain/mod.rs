//! `bedside explain`: the manual page of a rule, or the list of all.

use std::io::{self, Write};

use serde::Serialize;

use super::exit::Outcome;
use super::format::{FORMAT, Format, json};
use super::surroundings::Surroundings;
use crate::diag::did_you_mean;
use crate::lint::{self, Rule};
use crate::plain::Paper;

/// Explain what `bedside check` says.
///
/// With a code or a name: why it matters, an example, and what to write instead. Without: all rules.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  bedside explain\n  bedside explain W050")]
pub(super) struct Explain {
    /// A rule's code or name
    code: Option<String>,
    /// How to write it
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// `docs/formats.md`, "Command output".
#[derive(Serialize)]
struct Answer<'a> {
    format: u32,
    rules: Vec<Page<'a>>,
}

#[derive(Serialize)]
struct Page<'a> {
    code: &'a str,
    name: &'a str,
    severity: &'a str,
    family: &'a str,
    summary: &'a str,
    /// Markdown.
    documentation: String,
}

impl Explain {
    pub(super) fn run(self, around: &Surroundings) -> anyhow::Result<Outcome> {
        let rules: Vec<&Rule> = match &self.code {
            None => lint::all().to_vec(),
            Some(word) => vec![find(word)?],
        };
        if self.format == Format::Json {
            let rules = rules.into_iter().map(Page::of).collect();
            json(around.out(), &Answer { format: FORMAT, rules })?;
            return Ok(Outcome::Fine);
        }
        let mut paper = around.paper();
        match (&self.code, rules.as_slice()) {
            (Some(_), [rule]) => {
                paper.text(&format!("{} {} ({})", rule.code, rule.name, rule.severity.word()))?;
                paper.gap()?;
                manual(&mut paper, &rule.documentation())?;
            }
            _ => {
                let mut family = None;
                for rule in rules {
                    if family.replace(rule.family()) != Some(rule.family()) {
                        paper.heading(rule.family().heading())?;
                    }
                    let lead = format!("{} {:<7}  ", rule.code, rule.severity.word());
                    paper.item(&lead, &format!("{}: {}", rule.name, rule.summary))?;
                }
            }
        }
        paper.flush()?;
        Ok(Outcome::Fine)
    }
}

/// Running text wrapped anew; headings on lines of their own, examples as they are.
fn manual<W: Write>(paper: &mut Paper<W>, page: &str) -> io::Result<()> {
    let mut running = String::new();
    let mut example = false;
    for line in page.lines() {
        let fence = line.starts_with("```");
        let apart = fence || example || line.is_empty() || line.starts_with(['#', '-', '|', '*']);
        if apart && !running.is_empty() {
            paper.text(&std::mem::take(&mut running))?;
        }
        match line {
            "" => paper.gap()?,
            _ if fence => example = !example,
            _ if example => paper.verbatim(&format!("    {line}"))?,
            _ if apart => paper.text(line.trim_start_matches(['#', ' ']))?,
            _ => {
                if !running.is_empty() {
                    running.push(' ');
                }
                running.push_str(line);
            }
        }
    }
    paper.text(&running)
}

fn find(word: &str) -> anyhow::Result<&'static Rule> {
    lint::explain(word).ok_or_else(|| {
        let names = lint::all().iter().flat_map(|rule| [rule.code, rule.name]);
        let meant = did_you_mean(word, names).map_or(String::new(), |meant| format!("did you mean {meant}? "));
        anyhow::anyhow!("there is no rule \"{word}\"; {meant}`bedside explain` shows them all")
    })
}

impl<'a> Page<'a> {
    fn of(rule: &'a Rule) -> Self {
        Page {
            code: rule.code,
            name: rule.name,
            severity: rule.severity.word(),
            family: rule.family().heading(),
            summary: rule.summary,
            documentation: rule.documentation(),
        }
    }
}
