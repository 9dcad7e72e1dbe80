//! Writes the play down while the machine moves: scenes, lines as they were said, in the words drawn.

use super::{Machine, Place, State, Watch, chance};
use crate::model::{EndingIx, Line, Name, NodeIx, Part, PersonIx, Scenario, Speaker, TextId, VarKind, Wording};

/// One thing told, in order.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// A node was entered; its scene, if it has one, is the node's.
    Node(NodeIx),
    Said(Box<Said>),
    Ended(EndingIx),
}

/// One line as it was said.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    pub place: Place,
    pub who: Speaker,
    /// Index into the person's moods.
    pub mood: Option<usize>,
    pub via: Option<PersonIx>,
    pub to: Option<PersonIx>,
    pub language: Option<String>,
    /// `None` for a pause or a silent change of mood.
    pub text: Option<TextId>,
    /// The words with names and numbers filled in; empty where `text` is `None`.
    pub words: String,
}

/// How a text is turned into words: the language's table.
pub trait Voice {
    /// The text in the learner's language, with its parts, or `None` to use the scenario's own.
    fn parts(&self, _text: TextId) -> Option<&[Part]> {
        None
    }
    /// How a bool is said.
    fn truth(&self, value: bool) -> &str {
        if value { "yes" } else { "no" }
    }
}

/// The scenario's own language.
impl Voice for () {}

/// Listens and keeps what was told since it was made.
pub struct Teller<'a, V: Voice = ()> {
    scenario: &'a Scenario,
    voice: &'a V,
    seed: u64,
    /// How often each node was entered in this line so far.
    pub visits: Vec<u32>,
    /// Wordings to use instead of drawing, as a transcript keeps them; first match wins.
    pub recorded: &'a [(Name, u32)],
    pub told: Vec<Told>,
    /// Wordings used, by address, in order.
    pub wording: Vec<(Name, u32)>,
    node: NodeIx,
}

impl<'a, V: Voice> Teller<'a, V> {
    #[must_use]
    pub fn new(machine: &Machine<'a>, voice: &'a V, seed: u64, at: NodeIx, visits: Vec<u32>) -> Self {
        let scenario = machine.scenario();
        let mut visits = visits;
        visits.resize(scenario.nodes.len(), 0);
        Teller {
            scenario,
            voice,
            seed,
            visits,
            recorded: &[],
            told: Vec::new(),
            wording: Vec::new(),
            node: at,
        }
    }

    /// Fills names and numbers into a text.
    #[must_use]
    pub fn words(&self, text: TextId, state: &State) -> String {
        words(self.scenario, self.voice, text, state)
    }

    fn pick(&mut self, texts: &[TextId]) -> Option<TextId> {
        let first = texts.first()?;
        let address = self.scenario.texts.get(*first).address.clone();
        let visit = self.visits[self.node.at()];
        let recorded = self
            .recorded
            .iter()
            .find(|(known, _)| *known == address)
            .map(|(_, which)| *which as usize);
        let drawn = || {
            chance::variant(
                self.seed,
                &self.scenario.node(self.node).id,
                visit,
                &address,
                texts.len(),
            )
        };
        let which = recorded.filter(|which| *which < texts.len()).unwrap_or_else(drawn);
        self.wording.push((address, u32::try_from(which).unwrap_or(0)));
        texts.get(which).copied()
    }
}

impl<V: Voice> Watch for Teller<'_, V> {
    const TELLS: bool = true;

    fn node(&mut self, node: NodeIx) {
        self.node = node;
        self.visits[node.at()] += 1;
        self.told.push(Told::Node(node));
    }

    fn line(&mut self, place: Place, _index: usize, line: &Line, state: &State) {
        let text = match &line.words {
            Wording::None => None,
            Wording::One(text) => Some(*text),
            Wording::OneOf(texts) => self.pick(texts),
        };
        let words = text.map_or(String::new(), |text| self.words(text, state));
        self.told.push(Told::Said(Box::new(Said {
            place,
            who: line.who,
            mood: line.mood,
            via: line.via,
            to: line.to,
            language: line.language.clone(),
            text,
            words,
        })));
    }

    fn ended(&mut self, ending: EndingIx) {
        self.told.push(Told::Ended(ending));
    }
}

/// A text with names and numbers filled in.
#[must_use]
pub fn words(scenario: &Scenario, voice: &impl Voice, text: TextId, state: &State) -> String {
    let own = &scenario.texts.get(text).parts;
    let parts = voice.parts(text).unwrap_or(own);
    parts
        .iter()
        .map(|part| match part {
            Part::Plain(plain) => plain.clone(),
            Part::CastName(person) => scenario.raw(scenario.cast[person.at()].name).to_owned(),
            Part::Var(var) => {
                let value = state.vars[var.at()];
                let about = &scenario.vars[var.at()];
                match &about.kind {
                    VarKind::Int { .. } => value.to_string(),
                    VarKind::Bool => voice.truth(value != 0).to_owned(),
                    VarKind::Enum { .. } | VarKind::Hidden { .. } => about
                        .value_name(value)
                        .map_or(String::new(), |name| name.replace('_', " ")),
                }
            }
        })
        .collect()
}
