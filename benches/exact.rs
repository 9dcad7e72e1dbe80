//! Exact analysis: of the generated story in two sizes, and of every shipped scenario, of which the slowest counts.

use bedside::engine::Draws;
use bedside::explore::{Ask, Limits, Policy, analyse, policies, references};
use bedside::model::{Entry, Key, RoleIx, Scenario};

use crate::clock::takes;
use crate::shipped;
use crate::story::Story;
use crate::table::{Found, Table, Value};

pub(crate) fn rows(table: &mut Table) {
    let limits = Limits::default();
    let whole = |scenario: &Scenario, times: usize| {
        takes(times, || {
            let analysis = analyse(scenario, &limits).expect("not cancelled");
            assert!(analysis.method.is_exact());
        })
    };
    table.row(
        "exact: reachability, endings, ranges of the 200-node story",
        Some(Value::Time(0.030)),
        || Found::time(whole(&Story::new(20, 10).scenario(), 4)),
    );
    table.row(
        "exact: the same of the 2,000-node story",
        Some(Value::Time(1.0)),
        || Found::time(whole(&Story::new(100, 20).scenario(), 1)),
    );
    let library = std::cell::LazyCell::new(shipped::library);
    table.row(
        "exact: the same of the slowest shipped scenario, all draws and roles",
        Some(Value::Time(0.050)),
        || {
            let (seconds, id) = shipped::worst(&library, |entry| whole(parts(entry).0, 2));
            Found::time(seconds).noting(id)
        },
    );
    table.row(
        "exact: one policy's score with quantiles, slowest shipped scenario",
        Some(Value::Time(0.200)),
        || {
            let (seconds, id) = shipped::worst(&library, |entry| {
                let (scenario, key) = parts(entry);
                let ask = Ask {
                    scenario,
                    key: Some(key),
                    rubric: &library.rubric,
                    role: None,
                    draws: None,
                    quantiles: true,
                };
                takes(2, || policies(&ask, &[Policy::Random], &limits).expect("not cancelled"))
            });
            Found::time(seconds).noting(id)
        },
    );
    table.row(
        "exact: what stands beside a score, slowest shipped scenario",
        None,
        || {
            let (seconds, id) = shipped::worst(&library, |entry| {
                let (scenario, key) = parts(entry);
                takes(4, || {
                    references(
                        scenario,
                        key,
                        &library.rubric,
                        &Draws::from_seed(scenario, 7),
                        RoleIx(0),
                    )
                })
            });
            Found::time(seconds).noting(id)
        },
    );
}

fn parts(entry: &Entry) -> (&Scenario, &Key) {
    let scenario = entry.scenario.as_ref().expect("a shipped scenario is sound");
    (scenario, entry.keys.first().expect("a shipped scenario has a key"))
}
