//! The same generated story for every engine: LAYERS × WIDTH nodes, three choices each (one free, two conditional),
//! three numbers in 0..=10, one effect a choice. As a scenario of ours, and as ink source.

use bedside::model::*;

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
        (u64::from(self.next()) * count as u64 >> 32) as usize
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
            make.node(&format!("Node {at} speaks, and waits for an answer."), &[], ways);
        }
        make.scenario(vec![int(); 3], 1)
    }
}

/// A scenario of the size of the largest shipped ones: 16 decisions on a way, four choices, ten variables, a draw that
/// decides a route, lines that read trust, and a key with owed items.
pub(crate) fn ward() -> (Scenario, Key) {
    let mut dice = Mulberry(77);
    let mut make = Make::default();
    let (columns, layers) = (2, 16);
    for at in 0..columns * layers {
        let layer: usize = at / columns;
        let way = |which: usize, dice: &mut Mulberry| {
            let mut effects = vec![Change::Add(
                VarIx(dice.below(3) as u32),
                Num::Lit([-2, -1, 1, 2][which]),
            )];
            if layer.is_multiple_of(3) && which == 3 {
                effects.push(Change::Set(VarIx(3 + (layer / 3) as u32), Num::Lit(1)));
            }
            let flag = Cond::Is {
                var: VarIx(3 + (layer / 4) as u32),
                value: 1,
            };
            Way {
                text: format!("Way {which} at {at}, said in a sentence of some length."),
                when: (layer > 3 && which == 2).then_some(flag),
                effects,
                to: if layer + 1 == layers {
                    Target::Ending(EndingIx(dice.below(3) as u32))
                } else {
                    Target::Node(NodeIx::new((layer + 1) * columns + dice.below(columns)))
                },
            }
        };
        let ways: Vec<Way> = (0..4).map(|which| way(which, &mut dice)).collect();
        let least = |number| Cond::Compare {
            left: Num::Var(VarIx((at % 3) as u32)),
            op: Op::Ge,
            right: Num::Lit(number),
        };
        make.node("She looks at the window.", &[least(4), least(7)], ways);
    }
    let mut vars = vec![int(); 3];
    vars.extend((0..6).map(|_| var(VarKind::Bool, 0)));
    let scenario = make.scenario(vars, 3);
    let key = key(&scenario);
    (scenario, key)
}

fn key(scenario: &Scenario) -> Key {
    let rated = |choice: ChoiceIx| KeyChoice {
        choice,
        span: Default::default(),
        ratings: vec![Rating {
            rater: None,
            value: [2, 1, -1, -2][(choice.at() * 7 + choice.at() / 4) % 4],
            because: None,
            span: Default::default(),
        }],
        shows: Vec::new(),
        errors: Vec::new(),
        repairs: Vec::new(),
        settles: Vec::new(),
        cue: None,
        of: None,
    };
    let decision = |node: NodeIx| KeyDecision {
        node,
        span: Default::default(),
        of: None,
        weight: [1.0, 2.0, 3.0][node.at() % 3],
        tests: Vec::new(),
        experts_differ: None,
        count_each: false,
        choices: scenario.choices_of(node).map(|choice| Some(rated(choice))).collect(),
    };
    let owed = |at: usize| Owed {
        id: Name::from(format!("owed-{at}")),
        by: vec![NodeIx::new(6 * at + 5)],
        weight: 2.0,
        applies: None,
        span: Default::default(),
    };
    Key {
        scenario: scenario.id.clone(),
        scenario_version: 1,
        panel: Name::from("author"),
        span: Default::default(),
        basis: Basis::Author { status: String::new() },
        owed: (0..4).map(owed).collect(),
        decisions: (0..scenario.nodes.len())
            .map(|at| Some(decision(NodeIx::new(at))))
            .collect(),
        at_end: Vec::new(),
        orphans: Vec::new(),
    }
}

struct Way {
    text: String,
    when: Option<Cond>,
    effects: Vec<Change>,
    to: Target,
}

#[derive(Default)]
struct Make {
    texts: Texts,
    nodes: Vec<Node>,
    choices: Vec<Choice>,
}

