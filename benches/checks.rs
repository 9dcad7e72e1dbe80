//! `bedside check` of one shipped scenario with its key, rubric and sources, as an author runs it; the slowest counts.

use bedside::lint::{Config, Day, check};

use crate::clock::takes;
use crate::shipped;
use crate::table::{Found, Table, Value};

pub(crate) fn rows(table: &mut Table) {
    let all = std::cell::LazyCell::new(shipped::library);
    let packs = std::cell::LazyCell::new(|| shipped::alone(&shipped::pack()));
    let pack = |id: &str| {
        packs
            .iter()
            .find(|pack| pack.scenarios[0].path.ends_with(&format!("/{id}.yaml")))
    };
    table.row(
        "check: shape, names and keys, slowest shipped scenario",
        Some(Value::Time(0.010)),
        || {
            let shared = shipped::none();
            let once = takes(4, || shipped::load(&shared));
            let (seconds, id) = shipped::worst(&all, |entry| {
                let pack = pack(&entry.id).expect("a pack for each");
                takes(4, || shipped::load(pack))
            });
            let note = format!("{id}; rubric and sources, once a run, {:.2} ms more", once * 1e3);
            Found::time(seconds - once).noting(note)
        },
    );
    let today = Day::parse("2026-11-22").expect("a day");
    table.row(
        "check: all of it (rubric and sources too) and every rule, with exploration",
        Some(Value::Time(0.100)),
        || {
            let (seconds, id) = shipped::worst(&all, |entry| {
                let pack = pack(&entry.id).expect("a pack for each");
                takes(2, || {
                    let (library, faults) = shipped::load(pack);
                    check(&library, faults, today, &Config::default())
                })
            });
            Found::time(seconds).noting(id)
        },
    );
}
