//! 95% interval of a share from few observations. Wilson, JASA 1927;22:209–212; advised for small n by Brown, Cai and DasGupta,
//! Statistical Science 2001;16:101–133. A share of graded marks between 0 and 1 varies no more than one of hits and misses with the
//! same mean (Bhatia and Davis, American Mathematical Monthly 2000;107:353–357), so for them the interval is on the wide side.

/// Two-sided 95% point of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    pub n: usize,
    /// All three 0 … 1.
    pub share: f64,
    pub low: f64,
    pub high: f64,
}

/// `None` without observations.
#[must_use]
pub fn wilson(share: f64, n: usize) -> Option<Interval> {
    if n == 0 {
        return None;
    }
    let share = share.clamp(0.0, 1.0);
    let count = n as f64;
    let square = Z * Z;
    let centre = (share + square / (2.0 * count)) / (1.0 + square / count);
    let half = Z * (share * (1.0 - share) / count + square / (4.0 * count * count)).sqrt() / (1.0 + square / count);
    Some(Interval {
        n,
        share,
        low: (centre - half).max(0.0),
        high: (centre + half).min(1.0),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Newcombe, Statistics in Medicine 1998;17:857–872, table I, method 3.
    #[test]
    fn equals_the_published_intervals() {
        for (hits, n, low, high) in [
            (81.0, 263, "0.2553", "0.3662"),
            (15.0, 148, "0.0624", "0.1605"),
            (0.0, 20, "0.0000", "0.1611"),
            (1.0, 29, "0.0061", "0.1718"),
        ] {
            let found = wilson(hits / f64::from(n), usize::try_from(n).unwrap()).unwrap();
            assert_eq!(
                (format!("{:.4}", found.low), format!("{:.4}", found.high)),
                (low.to_owned(), high.to_owned())
            );
        }
        assert_eq!(wilson(0.5, 0), None);
    }
}
