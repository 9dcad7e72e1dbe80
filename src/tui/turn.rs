//! "Your turn", as it is set: the hint, one's own words, and the ways on.

use super::app::App;
use super::script::{Stage, act_words};
use super::text::{Page, Para, Piece, Spot, ink};
use super::theme::Role;
use crate::engine::Offer;
use crate::model::{Act, Because, ChoiceIx, NodeIx};
use crate::session::Session;

/// A heading with a rule before it.
pub(crate) fn rule(app: &App, page: &mut Page, heading: &str) {
    let rule = app.glyphs().rule().repeat(2);
    page.blank();
    page.row(vec![ink(Role::Faint, format!("{rule} ")), ink(Role::Muted, heading)]);
}

/// Once it was asked for.
pub(crate) fn hint(app: &App, session: &Session, node: NodeIx, page: &mut Page) {
    if session.hint_shown()
        && let Some(hint) = session.scenario().node(node).hint
    {
        page.blank();
        let lead = ink(Role::Accent, format!("{}  ", app.words.say("hint")));
        let para = Para::new(vec![lead, ink(Role::Text, session.words_now(hint))]);
        page.para(para.hang(2).bar(app.glyphs().bar()));
    }
}

pub(crate) fn own_words(app: &App, session: &Session, page: &mut Page) {
    written(app, session.own_words(), page);
}

/// The same from wherever they are kept.
pub(crate) fn written(app: &App, own: Option<&str>, page: &mut Page) {
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
pub(crate) fn item(app: &App, at: usize, focus: bool, label: &str, text: Vec<Piece>) -> Para {
    let glyphs = app.glyphs();
    let pointer = if focus { glyphs.pointer() } else { " " };
    let mut pieces = vec![ink(Role::Accent, format!("{pointer} {label}  "))];
    let hang = 4 + label.len();
    pieces.extend(text);
    Para::new(pieces).hang(hang).spot(Spot::Item(at)).focus(focus)
}

/// The ways on, numbered in the order offered, `focus` among them.
pub(crate) fn choices(
    app: &App,
    session: &Session,
    stage: &Stage,
    offers: &[Offer],
    focus: Option<usize>,
    page: &mut Page,
) {
    let label = |at: usize| (at + 1).to_string();
    labelled(app, session, stage, (offers, &label), (focus, None), page);
}

/// The same with labels of one's own, and the answer given before, if there is one.
pub(crate) fn labelled(
    app: &App,
    session: &Session,
    stage: &Stage,
    (offers, label): (&[Offer], &dyn Fn(usize) -> String),
    (focus, answer): (Option<usize>, Option<ChoiceIx>),
    page: &mut Page,
) {
    let scenario = session.scenario();
    for (at, offer) in offers.iter().enumerate() {
        if at > 0 && !stage.tight {
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
            pieces.push(ink(Role::Warn, format!("  {}", locked(app, session, choice.locked))));
        } else {
            pieces.push(act_words(choice.act, &words, Role::Text));
        }
        if answer == Some(offer.choice) {
            pieces.push(ink(Role::Accent, format!("  {}", app.words.say("exam-your-answer"))));
        }
        page.para(item(app, at, focus == Some(at), &label(at), pieces));
    }
}

/// Why a way is not open, in the author's words if there are any.
pub(crate) fn locked(app: &App, session: &Session, why: Option<Because>) -> String {
    match why.and_then(|because| because.0) {
        Some(text) => {
            let why = session.words_now(text);
            app.words.say_with("locked-because", &[("why", (&why).into())])
        }
        None => app.words.say("locked"),
    }
}
