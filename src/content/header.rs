//! The first lines of a scenario, read fast: what a start screen of many scenarios shows before they are loaded.

use super::tree::{Data, Tree};
use super::yaml;
use crate::diag::FileId;
use crate::model::{Name, Track};

/// Whoever writes more than this above the cast waits for the whole file.
const MAX_BYTES: usize = 64 << 10;

/// What stands above the cast. Nothing is checked, and interpolations stand as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    pub id: Name,
    pub title: String,
    pub track: Option<Track>,
    /// 0 when it cannot be read.
    pub level: u8,
    /// 0 when it cannot be read.
    pub minutes: u16,
    pub lang: String,
    pub roles: Vec<Name>,
    pub setting: String,
    pub summary: String,
    pub tags: Vec<Name>,
    pub note: Option<String>,
    pub curriculum: Vec<Name>,
    /// Of all objectives, each once.
    pub skills: Vec<Name>,
    /// The last rung of the review ladder.
    pub review: Option<Name>,
}

/// `None` when the lines above `cast:` are no YAML or name no scenario.
#[must_use]
pub fn header(text: &str) -> Option<Header> {
    let mut length = 0;
    for line in text.split_inclusive('\n') {
        if length > MAX_BYTES {
            return None;
        }
        if ["cast:", "vars:", "nodes:", "workshop:"]
            .iter()
            .any(|section| line.starts_with(section))
        {
            break;
        }
        length += line.len();
    }
    let tree = yaml::read(FileId::default(), text.get(..length)?, &[]).ok()?;
    let content = tree.get("content");
    let mut skills: Vec<Name> = Vec::new();
    if let Some(Data::Seq(objectives)) = tree.get("objectives").map(|list| &list.data) {
        for skill in objectives.iter().flat_map(|objective| words(objective, "skills")) {
            if !skills.contains(&skill) {
                skills.push(skill);
            }
        }
    }
    let review = match tree.get("review").map(|list| &list.data) {
        Some(Data::Seq(rungs)) => rungs.last().and_then(|rung| word(rung, "stage")).map(Name::from),
        _ => None,
    };
    let track = word(&tree, "track");
    Some(Header {
        id: Name::from(word(&tree, "scenario")?),
        title: word(&tree, "title").unwrap_or_default().to_owned(),
        track: Track::ALL.into_iter().find(|known| Some(known.id()) == track),
        level: word(&tree, "level").and_then(|level| level.parse().ok()).unwrap_or(0),
        minutes: word(&tree, "minutes")
            .and_then(|minutes| minutes.parse().ok())
            .unwrap_or(0),
        lang: word(&tree, "lang").unwrap_or("en").to_owned(),
        roles: words(&tree, "roles"),
        setting: word(&tree, "setting").unwrap_or_default().to_owned(),
        summary: word(&tree, "summary").unwrap_or_default().to_owned(),
        tags: content.map(|content| words(content, "tags")).unwrap_or_default(),
        note: content.and_then(|content| word(content, "note")).map(str::to_owned),
        curriculum: words(&tree, "curriculum"),
        skills,
        review,
    })
}

fn word<'t>(tree: &'t Tree, key: &str) -> Option<&'t str> {
    tree.get(key)?.scalar().map(|scalar| scalar.text.trim_end())
}

fn words(tree: &Tree, key: &str) -> Vec<Name> {
    match tree.get(key).map(|list| &list.data) {
        Some(Data::Seq(items)) => items
            .iter()
            .filter_map(Tree::scalar)
            .map(|item| Name::from(&item.text))
            .collect(),
        _ => Vec::new(),
    }
}
