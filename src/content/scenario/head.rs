//! Everything before the people: what the scenario is, for whom, and where it comes from.

use crate::content::draft::Draft;
use crate::content::fields::Fields;
use crate::content::names::{Shape, id};
use crate::content::reading::unknown;
use crate::content::tree::{Data, Tree};
use crate::diag::{Diagnostic, Span, Spanned};
use crate::model::{ContentNote, Name, NodeIx, Objective, Review, TextId, Track, Workshop};

pub(super) struct Head {
    pub(super) id: Name,
    pub(super) span: Span,
    pub(super) title: TextId,
    pub(super) version: u32,
    pub(super) lang: String,
    pub(super) track: Track,
    pub(super) level: u8,
    pub(super) minutes: u16,
    pub(super) roles: Vec<Name>,
    pub(super) setting: TextId,
    pub(super) summary: TextId,
    pub(super) chart: TextId,
    pub(super) task: TextId,
    pub(super) objectives: Vec<Objective>,
    pub(super) frameworks: Vec<Spanned<Name>>,
    pub(super) curriculum: Vec<Spanned<Name>>,
    pub(super) content: ContentNote,
    pub(super) sources: Vec<Spanned<Name>>,
    pub(super) authors: Vec<String>,
    pub(super) review: Vec<Review>,
    pub(super) workshop: Option<Workshop>,
}

