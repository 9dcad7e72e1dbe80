//! Keys as text: a skeleton for every shipped scenario, and fingerprints that are brought up to date and nothing else.

use bedside::content::load_key;
use bedside::diag::Sources;
use bedside::exchange::keyfile;
use bedside::model::{Key, Rubric, Scenario};

use crate::shelf::{files, loaded, root, rubric, scenarios};

fn key(scenario: &Scenario, rubric: &Rubric, text: &str) -> Key {
    let mut sources = Sources::default();
    let file = sources.add(format!("scoring/keys/{}/author.yaml", scenario.id), text);
    let (key, faults) = load_key(file, &sources, scenario, rubric);
    key.unwrap_or_else(|| panic!("{}: {faults:#?}", scenario.id))
}

#[test]
fn a_skeleton_loads_rates_everything_and_is_up_to_date() {
    let rubric = rubric();
    for scenario in scenarios() {
        let text = keyfile::skeleton(&scenario, "author");
        let key = key(&scenario, &rubric, &text);
        for choice in &scenario.choices {
            let at = scenario.find_choice(choice.node, &choice.id).unwrap();
            assert!(
                key.choice(&scenario, at).is_some(),
                "{} is not rated",
                scenario.address(at)
            );
        }
        assert!(
            keyfile::sync(&scenario, &key, &text).stale.is_empty(),
            "{}",
            scenario.id
        );
    }
}

#[test]
fn shipped_keys_fit_their_wording() {
    let rubric = rubric();
    for scenario in scenarios() {
        for path in files(&format!("scoring/keys/{}", scenario.id)) {
            let text = std::fs::read_to_string(&path).unwrap();
            let synced = keyfile::sync(&scenario, &key(&scenario, &rubric, &text), &text);
            let stale: Vec<&str> = synced
                .stale
                .iter()
                .filter(|stale| stale.old.is_some())
                .map(|stale| stale.address.as_str())
                .collect();
            assert!(
                stale.is_empty(),
                "{}: the wording changed since it was rated: {stale:?}",
                path.display()
            );
        }
    }
}

#[test]
fn sync_changes_the_fingerprints_of_what_changed_and_not_a_letter_more() {
    let rubric = rubric();
    let path = files("scenarios").remove(0);
    let id = path.file_stem().unwrap().to_str().unwrap().to_owned();
    let text = std::fs::read_to_string(&path).unwrap();
    let scenario = loaded(&id, &text, &rubric).unwrap();
    let key_file = root().join(format!("scoring/keys/{id}/author.yaml"));
    let key_text = std::fs::read_to_string(key_file).unwrap();
    // Up to date first, so that only what is changed here is found.
    let key_text = keyfile::sync(&scenario, &key(&scenario, &rubric, &key_text), &key_text).text;
    let words = scenario.raw(scenario.choices[0].text);
    let reworded = text.replacen(words, &format!("{words} Please."), 1);
    let after = loaded(&id, &reworded, &rubric).unwrap();
    let synced = keyfile::sync(&after, &key(&after, &rubric, &key_text), &key_text);
    let address = scenario.address(bedside::model::ChoiceIx(0));
    let stale: Vec<&str> = synced.stale.iter().map(|stale| stale.address.as_str()).collect();
    assert_eq!(stale, [address.as_str()]);
    let differing: Vec<(&str, &str)> = key_text
        .lines()
        .zip(synced.text.lines())
        .filter(|(old, new)| old != new)
        .collect();
    assert_eq!(key_text.lines().count(), synced.text.lines().count());
    let [(old, new)] = differing.as_slice() else {
        panic!("{differing:?}")
    };
    let print = synced.stale[0].old.unwrap().to_string();
    assert_eq!(old.replace(&print, &synced.stale[0].new.to_string()), *new);
    let again = keyfile::sync(&after, &key(&after, &rubric, &synced.text), &synced.text);
    assert!(again.stale.is_empty());
}

#[test]
fn sync_tells_the_old_words_from_the_comment_and_brings_the_comment_along() {
    let rubric = rubric();
    let path = files("scenarios").remove(0);
    let id = path.file_stem().unwrap().to_str().unwrap().to_owned();
    let text = std::fs::read_to_string(&path).unwrap();
    let scenario = loaded(&id, &text, &rubric).unwrap();
    let begun = keyfile::skeleton(&scenario, "author");
    for choice in ["text: ", "do: "] {
        let line = text
            .lines()
            .find(|line| line.trim_start().starts_with(&format!("{choice}\"")))
            .unwrap();
        let words = line.trim_start().strip_prefix(choice).unwrap().trim_matches('"');
        let after = loaded(&id, &text.replacen(words, "Other words.", 1), &rubric).unwrap();
        let synced = keyfile::sync(&after, &key(&after, &rubric, &begun), &begun);
        assert_eq!(synced.stale.len(), 1, "{words}");
        assert_eq!(synced.stale[0].was.as_deref(), Some(words));
        assert!(
            !synced.text.contains(words) && synced.text.contains("Other words.\n"),
            "{words}"
        );
        // A comment of another kind is the author's own.
        let noted = begun.replacen(words, "Ask Ana about this one.", 1);
        let synced = keyfile::sync(&after, &key(&after, &rubric, &noted), &noted);
        assert_eq!(synced.stale[0].was, None);
        assert!(synced.text.contains("Ask Ana about this one."));
    }
}
