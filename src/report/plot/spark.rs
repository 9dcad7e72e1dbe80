//! A line small enough to stand in a table. The numbers it shows stand in its label.

/// Values 0 … 1 in order, oldest first. `label` is what a screen reader says.
pub(in crate::report) fn spark(values: &[f64], label: &str) -> String {
    const WIDTH: f64 = 120.0;
    const HEIGHT: f64 = 24.0;
    let last = values.len().saturating_sub(1).max(1) as f64;
    let at = |(nth, value): (usize, &f64)| {
        let x = if values.len() == 1 {
            WIDTH / 2.0
        } else {
            4.0 + (WIDTH - 8.0) * nth as f64 / last
        };
        (x, 4.0 + (HEIGHT - 8.0) * (1.0 - value.clamp(0.0, 1.0)))
    };
    let points: Vec<(f64, f64)> = values.iter().enumerate().map(at).collect();
    let line: Vec<String> = points.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
    let dots: String = points
        .iter()
        .map(|(x, y)| format!("<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"2.2\" fill=\"var(--accent)\"/>"))
        .collect();
    let label = label.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    format!(
        "<svg class=\"spark\" role=\"img\" aria-label=\"{label}\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" \
         xmlns=\"http://www.w3.org/2000/svg\"><polyline points=\"{}\" fill=\"none\" stroke=\"var(--pale)\" stroke-width=\"2\"/>{dots}</svg>",
        line.join(" ")
    )
}
