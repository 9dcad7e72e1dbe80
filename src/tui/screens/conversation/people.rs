//! Who is in the room and how they seem: one line above the text, or a column beside it.

use crate::model::Presence;
use crate::session::{PersonNow, Session};
use crate::tui::app::App;
use crate::tui::script::in_words;
use crate::tui::text::{Page, Para, Piece, ink};
use crate::tui::theme::Role;

fn by(app: &App, person: &PersonNow) -> Option<String> {
    match person.by {
        Presence::Phone => Some(app.words.say("on-the-phone")),
        Presence::Video => Some(app.words.say("on-video")),
        Presence::Here | Presence::Away => None,
    }
}

/// `Denise, wry · Ms. Ho, even, on the phone`
pub(crate) fn line(app: &App, session: &Session) -> Vec<Piece> {
    let scenario = session.scenario();
    let mut pieces = Vec::new();
    for person in session.people().iter().filter(|person| person.here) {
        if !pieces.is_empty() {
            pieces.push(ink(Role::Faint, format!("  {}  ", app.glyphs().dot())));
        }
        let about = &scenario.cast[person.person.at()];
        pieces.push(ink(Role::Text, scenario.raw(about.name)));
        let mood = person.mood.as_ref().map(|mood| in_words(mood));
        for how in mood.into_iter().chain(by(app, person)) {
            pieces.push(ink(Role::Mood, format!(", {how}")));
        }
    }
    pieces
}

/// The same at length.
pub(crate) fn column(app: &App, session: &Session, width: u16) -> Page {
    let scenario = session.scenario();
    let mut page = Page::new(usize::from(width));
    page.say(Role::Muted, app.words.say("in-the-room"));
    let people = session.people();
    for person in people.iter().filter(|person| person.here) {
        let about = &scenario.cast[person.person.at()];
        page.blank();
        page.say(Role::Speaker, scenario.raw(about.name));
        page.para(Para::of(Role::Muted, scenario.raw(about.who)).indent(2));
        let mood = person.mood.as_ref().map(|mood| in_words(mood));
        let how: Vec<String> = mood.into_iter().chain(by(app, person)).collect();
        if !how.is_empty() {
            page.para(Para::of(Role::Mood, how.join(", ")).indent(2));
        }
    }
    let away: Vec<&str> = people
        .iter()
        .filter(|person| !person.here)
        .map(|person| scenario.raw(scenario.cast[person.person.at()].name))
        .collect();
    if !away.is_empty() {
        page.blank();
        let names = away.join(", ");
        page.say(
            Role::Muted,
            app.words.say_with("not-here", &[("names", (&names).into())]),
        );
    }
    page
}
