//! The form of an exam: which blueprint, drawn with which seed, and what it holds that somebody has hidden.

use anyhow::Context;

use crate::cli::practice::ways::Ways;
use crate::diag::did_you_mean;
use crate::model::{Blueprint, Cell, Form, Library};
use crate::practice::Pool;
use crate::practice::exam::{CannotFill, Which, fill};
use crate::tui::Settings;

/// What `bedside exam` means without a name.
const USUAL: &str = "first-look";

pub(in crate::cli) fn blueprint<'a>(library: &'a Library, asked: Option<&str>) -> anyhow::Result<&'a Blueprint> {
    let all = &library.blueprints;
    let find = |id: &str| all.iter().find(|blueprint| blueprint.id == id);
    match asked {
        Some(asked) => find(asked).map(|found| &**found).with_context(|| {
            let meant = did_you_mean(asked, all.iter().map(|blueprint| blueprint.id.as_str()));
            let meant = meant.map_or(String::new(), |meant| format!(" (did you mean {meant}?)"));
            format!("there is no sound blueprint \"{asked}\"{meant}; `bedside exam --list` shows them, `bedside check` what is wrong with others")
        }),
        None => find(USUAL)
            .or_else(|| all.iter().min_by_key(|blueprint| blueprint.items()))
            .map(|found| &**found)
            .context("there is no blueprint here; blueprints lie in scoring/blueprints/ of a library"),
    }
}

/// Fails with the cell that cannot be filled.
pub(in crate::cli) fn draw(library: &Library, blueprint: &Blueprint, seed: u64) -> anyhow::Result<Form> {
    let pool = Pool::of(library, None);
    let mut ways = Ways::new(library);
    let filled = fill(blueprint, &pool, seed, &mut |scenario, node| ways.to(scenario, node));
    filled.map_err(|fault| anyhow::anyhow!("{}", cannot(library, blueprint, &fault)))
}

/// A form is the same for everyone, so what someone does not want to meet is said and not left out: their hidden tags it holds.
pub(in crate::cli) fn hidden(library: &Library, form: &Form, chosen: &Settings) -> Vec<String> {
    let scenarios = form
        .items
        .iter()
        .filter_map(|item| library.find(&item.scenario)?.scenario.as_ref());
    let mut tags: Vec<String> = scenarios
        .flat_map(|scenario| &scenario.content.tags)
        .filter(|tag| chosen.hidden_tags.contains(tag))
        .map(|tag| tag.to_string())
        .collect();
    tags.sort_unstable();
    tags.dedup();
    tags
}

/// Which cell, what it asks for, and what there is.
fn cannot(library: &Library, blueprint: &Blueprint, fault: &CannotFill) -> String {
    let (list, what) = match fault.which {
        Which::Scenarios => ("scenarios", "conversations"),
        Which::Singles => ("singles", "single decisions"),
    };
    let missing = fault.missing;
    let (count, fitting) = (fault.cell.count, fault.fitting);
    format!(
        "the blueprint {} cannot be filled: line {} of its `{list}:` asks for {count} {what} {}, and the library has {fitting} that fit \
         and are not needed elsewhere in the form ({missing} missing); add conversations, or ask for fewer",
        blueprint.id,
        fault.at + 1,
        described(library, &fault.cell),
    )
}

fn described(library: &Library, cell: &Cell) -> String {
    let domain = cell.domain.and_then(|domain| library.rubric.domains.get(domain.at()));
    let parts = [
        domain.map(|domain| format!("domain {}", domain.id)),
        cell.track.map(|track| format!("track {}", track.id())),
        cell.topic.as_ref().map(|topic| format!("topic {topic}")),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() {
        "of any kind".to_owned()
    } else {
        format!("({})", parts.join(", "))
    }
}
