//! The progress screen: with nothing, a little and much to show, and the way in and out by keys.

use std::sync::Arc;

use bedside::model::{Answer, Day, Entry, Library, Met, Name};
use bedside::practice::progress::{Play, progress};
use bedside::practice::{History, Pool};
use bedside::tui::{Context, Effect, Msg, ProgressData, Setup, Theme};

use crate::player::{After, Player, msgs};
use crate::world::World;

const TODAY: Day = Day(20_480);
const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (40, 12)];

/// The story again and again under other names, and of these as many walked as asked for, two days apart.
fn walked(library: &Library, count: usize) -> ProgressData {
    let library = several(library, 16);
    let mut answers: Vec<Answer> = Vec::new();
    let mut plays = Vec::new();
    for (at, entry) in library.entries.iter().take(count).enumerate() {
        let day = Day(TODAY.0 - 40 + 2 * i32::try_from(at).unwrap());
        let kitchen = ["tell", "fill", "tablets", "ask", "ask", "fill", "ask"][at % 7];
        let cups = ["note", "cup", "sorry"][at % 3];
        for (nth, (node, choice)) in [("kitchen", kitchen), ("cups", cups)].into_iter().enumerate() {
            answers.push(Answer {
                scenario: entry.id.clone(),
                node: Name::from(node),
                choice: Name::from(choice),
                day,
                met: Met::Conversation,
                confidence: [Some(90), Some(70), Some(70), Some(90), Some(50)][(2 * at + nth) % 5],
                hinted: false,
                draws: Vec::new(),
            });
        }
        plays.push(Play {
            scenario: entry.id.clone(),
            day,
            ending: Some(Name::from("summer")),
            replay: false,
            score: Some([62.0, 71.0, 55.0, 80.0, 68.0, 74.0, 59.0, 77.0][at % 8]),
        });
    }
    if count > 0 {
        let other = |scenario: &Name, ending: Option<&str>, replay| Play {
            scenario: scenario.clone(),
            day: Day(TODAY.0 - 1),
            ending: ending.map(Name::from),
            replay,
            score: ending.map(|_| 91.0),
        };
        plays.push(other(&library.entries[0].id, Some("door"), true));
        plays.push(other(&library.entries[14].id, None, false));
        plays.push(other(&library.entries[15].id, Some("door"), true));
        plays.push(other(&Name::from("the-old-letter"), Some("read"), true));
    }
    let pool = Pool::of(&library, None);
    let history = History::of(&pool, &answers);
    ProgressData {
        progress: progress(&library, &pool, &history, &plays, TODAY),
        library,
        today: TODAY,
    }
}

fn several(library: &Library, count: usize) -> Library {
    let first = &library.entries[0];
    let again = |at: usize| {
        let id = Name::from(format!("{}-{:02}", first.id, at + 1).as_str());
        let mut scenario = (**first.scenario.as_ref().unwrap()).clone();
        scenario.id = id.clone();
        Entry {
            id,
            scenario: Some(Arc::new(scenario)),
            ..first.clone()
        }
    };
    Library {
        entries: (0..count).map(again).collect(),
        ..library.clone()
    }
}

fn player(story: &str, count: usize) -> Player {
    let mut world = World::of_stories(&[story]);
    world.progress = Some(Ok(Box::new(walked(&world.library, count))));
    Player::new(world)
}

#[track_caller]
fn shoot(name: &str, count: usize, keys: &str, change: impl Fn(&mut Setup)) {
    for (story, text) in [("the-kettle", "light"), ("the-teapot", "wide")] {
        let mut shots = String::new();
        for (columns, rows) in SIZES {
            let after = player(story, count).with(&change).size(columns, rows).press(keys);
            shots.push_str(&after.shot());
            shots.push('\n');
        }
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(format!("{name}__{text}"), shots);
        });
    }
}

#[test]
fn empty() {
    shoot("progress_0_empty", 0, "p", |_| {});
}

#[test]
fn few() {
    shoot("progress_1_few", 2, "p", |_| {});
    shoot("progress_1_few_skills", 2, "p<tab>", |_| {});
    shoot("progress_1_few_sure", 2, "p<tab><tab>", |_| {});
}

#[test]
fn many() {
    for (at, part) in ["talks", "skills", "sure", "due"].iter().enumerate() {
        let keys = format!("p{}", "<tab>".repeat(at));
        shoot(&format!("progress_2_many_{part}"), 14, &keys, |_| {});
    }
}

#[test]
fn many_on_paper_and_in_plain_signs() {
    let light = player("the-kettle", 14)
        .with(|setup| setup.theme = Some(Theme::Light))
        .press("p");
    let probe = player("the-kettle", 14).press("p");
    assert_eq!(light.text(), probe.text(), "a theme changes no sign");
    let plain = player("the-kettle", 14).with(|setup| setup.ascii = true);
    let after = plain.size(80, 120).press("p");
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("progress_3_ascii", after.shot());
    });
    let odd: Vec<char> = after.text().chars().filter(|letter| !letter.is_ascii()).collect();
    assert!(odd.is_empty(), "{odd:?}");
}

