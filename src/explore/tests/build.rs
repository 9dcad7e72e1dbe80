//! Small scenarios and keys for tests, without any file.

use crate::model::*;

#[derive(Default)]
pub(crate) struct Play {
    pub(crate) roles: usize,
    pub(crate) vars: Vec<Var>,
    pub(crate) facts: usize,
    /// Here at the start, or away.
    pub(crate) cast: Vec<bool>,
    pub(crate) nodes: Vec<Moment>,
    pub(crate) endings: usize,
}

#[derive(Default)]
pub(crate) struct Moment {
    pub(crate) on_enter: Vec<Effect>,
    pub(crate) say: Vec<Option<Cond>>,
    pub(crate) go: Vec<(Option<Cond>, Target)>,
    pub(crate) choices: Vec<Way>,
}

/// A choice.
#[derive(Default)]
pub(crate) struct Way {
    pub(crate) text: &'static str,
    pub(crate) when: Option<Cond>,
    pub(crate) locked: bool,
    pub(crate) once: bool,
    pub(crate) effects: Vec<Effect>,
    pub(crate) reply: Vec<Option<Cond>>,
    pub(crate) route: Vec<(Option<Cond>, Target)>,
}

pub(crate) fn guard(cond: Cond) -> Guard {
    Guard {
        cond,
        span: Default::default(),
    }
}

pub(crate) fn effect(change: Change) -> Effect {
    Effect {
        when: None,
        change,
        span: Default::default(),
    }
}

pub(crate) fn node(at: u32) -> Target {
    Target::Node(NodeIx(at))
}

pub(crate) fn end(at: u32) -> Target {
    Target::Ending(EndingIx(at))
}

pub(crate) fn add(var: u32, by: i32) -> Effect {
    effect(Change::Add(VarIx(var), Num::Lit(by)))
}

pub(crate) fn at_least(var: u32, value: i32) -> Cond {
    Cond::Compare {
        left: Num::Var(VarIx(var)),
        op: Op::Ge,
        right: Num::Lit(value),
    }
}

pub(crate) fn is(var: u32, value: i32) -> Cond {
    Cond::Is { var: VarIx(var), value }
}

pub(crate) fn not(cond: Cond) -> Cond {
    Cond::Not(Box::new(cond))
}

pub(crate) fn int(start: i32, min: i32, max: i32) -> Var {
    var(VarKind::Int { min, max }, start)
}

pub(crate) fn hidden(values: usize) -> Var {
    let value = |at| Drawn {
        id: Name::from(format!("v{at}")),
        means: TextId(0),
        span: Default::default(),
    };
    let kind = VarKind::Hidden {
        values: (0..values).map(value).collect(),
        if_never_asked: None,
    };
    var(kind, 0)
}

pub(crate) fn var(kind: VarKind, start: i32) -> Var {
    Var {
        id: Name::default(),
        span: Default::default(),
        kind,
        of: None,
        trace: None,
        start,
    }
}

pub(crate) fn choice(to: Target) -> Way {
    Way {
        route: vec![(None, to)],
        ..Way::default()
    }
}

impl Way {
    pub(crate) fn when(mut self, cond: Cond) -> Self {
        self.when = Some(cond);
        self
    }

    pub(crate) fn once(mut self) -> Self {
        self.once = true;
        self
    }

    pub(crate) fn effects(mut self, effects: impl IntoIterator<Item = Effect>) -> Self {
        self.effects.extend(effects);
        self
    }

    pub(crate) fn text(mut self, text: &'static str) -> Self {
        self.text = text;
        self
    }

    pub(crate) fn reply(mut self, when: Cond) -> Self {
        self.reply.push(Some(when));
        self
    }
}

pub(crate) fn decide(choices: impl IntoIterator<Item = Way>) -> Moment {
    Moment {
        choices: choices.into_iter().collect(),
        ..Moment::default()
    }
}

fn script(lines: &[Option<Cond>]) -> Script {
    let line = |when: &Option<Cond>| Line {
        when: when.clone().map(guard),
        words: Wording::One(TextId(0)),
        ..Line::default()
    };
    lines.iter().map(line).collect()
}

