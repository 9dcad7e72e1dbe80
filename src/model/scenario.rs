//! One conversation, resolved.

use super::{ChoiceIx, Effect, EndingIx, Fact, Guard, Name, NodeIx, Person, PersonIx, Script, TextId, Texts, Var};
use crate::diag::{Span, Spanned};

#[derive(Clone, Debug, Default)]
pub struct Scenario {
    pub id: Name,
    /// The whole `scenario:` value.
    pub span: Span,
    pub title: TextId,
    pub version: u32,
    pub lang: String,
    pub track: Track,
    /// 1 first steps, 2 usual, 3 hard.
    pub level: u8,
    pub minutes: u16,
    /// Never empty.
    pub roles: Vec<Name>,
    pub setting: TextId,
    pub summary: TextId,
    pub chart: TextId,
    pub task: TextId,
    pub objectives: Vec<Objective>,
    pub frameworks: Vec<Spanned<Name>>,
    pub curriculum: Vec<Spanned<Name>>,
    pub content: ContentNote,
    pub sources: Vec<Spanned<Name>>,
    pub authors: Vec<String>,
    pub review: Vec<Review>,
    pub workshop: Option<Workshop>,
    pub cast: Vec<Person>,
    pub vars: Vec<Var>,
    pub facts: Vec<Fact>,
    pub nodes: Vec<Node>,
    pub choices: Vec<Choice>,
    pub endings: Vec<Ending>,
    pub start: NodeIx,
    pub texts: Texts,
    /// `# allow(CODE): reason` comments.
    pub allows: Vec<Allow>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Track {
    #[default]
    Adult,
    Pediatric,
    Cultural,
    Planning,
}

#[derive(Clone, Debug)]
pub struct Objective {
    pub text: TextId,
    /// Skill ids as written (`A3`); checked against the rubric by the loader of the library.
    pub skills: Vec<Spanned<Name>>,
}

#[derive(Clone, Debug, Default)]
pub struct ContentNote {
    pub tags: Vec<Name>,
    pub note: Option<TextId>,
}

/// One rung of the review ladder (drafted, author_reviewed, clinician_reviewed, …).
#[derive(Clone, Debug)]
pub struct Review {
    pub stage: Name,
    /// ISO date as written.
    pub date: String,
    pub by: Option<String>,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub struct Workshop {
    pub minutes: Option<u16>,
    pub pause_at: Vec<NodeIx>,
    /// Skill id and what to watch for.
    pub observe: Vec<(Spanned<Name>, TextId)>,
    pub take_home: Option<TextId>,
    pub adapt: Option<TextId>,
}

#[derive(Clone, Debug, Default)]
pub struct Node {
    pub id: Name,
    pub span: Span,
    pub scene: Option<Scene>,
    pub say: Script,
    pub on_enter: Vec<Effect>,
    pub hint: Option<TextId>,
    pub expert: Option<Expert>,
    pub turn: Option<TextId>,
    pub facilitate: Option<Facilitate>,
    pub drill: Option<Drill>,
    pub then: Then,
}

/// What a node does after its words.
#[derive(Clone, Debug)]
pub enum Then {
    /// Choices `first .. first + count` of the scenario.
    Decision {
        first: ChoiceIx,
        count: u32,
    },
    Go(Route),
}

/// First arm that holds wins; the last has no `when`.
pub type Route = Vec<Arm>;

#[derive(Clone, Debug)]
pub struct Arm {
    pub when: Option<Guard>,
    pub to: Target,
    pub span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Target {
    Node(NodeIx),
    Ending(EndingIx),
}

#[derive(Clone, Copy, Debug)]
pub struct Scene {
    pub when: Option<TextId>,
    pub place: Option<TextId>,
}

/// What an expert notices, might say, and why; one a decision.
#[derive(Clone, Copy, Debug)]
pub struct Expert {
    pub noticed: Option<TextId>,
    pub says: Option<TextId>,
    pub why: Option<TextId>,
}

#[derive(Clone, Debug)]
pub struct Facilitate {
    pub ask: Vec<TextId>,
    pub listen_for: Option<TextId>,
    pub minutes: Option<u16>,
}

#[derive(Clone, Copy, Debug)]
pub struct Drill {
    pub context: TextId,
}

#[derive(Clone, Debug, Default)]
pub struct Choice {
    pub id: Name,
    pub node: NodeIx,
    pub span: Span,
    pub act: Act,
    pub text: TextId,
    pub to: Option<PersonIx>,
    pub when: Option<Guard>,
    /// Shown though not offered, with this reason; without it a choice whose `when` fails is not shown.
    pub locked: Option<Because>,
    /// May be taken only once in a line.
    pub once: bool,
    /// `framework/move`
    pub framework_move: Option<Spanned<Name>>,
    pub effects: Vec<Effect>,
    pub reply: Script,
    pub felt: Script,
    pub why: Option<TextId>,
    pub better: Option<TextId>,
    pub also: Vec<TextId>,
    pub route: Route,
}

/// Why a locked choice is locked, if the author said so.
#[derive(Clone, Copy, Debug)]
pub struct Because(pub Option<TextId>);

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Act {
    /// `text`: words.
    #[default]
    Say,
    /// `do`: a gesture, or silence.
    Do,
    /// `write`: a note, an order, a hand-off.
    Write,
}

#[derive(Clone, Debug, Default)]
pub struct Ending {
    pub id: Name,
    pub span: Span,
    pub title: TextId,
    pub kind: EndingKind,
    pub because: Option<EndingCause>,
    pub epilogue: Script,
    pub debrief: Script,
    pub discuss: Vec<TextId>,
}

/// How far the conversation came; never a verdict on the outcome for the patient.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum EndingKind {
    /// What the conversation was for was reached.
    #[default]
    Reached,
    /// Some of it, or in another way.
    Partial,
    /// Trust or the matter itself was lost for now.
    Lost,
}

/// What mostly brought the ending about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EndingCause {
    Choices,
    Illness,
    Chance,
}

/// `# allow(W042): reason`
#[derive(Clone, Debug)]
pub struct Allow {
    pub code: String,
    pub reason: String,
    pub span: Span,
    /// The lines it covers: its own and the next mapping entry, or the whole file when it stands at the top.
    pub covers: Span,
}

impl Default for Then {
    fn default() -> Self {
        Then::Go(Route::new())
    }
}

impl Scenario {
    #[must_use]
    pub fn node(&self, at: NodeIx) -> &Node {
        &self.nodes[at.at()]
    }

