//! The page of a result, part by part.

use super::Outcome;
use crate::i18n::{Arg, Words};
use crate::model::{Closing, Level, Rubric};
use crate::practice::exam::{Claim, CriticalError, ExamResult, Profile, ProfileOf, ScenarioScore, Verdict};
use crate::practice::statistics::Interval;
use crate::session::Session;
use crate::tui::app::App;
use crate::tui::desk::Desk;
use crate::tui::exam::Seat;
use crate::tui::keymap::Action;
use crate::tui::screens::debrief::part_heading;
use crate::tui::screens::exam::page::Read;
use crate::tui::screens::home::track_name;
use crate::tui::script::in_words;
use crate::tui::text::{Mark, Page, Para, Spot, ink, width};
use crate::tui::theme::Role;

/// What every part is handed.
struct Ctx<'a> {
    app: &'a App,
    words: &'a Words,
    seat: &'a Seat,
    desk: &'a Desk,
    rubric: Option<&'a Rubric>,
    result: &'a ExamResult,
}

pub(in crate::tui::screens::exam) fn read(app: &App, outcome: Outcome) -> Option<Read> {
    let seat = app.seat.as_ref()?;
    let desk = Desk::new(app.size, 1, false);
    let mut page = Page::new(usize::from(desk.body.width));
    if let Some(result) = &seat.result {
        parts(
            &Ctx {
                app,
                words: &app.words,
                seat,
                desk: &desk,
                rubric: sessions(seat).map(|session| &**session.rubric()).next(),
                result,
            },
            &mut page,
        );
    }
    Some(Read {
        desk,
        page,
        scroll: outcome.scroll,
        title: vec![ink(Role::Strong, &seat.sitting.form().title)],
        aside: vec![ink(Role::Muted, app.words.say("exam-result-aside"))],
        focus: None,
        but: Vec::new(),
    })
}

fn sessions(seat: &Seat) -> impl Iterator<Item = &Session> {
    (0..seat.sitting.items().len()).filter_map(|item| {
        let single = seat.sitting.single(item).map(|single| &single.session);
        single.or_else(|| seat.sitting.talk(item))
    })
}

/// The title of a conversation of the form, by its id.
fn title(seat: &Seat, id: &str) -> String {
    let found = sessions(seat).find(|session| session.scenario().id == id);
    found.map_or_else(
        || id.to_owned(),
        |session| session.scenario().raw(session.scenario().title).to_owned(),
    )
}

fn parts(ctx: &Ctx, page: &mut Page) {
    let (words, result) = (ctx.words, ctx.result);
    let minutes = usize::try_from(result.used_ms / 60_000).unwrap_or(usize::MAX);
    let facts = [
        ("decisions", result.decisions.into()),
        ("unanswered", result.unanswered.into()),
        ("minutes", minutes.into()),
    ];
    let text = match result.closed {
        Closing::TimeUp => words.say_with("exam-result-time-up", &facts),
        _ => words.say_with("exam-result-handed-in", &facts),
    };
    page.mark(Mark::Part(0));
    page.say(Role::Text, text);
    page.blank();
    score(ctx, page);
    claim(ctx, page);
    profile(ctx, page);
    heading(ctx, page, 2, words.say("exam-critical"));
    if result.critical.is_empty() {
        page.say(Role::Text, words.say("exam-no-critical"));
    }
    for error in &result.critical {
        one_error(ctx, error, page);
    }
    if !result.other_errors.is_empty() {
        heading(ctx, page, 3, words.say("exam-other-errors"));
        for error in &result.other_errors {
            one_error(ctx, error, page);
        }
    }
    if !result.missed.is_empty() {
        heading(ctx, page, 4, words.say("exam-missed"));
        for missed in &result.missed {
            let (owed, scenario) = (in_words(&missed.owed), title(ctx.seat, &missed.scenario));
            let facts = [("owed", (&owed).into()), ("scenario", (&scenario).into())];
            bullet(ctx, page, Role::Text, words.say_with("exam-missed-one", &facts));
        }
    }
    if !result.scenarios.is_empty() {
        heading(ctx, page, 5, words.say("exam-talks"));
        for talk in &result.scenarios {
            conversation(ctx, talk, page);
        }
    }
    heading(ctx, page, 6, words.say("exam-what-it-says"));
    small_print(ctx, page);
    page.blank();
    let pointer = ctx.app.glyphs().pointer();
    let back = vec![
        ink(Role::Accent, format!("{pointer} ")),
        ink(Role::Strong, words.say("exam-look-at-items")),
    ];
    page.para(Para::new(back).hang(2).spot(Spot::Act(Action::Enter)).focus(true));
}

