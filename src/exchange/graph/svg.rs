//! The picture as SVG: readable without colour, with a text alternative of the whole.

use std::collections::HashMap;
use std::fmt::Write as _;

use super::cards::{Card, HEAD, Kind, ROW, WIDTH, cards};
use super::layout::layout;
use super::{From, Graph, escape, often, outline};
use crate::model::{EndingKind, Target};

/// Space for the title and the legend.
const TOP: f64 = 84.0;
/// Height of the name of a cut line.
const STUB: f64 = 13.0;
/// In the legend, where lines have no thickness of their own.
const NO_CHANCES: &str =
    "all lines alike: how likely each is cannot be told where a story can go round for ever or is too large to count";

/// The whole branching as one SVG document.
#[must_use]
pub fn svg(graph: &Graph) -> String {
    let cards = cards(graph);
    let layout = layout(graph, &cards, TOP);
    let title = escape(graph.scenario.raw(graph.scenario.title));
    let (width, height) = (layout.width.max(900.0), layout.height);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" viewBox=\"0 0 {width:.0} {height:.0}\" \
         role=\"img\" aria-labelledby=\"title desc\" font-family=\"system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif\">\n\
         <title id=\"title\">{title}: how the conversation branches</title>\n<desc id=\"desc\">{}</desc>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"#fbfaf7\"/>\n",
        escape(&outline(graph)),
    );
    head(&mut out, graph, &title);
    let mut cuts: HashMap<From, Vec<Target>> = HashMap::new();
    for (from, to) in graph.edges().into_iter().filter(|edge| layout.cut.contains(edge)) {
        cuts.entry(from).or_default().push(to);
    }
    // Names stand over the lines that pass by.
    let mut stubs = String::new();
    for (from, to) in graph.edges() {
        let origin = Target::Node(graph.origin(from));
        let find = |target: Target| cards.iter().position(|card| card.target == target);
        let (Some(tail), Some(at)) = (find(origin), find(to)) else {
            continue;
        };
        let start = (
            layout.cards[tail].0 + WIDTH,
            layout.cards[tail].1 + cards[tail].port(from),
        );
        if layout.cut.contains(&(from, to)) {
            let beside = cuts.get(&from).map_or(&[][..], Vec::as_slice);
            let at = beside.iter().position(|known| *known == to).unwrap_or(0) as f64;
            // Ways out of one row stand one below the other, round its middle.
            let down = STUB * (at - (beside.len() as f64 - 1.0) / 2.0);
            stub(&mut stubs, graph, (from, to), start, start.1 + down);
            continue;
        }
        let end = (layout.cards[at].0, layout.cards[at].1 + cards[at].door());
        let bends = layout.bends.get(&(from, to)).map_or(&[][..], Vec::as_slice);
        edge(&mut out, graph, (from, to), start, bends, end);
    }
    out.push_str(&stubs);
    for (card, corner) in cards.iter().zip(&layout.cards) {
        draw(&mut out, graph, card, *corner);
    }
    out.push_str("</svg>\n");
    out
}

fn head(out: &mut String, graph: &Graph, title: &str) {
    let _ = writeln!(
        out,
        "<text x=\"24\" y=\"36\" font-size=\"20\" font-weight=\"600\" fill=\"#222\">{title}</text>"
    );
    let mut x = 24.0;
    let marks = [
        ("++", "#0b6e4f", "would want"),
        ("+", "#3f8f74", "defensible"),
        ("o", "#6b6b6b", "misses the chance"),
        ("-", "#b8690f", "sets back"),
        ("--", "#a32020", "harms"),
    ];
    for (mark, colour, word) in marks.into_iter().filter(|_| graph.key.is_some()) {
        let _ = writeln!(
            out,
            "<text x=\"{x}\" y=\"64\" font-size=\"13\" fill=\"{colour}\"><tspan font-weight=\"700\">{mark}</tspan> {word}</text>"
        );
        x += 46.0 + 7.6 * word.len() as f64;
    }
    let lines = if graph.chances.is_some() {
        "thicker: likelier when choosing at random · dashed: never reached"
    } else {
        NO_CHANCES
    };
    let _ = writeln!(
        out,
        "<text x=\"{x}\" y=\"64\" font-size=\"13\" fill=\"#444\">{lines} · ▸ goes on at · ■ ends with</text>"
    );
}

