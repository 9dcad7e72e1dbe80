//! Who is in the room and how they seem: one line above the text, or a column beside it.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::model::{Presence, Scenario};
use crate::session::PersonNow;
use crate::tui::app::App;
use crate::tui::desk::Desk;
use crate::tui::paint;
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

/// Wherever the desk has room for them.
pub(crate) fn paint(app: &App, frame: &mut Frame, desk: &Desk, scenario: &Scenario, people: &[PersonNow]) {
    let theme = app.theme();
    if desk.head.height > 1 {
        let area = Rect {
            y: desk.head.y + 1,
            height: 1,
            ..desk.head
        };
        let mut strip = Page::new(usize::from(area.width));
        strip.sides(line(app, scenario, people), Vec::new(), app.glyphs().ellipsis());
        paint::page(frame.buffer_mut(), area, &strip, 0, theme);
    }
    if let Some(side) = desk.side {
        let column = column(app, scenario, people, side.width);
        paint::page(frame.buffer_mut(), side, &column, 0, theme);
    }
}

/// `Denise, wry · Ms. Ho, even, on the phone`
fn line(app: &App, scenario: &Scenario, people: &[PersonNow]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for person in people.iter().filter(|person| person.here) {
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
fn column(app: &App, scenario: &Scenario, people: &[PersonNow], width: u16) -> Page {
    let mut page = Page::new(usize::from(width));
    page.say(Role::Muted, app.words.say("in-the-room"));
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
