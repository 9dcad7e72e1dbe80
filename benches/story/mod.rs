//! The same generated story for every engine: LAYERS × WIDTH nodes, three choices each (one free, two conditional),
//! three numbers in 0..=10, one effect a choice. As a scenario of ours, and as ink source.

mod make;

use bedside::model::{Change, Cond, EndingIx, NodeIx, Num, Op, Scenario, Target, VarIx};
use make::{Make, Way, int};

/// Mulberry32, so that every engine draws the same numbers.
pub(crate) struct Mulberry(pub(crate) u32);

impl Mulberry {
    pub(crate) fn next(&mut self) -> u32 {
        self.0 = self.0.wrapping_add(0x6d2b_79f5);
        let mut mixed = (self.0 ^ (self.0 >> 15)).wrapping_mul(self.0 | 1);
        mixed ^= mixed.wrapping_add((mixed ^ (mixed >> 7)).wrapping_mul(mixed | 61));
        mixed ^ (mixed >> 14)
    }

    pub(crate) fn below(&mut self, count: usize) -> usize {
        ((u64::from(self.next()) * count as u64) >> 32) as usize
    }
}

pub(crate) struct Story {
    pub(crate) layers: usize,
    pub(crate) width: usize,
    choices: Vec<[Step; 3]>,
}

#[derive(Clone, Copy)]
struct Step {
    /// Variable, at least (or at most), number.
    when: Option<(u32, bool, i32)>,
    var: u32,
    by: i32,
    /// Column in the next layer.
    to: usize,
}

impl Story {
    pub(crate) fn new(layers: usize, width: usize) -> Story {
        let mut dice = Mulberry(12_345);
        let mut step = |at: usize| Step {
            when: (at > 0).then(|| (dice.below(3) as u32, dice.below(2) == 0, 3 + dice.below(5) as i32)),
            var: dice.below(3) as u32,
            by: [-2, -1, 1, 2][dice.below(4)],
            to: dice.below(width),
        };
        let choices = (0..layers * width).map(|_| [step(0), step(1), step(2)]).collect();
        Story { layers, width, choices }
    }

    pub(crate) fn ink(&self) -> String {
        let mut out = String::from("VAR x0 = 5\nVAR x1 = 5\nVAR x2 = 5\n-> n0\n");
        for (at, steps) in self.choices.iter().enumerate() {
            out += &format!("=== n{at}\nNode {at} speaks, and waits for an answer.\n");
            for (which, step) in steps.iter().enumerate() {
                let when = step.when.map_or(String::new(), |(var, least, number)| {
                    format!("{{x{var} {} {number}}} ", if least { ">=" } else { "<=" })
                });
                let to = self.target(at, step).map_or("END".into(), |to| format!("n{to}"));
                let Step { var, by, .. } = step;
                out += &format!("+ {when}[Answer {which} of node {at}]\n");
                out += &format!("  ~ x{var} = MAX(0, MIN(10, x{var} + {by}))\n  -> {to}\n");
            }
        }
        out
    }

    fn target(&self, at: usize, step: &Step) -> Option<usize> {
        let layer = at / self.width + 1;
        (layer < self.layers).then(|| layer * self.width + step.to)
    }

    pub(crate) fn scenario(&self) -> Scenario {
        let mut make = Make::default();
        for (at, steps) in self.choices.iter().enumerate() {
            let ways = steps.iter().enumerate().map(|(which, step)| Way {
                text: format!("Answer {which} of node {at}"),
                when: step.when.map(|(var, least, number)| Cond::Compare {
                    left: Num::Var(VarIx(var)),
                    op: if least { Op::Ge } else { Op::Le },
                    right: Num::Lit(number),
                }),
                effects: vec![Change::Add(VarIx(step.var), Num::Lit(step.by))],
                to: self
                    .target(at, step)
                    .map_or(Target::Ending(EndingIx(0)), |to| Target::Node(NodeIx::new(to))),
            });
            let ways: Vec<Way> = ways.collect();
            make.node(&format!("Node {at} speaks, and waits for an answer."), ways);
        }
        make.scenario(vec![int(); 3], 1)
    }
}
