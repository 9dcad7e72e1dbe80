//! A form from a blueprint: the same for everyone with the same seed and library, or a word about the cell that cannot be filled.

use std::sync::Arc;

use super::matching::assign;
use crate::engine::Draws;
use crate::model::{Blueprint, Cell, Form, FormItem, ItemKind, Mode, Name, NodeIx, Scenario, flow_hash};
use crate::practice::chance::rank;
use crate::practice::{Pool, Single, Witness};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Which {
    Scenarios,
    Singles,
}

/// The first cell that could not be filled.
#[derive(Clone, Debug, PartialEq)]
pub struct CannotFill {
    pub which: Which,
    /// From 0, among the cells of its kind.
    pub at: usize,
    pub cell: Cell,
    /// Things in the library that fit the cell, whether or not another cell took them. For single decisions those of the
    /// conversations in the form do not count.
    pub fitting: usize,
    /// How many of the cell's `count` stayed empty.
    pub missing: usize,
}

/// A single decision needs this many open choices to be an item.
const MIN_OFFERED: usize = 3;

/// Ways to pick the conversations tried before giving up on the single decisions.
const TRIES: usize = 300;

/// Fills a blueprint. `witness` as for drills.
pub fn fill(
    blueprint: &Blueprint,
    pool: &Pool,
    seed: u64,
    witness: &mut dyn FnMut(&Scenario, NodeIx) -> Option<Witness>,
) -> Result<Form, CannotFill> {
    let stock = Stock::of(pool, seed, witness);
    let slots = slots(&blueprint.scenarios);
    let mut picks = Picks {
        stock: &stock,
        cells: &blueprint.scenarios,
        slots: &slots,
        picked: Vec::new(),
        tries: 0,
        best: None,
        blueprint,
        seed,
    };
    if let Some((talks, singles)) = picks.search() {
        return Ok(stock.form(blueprint, seed, &talks, &singles));
    }
    let best = picks.best.take().map(|(_, fault)| fault);
    Err(best.unwrap_or_else(|| stock.no_scenarios(blueprint, &slots)))
}

/// One slot a thing, carrying its cell.
fn slots(cells: &[Cell]) -> Vec<usize> {
    let each = cells.iter().enumerate();
    each.flat_map(|(at, cell)| std::iter::repeat_n(at, cell.count as usize))
        .collect()
}

/// Everything a form can be made of.
struct Stock<'p> {
    pool: &'p Pool,
    /// In the seed's order.
    talks: Vec<&'p Arc<Scenario>>,
    /// Index into the pool and the decision made ready.
    singles: Vec<(usize, Single)>,
}

impl<'p> Stock<'p> {
    fn of(pool: &'p Pool, seed: u64, witness: &mut dyn FnMut(&Scenario, NodeIx) -> Option<Witness>) -> Self {
        let mut talks: Vec<&Arc<Scenario>> = Vec::new();
        let mut singles = Vec::new();
        for (at, decision) in pool.decisions.iter().enumerate() {
            if talks.iter().all(|known| known.id != decision.scenario.id) {
                talks.push(&decision.scenario);
            }
            let way = witness(&decision.scenario, decision.node);
            let single = way.and_then(|way| Single::open(decision, &pool.rubric, &way, seed, Mode::Exam));
            let single = single.filter(|single| single.offered.len() >= MIN_OFFERED && decision.weight > 0.0);
            singles.extend(single.map(|single| (at, single)));
        }
        talks.sort_by_key(|scenario| rank(seed, &["scenario", &scenario.id]));
        Stock { pool, talks, singles }
    }

    fn talk_fits(&self, cell: &Cell, scenario: &Scenario) -> bool {
        let decisions = || {
            self.pool
                .decisions
                .iter()
                .filter(|decision| decision.scenario.id == scenario.id)
        };
        let domain = cell
            .domain
            .is_none_or(|domain| decisions().any(|decision| decision.tests_domain(&self.pool.rubric, domain)));
        domain && about(cell, scenario)
    }

