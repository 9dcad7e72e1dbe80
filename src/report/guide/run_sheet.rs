//! How the minutes of a workshop could be spent.

use crate::i18n::Words;

/// Minutes of each stage in 45; the proportions are this project's own proposal, not taken from a study.
const OF_45: [u16; 7] = [3, 5, 12, 8, 10, 5, 2];

/// Minutes and what they are for, in order. Together exactly `minutes`; what rounding leaves over goes to where most was cut off.
pub(super) fn run_sheet(words: &Words, minutes: u16) -> Vec<(u16, String)> {
    let share = |of_45: u16| f64::from(of_45) * f64::from(minutes) / 45.0;
    let mut each = OF_45.map(|of_45| share(of_45) as u16);
    let mut by_rest: Vec<usize> = (0..OF_45.len()).collect();
    by_rest.sort_by(|a, b| share(OF_45[*b]).fract().total_cmp(&share(OF_45[*a]).fract()));
    let left = minutes.saturating_sub(each.iter().sum());
    for at in by_rest.into_iter().take(usize::from(left)) {
        each[at] += 1;
    }
    let stages = [
        words.say("guide-stage-rules"),
        words.say("guide-stage-scene"),
        words.say("guide-stage-drive"),
        words.say("guide-stage-rewind"),
        words.say("guide-stage-debrief"),
        words.say("guide-stage-drill"),
        words.say("guide-stage-home"),
    ];
    each.into_iter()
        .zip(stages)
        .filter(|(minutes, _)| *minutes > 0)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stages_fill_the_time_exactly() {
        let words = Words::english();
        for minutes in [1, 7, 20, 30, 44, 45, 60, 90, 240] {
            let sheet = run_sheet(&words, minutes);
            assert_eq!(sheet.iter().map(|(each, _)| each).sum::<u16>(), minutes);
        }
        let usual: Vec<u16> = run_sheet(&words, 45).into_iter().map(|(each, _)| each).collect();
        assert_eq!(usual, OF_45);
    }
}
