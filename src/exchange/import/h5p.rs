//! H5P Branching Scenario: `content.json` of the package. Videos, images and interactions stay behind and are listed.

use serde_json::Value;

use super::draft::{Draft, Part, Way};
use super::{Imported, NotReadable};

/// Reads the `content/content.json` of an H5P Branching Scenario (library H5P.BranchingScenario 1.x).
pub fn h5p(text: &str, id: &str) -> Result<Imported, NotReadable> {
    let json: Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|fault| NotReadable {
        why: format!("not JSON: {fault}"),
        line: Some(fault.line()),
    })?;
    let story = json.get("branchingScenario").unwrap_or(&json);
    let contents = story["content"].as_array().ok_or_else(|| NotReadable {
        why: "no `branchingScenario.content` list: take content/content.json out of the .h5p package (it is a zip)"
            .to_owned(),
        line: None,
    })?;
    let mut draft = Draft {
        title: id.to_owned(),
        start: name(0),
        ..Draft::default()
    };
    if let Some(title) = story["startScreen"]["startScreenTitle"].as_str() {
        draft.title = plain(title);
    }
    for (at, content) in contents.iter().enumerate() {
        let part = part(&mut draft, at, content);
        draft.parts.push(part);
    }
    for (at, screen) in story["endScreens"].as_array().into_iter().flatten().enumerate() {
        if screen["endScreenScore"].as_i64().is_some_and(|score| score != 0) {
            draft.lose(
                &format!("end screen {}", at + 1),
                "its score: ratings live in a key, one for each choice",
            );
        }
    }
    if draft.parts.is_empty() {
        return Err(NotReadable {
            why: "the scenario has no content".to_owned(),
            line: None,
        });
    }
    draft.finish(id)
}

fn name(at: usize) -> String {
    format!("content {}", at + 1)
}

fn part(draft: &mut Draft, at: usize, content: &Value) -> Part {
    let mut part = Part {
        name: name(at),
        ..Part::default()
    };
    let kind = content["type"]["library"]
        .as_str()
        .unwrap_or("unknown")
        .split_whitespace()
        .next()
        .unwrap_or("");
    let params = &content["type"]["params"];
    match kind {
        "H5P.BranchingQuestion" => {
            let question = &params["branchingQuestion"];
            part.lines.extend(lines(question["question"].as_str().unwrap_or("")));
            for alternative in question["alternatives"].as_array().into_iter().flatten() {
                let to = alternative["nextContentId"].as_i64().unwrap_or(-1);
                let feedback = &alternative["feedback"];
                let reply = ["title", "subtitle"]
                    .iter()
                    .filter_map(|field| feedback[*field].as_str())
                    .flat_map(lines);
                part.ways.push(Way {
                    words: plain(alternative["text"].as_str().unwrap_or("")),
                    to: target(to),
                    reply: reply.collect(),
                });
                if feedback["endScreenScore"].as_i64().is_some_and(|score| score != 0) {
                    draft.lose(&part.name, "the score of an alternative: rate it in a key");
                }
            }
        }
        "H5P.AdvancedText" => part.lines.extend(lines(params["text"].as_str().unwrap_or(""))),
        other => {
            draft.lose(&part.name, format!("content of type {other}"));
            if let Some(title) = content["type"]["metadata"]["title"].as_str() {
                part.lines.extend(lines(title));
            }
        }
    }
    if kind != "H5P.BranchingQuestion" {
        let to = content["nextContentId"].as_i64().unwrap_or(-1);
        part.ways.push(Way {
            words: "Go on".to_owned(),
            to: target(to),
            reply: Vec::new(),
        });
    }
    part
}

/// Content ids count from 0; −1 is the end.
fn target(id: i64) -> String {
    usize::try_from(id).map_or_else(|_| "the end".to_owned(), name)
}

fn lines(html: &str) -> Vec<String> {
    let broken = html
        .replace("</p>", "\n")
        .replace("<br>", "\n")
        .replace("<br/>", "\n")
        .replace("<br />", "\n");
    broken.lines().map(plain).filter(|line| !line.is_empty()).collect()
}

/// Words without tags and with the common entities resolved.
fn plain(html: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for letter in html.chars() {
        match letter {
            '<' => inside = true,
            '>' if inside => inside = false,
            _ if !inside => out.push(letter),
            _ => {}
        }
    }
    let out = out
        .replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"");
    let out = out.replace("&#39;", "'").replace("&#039;", "'").replace("&amp;", "&");
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}