/// How an edge looks: colour, width, dashes, and its probability in words.
struct Stroke {
    colour: &'static str,
    width: f64,
    dashed: &'static str,
    words: String,
}

impl Stroke {
    fn of(graph: &Graph, edge: (From, Target)) -> Stroke {
        let chance = graph.chance(edge);
        let colour = match edge.0 {
            From::Choice(choice) => graph.paint(choice).map_or("#555", |paint| paint.colour),
            From::Node(_) => "#555",
        };
        Stroke {
            colour,
            width: chance.map_or(1.6, |chance| 1.0 + 7.0 * chance.min(1.0).sqrt()),
            dashed: if chance == Some(0.0) {
                " stroke-dasharray=\"5 5\""
            } else {
                ""
            },
            words: chance.map_or(String::new(), |chance| {
                format!("<title>{} when choosing at random</title>", often(chance))
            }),
        }
    }
}

/// A short line with the name of where it leads, on a pale plate, through which lines that pass behind it can still be followed.
fn stub(out: &mut String, graph: &Graph, edge: (From, Target), start: (f64, f64), y: f64) {
    let Stroke {
        colour,
        width,
        dashed,
        words,
    } = Stroke::of(graph, edge);
    let kind = if matches!(edge.1, Target::Ending(_)) {
        "■ "
    } else {
        "▸ "
    };
    let name = super::brief(graph.name(edge.1), 17);
    let _ = writeln!(
        out,
        "<path d=\"M{:.1},{:.1} L{:.1},{y:.1}\" fill=\"none\" stroke=\"{colour}\" stroke-opacity=\"0.75\" stroke-width=\"{width:.1}\"{dashed}>{words}</path>\
         <rect x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{STUB}\" rx=\"3\" fill=\"#fbfaf7\" fill-opacity=\"0.6\"/>\
         <text x=\"{:.1}\" y=\"{:.1}\" font-size=\"11\" fill=\"{colour}\" stroke=\"#fbfaf7\" stroke-width=\"3\" paint-order=\"stroke\">{kind}{}</text>",
        start.0,
        start.1,
        start.0 + 18.0,
        start.0 + 18.0,
        y - STUB / 2.0,
        // The sign and a letter of this size, in the widest of the named fonts.
        16.0 + 6.8 * name.chars().count() as f64,
        start.0 + 20.0,
        y + 4.0,
        escape(&name),
    );
}

fn edge(
    out: &mut String,
    graph: &Graph,
    edge: (From, Target),
    start: (f64, f64),
    bends: &[(f64, f64)],
    end: (f64, f64),
) {
    let Stroke {
        colour,
        width,
        dashed,
        words,
    } = Stroke::of(graph, edge);
    let mut path = format!("M{:.1},{:.1}", start.0, start.1);
    let mut from = start;
    for (at, point) in bends.iter().chain(std::iter::once(&end)).enumerate() {
        if at % 2 == 1 {
            let _ = write!(path, " L{:.1},{:.1}", point.0, point.1);
        } else {
            let pull = if point.0 > from.0 {
                (point.0 - from.0) * 0.5
            } else {
                120.0
            };
            let _ = write!(
                path,
                " C{:.1},{:.1} {:.1},{:.1} {:.1},{:.1}",
                from.0 + pull,
                from.1,
                point.0 - pull,
                point.1,
                point.0,
                point.1
            );
        }
        from = *point;
    }
    let _ = writeln!(
        out,
        "<path d=\"{path}\" fill=\"none\" stroke=\"{colour}\" stroke-opacity=\"0.75\" stroke-width=\"{width:.1}\"{dashed}>{words}</path>"
    );
}

