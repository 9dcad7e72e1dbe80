//! The map: the way walked so far, the ways not taken, and where one may go back to. What was never met has no name here.

use std::collections::BTreeSet;

use ratatui::Frame;
use ratatui::layout::Position;

use super::{Screen, conversation};
use crate::model::{Act, ChoiceIx, NodeIx, Scenario, Target};
use crate::session::{Run, Session};
use crate::tui::app::App;
use crate::tui::desk::Desk;
use crate::tui::keymap::{Action, Context};
use crate::tui::msg::Effect;
use crate::tui::paint;
use crate::tui::script::{act_words, capital, in_words};
use crate::tui::scroll::{Scroll, View};
use crate::tui::text::{Page, Para, Spot, cut, ink};
use crate::tui::theme::Role;

#[derive(Clone, Copy, Debug)]
pub(crate) struct Map {
    /// The line looked at; the one under way to begin with.
    line: usize,
    /// A step of that line.
    focus: usize,
    scroll: Scroll,
}

pub(crate) fn open(app: &mut App) {
    let Some(sitting) = &app.sitting else { return };
    let last = sitting.session.run().turns.len().saturating_sub(1);
    app.push(Screen::Map(Map {
        line: sitting.session.current_line(),
        focus: last,
        scroll: Scroll::default(),
    }));
    go(app, last);
}

/// To the next line of the sitting, at the first step where it goes its own way.
fn turn_to(app: &mut App, on: bool) {
    let Some(sitting) = &app.sitting else { return };
    let Screen::Map(map) = app.top() else { return };
    let runs = sitting.session.runs();
    let line = match on {
        true => (map.line + 1) % runs.len(),
        false => map.line.checked_sub(1).unwrap_or(runs.len() - 1),
    };
    let own = runs[line].parent.map_or(0, |(_, shared)| shared);
    if let Screen::Map(map) = app.top_mut() {
        (map.line, map.scroll) = (line, Scroll::default());
    }
    go(app, own);
}

/// What all lines of the sitting have met.
struct Met {
    nodes: BTreeSet<NodeIx>,
    chosen: BTreeSet<ChoiceIx>,
}

impl Met {
    fn of(session: &Session) -> Met {
        let mut met = Met {
            nodes: BTreeSet::new(),
            chosen: BTreeSet::new(),
        };
        for run in session.runs() {
            met.nodes.extend(run.turns.iter().map(|turn| turn.node));
            met.chosen.extend(run.turns.iter().map(|turn| turn.chosen));
            if let Target::Node(node) = run.state.at {
                met.nodes.insert(node);
            }
        }
        met
    }
}

/// Where a moment is: its scene if it opens one, else its name.
fn place(scenario: &Scenario, node: NodeIx) -> String {
    let about = scenario.node(node);
    let at = about.scene.and_then(|scene| scene.place.or(scene.when));
    at.map_or_else(|| capital(&in_words(&about.id)), |text| scenario.raw(text).to_owned())
}

/// Where a step of a line led.
fn led_to(session: &Session, run: &Run, step: usize) -> String {
    let scenario = session.scenario();
    match run
        .turns
        .get(step + 1)
        .map_or(run.state.at, |next| Target::Node(next.node))
    {
        Target::Node(node) => place(scenario, node),
        Target::Ending(ending) => scenario.raw(scenario.ending(ending).title).to_owned(),
    }
}

