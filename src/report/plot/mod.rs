//! Plots as SVG, drawn twice: for a desk and for a phone. Colours are roles of the page, so that they follow light, dark and print;
//! each has a title and a description for those who do not see it.

mod calibration;
mod canvas;
mod intervals;
mod scores;
mod spark;
mod traces;

pub(super) use calibration::calibration;
pub(super) use intervals::{Whisker, intervals};
pub(super) use scores::scores;
pub(super) use spark::spark;
pub(super) use traces::{TraceWords, trace};
