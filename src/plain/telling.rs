//! The play as text: scenes, narration, who says what to whom and how they seem.

use std::io::{self, Write};

use super::Paper;
use crate::engine::{Said, Told};
use crate::i18n::Words;
use crate::model::{Name, PersonIx, Scenario, Speaker};
use crate::session::Session;

/// Everything up to an ending; what an ending tells belongs to the debrief.
pub(super) fn tell<W: Write>(paper: &mut Paper<W>, words: &Words, session: &Session, told: &[Told]) -> io::Result<()> {
    for one in told {
        match one {
            Told::Node(node) => scene(paper, session, *node)?,
            Told::Said(said) => line(paper, words, session.scenario(), said)?,
            Told::Ended(_) => break,
        }
    }
    Ok(())
}

/// What is told after the ending was reached.
pub(super) fn tell_ending<W: Write>(
    paper: &mut Paper<W>,
    words: &Words,
    session: &Session,
    told: &[Told],
) -> io::Result<()> {
    let after = told.iter().skip_while(|one| !matches!(one, Told::Ended(_)));
    for one in after {
        if let Told::Said(said) = one {
            line(paper, words, session.scenario(), said)?;
        }
    }
    Ok(())
}

/// A mood or a value as the author wrote it, with its underscores and hyphens as spaces.
pub(super) fn spoken(name: &Name) -> String {
    name.replace(['_', '-'], " ")
}

pub(super) fn name(scenario: &Scenario, person: PersonIx) -> &str {
    scenario.raw(scenario.cast[person.at()].name)
}

fn scene<W: Write>(paper: &mut Paper<W>, session: &Session, node: crate::model::NodeIx) -> io::Result<()> {
    let Some(scene) = session.scenario().node(node).scene else {
        return Ok(());
    };
    let parts = [scene.when, scene.place].into_iter().flatten();
    let parts: Vec<String> = parts.map(|text| session.words_now(text)).collect();
    paper.gap()?;
    let parts: Vec<&str> = parts.iter().map(|part| part.trim_end_matches('.')).collect();
    paper.text(&format!("{}.", parts.join(". ")))?;
    paper.gap()
}

fn line<W: Write>(paper: &mut Paper<W>, words: &Words, scenario: &Scenario, said: &Said) -> io::Result<()> {
    let person = match said.who {
        Speaker::Pause => return paper.text(&words.say("plain-pause")),
        Speaker::Narrator => return paper.text(&said.words),
        Speaker::You => None,
        Speaker::Person(person) => Some(person),
    };
    let who = person.map_or_else(|| words.say("plain-you"), |person| name(scenario, person).to_owned());
    let mood = said
        .mood
        .zip(person)
        .and_then(|(mood, person)| scenario.cast[person.at()].moods.get(mood))
        .map(|mood| spoken(&mood.value));
    if said.words.is_empty() {
        let mood = mood.unwrap_or_default();
        return paper.text(&words.say_with("plain-seems", &[("name", (&who).into()), ("mood", (&mood).into())]));
    }
    let via = said.via.map(|person| name(scenario, person));
    let to = said.to.map(|person| name(scenario, person));
    let asides = [
        mood,
        via.map(|name| words.say_with("plain-via", &[("name", name.into())])),
        to.map(|name| words.say_with("plain-to", &[("name", name.into())])),
        said.language
            .as_ref()
            .map(|language| words.say_with("plain-in", &[("language", language.into())])),
    ];
    let asides: Vec<String> = asides.into_iter().flatten().collect();
    let lead = if asides.is_empty() {
        format!("{who}: ")
    } else {
        format!("{who} ({}): ", asides.join(", "))
    };
    paper.item(&lead, &said.words)
}
