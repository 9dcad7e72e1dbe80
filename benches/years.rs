//! Ten years of practice: 100,000 choices in the journal, walked at random through sixty scenarios, and what home and progress take then.

use std::path::Path;
use std::process::{Command, Stdio};

use bedside::engine::{Draws, Machine, Record, Silent};
use bedside::journal::{AttemptId, Journal, Sqlite, Utc};
use bedside::model::{Event, Mode, RoleIx, RunLine, Scenario, Transcript, flow_hash};

use crate::clock::{self, SAMPLES};
use crate::shipped;
use crate::start::{Start, starts};
use crate::story::Mulberry;
use crate::table::{Found, Table, Value};

const CHOICES: usize = 100_000;
const SCENARIOS: usize = 60;
pub(crate) fn rows(table: &mut Table) {
    let home = "years: home to its first frame, 100,000 choices in the journal";
    let progress = "years: progress, from the journal to its page, the same journal";
    let whole = "years: the whole command, with 66 scenario files read first";
    let asked = "years: what home asks the journal";
    if ![home, progress, whole, asked].into_iter().any(|name| table.wants(name)) {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let (library, file) = (folder.path().join("library"), folder.path().join("journal.db"));
    shipped::put(&shipped::copies(SCENARIOS), &library);
    let mut journal = Sqlite::open(&file).expect("a journal");
    let choices = journal.together(|journal| Ok(fill(journal))).expect("filled");
    assert!(choices >= CHOICES);
    drop(journal);
    let shown = |path: &Path| path.display().to_string();
    let (library, file) = (shown(&library), shown(&file));
    let args = ["--library", library.as_str(), "--journal", file.as_str()];
    table.row(home, Some(Value::Time(0.050)), || Start::shown(&starts(&args)));
    table.row(asked, None, || {
        Found::time(clock::takes(1, || {
            let journal = Sqlite::open(Path::new(&file)).expect("a journal");
            let open = journal.open_attempts(LEARNER).expect("read").len();
            open + journal.played(LEARNER).expect("read").len()
        }))
    });
    if ![progress, whole].into_iter().any(|name| table.wants(name)) {
        return;
    }
    // The screen finds the library read: home read it behind its first frame. So the files have a row of their own.
    let nothing = folder.path().join("no.db").display().to_string();
    let empty = ["--library", library.as_str(), "--journal", nothing.as_str()];
    let runs: Vec<(f64, f64)> = (0..SAMPLES)
        .map(|_| (command(&args, "progress"), command(&empty, "progress")))
        .collect();
    let with = clock::median(runs.iter().map(|(with, _)| *with).collect());
    let without = clock::median(runs.iter().map(|(_, without)| *without).collect());
    table.row(progress, Some(Value::Time(0.200)), || {
        Found::time(with - without).noting(format!(
            "{:.0} ms less {:.0} ms of the same command without a journal",
            with * 1e3,
            without * 1e3
        ))
    });
    table.row(whole, None, || Found::time(with));
}

const LEARNER: &str = "me";

/// Seconds of CPU for a whole run.
fn command(args: &[&str], name: &str) -> f64 {
    let before = clock::used_by_children();
    let mut command = Command::new(env!("CARGO_BIN_EXE_bedside"));
    command.args(args).arg(name).env_clear().env("HOME", "/nowhere");
    let done = command.stdin(Stdio::null()).output().expect("it runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    clock::used_by_children() - before
}

/// Random lines, each to its ending; one in twenty stays open, one in twenty is left. How many choices that are.
fn fill(journal: &mut Sqlite) -> usize {
    let pack = shipped::pack();
    let library = shipped::load(&pack).0;
    let known = library.entries.iter().filter_map(|entry| entry.scenario.as_deref());
    let known: Vec<(&Scenario, String)> = known.map(|scenario| (scenario, flow_hash(scenario))).collect();
    let mut dice = Mulberry(2_026);
    let (mut choices, mut attempt) = (0, 0);
    while choices < CHOICES {
        let copy = dice.below(SCENARIOS);
        let id = shipped::copy_id(&pack, copy);
        let original = &id[..id.len() - 3];
        let (scenario, hash) = known
            .iter()
            .find(|(known, _)| known.id == *original)
            .expect("a copy of it");
        let named = (id.as_str(), hash.as_str());
        choices += walk(journal, scenario, named, attempt, &mut dice);
        attempt += 1;
    }
    choices
}

fn walk(
    journal: &mut Sqlite,
    scenario: &Scenario,
    (id, hash): (&str, &str),
    attempt: u64,
    dice: &mut Mulberry,
) -> usize {
    // From the 1st of January 2016 on, every eight hours.
    let begin = 1_451_606_400_000 + attempt.cast_signed() * 8 * 3_600_000;
    let at = |step: usize| Utc::from_millis(begin + i64::try_from(step).unwrap_or(0) * 40_000);
    let mut random = [0; 10];
    random[..8].copy_from_slice(&attempt.to_be_bytes());
    let name = AttemptId::from_parts(at(0), random);
    let draws = Draws::from_seed(scenario, attempt);
    let began = Transcript {
        scenario: id.into(),
        pack: "years".into(),
        scenario_version: scenario.version,
        flow_hash: hash.to_owned(),
        seed: attempt,
        mode: Mode::ALL[dice.below(3)],
        role: scenario.roles[0].clone(),
        draws: draws.names(scenario),
        lines: vec![RunLine::default()],
        ..Transcript::default()
    };
    journal.begin(name, LEARNER, at(0), &began).expect("kept");
    let machine = Machine::new(scenario);
    let mut record = Record::default();
    record.begin(scenario, attempt);
    let mut state = machine.start(RoleIx(0), &draws, &mut Silent).expect("starts");
    while state.ended().is_none() {
        let menu = record.menu(&machine, &state).to_vec();
        let open: Vec<_> = menu.iter().filter(|offer| !offer.locked).collect();
        let choice = open[dice.below(open.len())].choice;
        record
            .take(&machine, &mut state, choice, &mut Silent)
            .expect("was offered");
    }
    let mut steps = record.steps(scenario);
    let fate = dice.below(20);
    if fate < 2 {
        steps.truncate(steps.len() / 2);
    }
    let count = steps.len();
    for (at_step, mut step) in steps.into_iter().enumerate() {
        step.confidence = [Some(50), Some(70), Some(90), None][dice.below(4)];
        step.took_ms = Some(4_000);
        let mut events = vec![Event::Stepped(Box::new(step))];
        match (fate, state.ended()) {
            (0, _) if at_step + 1 == count => events.push(Event::Left { line: 0 }),
            (2.., Some(ending)) if at_step + 1 == count => events.push(Event::Ended {
                line: 0,
                ending: scenario.ending(ending).id.clone(),
            }),
            _ => {}
        }
        let seq = u32::try_from(at_step).unwrap_or(0) + 1;
        journal.append(name, seq, at(at_step + 1), &events).expect("kept");
    }
    count
}
