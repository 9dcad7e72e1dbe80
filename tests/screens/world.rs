//! The world around the screens, without a terminal, a clock or a disk: a library in memory, and a record of everything asked for.

use std::path::Path;
use std::sync::{Arc, Mutex};

use bedside::content::{FileText, Pack, load_library};
use bedside::diag::{Drawing, Sources, render};
use bedside::explore;
use bedside::model::{Answer, Day, Entry, Event, Library, Name};
use bedside::practice::drill::{Ask, CannotDrill, Keep, plan};
use bedside::practice::{History, Pool, Witnesses};
use bedside::session::{Output, Session, Setup};
use bedside::tui::{
    Broken, Effect, ExamAsk, HomeData, HomeEntry, Msg, OpenAttempt, Opened, OpenedDrill, ProgressData, Settings,
    Suggestion, Token,
};

use crate::exam_world::Exams;

/// Answers effects and remembers them.
pub(crate) struct World {
    pub(crate) library: Library,
    pub(crate) home: HomeData,
    /// Every effect, as a line.
    pub(crate) asked: Vec<String>,
    /// Everything kept so far.
    pub(crate) kept: Vec<Output>,
    /// Everything kept of drills.
    pub(crate) drilled: Vec<Keep>,
    /// Answers of drills before.
    pub(crate) past: Vec<Answer>,
    pub(crate) settings: Option<Settings>,
    /// Answers that come back at once; taken from the front, [`Msg::Saved`] when there are none.
    pub(crate) saves: Vec<Option<Msg>>,
    pub(crate) seed: u64,
    /// What comes when progress is asked for; `None`: nothing yet.
    pub(crate) progress: Option<Result<Box<ProgressData>, String>>,
    pub(crate) exams: Exams,
    /// Beginnings are not answered yet.
    pub(crate) shut: bool,
}

pub(crate) fn file(path: &Path, shown: &str) -> FileText {
    FileText {
        path: shown.to_owned(),
        text: std::fs::read_to_string(path).unwrap_or_else(|why| panic!("{}: {why}", path.display())),
    }
}

fn scoring(root: &Path) -> Pack {
    Pack {
        name: Name::from("built-in"),
        rubric: Some(file(&root.join("scoring/rubric.yaml"), "scoring/rubric.yaml")),
        sources: Some(file(&root.join("scoring/sources.yaml"), "scoring/sources.yaml")),
        ..Pack::default()
    }
}

/// Reading takes a while in a debug build, so each set of files is read once a process.
fn read(pack: Pack) -> Library {
    static KNOWN: Mutex<Vec<(Vec<String>, Library)>> = Mutex::new(Vec::new());
    let name: Vec<String> = pack.scenarios.iter().map(|file| file.path.clone()).collect();
    let mut known = KNOWN.lock().unwrap();
    if let Some((_, library)) = known.iter().find(|(other, _)| *other == name) {
        return library.clone();
    }
    let mut sources = Sources::default();
    let (library, found) = load_library(&[pack], &mut sources);
    let broken: Vec<&Entry> = library.entries.iter().filter(|entry| entry.faults > 0).collect();
    let said: String = found
        .iter()
        .map(|fault| render(fault, &sources, Drawing::default()))
        .collect();
    assert!(broken.is_empty(), "{said}");
    known.push((name, library.clone()));
    library
}

impl World {
    /// Stories of the tests, by name, with their keys.
    pub(crate) fn of_stories(names: &[&str]) -> World {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let stories = root.join("tests/screens/stories");
        let mut pack = scoring(root);
        for name in names {
            let shown = format!("scenarios/adult/{name}.yaml");
            pack.scenarios.push(file(&stories.join(format!("{name}.yaml")), &shown));
            let key = stories.join(format!("{name}.key.yaml"));
            if key.exists() {
                pack.keys.push(file(&key, &format!("scoring/keys/{name}/author.yaml")));
            }
        }
        World::of(pack)
    }

    /// The conversations shipped.
    pub(crate) fn shipped() -> World {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut pack = scoring(root);
        for track in ["adult", "pediatric", "cultural", "planning"] {
            let folder = root.join("scenarios").join(track);
            let mut files: Vec<_> = std::fs::read_dir(folder)
                .unwrap()
                .map(|entry| entry.unwrap().path())
                .collect();
            files.sort();
            for path in files {
                let id = path.file_stem().unwrap().to_string_lossy().into_owned();
                pack.scenarios
                    .push(file(&path, &format!("scenarios/{track}/{id}.yaml")));
                let key = root.join(format!("scoring/keys/{id}/author.yaml"));
                if key.exists() {
                    pack.keys.push(file(&key, &format!("scoring/keys/{id}/author.yaml")));
                }
            }
        }
        World::of(pack)
    }

