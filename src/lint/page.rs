//! The table of all rules, for `docs/rules.md`.

use std::fmt::Write as _;

use super::rule::Family;
use super::rules::all;

/// Every rule with its manual page, in Markdown; `docs/rules.md` is this text and a test holds them together.
#[must_use]
pub fn page() -> String {
    let mut page = String::from(
        "# What `bedside check` looks for\n\n\
         This page is made from the rules' own pages; `bedside explain CODE` prints one of them. A code never changes its meaning.\n\
         A finding can be allowed where it stands by a comment that says why: `# allow(W042): he repeats his father's words`.\n\n\
         Examples show only the lines that matter, each by its place: `nodes/hall/hint: …` is the `hint` of the node `hall`; what begins\n\
         with `key/` stands in the key. Every example is run by a test.\n",
    );
    for (family, prefix, heading) in Family::ALL {
        let rules: Vec<_> = all().iter().filter(|rule| rule.family() == family).collect();
        let _ = write!(
            page,
            "\n## {prefix}x {heading}\n\n| code | name | level | finds |\n|---|---|---|---|\n"
        );
        for rule in &rules {
            let (code, name) = (rule.code, rule.name);
            let _ = writeln!(
                page,
                "| [{code}](#{code}) | {name} | {} | {} |",
                rule.severity.word(),
                rule.summary
            );
        }
        for rule in rules {
            let manual = rule.documentation().replace("\n## ", "\n#### ");
            let manual = manual
                .strip_prefix("## ")
                .map_or(manual.clone(), |rest| format!("#### {rest}"));
            let _ = write!(
                page,
                "\n<a id=\"{0}\"></a>\n### {0} {1}\n\n{2}",
                rule.code, rule.name, manual
            );
        }
    }
    page
}
