//! A conversation with ten faults planted in it and in its key: one run finds them all, and says what to do.

use std::path::Path;

use super::run::{bedside_in, command};

/// By number, as the comments in the files name them.
const PLANTED: [(&str, &str); 10] = [
    ("W033", "`patience` is never read"),
    ("E023", "whether `door/tomatoes` is offered gives `pace` away"),
    ("W032", "this condition is true every time it is asked"),
    ("W092", "`door/result` is rated -2 and has no `better`"),
    ("E020", "at `silence` it can happen that nothing is offered"),
    ("W030", "nothing leads to `corridor`"),
    ("S068", "`door/ask-first` repairs X02"),
    ("S065", "the words of `door/tomatoes` changed since they were rated"),
    ("S064", "the rating 3 is not on the scale"),
    ("M081", "there is no source `nobody-1999`"),
];

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/author/planted")
}

#[test]
fn one_run_finds_all_ten() {
    let said = bedside_in(&folder(), &["check", ".", "--format", "json"]);
    assert_eq!(said.code, Some(1), "{}", said.err);
    let found: Vec<serde_json::Value> = said
        .out
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    for (at, (code, message)) in PLANTED.into_iter().enumerate() {
        let hit = found.iter().find(|finding| {
            finding["code"] == code
                && finding["message"]
                    .as_str()
                    .is_some_and(|text| text.starts_with(message))
        });
        let hit = hit.unwrap_or_else(|| panic!("planted {} ({code}) was not found:\n{}", at + 1, said.out));
        // Within a few lines of the comment that names it.
        let file = std::fs::read_to_string(folder().join(hit["file"].as_str().expect("a file"))).expect("it is there");
        let comment = format!("# Planted {}:", at + 1);
        let planted = file
            .lines()
            .position(|line| line.trim_start().starts_with(&comment))
            .expect("a comment");
        let line = hit["line"]
            .as_u64()
            .and_then(|line| usize::try_from(line).ok())
            .expect("a line");
        assert!(
            (planted + 1..planted + 6).contains(&line),
            "planted {} at {planted}, found at {line}",
            at + 1
        );
    }
}

/// The page as an author reads it; `tests/author/planted/found.txt` is written again with `BEDSIDE_BLESS=1`.
#[test]
fn the_page_is_as_committed() {
    let output = command(&folder(), &["check", "."])
        .env("COLUMNS", "100")
        .output()
        .expect("it runs");
    let said = String::from_utf8(output.stdout).expect("text");
    let kept = folder().join("found.txt");
    if std::env::var_os("BEDSIDE_BLESS").is_some() {
        std::fs::write(&kept, &said).expect("written");
    }
    assert_eq!(said, std::fs::read_to_string(kept).expect("it is there"));
}
