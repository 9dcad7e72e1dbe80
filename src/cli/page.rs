//! A page written into the file asked for, or else to standard output.

use std::io::Write;
use std::path::Path;

use anyhow::Context;

use super::surroundings::Surroundings;

pub(super) fn write(around: &Surroundings, file: Option<&Path>, text: &str) -> anyhow::Result<()> {
    let end = if text.ends_with('\n') { "" } else { "\n" };
    let Some(file) = file else {
        let mut out = around.out();
        write!(out, "{text}{end}")?;
        return Ok(out.flush()?);
    };
    let shown = file.display().to_string();
    std::fs::write(file, format!("{text}{end}"))
        .with_context(|| format!("could not write the report to {shown}; give another file"))?;
    let mut paper = around.paper();
    paper.verbatim(&around.words.say_with("report-written", &[("path", (&shown).into())]))?;
    Ok(paper.flush()?)
}
