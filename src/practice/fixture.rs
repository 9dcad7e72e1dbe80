//! Small libraries for the tests of practice: conversations in a row of decisions, each with a best, a fair, a poor and a harmful choice.

use std::sync::Arc;

use crate::model::{
    Answer, Arm, Basis, Change, Choice, ChoiceIx, Cue, Day, Domain, DomainIx, Drill, Effect, Ending, EndingCause,
    EndingIx, Entry, ErrorIx, ErrorKind, Key, KeyChoice, KeyDecision, KeyError, Level, Library, Line, Met, Name, Node,
    NodeIx, Num, Owed, Part, Person, PersonIx, Rating, Rubric, Scenario, Skill, SkillIx, Speaker, Tag, Target, Text,
    TextId, Texts, Then, Trace, Track, Var, VarIx, VarKind, Wording,
};

/// One conversation: its id, track, and for each decision the skills it tests.
pub(crate) struct Plan<'a> {
    pub(crate) id: &'a str,
    pub(crate) track: Track,
    pub(crate) minutes: u16,
    pub(crate) tests: &'a [&'a [u32]],
}

/// Choice ids, ratings, and what they show of every tested skill.
pub(crate) const CHOICES: [(&str, i32, u8); 4] = [("best", 2, 4), ("fair", 1, 3), ("poor", -1, 1), ("harm", -2, 0)];

/// Two domains, A with skills 0 and 1, B with skill 2; error 0 is critical and can be repaired.
pub(crate) fn rubric() -> Rubric {
    let domain = |letter: char| Domain {
        id: Name::from(letter.to_string()),
        letter,
        name: format!("Domain {letter}"),
        ..Domain::default()
    };
    let skill = |id: &str, domain: u32| Skill {
        id: Name::from(id),
        name: format!("Skill {id}"),
        domain: DomainIx(domain),
        ..Skill::default()
    };
    Rubric {
        domains: vec![domain('A'), domain('B')],
        skills: vec![skill("A1", 0), skill("A2", 0), skill("B1", 1)],
        errors: vec![ErrorKind {
            id: Name::from("X01"),
            name: "Harm done".into(),
            severity: Level::Critical,
            repairable: true,
            instead: "Say it plainly.".into(),
            ..ErrorKind::default()
        }],
        curriculum: vec![Tag {
            id: Name::from("news"),
            name: "News".into(),
            about: String::new(),
        }],
        ..Rubric::default()
    }
}

