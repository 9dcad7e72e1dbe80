//! Key files as text: a skeleton for a new key, and fingerprints brought up to date without touching anything else.

mod skeleton;
mod sync;

pub use skeleton::skeleton;
pub use sync::{Stale, Synced, sync};
