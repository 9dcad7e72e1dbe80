//! `bedside.toml` beside a pack: how loud each check is there.
//!
//! ```toml
//! [check]
//! W050 = "allow"               # a code: allow, info, warning or error
//! longest-is-best = "error"    # a rule's name
//! W05x = "info"                # a family
//! ```

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, bail};
use serde::Deserialize;
use toml::Spanned;

use crate::diag::did_you_mean;
use crate::lint::{self, Config, Level};

pub(super) const NAME: &str = "bedside.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    check: BTreeMap<Spanned<String>, Spanned<String>>,
}

/// Settings files are short.
const LARGEST: u64 = 64 * 1024;

/// The settings of a pack, or those it has none of. A link out of the folder is not followed.
pub(super) fn beside(root: &Path) -> anyhow::Result<Config> {
    let folder = if root.is_dir() { Some(root) } else { root.parent() };
    let Some(path) = folder.map(|folder| folder.join(NAME)).filter(|path| path.is_file()) else {
        return Ok(Config::default());
    };
    let shown = path.display();
    let about = path.metadata().with_context(|| format!("could not look at {shown}"))?;
    if path.is_symlink() || about.len() > LARGEST {
        bail!("{shown} must be a file of its own of at most 64 kB; mend it or take it away");
    }
    let text = std::fs::read_to_string(&path).with_context(|| format!("could not read {shown} as text"))?;
    parse(&text).map_err(|(line, what)| anyhow::anyhow!("{shown}:{line}: {what}"))
}

/// The fault's line (from 1) and what is wrong.
fn parse(text: &str) -> Result<Config, (usize, String)> {
    let line = |at: usize| text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
    let written: Written = toml::from_str(text).map_err(|fault| {
        let at = fault.span().map_or(0, |span| span.start);
        (line(at), fault.message().replace('\n', " "))
    })?;
    // A later setting wins, so the order written counts.
    let mut entries: Vec<_> = written.check.into_iter().collect();
    entries.sort_by_key(|(name, _)| name.span().start);
    let mut config = Config::default();
    for (name, level) in entries {
        let at = line(name.span().start);
        let name = name.into_inner();
        let Some(known) = Level::parse(level.get_ref()) else {
            let what = format!(
                "\"{}\" is no level; write allow, info, warning or error",
                level.get_ref()
            );
            return Err((at, what));
        };
        config.levels.push((name, known));
        let stranger = config.strangers().next().map(ToOwned::to_owned);
        if let Some(stranger) = stranger {
            let rules = lint::all().iter().flat_map(|rule| [rule.code, rule.name]);
            let meant = did_you_mean(&stranger, rules);
            let meant = meant.map_or_else(
                || "`bedside explain` lists them".to_owned(),
                |meant| format!("did you mean {meant}?"),
            );
            return Err((at, format!("no check is called \"{stranger}\"; {meant}")));
        }
    }
    Ok(config)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_names_and_families_in_the_order_written() {
        let config = parse("[check]\nW050 = \"error\"\nW05x = \"allow\"\n\"longest-is-best\" = \"info\"\n").unwrap();
        let words: Vec<&str> = config.levels.iter().map(|(word, _)| word.as_str()).collect();
        assert_eq!(words, ["W050", "W05x", "longest-is-best"]);
        assert!(parse("").unwrap().levels.is_empty());
    }

    #[test]
    fn every_fault_names_its_line() {
        for (text, line, says) in [
            ("[check]\n\nW050 = \"loud\"\n", 3, "is no level"),
            ("[check]\nW500 = \"info\"\n", 2, "no check is called \"W500\""),
            ("[check]\nW050 = 3\n", 2, "invalid type"),
            ("[chek]\nW050 = \"info\"\n", 1, "unknown field"),
            ("[check]\nW050 = \"info\"\nW050 = \"allow\"\n", 3, "duplicate"),
        ] {
            let (found, what) = parse(text).expect_err(text);
            assert!(found == line && what.contains(says), "{text:?}: {found} {what}");
        }
    }
}