fn page(app: &App, session: &Session, map: &Map, desk: &Desk) -> Page {
    let words = &app.words;
    let glyphs = app.glyphs();
    let scenario = session.scenario();
    let mut page = Page::new(usize::from(desk.body.width));
    let met = Met::of(session);
    let run = looked_at(session, map);
    if session.runs().len() > 1 {
        page.say(Role::Strong, which_line(app, session, map.line));
    }
    page.say(
        Role::Muted,
        words.say_with(
            "map-legend",
            &[
                ("taken", glyphs.way(true, true).into()),
                ("seen", glyphs.way(false, true).into()),
                ("unseen", glyphs.way(false, false).into()),
            ],
        ),
    );
    for (step, turn) in run.turns.iter().enumerate() {
        let focus = map.focus == step;
        let pointer = if focus { glyphs.pointer() } else { " " };
        page.blank();
        let number = step + 1;
        page.para(
            Para::new(vec![
                ink(Role::Accent, format!("{pointer} {number}  ")),
                ink(Role::Strong, place(scenario, turn.node)),
            ])
            .hang(5)
            .spot(Spot::Item(step))
            .focus(focus),
        );
        for offer in &turn.offers {
            let choice = scenario.choice(offer.choice);
            let taken = offer.choice == turn.chosen;
            let seen = met.chosen.contains(&offer.choice);
            let text = session.words(choice.text, turn);
            let role = if taken { Role::Text } else { Role::Muted };
            let piece = act_words(choice.act, &text, role);
            let role = if choice.act == Act::Do && taken {
                Role::Narration
            } else {
                role
            };
            let led = match (taken, seen) {
                (true, _) => Some(led_to(session, run, step)),
                (_, true) => elsewhere(session, offer.choice),
                _ => None,
            };
            let led = led.map(|led| format!("  {} {led}", glyphs.arrow())).unwrap_or_default();
            let led = cut(&led, page.width / 2, glyphs.ellipsis());
            let room = page.width.saturating_sub(7 + crate::tui::text::width(&led));
            let text = cut(&piece.text, room, glyphs.ellipsis());
            page.para(
                Para::new(vec![
                    ink(
                        if taken { Role::Accent } else { Role::Faint },
                        format!("{} ", glyphs.way(taken, seen)),
                    ),
                    ink(role, text),
                    ink(Role::Muted, led),
                ])
                .indent(5)
                .spot(Spot::Item(step)),
            );
        }
    }
    page.blank();
    match run.state.at {
        Target::Node(node) if map.line == session.current_line() && !run.left => {
            let here = place(scenario, node);
            page.para(Para::new(vec![
                ink(Role::Accent, format!("  {}  ", run.turns.len() + 1)),
                ink(Role::Text, words.say_with("you-are-here", &[("place", (&here).into())])),
            ]));
        }
        Target::Node(_) => page.say(Role::Text, words.say("line-not-ended")),
        Target::Ending(ending) => {
            let title = scenario.raw(scenario.ending(ending).title).to_owned();
            page.say(Role::Text, words.say_with("it-ended-as", &[("title", (&title).into())]));
        }
    }
    other_ways(app, session, map.line, &met, &mut page);
    page
}

fn looked_at<'a>(session: &'a Session, map: &Map) -> &'a Run {
    session.runs().get(map.line).unwrap_or_else(|| session.run())
}

/// Which of the lines this is, and how to see the others.
fn which_line(app: &App, session: &Session, line: usize) -> String {
    let args = [("line", (line + 1).into()), ("lines", session.runs().len().into())];
    let id = if line == session.current_line() {
        "map-this-line"
    } else {
        "map-other-line"
    };
    app.words.say_with(id, &args)
}

/// Where another line went after this choice.
fn elsewhere(session: &Session, choice: ChoiceIx) -> Option<String> {
    session.runs().iter().find_map(|run| {
        let step = run.turns.iter().position(|turn| turn.chosen == choice)?;
        Some(led_to(session, run, step))
    })
}

/// Other lines of this sitting, and how much has not been met.
fn other_ways(app: &App, session: &Session, shown: usize, met: &Met, page: &mut Page) {
    let words = &app.words;
    let scenario = session.scenario();
    let others = session.runs().iter().enumerate().filter(|(line, _)| *line != shown);
    let mut first = true;
    for (line, run) in others {
        let Some(ending) = run.ended() else { continue };
        if std::mem::take(&mut first) {
            page.blank();
            page.say(Role::Muted, words.say("other-ways"));
        }
        let title = scenario.raw(scenario.ending(ending).title).to_owned();
        let args = [
            ("line", (line + 1).into()),
            ("steps", run.turns.len().into()),
            ("title", (&title).into()),
        ];
        page.para(
            Para::of(Role::Text, words.say_with("other-way", &args))
                .indent(2)
                .hang(2),
        );
    }
    let unmet = scenario.decisions().filter(|node| !met.nodes.contains(node)).count();
    page.blank();
    page.say(Role::Muted, words.say_with("not-met", &[("count", unmet.into())]));
}

