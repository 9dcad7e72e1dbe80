//! The page of a drill: the decision at hand, or what came of the last answer.

use ratatui::layout::Rect;

use super::{DrillScreen, Part, over, state};
use crate::engine::Offer;
use crate::model::Act;
use crate::practice::{Context, Reaction, Single};
use crate::tui::app::App;
use crate::tui::asking::{self, Asking};
use crate::tui::desk::Desk;
use crate::tui::drilling::Drilling;
use crate::tui::keymap::Action;
use crate::tui::script::{Stage, act_words, in_words};
use crate::tui::scroll::View;
use crate::tui::teaching;
use crate::tui::text::{Mark, Page, Para, Spot, ink};
use crate::tui::theme::Role;
use crate::tui::turn;

/// The screen as it stands: where things are and what is on the page.
pub(crate) struct Laid {
    pub(crate) desk: Desk,
    /// Where the page is.
    pub(crate) area: Rect,
    /// Where the editor is, with its rule above.
    pub(crate) editor: Option<Rect>,
    pub(crate) page: Page,
}

impl Laid {
    pub(crate) fn of(app: &App) -> Option<Laid> {
        let state = state(app)?;
        let people = app.size.width < 112 && single(app, state).is_some();
        let desk = Desk::new(app.size, if people { 2 } else { 1 }, true);
        let mut area = desk.body;
        let mut editor = None;
        let page = page(app, state, &desk);
        if matches!(state.asking, Asking::OwnWords(_)) {
            let (text, below) = asking::split(area, page.len());
            area = text;
            editor = Some(below);
        }
        Some(Laid {
            desk,
            area,
            editor,
            page,
        })
    }

    pub(crate) fn view(&self) -> View {
        View::new(self.page.len(), self.area.height)
    }
}

/// The decision shown, to be answered or just answered.
pub(super) fn single<'a>(app: &'a App, state: &DrillScreen) -> Option<&'a Single> {
    let drill = &app.drill.as_ref()?.drill;
    match state.part {
        Part::Deciding => drill.current(),
        Part::Answered => drill.last(),
        Part::Waiting | Part::Nothing(_) | Part::Over => None,
    }
}

fn page(app: &App, state: &DrillScreen, desk: &Desk) -> Page {
    let mut page = Page::new(usize::from(desk.body.width));
    match (&state.part, &app.drill) {
        (Part::Nothing(why), _) => {
            page.say(Role::Strong, app.words.say("drill-nothing"));
            page.blank();
            page.say(Role::Text, why);
        }
        (Part::Deciding, Some(drilling)) => deciding(app, state, drilling, desk, &mut page),
        (Part::Answered, Some(drilling)) => answered(app, drilling, desk, &mut page),
        (Part::Over, Some(drilling)) => over::set(app, drilling, &mut page),
        _ => page.say(Role::Muted, app.words.say("drill-waiting")),
    }
    page
}

fn stage<'a>(app: &'a App, single: &'a Single, desk: &Desk) -> Stage<'a> {
    let scenario = single.session.scenario();
    Stage::new(scenario, &app.words, app.glyphs(), desk.hang(), desk.compact)
}

fn deciding(app: &App, state: &DrillScreen, drilling: &Drilling, desk: &Desk, page: &mut Page) {
    let Some(single) = drilling.drill.current() else {
        return;
    };
    // Where there is little room it is for the moment itself.
    let room = !desk.compact && !matches!(state.asking, Asking::OwnWords(_));
    if drilling.drill.done() == 0 && room {
        opening(app, drilling, page);
    }
    let mut stage = stage(app, single, desk);
    told(app, single, &mut stage, page);
    let session = &single.session;
    turn::hint(app, session, single.node, page);
    match &state.asking {
        Asking::OwnWords(_) => {}
        Asking::Confidence { choice, focus } => asking::how_sure(app, session, *choice, *focus, page),
        Asking::Nothing => {
            let open = |choice: &_| Offer {
                choice: *choice,
                locked: false,
            };
            let offers: Vec<Offer> = single.offered.iter().map(open).collect();
            turn::rule(app, page, &app.words.say("your-turn"));
            turn::own_words(app, session, page);
            page.blank();
            turn::choices(app, session, &stage, &offers, state.focus, page);
        }
    }
}

