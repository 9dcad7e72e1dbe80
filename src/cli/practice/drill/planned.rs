//! Which drill it will be: the skill by its id or its words, the plan for today, and why there is none.

use anyhow::bail;

use crate::cli::book::Book;
use crate::cli::practice::past::Past;
use crate::cli::practice::ways::Ways;
use crate::diag::did_you_mean;
use crate::model::{Library, Rubric, SkillIx};
use crate::practice::Pool;
use crate::practice::drill::{Ask, CannotDrill, Drill, plan};

/// From a library as the learner wants it and the journal as it stands.
pub(in crate::cli) fn planned(library: &Library, book: &Book, ask: &Ask) -> anyhow::Result<Result<Drill, CannotDrill>> {
    let pool = Pool::of(library, None);
    let history = Past::of(Some(book), ask.today)?.history(&pool);
    let mut ways = Ways::new(library);
    Ok(plan(&pool, &history, ask, &mut |scenario, node| {
        ways.to(scenario, node)
    }))
}

/// By id, else the one whose name holds the words.
pub(super) fn named(rubric: &Rubric, asked: &str) -> anyhow::Result<SkillIx> {
    let by_id = rubric
        .skills
        .iter()
        .position(|skill| skill.id.eq_ignore_ascii_case(asked));
    if let Some(at) = by_id {
        return Ok(SkillIx::new(at));
    }
    let lower = asked.to_lowercase();
    let holds = |at: &usize| rubric.skills[*at].name.to_lowercase().contains(&lower);
    let found: Vec<usize> = (0..rubric.skills.len()).filter(holds).collect();
    let told = |at: &usize| format!("{} {}", rubric.skills[*at].id, rubric.skills[*at].name);
    match found.as_slice() {
        [one] => return Ok(SkillIx::new(*one)),
        [] => {}
        several => {
            let several: Vec<String> = several.iter().map(told).collect();
            bail!(
                "several skills are called something with \"{asked}\"; give the id: {}",
                several.join(", ")
            );
        }
    }
    let meant = did_you_mean(asked, rubric.skills.iter().map(|skill| skill.id.as_str()));
    let meant = meant.map_or(String::new(), |meant| format!(" (did you mean {meant}?)"));
    let all: Vec<String> = (0..rubric.skills.len()).map(|at| told(&at)).collect();
    bail!(
        "the rubric has no skill \"{asked}\"{meant}; there are: {}",
        all.join(", ")
    )
}

/// `hidden` conversations were left out because the learner does not want to meet them.
pub(super) fn cannot(library: &Library, hidden: usize, fault: CannotDrill) -> anyhow::Error {
    let rubric = &library.rubric;
    let ids = |list: &[SkillIx]| -> String {
        let ids = list.iter().filter_map(|skill| rubric.skills.get(skill.at()));
        ids.map(|skill| skill.id.as_str()).collect::<Vec<_>>().join(", ")
    };
    let hidden = match hidden {
        0 => String::new(),
        count => format!(" ({count} hidden by your settings; see `bedside config hidden_tags`)"),
    };
    match fault {
        CannotDrill::NothingTests { skill, others } => {
            let name = rubric.skills.get(skill.at()).map_or("", |skill| skill.id.as_str());
            anyhow::anyhow!(
                "no conversation of the library tests {name}{hidden}; these skills can be drilled: {}",
                ids(&others)
            )
        }
        CannotDrill::NothingKeyed => anyhow::anyhow!(
            "the library has no conversation with a key, so there is nothing to drill{hidden}; `bedside list` shows what there is"
        ),
        CannotDrill::NoWay => {
            anyhow::anyhow!("no way was found to any decision that tests this; run `bedside check` on the library")
        }
    }
}
