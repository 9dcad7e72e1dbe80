//! Where the cards stand: columns by longest way from the start, order within a column by the middle of the neighbours
//! (the layered drawing of Sugiyama, Tagawa and Toda 1981, with longer edges routed through empty places). Columns follow each
//! other in bands, like lines of a text; an edge that would run far or into another band is cut, and its target named instead.

use std::collections::{HashMap, HashSet};

use super::cards::{Card, WIDTH};
use super::{From, Graph};
use crate::model::Target;

pub(super) const GAP_X: f64 = 130.0;
const GAP_Y: f64 = 26.0;
/// Columns side by side: what a wide screen or a sheet across still shows.
const ACROSS: usize = 6;
/// An edge over more columns is cut.
const FAR: usize = 2;
/// Between bands.
const GAP_BAND: f64 = 56.0;
const MARGIN: f64 = 24.0;
/// Height of the empty place a long edge passes through.
const LANE: f64 = 12.0;

/// Top left corners of the cards and the bends of the edges, in pixels.
#[derive(Clone, Debug, Default)]
pub(super) struct Layout {
    pub(super) cards: Vec<(f64, f64)>,
    /// Points an edge passes through between its two cards.
    pub(super) bends: HashMap<(From, Target), Vec<(f64, f64)>>,
    /// Edges that are not drawn to their end.
    pub(super) cut: HashSet<(From, Target)>,
    pub(super) width: f64,
    pub(super) height: f64,
}

/// A card or a lane, in a column.
#[derive(Clone, Debug)]
struct Slot {
    column: usize,
    height: f64,
    y: f64,
    before: Vec<Link>,
    after: Vec<Link>,
}

/// A neighbour, and where on its height the line meets it: 0 its top, 1 its foot.
#[derive(Clone, Copy, Debug)]
struct Link {
    slot: usize,
    port: f64,
}

impl Link {
    fn y(self, slots: &[Slot]) -> f64 {
        slots[self.slot].y + self.port * slots[self.slot].height
    }
}

pub(super) fn layout(graph: &Graph, cards: &[Card], top: f64) -> Layout {
    let place: HashMap<Target, usize> = cards.iter().enumerate().map(|(at, card)| (card.target, at)).collect();
    let links: Vec<(From, Target, usize, usize)> = graph
        .edges()
        .into_iter()
        .map(|(from, to)| (from, to, place[&Target::Node(graph.origin(from))], place[&to]))
        .collect();
    let columns = columns(cards.len(), &links, place[&Target::Node(graph.scenario.start)]);
    let mut slots: Vec<Slot> = cards
        .iter()
        .zip(&columns)
        .map(|(card, column)| Slot {
            column: *column,
            height: card.height(),
            y: 0.0,
            before: vec![],
            after: vec![],
        })
        .collect();
    let mut lanes: HashMap<(From, Target), Vec<usize>> = HashMap::new();
    let mut cut = HashSet::new();
    for (from, to, tail, head) in &links {
        let (here, there) = (columns[*tail], columns[*head]);
        if there <= here || there - here > FAR || here / ACROSS != there / ACROSS {
            cut.insert((*from, *to));
            continue;
        }
        let mut last = Link {
            slot: *tail,
            port: cards[*tail].port(*from) / cards[*tail].height(),
        };
        for column in columns[*tail] + 1..columns[*head] {
            let lane = Link {
                slot: slots.len(),
                port: 0.5,
            };
            slots.push(Slot {
                column,
                height: LANE,
                y: 0.0,
                before: vec![last],
                after: vec![],
            });
            slots[last.slot].after.push(lane);
            lanes.entry((*from, *to)).or_default().push(lane.slot);
            last = lane;
        }
        slots[last.slot].after.push(Link {
            slot: *head,
            port: cards[*head].door() / cards[*head].height(),
        });
        slots[*head].before.push(last);
    }
    let order = order(&mut slots);
    place_down(&mut slots, &order);
    let mut layout = finish(cards, &slots, &lanes, top);
    layout.cut = cut;
    layout
}

