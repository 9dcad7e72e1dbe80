//! `bedside explain`: the manual page of a rule, the list of all, or what the words of a key mean.

mod rubric;

use std::io::{self, Write};

use serde::Serialize;

use anyhow::bail;

use crate::cli::exit::Outcome;
use crate::cli::format::{FORMAT, Format, json};
use crate::cli::surroundings::Surroundings;
use crate::diag::did_you_mean;
use crate::lint::{self, Rule};
use crate::model::Rubric;
use crate::plain::Paper;

/// Explain what `bedside check` says, and the words of a key.
///
/// With a rule's code or name: why it matters, an example, and what to write instead. With a skill, an error or a
/// framework: what it means. Without: all rules.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Explain {
    /// A rule's code or name; a skill (A3), an error (X17), a framework (ask-tell-ask); or one of the lists ratings, skills,
    /// errors, frameworks
    code: Option<String>,
    /// How to write it
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

const EXAMPLES: &str = "\
Examples:
  bedside explain               every rule of `bedside check`
  bedside explain W050          one rule
  bedside explain skills        the skills a decision may test
  bedside explain A3            one skill, with its five levels
  bedside explain ask-tell-ask  a framework, with its moves";

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
            Some(word) => match lint::explain(word) {
                Some(rule) => vec![rule],
                None => return self.of_rubric(word, around),
            },
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

    fn of_rubric(&self, word: &str, around: &Surroundings) -> anyhow::Result<Outcome> {
        let rubric = around.shelf_of(&[])?.library.rubric;
        let Some(page) = rubric::find(&rubric, word) else {
            return Err(unknown(word, &rubric));
        };
        if self.format == Format::Json {
            bail!("skills, errors and frameworks are told as text only; leave out `--format json`");
        }
        let mut paper = around.paper();
        page.write(&mut paper, &rubric)?;
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

fn unknown(word: &str, rubric: &Rubric) -> anyhow::Error {
    let rules = lint::all().iter().flat_map(|rule| [rule.code, rule.name]);
    let frameworks = rubric.frameworks.iter().map(|framework| framework.id.as_str());
    let names = rules.chain(frameworks).chain(rubric::LISTS);
    let meant = did_you_mean(word, names).map_or(String::new(), |meant| format!("did you mean {meant}? "));
    anyhow::anyhow!(
        "there is no rule, skill, error or framework \"{word}\"; {meant}`bedside explain` lists the rules, `bedside explain skills` the skills"
    )
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