    fn of(pack: Pack) -> World {
        let library = read(pack);
        let entries = library.entries.iter().map(|entry| match &entry.scenario {
            Some(scenario) => HomeEntry::of(scenario, |id| {
                let skill = library.rubric.skill(id)?;
                Some(library.rubric.skills[skill.at()].name.clone())
            }),
            None => HomeEntry {
                id: entry.id.clone(),
                title: entry.id.to_string(),
                track: entry.track,
                broken: Some(Broken {
                    faults: entry.faults,
                    path: entry.path.clone(),
                }),
                ..HomeEntry::default()
            },
        });
        let home = HomeData {
            entries: entries.collect(),
            ..HomeData::default()
        };
        World {
            library,
            home,
            asked: Vec::new(),
            kept: Vec::new(),
            drilled: Vec::new(),
            past: Vec::new(),
            settings: None,
            saves: Vec::new(),
            seed: 7,
            progress: None,
            exams: Exams::default(),
            shut: false,
        }
    }

    /// Something open, something suggested, something played, something broken.
    pub(crate) fn lived_in(mut self) -> World {
        if let Some(first) = self.home.entries.first_mut() {
            first.played = Some("3 November".to_owned());
            first.endings_seen = 2.min(first.endings_all);
            let open = OpenAttempt {
                token: Token("open-1".to_owned()),
                scenario: first.id.clone(),
                title: first.title.clone(),
                step: 3,
                when: "yesterday evening".to_owned(),
            };
            self.home.open.push(open);
            self.home.suggestion = Some(Suggestion {
                words: format!(
                    "Eight minutes on asking before telling: “{}”. You met it once, three weeks ago.",
                    first.title
                ),
                scenario: Some(first.id.clone()),
                skill: None,
            });
        }
        self.home.entries.push(HomeEntry {
            id: Name::from("half-written"),
            title: "half-written".to_owned(),
            broken: Some(Broken {
                faults: 3,
                path: "scenarios/adult/half-written.yaml".to_owned(),
            }),
            ..HomeEntry::default()
        });
        self
    }

    pub(crate) fn opened(&mut self, id: &str, setup: &Setup) -> Opened {
        let entry = self.library.find(id).unwrap_or_else(|| panic!("no {id}"));
        let scenario = entry.scenario.clone().unwrap_or_else(|| panic!("{id} is broken"));
        let key = entry.keys.first().cloned();
        let (session, outputs) = Session::begin(scenario, self.library.rubric.clone(), key, setup).unwrap();
        self.kept.extend(outputs);
        Opened {
            token: Token(format!("attempt-{id}")),
            session,
            changed: Vec::new(),
            elsewhere: false,
        }
    }

    /// What a program around the screens would do.
    pub(crate) fn perform(&mut self, effect: Effect) -> Option<Msg> {
        self.asked.push(line(&effect));
        match effect {
            Effect::LoadHome => Some(Msg::Home(Box::new(self.home.clone()))),
            Effect::Load { scenario } => {
                let entry = self.library.find(&scenario)?;
                entry.scenario.clone().map(Msg::Loaded)
            }
            Effect::Begin { .. } if self.shut => None,
            Effect::Begin {
                scenario,
                mode,
                role,
                seed,
            } => {
                let setup = Setup {
                    seed: seed.unwrap_or(self.seed),
                    mode,
                    role,
                    pack: Name::from("built-in"),
                };
                Some(Msg::Opened(Box::new(self.opened(&scenario, &setup))))
            }
            Effect::Resume { .. } => Some(Msg::Failed("That attempt is gone. Choose another.".to_owned())),
            Effect::BeginDrill { .. } if self.shut => None,
            Effect::BeginDrill { skill, minutes, seed } => Some(self.drill(skill.as_ref(), minutes, seed)),
            Effect::RecordDrill { keep, .. } => {
                let answer = self.save();
                if matches!(answer, Some(Msg::Saved) | None) {
                    self.drilled.extend(keep);
                }
                answer
            }
            Effect::Record { outputs, .. } => {
                let answer = self.save();
                if matches!(answer, Some(Msg::Saved) | None) {
                    self.kept.extend(outputs);
                }
                answer
            }
            Effect::References { token, about } => {
                let found = explore::references(&about.scenario, &about.key, &about.rubric, &about.draws, about.role)?;
                Some(Msg::References(token, Arc::new(found)))
            }
            Effect::SaveSettings(settings) => {
                self.settings = Some(settings);
                None
            }
            Effect::Report { .. } => Some(Msg::Reported("bedside-report.html".to_owned())),
            Effect::LoadProgress => self.progress.clone().map(Msg::Progress),
            Effect::Exam(ask) => self.exam(ask),
            Effect::Quit => None,
        }
    }

