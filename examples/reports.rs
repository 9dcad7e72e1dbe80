//! Writes sample reports of the shipped library into a folder: a debrief, and progress after two simulated weeks.
//! `cargo run --example reports -- FOLDER [SEED]`

#[path = "two_weeks.rs"]
#[allow(dead_code)]
mod two_weeks;

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use bedside::explore::references;
use bedside::i18n::Words;
use bedside::model::{Day, Library, Mode, Name};
use bedside::practice::debrief::debrief;
use bedside::practice::progress::{Play, progress};
use bedside::practice::{History, Pool};
use bedside::report::{About, debrief_csv, debrief_html, debrief_json, progress_csv, progress_html, progress_json};
use bedside::session::{Answered, Current, Input, Session, Setup};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let folder = PathBuf::from(args.next().unwrap_or_else(|| "target/reports".to_owned()));
    let seed: u64 = args.next().and_then(|word| word.parse().ok()).unwrap_or(7);
    fs::create_dir_all(&folder)?;
    let library = two_weeks::shipped();
    let words = Words::english();
    let about = About {
        words: &words,
        learner: "",
        today: Day::from_civil(2026, 1, 19),
    };

    let mut session = played(&library, "please-speak-to-my-son", seed).ok_or("the conversation is not there")?;
    another_way(&mut session)?;
    let best = session.key().and_then(|key| {
        references(
            session.scenario(),
            key,
            session.rubric(),
            session.draws(),
            session.role(),
        )
    });
    let mut told = debrief(&session, 0, best.as_ref(), true).ok_or("no such line")?;
    told.reflection = Some("Harder than I thought. I wanted to fix the son before I had met her.".to_owned());
    fs::write(
        folder.join("debrief.html"),
        debrief_html(&told, &library.rubric, &about)?,
    )?;
    fs::write(folder.join("debrief.csv"), debrief_csv(&told)?)?;
    fs::write(folder.join("debrief.json"), debrief_json(&told)?)?;

    let weeks = two_weeks::live(&library, seed);
    let pool = Pool::of(&library, None);
    let history = History::of(&pool, &weeks.answers);
    let mut plays = Vec::new();
    // Two weeks do not hold eight conversations; these first attempts are made up to show the band.
    let made_up = [62.0, 71.0, 55.0, 80.0, 68.0, 74.0, 59.0, 77.0];
    let ids = library.entries.iter().map(|entry| entry.id.clone());
    let ids: Vec<Name> = ids.chain(["the-old-letter".into(), "room-nine".into()]).collect();
    for (at, (scenario, score)) in ids.iter().zip(made_up).enumerate() {
        plays.push(Play {
            scenario: scenario.clone(),
            day: Day::from_civil(2026, 1, 5 + u32::try_from(at)?),
            ending: Some(ending(&library, scenario)),
            replay: false,
            score: Some(score),
        });
    }
    let found = progress(&library, &pool, &history, &plays, about.today);
    fs::write(folder.join("progress.html"), progress_html(&found, &library, &about)?)?;
    fs::write(folder.join("progress.csv"), progress_csv(&found, &library)?)?;
    fs::write(folder.join("progress.json"), progress_json(&found, &library)?)?;
    let empty = progress(&library, &pool, &History::of(&pool, &[]), &[], about.today);
    fs::write(folder.join("empty.html"), progress_html(&empty, &library, &about)?)?;
    Ok(())
}

fn ending(library: &Library, scenario: &str) -> Name {
    let found = library.find(scenario).and_then(|entry| entry.scenario.as_ref());
    found.map_or_else(|| Name::from("gone"), |scenario| scenario.endings[0].id.clone())
}

/// Back to the third decision, and from there always the first that is offered: a second line to lay beside the first.
fn another_way(session: &mut Session) -> Result<(), Box<dyn std::error::Error>> {
    let refused = |denied| format!("{denied:?}");
    session.handle(Input::Rewind { line: 0, to: 2 }).map_err(refused)?;
    while let Current::Deciding { offers, .. } = session.current() {
        let open = offers.iter().find(|offer| !offer.locked).ok_or("nothing is open")?;
        let answered = Answered {
            choice: open.choice,
            ..Answered::default()
        };
        session.handle(Input::Choose(answered)).map_err(refused)?;
    }
    Ok(())
}

/// A middling line: every third decision goes wrong.
fn played(library: &Library, id: &str, seed: u64) -> Option<Session> {
    let entry = library.find(id)?;
    let scenario = entry.scenario.as_ref()?;
    let key = entry.keys.first()?;
    let setup = Setup {
        seed,
        mode: Mode::Flow,
        role: scenario.roles[0].clone(),
        pack: entry.pack.clone(),
    };
    let (mut session, _) = Session::begin(
        Arc::clone(scenario),
        Arc::clone(&library.rubric),
        Some(Arc::clone(key)),
        &setup,
    )
    .ok()?;
    let mut step = 0;
    while let Current::Deciding { offers, .. } = session.current() {
        let mut open: Vec<_> = offers
            .iter()
            .filter(|offer| !offer.locked)
            .map(|offer| offer.choice)
            .collect();
        open.sort_by_key(|choice| key.choice(scenario, *choice).map(|rated| -rated.ratings[0].value));
        let choice = if step % 3 == 2 {
            open[open.len() - 1]
        } else {
            open[step % 2 % open.len()]
        };
        if step == 1 {
            let text = "I can see you want to protect her. What worries you most?".to_owned();
            session.handle(Input::OwnWords { text }).ok()?;
        }
        let answered = Answered {
            choice,
            confidence: [Some(70), None, Some(90)][step % 3],
            ..Answered::default()
        };
        session.handle(Input::Choose(answered)).ok()?;
        step += 1;
    }
    Some(session)
}
