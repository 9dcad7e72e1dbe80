//! What the learner is told before walking in.

use std::io::{self, Write};

use super::Paper;
use super::telling::spoken;
use crate::i18n::Words;
use crate::model::Presence;
use crate::session::Session;

pub(super) fn briefing<W: Write>(paper: &mut Paper<W>, words: &Words, session: &Session) -> io::Result<()> {
    let scenario = session.scenario();
    paper.text(&session.words_now(scenario.title))?;
    let role = scenario.roles.get(session.role().at()).map(spoken).unwrap_or_default();
    let setting = session.words_now(scenario.setting);
    let facts = [
        ("setting", setting.trim_end_matches('.').into()),
        ("role", (&role).into()),
        ("minutes", usize::from(scenario.minutes).into()),
    ];
    paper.text(&words.say_with("plain-setting", &facts))?;
    if let Some(note) = scenario.content.note {
        let note = session.words_now(note);
        paper.text(&words.say_with("plain-note", &[("note", (&note).into())]))?;
    }
    paper.text(&words.say("education-only"))?;
    paper.heading(&words.say("plain-chart"))?;
    paper.text(&session.words_now(scenario.chart))?;
    paper.gap()?;
    let task = session.words_now(scenario.task);
    paper.text(&words.say_with("plain-task", &[("task", (&task).into())]))?;
    paper.heading(&words.say("plain-people"))?;
    for person in &scenario.cast {
        let by = match person.present {
            Presence::Phone => Some(words.say("plain-by-phone")),
            Presence::Video => Some(words.say("plain-by-video")),
            Presence::Here | Presence::Away => None,
        };
        let speaks = person
            .speaks
            .as_ref()
            .map(|language| words.say_with("plain-speaks", &[("language", language.into())]));
        let parts = [Some(session.words_now(person.who)), speaks, by];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        paper.item(&format!("{}: ", session.words_now(person.name)), &parts.join(", "))?;
    }
    paper.gap()?;
    paper.text(&words.say("plain-how"))
}
