//! The teaching of one decision, set as an aside: what they felt, why, better and other words, the move, an expert.

use super::app::App;
use super::script::Stage;
use super::text::{Page, Para, Piece, ink};
use super::theme::Role;
use crate::session::{Session, Turn};

/// Everything there is to say about a turn, with a bar down its side.
pub(crate) fn aside(app: &App, session: &Session, stage: &Stage, turn: &Turn, page: &mut Page) {
    for para in groups(app, session, stage, turn).into_iter().flatten() {
        page.para(Para::new(para).hang(2).bar(app.glyphs().bar()));
    }
}

/// One paragraph a fact, each with its label before it; what belongs together in one group.
pub(crate) fn groups(app: &App, session: &Session, stage: &Stage, turn: &Turn) -> Vec<Vec<Vec<Piece>>> {
    let words = &app.words;
    let teaching = session.teach(turn);
    let mut groups: Vec<Vec<Vec<Piece>>> = Vec::new();
    let mut out: Vec<Vec<Piece>> = Vec::new();
    for (at, mut felt) in stage.felt(teaching.felt).into_iter().enumerate() {
        let label = if at == 0 {
            words.say("felt")
        } else {
            words.say("felt-too")
        };
        let mut para = vec![lead(&label)];
        para.append(&mut felt);
        out.push(para);
    }
    if let Some(own) = &turn.own_words {
        out.push(vec![lead(&words.say("you-wrote")), ink(Role::Text, own)]);
    }
    if let Some(why) = &teaching.why {
        out.push(vec![lead(&words.say("why")), ink(Role::Text, why)]);
    }
    if let Some(better) = &teaching.better {
        out.push(vec![lead(&words.say("better")), ink(Role::Good, better)]);
    }
    for also in &teaching.also {
        out.push(vec![lead(&words.say("also")), ink(Role::Text, also)]);
    }
    if let Some((framework, step)) = teaching.framework {
        let name = if framework.name == step.name {
            step.name.clone()
        } else {
            format!("{}, {}", framework.name, step.name)
        };
        let about = if step.about.is_empty() {
            String::new()
        } else {
            format!(". {}", step.about)
        };
        out.push(vec![
            lead(&words.say("move")),
            ink(Role::Text, format!("{name}{about}")),
        ]);
    }
    groups.push(std::mem::take(&mut out));
    if let Some(noticed) = &teaching.expert_noticed {
        out.push(vec![lead(&words.say("expert-noticed")), ink(Role::Text, noticed)]);
    }
    if let Some(says) = &teaching.expert_says {
        out.push(vec![lead(&words.say("expert-says")), ink(Role::Good, says)]);
    }
    if let Some(why) = &teaching.expert_why {
        out.push(vec![lead(&words.say("expert-why")), ink(Role::Text, why)]);
    }
    groups.push(std::mem::take(&mut out));
    if let Some((one, other)) = teaching.experts_differ {
        out.push(vec![lead(&words.say("experts-differ")), ink(Role::Text, one)]);
        out.push(vec![lead(&words.say("experts-differ-too")), ink(Role::Text, other)]);
    }
    groups.push(out);
    groups.retain(|group| !group.is_empty());
    groups
}

fn lead(label: &str) -> Piece {
    ink(Role::Muted, format!("{label}  "))
}
