//! Ways of choosing: at random, by what a key says, or by the look of the words alone.

use crate::model::{Act, ChoiceIx, Rubric, Scenario};

/// A way of choosing. Where it sees no difference between the choices offered, it takes one of them at random.
#[derive(Clone, Debug, PartialEq)]
pub enum Policy {
    /// Any choice offered, each equally likely.
    Random,
    /// The line with the highest process score, knowing key and draw.
    Best,
    /// The line with the lowest.
    Worst,
    /// The choice written first.
    First,
    /// Most characters.
    Longest,
    Shortest,
    /// Most empathy phrases of the rubric.
    Kindest,
    /// Ends or contains a question mark.
    QuestionMark,
    /// Asks whether it may.
    AsksPermission,
    /// Does instead of saying.
    SilenceOrGesture,
    /// From a file.
    Weighted(Weights),
}

/// A policy of one's own: a choice is taken with probability proportional to its weight among those offered.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    pub name: String,
    /// `node/choice` and weight, at least 0.
    pub by: Vec<(String, f64)>,
    /// Of choices not named.
    pub otherwise: f64,
}

/// How English asks for leave; other languages show no difference.
const PERMISSION: &[&str] = &[
    "may i",
    "may we",
    "can i",
    "can we",
    "could i",
    "could we",
    "would it be all right",
    "would it be okay",
    "would it be ok",
    "would it be alright",
    "is it all right",
    "is it okay",
    "is it ok",
    "is it alright",
    "is now a good time",
    "would you mind",
    "do you mind",
    "shall i",
    "would you like me to",
    "with your permission",
    "if that's all right",
    "if that's okay",
    "if it's all right",
];

impl Policy {
    /// Those that need no file, in the order they are listed to people.
    pub const NAMED: [Policy; 10] = [
        Policy::Random,
        Policy::Best,
        Policy::Worst,
        Policy::First,
        Policy::Longest,
        Policy::Shortest,
        Policy::Kindest,
        Policy::QuestionMark,
        Policy::AsksPermission,
        Policy::SilenceOrGesture,
    ];

    /// Those that look at words only: someone who knows nothing could follow them.
    pub const KNOW_NOTHING: [Policy; 7] = [
        Policy::First,
        Policy::Longest,
        Policy::Shortest,
        Policy::Kindest,
        Policy::QuestionMark,
        Policy::AsksPermission,
        Policy::SilenceOrGesture,
    ];

    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Policy::Random => "random",
            Policy::Best => "best",
            Policy::Worst => "worst",
            Policy::First => "first",
            Policy::Longest => "longest",
            Policy::Shortest => "shortest",
            Policy::Kindest => "kindest-sounding",
            Policy::QuestionMark => "question-mark",
            Policy::AsksPermission => "asks-permission",
            Policy::SilenceOrGesture => "silence-or-gesture",
            Policy::Weighted(weights) => &weights.name,
        }
    }

    /// A policy by its name; `None` for a name that is not one of [`Policy::NAMED`].
    #[must_use]
    pub fn parse(name: &str) -> Option<Policy> {
        Policy::NAMED.into_iter().find(|policy| policy.name() == name)
    }

    /// Addresses of a policy's file that the scenario does not have.
    #[must_use]
    pub fn unknown(&self, scenario: &Scenario) -> Vec<String> {
        let Policy::Weighted(weights) = self else {
            return Vec::new();
        };
        let known: std::collections::HashSet<String> = every(scenario).map(|choice| scenario.address(choice)).collect();
        let unknown = weights.by.iter().filter(|(address, _)| !known.contains(address));
        unknown.map(|(address, _)| address.clone()).collect()
    }

    /// How it chooses in one scenario; `None` for best and worst, which depend on key and draw.
    pub(crate) fn taste(&self, scenario: &Scenario, rubric: Option<&Rubric>) -> Option<Taste> {
        let rank = |score: &dyn Fn(ChoiceIx, &str) -> usize| {
            let rank = |choice| score(choice, &plain(scenario, choice));
            Taste::Highest(
                every(scenario)
                    .map(rank)
                    .map(|rank| u32::try_from(rank).unwrap_or(u32::MAX))
                    .collect(),
            )
        };
        const MUCH: usize = u32::MAX as usize;
        let taste = match self {
            Policy::Best | Policy::Worst => return None,
            Policy::Random => Taste::Any,
            Policy::First => rank(&|choice, _| MUCH - choice.at()),
            Policy::Longest => rank(&|_, text| text.chars().count()),
            Policy::Shortest => rank(&|_, text| MUCH - text.chars().count()),
            Policy::Kindest => {
                let phrases = rubric.map_or(&[][..], |rubric| &rubric.empathy_phrases);
                rank(&|_, text| phrases.iter().map(|phrase| text.matches(phrase.as_str()).count()).sum())
            }
            Policy::QuestionMark => rank(&|_, text| usize::from(text.contains(['?', '？', '؟']))),
            Policy::AsksPermission => rank(&|_, text| usize::from(PERMISSION.iter().any(|words| has(text, words)))),
            Policy::SilenceOrGesture => rank(&|choice, _| usize::from(scenario.choice(choice).act == Act::Do)),
            Policy::Weighted(weights) => {
                let by: std::collections::HashMap<&str, f64> = weights
                    .by
                    .iter()
                    .map(|(address, weight)| (address.as_str(), *weight))
                    .collect();
                let weight = |choice| {
                    by.get(scenario.address(choice).as_str())
                        .copied()
                        .unwrap_or(weights.otherwise)
                };
                let sane = |weight: f64| if weight.is_finite() { weight.max(0.0) } else { 0.0 };
                Taste::Weighted(every(scenario).map(weight).map(sane).collect())
            }
        };
        Some(taste)
    }
}

/// What a policy makes of each choice, by choice.
#[derive(Clone, Debug)]
pub(crate) enum Taste {
    Any,
    /// One of those with the highest rank.
    Highest(Vec<u32>),
    Weighted(Vec<f64>),
}

impl Taste {
    /// Probabilities of the choices offered, in their order; they add up to 1.
    pub(crate) fn shares(&self, offered: impl Iterator<Item = ChoiceIx> + Clone, shares: &mut Vec<f64>) {
        shares.clear();
        match self {
            Taste::Any => shares.extend(offered.map(|_| 1.0)),
            Taste::Highest(ranks) => {
                let top = offered.clone().map(|choice| ranks[choice.at()]).max().unwrap_or(0);
                shares.extend(offered.map(|choice| if ranks[choice.at()] == top { 1.0 } else { 0.0 }));
            }
            Taste::Weighted(weights) => {
                shares.extend(offered.map(|choice| weights[choice.at()]));
                if shares.iter().sum::<f64>() <= 0.0 {
                    shares.iter_mut().for_each(|share| *share = 1.0);
                }
            }
        }
        let sum: f64 = shares.iter().sum();
        shares.iter_mut().for_each(|share| *share /= sum);
    }
}

fn every(scenario: &Scenario) -> impl Iterator<Item = ChoiceIx> + use<> {
    (0..scenario.choices.len()).map(ChoiceIx::new)
}

/// Lower case, with one kind of apostrophe.
fn plain(scenario: &Scenario, choice: ChoiceIx) -> String {
    scenario
        .raw(scenario.choice(choice).text)
        .to_lowercase()
        .replace('\u{2019}', "'")
}

/// The words stand in the text, not inside longer words.
fn has(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, found)| {
        let before = text[..at].chars().next_back();
        let after = text[at + found.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}
