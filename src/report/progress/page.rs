//! Progress as one self-contained page.

use askama::Template;

use crate::i18n::Words;
use crate::model::{Day, Library, Rubric, SkillIx};
use crate::practice::calibration::{Bin, MIN_PER_BIN};
use crate::practice::progress::{MIN_SCENARIOS, Progress, ScenarioProgress, SkillProgress};
use crate::practice::{Due, Rating};
use crate::report::plot::{Whisker, calibration, intervals, scores, spark};
use crate::report::{About, Fault, format};

/// One page without any request to anywhere.
pub fn progress_html(p: &Progress, library: &Library, about: &About<'_>) -> Result<String, Fault> {
    let maker = Maker {
        w: about.words,
        library,
        rubric: &library.rubric,
        today: about.today,
    };
    let page = Page {
        lang: about.words.language(),
        title: format!("{} · bedside", about.words.say("report-progress")),
        w: about.words,
        p,
        about,
        due: p.due.iter().map(|due| maker.due(due)).collect(),
        skills: p.skills.iter().map(|skill| maker.skill(skill)).collect(),
        skills_plot: maker.skills_plot(p),
        domains_plot: maker.domains_plot(p),
        domains_about: maker.domains_about(p),
        talks: p.scenarios.iter().map(|talk| maker.talk(talk)).collect(),
        scores_plot: (!p.first_scores.is_empty()).then(|| maker.scores_plot(p)),
        scores_about: maker.scores_about(p),
        calibration_plot: (p.calibration.n > 0).then(|| maker.calibration_plot(p)),
        calibrated: maker.calibrated(p),
    };
    Ok(page.render()?)
}

#[derive(Template)]
#[template(path = "progress.html")]
struct Page<'a> {
    lang: &'a str,
    title: String,
    w: &'a Words,
    p: &'a Progress,
    about: &'a About<'a>,
    due: Vec<DueLine>,
    skills: Vec<SkillRow>,
    skills_plot: String,
    domains_plot: String,
    domains_about: String,
    talks: Vec<TalkRow>,
    scores_plot: Option<String>,
    scores_about: String,
    calibration_plot: Option<String>,
    calibrated: Vec<CalibratedRow>,
}

struct DueLine {
    name: String,
    last: String,
    waits: String,
}

struct SkillRow {
    name: String,
    count: String,
    earned: String,
    spark: String,
    due: String,
}

struct TalkRow {
    title: String,
    note: Option<String>,
    begun: String,
    endings: String,
    times: usize,
    record: String,
}

struct CalibratedRow {
    name: String,
    n: usize,
    brier: String,
    bias: String,
}

/// Turns progress into what the page shows.
struct Maker<'a> {
    w: &'a Words,
    library: &'a Library,
    rubric: &'a Rubric,
    today: Day,
}

