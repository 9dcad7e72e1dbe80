//! From a scenario to a program. Numbers conditions and effects exactly as `Places` does.

use super::fold::Folder;
use super::leak::leak;
use super::{
    Act, ArmCode, ChoiceCode, EndCode, Gain, Guarded, NodeCode, Program, RouteCode, Spot, Sum, Test, ThenCode, Thing,
    What,
};
use crate::engine::Draws;
use crate::model::{
    Change, ChoiceIx, Effect, Guard, Key, NodeIx, OwedIx, RoleIx, Route, Scenario, Script, Target, Then, VarIx,
};
use crate::scoring::Marking;

/// What an analysis looks at beyond the flow itself; each widens the state.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Wants<'a> {
    /// Conditions of lines, draws read unrevealed, and ranges of all variables.
    pub(crate) watch: bool,
    /// Conditions of `at_end`.
    pub(crate) at_end: Option<&'a Key>,
    /// The process score.
    pub(crate) marking: Option<&'a Marking<'a>>,
    /// The value of one variable at every decision, whether something reads it or not.
    pub(crate) trace: Option<VarIx>,
}

/// Weights and credits as whole numbers, so that sums are exact: 10⁻⁹ of one weight.
pub(crate) fn units(value: f64) -> i64 {
    // Weights beyond any sense are cut, so that sums of products cannot overflow.
    (value.clamp(0.0, 10_000.0) * 1e9).round() as i64
}

impl Program {
    pub(crate) fn compile(scenario: &Scenario, role: RoleIx, draws: &Draws, wants: Wants) -> Program {
        let mut compiler = Compiler {
            folder: Folder::new(scenario, role, draws),
            wants,
            conditions: 0,
            effects: 0,
        };
        if wants.watch {
            (0..scenario.vars.len()).for_each(|at| {
                let _known = compiler.folder.read(Thing::Var(VarIx::new(at)));
            });
        }
        if let Some(var) = wants.trace {
            let _known = compiler.folder.read(Thing::Var(var));
        }
        // The first round only finds out what is read; the second knows which writings matter.
        compiler.program();
        compiler.program()
    }
}

struct Compiler<'a> {
    folder: Folder<'a>,
    wants: Wants<'a>,
    conditions: u32,
    effects: u32,
}

impl<'a> Compiler<'a> {
    fn program(&mut self) -> Program {
        (self.conditions, self.effects) = (0, 0);
        let scenario = self.folder.scenario;
        let nodes: Vec<NodeCode> = scenario.node_ids().map(|(at, _)| self.node(at)).collect();
        let choices = (0..scenario.choices.len()).map(|at| self.choice(ChoiceIx::new(at)));
        let choices: Vec<ChoiceCode> = choices.collect();
        let mut endings: Vec<EndCode> = Vec::with_capacity(scenario.endings.len());
        for ending in &scenario.endings {
            let lines = self.scripts(&[&ending.epilogue, &ending.debrief]);
            endings.push(EndCode {
                lines,
                at_end: Box::default(),
            });
        }
        if let Some(key) = self.wants.at_end {
            let rules: Vec<&'a Guard> = key.at_end.iter().map(|rule| &rule.when).collect();
            let rules: Box<[Guarded]> = rules.into_iter().map(|guard| self.leaking(guard)).collect();
            endings.iter_mut().for_each(|ending| ending.at_end = rules.clone());
        }
        let owed = self.wants.marking.map_or(0, |marking| {
            let weights = marking.owed().iter().map(|item| units(item.weight));
            weights.fold(0, i64::saturating_add)
        });
        Program {
            cells: self.folder.cells.clone(),
            nodes,
            choices,
            endings,
            start: scenario.start,
            owed,
            conditions: self.conditions as usize,
            effects: self.effects as usize,
        }
    }

    fn node(&mut self, at: NodeIx) -> NodeCode {
        let about = self.folder.scenario.node(at);
        let acts = self.acts(&about.on_enter);
        let lines = self.scripts(&[&about.say]);
        let then = match &about.then {
            Then::Go(route) => ThenCode::Go(self.route(route)),
            Then::Decision { first, count } => ThenCode::Decide {
                first: first.0,
                count: *count,
            },
        };
        NodeCode {
            acts,
            lines,
            then,
            visited: self.folder.kept(Thing::Visited(at)),
        }
    }

    fn choice(&mut self, at: ChoiceIx) -> ChoiceCode {
        let about = self.folder.scenario.choice(at);
        let when = about.when.as_ref().map(|guard| self.watched(guard));
        let once = about.once.then(|| self.folder.read(Thing::Chosen(at)).ok()).flatten();
        let acts = self.acts(&about.effects);
        let lines = self.scripts(&[&about.reply, &about.felt]);
        let route = self.route(&about.route);
        ChoiceCode {
            node: about.node,
            when,
            once,
            chosen: self.folder.kept(Thing::Chosen(at)),
            acts,
            lines,
            route,
            gain: self.gain(at),
        }
    }

