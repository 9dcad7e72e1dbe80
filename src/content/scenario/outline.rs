//! A first look at a scenario: which names it defines. Says nothing about faults; whoever reads the sections does.

use super::cast::is_speakable;
use crate::content::scope::{Kind, PersonName, Scope, VarName};
use crate::content::tree::{Data, Entry, Tree};
use crate::diag::did_you_mean;
use crate::model::{Name, NodeIx};

pub(super) fn scope(tree: &Tree) -> Scope {
    let mut scope = Scope::default();
    let unreadable = |key: &str| match tree.get(key) {
        Some(section) => !matches!(section.data, Data::Map(_)),
        // Perhaps it is there under a misspelt name, which is reported as unknown.
        None => tree
            .entries()
            .iter()
            .any(|entry| did_you_mean(&entry.key, [key]).is_some()),
    };
    scope.blind.vars = unreadable("vars");
    scope.blind.facts = unreadable("facts");
    scope.blind.cast = unreadable("cast") || tree.get("cast").is_none();
    scope.blind.nodes = unreadable("nodes") || tree.get("nodes").is_none();
    scope.blind.endings = unreadable("endings") || tree.get("endings").is_none();
    match tree.get("roles").map(|roles| &roles.data) {
        Some(Data::Seq(items)) => scope.roles = items.iter().filter_map(word).map(Name::from).collect(),
        _ => scope.blind.roles = true,
    }
    for entry in section(tree, "vars") {
        scope.vars.push(VarName {
            id: Name::from(&entry.key),
            kind: kind(&entry.value),
        });
    }
    scope.facts = section(tree, "facts")
        .iter()
        .map(|entry| Name::from(&entry.key))
        .collect();
    for entry in section(tree, "cast") {
        let moods = match entry.value.get("moods").map(|moods| &moods.data) {
            Some(Data::Seq(items)) => items.iter().map(|item| word(item).map(Name::from)).collect(),
            Some(_) => None,
            None => Some(Vec::new()),
        };
        scope.cast.push(PersonName {
            id: Name::from(&entry.key),
            name: entry
                .value
                .get("name")
                .and_then(word)
                .map(|name| name.trim().to_owned()),
            moods,
        });
        let name = scope.cast.last().and_then(|person| person.name.as_deref());
        if name.is_none_or(|name| !is_speakable(name)) {
            scope.blind.cast = true;
        }
    }
    for (at, entry) in section(tree, "nodes").iter().enumerate() {
        scope.nodes.push(Name::from(&entry.key));
        let choices = entry.value.get("choices").map(Tree::entries).unwrap_or_default();
        let own = choices.iter().map(|choice| (NodeIx::new(at), Name::from(&choice.key)));
        scope.choices.extend(own);
    }
    scope.endings = section(tree, "endings")
        .iter()
        .map(|entry| Name::from(&entry.key))
        .collect();
    scope.build();
    scope
}

fn section<'t>(tree: &'t Tree, key: &str) -> &'t [Entry] {
    tree.get(key).map(Tree::entries).unwrap_or_default()
}

fn word(tree: &Tree) -> Option<&str> {
    tree.scalar().map(|scalar| scalar.text.as_str())
}

fn number(tree: Option<&Tree>) -> Option<i32> {
    word(tree?)?.trim().parse().ok()
}

fn kind(tree: &Tree) -> Kind {
    if let Some(drawn) = tree.get("drawn") {
        let values = drawn.entries().iter().map(|entry| Name::from(&entry.key));
        let values: Vec<Name> = values.collect();
        return if values.is_empty() {
            Kind::Unclear
        } else {
            Kind::Hidden(values)
        };
    }
    if let Some(one_of) = tree.get("one_of") {
        let Data::Seq(items) = &one_of.data else {
            return Kind::Unclear;
        };
        let values: Option<Vec<Name>> = items.iter().map(|item| word(item).map(Name::from)).collect();
        return values.map_or(Kind::Unclear, Kind::Enum);
    }
    match tree.get("start").and_then(word) {
        Some("true" | "false") => Kind::Bool,
        Some(start) if start.trim().parse::<i32>().is_ok() => {
            match (number(tree.get("min")), number(tree.get("max"))) {
                (Some(min), Some(max)) if min <= max => Kind::Int { min, max },
                _ => Kind::Unclear,
            }
        }
        _ => Kind::Unclear,
    }
}
