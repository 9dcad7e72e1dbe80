//! What there is to sit: exams begun, blueprints with what they say of themselves, and results of those handed in.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::{Exam, before, push, state, state_mut};
use crate::practice::exam::{Claim, enough};
use crate::tui::app::App;
use crate::tui::desk::Desk;
use crate::tui::exam::{ExamAsk, ExamBlueprint, ExamList};
use crate::tui::keymap::{Action, Context};
use crate::tui::msg::Effect;
use crate::tui::paint;
use crate::tui::screens::Screen;
use crate::tui::scroll::{Scroll, View};
use crate::tui::text::{Page, Para, Spot, ink};
use crate::tui::theme::Role;

/// The list's share of a wide screen, and the gap beside it.
const LIST: u16 = 38;
const GAP: u16 = 4;
const TWO_COLUMNS: u16 = 76;

#[derive(Clone, Debug, Default)]
pub(crate) struct List {
    /// `None` until it is there.
    pub(super) data: Option<ExamList>,
    pub(super) focus: usize,
    pub(super) scroll: Scroll,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Entry {
    Open(usize),
    Blueprint(usize),
    Closed(usize),
}

/// From home; the list fills when the world has answered.
pub(crate) fn open(app: &mut App) -> Vec<Effect> {
    app.above_home(Screen::Exam(Box::new(Exam::List(List::default()))));
    vec![Effect::Exam(ExamAsk::List)]
}

/// The list is there, new or again.
pub(super) fn listed(app: &mut App, data: ExamList) {
    if let Some(Exam::List(list)) = state_mut(app) {
        list.data = Some(data);
        let last = entries(app).len().saturating_sub(1);
        if let Some(Exam::List(list)) = state_mut(app) {
            list.focus = list.focus.min(last);
        }
        return;
    }
    if matches!(app.top(), Screen::Home(_)) {
        let list = List {
            data: Some(data),
            ..List::default()
        };
        push(app, Exam::List(list));
    }
}

fn list(app: &App) -> Option<&List> {
    match state(app) {
        Some(Exam::List(list)) => Some(list),
        _ => None,
    }
}

/// In the order shown.
fn entries(app: &App) -> Vec<Entry> {
    let Some(data) = list(app).and_then(|list| list.data.as_ref()) else {
        return Vec::new();
    };
    let open = (0..data.open.len()).map(Entry::Open);
    let blueprints = (0..data.blueprints.len()).map(Entry::Blueprint);
    open.chain(blueprints)
        .chain((0..data.closed.len()).map(Entry::Closed))
        .collect()
}

pub(super) struct Laid {
    desk: Desk,
    area: Rect,
    page: Page,
    side: Option<(Rect, Page)>,
}

impl Laid {
    pub(super) fn of(app: &App) -> Laid {
        let desk = Desk::wide(app.size, 1, 104);
        let body = desk.body;
        let wide = (body.width * 45 / 100).max(LIST.min(body.width / 2));
        if app.size.width >= TWO_COLUMNS && !desk.compact {
            let side = Rect::new(body.x + wide + GAP, body.y, body.width - wide - GAP, body.height);
            let details = details(app, side.width, true);
            // What does not fit beside the list stands in it, where it can be scrolled.
            if details.len() <= usize::from(side.height) {
                return Laid {
                    desk,
                    area: Rect { width: wide, ..body },
                    page: page(app, wide, false),
                    side: Some((side, details)),
                };
            }
        }
        Laid {
            desk,
            area: body,
            page: page(app, body.width, true),
            side: None,
        }
    }