    fn single_fits(&self, cell: &Cell, at: usize) -> bool {
        let decision = &self.pool.decisions[at];
        let domain = cell
            .domain
            .is_none_or(|domain| decision.tests_domain(&self.pool.rubric, domain));
        domain && about(cell, &decision.scenario)
    }

    /// Single decisions for the blueprint, by slot, none of them out of the conversations in the form.
    fn singles(&self, blueprint: &Blueprint, seed: u64, talks: &[usize]) -> Result<Vec<usize>, (usize, CannotFill)> {
        let slots = slots(&blueprint.singles);
        let used: Vec<&Name> = talks.iter().map(|at| &self.talks[*at].id).collect();
        let free = |thing: usize| !used.contains(&self.singles[thing].1.scenario());
        let fits = |slot: usize, thing: usize| {
            free(thing) && self.single_fits(&blueprint.singles[slots[slot]], self.singles[thing].0)
        };
        let ranks: Vec<u64> = self
            .singles
            .iter()
            .map(|(_, single)| rank(seed, &["item", single.scenario(), single.node_id()]))
            .collect();
        // Conversations take turns, so that no form hangs on one family.
        let prefer = |thing: usize, got: &[Option<usize>]| {
            let id = self.singles[thing].1.scenario();
            let taken = got
                .iter()
                .flatten()
                .filter(|other| self.singles[**other].1.scenario() == id);
            (taken.count(), ranks[thing])
        };
        let got = assign(slots.len(), self.singles.len(), &fits, &prefer);
        let Some(open) = got.iter().position(Option::is_none) else {
            return Ok(got.into_iter().flatten().collect());
        };
        let filled = got.iter().flatten().count();
        let at = slots[open];
        let cell = &blueprint.singles[at];
        let fault = CannotFill {
            which: Which::Singles,
            at,
            fitting: (0..self.singles.len())
                .filter(|thing| free(*thing) && self.single_fits(cell, self.singles[*thing].0))
                .count(),
            missing: got
                .iter()
                .zip(&slots)
                .filter(|(got, slot)| got.is_none() && **slot == at)
                .count(),
            cell: cell.clone(),
        };
        Err((filled, fault))
    }

    fn no_scenarios(&self, blueprint: &Blueprint, slots: &[usize]) -> CannotFill {
        let fits = |slot: usize, thing: usize| self.talk_fits(&blueprint.scenarios[slots[slot]], self.talks[thing]);
        let got = assign(slots.len(), self.talks.len(), &fits, &|thing, _| (thing, 0));
        let open = got.iter().position(Option::is_none).unwrap_or(0);
        let at = slots.get(open).copied().unwrap_or(0);
        let cell = blueprint.scenarios.get(at).cloned().unwrap_or_default();
        CannotFill {
            which: Which::Scenarios,
            at,
            fitting: self.talks.iter().filter(|talk| self.talk_fits(&cell, talk)).count(),
            missing: got
                .iter()
                .zip(slots)
                .filter(|(got, slot)| got.is_none() && **slot == at)
                .count(),
            cell,
        }
    }

    fn form(&self, blueprint: &Blueprint, seed: u64, talks: &[usize], singles: &[usize]) -> Form {
        let cells = slots(&blueprint.scenarios);
        let talks = talks.iter().zip(cells);
        let mut items: Vec<FormItem> = talks.map(|(at, cell)| talk_item(self.talks[*at], seed, cell)).collect();
        let cells = slots(&blueprint.singles);
        items.extend(self.ordered(seed, singles).into_iter().map(|nth| {
            let single = &self.singles[singles[nth]].1;
            single_item(single, cells[nth])
        }));
        Form {
            blueprint: blueprint.id.clone(),
            title: blueprint.title.clone(),
            about: blueprint.about.clone(),
            status: blueprint.status.clone(),
            seed,
            minutes: blueprint.minutes,
            pass_mark: blueprint.pass_mark.clone(),
            items,
        }
    }

