//! A simulated learner's two weeks with the shipped library: what was suggested each day, the schedule and the calibration after it.
//! Seeded: `cargo run --example two_weeks -- 7` prints the same for everyone.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bedside::content::{FileText, Pack, load_library};
use bedside::diag::Sources;
use bedside::model::{Answer, ChoiceIx, Day, Library, Met, Mode, Name, NodeIx, Scenario, SkillIx};
use bedside::practice::calibration::{by_skill, overall};
use bedside::practice::drill::{Ask, plan};
use bedside::practice::{Decision, History, Pool, Schedule, Suggestion, Witness, Witnesses, due, suggest};
use bedside::session::{Answered, Current, Input, Session, Setup};

fn main() {
    let seed = std::env::args().nth(1).and_then(|word| word.parse().ok()).unwrap_or(7);
    let two_weeks = live(&shipped(), seed);
    #[allow(clippy::print_stdout)]
    {
        print!("{}", two_weeks.told);
    }
}

/// What the two weeks came to.
pub(crate) struct TwoWeeks {
    pub(crate) told: String,
    // The test that shares this file reads these; the printed page does not.
    #[allow(dead_code)]
    pub(crate) answers: Vec<Answer>,
    #[allow(dead_code)]
    pub(crate) days_drilled: usize,
    #[allow(dead_code)]
    pub(crate) played: Vec<Name>,
}

/// Monday, 5 January 2026, and thirteen days more; Sundays are free.
pub(crate) fn live(library: &Library, seed: u64) -> TwoWeeks {
    let pool = Pool::of(library, None);
    let start = Day::from_civil(2026, 1, 5);
    let mut learner = Learner::new(seed);
    let mut answers: Vec<Answer> = Vec::new();
    let mut played: Vec<Name> = Vec::new();
    let mut told = String::new();
    let mut days_drilled = 0;
    let mut ways = cached(library);
    for nth in 0..14 {
        let today = start.plus(nth);
        if nth % 7 == 6 {
            let _ = writeln!(told, "{today}  free");
            continue;
        }
        let history = History::of(&pool, &answers);
        let schedule = Schedule::of(&pool, &history);
        let waiting = due(&pool, &history, &schedule, today).len();
        let idea = suggest(library, &pool, &history, &schedule, &played, today, 8);
        let before = answers.len();
        let what = match &idea {
            Suggestion::Scenario { scenario, why, .. } => {
                answers.extend(converse(library, &pool, &mut learner, scenario, today));
                played.push(scenario.clone());
                format!("conversation {scenario} ({why:?})")
            }
            Suggestion::Drill { skill, why, .. } => {
                let ask = Ask {
                    skill: Some(*skill),
                    minutes: 5,
                    seed: seed.wrapping_add(u64::from(nth)),
                    today,
                };
                if let Ok(mut drill) = plan(&pool, &history, &ask, &mut ways) {
                    days_drilled += 1;
                    while let Some(single) = drill.current() {
                        let at = pool.find(single.scenario(), single.node_id());
                        let offered = single.offered.clone();
                        let (choice, sure) = learner.choose(at.map(|at| &pool.decisions[at]), &offered);
                        let Ok(done) = drill.answer(choice, Some(sure), today) else {
                            break;
                        };
                        answers.push(done.keep);
                    }
                }
                format!("drill {} ({why:?})", pool.rubric.skills[skill.at()].id)
            }
            Suggestion::Rest { next } => format!("rest; next {next:?}"),
        };
        let done = History::of(&pool, &answers);
        let fresh = done.first.len() - history.first.len();
        let _ = writeln!(
            told,
            "{today}  {waiting} due  {what}: {} answers, {fresh} of them first ones",
            answers.len() - before
        );
    }
    let history = History::of(&pool, &answers);
    told += &after(&pool, &history, start.plus(14));
    TwoWeeks {
        told,
        answers,
        days_drilled,
        played,
    }
}

fn after(pool: &Pool, history: &History, today: Day) -> String {
    let mut told =
        String::from("\nskill              days  last        credit  rating  interval  due         still there\n");
    for skill in &Schedule::of(pool, history).skills {
        let Some(last) = skill.last() else { continue };
        let about = &pool.rubric.skills[skill.skill.at()];
        let _ = writeln!(
            told,
            "{} {:15}  {:3}  {}  {:.2}    {:6}  {:3} days  {}  {:.0}%",
            about.id,
            about.name,
            skill.reviews.len(),
            last.day,
            last.credit,
            format!("{:?}", last.rating),
            last.interval,
            skill.due(),
            skill.recall(today) * 100.0
        );
    }
    let all = overall(history);
    let number = |value: Option<f64>| value.map_or("–".to_owned(), |value| format!("{value:.3}"));
    let _ = writeln!(
        told,
        "\ncalibration over {} first answers: Brier {}, bias {}",
        all.n,
        number(all.brier),
        number(all.bias)
    );
    for bin in &all.bins {
        let _ = writeln!(
            told,
            "  said {}%: {:3} answers, {} acceptable{}",
            bin.stated,
            bin.n,
            bin.acceptable
                .map_or("–".to_owned(), |share| format!("{:.0}%", share * 100.0)),
            if bin.enough() { "" } else { " (too few to read)" }
        );
    }
    for (skill, found) in by_skill(pool, history) {
        let id = &pool.rubric.skills[skill.at()].id;
        let _ = writeln!(
            told,
            "  {id}: n {}, Brier {}, bias {}",
            found.n,
            number(found.brier),
            number(found.bias)
        );
    }
    told
}