fn heading(ctx: &Ctx, page: &mut Page, part: usize, text: String) {
    part_heading(ctx.app, ctx.desk, page, Mark::Part(part), &text);
}

fn bullet(ctx: &Ctx, page: &mut Page, role: Role, text: String) {
    let dot = ctx.app.glyphs().dot();
    page.para(Para::new(vec![ink(Role::Faint, format!("{dot} ")), ink(role, text)]).hang(2));
}

fn score(ctx: &Ctx, page: &mut Page) {
    let (words, result) = (ctx.words, ctx.result);
    let Some(score) = result.score else {
        page.say(Role::Text, words.say("exam-no-score"));
        return;
    };
    let texts = [score.share, score.low, score.high].map(percent);
    page.say(Role::Text, words.say_with("exam-score", &facts(&score, &texts)));
    page.blank();
    let Some(reference) = result.reference else {
        let text = if ctx.seat.scored {
            words.say("exam-no-reference")
        } else {
            words.say("references-coming")
        };
        page.say(Role::Muted, text);
        return;
    };
    let (random, best) = (percent(reference.random), percent(reference.best));
    let facts = [("random", (&random).into()), ("best", (&best).into())];
    let mut text = words.say_with("exam-reference", &facts);
    let between = match reference.between {
        Some(between) if between < 0.0 => Some(words.say("exam-below-random")),
        Some(between) => {
            let between = percent(between);
            Some(words.say_with("exam-between", &[("between", (&between).into())]))
        }
        None => None,
    };
    if let Some(between) = between {
        text = format!("{text} {between}");
    }
    page.say(Role::Text, text);
}

fn claim(ctx: &Ctx, page: &mut Page) {
    let text = match ctx.result.claim {
        Claim::TooFew { have, need } => {
            let facts = [("have", have.into()), ("low", need.0.into()), ("high", need.1.into())];
            ctx.words.say_with("exam-too-few", &facts)
        }
        Claim::AsMany { have } => ctx.words.say_with("exam-as-many", &[("have", have.into())]),
    };
    page.blank();
    page.say(Role::Warn, text);
}

fn profile(ctx: &Ctx, page: &mut Page) {
    let words = ctx.words;
    if ctx.result.profile.is_empty() {
        return;
    }
    heading(ctx, page, 1, words.say("exam-profile"));
    page.say(Role::Muted, words.say("exam-profile-reads"));
    let mut kind = None;
    for row in &ctx.result.profile {
        let of = std::mem::discriminant(&row.of);
        if kind.replace(of) != Some(of) {
            page.blank();
            let what = match row.of {
                ProfileOf::Domain(_) => words.say("exam-domains"),
                ProfileOf::Track(_) => words.say("exam-tracks"),
                ProfileOf::Topic(_) => words.say("exam-topics"),
            };
            page.say(Role::Muted, what);
        }
        one_row(ctx, row, page);
    }
    page.blank();
    page.say(Role::Muted, words.say("exam-profile-note"));
}

/// Name on the left and numbers on the right, or under it where there is no room.
fn one_row(ctx: &Ctx, row: &Profile, page: &mut Page) {
    let name = name_of(ctx, row);
    let numbers = match &row.share {
        Some(share) => {
            let texts = [share.share, share.low, share.high].map(percent);
            ctx.words.say_with("exam-row-short", &facts(share, &texts))
        }
        None => ctx.words.say_with("exam-row-few-short", &[("n", row.n.into())]),
    };
    let role = if row.share.is_some() { Role::Text } else { Role::Muted };
    if width(&name) + width(&numbers) + 4 <= page.width {
        let dot = ctx.app.glyphs().dot();
        let left = vec![ink(Role::Faint, format!("{dot} ")), ink(Role::Text, name)];
        page.sides(left, vec![ink(role, numbers)], ctx.app.glyphs().ellipsis());
    } else {
        bullet(ctx, page, Role::Text, name);
        page.para(Para::of(role, numbers).indent(2));
    }
}

fn name_of(ctx: &Ctx, row: &Profile) -> String {
    match &row.of {
        ProfileOf::Domain(domain) => {
            let found = ctx.rubric.and_then(|rubric| rubric.domains.get(domain.at()));
            found.map_or(String::new(), |domain| domain.name.clone())
        }
        ProfileOf::Track(track) => track_name(ctx.app, Some(*track)),
        ProfileOf::Topic(topic) => {
            let tags = ctx.rubric.map(|rubric| &rubric.curriculum);
            let found = tags.and_then(|tags| tags.iter().find(|tag| tag.id == *topic));
            found.map_or_else(|| topic.to_string(), |tag| tag.name.clone())
        }
    }
}

