//! "Did you mean": the nearest of the names that exist.

/// The candidate nearest to `typed` by optimal string alignment distance, if near enough to be a slip of the hand
/// (at most a third of the longer word, at least one change).
pub fn did_you_mean<'a>(typed: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed_letters: Vec<char> = typed.to_lowercase().chars().collect();
    candidates
        .into_iter()
        .filter(|candidate| *candidate != typed)
        .map(|candidate| {
            let letters: Vec<char> = candidate.to_lowercase().chars().collect();
            let allowed = (typed_letters.len().max(letters.len()) / 3).max(1);
            (distance(&typed_letters, &letters), allowed, candidate)
        })
        .filter(|(distance, allowed, _)| distance <= allowed)
        .min_by_key(|(distance, _, _)| *distance)
        .map(|(_, _, candidate)| candidate)
}

/// Insertions, deletions, replacements and swaps of neighbours (Boytsov 2011, optimal string alignment).
fn distance(left: &[char], right: &[char]) -> usize {
    let width = right.len() + 1;
    let mut rows: Vec<usize> = vec![0; (left.len() + 1) * width];
    for (j, cell) in rows.iter_mut().take(width).enumerate() {
        *cell = j;
    }
    for i in 1..=left.len() {
        rows[i * width] = i;
        for j in 1..=right.len() {
            let same = usize::from(left[i - 1] != right[j - 1]);
            let mut best = (rows[(i - 1) * width + j] + 1)
                .min(rows[i * width + j - 1] + 1)
                .min(rows[(i - 1) * width + j - 1] + same);
            let swapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
            if swapped {
                best = best.min(rows[(i - 2) * width + j - 2] + 1);
            }
            rows[i * width + j] = best;
        }
    }
    rows[left.len() * width + right.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_swap_and_leaves_strangers_alone() {
        assert_eq!(did_you_mean("trsut", ["trust", "told", "wants"]), Some("trust"));
        assert_eq!(did_you_mean("anxous", ["calm", "anxious"]), Some("anxious"));
        assert_eq!(did_you_mean("zebra", ["trust", "told"]), None);
    }
}
