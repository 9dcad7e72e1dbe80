//! After the result: one item again, with what was chosen, what each choice did, better words, and the candidate's own.

use super::page::{Read, read as laid};
use super::{Exam, item, overview, push, put, state, state_mut};
use crate::model::ChoiceIx;
use crate::practice::exam::OwnWords;
use crate::practice::{Single, letter};
use crate::tui::app::App;
use crate::tui::desk::Desk;
use crate::tui::exam::Seat;
use crate::tui::keymap::Action;
use crate::tui::msg::Effect;
use crate::tui::screens::debrief::one_moment;
use crate::tui::script::{Stage, act_words};
use crate::tui::scroll::Scroll;
use crate::tui::teaching;
use crate::tui::text::{Page, Para, ink};
use crate::tui::theme::Role;
use crate::tui::turn::{rule, written};

#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Back {
    item: usize,
    pub(super) scroll: Scroll,
}

impl Back {
    pub(super) fn at(item: usize) -> Back {
        Back {
            item,
            ..Back::default()
        }
    }
}

pub(super) fn read(app: &App, back: Back) -> Option<Read> {
    let seat = app.seat.as_ref()?;
    let words = &app.words;
    let desk = Desk::new(app.size, 1, false);
    let mut page = Page::new(usize::from(desk.body.width));
    if let Some(single) = seat.sitting.single(back.item) {
        one_decision(app, seat, single, back.item, &desk, &mut page);
    } else if let Some(session) = seat.sitting.talk(back.item) {
        let scenario = session.scenario();
        page.say(Role::Strong, scenario.raw(scenario.title));
        let turns = OwnWords::beside(&seat.own, back.item, session);
        if turns.is_empty() {
            page.say(Role::Text, words.say("exam-unanswered"));
        }
        for (step, turn) in turns.iter().enumerate() {
            one_moment(app, session, &desk, (step, turn), false, &mut page);
        }
    } else {
        page.say(Role::Text, words.say("exam-gone"));
    }
    let items = seat.sitting.items();
    let facts = [("number", (back.item + 1).into()), ("count", items.len().into())];
    Some(Read {
        desk,
        page,
        scroll: back.scroll,
        title: vec![ink(Role::Strong, words.say_with("exam-item", &facts))],
        aside: vec![ink(Role::Muted, words.say("debrief"))],
        focus: None,
        but: Vec::new(),
    })
}

/// The decision with every way on, the answer given, what it did, and other good words.
fn one_decision(app: &App, seat: &Seat, single: &Single, item: usize, desk: &Desk, page: &mut Page) {
    let words = &app.words;
    item::context(app, single, desk, page);
    let chosen = seat.sitting.chosen(item);
    let mut answered = single.clone();
    let reaction = chosen.and_then(|choice| answered.answer(choice, seat.sitting.confidence(item)).ok());
    let good = reaction.as_ref().map_or(&[][..], |reaction| &reaction.good);
    rule(app, page, &words.say("exam-ways"));
    page.blank();
    for (at, choice) in single.offered.iter().enumerate() {
        if at > 0 && !desk.compact {
            page.blank();
        }
        way(app, single, (at, *choice), chosen, good, page);
    }
    let Some(turn) = reaction.and(answered.session.run().turns.last()) else {
        page.blank();
        page.say(Role::Text, words.say("exam-unanswered"));
        written(app, OwnWords::at(&seat.own, item, 0), page);
        return;
    };
    rule(app, page, &words.say("exam-what-it-did"));
    page.blank();
    let mut stage = Stage::new(
        single.session.scenario(),
        words,
        app.glyphs(),
        desk.hang(),
        desk.compact,
    );
    stage.all(page, &turn.reply);
    page.blank();
    if let Some(sure) = turn.confidence {
        let text = words.say_with("you-were-sure", &[("percent", i64::from(sure).into())]);
        page.say(Role::Muted, text);
    }
    let turn = OwnWords::beside_single(&seat.own, item, turn);
    teaching::aside(app, &answered.session, &stage, &turn, page);
}

/// One way on, with what it was in words.
fn way(
    app: &App,
    single: &Single,
    (at, choice): (usize, ChoiceIx),
    chosen: Option<ChoiceIx>,
    good: &[ChoiceIx],
    page: &mut Page,
) {
    let scenario = single.session.scenario();
    let about = scenario.choice(choice);
    let mut pieces = vec![ink(Role::Accent, format!("{}  ", letter(at)))];
    if let Some(person) = about.to {
        let name = scenario.raw(scenario.cast[person.at()].name);
        let to = app.words.say_with("say-to", &[("name", name.into())]);
        pieces.push(ink(Role::Muted, format!("{to} ")));
    }
    pieces.push(act_words(about.act, &single.words(choice), Role::Text));
    let said = if chosen == Some(choice) {
        Some((Role::Accent, app.words.say("exam-your-answer")))
    } else if good.contains(&choice) {
        Some((Role::Good, app.words.say("exam-also-good")))
    } else {
        None
    };
    if let Some((role, said)) = said {
        pieces.push(ink(role, format!("  {said}")));
    }
    page.para(Para::new(pieces).hang(3));
    // Of their own answer more is said below.
    if chosen.is_some_and(|chosen| chosen != choice)
        && let Some(why) = single.would(choice).and_then(|reaction| reaction.why)
    {
        page.para(Para::of(Role::Muted, why).indent(3));
    }
}

pub(super) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    let (Some(read), Some(seat)) = (laid(app), app.seat.as_ref()) else {
        return Vec::new();
    };
    let (view, count) = (read.view(), seat.sitting.items().len());
    let Some(Exam::Back(back)) = state(app) else {
        return Vec::new();
    };
    let at = back.item;
    match action {
        Action::Left if at > 0 => put(app, Exam::Back(Back::at(at - 1))),
        Action::Right if at + 1 < count => put(app, Exam::Back(Back::at(at + 1))),
        Action::Overview => push(app, Exam::Overview(overview::Overview::at(at))),
        Action::Back => app.pop(),
        action => {
            if let Some(Exam::Back(back)) = state_mut(app) {
                back.scroll.follow(action, view);
            }
        }
    }
    Vec::new()
}
