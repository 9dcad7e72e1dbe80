//! Before an exam begins: what it holds, what holds in it, and whether its time is kept.

use ratatui::layout::Position;

use super::page::{Read, read as laid};
use super::{Exam, push, put, state, state_mut};
use crate::model::ItemKind;
use crate::tui::app::App;
use crate::tui::desk::Desk;
use crate::tui::exam::{ExamAsk, ExamDrawn};
use crate::tui::keymap::Action;
use crate::tui::msg::Effect;
use crate::tui::scroll::Scroll;
use crate::tui::text::{Page, Para, Spot, ink};
use crate::tui::theme::Role;

#[derive(Clone, Debug, Default)]
pub(crate) struct Before {
    title: String,
    /// `None` while it is being drawn, or when it cannot be.
    drawn: Option<ExamDrawn>,
    /// Why it cannot.
    why: Option<String>,
    timed: bool,
    pub(super) scroll: Scroll,
    /// Asked to begin; one sits down once.
    begun: bool,
}

impl Before {
    pub(super) fn drawing(title: String) -> Before {
        Before {
            title,
            ..Before::default()
        }
    }
}

/// The form is there, or it cannot be had.
pub(super) fn drawn(app: &mut App, drawn: Result<ExamDrawn, String>) {
    let mut before = match state(app) {
        Some(Exam::Before(before)) => before.clone(),
        _ => Before::default(),
    };
    match drawn {
        Ok(drawn) => {
            before.title.clone_from(&drawn.form.title);
            before.timed = drawn.timed && drawn.form.minutes.is_some();
            before.drawn = Some(drawn);
        }
        Err(why) => before.why = Some(why),
    }
    if matches!(state(app), Some(Exam::Before(_))) {
        put(app, Exam::Before(before));
    } else {
        push(app, Exam::Before(before));
    }
}

/// It did not open: it may be asked again.
pub(super) fn failed(app: &mut App) {
    if let Some(Exam::Before(before)) = state_mut(app) {
        before.begun = false;
    }
}

pub(super) fn read(app: &App, before: &Before) -> Read {
    let desk = Desk::new(app.size, 1, false);
    let mut page = Page::new(usize::from(desk.body.width));
    if let Some(why) = &before.why {
        page.say(Role::Warn, why);
    }
    if let Some(drawn) = &before.drawn {
        form(app, before, drawn, &mut page);
    }
    let mut but = Vec::new();
    match &before.drawn {
        None => but.extend([Action::Enter, Action::Timed]),
        Some(drawn) if drawn.form.minutes.is_none() => but.push(Action::Timed),
        Some(_) => {}
    }
    Read {
        desk,
        page,
        scroll: before.scroll,
        title: vec![ink(Role::Strong, &before.title)],
        aside: vec![ink(Role::Muted, app.words.say("mode-exam"))],
        focus: Some(Spot::Act(Action::Enter)),
        but,
    }
}

fn form(app: &App, before: &Before, drawn: &ExamDrawn, page: &mut Page) {
    let words = &app.words;
    let form = &drawn.form;
    page.say(Role::Warn, &form.status);
    page.say(Role::Text, &form.about);
    let talks = form.items.iter().filter(|item| item.kind == ItemKind::Scenario).count();
    let facts = [("talks", talks.into()), ("singles", (form.items.len() - talks).into())];
    page.blank();
    page.say(Role::Text, words.say_with("exam-holds", &facts));
    if !drawn.hidden.is_empty() {
        let tags = drawn.hidden.join(", ");
        page.say(
            Role::Warn,
            words.say_with("exam-hidden-here", &[("tags", (&tags).into())]),
        );
    }
    page.blank();
    page.say(Role::Strong, words.say("exam-before"));
    let dot = app.glyphs().dot();
    for rule in [
        words.say("exam-rule-nothing"),
        words.say("exam-rule-change"),
        words.say("exam-rule-flag"),
        words.say("exam-rule-pause"),
    ] {
        page.para(Para::new(vec![ink(Role::Faint, format!("{dot} ")), ink(Role::Text, rule)]).hang(2));
    }
    page.blank();
    let seed = form.seed.to_string();
    page.say(Role::Muted, words.say_with("exam-seed", &[("seed", (&seed).into())]));
    page.say(Role::Muted, words.say("education-only"));
    page.blank();
    time(app, before, form.minutes, page);
    let pointer = app.glyphs().pointer();
    page.para(
        Para::new(vec![
            ink(Role::Accent, format!("{pointer} ")),
            ink(Role::Strong, words.say("exam-begin")),
        ])
        .spot(Spot::Act(Action::Enter))
        .focus(true),
    );
}

/// Whether time is kept; a choice where the blueprint names one.
fn time(app: &App, before: &Before, minutes: Option<u16>, page: &mut Page) {
    let words = &app.words;
    let Some(minutes) = minutes else {
        page.say(Role::Text, words.say("exam-untimed"));
        page.blank();
        return;
    };
    let value = if before.timed {
        words.say_with("exam-time-kept", &[("minutes", i64::from(minutes).into())])
    } else {
        words.say("exam-time-free")
    };
    let means = if before.timed {
        words.say("exam-time-kept-means")
    } else {
        words.say_with("exam-time-free-means", &[("minutes", i64::from(minutes).into())])
    };
    let (left, right) = app.glyphs().left_right();
    let pieces = vec![
        ink(Role::Muted, format!("{}  ", words.say("exam-time"))),
        ink(Role::Accent, format!("{left} {value} {right}")),
        ink(Role::Text, format!("  {means}")),
    ];
    page.para(Para::new(pieces).hang(2).spot(Spot::Act(Action::Timed)));
    page.blank();
}

pub(super) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    let Some(view) = laid(app).map(|read| read.view()) else {
        return Vec::new();
    };
    let Some(Exam::Before(before)) = state_mut(app) else {
        return Vec::new();
    };
    if before.scroll.follow(action, view) {
        return Vec::new();
    }
    match (action, &before.drawn) {
        (Action::Timed, Some(drawn)) => {
            before.timed = !before.timed && drawn.form.minutes.is_some();
            // What it means is longer or shorter now, and the end of the page is to be seen.
            if let Some(view) = laid(app).map(|read| read.view())
                && let Some(Exam::Before(before)) = state_mut(app)
            {
                before.scroll.to(usize::MAX, view);
            }
        }
        (Action::Enter, Some(drawn)) if !before.begun => {
            let ask = ExamAsk::Begin {
                form: Box::new(drawn.form.clone()),
                timed: before.timed,
            };
            before.begun = true;
            return vec![Effect::Exam(ask)];
        }
        (Action::Back, _) => {
            app.pop();
            return vec![Effect::Exam(ExamAsk::List)];
        }
        _ => {}
    }
    Vec::new()
}

pub(super) fn clicked(app: &mut App, at: Position) -> Vec<Effect> {
    match laid(app).and_then(|read| read.under(at)) {
        Some(Spot::Act(action)) => act(app, action),
        _ => Vec::new(),
    }
}
