//! What it earns: best, random and worst, what knowing nothing earns, and which errors and owed items can happen at all.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::way;
use crate::cli::author::analyze::Findings;
use crate::cli::author::analyze::numbers::Judged;
use crate::cli::author::figures::{bar, change};
use crate::explore::{CaseScore, ErrorPlace, ErrorReport, KeyReport, Method, Policy, PolicyReport, Witness};
use crate::model::{ErrorIx, Key};
use crate::plain::Paper;

pub(super) fn score<W: Write>(paper: &mut Paper<W>, found: &Findings) -> io::Result<()> {
    let Some(judged) = &found.numbers.judged else {
        paper.heading("Process score")?;
        return paper
            .text("Nobody rated this scenario yet, so there are no scores. `bedside key new ID` begins a key.");
    };
    paper.heading("Process score, 0 to 100")?;
    if let Some(report) = &judged.report {
        extreme(paper, found, report, "Best: ", report.best, |case| case.best, f64::max)?;
    }
    if let Some((random, spread)) = judged.random().and_then(|random| Some((random, random.score?))) {
        let middle = random.quantiles.as_ref().map_or_else(String::new, |quantiles| {
            let [_, low, middle, high, _] = quantiles.at;
            format!("; half of all plays lie between {low:.0} and {high:.0}, the middle one at {middle:.0}")
        });
        paper.ids(
            "Random: ",
            &format!(
                "{:.1}, give or take {:.1}{}{middle}",
                spread.mean,
                spread.sd,
                uncertain(random)
            ),
        )?;
    }
    match &judged.report {
        Some(report) => extreme(
            paper,
            found,
            report,
            "Worst: ",
            report.worst,
            |case| case.worst,
            f64::min,
        ),
        None => paper.text("Best and worst are not known: there are more states than the budget."),
    }
}

fn extreme<W: Write>(
    paper: &mut Paper<W>,
    found: &Findings,
    report: &KeyReport,
    name: &str,
    score: Option<f64>,
    pick: fn(&CaseScore) -> Option<(f64, Witness)>,
    better: fn(f64, f64) -> f64,
) -> io::Result<()> {
    let Some(score) = score else {
        return paper.ids(
            name,
            "not known; nothing on any line is rated, or lines can go on for ever",
        );
    };
    let lines = report.cases.iter().filter_map(pick);
    let line = lines.reduce(|known, next| {
        if better(known.0, next.0) == known.0 {
            known
        } else {
            next
        }
    });
    let way = line.map_or_else(String::new, |(_, line)| {
        format!(", in {}", way(found.scenario, &report.paths, &line))
    });
    paper.ids(name, &format!("{score:.1}{way}"))
}

fn uncertain(report: &PolicyReport) -> String {
    match report.method {
        Method::Sampled { plays, .. } if plays > 0 => format!(" (standard error {:.1})", report.error),
        _ => String::new(),
    }
}

pub(super) fn know_nothing<W: Write>(paper: &mut Paper<W>, found: &Findings, bars: bool) -> io::Result<()> {
    let Some(judged) = &found.numbers.judged else {
        return Ok(());
    };
    let Some(random) = judged.random().and_then(|random| random.score) else {
        return Ok(());
    };
    paper.heading("How far one gets knowing nothing, by always taking")?;
    let others = judged.policies.iter().filter(|report| report.policy != Policy::Random);
    let named: Vec<(&str, &PolicyReport)> = others.map(|report| (words(&report.policy), report)).collect();
    let widest = named.iter().map(|(words, _)| words.len()).max().unwrap_or(0);
    for (words, report) in named {
        let Some(score) = report.score else { continue };
        let drawn = bar(score.mean / 100.0, bars);
        paper.verbatim(&format!(
            "  {words:<widest$}{drawn}  {:>5.1}, {} against random{}{}",
            score.mean,
            change(score.mean - random.mean),
            uncertain(report),
            reach(judged, &report.policy, score.mean)
        ))?;
    }
    Ok(())
}

/// A quarter of the way to the best line is more than wording should give away.
const GIVE_AWAY: f64 = 0.25;

fn reach(judged: &Judged, policy: &Policy, mean: f64) -> String {
    if *policy == Policy::First {
        return "; in play the order is drawn, so this gives nothing away".to_owned();
    }
    match judged.between(mean) {
        Some(share) if share >= GIVE_AWAY => format!("; {:.0} % of the way to the best: a give-away", share * 100.0),
        _ => String::new(),
    }
}