    pub(super) fn view(&self) -> View {
        View::new(self.page.len(), self.area.height)
    }
}

fn page(app: &App, width: u16, with_details: bool) -> Page {
    let mut page = Page::new(usize::from(width));
    let words = &app.words;
    let Some((list, data)) = list(app).and_then(|list| Some((list, list.data.as_ref()?))) else {
        return page;
    };
    if data.blueprints.is_empty() {
        page.say(Role::Text, words.say("exam-list-none"));
    }
    for (at, entry) in entries(app).into_iter().enumerate() {
        let focus = at == list.focus;
        let heading = match entry {
            Entry::Open(0) => Some(words.say("exams-open")),
            Entry::Blueprint(0) => Some(words.say("exams-new")),
            Entry::Closed(0) => Some(words.say("exams-closed")),
            _ => None,
        };
        if let Some(heading) = heading {
            page.blank();
            page.say(Role::Muted, heading);
        }
        page.para(row(app, at, focus, title(data, entry)));
        if let Some(aside) = aside(app, data, entry) {
            page.para(Para::of(Role::Muted, aside).indent(4).spot(Spot::Item(at)).focus(focus));
        }
        if focus && with_details {
            let width = width.saturating_sub(4);
            page.blank();
            for mut row in details(app, width, false).rows {
                row.indent += 4;
                page.rows.push(row);
            }
            page.blank();
        }
    }
    page.blank();
    page.say(Role::Muted, words.say("education-only"));
    page
}

fn row(app: &App, at: usize, focus: bool, title: &str) -> Para {
    let pointer = if focus { app.glyphs().pointer() } else { " " };
    let pieces = vec![ink(Role::Accent, format!("{pointer} ")), ink(Role::Text, title)];
    Para::new(pieces).hang(2).spot(Spot::Item(at)).focus(focus)
}

/// A line under the name.
fn aside(app: &App, data: &ExamList, entry: Entry) -> Option<String> {
    let words = &app.words;
    match entry {
        Entry::Open(one) => {
            let open = &data.open[one];
            let facts = [
                ("begun", open.begun.into()),
                ("items", open.items.into()),
                ("when", (&open.when).into()),
            ];
            Some(words.say_with("exam-open-standing", &facts))
        }
        Entry::Blueprint(one) => {
            let minutes = data.blueprints[one].minutes?;
            Some(words.say_with("minutes", &[("minutes", i64::from(minutes).into())]))
        }
        Entry::Closed(one) => Some(words.say_with("exam-closed-when", &[("when", (&data.closed[one].when).into())])),
    }
}

/// What is known of the one in focus, under its title or in its place in the list.
fn details(app: &App, width: u16, titled: bool) -> Page {
    let mut page = Page::new(usize::from(width));
    let words = &app.words;
    let Some((list, data)) = list(app).and_then(|list| Some((list, list.data.as_ref()?))) else {
        return page;
    };
    let Some(entry) = entries(app).get(list.focus).copied() else {
        return page;
    };
    if titled {
        page.say(Role::Strong, title(data, entry));
    }
    match entry {
        Entry::Blueprint(one) => blueprint(app, &data.blueprints[one], &mut page),
        Entry::Open(_) => page.say(Role::Text, words.say("exam-open-means")),
        Entry::Closed(_) => page.say(Role::Text, words.say("exam-closed-means")),
    }
    page
}

fn title(data: &ExamList, entry: Entry) -> &str {
    match entry {
        Entry::Open(one) => &data.open[one].title,
        Entry::Blueprint(one) => &data.blueprints[one].title,
        Entry::Closed(one) => &data.closed[one].title,
    }
}

fn blueprint(app: &App, about: &ExamBlueprint, page: &mut Page) {
    let words = &app.words;
    page.say(Role::Warn, &about.status);
    page.blank();
    page.say(Role::Text, &about.about);
    page.blank();
    let facts = [("talks", about.talks.into()), ("singles", about.singles.into())];
    let mut holds = words.say_with("exam-list-items", &facts);
    if let Some(minutes) = about.minutes {
        let minutes = words.say_with("exam-list-minutes", &[("minutes", i64::from(minutes).into())]);
        holds = format!("{holds}; {minutes}");
    }
    page.say(Role::Text, format!("{holds}."));
    if let Claim::TooFew { have, need } = enough(about.most) {
        let facts = [("most", have.into()), ("low", need.0.into()), ("high", need.1.into())];
        page.blank();
        page.say(Role::Text, words.say_with("exam-small", &facts));
    }
}

fn go(app: &mut App, to: usize) {
    let last = entries(app).len().saturating_sub(1);
    if let Some(Exam::List(list)) = state_mut(app) {
        list.focus = to.min(last);
    }
    let laid = Laid::of(app);
    let view = laid.view();
    if let Some(Exam::List(list)) = state_mut(app) {
        if list.focus == 0 {
            list.scroll.to(0, view);
        }
        if let Some(rows) = laid.page.rows_of(Spot::Item(list.focus)) {
            list.scroll.reveal(&rows, view);
        }
    }
}

pub(super) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    let at = list(app).map_or(0, |list| list.focus);
    match action {
        Action::Up => go(app, at.saturating_sub(1)),
        Action::Down => go(app, at + 1),
        Action::Enter => return enter(app),
        Action::Back => {
            app.screens.truncate(1);
            return vec![Effect::LoadHome];
        }
        action => {
            let view = Laid::of(app).view();
            if let Some(Exam::List(list)) = state_mut(app) {
                list.scroll.follow(action, view);
            }
        }
    }
    Vec::new()
}

