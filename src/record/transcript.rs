//! A transcript as a public file: `{"format": 1, "transcript": {…}}`.

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use super::BadRecord;
use super::fault::shown;
use super::sitting::Sitting;
use crate::model::Transcript;

/// The format written, and the newest read. A field may be added without a new number; nothing is ever renamed or removed under this one.
pub const FORMAT: u64 = 1;

#[derive(Serialize)]
struct Written {
    format: u64,
    transcript: Sitting,
}

#[derive(Deserialize)]
struct Read {
    transcript: Sitting,
}

/// Read first, so that a newer file is called newer and not faulty.
#[derive(Deserialize)]
struct Head {
    format: Option<u64>,
    transcript: Option<IgnoredAny>,
}

/// The file's text: indented, fields in the order of `docs/formats.md`, ends with a newline.
#[must_use]
pub fn to_json(transcript: &Transcript) -> String {
    let written = Written {
        format: FORMAT,
        transcript: Sitting::whole(transcript),
    };
    // Writing plain structs into a string cannot fail.
    let mut text = serde_json::to_string_pretty(&written).unwrap_or_default();
    text.push('\n');
    text
}

/// Reads a transcript. Unknown fields are passed over. What it says about a scenario is not looked at here: [`replay`](super::replay) does.
pub fn from_json(text: &str) -> Result<Transcript, BadRecord> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let head: Head = match serde_json::from_str(text) {
        Ok(head) => head,
        Err(error) if error.is_data() => return Err(BadRecord::Foreign { wanted: "transcript" }),
        Err(error) => return Err(BadRecord::of(&error)),
    };
    match head.format {
        Some(FORMAT) if head.transcript.is_some() => {}
        Some(found) if found > FORMAT => return Err(BadRecord::Newer { found, known: FORMAT }),
        _ => return Err(BadRecord::Foreign { wanted: "transcript" }),
    }
    let read: Read = serde_json::from_str(text).map_err(|error| BadRecord::of(&error))?;
    let transcript = Transcript::from(read.transcript);
    fits(&transcript)?;
    Ok(transcript)
}

/// More lines than anyone rewinds in one sitting; each is walked and kept whole when a transcript is scored.
const MOST_LINES: usize = 2_000;

fn fits(transcript: &Transcript) -> Result<(), BadRecord> {
    let bad = |what: String| Err(BadRecord::Inconsistent { what });
    let lines = transcript.lines.len();
    if lines > MOST_LINES {
        return bad(format!("it has {lines} lines, and at most {MOST_LINES} are read"));
    }
    for (at, step) in transcript.steps.iter().enumerate() {
        if step.line as usize >= lines {
            let address = shown(&format!("{}/{}", step.node, step.chosen));
            return bad(format!(
                "steps[{at}] (`{address}`) belongs to line {}, and there are {lines} lines",
                step.line
            ));
        }
    }
    for (at, line) in transcript.lines.iter().enumerate() {
        match line.parent {
            Some((parent, _)) if parent as usize >= at => {
                return bad(format!(
                    "line {at} branches from line {parent}, which does not come before it"
                ));
            }
            None if at > 0 => return bad(format!("line {at} does not say which line it branches from")),
            _ => {}
        }
    }
    if lines == 0 {
        return bad("there is no line".to_owned());
    }
    Ok(())
}