    /// Positions in `singles` in the order asked: shuffled, but within one conversation earlier moments first, since a later one
    /// tells how an earlier one went.
    fn ordered(&self, seed: u64, singles: &[usize]) -> Vec<usize> {
        let about = |nth: usize| &self.singles[singles[nth]].1;
        let mut shuffled: Vec<usize> = (0..singles.len()).collect();
        shuffled.sort_by_key(|nth| rank(seed, &["place", about(*nth).scenario(), about(*nth).node_id()]));
        let mut story = shuffled.clone();
        story.sort_by_key(|nth| (about(*nth).session.run().turns.len(), about(*nth).node));
        let mut next: Vec<(&Name, usize)> = Vec::new();
        let mut out = Vec::new();
        for nth in shuffled {
            let id = about(nth).scenario();
            let at = next.iter().position(|(known, _)| *known == id).unwrap_or_else(|| {
                next.push((id, 0));
                next.len() - 1
            });
            let of_scenario = story.iter().filter(|other| about(**other).scenario() == id);
            out.extend(of_scenario.copied().nth(next[at].1));
            next[at].1 += 1;
        }
        out
    }
}

fn about(cell: &Cell, scenario: &Scenario) -> bool {
    let topic = |topic: &Name| scenario.curriculum.iter().any(|tag| tag.value == *topic);
    cell.track.is_none_or(|track| scenario.track == track) && cell.topic.as_ref().is_none_or(topic)
}

fn talk_item(scenario: &Arc<Scenario>, seed: u64, cell: usize) -> FormItem {
    let seed = rank(seed, &["talk", &scenario.id]);
    FormItem {
        kind: ItemKind::Scenario,
        scenario: scenario.id.clone(),
        scenario_version: scenario.version,
        flow_hash: flow_hash(scenario),
        seed,
        role: scenario.roles.first().cloned().unwrap_or_default(),
        draws: Draws::from_seed(scenario, seed).names(scenario),
        path: Vec::new(),
        node: None,
        offered: Vec::new(),
        cell: u32::try_from(cell).unwrap_or(u32::MAX),
    }
}

fn single_item(single: &Single, cell: usize) -> FormItem {
    let scenario = single.session.scenario();
    let about = single.session.transcript();
    FormItem {
        kind: ItemKind::Single,
        scenario: scenario.id.clone(),
        scenario_version: scenario.version,
        flow_hash: about.flow_hash.clone(),
        seed: about.seed,
        role: about.role.clone(),
        draws: about.draws.clone(),
        path: single.path(),
        node: Some(single.node_id().clone()),
        offered: single
            .offered
            .iter()
            .map(|choice| scenario.choice(*choice).id.clone())
            .collect(),
        cell: u32::try_from(cell).unwrap_or(u32::MAX),
    }
}

/// Conversations slot by slot, going back where the single decisions cannot be filled after them.
struct Picks<'a, 'p> {
    stock: &'a Stock<'p>,
    cells: &'a [Cell],
    slots: &'a [usize],
    picked: Vec<usize>,
    tries: usize,
    /// The attempt that filled most single decisions, and where it failed.
    best: Option<(usize, CannotFill)>,
    blueprint: &'a Blueprint,
    seed: u64,
}

impl Picks<'_, '_> {
    fn search(&mut self) -> Option<(Vec<usize>, Vec<usize>)> {
        if self.tries >= TRIES {
            return None;
        }
        let Some(cell) = self.slots.get(self.picked.len()) else {
            self.tries += 1;
            match self.stock.singles(self.blueprint, self.seed, &self.picked) {
                Ok(singles) => return Some((self.picked.clone(), singles)),
                Err((filled, fault)) => {
                    if self.best.as_ref().is_none_or(|(most, _)| filled > *most) {
                        self.best = Some((filled, fault));
                    }
                    return None;
                }
            }
        };
        let cell = &self.cells[*cell];
        for at in 0..self.stock.talks.len() {
            if self.picked.contains(&at) || !self.stock.talk_fits(cell, self.stock.talks[at]) {
                continue;
            }
            self.picked.push(at);
            if let Some(found) = self.search() {
                return Some(found);
            }
            self.picked.pop();
        }
        None
    }
}