fn facts<'a>(share: &Interval, texts: &'a [String; 3]) -> [(&'static str, Arg<'a>); 4] {
    [
        ("share", (&texts[0]).into()),
        ("low", (&texts[1]).into()),
        ("high", (&texts[2]).into()),
        ("n", share.n.into()),
    ]
}

fn one_error(ctx: &Ctx, error: &CriticalError, page: &mut Page) {
    let words = ctx.words;
    let kind = ctx.rubric.and_then(|rubric| rubric.errors.get(error.error.at()));
    let severity = match error.severity {
        Level::Minor => words.say("report-minor"),
        Level::Major => words.say("report-major"),
        Level::Critical => words.say("report-critical"),
    };
    let scenario = title(ctx.seat, &error.scenario);
    let facts = [
        ("name", kind.map_or("", |kind| kind.name.as_str()).into()),
        ("severity", (&severity).into()),
        ("item", (error.item + 1).into()),
        ("scenario", (&scenario).into()),
    ];
    let text = match (&error.node, error.repaired) {
        (None, _) => words.say_with("exam-error-never-done", &facts),
        (_, true) => words.say_with("exam-error-repaired", &facts),
        _ => words.say_with("exam-error", &facts),
    };
    let role = if error.severity == Level::Critical {
        Role::Bad
    } else {
        Role::Text
    };
    bullet(ctx, page, role, text);
    if let Some(because) = &error.because {
        page.para(Para::of(Role::Text, because).indent(2));
    }
    if let Some(kind) = kind.filter(|kind| !kind.instead.is_empty()) {
        let instead = words.say_with("exam-instead", &[("instead", (&kind.instead).into())]);
        page.para(Para::of(Role::Good, instead).indent(2));
    }
}

fn conversation(ctx: &Ctx, talk: &ScenarioScore, page: &mut Page) {
    let words = ctx.words;
    let name = title(ctx.seat, &talk.scenario);
    let Some(score) = talk.score.filter(|_| talk.ending.is_some()) else {
        let text = words.say_with("exam-talk-unfinished", &[("scenario", (&name).into())]);
        bullet(ctx, page, Role::Text, text);
        return;
    };
    let score = whole(score);
    let mut facts = vec![("scenario", (&name).into()), ("score", (&score).into())];
    let known = talk.references.as_ref();
    let beside = known.map(|known| [whole(known.random.mean), whole(known.best)]);
    let text = match &beside {
        Some([random, best]) => {
            facts.extend([("random", random.into()), ("best", best.into())]);
            words.say_with("exam-talk-score-beside", &facts)
        }
        None => words.say_with("exam-talk-score", &facts),
    };
    bullet(ctx, page, Role::Text, text);
}

/// A pass mark only where method, panel and date are named; whose key; education only.
fn small_print(ctx: &Ctx, page: &mut Page) {
    let (words, result) = (ctx.words, ctx.result);
    match (result.verdict, &ctx.seat.sitting.form().pass_mark) {
        (Some(verdict), Some(mark)) => {
            let cut = whole(mark.cut);
            let facts = [
                ("cut", (&cut).into()),
                ("method", (&mark.method).into()),
                ("panel", (&mark.panel).into()),
                ("date", (&mark.date).into()),
            ];
            let verdict = match verdict {
                Verdict::Above => words.say("exam-above"),
                Verdict::Below => words.say("exam-below"),
                Verdict::TooCloseToCall => words.say("exam-too-close"),
            };
            let mark = words.say_with("exam-pass-mark", &facts);
            page.say(Role::Text, format!("{mark} {verdict}"));
        }
        _ => page.say(Role::Text, words.say("exam-no-pass-mark")),
    }
    if !result.gone.is_empty() {
        let items: Vec<String> = result.gone.iter().map(|item| (item + 1).to_string()).collect();
        let items = items.join(", ");
        let facts = [("items", (&items).into()), ("count", result.gone.len().into())];
        page.say(Role::Warn, words.say_with("exam-gone-items", &facts));
    }
    page.blank();
    let mut panels: Vec<&str> = result.keys.iter().map(|(_, panel, _)| panel.as_str()).collect();
    panels.sort_unstable();
    panels.dedup();
    let panels = panels.join(", ");
    let mut text = words.say_with("exam-keys", &[("panels", (&panels).into())]);
    if result.keys.iter().any(|(_, _, author)| *author) {
        text = format!("{text} {}", words.say("author-key"));
    }
    page.say(Role::Muted, text);
    page.say(Role::Warn, &ctx.seat.sitting.form().status);
    page.say(Role::Muted, words.say("education-only"));
}

/// "64", of a share.
fn percent(share: f64) -> String {
    whole(share * 100.0)
}

fn whole(number: f64) -> String {
    format!("{number:.0}")
}
