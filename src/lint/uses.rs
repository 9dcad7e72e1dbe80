//! What is read, written, revealed and heard, and where: one walk over every condition, effect, line and text.

use std::sync::Arc;

use crate::diag::Span;
use crate::model::{
    Change, Cond, Effect, Guard, Key, Num, Part, PersonIx, Presence, Route, Scenario, Script, Secret, Speaker, Text,
    Then, VarIx, Wording,
};

#[derive(Debug, Default)]
pub(super) struct Uses {
    /// First place each variable is read, by variable.
    pub(super) read: Vec<Option<Span>>,
    /// First place each variable is written.
    pub(super) written: Vec<Option<Span>>,
    pub(super) revealed: Vec<Secret>,
    /// By person, then mood.
    pub(super) moods: Vec<Vec<bool>>,
    /// Speaks, is spoken to, carries words, comes or goes.
    pub(super) appears: Vec<bool>,
}

impl Uses {
    pub(super) fn of(scenario: &Scenario, keys: &[Arc<Key>]) -> Self {
        let mut uses = Uses {
            read: vec![None; scenario.vars.len()],
            written: vec![None; scenario.vars.len()],
            revealed: Vec::new(),
            moods: scenario
                .cast
                .iter()
                .map(|person| vec![false; person.moods.len()])
                .collect(),
            appears: vec![false; scenario.cast.len()],
        };
        uses.scenario(scenario);
        for key in keys {
            uses.guards(key.owed.iter().filter_map(|owed| owed.applies.as_ref()));
            uses.guards(key.at_end.iter().map(|rule| &rule.when));
        }
        uses
    }

    fn scenario(&mut self, scenario: &Scenario) {
        for node in &scenario.nodes {
            self.script(&node.say);
            self.effects(&node.on_enter);
            if let Then::Go(route) = &node.then {
                self.route(route);
            }
        }
        for choice in &scenario.choices {
            self.guards(&choice.when);
            self.effects(&choice.effects);
            self.script(&choice.reply);
            self.script(&choice.felt);
            self.route(&choice.route);
            self.meet(choice.to);
        }
        for ending in &scenario.endings {
            self.script(&ending.epilogue);
            self.script(&ending.debrief);
        }
        for (_, text) in scenario.texts.iter() {
            self.text(text);
        }
        // Someone away, who matters only by being spoken of, still belongs in the cast.
        for (at, person) in scenario.cast.iter().enumerate() {
            self.appears[at] |= person.present == Presence::Away || person.inner.is_some();
        }
        for var in &scenario.vars {
            self.meet(var.of);
        }
    }

    fn text(&mut self, text: &Text) {
        for part in &text.parts {
            match part {
                Part::Var(var) => self.reads(*var, text.span),
                Part::CastName(person) => self.meet(Some(*person)),
                Part::Plain(_) => {}
            }
        }
    }

    fn script(&mut self, script: &Script) {
        for line in script {
            self.guards(&line.when);
            self.meet(line.via);
            self.meet(line.to);
            if let Speaker::Person(person) = line.who {
                self.meet(Some(person));
                let mood = line
                    .mood
                    .and_then(|mood| self.moods.get_mut(person.at())?.get_mut(mood));
                if let Some(seen) = mood {
                    *seen = true;
                }
                // The first mood is the one a person starts in.
                if let Some(first) = self.moods[person.at()].first_mut() {
                    *first |= !matches!(line.words, Wording::None);
                }
            }
        }
    }

    fn route(&mut self, route: &Route) {
        self.guards(route.iter().filter_map(|arm| arm.when.as_ref()));
    }

    fn effects(&mut self, effects: &[Effect]) {
        for effect in effects {
            self.guards(&effect.when);
            match &effect.change {
                Change::Add(var, num) | Change::Set(var, num) => {
                    self.number(num, effect.span);
                    self.written[var.at()].get_or_insert(effect.span);
                }
                Change::Reveal(secret) => self.revealed.push(*secret),
                Change::Enter(person) | Change::Leave(person) => self.meet(Some(*person)),
            }
        }
    }

    fn guards<'g>(&mut self, guards: impl IntoIterator<Item = &'g Guard>) {
        for guard in guards {
            guard.cond.reads(&mut |var| self.reads(var, guard.span));
            guard.cond.walk(&mut |cond| {
                if let Cond::Revealed(Secret::Var(var)) = cond {
                    self.reads(*var, guard.span);
                }
            });
        }
    }

    fn number(&mut self, num: &Num, span: Span) {
        num.reads(&mut |var| self.reads(var, span));
    }

    fn reads(&mut self, var: VarIx, span: Span) {
        self.read[var.at()].get_or_insert(span);
    }

    fn meet(&mut self, person: Option<PersonIx>) {
        if let Some(person) = person {
            self.appears[person.at()] = true;
        }
    }
}
