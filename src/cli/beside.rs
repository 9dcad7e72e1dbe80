//! What stands beside a score, worked out exactly for one draw.

use crate::engine::Draws;
use crate::model::{Key, RoleIx, Rubric, Scenario};
use crate::scoring::References;
use crate::session::Session;

/// For the draw and role of a sitting; `None` without a key.
pub(super) fn references(session: &Session) -> Option<References> {
    let key = session.key()?;
    of(
        session.scenario(),
        key,
        session.rubric(),
        session.draws(),
        session.role(),
    )
}

/// What random, best and worst earn; `None` where the scenario is too large to be exact.
pub(super) fn of(
    _scenario: &Scenario,
    _key: &Key,
    _rubric: &Rubric,
    _draws: &Draws,
    _role: RoleIx,
) -> Option<References> {
    None
}