/// Longest way from the start over edges that do not run back.
fn columns(count: usize, links: &[(From, Target, usize, usize)], start: usize) -> Vec<usize> {
    let mut forward: Vec<Vec<usize>> = vec![Vec::new(); count];
    for (_, _, tail, head) in links {
        forward[*tail].push(*head);
    }
    let mut finished = Vec::new();
    let mut seen = vec![false; count];
    let starts = std::iter::once(start).chain(0..count);
    for root in starts {
        visit(root, &forward, &mut seen, &mut finished);
    }
    let mut rank: Vec<usize> = vec![usize::MAX; count];
    for (at, card) in finished.iter().rev().enumerate() {
        rank[*card] = at;
    }
    let mut columns = vec![0; count];
    for tail in finished.iter().rev() {
        for head in &forward[*tail] {
            if rank[*head] > rank[*tail] {
                columns[*head] = columns[*head].max(columns[*tail] + 1);
            }
        }
    }
    settle(&mut columns, &forward, start);
    columns
}

/// What no drawn way leads to stands just before where it goes on, not in front of everything.
fn settle(columns: &mut [usize], forward: &[Vec<usize>], start: usize) {
    let mut led_to = vec![false; columns.len()];
    led_to[start] = true;
    let mut stack = vec![start];
    while let Some(card) = stack.pop() {
        for head in &forward[card] {
            if !std::mem::replace(&mut led_to[*head], true) {
                stack.push(*head);
            }
        }
    }
    // Latest first, so that chains of such cards move up together.
    let mut strays: Vec<usize> = (0..columns.len()).filter(|card| !led_to[*card]).collect();
    strays.sort_by_key(|card| std::cmp::Reverse(columns[*card]));
    for card in strays {
        let nearest = forward[card].iter().map(|head| columns[*head]).min();
        if let Some(nearest) = nearest.filter(|nearest| *nearest > columns[card]) {
            columns[card] = nearest - 1;
        }
    }
}

/// Depth first without recursion, since a story may be long; `finished` gets cards in order of leaving.
fn visit(root: usize, forward: &[Vec<usize>], seen: &mut [bool], finished: &mut Vec<usize>) {
    if std::mem::replace(&mut seen[root], true) {
        return;
    }
    let mut stack = vec![(root, 0)];
    while let Some((card, next)) = stack.pop() {
        match forward[card].get(next) {
            None => finished.push(card),
            Some(head) => {
                stack.push((card, next + 1));
                if !std::mem::replace(&mut seen[*head], true) {
                    stack.push((*head, 0));
                }
            }
        }
    }
}

/// Slots of each column from the top down, after some sweeps of barycentres, each line counted where it leaves its card.
fn order(slots: &mut [Slot]) -> Vec<Vec<usize>> {
    let last = slots.iter().map(|slot| slot.column).max().unwrap_or(0);
    let mut order: Vec<Vec<usize>> = vec![Vec::new(); last + 1];
    for (at, slot) in slots.iter().enumerate() {
        order[slot.column].push(at);
    }
    let crowd: Vec<f64> = order.iter().map(|column| column.len() as f64).collect();
    // The middle of each slot, were all slots of a column of one height and the column of height 1.
    let mut rank = vec![0.0; slots.len()];
    for column in &order {
        for (at, slot) in column.iter().enumerate() {
            rank[*slot] = (at as f64 + 0.5) / column.len() as f64;
        }
    }
    for sweep in 0..24 {
        let down = sweep % 2 == 0;
        let turns: Vec<usize> = if down {
            (0..=last).collect()
        } else {
            (0..=last).rev().collect()
        };
        for column in turns {
            let middle = |slot: usize| {
                let near = if down { &slots[slot].before } else { &slots[slot].after };
                if near.is_empty() {
                    return rank[slot];
                }
                let height = |link: &Link| rank[link.slot] + (link.port - 0.5) / crowd[slots[link.slot].column];
                near.iter().map(height).sum::<f64>() / near.len() as f64
            };
            let mut keyed: Vec<(f64, usize)> = order[column].iter().map(|slot| (middle(*slot), *slot)).collect();
            keyed.sort_by(|left, right| left.0.total_cmp(&right.0));
            order[column] = keyed.into_iter().map(|(_, slot)| slot).collect();
            for (at, slot) in order[column].iter().enumerate() {
                rank[*slot] = (at as f64 + 0.5) / order[column].len() as f64;
            }
        }
    }
    order
}

