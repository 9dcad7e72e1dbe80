//! The nouns: scenarios, keys, rubrics, libraries, transcripts, and the small typed language of conditions.
//! Everything is resolved: a name that does not exist cannot be expressed here. No serde, no IO.

mod answer;
mod blueprint;
mod exam;
mod expr;
mod fingerprint;
mod ids;
mod key;
mod library;
mod practice;
mod rubric;
mod scenario;
mod script;
mod text;
mod transcript;
mod vars;

pub use answer::{Answer, Day, Met};
pub use blueprint::{Blueprint, Cell, PassMark};
pub use exam::{Closing, ExamEvent, ExamStep, Form, FormItem, ItemKind};
pub use expr::{Change, Cond, Effect, Guard, Num, Op, Secret};
pub use fingerprint::{Fingerprint, flow_hash, normalise};
pub use ids::{
    BandIx, ChoiceIx, DomainIx, EndingIx, ErrorIx, FactIx, Name, NodeIx, OwedIx, PersonIx, RESERVED, RoleIx, SECTIONS,
    SkillIx, TextId, VarIx,
};
pub use key::{AtEnd, Basis, Cue, Differ, Key, KeyChoice, KeyDecision, KeyError, Owed, Rating};
pub use library::{Bibliography, Citation, Entry, Library};
pub use practice::{DrillEvent, PracticeEvent, exam_answers};
pub use rubric::{
    Band, Caps, Domain, ErrorKind, Escalate, Floors, Framework, Level, Move, NeverWord, Rubric, Skill, Tag, Weighs,
};
pub use scenario::{
    Act, Allow, Arm, Because, Choice, ContentNote, Drill, Ending, EndingCause, EndingKind, Expert, Facilitate, Node,
    Objective, Review, Route, Scenario, Scene, Target, Then, Track, Workshop,
};
pub use script::{Line, Script, Speaker, Wording};
pub use text::{Part, Text, Texts};
pub use transcript::{Event, Look, Mode, Offered, RunLine, Step, Transcript};
pub use vars::{Drawn, Fact, Inner, Person, Presence, Trace, Var, VarKind};
