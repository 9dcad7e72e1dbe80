//! The guide as one self-contained page that prints well. It gives the whole conversation away, and says so.

use askama::Template;

use super::moments::{Moment, Reader, Way};
use super::run_sheet::run_sheet;
use crate::i18n::Words;
use crate::model::{Act, Basis, Bibliography, EndingKind, Key, Rubric, Scenario, VarKind};
use crate::practice::debrief::Spoken;
use crate::report::debrief::Script;
use crate::report::{About, Fault, format};

/// One page without any request to anywhere; without a key no ratings stand in it.
pub fn guide_html(
    scenario: &Scenario,
    key: Option<&Key>,
    rubric: &Rubric,
    sources: &Bibliography,
    about: &About<'_>,
) -> Result<String, Fault> {
    let w = about.words;
    let reader = Reader {
        words: w,
        scenario,
        key,
        rubric,
    };
    let text = |id| reader.text(id);
    let skill = |id: &str| {
        let name = rubric.skill(id).map(|at| rubric.skills[at.at()].name.as_str());
        name.map_or_else(|| id.to_owned(), |name| format!("{id} {name}"))
    };
    let workshop = scenario.workshop.as_ref();
    let minutes = workshop.and_then(|it| it.minutes);
    let objectives = scenario.objectives.iter().map(|objective| {
        let skills: Vec<String> = objective.skills.iter().map(|id| skill(&id.value)).collect();
        (text(objective.text), skills.join(", "))
    });
    let people = scenario.cast.iter().map(|person| Somebody {
        name: text(person.name),
        who: text(person.who),
        wants: person.inner.and_then(|inner| inner.wants).map(text),
        fears: person.inner.and_then(|inner| inner.fears).map(text),
    });
    let drawn = scenario.vars.iter().filter_map(|var| match &var.kind {
        VarKind::Hidden { values, if_never_asked } => Some(Draw {
            name: var.of.map(|person| text(scenario.cast[person.at()].name)),
            means: values.iter().map(|value| text(value.means)).collect(),
            if_never_asked: if_never_asked.map(text),
        }),
        _ => None,
    });
    let endings = scenario.endings.iter().map(|ending| Ending {
        title: text(ending.title),
        kind: ending.kind,
        epilogue: reader.script(&ending.epilogue),
        discuss: reader.texts(&ending.discuss),
    });
    let cited = scenario.sources.iter().filter_map(|id| {
        let known = sources.list.iter().find(|source| source.id == id.value)?;
        Some((known.cite.clone(), known.at.clone().unwrap_or_default()))
    });
    let page = Page {
        lang: w.language(),
        title: format!("{} · bedside", text(scenario.title)),
        w,
        heading: text(scenario.title),
        facts: facts(scenario, about, text(scenario.setting)),
        review: review(scenario, w),
        summary: text(scenario.summary),
        note: scenario.content.note.map(text),
        chart: text(scenario.chart),
        task: text(scenario.task),
        objectives: objectives.collect(),
        people: people.collect(),
        drawn: drawn.collect(),
        facts_to_find: scenario.facts.iter().map(|fact| text(fact.text)).collect(),
        plan: minutes.map(|minutes| run_sheet(w, minutes)).unwrap_or_default(),
        observe: workshop
            .map(|it| {
                it.observe
                    .iter()
                    .map(|(id, what)| (skill(&id.value), text(*what)))
                    .collect()
            })
            .unwrap_or_default(),
        moments: reader.moments(),
        endings: endings.collect(),
        take_home: workshop.and_then(|it| it.take_home).map(text),
        adapt: workshop.and_then(|it| it.adapt).map(text),
        sources: cited.collect(),
        key_line: key_line(key, w),
        version: scenario.version,
        id: scenario.id.as_str(),
    };
    Ok(page.render()?)
}

#[derive(Template)]
#[template(path = "guide.html")]
struct Page<'a> {
    lang: &'a str,
    title: String,
    w: &'a Words,
    heading: String,
    facts: String,
    review: String,
    summary: String,
    note: Option<String>,
    chart: String,
    task: String,
    objectives: Vec<(String, String)>,
    people: Vec<Somebody>,
    drawn: Vec<Draw>,
    facts_to_find: Vec<String>,
    plan: Vec<(u16, String)>,
    observe: Vec<(String, String)>,
    moments: Vec<Moment>,
    endings: Vec<Ending>,
    take_home: Option<String>,
    adapt: Option<String>,
    sources: Vec<(String, String)>,
    key_line: String,
    version: u32,
    id: &'a str,
}

struct Somebody {
    name: String,
    who: String,
    wants: Option<String>,
    fears: Option<String>,
}

struct Draw {
    name: Option<String>,
    means: Vec<String>,
    if_never_asked: Option<String>,
}

struct Ending {
    title: String,
    kind: EndingKind,
    epilogue: Vec<Spoken>,
    discuss: Vec<String>,
}

impl Page<'_> {
    fn script<'s>(&'s self, lines: &'s [Spoken]) -> Script<'s> {
        Script { w: self.w, lines }
    }

    fn kind(&self, ending: &Ending) -> String {
        format::kind(self.w, ending.kind)
    }

    /// Where it is, else what it is called.
    fn heading(&self, moment: &Moment) -> String {
        if moment.place.is_empty() {
            moment.node.clone()
        } else {
            moment.place.clone()
        }
    }

    fn act(&self, way: &Way) -> String {
        match (&way.to, way.act) {
            (Some(name), Act::Say) => self.w.say_with("guide-say-to", &[("name", name.into())]),
            (None, Act::Say) => self.w.say("guide-say"),
            (_, Act::Do) => self.w.say("guide-do"),
            (_, Act::Write) => self.w.say("guide-write"),
        }
    }

    fn minutes(&self, minutes: &u16) -> String {
        self.w
            .say_with("guide-minutes", &[("minutes", usize::from(*minutes).into())])
    }

    fn whose(&self, draw: &Draw) -> String {
        match &draw.name {
            Some(name) => self.w.say_with("guide-drawn-of", &[("name", name.into())]),
            None => self.w.say("guide-drawn"),
        }
    }

    fn colophon(&self) -> String {
        let version = self.version.to_string();
        let facts = [("scenario", self.id.into()), ("version", (&version).into())];
        self.w.say_with("guide-colophon", &facts)
    }
}

fn facts(scenario: &Scenario, about: &About<'_>, setting: String) -> String {
    let minutes = [("minutes", usize::from(scenario.minutes).into())];
    let parts = [
        setting,
        format::track(about.words, scenario.track),
        about.words.say_with("guide-minutes", &minutes),
        format::date(about.words, about.today),
    ];
    parts.join(" · ")
}

fn review(scenario: &Scenario, words: &Words) -> String {
    let stage = scenario.review.last().map(|rung| rung.stage.as_str());
    let stage = match stage {
        None | Some("drafted") => words.say("drafted"),
        Some(stage) => stage.replace('_', " "),
    };
    words.say_with("report-review", &[("stage", (&stage).into())])
}

fn key_line(key: Option<&Key>, words: &Words) -> String {
    match key.map(|key| (&key.basis, &key.panel)) {
        None => words.say("report-no-key"),
        Some((Basis::Author { .. }, _)) => words.say("author-key"),
        Some((Basis::Panel { synthetic: true, .. }, _)) => words.say("report-synthetic-key"),
        Some((Basis::Panel { raters, .. }, panel)) => {
            let facts = [("panel", panel.as_str().into()), ("raters", raters.len().into())];
            words.say_with("report-panel-key", &facts)
        }
    }
}