/// Gives every slot its height on the page: as near to its neighbours as the ones above allow.
fn place_down(slots: &mut [Slot], order: &[Vec<usize>]) {
    for column in order {
        stack(slots, column, 0.0);
    }
    for sweep in 0..18 {
        for column in order {
            let wish = |slots: &[Slot], slot: usize| {
                // At last both sides at once, so that what hangs together on one side only does not drift away.
                let both = sweep >= 12;
                let before = if both || sweep % 2 == 0 {
                    &slots[slot].before[..]
                } else {
                    &[]
                };
                let after = if both || sweep % 2 == 1 {
                    &slots[slot].after[..]
                } else {
                    &[]
                };
                let near = before.iter().chain(after);
                let count = before.len() + after.len();
                let mean = near.map(|link| link.y(slots)).sum::<f64>() / count.max(1) as f64;
                if count == 0 {
                    slots[slot].y
                } else {
                    mean - slots[slot].height / 2.0
                }
            };
            let wishes: Vec<f64> = column.iter().map(|slot| wish(slots, *slot)).collect();
            let mut floor = f64::NEG_INFINITY;
            for (slot, wish) in column.iter().zip(&wishes) {
                slots[*slot].y = wish.max(floor);
                floor = slots[*slot].y + slots[*slot].height + GAP_Y;
            }
            // What was pushed down by its upper neighbours is pulled back up by half the mean push.
            let push = column
                .iter()
                .zip(&wishes)
                .map(|(slot, wish)| slots[*slot].y - wish)
                .sum::<f64>()
                / column.len().max(1) as f64;
            for slot in column {
                slots[*slot].y -= push;
            }
        }
    }
    for column in order {
        gather(slots, column);
    }
}

/// What no drawn line reaches stands close to its neighbour in the column.
fn gather(slots: &mut [Slot], column: &[usize]) {
    let alone = |slot: &Slot| slot.before.is_empty() && slot.after.is_empty();
    let held = column.iter().position(|slot| !alone(&slots[*slot])).unwrap_or(0);
    for at in (0..held).rev() {
        slots[column[at]].y = slots[column[at + 1]].y - GAP_Y - slots[column[at]].height;
    }
    for at in held + 1..column.len() {
        if alone(&slots[column[at]]) {
            slots[column[at]].y = slots[column[at - 1]].y + slots[column[at - 1]].height + GAP_Y;
        }
    }
}

fn stack(slots: &mut [Slot], column: &[usize], top: f64) {
    let mut y = top;
    for slot in column {
        slots[*slot].y = y;
        y += slots[*slot].height + GAP_Y;
    }
}

fn finish(cards: &[Card], slots: &[Slot], lanes: &HashMap<(From, Target), Vec<usize>>, top: f64) -> Layout {
    let bands = slots.iter().map(|slot| slot.column / ACROSS).max().unwrap_or(0) + 1;
    // How far each band is moved down, so that it begins where the one above ends.
    let mut down = Vec::with_capacity(bands);
    let mut floor = top + MARGIN;
    for band in 0..bands {
        let inside = || slots.iter().filter(|slot| slot.column / ACROSS == band);
        let highest = inside().map(|slot| slot.y).fold(f64::INFINITY, f64::min);
        let lowest = inside()
            .map(|slot| slot.y + slot.height)
            .fold(f64::NEG_INFINITY, f64::max);
        down.push(floor - highest);
        floor += lowest - highest + GAP_BAND;
    }
    let x = |slot: &Slot| MARGIN + (slot.column % ACROSS) as f64 * (WIDTH + GAP_X);
    let y = |slot: &Slot| slot.y + down[slot.column / ACROSS];
    let bends = lanes.iter().map(|(edge, lanes)| {
        let through = lanes.iter().flat_map(|lane| {
            let slot = &slots[*lane];
            let middle = y(slot) + slot.height / 2.0;
            [(x(slot), middle), (x(slot) + WIDTH, middle)]
        });
        (*edge, through.collect())
    });
    Layout {
        cards: slots[..cards.len()].iter().map(|slot| (x(slot), y(slot))).collect(),
        bends: bends.collect(),
        cut: HashSet::new(),
        // The last column needs room for the names of cut edges too.
        width: slots.iter().map(|slot| x(slot) + WIDTH).fold(0.0, f64::max) + GAP_X + MARGIN,
        height: slots.iter().map(|slot| y(slot) + slot.height).fold(0.0, f64::max) + MARGIN,
    }
}