fn words(policy: &Policy) -> &str {
    match policy {
        Policy::Random => "anything",
        Policy::Best => "what is best",
        Policy::Worst => "what is worst",
        Policy::First => "what is written first",
        Policy::Longest => "the longest",
        Policy::Shortest => "the shortest",
        Policy::Kindest => "the kindest-sounding",
        Policy::QuestionMark => "a question",
        Policy::AsksPermission => "what asks permission",
        Policy::SilenceOrGesture => "silence or a gesture",
        Policy::Weighted(weights) => &weights.name,
    }
}

pub(super) fn errors<W: Write>(paper: &mut Paper<W>, found: &Findings) -> io::Result<()> {
    let Some((key, report)) = judged(found) else {
        return Ok(());
    };
    paper.heading("Errors")?;
    if report.errors.is_empty() {
        return paper.text("The key names none.");
    }
    let mut by_error: BTreeMap<ErrorIx, Vec<&ErrorReport>> = BTreeMap::new();
    for error in &report.errors {
        by_error.entry(error.error).or_default().push(error);
    }
    for (error, places) in by_error {
        let Some(kind) = found.rubric.errors.get(error.at()) else {
            continue;
        };
        let nearest = places
            .iter()
            .filter_map(|place| place.made)
            .min_by_key(|witness| witness.steps);
        let made = match nearest {
            Some(nearest) => format!("can be made, {}", soonest(found, report, &nearest)),
            None => "cannot be made".to_owned(),
        };
        paper.ids(
            "- ",
            &format!(
                "{} {} ({}): {made}; {}",
                kind.id,
                kind.name,
                kind.severity.id(),
                repair(found, report, error, kind.repairable)
            ),
        )?;
        for place in places.iter().filter(|place| place.made.is_none() && nearest.is_some()) {
            paper.ids("  ", &format!("but never at {}", name(found, key, place.place)))?;
        }
    }
    Ok(())
}

fn repair(found: &Findings, report: &KeyReport, error: ErrorIx, repairable: bool) -> String {
    if !repairable {
        return "nothing repairs it".to_owned();
    }
    let repairs = report.repairs.iter().filter(|repair| repair.error == error);
    let (open, shut): (Vec<_>, Vec<_>) = repairs.partition(|repair| repair.open);
    let names = |list: &[&crate::explore::RepairReport]| {
        let names: Vec<String> = list
            .iter()
            .map(|repair| found.scenario.address(repair.choice))
            .collect();
        names.join(", ")
    };
    match (open.is_empty(), shut.is_empty()) {
        (true, true) => "it could be repaired, but no choice does".to_owned(),
        (true, false) => format!("{} would repair it, but never finds it made", names(&shut)),
        (false, _) => format!("repaired by {}", names(&open)),
    }
}

fn name(found: &Findings, key: &Key, place: ErrorPlace) -> String {
    match place {
        ErrorPlace::Choice(choice) => found.scenario.address(choice),
        ErrorPlace::AtEnd(rule) => {
            let when = key
                .at_end
                .get(rule)
                .map_or("", |rule| found.sources.text(rule.when.span));
            format!("the end, when {}", when.trim())
        }
    }
}

pub(super) fn owed<W: Write>(paper: &mut Paper<W>, found: &Findings) -> io::Result<()> {
    let Some((key, report)) = judged(found) else {
        return Ok(());
    };
    if report.owed.is_empty() {
        return Ok(());
    }
    paper.heading("What the key says is owed")?;
    for item in &report.owed {
        let Some(about) = key.owed.get(item.item.at()) else {
            continue;
        };
        let settled = item.settled.as_ref().map_or_else(
            || "cannot be settled, and so counts against everyone".to_owned(),
            |witness| {
                format!(
                    "settled at the earliest in {}",
                    way(found.scenario, &report.paths, witness)
                )
            },
        );
        let sometimes = match (item.settled.is_some(), item.never_in.len()) {
            (false, _) | (_, 0) => String::new(),
            (true, cases) => format!(
                "; but in {cases} of {} combinations of role and draw nothing settles it",
                report.cases.len()
            ),
        };
        paper.ids("- ", &format!("{}: {settled}{sometimes}", about.id))?;
    }
    Ok(())
}

/// The last step of a shortest way.
fn soonest(found: &Findings, report: &KeyReport, witness: &Witness) -> String {
    match report.paths.addresses(found.scenario, witness).last() {
        Some(last) => format!("at the earliest with choice {}, {last}", witness.steps),
        None => "at the very start".to_owned(),
    }
}

fn judged<'a>(found: &'a Findings) -> Option<(&'a Key, &'a KeyReport)> {
    Some((found.key?, found.numbers.judged.as_ref()?.report.as_ref()?))
}
