//! The end of a drill: what was practised, how many, and what might come next.

use crate::model::Name;
use crate::practice::Single;
use crate::tui::app::App;
use crate::tui::drilling::Drilling;
use crate::tui::screens::home::review;
use crate::tui::script::capital;
use crate::tui::text::{Page, Para};
use crate::tui::theme::Role;

pub(super) fn set(app: &App, drilling: &Drilling, page: &mut Page) {
    let words = &app.words;
    let drill = &drilling.drill;
    let facts = [
        ("done", drill.done().into()),
        ("count", drill.items.len().into()),
        ("good", drilling.good.into()),
    ];
    page.say(Role::Strong, words.say_with("drill-done", &facts));
    page.say(Role::Text, words.say_with("drill-good", &facts));
    page.blank();
    let para = |role, text: String| Para::of(role, text).indent(2);
    let rubric = drill.last().map(|single| single.session.rubric());
    page.say(Role::Muted, words.say("drill-practised"));
    let skills = drill.tested().into_iter().filter_map(|(skill, times)| {
        let skill = rubric?.skills.get(skill.at())?;
        let facts = [("skill", (&skill.name).into()), ("times", times.into())];
        Some(words.say_with("drill-skill", &facts))
    });
    let skills: Vec<String> = skills.collect();
    page.para(para(Role::Text, skills.join("; ")));
    page.blank();
    page.say(Role::Muted, words.say("drill-from"));
    let answered = &drill.items[..drill.done().min(drill.items.len())];
    let titles = unique(answered, |single| {
        let scenario = single.session.scenario();
        scenario.raw(scenario.title).to_owned()
    });
    page.para(para(Role::Text, titles.join("; ")));
    page.blank();
    if let Some(suggestion) = &app.home.suggestion {
        page.say(Role::Muted, words.say("drill-what-next"));
        page.para(para(Role::Text, capital(&suggestion.words)));
        page.blank();
    }
    let stages = unique(answered, |single| {
        let stage: Option<Name> = single.session.scenario().review.last().map(|rung| rung.stage.clone());
        review(app, &stage.unwrap_or_default())
    });
    let stages = stages.join("; ");
    page.say(
        Role::Warn,
        words.say_with("drill-review", &[("review", (&stages).into())]),
    );
    page.say(Role::Muted, words.say("education-only"));
}

/// Each once, in the order met.
fn unique(answered: &[Single], of: impl Fn(&Single) -> String) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for one in answered.iter().map(of) {
        if !found.contains(&one) {
            found.push(one);
        }
    }
    found
}
