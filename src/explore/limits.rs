//! How much an analysis may cost, how far it is, and how it is stopped.

/// Called every few thousand states or plays; `false` stops the analysis.
pub type Tick<'a> = &'a (dyn Fn(Progress) -> bool + Sync);

/// How far an analysis is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// States met so far, of at most so many.
    States { met: usize, budget: usize },
    /// Plays made so far.
    Plays { made: usize, of: usize },
}

/// Bounds of time and memory.
#[derive(Clone, Copy)]
pub struct Limits<'a> {
    /// States kept at once before an exact analysis gives up: about 60 bytes each.
    pub budget: usize,
    /// Plays made where exact analysis does not fit.
    pub plays: usize,
    /// Seed of those plays; the same seed gives the same numbers on any number of cores.
    pub seed: u64,
    pub tick: Option<Tick<'a>>,
}

impl Default for Limits<'_> {
    fn default() -> Self {
        Limits {
            budget: 5_000_000,
            plays: 20_000,
            seed: 1,
            tick: None,
        }
    }
}

impl std::fmt::Debug for Limits<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            out,
            "Limits {{ budget: {}, plays: {}, seed: {} }}",
            self.budget, self.plays, self.seed
        )
    }
}

/// The caller asked to stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cancelled;

/// Why an exact pass ended early.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    Budget,
    Cancelled,
}

/// How the numbers of a report were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Every state was met; numbers are exact and what was not met cannot be.
    Exact { states: usize },
    /// The budget ran out (or lines never end): seeded plays, numbers with standard errors, and what was not met may still exist.
    Sampled { plays: usize, seed: u64 },
}

impl Method {
    #[must_use]
    pub fn is_exact(self) -> bool {
        matches!(self, Method::Exact { .. })
    }
}

/// Counts what an exact pass costs.
pub(crate) struct Meter<'a> {
    limits: Limits<'a>,
    /// States of the running pass and of all passes before.
    spent: usize,
    before: usize,
    steps: usize,
}

impl<'a> Meter<'a> {
    pub(crate) fn new(limits: Limits<'a>) -> Self {
        Meter {
            limits,
            spent: 0,
            before: 0,
            steps: 0,
        }
    }

    /// One more state of so many words.
    pub(crate) fn state(&mut self, words: usize) -> Result<(), Stop> {
        self.spent += words;
        let budget = self.limits.budget;
        // What one case kept is given back before the next; only time adds up.
        if self.spent > budget || self.before + self.spent > budget.saturating_mul(4) {
            return Err(Stop::Budget);
        }
        Ok(())
    }

    /// What was kept so far is given back.
    pub(crate) fn release(&mut self) {
        self.before += std::mem::take(&mut self.spent);
    }

    /// One more state looked at; `entered` and `edges` are totals of the running pass.
    pub(crate) fn step(&mut self, entered: u64, edges: usize) -> Result<(), Stop> {
        self.steps += 1;
        // Long rounds of nodes without a decision, and menus without end, cost time and memory that states do not show.
        let most = self.limits.budget.saturating_mul(16);
        if entered > most as u64 * 4 || edges > most.min(u32::MAX as usize / 2) {
            return Err(Stop::Budget);
        }
        if self.steps.is_multiple_of(4096) {
            self.tick()?;
        }
        Ok(())
    }

    pub(crate) fn tick(&self) -> Result<(), Stop> {
        let (met, budget) = (self.spent, self.limits.budget);
        match self.limits.tick {
            Some(tick) if !tick(Progress::States { met, budget }) => Err(Stop::Cancelled),
            _ => Ok(()),
        }
    }
}
