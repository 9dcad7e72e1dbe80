//! Packs shadow one another scenario by scenario.

use super::{corpus, messages};
use crate::content::{FileText, Pack, header, load_library};
use crate::diag::Sources;
use crate::model::{Library, Name, Track};

fn file(path: &str, text: String) -> FileText {
    FileText {
        path: path.to_owned(),
        text,
    }
}

/// The example scenario under another id and title, with a key.
fn pack(name: &str, id: &str, title: &str) -> Pack {
    let scenario = corpus("please-speak.yaml")
        .replace("scenario: please-speak ", &format!("scenario: {id} "))
        .replace("title: Please speak to my son", &format!("title: {title}"));
    let key = corpus("please-speak.key.yaml").replace("scenario: please-speak\n", &format!("scenario: {id}\n"));
    Pack {
        name: Name::from(name),
        rubric: Some(file("scoring/rubric.yaml", corpus("rubric.yaml"))),
        sources: None,
        scenarios: vec![file(&format!("scenarios/cultural/{id}.yaml"), scenario)],
        keys: vec![file(&format!("scoring/keys/{id}/author.yaml"), key)],
        blueprints: Vec::new(),
    }
}

fn load(packs: &[Pack]) -> (Library, Vec<String>) {
    let mut sources = Sources::default();
    let (library, faults) = load_library(packs, &mut sources);
    (library, messages(&faults))
}

fn title(library: &Library, id: &str) -> String {
    let scenario = library.find(id).unwrap().scenario.as_ref().unwrap();
    scenario.raw(scenario.title).to_owned()
}

#[test]
fn a_later_pack_shadows_a_scenario_with_its_key() {
    let mut own = pack("mine", "one", "Mine");
    own.rubric = None;
    own.keys.clear();
    let (library, faults) = load(&[pack("built-in", "one", "Theirs"), own, pack("more", "two", "Two")]);
    assert_eq!(faults, Vec::<String>::new());
    assert_eq!(library.entries.len(), 2);
    assert_eq!(title(&library, "one"), "Mine");
    let one = library.find("one").unwrap();
    assert_eq!(one.pack, "mine");
    assert!(one.keys.is_empty(), "a built-in key scored a foreign scenario");
    assert_eq!(library.find("two").unwrap().keys.len(), 1);
}

#[test]
fn a_later_pack_may_bring_another_panel() {
    let mut panel = pack("mine", "one", "unused");
    panel.scenarios.clear();
    panel.keys[0].path = "scoring/keys/one/our-panel.yaml".to_owned();
    panel.keys[0].text = panel.keys[0].text.replace("panel: author", "panel: our-panel");
    let (library, faults) = load(&[pack("built-in", "one", "Theirs"), panel]);
    assert_eq!(faults, Vec::<String>::new());
    let panels: Vec<&str> = library
        .find("one")
        .unwrap()
        .keys
        .iter()
        .map(|key| key.panel.as_str())
        .collect();
    assert_eq!(panels, ["author", "our-panel"]);
}

#[test]
fn a_broken_scenario_is_listed_and_the_others_stay_playable() {
    let mut broken = pack("built-in", "one", "One");
    broken.scenarios[0].text = broken.scenarios[0].text.replace("start: hall", "start: hal");
    broken.scenarios.extend(pack("", "two", "Two").scenarios);
    let (library, faults) = load(&[broken]);
    assert_eq!(faults, ["E010: unknown node `hal`"]);
    let one = library.find("one").unwrap();
    assert!(one.scenario.is_none());
    assert_eq!((one.faults, one.track), (1, Some(Track::Cultural)));
    assert!(library.find("two").unwrap().scenario.is_some());
}

#[test]
fn a_broken_rubric_leaves_scenarios_without_keys() {
    let mut broken = pack("built-in", "one", "One");
    broken.rubric = Some(file("scoring/rubric.yaml", "format: 1\n".to_owned()));
    let (library, faults) = load(&[broken]);
    assert!(faults.iter().all(|fault| fault.starts_with("E003")), "{faults:?}");
    let one = library.find("one").unwrap();
    assert!(one.scenario.is_some() && one.keys.is_empty());
}

