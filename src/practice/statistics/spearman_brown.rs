//! Reliability of a longer test, and how long it must be. Spearman, Brown, British Journal of Psychology 1910;3:271–295, 296–322.

/// Reliability of a test `times` as long: mα / (1 + (m − 1)α).
#[must_use]
pub fn lengthened(alpha: f64, times: f64) -> f64 {
    times * alpha / (1.0 + (times - 1.0) * alpha)
}

/// How many times longer a test of reliability `alpha` must be to reach `wanted`: the formula solved for m.
/// `None` where no length would do (either outside 0 … 1).
#[must_use]
pub fn times_longer(alpha: f64, wanted: f64) -> Option<f64> {
    let inside = |value: f64| value > 0.0 && value < 1.0;
    (inside(alpha) && inside(wanted)).then(|| wanted * (1.0 - alpha) / (alpha * (1.0 - wanted)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// domain.md §4.9: the α of eight people and five items, .9567 rounded, gives .9778 when doubled.
    #[test]
    fn doubling_equals_the_worked_example() {
        let rows = [
            [2.0, 3.0, 3.0, 2.0, 4.0],
            [1.0, 2.0, 2.0, 1.0, 2.0],
            [3.0, 3.0, 4.0, 3.0, 4.0],
            [4.0, 4.0, 3.0, 4.0, 4.0],
            [0.0, 1.0, 1.0, 2.0, 1.0],
            [2.0, 2.0, 3.0, 3.0, 3.0],
            [3.0, 4.0, 4.0, 3.0, 4.0],
            [1.0, 1.0, 2.0, 1.0, 2.0],
        ];
        let variance = |values: [f64; 8]| {
            let mean = values.iter().sum::<f64>() / 8.0;
            values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / 7.0
        };
        let items: f64 = (0..5).map(|item| variance(rows.map(|row| row[item]))).sum();
        let alpha = 5.0 / 4.0 * (1.0 - items / variance(rows.map(|row| row.iter().sum())));
        assert_eq!(format!("{alpha:.4} {:.4}", lengthened(alpha, 2.0)), "0.9567 0.9778");
    }

    /// domain.md §4.7: 22 questions with α .58 and 35 with .65 need about 63 and 75 for .80, about 142 and 170 for .90.
    #[test]
    fn the_published_tests_would_have_to_be_three_times_longer() {
        let needed = |questions: f64, alpha: f64, wanted: f64| questions * times_longer(alpha, wanted).unwrap();
        for (questions, alpha, wanted, published) in [
            (22.0, 0.58, 0.8, 63.0),
            (35.0, 0.65, 0.8, 75.0),
            (22.0, 0.58, 0.9, 142.0),
            (35.0, 0.65, 0.9, 170.0),
        ] {
            assert!((needed(questions, alpha, wanted) - published).abs() < 1.5);
        }
        assert!((lengthened(0.58, times_longer(0.58, 0.8).unwrap()) - 0.8).abs() < 1e-12);
        assert_eq!(times_longer(0.0, 0.8), None);
    }
}
