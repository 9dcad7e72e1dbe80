//! From nothing to a keyed scenario, by the commands that `bedside new` names.

use super::run::bedside_in;

#[test]
fn new_plays_at_once_and_can_be_keyed_drawn_and_carried_elsewhere() {
    let folder = tempfile::tempdir().expect("a folder");
    let go = |args: &[&str]| bedside_in(folder.path(), args);
    let file = "scenarios/adult/the-start.yaml";
    go(&["new", "the-start"]).fine();
    let checked = go(&["check", file]).fine().out;
    assert!(
        checked.contains("info[S128]") && checked.contains("0 errors, 0 warnings, 1 remark"),
        "{checked}"
    );
    for seed in ["1", "2", "3"] {
        go(&[
            "--library",
            ".",
            "--plain",
            "--seed",
            seed,
            "play",
            "the-start",
            "--answers",
            "random",
        ])
        .fine();
    }
    go(&["--library", ".", "key", "new", "the-start"]).fine();
    let analyzed = go(&["analyze", file]).fine().out;
    assert!(analyzed.contains("not rated yet"), "{analyzed}");
    // A key that is not filled in yet is one thing to say, not thirty.
    let checked = go(&["check", "."]).fine().out;
    assert!(
        checked.contains("this key rates nothing yet") && checked.contains("0 errors, 0 warnings, 1 remark"),
        "{checked}"
    );
    assert!(go(&["fmt", "--check", "."]).fine().out.contains("Nothing would change"));
    for format in ["svg", "dot", "mermaid", "outline"] {
        assert!(
            go(&["graph", file, "--format", format]).fine().out.contains("ask-pace"),
            "{format}"
        );
    }
    go(&[
        "--library",
        ".",
        "export",
        "the-start",
        "--to",
        "ink",
        "--output",
        "out.ink",
    ])
    .fine();
    go(&["export", file, "--to", "twee", "--output", "out.twee"]).fine();
    let said = go(&["import", "out.twee", "--as", "came-back"]).fine().out;
    assert!(said.contains("Could not come along"), "{said}");
    assert!(
        !go(&["check", "scenarios/adult/came-back.yaml"])
            .out
            .contains("error[E0")
    );
    go(&["new", "the-start"]).refused("is there already");
    go(&["new", "the-start", "--track", "planning"]).refused("scenarios/adult/the-start.yaml is there already");
    assert!(go(&["new", "day-nine"]).fine().out.contains("yours takes its place"));
}

#[test]
fn sync_asks_before_it_takes_new_words_as_rated() {
    let folder = tempfile::tempdir().expect("a folder");
    let go = |args: &[&str]| bedside_in(folder.path(), args);
    go(&["new", "the-start"]).fine();
    go(&["--library", ".", "key", "new", "the-start"]).fine();
    let file = folder.path().join("scenarios/adult/the-start.yaml");
    let key = folder.path().join("scoring/keys/the-start/author.yaml");
    let text = std::fs::read_to_string(&file).expect("it is there");
    std::fs::write(&file, text.replace("one step at a time?", "one thing at a time?")).expect("a save");
    let before = std::fs::read_to_string(&key).expect("it is there");
    let asked = go(&["--library", ".", "key", "sync", "the-start"]);
    assert_eq!(asked.code, Some(1), "{}", asked.out);
    assert!(
        asked.out.contains("brother/ask-pace") && asked.out.contains("Nothing was changed"),
        "{}",
        asked.out
    );
    assert_eq!(std::fs::read_to_string(&key).expect("it is there"), before);
    go(&["--library", ".", "key", "sync", "the-start", "--yes"]).fine();
    let after = std::fs::read_to_string(&key).expect("it is there");
    let differs: Vec<(&str, &str)> = before
        .lines()
        .zip(after.lines())
        .filter(|(old, new)| old != new)
        .collect();
    // The comment and the fingerprint.
    assert_eq!(differs.len(), 2, "{differs:?}");
    assert!(differs[0].1.ends_with("one thing at a time?"), "{differs:?}");
}