fn enter(app: &mut App) -> Vec<Effect> {
    // What is still on its way to the disk belongs to the exam before; another one waits until it is safe.
    if let Some(seat) = app.seat.as_ref().filter(|seat| !seat.keeping.settled()) {
        if seat.keeping.in_flight() {
            let text = app.words.say("still-saving");
            app.note(Role::Muted, text);
        }
        return Vec::new();
    }
    let entry = list(app).and_then(|list| entries(app).get(list.focus).copied());
    let Some((entry, data)) = entry.zip(list(app).and_then(|list| list.data.as_ref())) else {
        return Vec::new();
    };
    let ask = match entry {
        Entry::Open(one) => ExamAsk::Open {
            token: data.open[one].token.clone(),
        },
        Entry::Closed(one) => ExamAsk::Open {
            token: data.closed[one].token.clone(),
        },
        Entry::Blueprint(one) => {
            let about = &data.blueprints[one];
            let ask = ExamAsk::Draw {
                blueprint: about.id.clone(),
                seed: app.seed,
                timed: false,
            };
            let before = before::Before::drawing(about.title.clone());
            push(app, Exam::Before(before));
            ask
        }
    };
    vec![Effect::Exam(ask)]
}

pub(super) fn clicked(app: &mut App, at: Position) -> Vec<Effect> {
    let laid = Laid::of(app);
    let Some(list) = list(app).filter(|_| laid.area.contains(at)) else {
        return Vec::new();
    };
    let row = list.scroll.shown(laid.view()) + usize::from(at.y - laid.area.y);
    let Some(Some(Spot::Item(item))) = laid.page.rows.get(row).map(|row| row.spot) else {
        return Vec::new();
    };
    if list.focus == item {
        return enter(app);
    }
    go(app, item);
    Vec::new()
}

pub(super) fn view(app: &App, frame: &mut Frame) {
    let Some(list) = list(app) else { return };
    let laid = Laid::of(app);
    let theme = app.theme();
    let title = vec![ink(Role::Strong, app.words.say("exams"))];
    paint::head(app, frame, &laid.desk, title, Vec::new());
    let top = list.scroll.shown(laid.view());
    paint::page(frame.buffer_mut(), laid.area, &laid.page, top, theme);
    if let Some((side, details)) = &laid.side {
        paint::page(frame.buffer_mut(), *side, details, 0, theme);
    }
    let more = paint::more(app, list.scroll, laid.view());
    paint::notice(app, frame, &laid.desk, more);
    paint::foot(app, frame, &laid.desk, Context::ExamList, &[]);
    let row = laid.page.rows_of(Spot::Item(list.focus)).map(|rows| rows.start);
    paint::cursor(frame, laid.area, 0, row.and_then(|row| row.checked_sub(top)));
}