impl Maker<'_> {
    fn name(&self, skill: SkillIx) -> String {
        let found = self.rubric.skills.get(skill.at());
        found.map_or_else(String::new, |skill| skill.name.clone())
    }

    fn due(&self, due: &Due) -> DueLine {
        let ago = i64::from(due.ago);
        let last = match due.last_rating {
            Rating::Again => self.w.say_with("report-due-again", &[("days", ago.into())]),
            Rating::Hard => self.w.say_with("report-due-hard", &[("days", ago.into())]),
            Rating::Good | Rating::Easy => self.w.say_with("report-due-good", &[("days", ago.into())]),
        };
        let waits = if due.new_people > 0 {
            self.w
                .say_with("report-due-people", &[("count", due.new_people.into())])
        } else if due.fresh > 0 {
            self.w.say_with("report-due-moments", &[("count", due.fresh.into())])
        } else if due.rested > 0 {
            self.w.say_with("report-due-rested", &[("count", due.rested.into())])
        } else {
            self.w.say("report-due-repeat")
        };
        DueLine {
            name: self.name(due.skill),
            last,
            waits,
        }
    }

    fn skill(&self, skill: &SkillProgress) -> SkillRow {
        let values: Vec<f64> = skill.points.iter().map(|(_, credit)| *credit).collect();
        let spoken: Vec<String> = values.iter().map(|value| format::percent(*value)).collect();
        let spoken = spoken.join(", ");
        SkillRow {
            name: self.name(skill.skill),
            count: self
                .w
                .say_with("report-n-of", &[("n", skill.n.into()), ("of", skill.of.into())]),
            earned: skill
                .level()
                .map_or_else(|| "–".to_owned(), |share| format::percent(share.share)),
            spark: spark(
                &values,
                &self.w.say_with("report-spark", &[("values", (&spoken).into())]),
            ),
            due: match skill.due {
                Some(day) if day <= self.today => self.w.say("report-now"),
                Some(day) => format::date(self.w, day),
                None => String::new(),
            },
        }
    }

    fn skills_plot(&self, p: &Progress) -> String {
        let none = self.w.say("report-too-few");
        let rows: Vec<Whisker<'_>> = p
            .skills
            .iter()
            .map(|skill| Whisker {
                label: self.name(skill.skill),
                count: format!("n {}", skill.n),
                share: skill.level(),
                none: &none,
            })
            .collect();
        let about = self.rows_about(&rows);
        intervals("skills", &self.w.say("report-skills-time"), &about, &rows).svg
    }

    fn domains_plot(&self, p: &Progress) -> String {
        let none = self.w.say("report-too-few");
        let rows = self.domains(p, &none);
        intervals("domains", &self.w.say("report-domains"), &self.rows_about(&rows), &rows).svg
    }

    fn domains<'n>(&self, p: &Progress, none: &'n str) -> Vec<Whisker<'n>> {
        let rows = p.domains.iter().filter_map(|domain| {
            let about = self.rubric.domains.get(domain.domain.at())?;
            Some(Whisker {
                label: about.name.clone(),
                count: format!("n {}", domain.n),
                share: domain.share,
                none,
            })
        });
        rows.collect()
    }

    fn domains_about(&self, p: &Progress) -> String {
        let none = self.w.say("report-too-few");
        self.rows_about(&self.domains(p, &none))
    }

    /// The rows in words.
    fn rows_about(&self, rows: &[Whisker<'_>]) -> String {
        let lines = rows.iter().map(|row| match &row.share {
            Some(share) => {
                let (mean, range) = (format::percent(share.share), format::range(share));
                let facts = [
                    ("label", (&row.label).into()),
                    ("share", (&mean).into()),
                    ("range", (&range).into()),
                    ("n", share.n.into()),
                ];
                self.w.say_with("report-row", &facts)
            }
            None => format!("{}: {}.", row.label, row.none),
        });
        lines.collect::<Vec<_>>().join(" ")
    }

    fn talk(&self, talk: &ScenarioProgress) -> TalkRow {
        let found = self
            .library
            .find(&talk.scenario)
            .and_then(|entry| entry.scenario.as_ref());
        let title = found.map(|scenario| scenario.raw(scenario.title).to_owned());
        let facts = [("seen", talk.endings.len().into()), ("all", talk.endings_all.into())];
        let record = talk
            .record
            .and_then(|record| record.score.map(|score| (score, record.replay)));
        TalkRow {
            title: title.unwrap_or_else(|| talk.scenario.to_string()),
            note: (!talk.here).then(|| self.w.say("report-gone")),
            begun: format::date(self.w, talk.begun),
            endings: if talk.endings_all > 0 {
                self.w.say_with("endings-seen", &facts)
            } else {
                talk.endings.len().to_string()
            },
            times: talk.ended,
            record: match record {
                Some((score, true)) => {
                    let score = format::whole(score);
                    self.w.say_with("report-record-replay", &[("score", (&score).into())])
                }
                Some((score, false)) => format::whole(score),
                None => "–".to_owned(),
            },
        }
    }

    fn scores_plot(&self, p: &Progress) -> String {
        let values: Vec<f64> = p.first_scores.iter().map(|first| first.score).collect();
        let title = self.w.say("report-first-scores");
        scores("scores", &title, &self.scores_about(p), &values, p.band.as_ref()).svg
    }

    fn scores_about(&self, p: &Progress) -> String {
        let values: Vec<String> = p.first_scores.iter().map(|first| format::whole(first.score)).collect();
        let values = values.join(", ");
        self.w.say_with("report-scores-about", &[("values", (&values).into())])
    }

    fn calibration_plot(&self, p: &Progress) -> String {
        let title = self.w.say("report-calibration");
        let bins = p.calibration.bins.iter().map(|bin| {
            let share = bin.acceptable.map_or("–".to_owned(), format::percent);
            let facts = [
                ("stated", i64::from(bin.stated).into()),
                ("share", (&share).into()),
                ("n", bin.n.into()),
            ];
            self.w.say_with("report-bin", &facts)
        });
        let about = bins.collect::<Vec<_>>().join(" ");
        calibration("calibration", &title, &about, &p.calibration).svg
    }

    fn calibrated(&self, p: &Progress) -> Vec<CalibratedRow> {
        let number = |value: Option<f64>| value.map_or("–".to_owned(), |value| format!("{value:.2}"));
        let rows = p.calibration_by_skill.iter().map(|(skill, found)| CalibratedRow {
            name: self.name(*skill),
            n: found.n,
            brier: number(found.brier),
            bias: found
                .bias
                .map_or("–".to_owned(), |bias| format!("{bias:+.2}").replace('-', "−")),
        });
        rows.collect()
    }
}

