//! What a key's author looks up: the rating scale, skills with their anchors, errors, frameworks with their moves.

use std::io::{self, Write};

use crate::model::{ErrorKind, Framework, Rubric, Skill};
use crate::plain::Paper;

/// Something of the rubric that can be asked for.
pub(super) enum Page<'a> {
    Ratings,
    Skills,
    Errors,
    Frameworks,
    Skill(&'a Skill),
    Error(&'a ErrorKind),
    Framework(&'a Framework),
}

/// The lists that can be asked for by name.
pub(super) const LISTS: [&str; 4] = ["ratings", "skills", "errors", "frameworks"];

/// `A3`, `x17`, `repair`, `repair/own`, `skills`; anything else is not the rubric's.
pub(super) fn find<'a>(rubric: &'a Rubric, word: &str) -> Option<Page<'a>> {
    let same = |id: &str| id.eq_ignore_ascii_case(word);
    match word {
        "ratings" => return Some(Page::Ratings),
        "skills" => return Some(Page::Skills),
        "errors" => return Some(Page::Errors),
        "frameworks" | "moves" => return Some(Page::Frameworks),
        _ => {}
    }
    let skill = rubric.skills.iter().find(|skill| same(&skill.id)).map(Page::Skill);
    let error = || rubric.errors.iter().find(|error| same(&error.id)).map(Page::Error);
    let framework = word.split('/').next().unwrap_or(word);
    let framework = || {
        rubric
            .frameworks
            .iter()
            .find(|known| known.id == framework)
            .map(Page::Framework)
    };
    skill.or_else(error).or_else(framework)
}

impl Page<'_> {
    pub(super) fn write<W: Write>(&self, paper: &mut Paper<W>, rubric: &Rubric) -> io::Result<()> {
        match self {
            Page::Ratings => {
                for weighs in &rubric.rating_scale {
                    paper.item(
                        &format!("{:>2}  ", weighs.rating),
                        &format!("{}: {}", weighs.name, weighs.means),
                    )?;
                }
                Ok(())
            }
            Page::Skills => {
                for domain in &rubric.domains {
                    paper.heading(&format!("{} {}", domain.letter, domain.name))?;
                    let own = rubric
                        .skills
                        .iter()
                        .filter(|skill| rubric.domains[skill.domain.at()].id == domain.id);
                    for skill in own {
                        paper.item(&format!("{}  ", skill.id), &format!("{}: {}", skill.name, skill.about))?;
                    }
                }
                Ok(())
            }
            Page::Errors => {
                for error in &rubric.errors {
                    paper.item(
                        &format!("{}  ", error.id),
                        &format!("{} ({})", error.name, weight(error)),
                    )?;
                }
                Ok(())
            }
            Page::Frameworks => {
                for framework in &rubric.frameworks {
                    paper.item(
                        &format!("{}  ", framework.id),
                        &format!("{}: {}", framework.name, framework.about),
                    )?;
                }
                Ok(())
            }
            Page::Skill(skill) => one_skill(paper, rubric, skill),
            Page::Error(error) => one_error(paper, error),
            Page::Framework(framework) => {
                paper.text(&format!("{} ({})", framework.name, framework.id))?;
                paper.text(&framework.about)?;
                paper.heading("Moves")?;
                for step in &framework.moves {
                    paper.item(
                        &format!("{}/{}  ", framework.id, step.id),
                        &format!("{}: {}", step.name, step.about),
                    )?;
                }
                Ok(())
            }
        }
    }
}

fn one_skill<W: Write>(paper: &mut Paper<W>, rubric: &Rubric, skill: &Skill) -> io::Result<()> {
    paper.text(&format!(
        "{} {} ({})",
        skill.id,
        skill.name,
        rubric.domains[skill.domain.at()].name
    ))?;
    paper.text(&skill.about)?;
    paper.heading("Levels")?;
    for (level, anchor) in skill.anchors.iter().enumerate() {
        paper.item(&format!("{level}  "), anchor)?;
    }
    paper.heading("In words")?;
    paper.item("Strong  ", &skill.strong)?;
    paper.item("Weak    ", &skill.weak)
}

fn one_error<W: Write>(paper: &mut Paper<W>, error: &ErrorKind) -> io::Result<()> {
    paper.text(&format!("{} {} ({})", error.id, error.name, weight(error)))?;
    paper.text(&error.about)?;
    paper.heading("Instead")?;
    paper.text(&error.instead)?;
    if let Some(escalate) = error.escalate {
        paper.gap()?;
        let count = escalate.after;
        paper.text(&format!(
            "From time number {count} on in one conversation it counts as {}.",
            escalate.to.id()
        ))?;
    }
    Ok(())
}

fn weight(error: &ErrorKind) -> String {
    let mended = if error.repairable {
        "can be repaired"
    } else {
        "cannot be repaired"
    };
    format!("{}, {mended}", error.severity.id())
}
