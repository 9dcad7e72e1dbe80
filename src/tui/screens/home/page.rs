//! The pages of home: the list, and beside or beneath it what is known of the one in focus.

use ratatui::layout::Rect;

use super::{Item, Row, filter, focused, items, state};
use crate::model::Track;
use crate::tui::app::App;
use crate::tui::desk::Desk;
use crate::tui::home_data::HomeEntry;
use crate::tui::script::{capital, in_words};
use crate::tui::scroll::View;
use crate::tui::text::{Page, Para, Piece, Spot, ink};
use crate::tui::theme::Role;

/// The list's share of a wide screen.
const LIST: u16 = 38;
const GAP: u16 = 4;
/// From here on the details stand beside the list.
const TWO_COLUMNS: u16 = 76;

pub(crate) struct Laid {
    pub(crate) desk: Desk,
    pub(crate) area: Rect,
    pub(crate) list: Page,
    pub(crate) side: Option<Rect>,
}

impl Laid {
    pub(crate) fn of(app: &App) -> Laid {
        let desk = Desk::wide(app.size, 1, 104);
        let two = app.size.width >= TWO_COLUMNS && !desk.compact;
        let body = desk.body;
        let list_width = if two {
            (body.width * 45 / 100).max(LIST.min(body.width / 2))
        } else {
            body.width
        };
        let area = Rect {
            width: list_width,
            ..body
        };
        let side = two.then(|| {
            Rect::new(
                body.x + list_width + GAP,
                body.y,
                body.width - list_width - GAP,
                body.height,
            )
        });
        // While letters are typed the list stays short, so that the line they are typed into stays in view.
        let finding = state(app).is_some_and(|home| home.finding);
        let list = list(app, list_width, side.is_none() && !finding);
        Laid { desk, area, list, side }
    }

    pub(crate) fn view(&self) -> View {
        View::new(self.list.len(), self.area.height)
    }
}

pub(crate) fn track_name(app: &App, track: Option<Track>) -> String {
    match track {
        Some(Track::Adult) => app.words.say("track-adult"),
        Some(Track::Pediatric) => app.words.say("track-pediatric"),
        Some(Track::Cultural) => app.words.say("track-cultural"),
        Some(Track::Planning) => app.words.say("track-planning"),
        None => app.words.say("track-none"),
    }
}

pub(crate) fn level_name(app: &App, level: u8) -> String {
    match level {
        1 => app.words.say("level-1"),
        2 => app.words.say("level-2"),
        _ => app.words.say("level-3"),
    }
}

pub(crate) fn minutes(app: &App, minutes: u16) -> String {
    app.words.say_with("minutes", &[("minutes", i64::from(minutes).into())])
}

/// How far it has been reviewed, in words.
pub(crate) fn review(app: &App, stage: &str) -> String {
    match stage {
        "drafted" | "" => app.words.say("drafted"),
        other => in_words(other),
    }
}

fn heading(page: &mut Page, text: impl AsRef<str>) {
    page.blank();
    page.say(Role::Muted, text);
}

fn list(app: &App, width: u16, with_details: bool) -> Page {
    let mut page = Page::new(usize::from(width));
    let Some(home) = state(app) else { return page };
    let items = items(app);
    // While the filter is set, the pointer is there and nowhere else.
    let pointed = home
        .filtering
        .is_none()
        .then_some(home.focus.min(items.len().saturating_sub(1)));
    let mut track: Option<Option<Track>> = None;
    let finding = home.finding || !home.query.is_empty();
    for (at, item) in items.iter().enumerate() {
        let focus = pointed == Some(at);
        match item {
            Item::Open(open) => {
                if *open == 0 {
                    heading(&mut page, app.words.say("continue"));
                }
                let attempt = &app.home.open[*open];
                let title = vec![ink(Role::Text, &attempt.title)];
                page.para(row(app, at, focus, title));
                let step = app.words.say_with(
                    "step-when",
                    &[("step", attempt.step.into()), ("when", (&attempt.when).into())],
                );
                page.para(Para::of(Role::Muted, step).indent(4).spot(Spot::Item(at)).focus(focus));
            }
            Item::Older(count) => {
                let text = app.words.say_with("older-open", &[("count", (*count).into())]);
                page.para(row(app, at, focus, vec![ink(Role::Muted, text)]));
            }
            Item::Suggested => {
                heading(&mut page, app.words.say("today"));
                let words = app
                    .home
                    .suggestion
                    .as_ref()
                    .map_or("", |suggested| suggested.words.as_str());
                page.para(row(app, at, focus, vec![ink(Role::Text, capital(words))]));
            }
            Item::Entry(entry) => {
                let entry = &app.home.entries[*entry];
                if track.is_none() {
                    suggestion_only(app, &mut page, &items);
                    library_head(app, &mut page);
                }
                if !finding && track != Some(entry.track) {
                    page.blank();
                    page.say(Role::Strong, track_name(app, entry.track));
                }
                track = Some(entry.track);
                entry_rows(app, &mut page, at, focus, entry, with_details);
            }
        }
    }
    if track.is_none() {
        suggestion_only(app, &mut page, &items);
        library_head(app, &mut page);
        page.blank();
        let text = if app.home.entries.is_empty() {
            app.words.say("library-empty")
        } else {
            app.words.say("nothing-found")
        };
        page.say(Role::Text, text);
    }
    kept_back(app, &mut page);
    page
}

