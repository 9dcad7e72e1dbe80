//! Everything that is worked out about one scenario, for the page and for JSON.

use crate::explore::{
    Analysis, Ask, KeyReport, Limits, Policy, PolicyReport, TraceReport, analyse, key_report, policies, traces,
};
use crate::model::{Key, Rubric, Scenario};

pub(super) struct Numbers {
    pub(super) analysis: Analysis,
    /// `None` where the states do not fit the budget.
    pub(super) traces: Option<Vec<TraceReport>>,
    /// Unset without a key.
    pub(super) judged: Option<Judged>,
}

pub(super) struct Judged {
    /// `None` where the states do not fit the budget.
    pub(super) report: Option<KeyReport>,
    /// Random first, with quantiles; then those that know nothing.
    pub(super) policies: Vec<PolicyReport>,
}

impl Numbers {
    /// `Err` only where the caller's tick says stop.
    pub(super) fn of(
        scenario: &Scenario,
        key: Option<&Key>,
        rubric: &Rubric,
        limits: &Limits,
    ) -> Result<Numbers, crate::explore::Cancelled> {
        Ok(Numbers {
            analysis: analyse(scenario, limits)?,
            traces: traces(scenario, limits)?,
            judged: key.map(|key| Judged::of(scenario, key, rubric, limits)).transpose()?,
        })
    }
}

impl Judged {
    fn of(
        scenario: &Scenario,
        key: &Key,
        rubric: &Rubric,
        limits: &Limits,
    ) -> Result<Judged, crate::explore::Cancelled> {
        let ask = |quantiles| Ask {
            scenario,
            key: Some(key),
            rubric,
            role: None,
            draws: None,
            quantiles,
        };
        let mut found = policies(&ask(true), &[Policy::Random], limits)?;
        found.extend(policies(&ask(false), &Policy::KNOW_NOTHING, limits)?);
        Ok(Judged {
            report: key_report(scenario, key, rubric, limits)?,
            policies: found,
        })
    }

    pub(super) fn random(&self) -> Option<&PolicyReport> {
        self.policies.first()
    }

    /// Where a mean score lies between random (0) and the best line (1).
    pub(super) fn between(&self, mean: f64) -> Option<f64> {
        let random = self.random()?.score?.mean;
        let range = self.report.as_ref()?.best? - random;
        (range > 1e-9).then(|| (mean - random) / range)
    }
}