impl Draft<'_> {
    /// `None` after a fault in the few fields that have no stand-in.
    pub(super) fn head(&mut self, fields: &mut Fields<'_>, path: &str) -> Option<Head> {
        crate::content::format(fields, &mut self.reading);
        let own_id = fields
            .need("scenario", &mut self.reading)
            .and_then(|tree| self.own_id(tree, path));
        let title = self.need_text(fields, "title", "title".to_owned());
        let version = fields.need("version", &mut self.reading);
        let version = version.and_then(|tree| self.reading.whole_number("version", tree, 1, i64::from(u32::MAX)));
        let lang = fields
            .take("lang")
            .and_then(|tree| self.reading.word("lang", tree))
            .unwrap_or("en")
            .to_owned();
        let track = fields
            .need("track", &mut self.reading)
            .and_then(|tree| self.track(tree, path));
        let level = fields.need("level", &mut self.reading);
        let level = level.and_then(|tree| self.reading.whole_number("level", tree, 1, 3));
        let minutes = fields.need("minutes", &mut self.reading);
        let minutes = minutes.and_then(|tree| self.reading.whole_number("minutes", tree, 1, 240));
        let roles = fields
            .need("roles", &mut self.reading)
            .map(|tree| self.roles(tree))
            .unwrap_or_default();
        let setting = self.need_text(fields, "setting", "setting".to_owned());
        let summary = self.need_text(fields, "summary", "summary".to_owned());
        let chart = self.need_text(fields, "chart", "chart".to_owned());
        let task = self.need_text(fields, "task", "task".to_owned());
        let objectives = fields
            .take("objectives")
            .map(|tree| self.objectives(tree))
            .unwrap_or_default();
        let frameworks = fields
            .take("frameworks")
            .map(|tree| self.frameworks(tree))
            .unwrap_or_default();
        let curriculum = fields
            .take("curriculum")
            .map(|tree| self.curriculum(tree))
            .unwrap_or_default();
        let content = fields
            .take("content")
            .map(|tree| self.content(tree, fields.key_span("content")))
            .unwrap_or_default();
        let sources = fields
            .take("sources")
            .map(|tree| self.names("sources", tree))
            .unwrap_or_default();
        let authors = fields
            .take("authors")
            .map(|tree| self.names("authors", tree))
            .unwrap_or_default();
        let review = fields.take("review").map(|tree| self.review(tree)).unwrap_or_default();
        let workshop = fields
            .take("workshop")
            .and_then(|tree| self.workshop(tree, fields.key_span("workshop")));
        let own_id = own_id?;
        Some(Head {
            id: own_id.value,
            span: own_id.span,
            title,
            version: u32::try_from(version?).ok()?,
            lang,
            track: track?,
            level: u8::try_from(level?).ok()?,
            minutes: u16::try_from(minutes?).ok()?,
            roles,
            setting,
            summary,
            chart,
            task,
            objectives,
            frameworks,
            curriculum,
            content,
            sources,
            authors: authors.into_iter().map(|author| author.value.to_string()).collect(),
            review,
            workshop,
        })
    }

    fn own_id(&mut self, tree: &Tree, path: &str) -> Option<Spanned<Name>> {
        let written = self.reading.word("scenario", tree)?;
        let name = id(&mut self.reading, "scenario", written, tree.span, Shape::Dashed);
        if let Some(stem) = file_stem(path)
            && stem != written
        {
            self.reading.say(
                Diagnostic::error(
                    "E007",
                    format!("this scenario is called `{written}`, and its file `{stem}`"),
                    tree.span,
                )
                .label("id and file name must be equal")
                .help(format!("name the file `{written}.yaml`, or write `scenario: {stem}`")),
            );
        }
        Some(Spanned::new(name, tree.span))
    }

    fn track(&mut self, tree: &Tree, path: &str) -> Option<Track> {
        let known: Vec<(&str, Track)> = Track::ALL.iter().map(|track| (track.id(), *track)).collect();
        let track = self.reading.one_of("track", tree, &known)?;
        let mut folders = path.rsplit(['/', '\\']).skip(1);
        let folder = folders.next().unwrap_or("");
        let is_track = known.iter().any(|(id, _)| *id == folder);
        let below_scenarios = folders.next() == Some("scenarios");
        if folder != track.id() && (is_track || below_scenarios) {
            self.reading.say(
                Diagnostic::error(
                    "E007",
                    format!("the track is `{}`, and the file lies in `{folder}`", track.id()),
                    tree.span,
                )
                .label("track and folder must be equal")
                .help(format!(
                    "move the file to `scenarios/{}/`, or change the track",
                    track.id()
                )),
            );
        }
        Some(track)
    }

    fn roles(&mut self, tree: &Tree) -> Vec<Name> {
        let names = self.names("roles", tree);
        if names.is_empty() && matches!(&tree.data, Data::Seq(items) if items.is_empty()) {
            self.reading.say(
                Diagnostic::error("E003", "`roles` is empty", tree.span)
                    .label("whom does the learner play?")
                    .help("write `roles: [physician]`"),
            );
        }
        names
            .into_iter()
            .map(|name| id(&mut self.reading, "role", &name.value, name.span, Shape::Underscored))
            .collect()
    }

    fn objectives(&mut self, tree: &Tree) -> Vec<Objective> {
        let mut objectives = Vec::new();
        for (at, item) in self.reading.list("objectives", tree).iter().enumerate() {
            let Some(mut fields) = Fields::open(item, "this objective", item.span, &mut self.reading) else {
                continue;
            };
            let text = self.need_text(&mut fields, "text", format!("objectives/{}", at + 1));
            let skills = fields
                .take("skills")
                .map(|tree| self.names("skills", tree))
                .unwrap_or_default();
            for skill in &skills {
                self.skill(&skill.value, skill.span);
            }
            fields.close(&mut self.reading);
            objectives.push(Objective { text, skills });
        }
        objectives
    }

    fn frameworks(&mut self, tree: &Tree) -> Vec<Spanned<Name>> {
        let names = self.names("frameworks", tree);
        if let Some(rubric) = self.rubric {
            for name in &names {
                if !rubric.frameworks.iter().any(|known| known.id == name.value) {
                    let known: Vec<&str> = rubric.frameworks.iter().map(|known| known.id.as_str()).collect();
                    self.reading.unknown("framework", &name.value, name.span, known);
                }
            }
        }
        names
    }

    fn curriculum(&mut self, tree: &Tree) -> Vec<Spanned<Name>> {
        let names = self.names("curriculum", tree);
        if let Some(rubric) = self.rubric {
            for name in &names {
                if !rubric.curriculum.iter().any(|known| known.id == name.value) {
                    let known: Vec<&str> = rubric.curriculum.iter().map(|known| known.id.as_str()).collect();
                    self.reading.unknown("curriculum tag", &name.value, name.span, known);
                }
            }
        }
        names
    }

    fn content(&mut self, tree: &Tree, head: Option<Span>) -> ContentNote {
        let Some(mut fields) = Fields::open(tree, "`content`", head.unwrap_or(tree.span), &mut self.reading) else {
            return ContentNote::default();
        };
        let tags = fields
            .take("tags")
            .map(|tree| self.names("tags", tree))
            .unwrap_or_default();
        let note = self.maybe_text(&mut fields, "note", "content/note".to_owned());
        fields.close(&mut self.reading);
        ContentNote {
            tags: tags.into_iter().map(|tag| tag.value).collect(),
            note,
        }
    }

    fn review(&mut self, tree: &Tree) -> Vec<Review> {
        let mut review = Vec::new();
        for item in self.reading.list("review", tree) {
            let Some(mut fields) = Fields::open(item, "this review", item.span, &mut self.reading) else {
                continue;
            };
            let stage = fields
                .need("stage", &mut self.reading)
                .and_then(|tree| self.reading.word("stage", tree));
            let date = fields
                .need("date", &mut self.reading)
                .and_then(|tree| self.reading.date("date", tree));
            let by = fields
                .take("by")
                .and_then(|tree| self.reading.word("by", tree))
                .map(str::to_owned);
            fields.close(&mut self.reading);
            if let (Some(stage), Some(date)) = (stage, date) {
                review.push(Review {
                    stage: Name::from(stage),
                    date,
                    by,
                    span: item.span,
                });
            }
        }
        review
    }

    fn workshop(&mut self, tree: &Tree, head: Option<Span>) -> Option<Workshop> {
        let mut fields = Fields::open(tree, "`workshop`", head.unwrap_or(tree.span), &mut self.reading)?;
        let minutes = fields
            .take("minutes")
            .and_then(|tree| self.reading.whole_number("minutes", tree, 1, 1000));
        let pause_at = fields
            .take("pause_at")
            .map(|tree| self.node_list("pause_at", tree))
            .unwrap_or_default();
        let observe = fields
            .take("observe")
            .map(|tree| self.observe(tree))
            .unwrap_or_default();
        let take_home = self.maybe_text(&mut fields, "take_home", "workshop/take-home".to_owned());
        let adapt = self.maybe_text(&mut fields, "adapt", "workshop/adapt".to_owned());
        fields.close(&mut self.reading);
        Some(Workshop {
            minutes: minutes.and_then(|minutes| u16::try_from(minutes).ok()),
            pause_at,
            observe,
            take_home,
            adapt,
        })
    }

    fn node_list(&mut self, name: &str, tree: &Tree) -> Vec<NodeIx> {
        let mut nodes = Vec::new();
        for item in self.names(name, tree) {
            match self.scope.node(&item.value) {
                Some(node) => nodes.push(node),
                None if self.scope.blind.nodes => {}
                None => {
                    let known: Vec<&str> = self.scope.nodes.iter().map(|node| node.as_str()).collect();
                    let fault = unknown("E010", "node", &item.value, item.span, known);
                    self.reading.say(fault);
                }
            }
        }
        nodes
    }

    fn observe(&mut self, tree: &Tree) -> Vec<(Spanned<Name>, TextId)> {
        let mut observe = Vec::new();
        if !matches!(tree.data, Data::Map(_)) {
            self.reading.wrong_type(
                "observe",
                "skills and what to watch for",
                tree,
                "write `observe: {C1: \"…\"}`",
            );
        }
        for entry in tree.entries() {
            self.skill(&entry.key, entry.key_span);
            if let Some(text) = self.text(&entry.key, &entry.value, format!("workshop/observe/{}", entry.key)) {
                observe.push((Spanned::new(Name::from(&entry.key), entry.key_span), text));
            }
        }
        observe
    }
}

/// `None` for names that are no YAML file, such as standard input.
fn file_stem(path: &str) -> Option<&str> {
    let file = path.rsplit(['/', '\\']).next()?;
    file.strip_suffix(".yaml").or_else(|| file.strip_suffix(".yml"))
}