    fn guarded(&mut self, guard: &Guard) -> Guarded {
        let id = self.conditions;
        self.conditions += 1;
        Guarded {
            id,
            test: self.folder.test(&guard.cond),
            leak: None,
        }
    }

    fn watched(&mut self, guard: &Guard) -> Guarded {
        if self.wants.watch {
            self.leaking(guard)
        } else {
            self.guarded(guard)
        }
    }

    fn leaking(&mut self, guard: &Guard) -> Guarded {
        let mut guarded = self.guarded(guard);
        let leak = leak(self.folder.scenario, &guard.cond).map(|leak| self.folder.test(&leak));
        guarded.leak = leak.filter(|leak| *leak != Test::Const(false)).map(Box::new);
        guarded
    }

    fn scripts(&mut self, scripts: &[&Script]) -> Box<[Guarded]> {
        let guards = scripts.iter().flat_map(|script| script.iter());
        let guards = guards.filter_map(|line| line.when.as_ref());
        if self.wants.watch {
            guards.map(|guard| self.watched(guard)).collect()
        } else {
            self.conditions += u32::try_from(guards.count()).unwrap_or(0);
            Box::default()
        }
    }

    fn acts(&mut self, effects: &[Effect]) -> Box<[Act]> {
        let acts: Vec<Act> = effects.iter().map(|effect| self.act(effect)).collect();
        let matters = |act: &Act| {
            let idle = matches!(act.what, What::Nothing) && (!self.wants.watch || act.when.is_none());
            let never = act.when.as_ref().is_some_and(|guard| guard.test == Test::Const(false));
            !idle && (self.wants.watch || !never)
        };
        acts.into_iter().filter(matters).collect()
    }

    fn act(&mut self, effect: &Effect) -> Act {
        let id = self.effects;
        self.effects += 1;
        let when = effect.when.as_ref().map(|guard| Box::new(self.guarded(guard)));
        let kept = self.folder.kept(super::fold::target(effect));
        let set = |value: i32| kept.map(|cell| What::Flag { cell, value });
        let what = match &effect.change {
            Change::Add(var, by) => {
                let (bounds, by) = (self.bounds(*var), self.folder.sum(by));
                kept.map(|cell| match by {
                    Sum::Lit(by) => What::Step { cell, by, bounds },
                    by => What::Add(Box::new(super::Change { cell, by, bounds })),
                })
            }
            Change::Set(var, to) => {
                let (bounds, by) = (self.bounds(*var), self.folder.sum(to));
                kept.map(|cell| What::Set(Box::new(super::Change { cell, by, bounds })))
            }
            Change::Reveal(_) | Change::Enter(_) => set(1),
            Change::Leave(_) => set(0),
        };
        Act {
            id,
            when,
            what: what.unwrap_or(What::Nothing),
        }
    }

    fn bounds(&self, var: VarIx) -> (i32, i32) {
        let (low, high) = self.folder.scenario.vars[var.at()].bounds();
        (low, high.max(low))
    }

    fn route(&mut self, route: &Route) -> RouteCode {
        let spot = |to: Target| match to {
            Target::Node(node) => Spot(node.0),
            Target::Ending(ending) => Spot(u32::try_from(self.folder.scenario.nodes.len()).unwrap_or(0) + ending.0),
        };
        let spots: Vec<Spot> = route.iter().map(|arm| spot(arm.to)).collect();
        let arms = route.iter().zip(spots).map(|(arm, to)| ArmCode {
            when: arm.when.as_ref().map(|guard| self.watched(guard)),
            to,
        });
        let arms: Vec<ArmCode> = arms.collect();
        match arms.as_slice() {
            [ArmCode { when: None, to }] => RouteCode::To(*to),
            _ => RouteCode::Arms(arms.into()),
        }
    }

    fn gain(&mut self, at: ChoiceIx) -> Option<Box<Gain>> {
        let marking = self.wants.marking?;
        let node = self.folder.scenario.choice(at).node;
        let weight = marking.weight(node);
        let worth = weight.zip(marking.credit(at)).zip(marking.best(node));
        let once = marking.key.decision(node).is_some() && !marking.counts_each(node);
        let met = once.then(|| self.folder.read(Thing::Met(node)).ok()).flatten();
        let mut settles = Vec::new();
        for item in marking.owed().iter().filter(|item| marking.settles(at, item)) {
            let id: OwedIx = item.id;
            settles.extend(
                self.folder
                    .read(Thing::Settled(id))
                    .ok()
                    .map(|cell| (cell, units(item.weight))),
            );
        }
        let gain = Gain {
            rated: worth.is_some(),
            earned: worth.map_or(0, |((weight, credit), _)| units(weight * credit)),
            possible: worth.map_or(0, |((weight, _), best)| units(weight * best)),
            met,
            settles: settles.into(),
        };
        (gain.rated || gain.met.is_some() || !gain.settles.is_empty()).then(|| Box::new(gain))
    }
}