/// Nothing is worked out on the way to the screen: what stands there is what practice found.
#[test]
fn the_numbers_are_those_of_practice() {
    let data = walked(&World::of_stories(&["the-kettle"]).library, 14);
    let found = &data.progress;
    let band = found.band.as_ref().unwrap();
    let screen = player("the-kettle", 14).size(120, 200).press("p");
    screen.sees(&format!(
        "Mean {:.0} over {} conversations; the 95% interval runs from {:.0} to {:.0}.",
        band.mean, band.n, band.low, band.high
    ));
    let sure = &found.calibration;
    screen.sees(&format!("Brier score {:.2} over {}", sure.brier.unwrap(), sure.n));
    let enough = sure.bins.iter().filter(|bin| bin.enough()).count();
    assert!(enough > 0 && enough < 3, "{sure:?}");
    for bin in &sure.bins {
        let row = screen.text();
        let row = row
            .lines()
            .find(|row| row.contains(&format!("Said {}", bin.stated)))
            .unwrap();
        let read = format!("{:.0}  n = {}", bin.acceptable.unwrap() * 100.0, bin.n);
        assert_eq!(row.contains(&read), bin.enough(), "{row}");
        assert_eq!(row.contains("too few"), !bin.enough(), "{row}");
    }
}

#[test]
fn the_band_waits_for_eight_first_attempts() {
    let screen = |count| player("the-kettle", count).size(120, 200).press("p");
    screen(7).sees("7 of 8 conversations needed").lacks("Mean ").lacks("░");
    screen(8).sees("Mean 68 over 8 conversations").sees("from 61 to 76");
}

fn asked(after: &After) -> usize {
    after
        .world
        .asked
        .iter()
        .filter(|asked| *asked == "load progress")
        .count()
}

#[test]
fn the_key_asks_for_it_and_esc_goes_back() {
    let there = player("the-kettle", 2).press("p");
    assert_eq!((there.context(), asked(&there)), (Context::Progress, 1));
    there.sees("Your practice so far").sees("Tab next part");
    for keys in ["p<esc>", "pp", "p<tab><down><esc>"] {
        let back = player("the-kettle", 2).press(keys);
        assert_eq!(back.context(), Context::Home, "{keys}");
    }
    let again = player("the-kettle", 2).press("p<esc>p");
    assert_eq!(asked(&again), 2, "it is read again each time");
}

#[test]
fn parts_are_walked_through_and_back() {
    let at = |keys: &str| player("the-kettle", 14).press(keys);
    at("p").sees("1 of 4").sees("Conversations and first attempts");
    at("p<tab>").sees("2 of 4").sees("Each sign is a first answer");
    at("p<right><right>").sees("3 of 4").sees("Said 70");
    at("p<tab><tab><backtab>").sees("2 of 4");
    at("p<end>").sees("4 of 4").sees("Education only");
    at("p<end><home>").sees("1 of 4");
    at("p<wheel down><wheel down><wheel up><wheel up>").sees("1 of 4");
}

/// It may come late: while one waits, beneath the help, or when one has gone on.
#[test]
fn it_may_come_late_or_not_at_all() {
    let waiting = |keys: &str, then: Vec<Msg>| {
        let world = World::of_stories(&["the-kettle"]);
        let mut all = msgs(keys);
        all.extend(then);
        Player::new(world).tell(all)
    };
    let data = || Msg::Progress(Ok(Box::new(walked(&World::of_stories(&["the-kettle"]).library, 2))));
    waiting("p", Vec::new()).sees("Gathering what you have done so far");
    waiting("p", vec![data()]).sees("3 of 16 conversations finished");
    let mut beneath = vec![data()];
    beneath.extend(msgs("<esc>"));
    waiting("p?", beneath).sees("3 of 16 conversations finished");
    let gone = waiting("p<esc>", vec![data()]);
    assert_eq!(gone.context(), Context::Home, "what comes too late opens nothing");
    let failed = Msg::Progress(Err("The journal is locked; close the other window.".to_owned()));
    let failed = waiting("p", vec![failed]);
    failed.sees("Your progress could not be read: The journal is locked");
    assert_eq!(failed.context(), Context::Progress);
}

#[test]
fn whoever_starts_with_it_sees_it_first_and_home_behind() {
    let started = |keys: &str| {
        let player = player("the-kettle", 2);
        let start = vec![Effect::LoadHome, Effect::LoadProgress];
        player.with(|setup| setup.start = start).press(keys)
    };
    assert_eq!(started("").context(), Context::Progress);
    started("").sees("3 of 16 conversations finished");
    assert_eq!(started("<esc>").context(), Context::Home);
}
