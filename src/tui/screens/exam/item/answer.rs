//! What keys and clicks do at one item.

use ratatui::layout::Position;

use super::page::{Laid, offers};
use super::{Item, state, state_mut};
use crate::model::ChoiceIx;
use crate::practice::exam::Control;
use crate::session::Answered;
use crate::tui::app::App;
use crate::tui::asking::{Asking, DEGREES, degree};
use crate::tui::exam::Taken;
use crate::tui::keymap::Action;
use crate::tui::msg::Effect;
use crate::tui::screens::exam::seated::{finish, pause};
use crate::tui::screens::exam::{Exam, overview, push};
use crate::tui::text::{Mark, Spot};
use crate::tui::theme::Role;
use crate::tui::turn::locked;
use crate::tui::ways;

/// To an item: its answer so far is in focus, and own words come first if the candidate wants that.
pub(in crate::tui::screens::exam) fn go(app: &mut App, item: usize) {
    let say_first = app.settings.say_first;
    let now = app.now;
    let Some(seat) = app.seat.as_mut() else { return };
    seat.since = now;
    let chosen = seat.sitting.chosen(item);
    let single = seat.sitting.single(item);
    let focus = single.zip(chosen).and_then(|(single, chosen)| {
        let mut offered = single.offered.iter();
        offered.position(|choice| *choice == chosen)
    });
    let write = say_first && chosen.is_none() && !offers(seat, item).is_empty() && seat.own_now(item).is_none();
    if let Some(state) = state_mut(app) {
        *state = Item {
            item,
            focus,
            asking: if write { Asking::own_words() } else { Asking::Nothing },
            ..Item::default()
        };
    }
    show_newest(app);
}

/// A conversation under way from its newest part; everything else from its beginning.
fn show_newest(app: &mut App) {
    let Some(laid) = Laid::of(app) else { return };
    let Some((seat, item)) = app.seat.as_ref().zip(state(app).map(|state| state.item)) else {
        return;
    };
    let begun = seat
        .sitting
        .talk(item)
        .is_some_and(|session| !session.run().turns.is_empty());
    let row = laid.page.find(Mark::Beat).filter(|_| begun).unwrap_or(0);
    if let Some(state) = state_mut(app) {
        state.scroll.to(row, laid.view());
    }
}

pub(in crate::tui::screens::exam) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    match state(app).map(|state| &state.asking) {
        Some(Asking::Confidence { .. }) => return sure(app, action),
        Some(Asking::OwnWords(_)) => return write(app, action),
        _ => {}
    }
    let Some(laid) = Laid::of(app) else {
        return Vec::new();
    };
    let view = laid.view();
    let Some((item, count)) = state(app)
        .zip(app.seat.as_ref())
        .map(|(state, seat)| (state.item, offers(seat, state.item).len()))
    else {
        return Vec::new();
    };
    let Some(state) = state_mut(app) else {
        return Vec::new();
    };
    match action {
        Action::Up | Action::Down => ways::step(
            &laid.page,
            view,
            &mut state.scroll,
            &mut state.focus,
            count,
            action == Action::Down,
        ),
        Action::Pick(at) if usize::from(at) < count => {
            let at = usize::from(at);
            let was_seen = ways::visible(&laid.page, view, state.scroll, at);
            state.focus = Some(at);
            ways::reveal(&laid.page, view, &mut state.scroll, at);
            if app.settings.one_key && was_seen {
                return enter(app);
            }
        }
        Action::Enter => return enter(app),
        Action::Flag => return flag(app, item),
        Action::Overview => push(app, Exam::Overview(overview::Overview::at(item))),
        Action::Left if item > 0 => go(app, item - 1),
        Action::Right => {
            let last = app.seat.as_ref().map_or(0, |seat| seat.sitting.items().len());
            if item + 1 < last {
                go(app, item + 1);
            } else {
                push(app, Exam::Overview(overview::Overview::at(item)));
            }
        }
        Action::Back => return pause(app),
        action => {
            state.scroll.follow(action, view);
        }
    }
    Vec::new()
}

fn flag(app: &mut App, item: usize) -> Vec<Effect> {
    let now = app.now;
    let Some(seat) = app.seat.as_mut() else {
        return Vec::new();
    };
    let on = !seat.sitting.items().get(item).is_some_and(|view| view.flagged);
    let effects = seat.hand(Control::Flag { item, on }, now).unwrap_or_default();
    let text = if on {
        app.words.say("exam-flagged")
    } else {
        app.words.say("exam-unflagged")
    };
    app.note(Role::Muted, text);
    effects
}

/// Answers with what is in focus; what cannot be seen is never answered.
fn enter(app: &mut App) -> Vec<Effect> {
    let (Some(laid), Some(seat), Some(shown)) = (Laid::of(app), app.seat.as_ref(), state(app)) else {
        return Vec::new();
    };
    let (item, view) = (shown.item, laid.view());
    let offers = offers(seat, item);
    if offers.is_empty() {
        on(app, item);
        return Vec::new();
    }
    let Some(at) = shown.focus else {
        if shown.scroll.at_end(view) {
            let text = app.words.say("exam-choose-first");
            app.note(Role::Muted, text);
        } else if let Some(state) = state_mut(app) {
            state.scroll.page_down(view);
        }
        return Vec::new();
    };
    let Some(offer) = offers.get(at).copied() else {
        return Vec::new();
    };
    if !ways::visible(&laid.page, view, shown.scroll, at) {
        if let Some(state) = state_mut(app) {
            ways::reveal(&laid.page, view, &mut state.scroll, at);
        }
        return Vec::new();
    }
    if offer.locked {
        if let Some(session) = seat.sitting.talk(item) {
            let why = session.scenario().choice(offer.choice).locked;
            let text = locked(app, session, why);
            app.note(Role::Warn, text);
        }
        return Vec::new();
    }
    if app.settings.confidence {
        if let Some(state) = state_mut(app) {
            state.asking = Asking::Confidence {
                choice: offer.choice,
                focus: None,
            };
        }
        to_end(app);
        return Vec::new();
    }
    answer(app, offer.choice, None)
}

