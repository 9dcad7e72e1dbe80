//! What can happen: endings, what nobody reaches, where it gets stuck, how trust moves.

use std::io::{self, Write};

use super::after;
use crate::cli::author::analyze::Findings;
use crate::cli::author::analyze::why::Why;
use crate::cli::author::figures::{bar, change, count, percent, ways};
use crate::explore::{Method, TraceReport, Why as Stuck};
use crate::model::{EndingIx, EndingKind, NodeIx, Target, Then};
use crate::plain::Paper;

/// How the numbers were found, and what that means.
pub(super) fn how<W: Write>(paper: &mut Paper<W>, found: &Findings) -> io::Result<()> {
    let analysis = &found.numbers.analysis;
    match analysis.method {
        Method::Exact { states } => {
            let draws = match analysis.cases.len() {
                0 | 1 => String::new(),
                many => format!(", over {many} combinations of role and draw"),
            };
            let lines = if analysis.ways.is_finite() {
                format!(
                    "There are {} ways to play it; at random one makes {:.1} choices on average.",
                    ways(analysis.ways),
                    analysis.steps
                )
            } else {
                "Lines can go on for ever (see loops), so nothing can be said about how likely things are.".to_owned()
            };
            paper.text(&format!(
                "Exact: everything that can happen was gone through, {} states{draws}. {lines}",
                count(states)
            ))?;
        }
        Method::Sampled { plays, seed } => paper.text(&format!(
            "Not exact: there are more states than the budget of {}, so {} plays at random (seed {seed}) stand for all. \
             What they did not meet may still exist. `--budget N` allows more states.",
            count(found.budget),
            count(plays)
        ))?,
    }
    if !analysis.every_draw {
        paper.text("There are too many draws to go through each; some of them, by seed, stand for all.")?;
    }
    if let (true, Method::Sampled { plays, seed }) = (analysis.method.is_exact(), analysis.lines) {
        paper.text(&format!(
            "Lowest and highest values come from {} plays at random (seed {seed}); keeping all of them in mind takes more \
             states than the budget of {}.",
            count(plays),
            count(found.budget)
        ))?;
    }
    Ok(())
}

pub(super) fn endings<W: Write>(paper: &mut Paper<W>, found: &Findings, bars: bool) -> io::Result<()> {
    let (scenario, analysis) = (found.scenario, &found.numbers.analysis);
    paper.heading("Endings, and how likely each is when choosing at random")?;
    let mut order: Vec<usize> = (0..scenario.endings.len()).collect();
    order.sort_by(|left, right| {
        let likely = |at: &usize| analysis.endings[*at].random;
        likely(right).total_cmp(&likely(left))
    });
    let widest = scenario.endings.iter().map(|ending| ending.id.len()).max().unwrap_or(0);
    for at in order {
        let (ending, report) = (&scenario.endings[at], &analysis.endings[at]);
        let kind = match ending.kind {
            EndingKind::Reached => "reached",
            EndingKind::Partial => "in part",
            EndingKind::Lost => "lost for now",
        };
        let likely = if report.reached.is_none() {
            "never".to_owned()
        } else if analysis.method.is_exact() && !analysis.ways.is_finite() {
            "can be".to_owned()
        } else {
            percent(report.random)
        };
        let error = if report.error > 0.0 {
            format!(" (standard error {:.1})", report.error * 100.0)
        } else {
            String::new()
        };
        let drawn = bar(report.random, bars);
        paper.verbatim(&format!(
            "  {:<widest$}{drawn}  {likely:>7}{error}  {} ({kind})",
            ending.id.as_str(),
            scenario.raw(ending.title)
        ))?;
    }
    Ok(())
}

pub(super) fn unreached<W: Write>(paper: &mut Paper<W>, found: &Findings) -> io::Result<()> {
    let (scenario, analysis) = (found.scenario, &found.numbers.analysis);
    if !analysis.method.is_exact() {
        let missed = analysis.nodes.iter().filter(|node| node.reached.is_none()).count();
        paper.heading("What nobody reaches")?;
        return paper.text(&match missed {
            0 => "The plays came to every moment.".to_owned(),
            1 => "1 moment was not met in these plays; it may still be reachable.".to_owned(),
            many => format!("{many} moments were not met in these plays; they may still be reachable."),
        });
    }
    paper.heading("What nobody reaches, and why")?;
    let why = Why {
        scenario,
        sources: found.sources,
        analysis,
    };
    let nodes = analysis.unreachable_nodes().map(Target::Node);
    let endings = (0..scenario.endings.len()).filter(|at| analysis.endings[*at].reached.is_none());
    let targets: Vec<Target> = nodes
        .chain(endings.map(|at| Target::Ending(EndingIx::new(at))))
        .collect();
    for target in &targets {
        let name = match target {
            Target::Node(node) => scenario.node(*node).id.to_string(),
            Target::Ending(ending) => format!("the ending {}", scenario.ending(*ending).id),
        };
        paper.ids("- ", &format!("{name}: {}", why.target(*target).join("; ")))?;
    }
    let choices: Vec<_> = analysis.unavailable_choices(scenario).collect();
    for choice in &choices {
        paper.ids("- ", &format!("{}: {}", scenario.address(*choice), why.choice(*choice)))?;
    }
    if targets.is_empty() && choices.is_empty() {
        paper.text("Every moment, choice and ending can be reached.")?;
    }
    Ok(())
}