/// A suggestion that names no conversation is read, not opened.
fn suggestion_only(app: &App, page: &mut Page, items: &[Item]) {
    let Some(suggested) = &app.home.suggestion else { return };
    let searching = state(app).is_some_and(|home| !home.query.is_empty());
    if !items.contains(&Item::Suggested) && !searching {
        heading(page, app.words.say("today"));
        page.para(Para::of(Role::Text, capital(&suggested.words)).indent(2));
    }
}

fn kept_back(app: &App, page: &mut Page) {
    let hidden = filter::kept_back(&app.home, &app.settings.hidden_tags);
    if hidden > 0 {
        page.blank();
        page.say(
            Role::Muted,
            app.words.say_with("kept-back", &[("count", hidden.into())]),
        );
    }
}

fn library_head(app: &App, page: &mut Page) {
    let Some(home) = state(app) else { return };
    page.blank();
    page.say(Role::Muted, app.words.say("library"));
    if home.finding || !home.query.is_empty() {
        let caret = if home.finding { "_" } else { "" };
        page.row(vec![
            ink(Role::Accent, format!("/ {}", home.query)),
            ink(Role::Faint, caret),
        ]);
    }
    if home.filtering.is_some() || home.filter.is_set() {
        filter_rows(app, page);
    }
}

fn filter_rows(app: &App, page: &mut Page) {
    let Some(home) = state(app) else { return };
    let (left, right) = app.glyphs().left_right();
    for (at, row) in Row::ALL.into_iter().enumerate() {
        let focus = home.filtering == Some(at);
        let value = filter_value(app, row);
        if home.filtering.is_none() && value.is_none() {
            continue;
        }
        let label = match row {
            Row::Track => app.words.say("filter-track"),
            Row::Level => app.words.say("filter-level"),
            Row::Skill => app.words.say("filter-skill"),
            Row::Role => app.words.say("filter-role"),
            Row::Minutes => app.words.say("filter-minutes"),
            Row::Done => app.words.say("filter-done"),
        };
        let shown = value.clone().unwrap_or_else(|| app.words.say("any"));
        let pointer = if focus { app.glyphs().pointer() } else { " " };
        let role = if value.is_some() { Role::Accent } else { Role::Muted };
        let shown = if focus {
            format!("{left} {shown} {right}")
        } else {
            shown
        };
        let left = vec![ink(Role::Accent, format!("{pointer} ")), ink(Role::Muted, label)];
        page.sides(left, vec![ink(role, shown)], app.glyphs().ellipsis()).focus = focus;
    }
}

fn filter_value(app: &App, row: Row) -> Option<String> {
    let filter = &state(app)?.filter;
    match row {
        Row::Track => filter.track.map(|track| track_name(app, Some(track))),
        Row::Level => filter.level.map(|level| level_name(app, level)),
        Row::Skill => filter.skill.as_ref().map(|skill| {
            let skills = app.home.entries.iter().flat_map(|entry| &entry.skills);
            let name = skills
                .filter(|(id, _)| id == skill)
                .map(|(_, name)| name.as_str())
                .next();
            format!("{skill} {}", name.unwrap_or("")).trim_end().to_owned()
        }),
        Row::Role => filter.role.as_ref().map(|role| in_words(role)),
        Row::Minutes => filter.minutes.map(|most| {
            app.words
                .say_with("at-most-minutes", &[("minutes", i64::from(most).into())])
        }),
        Row::Done => filter.done.map(|done| {
            if done {
                app.words.say("filter-done-yes")
            } else {
                app.words.say("filter-done-no")
            }
        }),
    }
}

