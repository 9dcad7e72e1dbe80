//! What tests of the running program share.

pub(crate) mod program;