pub(super) fn dead_ends<W: Write>(paper: &mut Paper<W>, found: &Findings) -> io::Result<()> {
    let (scenario, analysis) = (found.scenario, &found.numbers.analysis);
    paper.heading("Dead ends")?;
    for dead in &analysis.dead_ends {
        let what = match dead.why {
            Stuck::NothingOffered => "no choice is offered",
            Stuck::Stuck => "what follows never comes to a decision or an ending",
        };
        let way = after(scenario, &analysis.paths, &dead.witness);
        paper.ids("- ", &format!("{}: {what}, {way}", scenario.node(dead.node).id))?;
    }
    if analysis.dead_ends.is_empty() {
        paper.text(if analysis.method.is_exact() {
            "None."
        } else {
            "None was met."
        })?;
    }
    Ok(())
}

/// Only where there are any: most scenarios have none, and the exact line says so by counting the ways.
pub(super) fn loops<W: Write>(paper: &mut Paper<W>, found: &Findings) -> io::Result<()> {
    let (scenario, analysis) = (found.scenario, &found.numbers.analysis);
    if analysis.loops.is_empty() {
        return Ok(());
    }
    paper.heading("Loops that use nothing up")?;
    for around in &analysis.loops {
        let round: Vec<String> = around.round.iter().map(|choice| scenario.address(*choice)).collect();
        let leaves = if around.leaves {
            "one can leave it"
        } else {
            "nobody comes out of it"
        };
        let way = after(scenario, &analysis.paths, &around.witness);
        paper.ids(
            "- ",
            &format!("{}, again and again ({leaves}); it begins {way}", round.join(", ")),
        )?;
    }
    Ok(())
}

/// Each traced variable over the decisions, in the order written.
pub(super) fn traces<W: Write>(paper: &mut Paper<W>, found: &Findings, bars: bool) -> io::Result<()> {
    let Some(traces) = &found.numbers.traces else {
        paper.heading("Where trust turns")?;
        return paper.text("Not known: there are more states than the budget, or lines can go on for ever.");
    };
    traces.iter().try_for_each(|trace| one_trace(paper, found, trace, bars))
}

fn one_trace<W: Write>(paper: &mut Paper<W>, found: &Findings, trace: &TraceReport, bars: bool) -> io::Result<()> {
    let (scenario, analysis) = (found.scenario, &found.numbers.analysis);
    let var = &scenario.vars[trace.var.at()];
    let whose = var.of.map_or_else(String::new, |of| {
        format!(" of {}", scenario.raw(scenario.cast[of.at()].name))
    });
    let (low, high) = var.bounds();
    paper.heading(&format!(
        "Where {}{whose} turns, when choosing at random ({low} to {high}, {} at the start): mean, lowest to highest, and what changed \
         since the decision before",
        var.id, var.start
    ))?;
    let decisions: Vec<NodeIx> = scenario.decisions().collect();
    let widest = decisions
        .iter()
        .map(|node| scenario.node(*node).id.len())
        .max()
        .unwrap_or(0);
    for node in decisions {
        let Some(mean) = trace.means[node.at()] else { continue };
        let report = &analysis.nodes[node.at()];
        let range = report.ranges.get(trace.var.at()).copied().flatten();
        let range = range.map_or_else(String::new, |(low, high)| format!("{low} to {high}"));
        let drawn = bar((mean - f64::from(low)) / f64::from((high - low).max(1)), bars);
        let moved = before(found, node)
            .and_then(|before| trace.means[before.at()])
            .map(|before| mean - before);
        let moved = moved.map_or_else(String::new, change);
        paper.verbatim(&format!(
            "  {:<widest$}{drawn}  {mean:>5.1}  {range:>10}  {moved:>5}",
            scenario.node(node).id.as_str()
        ))?;
    }
    Ok(())
}

/// The decision before, on the shortest way to a node.
fn before(found: &Findings, node: NodeIx) -> Option<NodeIx> {
    let analysis = &found.numbers.analysis;
    let witness = analysis.nodes[node.at()].reached?;
    let last = analysis.paths.steps(&witness).pop()?;
    let before = found.scenario.choice(last).node;
    matches!(found.scenario.node(before).then, Then::Decision { .. }).then_some(before)
}
