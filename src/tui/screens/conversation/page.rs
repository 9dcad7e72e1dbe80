//! The page of the conversation: opening, every turn taken, and what can be done now.

use super::{Asking, Conversation, DEGREES, Played, state};
use crate::engine::Offer;
use crate::model::{Act, Because, ChoiceIx, Scenario};
use crate::practice::letter;
use crate::session::{Changed, Current, Session, Turn};
use crate::tui::app::App;
use crate::tui::desk::Desk;
use crate::tui::script::{Stage, act_words};
use crate::tui::scroll::View;
use crate::tui::sitting::Sitting;
use crate::tui::teaching;
use crate::tui::text::{Mark, Page, Para, Spot, ink};
use crate::tui::theme::Role;
use ratatui::layout::Rect;

/// Rows of the editor for own words, with its heading and warning.
const EDITOR: u16 = 7;

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
        let (sitting, state) = (app.sitting.as_ref()?, state(app)?);
        let size = app.size;
        let people = size.width < 112;
        let desk = Desk::new(size, if people { 2 } else { 1 }, true);
        let mut area = desk.body;
        let mut editor = None;
        let page = page(app, sitting, state, &desk);
        if matches!(state.asking, Asking::OwnWords(_)) {
            editor = Some(room_to_write(&mut area, page.len()));
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

/// Takes room for own words from under a page of so many rows.
pub(crate) fn room_to_write(area: &mut Rect, text: usize) -> Rect {
    let rows = EDITOR.min(area.height.saturating_sub(2));
    let text = u16::try_from(text + 1).unwrap_or(u16::MAX);
    area.height = text.min(area.height - rows);
    Rect::new(area.x, area.bottom(), area.width, rows)
}

fn page(app: &App, sitting: &Sitting, state: &Conversation, desk: &Desk) -> Page {
    let session = &sitting.session;
    let key = Played {
        width: desk.body.width,
        compact: desk.compact,
        glyphs: app.glyphs(),
        line: session.current_line(),
        turns: session.run().turns.len(),
        open: state.open.clone(),
    };
    let mut page = Page::clone(&state.set.get(key, || {
        let mut page = Page::new(usize::from(desk.body.width));
        play(app, session, desk, &|step| state.teaches(sitting, step), &mut page);
        page
    }));
    let stage = Stage::new(session.scenario(), &app.words, app.glyphs(), desk.hang(), desk.compact);
    changed(app, state, &mut page);
    now(app, sitting, state, &stage, desk, &mut page);
    page
}

/// What was said and done so far, with the teaching of the steps that are to be taught.
pub(crate) fn play(app: &App, session: &Session, desk: &Desk, teaches: &dyn Fn(usize) -> bool, page: &mut Page) {
    let scenario = session.scenario();
    let mut stage = Stage::new(scenario, &app.words, app.glyphs(), desk.hang(), desk.compact);
    let run = session.run();
    page.mark(Mark::Beat);
    stage.all(page, &run.opening);
    for (step, turn) in run.turns.iter().enumerate() {
        page.blank();
        page.mark(Mark::Beat);
        let choice = scenario.choice(turn.chosen);
        stage.chosen(page, choice.act, choice.to, &session.words(choice.text, turn));
        stage.all(page, &turn.reply);
        if teaches(step) {
            page.blank();
            teaching::aside(app, session, &stage, turn, page);
            page.blank();
        }
        stage.all(page, &turn.onward);
    }
}

/// What is different since the sitting was recorded, where one goes on.
fn changed(app: &App, state: &Conversation, page: &mut Page) {
    let words = &app.words;
    page.blank();
    for change in &state.changed {
        let text = match change {
            Changed::Flow { .. } => words.say("changed-flow"),
            Changed::StepGone { address, step } => {
                let args = [
                    ("address", address.into()),
                    ("step", (*step).into()),
                    ("before", step.saturating_sub(1).into()),
                ];
                words.say_with("changed-step", &args)
            }
            Changed::EndingDiffers { .. } => words.say("changed-ending"),
        };
        page.say(Role::Warn, text);
        page.blank();
    }
    if state.elsewhere {
        page.say(Role::Warn, words.say("open-elsewhere"));
        page.blank();
    }
}

/// A heading with a rule before it.
pub(crate) fn rule(app: &App, page: &mut Page, heading: &str) {
    let rule = app.glyphs().rule().repeat(2);
    page.blank();
    page.row(vec![ink(Role::Faint, format!("{rule} ")), ink(Role::Muted, heading)]);
}

fn now(app: &App, sitting: &Sitting, state: &Conversation, stage: &Stage, desk: &Desk, page: &mut Page) {
    let session = &sitting.session;
    let (node, offers) = match session.current() {
        Current::Deciding { node, offers } => (node, offers),
        Current::Ended(_) => {
            rule(app, page, &app.words.say("it-ended"));
            page.blank();
            page.para(
                Para::of(Role::Text, app.words.say("it-ended-enter"))
                    .spot(Spot::Item(0))
                    .focus(true),
            );
            return;
        }
        Current::Left => {
            rule(app, page, &app.words.say("it-was-left"));
            return;
        }
    };
    if session.hint_shown()
        && let Some(hint) = session.scenario().node(node).hint
    {
        page.blank();
        let lead = ink(Role::Accent, format!("{}  ", app.words.say("hint")));
        let para = Para::new(vec![lead, ink(Role::Text, session.words_now(hint))]);
        page.para(para.hang(2).bar(app.glyphs().bar()));
    }
    match &state.asking {
        Asking::OwnWords(_) => {}
        Asking::Nothing => {
            rule(app, page, &app.words.say("your-turn"));
            own_words(app, session.own_words(), page);
            page.blank();
            let ways = Ways {
                offers: &offers,
                focus: state.focus,
                answer: None,
                letters: false,
            };
            choices(app, session, stage, desk, &ways, page);
        }
        Asking::Confidence { choice, focus } => {
            rule(app, page, &app.words.say("your-turn"));
            page.blank();
            degrees(app, session, *choice, *focus, page);
        }
    }
}

/// How sure of this choice?
pub(crate) fn degrees(app: &App, session: &Session, choice: ChoiceIx, focus: Option<usize>, page: &mut Page) {
    let about = session.scenario().choice(choice);
    page.para(Para::new(vec![act_words(about.act, &session.words_now(about.text), Role::Text)]).indent(2));
    page.blank();
    page.say(Role::Strong, app.words.say("how-sure"));
    for (at, degree) in DEGREES.into_iter().enumerate() {
        let text = match degree {
            50 => app.words.say("sure-50"),
            70 => app.words.say("sure-70"),
            _ => app.words.say("sure-90"),
        };
        page.para(item(
            app,
            at,
            Some(at) == focus,
            &(degree / 10).to_string(),
            vec![ink(Role::Text, text)],
        ));
    }
}

/// What the learner wrote before the ways on appeared.
pub(crate) fn own_words(app: &App, own: Option<&str>, page: &mut Page) {
    if let Some(own) = own {
        page.blank();
        let lead = ink(Role::Muted, format!("{}  ", app.words.say("your-words")));
        page.para(
            Para::new(vec![lead, ink(Role::Text, own)])
                .hang(2)
                .bar(app.glyphs().bar()),
        );
    }
}

/// One row that can be chosen: pointer, label, text hanging behind both.
pub(crate) fn item(app: &App, at: usize, focus: bool, label: &str, text: Vec<crate::tui::text::Piece>) -> Para {
    let glyphs = app.glyphs();
    let pointer = if focus { glyphs.pointer() } else { " " };
    let mut pieces = vec![ink(Role::Accent, format!("{pointer} {label}  "))];
    let hang = 4 + label.len();
    pieces.extend(text);
    Para::new(pieces).hang(hang).spot(Spot::Item(at)).focus(focus)
}

/// The ways on, as they are shown.
pub(crate) struct Ways<'a> {
    pub(crate) offers: &'a [Offer],
    pub(crate) focus: Option<usize>,
    /// What was answered before and may be changed.
    pub(crate) answer: Option<ChoiceIx>,
    /// A, B, C instead of numbers.
    pub(crate) letters: bool,
}

