//! The page of one item: what one must know, what was said, and the ways on.

use ratatui::layout::Rect;

use super::{Item, state};
use crate::engine::Offer;
use crate::practice::{Context, Single, letter};
use crate::session::{Current, Session};
use crate::tui::app::App;
use crate::tui::asking::{Asking, how_sure, split};
use crate::tui::desk::Desk;
use crate::tui::exam::Seat;
use crate::tui::screens::briefing;
use crate::tui::screens::conversation::{Played, play};
use crate::tui::script::{Stage, at_start, in_words};
use crate::tui::scroll::View;
use crate::tui::text::{Page, Para, Spot, ink};
use crate::tui::theme::Role;
use crate::tui::turn::{labelled, rule, written};

/// The screen as it stands.
pub(in crate::tui::screens::exam) struct Laid {
    pub(super) desk: Desk,
    /// Where the page is.
    pub(super) area: Rect,
    /// Where own words are written.
    pub(super) editor: Option<Rect>,
    pub(super) page: Page,
}

impl Laid {
    pub(in crate::tui::screens::exam) fn of(app: &App) -> Option<Laid> {
        let (seat, state) = (app.seat.as_ref()?, state(app)?);
        let talk = seat.sitting.talk(state.item).is_some();
        let people = talk && app.size.width < 112;
        let desk = Desk::new(app.size, if people { 2 } else { 1 }, talk);
        let page = page(app, seat, state, &desk);
        let mut area = desk.body;
        let writing = matches!(state.asking, Asking::OwnWords(_));
        let editor = writing.then(|| {
            let (text, below) = split(area, page.len());
            area = text;
            below
        });
        Some(Laid {
            desk,
            area,
            editor,
            page,
        })
    }

    pub(in crate::tui::screens::exam) fn view(&self) -> View {
        View::new(self.page.len(), self.area.height)
    }
}

/// What can be answered at an item now, in the order shown.
pub(super) fn offers(seat: &Seat, item: usize) -> Vec<Offer> {
    if let Some(single) = seat.sitting.single(item) {
        let open = |choice: &_| Offer {
            choice: *choice,
            locked: false,
        };
        return single.offered.iter().map(open).collect();
    }
    match seat.sitting.talk(item).map(Session::current) {
        Some(Current::Deciding { offers, .. }) => offers,
        _ => Vec::new(),
    }
}

fn page(app: &App, seat: &Seat, state: &Item, desk: &Desk) -> Page {
    let item = state.item;
    if let Some(single) = seat.sitting.single(item) {
        let mut page = Page::new(usize::from(desk.body.width));
        context(app, single, desk, &mut page);
        now(app, seat, state, &single.session, desk, &mut page);
        return page;
    }
    let Some(session) = seat.sitting.talk(item) else {
        let mut page = Page::new(usize::from(desk.body.width));
        page.say(Role::Text, app.words.say("exam-gone"));
        on(app, &mut page);
        return page;
    };
    let key = Played {
        width: desk.body.width,
        compact: desk.compact,
        glyphs: app.glyphs(),
        line: 0,
        turns: session.run().turns.len(),
        open: std::collections::BTreeSet::new(),
    };
    let mut page = Page::clone(&state.set.get(key, || {
        let mut page = Page::new(usize::from(desk.body.width));
        let scenario = session.scenario();
        page.say(Role::Strong, scenario.raw(scenario.title));
        briefing::about(app, scenario, desk, &mut page);
        page.blank();
        play(app, session, desk, &|_| false, &mut page);
        page
    }));
    now(app, seat, state, session, desk, &mut page);
    page
}

/// Where a single decision comes from, the little that went before, and what is said now.
pub(in crate::tui::screens::exam) fn context(app: &App, single: &Single, desk: &Desk, page: &mut Page) {
    let session = &single.session;
    let scenario = session.scenario();
    let setting = at_start(scenario, scenario.setting);
    let role = in_words(&session.transcript().role);
    let facts = [
        ("setting", setting.trim_end_matches('.').into()),
        ("role", (&role).into()),
    ];
    page.say(Role::Muted, app.words.say_with("single-setting", &facts));
    page.blank();
    let mut stage = Stage::new(scenario, &app.words, app.glyphs(), desk.hang(), desk.compact);
    match &single.context {
        Context::Written(text) => page.say(Role::Narration, text),
        Context::Lines(told) if told.is_empty() => {
            page.say(Role::Narration, at_start(scenario, scenario.chart).trim_end());
        }
        Context::Lines(told) => stage.all(page, told),
    }
    page.blank();
    stage.all(page, &single.say);
}

fn now(app: &App, seat: &Seat, state: &Item, session: &Session, desk: &Desk, page: &mut Page) {
    let offers = offers(seat, state.item);
    let single = seat.sitting.single(state.item).is_some();
    if offers.is_empty() {
        rule(app, page, &app.words.say("it-ended"));
        on(app, page);
        return;
    }
    let heading = if single {
        app.words.say("exam-answer-here")
    } else {
        app.words.say("your-turn")
    };
    match &state.asking {
        Asking::OwnWords(_) => {}
        Asking::Nothing => {
            rule(app, page, &heading);
            written(app, seat.own_now(state.item), page);
            page.blank();
            let stage = Stage::new(session.scenario(), &app.words, app.glyphs(), desk.hang(), desk.compact);
            let label = |at: usize| {
                if single {
                    letter(at).to_string()
                } else {
                    (at + 1).to_string()
                }
            };
            let answer = seat.sitting.chosen(state.item);
            labelled(app, session, &stage, (&offers, &label), (state.focus, answer), page);
        }
        Asking::Confidence { choice, focus } => how_sure(app, session, *choice, *focus, page),
    }
}

/// Nothing can be answered here: on to what can.
fn on(app: &App, page: &mut Page) {
    page.blank();
    page.para(
        Para::new(vec![ink(Role::Text, app.words.say("exam-enter-on"))])
            .spot(Spot::Item(0))
            .focus(true),
    );
}