fn int() -> Var {
    var(VarKind::Int { min: 0, max: 10 }, 5)
}

fn var(kind: VarKind, start: i32) -> Var {
    Var {
        id: Name::default(),
        span: Default::default(),
        kind,
        of: None,
        trace: None,
        start,
    }
}

fn guard(cond: Cond) -> Guard {
    Guard {
        cond,
        span: Default::default(),
    }
}

impl Make {
    fn text(&mut self, address: String, raw: &str) -> TextId {
        self.texts.add(Text {
            address: Name::from(address),
            raw: raw.into(),
            span: Default::default(),
            parts: vec![Part::Plain(raw.into())],
        })
    }

    fn line(&mut self, address: String, raw: &str, when: Option<Cond>) -> Line {
        Line {
            when: when.map(guard),
            who: Speaker::Narrator,
            mood: None,
            via: None,
            to: None,
            language: None,
            words: Wording::One(self.text(address, raw)),
            id: None,
            span: Default::default(),
        }
    }

    fn node(&mut self, says: &str, when: &[Cond], ways: Vec<Way>) {
        let at = self.nodes.len();
        let mut say = vec![self.line(format!("n{at}/say/1"), says, None)];
        for (line, cond) in when.iter().enumerate() {
            say.push(self.line(format!("n{at}/say/{}", line + 2), says, Some(cond.clone())));
        }
        let first = ChoiceIx::new(self.choices.len());
        let count = ways.len() as u32;
        for (which, way) in ways.into_iter().enumerate() {
            let text = self.text(format!("n{at}/c{which}"), &way.text);
            let effect = |change| Effect {
                when: None,
                change,
                span: Default::default(),
            };
            self.choices.push(Choice {
                id: Name::from(format!("c{which}")),
                node: NodeIx::new(at),
                span: Default::default(),
                act: Act::Say,
                text,
                to: None,
                when: way.when.map(guard),
                locked: None,
                once: false,
                framework_move: None,
                effects: way.effects.into_iter().map(effect).collect(),
                reply: Vec::new(),
                felt: Vec::new(),
                why: None,
                better: None,
                also: Vec::new(),
                route: vec![Arm {
                    when: None,
                    to: way.to,
                    span: Default::default(),
                }],
            });
        }
        self.nodes.push(Node {
            id: Name::from(format!("n{at}")),
            span: Default::default(),
            scene: None,
            say,
            on_enter: Vec::new(),
            hint: None,
            expert: None,
            turn: None,
            facilitate: None,
            drill: None,
            then: Then::Decision { first, count },
        });
    }

    fn scenario(mut self, vars: Vec<Var>, endings: usize) -> Scenario {
        let empty = self.text("empty".into(), "");
        let ending = |at| Ending {
            id: Name::from(format!("e{at}")),
            span: Default::default(),
            title: empty,
            kind: EndingKind::Reached,
            because: None,
            epilogue: Vec::new(),
            debrief: Vec::new(),
            discuss: Vec::new(),
        };
        let named = |(at, var): (usize, Var)| Var {
            id: Name::from(format!("x{at}")),
            ..var
        };
        Scenario {
            id: Name::from("generated"),
            span: Default::default(),
            title: empty,
            version: 1,
            lang: "en".into(),
            track: Track::Adult,
            level: 1,
            minutes: 1,
            roles: vec![Name::from("physician")],
            setting: empty,
            summary: empty,
            chart: empty,
            task: empty,
            objectives: Vec::new(),
            frameworks: Vec::new(),
            curriculum: Vec::new(),
            content: ContentNote::default(),
            sources: Vec::new(),
            authors: Vec::new(),
            review: Vec::new(),
            workshop: None,
            cast: Vec::new(),
            vars: vars.into_iter().enumerate().map(named).collect(),
            facts: Vec::new(),
            nodes: self.nodes,
            choices: self.choices,
            endings: (0..endings).map(ending).collect(),
            start: NodeIx(0),
            texts: self.texts,
            allows: Vec::new(),
        }
    }
}
