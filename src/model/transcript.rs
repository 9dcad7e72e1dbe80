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

#[derive(Clone, Debug, PartialEq)]
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
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    pub line: u32,
    pub node: Name,
    /// In the order shown.
    pub offered: Vec<Offered>,
    pub chosen: Name,
    /// Wordings drawn on the way to this decision: address of the line and which variant.
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
    /// The ids chosen along a line from the beginning, through its parents.
    #[must_use]
    pub fn path(&self, line: u32) -> Vec<&Step> {
        let Some(about) = self.lines.get(line as usize) else {
            return Vec::new();
        };
        let mut path = match about.parent {
            Some((parent, shared)) if parent < line => {
                let mut above = self.path(parent);
                above.truncate(shared as usize);
                above
            }
            _ => Vec::new(),
        };
        path.extend(self.steps.iter().filter(|step| step.line == line));
        path
    }
}