    #[must_use]
    pub fn choice(&self, at: ChoiceIx) -> &Choice {
        &self.choices[at.at()]
    }

    #[must_use]
    pub fn ending(&self, at: EndingIx) -> &Ending {
        &self.endings[at.at()]
    }

    /// Choices of a node; empty where the node is no decision.
    pub fn choices_of(&self, node: NodeIx) -> impl Iterator<Item = ChoiceIx> + use<> {
        let (first, count) = match self.node(node).then {
            Then::Decision { first, count } => (first.0, count),
            Then::Go(_) => (0, 0),
        };
        (first..first + count).map(ChoiceIx)
    }

    pub fn node_ids(&self) -> impl Iterator<Item = (NodeIx, &Node)> {
        self.nodes.iter().enumerate().map(|(at, node)| (NodeIx::new(at), node))
    }

    #[must_use]
    pub fn find_node(&self, id: &str) -> Option<NodeIx> {
        self.nodes.iter().position(|node| node.id == id).map(NodeIx::new)
    }

    #[must_use]
    pub fn find_choice(&self, node: NodeIx, id: &str) -> Option<ChoiceIx> {
        self.choices_of(node).find(|choice| self.choice(*choice).id == id)
    }

    /// `node/choice`
    #[must_use]
    pub fn address(&self, choice: ChoiceIx) -> String {
        let choice = self.choice(choice);
        format!("{}/{}", self.node(choice.node).id, choice.id)
    }

    /// Nodes where the learner decides.
    pub fn decisions(&self) -> impl Iterator<Item = NodeIx> {
        self.node_ids()
            .filter(|(_, node)| matches!(node.then, Then::Decision { .. }))
            .map(|(at, _)| at)
    }

    /// A text as written, without interpolation.
    #[must_use]
    pub fn raw(&self, text: TextId) -> &str {
        &self.texts.get(text).raw
    }
}

impl Track {
    pub const ALL: [Track; 4] = [Track::Adult, Track::Pediatric, Track::Cultural, Track::Planning];

    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Track::Adult => "adult",
            Track::Pediatric => "pediatric",
            Track::Cultural => "cultural",
            Track::Planning => "planning",
        }
    }
}