#[test]
fn a_key_without_a_scenario_and_a_panel_under_another_name_are_reported() {
    let mut odd = pack("built-in", "one", "One");
    odd.keys
        .push(file("scoring/keys/ome/author.yaml", odd.keys[0].text.clone()));
    odd.keys[0].path = "scoring/keys/one/someone.yaml".to_owned();
    let (_, faults) = load(&[odd]);
    assert_eq!(
        faults,
        [
            "E007: this panel is called `author`, and its file `someone`",
            "S061: this key lies in `ome/`, and there is no such scenario",
        ]
    );
}

#[test]
fn file_name_and_track_must_fit() {
    let mut odd = pack("built-in", "one", "One");
    odd.scenarios[0].path = "scenarios/adult/other.yaml".to_owned();
    odd.keys.clear();
    let (_, faults) = load(&[odd]);
    assert_eq!(
        faults,
        [
            "E007: this scenario is called `one`, and its file `other`",
            "E007: the track is `cultural`, and the file lies in `adult`",
        ]
    );
}

#[test]
fn a_header_is_read_without_the_rest() {
    let text = corpus("please-speak.yaml");
    let broken = text.replace("nodes:", "nodes: {{{");
    let header = header(&broken).unwrap();
    assert_eq!(header.id, "please-speak");
    assert_eq!(header.track, Some(Track::Cultural));
    assert_eq!((header.level, header.minutes), (2, 12));
    assert_eq!(header.skills, ["A3", "D3"].map(Name::from));
    assert_eq!(header.review, Some(Name::from("author_reviewed")));
    assert_eq!(header.tags, ["cancer", "family-conflict"].map(Name::from));
    assert_eq!(crate::content::header("nodes: {}"), None);
}

#[test]
fn too_large_a_file_is_refused_by_name() {
    let mut large = pack("built-in", "one", "One");
    large.keys.clear();
    large.scenarios[0].text.push_str(&"# nothing\n".repeat(5_000_000));
    let (_, faults) = load(&[large]);
    assert_eq!(faults, ["E009: this file has 48 MB"]);
}

#[test]
fn a_crowd_is_refused_by_name() {
    let mut crowd = pack("built-in", "one", "One");
    crowd.keys.clear();
    let moods = vec!["calm"; 5001].join(", ");
    crowd.scenarios[0].text = crowd.scenarios[0]
        .text
        .replace("[rigid, ashamed, relieved]", &format!("[{moods}]"));
    let (_, faults) = load(&[crowd]);
    assert_eq!(
        faults,
        ["E009: there are 5001 items here, and 5000 may stand in one list or mapping"]
    );
}

#[test]
fn endless_faults_end() {
    let mut nodes = String::new();
    for at in 0..2000 {
        nodes += &format!("  n{at}:\n    goto: nowhere{at}\n");
    }
    let mut many = pack("built-in", "one", "One");
    many.keys.clear();
    many.scenarios[0].text = many.scenarios[0].text.replace("nodes:\n", &format!("nodes:\n{nodes}"));
    let (_, faults) = load(&[many]);
    assert_eq!(faults.len(), 201);
    assert_eq!(faults[200], "E009: more than 200 faults; the rest is not shown");
}

#[test]
fn two_scenarios_of_one_name_in_one_pack_are_a_fault() {
    let mut own = pack("mine", "one", "First");
    let again = own.scenarios[0].clone();
    own.scenarios.push(file("scenarios/adult/one.yaml", again.text));
    let (library, faults) = load(&[own]);
    assert_eq!(library.entries.len(), 1);
    assert_eq!(library.find("one").unwrap().path, "scenarios/cultural/one.yaml");
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert!(
        faults[0].contains("a second scenario is called `one`; the first is scenarios/cultural/one.yaml"),
        "{faults:?}"
    );
}
