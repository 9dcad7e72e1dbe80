//! The README's pictures: real screens of a shipped conversation, as SVG.

use bedside::session::{Answered, Current, Input};
use bedside::tui::{App, Setup, Theme, print_svg, run, view};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::player::msgs;
use crate::world::World;

/// File name and SVG of each picture.
pub(crate) fn pictures() -> Vec<(&'static str, String)> {
    let into = "/third<enter><enter><enter>";
    let over = format!("{into}{}<enter><esc>", answers("the-third-line", &ANSWERS));
    vec![
        picture(
            "home.svg",
            "The library of bedside",
            Theme::Dark,
            (92, 30),
            "<down><down><down>",
        ),
        picture(
            "conversation.svg",
            "A conversation in bedside: what was said, and four ways on",
            Theme::Dark,
            (112, 34),
            &format!("{into}1<enter>1<enter><down>"),
        ),
        picture(
            "debrief.svg",
            "The debrief: how trust, understanding and distress moved, decision by decision",
            Theme::Dark,
            (84, 40),
            &format!("{over}<tab>"),
        ),
        picture(
            "moments.svg",
            "The debrief, moment by moment, on a light ground",
            Theme::Light,
            (84, 40),
            &format!("{over}<right><right>"),
        ),
    ]
}

/// What is chosen on the way to the debrief: good words and human ones.
const ANSWERS: [&str; 14] = [
    "ask-first",
    "plain",
    "tablet",
    "reframe",
    "worried",
    "ask-now",
    "early",
    "fair-chance",
    "in-the-open",
    "shut-eyes",
    "since-november",
    "bus-first",
    "four-weeks",
    "read-back",
];

/// Keys for these choices in the order shown, as far as they are offered; the first offered where none of them is.
fn answers(id: &str, wanted: &[&str]) -> String {
    let mut world = World::shipped();
    let setup = bedside::session::Setup {
        seed: world.seed,
        mode: bedside::model::Mode::Flow,
        role: bedside::model::Name::default(),
        pack: bedside::model::Name::from("built-in"),
    };
    let mut session = world.opened(id, &setup).session;
    let mut keys = String::new();
    while let Current::Deciding { offers, .. } = session.current() {
        let scenario = session.scenario().clone();
        let named = |choice| wanted.contains(&scenario.choice(choice).id.as_str());
        let at = offers
            .iter()
            .position(|offer| named(offer.choice) && !offer.locked)
            .unwrap_or(0);
        keys += &format!("{}<enter>", at + 1);
        let choice = offers[at].choice;
        session
            .handle(Input::Choose(Answered {
                choice,
                ..Answered::default()
            }))
            .unwrap();
    }
    keys
}

fn picture(name: &'static str, title: &str, theme: Theme, size: (u16, u16), keys: &str) -> (&'static str, String) {
    let mut world = World::shipped();
    let mut terminal = Terminal::new(TestBackend::new(size.0, size.1)).unwrap();
    let setup = Setup {
        theme: Some(theme),
        ..Setup::plain()
    };
    let app = run(&mut terminal, msgs(keys), App::new(setup), &mut |effect| {
        world.perform(effect)
    })
    .unwrap();
    let frame = terminal.draw(|frame| view(&app, frame)).unwrap();
    (name, print_svg(frame.buffer, theme, title))
}

#[test]
fn the_pictures_are_of_the_screens_as_they_are() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/pictures");
    for (name, svg) in pictures() {
        let kept = std::fs::read_to_string(folder.join(name)).unwrap_or_default();
        assert!(
            kept == svg,
            "docs/pictures/{name} is stale: run `cargo run --example pictures`"
        );
    }
}
