//! W047: a speech where people would take turns.

use crate::lint::context::Context;
use crate::lint::findings::Findings;
use crate::lint::rule::{Check, rule};
use crate::lint::scripts::scripts;
use crate::lint::wording::word_count;
use crate::model::{Speaker, Wording};

rule! {
    /// ## What it does
    /// Counts the words of every line of a script: 60 for someone speaking, 90 for narration.
    ///
    /// ## Why
    /// People at a bedside speak in short turns; they interrupt, go quiet, change the subject. A long line is read, not heard.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/close/say: |
    ///   Mr. Ochoa: I started in my uncle's yard when I was fourteen, sweeping, and then he let me hold the planks, and then one winter he hurt his back and there was an order for a skiff, and nobody else, so I built it alone, and it floated, and after that nobody asked me to sweep, and I built forty more before my hands gave out and I had to stop.
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/close/say: |
    ///   Mr. Ochoa: I started in my uncle's yard. Sweeping.
    ///   > He looks at his hands.
    ///   Mr. Ochoa: Then he hurt his back, and there was an order for a skiff. So I built it.
    /// ```
    "W047", "long-speech", Warning,
    "a speech has more than 60 words, or narration more than 90",
    check: Check::Scenario(check),
}

const MOST_SAID: usize = 60;
const MOST_TOLD: usize = 90;

fn check(cx: &Context, findings: &mut Findings) {
    for (subject, script) in scripts(cx.scenario) {
        for line in script {
            let most = if line.who == Speaker::Narrator {
                MOST_TOLD
            } else {
                MOST_SAID
            };
            let texts = match &line.words {
                Wording::None => &[][..],
                Wording::One(text) => std::slice::from_ref(text),
                Wording::OneOf(texts) => texts,
            };
            for text in texts {
                let text = cx.scenario.texts.get(*text);
                let words = word_count(&text.raw);
                if words > most {
                    findings.add(subject, text.span, format!("this line has {words} words"), |found| {
                        found.help("break it into turns, with something seen or someone answering between them")
                    });
                }
            }
        }
    }
}