fn laid(app: &App) -> Option<(Desk, Page)> {
    let Screen::Map(map) = app.top() else { return None };
    let desk = Desk::new(app.size, 1, false);
    let page = page(app, &app.sitting.as_ref()?.session, map, &desk);
    Some((desk, page))
}

fn go(app: &mut App, to: usize) {
    let Screen::Map(map) = app.top() else { return };
    let sitting = app.sitting.as_ref();
    let turns = sitting.map_or(0, |sitting| looked_at(&sitting.session, map).turns.len());
    if let Screen::Map(map) = app.top_mut() {
        map.focus = to.min(turns.saturating_sub(1));
    }
    let Some((desk, page)) = laid(app) else { return };
    let view = View::new(page.len(), desk.body.height);
    if let Screen::Map(map) = app.top_mut()
        && let Some(rows) = page.rows_of(Spot::Item(map.focus))
    {
        if map.focus == 0 {
            map.scroll.top = 0;
        }
        map.scroll.reveal(&rows, view);
    }
}

pub(crate) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    let Screen::Map(map) = app.top() else {
        return Vec::new();
    };
    let (line, at) = (map.line, map.focus);
    match action {
        Action::Up => go(app, at.saturating_sub(1)),
        Action::Down => go(app, at + 1),
        Action::Top => go(app, 0),
        Action::Bottom => go(app, usize::MAX),
        Action::PageUp => wheel(app, false),
        Action::PageDown => wheel(app, true),
        Action::Back => app.pop(),
        Action::NextPart => turn_to(app, true),
        Action::PreviousPart => turn_to(app, false),
        Action::Enter => return conversation::rewind_to(app, line, at),
        _ => {}
    }
    Vec::new()
}

pub(crate) fn wheel(app: &mut App, down: bool) {
    let Some((desk, page)) = laid(app) else { return };
    let view = View::new(page.len(), desk.body.height);
    if let Screen::Map(map) = app.top_mut() {
        if down {
            map.scroll.down(3, view);
        } else {
            map.scroll.up(3, view);
        }
    }
}

pub(crate) fn clicked(app: &mut App, at: Position) -> Vec<Effect> {
    let Some((desk, page)) = laid(app) else {
        return Vec::new();
    };
    let Screen::Map(map) = app.top() else {
        return Vec::new();
    };
    if !desk.body.contains(at) {
        return Vec::new();
    }
    let row = map.scroll.shown(View::new(page.len(), desk.body.height)) + usize::from(at.y - desk.body.y);
    let (line, focus) = (map.line, map.focus);
    match page.rows.get(row).and_then(|row| row.spot) {
        Some(Spot::Item(step)) if step == focus => conversation::rewind_to(app, line, step),
        Some(Spot::Item(step)) => {
            go(app, step);
            Vec::new()
        }
        _ => Vec::new(),
    }
}

pub(crate) fn view(app: &App, frame: &mut Frame) {
    let (Some((desk, page)), Screen::Map(map)) = (laid(app), app.top()) else {
        return;
    };
    let title = vec![ink(Role::Strong, app.words.say("map-title"))];
    paint::head(app, frame, &desk, title, Vec::new());
    let view = View::new(page.len(), desk.body.height);
    let top = map.scroll.shown(view);
    paint::page(frame.buffer_mut(), desk.body, &page, top, app.theme());
    let more = paint::more(app, map.scroll, view);
    paint::notice(app, frame, &desk, more);
    let lines = app.sitting.as_ref().map_or(1, |sitting| sitting.session.runs().len());
    let but: &[Action] = if lines > 1 { &[] } else { &[Action::NextPart] };
    paint::foot(app, frame, &desk, Context::Map, but);
    let row = page.rows_of(Spot::Item(map.focus)).map(|rows| rows.start);
    paint::cursor(frame, desk.body, 0, row.and_then(|row| row.checked_sub(top)));
}
