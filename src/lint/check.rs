//! Runs every rule over a library or one entry: causes before consequences, allowances heard, sorted by place.

use super::allowances;
use super::config::Config;
use super::context::{Context, Desk};
use super::day::Day;
use super::findings::Findings;
use super::rule::Check;
use super::rules;
use crate::diag::Diagnostic;
use crate::model::{Entry, Library};

/// Every finding about a library: those of `loaded` (what reading the files found) and those of the rules, at the levels the
/// configuration gives, sorted by file and place. Scenarios with errors are not looked at further.
#[must_use]
pub fn check(library: &Library, loaded: Vec<Diagnostic>, today: Day, config: &Config) -> Vec<Diagnostic> {
    let desk = Desk {
        rubric: &library.rubric,
        sources: &library.sources,
        today,
        config,
        explore: true,
    };
    let found = library.entries.iter().flat_map(|entry| look(entry, &desk));
    let all = loaded.into_iter().chain(found).collect();
    finish(all, config)
}

/// Every finding of the rules about one entry, without those of reading its files.
#[must_use]
pub fn check_entry(entry: &Entry, desk: &Desk) -> Vec<Diagnostic> {
    finish(look(entry, desk), desk.config)
}

fn look(entry: &Entry, desk: &Desk) -> Vec<Diagnostic> {
    let (Some(scenario), Some(first)) = (&entry.scenario, rules::all().first()) else {
        return Vec::new();
    };
    let context = Context::new(scenario, entry, desk);
    let mut findings = Findings::new(first);
    for rule in rules::all() {
        match rule.check {
            Check::Loading | Check::Allowance => {}
            Check::States(_) if !desk.explore => {}
            Check::Scenario(check) | Check::States(check) => {
                findings.turn_to(rule, None);
                check(&context, &mut findings);
            }
            Check::Key(check) => {
                for (at, key) in entry.keys.iter().enumerate() {
                    findings.turn_to(rule, Some(at));
                    check(&context, key, &mut findings);
                }
            }
        }
    }
    let found = findings.causes_only(scenario);
    let found = found.into_iter().map(|finding| finding.diagnostic).collect();
    allowances::hear(scenario, found, desk.explore)
}

fn finish(found: Vec<Diagnostic>, config: &Config) -> Vec<Diagnostic> {
    let levelled = found.into_iter().filter_map(|mut diagnostic| {
        if let Some(rule) = rules::explain(diagnostic.code) {
            diagnostic.severity = config.severity(rule, diagnostic.severity)?;
        }
        Some(diagnostic)
    });
    let mut list: Vec<Diagnostic> = levelled.collect();
    list.sort_by(|left, right| {
        let place = |one: &Diagnostic| (one.primary.span, one.code);
        place(left)
            .cmp(&place(right))
            .then_with(|| left.message.cmp(&right.message))
    });
    list.dedup();
    list
}
