//! Answers prepared beforehand: checked to the end before the first word is told, so that a slip costs nothing.

use std::str::FromStr;

use anyhow::bail;

use crate::diag::did_you_mean;
use crate::engine::{self, Offer};
use crate::model::{ChoiceIx, NodeIx, Scenario};
use crate::session::{Answered, Current, Input, Session};

/// `--answers`
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Answers {
    /// Any open choice, drawn by the seed.
    Random,
    /// `node/choice` or a bare choice id, one a decision.
    Listed(Vec<String>),
}

impl FromStr for Answers {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.trim() == "random" {
            return Ok(Answers::Random);
        }
        let listed = text.split([',', ' ']).map(str::trim).filter(|one| !one.is_empty());
        Ok(Answers::Listed(listed.map(str::to_owned).collect()))
    }
}

/// The choices these answers make, and how many answers were left over. The session itself is not moved.
pub(super) fn walk(session: &Session, answers: &Answers) -> anyhow::Result<(Vec<ChoiceIx>, usize)> {
    let mut session = session.clone();
    let mut made = Vec::new();
    while let Current::Deciding { node, offers } = session.current() {
        let choice = match answers {
            Answers::Random => drawn(&session, node, &offers, made.len()),
            Answers::Listed(listed) => Some(named(session.scenario(), node, &offers, listed, made.len())?),
        };
        let Some(choice) = choice else {
            bail!(
                "at step {} nothing can be chosen; run `bedside check` on this scenario",
                made.len() + 1
            );
        };
        let answered = Answered {
            choice,
            ..Answered::default()
        };
        if session.handle(Input::Choose(answered)).is_err() {
            let address = session.scenario().address(choice);
            bail!("{address} leads nowhere; run `bedside check` on this scenario");
        }
        made.push(choice);
    }
    let given = match answers {
        Answers::Random => made.len(),
        Answers::Listed(listed) => listed.len(),
    };
    Ok((made.clone(), given - made.len()))
}

fn drawn(session: &Session, node: NodeIx, offers: &[Offer], step: usize) -> Option<ChoiceIx> {
    let open: Vec<ChoiceIx> = offers
        .iter()
        .filter(|offer| !offer.locked)
        .map(|offer| offer.choice)
        .collect();
    let seed = session.transcript().seed;
    let step = u32::try_from(step).unwrap_or(u32::MAX);
    let at = engine::variant(
        seed,
        &session.scenario().node(node).id,
        step,
        "random answer",
        open.len(),
    );
    open.get(at).copied()
}

fn named(
    scenario: &Scenario,
    node: NodeIx,
    offers: &[Offer],
    listed: &[String],
    step: usize,
) -> anyhow::Result<ChoiceIx> {
    let here = &scenario.node(node).id;
    let offered: Vec<String> = offers.iter().map(|offer| describe(scenario, *offer)).collect();
    let offered = offered.join(", ");
    let number = step + 1;
    let Some(answer) = listed.get(step) else {
        bail!(
            "the answers end before the conversation does: step {number} ({here}) has none; offered there: {offered}"
        );
    };
    let id = match answer.split_once('/') {
        Some((place, id)) if here == place => id,
        Some(_) => "",
        None => answer.as_str(),
    };
    let Some(offer) = offers.iter().find(|offer| scenario.choice(offer.choice).id == id) else {
        let ids = offers.iter().map(|offer| scenario.choice(offer.choice).id.as_str());
        let typed = answer.split_once('/').map_or(answer.as_str(), |(_, id)| id);
        let meant = did_you_mean(typed, ids).map_or(String::new(), |meant| format!(" (did you mean {here}/{meant}?)"));
        bail!("step {number} ({here}) does not offer \"{answer}\"{meant}; offered: {offered}");
    };
    if offer.locked {
        bail!("step {number} ({here}) shows \"{answer}\" but it is not possible now; offered: {offered}");
    }
    Ok(offer.choice)
}

fn describe(scenario: &Scenario, offer: Offer) -> String {
    let id = &scenario.choice(offer.choice).id;
    if offer.locked {
        format!("{id} (locked)")
    } else {
        id.to_string()
    }
}
