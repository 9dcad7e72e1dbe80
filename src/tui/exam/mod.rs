//! The exam as the screens know it: what is asked of the world and what it answers, and the candidate's seat.

mod ask;
mod seat;

pub use ask::{ExamAsk, ExamBlueprint, ExamClosed, ExamDrawn, ExamKept, ExamList, ExamOpen, ExamSeated, ExamTold};
pub(crate) use seat::{Seat, Taken};
