//! Two ways through one conversation side by side, from where they part: what was said, what they felt, how the traces ran, and
//! how each ended.

use std::io::{self, Write};

use super::Paper;
use super::menu::said_to;
use super::telling::tell;
use super::traces::{listed, named};
use crate::i18n::Words;
use crate::model::EndingIx;
use crate::practice::compare::{Comparison, Row, Side, compare};
use crate::session::Session;

/// `this` and `other` are lines of the session, from 0.
pub(super) fn two_ways<W: Write>(
    paper: &mut Paper<W>,
    words: &Words,
    session: &Session,
    other: usize,
    this: usize,
) -> io::Result<()> {
    let Some(found) = compare((session, other), (session, this)) else {
        return Ok(());
    };
    let page = Ways {
        words,
        session,
        names: [
            words.say_with("plain-line-other", &[("line", (other + 1).into())]),
            words.say_with("plain-line-this", &[("line", (this + 1).into())]),
        ],
    };
    paper.heading(&words.say("plain-two-ways"))?;
    let apart: Vec<&Row> = found.rows.iter().skip(found.shared).collect();
    if apart.is_empty() {
        return paper.text(&words.say("plain-same-way"));
    }
    paper.text(&words.say_with("plain-part-from", &[("number", (found.shared + 1).into())]))?;
    for row in apart {
        page.row(paper, row)?;
    }
    page.traces(paper, &found)?;
    page.endings(paper, found.endings)
}

struct Ways<'a> {
    words: &'a Words,
    session: &'a Session,
    /// Of the other line, and of this one.
    names: [String; 2],
}

impl Ways<'_> {
    /// One decision, as each line met it; where only one did, only that one speaks.
    fn row<W: Write>(&self, paper: &mut Paper<W>, row: &Row) -> io::Result<()> {
        paper.gap()?;
        if let (true, Some(side)) = (row.alike(), &row.right) {
            let lead = self.words.say("plain-line-both");
            return self.side(paper, &lead, side);
        }
        for (name, side) in self.names.iter().zip([&row.left, &row.right]) {
            if let Some(side) = side {
                self.side(paper, name, side)?;
            }
        }
        Ok(())
    }

    fn side<W: Write>(&self, paper: &mut Paper<W>, name: &str, side: &Side) -> io::Result<()> {
        let words = self.words;
        let said = said_to(words, self.session.scenario(), side.choice, &side.said);
        let facts = [("line", name.into()), ("number", (side.step + 1).into())];
        paper.item(&format!("{} ", words.say_with("plain-line-at", &facts)), &said)?;
        if !side.felt.is_empty() {
            paper.text(&words.say("plain-felt"))?;
            tell(paper, words, self.session, &side.felt)?;
        }
        Ok(())
    }

    fn traces<W: Write>(&self, paper: &mut Paper<W>, found: &Comparison) -> io::Result<()> {
        let mut moved = found.traces.iter().filter(|trace| trace.parts_at.is_some()).peekable();
        if moved.peek().is_some() {
            paper.gap()?;
        }
        for trace in moved {
            let what = named(self.words, self.session, trace.var);
            paper.text(&self.words.say_with("plain-traces-part", &[("what", (&what).into())]))?;
            for (name, values) in self.names.iter().zip([&trace.left, &trace.right]) {
                paper.item(&format!("- {name}: "), &format!("{}.", listed(values)))?;
            }
        }
        Ok(())
    }

    fn endings<W: Write>(&self, paper: &mut Paper<W>, endings: (Option<EndingIx>, Option<EndingIx>)) -> io::Result<()> {
        paper.gap()?;
        for (name, ending) in self.names.iter().zip([endings.0, endings.1]) {
            let scenario = self.session.scenario();
            let title = ending.map(|ending| scenario.raw(scenario.ending(ending).title).trim_end_matches('.'));
            let facts = [("line", name.into()), ("ending", title.unwrap_or_default().into())];
            paper.text(&match title {
                Some(_) => self.words.say_with("plain-line-ended", &facts),
                None => self.words.say_with("plain-line-left", &facts),
            })?;
        }
        Ok(())
    }
}
