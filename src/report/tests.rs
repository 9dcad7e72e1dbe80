//! Pages hold together whatever the words are: nothing runs, nothing is fetched, and what is seen can be heard.

use super::*;
use crate::model::{
    Act, DomainIx, EndingCause, EndingKind, Level, Library, Mode, Name, Rubric, Skill, SkillIx, Trace, Track,
};
use crate::practice::calibration::{Bin, Calibration};
use crate::practice::debrief::{
    Beside, Debrief, DomainMarks, Draw, Ended, ErrorLine, Judges, KeyAbout, Moment, OtherWay, PersonTrace, Score,
    Somebody, Spoken, Turning, Voice, WayMoment, WayRow, WayTrace,
};
use crate::practice::progress::{FirstScore, Progress, Record, ScenarioProgress, SkillProgress};
use crate::practice::statistics::{band, wilson};
use crate::practice::{Due, Rating};
use crate::scoring::{Cap, Mark};

const EVIL: &str = "<script>alert(\"x\")</script> & <img src=http://e.vil/a.png>";

fn words() -> Words {
    Words::english()
}

fn about(words: &Words) -> About<'_> {
    About {
        words,
        learner: "Ada <b>",
        today: Day(20_000),
    }
}

fn said(words: &str) -> Vec<Spoken> {
    let line = |who| Spoken {
        who,
        mood: Some(words.to_owned()),
        via: Some(words.to_owned()),
        words: words.to_owned(),
    };
    vec![
        line(Voice::Person(words.to_owned())),
        line(Voice::Narrator),
        line(Voice::You),
        line(Voice::Pause),
    ]
}

/// Every text of it is `text`.
fn told(text: &str) -> Debrief {
    let some = || Some(text.to_owned());
    Debrief {
        scenario: Name::from("a-talk"),
        version: 1,
        title: text.to_owned(),
        setting: text.to_owned(),
        summary: text.to_owned(),
        track: Track::Adult,
        review: None,
        seed: u64::MAX,
        mode: Mode::Flow,
        role: Name::from("physician"),
        replay: true,
        left: false,
        ending: Some(Ended {
            id: Name::from("end"),
            title: text.to_owned(),
            kind: EndingKind::Partial,
            because: Some(EndingCause::Illness),
            epilogue: said(text),
            debrief: said(text),
            discuss: vec![text.to_owned()],
        }),
        reflection: some(),
        traces: vec![PersonTrace {
            name: some(),
            trace: Trace::Trust,
            bounds: (0, 10),
            values: vec![5, 3, 4],
            best: vec![5, 7],
        }],
        turning: vec![Turning {
            moment: 1,
            name: some(),
            trace: Trace::Trust,
            change: -2,
            words: some(),
        }],
        unasked: vec![Draw {
            means: text.to_owned(),
            revealed: false,
            if_never_asked: some(),
        }],
        facts: vec![(text.to_owned(), true)],
        people: vec![Somebody {
            name: text.to_owned(),
            who: text.to_owned(),
            wants: some(),
            fears: some(),
        }],
        moments: vec![Moment {
            number: 1,
            node: Name::from("hall"),
            choice: Name::from("ask"),
            place: some(),
            before: said(text).into_iter().next(),
            to: some(),
            act: Act::Say,
            said: text.to_owned(),
            own_words: some(),
            confidence: Some(70),
            hinted: true,
            reply: said(text),
            felt: said(text),
            why: some(),
            better: some(),
            also: vec![text.to_owned()],
            good: vec![text.to_owned()],
            framework: Some((text.to_owned(), text.to_owned())),
            noticed: some(),
            expert_says: some(),
            expert_why: some(),
            differ: Some((text.to_owned(), text.to_owned())),
            credit: Some(0.25),
            best: Some(1.0),
            weight: Some(2.0),
        }],
        other: Some(OtherWay {
            other: 1,
            this: 3,
            parts_at: 2,
            rows: vec![WayRow {
                other: Some(WayMoment {
                    number: 2,
                    act: Act::Say,
                    to: some(),
                    said: text.to_owned(),
                    felt: said(text),
                }),
                this: None,
            }],
            traces: vec![WayTrace {
                name: some(),
                trace: Trace::Trust,
                other: vec![5, 7],
                this: vec![5, 3],
            }],
            endings: (text.to_owned(), text.to_owned()),
        }),
        domains: vec![DomainMarks {
            letter: 'A',
            name: text.to_owned(),
            marks: vec![(1, Mark::Half)],
        }],
        errors: vec![ErrorLine {
            id: Name::from("X01"),
            name: text.to_owned(),
            severity: Level::Critical,
            moment: Some(1),
            repaired: None,
            because: some(),
            instead: text.to_owned(),
        }],
        owed: vec![(Name::from("ask-her"), 2.0)],
        score: Some(Score {
            score: 61.2,
            decisions: 1,
            label: some(),
            label_means: some(),
            caps: vec![Cap::UnrepairedCritical],
            references: Some(Beside {
                random: 50.0,
                sd: 10.0,
                best: 100.0,
                worst: 0.0,
                between: Some(0.22),
            }),
        }),
        key: Some(KeyAbout {
            panel: Name::from("author"),
            basis: Judges::Author,
        }),
        practise: vec![SkillIx(0)],
    }
}

