//! `bedside preview` line by line: every save is told, with its faults; it ends with `q`.

use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

use super::run::{MINE, bedside_in, command, pack};
use super::story::{decision, endings, head};

fn story(to: &str) -> String {
    head("", "hall") + &decision("hall", &[("ask", to)]) + &endings(&["over"])
}

#[test]
fn every_save_is_told_with_its_faults() {
    let folder = pack(&story("end: over"));
    let mut running = command(folder.path(), &["preview", MINE])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut lines = BufReader::new(running.stdout.take().expect("its output")).lines();
    let mut until = |wanted: &str| {
        let mut said = Vec::new();
        for line in lines.by_ref() {
            let line = line.expect("text");
            let found = line.contains(wanted);
            said.push(line);
            if found {
                return said.join("\n");
            }
        }
        panic!("it never said {wanted:?}: {said:#?}");
    };
    until("is sound: 1 moments, 1 endings");
    let file = folder.path().join(MINE);
    std::fs::write(&file, story("goto: halll")).expect("a save");
    let said = until("cannot be played until this is mended");
    assert!(said.contains("halll") && said.contains("-->"), "{said}");
    std::fs::write(&file, story("end: over")).expect("a save");
    until("is sound");
    running
        .stdin
        .take()
        .expect("its input")
        .write_all(b"q\n")
        .expect("a word");
    assert!(running.wait().expect("an end").success());
}

#[test]
fn a_file_that_is_not_there_is_refused() {
    let folder = pack("");
    bedside_in(folder.path(), &["preview", "scenarios/adult/other.yaml"]).refused("there is no file");
}