fn answer(app: &mut App, choice: ChoiceIx, confidence: Option<u8>) -> Vec<Effect> {
    let now = app.now;
    let Some((item, seat)) = state(app).map(|state| state.item).zip(app.seat.as_mut()) else {
        return Vec::new();
    };
    let single = seat.sitting.single(item).is_some();
    let control = if single {
        Control::Answer {
            item,
            choice,
            confidence,
        }
    } else {
        let took = now.zip(seat.since).map(|(now, since)| now.saturating_sub(since));
        let answered = Answered {
            choice,
            confidence,
            took_ms: took.and_then(|took| u32::try_from(took).ok()),
            ..Answered::default()
        };
        Control::Say { item, answered }
    };
    // The same answer once more changes nothing.
    let same = single && seat.sitting.chosen(item) == Some(choice) && seat.sitting.confidence(item) == confidence;
    let taken = if same {
        Taken::Done(Vec::new())
    } else {
        seat.act(control, now)
    };
    let mut effects = match taken {
        Taken::Done(effects) => effects,
        Taken::NotYet => {
            let text = app.words.say("still-saving");
            app.note(Role::Muted, text);
            return Vec::new();
        }
        Taken::Denied => {
            let text = app.words.say("exam-not-taken");
            app.note(Role::Warn, text);
            return Vec::new();
        }
    };
    if seat.closed().is_some() {
        effects.extend(finish(app));
    } else if single {
        on(app, item);
    } else {
        go(app, item);
    }
    effects
}

/// To the next item that is open, or to all of them at a glance.
fn on(app: &mut App, item: usize) {
    match app.seat.as_ref().and_then(|seat| seat.sitting.open_from(item + 1)) {
        Some(next) => go(app, next),
        None => push(app, Exam::Overview(overview::Overview::at(item))),
    }
}

fn sure(app: &mut App, action: Action) -> Vec<Effect> {
    let Some(state) = state_mut(app) else {
        return Vec::new();
    };
    let Asking::Confidence { choice, focus } = &mut state.asking else {
        return Vec::new();
    };
    if action == Action::Back {
        state.asking = Asking::Nothing;
        reveal_focus(app);
        return Vec::new();
    }
    let choice = *choice;
    match degree(focus, action) {
        Some(degree) => answer(app, choice, Some(degree)),
        None => Vec::new(),
    }
}

/// To the end of the page as it is now.
fn to_end(app: &mut App) {
    let Some(view) = Laid::of(app).map(|laid| laid.view()) else {
        return;
    };
    if let Some(state) = state_mut(app) {
        state.scroll.to(usize::MAX, view);
    }
}

fn reveal_focus(app: &mut App) {
    let Some(laid) = Laid::of(app) else { return };
    let view = laid.view();
    if let Some(state) = state_mut(app)
        && let Some(at) = state.focus
    {
        ways::reveal(&laid.page, view, &mut state.scroll, at);
    }
}

/// Own words, before the ways on are shown.
fn write(app: &mut App, action: Action) -> Vec<Effect> {
    let view = Laid::of(app).map(|laid| laid.view());
    let Some((state, view)) = state_mut(app).zip(view) else {
        return Vec::new();
    };
    let Asking::OwnWords(editor) = &mut state.asking else {
        return Vec::new();
    };
    let text = match action {
        Action::NewLine => {
            editor.insert_newline();
            return Vec::new();
        }
        Action::Enter => editor.lines().join("\n"),
        Action::Back => String::new(),
        action => {
            state.scroll.follow(action, view);
            return Vec::new();
        }
    };
    let item = state.item;
    state.asking = Asking::Nothing;
    let effects = match app.seat.as_mut().filter(|_| !text.trim().is_empty()) {
        Some(seat) => seat.keep_words(item, text),
        None => Vec::new(),
    };
    to_end(app);
    effects
}

/// The first click puts the focus there, the second answers.
pub(in crate::tui::screens::exam) fn clicked(app: &mut App, at: Position) -> Vec<Effect> {
    let (Some(laid), Some(shown)) = (Laid::of(app), state(app)) else {
        return Vec::new();
    };
    if !laid.area.contains(at) {
        return Vec::new();
    }
    let row = shown.scroll.shown(laid.view()) + usize::from(at.y - laid.area.y);
    let Some(Some(Spot::Item(way))) = laid.page.rows.get(row).map(|row| row.spot) else {
        return Vec::new();
    };
    match &shown.asking {
        Asking::Confidence { .. } => match DEGREES.get(way) {
            Some(degree) => sure(app, Action::Sure(*degree)),
            None => Vec::new(),
        },
        Asking::Nothing => {
            let nothing = app.seat.as_ref().is_none_or(|seat| offers(seat, shown.item).is_empty());
            if nothing || shown.focus == Some(way) {
                return enter(app);
            }
            if let Some(state) = state_mut(app) {
                state.focus = Some(way);
                ways::reveal(&laid.page, laid.view(), &mut state.scroll, way);
            }
            Vec::new()
        }
        Asking::OwnWords(_) => Vec::new(),
    }
}
