//! What the home screen shows, as handed in: the library by what a learner may know of it, and what is open.

use super::msg::Token;
use crate::model::{Name, Scenario, Track};

#[derive(Clone, Debug, Default)]
pub struct HomeData {
    /// In the order to be shown; grouped by track.
    pub entries: Vec<HomeEntry>,
    pub open: Vec<OpenAttempt>,
    /// What today's minutes could be, and why, in one sentence.
    pub suggestion: Option<Suggestion>,
}

#[derive(Clone, Debug, Default)]
pub struct Suggestion {
    pub words: String,
    /// The conversation it speaks of, if one.
    pub scenario: Option<Name>,
    /// The skill to drill by its id, if one.
    pub skill: Option<Name>,
}

/// An attempt that can be taken up again.
#[derive(Clone, Debug)]
pub struct OpenAttempt {
    pub token: Token,
    pub scenario: Name,
    pub title: String,
    /// Steps taken.
    pub step: usize,
    /// When it was last touched, in words.
    pub when: String,
}

/// One conversation of the library, sound or broken.
#[derive(Clone, Debug, Default)]
pub struct HomeEntry {
    pub id: Name,
    pub title: String,
    pub track: Option<Track>,
    /// 1 first steps, 2 usual, 3 hard.
    pub level: u8,
    pub minutes: u16,
    pub roles: Vec<Name>,
    pub setting: String,
    pub summary: String,
    /// Id and name, as the rubric has them.
    pub skills: Vec<(Name, String)>,
    pub tags: Vec<Name>,
    /// The content note.
    pub note: Option<String>,
    /// The last rung of the review ladder, as written: `drafted`.
    pub review: Name,
    /// Where it comes from, unless built in.
    pub pack: Option<String>,
    /// Set when the file has faults: it is listed and cannot be played.
    pub broken: Option<Broken>,
    /// When it was last played, in words.
    pub played: Option<String>,
    pub endings_seen: usize,
    pub endings_all: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    pub faults: usize,
    /// As shown to a person: `adult/day-nine.yaml`.
    pub path: String,
}

impl HomeEntry {
    /// What a sound scenario says of itself; what was played is for the caller to fill in.
    #[must_use]
    pub fn of(scenario: &Scenario, skill_name: impl Fn(&str) -> Option<String>) -> HomeEntry {
        let mut skills: Vec<(Name, String)> = Vec::new();
        for skill in scenario.objectives.iter().flat_map(|objective| &objective.skills) {
            if !skills.iter().any(|(known, _)| *known == skill.value) {
                let name = skill_name(&skill.value).unwrap_or_default();
                skills.push((skill.value.clone(), name));
            }
        }
        skills.sort();
        HomeEntry {
            id: scenario.id.clone(),
            title: scenario.raw(scenario.title).to_owned(),
            track: Some(scenario.track),
            level: scenario.level,
            minutes: scenario.minutes,
            roles: scenario.roles.clone(),
            setting: scenario.raw(scenario.setting).to_owned(),
            summary: scenario.raw(scenario.summary).to_owned(),
            skills,
            tags: scenario.content.tags.clone(),
            note: scenario.content.note.map(|note| scenario.raw(note).to_owned()),
            review: scenario
                .review
                .last()
                .map(|rung| rung.stage.clone())
                .unwrap_or_default(),
            endings_all: scenario.endings.len(),
            ..HomeEntry::default()
        }
    }
}
