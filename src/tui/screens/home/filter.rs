//! Which conversations are listed: found by a few letters, narrowed by track, level, skill, role, minutes and what was played.

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::{Home, go, reveal, state, state_mut};
use crate::model::{Name, Track};
use crate::tui::app::App;
use crate::tui::home_data::{HomeData, HomeEntry};
use crate::tui::keymap::Action;
use crate::tui::script::in_words;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Filter {
    pub(crate) track: Option<Track>,
    pub(crate) level: Option<u8>,
    pub(crate) skill: Option<Name>,
    pub(crate) role: Option<Name>,
    /// At most so many minutes.
    pub(crate) minutes: Option<u16>,
    /// Played to an ending, or not.
    pub(crate) done: Option<bool>,
}

/// One row of the filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Row {
    Track,
    Level,
    Skill,
    Role,
    Minutes,
    Done,
}

impl Row {
    pub(crate) const ALL: [Row; 6] = [Row::Track, Row::Level, Row::Skill, Row::Role, Row::Minutes, Row::Done];
}

impl Filter {
    pub(crate) fn is_set(&self) -> bool {
        *self != Filter::default()
    }

    fn lets(&self, entry: &HomeEntry) -> bool {
        let track = self.track.is_none_or(|track| entry.track == Some(track));
        let level = self.level.is_none_or(|level| entry.level == level);
        let skill = |wanted: &Name| entry.skills.iter().any(|(id, _)| id == wanted);
        let skill = self.skill.as_ref().is_none_or(skill);
        let role = self.role.as_ref().is_none_or(|role| entry.roles.contains(role));
        let minutes = self.minutes.is_none_or(|most| entry.minutes <= most);
        let done = self.done.is_none_or(|done| (entry.endings_seen > 0) == done);
        track && level && skill && role && minutes && done
    }
}

/// Entries of the library to be listed, by place. With letters to find: best match first.
pub(crate) fn shown(data: &HomeData, home: &Home, hidden: &[Name]) -> Vec<usize> {
    let allowed = data.entries.iter().enumerate().filter(|(_, entry)| {
        let seen = !entry.tags.iter().any(|tag| hidden.contains(tag));
        seen && home.filter.lets(entry)
    });
    let query = home.query.trim();
    if query.is_empty() {
        return allowed.map(|(at, _)| at).collect();
    }
    // Letters may be left out of a title, not out of everything that is known of a conversation: that would match anything.
    let loose = Pattern::parse(query, CaseMatching::Ignore, Normalization::Smart);
    let strict = Pattern::new(query, CaseMatching::Ignore, Normalization::Smart, AtomKind::Substring);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut buffer = Vec::new();
    let scored = allowed.filter_map(|(at, entry)| {
        let title = loose.score(Utf32Str::new(&entry.title, &mut buffer), &mut matcher);
        let rest = strict.score(Utf32Str::new(&haystack(entry), &mut buffer), &mut matcher);
        // A hit in the title counts double: that is what is read on the screen.
        let score = title.map(|score| score * 2).max(rest)?;
        Some((std::cmp::Reverse(score), at))
    });
    let mut scored: Vec<(std::cmp::Reverse<u32>, usize)> = scored.collect();
    scored.sort_unstable();
    scored.into_iter().map(|(_, at)| at).collect()
}

fn haystack(entry: &HomeEntry) -> String {
    let skills = entry.skills.iter().map(|(id, name)| format!("{id} {name}"));
    let tags = entry.tags.iter().map(|tag| in_words(tag));
    let mut parts = vec![
        entry.title.clone(),
        entry.id.to_string(),
        entry.summary.clone(),
        entry.setting.clone(),
    ];
    parts.extend(skills);
    parts.extend(tags);
    parts.join(" ")
}

/// How many are kept back by content tags.
pub(crate) fn kept_back(data: &HomeData, hidden: &[Name]) -> usize {
    let tagged = |entry: &&HomeEntry| entry.tags.iter().any(|tag| hidden.contains(tag));
    data.entries.iter().filter(tagged).count()
}

