//! Sitting down and getting up: what the world answers, the time, pauses, and the end.

use super::{Exam, before, item, list, overview, push, result, state};
use crate::model::Closing;
use crate::practice::exam::Control;
use crate::tui::app::App;
use crate::tui::exam::{ExamAsk, ExamSeated, ExamTold, Seat};
use crate::tui::msg::Effect;
use crate::tui::screens::Screen;
use crate::tui::theme::Role;

/// What the world has answered.
pub(crate) fn told(app: &mut App, told: ExamTold) -> Vec<Effect> {
    match told {
        ExamTold::Listed(data) => list::listed(app, *data),
        ExamTold::Drawn(drawn) => before::drawn(app, Ok(*drawn)),
        ExamTold::NotDrawn(why) => before::drawn(app, Err(why)),
        ExamTold::Seated(seated) => return sit(app, *seated),
        ExamTold::Kept => return app.seat.as_mut().map(Seat::saved).unwrap_or_default(),
        ExamTold::NotKept(why) => {
            if let Some(seat) = app.seat.as_mut() {
                seat.keeping.not_saved(why);
            }
        }
        ExamTold::Scored(token, found) => {
            if let Some(seat) = app.seat.as_mut().filter(|seat| seat.token == token) {
                seat.result = Some(*found);
                seat.scored = true;
            }
        }
    }
    Vec::new()
}

/// It could not be done: it may be asked again.
pub(crate) fn failed(app: &mut App) {
    before::failed(app);
}

/// At the item it stands at, or at its result.
fn sit(app: &mut App, seated: ExamSeated) -> Vec<Effect> {
    app.notice = None;
    let seat = app.seat.insert(Seat::new(seated, app.now));
    if seat.closed().is_some() {
        return finish(app);
    }
    let control = if seat.sitting.paused() {
        Control::Resume
    } else {
        Control::Tick
    };
    // Refused only once it is closed, which was just asked.
    let mut effects = seat.hand(control, app.now).unwrap_or_default();
    if seat.closed().is_some() {
        effects.extend(finish(app));
        return effects;
    }
    let here = seat.sitting.here();
    let last = seat.sitting.items().len().saturating_sub(1);
    let gone: Vec<String> = seat.sitting.gone.iter().map(|item| (item + 1).to_string()).collect();
    app.above_home(Screen::Exam(Box::new(Exam::Item(item::Item::default()))));
    item::go(app, here.unwrap_or(last));
    if here.is_none() {
        push(app, Exam::Overview(overview::Overview::default()));
    }
    if !gone.is_empty() {
        let items = gone.join(", ");
        let facts = [("items", (&items).into()), ("count", gone.len().into())];
        let text = app.words.say_with("exam-gone-items", &facts);
        app.note(Role::Warn, text);
    }
    effects
}

/// Looks at the time while the exam is sat. True when it is over.
pub(super) fn tick(app: &mut App) -> (Vec<Effect>, bool) {
    let sat = matches!(state(app), Some(Exam::Item(_) | Exam::Overview(_) | Exam::HandIn(_)));
    let now = app.now;
    let Some(seat) = app.seat.as_mut().filter(|seat| sat && seat.closed().is_none()) else {
        return (Vec::new(), false);
    };
    let mut effects = seat.hand(Control::Tick, now).unwrap_or_default();
    let over = seat.closed().is_some();
    if over {
        effects.extend(finish(app));
    }
    (effects, over)
}

/// Closed: to the result, or back to the list where there is none.
pub(super) fn finish(app: &mut App) -> Vec<Effect> {
    let Some(seat) = app.seat.as_mut() else {
        return Vec::new();
    };
    let closed = seat.closed();
    if closed == Some(Closing::Left) {
        let mut effects = vec![Effect::Exam(ExamAsk::Rise)];
        effects.extend(list::open(app));
        let text = app.words.say("exam-given-up");
        app.note(Role::Muted, text);
        return effects;
    }
    let effects = seat.score();
    app.above_home(Screen::Exam(Box::new(Exam::Result(result::Outcome::default()))));
    effects
}

/// Stops for now: the time stands still, and another window may take it up.
pub(super) fn pause(app: &mut App) -> Vec<Effect> {
    let now = app.now;
    let mut effects = Vec::new();
    if let Some(seat) = app.seat.as_mut() {
        effects = seat.hand(Control::Pause, now).unwrap_or_default();
        if seat.closed().is_some() {
            effects.extend(finish(app));
            return effects;
        }
    }
    effects.push(Effect::Exam(ExamAsk::Rise));
    effects.extend(list::open(app));
    let text = app.words.say("paused");
    app.note(Role::Muted, text);
    effects
}