pub(crate) fn library(plans: &[Plan<'_>]) -> Library {
    let entries = plans.iter().map(|plan| {
        let (scenario, key) = scenario(plan);
        Entry {
            id: Name::from(plan.id),
            path: format!("scenarios/{}.yaml", plan.id),
            pack: Name::from("built-in"),
            track: Some(plan.track),
            scenario: Some(Arc::new(scenario)),
            keys: vec![Arc::new(key)],
            faults: 0,
        }
    });
    Library {
        rubric: Arc::new(rubric()),
        entries: entries.collect(),
        ..Library::default()
    }
}

/// Six conversations of four decisions; skill 2 is tested once in each.
pub(crate) fn six() -> Library {
    let tests: &[&[u32]] = &[&[0], &[1], &[0, 2], &[1]];
    let plan = |id, track, minutes| Plan {
        id,
        track,
        minutes,
        tests,
    };
    library(&[
        plan("ash", Track::Adult, 12),
        plan("birch", Track::Adult, 14),
        plan("cedar", Track::Cultural, 12),
        plan("elm", Track::Cultural, 11),
        plan("fir", Track::Pediatric, 13),
        plan("oak", Track::Planning, 10),
    ])
}

struct Build {
    texts: Texts,
}

impl Build {
    fn text(&mut self, address: &str, words: &str) -> TextId {
        self.texts.add(Text {
            address: Name::from(address),
            raw: words.to_owned(),
            span: Default::default(),
            parts: vec![Part::Plain(words.to_owned())],
        })
    }

    fn line(&mut self, address: &str, who: Speaker, words: &str) -> Line {
        let text = self.text(address, words);
        Line {
            who,
            words: Wording::One(text),
            ..Line::default()
        }
    }
}

fn scenario(plan: &Plan<'_>) -> (Scenario, Key) {
    let mut build = Build {
        texts: Texts::default(),
    };
    let name = build.text("cast/ada/name", "Ada");
    let who = build.text("cast/ada/who", "your patient");
    let title = build.text("title", &format!("The {} talk", plan.id));
    let plain = build.text("plain", "plain");
    let mut nodes = Vec::new();
    let mut choices = Vec::new();
    let mut decisions = Vec::new();
    for (at, tests) in plan.tests.iter().enumerate() {
        let say = vec![
            build.line(
                &format!("d{at}/say/1"),
                Speaker::Narrator,
                &format!("Moment {at} of {}.", plan.id),
            ),
            build.line(
                &format!("d{at}/say/2"),
                Speaker::Person(PersonIx(0)),
                &format!("What about {at}?"),
            ),
        ];
        let drill = (at == 0).then(|| Drill {
            context: build.text("d0/drill", "It has just begun."),
        });
        let first = ChoiceIx::new(choices.len());
        let mut rated = Vec::new();
        for (nth, (id, rating, level)) in CHOICES.into_iter().enumerate() {
            let to = if at + 1 == plan.tests.len() {
                Target::Ending(EndingIx(0))
            } else {
                Target::Node(NodeIx::new(at + 1))
            };
            let address = format!("d{at}/{id}");
            choices.push(Choice {
                id: Name::from(id),
                node: NodeIx::new(at),
                text: build.text(&address, &format!("I say the {id} thing at {at}.")),
                to: Some(PersonIx(0)),
                effects: vec![Effect {
                    when: None,
                    change: Change::Add(VarIx(0), Num::Lit(rating)),
                    span: Default::default(),
                }],
                reply: vec![build.line(&format!("{address}/reply/1"), Speaker::Person(PersonIx(0)), "I see.")],
                felt: vec![build.line(&format!("{address}/felt/1"), Speaker::Person(PersonIx(0)), "Felt.")],
                why: Some(build.text(&format!("{address}/why"), "Because.")),
                better: Some(build.text(&format!("{address}/better"), "Better words.")),
                route: vec![Arm {
                    when: None,
                    to,
                    span: Default::default(),
                }],
                ..Choice::default()
            });
            rated.push(Some(KeyChoice {
                choice: ChoiceIx::new(first.at() + nth),
                ratings: vec![Rating {
                    value: rating,
                    ..Rating::default()
                }],
                shows: tests.iter().map(|skill| (SkillIx(*skill), level)).collect(),
                errors: (rating == -2)
                    .then(|| KeyError {
                        error: ErrorIx(0),
                        because: Some("It hurt her.".into()),
                        ..KeyError::default()
                    })
                    .into_iter()
                    .collect(),
                cue: Some(Cue::ExplicitProvides),
                ..KeyChoice::default()
            }));
        }
        nodes.push(Node {
            id: Name::from(format!("d{at}")),
            say,
            hint: Some(plain),
            drill,
            then: Then::Decision { first, count: 4 },
            ..Node::default()
        });
        decisions.push(Some(KeyDecision {
            node: NodeIx::new(at),
            weight: 1.0,
            tests: tests.iter().map(|skill| SkillIx(*skill)).collect(),
            choices: rated,
            ..KeyDecision::default()
        }));
    }
    let last = NodeIx::new(plan.tests.len() - 1);
    let key = Key {
        scenario: Name::from(plan.id),
        scenario_version: 1,
        panel: Name::from("author"),
        basis: Basis::Author {
            status: "drafted".into(),
        },
        owed: vec![Owed {
            id: Name::from("last-word"),
            by: vec![last],
            weight: 2.0,
            applies: None,
            span: Default::default(),
        }],
        decisions,
        ..Key::default()
    };
    let mut scenario = Scenario {
        id: Name::from(plan.id),
        title,
        version: 1,
        lang: "en".into(),
        track: plan.track,
        level: 2,
        minutes: plan.minutes,
        roles: vec![Name::from("physician")],
        setting: plain,
        summary: plain,
        chart: plain,
        task: plain,
        cast: vec![Person {
            id: Name::from("ada"),
            name,
            who,
            ..Person::default()
        }],
        vars: vec![Var {
            id: Name::from("trust"),
            span: Default::default(),
            kind: VarKind::Int { min: 0, max: 10 },
            of: Some(PersonIx(0)),
            trace: Some(Trace::Trust),
            start: 5,
        }],
        nodes,
        choices,
        endings: vec![Ending {
            id: Name::from("end"),
            title: plain,
            because: Some(EndingCause::Choices),
            ..Ending::default()
        }],
        texts: build.texts,
        ..Scenario::default()
    };
    if plan.track == Track::Adult {
        scenario.curriculum = vec![Default::default()];
        scenario.curriculum[0].value = Name::from("news");
    }
    (scenario, key)
}

/// One answer in a drill.
pub(crate) fn answer(scenario: &str, node: &str, choice: &str, day: i32) -> Answer {
    Answer {
        scenario: Name::from(scenario),
        node: Name::from(node),
        choice: Name::from(choice),
        day: Day(day),
        met: Met::Drill,
        confidence: None,
        hinted: false,
        draws: Vec::new(),
    }
}
