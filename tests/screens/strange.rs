//! Odd text, odd windows, odd keys: nothing breaks and nothing a terminal would obey gets out.

use bedside::model::{Event, Name};
use bedside::tui::{App, HomeData, HomeEntry, Msg, OpenAttempt, Setup, Token, run, view};
use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::player::{Player, msgs};
use crate::world::World;

#[test]
fn escape_sequences_and_turned_text_never_reach_the_screen() {
    let evil = "a\u{1b}[2Jb\u{7}c\u{202e}d\u{9b}31m\u{200b}e\r\nf";
    let home = HomeData {
        entries: vec![HomeEntry {
            id: Name::from("evil"),
            title: evil.to_owned(),
            summary: evil.to_owned(),
            note: Some(evil.to_owned()),
            ..HomeEntry::default()
        }],
        open: vec![OpenAttempt {
            token: Token(evil.to_owned()),
            scenario: Name::from("evil"),
            title: evil.to_owned(),
            step: 1,
            when: evil.to_owned(),
        }],
        suggestion: None,
    };
    let mut world = World::of_stories(&["the-kettle"]);
    world.home = home;
    let after = Player::new(world).tell(vec![Msg::Failed(evil.to_owned())]);
    for row in after.text().lines() {
        let bad = row
            .chars()
            .find(|letter| letter.is_control() || ('\u{202a}'..='\u{202e}').contains(letter));
        assert_eq!(bad, None, "{row:?}");
    }
    after.sees("a[2Jbcd31m");
}

/// Every screen is painted at every size there may be, large or tiny.
#[test]
fn every_window_can_be_painted() {
    let mut sizes: Vec<(u16, u16)> = (1..=60).map(|at| (at, at)).collect();
    sizes.extend([(1, 60), (200, 3), (40, 12), (59, 15), (60, 16), (61, 200), (250, 12)]);
    let all = [
        "",
        "/k",
        "f",
        "s",
        "p",
        "<enter>",
        "<enter><enter>",
        "<enter><enter>h2?",
        "<enter><enter>2<enter>w",
        "<enter><enter><esc>",
        "<enter><enter>1<enter>m",
        "<enter><enter>1<enter>1<enter>",
        "<enter><enter>1<enter>1<enter><enter>",
        "<enter><enter>1<enter>1<enter><enter><enter>s",
        "d2h",
        "d1<enter>",
        "d1<enter><end><enter>1<enter><end><enter>",
    ];
    for keys in all {
        // Played where it fits, then looked at everywhere.
        let mut app = Player::of("the-teapot").press(keys).app;
        for (columns, rows) in &sizes {
            bedside::tui::update(&mut app, Msg::Resize(*columns, *rows));
            let mut terminal = Terminal::new(TestBackend::new(*columns, *rows)).unwrap();
            terminal.draw(|frame| view(&app, frame)).unwrap();
        }
    }
}

#[test]
fn a_window_made_larger_again_shows_where_one_was() {
    let mut app = Player::of("the-kettle").press("<enter><enter>2").app;
    for (columns, rows) in [(120, 40), (20, 5), (40, 12), (80, 24)] {
        bedside::tui::update(&mut app, Msg::Resize(columns, rows));
    }
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
    let frame = terminal.draw(|frame| view(&app, frame)).unwrap();
    let rows = crate::player::rows(frame.buffer).join("\n");
    assert!(rows.contains("› 2  To Ada"), "{rows}");
}

const NAMED: [&str; 41] = [
    "<enter>",
    "<esc>",
    "<up>",
    "<down>",
    "<left>",
    "<right>",
    "<tab>",
    "<backtab>",
    "<space>",
    "<pgup>",
    "<pgdn>",
    "<home>",
    "<end>",
    "<back>",
    "<wheel up>",
    "<wheel down>",
    "<click 12,9>",
    "<click 30,14>",
    "1",
    "2",
    "3",
    "4",
    "5",
    "7",
    "9",
    "h",
    "w",
    "u",
    "m",
    "s",
    "r",
    "p",
    "x",
    "f",
    "c",
    "/",
    "?",
    "k",
    "j",
    "d",
    "劉",
];

fn any_key() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => proptest::sample::select(&NAMED[..]).prop_map(str::to_owned),
        // In and on, so that the rest happens in deep places too.
        2 => Just("<enter><enter>1<enter>".to_owned()),
        1 => Just("<enter><enter>2<enter>3<enter><enter><enter>".to_owned()),
        1 => Just("d1<enter>".to_owned()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    /// Whatever is pressed in whatever window: nothing panics, and what was kept replays to where the learner stands.
    #[test]
    fn no_keys_break_anything(
        keys in proptest::collection::vec(any_key(), 0..40),
        size in prop_oneof![Just((80, 24)), Just((120, 40)), Just((40, 12)), Just((30, 8))],
        sure in any::<bool>(),
        first in any::<bool>(),
    ) {
        let mut world = World::of_stories(&["the-kettle"]).lived_in();
        let mut setup = Setup::plain();
        setup.settings.confidence = sure;
        setup.settings.say_first = first;
        let mut terminal = Terminal::new(TestBackend::new(size.0, size.1)).unwrap();
        let keys = msgs(&keys.concat());
        run(&mut terminal, keys, App::new(setup), &mut |effect| world.perform(effect)).unwrap();
        let kept: Vec<_> = world.kept.into_iter().filter_map(|output| match output {
            bedside::session::Output::Record(event) => Some(event),
            bedside::session::Output::KeepWords { .. } => None,
        }).collect();
        let mut sittings: Vec<Vec<Event>> = Vec::new();
        for event in kept {
            match event {
                Event::Began(_) => sittings.push(vec![event]),
                event => sittings.last_mut().unwrap().push(event),
            }
        }
        for events in sittings {
            let entry = world.library.find("the-kettle").unwrap();
            let restored = bedside::session::Session::restore(
                entry.scenario.clone().unwrap(),
                world.library.rubric.clone(),
                entry.keys.first().cloned(),
                &events,
            ).unwrap().unwrap();
            prop_assert!(restored.changed.is_empty(), "{:?}", restored.changed);
        }
    }
}
