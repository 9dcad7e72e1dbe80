//! What happened in one sitting, by names, so that it outlives edits of the scenario. The JSON form is `record`'s.

use super::Name;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Mode {
    /// Teaching after every reaction.
    Coached,
    /// All at the end.
    #[default]
    Flow,
    /// No hint, why, rewind, numbers or map names until the result.
    Exam,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Transcript {
    pub scenario: Name,
    pub pack: Name,
    pub scenario_version: u32,
    pub flow_hash: String,
    pub seed: u64,
    pub mode: Mode,
    pub role: Name,
    /// Hidden variable and value.
    pub draws: Vec<(Name, Name)>,
    /// Wordings drawn before the first decision: address of the line and which variant.
    pub opening: Vec<(Name, u32)>,
    /// Steps of every line in the order they were taken.
    pub steps: Vec<Step>,
    /// Line 0 starts at the beginning; a rewind starts a new one.
    pub lines: Vec<RunLine>,
}

/// One path without a rewind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RunLine {
    /// The line it branched from and how many of its steps (counted from the beginning) it shares.
    pub parent: Option<(u32, u32)>,
    pub ended: Option<Name>,
    /// Left before an ending.
    pub left: bool,
}

/// One choice taken.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Step {
    pub line: u32,
    pub node: Name,
    /// In the order shown.
    pub offered: Vec<Offered>,
    pub chosen: Name,
    /// Wordings drawn in what followed the choice: address of the line and which variant.
    pub wording: Vec<(Name, u32)>,
    /// 50, 70 or 90.
    pub confidence: Option<u8>,
    pub took_ms: Option<u32>,
    pub hinted: bool,
    /// A room's driver and its votes, by choice id.
    pub by: Option<String>,
    pub votes: Vec<(Name, u32)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    pub choice: Name,
    pub locked: bool,
}

/// What happened, one thing at a time: what a journal keeps. A transcript is the fold of its events.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// First and once: everything of the transcript but steps and lines.
    Began(Box<Transcript>),
    Stepped(Box<Step>),
    /// A new line that shares `shared` steps of `parent`.
    Rewound {
        parent: u32,
        shared: u32,
    },
    /// A look at the hint or the teaching of a decision; shown, never scored.
    Looked {
        line: u32,
        node: Name,
        at: Look,
    },
    Ended {
        line: u32,
        ending: Name,
    },
    Left {
        line: u32,
    },
    /// "Before anything else: how was that?"
    Answered {
        text: String,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Look {
    Hint,
    Why,
}

impl Mode {
    pub const ALL: [Mode; 3] = [Mode::Coached, Mode::Flow, Mode::Exam];

    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Mode::Coached => "coached",
            Mode::Flow => "flow",
            Mode::Exam => "exam",
        }
    }

    #[must_use]
    pub fn parse(id: &str) -> Option<Mode> {
        Mode::ALL.into_iter().find(|mode| mode.id() == id)
    }
}

impl Transcript {
    /// Takes one more event in. Events of lines that do not exist are passed over: a journal may be cut short.
    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::Began(began) => {
                *self = (**began).clone();
                self.lines = vec![RunLine::default()];
            }
            Event::Stepped(step) => {
                // A line that was left is open again once it goes on.
                if let Some(line) = self.lines.get_mut(step.line as usize) {
                    line.left = false;
                }
                self.steps.push((**step).clone());
            }
            Event::Rewound { parent, shared } => self.lines.push(RunLine {
                parent: Some((*parent, *shared)),
                ..RunLine::default()
            }),
            Event::Ended { line, ending } => {
                if let Some(line) = self.lines.get_mut(*line as usize) {
                    line.ended = Some(ending.clone());
                }
            }
            Event::Left { line } => {
                if let Some(line) = self.lines.get_mut(*line as usize) {
                    line.left = true;
                }
            }
            Event::Looked { .. } | Event::Answered { .. } => {}
        }
    }

    /// `None` unless the first event is `Began`.
    #[must_use]
    pub fn fold<'a>(events: impl IntoIterator<Item = &'a Event>) -> Option<Transcript> {
        let mut events = events.into_iter();
        let first = events.next().filter(|event| matches!(event, Event::Began(_)))?;
        let mut transcript = Transcript::default();
        transcript.apply(first);
        events.for_each(|event| transcript.apply(event));
        Some(transcript)
    }

    /// The steps of a line from the beginning, through its parents. A loop instead of a recursion, since a file may name
    /// any number of parents.
    #[must_use]
    pub fn path(&self, line: u32) -> Vec<&Step> {
        let mut upwards = Vec::new();
        let mut at = Some(line);
        while let Some((line, about)) = at.and_then(|line| Some((line, self.lines.get(line as usize)?))) {
            let parent = about.parent.filter(|(parent, _)| *parent < line);
            upwards.push((line, parent.map_or(0, |(_, shared)| shared)));
            at = parent.map(|(parent, _)| parent);
        }
        let mut path = Vec::new();
        for (line, shared) in upwards.into_iter().rev() {
            path.truncate(shared as usize);
            path.extend(self.steps.iter().filter(|step| step.line == line));
        }
        path
    }
}
