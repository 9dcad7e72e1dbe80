//! The analysis for programs: what was found, in the shape of `shape`.

use super::Findings;
use super::shape::{
    Analysis, Answer, Choice, DeadEnd, Ending, How, Know, Loop, MadeError, Node, Owed, Repair, Score, Unreachable,
    Values, Way,
};
use super::why::Why;
use crate::cli::format::FORMAT;
use crate::explore::{ErrorPlace, KeyReport, Paths, Policy, PolicyReport, Why as Stuck, Witness};
use crate::model::{EndingIx, EndingKind, Scenario, Target, flow_hash};

pub(super) fn answer<'a>(found: &Findings<'a>) -> Answer<'a> {
    let (scenario, analysis) = (found.scenario, &found.numbers.analysis);
    let near = |witness: &Option<Witness>| witness.as_ref().map(|witness| way(scenario, &analysis.paths, witness));
    let endings = scenario
        .endings
        .iter()
        .zip(&analysis.endings)
        .map(|(ending, report)| Ending {
            ending: &ending.id,
            kind: match ending.kind {
                EndingKind::Reached => "reached",
                EndingKind::Partial => "partial",
                EndingKind::Lost => "lost",
            },
            chance: report.random,
            standard_error: report.error,
            nearest: near(&report.reached),
        });
    let nodes = scenario.nodes.iter().zip(&analysis.nodes).enumerate();
    let nodes = nodes.map(|(at, (node, report))| Node {
        node: &node.id,
        visits: report.visits,
        nearest: near(&report.reached),
        values: values(found, at, &report.ranges),
    });
    let choices = analysis.choices.iter().enumerate().map(|(at, report)| Choice {
        choice: scenario.address(crate::model::ChoiceIx::new(at)),
        takes: report.takes,
        nearest: near(&report.taken),
        leads_to: report
            .leads_to
            .iter()
            .map(|at| scenario.ending(*at).id.as_str())
            .collect(),
    });
    let dead_ends = analysis.dead_ends.iter().map(|dead| DeadEnd {
        node: &scenario.node(dead.node).id,
        why: match dead.why {
            Stuck::NothingOffered => "nothing_offered",
            Stuck::Stuck => "stuck",
        },
        way: way(scenario, &analysis.paths, &dead.witness),
    });
    let loops = analysis.loops.iter().map(|around| Loop {
        way: way(scenario, &analysis.paths, &around.witness),
        round: around.round.iter().map(|choice| scenario.address(*choice)).collect(),
        leaves: around.leaves,
    });
    let report = found.numbers.judged.as_ref().and_then(|judged| judged.report.as_ref());
    Answer {
        format: FORMAT,
        analysis: Analysis {
            scenario: &scenario.id,
            version: scenario.version,
            flow_hash: flow_hash(scenario),
            panel: found.key.map(|key| key.panel.as_str()),
            method: How::from(analysis.method),
            values_method: How::from(analysis.lines),
            every_draw: analysis.every_draw,
            cases: analysis.cases.len(),
            ways: Some(analysis.ways).filter(|ways| ways.is_finite() && analysis.method.is_exact()),
            steps: analysis.steps,
            endings: endings.collect(),
            nodes: nodes.collect(),
            choices: choices.collect(),
            unreachable: unreachable(found),
            dead_ends: dead_ends.collect(),
            loops: loops.collect(),
            score: score(found),
            policies: policies(found),
            errors: report.map_or_else(Vec::new, |report| errors(found, report)),
            repairs: report.map_or_else(Vec::new, |report| repairs(found, report)),
            owed: report.map_or_else(Vec::new, |report| owed(found, report)),
        },
    }
}

fn way(scenario: &Scenario, paths: &Paths, witness: &Witness) -> Way {
    let case = paths.case(witness);
    let role = case.and_then(|case| scenario.roles.get(case.role.at()));
    let draws = case.map_or_else(Vec::new, |case| case.draws.names(scenario));
    Way {
        choices: paths.addresses(scenario, witness),
        role: role.map(ToString::to_string),
        draws: draws
            .into_iter()
            .map(|(var, value)| (var.to_string(), value.to_string()))
            .collect(),
    }
}

fn values<'a>(found: &Findings<'a>, node: usize, ranges: &[Option<(i32, i32)>]) -> Vec<Values<'a>> {
    let mean = |var: usize| {
        let traces = found.numbers.traces.as_ref()?;
        traces.iter().find(|trace| trace.var.at() == var)?.means[node]
    };
    let vars = found.scenario.vars.iter().enumerate();
    let known = vars.filter_map(|(at, var)| Some((at, var, ranges.get(at).copied().flatten()?)));
    let value = known.map(|(at, var, (low, high))| Values {
        var: &var.id,
        trace: var.trace.is_some(),
        low,
        high,
        mean: mean(at),
    });
    value.collect()
}