pub(crate) fn act(app: &mut App, action: Action) {
    let Some(row) = state(app).and_then(|home| home.filtering) else {
        return;
    };
    let last = Row::ALL.len() - 1;
    match action {
        Action::Up => set_row(app, Some(row.saturating_sub(1))),
        Action::Down => set_row(app, Some((row + 1).min(last))),
        Action::Left => turn(app, Row::ALL[row], false),
        Action::Right => turn(app, Row::ALL[row], true),
        Action::Clear => {
            if let Some(home) = state_mut(app) {
                home.filter = Filter::default();
            }
        }
        Action::Back => {
            set_row(app, None);
            go(app, 0);
        }
        _ => {}
    }
}

fn set_row(app: &mut App, row: Option<usize>) {
    if let Some(home) = state_mut(app) {
        home.filtering = row;
    }
    reveal(app);
}

/// The next or previous value of a row; past either end comes "any".
fn turn(app: &mut App, row: Row, on: bool) {
    let entries = &app.home.entries;
    let mut skills: Vec<Name> = entries
        .iter()
        .flat_map(|entry| entry.skills.iter().map(|(id, _)| id.clone()))
        .collect();
    let mut roles: Vec<Name> = entries.iter().flat_map(|entry| entry.roles.iter().cloned()).collect();
    for list in [&mut skills, &mut roles] {
        list.sort();
        list.dedup();
    }
    let Some(home) = state_mut(app) else { return };
    let filter = &mut home.filter;
    match row {
        Row::Track => filter.track = next(&Track::ALL, filter.track.as_ref(), on),
        Row::Level => filter.level = next(&[1, 2, 3], filter.level.as_ref(), on),
        Row::Skill => filter.skill = next(&skills, filter.skill.as_ref(), on),
        Row::Role => filter.role = next(&roles, filter.role.as_ref(), on),
        Row::Minutes => filter.minutes = next(&[5, 8, 10, 12, 15, 20], filter.minutes.as_ref(), on),
        Row::Done => filter.done = next(&[false, true], filter.done.as_ref(), on),
    }
}

fn next<T: Clone + PartialEq>(values: &[T], now: Option<&T>, on: bool) -> Option<T> {
    let place = now.and_then(|now| values.iter().position(|value| value == now));
    let to = match (place, on) {
        (None, true) => 0,
        (None, false) => values.len().checked_sub(1)?,
        (Some(at), true) => at + 1,
        (Some(at), false) => at.checked_sub(1)?,
    };
    values.get(to).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(title: &str, track: Track, minutes: u16, tag: &str) -> HomeEntry {
        HomeEntry {
            id: Name::from(title.to_lowercase().replace(' ', "-")),
            title: title.to_owned(),
            track: Some(track),
            level: 2,
            minutes,
            tags: vec![Name::from(tag)],
            ..HomeEntry::default()
        }
    }

    fn library() -> HomeData {
        HomeData {
            entries: vec![
                entry("The third line", Track::Adult, 12, "cancer"),
                entry("Day nine", Track::Adult, 15, "intensive-care"),
                entry("Please speak to my son", Track::Cultural, 12, "cancer"),
            ],
            ..HomeData::default()
        }
    }

    #[test]
    fn a_few_letters_find_a_title_first() {
        let home = Home {
            query: "pls son".to_owned(),
            ..Home::default()
        };
        assert_eq!(shown(&library(), &home, &[]), [2]);
        let home = Home {
            query: "cancer".to_owned(),
            ..Home::default()
        };
        assert_eq!(shown(&library(), &home, &[]), [0, 2]);
        let home = Home {
            query: "zzzz".to_owned(),
            ..Home::default()
        };
        assert!(shown(&library(), &home, &[]).is_empty());
    }

    #[test]
    fn filters_narrow_together_and_hidden_tags_stay_away() {
        let mut home = Home::default();
        home.filter.minutes = Some(12);
        assert_eq!(shown(&library(), &home, &[]), [0, 2]);
        home.filter.track = Some(Track::Cultural);
        assert_eq!(shown(&library(), &home, &[]), [2]);
        assert!(shown(&library(), &home, &[Name::from("cancer")]).is_empty());
        assert_eq!(kept_back(&library(), &[Name::from("cancer")]), 2);
    }

    #[test]
    fn turning_goes_through_any() {
        assert_eq!(next(&[1, 2], None, true), Some(1));
        assert_eq!(next(&[1, 2], Some(&2), true), None);
        assert_eq!(next(&[1, 2], None, false), Some(2));
        assert_eq!(next(&[1, 2], Some(&1), false), None);
        assert_eq!(next::<i32>(&[], None, false), None);
    }
}