pub(crate) fn choices(app: &App, session: &Session, stage: &Stage, desk: &Desk, ways: &Ways, page: &mut Page) {
    let scenario = session.scenario();
    for (at, offer) in ways.offers.iter().enumerate() {
        if at > 0 && !desk.compact {
            page.blank();
        }
        let choice = scenario.choice(offer.choice);
        let words = session.words_now(choice.text);
        let mut pieces = Vec::new();
        match (choice.act, choice.to) {
            (Act::Write, _) => pieces.push(ink(Role::Muted, format!("{} ", app.words.say("write-label")))),
            (Act::Say, Some(person)) => {
                let name = stage.name(person).to_owned();
                let label = app.words.say_with("say-to", &[("name", (&name).into())]);
                pieces.push(ink(Role::Muted, format!("{label} ")));
            }
            _ => {}
        }
        if offer.locked {
            pieces.push(ink(Role::Locked, words));
            pieces.push(ink(
                Role::Warn,
                format!("  {}", locked(app, scenario, session, choice.locked)),
            ));
        } else {
            pieces.push(act_words(choice.act, &words, Role::Text));
        }
        if ways.answer == Some(offer.choice) {
            pieces.push(ink(Role::Accent, format!("  {}", app.words.say("exam-your-answer"))));
        }
        let label = if ways.letters {
            letter(at).to_string()
        } else {
            (at + 1).to_string()
        };
        page.para(item(app, at, ways.focus == Some(at), &label, pieces));
    }
}

/// Why a way is not open, in the author's words if there are any.
pub(crate) fn locked(app: &App, _scenario: &Scenario, session: &Session, why: Option<Because>) -> String {
    match why.and_then(|because| because.0) {
        Some(text) => {
            let why = session.words_now(text);
            app.words.say_with("locked-because", &[("why", (&why).into())])
        }
        None => app.words.say("locked"),
    }
}

/// Whether two turns are the same one; a sitting has them by value.
#[must_use]
pub(crate) fn last_step(session: &Session) -> Option<(usize, &Turn)> {
    let turns = &session.run().turns;
    turns.last().map(|turn| (turns.len() - 1, turn))
}
