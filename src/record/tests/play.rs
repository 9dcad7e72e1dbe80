//! A small conversation built by hand, with everything a transcript can hold: a hidden draw, drawn wordings, a locked choice,
//! a loop that is used up, two roles, three endings; its rubric and its key.

use super::model::{
    Arm, AtEnd, Band, Basis, Because, Caps, Change, Choice, ChoiceIx, Cond, Cue, Domain, DomainIx, Drawn, Effect,
    Ending, EndingIx, ErrorIx, ErrorKind, Guard, Key, KeyChoice, KeyDecision, KeyError, Level, Line, Node, NodeIx, Num,
    Op, Owed, OwedIx, Rating, Rubric, Scenario, Secret, Skill, SkillIx, Target, Text, TextId, Texts, Then, Var, VarIx,
    VarKind, Wording,
};

const HALL: NodeIx = NodeIx(0);
const BED: NodeIx = NodeIx(1);
const DELEGATION: NodeIx = NodeIx(2);
const TRUST: VarIx = VarIx(0);
const WANTS: VarIx = VarIx(1);

/// Node, choice, effects on trust, where to.
type Row = (NodeIx, &'static str, i32, Vec<Arm>);

pub(super) fn scenario() -> Scenario {
    let mut texts = Texts::default();
    let mut text = |address: &str, raw: &str| {
        texts.add(Text {
            address: address.into(),
            raw: raw.to_owned(),
            span: Default::default(),
            parts: Vec::new(),
        })
    };
    let plain = text("title", "A small talk");
    let variants = vec![
        text("bed/say/1", "Oh."),
        text("bed/say/1", "Ah."),
        text("bed/say/1", "Hm."),
    ];
    let rows: Vec<Row> = vec![
        (HALL, "ask", 1, vec![when(wants(0), to(BED)), to(DELEGATION)]),
        (HALL, "promise", -2, vec![to(BED)]),
        (HALL, "wait", 1, vec![to(HALL)]),
        (BED, "tell", 1, vec![when(trust(Op::Ge, 6), end(0)), end(1)]),
        (BED, "hush", -3, vec![end(2)]),
        (BED, "back", 0, vec![to(HALL)]),
        (DELEGATION, "agree", 1, vec![end(0)]),
        (DELEGATION, "insist", -4, vec![to(BED)]),
    ];
    let choices = rows.iter().map(|row| choice(row, plain)).collect();
    let nodes = [("hall", 0, 3), ("bed", 3, 3), ("delegation", 6, 2)];
    let nodes = nodes.into_iter().map(|(id, first, count)| Node {
        id: id.into(),
        say: vec![said(Wording::OneOf(variants.clone()))],
        hint: Some(plain),
        then: Then::Decision {
            first: ChoiceIx(first),
            count,
        },
        ..Node::default()
    });
    let endings = ["heard", "told", "hushed"].into_iter().map(|id| Ending {
        id: id.into(),
        title: plain,
        ..Ending::default()
    });
    Scenario {
        id: "small-talk".into(),
        title: plain,
        version: 1,
        lang: "en".to_owned(),
        level: 1,
        minutes: 5,
        roles: vec!["physician".into(), "nurse".into()],
        setting: plain,
        summary: plain,
        chart: plain,
        task: plain,
        vars: vars(plain),
        nodes: nodes.collect(),
        choices,
        endings: endings.collect(),
        start: HALL,
        texts,
        ..Scenario::default()
    }
}

fn vars(plain: TextId) -> Vec<Var> {
    let drawn = |id: &str| Drawn {
        id: id.into(),
        means: plain,
        span: Default::default(),
    };
    let var = |id: &str, kind, start| Var {
        id: id.into(),
        span: Default::default(),
        kind,
        of: None,
        trace: None,
        start,
    };
    vec![
        var("trust", VarKind::Int { min: 0, max: 10 }, 5),
        var(
            "wants",
            VarKind::Hidden {
                values: vec![drawn("to_know"), drawn("delegates")],
                if_never_asked: None,
            },
            0,
        ),
    ]
}

fn choice((node, id, trust_by, route): &Row, plain: TextId) -> Choice {
    let effect = |change| Effect {
        when: None,
        change,
        span: Default::default(),
    };
    let mut effects = vec![effect(Change::Add(TRUST, Num::Lit(*trust_by)))];
    if *id == "ask" {
        effects.push(effect(Change::Reveal(Secret::Var(WANTS))));
    }
    Choice {
        id: (*id).into(),
        node: *node,
        text: plain,
        when: (*id == "tell").then(|| guard(trust(Op::Ge, 4))),
        locked: (*id == "tell").then_some(Because(None)),
        once: matches!(*id, "wait" | "back"),
        effects,
        reply: vec![said(Wording::One(plain))],
        route: route.clone(),
        ..Choice::default()
    }
}

pub(super) fn rubric() -> Rubric {
    let band = |id: &str, at_least| Band {
        id: id.into(),
        label: id.to_owned(),
        at_least,
        means: String::new(),
    };
    Rubric {
        domains: vec![Domain {
            id: "opening".into(),
            letter: 'A',
            name: "Opening".to_owned(),
            ..Domain::default()
        }],
        skills: vec![Skill {
            id: "A1".into(),
            name: "Asks first".to_owned(),
            domain: DomainIx(0),
            ..Skill::default()
        }],
        errors: vec![ErrorKind {
            id: "X17".into(),
            name: "Promises silence".to_owned(),
            severity: Level::Critical,
            repairable: true,
            ..ErrorKind::default()
        }],
        bands: vec![band("strong", 80.0), band("developing", 50.0), band("not-yet", 0.0)],
        caps: Caps {
            unrepaired_critical: super::model::BandIx(2),
            repaired_critical: super::model::BandIx(1),
        },
        ..Rubric::default()
    }
}

pub(super) fn key(scenario: &Scenario) -> Key {
    let ratings = [2, -2, 1, 2, -2, 0, 2, -1];
    let rated = |choice: ChoiceIx| KeyChoice {
        choice,
        ratings: vec![Rating {
            value: ratings[choice.at()],
            ..Rating::default()
        }],
        shows: vec![(SkillIx(0), u8::try_from(ratings[choice.at()] + 2).unwrap())],
        errors: if choice.at() == 1 {
            vec![promise_error()]
        } else {
            Vec::new()
        },
        repairs: if choice.at() == 3 { vec![ErrorIx(0)] } else { Vec::new() },
        settles: if choice.at() == 0 { vec![OwedIx(0)] } else { Vec::new() },
        cue: (choice.at() == 4).then_some(Cue::NonexplicitReduces),
        ..KeyChoice::default()
    };
    let decision = |node: NodeIx| {
        Some(KeyDecision {
            node,
            weight: 1.0 + f64::from(node.0),
            tests: vec![SkillIx(0)],
            choices: scenario.choices_of(node).map(|choice| Some(rated(choice))).collect(),
            ..KeyDecision::default()
        })
    };
    Key {
        scenario: scenario.id.clone(),
        scenario_version: scenario.version,
        panel: "author".into(),
        basis: Basis::Author {
            status: "drafted".to_owned(),
        },
        owed: vec![Owed {
            id: "asks".into(),
            by: vec![DELEGATION],
            weight: 2.0,
            applies: None,
            span: Default::default(),
        }],
        decisions: vec![decision(HALL), decision(BED), decision(DELEGATION)],
        at_end: vec![AtEnd {
            when: guard(Cond::Not(Box::new(Cond::Chosen(ChoiceIx(0))))),
            errors: vec![promise_error()],
            because: Some("Never asked.".to_owned()),
            span: Default::default(),
        }],
        ..Key::default()
    }
}

fn promise_error() -> KeyError {
    KeyError {
        error: ErrorIx(0),
        ..KeyError::default()
    }
}

fn said(words: Wording) -> Line {
    Line {
        words,
        ..Line::default()
    }
}

fn guard(cond: Cond) -> Guard {
    Guard {
        cond,
        span: Default::default(),
    }
}

fn trust(op: Op, than: i32) -> Cond {
    Cond::Compare {
        left: Num::Var(TRUST),
        op,
        right: Num::Lit(than),
    }
}

fn wants(value: i32) -> Cond {
    Cond::Is { var: WANTS, value }
}

fn to(node: NodeIx) -> Arm {
    Arm {
        when: None,
        to: Target::Node(node),
        span: Default::default(),
    }
}

fn end(ending: u32) -> Arm {
    Arm {
        to: Target::Ending(EndingIx(ending)),
        ..to(HALL)
    }
}

fn when(cond: Cond, arm: Arm) -> Arm {
    Arm {
        when: Some(guard(cond)),
        ..arm
    }
}
