//! JSON both ways, helpful refusals, and replay against live walks.

mod json;
mod play;
mod replay;

use crate::model;