fn route(arms: &[(Option<Cond>, Target)]) -> Route {
    let arm = |(when, to): &(Option<Cond>, Target)| Arm {
        when: when.clone().map(guard),
        to: *to,
        span: Default::default(),
    };
    arms.iter().map(arm).collect()
}

impl Play {
    /// Node `n` is called `n0`, `n1`, …, its choices `c0`, …, variables `x0`, …, endings `e0`, ….
    pub(crate) fn scenario(self) -> Scenario {
        let mut texts = Texts::default();
        let plain = |raw: &str| Text {
            address: Name::default(),
            raw: raw.into(),
            span: Default::default(),
            parts: vec![Part::Plain(raw.into())],
        };
        let empty = texts.add(plain(""));
        let mut choices = Vec::new();
        let mut nodes = Vec::new();
        for (at, moment) in self.nodes.iter().enumerate() {
            let first = ChoiceIx::new(choices.len());
            for (index, about) in moment.choices.iter().enumerate() {
                choices.push(Choice {
                    id: Name::from(format!("c{index}")),
                    node: NodeIx::new(at),
                    text: texts.add(plain(about.text)),
                    when: about.when.clone().map(guard),
                    locked: about.locked.then_some(Because(None)),
                    once: about.once,
                    effects: about.effects.clone(),
                    reply: script(&about.reply),
                    route: route(&about.route),
                    ..Choice::default()
                });
            }
            let count = moment.choices.len() as u32;
            nodes.push(Node {
                id: Name::from(format!("n{at}")),
                say: script(&moment.say),
                on_enter: moment.on_enter.clone(),
                then: if count > 0 {
                    Then::Decision { first, count }
                } else {
                    Then::Go(route(&moment.go))
                },
                ..Node::default()
            });
        }
        let named = |at: usize, var: Var| Var {
            id: Name::from(format!("x{at}")),
            ..var
        };
        let person = |(at, here): (usize, &bool)| Person {
            id: Name::from(format!("p{at}")),
            name: empty,
            who: empty,
            present: if *here { Presence::Here } else { Presence::Away },
            ..Person::default()
        };
        let ending = |at| Ending {
            id: Name::from(format!("e{at}")),
            title: empty,
            ..Ending::default()
        };
        let fact = |at| Fact {
            id: Name::from(format!("f{at}")),
            span: Default::default(),
            text: empty,
        };
        Scenario {
            id: Name::from("test"),
            title: empty,
            version: 1,
            lang: "en".into(),
            level: 1,
            minutes: 1,
            roles: (0..self.roles.max(1)).map(|at| Name::from(format!("r{at}"))).collect(),
            setting: empty,
            summary: empty,
            chart: empty,
            task: empty,
            cast: self.cast.iter().enumerate().map(person).collect(),
            vars: self
                .vars
                .into_iter()
                .enumerate()
                .map(|(at, var)| named(at, var))
                .collect(),
            facts: (0..self.facts).map(fact).collect(),
            nodes,
            choices,
            endings: (0..self.endings).map(ending).collect(),
            texts,
            ..Scenario::default()
        }
    }
}

/// A key that rates every choice of every decision, weight 1.
pub(crate) fn key(scenario: &Scenario, rating: impl Fn(ChoiceIx) -> i32) -> Key {
    let rated = |choice: ChoiceIx| KeyChoice {
        choice,
        ratings: vec![Rating {
            value: rating(choice),
            ..Rating::default()
        }],
        ..KeyChoice::default()
    };
    let decision = |node: NodeIx| {
        let choices: Vec<_> = scenario.choices_of(node).map(|choice| Some(rated(choice))).collect();
        (!choices.is_empty()).then(|| KeyDecision {
            node,
            weight: 1.0,
            choices,
            ..KeyDecision::default()
        })
    };
    Key {
        scenario: scenario.id.clone(),
        scenario_version: 1,
        panel: Name::from("author"),
        decisions: (0..scenario.nodes.len()).map(|at| decision(NodeIx::new(at))).collect(),
        ..Key::default()
    }
}
