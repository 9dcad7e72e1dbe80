//! A sheet to draw on in pixels, and how it becomes part of a page.

use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

/// The sheet's area.
pub(super) type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;

type Drawn<'a> = Result<(), DrawingAreaErrorKind<<SVGBackend<'a> as DrawingBackend>::ErrorType>>;

/// What a colour means on the page. Drawn as a colour nobody else uses and replaced by the page's own afterwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Ink,
    Muted,
    Rule,
    Accent,
    Pale,
    Paper,
}

const ROLES: [(Role, &str, &str); 6] = [
    (Role::Ink, "#010101", "var(--ink)"),
    (Role::Muted, "#020202", "var(--muted)"),
    (Role::Rule, "#030303", "var(--rule)"),
    (Role::Accent, "#040404", "var(--accent)"),
    (Role::Pale, "#050505", "var(--pale)"),
    (Role::Paper, "#060606", "var(--paper)"),
];

impl Role {
    fn colour(self) -> RGBColor {
        let at = ROLES.iter().position(|(role, _, _)| *role == self).unwrap_or(0);
        let shade = u8::try_from(at + 1).unwrap_or(1);
        RGBColor(shade, shade, shade)
    }
}

/// A plot ready for the page.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::report) struct Plot {
    /// Two `<svg>` elements, of which the page shows one.
    pub(in crate::report) svg: String,
}

/// Which of the two is being drawn.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sheet {
    pub(super) width: i32,
    pub(super) height: i32,
    /// Text size in pixels of the sheet.
    pub(super) size: i32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Centre,
    Right,
}

/// Draws `paint` at desk and phone width. `id` must be unique on the page; `height` is asked for each width.
pub(super) fn plot(
    id: &str,
    title: &str,
    about: &str,
    height: impl Fn(i32) -> i32,
    paint: impl Fn(&Pen<'_, '_>),
) -> Plot {
    let mut svg = String::new();
    for (class, width) in [("wide", 680), ("narrow", 350)] {
        let sheet = Sheet {
            width,
            height: height(width),
            size: 14,
        };
        svg += &drawn(&format!("{id}-{class}"), class, title, about, sheet, &paint);
    }
    Plot { svg }
}

fn drawn(id: &str, class: &str, title: &str, about: &str, sheet: Sheet, paint: &dyn Fn(&Pen<'_, '_>)) -> String {
    let mut text = String::new();
    {
        let size = (sheet.width.unsigned_abs(), sheet.height.unsigned_abs());
        let area = SVGBackend::with_string(&mut text, size).into_drawing_area();
        paint(&Pen { area: &area, sheet });
        // Writing to a string cannot fail; a plot cut short would show in the page's tests.
        let _ = area.present();
    }
    let inner = text.split_once('>').map_or("", |(_, rest)| rest);
    let mut inner = inner.to_owned();
    for (_, drawn, meant) in ROLES {
        inner = inner.replace(&format!("\"{drawn}\""), &format!("\"{meant}\""));
    }
    format!(
        "<svg class=\"plot {class}\" role=\"img\" aria-labelledby=\"{id}-title {id}-about\" viewBox=\"0 0 {} {}\" \
         xmlns=\"http://www.w3.org/2000/svg\"><title id=\"{id}-title\">{}</title><desc id=\"{id}-about\">{}</desc>{inner}",
        sheet.width,
        sheet.height,
        escaped(title),
        escaped(about),
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// Draws in roles. Every stroke succeeds, as the sheet is a string.
pub(super) struct Pen<'a, 'b> {
    area: &'a Area<'b>,
    pub(super) sheet: Sheet,
}

impl Pen<'_, '_> {
    fn done(drawn: Drawn<'_>) {
        drop(drawn);
    }

    pub(super) fn line(&self, from: (i32, i32), to: (i32, i32), role: Role, width: u32) {
        let style = role.colour().stroke_width(width);
        Self::done(self.area.draw(&PathElement::new(vec![from, to], style)));
    }

    pub(super) fn path(&self, points: &[(i32, i32)], role: Role, width: u32) {
        let style = role.colour().stroke_width(width);
        Self::done(self.area.draw(&PathElement::new(points.to_vec(), style)));
    }

    pub(super) fn dot(&self, at: (i32, i32), radius: i32, role: Role) {
        Self::done(self.area.draw(&Circle::new(at, radius, role.colour().filled())));
    }

    /// A dot with the paper inside.
    pub(super) fn ring(&self, at: (i32, i32), radius: i32, role: Role) {
        self.dot(at, radius, role);
        self.dot(at, radius - 2, Role::Paper);
    }

    pub(super) fn block(&self, from: (i32, i32), to: (i32, i32), role: Role) {
        Self::done(self.area.draw(&Rectangle::new([from, to], role.colour().filled())));
    }

    /// Centred on `at.1`.
    pub(super) fn text(&self, words: &str, at: (i32, i32), align: Align, role: Role) {
        let side = match align {
            Align::Left => HPos::Left,
            Align::Centre => HPos::Center,
            Align::Right => HPos::Right,
        };
        let font = ("sans-serif", self.sheet.size).into_font();
        let colour = role.colour();
        let style = TextStyle::from(font).color(&colour).pos(Pos::new(side, VPos::Center));
        Self::done(self.area.draw(&Text::new(words.to_owned(), at, style)));
    }
}

/// Where `value` lies between two pixels when `low … high` lies between them.
pub(super) fn place(value: f64, (low, high): (f64, f64), (from, to): (i32, i32)) -> i32 {
    let share = if high > low { (value - low) / (high - low) } else { 0.5 };
    from + (share.clamp(0.0, 1.0) * f64::from(to - from)).round() as i32
}
