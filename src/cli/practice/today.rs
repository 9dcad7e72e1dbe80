//! What today's eight minutes could be, and why: one line for home. Always a suggestion, never a duty.

use super::past::{self, Past};
use crate::cli::book::Book;
use crate::cli::clock;
use crate::i18n::Words;
use crate::model::{Library, Name, SkillIx};
use crate::practice::{Pool, Schedule, Suggestion, Why, suggest};
use crate::tui::Settings;

/// The minutes a learner is taken to have.
const MINUTES: u16 = 8;

pub(in crate::cli) struct Today {
    /// One sentence, why included.
    pub words: String,
    /// The conversation it speaks of, if one.
    pub scenario: Option<Name>,
    /// The skill to drill, if one.
    pub skill: Option<Name>,
}

impl Today {
    /// As a line of text, with the command that would do it.
    pub(in crate::cli) fn told(&self, words: &Words) -> String {
        let line = words.say_with("today-line", &[("words", (&self.words).into())]);
        let how = match (&self.skill, &self.scenario) {
            (Some(skill), _) => words.say_with("today-how-drill", &[("skill", skill.as_str().into())]),
            (_, Some(scenario)) => words.say_with("today-how-play", &[("scenario", scenario.as_str().into())]),
            _ => return line,
        };
        format!("{line} {how}")
    }
}

/// What may be suggested and drilled: the library without conversations the learner does not want to meet.
pub(in crate::cli) fn visible(library: &Library, settings: &Settings) -> Library {
    let mut library = library.clone();
    library.entries.retain(|entry| {
        let tags = entry.scenario.iter().flat_map(|scenario| &scenario.content.tags);
        !tags.into_iter().any(|tag| settings.hidden_tags.contains(tag))
    });
    library
}

/// From the library as the learner wants it and the journal as it stands; `None` where there is nothing to suggest.
pub(in crate::cli) fn today(
    words: &Words,
    library: &Library,
    settings: &Settings,
    book: Option<&Book>,
) -> anyhow::Result<Option<Today>> {
    let day = clock::this_day();
    let library = visible(library, settings);
    let pool = Pool::of(&library, None);
    let history = Past::of(book, day)?.history(&pool);
    let schedule = Schedule::of(&pool, &history);
    let played = past::ended(book)?;
    let suggestion = suggest(&library, &pool, &history, &schedule, &played, day, MINUTES);
    Ok(in_words(words, &library, suggestion))
}

fn in_words(words: &Words, library: &Library, suggestion: Suggestion) -> Option<Today> {
    let rubric = &library.rubric;
    let skill = |skill: SkillIx| rubric.skills.get(skill.at());
    match suggestion {
        Suggestion::Drill {
            skill: at,
            decisions,
            why,
        } => {
            let about = skill(at)?;
            let mut facts = vec![("skill", about.name.as_str().into()), ("decisions", decisions.into())];
            if let Why::DueWithSomeoneNew { ago, .. }
            | Why::DueAtAnotherMoment { ago, .. }
            | Why::DueAsRepeat { ago, .. } = why
            {
                facts.push(("ago", i64::from(ago).into()));
            }
            Some(Today {
                words: match why {
                    Why::DueWithSomeoneNew { .. } => words.say_with("today-someone-new", &facts),
                    Why::DueAtAnotherMoment { .. } => words.say_with("today-another-moment", &facts),
                    Why::DueAsRepeat { .. } => words.say_with("today-repeat", &facts),
                    _ => words.say_with("today-never-met", &facts),
                },
                scenario: None,
                skill: Some(about.id.clone()),
            })
        }
        Suggestion::Scenario { scenario, minutes, why } => {
            let entry = library.find(&scenario).and_then(|entry| entry.scenario.as_ref())?;
            let title = entry.raw(entry.title);
            let mut facts = vec![("title", title.into()), ("minutes", usize::from(minutes).into())];
            if let Why::CoversDue { skills } = &why {
                facts.push(("skills", skills.len().into()));
            }
            Some(Today {
                words: match why {
                    Why::FirstSteps => words.say_with("today-first", &facts),
                    Why::CoversDue { .. } => words.say_with("today-covers", &facts),
                    _ => words.say_with("today-not-played", &facts),
                },
                scenario: Some(scenario),
                skill: None,
            })
        }
        Suggestion::Rest { next } => {
            let (at, day) = next?;
            let day = day.to_string();
            let facts = [("skill", skill(at)?.name.as_str().into()), ("day", (&day).into())];
            Some(Today {
                words: words.say_with("today-rest", &facts),
                scenario: None,
                skill: None,
            })
        }
    }
}