fn rubric(text: &str) -> Rubric {
    Rubric {
        skills: vec![Skill {
            id: Name::from("A1"),
            name: text.to_owned(),
            domain: DomainIx(0),
            about: text.to_owned(),
            anchors: Vec::new(),
            strong: String::new(),
            weak: String::new(),
            sources: Vec::new(),
        }],
        ..Rubric::default()
    }
}

fn library(text: &str) -> Library {
    Library {
        rubric: std::sync::Arc::new(rubric(text)),
        ..Library::default()
    }
}

fn far(scores: &[f64]) -> Progress {
    let calibration = Calibration {
        n: 12,
        brier: Some(0.2),
        bias: Some(-0.05),
        bins: [50, 70, 90]
            .map(|stated| Bin {
                stated,
                n: 4,
                acceptable: Some(0.5),
            })
            .to_vec(),
    };
    Progress {
        skills: vec![SkillProgress {
            skill: SkillIx(0),
            n: 2,
            of: 9,
            points: vec![(Day(19_990), 0.25), (Day(19_995), 1.0)],
            share: wilson(0.625, 2),
            due: Some(Day(20_000)),
            recall: Some(0.9),
        }],
        domains: Vec::new(),
        scenarios: vec![ScenarioProgress {
            scenario: Name::from("gone-since"),
            here: false,
            begun: Day(19_990),
            last: Day(19_990),
            ended: 1,
            endings: vec![Name::from("end")],
            endings_all: 0,
            record: Some(Record {
                day: Day(19_990),
                score: Some(70.0),
                replay: true,
            }),
        }],
        first_scores: scores
            .iter()
            .map(|score| FirstScore {
                scenario: Name::from("gone-since"),
                day: Day(19_990),
                score: *score,
            })
            .collect(),
        band: band(scores).filter(|band| band.n >= 8),
        calibration_by_skill: vec![(SkillIx(0), calibration.clone())],
        calibration,
        due: vec![Due {
            skill: SkillIx(0),
            last: Day(19_995),
            ago: 5,
            last_rating: Rating::Again,
            recall: 0.8,
            fresh: 7,
            new_people: 6,
            rested: 0,
        }],
        decisions: 2,
        gone: 3,
        clock_went_back: true,
    }
}

fn pages(text: &str) -> [String; 2] {
    let words = words();
    let about = about(&words);
    [
        debrief_html(&told(text), &rubric(text), &about).unwrap(),
        progress_html(&far(&[62.0, 71.0]), &library(text), &about).unwrap(),
    ]
}

#[test]
fn words_of_a_scenario_stay_words() {
    for page in pages(EVIL) {
        assert!(!page.contains("<script"), "{page}");
        assert!(!page.contains("<img"), "{page}");
        assert!(!page.contains("Ada <b>"));
    }
}

#[test]
fn two_ways_are_a_table_where_there_are_two() {
    let words = words();
    let page = |told: &Debrief| debrief_html(told, &rubric("plain"), &about(&words)).unwrap();
    let mut told = told("plain");
    let two = page(&told);
    for seen in [
        "href=\"#ways\"",
        "Line 3, this one",
        "Not met on this line.",
        "5, 7</td>",
        "5, 3</td>",
    ] {
        assert!(two.contains(seen), "{seen}");
    }
    assert!(!two.contains("colspan"));
    let row = &mut told.other.as_mut().unwrap().rows[0];
    row.this = row.other.clone();
    assert!(page(&told).contains("<td colspan=\"2\"><span class=\"small\">The same on both lines."));
    told.other = None;
    assert!(
        !page(&told).contains("Two ways"),
        "nothing is announced that is not there"
    );
}

