//! Who is here and how they seem, from what was shown so far.

use super::Session;
use crate::engine::{Machine, State, Told};
use crate::model::{Name, PersonIx, Presence, Speaker};

/// One person as the learner could see them now.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonNow {
    pub person: PersonIx,
    pub here: bool,
    /// How they are present when they are: in the room, on the phone, on video.
    pub by: Presence,
    /// The last mood shown, in the author's word.
    pub mood: Option<Name>,
}

impl Session {
    /// Everyone of the cast, in its order.
    #[must_use]
    pub fn people(&self) -> Vec<PersonNow> {
        let run = self.run();
        self.seen(&run.state, &run.told().collect::<Vec<_>>())
    }

    /// The same when the last reply had been told, and nothing of what followed.
    #[must_use]
    pub fn people_at_reply(&self) -> Vec<PersonNow> {
        let run = self.run();
        let Some(last) = run.turns.last() else {
            return self.people();
        };
        let mut told: Vec<&Told> = run.told().collect();
        told.truncate(told.len() - last.onward.len());
        self.seen(&last.before, &told)
    }

    fn seen(&self, state: &State, told: &[&Told]) -> Vec<PersonNow> {
        let machine = Machine::new(&self.scenario);
        let people = self.scenario.cast.iter().enumerate();
        people
            .map(|(at, about)| {
                let person = PersonIx::new(at);
                let mood = last_mood(told, person).unwrap_or(0);
                let by = if about.present == Presence::Away {
                    Presence::Here
                } else {
                    about.present
                };
                PersonNow {
                    person,
                    here: machine.present(state, person),
                    by,
                    mood: about.moods.get(mood).map(|mood| mood.value.clone()),
                }
            })
            .collect()
    }
}

fn last_mood(told: &[&Told], person: PersonIx) -> Option<usize> {
    told.iter().rev().find_map(|told| match told {
        Told::Said(said) if said.who == Speaker::Person(person) => said.mood,
        _ => None,
    })
}
