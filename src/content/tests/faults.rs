//! `tests/faults/NAME.yaml` is reported as `tests/faults/NAME.txt` says, letter for letter.
//!
//! `NAME.key.yaml` is read as a key of the example scenario, `NAME.rubric.yaml` and `NAME.sources.yaml` as what they say.
//! `BEDSIDE_ACCEPT=1` writes the texts anew; read them before you keep them.

use std::fmt::Write as _;
use std::fs;

use super::{example, folder, read};
use crate::content::{load_key, load_rubric, load_scenario, load_sources};
use crate::diag::{Drawing, render};

fn reported(name: &str, text: &str) -> String {
    let (sources, rubric, scenario) = example();
    let mut sources = sources.clone();
    let file = sources.add(name, text);
    let (broken, faults) = if name.ends_with(".key.yaml") {
        let (key, faults) = load_key(file, &sources, scenario, rubric);
        (key.is_none(), faults)
    } else if name.ends_with(".rubric.yaml") {
        let (rubric, faults) = load_rubric(file, &sources);
        (rubric.is_none(), faults)
    } else if name.ends_with(".sources.yaml") {
        let (list, faults) = load_sources(file, &sources);
        (list.is_none(), faults)
    } else {
        let (scenario, faults) = load_scenario(file, &sources, Some(rubric));
        (scenario.is_none(), faults)
    };
    let mut out = String::new();
    for fault in &faults {
        out += &render(fault, &sources, Drawing::default());
        out.push('\n');
    }
    let _ = writeln!(
        out,
        "{} found; {}",
        faults.len(),
        if broken { "not loaded" } else { "loaded all the same" }
    );
    out
}

#[test]
fn every_fault_is_reported_as_written_down() {
    let accept = std::env::var("BEDSIDE_ACCEPT").is_ok();
    let mut wrong = Vec::new();
    let mut seen = 0;
    let mut files: Vec<_> = fs::read_dir(folder("faults"))
        .unwrap()
        .map(|item| item.unwrap().path())
        .collect();
    files.sort();
    for path in files
        .iter()
        .filter(|path| path.extension().is_some_and(|ending| ending == "yaml"))
    {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let found = reported(&name, &read(path));
        let expected = path.with_extension("txt");
        seen += 1;
        if accept {
            fs::write(&expected, &found).unwrap();
        } else if !expected.exists() || read(&expected) != found {
            wrong.push(format!("=== {name}\n{found}"));
        }
    }
    assert!(seen > 80, "only {seen} files");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every code of the loader has a file that shows it.
#[test]
fn every_code_is_shown() {
    let texts: String = fs::read_dir(folder("faults"))
        .unwrap()
        .map(|item| item.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .map(|path| read(&path))
        .collect();
    let codes = "E001 E002 E003 E004 E005 E006 E007 E008 E009 E00A E010 E011 E012 E013 E014 E015 E016 E017 E018 E019 S060 S061 S062";
    for code in codes.split(' ') {
        assert!(texts.contains(&format!("error[{code}]")), "{code} has no file");
    }
}
