//! The debrief as one self-contained page.

use askama::Template;

use crate::i18n::Words;
use crate::model::{Act, Level, Rubric, Trace};
use crate::practice::debrief::{
    Debrief, Ended, ErrorLine, Judges, Moment, OtherWay, PersonTrace, Score, Spoken, Voice, WayMoment, WayRow, WayTrace,
};
use crate::report::plot::{TraceWords, trace};
use crate::report::{About, Fault, format};
use crate::scoring::{Cap, Mark};

/// One page without any request to anywhere.
pub fn debrief_html(d: &Debrief, rubric: &Rubric, about: &About<'_>) -> Result<String, Fault> {
    let practise = d.practise.iter().filter_map(|skill| rubric.skills.get(skill.at()));
    let page = Page {
        lang: about.words.language(),
        title: format!("{} · bedside", d.title),
        w: about.words,
        d,
        rubric,
        about,
        traces: traces(d, about.words),
        practise: practise
            .map(|skill| (skill.name.as_str(), skill.about.as_str()))
            .collect(),
    };
    Ok(page.render()?)
}

#[derive(Template)]
#[template(path = "debrief.html")]
struct Page<'a> {
    lang: &'a str,
    title: String,
    w: &'a Words,
    d: &'a Debrief,
    rubric: &'a Rubric,
    about: &'a About<'a>,
    traces: Vec<TracePlot>,
    practise: Vec<(&'a str, &'a str)>,
}

struct TracePlot {
    title: String,
    about: String,
    svg: String,
}

#[derive(Template)]
#[template(path = "script.html")]
pub(in crate::report) struct Script<'a> {
    pub(in crate::report) w: &'a Words,
    pub(in crate::report) lines: &'a [Spoken],
}

impl Script<'_> {
    fn bare(line: &Spoken) -> bool {
        line.mood.is_none() && line.via.is_none()
    }

    fn via(&self, name: &str) -> String {
        self.w.say_with("report-via", &[("name", name.into())])
    }
}

fn traces(d: &Debrief, words: &Words) -> Vec<TracePlot> {
    let plots = d.traces.iter().enumerate().map(|(at, one)| {
        let title = named(words, one);
        let about = spoken_trace(words, one);
        let turns = d
            .turning
            .iter()
            .filter(|turn| turn.name == one.name && turn.trace == one.trace);
        let turns: Vec<usize> = turns.map(|turn| turn.moment).collect();
        let value = |values: &[i32]| values.last().copied().unwrap_or_default();
        let you = words.say_with("report-line-you", &[("value", i64::from(value(&one.values)).into())]);
        let best = words.say_with("report-line-best", &[("value", i64::from(value(&one.best)).into())]);
        let labels = TraceWords {
            title: &title,
            about: &about,
            you: &you,
            best: &best,
            start: &words.say("report-line-start"),
        };
        TracePlot {
            svg: trace(&format!("trace-{at}"), &labels, one, &turns).svg,
            title,
            about,
        }
    });
    plots.collect()
}

/// "Trust, Mrs. Lau"
fn named(words: &Words, one: &PersonTrace) -> String {
    trace_name(words, one.name.as_deref(), one.trace)
}

fn trace_name(words: &Words, name: Option<&str>, trace: Trace) -> String {
    let what = format::trace(words, trace);
    match name {
        Some(name) => words.say_with("report-trace-of", &[("what", (&what).into()), ("name", name.into())]),
        None => what,
    }
}

/// The plot in words: what the picture says.
fn spoken_trace(words: &Words, one: &PersonTrace) -> String {
    let (values, best) = (listed(&one.values), listed(&one.best));
    let facts = [
        ("low", i64::from(one.bounds.0).into()),
        ("high", i64::from(one.bounds.1).into()),
        ("values", (&values).into()),
    ];
    let mine = words.say_with("report-trace-about", &facts);
    if one.best.is_empty() {
        return mine;
    }
    format!(
        "{mine} {}",
        words.say_with("report-trace-best", &[("values", (&best).into())])
    )
}

fn listed(values: &[i32]) -> String {
    values.iter().map(i32::to_string).collect::<Vec<_>>().join(", ")
}

