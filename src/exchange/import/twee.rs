//! Twee 3: passages become nodes, links become choices; macros, scripts and styles are listed, not guessed at.

use super::draft::{Draft, Part, Way, shown};
use super::{Imported, NotReadable};

/// Reads Twee 3 source (the Interactive Fiction Technology Foundation's Twee 3 specification, version 3.0.2).
pub fn twee(text: &str, id: &str) -> Result<Imported, NotReadable> {
    let text = text.trim_start_matches('\u{feff}');
    let mut draft = Draft::default();
    let mut passages: Vec<(String, Vec<String>, String)> = Vec::new();
    for (at, line) in text.lines().enumerate() {
        if let Some(head) = line.strip_prefix("::") {
            let (name, tags) = header(head);
            if name.is_empty() {
                return Err(NotReadable {
                    why: "a passage has no name after `::`".to_owned(),
                    line: Some(at + 1),
                });
            }
            passages.push((name, tags, String::new()));
        } else if let Some((_, _, body)) = passages.last_mut() {
            body.push_str(line);
            body.push('\n');
        } else if !line.trim().is_empty() {
            return Err(NotReadable {
                why: "text stands before the first passage; a Twee file begins with `:: Name`".to_owned(),
                line: Some(at + 1),
            });
        }
    }
    if passages.is_empty() {
        return Err(NotReadable {
            why: "there is no passage (`:: Name`) in the file".to_owned(),
            line: None,
        });
    }
    for (name, tags, body) in passages {
        match name.as_str() {
            "StoryTitle" => body.trim().clone_into(&mut draft.title),
            "StoryData" => {
                let data: serde_json::Value = serde_json::from_str(&body).unwrap_or_default();
                if let Some(start) = data["start"].as_str() {
                    start.clone_into(&mut draft.start);
                }
            }
            "StoryInit" | "StoryCaption" | "StoryMenu" | "StoryAuthor" | "StorySubtitle" => {
                draft.lose(&name, "a special passage of the story format");
            }
            _ if tags.iter().any(|tag| tag == "script" || tag == "stylesheet") => {
                draft.lose(&name, "a script or style sheet");
            }
            _ => {
                let part = passage(&mut draft, name, &body);
                draft.parts.push(part);
            }
        }
    }
    if draft.start.is_empty() {
        let fallback = draft
            .parts
            .iter()
            .find(|part| part.name == "Start")
            .or(draft.parts.first());
        draft.start = fallback.map_or(String::new(), |part| part.name.clone());
    }
    if !draft.parts.iter().any(|part| part.name == draft.start) {
        let why = format!(
            "the story starts at `{}`, but there is no such passage",
            shown(&draft.start)
        );
        return Err(NotReadable { why, line: None });
    }
    if draft.title.is_empty() {
        id.clone_into(&mut draft.title);
    }
    draft.finish(id)
}

/// ` Name [tags] {"position":"1,1"}`
fn header(text: &str) -> (String, Vec<String>) {
    let text = text.trim();
    let text = if text.ends_with('}') {
        text.rfind('{').map_or(text, |at| text[..at].trim_end())
    } else {
        text
    };
    // `\[` and `\]` belong to the name.
    let tagged = text.ends_with(']') && !text.ends_with("\\]");
    if let (true, Some(at)) = (tagged, text.rfind('[')) {
        let tags = text[at + 1..text.len() - 1]
            .split_whitespace()
            .map(str::to_owned)
            .collect();
        return (text[..at].trim().replace('\\', ""), tags);
    }
    (text.replace('\\', ""), Vec::new())
}

fn passage(draft: &mut Draft, name: String, body: &str) -> Part {
    let mut part = Part {
        name,
        ..Part::default()
    };
    for line in body.lines() {
        let mut rest = line;
        let mut said = String::new();
        while let Some(at) = rest.find("[[") {
            let Some(end) = rest[at..].find("]]") else { break };
            said.push_str(&rest[..at]);
            let link = &rest[at + 2..at + end];
            part.ways.push(way(link));
            rest = &rest[at + end + 2..];
        }
        said.push_str(rest);
        let said = without_macros(draft, &part.name, &said);
        if !said.is_empty() {
            part.lines.push(said);
        }
    }
    part
}

/// `words->to`, `to<-words`, `words|to`, `to`; a setter behind `][` is dropped.
fn way(link: &str) -> Way {
    let link = link.split("][").next().unwrap_or(link);
    let (words, to) = if let Some((words, to)) = link.rsplit_once("->") {
        (words, to)
    } else if let Some((to, words)) = link.split_once("<-") {
        (words, to)
    } else {
        link.split_once('|').unwrap_or((link, link))
    };
    Way {
        words: words.trim().to_owned(),
        to: to.trim().to_owned(),
        reply: Vec::new(),
    }
}

fn without_macros(draft: &mut Draft, place: &str, line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some(at) = rest.find("<<") {
        let Some(end) = rest[at..].find(">>") else { break };
        out.push_str(&rest[..at]);
        draft.lose(place, format!("the macro `{}`", &rest[at..at + end + 2]));
        rest = &rest[at + end + 2..];
    }
    out.push_str(rest);
    let harlowe = out.trim_start().starts_with('(') && out.contains(':') && out.trim_end().ends_with(')');
    if harlowe {
        draft.lose(place, format!("the macro `{}`", out.trim()));
        return String::new();
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}
