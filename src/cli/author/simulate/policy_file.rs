//! A way of choosing from a TOML file: a weight for each choice by its address.
//!
//! ```toml
//! name = "cautious"          # as it is called in the result
//! otherwise = 1              # of choices not named; 1 where left out
//!
//! [weights]
//! "hall/brief-ms-ho" = 3     # three times as likely as a choice of weight 1
//! "at-the-bed/promise" = 0   # never, while anything else is offered
//! ```

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, bail};
use serde::Deserialize;
use toml::Spanned;

use crate::diag::did_you_mean;
use crate::explore::{Policy, Weights};
use crate::model::{ChoiceIx, Scenario};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    name: Option<String>,
    otherwise: Option<Spanned<f64>>,
    weights: BTreeMap<Spanned<String>, Spanned<f64>>,
}

/// Weights beyond this add nothing a person could mean.
const HEAVIEST: f64 = 1e6;

/// Reads a policy for a scenario. Every fault names its line.
pub(super) fn read(path: &Path, scenario: &Scenario) -> anyhow::Result<Policy> {
    let shown = path.display();
    let text = std::fs::read_to_string(path).with_context(|| format!("could not read the policy {shown}"))?;
    let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or("own");
    match parse(&text, stem, scenario) {
        Ok(policy) => Ok(policy),
        Err((line, what)) => bail!("{shown}:{line}: {what}"),
    }
}

/// The fault's line (from 1) and what is wrong.
fn parse(text: &str, stem: &str, scenario: &Scenario) -> Result<Policy, (usize, String)> {
    let line = |at: usize| text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
    let written: Written = toml::from_str(text).map_err(|fault| {
        let at = fault.span().map_or(0, |span| span.start);
        (line(at), fault.message().replace('\n', " "))
    })?;
    let weight = |weight: &Spanned<f64>| {
        let value = *weight.get_ref();
        if (0.0..=HEAVIEST).contains(&value) {
            return Ok(value);
        }
        let what = format!("a weight lies between 0 and {HEAVIEST}, and this is {value}");
        Err((line(weight.span().start), what))
    };
    let known: Vec<String> = (0..scenario.choices.len())
        .map(|at| scenario.address(ChoiceIx::new(at)))
        .collect();
    // In the order written, so that the first fault is the one told.
    let mut entries: Vec<_> = written.weights.iter().collect();
    entries.sort_by_key(|(address, _)| address.span().start);
    let mut by = Vec::new();
    for (address, value) in entries {
        let name = address.get_ref();
        if !known.contains(name) {
            let meant = did_you_mean(name, known.iter().map(String::as_str));
            let meant = meant.map_or_else(String::new, |meant| format!("; did you mean \"{meant}\"?"));
            let what = format!("{} has no choice \"{name}\"{meant}", scenario.id);
            return Err((line(address.span().start), what));
        }
        by.push((name.clone(), weight(value)?));
    }
    Ok(Policy::Weighted(Weights {
        name: written.name.unwrap_or_else(|| stem.to_owned()),
        by,
        otherwise: written.otherwise.as_ref().map_or(Ok(1.0), weight)?,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::load_scenario;
    use crate::diag::Sources;

    fn parsed(text: &str) -> Result<Policy, (usize, String)> {
        let mut sources = Sources::default();
        let story = crate::exchange::begin::scenario("the-start", crate::model::Track::Adult, "2026-01-01");
        let file = sources.add("scenarios/adult/the-start.yaml", story);
        let scenario = load_scenario(file, &sources, None).0.unwrap();
        let first = scenario.address(ChoiceIx(0));
        parse(&text.replace("FIRST", &first), "mine", &scenario)
    }

    #[test]
    fn weights_are_read_whole_or_broken_numbers_alike() {
        let Ok(Policy::Weighted(weights)) = parsed("otherwise = 0.5\n[weights]\n\"FIRST\" = 3\n") else {
            panic!("it is sound")
        };
        assert_eq!((weights.name.as_str(), weights.otherwise), ("mine", 0.5));
        assert_eq!(weights.by.len(), 1);
        assert!((weights.by[0].1 - 3.0).abs() < 1e-12);
    }

    #[test]
    fn every_fault_names_its_line() {
        for (text, line, says) in [
            ("[weights]\n\"FIRST\" = -1\n", 2, "between 0 and"),
            ("\n[weights]\n\"FIRSTT\" = 1\n", 3, "did you mean"),
            ("[weights]\n\"FIRST\" = \"much\"\n", 2, "invalid type"),
            ("[weights]\n\"FIRST\" = nan\n", 2, "between 0 and"),
            ("otherwise = 1\nwieghts = {}\n", 2, "unknown field"),
            ("[weights\n", 1, ""),
        ] {
            let (found, what) = parsed(text).expect_err(text);
            assert_eq!(found, line, "{text}: {what}");
            assert!(what.contains(says), "{what}");
        }
    }
}
