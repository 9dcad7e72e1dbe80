//! How many years of school a text asks for.

use super::wording::{sentence_count, words};

/// Flesch–Kincaid grade level: 0.39 · words/sentences + 11.8 · syllables/words − 15.59 (Kincaid, Fishburne, Rogers and Chissom 1975,
/// Navy Research Branch Report 8-75). English only. `None` for a text without words.
pub(super) fn flesch_kincaid(texts: &[&str]) -> Option<f64> {
    let mut counts = (0, 0, 0);
    for text in texts {
        let words = words(text);
        counts.0 += words.len();
        counts.1 += sentence_count(text);
        counts.2 += words.iter().map(|word| syllables(&word.text)).sum::<usize>();
    }
    let (words, sentences, syllables) = (counts.0 as f64, counts.1 as f64, counts.2 as f64);
    (counts.0 > 0 && counts.1 > 0).then(|| 0.39 * words / sentences + 11.8 * syllables / words - 15.59)
}

/// Syllables of an English word, by rule of thumb: groups of vowels, without a silent `e`, `es` or `ed`; at least one.
pub(super) fn syllables(word: &str) -> usize {
    let letters: Vec<char> = word.chars().filter(|letter| letter.is_ascii_alphabetic()).collect();
    let vowel = |letter: char| matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let mut count = 0;
    let mut before = false;
    for letter in &letters {
        let now = vowel(*letter);
        count += usize::from(now && !before);
        before = now;
    }
    let text: String = letters.iter().collect();
    let silent_e = text.ends_with('e') && !text.ends_with("le") && !text.ends_with("ee");
    let silent_es = text.ends_with("es")
        && !["ses", "zes", "ches", "shes", "xes", "ges", "ces", "ies"]
            .iter()
            .any(|end| text.ends_with(end));
    let silent_ed = text.ends_with("ed") && !text.ends_with("ted") && !text.ends_with("ded");
    let stem = text.len() > 3;
    count -= usize::from(count > 1 && stem && (silent_e || silent_es || silent_ed));
    count.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_syllables_of_words_said_at_a_bedside() {
        let cases = [
            ("the", 1),
            ("hope", 1),
            ("hoped", 1),
            ("wanted", 2),
            ("nurses", 2),
            ("little", 2),
            ("tomorrow", 3),
            ("medicine", 3),
            ("resuscitation", 5),
        ];
        for (word, expected) in cases {
            assert_eq!(syllables(word), expected, "{word}");
        }
    }

    /// By hand: 6 words, 1 sentence, 6 syllables: 0.39 · 6 + 11.8 − 15.59 = −1.45.
    #[test]
    fn is_the_published_formula() {
        let grade = flesch_kincaid(&["The cat sat on the mat."]).unwrap();
        assert!((grade - -1.45).abs() < 1e-9, "{grade}");
        assert_eq!(flesch_kincaid(&["…"]), None);
    }
}
