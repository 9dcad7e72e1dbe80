//! `bedside analyze` on a scenario whose numbers can be worked out by hand, and on all that are shipped.

use super::run::{MINE, bedside, bedside_in, one_of_each_track, sound_pack};
use super::story::{decision, endings, head};

/// Two of three first choices lead on; `never` is shut, `lost` and the ending `nowhere` cannot be reached, `stuck` is a dead end.
fn planted() -> String {
    let vars = "vars:\n  trust: {of: lee, start: 5, min: 0, max: 10, trace: trust}\n";
    head(vars, "hall")
        + &decision(
            "hall",
            &[
                ("ask", "effects: trust + 1\ngoto: bed"),
                ("tell", "effects: trust - 2\ngoto: bed"),
                ("wait", "end: over"),
                ("never", "when: trust >= 9\ngoto: lost"),
            ],
        )
        + &decision(
            "bed",
            &[("stay", "end: over"), ("push", "when: trust < 5\ngoto: stuck")],
        )
        + &decision("stuck", &[("more", "when: trust > 9\nend: over")])
        + &decision("lost", &[("walk", "end: nowhere")])
        + &endings(&["over", "nowhere"])
}

/// Without the line breaks, which depend on how wide the page is.
fn flat(page: &str) -> String {
    page.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_page_says_how_likely_and_why_not() {
    let folder = sound_pack(&planted());
    let written = bedside_in(folder.path(), &["analyze", MINE]).fine().out;
    let page = flat(&written);
    // 1/3 wait + 1/3 ask, stay + 1/6 tell, stay.
    for wanted in [
        "over [####################....] 83.3 %",
        "nowhere [........................] never",
        "lost: hall/never leads there, but its condition never holds there: `trust >= 9`",
        "the ending nowhere: lost/walk leads there, but is never reached itself",
        "hall/never: its condition never holds there",
        "stuck: no choice is offered, after 2 choices: hall/tell, bed/push",
        "Where trust of Mr. Lee turns",
        "Nobody rated this scenario yet",
    ] {
        assert!(page.contains(wanted), "{wanted:?} is not in\n{page}");
    }
    let bed = written.lines().find(|line| line.starts_with("  bed")).expect("a line");
    assert!(
        bed.contains("4.5") && bed.contains("3 to 6") && bed.ends_with("-0.5"),
        "{bed}"
    );
}

#[test]
fn plain_pages_have_no_bars() {
    let folder = sound_pack(&planted());
    let page = bedside_in(folder.path(), &["--plain", "analyze", MINE]).fine().out;
    assert!(page.contains("83.3 %") && !page.contains("##"), "{page}");
}

#[test]
fn json_says_the_same() {
    let folder = sound_pack(&planted());
    let answer = bedside_in(folder.path(), &["analyze", MINE, "--format", "json"]).json();
    assert_eq!(answer["format"], 1);
    let analysis = &answer["analysis"];
    assert_eq!(analysis["method"]["exact"], true);
    let chance = analysis["endings"][0]["chance"].as_f64().expect("a number");
    assert!((chance - 5.0 / 6.0).abs() < 1e-12);
    assert_eq!(
        analysis["dead_ends"][0]["way"]["choices"],
        serde_json::json!(["hall/tell", "bed/push"])
    );
    assert_eq!(analysis["unreachable"].as_array().map(Vec::len), Some(4));
    let trust = &analysis["nodes"][1]["values"][0];
    assert_eq!(
        (trust["low"].as_i64(), trust["high"].as_i64(), trust["mean"].as_f64()),
        (Some(3), Some(6), Some(4.5))
    );
}

#[test]
fn a_loop_is_shown_with_its_round() {
    let text = head("", "hall")
        + &decision("hall", &[("ask", "goto: bed"), ("leave", "end: over")])
        + &decision("bed", &[("again", "goto: hall")])
        + &endings(&["over"]);
    let folder = sound_pack(&text);
    let page = bedside_in(folder.path(), &["analyze", MINE]).fine().out;
    let page = flat(&page);
    assert!(
        page.contains("hall/ask, bed/again, again and again (one can leave it)"),
        "{page}"
    );
    assert!(page.contains("Lines can go on for ever"), "{page}");
}

#[test]
fn shipped_scenarios_are_exact_whole_and_scored() {
    for id in one_of_each_track() {
        let answer = bedside(&["analyze", &id, "--format", "json"]).json();
        let analysis = &answer["analysis"];
        assert_eq!(analysis["method"]["exact"], true, "{id}");
        let chances: f64 = analysis["endings"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|ending| ending["chance"].as_f64().expect("a number"))
            .sum();
        assert!((chances - 1.0).abs() < 1e-9, "{id}: {chances}");
        assert_eq!(analysis["dead_ends"], serde_json::json!([]), "{id}");
        let (best, worst) = (analysis["score"]["best"].as_f64(), analysis["score"]["worst"].as_f64());
        let random = analysis["score"]["random"]["mean"].as_f64();
        assert!(best > random && random > worst, "{id}: {best:?} {random:?} {worst:?}");
    }
}

#[test]
fn what_is_not_there_is_refused_in_one_line() {
    bedside(&["analyze", "day-nien"]).refused("did you mean day-nine");
    bedside(&["analyze", "nowhere/mine.yaml"]).refused("there is no file");
    bedside(&["analyze", "scoring/rubric.yaml"]).refused("is no scenario");
}