    fn save(&mut self) -> Option<Msg> {
        if self.saves.is_empty() {
            Some(Msg::Saved)
        } else {
            self.saves.remove(0)
        }
    }

    fn drill(&self, skill: Option<&Name>, minutes: u16, seed: Option<u64>) -> Msg {
        let pool = Pool::of(&self.library, None);
        let skill = skill.and_then(|skill| self.library.rubric.skill(skill));
        let ask = Ask {
            skill,
            minutes,
            seed: seed.unwrap_or(self.seed),
            today: Day(20_000),
        };
        let planned = plan(&pool, &History::of(&pool, &self.past), &ask, &mut |scenario, node| {
            let key = self.library.find(&scenario.id).and_then(|entry| entry.keys.first());
            Witnesses::of(scenario, key.map(|key| &**key)).get(node).cloned()
        });
        match planned {
            Ok(drill) => Msg::Drill(Box::new(OpenedDrill {
                token: Token("drill-1".to_owned()),
                drill,
                skill: skill.map(|skill| self.library.rubric.skills[skill.at()].name.clone()),
                today: ask.today,
            })),
            Err(CannotDrill::NothingKeyed) => Msg::NothingToDrill("Nothing here has ratings yet.".to_owned()),
            Err(why) => panic!("{why:?}"),
        }
    }

    /// What was kept of drills, by name.
    pub(crate) fn answers(&self) -> Vec<String> {
        let name = |keep: &Keep| match keep {
            Keep::Answer(answer) => format!("{}/{}/{}", answer.scenario, answer.node, answer.choice),
            Keep::Words { item, at, text } => format!("own words to {item} at {at} {text:?}"),
        };
        self.drilled.iter().map(name).collect()
    }

    /// Events kept, by name.
    pub(crate) fn events(&self) -> Vec<String> {
        let name = |output: &Output| match output {
            Output::Record(Event::Began(_)) => "began".to_owned(),
            Output::Record(Event::Stepped(step)) => format!("{}/{}", step.node, step.chosen),
            Output::Record(Event::Rewound { shared, .. }) => format!("rewound to {shared}"),
            Output::Record(Event::Looked { at, node, .. }) => format!("looked {at:?} {node}"),
            Output::Record(Event::Ended { ending, .. }) => format!("ended {ending}"),
            Output::Record(Event::Left { .. }) => "left".to_owned(),
            Output::Record(Event::Answered { text }) => format!("answered {text:?}"),
            Output::KeepWords { text, .. } => format!("own words {text:?}"),
        };
        self.kept.iter().map(name).collect()
    }
}

fn line(effect: &Effect) -> String {
    match effect {
        Effect::LoadHome => "load home".to_owned(),
        Effect::Load { scenario } => format!("load {scenario}"),
        Effect::Begin {
            scenario, mode, role, ..
        } => format!("begin {scenario} {} as {role}", mode.id()),
        Effect::Resume { token } => format!("resume {}", token.0),
        Effect::Record { outputs, .. } => format!("record {}", outputs.len()),
        Effect::BeginDrill { skill, minutes, .. } => {
            let skill = skill.as_ref().map_or("what is due", |skill| skill.as_str());
            format!("drill {skill}, {minutes} minutes")
        }
        Effect::RecordDrill { keep, .. } => format!("record {} of the drill", keep.len()),
        Effect::References { .. } => "references".to_owned(),
        Effect::SaveSettings(_) => "save settings".to_owned(),
        Effect::Report { line, .. } => format!("report line {line}"),
        Effect::LoadProgress => "load progress".to_owned(),
        Effect::Exam(ask) => exam_line(ask),
        Effect::Quit => "quit".to_owned(),
    }
}

fn exam_line(ask: &ExamAsk) -> String {
    match ask {
        ExamAsk::List => "exams".to_owned(),
        ExamAsk::Draw { blueprint, .. } => format!("draw {blueprint}"),
        ExamAsk::Begin { form, .. } => format!("sit {}", form.blueprint),
        ExamAsk::Open { token } => format!("open {}", token.0),
        ExamAsk::Keep { what, .. } => format!("keep {}", what.len()),
        ExamAsk::Rise => "rise".to_owned(),
        ExamAsk::Score { .. } => "score".to_owned(),
    }
}