impl Page<'_> {
    fn script<'s>(&'s self, lines: &'s [Spoken]) -> Script<'s> {
        Script { w: self.w, lines }
    }

    fn one<'s>(&self, line: &'s Spoken) -> &'s [Spoken] {
        std::slice::from_ref(line)
    }

    fn whole(&self, number: &f64) -> String {
        format::whole(*number)
    }

    fn facts(&self) -> String {
        let role = self.d.role.replace(['-', '_'], " ");
        let parts = [
            self.d.setting.clone(),
            self.w.say_with("report-as-role", &[("role", (&role).into())]),
            format::track(self.w, self.d.track),
            format::mode(self.w, self.d.mode),
            format::date(self.w, self.about.today),
            self.about.learner.to_owned(),
        ];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(" · ")
    }

    fn standing(&self) -> String {
        let review = match self.d.review.as_deref() {
            None | Some("drafted") => self.w.say("drafted"),
            Some(stage) => stage.replace('_', " "),
        };
        let mut line = self.w.say_with("report-review", &[("stage", (&review).into())]);
        if self.d.replay {
            line.push(' ');
            line += &self.w.say("report-replay");
        }
        line
    }

    fn contents(&self) -> Vec<(&'static str, String)> {
        let d = self.d;
        let all = [
            (d.reflection.is_some(), "how", self.w.say("report-how-was-that")),
            (true, "happened", self.w.say("report-happened")),
            (!d.traces.is_empty(), "felt", self.w.say("report-felt")),
            (
                !d.unasked.is_empty() || !d.facts.is_empty(),
                "asked",
                self.w.say("report-asked"),
            ),
            (true, "moments", self.w.say("report-moments")),
            (d.other.is_some(), "ways", self.w.say("report-ways")),
            (!d.domains.is_empty(), "skills", self.w.say("report-skills")),
            (!d.errors.is_empty(), "errors", self.w.say("report-errors")),
            (!self.practise.is_empty(), "next", self.w.say("report-practise")),
            (true, "score", self.w.say("report-score")),
        ];
        all.into_iter()
            .filter(|(here, _, _)| *here)
            .map(|(_, id, name)| (id, name))
            .collect()
    }

    fn ending_line(&self, end: &Ended) -> String {
        let kind = format::kind(self.w, end.kind);
        match end.because {
            Some(cause) => format!("{kind} {}", format::cause(self.w, cause)),
            None => kind,
        }
    }

    fn turning(&self) -> Vec<String> {
        let lines = self.d.turning.iter().map(|turn| {
            let what = format::trace(self.w, turn.trace).to_lowercase();
            let name = turn.name.clone().unwrap_or_default();
            let facts = [
                ("number", turn.moment.into()),
                ("what", (&what).into()),
                ("name", (&name).into()),
                ("change", i64::from(turn.change.abs()).into()),
            ];
            let moved = if turn.change < 0 {
                self.w.say_with("report-fell", &facts)
            } else {
                self.w.say_with("report-rose", &facts)
            };
            match &turn.words {
                Some(words) => format!("{moved} {words}"),
                None => moved,
            }
        });
        lines.collect()
    }

    fn would_have(&self, means: &str) -> String {
        self.w.say_with("report-would-have", &[("what", means.into())])
    }

    fn learned(&self, means: &str) -> String {
        self.w.say_with("report-learned", &[("what", means.into())])
    }

    fn inner(&self) -> bool {
        self.d
            .people
            .iter()
            .any(|one| one.wants.is_some() || one.fears.is_some())
    }

    fn numbered(&self, moment: &Moment) -> String {
        self.w.say_with("report-moment", &[("number", moment.number.into())])
    }

    /// Where it was, or else what it is called.
    fn heading(&self, moment: &Moment) -> String {
        let called = moment.node.replace('-', " ");
        moment.place.clone().filter(|place| !place.is_empty()).unwrap_or(called)
    }

    fn act(&self, moment: &Moment) -> String {
        self.acted(moment.act, moment.to.as_deref())
    }

    fn acted(&self, act: Act, to: Option<&str>) -> String {
        match (to, act) {
            (Some(name), Act::Say) => self.w.say_with("report-you-said-to", &[("name", name.into())]),
            (None, Act::Say) => self.w.say("report-you-said"),
            (_, Act::Do) => self.w.say("report-you-did"),
            (_, Act::Write) => self.w.say("report-you-wrote"),
        }
    }

    fn line_other(&self, ways: &OtherWay) -> String {
        self.w.say_with("report-way-line", &[("line", ways.other.into())])
    }

    fn line_this(&self, ways: &OtherWay) -> String {
        self.w.say_with("report-way-this", &[("line", ways.this.into())])
    }

    fn ways_note(&self, ways: &OtherWay) -> String {
        self.w.say_with("report-ways-note", &[("number", ways.parts_at.into())])
    }

    /// The decision's number, once where both lines count alike.
    fn way_number(&self, one: &Option<WayMoment>, other: &Option<WayMoment>) -> String {
        match (one, other) {
            (Some(one), Some(other)) if one.number != other.number => {
                let facts = [("number", one.number.into()), ("this", other.number.into())];
                self.w.say_with("report-way-moments", &facts)
            }
            (Some(one), _) | (None, Some(one)) => self.w.say_with("report-moment", &[("number", one.number.into())]),
            (None, None) => String::new(),
        }
    }

    /// What each line is called, and what was said on it here; where both said and felt the same, one for both.
    fn sides<'r>(&self, ways: &OtherWay, row: &'r WayRow) -> Vec<(String, Option<&'r WayMoment>, bool)> {
        let (other, this) = (row.other.as_ref(), row.this.as_ref());
        if let (Some(one), Some(same)) = (other, this)
            && (&one.said, &one.felt) == (&same.said, &same.felt)
        {
            return vec![(self.w.say("report-way-both"), this, true)];
        }
        vec![
            (self.line_other(ways), other, false),
            (self.line_this(ways), this, false),
        ]
    }

    fn way_act(&self, moment: &WayMoment) -> String {
        self.acted(moment.act, moment.to.as_deref())
    }

    fn way_trace(&self, one: &WayTrace) -> String {
        trace_name(self.w, one.name.as_deref(), one.trace)
    }

    fn values(&self, values: &[i32]) -> String {
        listed(values)
    }

    fn fell_short(&self, moment: &Moment) -> bool {
        moment
            .credit
            .zip(moment.best)
            .is_some_and(|(credit, best)| credit + 1e-9 < best)
    }

    fn circumstances(&self, moment: &Moment) -> Option<String> {
        let mut parts = Vec::new();
        if moment.hinted {
            parts.push(self.w.say("report-hinted"));
        }
        if let Some(sure) = moment.confidence {
            parts.push(self.w.say_with("report-sure", &[("percent", i64::from(sure).into())]));
        }
        (!parts.is_empty()).then(|| parts.join(" "))
    }

    fn mark(&self, moment: &usize, mark: &Mark) -> String {
        let (sign, word) = format::mark(self.w, *mark);
        let facts = [("number", (*moment).into()), ("mark", (&word).into())];
        let title = self.w.say_with("report-mark-at", &facts);
        let title = title.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
        format!("<span role=\"img\" aria-label=\"{title}\" title=\"{title}\">{sign}</span>")
    }

    fn grave(error: &ErrorLine) -> bool {
        error.severity == Level::Critical && error.repaired.is_none()
    }

    fn error_head(&self, error: &ErrorLine) -> String {
        let severity = format::severity(self.w, error.severity);
        let place = match error.moment {
            Some(number) => self.w.say_with("report-moment", &[("number", number.into())]),
            None => self.w.say("report-never-done"),
        };
        let mended = error
            .repaired
            .map(|number| self.w.say_with("report-repaired", &[("number", number.into())]));
        let parts = [Some(severity), Some(place), mended];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    fn label(&self, score: &Score) -> String {
        let counted = self
            .w
            .say_with("report-score-of", &[("decisions", score.decisions.into())]);
        match (&score.label, &score.label_means) {
            (Some(label), Some(means)) => format!("{label}. {means} {counted}"),
            _ => counted,
        }
    }

    fn caps(&self, score: &Score) -> Vec<String> {
        let lines = score.caps.iter().map(|cap| match cap {
            Cap::UnrepairedCritical => self.w.say("report-cap-open"),
            Cap::RepairedCritical => self.w.say("report-cap-repaired"),
            Cap::Floor(domain) => {
                let name = self
                    .rubric
                    .domains
                    .get(domain.at())
                    .map_or("", |domain| domain.name.as_str());
                self.w.say_with("report-cap-floor", &[("domain", name.into())])
            }
        });
        lines.collect()
    }

    fn references(&self, score: &Score) -> Option<String> {
        let beside = score.references?;
        let (random, best) = (format::whole(beside.random), format::whole(beside.best));
        let facts = [("random", (&random).into()), ("best", (&best).into())];
        let line = self.w.say_with("report-references", &facts);
        let between = beside.between.map(|between| {
            let percent = format::whole(between * 100.0);
            if between < 0.0 {
                self.w.say("report-below-random")
            } else {
                self.w.say_with("report-between", &[("percent", (&percent).into())])
            }
        });
        Some(match between {
            Some(between) => format!("{line} {between}"),
            None => line,
        })
    }

    fn owed(&self) -> Vec<String> {
        let lines = self.d.owed.iter().map(|(id, _)| {
            let item = id.replace('-', " ");
            self.w.say_with("report-owed", &[("item", (&item).into())])
        });
        lines.collect()
    }

    fn key_line(&self) -> String {
        let Some(key) = &self.d.key else {
            return self.w.say("report-no-key");
        };
        match key.basis {
            Judges::Author => self.w.say("author-key"),
            Judges::Synthetic => self.w.say("report-synthetic-key"),
            Judges::Panel { raters } => {
                let facts = [("panel", key.panel.as_str().into()), ("raters", raters.into())];
                self.w.say_with("report-panel-key", &facts)
            }
        }
    }

    fn colophon(&self) -> String {
        let (version, seed) = (self.d.version.to_string(), self.d.seed.to_string());
        let facts = [
            ("scenario", self.d.scenario.as_str().into()),
            ("version", (&version).into()),
            ("seed", (&seed).into()),
        ];
        self.w.say_with("report-colophon", &facts)
    }
}