#[test]
fn nothing_is_fetched() {
    for page in pages("plain") {
        let page = page.replace("http://www.w3.org/2000/svg", "");
        for reach in ["http:", "https:", "//", "@import", "url(", "<link", "src="] {
            assert!(!page.contains(reach), "{reach}");
        }
    }
}

/// Headings in order, one h1, a place to skip to, a language; every picture says what it is.
#[test]
fn what_is_seen_can_be_heard() {
    for page in pages("plain") {
        assert!(page.starts_with("<!doctype html>\n<html lang=\"en\">"));
        assert_eq!(page.matches("<h1").count(), 1);
        let mut level = 0;
        for (at, _) in page.match_indices("<h") {
            let Some(next) = page[at + 2..].chars().next().and_then(|digit| digit.to_digit(10)) else {
                continue;
            };
            assert!(next <= level + 1, "h{next} after h{level}");
            level = next;
        }
        assert!(page.find("href=\"#main\"").unwrap() < page.find("<h1").unwrap());
        assert!(page.contains("id=\"main\""));
        for (at, _) in page.match_indices("<svg") {
            let tag = page[at..].split('>').next().unwrap();
            assert!(tag.contains("role=\"img\""), "{tag}");
            assert!(tag.contains("aria-labelledby") || tag.contains("aria-label="), "{tag}");
        }
        let ids: Vec<&str> = page
            .split(" id=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        let mut once = ids.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), ids.len(), "an id stands twice: {ids:?}");
    }
}

/// A key of the words that does not exist stands in the page as itself.
#[test]
fn every_word_of_the_pages_exists() {
    for page in pages("plain") {
        assert!(!page.contains(">report-") && !page.contains(" report-"), "{page}");
    }
}

#[test]
fn colours_follow_the_page() {
    let [debrief, _] = pages("plain");
    let plot = &debrief[debrief.find("<svg").unwrap()..debrief.find("</svg>").unwrap()];
    assert!(plot.contains("var(--accent)") && !plot.contains("\"#0"), "{plot}");
}

#[test]
fn the_band_is_spoken_of_only_when_there_is_one() {
    let words = words();
    let page = |scores: &[f64]| progress_html(&far(scores), &library("plain"), &about(&words)).unwrap();
    assert!(page(&[62.0, 71.0]).contains("2 of 8 first attempts"));
    let eight = page(&[62.0, 71.0, 55.0, 80.0, 68.0, 74.0, 59.0, 77.0]);
    assert!(eight.contains("anywhere from 61 to 76"), "{eight}");
}

#[test]
fn own_words_are_where_they_were_asked_for_and_nowhere_else() {
    let mut without = told("plain");
    without.moments[0].own_words = None;
    let words = words();
    let page = debrief_html(&without, &rubric("plain"), &about(&words)).unwrap();
    assert!(!page.contains("Your own words"));
    let with = debrief_html(&told("plain"), &rubric("plain"), &about(&words)).unwrap();
    assert!(with.contains("Your own words"));
}

#[test]
fn json_is_an_object_with_a_format() {
    let read = |text: String| -> serde_json::Value { serde_json::from_str(&text).unwrap() };
    let debrief = read(debrief_json(&told(EVIL)).unwrap());
    assert_eq!(
        (&debrief["format"], &debrief["debrief"]["moments"][0]["said"]),
        (&1.into(), &EVIL.into())
    );
    assert_eq!(debrief["debrief"]["seed"], u64::MAX.to_string());
    let progress = read(progress_json(&far(&[62.0]), &library("plain")).unwrap());
    assert_eq!(
        (&progress["format"], &progress["progress"]["skills"][0]["id"]),
        (&1.into(), &"A1".into())
    );
}

#[test]
fn rows_are_all_as_long_as_the_head() {
    let formula = "=HYPERLINK(\"x\")";
    let tables = [
        debrief_csv(&told(formula)).unwrap(),
        progress_csv(&far(&[62.0]), &library(formula)).unwrap(),
    ];
    for text in tables {
        let mut reader = ::csv::Reader::from_reader(text.as_bytes());
        let head = reader.headers().unwrap().len();
        let rows: Vec<_> = reader.records().collect::<Result<_, _>>().unwrap();
        assert!(!rows.is_empty() && rows.iter().all(|row| row.len() == head));
        assert!(rows.iter().flatten().all(|cell| !cell.starts_with('=')), "{text}");
    }
}
