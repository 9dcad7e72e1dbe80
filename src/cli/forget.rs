//! `bedside forget`: deletes what was kept, own words first of all.

use std::io::{self, BufRead, Read, Write};

use anyhow::bail;

use super::attempt::short;
use super::book::Book;
use super::exit::Outcome;
use super::surroundings::Surroundings;
use crate::journal::{AttemptId, Forget as What, Journal};

/// Delete what was kept, for good.
///
/// What you typed in your own words goes first, then the attempts. It asks before it deletes. The journal lies on this
/// machine only; nothing was ever sent anywhere.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Forget {
    /// Only what was typed freely; attempts stay
    #[arg(long, conflicts_with_all = ["attempt", "everyone"])]
    words: bool,
    /// Only this attempt, by its id or the beginning of it
    #[arg(long, value_name = "ATTEMPT", conflicts_with = "everyone")]
    attempt: Option<String>,
    /// All learners of this journal
    #[arg(long)]
    everyone: bool,
    /// Do not ask
    #[arg(long, short = 'y')]
    yes: bool,
}

const EXAMPLES: &str = "\
Examples:
  bedside forget                  everything of yours
  bedside forget --words          only what you typed in your own words
  bedside forget --attempt 0196   one attempt, by the beginning of its id
  bedside forget --everyone --yes the whole journal, without a question";

impl Forget {
    pub(super) fn run(self, around: &Surroundings) -> anyhow::Result<Outcome> {
        let mut out = around.out();
        let Some(mut book) = Book::look(around)? else {
            writeln!(out, "{}", around.words.say("forget-nothing"))?;
            return Ok(Outcome::Fine);
        };
        if !self.everyone {
            book.know_learner()?;
        }
        let what = self.what(&book)?;
        if !self.yes {
            let path = book.path.display().to_string();
            let learner = book.learner.as_str();
            let facts = [("path", (&path).into()), ("learner", learner.into())];
            let question = match &what {
                What::OwnWords(_) => around.words.say_with("forget-ask-words", &facts),
                What::Attempt(_) => around.words.say_with("forget-ask-attempt", &facts),
                What::Learner(_) => around.words.say_with("forget-ask-learner", &facts),
                What::Everything => around.words.say_with("forget-ask-everyone", &facts),
            };
            writeln!(out, "{question}")?;
            out.flush()?;
            if !confirmed()? {
                writeln!(out, "{}", around.words.say("forget-kept"))?;
                return Ok(Outcome::Fine);
            }
        }
        let concerned = concerned(&book, &what)?;
        let gone = book.journal.forget(&what)?;
        remove_reports(&book, &concerned);
        let facts = [("words", gone.words.into()), ("attempts", gone.attempts.into())];
        writeln!(out, "{}", around.words.say_with("forget-done", &facts))?;
        if !gone.cleared {
            writeln!(out, "{}", around.words.say("forget-traces"))?;
        }
        out.flush()?;
        Ok(Outcome::Fine)
    }

    fn what(&self, book: &Book) -> anyhow::Result<What> {
        if self.everyone {
            return Ok(What::Everything);
        }
        if self.words {
            return Ok(What::OwnWords(Some(book.learner.clone())));
        }
        match &self.attempt {
            Some(named) => Ok(What::Attempt(self.attempt(book, named)?)),
            None => Ok(What::Learner(book.learner.clone())),
        }
    }

    fn attempt(&self, book: &Book, named: &str) -> anyhow::Result<AttemptId> {
        let practised = book.journal.practised(&book.learner)?;
        let mut found = practised
            .iter()
            .filter(|one| one.attempt.to_string().starts_with(named));
        let conversation = book.find_open(None, Some(named)).map(|(attempt, _)| attempt);
        match (found.next(), found.next(), &conversation) {
            (Some(one), None, Err(_)) => Ok(one.attempt),
            (Some(_), _, _) => bail!("several attempts begin with \"{named}\"; give more of the id"),
            (None, _, _) => conversation,
        }
    }
}

/// The attempts that go.
fn concerned(book: &Book, what: &What) -> anyhow::Result<Vec<AttemptId>> {
    let learners = match what {
        What::OwnWords(_) => Vec::new(),
        What::Attempt(id) => return Ok(vec![*id]),
        What::Learner(learner) => vec![learner.clone()],
        What::Everything => book.journal.learners()?,
    };
    let mut ids = Vec::new();
    for learner in learners {
        ids.extend(book.journal.history(&learner)?.iter().map(|past| past.attempt));
    }
    Ok(ids)
}

/// Reports written from the screens lie beside the journal and bear the attempt in their names.
fn remove_reports(book: &Book, ids: &[AttemptId]) {
    let Ok(files) = std::fs::read_dir(book.path.with_file_name("reports")) else {
        return;
    };
    for file in files.flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        if ids.iter().any(|id| name.contains(&short(*id))) {
            // One that cannot be removed holds nothing that was typed freely.
            let _ = std::fs::remove_file(file.path());
        }
    }
}

/// Only the whole word deletes; silence does not.
fn confirmed() -> anyhow::Result<bool> {
    let mut line = String::new();
    if io::stdin().lock().take(1024).read_line(&mut line)? == 0 {
        bail!("nothing was deleted: nobody answered; add --yes to delete without a question");
    }
    Ok(line.trim().eq_ignore_ascii_case("yes"))
}
