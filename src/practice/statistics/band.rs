//! A learner's own sampling band over independent scenarios: mean ± t(n−1)·SD/√n (Student 1908; SD with n − 1).

use statrs::distribution::{ContinuousCDF, StudentsT};

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    pub n: usize,
    pub mean: f64,
    pub sd: f64,
    /// Ends of the 95% interval.
    pub low: f64,
    pub high: f64,
}

/// `None` for fewer than two values, where there is no spread to estimate.
#[must_use]
pub fn band(values: &[f64]) -> Option<Band> {
    let n = values.len();
    if n < 2 {
        return None;
    }
    let mean = values.iter().sum::<f64>() / n as f64;
    let sd = (values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / (n - 1) as f64).sqrt();
    let t = StudentsT::new(0.0, 1.0, (n - 1) as f64).ok()?.inverse_cdf(0.975);
    let half = t * sd / (n as f64).sqrt();
    Some(Band {
        n,
        mean,
        sd,
        low: mean - half,
        high: mean + half,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// domain.md §4.9: mean 68.25, SD 8.908, t₇ = 2.365 → 60.80–75.70
    #[test]
    fn equals_the_worked_example() {
        let found = band(&[62.0, 71.0, 55.0, 80.0, 68.0, 74.0, 59.0, 77.0]).unwrap();
        assert_eq!(found.mean, 68.25);
        assert_eq!(format!("{:.3}", found.sd), "8.908");
        assert_eq!(format!("{:.2}–{:.2}", found.low, found.high), "60.80–75.70");
    }

    #[test]
    fn one_value_has_no_spread() {
        assert_eq!(band(&[70.0]), None);
    }
}
