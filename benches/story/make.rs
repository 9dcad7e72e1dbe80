//! A scenario put together in the program's own nouns, without a file.

use bedside::model::*;

pub(super) struct Way {
    pub(super) text: String,
    pub(super) when: Option<Cond>,
    pub(super) effects: Vec<Change>,
    pub(super) to: Target,
}

#[derive(Default)]
pub(super) struct Make {
    texts: Texts,
    nodes: Vec<Node>,
    choices: Vec<Choice>,
}

pub(super) fn int() -> Var {
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

    fn line(&mut self, address: String, raw: &str) -> Line {
        Line {
            when: None,
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

    pub(super) fn node(&mut self, says: &str, ways: Vec<Way>) {
        let at = self.nodes.len();
        let say = vec![self.line(format!("n{at}/say/1"), says)];
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

    pub(super) fn scenario(mut self, vars: Vec<Var>, endings: usize) -> Scenario {
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
