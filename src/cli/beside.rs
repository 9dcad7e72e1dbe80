//! What stands beside a score, worked out exactly for one draw.

use crate::explore;
use crate::scoring::References;
use crate::session::Session;

/// What random, best and worst earn on the draw and role of a sitting; `None` without a key, or where the scenario is too large
/// to be exact.
pub(super) fn references(session: &Session) -> Option<References> {
    let key = session.key()?;
    explore::references(
        session.scenario(),
        key,
        session.rubric(),
        session.draws(),
        session.role(),
    )
}
