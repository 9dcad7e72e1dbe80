//! After the ending, in order: what happened, how it felt to them, what nobody asked, the moments, skills, what to come back to,
//! what to practise next. The score waits until it is asked for.

use std::io::{self, Write};

use super::Paper;
use super::marks::{costliest, errors, marks, weakest};
use super::moments::{lead, moments};
use super::telling::{name, spoken, tell_ending};
use super::traces::traces;
use crate::engine::Machine;
use crate::i18n::Words;
use crate::model::{EndingCause, EndingIx, EndingKind, Secret, TextId, VarIx, VarKind};
use crate::scoring::References;
use crate::session::Session;

pub(super) fn debrief<W: Write>(
    paper: &mut Paper<W>,
    words: &Words,
    session: &Session,
    ending: EndingIx,
    references: Option<&References>,
) -> io::Result<()> {
    paper.heading(&words.say("plain-what-happened"))?;
    happened(paper, words, session, ending)?;
    paper.heading(&words.say("plain-how-it-felt"))?;
    traces(paper, words, session, references)?;
    paper.heading(&words.say("plain-never-asked"))?;
    asked(paper, words, session)?;
    paper.heading(&words.say("plain-moments"))?;
    moments(paper, words, session)?;
    if let Some(result) = session.result(session.current_line()) {
        paper.heading(&words.say("plain-skills"))?;
        marks(paper, words, session.rubric(), &result)?;
        paper.heading(&words.say("plain-come-back"))?;
        errors(paper, words, session, &result)?;
        paper.heading(&words.say("plain-next"))?;
        if let Some(domain) = weakest(&result).and_then(|weak| session.rubric().domains.get(weak.domain.at())) {
            paper.item(&format!("{}: ", domain.name), &domain.about)?;
        }
        if let Some(step) = costliest(&result) {
            paper.text(&words.say_with("plain-try-again", &[("number", (step + 1).into())]))?;
        }
    }
    Ok(())
}

fn happened<W: Write>(paper: &mut Paper<W>, words: &Words, session: &Session, ending: EndingIx) -> io::Result<()> {
    let about = session.scenario().ending(ending);
    let kind = match about.kind {
        EndingKind::Reached => words.say("plain-reached"),
        EndingKind::Partial => words.say("plain-partial"),
        EndingKind::Lost => words.say("plain-lost"),
    };
    let title = session.words_now(about.title);
    paper.text(&format!("{}. {kind}", title.trim_end_matches('.')))?;
    if let Some(cause) = about.because {
        paper.text(&match cause {
            EndingCause::Choices => words.say("plain-by-choices"),
            EndingCause::Illness => words.say("plain-by-illness"),
            EndingCause::Chance => words.say("plain-by-chance"),
        })?;
    }
    let last = session.run().turns.last();
    let told = last.map_or(session.run().opening.as_slice(), |turn| &turn.onward);
    tell_ending(paper, words, session, told)
}

/// Hidden preferences and facts: found out, or what they would have said had anyone asked; then what moved each person.
fn asked<W: Write>(paper: &mut Paper<W>, words: &Words, session: &Session) -> io::Result<()> {
    let scenario = session.scenario();
    let machine = Machine::new(scenario);
    let revealed = |secret| session.state().flag(machine.layout().revealed(secret));
    let say = |text: TextId| session.words_now(text);
    for (at, var) in scenario.vars.iter().enumerate() {
        let VarKind::Hidden { values, if_never_asked } = &var.kind else {
            continue;
        };
        let var = VarIx::new(at);
        let drawn = usize::try_from(session.draws().value(var))
            .ok()
            .and_then(|value| values.get(value));
        let means = drawn.map(|drawn| say(drawn.means)).unwrap_or_default();
        if revealed(Secret::Var(var)) {
            paper.text(&words.say_with("plain-you-learned", &[("what", (&means).into())]))?;
        } else {
            let nobody = if_never_asked.map(say).unwrap_or_default();
            let truth = words.say_with("plain-unasked", &[("what", (&means).into())]);
            paper.text(format!("{nobody} {truth}").trim())?;
        }
    }
    for (at, fact) in scenario.facts.iter().enumerate() {
        let text = say(fact.text);
        let known = revealed(Secret::Fact(crate::model::FactIx::new(at)));
        let before = if known {
            words.say("plain-fact-known")
        } else {
            words.say("plain-fact-unknown")
        };
        paper.item(&lead(before), &text)?;
    }
    for (at, person) in scenario.cast.iter().enumerate() {
        let Some(inner) = person.inner else { continue };
        let who = name(scenario, crate::model::PersonIx::new(at));
        if let Some(wants) = inner.wants.map(say) {
            paper.text(&words.say_with("plain-wanted", &[("name", who.into()), ("what", (&wants).into())]))?;
        }
        if let Some(fears) = inner.fears.map(say) {
            paper.text(&words.say_with("plain-feared", &[("name", who.into()), ("what", (&fears).into())]))?;
        }
    }
    for person in session
        .people()
        .iter()
        .filter(|person| person.here && scenario.cast[person.person.at()].moods.len() > 1)
    {
        if let Some(mood) = &person.mood {
            let mood = spoken(mood);
            let facts = [("name", name(scenario, person.person).into()), ("mood", (&mood).into())];
            paper.text(&words.say_with("plain-left-as", &facts))?;
        }
    }
    Ok(())
}