impl Page<'_> {
    fn headline(&self) -> String {
        if self.about.learner.is_empty() {
            self.w.say("report-your-way")
        } else {
            self.w.say_with("report-way-of", &[("name", self.about.learner.into())])
        }
    }

    fn facts(&self) -> String {
        let ended = self.p.scenarios.iter().filter(|talk| talk.record.is_some()).count();
        let date = format::date(self.w, self.about.today);
        let facts = [("decisions", self.p.decisions.into()), ("talks", ended.into())];
        format!("{date} · {}", self.w.say_with("report-counted", &facts))
    }

    fn warnings(&self) -> Vec<String> {
        let mut lines = Vec::new();
        if self.p.clock_went_back {
            lines.push(self.w.say("report-clock"));
        }
        if self.p.gone > 0 {
            lines.push(self.w.say_with("report-gone-answers", &[("count", self.p.gone.into())]));
        }
        lines
    }

    fn band_line(&self) -> String {
        match &self.p.band {
            Some(band) => {
                let (mean, low, high) = (
                    format::whole(band.mean),
                    format::whole(band.low),
                    format::whole(band.high),
                );
                let facts = [
                    ("mean", (&mean).into()),
                    ("low", (&low).into()),
                    ("high", (&high).into()),
                    ("n", band.n.into()),
                ];
                self.w.say_with("report-band", &facts)
            }
            None => {
                let facts = [("n", self.p.first_scores.len().into()), ("need", MIN_SCENARIOS.into())];
                self.w.say_with("report-no-band", &facts)
            }
        }
    }

    fn calibration_line(&self) -> String {
        let found = &self.p.calibration;
        let brier = format!("{:.2}", found.brier.unwrap_or_default());
        let bias = found.bias.unwrap_or_default();
        let points = format::whole(bias.abs() * 100.0);
        let facts = [
            ("n", found.n.into()),
            ("brier", (&brier).into()),
            ("points", (&points).into()),
        ];
        match bias {
            bias if bias >= 0.005 => self.w.say_with("report-calibration-over", &facts),
            bias if bias <= -0.005 => self.w.say_with("report-calibration-under", &facts),
            _ => self.w.say_with("report-calibration-even", &facts),
        }
    }

    fn share(&self, share: &Option<f64>) -> String {
        share.map_or("–".to_owned(), format::percent)
    }

    fn reading(&self, bin: &Bin) -> String {
        if bin.enough() {
            String::new()
        } else {
            self.w.say_with("report-bin-few", &[("need", MIN_PER_BIN.into())])
        }
    }
}
