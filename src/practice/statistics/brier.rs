//! Brier score and bias of stated confidence. Brier, Monthly Weather Review 1950;78:1–3 (two-class form, 0 best, 1 worst).

/// Mean of (f − o)² over pairs of stated confidence f and outcome o, both 0 … 1; `None` without any.
#[must_use]
pub fn brier(pairs: &[(f64, f64)]) -> Option<f64> {
    mean(pairs.iter().map(|(stated, outcome)| (stated - outcome).powi(2)))
}

/// Mean stated confidence minus mean outcome: above zero is overconfident; `None` without any.
#[must_use]
pub fn bias(pairs: &[(f64, f64)]) -> Option<f64> {
    mean(pairs.iter().map(|(stated, outcome)| stated - outcome))
}

fn mean(values: impl ExactSizeIterator<Item = f64>) -> Option<f64> {
    let count = values.len();
    (count > 0).then(|| values.sum::<f64>() / count as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// domain.md §4.9
    #[test]
    fn equals_the_worked_example() {
        let pairs = [(0.9, 1.0), (0.6, 0.0), (0.8, 1.0), (0.5, 1.0)];
        assert!((brier(&pairs).unwrap() - 0.165).abs() < 1e-12);
        assert!((bias(&pairs).unwrap() + 0.05).abs() < 1e-12);
        assert_eq!(brier(&[]), None);
    }
}