/// Pointer, then text hanging behind it.
fn row(app: &App, at: usize, focus: bool, text: Vec<Piece>) -> Para {
    let pointer = if focus { app.glyphs().pointer() } else { " " };
    let mut pieces = vec![ink(Role::Accent, format!("{pointer} "))];
    pieces.extend(text);
    Para::new(pieces).hang(2).spot(Spot::Item(at)).focus(focus)
}

fn entry_rows(app: &App, page: &mut Page, at: usize, focus: bool, entry: &HomeEntry, with_details: bool) {
    let pointer = if focus { app.glyphs().pointer() } else { " " };
    let (role, right) = if entry.broken.is_some() {
        (Role::Locked, ink(Role::Warn, app.words.say("broken")))
    } else if entry.endings_seen > 0 {
        (
            Role::Text,
            ink(
                Role::Muted,
                app.words.say_with(
                    "seen-of",
                    &[("seen", entry.endings_seen.into()), ("all", entry.endings_all.into())],
                ),
            ),
        )
    } else {
        (Role::Text, ink(Role::Muted, minutes(app, entry.minutes)))
    };
    let left = vec![ink(Role::Accent, format!("{pointer} ")), ink(role, &entry.title)];
    let ellipsis = app.glyphs().ellipsis();
    let made = page.sides(left, vec![right], ellipsis);
    made.spot = Some(Spot::Item(at));
    made.focus = focus;
    if focus && with_details {
        let mut below = Page::new(page.width.saturating_sub(4));
        about(app, entry, &mut below, true);
        for mut row in below.rows {
            row.indent += 4;
            row.spot = Some(Spot::Item(at));
            page.rows.push(row);
        }
        page.blank();
    }
}

/// What stands beside the list.
pub(crate) fn details(app: &App, width: u16) -> Page {
    let mut page = Page::new(usize::from(width));
    let entry = match focused(app) {
        Some(Item::Entry(at)) => app.home.entries.get(at),
        Some(Item::Open(at)) => find(app, &app.home.open[at].scenario),
        Some(Item::Suggested) => {
            let scenario = app
                .home
                .suggestion
                .as_ref()
                .and_then(|suggested| suggested.scenario.as_ref());
            scenario.and_then(|scenario| find(app, scenario))
        }
        Some(Item::Older(_)) | None => None,
    };
    if let Some(entry) = entry {
        page.say(Role::Strong, &entry.title);
        about(app, entry, &mut page, false);
    }
    page
}

fn find<'a>(app: &'a App, id: &str) -> Option<&'a HomeEntry> {
    app.home.entries.iter().find(|entry| entry.id == id)
}

fn about(app: &App, entry: &HomeEntry, page: &mut Page, short: bool) {
    let words = &app.words;
    if let Some(broken) = &entry.broken {
        let args = [("path", (&broken.path).into()), ("faults", broken.faults.into())];
        page.say(Role::Warn, words.say_with("broken-do", &args));
        return;
    }
    let dot = format!(" {} ", app.glyphs().dot());
    let roles: Vec<String> = entry.roles.iter().map(|role| in_words(role)).collect();
    let facts = [
        minutes(app, entry.minutes),
        level_name(app, entry.level),
        roles.join(", "),
    ];
    let gap = |page: &mut Page| {
        if !short {
            page.blank();
        }
    };
    page.say(Role::Muted, facts.join(&dot));
    page.say(Role::Warn, review(app, &entry.review));
    if let Some(when) = &entry.played {
        let args = [("seen", entry.endings_seen.into()), ("all", entry.endings_all.into())];
        let seen = words.say_with("endings-seen", &args);
        page.say(
            Role::Text,
            words.say_with("played", &[("when", when.into())]) + &dot + &seen,
        );
    }
    gap(page);
    page.say(Role::Text, &entry.summary);
    gap(page);
    if let Some(note) = &entry.note {
        let label = words.say("content-note");
        page.para(Para::new(vec![ink(Role::Muted, format!("{label}  ")), ink(Role::Text, note)]).hang(2));
    }
    if !short && !entry.skills.is_empty() {
        gap(page);
        let skills: Vec<&str> = entry
            .skills
            .iter()
            .map(|(id, name)| if name.is_empty() { id } else { name.as_str() })
            .collect();
        let label = words.say("practises");
        let pieces = vec![
            ink(Role::Muted, format!("{label}  ")),
            ink(Role::Muted, skills.join(", ")),
        ];
        page.para(Para::new(pieces).hang(2));
    }
    if let Some(pack) = &entry.pack {
        page.say(Role::Muted, words.say_with("from-pack", &[("pack", pack.into())]));
    }
}