fn draw(out: &mut String, graph: &Graph, card: &Card, (x, y): (f64, f64)) {
    let unreached = graph.reach(card.target) == Some(0.0);
    let start = card.target == Target::Node(graph.scenario.start);
    let (fill, stroke, note) = match card.kind {
        Kind::Decision => ("#ffffff", "#8d8778", ""),
        Kind::Passage => ("#f1eee6", "#b9b3a4", ""),
        Kind::Ending(EndingKind::Reached) => ("#e3f1ea", "#0b6e4f", "reached"),
        Kind::Ending(EndingKind::Partial) => ("#f7efd9", "#9a7b1c", "in part"),
        Kind::Ending(EndingKind::Lost) => ("#f6e4e1", "#a32020", "lost for now"),
    };
    let dashed = if unreached { " stroke-dasharray=\"5 5\"" } else { "" };
    let round = if matches!(card.kind, Kind::Ending(_)) { 18 } else { 6 };
    let heavy = if start { 2.6 } else { 1.3 };
    let _ = writeln!(
        out,
        "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{WIDTH}\" height=\"{:.1}\" rx=\"{round}\" fill=\"{fill}\" stroke=\"{stroke}\" stroke-width=\"{heavy}\"{dashed}/>",
        card.height()
    );
    let likely = graph.reach(card.target).map_or(String::new(), often);
    let second = [note, card.note.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ");
    let name = match card.kind {
        _ if start => format!("▶ {}", card.title),
        Kind::Ending(_) => format!("■ {}", card.title),
        Kind::Decision | Kind::Passage => card.title.clone(),
    };
    let _ = writeln!(
        out,
        "<text x=\"{:.1}\" y=\"{:.1}\" font-size=\"{:.1}\" font-weight=\"600\" fill=\"#222\">{}</text>\
         <text x=\"{:.1}\" y=\"{:.1}\" font-size=\"12\" text-anchor=\"end\" fill=\"#555\">{likely}</text>\
         <text x=\"{:.1}\" y=\"{:.1}\" font-size=\"11\" fill=\"#666\">{}</text>",
        x + 12.0,
        y + 18.0,
        // Smaller where it would run into the likelihood beside it.
        14.0_f64.min(308.0 / name.chars().count().max(1) as f64),
        escape(&name),
        x + WIDTH - 10.0,
        y + 18.0,
        x + 12.0,
        y + 34.0,
        escape(&super::brief(&second, 39)),
    );
    for (at, row) in card.rows.iter().enumerate() {
        let top = y + HEAD + ROW * at as f64;
        let paint = match row.from {
            From::Choice(choice) => graph.paint(choice),
            From::Node(_) => None,
        };
        let (mark, colour) = paint.map_or(("", "#333"), |paint| (paint.mark, paint.colour));
        let _ = writeln!(
            out,
            "<line x1=\"{x:.1}\" x2=\"{:.1}\" y1=\"{top:.1}\" y2=\"{top:.1}\" stroke=\"#e2ddd0\"/>\
             <text x=\"{:.1}\" y=\"{:.1}\" font-size=\"13\" font-weight=\"700\" fill=\"{colour}\" text-anchor=\"middle\">{mark}</text>\
             <text x=\"{:.1}\" y=\"{:.1}\" font-size=\"12\" font-weight=\"600\" fill=\"{colour}\">{}</text>\
             <text x=\"{:.1}\" y=\"{:.1}\" font-size=\"11\" fill=\"#444\">{}</text>",
            x + WIDTH,
            x + 16.0,
            top + 20.0,
            x + 32.0,
            top + 14.0,
            escape(&row.label),
            x + 32.0,
            top + 28.0,
            escape(&row.words),
        );
    }
}