/// How many there will be, and whether they are new.
fn opening(app: &App, drilling: &Drilling, page: &mut Page) {
    let words = &app.words;
    let drill = &drilling.drill;
    let count = drill.items.len();
    let skill = drilling.skill.as_deref();
    let facts = [("count", count.into()), ("skill", skill.unwrap_or_default().into())];
    let title = match skill {
        Some(_) => words.say_with("drill-of-skill", &facts),
        None => words.say_with("drill-of-due", &facts),
    };
    page.say(Role::Muted, title);
    let again = count - drill.fresh.min(count);
    if again > 0 {
        let facts = [("again", again.into()), ("pool", drill.pool.into())];
        page.say(Role::Muted, words.say_with("drill-again", &facts));
    }
    page.blank();
}

/// Where it comes from, the little that went before, and what is said now.
fn told(app: &App, single: &Single, stage: &mut Stage, page: &mut Page) {
    let session = &single.session;
    let scenario = session.scenario();
    let role = in_words(&session.transcript().role);
    let facts = [
        ("setting", scenario.raw(scenario.setting).into()),
        ("role", (&role).into()),
    ];
    page.say(Role::Narration, app.words.say_with("single-setting", &facts));
    match &single.context {
        Context::Written(text) => {
            page.blank();
            page.say(Role::Text, text);
        }
        Context::Lines(told) if told.is_empty() => {
            page.blank();
            page.say(Role::Text, scenario.raw(scenario.chart).trim_end());
        }
        Context::Lines(told) => stage.all(page, told),
    }
    stage.all(page, &single.say);
}

/// What was said, what came of it, and what there is to learn from it.
fn answered(app: &App, drilling: &Drilling, desk: &Desk, page: &mut Page) {
    let (Some(single), Some(reaction)) = (drilling.drill.last(), &drilling.last) else {
        return;
    };
    let session = &single.session;
    let mut stage = stage(app, single, desk);
    told(app, single, &mut stage, page);
    page.blank();
    page.mark(Mark::Beat);
    let Some(turn) = session.run().turns.last() else {
        return;
    };
    let choice = session.scenario().choice(turn.chosen);
    stage.chosen(page, choice.act, choice.to, &single.words(turn.chosen));
    stage.all(page, &reaction.reply);
    page.blank();
    teaching::aside(app, session, &stage, turn, page);
    also_good(app, single, &stage, reaction, page);
    rated(app, single, reaction, turn.confidence, page);
    page.blank();
    let next = match drilling.drill.current() {
        Some(_) => app.words.say("drill-next"),
        None => app.words.say("drill-look-back"),
    };
    let pointer = app.glyphs().pointer();
    page.para(
        Para::new(vec![ink(Role::Accent, format!("{pointer} ")), ink(Role::Strong, next)])
            .spot(Spot::Act(Action::Enter))
            .focus(true),
    );
}

fn also_good(app: &App, single: &Single, stage: &Stage, reaction: &Reaction, page: &mut Page) {
    let label = app.words.say("drill-good-here");
    for good in &reaction.good {
        let choice = single.session.scenario().choice(*good);
        let mut pieces = vec![ink(Role::Muted, format!("{label}  "))];
        if let (Act::Say, Some(person)) = (choice.act, choice.to) {
            let to = app.words.say_with("say-to", &[("name", stage.name(person).into())]);
            pieces.push(ink(Role::Muted, format!("{to} ")));
        }
        pieces.push(act_words(choice.act, &single.words(*good), Role::Text));
        page.para(Para::new(pieces).hang(2).bar(app.glyphs().bar()));
    }
}

/// The rating in words, beside how sure one was.
fn rated(app: &App, single: &Single, reaction: &Reaction, confidence: Option<u8>, page: &mut Page) {
    let words = &app.words;
    page.blank();
    if let Some(rating) = reaction.rating(single.session.rubric()) {
        page.say(Role::Text, words.say_with("drill-rated", &[("rating", rating.into())]));
    }
    if let Some(percent) = confidence {
        let facts = [("percent", i64::from(percent).into())];
        page.say(Role::Muted, words.say_with("you-were-sure", &facts));
    }
}
