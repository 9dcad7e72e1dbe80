//! The few formulas this product needs for one learner, one a file, each with its source and published values as its test.

mod band;
mod brier;
mod spearman_brown;
mod wilson;

pub use band::{Band, band};
pub use brier::{bias, brier};
pub use spearman_brown::{lengthened, times_longer};
pub use wilson::{Interval, wilson};
