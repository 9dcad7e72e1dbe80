//! Every decision of a scenario as its leader sees it: what is said before, each choice with its rating, what to ask the group.

use crate::i18n::Words;
use crate::model::{Act, ChoiceIx, Key, KeyDecision, NodeIx, Part, Rubric, Scenario, Script, Speaker, TextId, Wording};
use crate::practice::debrief::{Spoken, Voice};

pub(super) struct Moment {
    pub number: usize,
    pub node: String,
    /// Where it is; empty if no scene opens here.
    pub place: String,
    /// The author would stop here.
    pub pause: bool,
    pub before: Vec<Spoken>,
    pub ways: Vec<Way>,
    pub noticed: Option<String>,
    pub says: Option<String>,
    pub because: Option<String>,
    pub differ: Option<(String, String)>,
    pub ask: Vec<String>,
    pub listen_for: Option<String>,
    pub minutes: Option<u16>,
    /// Names of the skills rated here.
    pub skills: Vec<String>,
}

/// One choice.
pub(super) struct Way {
    pub act: Act,
    pub to: Option<String>,
    pub text: String,
    /// Signed mean of the ratings, and what the scale calls it.
    pub rating: Option<(String, String)>,
    pub errors: Vec<String>,
    pub why: Option<String>,
    /// Offered on some lines only.
    pub sometimes: bool,
}

/// Reads a scenario outside any play: what a line would say of its state stands as an ellipsis.
pub(super) struct Reader<'a> {
    pub words: &'a Words,
    pub scenario: &'a Scenario,
    pub key: Option<&'a Key>,
    pub rubric: &'a Rubric,
}

impl Reader<'_> {
    pub(super) fn text(&self, text: TextId) -> String {
        let parts = self.scenario.texts.get(text).parts.iter();
        let parts = parts.map(|part| match part {
            Part::Plain(plain) => plain.clone(),
            Part::CastName(person) => self.scenario.raw(self.scenario.cast[person.at()].name).to_owned(),
            Part::Var(_) => "…".to_owned(),
        });
        parts.collect()
    }

    pub(super) fn texts(&self, texts: &[TextId]) -> Vec<String> {
        texts.iter().map(|text| self.text(*text)).collect()
    }

    pub(super) fn moments(&self) -> Vec<Moment> {
        let decisions = self.scenario.decisions().enumerate();
        decisions.map(|(at, node)| self.moment(at + 1, node)).collect()
    }

    fn moment(&self, number: usize, at: NodeIx) -> Moment {
        let node = self.scenario.node(at);
        let rated = self.key.and_then(|key| key.decision(at));
        let expert = |part: fn(&crate::model::Expert) -> Option<TextId>| {
            let text = node.expert.as_ref().and_then(part)?;
            Some(self.text(text))
        };
        let scene = node.scene.and_then(|scene| scene.place.or(scene.when));
        let facilitate = node.facilitate.as_ref();
        let skill = |skill: &crate::model::SkillIx| self.rubric.skills.get(skill.at()).map(|skill| skill.name.clone());
        Moment {
            number,
            node: node.id.replace('-', " "),
            place: scene.map(|text| self.text(text)).unwrap_or_default(),
            pause: self
                .scenario
                .workshop
                .as_ref()
                .is_some_and(|it| it.pause_at.contains(&at)),
            before: self.script(&node.say),
            ways: self
                .scenario
                .choices_of(at)
                .map(|choice| self.way(rated, choice))
                .collect(),
            noticed: expert(|it| it.noticed),
            says: expert(|it| it.says),
            because: expert(|it| it.why),
            differ: rated
                .and_then(|rated| rated.experts_differ.as_ref())
                .map(|differ| (differ.one_side.clone(), differ.other_side.clone())),
            ask: facilitate.map(|it| self.texts(&it.ask)).unwrap_or_default(),
            listen_for: facilitate.and_then(|it| it.listen_for).map(|text| self.text(text)),
            minutes: facilitate.and_then(|it| it.minutes),
            skills: rated
                .map(|rated| rated.tests.iter().filter_map(skill).collect())
                .unwrap_or_default(),
        }
    }

    fn way(&self, rated: Option<&KeyDecision>, at: ChoiceIx) -> Way {
        let choice = self.scenario.choice(at);
        let rated = rated.and_then(|rated| rated.choices.iter().flatten().find(|rated| rated.choice == at));
        let errors = rated.iter().flat_map(|rated| &rated.errors);
        Way {
            act: choice.act,
            to: choice.to.map(|person| self.text(self.scenario.cast[person.at()].name)),
            text: self.text(choice.text),
            rating: rated.map(|rated| self.rating(rated.mean())),
            errors: errors
                .filter_map(|error| self.rubric.errors.get(error.error.at()))
                .map(|error| error.name.clone())
                .collect(),
            why: choice.why.map(|text| self.text(text)),
            sometimes: choice.when.is_some(),
        }
    }

    /// A mean between two points of the scale has the number only.
    fn rating(&self, mean: f64) -> (String, String) {
        let named = self
            .rubric
            .rating_scale
            .iter()
            .find(|point| f64::from(point.rating) == mean);
        let number = if mean.fract() == 0.0 {
            format!("{mean:+.0}")
        } else {
            format!("{mean:+.1}")
        };
        let number = if mean == 0.0 {
            "0".to_owned()
        } else {
            number.replace('-', "−")
        };
        (number, named.map(|point| point.name.clone()).unwrap_or_default())
    }

    /// Silent changes of mood are left out; of several wordings the first stands for all.
    pub(super) fn script(&self, script: &Script) -> Vec<Spoken> {
        let name = |person: crate::model::PersonIx| self.text(self.scenario.cast[person.at()].name);
        let lines = script.iter().filter_map(|line| {
            let words = match &line.words {
                Wording::One(text) => self.text(*text),
                Wording::OneOf(texts) => self.text(*texts.first()?),
                Wording::None if line.who == Speaker::Pause => String::new(),
                Wording::None => return None,
            };
            let words = match line.when {
                Some(_) if !words.is_empty() => self
                    .words
                    .say_with("guide-sometimes-said", &[("words", (&words).into())]),
                _ => words,
            };
            let mood = line.mood.zip(match line.who {
                Speaker::Person(person) => Some(person),
                _ => None,
            });
            Some(Spoken {
                who: match line.who {
                    Speaker::Narrator => Voice::Narrator,
                    Speaker::Person(person) => Voice::Person(name(person)),
                    Speaker::You => Voice::You,
                    Speaker::Pause => Voice::Pause,
                },
                mood: mood.and_then(|(mood, person)| {
                    let moods = &self.scenario.cast[person.at()].moods;
                    moods.get(mood).map(|mood| mood.value.to_string())
                }),
                via: line.via.map(name),
                words,
            })
        });
        lines.collect()
    }
}
