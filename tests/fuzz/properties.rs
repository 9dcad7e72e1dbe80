//! What must hold of any bytes at all: asked by libFuzzer (`fuzz/run`), and by a normal test over the committed corpus.

use std::sync::OnceLock;

use bedside::content::{header, load_key, load_rubric, load_scenario, parse_condition, parse_effects, tidy};
use bedside::diag::{Diagnostic, Drawing, Sources, Span, is_treacherous, render};
use bedside::exchange::{graph, import, keyfile, story};
use bedside::explore::{Limits, analyse};
use bedside::model::{Rubric, Scenario, flow_hash};

/// No span outside its file, nothing drawn that could take over a terminal.
fn drawn(faults: &[Diagnostic], sources: &Sources) {
    for fault in faults {
        let text = render(fault, sources, Drawing::default());
        assert!(
            text.chars().all(|letter| letter == '\n' || !letter.is_control()),
            "a control character was drawn: {text:?}"
        );
    }
}

fn read(text: &str, sources: &mut Sources) -> (Option<Scenario>, Vec<Diagnostic>) {
    // The id must be the file's name; this is what the file says it is.
    let id = header(text).map_or_else(|| "fuzz".to_owned(), |header| header.id.to_string());
    let file = sources.add(format!("scenarios/adult/{id}.yaml"), text);
    load_scenario(file, sources, None)
}

/// Any text is answered, and whatever loads can be walked, drawn, keyed and carried elsewhere.
pub fn loader(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let mut sources = Sources::default();
    let (scenario, faults) = read(text, &mut sources);
    drawn(&faults, &sources);
    let Some(scenario) = scenario else {
        assert!(!faults.is_empty(), "refused without a word");
        return;
    };
    let limits = Limits {
        budget: 2_000,
        plays: 20,
        ..Limits::default()
    };
    let analysis = analyse(&scenario, &limits).expect("nobody cancels");
    assert_eq!(analysis.nodes.len(), scenario.nodes.len());
    let drawing = graph::Graph {
        scenario: &scenario,
        key: None,
        chances: None,
    };
    assert!(graph::svg(&drawing).ends_with("</svg>\n"));
    let _ = graph::dot(&drawing);
    let _ = graph::mermaid(&drawing);
    let _ = story::ink(&scenario);
    match import::twee(&story::twee(&scenario), "imported") {
        Ok(imported) => carried(&imported),
        Err(refused) => panic!("its own Twee is not readable: {refused:?}"),
    }
    let key = sources.add(
        format!("scoring/keys/{}/author.yaml", scenario.id),
        keyfile::skeleton(&scenario, "author"),
    );
    let (loaded, faults) = load_key(key, &sources, &scenario, shipped_rubric());
    assert!(loaded.is_some(), "its skeleton of a key does not load: {faults:#?}");
}

/// Any text as the key of the example scenario.
pub fn keys(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let (scenario, rubric) = example();
    let mut sources = Sources::default();
    let file = sources.add("scoring/keys/please-speak/author.yaml", text);
    let (key, faults) = load_key(file, &sources, scenario, rubric);
    drawn(&faults, &sources);
    if let Some(key) = key {
        let synced = keyfile::sync(scenario, &key, text);
        let mut sources = Sources::default();
        let file = sources.add("scoring/keys/please-speak/author.yaml", synced.text);
        let (again, _) = load_key(file, &sources, scenario, rubric);
        assert!(again.is_some(), "a key brought up to date no longer loads");
    } else {
        assert!(!faults.is_empty(), "refused without a word");
    }
}

/// Any text as a condition and as effects of the example scenario.
pub fn expressions(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let (scenario, _) = example();
    let mut sources = Sources::default();
    let file = sources.add("expression.yaml", text);
    let span = Span::new(file, 0, text.len());
    let (cond, faults) = parse_condition(span, &sources, scenario);
    assert!(cond.is_some() || !faults.is_empty(), "refused without a word");
    drawn(&faults, &sources);
    let (_, faults) = parse_effects(span, &sources, scenario);
    drawn(&faults, &sources);
}

/// Tidying twice is tidying once, and a file that loads says the same afterwards.
pub fn formatter(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let once = tidy(text).text;
    assert_eq!(tidy(&once).text, once, "tidying again changes it again");
    let mut sources = Sources::default();
    let (Some(before), _) = read(text, &mut sources) else {
        return;
    };
    let (after, faults) = read(&once, &mut sources);
    let Some(after) = after else {
        panic!("it no longer loads: {faults:#?}\n{once}")
    };
    assert_eq!(flow_hash(&before), flow_hash(&after), "another flow:\n{once}");
    assert_eq!(words(&before), words(&after), "other words");
}

fn words(scenario: &Scenario) -> Vec<String> {
    scenario.texts.iter().map(|(_, text)| text.raw.to_string()).collect()
}

/// Any text as both kinds of foreign file: whatever is taken becomes a scenario that loads, and nothing said about it
/// could steer a terminal.
pub fn importers(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    for imported in [import::twee(text, "imported"), import::h5p(text, "imported")] {
        match imported {
            Ok(imported) => carried(&imported),
            Err(refused) => harmless(&refused.why),
        }
    }
}

fn carried(imported: &import::Imported) {
    for loss in &imported.losses {
        harmless(&loss.place);
        harmless(&loss.what);
    }
    let mut sources = Sources::default();
    let (scenario, faults) = read(&imported.text, &mut sources);
    drawn(&faults, &sources);
    assert!(
        scenario.is_some(),
        "the skeleton does not load: {faults:#?}\n{}",
        imported.text
    );
}

/// One line, and no letter that a terminal would act upon.
fn harmless(text: &str) {
    assert!(
        !text.chars().any(|letter| letter == '\n' || is_treacherous(letter)),
        "a control character is said: {text:?}"
    );
}

/// The example of the format with its small rubric.
fn example() -> &'static (Scenario, Rubric) {
    static EXAMPLE: OnceLock<(Scenario, Rubric)> = OnceLock::new();
    EXAMPLE.get_or_init(|| {
        let mut sources = Sources::default();
        let file = sources.add("rubric.yaml", include_str!("../corpus/rubric.yaml"));
        let rubric = load_rubric(file, &sources).0.expect("the small rubric loads");
        let file = sources.add("please-speak.yaml", include_str!("../corpus/please-speak.yaml"));
        let scenario = load_scenario(file, &sources, Some(&rubric))
            .0
            .expect("the example loads");
        (scenario, rubric)
    })
}

fn shipped_rubric() -> &'static Rubric {
    static RUBRIC: OnceLock<Rubric> = OnceLock::new();
    RUBRIC.get_or_init(|| {
        let mut sources = Sources::default();
        let file = sources.add("rubric.yaml", include_str!("../../scoring/rubric.yaml"));
        load_rubric(file, &sources).0.expect("the rubric loads")
    })
}