fn unreachable(found: &Findings) -> Vec<Unreachable> {
    let (scenario, analysis) = (found.scenario, &found.numbers.analysis);
    if !analysis.method.is_exact() {
        return Vec::new();
    }
    let why = Why {
        scenario,
        sources: found.sources,
        analysis,
    };
    let nodes = analysis.unreachable_nodes().map(|node| Unreachable {
        kind: "node",
        id: scenario.node(node).id.to_string(),
        why: why.target(Target::Node(node)),
    });
    let endings = (0..scenario.endings.len()).map(EndingIx::new);
    let endings = endings.filter(|at| analysis.endings[at.at()].reached.is_none());
    let endings = endings.map(|ending| Unreachable {
        kind: "ending",
        id: scenario.ending(ending).id.to_string(),
        why: why.target(Target::Ending(ending)),
    });
    let choices = analysis.unavailable_choices(scenario).map(|choice| Unreachable {
        kind: "choice",
        id: scenario.address(choice),
        why: vec![why.choice(choice)],
    });
    nodes.chain(endings).chain(choices).collect()
}

fn score(found: &Findings) -> Option<Score> {
    let judged = found.numbers.judged.as_ref()?;
    let report = judged.report.as_ref();
    let line = |best: bool| {
        let cases = report?.cases.iter();
        let lines = cases.filter_map(|case| if best { case.best } else { case.worst });
        let (_, line) = lines.reduce(|known, next| {
            let better = if best { next.0 > known.0 } else { next.0 < known.0 };
            if better { next } else { known }
        })?;
        Some(way(found.scenario, &report?.paths, &line))
    };
    let random = judged.random();
    let quantiles = random.and_then(|random| random.quantiles.as_ref());
    Some(Score {
        random: random.map(|random| know(found, random)),
        quantiles: quantiles.map(|quantiles| quantiles.at),
        quantiles_exact: quantiles.is_some_and(|quantiles| quantiles.exact),
        best: report.and_then(|report| report.best),
        best_way: line(true),
        worst: report.and_then(|report| report.worst),
        worst_way: line(false),
    })
}

fn policies(found: &Findings) -> Vec<Know> {
    let Some(judged) = &found.numbers.judged else {
        return Vec::new();
    };
    let others = judged.policies.iter().filter(|report| report.policy != Policy::Random);
    others.map(|report| know(found, report)).collect()
}

fn know(found: &Findings, report: &PolicyReport) -> Know {
    let judged = found.numbers.judged.as_ref();
    Know {
        policy: report.policy.name().to_owned(),
        method: How::from(report.method),
        mean: report.score.map(|score| score.mean),
        sd: report.score.map(|score| score.sd),
        standard_error: report.error,
        between: report.score.and_then(|score| judged?.between(score.mean)),
    }
}

fn errors<'a>(found: &Findings<'a>, report: &KeyReport) -> Vec<MadeError<'a>> {
    let error = |error: &crate::explore::ErrorReport| {
        let kind = found.rubric.errors.get(error.error.at())?;
        Some(MadeError {
            error: &kind.id,
            name: &kind.name,
            severity: kind.severity.id(),
            repairable: kind.repairable,
            at: match error.place {
                ErrorPlace::Choice(choice) => Some(found.scenario.address(choice)),
                ErrorPlace::AtEnd(_) => None,
            },
            made: error
                .made
                .as_ref()
                .map(|witness| way(found.scenario, &report.paths, witness)),
        })
    };
    report.errors.iter().filter_map(error).collect()
}

fn repairs<'a>(found: &Findings<'a>, report: &KeyReport) -> Vec<Repair<'a>> {
    let repair = |repair: &crate::explore::RepairReport| {
        Some(Repair {
            error: &found.rubric.errors.get(repair.error.at())?.id,
            at: found.scenario.address(repair.choice),
            reached: repair.reached,
            finds_it_made: repair.open,
        })
    };
    report.repairs.iter().filter_map(repair).collect()
}

fn owed<'a>(found: &Findings<'a>, report: &KeyReport) -> Vec<Owed<'a>> {
    let owed = |owed: &crate::explore::OwedReport| {
        Some(Owed {
            item: &found.key?.owed.get(owed.item.at())?.id,
            settled: owed
                .settled
                .as_ref()
                .map(|witness| way(found.scenario, &report.paths, witness)),
            counts_in: owed.counts_in.len(),
            never_in: owed.never_in.len(),
        })
    };
    report.owed.iter().filter_map(owed).collect()
}
