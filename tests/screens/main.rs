//! The screens as they are painted, and the real loop with keys: what was pressed, what was asked of the world, what stands there after.

mod keys;
mod player;
mod shots;
mod strange;
mod world;
