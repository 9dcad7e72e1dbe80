//! The screens as they are painted, and the real loop with keys: what was pressed, what was asked of the world, what stands there after.
#![allow(clippy::unwrap_used, reason = "a test")]

mod drill;
mod exam_keys;
mod exam_shots;
mod exam_strange;
mod exam_world;
mod keys;
mod pictures;
mod player;
mod progress;
mod shots;
mod strange;
mod world;