/// One whole conversation, answered.
fn converse(library: &Library, pool: &Pool, learner: &mut Learner, scenario: &Name, today: Day) -> Vec<Answer> {
    let Some(entry) = library.find(scenario) else {
        return Vec::new();
    };
    let Some(about) = &entry.scenario else {
        return Vec::new();
    };
    let setup = Setup {
        seed: learner.next(),
        mode: Mode::Flow,
        role: about.roles[0].clone(),
        pack: entry.pack.clone(),
    };
    let key = entry.keys.first().cloned();
    let Ok((mut session, _)) = Session::begin(Arc::clone(about), Arc::clone(&library.rubric), key, &setup) else {
        return Vec::new();
    };
    while let Current::Deciding { node, offers } = session.current() {
        let open: Vec<ChoiceIx> = offers
            .iter()
            .filter(|offer| !offer.locked)
            .map(|offer| offer.choice)
            .collect();
        let at = pool.find(scenario, &about.node(node).id);
        let (choice, sure) = learner.choose(at.map(|at| &pool.decisions[at]), &open);
        let answered = Answered {
            choice,
            confidence: Some(sure),
            ..Answered::default()
        };
        if session.handle(Input::Choose(answered)).is_err() {
            break;
        }
    }
    let transcript = session.transcript();
    let answers = transcript.steps.iter().map(|step| Answer {
        scenario: scenario.clone(),
        node: step.node.clone(),
        choice: step.chosen.clone(),
        day: today,
        met: Met::Conversation,
        confidence: step.confidence,
        hinted: step.hinted,
        draws: transcript.draws.clone(),
    });
    answers.collect()
}

/// Takes the best choice more often the more a skill was practised, and is surer than right.
struct Learner {
    state: u64,
    practised: Vec<u32>,
}

impl Learner {
    fn new(seed: u64) -> Self {
        Learner {
            state: seed,
            practised: vec![0; 64],
        }
    }

    /// SplitMix64
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.state ^ (self.state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn chance(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn choose(&mut self, decision: Option<&Decision>, offered: &[ChoiceIx]) -> (ChoiceIx, u8) {
        let skills: Vec<SkillIx> = decision.map_or(Vec::new(), |decision| decision.skills.clone());
        let known = skills.iter().map(|skill| self.practised[skill.at()]).min().unwrap_or(0);
        for skill in &skills {
            self.practised[skill.at()] += 1;
        }
        let knows = self.chance() < (0.35 + 0.03 * f64::from(known)).min(0.85);
        let credit = |choice: &ChoiceIx| decision.and_then(|decision| decision.credit(*choice)).unwrap_or(0.0);
        let best = offered
            .iter()
            .copied()
            .max_by(|left, right| credit(left).total_cmp(&credit(right)));
        let any = offered[(self.next() % offered.len() as u64) as usize];
        let sure = match (knows, self.chance()) {
            (true, chance) if chance < 0.6 => 90,
            (false, chance) if chance < 0.25 => 50,
            (false, chance) if chance < 0.35 => 90,
            _ => 70,
        };
        (best.filter(|_| knows).unwrap_or(any), sure)
    }
}

/// Ways to decisions, found once a scenario.
pub(crate) fn cached(library: &Library) -> impl FnMut(&Scenario, NodeIx) -> Option<Witness> + use<'_> {
    let mut found: Vec<(Name, Witnesses)> = Vec::new();
    move |scenario, node| {
        if let Some((_, ways)) = found.iter().find(|(id, _)| *id == scenario.id) {
            return ways.get(node).cloned();
        }
        let key = library.find(&scenario.id).and_then(|entry| entry.keys.first());
        let ways = Witnesses::of(scenario, key.map(|key| &**key));
        let way = ways.get(node).cloned();
        found.push((scenario.id.clone(), ways));
        way
    }
}

/// The library of this repository.
pub(crate) fn shipped() -> Library {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let one = |path: &str| FileText {
        path: path.to_owned(),
        text: fs::read_to_string(root.join(path)).unwrap_or_default(),
    };
    let pack = Pack {
        name: Name::from("built-in"),
        rubric: Some(one("scoring/rubric.yaml")),
        sources: Some(one("scoring/sources.yaml")),
        scenarios: files(root, "scenarios"),
        keys: files(root, "scoring/keys"),
        blueprints: files(root, "scoring/blueprints"),
    };
    load_library(&[pack], &mut Sources::default()).0
}

fn files(root: &Path, under: &str) -> Vec<FileText> {
    let mut folders: Vec<PathBuf> = vec![root.join(under)];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for item in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = item.path();
            if path.is_dir() {
                folders.push(path);
            } else if let (true, Ok(name)) = (
                path.extension().is_some_and(|end| end == "yaml"),
                path.strip_prefix(root),
            ) {
                found.push(FileText {
                    path: name.to_string_lossy().replace('\\', "/"),
                    text: fs::read_to_string(&path).unwrap_or_default(),
                });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}
